// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgordersource.h"

#include "models/domain/statenames.h"
#include "models/store/orderrow.h"
#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"
#include "models/store/ruletables.h"
#include "models/store/sqlfilter.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace {

std::string append(SqlArgs& args, std::string value)
{
    args.emplace_back(std::move(value));
    return "$" + std::to_string(args.size());
}

/// How one sort walks its index: the key column, its type for the cursor, and a condition that the index has.
struct SortPlan
{
    const char* key;
    const char* type;
    const char* condition;
};

SortPlan sortPlan(OrderSort sort)
{
    switch (sort) {
    case OrderSort::PlacedAt:
        return {"o.placed_at", "timestamptz", "true"};
    case OrderSort::NextDue:
        return {"o.next_due_at", "timestamptz", "o.next_due_at IS NOT NULL"};
    case OrderSort::Number:
        return {"o.order_number", "text", "true"};
    }
    return {"o.placed_at", "timestamptz", "true"};
}

struct KeyedOrder
{
    Order order;
    QString key;
};

struct KeyedOrders
{
    QList<KeyedOrder> orders;
    QDateTime asOf; ///< null when there are no orders
};

constexpr auto asOfColumn = ", (SELECT (extract(epoch FROM now()) * 1000)::bigint) AS as_of";

/// Rows of orderColumns, the sort key and asOfColumn.
KeyedOrders readKeyed(pqxx::transaction_base& tx, const std::string& sql, const SqlArgs& args)
{
    KeyedOrders found;
    const pqxx::result rows = exec(tx, sql, args);
    if (rows.empty())
        return found;
    const auto key = rows.column_number("sort_key");
    found.orders.reserve(qsizetype(rows.size()));
    for (const auto& row : rows)
        found.orders.append({readOrder(row), readText(row[key])});
    found.asOf = readTime(rows[0]["as_of"]);
    return found;
}

struct Statement
{
    std::string sql;
    SqlArgs args;
};

/// Up to limit + 1 orders behind the cursor, by the sort's index.
Statement keyedStatement(const OrderPageRequest& request, const SortPlan& plan)
{
    SqlFilter filter = compileFilter(request.filter);
    const bool up = request.direction == Qt::AscendingOrder;
    std::string where = filter.condition + " AND " + plan.condition;
    if (request.after)
        where += std::string(" AND (") + plan.key + ", o.id) " + (up ? ">" : "<") + " ("
            + append(filter.args, request.after->key.toStdString()) + "::" + plan.type + ", "
            + append(filter.args, std::to_string(request.after->id)) + "::bigint)";
    const std::string direction = up ? " ASC" : " DESC";
    return {std::string("SELECT ") + orderColumns + ", " + plan.key + "::text AS sort_key" + asOfColumn
            + " FROM integration.sales_order o WHERE " + where + " ORDER BY " + plan.key + direction + ", o.id"
            + direction + " LIMIT " + std::to_string(request.limit + 1),
        std::move(filter.args)};
}

KeyedOrders keyedPage(pqxx::transaction_base& tx, const OrderPageRequest& request, const SortPlan& plan)
{
    const Statement statement = keyedStatement(request, plan);
    return readKeyed(tx, statement.sql, statement.args);
}

/// Orders with nothing due stand behind all others, newest id first, with an empty key.
KeyedOrders undated(pqxx::transaction_base& tx, const OrderPageRequest& request, bool continued, qsizetype limit)
{
    SqlFilter filter = compileFilter(request.filter);
    std::string where = filter.condition + " AND o.next_due_at IS NULL";
    if (continued)
        where += " AND o.id < " + append(filter.args, std::to_string(request.after->id)) + "::bigint";
    return readKeyed(tx,
        std::string("SELECT ") + orderColumns + ", '' AS sort_key" + asOfColumn
            + " FROM integration.sales_order o WHERE " + where + " ORDER BY o.id DESC LIMIT " + std::to_string(limit),
        filter.args);
}

OrderPage readPage(pqxx::transaction_base& tx, const OrderPageRequest& request)
{
    KeyedOrders found;
    const bool amongUndated = request.sort == OrderSort::NextDue && request.after && request.after->key.isEmpty();
    if (!amongUndated)
        found = keyedPage(tx, request, sortPlan(request.sort));
    if (request.sort == OrderSort::NextDue && found.orders.size() <= request.limit) {
        const KeyedOrders others = undated(tx, request, amongUndated, request.limit + 1 - found.orders.size());
        found.orders += others.orders;
        found.asOf = others.asOf.isValid() ? others.asOf : found.asOf;
    }

    OrderPage page;
    page.orders.reserve(found.orders.size());
    for (const KeyedOrder& keyed : std::as_const(found.orders)) {
        if (page.orders.size() == request.limit) {
            const KeyedOrder& last = found.orders.at(request.limit - 1);
            page.next = OrderCursor{last.key, last.order.id};
            break;
        }
        page.orders.append(keyed.order);
    }
    page.asOf = found.asOf;
    if (!page.asOf.isValid())
        page.asOf = readTime(exec(tx, "SELECT (extract(epoch FROM now()) * 1000)::bigint")[0][0]);
    return page;
}

CappedCount readCount(pqxx::transaction_base& tx, const FilterExpression& expression, qint64 cap)
{
    const SqlFilter filter = compileFilter(expression);
    const pqxx::result rows = exec(tx,
        "SELECT count(*) FROM (SELECT FROM integration.sales_order o WHERE " + filter.condition + " LIMIT "
            + std::to_string(cap + 1) + ") s",
        filter.args);
    const auto found = rows[0][0].as<qint64>();
    return {qMin(found, cap), found > cap};
}

QList<Order> readOrders(pqxx::transaction_base& tx, const std::string& where, const SqlArgs& args)
{
    QList<Order> orders;
    const pqxx::result rows
        = exec(tx, std::string("SELECT ") + orderColumns + " FROM integration.sales_order o WHERE " + where, args);
    for (const auto& row : rows)
        orders.append(readOrder(row));
    return orders;
}

QList<Order> readFound(pqxx::transaction_base& tx, const QString& text, int limit)
{
    FilterTerm term;
    term.field = FilterField::Text;
    term.values = {QString(text).replace(u'\\', u"\\\\"_s).replace(u'*', u"\\*"_s)}; // a text, not a pattern
    const SqlFilter filter = compileFilter(FilterExpression(term));
    return readOrders(
        tx, filter.condition + " ORDER BY o.placed_at DESC, o.id DESC LIMIT " + std::to_string(limit), filter.args);
}

QList<Milestone> readMilestones(pqxx::transaction_base& tx, const std::string& id)
{
    QList<Milestone> milestones;
    const pqxx::result rows = exec(tx,
        "SELECT scope, step, state, late, array_to_string(anomalies, ',') AS anomalies, message, evidence_source, evidence_id, "
        "(extract(epoch FROM eligible_at) * 1000)::bigint AS eligible_at, (extract(epoch FROM warn_at) * 1000)::bigint AS warn_at, "
        "(extract(epoch FROM due_at) * 1000)::bigint AS due_at, (extract(epoch FROM started_at) * 1000)::bigint AS started_at, "
        "(extract(epoch FROM completed_at) * 1000)::bigint AS completed_at, (extract(epoch FROM failed_at) * 1000)::bigint AS failed_at "
        "FROM integration.order_milestones($1::bigint)",
        {id});
    for (const auto& row : rows) {
        Milestone m;
        m.scope = readText(row["scope"]);
        m.step = readText(row["step"]);
        m.state = milestoneStateFromText(readText(row["state"])).value_or(MilestoneState::Unknown);
        m.eligibleAt = readTime(row["eligible_at"]);
        m.warnAt = readTime(row["warn_at"]);
        m.dueAt = readTime(row["due_at"]);
        m.startedAt = readTime(row["started_at"]);
        m.completedAt = readTime(row["completed_at"]);
        m.failedAt = readTime(row["failed_at"]);
        m.late = row["late"].as<bool>();
        m.anomalies = readList(row["anomalies"]);
        m.message = readText(row["message"]);
        m.evidenceSource = readText(row["evidence_source"]);
        m.evidenceId = readText(row["evidence_id"]);
        milestones.append(m);
    }
    return milestones;
}

QList<OrderLine> readLines(pqxx::transaction_base& tx, const std::string& id, const QString& currency)
{
    QList<OrderLine> lines;
    const pqxx::result rows = exec(tx,
        "SELECT line, sku, title, quantity::text AS quantity, unit_price::text AS unit_price FROM integration.order_line "
        "WHERE order_id = $1::bigint ORDER BY length(line), line",
        {id});
    for (const auto& row : rows) {
        OrderLine line{
            readText(row["line"]), readText(row["sku"]), readText(row["title"]), readText(row["quantity"]), {}};
        if (const auto price = parseMoney(readText(row["unit_price"]), currency))
            line.unitPrice = price.value();
        lines.append(line);
    }
    return lines;
}

QList<ExternalRef> readReferences(pqxx::transaction_base& tx, const std::string& id)
{
    QList<ExternalRef> references;
    const pqxx::result rows = exec(tx,
        "SELECT system, object_type, object_id, (extract(epoch FROM since) * 1000)::bigint AS since FROM integration.external_ref "
        "WHERE order_id = $1::bigint ORDER BY since, system, object_type, object_id",
        {id});
    for (const auto& row : rows)
        references.append({readText(row["system"]), readText(row["object_type"]), readText(row["object_id"]),
            readTime(row["since"])});
    return references;
}

void readEvents(pqxx::transaction_base& tx, const std::string& id, OrderDetail& detail)
{
    const pqxx::result rows = exec(tx,
        "SELECT source, id, type, subject, step, scope, outcome, data::text AS data, (extract(epoch FROM time) * 1000)::bigint AS time, "
        "(extract(epoch FROM recorded_at) * 1000)::bigint AS recorded_at FROM integration.order_events($1::bigint, $2::int) e "
        "ORDER BY e.time, e.source, e.id",
        {id, std::to_string(OrderSource::eventLimit + 1)});
    for (const auto& row : rows) {
        BusinessEvent e;
        e.source = readText(row["source"]);
        e.id = readText(row["id"]);
        e.type = readText(row["type"]);
        e.subject = readText(row["subject"]);
        e.time = readTime(row["time"]);
        e.recordedAt = readTime(row["recorded_at"]);
        e.step = readText(row["step"]);
        e.scope = readText(row["scope"]);
        e.outcome = readText(row["outcome"]);
        e.data = readText(row["data"]);
        detail.events.append(e);
    }
    if (detail.events.size() > OrderSource::eventLimit) {
        detail.moreEvents = true;
        detail.events.removeFirst(); // the oldest
    }
}

void readNorms(pqxx::transaction_base& tx, OrderDetail& detail)
{
    const pqxx::result rows = exec(tx,
        "SELECT step, median_seconds, p95_seconds, samples FROM integration.step_norm WHERE channel = $1 AND hour = -1",
        {detail.order.channel.toStdString()});
    for (const auto& row : rows)
        detail.norms.insert(readText(row["step"]),
            {row["median_seconds"].as<qint64>(), row["p95_seconds"].as<qint64>(), row["samples"].as<qint64>()});
}

OrderDetail readDetail(pqxx::transaction_base& tx, qint64 orderId)
{
    const std::string id = std::to_string(orderId);
    const QList<Order> orders = readOrders(tx, "o.id = $1::bigint", {id});
    if (orders.isEmpty())
        throw StoreException({Failure::NotFound,
            QCoreApplication::translate("PgOrderSource", "This order is not in the database any more."), {}, {}});

    OrderDetail detail;
    detail.order = orders.constFirst();
    detail.milestones = readMilestones(tx, id);
    detail.lines = readLines(tx, id, detail.order.total.currency);
    detail.references = readReferences(tx, id);
    readEvents(tx, id, detail);
    readNorms(tx, detail);
    const pqxx::result channel = exec(tx,
        "SELECT title, (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now FROM integration.channel WHERE code = $1",
        {detail.order.channel.toStdString()});
    if (!channel.empty()) {
        detail.channelTitle = readText(channel[0]["title"]);
        detail.asOf = readTime(channel[0]["now"]);
    }
    detail.process = readProcess(tx, detail.order.process, detail.order.processVersion, detail.order.channel);
    const bool hasReturn = std::any_of(detail.milestones.cbegin(), detail.milestones.cend(),
        [](const Milestone& m) { return m.scope.startsWith(u"return/"_s) || m.scope.startsWith(u"refund/"_s); });
    if (hasReturn)
        detail.returnProcess = readProcess(tx, u"return"_s, 0, detail.order.channel);
    return detail;
}

} // namespace

PgOrderSource::PgOrderSource(QueryRunner& runner)
    : m_runner(runner)
{ }

template<typename T>
QFuture<Outcome<T>> PgOrderSource::replace(Token& current, Running<T> next)
{
    if (current)
        m_runner.cancel(current);
    current = next.token;
    return next.future;
}

QFuture<Outcome<OrderPage>> PgOrderSource::page(const OrderPageRequest& request)
{
    return replace(m_page, m_runner.read([request](ReadScope& scope) { return readPage(scope.tx, request); }));
}

QFuture<Outcome<CappedCount>> PgOrderSource::count(const FilterExpression& filter, qint64 cap)
{
    // several counts run side by side: one for each quick filter
    return m_runner.read([filter, cap](ReadScope& scope) { return readCount(scope.tx, filter, cap); }).future;
}

QFuture<Outcome<QList<Order>>> PgOrderSource::byIds(const QList<qint64>& ids)
{
    return m_runner
        .read([ids](ReadScope& scope) { return readOrders(scope.tx, "o.id = ANY ($1::bigint[])", {idArray(ids)}); })
        .future;
}

QFuture<Outcome<OrderDetail>> PgOrderSource::detail(qint64 id)
{
    return replace(m_detail, m_runner.read([id](ReadScope& scope) { return readDetail(scope.tx, id); }));
}

QFuture<Outcome<QList<Order>>> PgOrderSource::find(const QString& text, int limit)
{
    return replace(m_find, m_runner.read([text, limit](ReadScope& scope) { return readFound(scope.tx, text, limit); }));
}

Outcome<OrderPage> PgOrderSource::pageNow(const OrderPageRequest& request)
{
    return m_runner.readNow([&](ReadScope& scope) { return readPage(scope.tx, request); });
}

Outcome<CappedCount> PgOrderSource::countNow(const FilterExpression& filter, qint64 cap)
{
    return m_runner.readNow([&](ReadScope& scope) { return readCount(scope.tx, filter, cap); });
}

Outcome<OrderDetail> PgOrderSource::detailNow(qint64 id)
{
    return m_runner.readNow([&](ReadScope& scope) { return readDetail(scope.tx, id); });
}

Outcome<QList<Order>> PgOrderSource::findNow(const QString& text, int limit)
{
    return m_runner.readNow([&](ReadScope& scope) { return readFound(scope.tx, text, limit); });
}

QString PgOrderSource::newestPageSql(int limit)
{
    OrderPageRequest request;
    request.limit = limit;
    return QString::fromStdString(keyedStatement(request, sortPlan(request.sort)).sql);
}
