-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Exceptions: open problems that need somebody, who owns them, what was done. And the audit trail of all that people do.

-- Which team and how urgent: the first rule that fits.
CREATE TABLE integration.routing_rule (
    ordinal smallint PRIMARY KEY,
    flow text NOT NULL DEFAULT '%', -- LIKE pattern
    class text NOT NULL DEFAULT '%',
    kind text NOT NULL DEFAULT '%',
    queue text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('critical', 'high', 'normal', 'low'))
);
INSERT INTO integration.routing_rule (ordinal, flow, class, kind, queue, severity) VALUES
    (10, '%', '%', 'in_doubt', '', 'high'), -- '' = the flow's own team
    (20, '%', 'auth', '%', '', 'critical'),
    (30, '%', 'configuration', '%', '', 'high'),
    (1000, '%', '%', '%', '', 'normal');

CREATE TABLE integration.exception (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL, -- delivery_failure, in_doubt, business_rule, contract; overdue: nothing failed, but a step is not done in time; reported: another system says that it failed
    queue text NOT NULL,
    severity text NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    group_id bigint NOT NULL, -- see integration.exception_group
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'assigned', 'snoozed', 'replaying', 'resolved')),
    owner text,
    flow text COLLATE "C" NOT NULL, -- '' = none: an overdue step that no flow of ours serves
    transaction_id bigint, -- NULL: overdue or reported
    order_id bigint,
    step text COLLATE "C" NOT NULL DEFAULT '',
    scope text COLLATE "C" NOT NULL DEFAULT '',
    system text NOT NULL DEFAULT '', -- that a step without a message is awaited from
    currency text, -- of the order when this was opened, with its total: what is at risk
    total_minor bigint,
    due_at timestamptz, -- of the step
    error_class text NOT NULL DEFAULT 'unclassified',
    error_effect text NOT NULL DEFAULT 'unknown',
    error_code text NOT NULL DEFAULT '',
    error_text text NOT NULL DEFAULT '',
    order_number text NOT NULL DEFAULT '', -- as the order has it: for the search
    usual boolean NOT NULL DEFAULT false, -- the message differs from that of its group only in what varies, see integration.fixed_text
    own_words text NOT NULL DEFAULT '', -- what a search cannot learn from the group: the order's number and what varies of the message, in small letters between blanks
    search text NOT NULL GENERATED ALWAYS AS (lower((order_number || E'\n' || flow || E'\n' || step || E'\n' || error_code || E'\n' || error_text) COLLATE "default")) STORED,
    opened_at timestamptz NOT NULL DEFAULT now(),
    last_at timestamptz NOT NULL DEFAULT now(), -- of the latest failure
    occurrences int NOT NULL DEFAULT 1,
    regression boolean NOT NULL DEFAULT false, -- the same cause had been resolved before
    snoozed_until timestamptz,
    resolved_at timestamptz,
    resolved_by text,
    resolution text CHECK (resolution IN ('replayed', 'fixed_in_target', 'compensated', 'duplicate', 'not_needed')),
    reason text,
    evidence text, -- what shows that it is so
    version int NOT NULL DEFAULT 1,
    CHECK ((state = 'resolved') = (resolution IS NOT NULL)),
    CHECK ((state = 'snoozed') = (snoozed_until IS NOT NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX exception_transaction ON integration.exception (transaction_id) WHERE state <> 'resolved';
CREATE INDEX exception_step ON integration.exception (order_id, step, scope) WHERE transaction_id IS NULL;
CREATE UNIQUE INDEX exception_of_step ON integration.exception (order_id, step, scope) WHERE state <> 'resolved' AND transaction_id IS NULL;
CREATE INDEX exception_open ON integration.exception (opened_at, id) WHERE state <> 'resolved';
CREATE INDEX exception_group_open ON integration.exception (group_id, opened_at, id) WHERE state <> 'resolved';
CREATE INDEX exception_group_due ON integration.exception (group_id, due_at, id) WHERE state <> 'resolved';
CREATE INDEX exception_due ON integration.exception (due_at, id) INCLUDE (group_id, state, currency, total_minor, last_at) WHERE state <> 'resolved'; -- lists by it; what is due in the hour that has begun is counted from this alone
CREATE INDEX exception_value ON integration.exception (currency, total_minor) WHERE state <> 'resolved'; -- filters by value that find little
CREATE INDEX exception_resolved ON integration.exception (resolved_at, id) WHERE state = 'resolved';
CREATE INDEX exception_order ON integration.exception (order_id) WHERE state <> 'resolved';
CREATE INDEX exception_opened ON integration.exception USING brin (opened_at);
CREATE INDEX exception_fingerprint ON integration.exception (fingerprint, resolved_at);

CREATE TABLE integration.comment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    exception_id bigint,
    group_id bigint,
    at timestamptz NOT NULL DEFAULT now(),
    author text NOT NULL DEFAULT session_user,
    content text NOT NULL CHECK (content <> '' AND length(content) <= 10000),
    CHECK ((exception_id IS NULL) <> (group_id IS NULL))
);
CREATE INDEX comment_exception ON integration.comment (exception_id, id) WHERE exception_id IS NOT NULL;
CREATE INDEX comment_at ON integration.comment (at);
CREATE INDEX comment_group ON integration.comment (group_id, id) WHERE group_id IS NOT NULL;

-- Append-only; each entry carries the hash of the one before, so that nothing can be changed or taken out unseen.
CREATE TABLE integration.audit_entry (
    seq bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    object_kind text NOT NULL,
    object_id bigint NOT NULL,
    before jsonb,
    after jsonb,
    reason text,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);
CREATE INDEX audit_entry_at ON integration.audit_entry USING brin (at); -- written in its order
CREATE INDEX audit_entry_object ON integration.audit_entry (object_kind, object_id, seq);

-- What an entry's hash is made of, with the hash before it in front.
CREATE FUNCTION integration.audit_content(seq bigint, at timestamptz, actor text, action text, object_kind text, object_id bigint, before jsonb, after jsonb, reason text) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT convert_to(jsonb_build_array(seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), actor, action, object_kind, object_id, before, after, reason)::text, 'UTF8')
$$;

CREATE TYPE integration.audit_note AS (action text, object_kind text, object_id bigint, before jsonb, after jsonb, reason text);
-- Writers take turns until their transactions end: the chain has one order. actor: somebody else, for whom it is done.
CREATE FUNCTION integration.audit(notes integration.audit_note[], actor text DEFAULT session_user) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    at timestamptz;
    last bigint;
    hash bytea;
    content bytea;
    hashes bytea[];
BEGIN
    IF notes IS NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('signalbox audit'));
    SELECT a.seq, a.hash INTO last, hash FROM integration.audit_entry a ORDER BY a.seq DESC LIMIT 1;
    at := clock_timestamp();
    last := COALESCE(last, 0);
    hashes := ARRAY[COALESCE(hash, '\x')];
    hash := hashes[1];
    -- one after the other only what has to be: a replay of 100,000 has as many entries
    FOREACH content IN ARRAY ARRAY(SELECT integration.audit_content(last + n.i, at, $2, n.action, n.object_kind, n.object_id, n.before, n.after, n.reason)
                                   FROM unnest(notes) WITH ORDINALITY n (action, object_kind, object_id, before, after, reason, i) ORDER BY n.i) LOOP
        hash := sha256(hash || content);
        hashes := array_append(hashes, hash);
    END LOOP;
    INSERT INTO integration.audit_entry (seq, at, actor, action, object_kind, object_id, before, after, reason, previous_hash, hash)
    SELECT last + n.i, at, $2, n.action, n.object_kind, n.object_id, n.before, n.after, n.reason, h.previous, h.hash
    FROM unnest(notes) WITH ORDINALITY n (action, object_kind, object_id, before, after, reason, i)
    JOIN (SELECT p.previous, lead(p.previous) OVER (ORDER BY p.i) AS hash, p.i FROM unnest(hashes) WITH ORDINALITY p (previous, i)) h ON h.i = n.i;
END
$$;
-- The first entry that does not follow from the one before; NULL when all do.
CREATE FUNCTION integration.audit_broken_at() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT min(seq) FROM (
        SELECT a.seq, a.hash, a.previous_hash,
               sha256(a.previous_hash || integration.audit_content(a.seq, a.at, a.actor, a.action, a.object_kind, a.object_id, a.before, a.after, a.reason)) AS hash_now, lag(a.hash, 1, '\x') OVER (ORDER BY a.seq) AS hash_before, lag(a.seq, 1, 0::bigint) OVER (ORDER BY a.seq) AS seq_before
        FROM integration.audit_entry a) s
    WHERE hash <> hash_now OR previous_hash <> hash_before OR seq <> seq_before + 1
$$;

-- Why the user may not do this to something of a flow with this effect; NULL: he may. The one rule behind buttons, plans, the
-- command line and every function below.
CREATE FUNCTION integration.may_not(action text, effect_class text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN pg_has_role(session_user, 'signalbox_admin', 'MEMBER') THEN NULL
        WHEN action IN ('note', 'watch', 'unwatch') AND pg_has_role(session_user, 'signalbox_viewer', 'MEMBER') THEN NULL
        WHEN action = 'edit_any' THEN 'that takes the role signalbox_admin'
        WHEN action IN ('runbook', 'tag') THEN CASE WHEN NOT pg_has_role(session_user, 'signalbox_support', 'MEMBER') THEN 'that takes the role signalbox_support' END
        WHEN effect_class IN ('money', 'legal') AND action IN ('replay', 'resolve', 'edit') THEN
            CASE WHEN NOT pg_has_role(session_user, 'signalbox_finance', 'MEMBER') THEN 'this flow moves money or makes legal documents: that takes the role signalbox_finance' END
        WHEN NOT (pg_has_role(session_user, 'signalbox_support', 'MEMBER') OR pg_has_role(session_user, 'signalbox_finance', 'MEMBER'))
            THEN 'that takes the role signalbox_support' END
$$;

-- What a replay would do, from how it failed: not_failed (any more), done, safe, verify (ask the target first), by_hand (only a
-- person can find out), will_fail.
CREATE FUNCTION integration.plan_class(status text, class text, effect text, edited boolean, keyed boolean, effect_class text, has_lookup boolean, done boolean)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN status NOT IN ('failed', 'in_doubt') THEN 'not_failed'
        WHEN done THEN 'done'
        WHEN effect IS DISTINCT FROM 'not_applied' AND keyed THEN 'safe'
        WHEN effect IS NOT DISTINCT FROM 'not_applied' AND class IN ('data', 'business_rule', 'contract', 'duplicate') AND NOT edited THEN 'will_fail'
        WHEN effect IS DISTINCT FROM 'not_applied' OR (NOT keyed AND (effect_class IN ('money', 'legal') OR class = 'unclassified'))
            THEN CASE WHEN has_lookup THEN 'verify' ELSE 'by_hand' END
        ELSE 'safe' END
$$;

-- What one cause has in common; without one from the relay, the flow and the error's code.
CREATE FUNCTION integration.fingerprint_of(m integration.moved) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT COALESCE(m.fingerprint, md5(m.flow || ' ' || COALESCE(m.code, '')))
$$;

-- Opens, updates and closes exceptions as tries end.
CREATE FUNCTION integration.settle_exceptions(moved integration.moved[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    given_up bigint[];
    failed integration.moved[] := ARRAY(SELECT m FROM unnest(moved) m WHERE m.status IN ('failed', 'in_doubt') AND m.answer IS NULL);
BEGIN
    IF failed <> '{}' THEN
        LOCK TABLE integration.group_change IN ROW SHARE MODE; -- nobody merges or splits meanwhile
        PERFORM integration.ensure_groups(ARRAY(SELECT ROW(integration.fingerprint_of(m), m.flow, 'delivery_failure', f.step, '', m.class, m.code, m.message)::integration.group_origin
                                                FROM unnest(failed) m JOIN integration.flow f ON f.code = m.flow));
    END IF;
    INSERT INTO integration.exception AS x (kind, queue, severity, fingerprint, group_id, flow, transaction_id, order_id, step, scope, currency, total_minor, due_at,
                                            error_class, error_effect, error_code, error_text, regression)
    SELECT k.kind, COALESCE(NULLIF(r.queue, ''), f.team), r.severity, g.fingerprint,
           CASE WHEN g.routed THEN integration.route_group(g.id, COALESCE(o.channel, ''), m.target, COALESCE(m.code, ''), COALESCE(m.message, '')) ELSE g.id END,
           m.flow, m.id, m.order_id, COALESCE(f.step, ''), COALESCE(m.scope, ''), o.currency, o.total_minor, d.due_at,
           COALESCE(m.class, 'unclassified'), COALESCE(m.effect, 'unknown'), COALESCE(m.code, ''), COALESCE(m.message, ''),
           EXISTS (SELECT FROM integration.exception e WHERE e.fingerprint = g.fingerprint AND e.resolved_at IS NOT NULL AND e.resolution <> 'not_needed')
    FROM unnest(failed) m
    JOIN integration.flow f ON f.code = m.flow
    JOIN integration.exception_group g ON g.fingerprint = integration.fingerprint_of(m)
    LEFT JOIN integration.sales_order o ON o.id = m.order_id
    LEFT JOIN integration.milestone d ON d.order_id = m.order_id AND d.step = f.step AND d.scope = m.scope,
    LATERAL (SELECT CASE WHEN m.status = 'in_doubt' THEN 'in_doubt' WHEN m.class = 'business_rule' THEN 'business_rule' WHEN m.class = 'contract' THEN 'contract'
                    ELSE 'delivery_failure' END AS kind) k,
    LATERAL (SELECT r.queue, r.severity FROM integration.routing_rule r
             WHERE m.flow LIKE r.flow AND COALESCE(m.class, 'unclassified') LIKE r.class AND k.kind LIKE r.kind ORDER BY r.ordinal LIMIT 1) r
    ORDER BY m.id
    ON CONFLICT (transaction_id) WHERE state <> 'resolved' DO UPDATE SET
        kind = EXCLUDED.kind, severity = EXCLUDED.severity, fingerprint = EXCLUDED.fingerprint, group_id = EXCLUDED.group_id, due_at = EXCLUDED.due_at, error_class = EXCLUDED.error_class, error_effect = EXCLUDED.error_effect,
        error_code = EXCLUDED.error_code, error_text = EXCLUDED.error_text, last_at = now(), occurrences = x.occurrences + 1, version = x.version + 1,
        state = CASE WHEN x.state = 'replaying' THEN CASE WHEN x.owner IS NULL THEN 'open' ELSE 'assigned' END ELSE x.state END;
    IF failed <> '{}' THEN
        PERFORM integration.regress_groups(ARRAY(SELECT DISTINCT x.group_id FROM integration.exception x JOIN unnest(failed) m ON m.id = x.transaction_id WHERE x.state <> 'resolved')),
            integration.end_step_problems(failed);
    END IF;

    UPDATE integration.exception x SET state = 'resolved', resolved_at = now(), resolved_by = 'signalbox', snoozed_until = NULL, version = x.version + 1,
        resolution = CASE WHEN m.code = 'found' THEN 'duplicate' ELSE 'replayed' END,
        reason = CASE WHEN m.code = 'found' THEN 'the target had it already' ELSE 'the target took it' END,
        evidence = COALESCE(m.reference, '')
    FROM (SELECT * FROM unnest(moved) m WHERE m.status = 'delivered' ORDER BY m.id) m
    WHERE x.transaction_id = m.id AND x.state <> 'resolved';

    -- what its flow gives up by itself: what was done before is taken back, and nobody has to look
    given_up := ARRAY(SELECT m.id FROM unnest(moved) m JOIN integration.flow f ON f.code = m.flow
                      WHERE m.status = 'failed' AND m.answer IS NULL AND m.class = ANY (f.compensate_on) AND f.compensation <> '{}' ORDER BY m.id);
    IF given_up <> '{}' THEN
        PERFORM integration.compensate(given_up);
        UPDATE integration.transaction t SET status = 'cancelled', operation_id = NULL, version = t.version + 1 WHERE t.id = ANY (given_up);
        UPDATE integration.exception x SET state = 'resolved', resolved_at = now(), resolved_by = 'signalbox', snoozed_until = NULL, version = x.version + 1,
            resolution = 'compensated', reason = 'given up as its flow says: what was done before is taken back'
        WHERE x.transaction_id = ANY (given_up) AND x.state <> 'resolved';
    END IF;

    INSERT INTO integration.change_log (order_ids, exceptions)
    SELECT COALESCE(array_agg(DISTINCT m.order_id) FILTER (WHERE m.order_id IS NOT NULL), '{}'), bool_or(m.status IN ('failed', 'in_doubt') OR m.operation_id IS NOT NULL)
    FROM unnest(moved) m HAVING count(*) > 0;
END
$$;

-- Messages and exceptions that other events of these orders have made needless: the step is done, or not owed any more.
CREATE FUNCTION integration.settle_moot(ids bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    operations bigint[];
    settled bigint[];
BEGIN
    PERFORM integration.settle_step_problems(ids);
    IF NOT EXISTS (SELECT FROM integration.transaction t WHERE t.order_id = ANY (ids) AND t.status IN ('pending', 'retrying', 'failed', 'in_doubt')) THEN
        RETURN;
    END IF;
    operations := ARRAY(SELECT DISTINCT t.operation_id FROM integration.transaction t
                        WHERE t.order_id = ANY (ids) AND t.status IN ('pending', 'retrying') AND t.operation_id IS NOT NULL);
    PERFORM 1 FROM integration.operation o WHERE o.id = ANY (operations) ORDER BY o.id FOR NO KEY UPDATE; -- before its messages, as whoever cancels it does
    WITH moot AS MATERIALIZED (
        SELECT t.id, t.operation_id, m.state, m.last_stamp
        FROM integration.transaction t JOIN integration.flow f ON f.code = t.flow
        JOIN integration.milestone m ON m.order_id = t.order_id AND m.step = f.step AND m.scope = t.scope
        WHERE t.order_id = ANY (ids) AND t.status IN ('pending', 'retrying', 'failed', 'in_doubt') AND m.state IN ('completed', 'not_applicable', 'overridden')
        ORDER BY t.id FOR NO KEY UPDATE OF t
    ), changed AS (
        UPDATE integration.transaction t SET status = CASE WHEN t.status = 'in_doubt' AND m.state = 'completed' THEN 'delivered' ELSE 'cancelled' END,
            finished_at = now(), operation_id = NULL, version = t.version + 1
        FROM moot m WHERE t.id = m.id
    ), item AS (
        UPDATE integration.operation_item i SET state = 'skipped', outcome = CASE WHEN m.state = 'completed' THEN 'done already' ELSE 'not needed any more' END, at = now()
        FROM moot m WHERE i.operation_id = m.operation_id AND i.transaction_id = m.id AND i.state = 'claimed'
    ), problem AS (
        UPDATE integration.exception x SET state = 'resolved', resolved_at = now(), resolved_by = 'signalbox', snoozed_until = NULL, version = x.version + 1,
            resolution = 'not_needed', reason = CASE WHEN m.state = 'completed' THEN 'another event shows that it is done' ELSE 'the order does not need it any more' END,
            evidence = COALESCE(m.last_stamp, '')
        FROM moot m WHERE x.transaction_id = m.id AND x.state <> 'resolved'
    )
    SELECT array_agg(m.id) INTO settled FROM moot m;
    IF settled IS NOT NULL THEN
        PERFORM integration.end_operations(operations);
        INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    END IF;
END
$$;

-- What people do to exceptions. action: take, assign {"owner"}, release, note {"text"}, snooze {"until"}, wake, resolve {"resolution", "reason",
-- "evidence"}. versions: as the person saw them; what has changed since is left alone and said. One audit entry for each that is done.
CREATE FUNCTION integration.change_exceptions(action text, ids bigint[], versions int[], details jsonb) RETURNS TABLE (id bigint, done boolean, why text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
#variable_conflict use_column
DECLARE
    until_at timestamptz := (details->>'until')::timestamptz;
    compensating boolean := action = 'resolve' AND details->>'resolution' = 'compensated';
    stranger text := CASE WHEN action = 'assign' THEN integration.may_not_own(details->>'owner') END;
BEGIN
    IF action = 'undo' THEN
        RETURN QUERY SELECT * FROM integration.undo_exceptions(ids, versions);
        RETURN;
    ELSIF COALESCE(action, '') NOT IN ('take', 'assign', 'release', 'note', 'snooze', 'wake', 'resolve') THEN
        RAISE EXCEPTION 'there is no action "%"', action USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'assign' AND COALESCE(details->>'owner', '') = '' THEN
        RAISE EXCEPTION 'whom to assign it to is missing' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'note' AND btrim(COALESCE(details->>'text', '')) = '' THEN
        RAISE EXCEPTION 'the note is empty' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'snooze' AND (until_at IS NULL OR until_at <= now()) THEN
        RAISE EXCEPTION 'snoozing needs a time in the future' USING ERRCODE = 'invalid_parameter_value';
    ELSIF action = 'resolve' AND (COALESCE(details->>'resolution', '') NOT IN ('fixed_in_target', 'compensated', 'duplicate', 'not_needed') OR btrim(COALESCE(details->>'reason', '')) = '') THEN
        RAISE EXCEPTION 'resolving needs a resolution (fixed_in_target, compensated, duplicate or not_needed) and a reason' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM 1 FROM integration.transaction t WHERE t.id IN (SELECT x.transaction_id FROM integration.exception x WHERE x.id = ANY (ids)) ORDER BY t.id FOR NO KEY UPDATE;
    PERFORM 1 FROM integration.exception x WHERE x.id = ANY (ids) ORDER BY x.id FOR NO KEY UPDATE;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT x.*, a.version AS seen, CASE
                   WHEN x.id IS NULL THEN 'there is no such exception'
                   WHEN x.version IS DISTINCT FROM a.version THEN 'changed since you looked'
                   WHEN x.state = 'resolved' AND action <> 'note' THEN 'resolved already'
                   WHEN x.state = 'replaying' AND action NOT IN ('note', 'take', 'assign') THEN 'being replayed'
                   WHEN action = 'wake' AND x.state <> 'snoozed' THEN 'not snoozed'
                   WHEN stranger IS NOT NULL THEN stranger
                   WHEN compensating AND x.transaction_id IS NULL THEN 'there is no message to take back'
                   ELSE COALESCE(integration.may_not(action, f.effect_class), CASE WHEN compensating THEN
                       (SELECT min(integration.may_not('replay', c.effect_class)) FROM integration.flow c WHERE c.code = ANY (f.compensation)) END) END AS obstacle, a.id AS asked_id
        FROM unnest(ids, versions) AS a (id, version) LEFT JOIN integration.exception x ON x.id = a.id LEFT JOIN integration.flow f ON f.code = x.flow
        ORDER BY x.id
    ), changed AS (
        UPDATE integration.exception x SET version = x.version + 1,
            owner = CASE action WHEN 'take' THEN session_user WHEN 'assign' THEN details->>'owner' WHEN 'release' THEN NULL ELSE x.owner END,
            state = CASE WHEN action = 'resolve' THEN 'resolved' WHEN action = 'snooze' THEN 'snoozed' WHEN x.state = 'replaying' OR action = 'note' THEN x.state
                         WHEN action IN ('take', 'assign') THEN 'assigned' WHEN action = 'release' THEN 'open'
                         WHEN x.owner IS NULL THEN 'open' ELSE 'assigned' END,
            snoozed_until = CASE WHEN action = 'snooze' THEN until_at WHEN action = 'note' THEN x.snoozed_until END,
            resolution = CASE WHEN action = 'resolve' THEN details->>'resolution' ELSE x.resolution END, reason = CASE WHEN action = 'resolve' THEN details->>'reason' ELSE x.reason END,
            evidence = CASE WHEN action = 'resolve' THEN details->>'evidence' ELSE x.evidence END,
            resolved_at = CASE WHEN action = 'resolve' THEN now() ELSE x.resolved_at END, resolved_by = CASE WHEN action = 'resolve' THEN session_user ELSE x.resolved_by END
        FROM asked a WHERE x.id = a.id AND a.obstacle IS NULL
        RETURNING x.id, x.transaction_id, x.order_id, jsonb_strip_nulls(jsonb_build_object('state', a.state, 'owner', a.owner, 'snoozed_until', a.snoozed_until, -- what undo_exceptions gives back
                'message', CASE WHEN action = 'resolve' THEN (SELECT jsonb_build_object('status', t.status, 'finished_at', t.finished_at) FROM integration.transaction t WHERE t.id = x.transaction_id) END)) AS before,
            jsonb_build_object('state', x.state, 'owner', x.owner) || COALESCE(details, '{}') AS after
    ), settled AS ( -- resolved by a person: the message will not be sent any more
        UPDATE integration.transaction t SET status = CASE WHEN details->>'resolution' IN ('fixed_in_target', 'duplicate') THEN 'delivered' ELSE 'cancelled' END,
            finished_at = now(), version = t.version + 1
        FROM changed c WHERE action = 'resolve' AND t.id = c.transaction_id AND t.status IN ('failed', 'in_doubt')
    ), noted AS (
        INSERT INTO integration.comment (exception_id, content) SELECT c.id, details->>'text' FROM changed c WHERE action = 'note'
    ), audited AS (
        SELECT integration.audit(array_agg(ROW(action, 'exception', c.id, c.before, c.after, details->>'reason')::integration.audit_note ORDER BY c.id)) FROM changed c HAVING count(*) > 0
    ), told AS (
        INSERT INTO integration.change_log (order_ids, exceptions)
        SELECT COALESCE(array_agg(DISTINCT c.order_id) FILTER (WHERE c.order_id IS NOT NULL), '{}'), true FROM changed c HAVING count(*) > 0
    )
    SELECT a.asked_id, a.obstacle IS NULL, COALESCE(a.obstacle, '') FROM asked a LEFT JOIN audited u ON true;
    IF compensating THEN
        PERFORM integration.compensate(ARRAY(SELECT x.transaction_id FROM integration.exception x WHERE x.id = ANY ($2) AND x.resolution = 'compensated' AND x.resolved_at = now()));
    END IF;
END
$$;

-- Snoozed ones whose time has come are open again.
CREATE FUNCTION integration.wake_exceptions() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    n int;
BEGIN
    UPDATE integration.exception x SET state = CASE WHEN x.owner IS NULL THEN 'open' ELSE 'assigned' END, snoozed_until = NULL, version = x.version + 1
    FROM (SELECT s.id FROM integration.exception s WHERE s.state = 'snoozed' AND s.snoozed_until <= now() ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED) due
    WHERE x.id = due.id;
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n > 0 THEN
        INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    END IF;
    RETURN n;
END
$$;

-- What is sent, to the byte, for those who mend it; for everybody else with customer data masked, and nothing where it is no JSON.
CREATE FUNCTION integration.transaction_payload(transaction_id bigint) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    content text;
BEGIN
    SELECT p.content INTO content FROM integration.transaction t JOIN integration.payload p ON p.transaction_id = t.id AND p.revision = t.revision WHERE t.id = $1;
    IF pg_has_role(session_user, 'signalbox_support', 'MEMBER') OR pg_has_role(session_user, 'signalbox_finance', 'MEMBER')
       OR pg_has_role(session_user, 'signalbox_admin', 'MEMBER') THEN
        RETURN content;
    END IF;
    RETURN integration.mask_payload(content::jsonb)::text;
EXCEPTION WHEN invalid_text_representation OR untranslatable_character OR statement_too_complex THEN
    RETURN NULL;
END
$$;

GRANT SELECT ON integration.routing_rule, integration.exception, integration.comment, integration.audit_entry TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.fingerprint_of(integration.moved), integration.audit(integration.audit_note[], text), integration.audit_broken_at(), integration.settle_exceptions(integration.moved[]), integration.settle_moot(bigint[]),
    integration.change_exceptions(text, bigint[], int[], jsonb), integration.wake_exceptions(), integration.transaction_payload(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.audit_broken_at(), integration.change_exceptions(text, bigint[], int[], jsonb), integration.transaction_payload(bigint) TO signalbox_viewer;
GRANT EXECUTE ON FUNCTION integration.wake_exceptions() TO signalbox_relay;
