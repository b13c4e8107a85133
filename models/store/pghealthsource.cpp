// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pghealthsource.h"

#include "models/domain/statenames.h"
#include "models/store/orderrow.h"
#include "models/store/pqxxcompat.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace {

using Json = nlohmann::json;

QDateTime timeOf(const Json& value)
{
    return value.is_number() ? QDateTime::fromMSecsSinceEpoch(value.get<qint64>(), Qt::UTC) : QDateTime();
}

QString jsonText(const Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

HealthSnapshot readHealth(pqxx::transaction_base& tx)
{
    const pqxx::result rows = exec(tx, "SELECT integration.health()::text");
    const Json root = Json::parse(rows.at(0)[0].c_str());

    HealthSnapshot health;
    health.asOf = timeOf(root.at("as_of"));
    for (const Json& row : root.at("steps")) {
        StepBreaches step;
        step.step = jsonText(row.at("step"));
        step.system = jsonText(row.at("system"));
        step.dueSoon = row.at("due_soon").get<qint64>();
        for (std::size_t i = 0; i < step.byAge.size(); ++i)
            step.byAge.at(i) = row.at("by_age").at(i).get<qint64>();
        health.steps.append(step);
    }
    for (const Json& row : root.at("value_at_risk")) {
        bool fits = false;
        const qint64 minor = jsonText(row.at("minor")).toLongLong(&fits);
        if (!fits)
            throw std::range_error("the value at risk of a currency does not fit into 64 bits");
        health.valueAtRisk.append({{minor, jsonText(row.at("currency"))}, row.at("orders").get<qint64>()});
    }
    for (int i = 0; i < backlogCount; ++i) {
        const Json& row = root.at("backlogs").at(toText(static_cast<Backlog>(i)).toStdString());
        health.backlogs.at(static_cast<std::size_t>(i))
            = {row.at("orders").get<qint64>(), row.at("breached").get<qint64>(), timeOf(row.at("oldest"))};
    }
    health.openOrders = root.at("open_orders").get<qint64>();
    health.breachedOrders = root.at("breached_orders").get<qint64>();
    health.dueSoonOrders = root.at("due_soon_orders").get<qint64>();
    health.failedOrders = root.at("failed_orders").get<qint64>();
    health.completedLate24h = root.at("late_24h").get<qint64>();
    health.lateOrders24h = root.at("late_orders_24h").get<qint64>();
    health.rejectedEvents = root.at("rejected").get<qint64>();
    return health;
}

/// Never what was sent: it may hold customer data, and only those who mend it may read it.
SetAsidePage readSetAside(pqxx::transaction_base& tx, const std::optional<SetAsideCursor>& after, int limit)
{
    constexpr qint64 countCap = 10'000;
    SqlArgs args;
    std::string behind;
    if (after) {
        args = {after->key.toStdString(), std::to_string(after->id)};
        behind = "WHERE (last_at, id) < ($1::timestamptz, $2::bigint) ";
    }
    const pqxx::result rows = exec(tx,
        "SELECT id, origin, item, code, reason, source, event_id, count, (extract(epoch FROM first_at) * 1000)::bigint AS first_at, "
        "(extract(epoch FROM last_at) * 1000)::bigint AS last_at, last_at::text AS sort_key FROM integration.rejected_event "
            + behind + "ORDER BY rejected_event.last_at DESC, id DESC LIMIT " + std::to_string(limit + 1),
        args);
    SetAsidePage page;
    QString key;
    for (const auto& row : rows) {
        if (page.events.size() == limit) {
            page.next = SetAsideCursor{key, page.events.constLast().id};
            break;
        }
        page.events.append({row["id"].as<qint64>(), readText(row["origin"]), row["item"].as<qint64>(),
            readText(row["code"]), readText(row["reason"]), readText(row["source"]), readText(row["event_id"]),
            readTime(row["first_at"]), readTime(row["last_at"]), row["count"].as<qint64>()});
        key = readText(row["sort_key"]);
    }
    const pqxx::result known = exec(tx,
        "SELECT count(*), (extract(epoch FROM clock_timestamp()) * 1000)::bigint FROM (SELECT FROM integration.rejected_event LIMIT "
            + std::to_string(countCap + 1) + ") s");
    const auto found = known[0][0].as<qint64>();
    page.total = {qMin(found, countCap), found > countCap};
    page.asOf = readTime(known[0][1]);
    return page;
}

} // namespace

QFuture<Outcome<HealthSnapshot>> PgHealthSource::health()
{
    return m_runner.read([](ReadScope& scope) { return readHealth(scope.tx); }).future;
}

QFuture<Outcome<SetAsidePage>> PgHealthSource::setAside(const std::optional<SetAsideCursor>& after, int limit)
{
    return m_runner.read([after, limit](ReadScope& scope) { return readSetAside(scope.tx, after, limit); }).future;
}

Outcome<HealthSnapshot> PgHealthSource::healthNow()
{
    return m_runner.readNow([](ReadScope& scope) { return readHealth(scope.tx); });
}
