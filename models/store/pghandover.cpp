// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pghandover.h"

#include "models/domain/exceptionnames.h"
#include "models/store/environmentreader.h"
#include "models/store/exceptioncondition.h"
#include "models/store/exceptionrow.h"
#include "models/store/groupreader.h"
#include "models/store/operationrow.h"
#include "models/store/orderrow.h"
#include "models/store/pqerror.h"
#include "models/store/queuereader.h"

#include <QHash>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

#define SIGNALBOX_TIME(expression) "(extract(epoch FROM " expression ") * 1000)::bigint"

/// Everything is read with the same transaction, from the same time on, up to the same number of rows.
struct Reading
{
    pqxx::transaction_base& tx;
    std::string since;
    int rows;

    std::string limit() const { return " LIMIT " + std::to_string(rows); }
    qint64 number(const std::string& sql, const SqlArgs& args = {}) const
    {
        const pqxx::result result = exec(tx, sql, args);
        return result[0][0].as<qint64>();
    }
};

QList<Money> readValues(const pqxx::field& field)
{
    QList<Money> values;
    if (field.is_null())
        return values;
    for (const auto& value : nlohmann::json::parse(field.c_str()))
        values.append({value.at(1).get<qint64>(), QString::fromStdString(value.at(0).get<std::string>())});
    return values;
}

/// Groups by id, for what only refers to them.
QHash<qint64, ExceptionGroup> readNamedGroups(const Reading& reading, const QList<qint64>& ids)
{
    QHash<qint64, ExceptionGroup> named;
    if (ids.isEmpty())
        return named;
    const auto groups = readGroupsOf(reading.tx,
        "SELECT DISTINCT a.id AS group_id, ''::text AS currency, 0 AS n, 0::numeric AS minor, now() AS last_at, false AS partial FROM unnest($1::bigint[]) a (id)",
        {idArray(ids)}, int(ids.size()), true);
    for (const ExceptionGroup& group : groups)
        named.insert(group.id, group);
    return named;
}

HandoverList<HandoverGroup> readOpen(const Reading& reading)
{
    HandoverList<HandoverGroup> open;
    const QList<ExceptionGroup> groups = readGroupPage(reading.tx, ExceptionQuery()).groups;
    open.total = groups.size() < GroupSource::maxGroups
        ? groups.size()
        : reading.number(std::string("SELECT count(*) FROM (SELECT r.group_id FROM integration.tally_row r WHERE ")
            + conditionOf(ExceptionQueue::Open) + " GROUP BY r.group_id HAVING sum(r.n) > 0) s");
    QList<qint64> ids;
    for (const ExceptionGroup& group : groups.first(std::min<qsizetype>(groups.size(), reading.rows))) {
        open.rows.append({group, {}});
        ids.append(group.id);
    }
    const pqxx::result notes = exec(reading.tx,
        "SELECT DISTINCT ON (g.id) g.id, " SIGNALBOX_TIME(
            "c.at") " AS at, c.author, c.content FROM integration.comment c "
                    "LEFT JOIN integration.exception x ON x.id = c.exception_id JOIN unnest($1::bigint[]) g (id) ON g.id = COALESCE(c.group_id, x.group_id) "
                    "ORDER BY g.id, c.id DESC",
        {idArray(ids)});
    for (const auto& row : notes) {
        const auto at = ids.indexOf(row["id"].as<qint64>());
        open.rows[at].lastNote = {readTime(row["at"]), readText(row["author"]), readText(row["content"])};
    }
    return open;
}

HandoverList<Exception> readInDoubt(const Reading& reading)
{
    HandoverList<Exception> doubts;
    doubts.total = reading.number("SELECT COALESCE(sum(r.n), 0)::bigint FROM integration.tally_row r "
                                  "WHERE r.own_state <> 'resolved' AND r.kind = 'in_doubt'");
    const pqxx::result rows = exec(reading.tx,
        std::string("SELECT ") + exceptionColumns
            + " FROM integration.exception_row r WHERE r.own_state <> 'resolved' AND r.kind = 'in_doubt' ORDER BY r.opened_at, r.id"
            + reading.limit());
    for (const auto& row : rows)
        doubts.rows.append(readException(row));
    return doubts;
}

/// $1, where the condition has it: since when.
HandoverList<Operation> readOperations(const Reading& reading, const std::string& condition, bool since)
{
    const SqlArgs args = since ? SqlArgs{reading.since} : SqlArgs();
    HandoverList<Operation> operations;
    operations.total
        = reading.number("SELECT count(*) FROM integration.operation o WHERE o.kind = 'replay' AND " + condition, args);
    const pqxx::result rows = exec(reading.tx,
        std::string("SELECT ") + operationColumns
            + " FROM integration.operation_row r WHERE r.id IN (SELECT o.id FROM integration.operation o WHERE o.kind = 'replay' AND "
            + condition + " ORDER BY o.id DESC" + reading.limit() + ") ORDER BY r.id DESC",
        args);
    for (const auto& row : rows)
        operations.rows.append(readOperation(row));
    return operations;
}

/// Groups of what was opened since, as far as the condition holds.
HandoverList<ExceptionGroup> readOpened(const Reading& reading, const std::string& condition)
{
    const std::string from = " FROM integration.exception x WHERE x.opened_at >= $1::timestamptz" + condition;
    HandoverList<ExceptionGroup> opened;
    opened.total = reading.number("SELECT count(DISTINCT x.group_id)" + from, {reading.since});
    opened.rows = readGroupsOf(reading.tx,
        "SELECT x.group_id, COALESCE(x.currency, '') AS currency, count(*) AS n, COALESCE(sum(x.total_minor), 0)::numeric AS minor, max(x.last_at) AS last_at, false AS partial"
            + from + " GROUP BY 1, 2",
        {reading.since}, reading.rows);
    return opened;
}

HandoverList<HandoverResolved> readResolved(const Reading& reading)
{
    const pqxx::result rows = exec(reading.tx,
        "WITH done AS (SELECT x.group_id, x.resolution, x.resolved_by, COALESCE(x.reason, '') AS reason, COALESCE(x.currency, '') AS currency, "
        "count(*) AS n, COALESCE(sum(x.total_minor), 0) AS minor, max(x.resolved_at) AS last_at FROM integration.exception x "
        "WHERE x.state = 'resolved' AND x.resolved_at >= $1::timestamptz GROUP BY 1, 2, 3, 4, 5) "
        "SELECT d.group_id, d.resolution, d.resolved_by, d.reason, sum(d.n)::bigint AS n, " SIGNALBOX_TIME(
            "max(d.last_at)") " AS last_at, (jsonb_agg(jsonb_build_array(d.currency, d.minor::bigint) ORDER BY d.n DESC, d.currency) "
                              "FILTER (WHERE d.currency <> ''))::text AS values, count(*) OVER () AS total FROM done d GROUP BY 1, 2, 3, 4 "
                              "ORDER BY d.resolved_by = 'signalbox', max(d.last_at) DESC, d.group_id"
            + reading.limit(),
        {reading.since});
    HandoverList<HandoverResolved> resolved;
    QList<qint64> ids;
    for (const auto& row : rows)
        ids.append(row["group_id"].as<qint64>());
    const auto named = readNamedGroups(reading, ids);
    for (const auto& row : rows) {
        HandoverResolved one;
        one.group = named.value(row["group_id"].as<qint64>());
        one.group.count = row["n"].as<qint64>();
        one.group.values = readValues(row["values"]);
        one.resolution = resolutionFromText(readText(row["resolution"])).value_or(Resolution::Replayed);
        one.by = readText(row["resolved_by"]);
        one.reason = readText(row["reason"]);
        one.lastAt = readTime(row["last_at"]);
        resolved.rows.append(one);
        resolved.total = row["total"].as<qint64>();
    }
    return resolved;
}

HandoverList<HandoverOwnerChange> readOwnerChanges(const Reading& reading)
{
    const pqxx::result rows = exec(reading.tx,
        "SELECT c.group_id, c.whole, c.actor, c.was, c.will, count(DISTINCT c.object_id) AS n, " SIGNALBOX_TIME(
            "max(c.at)") " AS last_at, count(*) OVER () AS total FROM ("
                         "SELECT a.actor, a.at, a.object_id, a.object_kind = 'group' AS whole, COALESCE(a.before->>'owner', '') AS was, COALESCE(a.after->>'owner', '') AS will, "
                         "CASE a.object_kind WHEN 'group' THEN a.object_id ELSE x.group_id END AS group_id "
                         "FROM integration.audit_entry a LEFT JOIN integration.exception x ON a.object_kind = 'exception' AND x.id = a.object_id "
                         "WHERE a.at >= $1::timestamptz AND a.action IN ('take', 'assign', 'release') AND a.object_kind IN ('exception', 'group')) c "
                         "WHERE c.was <> c.will AND c.group_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY max(c.at) DESC, c.group_id"
            + reading.limit(),
        {reading.since});
    HandoverList<HandoverOwnerChange> changes;
    QList<qint64> ids;
    for (const auto& row : rows)
        ids.append(row["group_id"].as<qint64>());
    const auto named = readNamedGroups(reading, ids);
    for (const auto& row : rows) {
        changes.rows.append({named.value(row["group_id"].as<qint64>()), row["whole"].as<bool>(), readText(row["actor"]),
            readText(row["was"]), readText(row["will"]), row["n"].as<qint64>(), readTime(row["last_at"])});
        changes.total = row["total"].as<qint64>();
    }
    return changes;
}

HandoverList<HandoverNote> readNotes(const Reading& reading)
{
    const pqxx::result rows = exec(reading.tx,
        "SELECT COALESCE(c.group_id, x.group_id) AS group_id, COALESCE(c.exception_id, 0) AS exception_id, o.order_number, c.author, c.content, " SIGNALBOX_TIME(
            "c.at") " AS at, count(*) OVER () AS total FROM integration.comment c LEFT JOIN integration.exception x ON x.id = c.exception_id "
                    "LEFT JOIN integration.sales_order o ON o.id = x.order_id WHERE c.at >= $1::timestamptz ORDER BY c.id DESC"
            + reading.limit(),
        {reading.since});
    HandoverList<HandoverNote> notes;
    QList<qint64> ids;
    for (const auto& row : rows)
        ids.append(row["group_id"].as<qint64>());
    const auto named = readNamedGroups(reading, ids);
    for (const auto& row : rows) {
        notes.rows.append({named.value(row["group_id"].as<qint64>()), row["exception_id"].as<qint64>(),
            readText(row["order_number"]), {readTime(row["at"]), readText(row["author"]), readText(row["content"])}});
        notes.total = row["total"].as<qint64>();
    }
    return notes;
}

std::array<int, 24> readHours(const Reading& reading)
{
    std::array<int, 24> hours{};
    const pqxx::result rows = exec(reading.tx,
        "SELECT (extract(epoch FROM date_trunc('hour', now(), 'UTC') - h.hour) / 3600)::int AS back, sum(h.n)::int AS n "
        "FROM integration.exception_hour h WHERE h.hour > now() - interval '24 hours' GROUP BY 1");
    for (const auto& row : rows) {
        const int back = row["back"].as<int>();
        if (back >= 0 && back < int(hours.size()))
            hours.at(hours.size() - 1 - std::size_t(back)) = row["n"].as<int>();
    }
    return hours;
}

#undef SIGNALBOX_TIME

} // namespace

QFuture<Outcome<Handover>> PgHandover::handover(const HandoverRequest& request)
{
    return m_runner
        .read([request, settings = m_runner.settings()](ReadScope& scope) {
            Handover handover;
            handover.environment = readEnvironment(scope.tx, settings);
            const pqxx::result times = exec(scope.tx, "SELECT (extract(epoch FROM now()) * 1000)::bigint");
            handover.asOf
                = handover.environment.bundleAsOf.isValid() ? handover.environment.bundleAsOf : readTime(times[0][0]);
            handover.since = request.since.isValid()
                ? request.since.toUTC()
                : handover.asOf.addSecs(-qint64{3600} * HandoverRequest::usualHours);
            if (handover.since > handover.asOf)
                throw StoreException(
                    {Failure::Invalid, tr("What has changed since a time in the future cannot be told."), {}, {}});
            const Reading reading{scope.tx, handover.since.toString(Qt::ISODateWithMs).toStdString(),
                std::clamp(request.rows, 1, HandoverRequest::mostRows)};
            handover.queues = readQueueCounts(scope.tx);
            handover.open = readOpen(reading);
            handover.inDoubt = readInDoubt(reading);
            handover.underWay
                = readOperations(reading, "o.state IN ('scheduled', 'running', 'paused', 'stopped')", false);
            handover.awaiting = readOperations(reading, "o.state = 'awaiting_approval'", false);
            handover.opened = readOpened(reading, {});
            handover.regressed = readOpened(reading, " AND x.regression");
            handover.resolved = readResolved(reading);
            handover.replayed
                = readOperations(reading, "o.asked_at IS NOT NULL AND o.finished_at >= $1::timestamptz", true);
            handover.ownerChanges = readOwnerChanges(reading);
            handover.notes = readNotes(reading);
            handover.hours = readHours(reading);
            return handover;
        })
        .future;
}

Outcome<Environment> PgHandover::environment()
{
    return m_runner.readNow(
        [settings = m_runner.settings()](ReadScope& scope) { return readEnvironment(scope.tx, settings); });
}
