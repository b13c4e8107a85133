// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/seller.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
using Json = nlohmann::ordered_json;

struct Good
{
    const char* sku;
    const char* title;
    int cents;
};
constexpr std::array<Good, 8> goods{{{"LMP-204", "Reading lamp, brass", 8990}, {"MUG-011", "Stoneware mug", 1450},
    {"RUG-330", "Wool rug 160 x 230", 34900}, {"CSH-072", "Linen cushion", 2995}, {"CHR-118", "Oak chair", 18900},
    {"VAS-009", "Glass vase", 3950}, {"THR-051", "Throw, merino", 12900}, {"CLK-027", "Wall clock", 5900}}};
constexpr std::array<const char*, 6> names{
    "Anna Muster", "Jonas Keller", "Marta Rossi", "Peter Novak", "Lea Dubois", "Sven Lindqvist"};

std::string timeText(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

std::string amountText(int cents)
{
    return u"%1.%2"_s.arg(QString::number(cents / 100), QString::number(cents % 100).rightJustified(2, u'0'))
        .toStdString();
}

Json envelope(
    const QString& id, const QString& source, const QString& step, const QString& orderKey, const QDateTime& at)
{
    return {{"specversion", "1.0"}, {"id", id.toStdString()}, {"source", source.toStdString()},
        {"type", u"com.signalbox.order.%1.v1"_s.arg(step).toStdString()},
        {"subject", u"order/"_s.append(orderKey).toStdString()}, {"time", timeText(at)},
        {"datacontenttype", "application/json"}};
}

} // namespace

Seller::Seller(quint32 seed, const QString& prefix, Pace pace)
    : m_random(seed)
    , m_prefix(prefix)
    , m_pace(pace)
{ }

void Seller::took(const std::vector<LedgerEntry>& entries, const QDateTime& now)
{
    for (const LedgerEntry& entry : entries) {
        if (!QString::fromStdString(entry.orderKey).startsWith(m_prefix))
            continue;
        if (entry.system == "wms" && entry.resource == "shipping-orders") {
            const QString shipment = u"shipment/"_s.append(QString::fromStdString(entry.reference));
            plan(entry, "shipment_confirmation", "/wms", shipment, now, 20, 90);
            plan(entry, "delivery_confirmation", "/carrier", shipment, now, 180, 600);
        } else if (entry.system == "psp" && entry.resource == "captures") {
            plan(entry, "settlement_receipt", "/psp", {}, now, 60, 300);
        }
    }
}

void Seller::plan(const LedgerEntry& entry, const char* step, const char* source, const QString& scope,
    const QDateTime& now, double fewestSeconds, double mostSeconds)
{
    const double seconds = (fewestSeconds + m_random.generateDouble() * (mostSeconds - fewestSeconds)) / m_pace.haste;
    m_planned.push({now.addMSecs(std::llround(seconds * 1000)), QString::fromLatin1(step), QString::fromLatin1(source),
        QString::fromStdString(entry.orderKey), scope});
}

std::vector<QByteArray> Seller::happened(const QDateTime& now)
{
    std::vector<QByteArray> events;
    if (m_nextOrder.isNull())
        m_nextOrder = now;
    while (m_pace.ordersPerSecond > 0 && (m_pace.orders == 0 || m_orders < m_pace.orders) && m_nextOrder <= now) {
        events.push_back(order(m_nextOrder));
        const double wait
            = -std::log(1 - m_random.generateDouble()) / m_pace.ordersPerSecond; // as customers come: at random
        m_nextOrder = m_nextOrder.addMSecs(std::max(1LL, std::llround(wait * 1000)));
    }
    while (!m_planned.empty() && m_planned.top().at <= now) {
        events.push_back(event(m_planned.top()));
        m_planned.pop();
    }
    return events;
}

QByteArray Seller::order(const QDateTime& at)
{
    const QString key = m_prefix + QString::number(++m_orders).rightJustified(4, u'0');
    Json lines = Json::array();
    int cents = 0;
    const quint32 count = 1 + m_random.bounded(3U);
    for (quint32 line = 1; line <= count; ++line) {
        const Good& good = goods.at(m_random.bounded(quint32(goods.size())));
        const int quantity = 1 + int(m_random.bounded(2U));
        cents += quantity * good.cents;
        lines.push_back({{"line", std::to_string(line)}, {"sku", good.sku}, {"title", good.title},
            {"quantity", std::to_string(quantity)}, {"unitPrice", amountText(good.cents)}});
    }
    Json json = envelope(u"order-"_s.append(key), u"/shop"_s, u"order_captured"_s, key, at);
    json["data"] = {
        {"order",
            {{"number", key.toStdString()}, {"channel", m_random.bounded(3U) == 0 ? "app" : "web"}, {"currency", "EUR"},
                {"total", amountText(cents)}, {"customer", names.at(m_random.bounded(quint32(names.size())))},
                {"promisedAt", timeText(at.addDays(4))}}},
        {"lines", lines}};
    return QByteArray::fromStdString(json.dump());
}

QByteArray Seller::event(const Planned& planned)
{
    Json json = envelope(u"%1-%2-%3"_s.arg(planned.step, planned.orderKey, planned.scope), planned.source, planned.step,
        planned.orderKey, planned.at);
    if (!planned.scope.isEmpty())
        json["data"] = {{"scope", planned.scope.toStdString()}};
    return QByteArray::fromStdString(json.dump());
}
