-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Taking back one's own last decision, as long as nothing has happened since. Never a replay, an edit or what was compensated:
-- they have effects elsewhere. The audit trail knows what was before.

-- The latest decision about something; notes decide nothing.
CREATE FUNCTION integration.last_decision(kind text, id bigint) RETURNS integration.audit_entry
LANGUAGE sql STABLE AS $$
    SELECT e FROM integration.audit_entry e WHERE e.object_kind = kind AND e.object_id = $2 AND e.action <> 'note' ORDER BY e.seq DESC LIMIT 1
$$;

-- Whether a later message with the same key was sent to the same target since, or is with a relay now.
CREATE INDEX transaction_business ON integration.transaction (business_key, target, id) WHERE order_id IS NULL; -- those of orders are found by these
CREATE FUNCTION integration.sent_after(t integration.transaction, since timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT EXISTS (SELECT FROM integration.transaction l WHERE l.business_key = t.business_key AND l.target = t.target AND l.id > t.id AND l.status NOT IN ('delivered', 'cancelled')
                   AND l.status = 'delivering' AND NOT integration.asks_only(l.operation_id))
        OR EXISTS (SELECT FROM (SELECT l.id, l.target FROM integration.transaction l WHERE l.order_id = t.order_id
                                UNION ALL SELECT l.id, l.target FROM integration.transaction l WHERE t.order_id IS NULL AND l.order_id IS NULL AND l.business_key = t.business_key) l
                   JOIN integration.attempt a ON a.transaction_id = l.id WHERE l.target = t.target AND l.id > t.id AND a.action = 'send' AND a.started_at > since)
$$;

CREATE FUNCTION integration.undo_exceptions(ids bigint[], versions int[]) RETURNS TABLE (id bigint, done boolean, why text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM 1 FROM integration.transaction t WHERE t.id IN (SELECT x.transaction_id FROM integration.exception x WHERE x.id = ANY (ids)) ORDER BY t.id FOR NO KEY UPDATE;
    PERFORM 1 FROM integration.exception x WHERE x.id = ANY (ids) ORDER BY x.id FOR NO KEY UPDATE;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT a.id AS asked_id, x.state, x.owner, e.action, e.before, CASE
                   WHEN x.id IS NULL THEN 'there is no such exception'
                   WHEN x.version IS DISTINCT FROM a.version THEN 'changed since you looked'
                   WHEN x.state = 'replaying' THEN 'being replayed'
                   WHEN COALESCE(e.actor, '') <> session_user OR e.action NOT IN ('take', 'assign', 'release', 'snooze', 'wake', 'resolve') OR x.state <> e.after->>'state'
                        THEN 'there is nothing of yours to undo'
                   WHEN e.action = 'resolve' AND x.resolution = 'compensated' THEN 'what was compensated stays so'
                   WHEN e.action = 'resolve' AND x.transaction_id IS NOT NULL AND t.finished_at IS DISTINCT FROM x.resolved_at THEN 'changed since you looked'
                   WHEN e.action = 'resolve' AND x.step <> '' AND EXISTS (SELECT FROM integration.exception o WHERE o.order_id = x.order_id AND o.step = x.step AND o.scope = x.scope AND o.id <> x.id
                                                                          AND (o.state <> 'resolved' OR (o.id > x.id AND o.id = ANY (ids))))
                        THEN 'there is another problem of the same step'
                   WHEN e.action = 'resolve' AND integration.sent_after(t, x.resolved_at) THEN 'later messages of the order were sent since'
                   ELSE integration.may_not(e.action, f.effect_class) END AS obstacle
        FROM unnest(ids, versions) AS a (id, version) LEFT JOIN integration.exception x ON x.id = a.id LEFT JOIN integration.flow f ON f.code = x.flow
        LEFT JOIN integration.transaction t ON t.id = x.transaction_id LEFT JOIN LATERAL integration.last_decision('exception', a.id) e ON true
    ), changed AS (
        UPDATE integration.exception x SET version = x.version + 1, state = a.before->>'state', owner = a.before->>'owner', snoozed_until = (a.before->>'snoozed_until')::timestamptz,
            resolution = NULL, reason = NULL, evidence = NULL, resolved_at = NULL, resolved_by = NULL
        FROM asked a WHERE x.id = a.asked_id AND a.obstacle IS NULL
        RETURNING x.id, x.transaction_id, x.order_id, a.action, jsonb_build_object('state', a.state, 'owner', a.owner) AS before,
            jsonb_build_object('state', x.state, 'owner', x.owner, 'undone', a.action) AS after, a.before->'message' AS message
    ), unsettled AS (
        UPDATE integration.transaction t SET status = c.message->>'status', finished_at = (c.message->>'finished_at')::timestamptz, version = t.version + 1
        FROM changed c WHERE c.action = 'resolve' AND c.message->>'status' IN ('failed', 'in_doubt') AND t.id = c.transaction_id
    ), searched AS ( -- what is open again is found by its payload again
        INSERT INTO integration.payload_search
        SELECT p.transaction_id, integration.payload_words(p.content) FROM changed c JOIN integration.transaction t ON t.id = c.transaction_id
        JOIN integration.payload p ON p.transaction_id = t.id AND p.revision = t.revision WHERE c.action = 'resolve'
        ON CONFLICT (transaction_id) DO NOTHING
    ), audited AS (
        SELECT integration.audit(array_agg(ROW('undo', 'exception', c.id, c.before, c.after, NULL)::integration.audit_note ORDER BY c.id)) FROM changed c HAVING count(*) > 0
    ), told AS (
        INSERT INTO integration.change_log (order_ids, exceptions)
        SELECT COALESCE(array_agg(DISTINCT c.order_id) FILTER (WHERE c.order_id IS NOT NULL), '{}'), true FROM changed c HAVING count(*) > 0
    )
    SELECT a.asked_id, a.obstacle IS NULL, COALESCE(a.obstacle, '') FROM asked a LEFT JOIN audited u ON true;
    -- what other events have made needless meanwhile does not stay open
    PERFORM integration.settle_moot(ARRAY(SELECT DISTINCT x.order_id FROM integration.exception x WHERE x.id = ANY ($1) AND x.state <> 'resolved' AND x.order_id IS NOT NULL));
END
$$;

-- Why the user may not take back this decision about a group, the last one; NULL: he may.
CREATE FUNCTION integration.may_not_undo(g integration.exception_group, seen int, e integration.audit_entry) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT CASE WHEN g.id IS NULL THEN 'there is no such group'
                WHEN g.merged_into IS NOT NULL THEN 'merged into another group'
                WHEN g.version IS DISTINCT FROM seen OR g.state <> e.after->>'state' THEN 'changed since you looked'
                WHEN COALESCE(e.actor, '') <> session_user OR e.before->>'state' IS NULL OR e.action = 'undo' THEN 'there is nothing of yours to undo'
                ELSE integration.may_not(e.action, (SELECT f.effect_class FROM integration.flow f WHERE f.code = g.flow)) END
$$;

-- n: the exceptions that were resolved with the group and are open again; none where the group's own decision stands.
CREATE FUNCTION integration.undo_groups(ids bigint[], versions int[]) RETURNS TABLE (id bigint, done boolean, why text, n int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
#variable_conflict use_column
DECLARE
    results jsonb;
BEGIN
    -- first the exceptions: they are locked before their groups, as the relays do
    SELECT COALESCE(jsonb_object_agg(s.group_id, jsonb_build_object('n', s.n, 'why', s.why)), '{}') INTO results FROM (
        SELECT x.group_id, count(*) FILTER (WHERE u.done) AS n, min(u.why) FILTER (WHERE NOT u.done) AS why
        FROM (SELECT array_agg(r.id ORDER BY r.id) AS ids, array_agg(r.version ORDER BY r.id) AS versions
              FROM unnest(ids, versions) a (id, version) JOIN integration.exception_group g ON g.id = a.id,
              LATERAL integration.last_decision('group', a.id) e
              JOIN integration.exception r ON r.state = 'resolved' AND r.resolved_at = (e.after->>'at')::timestamptz AND r.resolved_by = session_user
              WHERE r.group_id = a.id AND e.action = 'resolve' AND integration.may_not_undo(g, a.version, e) IS NULL) a,
        LATERAL integration.undo_exceptions(a.ids, a.versions) u JOIN integration.exception x ON x.id = u.id
        WHERE a.ids IS NOT NULL GROUP BY x.group_id) s;
    PERFORM 1 FROM integration.exception_group g WHERE g.id = ANY (ids) ORDER BY g.id FOR NO KEY UPDATE;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT a.id AS asked_id, g.state, g.owner, e.action, e.before, results->a.id::text AS result, integration.may_not_undo(g, a.version, e) AS obstacle
        FROM unnest(ids, versions) a (id, version) LEFT JOIN integration.exception_group g ON g.id = a.id
        LEFT JOIN LATERAL integration.last_decision('group', a.id) e ON true
    ), changed AS (
        UPDATE integration.exception_group g SET version = g.version + 1, (state, owner, waiting_on, until, most, title, escalated, resolution, reason, evidence) = (
                SELECT b.state, b.owner, b.waiting_on, b.until, b.most, b.title, b.escalated, b.resolution, b.reason, b.evidence
                FROM jsonb_populate_record(g, a.before) b), -- what the decision did not change is not in it, and stays
            watchers = CASE WHEN a.before->'watchers' ? session_user::text THEN array_append(array_remove(g.watchers, session_user::text), session_user::text)
                            WHEN a.before ? 'watchers' THEN array_remove(g.watchers, session_user::text) ELSE g.watchers END -- only oneself: a note may have added others since
        FROM asked a WHERE g.id = a.asked_id AND a.obstacle IS NULL
        RETURNING g.id, jsonb_build_object('state', a.state, 'owner', a.owner) AS before, jsonb_build_object('state', g.state, 'owner', g.owner, 'undone', a.action) AS after
    ), audited AS (
        SELECT integration.audit(array_agg(ROW('undo', 'group', c.id, c.before, c.after, NULL)::integration.audit_note ORDER BY c.id)) FROM changed c HAVING count(*) > 0
    ), told AS (
        INSERT INTO integration.change_log (order_ids, exceptions) SELECT '{}', true FROM changed c HAVING count(*) > 0
    )
    SELECT a.asked_id, a.obstacle IS NULL AND a.result->>'why' IS NULL, COALESCE(a.obstacle, a.result->>'why', ''), COALESCE((a.result->>'n')::int, 0)
    FROM asked a LEFT JOIN audited u ON true;
END
$$;

REVOKE ALL ON FUNCTION integration.last_decision(text, bigint), integration.sent_after(integration.transaction, timestamptz), integration.may_not_undo(integration.exception_group, int, integration.audit_entry),
    integration.undo_exceptions(bigint[], int[]), integration.undo_groups(bigint[], int[]) FROM PUBLIC;
