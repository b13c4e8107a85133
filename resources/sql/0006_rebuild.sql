-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Derives the state of up to max_orders orders again from their events, into the same rows, and reports every difference:
-- {"next": id to go on from, or null, "orders": n, "differences": [{"order": key,
-- "step": null for the order itself, "scope", "changes": [{"field", "before", "after"}]}]}.
CREATE FUNCTION integration.rebuild(after_id bigint, max_orders int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC'
SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '64MB' AS $$
DECLARE
    ids bigint[];
    facts integration.order_fact[];
    orders_before integration.sales_order[];
    milestones_before integration.milestone[];
    differences jsonb;
BEGIN
    SELECT array_agg(id ORDER BY id) INTO ids
    FROM (SELECT id FROM integration.sales_order WHERE id > after_id ORDER BY id LIMIT max_orders) s;
    IF ids IS NULL THEN
        RETURN jsonb_build_object('next', NULL, 'orders', 0, 'differences', '[]'::jsonb);
    END IF;
    PERFORM 1 FROM integration.sales_order WHERE id = ANY (ids) ORDER BY order_key FOR NO KEY UPDATE;
    SELECT array_agg(o) INTO orders_before FROM integration.sales_order o WHERE o.id = ANY (ids);
    SELECT array_agg(m) INTO milestones_before FROM integration.milestone m WHERE m.order_id = ANY (ids);
    SELECT array_agg(integration.fact(e.order_id, e.time, e.source, e.id, k.no, COALESCE(k.scope, 'order'), t.outcome,
                                      COALESCE(k.name = 'order_captured' AND t.outcome = 'completed', false), e.data))
    INTO facts
    FROM integration.business_event e JOIN integration.event_type t ON t.type = e.type LEFT JOIN integration.step k ON k.name = t.step
    WHERE e.order_id = ANY (ids);

    DELETE FROM integration.milestone WHERE order_id = ANY (ids);
    DELETE FROM integration.order_line WHERE order_id = ANY (ids);
    DELETE FROM integration.external_ref WHERE order_id = ANY (ids);
    UPDATE integration.sales_order o SET statements = '{}', stated_process = NULL, placed_stated = false, plan_id = NULL, cancelled_at = NULL, promised_at = NULL, currency = NULL, total_minor = NULL,
        customer = '', channel = 'unknown', order_number = o.order_key, first_event_at = e.first_at, last_event_at = e.first_at, placed_at = e.first_at
    FROM (SELECT f.order_id, min(f.at) AS first_at FROM unnest(facts) f GROUP BY f.order_id) e WHERE o.id = e.order_id;
    PERFORM integration.apply(facts);

    -- step by step, of each only the fields that are different; all that is known of a step that came or went
    SELECT jsonb_agg(jsonb_build_object('order', o.order_key, 'step', x.step, 'scope', x.scope, 'changes', c.changes) ORDER BY o.id, x.step_no NULLS FIRST, x.scope)
    INTO differences
    FROM (
        SELECT a.id AS order_id, NULL::smallint AS step_no, NULL::text AS step, NULL::text AS scope, to_jsonb(b) - 'version' AS before, to_jsonb(a) - 'version' AS after
        FROM integration.sales_order a JOIN unnest(orders_before) b ON b.id = a.id
        WHERE a.id = ANY (ids)
        UNION ALL
        SELECT COALESCE(a.order_id, b.order_id), COALESCE(a.step_no, b.step_no), COALESCE(a.step, b.step), COALESCE(a.scope, b.scope), to_jsonb(b), to_jsonb(a)
        FROM (SELECT * FROM integration.milestone WHERE order_id = ANY (ids)) a
        FULL JOIN unnest(milestones_before) b ON b.order_id = a.order_id AND b.step_no = a.step_no AND b.scope = a.scope
    ) x
    JOIN integration.sales_order o ON o.id = x.order_id
    CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('field', k, 'before', x.before -> k, 'after', x.after -> k) ORDER BY k) AS changes
        FROM jsonb_object_keys(COALESCE(x.after, x.before)) k
        WHERE k NOT IN ('order_id', 'step_no', 'step', 'scope') AND COALESCE(x.before -> k, 'null') <> COALESCE(x.after -> k, 'null')
    ) c
    WHERE x.before IS DISTINCT FROM x.after AND c.changes IS NOT NULL;
    RETURN jsonb_build_object('next', ids[array_upper(ids, 1)], 'orders', cardinality(ids), 'differences', COALESCE(differences, '[]'));
END
$$;

-- Events of an importer, whose ids end in a hash of their content: "<what it is about>/<16 digits>". What was told before of the same, of the same time
-- and from the same source, with other content is corrected by them: such an event gets an id that sorts behind, and so counts, also where
-- the content is what it once was.
CREATE FUNCTION integration.as_corrections(batch jsonb) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT jsonb_agg(CASE WHEN l.id IS NULL THEN b.e
                          WHEN right(l.id, 16) = right(b.e->>'id', 16) THEN jsonb_set(b.e, '{id}', to_jsonb(l.id))
                          ELSE jsonb_set(b.e, '{id}', to_jsonb(s.stem || '~' || lpad((COALESCE(substring(l.id FROM '/~(\d{6})-[0-9a-f]{16}$')::int, 1) + 1)::text, 6, '0')
                                                               || '-' || right(b.e->>'id', 16))) END ORDER BY b.n)
    FROM jsonb_array_elements($1) WITH ORDINALITY b (e, n), LATERAL (SELECT left(b.e->>'id', -16) AS stem) s
    LEFT JOIN LATERAL (SELECT k.id FROM integration.business_event k
                       WHERE k.source = b.e->>'source' AND k.id > s.stem AND k.id < left(s.stem, -1) || '0' AND k.time = integration.event_time(b.e->>'time')
                       ORDER BY k.id DESC LIMIT 1) l ON true
$$;
-- The restart point of an import: how many of its source's items are safely in.
CREATE FUNCTION integration.import_progress(importer text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp
AS $$ SELECT COALESCE((SELECT p.done FROM integration.import_progress p WHERE p.importer = $1), 0) $$;
CREATE FUNCTION integration.set_import_progress(importer text, done bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp
AS $$ INSERT INTO integration.import_progress (importer, done) VALUES ($1, $2)
      ON CONFLICT (importer) DO UPDATE SET done = EXCLUDED.done, at = now() $$;

-- Learns what is usual for each step and channel from the orders passed last; cheap, at most once in ten minutes.
CREATE FUNCTION integration.refresh_norms(force boolean DEFAULT false) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    n int;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('signalbox norms'))
       OR (NOT force AND EXISTS (SELECT FROM integration.step_norm WHERE at > now() - interval '10 minutes')) THEN
        RETURN 0;
    END IF;
    INSERT INTO integration.step_norm (channel, step, hour, median_seconds, p95_seconds, samples)
    SELECT channel, step, COALESCE(hour, -1), percentile_disc(0.5) WITHIN GROUP (ORDER BY seconds), percentile_disc(0.95) WITHIN GROUP (ORDER BY seconds), count(*)
    FROM (
        SELECT o.channel, m.step, integration.hour_of_week(m.eligible_at) AS hour, GREATEST(0, extract(epoch FROM m.completed_at - m.eligible_at))::bigint AS seconds
        FROM (SELECT * FROM integration.sales_order ORDER BY placed_at DESC LIMIT 20000) o
        JOIN integration.milestone m ON m.order_id = o.id
        WHERE m.state = 'completed' AND m.eligible_at IS NOT NULL AND m.step <> 'order_captured'
    ) s
    GROUP BY GROUPING SETS ((channel, step), (channel, step, hour)) HAVING GROUPING(hour) = 1 OR count(*) >= 20
    ON CONFLICT (channel, step, hour) DO UPDATE SET median_seconds = EXCLUDED.median_seconds, p95_seconds = EXCLUDED.p95_seconds,
        samples = EXCLUDED.samples, at = now();
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
END
$$;

-- Housekeeping that any program may ask for: partitions ahead, old change notices gone.
CREATE FUNCTION integration.maintain() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    PERFORM integration.ensure_partitions(now(), now() + interval '3 months');
    DELETE FROM integration.change_log WHERE at < now() - interval '1 hour';
    PERFORM integration.refresh_norms();
END
$$;

-- After much has come in at once: autovacuum gets round to it later, and until then plans are guessed.
CREATE FUNCTION integration.collect_statistics() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
BEGIN
    ANALYZE integration.sales_order, integration.order_line, integration.external_ref, integration.milestone, integration.business_event;
END
$$;

REVOKE ALL ON FUNCTION integration.rebuild(bigint, int), integration.as_corrections(jsonb), integration.import_progress(text), integration.set_import_progress(text, bigint),
    integration.refresh_norms(boolean), integration.maintain(), integration.collect_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.rebuild(bigint, int) TO signalbox_admin;
GRANT EXECUTE ON FUNCTION integration.as_corrections(jsonb), integration.import_progress(text), integration.set_import_progress(text, bigint) TO signalbox_producer, signalbox_admin;
GRANT EXECUTE ON FUNCTION integration.refresh_norms(boolean), integration.maintain(), integration.collect_statistics() TO signalbox_producer, signalbox_relay, signalbox_admin;
