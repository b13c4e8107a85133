-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- From statements to state. integration.apply takes facts about orders in any order and any number of times and leaves the
-- same state: every fact is merged by a rule that does not look at arrival (earliest, latest, or latest (time, source, id)),
-- and everything else is computed from the merged facts.

CREATE TYPE integration.order_fact AS (
    order_id bigint, at timestamptz, stamp text COLLATE "C", step_no smallint, outcome text, scope text COLLATE "C",
    data jsonb -- only where it holds attributes, lines or references
);
CREATE TYPE integration.waiting AS (step text, scope text, state text, since timestamptz);

-- Sortable and unique per event: ties are settled by source and id, never by arrival.
CREATE FUNCTION integration.event_stamp(at timestamptz, source text, id text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$ -- stable as to_char is, so that it is inlined
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' ' || source || ' ' || id
$$;

CREATE FUNCTION integration.fact(order_id bigint, at timestamptz, source text, id text, step_no smallint, kind text, outcome text, captured boolean, data jsonb)
RETURNS integration.order_fact
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ROW(order_id, at, integration.event_stamp(at, source, id), step_no, outcome,
               CASE WHEN kind = 'order' THEN '' ELSE COALESCE(data->>'scope', '') END,
               CASE WHEN captured THEN jsonb_set(COALESCE(data, '{}'), '{captured}', to_jsonb(at::text))
                    WHEN data ?| '{order,lines,refs}' THEN data - 'captured' END)::integration.order_fact
$$;

CREATE FUNCTION integration.masked(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN position('@' IN value) > 1 THEN left(value, 1) || '***' || substr(value, position('@' IN value))
                ELSE regexp_replace(value, '(\S)\S*', '\1***', 'g') END
$$;

-- data.order as attributes that settle one by one. The event that captures the order says when it was placed.
CREATE FUNCTION integration.order_attributes(o jsonb, captured_at text, minor_digits smallint) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'number', o->>'number', 'channel', o->>'channel', 'process', o->>'process', 'promised', o->>'promisedAt',
        'placed', COALESCE(o->>'placedAt', captured_at), 'customer', integration.masked(o->>'customer'), 'currency', o->>'currency',
        'total', CASE WHEN o->>'total' IS NOT NULL THEN jsonb_build_array(o->>'currency', ((o->>'total')::numeric * 10::numeric ^ minor_digits)::bigint) END))
$$;

CREATE FUNCTION integration.apply(facts integration.order_fact[]) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC'
SET plan_cache_mode = force_generic_plan SET jit = off SET work_mem = '64MB' SET enable_mergejoin = off SET enable_nestloop = off SET enable_seqscan = off AS $$
DECLARE
    ids bigint[];
    stated bigint[]; -- orders with new attributes, lines or references
BEGIN
    SELECT array_agg(DISTINCT f.order_id ORDER BY f.order_id), array_agg(DISTINCT f.order_id) FILTER (WHERE f.data IS NOT NULL)
    INTO ids, stated FROM unnest(facts) f;
    IF ids IS NULL THEN
        RETURN 0;
    END IF;

    IF stated IS NOT NULL THEN
        INSERT INTO integration.external_ref AS r (order_id, system, object_type, object_id, since)
        SELECT f.order_id, x->>'system', x->>'type', x->>'id', min(f.at)
        FROM unnest(facts) f, jsonb_array_elements(f.data->'refs') x WHERE f.data ? 'refs'
        GROUP BY 1, 2, 3, 4
        ON CONFLICT (order_id, system, object_type, object_id) DO UPDATE SET since = EXCLUDED.since WHERE EXCLUDED.since < r.since;

        INSERT INTO integration.order_line AS l (order_id, line, sku, title, quantity, unit_price, stamp)
        SELECT DISTINCT ON (f.order_id, x->>'line') f.order_id, x->>'line', COALESCE(x->>'sku', ''), COALESCE(x->>'title', ''),
               (x->>'quantity')::numeric, (x->>'unitPrice')::numeric, f.stamp
        FROM unnest(facts) f, jsonb_array_elements(f.data->'lines') x WHERE f.data ? 'lines'
        ORDER BY f.order_id, x->>'line', f.stamp COLLATE "C" DESC
        ON CONFLICT (order_id, line) DO UPDATE SET sku = EXCLUDED.sku, title = EXCLUDED.title, quantity = EXCLUDED.quantity,
            unit_price = EXCLUDED.unit_price, stamp = EXCLUDED.stamp WHERE EXCLUDED.stamp > l.stamp;

        WITH said AS MATERIALIZED ( -- one that states nothing is not kept: else it would show whether it came alone
            SELECT f.order_id, f.stamp, integration.order_attributes(f.data->'order', f.data->>'captured', c.digits) AS attributes
            FROM unnest(facts) f LEFT JOIN integration.currency c ON c.code = f.data->'order'->>'currency'
            WHERE f.data ?| '{order,captured}'
        ), described AS (
            SELECT o.id, o.statements || s.statements AS statements, CASE WHEN o.statements = '{}' AND s.count = 1 THEN s.attributes END AS sole
            FROM integration.sales_order o
            JOIN (SELECT order_id, count(*), jsonb_object_agg(stamp, attributes) AS statements, (array_agg(attributes))[1] AS attributes
                  FROM said WHERE attributes <> '{}' GROUP BY order_id) s ON s.order_id = o.id
            WHERE o.id = ANY (stated)
        ), head AS MATERIALIZED ( -- of each attribute what the latest event says; most orders are described by one event only
            SELECT id, statements, sole AS v FROM described WHERE sole IS NOT NULL
            UNION ALL
            SELECT id, jsonb_object_agg(stamp, said), jsonb_object_agg(key, value)
            FROM (SELECT id, key, value, stamp, jsonb_object_agg(key, value) OVER (PARTITION BY id, stamp) AS said
                  FROM (SELECT DISTINCT ON (d.id, a.key) d.id, a.key, a.value, s.key AS stamp
                        FROM described d, jsonb_each(d.statements) s, jsonb_each(s.value) a WHERE d.sole IS NULL
                        ORDER BY d.id, a.key, s.key COLLATE "C" DESC) latest) by_event
            GROUP BY id
        )
        UPDATE integration.sales_order o SET
            statements = h.statements,
            stated_process = h.v->>'process',
            placed_stated = h.v ? 'placed',
            order_number = COALESCE(h.v->>'number', o.order_key),
            channel = COALESCE(h.v->>'channel', 'unknown'),
            placed_at = COALESCE((h.v->>'placed')::timestamptz, o.first_event_at),
            promised_at = (h.v->>'promised')::timestamptz,
            customer = COALESCE(h.v->>'customer', ''),
            currency = COALESCE(h.v->'total'->>0, h.v->>'currency'),
            total_minor = (h.v->'total'->>1)::bigint
        FROM head h WHERE o.id = h.id AND o.id = ANY (stated);
    END IF;

    -- The clock and the plan that each order goes by.
    WITH said AS (
        SELECT f.order_id, min(f.at) AS first_at, max(f.at) AS last_at, min(f.at) FILTER (WHERE f.outcome = 'cancelled') AS cancelled_at
        FROM unnest(facts) f GROUP BY f.order_id
    ), head AS MATERIALIZED (
        SELECT o.id, o.order_key, p.id AS plan_id, p.process, p.version AS process_version, p.id IS DISTINCT FROM o.plan_id AS replanned,
               o.promised_at, LEAST(o.cancelled_at, s.cancelled_at) AS cancelled_at,
               LEAST(o.first_event_at, s.first_at) AS first_event_at, GREATEST(o.last_event_at, s.last_at) AS last_event_at,
               CASE WHEN o.placed_stated THEN o.placed_at ELSE LEAST(o.first_event_at, s.first_at) END AS placed_at
        FROM integration.sales_order o
        JOIN said s ON s.order_id = o.id
        LEFT JOIN integration.channel c ON c.code = o.channel
        LEFT JOIN integration.plan p ON p.channel = o.channel AND p.process = COALESCE(o.stated_process, c.process)
            AND p.valid_from <= CASE WHEN o.placed_stated THEN o.placed_at ELSE LEAST(o.first_event_at, s.first_at) END
            AND p.valid_to > CASE WHEN o.placed_stated THEN o.placed_at ELSE LEAST(o.first_event_at, s.first_at) END
        WHERE o.id = ANY (ids)
    ), known AS MATERIALIZED (
        SELECT * FROM integration.milestone m WHERE m.order_id = ANY (ids)
    ), new AS ( -- one row a step: min and max do not care for order or repetition
        SELECT f.order_id, f.step_no, f.scope,
               min(f.at) FILTER (WHERE f.outcome = 'started') AS started_at,
               min(f.at) FILTER (WHERE f.outcome = 'completed') AS first_completed_at, max(f.at) FILTER (WHERE f.outcome = 'completed') AS last_completed_at,
               max(f.at) FILTER (WHERE f.outcome = 'failed') AS failed_at, max(f.at) FILTER (WHERE f.outcome = 'reversed') AS reversed_at,
               max(f.at) FILTER (WHERE f.outcome = 'skipped') AS skipped_at, max(f.at) FILTER (WHERE f.outcome = 'unknown') AS unknown_at,
               min(f.stamp COLLATE "C") FILTER (WHERE f.outcome = 'completed') AS first_stamp, max(f.stamp COLLATE "C") AS last_stamp
        FROM unnest(facts) f WHERE f.step_no IS NOT NULL
        GROUP BY f.order_id, f.step_no, f.scope
    ), merged AS (
        SELECT order_id, step_no, scope, LEAST(k.started_at, n.started_at) AS started_at,
               LEAST(k.first_completed_at, n.first_completed_at) AS first_completed_at, GREATEST(k.last_completed_at, n.last_completed_at) AS last_completed_at,
               GREATEST(k.failed_at, n.failed_at) AS failed_at, GREATEST(k.reversed_at, n.reversed_at) AS reversed_at,
               GREATEST(k.skipped_at, n.skipped_at) AS skipped_at, GREATEST(k.unknown_at, n.unknown_at) AS unknown_at,
               LEAST(k.first_stamp, n.first_stamp) AS first_stamp, GREATEST(k.last_stamp, n.last_stamp) AS last_stamp
        FROM (SELECT * FROM known WHERE last_stamp IS NOT NULL) k FULL JOIN new n USING (order_id, step_no, scope)
    ), fact AS MATERIALIZED ( -- what the statements alone say
        SELECT *,
               CASE WHEN reversed_at >= COALESCE(last_completed_at, '-infinity') AND reversed_at >= COALESCE(failed_at, '-infinity') THEN 'reversed'
                    WHEN last_completed_at >= COALESCE(failed_at, '-infinity') THEN 'completed'
                    WHEN failed_at IS NOT NULL THEN 'failed'
                    WHEN skipped_at IS NOT NULL THEN 'not_applicable'
                    WHEN unknown_at IS NOT NULL THEN 'unknown'
                    WHEN reversed_at IS NOT NULL THEN 'reversed'
                    ELSE 'in_progress' END AS state,
               CASE WHEN first_completed_at <= GREATEST(failed_at, reversed_at) THEN last_completed_at ELSE first_completed_at END AS completed_at
        FROM merged
    ), instance AS ( -- the shipments, payments and returns that anybody has named
        SELECT DISTINCT f.order_id, t.scope AS kind, f.scope FROM fact f JOIN integration.step t ON t.no = f.step_no WHERE t.scope <> 'order'
    ), place AS ( -- every step that the plan owes
        SELECT h.id AS order_id, h.plan_id, s.ordinal, s.step_no, s.scope AS kind, s.after, s.supplied, s.goods, '' AS scope
        FROM head h JOIN integration.plan_step s ON s.plan_id = h.plan_id WHERE s.scope = 'order'
        UNION ALL
        SELECT h.id, h.plan_id, s.ordinal, s.step_no, s.scope, s.after, s.supplied, s.goods, COALESCE(i.scope, '')
        FROM head h JOIN integration.plan_step s ON s.plan_id = h.plan_id
        LEFT JOIN instance i ON i.order_id = h.id AND i.kind = s.scope
        WHERE s.scope <> 'order' AND (NOT s.optional OR i.scope IS NOT NULL)
    ), node AS MATERIALIZED (
        SELECT p.order_id, p.plan_id, p.step_no, p.scope, p.ordinal, p.kind, p.after, f.order_id IS NOT NULL AS has_fact, f.state AS fact_state,
               CASE f.state WHEN 'completed' THEN f.completed_at WHEN 'not_applicable' THEN f.skipped_at WHEN 'unknown' THEN f.unknown_at END AS done_at
        FROM place p LEFT JOIN fact f ON f.order_id = p.order_id AND f.step_no = p.step_no AND f.scope = p.scope
        WHERE (p.supplied OR f.order_id IS NOT NULL) AND (NOT p.goods OR f.order_id IS NOT NULL OR p.scope NOT LIKE 'refund/%')
    ), waits AS ( -- what each node's predecessors say
        SELECT n.order_id, n.step_no, n.scope, max(p.done_at) AS ready_at, bool_or(p.done_at IS NULL) AS blocked
        FROM (SELECT order_id, step_no, scope, kind, unnest(after) AS before FROM node) n
        JOIN node p ON p.order_id = n.order_id AND p.step_no = n.before AND (p.kind <> n.kind OR p.scope = n.scope)
        GROUP BY n.order_id, n.step_no, n.scope
    ), begun AS ( -- when each return was first heard of
        SELECT order_id, scope, min(LEAST(started_at, first_completed_at, failed_at, reversed_at, skipped_at, unknown_at)) AS at
        FROM fact WHERE scope LIKE 'return/%' OR scope LIKE 'refund/%' GROUP BY order_id, scope
    ), timed AS MATERIALIZED ( -- the steps whose clock has started, or of which something was said: few of all, so the rest is left here
        SELECT n.order_id, n.step_no, n.scope, n.ordinal, n.plan_id, n.has_fact, n.fact_state, COALESCE(w.blocked, false) AS blocked, w.ready_at,
               w.order_id IS NULL AS is_first
        FROM node n
        LEFT JOIN waits w ON w.order_id = n.order_id AND w.step_no = n.step_no AND w.scope = n.scope
        WHERE n.has_fact OR w.blocked IS NOT TRUE
    ), planned AS (
        SELECT t.*, e.at AS eligible_at, h.promised_at, h.cancelled_at,
               s.step, s.axis, s.reached, s.optional, s.may_precede, s.due_kind, s.warn_seconds, s.target_seconds, s.calendar,
               COALESCE(s.warn_seconds, s.target_seconds * 0.8) AS warn_after, k.due_at AS known_due_at, k.warn_at AS known_warn_at, k.eligible_at = e.at AND NOT h.replanned AS due_known
        FROM timed t
        JOIN head h ON h.id = t.order_id
        JOIN integration.plan_step s ON s.plan_id = t.plan_id AND s.ordinal = t.ordinal
        LEFT JOIN known k ON k.order_id = t.order_id AND k.step_no = t.step_no AND k.scope = t.scope
        LEFT JOIN begun b ON b.order_id = t.order_id AND b.scope = t.scope,
        LATERAL (SELECT CASE WHEN t.is_first THEN COALESCE(b.at, h.placed_at) WHEN NOT t.blocked THEN t.ready_at END AS at) e
    ), due AS MATERIALIZED ( -- once: a due time is asked for several times below
        SELECT p.*,
               CASE WHEN p.fact_state IN ('completed', 'reversed', 'unknown', 'not_applicable') THEN p.fact_state
                    WHEN p.cancelled_at IS NOT NULL AND NOT p.optional THEN 'not_applicable'
                    ELSE COALESCE(p.fact_state, 'pending') END AS state,
               CASE WHEN p.eligible_at IS NULL OR p.due_kind = 'none' THEN NULL
                    WHEN p.due_kind = 'promise' THEN p.promised_at
                    WHEN p.calendar IS NULL THEN p.eligible_at + make_interval(secs => p.target_seconds)
                    WHEN p.due_known THEN p.known_due_at
                    ELSE (SELECT c.due_at FROM integration.calendar_due(p.calendar, p.eligible_at, p.target_seconds) c) END AS due_at
        FROM planned p
    ), result AS MATERIALIZED (
        SELECT d.order_id, d.step_no, d.scope, d.step, d.ordinal, d.axis, d.reached, d.optional, d.state, d.eligible_at, d.due_at,
               CASE WHEN d.due_at IS NULL THEN NULL
                    WHEN d.due_kind = 'promise' THEN GREATEST(d.eligible_at, d.due_at - make_interval(secs => COALESCE(d.warn_seconds, 86400)))
                    WHEN d.calendar IS NULL OR d.due_at = d.eligible_at + make_interval(secs => d.target_seconds) -- open all the while
                        THEN d.eligible_at + make_interval(secs => d.warn_after)
                    WHEN d.due_known THEN d.known_warn_at
                    ELSE (SELECT c.due_at FROM integration.calendar_due(d.calendar, d.eligible_at, d.warn_after) c) END AS warn_at,
               f.started_at, CASE WHEN d.state = 'completed' THEN f.completed_at END AS completed_at,
               d.state = 'completed' AND f.completed_at > d.due_at IS TRUE AS late,
               CASE WHEN d.has_fact THEN NULLIF(array_remove(ARRAY[
                   CASE WHEN d.state = 'completed' AND NOT d.may_precede AND d.ready_at > f.completed_at THEN 'before_predecessor' END,
                   CASE WHEN d.state = 'completed' AND NOT d.may_precede AND d.blocked THEN 'predecessor_missing' END,
                   CASE WHEN f.reversed_at IS NOT NULL THEN 'reversed' END,
                   CASE WHEN f.failed_at > f.first_completed_at THEN 'contradiction' END,
                   CASE WHEN d.state = 'unknown' THEN 'no_time' END,
                   CASE WHEN NOT d.optional AND d.state = 'completed' AND f.completed_at > d.cancelled_at THEN 'after_cancellation' END], NULL), '{}') END AS anomalies,
               f.first_completed_at, f.last_completed_at, f.failed_at, f.reversed_at, f.skipped_at, f.unknown_at, f.first_stamp, f.last_stamp
        FROM due d LEFT JOIN fact f ON f.order_id = d.order_id AND f.step_no = d.step_no AND f.scope = d.scope
        UNION ALL -- statements about steps that the order's process does not have
        SELECT f.order_id, f.step_no, f.scope, t.name, 0::smallint, '', '', true, f.state, NULL, NULL, NULL, f.started_at,
               CASE WHEN f.state = 'completed' THEN f.completed_at END, false, '{not_in_process}',
               f.first_completed_at, f.last_completed_at, f.failed_at, f.reversed_at, f.skipped_at, f.unknown_at, f.first_stamp, f.last_stamp
        FROM fact f JOIN integration.step t ON t.no = f.step_no
        WHERE NOT EXISTS (SELECT FROM node n WHERE n.order_id = f.order_id AND n.step_no = f.step_no AND n.scope = f.scope)
    ), removed AS (
        DELETE FROM integration.milestone m
        WHERE m.order_id = ANY (ids) AND (m.order_id, m.step_no, m.scope) IN
              (SELECT k.order_id, k.step_no, k.scope FROM known k
               WHERE NOT EXISTS (SELECT FROM result r WHERE r.order_id = k.order_id AND r.step_no = k.step_no AND r.scope = k.scope))
    ), changed AS ( -- the orders are locked: nobody else adds or changes milestones of them
        UPDATE integration.milestone m SET
            state = r.state, eligible_at = r.eligible_at, warn_at = r.warn_at, due_at = r.due_at, late = r.late, anomalies = r.anomalies,
            started_at = r.started_at, completed_at = r.completed_at, first_completed_at = r.first_completed_at, last_completed_at = r.last_completed_at,
            failed_at = r.failed_at, reversed_at = r.reversed_at, skipped_at = r.skipped_at, unknown_at = r.unknown_at, first_stamp = r.first_stamp,
            last_stamp = r.last_stamp
        FROM result r
        WHERE m.order_id = ANY (ids) AND m.order_id = r.order_id AND m.step_no = r.step_no AND m.scope = r.scope
          AND (m.state, m.eligible_at, m.warn_at, m.due_at, m.late, m.anomalies, m.started_at, m.completed_at, m.first_completed_at, m.last_completed_at,
               m.failed_at, m.reversed_at, m.skipped_at, m.unknown_at, m.first_stamp, m.last_stamp)
              IS DISTINCT FROM
              (r.state, r.eligible_at, r.warn_at, r.due_at, r.late, r.anomalies, r.started_at, r.completed_at, r.first_completed_at, r.last_completed_at,
               r.failed_at, r.reversed_at, r.skipped_at, r.unknown_at, r.first_stamp, r.last_stamp)
    ), added AS (
        INSERT INTO integration.milestone (order_id, step_no, scope, step,
            state, eligible_at, warn_at, due_at, late, anomalies, started_at, completed_at, first_completed_at, last_completed_at, failed_at, reversed_at,
            skipped_at, unknown_at, first_stamp, last_stamp)
        SELECT r.order_id, r.step_no, r.scope, r.step,
            r.state, r.eligible_at, r.warn_at, r.due_at, r.late, r.anomalies, r.started_at, r.completed_at, r.first_completed_at, r.last_completed_at,
            r.failed_at, r.reversed_at, r.skipped_at, r.unknown_at, r.first_stamp, r.last_stamp
        FROM result r WHERE NOT EXISTS (SELECT FROM known k WHERE k.order_id = r.order_id AND k.step_no = r.step_no AND k.scope = r.scope)
    ), summary AS (
        SELECT r.order_id,
               count(*) FILTER (WHERE r.state IN ('completed', 'unknown', 'overridden') AND r.ordinal > 0) AS done_count,
               count(*) FILTER (WHERE open.is) AS open_count,
               count(*) FILTER (WHERE r.late) AS late_count,
               count(*) FILTER (WHERE r.state = 'failed') AS failed_count,
               count(*) FILTER (WHERE r.anomalies IS NOT NULL) AS anomaly_count,
               min(r.warn_at) FILTER (WHERE open.is) AS next_warn_at,
               min(r.due_at) FILTER (WHERE open.is) AS next_due_at,
               (array_agg(ROW(r.step, r.scope, r.state, COALESCE(r.eligible_at, r.started_at, r.failed_at))::integration.waiting
                          ORDER BY r.due_at, r.ordinal, r.scope, r.step) FILTER (WHERE open.is))[1] AS waiting,
               bool_or(r.state = 'failed') FILTER (WHERE r.axis = 'fulfilment') AS fulfilment_failed,
               bool_or(r.state = 'failed') FILTER (WHERE r.axis = 'money') AS money_failed,
               max(r.ordinal * 1000 + array_position('{reserved,routed,ready,shipped,delivered,collected}'::text[], r.reached))
                   FILTER (WHERE r.axis = 'fulfilment' AND r.state IN ('completed', 'unknown') AND r.reached IN ('reserved', 'routed', 'ready', 'shipped', 'delivered', 'collected')) % 1000 AS fulfilment,
               max(r.ordinal * 1000 + array_position('{authorized,captured,invoiced,settled,posted,refunded}'::text[], r.reached))
                   FILTER (WHERE r.axis = 'money' AND r.state IN ('completed', 'unknown') AND r.reached IN ('authorized', 'captured', 'invoiced', 'settled', 'posted', 'refunded')) % 1000 AS money,
               max(r.ordinal * 1000 + array_position('{requested,authorized,received,inspected,refunded,closed}'::text[], r.reached))
                   FILTER (WHERE r.optional AND r.axis = 'return' AND r.state = 'completed') % 1000 AS returned
        FROM result r, LATERAL (SELECT r.state IN ('pending', 'in_progress', 'failed') AS is) open
        GROUP BY r.order_id
    ), owed AS ( -- once cancelled, only what was reached and what belongs to a return still applies
        SELECT n.order_id,
               count(*) FILTER (WHERE CASE WHEN h.cancelled_at IS NULL OR s.optional THEN n.fact_state IS DISTINCT FROM 'not_applicable'
                                           ELSE n.fact_state IN ('completed', 'unknown', 'reversed') END) AS steps,
               bool_or(s.axis = 'fulfilment') AS fulfilment, bool_or(s.axis = 'money') AS money
        FROM node n JOIN head h ON h.id = n.order_id JOIN integration.plan_step s ON s.plan_id = n.plan_id AND s.ordinal = n.ordinal
        GROUP BY n.order_id
    )
    UPDATE integration.sales_order o SET
        plan_id = h.plan_id, process = COALESCE(h.process, ''), process_version = COALESCE(h.process_version, 0),
        placed_at = h.placed_at, cancelled_at = h.cancelled_at, first_event_at = h.first_event_at, last_event_at = h.last_event_at,
        sync_state = CASE WHEN s.failed_count > 0 THEN 'failed' WHEN h.cancelled_at IS NOT NULL AND s.open_count = 0 THEN 'cancelled'
                          WHEN w.steps IS NULL THEN 'unknown' WHEN s.done_count >= w.steps THEN 'done' ELSE 'waiting' END,
        fulfilment_state = CASE WHEN s.fulfilment_failed THEN 'failed'
                                WHEN s.fulfilment IS NOT NULL AND NOT (h.cancelled_at IS NOT NULL AND s.fulfilment <= 3)
                                    THEN ('{reserved,routed,ready,shipped,delivered,collected}'::text[])[s.fulfilment]
                                WHEN h.cancelled_at IS NOT NULL THEN 'cancelled'
                                WHEN w.fulfilment THEN 'none' ELSE 'unknown' END,
        money_state = CASE WHEN s.money_failed THEN 'failed'
                           WHEN s.money = 1 AND h.cancelled_at IS NOT NULL THEN 'voided'
                           WHEN s.money IS NOT NULL THEN ('{authorized,captured,invoiced,settled,posted,refunded}'::text[])[s.money]
                           WHEN w.money THEN 'none' ELSE 'unknown' END,
        return_state = COALESCE(('{requested,authorized,received,inspected,refunded,closed}'::text[])[s.returned], 'none'),
        waiting_step = COALESCE((s.waiting).step, ''), waiting_scope = COALESCE((s.waiting).scope, ''),
        waiting_state = COALESCE((s.waiting).state, ''), waiting_since = (s.waiting).since,
        next_warn_at = s.next_warn_at, next_due_at = s.next_due_at,
        done_count = COALESCE(s.done_count, 0), step_count = COALESCE(w.steps, 0), open_count = COALESCE(s.open_count, 0),
        late_count = COALESCE(s.late_count, 0), failed_count = COALESCE(s.failed_count, 0), anomaly_count = COALESCE(s.anomaly_count, 0),
        version = o.version + 1
    FROM head h LEFT JOIN summary s ON s.order_id = h.id LEFT JOIN owed w ON w.order_id = h.id
    WHERE o.id = h.id AND o.id = ANY (ids);

    INSERT INTO integration.change_log (order_ids) VALUES (ids);
    RETURN cardinality(ids);
END
$$;
REVOKE ALL ON FUNCTION integration.apply(integration.order_fact[]) FROM PUBLIC;
