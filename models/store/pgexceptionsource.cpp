// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgexceptionsource.h"

#include "models/domain/exceptionnames.h"
#include "models/store/caserecords.h"
#include "models/store/exceptioncondition.h"
#include "models/store/exceptionrow.h"
#include "models/store/orderrow.h"
#include "models/store/pgrunbooks.h"
#include "models/store/pqerror.h"
#include "models/store/problemcount.h"
#include "models/store/problempage.h"
#include "models/store/queuereader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int detailRows = 100;

/// What is not in the tallies is counted no further than it is worth.
QueueCount capped(ExceptionQueue queue, qint64 count)
{
    const bool single = queue == ExceptionQueue::Resolved || queue == ExceptionQueue::AwaitingApproval;
    return {queue, {}, single ? std::min<qint64>(count, mostCounted) : count, single && count > mostCounted};
}

QList<Attempt> readAttempts(pqxx::transaction_base& tx, const std::string& transaction)
{
    QList<Attempt> attempts;
    const pqxx::result rows = exec(tx,
        "SELECT number, relay, action, (extract(epoch FROM started_at) * 1000)::bigint AS started_at, "
        "(extract(epoch FROM finished_at) * 1000)::bigint AS finished_at, outcome, http_status, error_class, error_effect, error_code, error_text, "
        "advice, request_headers::text AS request_headers, response_headers::text AS response_headers, response_body "
        "FROM integration.attempt WHERE transaction_id = $1::bigint ORDER BY number DESC LIMIT "
            + std::to_string(detailRows),
        {transaction});
    for (const auto& row : rows) {
        Attempt attempt;
        attempt.number = row["number"].as<int>();
        attempt.relay = readText(row["relay"]);
        attempt.action = readText(row["action"]);
        attempt.startedAt = readTime(row["started_at"]);
        attempt.finishedAt = readTime(row["finished_at"]);
        attempt.outcome = readText(row["outcome"]);
        attempt.httpStatus = row["http_status"].is_null() ? 0 : row["http_status"].as<int>();
        attempt.errorClass = readText(row["error_class"]);
        attempt.errorEffect = readText(row["error_effect"]);
        attempt.errorCode = readText(row["error_code"]);
        attempt.errorText = readText(row["error_text"]);
        attempt.adviceId = readText(row["advice"]);
        attempt.requestHeaders = readText(row["request_headers"]);
        attempt.responseHeaders = readText(row["response_headers"]);
        attempt.responseBody = readText(row["response_body"]);
        attempts.append(attempt);
    }
    return attempts;
}

ExceptionDetail readExceptionDetail(pqxx::transaction_base& tx, qint64 exceptionId)
{
    const std::string id = std::to_string(exceptionId);
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + exceptionColumns
            + ", r.target, r.idempotency_key, r.transaction_status, integration.transaction_payload(r.transaction_id) AS payload, "
              "(SELECT string_agg(w.tag, ',' ORDER BY w.tag) FROM integration.order_tag w WHERE w.order_id = r.order_id) AS tags, "
              "(SELECT COALESCE(sum(s.n), 0)::bigint FROM integration.exception_tally s WHERE s.group_id = r.group_id AND s.state <> 'resolved') AS same_cause "
              "FROM integration.exception_row r WHERE r.id = $1::bigint",
        {id});
    if (rows.empty())
        throw StoreException({Failure::NotFound,
            QCoreApplication::translate("PgExceptionSource", "There is no exception %1.").arg(exceptionId), {}, {}});
    const pqxx::row row = rows[0];
    ExceptionDetail detail;
    detail.exception = readException(row);
    detail.target = readText(row["target"]);
    detail.idempotencyKey = readText(row["idempotency_key"]);
    detail.transactionStatus = readText(row["transaction_status"]);
    detail.payload = readText(row["payload"]);
    detail.tags = readList(row["tags"]);
    detail.runbook = readRunbookOfException(tx, exceptionId);
    detail.sameCause = row["same_cause"].as<qint64>();
    const std::string transaction = std::to_string(detail.exception.transactionId);
    detail.attempts = readAttempts(tx, transaction);
    detail.comments = readComments(tx, {"exception", exceptionId});
    detail.audit = readAudit(tx, {{"exception", exceptionId}, {"transaction", detail.exception.transactionId}});
    detail.asOf = serverTime(tx);
    return detail;
}

QList<MatchingException> readMatching(pqxx::transaction_base& tx, const ExceptionQuery& query, int limit)
{
    SqlArgs args;
    const std::string where = narrowedCondition(tx, query, args);
    const pqxx::result rows = exec(tx,
        "SELECT r.id, r.version, COALESCE(r.transaction_id, 0) FROM integration.exception_brief r WHERE r.own_state <> 'resolved' AND "
            + where + " ORDER BY r.opened_at, r.id LIMIT "
            + std::to_string(std::clamp(limit, 0, PgExceptionSource::mostMatching)),
        args);
    QList<MatchingException> exceptions;
    for (const auto& row : rows)
        exceptions.append({row[0].as<qint64>(), row[1].as<int>(), row[2].as<qint64>()});
    return exceptions;
}

FilterValues readFilterValues(pqxx::transaction_base& tx)
{
    FilterValues values;
    for (const auto& row :
        exec(tx,
            "WITH tally AS MATERIALIZED (SELECT * FROM integration.tally_row WHERE own_state <> 'resolved') "
            "SELECT v.field, v.value FROM (SELECT t.field, t.value, sum(t.n) AS n FROM (SELECT s.field, s.value, r.n FROM tally r, LATERAL (VALUES ('flow', r.flow), "
            "('code', r.error_code), ('step', r.step), ('system', r.target_system), ('team', r.queue), ('owner', r.owner), ('currency', r.currency)) s (field, value) UNION ALL "
            "SELECT 'flow', f.code, 0 FROM integration.flow f UNION ALL SELECT 'team', f.team, 0 FROM integration.flow f UNION ALL "
            "SELECT 'tag', g.tag, 0 FROM integration.tags_in_use(500) g (tag) UNION ALL "
            "SELECT 'channel', c.code, 0 FROM integration.channel c UNION ALL SELECT 'process', p.name, 0 FROM integration.process p) t "
            "WHERE t.value <> '' GROUP BY t.field, t.value) v ORDER BY v.field, v.n DESC, v.value LIMIT 2500"))
        values[readText(row["field"])].append(readText(row["value"]));
    values[QStringLiteral("owner")]
        = QStringList{filterOwnerMe.toString(), filterOwnerNone.toString()} + values.value(QStringLiteral("owner"));
    return values;
}

QList<Exception> readByIds(pqxx::transaction_base& tx, const QList<qint64>& ids)
{
    QList<Exception> exceptions;
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + exceptionColumns
            + " FROM integration.exception_row r WHERE r.id = ANY ($1::bigint[]) ORDER BY r.id",
        {idArray(ids)});
    for (const auto& row : rows)
        exceptions.append(readException(row));
    return exceptions;
}

} // namespace

/// All queues from their tallies, and those that depend on the time from one look at an index each.
QList<QueueCount> readQueueCounts(pqxx::transaction_base& tx)
{
    std::string counts;
    for (const ExceptionQueue queue : fixedQueues) {
        const std::string condition = conditionOf(queue);
        counts += counts.empty() ? "" : ", ";
        if (queue == ExceptionQueue::Breaching)
            counts += std::string("(SELECT COALESCE(sum(r.n), 0)::bigint FROM integration.breaching_row r WHERE ")
                + breachingCondition + ")";
        else if (queue == ExceptionQueue::Resolved || queue == ExceptionQueue::AwaitingApproval)
            counts += "(SELECT count(*) FROM (SELECT FROM integration.exception_brief r WHERE " + condition + " LIMIT "
                + std::to_string(mostCounted + 1) + ") c)";
        else
            counts += "COALESCE(sum(r.n) FILTER (WHERE " + condition + "), 0)::bigint";
    }
    const pqxx::result rows = exec(tx,
        "WITH tally AS MATERIALIZED (SELECT * FROM integration.tally_row) SELECT NULL AS team, ARRAY[" + counts
            + "]::text AS counts FROM tally r UNION ALL "
              "SELECT q.team, ARRAY[COALESCE(sum(r.n), 0)::bigint]::text FROM (SELECT team FROM integration.flow UNION SELECT queue FROM integration.routing_rule "
              "WHERE queue <> '' UNION SELECT queue FROM tally GROUP BY queue HAVING sum(n) FILTER (WHERE own_state <> 'resolved') > 0) q "
              "LEFT JOIN tally r ON r.queue = q.team AND "
            + conditionOf(ExceptionQueue::Team) + " GROUP BY q.team ORDER BY 1 NULLS FIRST");
    QList<QueueCount> queues;
    for (const auto& row : rows) {
        QStringList sizes = readText(row["counts"]).split(u',');
        sizes.first().remove(u'{');
        sizes.last().remove(u'}');
        if (!row["team"].is_null()) {
            queues.append({ExceptionQueue::Team, readText(row["team"]), sizes.constFirst().toLongLong()});
            continue;
        }
        for (std::size_t i = 0; i < fixedQueues.size(); ++i)
            queues.append(capped(fixedQueues.at(i), sizes.value(static_cast<qsizetype>(i)).toLongLong()));
    }
    return queues;
}

template<typename T>
QFuture<Outcome<T>> PgExceptionSource::replace(Token& current, Running<T> next)
{
    if (current)
        m_runner.cancel(current);
    current = next.token;
    return next.future;
}

QFuture<Outcome<ExceptionPage>> PgExceptionSource::page(const ExceptionQuery& query)
{
    return replace(m_page, m_runner.read([query](ReadScope& scope) { return readExceptionPage(scope.tx, query); }));
}

QFuture<Outcome<QList<QueueCount>>> PgExceptionSource::queues()
{
    return m_runner.read([](ReadScope& scope) { return readQueueCounts(scope.tx); }).future;
}

QFuture<Outcome<CappedCount>> PgExceptionSource::count(const ExceptionQuery& query)
{
    return m_runner.read([query](ReadScope& scope) { return countProblems(scope.tx, query); }).future;
}

QFuture<Outcome<ExceptionDetail>> PgExceptionSource::detail(qint64 id)
{
    return replace(m_detail, m_runner.read([id](ReadScope& scope) { return readExceptionDetail(scope.tx, id); }));
}

QFuture<Outcome<QList<MatchingException>>> PgExceptionSource::matching(const ExceptionQuery& query, int limit)
{
    return m_runner.read([query, limit](ReadScope& scope) { return readMatching(scope.tx, query, limit); }).future;
}

QFuture<Outcome<FilterValues>> PgExceptionSource::filterValues()
{
    return m_runner.read([](ReadScope& scope) { return readFilterValues(scope.tx); }).future;
}

QFuture<Outcome<QList<Exception>>> PgExceptionSource::byIds(const QList<qint64>& ids)
{
    return m_runner.read([ids](ReadScope& scope) { return readByIds(scope.tx, ids); }).future;
}
