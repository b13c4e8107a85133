// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/timescale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array<qint64, 18> roundSteps{second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
    minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour,
    12 * hour, day};
constexpr std::array<int, 9> roundDays{1, 2, 3, 7, 14, 30, 91, 182, 365};

/// How much room a stretch of time gets when long ones are shortened.
qreal evenWeight(qint64 milliseconds)
{
    return 2.0 + std::log2(1.0 + double(milliseconds) / double(minute));
}

qint64 stepFor(const TimeScale& scale, qreal spacing)
{
    const QList<QDateTime> ends = scale.moments();
    const qreal width = std::max(1.0, scale.right() - scale.left());
    const qreal perPixel = qreal(ends.constFirst().msecsTo(ends.constLast())) / width;
    const auto wanted = qint64(std::ceil(perPixel * spacing));
    for (const qint64 step : roundSteps) {
        if (step >= wanted)
            return step;
    }
    for (const int days : roundDays) {
        if (days * day >= wanted)
            return days * day;
    }
    return (wanted / (365 * day) + 1) * 365 * day;
}

/// Round moments at or after `from`, in the zone; days are stepped by the calendar, so that they start at midnight also
/// where the clocks are changed.
QList<QDateTime> roundMoments(const QDateTime& from, const QDateTime& to, qint64 step, const QTimeZone& zone)
{
    QList<QDateTime> moments;
    constexpr int enough = 2000;
    const QDateTime local = from.toTimeZone(zone);
    if (step >= day) {
        const auto days = step / day;
        QDate date = local.date();
        date = date.addDays(-(date.toJulianDay() % days));
        for (; moments.size() < enough; date = date.addDays(days)) {
            const QDateTime moment = date.startOfDay(zone);
            if (moment > to)
                break;
            if (moment >= from)
                moments.append(moment);
        }
        return moments;
    }
    QDateTime moment = local.date().startOfDay(zone);
    moment = moment.addMSecs(moment.msecsTo(from) / step * step);
    for (; moment <= to && moments.size() < enough; moment = moment.addMSecs(step)) {
        if (moment >= from)
            moments.append(moment);
    }
    return moments;
}

} // namespace

TimeScale TimeScale::proportional(const QDateTime& from, const QDateTime& to, qreal left, qreal right)
{
    TimeScale scale;
    const qint64 start = from.toMSecsSinceEpoch();
    scale.m_times = {start, std::max(to.toMSecsSinceEpoch(), start + second)};
    scale.m_places = {left, std::max(right, left + 1)};
    return scale;
}

TimeScale TimeScale::even(QList<QDateTime> moments, qreal left, qreal right)
{
    TimeScale scale;
    scale.m_proportional = false;
    std::sort(moments.begin(), moments.end());
    for (const QDateTime& moment : std::as_const(moments)) {
        const qint64 time = moment.toMSecsSinceEpoch();
        if (scale.m_times.isEmpty() || time - scale.m_times.constLast() >= second)
            scale.m_times.append(time);
    }
    if (scale.m_times.size() < 2) {
        const qint64 start = scale.m_times.isEmpty() ? 0 : scale.m_times.constFirst();
        scale.m_times = {start, start + minute};
    }
    qreal total = 0;
    for (qsizetype i = 1; i < scale.m_times.size(); ++i)
        total += evenWeight(scale.m_times.at(i) - scale.m_times.at(i - 1));
    const qreal width = std::max(1.0, right - left);
    qreal used = 0;
    scale.m_places = {left};
    for (qsizetype i = 1; i < scale.m_times.size(); ++i) {
        used += evenWeight(scale.m_times.at(i) - scale.m_times.at(i - 1));
        scale.m_places.append(left + width * used / total);
    }
    return scale;
}

qreal TimeScale::xOf(const QDateTime& moment) const
{
    if (m_times.isEmpty() || !moment.isValid())
        return left();
    const qint64 time = moment.toMSecsSinceEpoch();
    const auto next = std::upper_bound(m_times.begin(), m_times.end(), time);
    if (next == m_times.begin())
        return m_places.constFirst();
    if (next == m_times.end())
        return m_places.constLast();
    const auto i = next - m_times.begin();
    const qreal part = qreal(time - m_times.at(i - 1)) / qreal(m_times.at(i) - m_times.at(i - 1));
    return m_places.at(i - 1) + part * (m_places.at(i) - m_places.at(i - 1));
}

QDateTime TimeScale::momentAt(qreal x) const
{
    if (m_times.isEmpty())
        return {};
    const auto next = std::upper_bound(m_places.begin(), m_places.end(), x);
    qint64 time = 0;
    if (next == m_places.begin()) {
        time = m_times.constFirst();
    } else if (next == m_places.end()) {
        time = m_times.constLast();
    } else {
        const auto i = next - m_places.begin();
        const qreal part = (x - m_places.at(i - 1)) / (m_places.at(i) - m_places.at(i - 1));
        time = m_times.at(i - 1) + qRound64(part * qreal(m_times.at(i) - m_times.at(i - 1)));
    }
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

QList<QDateTime> TimeScale::moments() const
{
    QList<QDateTime> moments;
    moments.reserve(m_times.size());
    for (const qint64 time : m_times)
        moments.append(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC));
    return moments;
}

QList<TimeTick> timeTicks(const TimeScale& scale, qreal from, qreal to, qreal spacing, const QTimeZone& zone)
{
    QList<QDateTime> moments = scale.moments();
    if (moments.size() < 2)
        return {};
    if (scale.isProportional())
        moments = roundMoments(scale.momentAt(from), scale.momentAt(to), stepFor(scale, spacing), zone);
    QList<TimeTick> ticks;
    QDate lastDay;
    for (const QDateTime& moment : std::as_const(moments)) {
        const qreal x = scale.xOf(moment);
        if (x < from || x > to || (!ticks.isEmpty() && x - ticks.constLast().x < spacing))
            continue;
        const QDate date = moment.toTimeZone(zone).date();
        ticks.append({x, moment, date != lastDay});
        lastDay = date;
    }
    return ticks;
}
