// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/worktime.h"

#include "app/sandbox/dice.h"
#include "models/domain/isoduration.h"
#include "models/domain/process.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr double minutes = 60;
constexpr double hours = 60 * minutes;

Delay usualDelay(const QString& step)
{
    static const QHash<QString, Delay> delays{
        {u"validation"_s, {4, 30}},
        {u"acceptance"_s, {2 * minutes, 30 * minutes}},
        {u"fraud_screening"_s, {20, 5 * minutes}},
        {u"payment_authorization"_s, {3, 40}},
        {u"inventory_reservation"_s, {5, 60}},
        {u"erp_order_creation"_s, {40, 7 * minutes}},
        {u"fulfillment_routing"_s, {30, 10 * minutes}},
        {u"shipment_confirmation"_s, {3 * hours, 9 * hours}},
        {u"goods_issue_posting"_s, {minutes, 15 * minutes}},
        {u"shop_fulfillment_update"_s, {20, 7 * minutes}},
        {u"marketplace_shipment_update"_s, {minutes, 15 * minutes}},
        {u"customer_notification"_s, {10, 5 * minutes}},
        {u"delivery_confirmation"_s, {15 * hours, 26 * hours}},
        {u"ready_for_pickup"_s, {35 * minutes, hours}},
        {u"collection"_s, {5 * hours, 30 * hours}},
        {u"payment_capture"_s, {15, 10 * minutes}},
        {u"stock_posting"_s, {20, 10 * minutes}},
        {u"invoice"_s, {15 * minutes, 3 * hours}},
        {u"settlement_posting"_s, {1 * hours, 5 * hours}},
        {u"return_requested"_s, {8 * hours, 20 * hours}},
        {u"return_authorized"_s, {20 * minutes, 5 * hours}},
        {u"return_received"_s, {16 * hours, 30 * hours}},
        {u"inspection"_s, {3 * hours, 6 * hours}},
        {u"restock_posted"_s, {minutes, 15 * minutes}},
        {u"refund_issued"_s, {5 * minutes, 3 * hours}},
        {u"refund_settled"_s, {8 * hours, 20 * hours}},
        {u"credit_memo_posted"_s, {30 * minutes, 4 * hours}},
        {u"refund_notification"_s, {20, 5 * minutes}},
    };
    return delays.value(step, {minutes, 10 * minutes});
}

double targetSeconds(const ProcessStep& step)
{
    return double(secondsOfIsoDuration(step.target).value_or(0));
}

} // namespace

double usualSeconds(const ProcessStep& step, Dice& dice)
{
    const Delay delay = usualDelay(step.step);
    const double seconds = std::min(delay.draw(dice), delay.p99);
    const double target = targetSeconds(step);
    return target > 0 ? std::min(seconds, 0.75 * target) : seconds;
}

bool hasPlainTarget(const ProcessStep& step)
{
    return step.calendar == "always"_L1 && targetSeconds(step) > 0;
}

double lateSeconds(const ProcessStep& step, Dice& dice)
{
    return targetSeconds(step) * dice.between(1.5, 5);
}

bool isLate(const ProcessStep& step, const QDateTime& eligible, const QDateTime& at, const QDateTime& promised)
{
    if (step.target == "promise"_L1)
        return promised.isValid() && at > promised;
    return hasPlainTarget(step) && double(eligible.msecsTo(at)) > targetSeconds(step) * 1000;
}

QDateTime atWork(const QString& step, const QDateTime& at, Dice& dice)
{
    static const QStringList byHand{u"shipment_confirmation"_s, u"delivery_confirmation"_s, u"ready_for_pickup"_s,
        u"collection"_s, u"return_received"_s, u"inspection"_s};
    if (!byHand.contains(step))
        return at;
    static const QTimeZone zone("Europe/Berlin");
    QDateTime local = at.toTimeZone(zone);
    const auto closed = [&local] {
        return local.date().dayOfWeek() == Qt::Sunday || local.time().hour() < 7 || local.time().hour() >= 21;
    };
    if (!closed())
        return at;
    if (local.time().hour() >= 7)
        local = local.addDays(1);
    local.setTime(QTime(7, 0));
    if (local.date().dayOfWeek() == Qt::Sunday)
        local = local.addDays(1);
    return local.toUTC().addMSecs(qint64(dice.between(0, 40 * minutes) * 1000));
}

QDateTime payoutAfter(const QDateTime& captured)
{
    const QDateTime ready = captured.toUTC().addSecs(qint64(4 * hours));
    const QDateTime morning(ready.date(), QTime(6, 0), Qt::UTC);
    return morning >= ready            ? morning
        : ready.time() <= QTime(18, 0) ? morning.addSecs(qint64(12 * hours))
                                       : morning.addDays(1);
}

double bustle(bool store, const QByteArray& zone, const QDateTime& at)
{
    // by the hour of the day: asleep, at lunch, on the sofa
    static constexpr std::array<double, 24> online{0.16, 0.08, 0.05, 0.04, 0.05, 0.08, 0.18, 0.3, 0.42, 0.5, 0.55, 0.6,
        0.68, 0.6, 0.52, 0.5, 0.55, 0.62, 0.75, 0.92, 1, 0.95, 0.65, 0.34};
    static constexpr std::array<double, 24> inStore{
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0.3, 0.5, 0.65, 0.8, 0.7, 0.6, 0.65, 0.85, 1, 0.9, 0.5, 0, 0, 0, 0};
    const QDateTime local = at.toTimeZone(QTimeZone(zone));
    const auto hourOfDay = std::size_t(local.time().hour());
    const int weekday = local.date().dayOfWeek();
    if (store)
        return weekday == Qt::Sunday ? 0 : inStore.at(hourOfDay) * (weekday == Qt::Saturday ? 1 : 0.7);
    return online.at(hourOfDay) * (weekday == Qt::Sunday ? 1 : 0.85);
}
