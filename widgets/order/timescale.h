// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QTimeZone>

/// Maps moments to places on a line and back, monotonically: in proportion, or with long waits drawn shorter so that
/// steps of seconds next to waits of days can still be told apart. A plain value.
class TimeScale
{
public:
    TimeScale() = default;

    static TimeScale proportional(const QDateTime& from, const QDateTime& to, qreal left, qreal right);
    /// Every stretch between neighbouring moments gets some room, longer ones more, but only by the logarithm.
    static TimeScale even(QList<QDateTime> moments, qreal left, qreal right);

    bool isProportional() const { return m_proportional; }
    qreal left() const { return m_places.isEmpty() ? 0 : m_places.constFirst(); }
    qreal right() const { return m_places.isEmpty() ? 0 : m_places.constLast(); }
    /// Moments outside of the scale lie at its ends.
    qreal xOf(const QDateTime& moment) const;
    QDateTime momentAt(qreal x) const;
    /// The moments between which the scale is straight, in order.
    QList<QDateTime> moments() const;

private:
    QList<qint64> m_times; ///< milliseconds since the epoch, ascending, unique
    QList<qreal> m_places;
    bool m_proportional = true;
};

/// A mark on the axis.
struct TimeTick
{
    qreal x = 0;
    QDateTime moment;
    bool newDay = false; ///< first mark of its day: the date is worth saying

    friend bool operator==(const TimeTick&, const TimeTick&) = default;
};

/// Marks between two places, at least `spacing` apart: at round times of the zone when the scale is proportional, else
/// at the moments that the scale is made of.
QList<TimeTick> timeTicks(const TimeScale& scale, qreal from, qreal to, qreal spacing, const QTimeZone& zone);
