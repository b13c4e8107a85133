// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/seller.h"

#include "app/sandbox/history.h"
#include "app/sandbox/refundcourse.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr double payoutSeconds = 150; // between payouts, at this estate's own pace
}

Seller::Seller(quint64 seed, const QString& run, Pace pace)
    : m_seed(seed)
    , m_run(run)
    , m_pace(pace)
    , m_dice(seed, fingerprintOf({"customers"}), 0)
    , m_payouts(payoutSeconds / pace.haste)
{ }

void Seller::carryOn(const std::vector<PastOrder>& orders)
{
    for (const PastOrder& order : orders) {
        m_deals.insert(order.sale.key, {order.sale.channel, order.sale.total(), order.sale.total(0)});
        for (const OrderEvent& event : order.expected)
            plan(event);
    }
    m_numbers += qint64(orders.size());
}

void Seller::took(const std::vector<LedgerEntry>& entries, const QDateTime& now)
{
    for (const LedgerEntry& entry : entries) {
        const QString key = QString::fromStdString(entry.orderKey);
        const auto deal = m_deals.constFind(key);
        if (deal == m_deals.constEnd())
            continue;
        if (entry.resource == "shipping-orders")
            ship(entry, key, now);
        else if (entry.resource == "captures")
            m_payouts.add(deal->channel->payer(), key, entry.amount.isValid() ? entry.amount : deal->total, now);
        else if (entry.resource == "return-orders")
            takeBack(key, QString::fromStdString(entry.scope), now);
        else if (entry.resource == "refunds")
            refund(entry, key, now);
    }
}

QDateTime Seller::later(const QDateTime& at, double seconds) const
{
    return at.addMSecs(std::llround(seconds / m_pace.haste * 1000));
}

Dice Seller::diceFor(const char* what, const QString& orderKey) const
{
    return {m_seed, fingerprintOf({what, orderKey.toStdString()}), 0};
}

void Seller::plan(OrderEvent event, bool certain)
{
    const QDateTime at = event.at;
    m_planned.push({at, std::move(event), certain});
}

void Seller::plan(
    const char* step, const char* source, const QString& orderKey, const QString& scope, const QDateTime& at)
{
    plan({at, QString::fromLatin1(step), {}, QString::fromLatin1(source), orderKey, scope, {}});
}

void Seller::ship(const LedgerEntry& entry, const QString& orderKey, const QDateTime& now)
{
    Dice dice = diceFor("ship", orderKey);
    const QString shipment = u"shipment/"_s.append(QString::fromStdString(entry.reference));
    const bool store = entry.system == "store";
    plan(store ? "ready_for_pickup" : "shipment_confirmation", store ? "/store" : "/wms", orderKey, shipment,
        later(now, dice.between(20, 90)));
    plan(store ? "collection" : "delivery_confirmation", store ? "/store" : "/carrier", orderKey, shipment,
        later(now, dice.between(180, 600)));
}

void Seller::takeBack(const QString& orderKey, const QString& scope, const QDateTime& now)
{
    Dice dice = diceFor("take back", orderKey);
    const QDateTime received = later(now, dice.between(60, 240));
    plan("return_received", "/wms", orderKey, scope, received);
    plan("inspection", "/wms", orderKey, scope, later(received, dice.between(20, 90)));
}

void Seller::refund(const LedgerEntry& entry, const QString& orderKey, const QDateTime& now)
{
    Dice dice = diceFor("refund", orderKey);
    const RefundCourse course = drawRefundCourse(dice);
    for (OrderEvent& event : refundEvents(course, QString::fromStdString(entry.system), orderKey,
             QString::fromStdString(entry.scope), entry.amount, later(now, 2), later(now, dice.between(30, 180))))
        plan(std::move(event));
}

std::vector<QByteArray> Seller::happened(const QDateTime& now)
{
    if (m_nextOrder.isNull())
        m_nextOrder = now;
    while (m_pace.ordersPerSecond > 0 && (m_pace.orders == 0 || m_orders < m_pace.orders) && m_nextOrder <= now) {
        buy(m_nextOrder);
        const double wait = -std::log(1 - m_dice.roll()) / m_pace.ordersPerSecond; // as customers come: at random
        m_nextOrder = m_nextOrder.addMSecs(std::max(1LL, std::llround(wait * 1000)));
    }
    for (OrderEvent& event : m_payouts.paid(now))
        plan(std::move(event));
    std::vector<QByteArray> events;
    while (!m_planned.empty() && m_planned.top().at <= now) {
        const Planned next = m_planned.top();
        m_planned.pop();
        if (!strays(next))
            events.push_back(cloudEvent(next.event));
        if (next.at == next.event.at) // it has happened, whether anybody hears of it or not
            follow(next.event);
    }
    return events;
}

bool Seller::strays(const Planned& planned)
{
    if (planned.certain)
        return false;
    const std::string system = planned.event.source.sliced(1).toStdString();
    const auto rule = std::find_if(m_webhooks.begin(), m_webhooks.end(), [&system](const WebhookRule& candidate) {
        return std::find(candidate.from.begin(), candidate.from.end(), system) != candidate.from.end();
    });
    if (rule == m_webhooks.end())
        return false;
    Dice dice = diceFor("webhook", planned.event.step + planned.event.outcome + planned.event.orderKey);
    const double roll = dice.roll();
    if (roll >= rule->lost && roll < rule->lost + rule->late)
        m_planned.push(
            {planned.at.addMSecs(std::max(1LL, std::llround(rule->delay.draw(dice) * 1000))), planned.event, true});
    return roll < rule->lost + rule->late;
}

void Seller::buy(const QDateTime& at)
{
    const SalesChannel& channel = drawChannel(m_dice);
    const QString key = orderKey(channel, m_run, ++m_numbers);
    ++m_orders;
    Dice dice = diceFor("basket", key);
    const Sale sale = drawSale(channel, key, at, dice);
    m_deals.insert(key, {&channel, sale.total(), sale.total(0)});
    for (OrderEvent& event : saleEvents(sale))
        plan(std::move(event), true);
}

void Seller::follow(const OrderEvent& event)
{
    const auto deal = m_deals.constFind(event.orderKey);
    if (deal == m_deals.constEnd())
        return;
    const bool delivered = event.step == "delivery_confirmation"_L1;
    const bool sold = event.step == "order_captured"_L1 && deal->channel->isStore();
    if (sold || (delivered && deal->channel->isMarketplace()))
        m_payouts.add(deal->channel->payer(), event.orderKey, deal->total, event.at);
    if (sold || delivered || event.step == "collection"_L1)
        maybeSendBack(event.orderKey, *deal, event.at);
}

void Seller::maybeSendBack(const QString& orderKey, const Deal& deal, const QDateTime& at)
{
    Dice dice = diceFor("send back", orderKey);
    if (!dice.happens(0.12))
        return;
    const bool store = deal.channel->isStore();
    const bool goodwill = !store && dice.happens(0.1); // the customer may keep it
    const QString number = u'R' + orderKey.section(u'-', -1);
    const QString scope = (goodwill ? u"refund/"_s : u"return/"_s) + number;
    const QDateTime when = later(at, dice.between(60, 300));
    OrderEvent requested{when, u"return_requested"_s, {}, u"/shop"_s, orderKey, scope, {}};
    const bool keepsTheRest = dice.happens(0.5);
    requested.data = {{"refund", moneyJson(keepsTheRest ? deal.firstLine : deal.total)}};
    requested.withMessage(goodwill ? u"Goodwill: arrived damaged"_s : u"Does not fit"_s);
    plan(requested.withReference(u"shop"_s, u"return"_s, number));
    plan("return_authorized", "/shop", orderKey, scope, when);
    if (store) { // over the counter
        plan("return_received", "/store", orderKey, scope, when);
        plan("inspection", "/store", orderKey, scope, when);
    }
}
