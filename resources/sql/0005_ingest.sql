-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Taking events in: check each, set the bad ones aside with the reason, store the new ones, derive the state.

-- NULL instead of an error, for texts that look like a time and are none (31 February).
CREATE FUNCTION integration.try_time(value text) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN value::timestamptz; -- the caller has seen to a zone, so no setting matters
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;

-- RFC 3339 with a zone, years 2000 to 2045; NULL for anything else. Days up to 28 exist in every month: no need to try.
CREATE FUNCTION integration.event_time(value text) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN value !~ '^20[0-4]\d-(0\d|1[0-2])-[0-3]\d[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-](0\d|1[0-5]):[0-5]\d)$' THEN NULL
        WHEN substr(value, 9, 2) BETWEEN '01' AND '28' AND substr(value, 6, 2) > '00' THEN value::timestamptz
        ELSE integration.try_time(value) END
$$;

-- What is wrong with an amount of a currency that is known: NULL, or [code, reason that names the place].
CREATE FUNCTION integration.amount_problem(place text, amount jsonb, currency text, minor_digits int) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN jsonb_typeof(amount) NOT IN ('string', 'number') OR v !~ '^-?\d{1,15}(\.\d{1,10})?$' THEN ARRAY['bad_amount', format('%s "%s" is no decimal amount', place, left(v, 40))]
        WHEN v LIKE '-%' THEN ARRAY['negative_amount', format('%s %s is negative', place, v)]
        WHEN currency IS NULL THEN ARRAY['missing', format('%s is missing: an amount needs its currency', regexp_replace(place, '[^/]+$', 'currency'))]
        WHEN v::numeric * 10::numeric ^ minor_digits > 9223372036854775807 THEN ARRAY['bad_amount', format('%s %s is more than can be kept', place, v)]
        WHEN scale(trim_scale(v::numeric)) > minor_digits THEN ARRAY['bad_amount', format('%s %s has more decimals than %s has (%s)', place, v, currency, minor_digits)]
    END FROM (SELECT amount #>> '{}' AS v) s
$$;

-- What is wrong with data.refund, the money that goes back: NULL, or [code, reason that names the place].
CREATE FUNCTION integration.refund_problem(refund jsonb) RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN jsonb_typeof(refund) <> 'object' THEN ARRAY['wrong_type', '/data/refund must be an object']
        WHEN refund->>'amount' IS NULL THEN NULL
        WHEN refund->>'currency' IS NOT NULL AND c.code IS NULL THEN ARRAY['unknown_currency', format('/data/refund/currency: ISO 4217 has no currency "%s"', left(refund->>'currency', 20))]
        ELSE integration.amount_problem('/data/refund/amount', refund->'amount', c.code, c.digits) END
    FROM (SELECT) s LEFT JOIN integration.currency c ON c.code = refund->>'currency'
$$;

-- What is wrong with data.order, data.lines and data.refs: NULL, or [code, reason that names the place].
CREATE FUNCTION integration.data_problem(data jsonb) RETURNS text[]
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    o jsonb := data->'order';
    x jsonb;
    name text;
    problem text[];
    minor_digits int;
    n int := 0;
BEGIN
    IF o IS NOT NULL THEN
        IF jsonb_typeof(o) <> 'object' THEN
            RETURN ARRAY['wrong_type', '/data/order must be an object'];
        END IF;
        FOREACH name IN ARRAY ARRAY['number', 'channel', 'process', 'customer', 'currency', 'promisedAt', 'placedAt'] LOOP
            IF o ? name AND jsonb_typeof(o->name) NOT IN ('string', 'null') THEN
                RETURN ARRAY['wrong_type', format('/data/order/%s must be a text', name)];
            ELSIF length(o->>name) > 200 THEN
                RETURN ARRAY['too_long', format('/data/order/%s is longer than 200 characters', name)];
            ELSIF name IN ('number', 'channel') AND o->>name = '' THEN
                RETURN ARRAY['empty', format('/data/order/%s is empty', name)];
            ELSIF name IN ('promisedAt', 'placedAt') AND o->>name IS NOT NULL AND integration.event_time(o->>name) IS NULL THEN
                RETURN ARRAY['bad_time', format('/data/order/%s "%s" is no time with a zone between 2000 and 2045 (RFC 3339)', name, left(o->>name, 60))];
            END IF;
        END LOOP;
        IF length(o->>'channel') > 64 THEN
            RETURN ARRAY['too_long', '/data/order/channel is longer than 64 characters'];
        ELSIF o->>'process' IS NOT NULL AND NOT EXISTS (SELECT FROM integration.process p WHERE p.name = o->>'process' AND p.name <> 'return') THEN
            RETURN ARRAY['unknown_process', format('/data/order/process: there is no process "%s"', o->>'process')];
        END IF;
        IF o->>'currency' IS NOT NULL THEN
            SELECT c.digits INTO minor_digits FROM integration.currency c WHERE c.code = o->>'currency';
            IF NOT FOUND THEN
                RETURN ARRAY['unknown_currency', format('/data/order/currency: ISO 4217 has no currency "%s"', left(o->>'currency', 20))];
            END IF;
        END IF;
        IF o->>'total' IS NOT NULL THEN
            problem := integration.amount_problem('/data/order/total', o->'total', o->>'currency', minor_digits);
            IF problem IS NOT NULL THEN
                RETURN problem;
            END IF;
        END IF;
    END IF;
    IF data ? 'refs' THEN
        IF jsonb_typeof(data->'refs') <> 'array' THEN
            RETURN ARRAY['wrong_type', '/data/refs must be an array'];
        END IF;
        FOR x IN SELECT jsonb_array_elements(data->'refs') LOOP
            IF jsonb_typeof(x) <> 'object' OR COALESCE(x->>'system', '') = '' OR COALESCE(x->>'type', '') = '' OR COALESCE(x->>'id', '') = ''
               OR length(x->>'system') + length(x->>'type') + length(x->>'id') > 500 THEN
                RETURN ARRAY['bad_reference', format('/data/refs/%s needs "system", "type" and "id" (500 characters at most)', n)];
            END IF;
            n := n + 1;
        END LOOP;
        n := 0;
    END IF;
    IF data ? 'lines' THEN
        IF jsonb_typeof(data->'lines') <> 'array' THEN
            RETURN ARRAY['wrong_type', '/data/lines must be an array'];
        END IF;
        FOR x IN SELECT jsonb_array_elements(data->'lines') LOOP
            IF jsonb_typeof(x) <> 'object' OR COALESCE(x->>'line', '') = '' OR length(x->>'line') > 200 THEN
                RETURN ARRAY['bad_line', format('/data/lines/%s needs "line", its name within the order', n)];
            ELSIF x->>'quantity' !~ '^-?\d{1,15}(\.\d{1,10})?$' THEN
                RETURN ARRAY['bad_line', format('/data/lines/%s/quantity "%s" is no decimal', n, left(x->>'quantity', 40))];
            ELSIF x->>'unitPrice' !~ '^-?\d{1,15}(\.\d{1,10})?$' THEN
                RETURN ARRAY['bad_line', format('/data/lines/%s/unitPrice "%s" is no decimal amount', n, left(x->>'unitPrice', 40))];
            END IF;
            n := n + 1;
        END LOOP;
        SELECT l.n - 1, l.x INTO n, x FROM (SELECT y.x, y.n, row_number() OVER (PARTITION BY y.x->>'line' ORDER BY y.n) AS again
                                            FROM jsonb_array_elements(data->'lines') WITH ORDINALITY y (x, n)) l WHERE l.again > 1 ORDER BY l.n LIMIT 1;
        IF FOUND THEN
            RETURN ARRAY['bad_line', format('/data/lines/%s/line "%s" is there already', n, left(x->>'line', 40))];
        END IF;
    END IF;
    RETURN NULL;
END
$$;

-- Whether a time is spelt as almost all times are, so that a cast is enough to read it: the cast fails where it is none.
CREATE FUNCTION integration.is_common_time(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT translate(value, '123456789', '000000000') IN ('0000-00-00T00:00:00Z', '0000-00-00T00:00:00.000Z', '0000-00-00T00:00:00.000000Z',
               '0000-00-00T00:00:00+00:00', '0000-00-00T00:00:00-00:00', '0000-00-00T00:00:00.000+00:00', '0000-00-00T00:00:00.000-00:00')
           AND value NOT LIKE '___________24%'
$$;

-- Whether each line has a name of its own. A function, as one with a query in it would not become part of the statement that asks.
CREATE FUNCTION integration.lines_differ(lines jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT count(DISTINCT l->>'line') = count(*) FROM jsonb_array_elements(lines) l $$;

-- Whether data's parts are as almost all are, so that data_problem, which is exact and slow, need not look at them. Part of the
-- query that asks; a time that only looks like one makes its cast fail, as in integration.ingest. minor_digits: of the order's
-- currency, NULL when it has none or an unknown one.
CREATE FUNCTION integration.data_is_plain(o jsonb, refs jsonb, lines jsonb, minor_digits smallint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT COALESCE(
        (o IS NULL OR (
            jsonb_typeof(o) = 'object' AND NOT o ?| '{process,placedAt}'
            AND NOT o @? 'strict $.* ? (@.type() != "string" || @ == "")'
            AND pg_column_size(o) < 1000 AND length(o->>'channel') <= 64
            AND length(COALESCE(o->>'number', '')) <= 200 AND length(COALESCE(o->>'customer', '')) <= 200
            AND (NOT o ?| '{total,currency}' OR (minor_digits = 2 AND o->>'total' ~ '^\d{1,15}(\.\d\d?)?$'))
            AND (NOT o ? 'promisedAt' OR (integration.is_common_time(o->>'promisedAt')
                 AND (o->>'promisedAt')::timestamptz BETWEEN '2000-01-01 00:00+00' AND '2045-12-31 00:00+00'))))
        AND (refs IS NULL OR (jsonb_typeof(refs) = 'array' AND pg_column_size(refs) < 400
            AND NOT refs @? 'strict $[*] ? (@.type() != "object")'
            AND NOT refs @? 'lax $[*] ? (!(@.system.type() == "string" && @.system != "" && @."type".type() == "string" && @."type" != "" && @.id.type() == "string" && @.id != ""))'))
        AND (lines IS NULL OR (jsonb_typeof(lines) = 'array' AND pg_column_size(lines) < 4000
            AND (jsonb_array_length(lines) < 2 OR integration.lines_differ(lines))
            AND NOT lines @? 'strict $[*] ? (@.type() != "object")'
            AND NOT lines @? 'lax $[*] ? (!(@.line.type() == "string" && @.quantity.type() == "string" && @.unitPrice.type() == "string"
                && @.line like_regex "^[^\"]{1,100}$" && @.quantity like_regex "^[0-9]{1,15}(\\.[0-9]{1,10})?$" && @.unitPrice like_regex "^[0-9]{1,15}(\\.[0-9]{1,10})?$"))')),
        false)
$$;

-- Sets aside what could not be taken in. The same content for the same reason again only raises its count.
CREATE FUNCTION integration.reject(origin text, item bigint, code text, reason text, raw bytea, source text DEFAULT NULL, event_id text DEFAULT NULL) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    INSERT INTO integration.rejected_event AS r (digest, origin, item, code, reason, source, event_id, raw)
    VALUES (sha256(convert_to($3 || ' ', 'UTF8') || $5), $1, $2, $3, $4, $6, $7, $5)
    ON CONFLICT (digest) DO UPDATE SET count = r.count + 1, last_at = now()
$$;

-- What events of a type state. Joined as a whole: one step after the other takes longer than all of them.
CREATE VIEW integration.event_kind AS
SELECT t.type, t.step, t.outcome, k.no AS step_no, k.scope FROM integration.event_type t LEFT JOIN integration.step k ON k.name = t.step OFFSET 0;

-- An event as it was read and checked.
CREATE TYPE integration.incoming AS (
    item bigint, source text COLLATE "C", id text COLLATE "C", type text, subject text, at timestamptz, order_key text COLLATE "C", kind text, outcome text, step_no smallint,
    data jsonb, extensions jsonb, problem text[]
);

-- batch: a JSON array of CloudEvents 1.0; places: of each its position where it came from, NULL: that in the batch. Returns {"received", "accepted", "duplicates", "rejected", "orders"}.
-- Idempotent by (source, id, time); order does not matter; an event that comes again with another time is kept and marked (a contradiction of its
-- step). A bad event goes to rejected_event, the rest is taken.
CREATE FUNCTION integration.ingest(batch jsonb, places bigint[]) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC'
SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '64MB' SET enable_mergejoin = off AS $$
DECLARE
    events integration.incoming[];
    facts integration.order_fact[];
    received int;
    bad int := 0;
    accepted int;
    conflicting int := 0;
    careful boolean := false;
    orders int := 0;
    first_time timestamptz;
    last_time timestamptz;
    channels text[];
    order_ids bigint[];
BEGIN
    IF jsonb_typeof(batch) IS DISTINCT FROM 'array' THEN
        RAISE EXCEPTION 'a batch must be a JSON array of events' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF jsonb_array_length(batch) < 100 THEN -- planning costs more than any plan could save
        SET LOCAL plan_cache_mode = force_generic_plan;
    END IF;

    -- A time that looks right is simply cast; one that is none (31 February) makes the cast fail, and the batch is read
    -- once more, each time with care.
    LOOP
        BEGIN
            SELECT array_agg(ROW(v.n, v.source, v.id, v.type, v.subject, v.at, v.order_key, t.scope, t.outcome, t.step_no, v.data, v.extensions,
                CASE
                    WHEN jsonb_typeof(v.e) <> 'object' THEN ARRAY['wrong_type', 'an event must be an object']
                    WHEN v.e->'specversion' IS DISTINCT FROM '"1.0"' THEN ARRAY['specversion', '/specversion must be "1.0"']
                    WHEN jsonb_typeof(v.e->'id') IS DISTINCT FROM 'string' OR v.id = '' OR length(v.id) > 500 THEN ARRAY['id', '/id must be a text of 1 to 500 characters']
                    WHEN jsonb_typeof(v.e->'source') IS DISTINCT FROM 'string' OR v.source = '' OR length(v.source) > 500 THEN ARRAY['source', '/source must be a text of 1 to 500 characters']
                    WHEN octet_length(v.source) + octet_length(v.id) > 1500 THEN ARRAY['too_long', '/source and /id have more than 1500 bytes in all']
                    WHEN jsonb_typeof(v.e->'type') IS DISTINCT FROM 'string' THEN ARRAY['type', '/type must be a text']
                    WHEN t.type IS NULL THEN ARRAY['unknown_type', format('/type: no process knows the event type "%s"', left(v.type, 200))]
                    WHEN v.e->>'time' IS NULL THEN ARRAY['missing', '/time is missing']
                    WHEN v.at IS NULL OR v.at NOT BETWEEN '2000-01-01 00:00+00' AND '2045-12-31 00:00+00' THEN ARRAY['bad_time', format('/time "%s" is no time with a zone between 2000 and 2045 (RFC 3339)', left(v.e->>'time', 60))]
                    WHEN v.at > now() + interval '1 day' THEN ARRAY['future', format('/time %s lies more than a day in the future', v.e->>'time')]
                    WHEN v.order_key IS NULL OR length(v.order_key) > 200 THEN ARRAY['subject', '/subject must be "order/" and the order''s key (200 characters at most)']
                    WHEN v.data IS NOT NULL AND jsonb_typeof(v.data) NOT IN ('object', 'null') THEN ARRAY['wrong_type', '/data must be an object']
                    WHEN pg_column_size(v.e) > 1048576 THEN ARRAY['too_large', format('the event has %s bytes; 1,048,576 are taken at most', pg_column_size(v.e))]
                    WHEN v.data ? 'message' AND jsonb_typeof(v.data->'message') NOT IN ('string', 'null') THEN ARRAY['wrong_type', '/data/message must be a text']
                    WHEN t.scope = 'return' AND NOT (COALESCE(v.data->>'scope', '') ~ '^(return|refund)/.{1,100}$') THEN ARRAY['scope', '/data/scope must be "return/…" or "refund/…" for this type']
                    WHEN t.scope IN ('shipment', 'payment') AND COALESCE(v.data->>'scope', '') <> '' AND NOT (v.data->>'scope' ~ ('^' || t.scope || '/.{1,100}$'))
                        THEN ARRAY['scope', format('/data/scope must be "%s/…" for this type', t.scope)]
                    WHEN v.data ? 'refund' AND v.data->'refund' <> 'null' AND integration.refund_problem(v.data->'refund') IS NOT NULL THEN integration.refund_problem(v.data->'refund')
                    WHEN COALESCE(v.o, v.refs, v.lines) IS NOT NULL AND (careful OR NOT integration.data_is_plain(v.o, v.refs, v.lines, c.digits)) THEN integration.data_problem(v.data)
                END)::integration.incoming ORDER BY v.order_key COLLATE "C", v.at, v.n), count(*)
            INTO events, received
            FROM (
                SELECT n, e, e->>'source' AS source, e->>'id' AS id, e->>'type' AS type, e->>'subject' AS subject, NULLIF(e->'data', 'null') AS data,
                       CASE WHEN careful THEN integration.event_time(e->>'time')
                            WHEN integration.is_common_time(e->>'time') THEN (e->>'time')::timestamptz
                            ELSE integration.event_time(e->>'time') END AS at,
                       CASE WHEN e->>'subject' LIKE 'order/_%' THEN substr(e->>'subject', 7) END AS order_key,
                       e->'data'->'order' AS o, e->'data'->'refs' AS refs, e->'data'->'lines' AS lines,
                       NULLIF(CASE WHEN jsonb_typeof(e) = 'object' THEN e - '{specversion,source,id,type,subject,time,data}'::text[] END, '{}') AS extensions
                FROM jsonb_array_elements(batch) WITH ORDINALITY AS b (e, n)
                OFFSET 0 -- keeps each field from being read again for every check
            ) v
            LEFT JOIN integration.event_kind t ON t.type = v.type
            LEFT JOIN integration.currency c ON c.code = v.o->>'currency';
            EXIT;
        EXCEPTION WHEN invalid_datetime_format OR datetime_field_overflow OR invalid_time_zone_displacement_value OR invalid_parameter_value THEN
            IF careful THEN
                RAISE;
            END IF;
            careful := true;
        END;
    END LOOP;

    SELECT count(*) FILTER (WHERE e.problem IS NOT NULL), min(e.at) FILTER (WHERE e.problem IS NULL), max(e.at) FILTER (WHERE e.problem IS NULL),
           array_agg(DISTINCT e.data->'order'->>'channel') FILTER (WHERE e.problem IS NULL AND e.data ? 'order')
    INTO bad, first_time, last_time, channels FROM unnest(events) e;
    IF bad > 0 THEN
        PERFORM integration.reject('ingest', COALESCE(places[e.item], e.item), e.problem[1], e.problem[2], convert_to((batch->(e.item - 1)::int)::text, 'UTF8'), e.source, e.id)
        FROM unnest(events) e WHERE e.problem IS NOT NULL;
    END IF;
    IF first_time IS NOT NULL THEN
        PERFORM integration.ensure_partitions(first_time, first_time), integration.ensure_partitions(last_time, last_time);
        IF date_trunc('month', last_time) > date_trunc('month', first_time) + interval '1 month' THEN
            PERFORM integration.ensure_partitions(m, m) FROM (SELECT DISTINCT date_trunc('month', e.at) AS m FROM unnest(events) e WHERE e.problem IS NULL) s;
        END IF;
        IF EXISTS (SELECT FROM unnest(channels) c WHERE c IS NOT NULL AND NOT EXISTS (SELECT FROM integration.channel k WHERE k.code = c)) THEN
            INSERT INTO integration.channel (code, title, process, described)
            SELECT c, c, 'ship_to_home', false FROM unnest(channels) c WHERE c IS NOT NULL ON CONFLICT DO NOTHING;
            PERFORM integration.refresh_plans();
        END IF;

        -- new orders first, all orders of the batch locked in one order: two batches about the same order take turns
        INSERT INTO integration.sales_order (order_key, order_number, placed_at, first_event_at, last_event_at)
        SELECT n.order_key, n.order_key, n.at, n.at, n.at
        FROM (SELECT e.order_key, min(e.at) AS at FROM unnest(events) e WHERE e.problem IS NULL GROUP BY e.order_key OFFSET 0) n
        WHERE NOT EXISTS (SELECT FROM integration.sales_order o WHERE o.order_key = n.order_key)
        ORDER BY n.order_key
        ON CONFLICT (order_key) DO NOTHING;

        WITH touched AS MATERIALIZED (
            SELECT o.id, o.order_key FROM integration.sales_order o
            WHERE o.order_key = ANY (ARRAY(SELECT DISTINCT e.order_key FROM unnest(events) e WHERE e.problem IS NULL))
            ORDER BY o.order_key FOR NO KEY UPDATE
        ), stored AS (
            INSERT INTO integration.business_event AS b (source, id, type, subject, time, order_id, data, extensions)
            SELECT e.source, e.id, e.type, e.subject, e.at, o.id, e.data, e.extensions
            FROM unnest(events) e JOIN touched o ON o.order_key = e.order_key WHERE e.problem IS NULL
            ON CONFLICT (source, id, time) DO NOTHING
            RETURNING b.order_id, b.time, b.source, b.id, b.type, b.data
        )
        SELECT array_agg(integration.fact(s.order_id, s.time, s.source, s.id, t.step_no, COALESCE(t.scope, 'order'), t.outcome,
                                          t.step = 'order_captured' AND t.outcome = 'completed', s.data))
        INTO facts FROM stored s JOIN integration.event_kind t ON t.type = s.type;
    END IF;

    accepted := COALESCE(cardinality(facts), 0);
    IF accepted < received - bad THEN
        -- not stored: sent before, or the same identity with other content; the first holds, the other is set aside
        WITH clash AS (
            SELECT integration.reject('ingest', COALESCE(places[e.item], e.item), 'conflicting_content', 'an event with the same source, id and time but other content is stored already',
                                      convert_to((batch->(e.item - 1)::int)::text, 'UTF8'), e.source, e.id)
            FROM unnest(events) e JOIN integration.business_event b ON b.source = e.source AND b.id = e.id AND b.time = e.at
            WHERE e.problem IS NULL AND (b.data, b.type, b.subject) IS DISTINCT FROM (e.data, e.type, e.subject)
        )
        SELECT count(*) INTO conflicting FROM clash;
    END IF;
    IF accepted > 0 THEN
        orders := integration.apply(facts);
        order_ids := ARRAY(SELECT DISTINCT f.order_id FROM unnest(facts) f ORDER BY f.order_id);
        PERFORM integration.settle_moot(order_ids), integration.dispatch(order_ids);
    END IF;
    RETURN jsonb_build_object('received', received, 'accepted', accepted, 'duplicates', received - bad - accepted - conflicting,
                              'rejected', bad + conflicting, 'orders', orders);
END
$$;

CREATE FUNCTION integration.ingest(batch jsonb) RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT integration.ingest($1, NULL)
$$;

REVOKE ALL ON FUNCTION integration.try_time(text), integration.event_time(text), integration.amount_problem(text, jsonb, text, int), integration.refund_problem(jsonb), integration.data_problem(jsonb), integration.is_common_time(text), integration.lines_differ(jsonb), integration.data_is_plain(jsonb, jsonb, jsonb, smallint),
    integration.reject(text, bigint, text, text, bytea, text, text), integration.ingest(jsonb), integration.ingest(jsonb, bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.reject(text, bigint, text, text, bytea, text, text), integration.ingest(jsonb), integration.ingest(jsonb, bigint[])
    TO signalbox_producer, signalbox_relay, signalbox_admin;
