-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Operations: what an operator asked for on one or many messages. The list is frozen at preview under a hash, each item with
-- the version seen; what has changed since is skipped and said. Relays do the work, so the console may go away. How a started
-- one is carried out, in portions and stages, is in 0014_replayplan.sql.

CREATE TABLE integration.operation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id uuid NOT NULL UNIQUE, -- asking twice is asking once
    kind text NOT NULL CHECK (kind IN ('replay', 'verify')), -- verify: the targets are asked whether they have it; nothing is sent, whatever they say
    state text NOT NULL DEFAULT 'previewed' CHECK (state IN ('previewed', 'awaiting_approval', 'scheduled', 'running', 'paused', 'stopped', 'settled', 'cancelled', 'rejected')),
    requested_by text NOT NULL DEFAULT session_user,
    reason text NOT NULL DEFAULT '',
    total int NOT NULL,
    manifest bytea NOT NULL, -- hash of the items with their versions
    plan jsonb NOT NULL DEFAULT '{}', -- how many of each class
    created_at timestamptz NOT NULL DEFAULT now(),
    asked_at timestamptz, -- when somebody wanted it started
    started_at timestamptz, -- after approval, and not before start_at
    finished_at timestamptz,
    -- as it was asked for
    classes text[] NOT NULL DEFAULT '{}', -- what of the plan is sent
    ramp int[] NOT NULL DEFAULT '{100}', -- stages: per cent of what is sent, each with those before it
    rate double precision CHECK (rate > 0), -- items a second; NULL = no limit
    start_at timestamptz,
    stop_share int NOT NULL DEFAULT 20 CHECK (stop_share BETWEEN 0 AND 100), -- stops when more than so many per cent end with the same error
    -- how far it is: the counts follow the items by a trigger
    sendable int NOT NULL DEFAULT 0, -- items that are to be sent
    stage int NOT NULL DEFAULT 0, -- of the ramp, from 1
    allowed int NOT NULL DEFAULT 0, -- items that may have been handed over by the end of this stage
    released int NOT NULL DEFAULT 0, -- items that have been handed over
    confirmed int NOT NULL DEFAULT 0,
    failed int NOT NULL DEFAULT 0,
    skipped int NOT NULL DEFAULT 0, -- conflicts and cancelled ones too: nothing was sent
    in_doubt int NOT NULL DEFAULT 0,
    under_way int NOT NULL DEFAULT 0, -- with the relays
    tokens double precision NOT NULL DEFAULT 1, -- of the rate, as of filled_at
    filled_at timestamptz,
    judged_from int NOT NULL DEFAULT 0, -- items that had ended when the stop rule began to count
    stop jsonb, -- why it stopped: {"fingerprint", "message", "items", "ended"}
    -- approval
    limits jsonb NOT NULL DEFAULT '[]', -- those that it comes under, see integration.operation_limits
    approval_until timestamptz, -- NULL: none was needed
    decided_by text,
    decided_at timestamptz,
    decision_note text NOT NULL DEFAULT ''
) WITH (fillfactor = 50);
CREATE INDEX operation_preview ON integration.operation (created_at) WHERE state = 'previewed';
CREATE INDEX operation_live ON integration.operation (id) WHERE state IN ('awaiting_approval', 'scheduled', 'running', 'paused', 'stopped');
CREATE INDEX operation_asked ON integration.operation (id) WHERE asked_at IS NOT NULL;

-- state: planned (to be sent), claimed (handed to the relays), confirmed, failed, in_doubt, skipped, conflict (the target has
-- something else under the key: nothing was sent, so it counts among the skipped, and its exception stays open), cancelled.
-- Where it is only asked: confirmed is found, failed is not there, in_doubt is no answer.
CREATE TABLE integration.operation_item (
    operation_id bigint NOT NULL, -- written together with the operation: checking each of 100,000 would take a third of the preview
    transaction_id bigint NOT NULL,
    version int NOT NULL, -- of the transaction at preview
    before text NOT NULL, -- the transaction's status then
    class text NOT NULL, -- what a replay would do, see integration.plan_class; or whether it can be asked, see integration.question_class
    state text NOT NULL DEFAULT 'planned'
        CHECK (state IN ('planned', 'claimed', 'confirmed', 'failed', 'in_doubt', 'skipped', 'conflict', 'cancelled')),
    outcome text NOT NULL DEFAULT '', -- why it was skipped; the target's reference; the error
    at timestamptz,
    ordinal int NOT NULL, -- in this order they are handed over: the first message of each order, the second of each, ...
    follows bigint, -- the message of the same order before it in this list: its end is waited for
    ready boolean NOT NULL, -- it waits for none
    released_at timestamptz,
    PRIMARY KEY (operation_id, transaction_id)
) WITH (fillfactor = 80);
CREATE INDEX operation_item_ready ON integration.operation_item (operation_id, ordinal) WHERE state = 'planned' AND ready;
CREATE INDEX operation_item_follows ON integration.operation_item (operation_id, follows) WHERE follows IS NOT NULL;
CREATE UNIQUE INDEX operation_item_claimed ON integration.operation_item (transaction_id) WHERE state = 'claimed'; -- one at a time

-- What a plan holds, in sum: for its value, its limits and the rights that it takes.
CREATE TABLE integration.operation_part (
    operation_id bigint NOT NULL REFERENCES integration.operation ON DELETE CASCADE,
    flow text COLLATE "C" NOT NULL,
    class text NOT NULL,
    currency text NOT NULL, -- of the orders; '' where none is known
    items int NOT NULL,
    value_minor bigint NOT NULL,
    PRIMARY KEY (operation_id, flow, class, currency)
);

-- Keeps an operation's counts, and lets the messages behind those that have ended go. Whoever changes items holds the operation's lock.
CREATE FUNCTION integration.count_items() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM new_items) THEN
        RETURN NULL; -- it is told of statements that change nothing, too
    END IF;
    UPDATE integration.operation o SET confirmed = o.confirmed + d.confirmed, failed = o.failed + d.failed, skipped = o.skipped + d.skipped,
        in_doubt = o.in_doubt + d.in_doubt, under_way = o.under_way + d.under_way
    FROM (SELECT c.operation_id, COALESCE(sum(c.n) FILTER (WHERE c.state = 'confirmed'), 0) AS confirmed, COALESCE(sum(c.n) FILTER (WHERE c.state = 'failed'), 0) AS failed,
                 COALESCE(sum(c.n) FILTER (WHERE c.state IN ('skipped', 'conflict', 'cancelled')), 0) AS skipped,
                 COALESCE(sum(c.n) FILTER (WHERE c.state = 'in_doubt'), 0) AS in_doubt, COALESCE(sum(c.n) FILTER (WHERE c.state = 'claimed'), 0) AS under_way
          FROM (SELECT x.operation_id, x.state, sum(x.n) AS n
                FROM (SELECT n.operation_id, n.state, 1 AS n FROM new_items n UNION ALL SELECT b.operation_id, b.state, -1 FROM old_items b) x
                GROUP BY x.operation_id, x.state HAVING sum(x.n) <> 0) c
          GROUP BY c.operation_id) d
    WHERE o.id = d.operation_id;
    UPDATE integration.operation_item i SET ready = true
    FROM new_items n
    WHERE i.operation_id = n.operation_id AND i.follows = n.transaction_id AND NOT i.ready AND i.state = 'planned' AND n.state NOT IN ('planned', 'claimed');
    RETURN NULL;
END
$$;
CREATE TRIGGER count_items AFTER UPDATE ON integration.operation_item REFERENCING OLD TABLE AS old_items NEW TABLE AS new_items
    FOR EACH STATEMENT EXECUTE FUNCTION integration.count_items();

-- Whether an operation only asks. The one place that says so: claims, sends and ends look here.
CREATE FUNCTION integration.asks_only(operation bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT FROM integration.operation o WHERE o.id = $1 AND o.kind = 'verify') $$;

-- Whether the target can be asked about a message: verify (it can), no_lookup, not_failed (any more), done.
CREATE FUNCTION integration.question_class(status text, has_lookup boolean, done boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN status NOT IN ('failed', 'in_doubt') THEN 'not_failed' WHEN done THEN 'done' WHEN has_lookup THEN 'verify' ELSE 'no_lookup' END
$$;

-- Freezes the list of what a replay of these messages would do, or which of them can be asked about. Changes nothing else and writes
-- nothing into the audit trail. The same request again is the same preview.
CREATE FUNCTION integration.preview_operation(request uuid, kind text, ids bigint[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    operation bigint;
BEGIN
    IF NOT pg_has_role(session_user, 'signalbox_viewer', 'MEMBER') THEN
        RAISE EXCEPTION 'that takes the role signalbox_viewer' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO integration.operation (request_id, kind, total, manifest) VALUES ($1, $2, 0, '') ON CONFLICT (request_id) DO NOTHING RETURNING id INTO operation;
    IF operation IS NULL THEN
        SELECT o.id INTO operation FROM integration.operation o WHERE o.request_id = request AND o.requested_by = session_user AND o.kind = $2;
        IF operation IS NULL THEN
            RAISE EXCEPTION 'request % is of somebody else, or for something else', request USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN operation;
    END IF;
    WITH item AS MATERIALIZED (
        SELECT t.id, t.version, t.status, t.flow, t.business_key, COALESCE(o.currency, '') AS currency, COALESCE(o.total_minor, 0) AS value_minor,
               CASE WHEN c.class <> 'not_failed' AND f.obstacle IS NOT NULL THEN 'not_allowed' ELSE c.class END AS class
        FROM (SELECT DISTINCT unnest(ids) AS id) a JOIN integration.transaction t ON t.id = a.id
        JOIN (SELECT x.*, integration.may_not('replay', x.effect_class) AS obstacle FROM integration.flow x OFFSET 0) f ON f.code = t.flow -- asked once a flow
        JOIN integration.target g ON g.code = t.target
        LEFT JOIN integration.sales_order o ON o.id = t.order_id
        LEFT JOIN integration.milestone m ON m.order_id = t.order_id AND m.step = f.step AND m.scope = t.scope,
        LATERAL (SELECT CASE WHEN $2 = 'verify' THEN integration.question_class(t.status, f.lookup, COALESCE(m.state = 'completed', false))
                             ELSE integration.plan_class(t.status, t.error_class, t.error_effect, t.revision > t.failed_revision, integration.key_holds(g.idempotent, g.key_holds, t.keyed_at), f.effect_class,
                                                         f.lookup, COALESCE(m.state = 'completed', false)) END AS class) c
    ), part AS (
        INSERT INTO integration.operation_part (operation_id, flow, class, currency, items, value_minor)
        SELECT operation, i.flow, i.class, i.currency, count(*), sum(i.value_minor) FROM item i GROUP BY i.flow, i.class, i.currency
    ), ranked AS (
        SELECT i.*, CASE WHEN $2 = 'replay' THEN lag(i.id) OVER w END AS follows, row_number() OVER w AS rank FROM item i WINDOW w AS (PARTITION BY i.business_key COLLATE "C" ORDER BY i.id)
    )
    INSERT INTO integration.operation_item (operation_id, transaction_id, version, before, class, ordinal, follows, ready)
    SELECT operation, r.id, r.version, r.status, r.class, row_number() OVER (ORDER BY r.rank, r.id), r.follows, r.follows IS NULL FROM ranked r;
    UPDATE integration.operation o SET total = i.n, manifest = i.hash, plan = COALESCE((SELECT jsonb_object_agg(p.class, p.n)
            FROM (SELECT x.class, sum(x.items) AS n FROM integration.operation_part x WHERE x.operation_id = operation GROUP BY x.class) p), '{}')
    FROM (SELECT count(*) AS n, sha256(convert_to(COALESCE(string_agg(format('%s %s %s', transaction_id, version, class), E'\n' ORDER BY transaction_id), ''), 'UTF8')) AS hash
          FROM integration.operation_item WHERE operation_id = operation) i
    WHERE o.id = operation;
    UPDATE integration.operation o SET limits = integration.operation_limits(operation), stop_share = s.stop_share, -- what is proposed
        ramp = CASE WHEN o.kind = 'replay' AND COALESCE((o.plan->>'safe')::int, 0) + COALESCE((o.plan->>'verify')::int, 0) >= s.whole_below THEN s.ramp ELSE '{100}' END
    FROM integration.replay_setting s WHERE o.id = operation;
    RETURN operation;
END
$$;
CREATE FUNCTION integration.preview_replay(request uuid, ids bigint[]) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$ SELECT integration.preview_operation($1, 'replay', $2) $$;
CREATE FUNCTION integration.preview_verify(request uuid, ids bigint[]) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$ SELECT integration.preview_operation($1, 'verify', $2) $$;

-- Operations without anything left to do are settled.
CREATE FUNCTION integration.end_operations(ids bigint[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    UPDATE integration.operation o SET state = 'settled', finished_at = now()
    WHERE o.id = ANY (ids) AND o.state IN ('running', 'paused', 'stopped') AND o.total = o.confirmed + o.failed + o.skipped + o.in_doubt
$$;

-- Messages that were handed over, and are neither with a relay (any more) nor at their end, are as they were before: only what may
-- have arrived meanwhile is in doubt. state, outcome: what becomes of their items.
CREATE FUNCTION integration.give_back(messages bigint[], state text, outcome text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    WITH waiting AS MATERIALIZED (
        SELECT t.id, t.operation_id, CASE WHEN t.error_effect = 'unknown' THEN 'in_doubt' ELSE 'failed' END AS status
        FROM (SELECT DISTINCT m.id FROM unnest(messages) m (id)) m JOIN integration.transaction t ON t.id = m.id -- a joined list: there may be 100,000
        WHERE t.operation_id IS NOT NULL AND t.status IN ('pending', 'retrying') ORDER BY t.id FOR NO KEY UPDATE OF t
    ), back AS (
        UPDATE integration.transaction t SET operation_id = NULL, finished_at = now(), version = t.version + 1, status = w.status FROM waiting w WHERE t.id = w.id
    ), problem AS (
        UPDATE integration.exception x SET state = CASE WHEN x.owner IS NULL THEN 'open' ELSE 'assigned' END, version = x.version + 1,
            kind = CASE WHEN w.status = 'in_doubt' THEN 'in_doubt' ELSE x.kind END
        FROM waiting w WHERE x.transaction_id = w.id AND x.state = 'replaying'
    )
    UPDATE integration.operation_item i SET state = $2, outcome = $3, at = now() FROM waiting w WHERE i.operation_id = w.operation_id AND i.transaction_id = w.id
$$;

-- What of these operations is not with a relay is cancelled.
CREATE FUNCTION integration.cancel_items(ids bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    UPDATE integration.operation_item i SET state = 'cancelled', at = now() WHERE i.operation_id = ANY (ids) AND i.state = 'planned';
    PERFORM integration.give_back(ARRAY(SELECT i.transaction_id FROM integration.operation_item i WHERE i.operation_id = ANY (ids) AND i.state = 'claimed'), 'cancelled', '');
END
$$;

-- Pauses, resumes or cancels. Acts between items: what a relay has begun comes to its end; cancelled is only what had not been sent.
-- What the stop rule has stopped goes on as well: from then on it counts anew.
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
    ELSIF o.state IN ('settled', 'cancelled', 'rejected') OR ($2 = 'pause' AND o.state <> 'running') OR ($2 = 'resume' AND o.state NOT IN ('paused', 'stopped')) THEN
        RETURN;
    END IF;
    UPDATE integration.operation x SET state = CASE $2 WHEN 'pause' THEN 'paused' WHEN 'resume' THEN 'running' ELSE 'cancelled' END,
        finished_at = CASE WHEN $2 = 'cancel' THEN now() END, stop = CASE WHEN $2 <> 'resume' THEN x.stop END,
        judged_from = CASE WHEN x.state = 'stopped' THEN x.confirmed + x.failed + x.in_doubt ELSE x.judged_from END
    WHERE x.id = $1;
    IF o.state = 'stopped' AND $2 = 'resume' THEN
        DELETE FROM integration.operation_failure f WHERE f.operation_id = $1;
    ELSIF $2 = 'cancel' THEN
        PERFORM integration.cancel_items(ARRAY[$1]);
    END IF;
    PERFORM integration.audit(ARRAY[ROW($2, 'operation', $1, jsonb_build_object('state', o.state), NULL, NULL)::integration.audit_note]);
    INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
END
$$;

-- Each item's end follows its message's.
CREATE FUNCTION integration.settle_operations(moved integration.moved[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    stuck bigint[]; -- handed over, behind a message that has failed for good
    ids bigint[];
BEGIN
    stuck := ARRAY(SELECT t.id FROM unnest(moved) m JOIN integration.transaction b ON b.id = m.id
                   JOIN integration.transaction t ON t.business_key = b.business_key AND t.target = b.target AND t.id > b.id
                   WHERE m.status IN ('failed', 'in_doubt') AND b.status IN ('failed', 'in_doubt') AND t.status NOT IN ('delivered', 'cancelled') AND t.operation_id IS NOT NULL
                     AND NOT integration.asks_only(t.operation_id));
    ids := ARRAY(SELECT m.operation_id FROM unnest(moved) m WHERE m.operation_id IS NOT NULL
                 UNION SELECT t.operation_id FROM integration.transaction t WHERE t.id = ANY (stuck) AND t.operation_id IS NOT NULL);
    IF ids = '{}' THEN
        RETURN;
    END IF;
    PERFORM 1 FROM integration.operation o WHERE o.id = ANY (ids) ORDER BY o.id FOR NO KEY UPDATE; -- the last two items' ends see each other
    UPDATE integration.operation_item i SET at = now(),
        state = CASE WHEN m.status = 'delivered' THEN 'confirmed' WHEN m.answer = 'unanswered' THEN 'in_doubt' WHEN m.code = 'conflict' THEN 'conflict' ELSE m.status END,
        outcome = CASE WHEN m.code = 'found' THEN 'the target had it already: ' ELSE '' END || COALESCE(CASE WHEN m.status = 'delivered' THEN m.reference ELSE left(m.message, 200) END, '')
    FROM unnest(moved) m
    WHERE i.operation_id = m.operation_id AND i.transaction_id = m.id AND m.status IN ('delivered', 'failed', 'in_doubt') AND i.state = 'claimed';
    UPDATE integration.operation_item i SET outcome = 'held until the target can be asked', at = now()
    FROM unnest(moved) m JOIN integration.transaction t ON t.id = m.id
    WHERE i.operation_id = m.operation_id AND i.transaction_id = m.id AND m.status = 'retrying' AND t.verify AND i.state = 'claimed';
    UPDATE integration.transaction t SET operation_id = NULL FROM unnest(moved) m
    WHERE t.id = m.id AND m.operation_id IS NOT NULL AND m.status IN ('delivered', 'failed', 'in_doubt');
    IF stuck <> '{}' THEN
        PERFORM integration.give_back(stuck, 'skipped', 'an earlier message of the order has failed');
    END IF;
    PERFORM integration.settle_answers(moved), integration.end_operations(ids), integration.judge_operations(moved);
    ids := ARRAY(SELECT m.id FROM unnest(moved) m JOIN integration.operation o ON o.id = m.operation_id WHERE o.state = 'cancelled' AND m.status IN ('pending', 'retrying'));
    IF ids <> '{}' THEN
        PERFORM integration.give_back(ids, 'cancelled', '');
    END IF;
END
$$;

-- What has been asked, and is not there or got no answer: its exception is open as before, under its own error. What was in doubt and is not
-- there has failed.
CREATE FUNCTION integration.settle_answers(moved integration.moved[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    UPDATE integration.exception x SET version = x.version + 1, error_effect = COALESCE(t.error_effect, 'unknown'), kind = k.kind,
        state = CASE WHEN x.state <> 'replaying' THEN x.state WHEN x.owner IS NULL THEN 'open' ELSE 'assigned' END,
        severity = CASE WHEN k.kind = x.kind THEN x.severity ELSE (SELECT r.severity FROM integration.routing_rule r
            WHERE x.flow LIKE r.flow AND x.error_class LIKE r.class AND k.kind LIKE r.kind ORDER BY r.ordinal LIMIT 1) END
    FROM unnest(moved) m JOIN integration.transaction t ON t.id = m.id JOIN integration.exception e ON e.transaction_id = m.id AND e.state <> 'resolved',
    LATERAL (SELECT CASE WHEN m.status <> 'failed' OR e.kind <> 'in_doubt' THEN e.kind WHEN e.error_class IN ('business_rule', 'contract') THEN e.error_class
                    ELSE 'delivery_failure' END AS kind) k
    WHERE x.id = e.id AND m.answer IS NOT NULL AND m.status IN ('failed', 'in_doubt')
$$;

-- A question that no relay could ask in its flow's time, such as behind a breaker, ends without an answer. Returns how many.
CREATE FUNCTION integration.end_questions() RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    messages bigint[];
    operations bigint[] := ARRAY(SELECT o.id FROM integration.operation o WHERE o.kind = 'verify' AND o.state IN ('running', 'paused', 'stopped') AND o.under_way > 0
                                 AND o.started_at + (SELECT min(f.max_age) FROM integration.flow f) <= now());
BEGIN
    IF operations = '{}' THEN
        RETURN 0;
    END IF;
    operations := ARRAY(SELECT o.id FROM integration.operation o WHERE o.id = ANY (operations) ORDER BY o.id FOR NO KEY UPDATE SKIP LOCKED); -- before its messages, as whoever cancels it does
    messages := ARRAY(SELECT t.id FROM integration.operation_item i JOIN integration.transaction t ON t.id = i.transaction_id JOIN integration.flow f ON f.code = t.flow
                      WHERE i.operation_id = ANY (operations) AND i.state = 'claimed' AND t.status IN ('pending', 'retrying') AND t.since + f.max_age <= now());
    IF messages <> '{}' THEN
        PERFORM integration.give_back(messages, 'in_doubt', 'the target could not be asked in time'), integration.end_operations(operations);
        INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    END IF;
    RETURN cardinality(messages);
END
$$;

-- Plans that nobody has started for a day. They have changed nothing, and the messages have moved on.
CREATE FUNCTION integration.forget_previews() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    DELETE FROM integration.operation_item i WHERE i.operation_id IN
        (SELECT o.id FROM integration.operation o WHERE o.state = 'previewed' AND o.created_at < now() - interval '1 day' FOR UPDATE);
    DELETE FROM integration.operation o WHERE o.state = 'previewed' AND o.created_at < now() - interval '1 day'
$$;

GRANT SELECT ON integration.operation, integration.operation_item, integration.operation_part TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.count_items(), integration.preview_operation(uuid, text, bigint[]), integration.preview_replay(uuid, bigint[]), integration.preview_verify(uuid, bigint[]),
    integration.settle_answers(integration.moved[]), integration.end_questions(), integration.end_operations(bigint[]), integration.give_back(bigint[], text, text),
    integration.cancel_items(bigint[]), integration.control_operation(bigint, text), integration.settle_operations(integration.moved[]), integration.forget_previews() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.forget_previews() TO signalbox_relay;
GRANT EXECUTE ON FUNCTION integration.preview_replay(uuid, bigint[]), integration.preview_verify(uuid, bigint[]), integration.control_operation(bigint, text) TO signalbox_viewer;
