-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Delivering: messages, what was tried, and the protocol of the relays. A claim is a lease; every later step checks that the
-- lease is still held, by the relay's name and the number of the try, so a worker that was given up completes nothing.

CREATE TABLE integration.transaction (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    flow text COLLATE "C" NOT NULL,
    target text COLLATE "C" NOT NULL,
    order_id bigint,
    scope text COLLATE "C" NOT NULL DEFAULT '',
    business_key text COLLATE "C" NOT NULL, -- messages with the same one reach a target one after the other
    idempotency_key text COLLATE "C" NOT NULL,
    traceparent text NOT NULL,
    status text NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'delivering', 'delivered', 'retrying', 'failed', 'in_doubt', 'cancelled')),
    revision smallint NOT NULL DEFAULT 1, -- of the payload that counts
    failed_revision smallint NOT NULL DEFAULT 1, -- of the payload that failed last
    attempts int NOT NULL DEFAULT 0, -- tries ever begun
    tries int NOT NULL DEFAULT 0, -- since it was created or last replayed
    verify boolean NOT NULL DEFAULT false, -- ask the target before sending
    due_at timestamptz NOT NULL DEFAULT now(), -- of the next try
    relay text, -- who delivers, till lease_until
    lease_until timestamptz,
    sent_at timestamptz, -- since when the try under way may have reached the target; NULL: not yet
    created_at timestamptz NOT NULL DEFAULT now(),
    since timestamptz NOT NULL DEFAULT now(), -- created or last replayed: max_age counts from here
    keyed_at timestamptz, -- first sent under this key: the target forgets it after target.key_holds
    finished_at timestamptz,
    error_class text,
    error_effect text,
    error_code text,
    error_text text,
    http_status smallint,
    fingerprint text,
    reference text, -- the target's own id of what was done
    absent_at timestamptz, -- when the target said that it does not have it; NULL: it did not, or something has been sent since
    operation_id bigint, -- the operation that is replaying it, or asks whether it is there
    version int NOT NULL DEFAULT 1,
    UNIQUE (flow, idempotency_key)
) WITH (fillfactor = 70);
CREATE INDEX transaction_due ON integration.transaction (target, due_at, id) WHERE status IN ('pending', 'retrying');
CREATE INDEX transaction_undone ON integration.transaction (business_key, target, id) WHERE status NOT IN ('delivered', 'cancelled');
CREATE INDEX transaction_lease ON integration.transaction (lease_until) WHERE status = 'delivering';
CREATE INDEX transaction_trouble ON integration.transaction (flow, id) WHERE status IN ('failed', 'in_doubt');
CREATE INDEX transaction_waiting ON integration.transaction (id) WHERE status IN ('pending', 'retrying') AND error_effect = 'unknown' AND NOT verify;
CREATE INDEX transaction_order ON integration.transaction (order_id) WHERE order_id IS NOT NULL;

-- What is sent, to the byte. A change is a new revision; the first stays.
CREATE TABLE integration.payload (
    transaction_id bigint NOT NULL,
    revision smallint NOT NULL,
    content text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by text NOT NULL DEFAULT session_user,
    PRIMARY KEY (transaction_id, revision)
);

-- Every try. Secrets are masked before they come here, bodies cut.
CREATE TABLE integration.attempt (
    transaction_id bigint NOT NULL,
    number int NOT NULL,
    relay text NOT NULL,
    action text NOT NULL DEFAULT 'send' CHECK (action IN ('send', 'lookup')),
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    outcome text NOT NULL, -- delivered, found (the target had it), absent (it was asked only, and has not), failed, lost (the relay did not come back)
    http_status smallint,
    error_class text,
    error_effect text,
    error_code text,
    error_text text,
    advice text, -- id of the rule that gave the verdict, see resources/rules/failures.json
    request_headers jsonb,
    response_headers jsonb,
    response_body text,
    PRIMARY KEY (transaction_id, number)
);

-- What comes of a try: one rule, for every flow. retry: whether it may be sent again by itself (by_itself), only where the
-- target knows the key (same_key_only), after a look at the target (look_first), or never.
CREATE FUNCTION integration.after_try(delivered boolean, effect text, retry text, keyed boolean, has_lookup boolean, again boolean)
RETURNS TABLE (status text, verify boolean) -- a table, so that it becomes part of the statement that asks
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 1 AS $$
    SELECT s, s = 'retrying' AND effect = 'unknown' AND NOT keyed
    FROM (SELECT CASE
        WHEN delivered OR effect = 'applied' THEN 'delivered'
        WHEN effect = 'unknown' THEN CASE WHEN again AND (keyed OR has_lookup) AND retry <> 'never' THEN 'retrying' ELSE 'in_doubt' END
        WHEN retry = 'by_itself' OR (retry = 'same_key_only' AND keyed) OR (retry = 'look_first' AND (keyed OR has_lookup))
            THEN CASE WHEN again THEN 'retrying' ELSE 'failed' END
        ELSE 'failed' END AS s) x
$$;

-- What is known of a message's effect after a try that failed. A look at the target that failed leaves open what was open; so does
-- a refusal that says nothing of the message itself, while an earlier try under the same key may have arrived.
CREATE FUNCTION integration.effect_now(before text, looked boolean, action text, class text, effect text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN effect = 'not_applied' AND before = 'unknown' AND (action = 'lookup' OR (NOT looked AND class IN ('transient', 'throttling', 'auth')))
           THEN 'unknown' ELSE effect END
$$;

-- Whether the target still knows a key that was first sent at keyed_at.
CREATE FUNCTION integration.key_holds(idempotent boolean, key_holds interval, keyed_at timestamptz) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT idempotent AND (key_holds IS NULL OR keyed_at IS NULL OR keyed_at + key_holds > now()) $$;

-- How much a message of this scope is about: in a return or a refund what was stated last in data.refund, else the order's total. NULL
-- where that is not known, or stated in another currency than the order's: a person has to look at it.
CREATE FUNCTION integration.amount_of(o integration.sales_order, scope text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT CASE WHEN s.refund IS NULL THEN round(o.total_minor::numeric / 10::numeric ^ c.digits, c.digits)
                WHEN s.refund->>'currency' = o.currency THEN round((s.refund->>'amount')::numeric, c.digits) END::text
    FROM integration.currency c
    LEFT JOIN LATERAL (SELECT e.data->'refund' AS refund FROM integration.business_event e
                       WHERE $2 ~ '^(return|refund)/' AND e.order_id = o.id AND e.data->>'scope' = $2 AND e.data->'refund'->>'amount' IS NOT NULL
                       ORDER BY e.time DESC, e.source DESC, e.id DESC LIMIT 1) s ON true
    WHERE c.code = o.currency
$$;

-- What a template becomes for an order: "$key", "$scope", "$amount" (see amount_of), "$order.…" (its fields), "$lines" (each with what is known of its
-- SKU as "master"), "$refs.<system>.<type>" (ids elsewhere), "$master.…" (what is known of its channel).
CREATE FUNCTION integration.content_of(template jsonb, key text, scope text, order_id bigint) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT integration.render($1, jsonb_build_object(
        'key', $2, 'scope', COALESCE(NULLIF($3, ''), 'order'), 'order', to_jsonb(o) - '{statements,customer}'::text[],
        'amount', integration.amount_of(o, $3),
        'master', COALESCE((SELECT m.data FROM integration.master_record m WHERE m.kind = 'channel' AND m.key = o.channel), '{}'),
        'lines', CASE WHEN $1::text LIKE '%$lines%' THEN
            (SELECT COALESCE(jsonb_agg((to_jsonb(l) - '{order_id,stamp}'::text[]) || jsonb_build_object('master', COALESCE(m.data, '{}')) ORDER BY l.line), '[]')
             FROM integration.order_line l LEFT JOIN integration.master_record m ON m.kind = 'product' AND m.key = l.sku WHERE l.order_id = o.id) END,
        'refs', CASE WHEN $1::text LIKE '%$refs%' THEN
            (SELECT COALESCE(jsonb_object_agg(x.system, x.ids), '{}') FROM (SELECT r.system, jsonb_object_agg(r.object_type, r.object_id) AS ids
             FROM integration.external_ref r WHERE r.order_id = o.id GROUP BY r.system) x) END))::text
    FROM integration.sales_order o WHERE o.id = $4
$$;

-- A message that is to be made for an order. cause: tells apart messages of the same flow and scope; mostly ''.
CREATE TYPE integration.wanted AS (flow text, order_id bigint, scope text, cause text);

-- Makes messages, each once by its key, to where the flow's routes say. Returns how many are new.
CREATE FUNCTION integration.make_messages(wanted integration.wanted[]) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    made int;
BEGIN
    WITH message AS (
        SELECT f.code AS flow, f.payload, r.target, w.order_id, w.scope, o.order_key,
               'signalbox/' || f.code || '/' || o.order_key || CASE WHEN w.scope = '' THEN '' ELSE '/' || w.scope END || w.cause AS key
        FROM unnest(wanted) w JOIN integration.flow f ON f.code = w.flow JOIN integration.sales_order o ON o.id = w.order_id
        LEFT JOIN integration.master_record c ON c.kind = 'channel' AND c.key = o.channel,
        LATERAL (SELECT to_jsonb(o) || jsonb_build_object('master', c.data) AS fields) k,
        LATERAL (SELECT r.target FROM integration.flow_route r
                 WHERE r.flow = f.code AND NOT EXISTS (SELECT FROM jsonb_each(r.condition) c WHERE NOT c.value ? COALESCE(k.fields #>> string_to_array(c.key, '.'), ''))
                 ORDER BY r.ordinal LIMIT 1) r
    ), made AS (
        INSERT INTO integration.transaction (flow, target, order_id, scope, business_key, idempotency_key, traceparent)
        SELECT e.flow, e.target, e.order_id, e.scope, e.order_key, e.key,
               '00-' || replace(gen_random_uuid()::text, '-', '') || '-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 16) || '-01'
        FROM message e ORDER BY e.order_id, e.flow, e.scope
        ON CONFLICT (flow, idempotency_key) DO NOTHING
        RETURNING id, flow, idempotency_key
    )
    INSERT INTO integration.payload (transaction_id, revision, content)
    SELECT n.id, 1, integration.content_of(e.payload, e.key, e.scope, e.order_id)
    FROM made n JOIN message e ON e.flow = n.flow AND e.key = n.idempotency_key;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END
$$;

-- Makes the messages of the steps that are eligible in these orders.
CREATE FUNCTION integration.dispatch(ids bigint[]) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    eligible integration.wanted[];
BEGIN
    IF NOT EXISTS (SELECT FROM integration.flow WHERE enabled AND step IS NOT NULL) THEN
        RETURN 0;
    END IF;
    SELECT array_agg(ROW(f.code, m.order_id, m.scope, '')::integration.wanted) INTO eligible
    FROM integration.milestone m
    JOIN integration.flow f ON f.step = m.step AND f.enabled
    JOIN integration.sales_order o ON o.id = m.order_id
    WHERE m.order_id = ANY (ids) AND m.state = 'pending' AND m.eligible_at >= f.since AND o.cancelled_at IS NULL
      AND NOT EXISTS (SELECT FROM integration.transaction t WHERE t.order_id = m.order_id AND t.flow = f.code AND t.scope = m.scope);
    IF eligible IS NULL THEN
        RETURN 0;
    END IF;
    RETURN integration.make_messages(eligible);
END
$$;

-- Takes back what was done before these messages, which have been given up: the compensations that their flows name, for the steps
-- that were done. A compensation is a message like any other; it fails, is retried and replayed like one.
CREATE FUNCTION integration.compensate(ids bigint[]) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    owed integration.wanted[];
BEGIN
    SELECT array_agg(ROW(c.code, t.order_id, m.scope, '/instead-of-' || t.id)::integration.wanted) INTO owed
    FROM integration.transaction t JOIN integration.flow f ON f.code = t.flow
    JOIN integration.flow c ON c.code = ANY (f.compensation) AND c.enabled
    JOIN integration.milestone m ON m.order_id = t.order_id AND m.step = c.undoes AND m.state = 'completed'
    WHERE t.id = ANY (ids);
    IF owed IS NULL THEN
        RETURN 0;
    END IF;
    RETURN integration.make_messages(owed);
END
$$;

-- A message that nobody's step asks for: by hand, by a test, by another program. The same key again is the same message.
CREATE FUNCTION integration.submit(flow text, idempotency_key text, business_key text, content text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
#variable_conflict use_column
DECLARE
    made bigint;
BEGIN
    INSERT INTO integration.transaction (flow, target, business_key, idempotency_key, traceparent)
    SELECT f.code, r.target, $3, $2, '00-' || replace(gen_random_uuid()::text, '-', '') || '-' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 16) || '-01'
    FROM integration.flow f JOIN integration.flow_route r ON r.flow = f.code
    WHERE f.code = $1 ORDER BY r.ordinal DESC LIMIT 1
    ON CONFLICT (flow, idempotency_key) DO NOTHING RETURNING id INTO made;
    IF made IS NULL THEN
        SELECT t.id INTO made FROM integration.transaction t WHERE t.flow = $1 AND t.idempotency_key = $2;
        IF made IS NULL THEN
            RAISE EXCEPTION 'there is no flow "%"', $1 USING ERRCODE = 'invalid_parameter_value';
        END IF;
        RETURN made;
    END IF;
    INSERT INTO integration.payload (transaction_id, revision, content) VALUES (made, 1, $4);
    RETURN made;
END
$$;

-- How long a relay may keep a message of this target: two tries, a look and a send, with room to spare.
CREATE FUNCTION integration.lease_seconds(t integration.target) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 2 * (t.connect_seconds + t.answer_seconds) + t.slack_seconds $$;

-- Whether a message of this target is due: one look into the index, in its order, so that no plan reads the table.
CREATE FUNCTION integration.is_due(target text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT (SELECT t.id FROM integration.transaction t WHERE t.target = $1 AND t.status IN ('pending', 'retrying') AND t.due_at <= now()
            ORDER BY t.due_at, t.id LIMIT 1) IS NOT NULL
$$;

CREATE TYPE integration.claimed AS (
    id bigint, number int, flow text, target text, business_key text, idempotency_key text, traceparent text, verify boolean, content text,
    lease_seconds double precision,
    ask_only boolean, -- never to be sent, whatever the target says: see integration.asks_only
    question jsonb -- what to ask for when the key finds nothing; NULL: nothing else
);

-- Leases up to max_count due messages of one target. What a limit, a breaker, a paused operation or an earlier message of the
-- same key holds back stays where it is, and costs no try. What is only asked about waits for no other message: nothing is sent.
CREATE FUNCTION integration.claim(relay text, target text, max_count int) RETURNS SETOF integration.claimed
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    place integration.target;
    allowed int := max_count;
    room double precision := 'Infinity'; -- that the limit has room for
    gates record;
    taken integration.claimed[];
BEGIN
    IF NOT integration.is_due($2) THEN
        RETURN;
    END IF;
    -- A crash of the server may lose a claim of the last moment: it is due again, and its lease is nobody's. What must not be
    -- sent twice is put on record by sending(), whose commit keeps the claim as well.
    SET LOCAL synchronous_commit = off;
    SELECT * INTO place FROM integration.target t WHERE t.code = $2;
    IF place.rate IS NOT NULL THEN -- the bucket's row is locked till the end: relays share one limit
        SELECT * INTO place FROM integration.target t WHERE t.code = $2 FOR NO KEY UPDATE;
        place.tokens := LEAST(place.burst, place.tokens + place.rate * extract(epoch FROM clock_timestamp() - place.filled_at));
        allowed := LEAST(allowed, floor(place.tokens)::int);
        room := GREATEST(floor(place.tokens), CASE place.burst WHEN 1 THEN 2 END); -- else a burst of 1 would never look
    END IF;
    IF allowed <= 0 THEN
        RETURN;
    END IF;
    -- breakers: closed flows freely; of an open one whose time is up, and of a half-open one without a probe, one message
    SELECT array_agg(b.flow) FILTER (WHERE b.until > now()) AS shut, array_agg(b.flow) FILTER (WHERE b.until <= now()) AS probing
    INTO gates FROM (SELECT * FROM integration.breaker b WHERE b.target = $2 AND b.state <> 'closed' ORDER BY b.flow FOR NO KEY UPDATE) b;

    WITH candidate AS MATERIALIZED (
        SELECT t.id, t.flow, t.due_at, CASE WHEN t.verify THEN -- a look, perhaps a second one, and what is sent after it
                   LEAST(GREATEST(place.burst, 2), 2 - integration.asks_only(t.operation_id)::int + (SELECT (f.lookup_by <> '{}')::int FROM integration.flow f WHERE f.code = t.flow)) ELSE 1 END AS requests
        FROM integration.transaction t
        WHERE t.target = $2 AND t.status IN ('pending', 'retrying') AND t.due_at <= now()
          AND (gates.shut IS NULL OR t.flow <> ALL (gates.shut))
          AND (t.verify OR t.error_effect IS DISTINCT FROM 'unknown' OR integration.key_holds(place.idempotent, place.key_holds, t.keyed_at)) -- else see recover
          AND (NOT EXISTS (SELECT FROM integration.transaction e WHERE e.business_key = t.business_key AND e.target = t.target
                           AND e.id < t.id AND e.status NOT IN ('delivered', 'cancelled')) OR integration.asks_only(t.operation_id))
          AND (t.operation_id IS NULL OR EXISTS (SELECT FROM integration.operation o WHERE o.id = t.operation_id AND o.state = 'running'))
        ORDER BY t.due_at, t.id LIMIT allowed FOR NO KEY UPDATE OF t SKIP LOCKED
    ), chosen AS (
        SELECT c.* FROM candidate c WHERE gates.probing IS NULL OR c.flow <> ALL (gates.probing)
        UNION ALL
        (SELECT DISTINCT ON (c.flow) c.* FROM candidate c WHERE c.flow = ANY (gates.probing) ORDER BY c.flow, c.id)
    ), afforded AS (
        SELECT s.id FROM (SELECT c.id, sum(c.requests) OVER (ORDER BY c.due_at, c.id) AS spent FROM chosen c) s WHERE s.spent <= room
    ), leased AS (
        UPDATE integration.transaction t SET status = 'delivering', relay = $1, attempts = t.attempts + 1, tries = t.tries + 1, sent_at = NULL,
            lease_until = now() + make_interval(secs => integration.lease_seconds(place)), version = t.version + 1
        FROM afforded a WHERE t.id = a.id
        RETURNING t.id, t.attempts, t.flow, t.target, t.business_key, t.idempotency_key, t.traceparent, t.verify, t.revision, t.operation_id, t.scope, t.order_id
    )
    SELECT array_agg(ROW(l.id, l.attempts, l.flow, l.target, l.business_key, l.idempotency_key, l.traceparent, l.verify, p.content,
                         integration.lease_seconds(place), l.verify AND integration.asks_only(l.operation_id),
                         CASE WHEN l.verify THEN (SELECT integration.question_of(f.lookup_by, l.idempotency_key, l.scope, l.order_id, p.content)
                                                  FROM integration.flow f WHERE f.code = l.flow) END)::integration.claimed ORDER BY l.id)
    INTO taken
    FROM leased l JOIN integration.payload p ON p.transaction_id = l.id AND p.revision = l.revision;

    IF gates.probing IS NOT NULL THEN
        UPDATE integration.breaker b SET state = 'half_open', changed_at = CASE WHEN b.state = 'half_open' THEN b.changed_at ELSE now() END,
            until = now() + make_interval(secs => place.connect_seconds + place.answer_seconds)
        WHERE b.target = $2 AND b.flow IN (SELECT c.flow FROM unnest(taken) c) AND b.flow = ANY (gates.probing);
    END IF;
    IF place.rate IS NOT NULL THEN
        UPDATE integration.target t SET tokens = place.tokens - (SELECT COALESCE(sum(CASE WHEN c.verify THEN 2 - c.ask_only::int + (c.question IS NOT NULL)::int ELSE 1 END), 0) FROM unnest(taken) c), filled_at = clock_timestamp() WHERE t.code = $2;
    END IF;
    RETURN QUERY SELECT * FROM unnest(taken);
END
$$;

-- Puts on record that these tries are about to be sent, before they are. Returns those whose lease still holds: only they may
-- be sent. Not needed where the target knows the key. What is only asked about is never among them.
CREATE FUNCTION integration.sending(relay text, ids bigint[], numbers int[]) RETURNS SETOF bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    UPDATE integration.transaction t SET sent_at = clock_timestamp(), keyed_at = COALESCE(t.keyed_at, clock_timestamp())
    FROM unnest($2, $3) AS s (id, number)
    WHERE t.id = s.id AND t.attempts = s.number AND t.status = 'delivering' AND t.relay = $1 AND t.lease_until > clock_timestamp() AND NOT integration.asks_only(t.operation_id)
    RETURNING t.id;
END
$$;

-- A try's end, as the steps behind it need it. answer: of a question that changes nothing but what is known of the effect: absent,
-- unanswered (the error and the status stay as they were; effect is the one before). NULL: a delivery's end, or a find, or a conflict.
CREATE TYPE integration.moved AS (
    id bigint, flow text, target text, order_id bigint, scope text, status text, operation_id bigint, class text, effect text, code text, message text,
    fingerprint text, reference text, finished_at timestamptz, attempts int, tried boolean, answer text
);

-- Takes in what came of tries: [{"id", "number", "outcome": "delivered|found|absent|failed|released", "action", "started", "finished",
-- "status", "class", "effect", "retry", "code", "message", "rule", "fingerprint", "reference", "retryAfter" (seconds),
-- "requestHeaders", "responseHeaders", "responseBody"}]. Returns the ids that were still this relay's, with their new status.
CREATE FUNCTION integration.finish(relay text, results jsonb) RETURNS TABLE (id bigint, status text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    moved integration.moved[];
BEGIN
    WITH result AS MATERIALIZED (
        SELECT * FROM jsonb_to_recordset(results) AS r (id bigint, number int, outcome text, action text, started timestamptz, finished timestamptz, status smallint,
            class text, effect text, retry text, code text, message text, rule text, fingerprint text, reference text, "retryAfter" double precision,
            "requestHeaders" jsonb, "responseHeaders" jsonb, "responseBody" text)
    ), owned AS MATERIALIZED (
        SELECT t.id, t.tries, t.since, t.keyed_at, t.verify AS looked, t.flow, t.target, r.number, r.outcome, COALESCE(r.action, 'send') AS action, r.started, r.finished, r.status AS http_status,
               v.class, v.effect, r.retry, v.code, v.message, t.error_effect AS effect_before, t.error_code AS code_before,
               CASE WHEN r.outcome = 'absent' THEN v.effect ELSE integration.effect_now(t.error_effect, t.verify, COALESCE(r.action, 'send'), v.class, v.effect) END AS effect_now,
               r.action = 'lookup' AND integration.asks_only(t.operation_id) AS asked, r.rule, r.fingerprint, r.reference, r."retryAfter" AS retry_after, r."requestHeaders" AS request_headers, r."responseHeaders" AS response_headers, r."responseBody" AS response_body
        FROM integration.transaction t JOIN result r ON r.id = t.id,
        LATERAL (SELECT CASE WHEN r.outcome = 'absent' THEN 'unclassified' ELSE r.class END AS class, CASE WHEN r.outcome = 'absent' THEN 'not_applied' ELSE r.effect END AS effect,
                        CASE WHEN r.outcome = 'absent' THEN 'absent' ELSE r.code END AS code, CASE WHEN r.outcome = 'absent' THEN 'the target does not have it' ELSE r.message END AS message) v
        WHERE t.status = 'delivering' AND t.relay = $1 AND t.attempts = r.number
        ORDER BY t.id FOR NO KEY UPDATE OF t
    ), judged AS MATERIALIZED (
        SELECT o.*, q.answer, q.status, q.status = 'retrying' AND (a.verify OR (o.looked AND o.action = 'lookup')) AS verify, -- a look that failed is still owed
               now() + make_interval(secs => GREATEST(o.retry_after, random() * LEAST(f.backoff_limit_seconds, f.backoff_seconds * 2 ^ LEAST(o.tries - 1, 20)))) AS due_at
        FROM owned o JOIN integration.flow f ON f.code = o.flow JOIN integration.target g ON g.code = o.target,
        LATERAL integration.after_try(o.outcome IN ('delivered', 'found'), o.effect_now, o.retry, integration.key_holds(g.idempotent, g.key_holds, o.keyed_at), f.lookup,
                                      (o.tries < f.max_attempts OR (o.action = 'lookup' AND o.class IN ('transient', 'throttling'))) -- a target that cannot be asked is waited for
                                      AND o.since + f.max_age > now()) a,
        -- asked only: what is found, and what is something else, is taken in as ever; a conflict that is gone is another error than before
        LATERAL (SELECT CASE WHEN NOT o.asked THEN NULL WHEN o.outcome = 'absent' AND o.code_before IS DISTINCT FROM 'conflict' THEN 'absent'
                             WHEN o.outcome = 'failed' AND o.code IS DISTINCT FROM 'conflict' THEN 'unanswered' END AS answer) w,
        LATERAL (SELECT w.answer, CASE WHEN w.answer IS DISTINCT FROM 'unanswered' THEN a.status
                                       WHEN o.retry IS DISTINCT FROM 'never' AND o.tries < f.max_attempts AND o.since + f.max_age > now() THEN 'retrying'
                                       WHEN o.effect_before = 'unknown' THEN 'in_doubt' ELSE 'failed' END AS status) q
        WHERE o.outcome <> 'released'
    ), tried AS (
        INSERT INTO integration.attempt (transaction_id, number, relay, action, started_at, finished_at, outcome, http_status, error_class, error_effect, error_code,
                                         error_text, advice, request_headers, response_headers, response_body)
        SELECT j.id, j.number, $1, j.action, j.started, j.finished, j.outcome, j.http_status, CASE WHEN j.outcome <> 'absent' THEN j.class END, j.effect, j.code, j.message, j.rule,
               j.request_headers, j.response_headers, j.response_body
        FROM judged j
    ), given_back AS (
        UPDATE integration.transaction t SET status = CASE WHEN t.tries > 1 THEN 'retrying' ELSE 'pending' END, attempts = t.attempts - 1, tries = t.tries - 1,
            relay = NULL, lease_until = NULL, sent_at = NULL, version = t.version + 1
        FROM owned o WHERE o.outcome = 'released' AND t.id = o.id
        RETURNING ROW(t.id, t.flow, t.target, t.order_id, t.scope, t.status, t.operation_id, t.error_class, t.error_effect, t.error_code, t.error_text, t.fingerprint,
                      t.reference, now(), t.attempts, false, NULL)::integration.moved AS m
    ), changed AS (
        UPDATE integration.transaction t SET status = j.status, verify = j.verify, due_at = CASE WHEN j.status = 'retrying' THEN j.due_at ELSE t.due_at END,
            relay = NULL, lease_until = NULL, sent_at = NULL,
            keyed_at = CASE WHEN j.effect = 'not_applied' OR j.answer IS NOT NULL THEN t.keyed_at ELSE COALESCE(t.keyed_at, j.started) END,
            finished_at = CASE WHEN j.status = 'retrying' THEN NULL ELSE j.finished END,
            failed_revision = CASE WHEN j.status = 'failed' AND j.answer IS NULL THEN t.revision ELSE t.failed_revision END,
            absent_at = CASE WHEN j.outcome = 'absent' THEN j.finished WHEN j.action = 'lookup' THEN t.absent_at END,
            error_class = CASE WHEN j.answer IS NULL THEN j.class ELSE t.error_class END, error_effect = CASE WHEN j.answer = 'unanswered' THEN t.error_effect ELSE j.effect_now END,
            error_code = CASE WHEN j.answer IS NULL THEN j.code ELSE t.error_code END, error_text = CASE WHEN j.answer IS NULL THEN j.message ELSE t.error_text END,
            http_status = CASE WHEN j.answer IS NULL THEN j.http_status ELSE t.http_status END, fingerprint = CASE WHEN j.answer IS NULL THEN j.fingerprint ELSE t.fingerprint END,
            reference = COALESCE(j.reference, t.reference), version = t.version + 1
        FROM judged j WHERE t.id = j.id
        RETURNING ROW(t.id, t.flow, t.target, t.order_id, t.scope, t.status, t.operation_id, j.class, CASE WHEN j.answer IS NULL THEN j.effect_now ELSE j.effect_before END, j.code,
                      j.message, j.fingerprint, t.reference, j.finished, t.attempts, true, j.answer)::integration.moved AS m
    )
    SELECT array_agg(m) INTO moved FROM (SELECT m FROM changed UNION ALL SELECT m FROM given_back) s;
    PERFORM integration.settle_tries(moved);
    RETURN QUERY SELECT m.id, m.status FROM unnest(moved) m;
END
$$;

-- What follows from tries that have ended, in the same database transaction: breakers, evidence, exceptions, operations.
CREATE FUNCTION integration.settle_tries(moved integration.moved[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    evidence jsonb;
    order_ids bigint[] := ARRAY(SELECT DISTINCT m.order_id FROM unnest(moved) m WHERE m.order_id IS NOT NULL);
BEGIN
    -- as ingest locks them: whether a step has been done meanwhile is then certain
    PERFORM 1 FROM integration.sales_order o WHERE o.id = ANY (order_ids) ORDER BY o.order_key FOR NO KEY UPDATE;

    -- transient failures in a row open the breaker; any other answer shows that the target works, and closes it
    INSERT INTO integration.breaker (flow, target)
    SELECT DISTINCT m.flow, m.target FROM unnest(moved) m WHERE m.tried AND m.class IN ('transient', 'throttling') ORDER BY 1, 2
    ON CONFLICT (flow, target) DO NOTHING;
    WITH met AS (
        SELECT m.flow, m.target, bool_or(m.class IN ('transient', 'throttling') IS NOT TRUE) AS answered, count(*) AS failures, max(m.message) AS reason
        FROM unnest(moved) m WHERE m.tried GROUP BY m.flow, m.target
    ), gate AS MATERIALIZED (
        SELECT b.flow, b.target, n.answered, b.failures + n.failures AS failures, n.reason, f.breaker_seconds,
               NOT n.answered AND (b.state = 'half_open' OR (b.state = 'closed' AND b.failures + n.failures >= f.breaker_failures)) AS opens
        FROM met n JOIN integration.breaker b ON b.flow = n.flow AND b.target = n.target JOIN integration.flow f ON f.code = n.flow
        WHERE NOT n.answered OR b.state <> 'closed' OR b.failures > 0
        ORDER BY b.flow, b.target FOR NO KEY UPDATE OF b
    )
    UPDATE integration.breaker b SET
        state = CASE WHEN g.answered THEN 'closed' WHEN g.opens THEN 'open' ELSE b.state END,
        failures = CASE WHEN g.answered THEN 0 ELSE g.failures END,
        opened = CASE WHEN g.answered THEN 0 WHEN g.opens THEN b.opened + 1 ELSE b.opened END,
        until = CASE WHEN g.answered THEN NULL WHEN g.opens THEN now() + make_interval(secs => g.breaker_seconds * 2 ^ LEAST(b.opened, 4)) ELSE b.until END,
        reason = CASE WHEN g.answered THEN '' ELSE COALESCE(g.reason, '') END,
        changed_at = CASE WHEN g.opens OR (g.answered AND b.state <> 'closed') THEN now() ELSE b.changed_at END
    FROM gate g WHERE b.flow = g.flow AND b.target = g.target;

    -- before the evidence: what the evidence makes needless is then closed
    PERFORM integration.settle_exceptions(moved), integration.settle_operations(moved);

    -- the target's answer is the step's evidence, where the flow says so; a failure is told as well, unless the step is done
    SELECT jsonb_agg(jsonb_build_object('specversion', '1.0', 'id', m.id || '-' || m.attempts, 'source', '/signalbox/' || m.flow, 'subject', 'order/' || o.order_key,
               'type', 'com.signalbox.order.' || s.step || CASE WHEN m.status <> 'delivered' THEN '.failed' WHEN f.undoes IS NOT NULL THEN '.reversed' ELSE '' END || '.v1',
               'time', to_char(m.finished_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'data', jsonb_strip_nulls(jsonb_build_object('scope', NULLIF(m.scope, ''), 'message', CASE WHEN m.status <> 'delivered' THEN left(COALESCE(k.message, m.message), 500) END,
                   'refs', CASE WHEN m.status = 'delivered' AND m.reference <> '' AND f.undoes IS NULL THEN jsonb_build_array(jsonb_build_object(
                       'system', f.target_system, 'type', s.step, 'id', m.reference)) END))))
    INTO evidence
    FROM unnest(moved) m JOIN integration.flow f ON f.code = m.flow JOIN integration.sales_order o ON o.id = m.order_id,
    LATERAL (SELECT COALESCE(f.step, f.undoes) AS step) s,
    LATERAL (SELECT CASE WHEN m.answer = 'absent' THEN (SELECT t.error_text FROM integration.transaction t WHERE t.id = m.id) END AS message) k -- why it is not there
    WHERE f.evidence AND s.step IS NOT NULL AND (m.status = 'delivered' OR (m.status = 'failed' AND (m.answer IS NULL OR (m.answer = 'absent' AND m.effect = 'unknown'))
        AND f.undoes IS NULL AND NOT EXISTS (
        SELECT FROM integration.milestone d WHERE d.order_id = m.order_id AND d.step = f.step AND d.scope = m.scope AND d.state = 'completed')));
    IF evidence IS NOT NULL THEN
        PERFORM integration.ingest(evidence);
    END IF;
    PERFORM integration.settle_moot(ARRAY(SELECT DISTINCT m.order_id FROM unnest(moved) m WHERE m.order_id IS NOT NULL AND m.status <> 'delivered'));
END
$$;

-- Takes back leases whose time is up, by the same rule as a try that failed: due again where nothing can have reached the target or
-- it knows the key; asked about first where the flow can look; in doubt otherwise. Returns how many.
CREATE FUNCTION integration.recover() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    moved integration.moved[];
    forgotten integration.moved[];
BEGIN
    WITH lost AS MATERIALIZED (
        SELECT t.id, t.attempts, t.tries, t.since, t.relay, t.sent_at, t.keyed_at, t.lease_until, t.error_effect, f.lookup, f.max_attempts, f.max_age,
               g.idempotent, g.key_holds, t.lease_until - make_interval(secs => integration.lease_seconds(g)) AS claimed_at,
               t.sent_at IS NULL AND integration.asks_only(t.operation_id) AS asked
        FROM integration.transaction t JOIN integration.flow f ON f.code = t.flow JOIN integration.target g ON g.code = t.target
        WHERE t.status = 'delivering' AND t.lease_until < clock_timestamp()
        ORDER BY t.id LIMIT 5000 FOR NO KEY UPDATE OF t SKIP LOCKED
    ), judged AS MATERIALIZED ( -- where the target knows the key a relay need not say that it sends: it may have
        SELECT l.*, e.effect, COALESCE(l.keyed_at, CASE WHEN l.idempotent THEN l.claimed_at END) AS keyed_since, a.verify,
               CASE WHEN q.status = 'retrying' AND l.tries = 1 THEN 'pending' ELSE q.status END AS status
        FROM lost l,
        LATERAL (SELECT CASE WHEN l.sent_at IS NULL AND NOT l.idempotent THEN 'not_applied' ELSE 'unknown' END AS here) h,
        LATERAL (SELECT CASE WHEN l.error_effect = 'unknown' THEN 'unknown' ELSE h.here END AS effect) e,
        LATERAL integration.after_try(false, e.effect, 'by_itself', integration.key_holds(l.idempotent, l.key_holds, COALESCE(l.keyed_at, l.claimed_at)), l.lookup,
                                      l.tries < l.max_attempts AND l.since + l.max_age > now()) a,
        LATERAL (SELECT CASE WHEN NOT l.asked THEN a.status WHEN l.tries < l.max_attempts AND l.since + l.max_age > now() THEN 'retrying'
                             WHEN l.error_effect = 'unknown' THEN 'in_doubt' ELSE 'failed' END AS status) q
    ), tried AS (
        INSERT INTO integration.attempt (transaction_id, number, relay, action, started_at, finished_at, outcome, error_class, error_effect, error_code, error_text)
        SELECT j.id, j.attempts, j.relay, CASE WHEN j.asked THEN 'lookup' ELSE 'send' END, COALESCE(j.sent_at, j.claimed_at), clock_timestamp(), 'lost', 'transient',
               CASE WHEN j.asked THEN j.error_effect ELSE j.effect END, 'relay_lost', 'the relay did not come back in time'
        FROM judged j ON CONFLICT DO NOTHING
    ), changed AS (
        UPDATE integration.transaction t SET status = j.status, verify = j.verify, due_at = now(), relay = NULL, lease_until = NULL, sent_at = NULL, keyed_at = j.keyed_since,
            error_class = 'transient', error_effect = j.effect, error_code = 'relay_lost', error_text = 'the relay did not come back in time', http_status = NULL, absent_at = NULL,
            fingerprint = md5(t.flow || ' relay_lost'), finished_at = CASE WHEN j.status IN ('failed', 'in_doubt') THEN now() END, version = t.version + 1
        FROM judged j WHERE t.id = j.id AND NOT j.asked
        RETURNING ROW(t.id, t.flow, t.target, t.order_id, t.scope, t.status, t.operation_id, t.error_class, t.error_effect, t.error_code, t.error_text, t.fingerprint,
                      t.reference, now(), t.attempts, false, NULL)::integration.moved AS m
    ), asked AS ( -- nothing can have been sent: all is as it was
        UPDATE integration.transaction t SET status = j.status, verify = true, due_at = now(), relay = NULL, lease_until = NULL,
            finished_at = CASE WHEN j.status IN ('failed', 'in_doubt') THEN now() END, version = t.version + 1
        FROM judged j WHERE t.id = j.id AND j.asked
        RETURNING ROW(t.id, t.flow, t.target, t.order_id, t.scope, t.status, t.operation_id, 'transient', t.error_effect, 'relay_lost', 'the relay did not come back in time', NULL,
                      t.reference, now(), t.attempts, false, CASE WHEN t.status IN ('failed', 'in_doubt') THEN 'unanswered' END)::integration.moved AS m
    )
    SELECT array_agg(m) INTO moved FROM (SELECT m FROM changed UNION ALL SELECT m FROM asked) s;
    PERFORM integration.settle_tries(moved);

    -- may have arrived, and the target has forgotten the key while the message waited: no more sending without a look
    WITH stale AS MATERIALIZED (
        SELECT t.id, f.lookup FROM integration.transaction t JOIN integration.flow f ON f.code = t.flow JOIN integration.target g ON g.code = t.target
        WHERE t.status IN ('pending', 'retrying') AND t.error_effect = 'unknown' AND NOT t.verify AND NOT integration.key_holds(g.idempotent, g.key_holds, t.keyed_at)
        ORDER BY t.id LIMIT 5000 FOR NO KEY UPDATE OF t SKIP LOCKED
    ), changed AS (
        UPDATE integration.transaction t SET verify = s.lookup, status = CASE WHEN s.lookup THEN t.status ELSE 'in_doubt' END,
            finished_at = CASE WHEN NOT s.lookup THEN now() END, version = t.version + 1
        FROM stale s WHERE t.id = s.id
        RETURNING ROW(t.id, t.flow, t.target, t.order_id, t.scope, t.status, t.operation_id, t.error_class, t.error_effect, t.error_code, t.error_text, t.fingerprint,
                      t.reference, now(), t.attempts, false, NULL)::integration.moved AS m
    )
    SELECT array_agg(m) INTO forgotten FROM changed;
    PERFORM integration.settle_tries(forgotten);
    RETURN COALESCE(cardinality(moved), 0) + COALESCE(cardinality(forgotten), 0) + integration.end_questions();
END
$$;

GRANT SELECT ON integration.transaction, integration.attempt TO signalbox_viewer, signalbox_relay;
REVOKE ALL ON FUNCTION integration.is_due(text), integration.amount_of(integration.sales_order, text), integration.content_of(jsonb, text, text, bigint), integration.make_messages(integration.wanted[]),
    integration.dispatch(bigint[]), integration.compensate(bigint[]), integration.submit(text, text, text, text), integration.claim(text, text, int), integration.sending(text, bigint[], int[]),
    integration.finish(text, jsonb), integration.settle_tries(integration.moved[]), integration.recover() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.claim(text, text, int), integration.sending(text, bigint[], int[]), integration.finish(text, jsonb), integration.recover() TO signalbox_relay;
GRANT EXECUTE ON FUNCTION integration.submit(text, text, text, text) TO signalbox_producer, signalbox_admin;
