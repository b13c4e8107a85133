-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the console reads beside the tables: events with customer data masked, the change feed, the figures of Health.

-- Customer data inside a payload, by the name of the field; everything else stays to the digit, down to a depth that no
-- payload of a person's making has.
CREATE FUNCTION integration.mask_payload(value jsonb, field text DEFAULT '', depth int DEFAULT 0) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    personal CONSTANT text := '^(customer|customer_?name|first_?name|last_?name|full_?name|e_?mail|email_?address|phone|mobile|street|address[0-9]?|address_?line[0-9]?|'
                              'shopper_?(name|email|ip|reference)|card_?holder(_?name)?|holder_?name|iban|birth_?date|date_?of_?birth|ip_?address|browser_?ip)$';
BEGIN
    IF depth > 64 THEN
        RETURN '"***"';
    END IF;
    CASE jsonb_typeof(value)
        WHEN 'object' THEN
            RETURN (SELECT COALESCE(jsonb_object_agg(e.key, integration.mask_payload(e.value, CASE WHEN field ~* personal THEN field ELSE e.key END, depth + 1)), '{}')
                    FROM jsonb_each(value) e);
        WHEN 'array' THEN
            RETURN (SELECT COALESCE(jsonb_agg(integration.mask_payload(e.value, field, depth + 1) ORDER BY e.n), '[]')
                    FROM jsonb_array_elements(value) WITH ORDINALITY e (value, n));
        WHEN 'string' THEN
            RETURN CASE WHEN field ~* personal THEN to_jsonb(integration.masked(value#>>'{}')) ELSE value END;
        WHEN 'number' THEN
            RETURN CASE WHEN field ~* personal THEN to_jsonb('***'::text) ELSE value END;
        ELSE
            RETURN value;
    END CASE;
END
$$;

-- The newest events of one order, masked.
CREATE FUNCTION integration.order_events(order_id bigint, max_events int)
RETURNS TABLE (source text, id text, type text, subject text, "time" timestamptz, recorded_at timestamptz, step text, scope text, outcome text, stamp text, data jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' AS $$
    SELECT e.source, e.id, e.type, e.subject, e.time, e.recorded_at, COALESCE(t.step, ''),
           CASE WHEN COALESCE(k.scope, 'order') = 'order' THEN '' ELSE COALESCE(e.data->>'scope', '') END, COALESCE(t.outcome, ''),
           integration.event_stamp(e.time, e.source, e.id), integration.mask_payload(e.data)
    FROM integration.business_event e
    LEFT JOIN integration.event_type t ON t.type = e.type
    LEFT JOIN integration.step k ON k.name = t.step
    WHERE e.order_id = $1 ORDER BY e.time DESC, e.source, e.id LIMIT $2
$$;

-- Every step of one order, blocked ones and those without a source of evidence included, in process order.
CREATE FUNCTION integration.order_milestones(order_id bigint)
RETURNS TABLE (ordinal smallint, step text, scope text, state text, eligible_at timestamptz, warn_at timestamptz, due_at timestamptz,
               started_at timestamptz, completed_at timestamptz, failed_at timestamptz, late boolean, anomalies text[],
               message text, evidence_source text, evidence_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    WITH instance AS (
        SELECT DISTINCT k.scope AS kind, m.scope FROM integration.milestone m JOIN integration.step k ON k.no = m.step_no
        WHERE m.order_id = $1 AND k.scope <> 'order'
    ), place AS (
        SELECT p.ordinal, p.step, p.step_no, COALESCE(i.scope, '') AS scope, p.supplied, p.optional, o.cancelled_at
        FROM integration.sales_order o JOIN integration.plan_step p ON p.plan_id = o.plan_id
        LEFT JOIN instance i ON i.kind = p.scope
        WHERE o.id = $1 AND (NOT p.optional OR i.scope IS NOT NULL)
          AND (NOT p.goods OR i.scope NOT LIKE 'refund/%'
               OR EXISTS (SELECT FROM integration.milestone m WHERE m.order_id = $1 AND m.step_no = p.step_no AND m.scope = i.scope))
    )
    SELECT COALESCE(p.ordinal, 999::smallint), COALESCE(p.step, m.step), COALESCE(p.scope, m.scope),
           COALESCE(m.state, CASE WHEN NOT p.supplied THEN 'unknown' WHEN p.cancelled_at IS NOT NULL AND NOT p.optional THEN 'not_applicable' ELSE 'blocked' END),
           m.eligible_at, m.warn_at, m.due_at, m.started_at, m.completed_at, m.failed_at, COALESCE(m.late, false), m.anomalies,
           last_event.data->>'message', evidence.source, evidence.id
    FROM place p
    FULL JOIN (SELECT * FROM integration.milestone WHERE milestone.order_id = $1) m ON m.step_no = p.step_no AND m.scope = p.scope
    LEFT JOIN LATERAL (SELECT e.data FROM integration.business_event e
        WHERE e.order_id = $1 AND e.time = left(m.last_stamp, 26)::timestamp AT TIME ZONE 'UTC' AND integration.event_stamp(e.time, e.source, e.id) = m.last_stamp) last_event ON true
    LEFT JOIN LATERAL (SELECT e.source, e.id FROM integration.business_event e, LATERAL (SELECT CASE WHEN m.completed_at = m.first_completed_at THEN m.first_stamp ELSE m.last_stamp END AS stamp) s
        WHERE e.order_id = $1 AND e.time = left(s.stamp, 26)::timestamp AT TIME ZONE 'UTC' AND integration.event_stamp(e.time, e.source, e.id) = s.stamp) evidence ON true
    ORDER BY 1, 3
$$;

-- What has changed since a cursor (NULL: nothing yet, only where we are). A transaction is reported once it is visible,
-- however long it ran: a snapshot tells exactly which transactions the reader has not seen. overflow: too many to list.
CREATE FUNCTION integration.changes_since(cursor_text text, OUT cursor text, OUT order_ids bigint[], OUT overflow boolean, OUT exceptions boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    seen pg_snapshot := cursor_text::pg_snapshot;
    max_ids CONSTANT int := 5000;
BEGIN
    cursor := pg_current_snapshot()::text;
    overflow := false;
    order_ids := '{}';
    exceptions := false;
    IF seen IS NULL THEN
        RETURN;
    END IF;
    SELECT COALESCE(array_agg(id), '{}') INTO order_ids
    FROM (SELECT DISTINCT unnest(c.order_ids) AS id FROM integration.change_log c
          WHERE c.xid >= pg_snapshot_xmin(seen) AND NOT pg_visible_in_snapshot(c.xid, seen) LIMIT max_ids + 1) s;
    exceptions := EXISTS (SELECT FROM integration.change_log c WHERE c.exceptions AND c.xid >= pg_snapshot_xmin(seen) AND NOT pg_visible_in_snapshot(c.xid, seen));
    IF cardinality(order_ids) > max_ids THEN
        overflow := true;
        order_ids := '{}';
    END IF;
END
$$;

-- Open milestones with what the figures need; each figure below is defined here once.
CREATE VIEW integration.open_milestone AS
SELECT m.order_id, m.scope, m.step, m.state, m.eligible_at, m.warn_at, m.due_at, COALESCE(p.system, '') AS system, COALESCE(p.ordinal, 999::smallint) AS ordinal, o.currency, o.total_minor, o.channel,
       m.due_at < now() AS breached, m.due_at >= now() AND m.warn_at < now() AS due_soon
FROM integration.milestone m
JOIN integration.sales_order o ON o.id = m.order_id
LEFT JOIN integration.plan_step p ON p.plan_id = o.plan_id AND p.step_no = m.step_no -- none: not in the order's process
WHERE m.state IN ('pending', 'in_progress', 'failed');

-- The four backlogs as steps: an order is in a backlog while one of its steps is open.
CREATE TABLE integration.backlog_step (
    backlog text NOT NULL,
    step text NOT NULL,
    PRIMARY KEY (backlog, step)
);
INSERT INTO integration.backlog_step VALUES
    ('erp', 'erp_order_creation'), ('reservation', 'inventory_reservation'),
    -- shipped, but the ERP or the sales channel has not confirmed it
    ('shipment', 'goods_issue_posting'), ('shipment', 'shop_fulfillment_update'), ('shipment', 'marketplace_shipment_update'), ('shipment', 'stock_posting'),
    ('refund', 'credit_memo_posted');

-- Their steps as one value, by patterns for LIKE. Immutable, since only a migration changes them: the planner then knows
-- the steps beforehand, and that few orders or none wait there.
CREATE FUNCTION integration.backlog_steps(backlogs text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT COALESCE(array_agg(b.step), '{}') FROM integration.backlog_step b WHERE b.backlog LIKE ANY ($1)
$$;

-- What was set aside, newest first.
CREATE INDEX rejected_event_last ON integration.rejected_event (last_at, id);

-- The figures of Health in one statement and one snapshot. They count what integration.open_milestone holds, without reading it row
-- by row, so that a million open orders take a second: orders by what sales_order keeps of them, steps by ranges of the index of
-- the open ones. An order counts once in a step, by its oldest breach there, however many shipments are late.
CREATE FUNCTION integration.health() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off SET work_mem = '64MB' AS $$
    WITH late_orders AS MATERIALIZED (
        SELECT currency, plan_id, count(*) AS orders, sum(total_minor) AS minor FROM integration.sales_order WHERE next_due_at < now() GROUP BY currency, plan_id
    ), other_orders AS MATERIALIZED ( -- the rest of the open ones
        SELECT plan_id, count(*) AS orders, count(*) FILTER (WHERE next_warn_at < now()) AS due_soon
        FROM integration.sales_order WHERE next_due_at >= now() GROUP BY plan_id
        UNION ALL
        SELECT plan_id, count(*), 0 FROM integration.sales_order WHERE next_due_at IS NULL AND open_count > 0 GROUP BY plan_id
    ), kind AS MATERIALIZED ( -- sole: no order has the step twice, so that its rows are orders. System and place by the processes of the open orders
        SELECT k.name AS step, k.scope = 'order' AS sole, COALESCE(p.system, '') AS system, COALESCE(p.ordinal, 999::smallint) AS ordinal
        FROM integration.step k
        LEFT JOIN (SELECT step, min(system) AS system, min(ordinal) AS ordinal FROM integration.plan_step
                   WHERE plan_id IN (SELECT plan_id FROM late_orders UNION SELECT plan_id FROM other_orders) GROUP BY step) p ON p.step = k.name
    ), span AS MATERIALIZED ( -- since when overdue: after < due_at <= upto; before now() is up to the microsecond before it
        SELECT n, now() - least AS upto, COALESCE(now() - below, '-infinity') AS after
        FROM (VALUES (0, interval '1 microsecond', interval '15 minutes'), (1, '15 minutes', '1 hour'), (2, '1 hour', '4 hours'),
                     (3, '4 hours', '24 hours'), (4, '24 hours', '72 hours'), (5, '72 hours', NULL)) s (n, least, below)
    ), sole AS MATERIALIZED ( -- n: the span; NULL: not overdue
        SELECT k.step, s.n, m.orders, m.oldest
        FROM kind k CROSS JOIN span s CROSS JOIN LATERAL (
            SELECT count(*) AS orders, min(m.eligible_at) AS oldest FROM integration.milestone m
            WHERE m.state IN ('pending', 'in_progress', 'failed') AND m.step = k.step AND m.due_at > s.after AND m.due_at <= s.upto) m
        WHERE k.sole
        UNION ALL
        SELECT k.step, NULL, m.orders, m.oldest
        FROM kind k CROSS JOIN LATERAL (
            SELECT count(*) AS orders, min(m.eligible_at) AS oldest FROM integration.milestone m
            WHERE m.state IN ('pending', 'in_progress', 'failed') AND m.step = k.step AND m.due_at >= now()
            UNION ALL
            SELECT count(*), min(m.eligible_at) FROM integration.milestone m
            WHERE m.state IN ('pending', 'in_progress', 'failed') AND m.step = k.step AND m.due_at IS NULL) m
        WHERE k.sole
    ), reached AS MATERIALIZED ( -- orders overdue at least as long as the span, where any is in it
        SELECT k.step, s.n, CASE WHEN EXISTS (SELECT FROM integration.milestone m WHERE m.state IN ('pending', 'in_progress', 'failed')
                                              AND m.step = k.step AND m.due_at > s.after AND m.due_at <= s.upto)
                            THEN (SELECT count(DISTINCT m.order_id) FROM integration.milestone m
                                  WHERE m.state IN ('pending', 'in_progress', 'failed') AND m.step = k.step AND m.due_at <= s.upto) END AS orders
        FROM kind k CROSS JOIN span s WHERE NOT k.sole
    ), overdue AS (
        SELECT step, n, orders FROM sole WHERE n IS NOT NULL
        UNION ALL -- less those that are overdue for longer
        SELECT step, n, orders - COALESCE(max(orders) OVER (PARTITION BY step ORDER BY n DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)
        FROM reached WHERE orders IS NOT NULL
    ), breaches AS (
        SELECT k.step, k.system, k.ordinal, w.due_soon, o.orders, o.by_age
        FROM kind k
        CROSS JOIN LATERAL (
            SELECT count(DISTINCT m.order_id) AS due_soon FROM integration.milestone m
            WHERE m.state IN ('pending', 'in_progress', 'failed') AND m.step = k.step AND m.due_at >= now() AND m.warn_at < now()) w
        JOIN (SELECT o.step, sum(o.orders) AS orders, jsonb_agg(o.orders ORDER BY o.n) AS by_age
              FROM (SELECT k.step, s.n, COALESCE(o.orders, 0) AS orders FROM kind k CROSS JOIN span s LEFT JOIN overdue o ON o.step = k.step AND o.n = s.n) o
              GROUP BY o.step) o ON o.step = k.step
    ), backlog AS (
        SELECT b.backlog, array_agg(b.step) AS steps, count(*) = 1 AND bool_and(k.sole IS NOT FALSE) AS sole
        FROM integration.backlog_step b LEFT JOIN kind k ON k.step = b.step GROUP BY b.backlog
    ), reached_late AS MATERIALIZED (
        SELECT count(*) AS steps, count(DISTINCT m.order_id) AS orders
        FROM kind k CROSS JOIN LATERAL (SELECT m.order_id FROM integration.milestone m
                                        WHERE m.late AND m.step = k.step AND m.completed_at >= now() - interval '24 hours') m
    )
    SELECT jsonb_build_object(
        'as_of', (extract(epoch FROM now()) * 1000)::bigint,
        'steps', (SELECT COALESCE(jsonb_agg(jsonb_build_object('step', step, 'system', system, 'due_soon', due_soon, 'by_age', by_age) ORDER BY ordinal, step), '[]')
                  FROM breaches WHERE orders > 0 OR due_soon > 0),
        'value_at_risk', (SELECT COALESCE(jsonb_agg(s ORDER BY s.orders DESC, s.currency), '[]') FROM (
            SELECT currency, COALESCE(sum(minor), 0)::text AS minor, sum(orders) AS orders FROM late_orders WHERE currency IS NOT NULL GROUP BY currency) s),
        'backlogs', (SELECT jsonb_object_agg(b.backlog, jsonb_build_object('orders', o.orders, 'breached', o.breached, 'oldest', (extract(epoch FROM o.oldest) * 1000)::bigint))
            FROM backlog b CROSS JOIN LATERAL (
                SELECT COALESCE(sum(s.orders), 0) AS orders, COALESCE(sum(s.orders) FILTER (WHERE s.n IS NOT NULL), 0) AS breached, min(s.oldest) AS oldest
                FROM sole s WHERE b.sole AND s.step = ANY (b.steps) HAVING b.sole
                UNION ALL
                SELECT count(DISTINCT m.order_id), count(DISTINCT m.order_id) FILTER (WHERE m.due_at < now()), min(m.eligible_at)
                FROM integration.milestone m WHERE NOT b.sole AND m.step = ANY (b.steps) AND m.state IN ('pending', 'in_progress', 'failed') HAVING NOT b.sole) o),
        'open_orders', (SELECT COALESCE(sum(orders), 0) FROM (SELECT orders FROM late_orders UNION ALL SELECT orders FROM other_orders) o),
        'breached_orders', (SELECT COALESCE(sum(orders), 0) FROM late_orders),
        'due_soon_orders', (SELECT COALESCE(sum(due_soon), 0) FROM other_orders),
        'failed_orders', (SELECT count(*) FROM integration.sales_order WHERE failed_count > 0),
        'late_24h', (SELECT steps FROM reached_late),
        'late_orders_24h', (SELECT orders FROM reached_late),
        'rejected', (SELECT count(*) FROM integration.rejected_event))
$$;

GRANT SELECT ON integration.open_milestone, integration.backlog_step TO signalbox_viewer;
REVOKE ALL ON FUNCTION integration.order_events(bigint, int), integration.order_milestones(bigint), integration.changes_since(text), integration.health(), integration.backlog_steps(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.order_events(bigint, int), integration.order_milestones(bigint), integration.changes_since(text), integration.health(), integration.backlog_steps(text[]) TO signalbox_viewer;
