-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Operations: what an operator asked for on one or many messages. The list is frozen at preview under a hash, each item with
-- the version seen; what has changed since is skipped and said. Relays do the work, so the console may go away.

CREATE TABLE integration.operation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id uuid NOT NULL UNIQUE, -- asking twice is asking once
    kind text NOT NULL CHECK (kind IN ('replay')),
    state text NOT NULL DEFAULT 'previewed' CHECK (state IN ('previewed', 'running', 'paused', 'settled', 'cancelled')),
    requested_by text NOT NULL DEFAULT session_user,
    reason text NOT NULL DEFAULT '',
    total int NOT NULL,
    manifest bytea NOT NULL, -- hash of the items with their versions
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz
);
CREATE INDEX operation_preview ON integration.operation (created_at) WHERE state = 'previewed';
CREATE INDEX operation_live ON integration.operation (id) WHERE state IN ('running', 'paused');

-- state: planned (to be sent), claimed (handed to the relays), confirmed, failed, in_doubt, skipped, cancelled.
CREATE TABLE integration.operation_item (
    operation_id bigint NOT NULL REFERENCES integration.operation ON DELETE CASCADE,
    transaction_id bigint NOT NULL,
    version int NOT NULL, -- of the transaction at preview
    before text NOT NULL, -- the transaction's status then
    class text NOT NULL, -- what a replay would do, see integration.replay_class
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'claimed', 'confirmed', 'failed', 'in_doubt', 'skipped', 'cancelled')),
    outcome text NOT NULL DEFAULT '', -- why it was skipped; the target's reference; the error
    at timestamptz,
    PRIMARY KEY (operation_id, transaction_id)
) WITH (fillfactor = 80);
CREATE INDEX operation_item_open ON integration.operation_item (operation_id) WHERE state IN ('planned', 'claimed');
CREATE UNIQUE INDEX operation_item_claimed ON integration.operation_item (transaction_id) WHERE state = 'claimed'; -- one at a time

-- Counts that add up to the total, with what the plan said.
CREATE VIEW integration.operation_row AS
SELECT o.*, i.confirmed, i.failed, i.skipped, i.in_doubt, o.total - i.confirmed - i.failed - i.skipped - i.in_doubt AS not_started, i.under_way, i.plan
FROM integration.operation o,
LATERAL (SELECT count(*) FILTER (WHERE i.state = 'confirmed') AS confirmed, count(*) FILTER (WHERE i.state = 'failed') AS failed,
                count(*) FILTER (WHERE i.state IN ('skipped', 'cancelled')) AS skipped, count(*) FILTER (WHERE i.state = 'in_doubt') AS in_doubt,
                count(*) FILTER (WHERE i.state = 'claimed') AS under_way,
                jsonb_build_object('safe', count(*) FILTER (WHERE i.class = 'safe'), 'verify', count(*) FILTER (WHERE i.class = 'verify'),
                    'will_fail', count(*) FILTER (WHERE i.class = 'will_fail'), 'done', count(*) FILTER (WHERE i.class = 'done'),
                    'not_allowed', count(*) FILTER (WHERE i.class = 'not_allowed'), 'not_failed', count(*) FILTER (WHERE i.class = 'not_failed'),
                    'by_hand', count(*) FILTER (WHERE i.class = 'by_hand')) AS plan
         FROM integration.operation_item i WHERE i.operation_id = o.id) i;

-- Freezes the list of what a replay of these messages would do. Changes nothing else and writes nothing into the audit trail.
-- The same request again is the same preview.
CREATE FUNCTION integration.preview_replay(request uuid, ids bigint[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    operation bigint;
BEGIN
    IF NOT pg_has_role(session_user, 'signalbox_viewer', 'MEMBER') THEN
        RAISE EXCEPTION 'that takes the role signalbox_viewer' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO integration.operation (request_id, kind, total, manifest) VALUES (request, 'replay', 0, '') ON CONFLICT (request_id) DO NOTHING RETURNING id INTO operation;
    IF operation IS NULL THEN
        SELECT o.id INTO operation FROM integration.operation o WHERE o.request_id = request AND o.requested_by = session_user;
        IF operation IS NULL THEN
            RAISE EXCEPTION 'request % is of somebody else', request USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN operation;
    END IF;
    INSERT INTO integration.operation_item (operation_id, transaction_id, version, before, class)
    SELECT operation, t.id, t.version, t.status,
           CASE WHEN c.class <> 'not_failed' AND f.obstacle IS NOT NULL THEN 'not_allowed' ELSE c.class END
    FROM (SELECT DISTINCT unnest(ids) AS id) a JOIN integration.transaction t ON t.id = a.id
    JOIN (SELECT x.*, integration.may_not('replay', x.effect_class) AS obstacle FROM integration.flow x OFFSET 0) f ON f.code = t.flow -- asked once a flow
    JOIN integration.target g ON g.code = t.target
    LEFT JOIN integration.milestone m ON m.order_id = t.order_id AND m.step = f.step AND m.scope = t.scope,
    LATERAL (SELECT integration.plan_class(t.status, t.error_class, t.error_effect, t.revision, integration.key_holds(g.idempotent, g.key_holds, t.keyed_at), f.effect_class,
                                           f.lookup, COALESCE(m.state = 'completed', false)) AS class) c;
    UPDATE integration.operation o SET total = i.n, manifest = i.hash
    FROM (SELECT count(*) AS n, sha256(convert_to(COALESCE(string_agg(format('%s %s %s', transaction_id, version, class), E'\n' ORDER BY transaction_id), ''), 'UTF8')) AS hash
          FROM integration.operation_item WHERE operation_id = operation) i
    WHERE o.id = operation;
    RETURN operation;
END
$$;

-- Starts a previewed replay, exactly as it was previewed: the hash says which. classes: which of the plan's classes to send; what
-- would fail again only when asked for. Starting what runs already is no error. One audit entry for each message that is sent again.
CREATE FUNCTION integration.start_operation(operation bigint, manifest bytea, reason text, classes text[] DEFAULT '{safe,verify}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    o integration.operation;
BEGIN
    SELECT * INTO o FROM integration.operation x WHERE x.id = $1 FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no operation %', $1 USING ERRCODE = 'invalid_parameter_value';
    ELSIF o.requested_by <> session_user THEN
        RAISE EXCEPTION 'operation % is of %', $1, o.requested_by USING ERRCODE = 'insufficient_privilege';
    ELSIF o.manifest IS DISTINCT FROM $2 THEN
        RAISE EXCEPTION 'the list of operation % is another one than was previewed', $1 USING ERRCODE = 'invalid_parameter_value';
    ELSIF o.state <> 'previewed' THEN
        RETURN;
    ELSIF COALESCE(btrim($3), '') = '' THEN
        RAISE EXCEPTION 'a replay needs a reason' USING ERRCODE = 'invalid_parameter_value';
    ELSIF $4 IS NULL OR NOT $4 <@ '{safe,verify,will_fail}' THEN
        RAISE EXCEPTION 'only what is safe, is verified first or will fail again can be sent' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    WITH live AS MATERIALIZED (
        SELECT t.id, t.order_id, t.status, i.class, t.flow,
               CASE WHEN i.class <> ALL ($4) THEN CASE i.class WHEN 'done' THEN 'done already' WHEN 'not_allowed' THEN 'not allowed' WHEN 'not_failed' THEN 'has not failed'
                                                            WHEN 'by_hand' THEN 'to be verified by hand' WHEN 'will_fail' THEN 'would fail again' ELSE 'left out' END
                    WHEN t.version <> i.version OR t.status <> i.before THEN 'changed since preview'
                    WHEN f.obstacle IS NOT NULL THEN 'not allowed' END AS obstacle
        FROM integration.operation_item i JOIN integration.transaction t ON t.id = i.transaction_id
        JOIN (SELECT x.code, integration.may_not('replay', x.effect_class) AS obstacle FROM integration.flow x OFFSET 0) f ON f.code = t.flow
        WHERE i.operation_id = $1 ORDER BY t.id FOR NO KEY UPDATE OF t
    ), item AS (
        UPDATE integration.operation_item i SET state = CASE WHEN l.obstacle IS NULL THEN 'claimed' ELSE 'skipped' END, outcome = COALESCE(l.obstacle, ''), at = now()
        FROM live l WHERE i.operation_id = $1 AND i.transaction_id = l.id
    ), sent AS (
        UPDATE integration.transaction t SET status = 'pending', tries = 0, since = now(), due_at = now(), verify = l.class = 'verify', operation_id = $1, finished_at = NULL,
            version = t.version + 1
        FROM live l WHERE t.id = l.id AND l.obstacle IS NULL
    ), problem AS (
        UPDATE integration.exception x SET state = 'replaying', snoozed_until = NULL, version = x.version + 1
        FROM live l WHERE x.transaction_id = l.id AND x.state <> 'resolved' AND l.obstacle IS NULL
    ), audited AS (
        SELECT integration.audit(array_agg(ROW('replay', 'transaction', l.id, jsonb_build_object('status', l.status),
                                               jsonb_build_object('status', 'pending', 'operation', $1, 'class', l.class), $3)::integration.audit_note ORDER BY l.id))
        FROM live l WHERE l.obstacle IS NULL HAVING count(*) > 0
    )
    INSERT INTO integration.change_log (order_ids, exceptions)
    SELECT COALESCE(array_agg(DISTINCT l.order_id) FILTER (WHERE l.order_id IS NOT NULL), '{}'), true FROM live l LEFT JOIN audited u ON true;
    UPDATE integration.operation x SET state = 'running', reason = $3, started_at = now() WHERE x.id = $1;
    PERFORM integration.end_operations(ARRAY[$1]);
END
$$;

-- Operations without anything left to do are settled.
CREATE FUNCTION integration.end_operations(ids bigint[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    UPDATE integration.operation o SET state = 'settled', finished_at = now()
    WHERE o.id = ANY (ids) AND o.state IN ('running', 'paused')
      AND NOT EXISTS (SELECT FROM integration.operation_item i WHERE i.operation_id = o.id AND i.state IN ('planned', 'claimed'))
$$;

-- What of cancelled operations is not with a relay (any more) and has not come to its end is as it was before: only that which may
-- have arrived meanwhile is in doubt.
CREATE FUNCTION integration.give_back(ids bigint[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    WITH waiting AS MATERIALIZED (
        SELECT t.id, t.operation_id, CASE WHEN t.error_effect = 'unknown' THEN 'in_doubt' ELSE 'failed' END AS status
        FROM integration.transaction t JOIN integration.operation_item i ON i.operation_id = t.operation_id AND i.transaction_id = t.id
        JOIN integration.operation o ON o.id = t.operation_id
        WHERE t.operation_id = ANY (ids) AND o.state = 'cancelled' AND t.status IN ('pending', 'retrying') ORDER BY t.id FOR NO KEY UPDATE OF t
    ), back AS (
        UPDATE integration.transaction t SET operation_id = NULL, finished_at = now(), version = t.version + 1, status = w.status FROM waiting w WHERE t.id = w.id
    ), problem AS (
        UPDATE integration.exception x SET state = CASE WHEN x.owner IS NULL THEN 'open' ELSE 'assigned' END, version = x.version + 1,
            kind = CASE WHEN w.status = 'in_doubt' THEN 'in_doubt' ELSE x.kind END
        FROM waiting w WHERE x.transaction_id = w.id AND x.state = 'replaying'
    )
    UPDATE integration.operation_item i SET state = 'cancelled', at = now() FROM waiting w WHERE i.operation_id = w.operation_id AND i.transaction_id = w.id
$$;

-- Pauses, resumes or cancels. Acts between items: what a relay has begun comes to its end; cancelled is only what had not been sent.
CREATE FUNCTION integration.control_operation(operation bigint, action text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    o integration.operation;
BEGIN
    SELECT * INTO o FROM integration.operation x WHERE x.id = $1 FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no operation %', $1 USING ERRCODE = 'invalid_parameter_value';
    ELSIF o.requested_by <> session_user AND NOT pg_has_role(session_user, 'signalbox_admin', 'MEMBER') THEN
        RAISE EXCEPTION 'operation % is of %', $1, o.requested_by USING ERRCODE = 'insufficient_privilege';
    ELSIF COALESCE($2, '') NOT IN ('pause', 'resume', 'cancel') THEN
        RAISE EXCEPTION 'an operation can be paused, resumed or cancelled' USING ERRCODE = 'invalid_parameter_value';
    ELSIF o.state IN ('settled', 'cancelled') OR (o.state = 'previewed' AND $2 <> 'cancel') OR (o.state, $2) IN (('running', 'resume'), ('paused', 'pause')) THEN
        RETURN;
    END IF;
    UPDATE integration.operation x SET state = CASE $2 WHEN 'pause' THEN 'paused' WHEN 'resume' THEN 'running' ELSE 'cancelled' END,
        finished_at = CASE WHEN $2 = 'cancel' THEN now() END WHERE x.id = $1;
    IF $2 = 'cancel' THEN
        UPDATE integration.operation_item i SET state = 'cancelled', at = now() WHERE i.operation_id = $1 AND i.state = 'planned';
        PERFORM integration.give_back(ARRAY[$1]);
    END IF;
    PERFORM integration.audit(ARRAY[ROW($2, 'operation', $1, jsonb_build_object('state', o.state), NULL, NULL)::integration.audit_note]);
    INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
END
$$;

-- Each item's end follows its message's.
CREATE FUNCTION integration.settle_operations(moved integration.moved[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    ids bigint[] := ARRAY(SELECT DISTINCT m.operation_id FROM unnest(moved) m WHERE m.operation_id IS NOT NULL);
BEGIN
    IF ids = '{}' THEN
        RETURN;
    END IF;
    PERFORM 1 FROM integration.operation o WHERE o.id = ANY (ids) ORDER BY o.id FOR NO KEY UPDATE; -- the last two items' ends see each other
    UPDATE integration.operation_item i SET state = CASE m.status WHEN 'delivered' THEN 'confirmed' ELSE m.status END, at = now(),
        outcome = CASE WHEN m.code = 'found' THEN 'the target had it already: ' ELSE '' END || COALESCE(CASE WHEN m.status = 'delivered' THEN m.reference ELSE left(m.message, 200) END, '')
    FROM unnest(moved) m
    WHERE i.operation_id = m.operation_id AND i.transaction_id = m.id AND m.status IN ('delivered', 'failed', 'in_doubt') AND i.state = 'claimed';
    UPDATE integration.transaction t SET operation_id = NULL FROM unnest(moved) m
    WHERE t.id = m.id AND m.operation_id IS NOT NULL AND m.status IN ('delivered', 'failed', 'in_doubt');
    PERFORM integration.end_operations(ids);
    ids := ARRAY(SELECT o.id FROM integration.operation o WHERE o.id = ANY (ids) AND o.state = 'cancelled');
    IF ids <> '{}' THEN
        PERFORM integration.give_back(ids);
    END IF;
END
$$;

-- Plans that nobody has started for a day. They have changed nothing, and the messages have moved on.
CREATE FUNCTION integration.forget_previews() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    DELETE FROM integration.operation o WHERE o.state = 'previewed' AND o.created_at < now() - interval '1 day'
$$;

GRANT SELECT ON integration.operation, integration.operation_item, integration.operation_row TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.preview_replay(uuid, bigint[]), integration.start_operation(bigint, bytea, text, text[]), integration.end_operations(bigint[]), integration.give_back(bigint[]),
    integration.control_operation(bigint, text), integration.settle_operations(integration.moved[]), integration.forget_previews() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.forget_previews() TO signalbox_relay;
GRANT EXECUTE ON FUNCTION integration.preview_replay(uuid, bigint[]), integration.start_operation(bigint, bytea, text, text[]), integration.control_operation(bigint, text) TO signalbox_viewer;
