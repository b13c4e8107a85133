// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/deliverybook.h"

#include "models/domain/exceptionnames.h"
#include "models/store/orderrow.h"

#include <nlohmann/json.hpp>

namespace {

FlowOverview readFlows(pqxx::transaction_base& tx, qint64 newest)
{
    // the oldest of the newest so many, by the primary key
    const pqxx::result first = exec(tx,
        "SELECT t.id, CASE WHEN EXISTS (SELECT FROM integration.transaction o WHERE o.id < t.id) "
        "THEN (extract(epoch FROM t.created_at) * 1000)::bigint END FROM integration.transaction t "
        "WHERE t.id = (SELECT n.id FROM integration.transaction n ORDER BY n.id DESC OFFSET $1::bigint - 1 LIMIT 1)",
        {std::to_string(newest)});
    const std::string firstId = first.empty() ? "0" : first[0][0].c_str();
    const pqxx::result rows = exec(tx,
        "WITH met AS (SELECT t.flow, t.target, t.status, count(*) AS n FROM integration.transaction t "
        "WHERE t.status NOT IN ('delivered', 'cancelled') GROUP BY t.flow, t.target, t.status "
        "UNION ALL SELECT t.flow, t.target, t.status, count(*) FROM integration.transaction t "
        "WHERE t.status IN ('delivered', 'cancelled') AND t.id >= $1::bigint GROUP BY t.flow, t.target, t.status), "
        "place AS (SELECT flow, target FROM integration.flow_route UNION SELECT flow, target FROM met) "
        "SELECT f.code, f.title, p.target, f.team, f.step, f.effect_class, f.enabled, COALESCE(b.state, 'closed') AS breaker, b.reason, "
        "(extract(epoch FROM b.until) * 1000)::bigint AS until, "
        "(SELECT COALESCE(jsonb_object_agg(m.status, m.n), '{}') FROM met m WHERE m.flow = p.flow AND m.target = p.target)::text AS counts "
        "FROM integration.flow f JOIN place p ON p.flow = f.code LEFT JOIN integration.breaker b ON b.flow = p.flow AND b.target = p.target "
        "ORDER BY f.code, p.target",
        {firstId});
    FlowOverview overview;
    if (!first.empty())
        overview.doneSince = readTime(first[0][1]);
    for (const auto& row : rows) {
        FlowStatus flow;
        flow.flow = readText(row["code"]);
        flow.title = readText(row["title"]);
        flow.target = readText(row["target"]);
        flow.team = readText(row["team"]);
        flow.step = readText(row["step"]);
        flow.effectClass = effectClassFromText(readText(row["effect_class"])).value_or(EffectClass::Legal);
        flow.enabled = row["enabled"].as<bool>();
        flow.breaker = readText(row["breaker"]);
        flow.breakerReason = readText(row["reason"]);
        flow.breakerUntil = readTime(row["until"]);
        const auto counts = nlohmann::json::parse(row["counts"].c_str());
        for (const auto& [status, count] : counts.items())
            flow.counts.insert(QString::fromStdString(status), count.get<qint64>());
        overview.flows.append(flow);
    }
    return overview;
}

} // namespace

Outcome<FlowOverview> DeliveryBook::flows(qint64 newest)
{
    return m_runner.readNow([newest](ReadScope& scope) { return readFlows(scope.tx, newest); });
}

Outcome<qsizetype> DeliveryBook::put(Kind kind, const QList<QByteArray>& definitions)
{
    const char* sql = kind == Kind::Target ? "SELECT integration.put_target($1::jsonb)"
        : kind == Kind::Flow               ? "SELECT integration.put_flow($1::jsonb)"
        : kind == Kind::Channel            ? "SELECT integration.put_channel($1::jsonb)"
        : kind == Kind::Limit              ? "SELECT integration.put_approval_limits($1::jsonb)"
                                           : "SELECT integration.put_master($1::jsonb)";
    return m_runner.writeNow([&](WriteScope& scope) {
        if (kind == Kind::Limit)
            exec(scope.tx, sql, {"[" + definitions.join(',').toStdString() + "]"});
        for (const QByteArray& definition : kind == Kind::Limit ? QByteArrayList() : definitions)
            exec(scope.tx, sql, {definition.toStdString()});
        return definitions.size();
    });
}

Outcome<DeliveryBook::Audit> DeliveryBook::verifyAudit()
{
    return m_runner.readNow([](ReadScope& scope) {
        const pqxx::result rows = exec(scope.tx,
            "SELECT (SELECT count(*) FROM integration.audit_entry) AS entries, integration.audit_broken_at() AS broken_at");
        Audit audit{rows[0]["entries"].as<qint64>(), std::nullopt};
        if (!rows[0]["broken_at"].is_null())
            audit.brokenAt = rows[0]["broken_at"].as<qint64>();
        return audit;
    });
}
