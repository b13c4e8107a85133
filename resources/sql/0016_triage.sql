-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Exceptions and groups as lists show them, and what people do to groups.

-- What its group makes of an exception's own state.
CREATE FUNCTION integration.shown_state(own_state text, group_state text, group_owner text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN own_state IN ('open', 'assigned') AND group_state = 'archived' THEN 'snoozed'
                WHEN own_state = 'open' AND group_owner IS NOT NULL THEN 'assigned' ELSE own_state END
$$;

-- own_state, own_owner: without the group's. A list first asks for own_state, which indexes know.
CREATE VIEW integration.exception_row AS
SELECT x.id, x.kind, x.queue, x.severity, x.fingerprint, x.group_id, g.title AS group_title, x.state AS own_state, x.owner AS own_owner,
       integration.shown_state(x.state, g.state, g.owner) AS state, COALESCE(x.owner, g.owner) AS owner,
       x.flow, COALESCE(f.title, '') AS flow_title, COALESCE(f.source_system, '') AS source_system, COALESCE(NULLIF(x.system, ''), f.target_system, '') AS target_system,
       COALESCE(f.effect_class, 'read') AS effect_class, COALESCE(f.runbook, '') AS runbook,
       x.transaction_id, x.order_id, o.order_number, o.channel, x.currency, x.total_minor, x.error_class, x.error_effect, x.error_code, x.error_text,
       x.opened_at, x.last_at, x.occurrences, x.regression, CASE WHEN x.state <> 'resolved' THEN COALESCE(x.snoozed_until, CASE WHEN g.state = 'archived' THEN g.until END) END AS snoozed_until,
       x.resolved_at, x.resolved_by, x.resolution, x.reason, x.evidence, x.version,
       t.status AS transaction_status, COALESCE(t.target, '') AS target, COALESCE(t.attempts, 0) AS attempts, x.scope, COALESCE(t.idempotency_key, '') AS idempotency_key, t.reference, t.operation_id,
       x.step, x.due_at AS step_due_at,
       CASE WHEN x.transaction_id IS NULL THEN 'not_failed'
            ELSE integration.plan_class(t.status, t.error_class, t.error_effect, t.revision > t.failed_revision, integration.key_holds(e.idempotent, e.key_holds, t.keyed_at), f.effect_class,
                                        f.lookup, COALESCE(m.state = 'completed', false)) END AS replay_class,
       COALESCE(f.lookup, false) AS lookup, t.absent_at, x.state = 'replaying' AND integration.asks_only(t.operation_id) AS asking,
       CASE WHEN x.transaction_id IS NULL THEN 'nothing has failed: there is no message to send again' ELSE integration.may_not('replay', f.effect_class) END AS may_not_replay
FROM integration.exception x
JOIN integration.exception_group g ON g.id = x.group_id
LEFT JOIN integration.transaction t ON t.id = x.transaction_id
LEFT JOIN integration.flow f ON f.code = x.flow
LEFT JOIN integration.target e ON e.code = t.target
LEFT JOIN integration.sales_order o ON o.id = x.order_id
LEFT JOIN integration.milestone m ON m.order_id = x.order_id AND m.step = f.step AND m.scope = t.scope;

-- In the order of exception.search.
CREATE FUNCTION integration.shared_words(flow text, step text, error_code text, fixed text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower((flow || E'\n' || step || E'\n' || error_code || E'\n') COLLATE "default") || COALESCE(fixed, '')
$$;

-- The same as far as filters, sums and counts ask for it: without what only one row needs, and no join that is not asked for.
-- search: what words are looked for in. fixed: what is known of the message without reading it, see integration.fixed_text; NULL: nothing.
-- shared: what is known of search in this way. own_words: the rest, each up to the next blanks; the indexes know it.
CREATE VIEW integration.exception_brief AS
SELECT x.id, x.version, x.kind, x.queue, x.severity, x.group_id, x.state AS own_state, integration.shown_state(x.state, g.state, g.owner) AS state, COALESCE(x.owner, g.owner) AS owner,
       x.flow, COALESCE(NULLIF(x.system, ''), f.target_system, '') AS target_system, x.transaction_id, x.order_id, o.channel, o.process, x.currency, x.total_minor,
       x.error_class, x.error_effect, x.error_code, x.error_text, x.opened_at, x.last_at, x.regression, x.resolved_at, COALESCE(t.attempts, 0) AS attempts, x.step, x.due_at AS step_due_at,
       x.search, x.own_words, integration.shared_words(x.flow, x.step, x.error_code, CASE WHEN x.usual THEN g.fixed END) AS shared, CASE WHEN x.usual THEN g.fixed END AS fixed, g.state AS group_state
FROM integration.exception x
JOIN integration.exception_group g ON g.id = x.group_id
LEFT JOIN integration.transaction t ON t.id = x.transaction_id
LEFT JOIN integration.flow f ON f.code = x.flow
LEFT JOIN integration.sales_order o ON o.id = x.order_id;

-- How many exceptions there are of each combination, under the names of exception_row.
CREATE VIEW integration.tally_row AS
SELECT t.group_id, t.queue, t.kind, t.regression, t.resolution, t.currency, t.n, t.minor, t.last_at, t.state AS own_state,
       integration.shown_state(t.state, g.state, g.owner) AS state, COALESCE(NULLIF(t.owner, ''), g.owner) AS owner,
       t.flow, t.step, COALESCE(NULLIF(t.system, ''), f.target_system, '') AS target_system, t.severity, t.error_class, t.error_effect, t.error_code,
       integration.shared_words(t.flow, t.step, t.error_code, CASE WHEN t.usual THEN g.fixed END) AS shared, CASE WHEN t.usual THEN g.fixed END AS fixed, g.state AS group_state
FROM integration.exception_tally t JOIN integration.exception_group g ON g.id = t.group_id LEFT JOIN integration.flow f ON f.code = t.flow;

-- The same of what is due within the hour, or was: whole hours as they are counted, and the one that has begun from an index.
CREATE VIEW integration.breaching_row AS
SELECT c.group_id, c.currency, c.n, c.minor, c.last_at, integration.shown_state(c.state, g.state, g.owner) AS state
FROM (SELECT d.group_id, d.state, d.currency, sum(d.n) AS n, sum(d.minor) AS minor, max(d.last_at) AS last_at
      FROM integration.exception_due_hour d WHERE d.hour < date_trunc('hour', now() + interval '1 hour', 'UTC') GROUP BY 1, 2, 3
      UNION ALL
      SELECT x.group_id, x.state, COALESCE(x.currency, ''), count(*), COALESCE(sum(x.total_minor), 0), max(x.last_at)
      FROM integration.exception x
      WHERE x.state <> 'resolved' AND x.due_at >= date_trunc('hour', now() + interval '1 hour', 'UTC') AND x.due_at < now() + interval '1 hour' GROUP BY 1, 2, 3) c
JOIN integration.exception_group g ON g.id = c.group_id;

-- split_by: by what it was split off from another, and that one before: [[field, value], ...]
CREATE VIEW integration.exception_group_row AS
SELECT g.id, g.flow, g.kind, g.step, g.error_class, g.error_code, g.sample, g.title, g.state, g.owner, g.watchers, g.waiting_on, g.until, g.most, g.escalated, g.resolution, g.reason, g.evidence,
       g.first_at, g.version, COALESCE(f.title, '') AS flow_title, COALESCE(f.source_system, '') AS source_system, COALESCE(NULLIF(g.system, ''), f.target_system, '') AS target_system,
       COALESCE(f.team, '') AS team, COALESCE(f.effect_class, 'read') AS effect_class, COALESCE(f.runbook, '') AS runbook,
       (SELECT min(x.due_at) FROM integration.exception x WHERE x.group_id = g.id AND x.state <> 'resolved' AND x.due_at IS NOT NULL) AS due_at,
       CASE WHEN g.fingerprint IS NULL THEN (
           WITH RECURSIVE path AS (SELECT s.group_id, s.field, s.value, 1 AS back FROM integration.group_split s WHERE s.into_group = g.id
                                   UNION ALL SELECT s.group_id, s.field, s.value, p.back + 1 FROM path p JOIN integration.group_split s ON s.into_group = p.group_id)
           SELECT jsonb_agg(jsonb_build_array(p.field, p.value) ORDER BY p.back DESC) FROM path p) END AS split_by
FROM integration.exception_group g LEFT JOIN integration.flow f ON f.code = g.flow;

-- By which values a group could be split, from its newest ten thousand open exceptions, the most frequent first.
CREATE FUNCTION integration.group_facets(group_id bigint) RETURNS TABLE (field text, value text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT s.field, s.value, count(*) FROM (
        SELECT o.channel, t.target, x.error_code FROM integration.exception x
        LEFT JOIN integration.transaction t ON t.id = x.transaction_id LEFT JOIN integration.sales_order o ON o.id = x.order_id
        WHERE x.group_id = $1 AND x.state <> 'resolved' ORDER BY x.opened_at DESC LIMIT 10000) x,
    LATERAL (VALUES ('channel', x.channel), ('target', x.target), ('code', x.error_code)) s (field, value)
    WHERE s.value <> '' GROUP BY s.field, s.value ORDER BY count(*) DESC, s.field, s.value LIMIT 50
$$;

-- Why nothing can be this one's; NULL: it can. Whoever owns something signs in to the database, or is a team: of a flow, of a rule or of a problem.
CREATE FUNCTION integration.may_not_own(owner text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT format('there is neither a person nor a team "%s"', $1)
    WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = $1 AND r.rolcanlogin) AND NOT EXISTS (SELECT FROM integration.flow f WHERE f.team = $1)
      AND NOT EXISTS (SELECT FROM integration.routing_rule r WHERE r.queue = $1 AND $1 <> '') AND NOT EXISTS (SELECT FROM integration.exception_tally t WHERE t.queue = $1)
$$;

-- What a decision about a group can change: the audit trail keeps of it what did change, and undo_groups gives that back.
CREATE FUNCTION integration.group_decision(g integration.exception_group) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('state', g.state, 'owner', g.owner, 'waiting_on', g.waiting_on, 'until', g.until, 'most', g.most, 'title', g.title, 'watchers', g.watchers, 'escalated', g.escalated,
                              'resolution', g.resolution, 'reason', g.reason, 'evidence', g.evidence)
$$;

-- What people do to groups. action: acknowledge, investigate, wait {"on", "until"}, archive {"until", "most"}, reopen, take, assign {"owner"}, release, watch,
-- unwatch, rename {"title"}, note {"text"}, resolve {"resolution", "reason", "evidence", "as_of"}: resolves what was open in it then. versions: as
-- the person saw them. One audit entry for each group, and one for each exception that is resolved. n: exceptions that were resolved.
CREATE FUNCTION integration.change_groups(action text, ids bigint[], versions int[], details jsonb) RETURNS TABLE (id bigint, done boolean, why text, n int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
#variable_conflict use_column
DECLARE
    until_at timestamptz := (details->>'until')::timestamptz;
    results jsonb := '{}';
    stranger text := CASE WHEN action = 'assign' THEN integration.may_not_own(details->>'owner') END;
    at_most CONSTANT int := 100000; -- exceptions that one decision resolves
BEGIN
    IF action = 'undo' THEN
        RETURN QUERY SELECT * FROM integration.undo_groups(ids, versions);
        RETURN;
    ELSIF COALESCE(action, '') NOT IN ('acknowledge', 'investigate', 'wait', 'archive', 'reopen', 'take', 'assign', 'release', 'watch', 'unwatch', 'rename', 'note', 'resolve') THEN
        RAISE EXCEPTION 'there is no action "%"', action USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'assign' AND btrim(COALESCE(details->>'owner', '')) = '' THEN
        RAISE EXCEPTION 'whom to assign it to is missing' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'wait' AND btrim(COALESCE(details->>'on', '')) = '' THEN
        RAISE EXCEPTION 'on whom it waits is missing' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'archive' AND until_at IS NULL AND details->>'most' IS NULL THEN
        RAISE EXCEPTION 'archiving takes a time or a number at which it comes back' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action IN ('wait', 'archive') AND until_at <= now() THEN
        RAISE EXCEPTION 'until when it shall rest must be in the future' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'note' AND btrim(COALESCE(details->>'text', '')) = '' THEN
        RAISE EXCEPTION 'the note is empty' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'resolve' AND (COALESCE(details->>'resolution', '') NOT IN ('fixed_in_target', 'compensated', 'duplicate', 'not_needed') OR btrim(COALESCE(details->>'reason', '')) = '') THEN
        RAISE EXCEPTION 'resolving needs a resolution (fixed_in_target, compensated, duplicate or not_needed) and a reason' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF action = 'resolve' THEN -- first the exceptions: they are locked before their groups, as the relays do
        SELECT COALESCE(jsonb_object_agg(s.group_id, jsonb_build_object('n', s.n, 'left', s.left_over, 'why', s.why)), '{}') INTO results FROM (
            SELECT x.group_id, count(*) FILTER (WHERE c.done) AS n, count(*) FILTER (WHERE NOT c.done) AS left_over, min(c.why) FILTER (WHERE NOT c.done) AS why
            FROM (SELECT array_agg(e.id ORDER BY e.id) AS ids, array_agg(e.version ORDER BY e.id) AS versions FROM (
                      SELECT e.id, e.version FROM unnest(ids, versions) a (id, version) JOIN integration.exception_group g ON g.id = a.id AND g.version = a.version
                      JOIN integration.exception e ON e.group_id = g.id
                      WHERE e.state <> 'resolved' AND e.opened_at <= COALESCE((details->>'as_of')::timestamptz, now()) LIMIT at_most) e) a,
            LATERAL integration.change_exceptions('resolve', a.ids, a.versions, details - 'as_of') c
            JOIN integration.exception x ON x.id = c.id
            WHERE a.ids IS NOT NULL GROUP BY x.group_id) s;
    END IF;
    PERFORM 1 FROM integration.exception_group g WHERE g.id = ANY (ids) ORDER BY g.id FOR NO KEY UPDATE;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT a.id AS asked_id, integration.group_decision(g) AS was, results->a.id::text AS result,
               CASE WHEN (results->a.id::text->>'left')::int > 0 THEN 'resolve_part' ELSE action END AS deed, CASE -- a part: what is left keeps its standing
                   WHEN g.id IS NULL THEN 'there is no such group'
                   WHEN g.merged_into IS NOT NULL THEN 'merged into another group'
                   WHEN g.version IS DISTINCT FROM a.version THEN 'changed since you looked'
                   WHEN action = 'reopen' AND g.state NOT IN ('resolved', 'archived', 'waiting') THEN 'it is open'
                   WHEN stranger IS NOT NULL THEN stranger
                   WHEN (results->a.id::text->>'n')::int = 0 THEN results->a.id::text->>'why' -- none of it could be resolved
                   ELSE integration.may_not(action, f.effect_class) END AS obstacle
        FROM unnest(ids, versions) a (id, version) LEFT JOIN integration.exception_group g ON g.id = a.id LEFT JOIN integration.flow f ON f.code = g.flow
    ), changed AS (
        UPDATE integration.exception_group g SET version = g.version + 1,
            state = CASE a.deed WHEN 'acknowledge' THEN 'acknowledged' WHEN 'reopen' THEN 'acknowledged' WHEN 'investigate' THEN 'investigating' WHEN 'wait' THEN 'waiting'
                                WHEN 'archive' THEN 'archived' WHEN 'resolve' THEN 'resolved'
                                WHEN 'take' THEN CASE WHEN g.state IN ('new', 'regressed') THEN 'acknowledged' ELSE g.state END ELSE g.state END,
            owner = CASE action WHEN 'take' THEN session_user WHEN 'assign' THEN details->>'owner' WHEN 'release' THEN NULL ELSE g.owner END,
            waiting_on = CASE WHEN action = 'wait' THEN details->>'on' WHEN a.deed IN ('acknowledge', 'reopen', 'investigate', 'archive', 'resolve') THEN NULL ELSE g.waiting_on END,
            until = CASE WHEN action IN ('wait', 'archive') THEN until_at WHEN a.deed IN ('acknowledge', 'reopen', 'investigate', 'resolve') THEN NULL ELSE g.until END,
            most = CASE WHEN action = 'archive' THEN (details->>'most')::int WHEN a.deed IN ('acknowledge', 'reopen', 'investigate', 'wait', 'resolve') THEN NULL ELSE g.most END,
            escalated = g.escalated AND a.deed NOT IN ('acknowledge', 'reopen', 'investigate', 'wait', 'archive', 'resolve'),
            title = CASE WHEN action = 'rename' THEN NULLIF(btrim(details->>'title'), '') ELSE g.title END,
            resolution = CASE WHEN action = 'resolve' THEN details->>'resolution' ELSE g.resolution END, reason = CASE WHEN action = 'resolve' THEN details->>'reason' ELSE g.reason END,
            evidence = CASE WHEN action = 'resolve' THEN details->>'evidence' ELSE g.evidence END,
            watchers = CASE action WHEN 'watch' THEN array_append(array_remove(g.watchers, session_user::text), session_user::text)
                                   WHEN 'unwatch' THEN array_remove(g.watchers, session_user::text)
                                   WHEN 'note' THEN g.watchers || ARRAY(SELECT DISTINCT w[1] FROM regexp_matches(details->>'text', '(?:^|[^[:alnum:]_.])@([[:alnum:]_][[:alnum:]_.-]*)', 'g') w
                                                                        WHERE w[1] <> ALL (g.watchers) AND EXISTS (SELECT FROM pg_roles r WHERE r.rolname = w[1] AND r.rolcanlogin))
                                   ELSE g.watchers END
        FROM asked a WHERE g.id = a.asked_id AND a.obstacle IS NULL
        RETURNING g.id, jsonb_build_object('state', a.was->'state', 'owner', a.was->'owner')
                || (SELECT COALESCE(jsonb_object_agg(w.key, w.value), '{}') FROM jsonb_each(a.was) w WHERE w.value <> integration.group_decision(g)->w.key) AS before,
            jsonb_build_object('state', g.state, 'owner', g.owner) || COALESCE(details, '{}') || CASE WHEN action = 'resolve' THEN jsonb_build_object('at', now()) ELSE '{}' END AS after
    ), noted AS (
        INSERT INTO integration.comment (group_id, content) SELECT c.id, details->>'text' FROM changed c WHERE action = 'note'
    ), audited AS (
        SELECT integration.audit(array_agg(ROW(action, 'group', c.id, c.before, c.after, details->>'reason')::integration.audit_note ORDER BY c.id)) FROM changed c HAVING count(*) > 0
    ), told AS (
        INSERT INTO integration.change_log (order_ids, exceptions) SELECT '{}', true FROM changed c HAVING count(*) > 0
    )
    SELECT a.asked_id, a.obstacle IS NULL AND COALESCE((a.result->>'left')::int, 0) = 0, COALESCE(a.obstacle, a.result->>'why', ''), COALESCE((a.result->>'n')::int, 0)
    FROM asked a LEFT JOIN audited u ON true;
END
$$;

-- Groups whose time has come, or that grew beyond what was agreed, are back: called by the relays.
CREATE FUNCTION integration.wake_groups() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    woken int;
BEGIN
    UPDATE integration.exception_group g SET state = CASE WHEN g.state = 'waiting' THEN 'investigating' ELSE 'new' END, escalated = true, until = NULL, most = NULL, version = g.version + 1
    FROM (SELECT s.id FROM integration.exception_group s WHERE s.state IN ('waiting', 'archived') AND (s.until <= now() OR s.most < (
              SELECT sum(t.n) FROM integration.exception_tally t WHERE t.group_id = s.id AND t.state <> 'resolved'))
          ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED) due
    WHERE g.id = due.id;
    GET DIAGNOSTICS woken = ROW_COUNT;
    IF woken > 0 THEN
        INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    END IF;
    PERFORM integration.fold_tallies();
    RETURN woken;
END
$$;

GRANT SELECT ON integration.exception_row, integration.exception_brief, integration.tally_row, integration.breaching_row, integration.exception_group_row TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.group_facets(bigint), integration.may_not_own(text), integration.group_decision(integration.exception_group), integration.change_groups(text, bigint[], int[], jsonb), integration.wake_groups() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.group_facets(bigint), integration.change_groups(text, bigint[], int[], jsonb) TO signalbox_viewer;
GRANT EXECUTE ON FUNCTION integration.wake_groups() TO signalbox_relay;
