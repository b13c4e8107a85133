// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordersentence.h"

#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// What the wait for a step is called. One whole sentence per step, since no language puts these together like another.
struct Wait
{
    const char* step;
    const char* system; ///< the first of a step counts when nobody knows the system
    const char* text; ///< %1 is a span such as "3 h 12 min"
};

constexpr std::array<Wait, 37> waits{{
    {"order_captured", "shop", QT_TRANSLATE_NOOP("Waiting", "Waiting for the shop to report the order for %1")},
    {"order_captured", "pos", QT_TRANSLATE_NOOP("Waiting", "Waiting for the point of sale to report the sale for %1")},
    {"order_captured", "marketplace",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the marketplace to report the order for %1")},
    {"validation", "middleware", QT_TRANSLATE_NOOP("Waiting", "Waiting for the order to be validated for %1")},
    {"acceptance", "shop", QT_TRANSLATE_NOOP("Waiting", "Waiting for us to accept the marketplace's order for %1")},
    {"fraud_screening", "fraud", QT_TRANSLATE_NOOP("Waiting", "Waiting for the fraud check to decide for %1")},
    {"payment_authorization", "psp",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the payment provider to authorize the payment for %1")},
    {"payment_authorization", "marketplace",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the marketplace to approve the payment for %1")},
    {"inventory_reservation", "inventory",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the inventory to reserve the stock for %1")},
    {"erp_order_creation", "erp", QT_TRANSLATE_NOOP("Waiting", "Waiting for the ERP to create the order for %1")},
    {"fulfillment_routing", "wms",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the warehouse to accept the order for %1")},
    {"fulfillment_routing", "store", QT_TRANSLATE_NOOP("Waiting", "Waiting for the store to accept the order for %1")},
    {"shipment_confirmation", "wms",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the warehouse to confirm the shipment for %1")},
    {"goods_issue_posting", "erp", QT_TRANSLATE_NOOP("Waiting", "Waiting for the ERP to post the goods issue for %1")},
    {"shop_fulfillment_update", "shop",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the shop to show the shipment for %1")},
    {"marketplace_shipment_update", "marketplace",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the marketplace to learn of the shipment for %1")},
    {"ready_for_pickup", "store",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the store to get the goods ready for pickup for %1")},
    {"collection", "store", QT_TRANSLATE_NOOP("Waiting", "Waiting for the customer to collect the goods for %1")},
    {"delivery_confirmation", "carrier",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the carrier to confirm the delivery for %1")},
    {"payment_capture", "psp",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the payment provider to capture the payment for %1")},
    {"invoice", "erp", QT_TRANSLATE_NOOP("Waiting", "Waiting for the ERP to post the invoice for %1")},
    {"customer_notification", "crm", QT_TRANSLATE_NOOP("Waiting", "Waiting for the customer to be notified for %1")},
    {"stock_posting", "inventory", QT_TRANSLATE_NOOP("Waiting", "Waiting for the inventory to post the sale for %1")},
    {"settlement_receipt", "psp",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the payment provider to settle the payment for %1")},
    {"settlement_receipt", "marketplace",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the marketplace to settle the payment for %1")},
    {"settlement_posting", "finance",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for finance to post the settlement for %1")},
    {"return_requested", "shop", QT_TRANSLATE_NOOP("Waiting", "Waiting for the shop to report the return for %1")},
    {"return_authorized", "shop", QT_TRANSLATE_NOOP("Waiting", "Waiting for the shop to authorize the return for %1")},
    {"return_received", "wms", QT_TRANSLATE_NOOP("Waiting", "Waiting for the returned goods to arrive for %1")},
    {"inspection", "wms", QT_TRANSLATE_NOOP("Waiting", "Waiting for the warehouse to inspect the return for %1")},
    {"restock_posted", "inventory",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the inventory to post the returned goods for %1")},
    {"refund_issued", "shop", QT_TRANSLATE_NOOP("Waiting", "Waiting for the shop to issue the refund for %1")},
    {"refund_settled", "psp",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the payment provider to pay the refund for %1")},
    {"refund_settled", "marketplace",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the marketplace to pay the refund for %1")},
    {"credit_memo_posted", "erp", QT_TRANSLATE_NOOP("Waiting", "Waiting for the ERP to post the credit memo for %1")},
    {"credit_memo_posted", "finance",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for finance to post the credit memo for %1")},
    {"refund_notification", "crm",
        QT_TRANSLATE_NOOP("Waiting", "Waiting for the customer to be told of the refund for %1")},
}};

/// Everything that the sentence is made of, from a detail or from a list's row.
struct Facts
{
    const Order& order;
    QString step{}; ///< title
    QString system{};
    QString message{};
    QDateTime startedAt{};
    QDateTime failedAt{};
    QDateTime dueAt{};
    bool nameScope = false;
    qint64 normSeconds = 0;
    qint64 normSamples = 0;
};

const Wait* findWait(const QString& step, const QString& system)
{
    const Wait* first = nullptr;
    for (const Wait& wait : waits) {
        if (step != QLatin1StringView(wait.step))
            continue;
        if (system == QLatin1StringView(wait.system))
            return &wait;
        if (!first)
            first = &wait;
    }
    // another system than those we have words for owes the step: then the general words are the honest ones
    return system.isEmpty() ? first : nullptr;
}

QString waitingClause(const Facts& facts, const QDateTime& now, const QLocale& locale)
{
    if (!facts.order.waitingSince.isValid())
        return QCoreApplication::translate("Waiting", "Waiting for \"%1\"", "%1 is a step").arg(facts.step);
    const QString span = formatDuration(std::max<qint64>(facts.order.waitingSince.secsTo(now), 0), locale);
    if (const Wait* wait = findWait(facts.order.waitingStep, facts.system))
        return QCoreApplication::translate("Waiting", wait->text).arg(span);
    if (facts.system.isEmpty())
        return QCoreApplication::translate("Waiting", "Waiting for \"%1\" for %2", "a step, a span")
            .arg(facts.step, span);
    return QCoreApplication::translate("Waiting", "Waiting for \"%1\" (%2) for %3", "a step, a system, a span")
        .arg(facts.step, systemTitle(facts.system), span);
}

QString failedClause(const Facts& facts, const QDateTime& now, const QLocale& locale)
{
    QString message = facts.message.simplified();
    while (message.endsWith(u'.'))
        message.chop(1);
    const QDateTime& since = facts.failedAt.isValid() ? facts.failedAt : facts.order.waitingSince;
    if (!since.isValid())
        return message.isEmpty()
            ? QCoreApplication::translate("Waiting", "\"%1\" failed", "%1 is a step").arg(facts.step)
            : QCoreApplication::translate("Waiting", "\"%1\" failed: %2", "a step, an error").arg(facts.step, message);
    const QString span = formatDuration(std::max<qint64>(since.secsTo(now), 0), locale);
    return message.isEmpty()
        ? QCoreApplication::translate("Waiting", "\"%1\" failed %2 ago", "a step, a span").arg(facts.step, span)
        : QCoreApplication::translate("Waiting", "\"%1\" failed %2 ago: %3", "a step, a span, an error")
              .arg(facts.step, span, message);
}

QString joined(const QString& before, const QString& after)
{
    return QCoreApplication::translate("Waiting", "%1; %2", "two parts of a sentence").arg(before, after);
}

QString finished(const QString& clause)
{
    return QCoreApplication::translate("Waiting", "%1.", "ends a sentence").arg(clause);
}

/// "normal is 9 min", once enough orders have passed the step to call anything normal.
QString withNorm(const QString& clause, const Facts& facts, const QLocale& locale)
{
    constexpr qint64 enoughSamples = 5;
    if (facts.normSamples < enoughSamples)
        return clause;
    return joined(clause,
        QCoreApplication::translate("Waiting", "normal is %1", "usual length of a step: 9 min")
            .arg(formatDuration(facts.normSeconds, locale)));
}

QString withTarget(const QString& clause, const Facts& facts, const QDateTime& now, const QLocale& locale)
{
    if (!facts.dueAt.isValid())
        return clause;
    const qint64 overdue = facts.dueAt.secsTo(now);
    if (now > facts.dueAt)
        return joined(clause,
            QCoreApplication::translate("Waiting", "overdue by %1", "%1 is a span")
                .arg(formatDuration(overdue, locale)));
    if (targetState(facts.order, now) == TargetState::DueSoon)
        return joined(clause,
            QCoreApplication::translate("Waiting", "due in %1", "%1 is a span").arg(formatDuration(overdue, locale)));
    return clause;
}

QString openSentence(const Facts& facts, const QDateTime& now, const QLocale& locale)
{
    QString clause;
    if (facts.order.waitingState == MilestoneState::Failed) {
        clause = failedClause(facts, now, locale);
    } else {
        clause = waitingClause(facts, now, locale);
        if (facts.order.waitingState == MilestoneState::InProgress && facts.startedAt.isValid())
            clause = joined(clause,
                QCoreApplication::translate("Waiting", "begun %1 ago", "a system has begun with the step, %1 is a span")
                    .arg(formatDuration(std::max<qint64>(facts.startedAt.secsTo(now), 0), locale)));
        clause = withNorm(clause, facts, locale);
    }
    if (facts.nameScope)
        clause = QCoreApplication::translate("Waiting", "%1: %2", "Shipment 2: waiting for ...")
                     .arg(scopeTitle(facts.order.waitingScope), clause);
    return finished(withTarget(clause, facts, now, locale));
}

QString cancelledSentence(const Order& order, const QLocale& locale)
{
    if (!order.cancelledAt.isValid())
        return QCoreApplication::translate("Waiting", "The order was cancelled.");
    return QCoreApplication::translate("Waiting", "The order was cancelled on %1.")
        .arg(minuteText(order.cancelledAt, locale));
}

QString doneSentence(const Order& order)
{
    if (order.lateCount > 0)
        return QCoreApplication::translate("Waiting", "Everything is done; %n step(s) were late.", "", order.lateCount);
    return QCoreApplication::translate("Waiting", "Everything is done, nothing was late.");
}

QString restSentence(const Order& order)
{
    switch (order.sync) {
    case SyncState::Done:
        return doneSentence(order);
    case SyncState::Unknown:
        return QCoreApplication::translate(
            "Waiting", "Nobody knows: no connected system reports on the steps that are left.");
    case SyncState::Waiting:
    case SyncState::Failed:
    case SyncState::Cancelled:
        break;
    }
    return QCoreApplication::translate("Waiting", "Nothing is open at the moment: %1 of %2 steps are reached.")
        .arg(order.doneCount)
        .arg(order.stepCount);
}

QString sentence(const Facts& facts, const QDateTime& now, const QLocale& locale)
{
    const Order& order = facts.order;
    const bool open = !order.waitingStep.isEmpty();
    if (order.sync == SyncState::Cancelled) {
        QString cancelled = cancelledSentence(order, locale);
        if (!open) // a refund may still be due after a cancellation
            return cancelled;
        return QCoreApplication::translate("Waiting", "%1 %2", "two sentences")
            .arg(cancelled, openSentence(facts, now, locale));
    }
    return open ? openSentence(facts, now, locale) : restSentence(order);
}

/// Whether the order has more than one thing of that kind, so that its name matters.
bool hasSiblings(const OrderDetail& detail, const QString& scope)
{
    const QString kind = scope.first(scope.indexOf(u'/') + 1);
    return std::any_of(detail.milestones.begin(), detail.milestones.end(), [&](const Milestone& milestone) {
        return !kind.isEmpty() && milestone.scope != scope && milestone.scope.startsWith(kind);
    });
}

} // namespace

QString waitingSentence(const OrderDetail& detail, const QDateTime& now, const QLocale& locale)
{
    const Order& order = detail.order;
    Facts facts{order};
    const ProcessStep* step = detail.process.find(order.waitingStep);
    if (!step)
        step = detail.returnProcess.find(order.waitingStep);
    facts.step = stepTitle(order.waitingStep, step ? step->title : QString());
    facts.system = step ? step->system : QString();
    facts.dueAt = order.nextDueAt;
    const auto milestone = std::find_if(detail.milestones.begin(), detail.milestones.end(),
        [&order](const Milestone& m) { return m.step == order.waitingStep && m.scope == order.waitingScope; });
    if (milestone != detail.milestones.end()) {
        facts.message = milestone->message;
        facts.startedAt = milestone->startedAt;
        facts.failedAt = milestone->failedAt;
        facts.dueAt = milestone->dueAt;
    }
    facts.nameScope = hasSiblings(detail, order.waitingScope);
    const StepNorm norm = detail.norms.value(order.waitingStep);
    facts.normSeconds = norm.medianSeconds;
    facts.normSamples = norm.samples;
    return sentence(facts, now, locale);
}

QString waitingSentence(const Order& order, const QDateTime& now, const QLocale& locale)
{
    Facts facts{order};
    facts.step = stepTitle(order.waitingStep);
    facts.dueAt = order.nextDueAt;
    return sentence(facts, now, locale);
}
