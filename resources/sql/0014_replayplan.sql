-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- How a replay is carried out once it is planned: what needs a second person, when it starts, in which portions and stages its
-- messages are handed to the relays, and what stops it.

CREATE TABLE integration.replay_setting (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    ramp int[] NOT NULL DEFAULT '{1,5,25,100}', -- stages of a replay that names none
    whole_below int NOT NULL DEFAULT 20, -- fewer messages are sent in one stage
    stop_share int NOT NULL DEFAULT 20 CHECK (stop_share BETWEEN 0 AND 100),
    stop_least int NOT NULL DEFAULT 3 CHECK (stop_least > 0), -- so many ends with the same error at least
    approval_holds interval NOT NULL DEFAULT '8 hours' CHECK (approval_holds > interval '0') -- how long is waited for an answer
);
INSERT INTO integration.replay_setting DEFAULT VALUES;

-- Above these a second person approves. For each flow the first limit that fits counts: of the items, and of the value in each
-- currency that has one. The flows that come under the same limit count together.
CREATE TABLE integration.approval_limit (
    ordinal smallint PRIMARY KEY,
    flow text NOT NULL DEFAULT '%', -- LIKE pattern
    effect_class text NOT NULL DEFAULT '%',
    currency text CHECK (currency ~ '^[A-Z]{3}$'), -- of a value; NULL: a number of items
    most bigint NOT NULL CHECK (most >= 0) -- items, or minor units
);
INSERT INTO integration.approval_limit (ordinal, effect_class, most) VALUES (10, 'money', 10), (20, 'legal', 10), (1000, '%', 1000);

-- Replaces the limits: [{"flow": "psp.%", "effect_class": "money", "most": 10}, {"currency": "EUR", "most": 500000}], the first that fits first.
CREATE FUNCTION integration.put_approval_limits(definition jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    IF jsonb_typeof(definition) IS DISTINCT FROM 'array' THEN
        RAISE EXCEPTION 'limits are a list' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM integration.check_fields('a limit', d, '{flow,effect_class,currency,most}') FROM jsonb_array_elements(definition) d;
    DELETE FROM integration.approval_limit;
    INSERT INTO integration.approval_limit (ordinal, flow, effect_class, currency, most)
    SELECT d.n, COALESCE(d.item->>'flow', '%'), COALESCE(d.item->>'effect_class', '%'), d.item->>'currency', (d.item->>'most')::bigint
    FROM jsonb_array_elements(definition) WITH ORDINALITY d (item, n);
END
$$;

-- The limits that a plan comes under, with what it has of each: [{"flow", "effect_class", "currency", "most", "of": {"safe": 12, ...}}].
CREATE FUNCTION integration.operation_limits(operation bigint) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    WITH part AS MATERIALIZED (
        SELECT p.*, f.effect_class FROM integration.operation_part p JOIN integration.flow f ON f.code = p.flow
        WHERE p.operation_id = $1 AND p.class IN ('safe', 'verify', 'will_fail') AND NOT integration.asks_only($1) -- a question moves nothing
    ), fitting AS (
        SELECT p.class, l.*, CASE WHEN l.currency IS NULL THEN p.items ELSE p.value_minor END AS size
        FROM part p, LATERAL (SELECT DISTINCT ON (x.currency) x.* FROM integration.approval_limit x
                              WHERE p.flow LIKE x.flow AND p.effect_class LIKE x.effect_class AND (x.currency IS NULL OR x.currency = p.currency)
                              ORDER BY x.currency, x.ordinal) l
    )
    SELECT COALESCE(jsonb_agg(jsonb_build_object('flow', s.flow, 'effect_class', s.effect_class, 'currency', s.currency, 'most', s.most, 'of', s.sizes) ORDER BY s.ordinal), '[]')
    FROM (SELECT c.ordinal, c.flow, c.effect_class, c.currency, c.most, jsonb_object_agg(c.class, c.size) AS sizes
          FROM (SELECT ordinal, flow, effect_class, currency, most, class, sum(size) AS size FROM fitting GROUP BY 1, 2, 3, 4, 5, 6) c
          GROUP BY c.ordinal, c.flow, c.effect_class, c.currency, c.most) s
$$;

-- Whether what is sent of a plan is more than one person may decide.
CREATE FUNCTION integration.exceeds(limits jsonb, classes text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (SELECT FROM jsonb_array_elements(limits) l
                   WHERE (SELECT COALESCE(sum(s.value::bigint), 0) FROM jsonb_each_text(l->'of') s WHERE s.key = ANY (classes)) > (l->>'most')::bigint)
$$;

-- Stages that have begun, with the counts of the operation as they were then.
CREATE TABLE integration.operation_stage (
    operation_id bigint NOT NULL REFERENCES integration.operation ON DELETE CASCADE,
    number int NOT NULL,
    share int NOT NULL, -- per cent of what is sent, with the stages before
    allowed int NOT NULL,
    began_at timestamptz NOT NULL DEFAULT now(),
    confirmed int NOT NULL,
    failed int NOT NULL,
    skipped int NOT NULL,
    in_doubt int NOT NULL,
    released int NOT NULL,
    PRIMARY KEY (operation_id, number)
);

-- How often an operation's items have ended with the same error, since the stop rule began to count.
CREATE TABLE integration.operation_failure (
    operation_id bigint NOT NULL REFERENCES integration.operation ON DELETE CASCADE,
    fingerprint text COLLATE "C" NOT NULL,
    message text NOT NULL,
    items int NOT NULL,
    PRIMARY KEY (operation_id, fingerprint)
);

-- Puts a previewed replay on its way, exactly as it was previewed: the hash says which. classes: which of the plan's classes to
-- send; what would fail again only when asked for. Where it only asks, that takes no reason and has one stage. options: {"ramp": [1, 5, 25, 100], "rate": items a second, "startAt", "stopShare"}.
-- Checks and records only: relays are handed the messages by release_items. Starting what is on its way already is no error.
CREATE FUNCTION integration.start_operation(operation bigint, manifest bytea, reason text, classes text[] DEFAULT '{safe,verify}', options jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    o integration.operation;
    setting integration.replay_setting;
    stages int[];
    forbidden text[];
    sends int;
    limited jsonb;
    approval boolean;
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
    ELSIF COALESCE(btrim($3), '') = '' AND o.kind = 'replay' THEN
        RAISE EXCEPTION 'a replay needs a reason' USING ERRCODE = 'invalid_parameter_value';
    ELSIF $4 IS NULL OR NOT $4 <@ '{safe,verify,will_fail}' THEN
        RAISE EXCEPTION 'only what is safe, is verified first or will fail again can be sent' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM integration.check_fields('a replay', COALESCE($5, '{}'), '{ramp,rate,startAt,stopShare}');
    SELECT * INTO setting FROM integration.replay_setting;
    stages := ARRAY(SELECT e.value::int FROM jsonb_array_elements_text(NULLIF($5->'ramp', 'null')) WITH ORDINALITY e (value, n) ORDER BY e.n);
    IF stages <> '{}' AND (stages[cardinality(stages)] <> 100 OR 0 >= ANY (stages) OR cardinality(stages) > 20
                           OR stages <> ARRAY(SELECT DISTINCT s FROM unnest(stages) s ORDER BY s)) THEN
        RAISE EXCEPTION 'the stages of a ramp are rising percentages up to 100' USING ERRCODE = 'invalid_parameter_value';
    ELSIF ($5->>'rate')::double precision <= 0 THEN
        RAISE EXCEPTION 'a rate is more than 0' USING ERRCODE = 'invalid_parameter_value';
    ELSIF ($5->>'stopShare')::int NOT BETWEEN 0 AND 100 THEN
        RAISE EXCEPTION 'the share that stops a replay is between 0 and 100 per cent' USING ERRCODE = 'invalid_parameter_value';
    END IF;

    UPDATE integration.operation_item i SET state = 'skipped', at = now(),
        outcome = CASE i.class WHEN 'done' THEN 'done already' WHEN 'not_allowed' THEN 'not allowed' WHEN 'not_failed' THEN 'has not failed'
                               WHEN 'by_hand' THEN 'to be verified by hand' WHEN 'will_fail' THEN 'would fail again'
                               WHEN 'no_lookup' THEN 'its flow cannot ask the target' ELSE 'left out' END
    WHERE i.operation_id = $1 AND i.class <> ALL ($4) AND EXISTS (SELECT FROM integration.operation_part p WHERE p.operation_id = $1 AND p.class <> ALL ($4));
    -- a right may have been taken away since the preview; later on nobody asks again
    forbidden := ARRAY(SELECT f.code FROM integration.flow f WHERE f.code IN (SELECT p.flow FROM integration.operation_part p WHERE p.operation_id = $1)
                       AND integration.may_not('replay', f.effect_class) IS NOT NULL);
    IF forbidden <> '{}' THEN
        UPDATE integration.operation_item i SET state = 'skipped', outcome = 'not allowed', at = now()
        FROM integration.transaction t WHERE i.operation_id = $1 AND i.state = 'planned' AND t.id = i.transaction_id AND t.flow = ANY (forbidden);
    END IF;
    SELECT x.total - x.skipped INTO sends FROM integration.operation x WHERE x.id = $1;
    limited := integration.operation_limits($1);
    approval := sends > 0 AND integration.exceeds(limited, $4);
    UPDATE integration.operation x SET reason = COALESCE($3, ''), classes = $4, asked_at = now(), sendable = sends, limits = limited,
        ramp = CASE WHEN o.kind = 'verify' THEN '{100}' WHEN stages <> '{}' THEN stages WHEN sends < setting.whole_below THEN '{100}' ELSE setting.ramp END,
        rate = ($5->>'rate')::double precision, start_at = ($5->>'startAt')::timestamptz, stop_share = COALESCE(($5->>'stopShare')::int, setting.stop_share),
        state = CASE WHEN approval THEN 'awaiting_approval' ELSE x.state END, approval_until = CASE WHEN approval THEN now() + setting.approval_holds END
    WHERE x.id = $1;
    IF approval THEN
        PERFORM integration.audit(ARRAY[ROW('ask_approval', 'operation', $1, NULL, jsonb_build_object('manifest', encode($2, 'hex'), 'classes', to_jsonb($4), 'items', sends), $3)::integration.audit_note]);
    ELSE
        PERFORM integration.set_going($1);
    END IF;
    INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
END
$$;

-- From asked for, or approved, to running; or to waiting for its time.
CREATE FUNCTION integration.set_going(operation bigint) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    UPDATE integration.operation o SET state = CASE WHEN o.start_at > now() AND o.sendable > 0 THEN 'scheduled' ELSE 'running' END,
        started_at = CASE WHEN o.start_at > now() AND o.sendable > 0 THEN NULL ELSE now() END, filled_at = clock_timestamp()
    WHERE o.id = $1;
    SELECT integration.end_operations(ARRAY[$1])
$$;

-- Why the user may not approve this operation; NULL: he may. Managers may, and whoever may do it all himself; never who asked for it.
CREATE FUNCTION integration.may_not_approve(o integration.operation) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN o.requested_by = session_user THEN 'it is approved by somebody else than who asked for it'
                WHEN o.approval_until <= now() THEN 'the request for approval has expired'
                WHEN pg_has_role(session_user, 'signalbox_manager', 'MEMBER') THEN NULL
                ELSE (SELECT max(integration.may_not('replay', f.effect_class)) FROM integration.operation_part p JOIN integration.flow f ON f.code = p.flow
                      WHERE p.operation_id = o.id AND p.class = ANY (o.classes)) END
$$;

-- Approves the very list that was previewed, as long as the question stands, or rejects it.
CREATE FUNCTION integration.decide_operation(operation bigint, manifest bytea, approved boolean, note text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    o integration.operation;
    obstacle text;
BEGIN
    SELECT * INTO o FROM integration.operation x WHERE x.id = $1 FOR NO KEY UPDATE;
    obstacle := integration.may_not_approve(o);
    IF o.id IS NULL THEN
        RAISE EXCEPTION 'there is no operation %', $1 USING ERRCODE = 'invalid_parameter_value';
    ELSIF o.decided_by = session_user AND (o.state <> 'rejected') = $3 AND o.manifest IS NOT DISTINCT FROM COALESCE($2, o.manifest) THEN
        RETURN; -- asked twice
    ELSIF o.state <> 'awaiting_approval' THEN
        RAISE EXCEPTION 'operation % does not wait for approval', $1 USING ERRCODE = 'invalid_parameter_value';
    ELSIF obstacle IS NOT NULL THEN
        RAISE EXCEPTION '%', obstacle USING ERRCODE = 'insufficient_privilege';
    ELSIF $3 AND o.manifest IS DISTINCT FROM $2 THEN
        RAISE EXCEPTION 'the list of operation % is another one than was looked at', $1 USING ERRCODE = 'invalid_parameter_value';
    ELSIF NOT $3 AND COALESCE(btrim($4), '') = '' THEN
        RAISE EXCEPTION 'a rejection needs a reason' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    UPDATE integration.operation x SET decided_by = session_user, decided_at = now(), decision_note = COALESCE($4, ''),
        state = CASE WHEN $3 THEN x.state ELSE 'rejected' END, finished_at = CASE WHEN NOT $3 THEN now() END
    WHERE x.id = $1;
    IF $3 THEN
        PERFORM integration.set_going($1);
    ELSE
        PERFORM integration.cancel_items(ARRAY[$1]);
    END IF;
    PERFORM integration.audit(ARRAY[ROW(CASE WHEN $3 THEN 'approve' ELSE 'reject' END, 'operation', $1, jsonb_build_object('requested_by', o.requested_by),
                                        jsonb_build_object('manifest', encode(o.manifest, 'hex')), $4)::integration.audit_note]);
    INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
END
$$;
CREATE FUNCTION integration.approve_operation(operation bigint, manifest bytea, note text DEFAULT '') RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$ SELECT integration.decide_operation($1, $2, true, $3) $$;
CREATE FUNCTION integration.reject_operation(operation bigint, reason text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$ SELECT integration.decide_operation($1, NULL, false, $2) $$;

-- Hands up to max_count messages of one operation to the relays, in the order of the list and as far as its stage and its rate allow;
-- returns how many it has dealt with: 0 when there is nothing to do now. Called by the relays, often: one look into a small index while
-- no operation waits. What another relay is at is passed over. What has changed since the preview is skipped and said.
CREATE FUNCTION integration.release_items(max_count int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    candidate bigint;
    dealt int;
BEGIN
    FOR candidate IN
        SELECT x.id FROM integration.operation x
        WHERE (x.state = 'running' AND x.total > x.confirmed + x.failed + x.skipped + x.in_doubt + x.under_way AND (x.released < x.allowed OR x.under_way = 0)
               AND (x.rate IS NULL OR x.tokens + x.rate * extract(epoch FROM clock_timestamp() - x.filled_at) >= 1))
           OR (x.state = 'scheduled' AND x.start_at <= now()) OR (x.state = 'awaiting_approval' AND x.approval_until <= now())
        ORDER BY x.filled_at, x.id
    LOOP
        dealt := integration.release_of(candidate, max_count);
        IF dealt > 0 THEN
            RETURN dealt;
        END IF;
    END LOOP;
    RETURN 0;
END
$$;

CREATE FUNCTION integration.release_of(operation bigint, max_count int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    o integration.operation;
    before int; -- stage
    room int;
    sent int;
    dealt int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('signalbox release', $1)) THEN -- another relay
        RETURN 0;
    END IF;
    SELECT * INTO o FROM integration.operation x WHERE x.id = $1 FOR NO KEY UPDATE; -- waits for ends that are counted just now
    IF o.state = 'awaiting_approval' AND o.approval_until <= now() THEN
        UPDATE integration.operation x SET state = 'cancelled', finished_at = now(), decision_note = 'nobody approved it in time' WHERE x.id = $1;
        PERFORM integration.cancel_items(ARRAY[$1]);
        INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
        RETURN o.total;
    ELSIF o.state = 'scheduled' AND o.start_at <= now() THEN
        PERFORM integration.set_going($1);
        o.state := 'running';
        o.filled_at := clock_timestamp();
    END IF;
    IF o.state IS DISTINCT FROM 'running' OR o.total = o.confirmed + o.failed + o.skipped + o.in_doubt + o.under_way THEN
        RETURN 0;
    END IF;
    before := o.stage;
    IF o.released >= o.allowed AND o.under_way = 0 THEN -- all of the last stage have ended, and the stop rule let it go on
        o.stage := LEAST(o.stage + 1, cardinality(o.ramp));
        o.allowed := CASE WHEN o.stage = cardinality(o.ramp) THEN o.sendable ELSE GREATEST(o.released + 1, ceil(o.sendable * o.ramp[o.stage] / 100.0)::int) END;
        INSERT INTO integration.operation_stage (operation_id, number, share, allowed, confirmed, failed, skipped, in_doubt, released)
        VALUES (o.id, o.stage, o.ramp[o.stage], o.allowed, o.confirmed, o.failed, o.skipped, o.in_doubt, o.released) ON CONFLICT DO NOTHING;
    END IF;
    o.tokens := CASE WHEN o.rate IS NOT NULL THEN LEAST(GREATEST(o.rate, 1), o.tokens + o.rate * extract(epoch FROM clock_timestamp() - o.filled_at)) END;
    room := LEAST(max_count, o.allowed - o.released, floor(o.tokens));
    IF room <= 0 THEN
        RETURN 0;
    END IF;
    WITH picked AS MATERIALIZED (
        SELECT i.transaction_id AS id, i.version, i.before, i.class FROM integration.operation_item i
        WHERE i.operation_id = $1 AND i.state = 'planned' AND i.ready ORDER BY i.ordinal LIMIT room
    ), live AS MATERIALIZED (
        SELECT t.id, t.order_id, t.status, p.class,
               p.class = 'verify' OR (f.lookup AND (t.error_code = 'conflict' OR t.absent_at IS NOT NULL)) AS verify, -- not there then may be there now
               CASE WHEN t.status = 'delivered' THEN 'done already' WHEN t.version <> p.version OR t.status <> p.before THEN 'changed since preview'
                    WHEN o.kind = 'verify' THEN CASE WHEN NOT f.lookup THEN 'its flow cannot ask the target' END
                    WHEN EXISTS (SELECT FROM integration.transaction e WHERE e.business_key = t.business_key AND e.target = t.target AND e.id < t.id
                                 AND e.status NOT IN ('delivered', 'cancelled') AND e.status IN ('failed', 'in_doubt'))
                        THEN 'an earlier message of the order has failed' END AS obstacle
        FROM picked p JOIN integration.transaction t ON t.id = p.id JOIN integration.flow f ON f.code = t.flow
        ORDER BY t.id FOR NO KEY UPDATE OF t SKIP LOCKED -- what is locked is changing: next time
    ), item AS (
        UPDATE integration.operation_item i SET state = CASE WHEN l.obstacle IS NULL THEN 'claimed' ELSE 'skipped' END, outcome = COALESCE(l.obstacle, ''), at = now(),
            released_at = CASE WHEN l.obstacle IS NULL THEN now() END
        FROM live l WHERE i.operation_id = $1 AND i.transaction_id = l.id
    ), given AS (
        UPDATE integration.transaction t SET status = 'pending', tries = 0, since = now(), due_at = now(), verify = l.verify, operation_id = $1, finished_at = NULL,
            version = t.version + 1
        FROM live l WHERE t.id = l.id AND l.obstacle IS NULL
    ), problem AS (
        UPDATE integration.exception x SET state = 'replaying', snoozed_until = NULL, version = x.version + 1
        FROM live l WHERE x.transaction_id = l.id AND x.state <> 'resolved' AND l.obstacle IS NULL
    ), audited AS (
        SELECT integration.audit(array_agg(ROW(o.kind, 'transaction', l.id, jsonb_build_object('status', l.status),
                                               jsonb_build_object('status', 'pending', 'operation', $1, 'class', l.class), o.reason)::integration.audit_note ORDER BY l.id), o.requested_by)
        FROM live l WHERE l.obstacle IS NULL HAVING count(*) > 0
    ), told AS (
        INSERT INTO integration.change_log (order_ids, exceptions)
        SELECT COALESCE(array_agg(DISTINCT l.order_id) FILTER (WHERE l.order_id IS NOT NULL), '{}'), true FROM live l LEFT JOIN audited u ON true HAVING count(*) > 0
    )
    SELECT count(*) FILTER (WHERE l.obstacle IS NULL), count(*) INTO sent, dealt FROM live l;
    IF dealt = 0 AND o.stage = before THEN
        RETURN 0;
    END IF;
    UPDATE integration.operation x SET released = x.released + sent, stage = o.stage, allowed = o.allowed, filled_at = clock_timestamp(),
        tokens = CASE WHEN o.rate IS NULL THEN 1 ELSE o.tokens - sent END
    WHERE x.id = $1;
    PERFORM integration.end_operations(ARRAY[$1]);
    RETURN dealt;
END
$$;

-- Stops operations in which the same error comes back too often. Different errors do not add up: they are not one cause.
CREATE FUNCTION integration.judge_operations(moved integration.moved[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    stopped bigint[];
BEGIN
    INSERT INTO integration.operation_failure AS f (operation_id, fingerprint, message, items)
    SELECT m.operation_id, p.fingerprint, max(left(COALESCE(m.message, ''), 500)), count(*)
    FROM unnest(moved) m, LATERAL (SELECT COALESCE(m.fingerprint, md5(m.flow || ' ' || COALESCE(m.code, ''))) AS fingerprint) p
    WHERE m.operation_id IS NOT NULL AND m.status IN ('failed', 'in_doubt') AND m.code IS DISTINCT FROM 'conflict' AND NOT integration.asks_only(m.operation_id) -- nothing was sent
    GROUP BY m.operation_id, p.fingerprint ORDER BY 1, 2
    ON CONFLICT (operation_id, fingerprint) DO UPDATE SET items = f.items + EXCLUDED.items, message = EXCLUDED.message;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    WITH worst AS (
        SELECT DISTINCT ON (f.operation_id) f.* FROM integration.operation_failure f
        WHERE f.operation_id IN (SELECT m.operation_id FROM unnest(moved) m) ORDER BY f.operation_id, f.items DESC, f.fingerprint
    ), changed AS (
        UPDATE integration.operation o SET state = 'stopped',
            stop = jsonb_build_object('fingerprint', w.fingerprint, 'message', w.message, 'items', w.items, 'ended', e.ended, 'at', now())
        FROM worst w, integration.replay_setting s, LATERAL (SELECT x.confirmed + x.failed + x.in_doubt - x.judged_from AS ended FROM integration.operation x WHERE x.id = w.operation_id) e
        WHERE o.id = w.operation_id AND o.state = 'running' AND w.items >= s.stop_least AND w.items * 100.0 > o.stop_share * e.ended
        RETURNING o.id, o.stop
    )
    SELECT array_agg(c.id) INTO stopped FROM changed c;
    IF stopped IS NOT NULL THEN
        PERFORM integration.audit(array_agg(ROW('stop', 'operation', o.id, jsonb_build_object('state', 'running'), o.stop, NULL)::integration.audit_note ORDER BY o.id), 'signalbox')
        FROM integration.operation o WHERE o.id = ANY (stopped);
        INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    END IF;
END
$$;

-- An operation as lists and pages show it: five counts that add up to the total, its stages, what it waits for.
CREATE VIEW integration.operation_row AS
SELECT o.*, o.total - o.confirmed - o.failed - o.skipped - o.in_doubt AS not_started,
       o.state = 'running' AND NOT integration.has_relay() AS without_relay,
       CASE WHEN o.state = 'awaiting_approval' THEN integration.may_not_approve(o) END AS may_not_approve,
       (SELECT jsonb_agg(jsonb_build_object('class', p.class, 'currency', p.currency, 'value', p.value) ORDER BY p.currency, p.class)
        FROM (SELECT x.class, x.currency, sum(x.value_minor)::text AS value FROM integration.operation_part x
              WHERE x.operation_id = o.id AND x.currency <> '' GROUP BY x.class, x.currency) p) AS value,
       (SELECT jsonb_agg(jsonb_build_object('number', s.number, 'confirmed', s.next_confirmed - s.confirmed, 'failed', s.next_failed - s.failed,
                   'skipped', s.next_skipped - s.skipped, 'in_doubt', s.next_in_doubt - s.in_doubt, 'size', s.next_released - s.released) ORDER BY s.number)
        FROM (SELECT x.*, lead(x.confirmed, 1, o.confirmed) OVER w AS next_confirmed, lead(x.failed, 1, o.failed) OVER w AS next_failed,
                     lead(x.skipped, 1, o.skipped) OVER w AS next_skipped, lead(x.in_doubt, 1, o.in_doubt) OVER w AS next_in_doubt,
                     lead(x.released, 1, o.released) OVER w AS next_released
              FROM integration.operation_stage x WHERE x.operation_id = o.id WINDOW w AS (ORDER BY x.number)) s) AS stages
FROM integration.operation o;

-- What runs, and what waits for somebody, in three numbers.
CREATE INDEX transaction_in_doubt ON integration.transaction (id) WHERE status = 'in_doubt';
CREATE FUNCTION integration.operation_counts(OUT running bigint, OUT in_doubt bigint, OUT for_me bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT count(*) FILTER (WHERE o.state IN ('scheduled', 'running', 'paused', 'stopped')),
           (SELECT count(*) FROM integration.transaction t WHERE t.status = 'in_doubt'),
           count(*) FILTER (WHERE o.state = 'awaiting_approval' AND integration.may_not_approve(o) IS NULL)
    FROM integration.operation o WHERE o.state IN ('awaiting_approval', 'scheduled', 'running', 'paused', 'stopped')
$$;

GRANT SELECT ON integration.replay_setting, integration.approval_limit, integration.operation_stage, integration.operation_row TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.put_approval_limits(jsonb), integration.operation_limits(bigint), integration.exceeds(jsonb, text[]),
    integration.start_operation(bigint, bytea, text, text[], jsonb), integration.set_going(bigint), integration.may_not_approve(integration.operation),
    integration.decide_operation(bigint, bytea, boolean, text), integration.approve_operation(bigint, bytea, text), integration.reject_operation(bigint, text),
    integration.release_items(int), integration.release_of(bigint, int), integration.judge_operations(integration.moved[]), integration.operation_counts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.put_approval_limits(jsonb) TO signalbox_admin;
GRANT EXECUTE ON FUNCTION integration.release_items(int) TO signalbox_relay;
GRANT EXECUTE ON FUNCTION integration.start_operation(bigint, bytea, text, text[], jsonb), integration.approve_operation(bigint, bytea, text), integration.reject_operation(bigint, text),
    integration.may_not_approve(integration.operation), integration.operation_counts() TO signalbox_viewer;
