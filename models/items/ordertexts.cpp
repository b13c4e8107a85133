// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ordertexts.h"
#include "models/domain/timetext.h"

#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// Seconds tell nothing when minutes are many.
QString spanText(qint64 seconds, const QLocale& locale)
{
    constexpr qint64 fewMinutes = 300;
    return formatDuration(seconds, locale, seconds < fewMinutes || seconds >= 3600 ? 2 : 1);
}

QString withoutYear(QString format)
{
    // the separator that the year leaves at an end goes with it; "dd.MM." keeps its last dot
    static const QRegularExpression atEnd(u"[\\s/,\\-]*y+[^dM]*$"_s);
    static const QRegularExpression atStart(u"^[^dM]*y+[^dM]*"_s);
    format.remove(atEnd);
    format.remove(atStart);
    return format;
}

} // namespace

QString momentText(const QDateTime& moment, const QDateTime& now, const QLocale& locale)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QDate today = now.toLocalTime().date();
    QString time = locale.toString(local.time(), locale.timeFormat(QLocale::ShortFormat));
    if (local.date() == today)
        return time;
    const QString format = dateFormat(locale);
    const bool thisYear = local.date().year() == today.year();
    return locale.toString(local.date(), thisYear ? withoutYear(format) : format) + u' ' + time;
}

QString placedText(const Order& order, const QDateTime& now, const QLocale& locale)
{
    return momentText(order.placedAt, now, locale);
}

QString waitingTimeText(const Order& order, const QDateTime& now, const QLocale& locale)
{
    if (order.waitingStep.isEmpty() || !order.waitingSince.isValid())
        return {};
    return spanText(std::max<qint64>(0, order.waitingSince.secsTo(now)), locale);
}

QString dueText(const Order& order, const QDateTime& now, const QLocale& locale)
{
    return dueText(order.nextDueAt, now, locale);
}

QString dueText(const QDateTime& due, const QDateTime& now, const QLocale& locale)
{
    if (!due.isValid())
        return {};
    const QString span = spanText(std::abs(now.secsTo(due)), locale);
    if (now <= due)
        return QCoreApplication::translate("OrderTexts", "in %1", "due in a duration, such as: in 12 min").arg(span);
    return QCoreApplication::translate("OrderTexts", "%1 late", "overdue by a duration, such as: 2 h late").arg(span);
}

QString waitingForText(const Order& order)
{
    if (order.waitingStep.isEmpty())
        return {};
    QString step = stepTitle(order.waitingStep);
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
