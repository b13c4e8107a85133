// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ordertexts.h"

#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"

#include <QCoreApplication>

QString waitingTimeText(const Order& order, const QDateTime& now, const QLocale& locale)
{
    if (order.waitingStep.isEmpty() || !order.waitingSince.isValid())
        return {};
    return formatDuration(std::max<qint64>(0, order.waitingSince.secsTo(now)), locale);
}

QString dueText(const Order& order, const QDateTime& now, const QLocale& locale)
{
    if (!order.nextDueAt.isValid())
        return {};
    const qint64 left = now.secsTo(order.nextDueAt);
    const QString span = formatDuration(std::abs(left), locale);
    if (now <= order.nextDueAt)
        return QCoreApplication::translate("OrderTexts", "in %1", "due in a duration, such as: in 12 min").arg(span);
    return QCoreApplication::translate("OrderTexts", "%1 late", "overdue by a duration, such as: 2 h late").arg(span);
}

QString waitingForText(const Order& order)
{
    if (order.waitingStep.isEmpty())
        return {};
    const QString step = stepTitle(order.waitingStep);
    if (order.waitingScope.isEmpty())
        return step;
    return QCoreApplication::translate(
        "OrderTexts", "%1 (%2)", "a step and what of the order it is about: Invoiced (Shipment 2)")
        .arg(step, scopeTitle(order.waitingScope));
}

ItemRoles::Emphasis dueEmphasis(const Order& order, const QDateTime& now)
{
    switch (targetState(order, now)) {
    case TargetState::Breached:
        return ItemRoles::Emphasis::Bad;
    case TargetState::DueSoon:
        return ItemRoles::Emphasis::Warning;
    case TargetState::None:
    case TargetState::OnTime:
    case TargetState::MetLate:
        return ItemRoles::Emphasis::Secondary;
    }
    return ItemRoles::Emphasis::Secondary;
}
