// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgexceptionsource.h"

#include "models/domain/exceptionnames.h"
#include "models/store/exceptionrow.h"
#include "models/store/orderrow.h"
#include "models/store/pqerror.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int detailRows = 100;

constexpr std::array fixedQueues{ExceptionQueue::Open, ExceptionQueue::Mine, ExceptionQueue::Unassigned,
    ExceptionQueue::InDoubt, ExceptionQueue::Breaching, ExceptionQueue::Regressed, ExceptionQueue::Snoozed,
    ExceptionQueue::Resolved};

/// What is in a queue, as a condition on `integration.exception_row r`; the lists and the counts share it. A team's
/// queue still needs its name.
const char* conditionOf(ExceptionQueue queue)
{
#define SIGNALBOX_WAITING "r.state <> 'resolved' AND r.state <> 'snoozed'"
    switch (queue) {
    case ExceptionQueue::Open:
    case ExceptionQueue::Team:
        return SIGNALBOX_WAITING;
    case ExceptionQueue::Mine:
        return SIGNALBOX_WAITING " AND r.owner = session_user";
    case ExceptionQueue::Unassigned:
        return SIGNALBOX_WAITING " AND r.owner IS NULL";
    case ExceptionQueue::InDoubt:
        return SIGNALBOX_WAITING " AND r.kind = 'in_doubt'";
    case ExceptionQueue::Breaching:
        return SIGNALBOX_WAITING " AND r.step_due_at < now() + interval '1 hour'";
    case ExceptionQueue::Regressed:
        return SIGNALBOX_WAITING " AND r.regression";
    case ExceptionQueue::Snoozed:
        return "r.state <> 'resolved' AND r.state = 'snoozed'";
    case ExceptionQueue::Resolved: // the history grows without end
        return "r.state = 'resolved' AND r.resolved_at > now() - interval '7 days'";
    }
    return "false";
#undef SIGNALBOX_WAITING
}

std::string addArgument(SqlArgs& args, const QString& value)
{
    args.emplace_back(value.toStdString());
    return "$" + std::to_string(args.size());
}

QString likePattern(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

struct QueueCondition
{
    std::string sql;
    SqlArgs args;
};

QueueCondition conditionFor(const ExceptionQuery& query)
{
    QueueCondition where{conditionOf(query.queue), {}};
    if (query.queue == ExceptionQueue::Team)
        where.sql += " AND r.queue = " + addArgument(where.args, query.team);
    const QStringList words = query.text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const std::string pattern = addArgument(where.args, likePattern(word));
        where.sql += " AND (r.order_number ILIKE " + pattern + " OR r.flow ILIKE " + pattern + " OR r.error_code ILIKE "
            + pattern + " OR r.error_text ILIKE " + pattern + ")";
    }
    return where;
}

QDateTime serverTime(pqxx::transaction_base& tx)
{
    return readTime(exec(tx, "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")[0][0]);
}

ExceptionPage readExceptionPage(pqxx::transaction_base& tx, const ExceptionQuery& query)
{
    const int limit = std::clamp(query.limit, 1, PgExceptionSource::maxLimit);
    const std::string key = query.queue == ExceptionQueue::Resolved ? "r.resolved_at" : "r.opened_at";
    QueueCondition where = conditionFor(query);
    if (query.after)
        where.sql += " AND (" + key + ", r.id) < (" + addArgument(where.args, query.after->key) + "::timestamptz, "
            + addArgument(where.args, QString::number(query.after->id)) + "::bigint)";
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + exceptionColumns + ", " + key
            + "::text AS sort_key FROM integration.exception_row r WHERE " + where.sql + " ORDER BY " + key
            + " DESC, r.id DESC LIMIT " + std::to_string(limit + 1),
        where.args);
    ExceptionPage page;
    QString last;
    for (const auto& row : rows) {
        if (page.exceptions.size() == limit) {
            page.next = OrderCursor{last, page.exceptions.constLast().id};
            break;
        }
        page.exceptions.append(readException(row));
        last = readText(row["sort_key"]);
    }
    page.asOf = serverTime(tx);
    return page;
}

/// All queues from one look at what is open, and one at what was resolved of late.
QList<QueueCount> readQueues(pqxx::transaction_base& tx)
{
    std::string counts;
    for (const ExceptionQueue queue : fixedQueues) {
        if (queue != ExceptionQueue::Resolved)
            counts += std::string("count(*) FILTER (WHERE ") + conditionOf(queue) + "), ";
    }
    const pqxx::result rows = exec(tx,
        "WITH open AS MATERIALIZED (SELECT x.state, x.owner, x.kind, x.regression, x.queue, m.due_at AS step_due_at FROM integration.exception x "
        "JOIN integration.transaction t ON t.id = x.transaction_id JOIN integration.flow f ON f.code = x.flow "
        "LEFT JOIN integration.milestone m ON m.order_id = x.order_id AND m.step = f.step AND m.scope = t.scope WHERE x.state <> 'resolved') "
        "SELECT NULL AS team, ARRAY["
            + counts + "(SELECT count(*) FROM integration.exception r WHERE " + conditionOf(ExceptionQueue::Resolved)
            + ")]::text AS counts FROM open r UNION ALL "
              "SELECT q.team, ARRAY[count(r.queue)]::text FROM (SELECT team FROM integration.flow UNION SELECT queue FROM integration.routing_rule "
              "WHERE queue <> '' UNION SELECT queue FROM open) q LEFT JOIN open r ON r.queue = q.team AND "
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
            queues.append({fixedQueues.at(i), {}, sizes.value(static_cast<qsizetype>(i)).toLongLong()});
    }
    return queues;
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

QList<Comment> readComments(pqxx::transaction_base& tx, const std::string& id)
{
    QList<Comment> comments;
    const pqxx::result rows = exec(tx,
        "SELECT (extract(epoch FROM at) * 1000)::bigint AS at, author, content FROM integration.comment "
        "WHERE exception_id = $1::bigint ORDER BY id",
        {id});
    for (const auto& row : rows)
        comments.append({readTime(row["at"]), readText(row["author"]), readText(row["content"])});
    return comments;
}

QList<AuditEntry> readAudit(pqxx::transaction_base& tx, const std::string& id, const std::string& transaction)
{
    QList<AuditEntry> entries;
    const pqxx::result rows = exec(tx,
        "SELECT seq, (extract(epoch FROM at) * 1000)::bigint AS at, actor, action, before::text AS before, after::text AS after, reason "
        "FROM integration.audit_entry WHERE (object_kind, object_id) IN (('exception', $1::bigint), ('transaction', $2::bigint)) "
        "ORDER BY seq DESC LIMIT "
            + std::to_string(detailRows),
        {id, transaction});
    for (const auto& row : rows)
        entries.append({row["seq"].as<qint64>(), readTime(row["at"]), readText(row["actor"]), readText(row["action"]),
            readText(row["before"]), readText(row["after"]), readText(row["reason"])});
    return entries;
}

ExceptionDetail readExceptionDetail(pqxx::transaction_base& tx, qint64 exceptionId)
{
    const std::string id = std::to_string(exceptionId);
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + exceptionColumns
            + ", r.target, r.idempotency_key, r.transaction_status, integration.transaction_payload(r.transaction_id) AS payload, "
              "(SELECT count(*) FROM integration.exception s WHERE s.fingerprint = r.fingerprint AND s.state <> 'resolved') AS same_cause "
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
    detail.sameCause = row["same_cause"].as<qint64>();
    const std::string transaction = std::to_string(detail.exception.transactionId);
    detail.attempts = readAttempts(tx, transaction);
    detail.comments = readComments(tx, id);
    detail.audit = readAudit(tx, id, transaction);
    detail.asOf = serverTime(tx);
    return detail;
}

QList<qint64> readTransactions(pqxx::transaction_base& tx, const ExceptionQuery& query, int limit)
{
    const QueueCondition where = conditionFor(query);
    const pqxx::result rows = exec(tx,
        "SELECT r.transaction_id FROM integration.exception_row r WHERE r.state <> 'resolved' AND " + where.sql
            + " ORDER BY r.opened_at, r.id LIMIT "
            + std::to_string(std::clamp(limit, 0, PgExceptionSource::maxTransactions)),
        where.args);
    QList<qint64> ids;
    for (const auto& row : rows)
        ids.append(row[0].as<qint64>());
    return ids;
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
    return m_runner.read([](ReadScope& scope) { return readQueues(scope.tx); }).future;
}

QFuture<Outcome<ExceptionDetail>> PgExceptionSource::detail(qint64 id)
{
    return replace(m_detail, m_runner.read([id](ReadScope& scope) { return readExceptionDetail(scope.tx, id); }));
}

QFuture<Outcome<QList<qint64>>> PgExceptionSource::transactions(const ExceptionQuery& query, int limit)
{
    return m_runner.read([query, limit](ReadScope& scope) { return readTransactions(scope.tx, query, limit); }).future;
}

QFuture<Outcome<QList<Exception>>> PgExceptionSource::byIds(const QList<qint64>& ids)
{
    return m_runner.read([ids](ReadScope& scope) { return readByIds(scope.tx, ids); }).future;
}
