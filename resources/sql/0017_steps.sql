-- SPDX-FileCopyrightText: Signalbox contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Problems of a step for which there is no message of ours:
-- overdue   It is past its target while nothing has failed: what is awaited from whom. Closes when the event comes, and gives way to an
--           error that comes instead. A step without a target is overdue past the time within which 95 of 100 were done in the same
--           channel, in the same hour of the week where that is known.
-- reported  Another system has told that it failed. Closes when it is told to be done.
-- What is older than `horizon` is history, and what a person has resolved stays resolved.

CREATE TYPE integration.step_problem AS (kind text, fingerprint text, order_id bigint, step text, scope text, system text, flow text, team text, due_at timestamptz,
                                         currency text, total_minor bigint, channel text, message text);

-- Such a problem with what is known of its step: who owes it, which flow of ours is for it, what the order is worth.
CREATE FUNCTION integration.step_problem(kind text, fingerprint text, order_id bigint, step_no smallint, scope text, due_at timestamptz, message text)
RETURNS integration.step_problem
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT ROW($1, $2, o.id, k.name, $5, COALESCE(p.system, ''), COALESCE(f.code, ''), f.team, $6, o.currency, o.total_minor, o.channel, $7)::integration.step_problem
    FROM integration.sales_order o JOIN integration.step k ON k.no = $4
    LEFT JOIN integration.plan_step p ON p.plan_id = o.plan_id AND p.step_no = k.no
    LEFT JOIN LATERAL (SELECT f.code, f.team FROM integration.flow f WHERE f.step = k.name ORDER BY f.code LIMIT 1) f ON true
    WHERE o.id = $3
$$;

-- Opens an exception for each of them that has none. Returns how many it opened.
CREATE FUNCTION integration.open_step_problems(problems integration.step_problem[]) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
DECLARE
    opened int;
    regressed bigint[];
BEGIN
    IF COALESCE(problems, '{}') = '{}' THEN
        RETURN 0;
    END IF;
    LOCK TABLE integration.group_change IN ROW SHARE MODE; -- nobody merges or splits meanwhile
    PERFORM integration.ensure_groups(ARRAY(SELECT ROW(d.fingerprint, d.flow, d.kind, d.step, d.system, '', '', d.message)::integration.group_origin FROM unnest(problems) d));
    WITH opened_now AS (
        INSERT INTO integration.exception (kind, queue, severity, fingerprint, group_id, flow, order_id, step, scope, system, currency, total_minor, due_at, error_class, error_effect, error_text)
        SELECT d.kind, COALESCE(NULLIF(r.queue, ''), d.team, 'operations'), r.severity, d.fingerprint,
               CASE WHEN g.routed THEN integration.route_group(g.id, d.channel, '', '', d.message) ELSE g.id END,
               d.flow, d.order_id, d.step, d.scope, d.system, d.currency, d.total_minor, d.due_at, '', '', d.message
        FROM unnest(problems) d JOIN integration.exception_group g ON g.fingerprint = d.fingerprint,
        LATERAL (SELECT r.queue, r.severity FROM integration.routing_rule r WHERE d.flow LIKE r.flow AND '' LIKE r.class AND d.kind LIKE r.kind ORDER BY r.ordinal LIMIT 1) r
        ORDER BY d.order_id, d.step, d.scope
        ON CONFLICT (order_id, step, scope) WHERE state <> 'resolved' AND transaction_id IS NULL DO NOTHING
        RETURNING group_id
    ), told AS (
        INSERT INTO integration.change_log (order_ids, exceptions) SELECT '{}', true FROM opened_now HAVING count(*) > 0
    )
    SELECT count(*), array_agg(DISTINCT o.group_id) INTO opened, regressed FROM opened_now o;
    PERFORM integration.regress_groups(regressed);
    RETURN opened;
END
$$;

-- Finds what is overdue; called by the relays, every few seconds. Returns how many exceptions it opened.
CREATE FUNCTION integration.watch_overdue(horizon interval DEFAULT '30 days', max_rows int DEFAULT 5000) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('signalbox overdue')) THEN
        RETURN 0;
    END IF;
    RETURN integration.open_step_problems(ARRAY(
        SELECT integration.step_problem('overdue', md5('overdue ' || m.step || ' ' || COALESCE(p.system, '')), m.order_id, m.step_no, m.scope, m.due_at, '')
        FROM (
            SELECT m.order_id, m.step, m.step_no, m.scope, m.due_at
            FROM integration.step k JOIN integration.milestone m ON m.step = k.name -- by step, as the index has them
            WHERE m.state IN ('pending', 'in_progress') AND m.due_at < now() AND m.due_at > now() - horizon
            UNION ALL
            SELECT m.order_id, m.step, m.step_no, m.scope, m.eligible_at + make_interval(secs => n.seconds)
            FROM integration.milestone m JOIN integration.sales_order o ON o.id = m.order_id, LATERAL (SELECT integration.usual_seconds(o.channel, m.step, m.eligible_at) AS seconds) n
            WHERE m.state IN ('pending', 'in_progress') AND m.due_at IS NULL AND m.eligible_at > now() - horizon AND m.eligible_at + make_interval(secs => n.seconds) < now()
        ) m
        JOIN integration.sales_order o ON o.id = m.order_id
        LEFT JOIN integration.plan_step p ON p.plan_id = o.plan_id AND p.step_no = m.step_no
        WHERE NOT EXISTS (SELECT FROM integration.exception x WHERE x.order_id = m.order_id AND x.step = m.step AND x.scope = m.scope AND x.transaction_id IS NULL
                          AND (x.state <> 'resolved' OR x.resolved_by <> 'signalbox'))
          AND NOT EXISTS (SELECT FROM integration.exception x WHERE x.order_id = m.order_id AND x.step = m.step AND x.scope = m.scope AND x.state <> 'resolved')
        ORDER BY m.due_at DESC LIMIT max_rows));
END
$$;

-- The failures that other systems have told of and that have no exception. What our own messages tell has one of its own. A failure
-- that is told again after a person has resolved it is a new one.
CREATE FUNCTION integration.reported_failures(horizon interval DEFAULT '30 days', max_rows int DEFAULT 5000)
RETURNS TABLE (order_id bigint, step text, scope text, system text, message text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp SET jit = off AS $$
    SELECT o.id, m.step, m.scope, COALESCE(p.system, ''), COALESCE(e.message, '')
    FROM integration.sales_order o JOIN integration.milestone m ON m.order_id = o.id AND m.state = 'failed'
    LEFT JOIN integration.plan_step p ON p.plan_id = o.plan_id AND p.step_no = m.step_no
    CROSS JOIN LATERAL (SELECT left(e.data->>'message', 2000) AS message, e.source, e.recorded_at FROM integration.business_event e JOIN integration.event_type t ON t.type = e.type
                        WHERE e.order_id = o.id AND e.time = m.failed_at AND t.step = m.step AND t.outcome = 'failed' AND COALESCE(e.data->>'scope', '') = m.scope
                        ORDER BY e.source DESC, e.id DESC LIMIT 1) e
    WHERE o.failed_count > 0 AND o.placed_at > now() - 6 * $1 AND m.failed_at > now() - $1 AND e.source NOT LIKE '/signalbox/%'
      AND NOT EXISTS (SELECT FROM integration.exception x WHERE x.order_id = o.id AND x.step = m.step AND x.scope = m.scope
                      AND (x.state <> 'resolved' OR (x.kind = 'reported' AND x.resolved_by <> 'signalbox' AND x.opened_at >= e.recorded_at)))
    ORDER BY o.placed_at DESC, o.id, m.step_no, m.scope LIMIT $2
$$;

-- Opens exceptions for them: [{"order": id, "step", "scope", "fingerprint", "message"}]. Returns how many it opened.
CREATE FUNCTION integration.open_reported(failures jsonb) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, integration, pg_temp AS $$
    SELECT integration.open_step_problems(ARRAY(
        SELECT integration.step_problem('reported', r.fingerprint, m.order_id, m.step_no, m.scope, m.due_at, r.message)
        FROM jsonb_to_recordset($1) AS r ("order" bigint, step text, scope text, fingerprint text, message text)
        JOIN integration.milestone m ON m.order_id = r."order" AND m.step = r.step AND m.scope = r.scope AND m.state = 'failed')) -- still
$$;

-- The time within which 95 of 100 of these steps are done, by the hour of the week in which it began where enough is known of that.
CREATE FUNCTION integration.usual_seconds(channel text, step text, began timestamptz) RETURNS bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, integration, pg_temp SET timezone = 'UTC' AS $$
    SELECT n.p95_seconds FROM integration.step_norm n
    WHERE n.channel = $1 AND n.step = $2 AND n.hour IN (-1, integration.hour_of_week($3)) AND n.samples >= 20 ORDER BY n.hour DESC LIMIT 1
$$;

-- The event came, or the step is not owed any more, or not yet, or has not failed any more: called whenever these orders change.
CREATE FUNCTION integration.settle_step_problems(ids bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, integration, pg_temp AS $$
DECLARE
    n int;
BEGIN
    IF NOT EXISTS (SELECT FROM integration.exception x WHERE x.order_id = ANY (ids) AND x.state <> 'resolved') THEN
        RETURN;
    END IF;
    WITH now_due AS MATERIALIZED (
        SELECT x.id, x.transaction_id, x.due_at AS before, m.due_at, m.state, m.last_stamp
        FROM integration.exception x LEFT JOIN integration.milestone m ON m.order_id = x.order_id AND m.step = x.step AND m.scope = x.scope
        WHERE x.order_id = ANY (ids) AND x.state <> 'resolved' AND x.step <> '' ORDER BY x.id
    )
    UPDATE integration.exception x SET due_at = d.due_at FROM now_due d
    WHERE x.id = d.id AND d.due_at IS DISTINCT FROM d.before AND d.due_at IS NOT NULL;
    UPDATE integration.exception x SET order_number = o.order_number FROM integration.sales_order o -- that came after the problem
    WHERE x.order_id = ANY (ids) AND x.state <> 'resolved' AND o.id = x.order_id AND o.order_number <> x.order_number;
    UPDATE integration.exception x SET state = 'resolved', resolved_at = now(), resolved_by = 'signalbox', snoozed_until = NULL, version = x.version + 1, resolution = 'not_needed',
        reason = CASE WHEN s.state IN ('completed', 'overridden') THEN CASE WHEN s.kind = 'reported' THEN 'it was done after all' ELSE 'what was awaited came' END WHEN s.kind = 'reported' THEN 'it is not said to have failed any more' WHEN s.state IN ('pending', 'in_progress') THEN 'it is due later now'
                      WHEN s.state = 'failed' THEN 'it failed: no longer awaited' ELSE 'the order does not need it any more' END,
        evidence = COALESCE(s.last_stamp, '')
    FROM (SELECT x.id, x.kind, m.state, m.last_stamp FROM integration.exception x LEFT JOIN integration.milestone m ON m.order_id = x.order_id AND m.step = x.step AND m.scope = x.scope
          WHERE x.order_id = ANY (ids) AND x.state <> 'resolved' AND x.transaction_id IS NULL
          AND CASE WHEN x.kind = 'reported' THEN m.state = 'failed' ELSE m.state IN ('pending', 'in_progress') AND COALESCE(m.due_at, x.due_at) < now() END IS NOT TRUE
          ORDER BY x.id FOR NO KEY UPDATE OF x) s
    WHERE x.id = s.id;
    GET DIAGNOSTICS n = ROW_COUNT;
    IF n > 0 THEN
        INSERT INTO integration.change_log (order_ids, exceptions) VALUES ('{}', true);
    END IF;
END
$$;

-- A message of ours failed for what was a problem of the step until now: one exception of it is enough.
CREATE FUNCTION integration.end_step_problems(failed integration.moved[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, integration, pg_temp AS $$
    UPDATE integration.exception x SET state = 'resolved', resolved_at = now(), resolved_by = 'signalbox', snoozed_until = NULL, version = x.version + 1, resolution = 'not_needed',
        reason = 'there is an error now, with an exception of its own'
    FROM (SELECT x.id FROM unnest(failed) m JOIN integration.flow f ON f.code = m.flow
          JOIN integration.exception x ON x.order_id = m.order_id AND x.step = f.step AND x.scope = m.scope AND x.transaction_id IS NULL AND x.state <> 'resolved'
          ORDER BY x.id FOR NO KEY UPDATE OF x) s
    WHERE x.id = s.id
$$;

REVOKE ALL ON FUNCTION integration.step_problem(text, text, bigint, smallint, text, timestamptz, text), integration.open_step_problems(integration.step_problem[]), integration.watch_overdue(interval, int), integration.reported_failures(interval, int), integration.open_reported(jsonb), integration.usual_seconds(text, text, timestamptz), integration.settle_step_problems(bigint[]), integration.end_step_problems(integration.moved[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION integration.watch_overdue(interval, int), integration.reported_failures(interval, int), integration.open_reported(jsonb) TO signalbox_relay, signalbox_admin;
