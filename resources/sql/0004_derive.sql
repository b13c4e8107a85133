-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- From statements to state. integration.apply takes facts about orders in any order and any number of times and leaves the
-- same state: every fact is merged by a rule that does not look at arrival (earliest, latest, or latest (time, source, id)),
-- and everything else is computed from the merged facts.

CREATE TYPE integration.order_fact AS (
    order_id bigint, at timestamptz, stamp text COLLATE "C", step_no smallint, outcome text, scope text COLLATE "C",
    data jsonb -- only where it holds attributes, lines or references
);

-- Sortable and unique per event: ties are settled by source and id, never by arrival. Who said it begins at the 28th character.
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
    described boolean; -- some state attributes, lines or references
BEGIN
    SELECT array_agg(DISTINCT f.order_id ORDER BY f.order_id), bool_or(f.data IS NOT NULL) INTO ids, described FROM unnest(facts) f;
    IF ids IS NULL THEN
        RETURN 0;
    END IF;

    IF described THEN
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
    END IF;

    WITH stated AS MATERIALIZED ( -- one that states nothing is not kept: else it would show whether it came alone
        SELECT s.order_id, s.stamp, CASE WHEN s.captures AND s.attributes ? 'total' THEN s.attributes || jsonb_build_object('captured', s.attributes->'total')
                                         ELSE s.attributes END AS attributes
        FROM (SELECT f.order_id, f.stamp, f.data ? 'captured' AS captures, integration.order_attributes(f.data->'order', f.data->>'captured', c.digits) AS attributes
              FROM unnest(facts) f LEFT JOIN integration.currency c ON c.code = f.data->'order'->>'currency'
              WHERE f.data ?| '{order,captured}' OFFSET 0) s
    ), described AS (
        SELECT o.id, o.statements || s.statements AS statements, CASE WHEN o.statements = '{}' AND s.count = 1 THEN s.attributes END AS sole
        FROM integration.sales_order o
        JOIN (SELECT order_id, count(*), jsonb_object_agg(stamp, attributes) AS statements, (array_agg(attributes))[1] AS attributes
              FROM stated WHERE attributes <> '{}' GROUP BY order_id) s ON s.order_id = o.id
        WHERE o.id = ANY (ids)
    ), settled AS ( -- of each attribute what the latest event says, and of its total what each source says that captured it, of each time; most are described by one event only
        SELECT id, statements, sole AS v, false AS contradicted FROM described WHERE sole IS NOT NULL
        UNION ALL
        SELECT id, jsonb_object_agg(stamp, said), jsonb_object_agg(key, value), count(DISTINCT value) FILTER (WHERE key = 'captured') > 1
        FROM (SELECT id, key, value, stamp, jsonb_object_agg(key, value) OVER (PARTITION BY id, stamp) AS said
              FROM (SELECT DISTINCT ON (d.id, a.key, c.by) d.id, a.key, a.value, s.key AS stamp
                    FROM described d, jsonb_each(d.statements) s, jsonb_each(s.value) a, LATERAL (SELECT CASE a.key WHEN 'captured' THEN (string_to_array(s.key, ' '))[1:2] END AS by) c
                    WHERE d.sole IS NULL
                    ORDER BY d.id, a.key, c.by, s.key COLLATE "C" DESC) latest) by_event
        GROUP BY id
    ), said AS (
        SELECT f.order_id, min(f.at) AS first_at, max(f.at) AS last_at, min(f.at) FILTER (WHERE f.outcome = 'cancelled') AS cancelled_at
        FROM unnest(facts) f GROUP BY f.order_id
    ), attributes AS (
        SELECT o.ctid AS tid, o.id, o.plan_id AS old_plan_id, d.contradicted, LEAST(o.cancelled_at, s.cancelled_at) AS cancelled_at,
               LEAST(o.first_event_at, s.first_at) AS first_event_at, GREATEST(o.last_event_at, s.last_at) AS last_event_at,
               CASE WHEN d.id IS NULL THEN o.statements ELSE d.statements END AS statements,
               CASE WHEN d.id IS NULL THEN o.stated_process ELSE d.v->>'process' END AS stated_process,
               CASE WHEN d.id IS NULL THEN o.placed_stated ELSE d.v ? 'placed' END AS placed_stated,
               CASE WHEN d.id IS NULL THEN o.order_number ELSE COALESCE(d.v->>'number', o.order_key) END AS order_number,
               CASE WHEN d.id IS NULL THEN o.channel ELSE COALESCE(d.v->>'channel', 'unknown') END AS channel,
               CASE WHEN d.v ? 'placed' THEN (d.v->>'placed')::timestamptz WHEN d.id IS NULL AND o.placed_stated THEN o.placed_at
                    ELSE LEAST(o.first_event_at, s.first_at) END AS placed_at,
               CASE WHEN d.id IS NULL THEN o.promised_at ELSE (d.v->>'promised')::timestamptz END AS promised_at,
               CASE WHEN d.id IS NULL THEN o.customer ELSE COALESCE(d.v->>'customer', '') END AS customer,
               CASE WHEN d.id IS NULL THEN o.currency ELSE COALESCE(d.v->'total'->>0, d.v->>'currency') END AS currency,
               CASE WHEN d.id IS NULL THEN o.total_minor ELSE (d.v->'total'->>1)::bigint END AS total_minor
        FROM integration.sales_order o JOIN said s ON s.order_id = o.id LEFT JOIN settled d ON d.id = o.id
        WHERE o.id = ANY (ids)
    ), head AS MATERIALIZED ( -- the clock and the plan that each order goes by
        SELECT a.*, p.id AS plan_id, p.process, p.version AS process_version, p.id IS DISTINCT FROM a.old_plan_id AS replanned
        FROM attributes a
        LEFT JOIN integration.channel c ON c.code = a.channel
        LEFT JOIN integration.plan p ON p.channel = a.channel AND p.process = COALESCE(a.stated_process, c.process)
            AND p.valid_from <= a.placed_at AND p.valid_to > a.placed_at
    ), owing AS MATERIALIZED ( -- the steps of these plans; there are plans for every channel and process
        SELECT * FROM integration.plan_step WHERE plan_id = ANY (ARRAY(SELECT DISTINCT plan_id FROM head))
    ), edge AS MATERIALIZED (
        SELECT * FROM integration.plan_edge WHERE plan_id = ANY (ARRAY(SELECT DISTINCT plan_id FROM head))
    ), new AS MATERIALIZED ( -- one row a step: min and max do not care for order or repetition
        SELECT f.order_id, f.step_no, f.scope,
               min(f.at) FILTER (WHERE f.outcome = 'started') AS started_at,
               min(f.at) FILTER (WHERE f.outcome = 'completed') AS first_completed_at, max(f.at) FILTER (WHERE f.outcome = 'completed') AS last_completed_at,
               max(f.at) FILTER (WHERE f.outcome = 'failed') AS failed_at, max(f.at) FILTER (WHERE f.outcome = 'reversed') AS reversed_at,
               max(f.at) FILTER (WHERE f.outcome = 'skipped') AS skipped_at, max(f.at) FILTER (WHERE f.outcome = 'unknown') AS unknown_at,
               min(f.stamp COLLATE "C") FILTER (WHERE f.outcome = 'completed') AS first_stamp, max(f.stamp COLLATE "C") AS last_stamp
        FROM unnest(facts) f WHERE f.step_no IS NOT NULL
        GROUP BY f.order_id, f.step_no, f.scope
    ), fact AS MATERIALIZED ( -- what all statements say; no state: nobody said anything, the step is awaited so far
        SELECT m.order_id, m.step_no, m.scope, m.tid, m.old_state, m.old_eligible_at, m.old_warn_at, m.old_due_at, m.old_late, m.old_anomalies, m.spoken,
               h.plan_id, t.scope AS kind, t.name AS step, m.state, m.completed_at,
               CASE m.state WHEN 'completed' THEN m.completed_at WHEN 'not_applicable' THEN m.skipped_at WHEN 'unknown' THEN m.unknown_at END AS done_at,
               COALESCE(m.started_at, m.failed_at) AS since, m.reversed_at IS NOT NULL AS reversed,
               -- failed after it was done, one event at different times, or captured with different totals (told by what is said of the order only)
               m.failed_at > m.first_completed_at OR m.told_twice
                   OR (t.name = 'order_captured' AND COALESCE(h.contradicted, 'contradiction' = ANY (m.old_anomalies))) AS contradicted,
               CASE WHEN t.scope = 'return' THEN LEAST(m.started_at, m.first_completed_at, m.failed_at, m.reversed_at, m.skipped_at, m.unknown_at) END AS begun_at
        FROM (SELECT m.*,
                     CASE WHEN m.silent THEN NULL
                          WHEN m.reversed_at >= COALESCE(m.last_completed_at, '-infinity') AND m.reversed_at >= COALESCE(m.failed_at, '-infinity') THEN 'reversed'
                          WHEN m.last_completed_at >= COALESCE(m.failed_at, '-infinity') THEN 'completed'
                          WHEN m.failed_at IS NOT NULL THEN 'failed'
                          WHEN m.skipped_at IS NOT NULL THEN 'not_applicable'
                          WHEN m.unknown_at IS NOT NULL THEN 'unknown'
                          WHEN m.reversed_at IS NOT NULL THEN 'reversed'
                          ELSE 'in_progress' END AS state,
                     CASE WHEN m.first_completed_at <= GREATEST(m.failed_at, m.reversed_at) THEN m.last_completed_at ELSE m.first_completed_at END AS completed_at
              FROM (SELECT order_id, step_no, scope, k.tid, k.state AS old_state, k.eligible_at AS old_eligible_at, k.warn_at AS old_warn_at,
                           k.due_at AS old_due_at, k.late AS old_late, k.anomalies AS old_anomalies,
                           n.last_stamp IS NOT NULL AS spoken,
                           LEAST(k.first_stamp, n.first_stamp) < GREATEST(k.last_stamp, n.last_stamp)
                               AND substr(LEAST(k.first_stamp, n.first_stamp), 28) = substr(GREATEST(k.last_stamp, n.last_stamp), 28) AS told_twice,
                           COALESCE(k.last_stamp, n.last_stamp) IS NULL AS silent, LEAST(k.started_at, n.started_at) AS started_at,
                           LEAST(k.first_completed_at, n.first_completed_at) AS first_completed_at, GREATEST(k.last_completed_at, n.last_completed_at) AS last_completed_at,
                           GREATEST(k.failed_at, n.failed_at) AS failed_at, GREATEST(k.reversed_at, n.reversed_at) AS reversed_at,
                           GREATEST(k.skipped_at, n.skipped_at) AS skipped_at, GREATEST(k.unknown_at, n.unknown_at) AS unknown_at
                    FROM (SELECT ctid AS tid, * FROM integration.milestone WHERE order_id = ANY (ids)) k FULL JOIN new n USING (order_id, step_no, scope)) m
              OFFSET 0) m
        JOIN head h ON h.id = m.order_id JOIN integration.step t ON t.no = m.step_no
    ), instance AS MATERIALIZED ( -- the shipments, payments and returns that anybody has named, and when each was first heard of
        SELECT order_id, plan_id, kind, scope, min(begun_at) AS begun_at
        FROM fact WHERE kind <> 'order' AND state IS NOT NULL GROUP BY order_id, plan_id, kind, scope
    ), tally AS MATERIALIZED (
        SELECT order_id, plan_id, kind, count(*) AS scopes, count(*) FILTER (WHERE scope LIKE 'refund/%') AS refunds
        FROM instance GROUP BY order_id, plan_id, kind
    ), reach AS ( -- every step tells those that wait for it when it was done; so only what it may have freed is looked at
        SELECT f.order_id, e.step_no, CASE WHEN e.kind = e.before_kind THEN f.scope ELSE COALESCE(i.scope, '') END AS scope, f.done_at,
               NULL::timestamptz AS start_at, (e.before_goods AND f.scope LIKE 'refund/%')::int AS more
        FROM fact f
        JOIN edge e ON e.plan_id = f.plan_id AND e.before = f.step_no
        LEFT JOIN instance i ON i.order_id = f.order_id AND i.kind = e.kind AND e.kind <> e.before_kind
        WHERE f.state IS NOT NULL AND (f.done_at IS NOT NULL OR e.before_goods)
          AND (NOT e.optional OR e.kind IN ('order', e.before_kind) OR i.scope IS NOT NULL)
        UNION ALL -- those that wait for none
        SELECT h.id, s.step_no, COALESCE(i.scope, ''), NULL, COALESCE(i.begun_at, h.placed_at), 0
        FROM head h JOIN owing s ON s.plan_id = h.plan_id AND s.needs = s.needs_goods + s.needs_optional
        LEFT JOIN instance i ON i.order_id = h.id AND i.kind = s.scope
        WHERE NOT s.optional OR s.scope = 'order' OR i.scope IS NOT NULL
        UNION ALL -- a step of another kind counts once for each shipment, payment or return of it
        SELECT t.order_id, e.step_no, COALESCE(i.scope, ''), NULL, NULL, t.scopes - CASE WHEN e.before_goods THEN t.refunds ELSE 0 END - (NOT e.optional)::int
        FROM tally t JOIN edge e ON e.plan_id = t.plan_id AND e.before_kind = t.kind AND e.kind <> t.kind
        LEFT JOIN instance i ON i.order_id = t.order_id AND i.kind = e.kind
        WHERE (t.scopes > 1 OR t.refunds > 0 OR e.optional) AND (NOT e.optional OR e.kind = 'order' OR i.scope IS NOT NULL)
    ), reached AS (
        SELECT order_id, step_no, scope, max(done_at) AS ready_at, count(done_at) AS done, max(start_at) AS start_at, sum(more) AS more
        FROM reach GROUP BY order_id, step_no, scope
    ), node AS ( -- what somebody spoke of, and what may have become due
        SELECT n.*, CASE WHEN n.needed = 0 THEN n.start_at WHEN n.done >= n.needed THEN n.ready_at END AS eligible_at,
               n.fact_state IS NOT NULL OR (n.placed AND n.owed AND n.done >= n.needed) IS TRUE AS stays
        FROM (SELECT j.order_id, j.step_no, j.scope, j.tid, j.old_state, j.old_eligible_at, j.old_warn_at, j.old_due_at, j.old_late, j.old_anomalies, j.spoken,
                     j.state AS fact_state, j.completed_at, j.since, j.reversed, j.contradicted, COALESCE(s.step, j.step) AS step,
                     j.ready_at, j.start_at, COALESCE(j.done, 0) AS done,
                     s.needs + COALESCE(j.more, 0) - s.needs_optional - CASE WHEN j.scope LIKE 'refund/%' THEN s.needs_goods ELSE 0 END AS needed,
                     s.supplied AND NOT (s.goods AND j.scope LIKE 'refund/%') AS owed, j.done IS NOT NULL AS placed,
                     h.promised_at, h.cancelled_at, h.replanned,
                     s.ordinal, s.axis, s.reached, s.optional, s.may_precede, s.due_kind, s.warn_seconds, s.target_seconds, s.calendar
              FROM (reached FULL JOIN fact USING (order_id, step_no, scope)) j
              JOIN head h ON h.id = j.order_id
              LEFT JOIN owing s ON s.plan_id = h.plan_id AND s.step_no = j.step_no
              OFFSET 0) n
        OFFSET 0
    ), due AS ( -- without an ordinal: a statement about a step that the order's process does not have
        SELECT p.*,
               CASE WHEN p.ordinal IS NULL OR p.fact_state IN ('completed', 'reversed', 'unknown', 'not_applicable') THEN p.fact_state
                    WHEN p.cancelled_at IS NOT NULL AND NOT p.optional THEN 'not_applicable'
                    ELSE COALESCE(p.fact_state, 'pending') END AS state,
               CASE WHEN p.eligible_at IS NULL OR p.due_kind = 'none' THEN NULL
                    WHEN p.due_kind = 'promise' THEN p.promised_at
                    WHEN p.calendar IS NULL THEN p.eligible_at + make_interval(secs => p.target_seconds)
                    WHEN p.due_known THEN p.old_due_at
                    ELSE (SELECT c.due_at FROM integration.calendar_due(p.calendar, p.eligible_at, p.target_seconds) c) END AS due_at
        FROM (SELECT n.*, COALESCE(n.warn_seconds, n.target_seconds * 0.8) AS warn_after, n.old_eligible_at = n.eligible_at AND NOT n.replanned AS due_known
              FROM node n WHERE n.stays OR n.tid IS NOT NULL) p
        OFFSET 0 -- once: a due time is asked for several times below
    ), dated AS (
        SELECT d.*,
               CASE WHEN d.due_at IS NULL THEN NULL
                    WHEN d.due_kind = 'promise' THEN GREATEST(d.eligible_at, d.due_at - make_interval(secs => COALESCE(d.warn_seconds, 86400)))
                    WHEN d.calendar IS NULL OR d.due_at = d.eligible_at + make_interval(secs => d.target_seconds) -- open all the while
                        THEN d.eligible_at + make_interval(secs => d.warn_after)
                    WHEN d.due_known THEN d.old_warn_at
                    ELSE (SELECT c.due_at FROM integration.calendar_due(d.calendar, d.eligible_at, d.warn_after) c) END AS warn_at,
               d.state = 'completed' AND d.completed_at > d.due_at IS TRUE AS late,
               CASE WHEN d.ordinal IS NULL THEN '{not_in_process}' WHEN d.fact_state IS NOT NULL THEN NULLIF(array_remove(ARRAY[
                   CASE WHEN d.state = 'completed' AND NOT d.may_precede AND d.ready_at > d.completed_at THEN 'before_predecessor' END,
                   CASE WHEN d.state = 'completed' AND NOT d.may_precede AND d.done < d.needed THEN 'predecessor_missing' END,
                   CASE WHEN d.reversed THEN 'reversed' END,
                   CASE WHEN d.contradicted THEN 'contradiction' END,
                   CASE WHEN d.state = 'unknown' THEN 'no_time' END,
                   CASE WHEN NOT d.optional AND d.state = 'completed' AND d.completed_at > d.cancelled_at THEN 'after_cancellation' END], NULL), '{}') END AS anomalies
        FROM due d OFFSET 0
    ), result AS MATERIALIZED (
        SELECT d.*, CASE WHEN NOT d.stays THEN 'removed' WHEN d.tid IS NULL THEN 'added'
                         WHEN d.spoken OR (d.old_state, d.old_eligible_at, d.old_warn_at, d.old_due_at, d.old_late, d.old_anomalies)
                              IS DISTINCT FROM (d.state, d.eligible_at, d.warn_at, d.due_at, d.late, d.anomalies) THEN 'changed'
                         ELSE 'same' END AS change
        FROM dated d
    ), removed AS ( -- the orders are locked: nobody else adds or changes milestones of them, so rows are where they were read
        DELETE FROM integration.milestone m WHERE m.ctid = ANY (ARRAY(SELECT r.tid FROM result r WHERE r.change = 'removed'))
    ), changed AS (
        UPDATE integration.milestone m SET
            state = r.state, eligible_at = r.eligible_at, warn_at = r.warn_at, due_at = r.due_at, late = r.late, anomalies = r.anomalies,
            completed_at = CASE WHEN r.state = 'completed' THEN r.completed_at END, started_at = LEAST(m.started_at, n.started_at),
            first_completed_at = LEAST(m.first_completed_at, n.first_completed_at), last_completed_at = GREATEST(m.last_completed_at, n.last_completed_at),
            failed_at = GREATEST(m.failed_at, n.failed_at), reversed_at = GREATEST(m.reversed_at, n.reversed_at),
            skipped_at = GREATEST(m.skipped_at, n.skipped_at), unknown_at = GREATEST(m.unknown_at, n.unknown_at),
            first_stamp = LEAST(m.first_stamp, n.first_stamp), last_stamp = GREATEST(m.last_stamp, n.last_stamp)
        FROM result r LEFT JOIN new n USING (order_id, step_no, scope)
        WHERE m.ctid = ANY (ARRAY(SELECT c.tid FROM result c WHERE c.change = 'changed')) AND m.ctid = r.tid AND r.change = 'changed'
    ), added AS (
        INSERT INTO integration.milestone (order_id, step_no, scope, step, state, eligible_at, warn_at, due_at, late, anomalies, completed_at,
            started_at, first_completed_at, last_completed_at, failed_at, reversed_at, skipped_at, unknown_at, first_stamp, last_stamp)
        SELECT order_id, step_no, scope, r.step, r.state, r.eligible_at, r.warn_at, r.due_at, r.late, r.anomalies, CASE WHEN r.state = 'completed' THEN r.completed_at END,
            n.started_at, n.first_completed_at, n.last_completed_at, n.failed_at, n.reversed_at, n.skipped_at, n.unknown_at, n.first_stamp, n.last_stamp
        FROM result r LEFT JOIN new n USING (order_id, step_no, scope) WHERE r.change = 'added'
        ORDER BY order_id, step_no -- the rows of an order next to each other
    ), waiting AS ( -- the open step that is due first
        SELECT DISTINCT ON (r.order_id) r.order_id, r.step, r.scope, r.state, COALESCE(r.eligible_at, r.since) AS since
        FROM result r WHERE r.change <> 'removed' AND r.state IN ('pending', 'in_progress', 'failed')
        ORDER BY r.order_id, r.due_at, COALESCE(r.ordinal, 0), r.scope, r.step
    ), summary AS (
        SELECT r.order_id,
               count(*) FILTER (WHERE r.state IN ('completed', 'unknown', 'overridden') AND r.ordinal > 0) AS done_count,
               count(*) FILTER (WHERE open.is) AS open_count,
               count(*) FILTER (WHERE r.late) AS late_count,
               count(*) FILTER (WHERE r.state = 'failed') AS failed_count,
               count(*) FILTER (WHERE r.anomalies IS NOT NULL) AS anomaly_count,
               min(r.warn_at) FILTER (WHERE open.is) AS next_warn_at,
               min(r.due_at) FILTER (WHERE open.is) AS next_due_at,
               bool_or(r.state = 'failed') FILTER (WHERE r.axis = 'fulfilment') AS fulfilment_failed,
               bool_or(r.state = 'failed') FILTER (WHERE r.axis = 'money') AS money_failed,
               max(r.ordinal * 1000 + array_position('{reserved,routed,ready,shipped,delivered,collected}'::text[], r.reached))
                   FILTER (WHERE r.axis = 'fulfilment' AND r.state IN ('completed', 'unknown')) % 1000 AS fulfilment,
               max(r.ordinal * 1000 + array_position('{authorized,captured,invoiced,settled,posted,refunded}'::text[], r.reached))
                   FILTER (WHERE r.axis = 'money' AND r.state IN ('completed', 'unknown')) % 1000 AS money,
               max(r.ordinal * 1000 + array_position('{requested,authorized,received,inspected,refunded,closed}'::text[], r.reached))
                   FILTER (WHERE r.optional AND r.axis = 'return' AND r.state = 'completed') % 1000 AS returned,
               -- what the plan does not owe counts once somebody spoke of it, what does not apply does not
               COALESCE(sum((NOT r.owed)::int - (r.fact_state = 'not_applicable')::int) FILTER (WHERE r.fact_state IS NOT NULL AND r.ordinal > 0), 0) AS more_steps,
               COALESCE(sum((NOT r.owed)::int - (r.fact_state = 'not_applicable')::int) FILTER (WHERE r.fact_state IS NOT NULL AND r.optional), 0) AS more_optional,
               count(*) FILTER (WHERE NOT r.optional AND r.fact_state IN ('completed', 'unknown', 'reversed')) AS reached_steps,
               count(*) FILTER (WHERE r.fact_state IS NOT NULL AND r.ordinal > 0) > 0 AS any_step,
               bool_or(r.axis = 'fulfilment') AS fulfilment_known, bool_or(r.axis = 'money') AS money_known
        FROM result r, LATERAL (SELECT r.state IN ('pending', 'in_progress', 'failed') AS is) open
        WHERE r.change <> 'removed'
        GROUP BY r.order_id
    ), plan_sum AS ( -- what every order of the plan owes
        SELECT s.plan_id, count(*) AS steps, count(*) FILTER (WHERE s.optional) AS optional_steps,
               bool_or(s.axis = 'fulfilment') AS fulfilment, bool_or(s.axis = 'money') AS money
        FROM owing s WHERE s.supplied AND (NOT s.optional OR s.scope = 'order') GROUP BY s.plan_id
    ), extra AS ( -- and for a second shipment, or for a return
        SELECT t.order_id, sum(w.weight) AS steps, sum(w.weight) FILTER (WHERE s.optional) AS optional_steps,
               bool_or(s.axis = 'fulfilment' AND w.weight > 0) AS fulfilment, bool_or(s.axis = 'money' AND w.weight > 0) AS money
        FROM tally t JOIN owing s ON s.plan_id = t.plan_id AND s.scope = t.kind,
             LATERAL (SELECT t.scopes - CASE WHEN s.goods THEN t.refunds ELSE 0 END - (NOT s.optional)::int AS weight) w
        WHERE s.supplied AND (s.optional OR t.scopes > 1 OR t.refunds > 0)
        GROUP BY t.order_id
    )
    UPDATE integration.sales_order o SET
        statements = h.statements, stated_process = h.stated_process, placed_stated = h.placed_stated, order_number = h.order_number, channel = h.channel,
        promised_at = h.promised_at, customer = h.customer, currency = h.currency, total_minor = h.total_minor,
        plan_id = h.plan_id, process = COALESCE(h.process, ''), process_version = COALESCE(h.process_version, 0),
        placed_at = h.placed_at, cancelled_at = h.cancelled_at, first_event_at = h.first_event_at, last_event_at = h.last_event_at,
        sync_state = CASE WHEN s.failed_count > 0 THEN 'failed' WHEN h.cancelled_at IS NOT NULL AND s.open_count = 0 THEN 'cancelled'
                          WHEN w.steps IS NULL THEN 'unknown' WHEN s.done_count >= w.steps THEN 'done' ELSE 'waiting' END,
        fulfilment_state = CASE WHEN s.fulfilment_failed THEN 'failed'
                                WHEN s.fulfilment IS NOT NULL AND NOT (h.cancelled_at IS NOT NULL AND s.fulfilment <= 3)
                                    THEN ('{reserved,routed,ready,shipped,delivered,collected}'::text[])[s.fulfilment]
                                WHEN h.cancelled_at IS NOT NULL THEN 'cancelled'
                                WHEN p.fulfilment OR x.fulfilment OR s.fulfilment_known THEN 'none' ELSE 'unknown' END,
        money_state = CASE WHEN s.money_failed THEN 'failed'
                           WHEN s.money = 1 AND h.cancelled_at IS NOT NULL THEN 'voided'
                           WHEN s.money IS NOT NULL THEN ('{authorized,captured,invoiced,settled,posted,refunded}'::text[])[s.money]
                           WHEN p.money OR x.money OR s.money_known THEN 'none' ELSE 'unknown' END,
        return_state = COALESCE(('{requested,authorized,received,inspected,refunded,closed}'::text[])[s.returned], 'none'),
        waiting_step = COALESCE(q.step, ''), waiting_scope = COALESCE(q.scope, ''), waiting_state = COALESCE(q.state, ''), waiting_since = q.since,
        next_warn_at = s.next_warn_at, next_due_at = s.next_due_at,
        done_count = COALESCE(s.done_count, 0), step_count = COALESCE(w.steps, 0), open_count = COALESCE(s.open_count, 0),
        late_count = COALESCE(s.late_count, 0), failed_count = COALESCE(s.failed_count, 0), anomaly_count = COALESCE(s.anomaly_count, 0),
        version = o.version + 1
    FROM head h LEFT JOIN summary s ON s.order_id = h.id LEFT JOIN waiting q ON q.order_id = h.id LEFT JOIN plan_sum p ON p.plan_id = h.plan_id LEFT JOIN extra x ON x.order_id = h.id,
    LATERAL (SELECT CASE WHEN COALESCE(p.steps, 0) + COALESCE(x.steps, 0) > 0 OR s.any_step THEN
                        CASE WHEN h.cancelled_at IS NULL THEN COALESCE(p.steps, 0) + COALESCE(x.steps, 0) + COALESCE(s.more_steps, 0)
                             -- once cancelled, only what was reached and what belongs to a return still applies
                             ELSE COALESCE(p.optional_steps, 0) + COALESCE(x.optional_steps, 0) + COALESCE(s.more_optional, 0) + COALESCE(s.reached_steps, 0) END
                    END AS steps) w
    WHERE o.ctid = ANY (ARRAY(SELECT t.tid FROM head t)) AND o.ctid = h.tid;

    INSERT INTO integration.change_log (order_ids) VALUES (ids);
    RETURN cardinality(ids);
END
$$;
REVOKE ALL ON FUNCTION integration.apply(integration.order_fact[]) FROM PUBLIC;
