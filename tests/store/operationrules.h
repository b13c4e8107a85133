// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What must hold of messages and operations after every step, as a query for the names of the rules that are broken.
inline const QString brokenRules = QStringLiteral(R"(SELECT string_agg(DISTINCT rule, ', ') FROM (
    SELECT 'counts do not add up' AS rule FROM integration.operation_row r
    WHERE confirmed + failed + skipped + in_doubt + not_started <> total OR under_way > not_started
       OR total <> (SELECT count(*) FROM integration.operation_item i WHERE i.operation_id = r.id)
    UNION ALL SELECT 'counts are not of the items' FROM integration.operation o
    WHERE concat_ws(' ', confirmed, failed, skipped, in_doubt, under_way, released) <> (SELECT concat_ws(' ', (count(*) FILTER (WHERE i.state = 'confirmed'))::int, (count(*) FILTER (WHERE i.state = 'failed'))::int,
        (count(*) FILTER (WHERE i.state IN ('skipped', 'conflict', 'cancelled')))::int, (count(*) FILTER (WHERE i.state = 'in_doubt'))::int, (count(*) FILTER (WHERE i.state = 'claimed'))::int,
        count(i.released_at)::int) FROM integration.operation_item i WHERE i.operation_id = o.id)
    UNION ALL SELECT 'the list is not what was previewed' FROM integration.operation o
    WHERE o.manifest <> (SELECT sha256(convert_to(COALESCE(string_agg(format('%s %s %s', transaction_id, version, class), E'\n' ORDER BY transaction_id), ''), 'UTF8'))
                         FROM integration.operation_item i WHERE i.operation_id = o.id)
    UNION ALL SELECT 'sent what was not asked for' FROM integration.operation_item i JOIN integration.operation o ON o.id = i.operation_id
    WHERE i.released_at IS NOT NULL AND i.class <> ALL (o.classes)
    UNION ALL SELECT 'sent beyond its stage' FROM integration.operation WHERE released > allowed OR allowed > sendable
    UNION ALL SELECT 'two of one order at once' FROM integration.operation_item i JOIN integration.transaction t ON t.id = i.transaction_id
    WHERE i.state = 'claimed' AND NOT integration.asks_only(i.operation_id) GROUP BY i.operation_id, t.business_key HAVING count(*) > 1
    UNION ALL SELECT 'an order out of its order' FROM integration.operation_item i JOIN integration.operation_item b ON b.operation_id = i.operation_id AND b.transaction_id = i.follows
    WHERE i.released_at IS NOT NULL AND b.state IN ('planned', 'claimed')
    UNION ALL SELECT 'approved by who asked' FROM integration.operation WHERE decided_by = requested_by
    UNION ALL SELECT 'sent without approval' FROM integration.operation WHERE approval_until IS NOT NULL AND released > 0 AND (decided_by IS NULL OR state = 'rejected')
    UNION ALL SELECT 'stopped for no reason' FROM integration.operation WHERE state = 'stopped' AND (stop->>'items')::int < (SELECT stop_least FROM integration.replay_setting)
    UNION ALL SELECT 'settled with something left' FROM integration.operation_row WHERE state = 'settled' AND not_started > 0
    UNION ALL SELECT 'goes on with nothing left' FROM integration.operation_row WHERE state IN ('running', 'paused', 'stopped') AND not_started = 0
    UNION ALL SELECT 'held by a cancelled operation' FROM integration.transaction t JOIN integration.operation o ON o.id = t.operation_id
    WHERE o.state NOT IN ('running', 'paused', 'stopped') AND t.status <> 'delivering'
    UNION ALL SELECT 'lease without a relay' FROM integration.transaction
    WHERE num_nonnulls(relay, lease_until) <> CASE WHEN status = 'delivering' THEN 2 ELSE 0 END OR (sent_at IS NOT NULL AND status <> 'delivering')
    UNION ALL SELECT 'sent where it was only asked' FROM integration.transaction t WHERE t.sent_at IS NOT NULL AND integration.asks_only(t.operation_id)
    UNION ALL SELECT 'approval of a question' FROM integration.operation WHERE kind = 'verify' AND approval_until IS NOT NULL
    UNION ALL SELECT 'absent, and in doubt' FROM integration.transaction WHERE absent_at IS NOT NULL AND status = 'failed' AND error_effect IS DISTINCT FROM 'not_applied'
    UNION ALL SELECT 'overtaken' FROM integration.transaction t WHERE t.status = 'delivering' AND NOT integration.asks_only(t.operation_id) AND EXISTS (SELECT FROM integration.transaction e
    WHERE e.business_key = t.business_key AND e.target = t.target AND e.id < t.id AND e.status NOT IN ('delivered', 'cancelled'))
    UNION ALL SELECT 'claimed by what does not replay it' FROM integration.transaction t
    LEFT JOIN integration.operation_item i ON i.transaction_id = t.id AND i.state = 'claimed'
    WHERE i.operation_id IS DISTINCT FROM t.operation_id OR (t.operation_id IS NOT NULL AND t.status NOT IN ('pending', 'delivering', 'retrying'))
    UNION ALL SELECT 'exception does not fit' FROM integration.transaction t
    LEFT JOIN integration.exception x ON x.transaction_id = t.id AND x.state <> 'resolved'
    WHERE CASE WHEN t.status IN ('failed', 'in_doubt') THEN x.id IS NULL OR x.state = 'replaying' OR (t.status = 'in_doubt') <> (x.kind = 'in_doubt')
               WHEN t.status IN ('delivered', 'cancelled') THEN x.id IS NOT NULL
               ELSE (x.id IS NOT NULL) <> (t.operation_id IS NOT NULL) OR (x.state <> 'replaying') IS TRUE END
    UNION ALL SELECT 'tries are not on record' FROM integration.transaction t
    WHERE (SELECT count(*) FROM integration.attempt a WHERE a.transaction_id = t.id) <> t.attempts - (t.status = 'delivering')::int
    UNION ALL SELECT 'a doubt is forgotten' FROM integration.transaction t JOIN integration.target g ON g.code = t.target
    WHERE t.error_effect = 'unknown' AND (t.status = 'failed' OR (t.status IN ('pending', 'retrying') AND NOT t.verify AND NOT g.idempotent))
    UNION ALL SELECT 'approvals' WHERE (SELECT count(*) FROM integration.audit_entry WHERE action IN ('ask_approval', 'approve', 'reject'))
    <> (SELECT count(approval_until) + count(decided_by) FROM integration.operation)
    UNION ALL SELECT 'audit entries' WHERE (SELECT count(*) FROM integration.audit_entry WHERE action IN ('replay', 'verify'))
    <> (SELECT count(*) FROM integration.operation_item i WHERE i.released_at IS NOT NULL)
    UNION ALL SELECT 'audit chain' WHERE integration.audit_broken_at() IS NOT NULL) s)");

/// The same of problems, groups and edits after every step, as a query for the names of the rules that are
/// broken: whatever is kept beside the problems is what counting gives.
inline const QString brokenBooks = QStringLiteral(R"(SELECT string_agg(DISTINCT rule, ', ') FROM (
    SELECT 'tallies' AS rule FROM (
        SELECT group_id, queue, owner, state, kind, regression, resolution, currency, flow, step, system, severity, error_class, error_effect, error_code, usual, n, minor FROM integration.exception_tally
        UNION ALL SELECT group_id, queue, COALESCE(owner, ''), state, kind, regression, COALESCE(resolution, ''), COALESCE(currency, ''), flow, step, system, severity, error_class, error_effect, error_code, usual,
            -1, -COALESCE(total_minor, 0) FROM integration.exception) t
    GROUP BY group_id, queue, owner, state, kind, regression, resolution, currency, flow, step, system, severity, error_class, error_effect, error_code, usual HAVING sum(n) <> 0 OR sum(minor) <> 0
    UNION ALL SELECT 'tallies of when it is due' FROM (
        SELECT hour, group_id, state, currency, n, minor FROM integration.exception_due_hour
        UNION ALL SELECT date_trunc('hour', due_at, 'UTC'), group_id, state, COALESCE(currency, ''), -1, -COALESCE(total_minor, 0) FROM integration.exception WHERE due_at IS NOT NULL AND state <> 'resolved') d
    GROUP BY hour, group_id, state, currency HAVING sum(n) <> 0 OR sum(minor) <> 0
    UNION ALL SELECT 'failures by hour' WHERE (SELECT sum(n) FROM integration.exception_hour) <> (SELECT sum(occurrences) FROM integration.exception)
    UNION ALL SELECT 'failures by hour and group' FROM integration.exception x -- the latest of each is counted where it is now
    LEFT JOIN (SELECT hour, group_id, sum(n) AS n FROM integration.exception_hour GROUP BY 1, 2) h ON h.group_id = x.group_id AND h.hour = date_trunc('hour', x.last_at, 'UTC')
    GROUP BY h.hour, x.group_id, date_trunc('hour', x.last_at, 'UTC'), h.n HAVING COALESCE(h.n, 0) < count(*)
    UNION ALL SELECT 'less than no failures' FROM integration.exception_hour GROUP BY hour, group_id HAVING sum(n) < 0
    UNION ALL SELECT 'counts of the queues' FROM (
        SELECT queue, kind, regression, own_state, state, owner, group_id, group_state, n FROM integration.tally_row
        UNION ALL SELECT queue, kind, regression, own_state, state, owner, group_id, group_state, -1 FROM integration.exception_brief) q
    GROUP BY queue, kind, regression, own_state, state, owner, group_id, group_state HAVING sum(n) <> 0
    UNION ALL SELECT 'what is due within the hour' FROM (
        SELECT group_id, state, currency, n, minor FROM integration.breaching_row
        UNION ALL SELECT group_id, state, COALESCE(currency, ''), -1, -COALESCE(total_minor, 0) FROM integration.exception_brief WHERE own_state <> 'resolved' AND step_due_at < now() + interval '1 hour') b
    GROUP BY group_id, state, currency HAVING sum(n) <> 0 OR sum(minor) <> 0
    UNION ALL SELECT 'not in its group' FROM integration.exception x JOIN integration.exception_group o ON o.fingerprint = x.fingerprint
    LEFT JOIN integration.transaction t ON t.id = x.transaction_id LEFT JOIN integration.sales_order s ON s.id = x.order_id
    WHERE x.group_id <> integration.route_group(o.id, COALESCE(s.channel, ''), COALESCE(t.target, ''), x.error_code, x.error_text)
    UNION ALL SELECT 'in a group that is merged' FROM integration.exception x JOIN integration.exception_group g ON g.id = x.group_id WHERE g.merged_into IS NOT NULL
    UNION ALL SELECT 'search of messages' FROM integration.exception x JOIN integration.exception_group g ON g.id = x.group_id
    WHERE x.usual IS DISTINCT FROM (integration.fixed_text(x.error_text) = g.fixed)
    UNION ALL SELECT 'search of payloads' FROM (SELECT t.id, integration.payload_words(p.content) AS words FROM integration.exception x JOIN integration.transaction t ON t.id = x.transaction_id
        JOIN integration.payload p ON p.transaction_id = t.id AND p.revision = t.revision WHERE x.state <> 'resolved') w FULL JOIN integration.payload_search s ON s.transaction_id = w.id
    WHERE s.words IS DISTINCT FROM w.words
    UNION ALL SELECT 'open, and needless' FROM integration.exception x JOIN integration.milestone m ON m.order_id = x.order_id AND m.step = x.step AND m.scope = x.scope
    LEFT JOIN integration.transaction t ON t.id = x.transaction_id
    WHERE x.state <> 'resolved' AND m.state IN ('completed', 'not_applicable', 'overridden') AND (t.id IS NULL OR t.status IN ('failed', 'in_doubt'))
    UNION ALL SELECT 'two problems of one step' FROM integration.exception x WHERE x.state <> 'resolved' AND x.step <> '' GROUP BY x.order_id, x.step, x.scope HAVING count(*) > 1
    UNION ALL SELECT 'revisions' FROM integration.transaction t
    WHERE t.revision <> (SELECT count(*) FROM integration.payload p WHERE p.transaction_id = t.id AND p.revision <= t.revision) OR t.failed_revision > t.revision
       OR (t.revision > 1) <> (t.idempotency_key ~ ('/edit-' || t.revision || '$'))
    UNION ALL SELECT 'the original is changed' FROM integration.payload p JOIN integration.transaction t ON t.id = p.transaction_id
    WHERE p.revision = 1 AND t.order_id IS NULL AND p.content <> format('{"name":"%s","customer":"Anna Bell"}', split_part(t.idempotency_key, '/', 2))
    UNION ALL SELECT 'an edit of what may have arrived' FROM integration.transaction t JOIN integration.audit_entry e ON e.object_kind = 'transaction' AND e.object_id = t.id AND e.action = 'edit'
    WHERE t.revision = (e.after->>'revision')::int AND t.error_effect = 'unknown' AND NOT EXISTS (SELECT FROM integration.audit_entry r
        WHERE r.object_kind = 'transaction' AND r.object_id = t.id AND r.action IN ('replay', 'verify') AND r.seq > e.seq)
    UNION ALL SELECT 'sent as another class than was previewed' FROM integration.audit_entry e JOIN integration.operation_item i
        ON i.operation_id = (e.after->>'operation')::bigint AND i.transaction_id = e.object_id
    WHERE e.action IN ('replay', 'verify') AND (e.object_kind <> 'transaction' OR e.after->>'class' <> i.class OR e.before->>'status' <> i.before OR i.released_at IS NULL)
    UNION ALL SELECT 'more than one entry for an item' FROM integration.audit_entry e WHERE e.action IN ('replay', 'verify') GROUP BY e.object_id, e.after->>'operation' HAVING count(*) > 1
    ) s)");
