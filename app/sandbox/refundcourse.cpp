// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/refundcourse.h"

#include "app/sandbox/dice.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Turn
{
    double share; ///< of the time it takes
    const char* outcome;
    const char* state;
    const char* message;
};

std::vector<Turn> turnsOf(RefundCourse course)
{
    const Turn pending{0.05, "started", "pending", nullptr};
    const Turn action{0.05, "started", "requires_action", "The customer has to name a bank account"};
    const Turn failed{0.6, "failed", "failed", "The refund failed: expired_or_canceled_card"};
    const Turn succeeded{1, "", "succeeded", nullptr};
    switch (course) {
    case RefundCourse::AtOnce:
        return {succeeded};
    case RefundCourse::Pending:
        return {pending, succeeded};
    case RefundCourse::ActionFirst:
        return {action, {0.5, "started", "pending", nullptr}, succeeded};
    case RefundCourse::FailedOnce:
        return {pending, failed, succeeded};
    case RefundCourse::Failed:
        return {pending, failed};
    case RefundCourse::Cancelled:
        return {action, {1, "failed", "canceled", "The refund was cancelled: no bank account was named"}};
    case RefundCourse::Open:
        break;
    }
    return {pending};
}

} // namespace

RefundCourse drawGoodRefundCourse(Dice& dice)
{
    const double roll = dice.roll();
    return roll < 0.2 ? RefundCourse::AtOnce
        : roll < 0.8  ? RefundCourse::Pending
        : roll < 0.92 ? RefundCourse::ActionFirst
                      : RefundCourse::FailedOnce;
}

RefundCourse drawRefundCourse(Dice& dice)
{
    const double roll = dice.roll();
    return roll < 0.06 ? RefundCourse::Failed
        : roll < 0.1   ? RefundCourse::Cancelled
        : roll < 0.13  ? RefundCourse::Open
                       : drawGoodRefundCourse(dice);
}

std::vector<OrderEvent> refundEvents(RefundCourse course, const QString& payer, const QString& orderKey,
    const QString& scope, const Money& amount, const QDateTime& from, const QDateTime& until)
{
    std::vector<OrderEvent> events;
    for (const Turn& turn : turnsOf(course)) {
        OrderEvent event{from.addMSecs(std::llround(turn.share * double(from.msecsTo(until)))), u"refund_settled"_s,
            QString::fromLatin1(turn.outcome), u'/' + payer, orderKey, scope, {}};
        event.data = {{"refund", moneyJson(amount)}};
        event.data["refund"]["state"] = turn.state;
        if (turn.message != nullptr)
            event.withMessage(QString::fromLatin1(turn.message));
        events.push_back(std::move(event));
    }
    return events;
}
