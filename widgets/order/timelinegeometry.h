// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/milestonerow.h"
#include "widgets/order/timescale.h"

#include <QList>
#include <QRectF>
#include <QString>

#include <optional>

namespace TimelineLayouts {
Q_NAMESPACE
/// How time runs along the timeline.
enum class TimelineLayout {
    ToScale, ///< an hour is as wide as any other
    EvenSteps ///< long waits are shortened, so that short steps can be seen next to them
};
Q_ENUM_NS(TimelineLayout)
} // namespace TimelineLayouts
using TimelineLayouts::TimelineLayout;

/// A piece of a step's bar.
struct TimelineSegment
{
    enum class Kind {
        Window, ///< the time that the target allows: from eligible to due
        Worked, ///< from eligible to reached, as far as in time
        Late, ///< the part of it past due
        Waiting, ///< still open, not past due
        Absent, ///< past due and nothing came
        Expected, ///< to come, at the usual pace
        Early ///< reached before it could start: from there to eligible
    };
    Kind kind = Kind::Worked;
    QRectF rect;

    friend bool operator==(const TimelineSegment&, const TimelineSegment&) = default;
};

/// A moment of a step.
struct TimelineMark
{
    enum class Kind { Reached, Reversed, Failed, Started };
    Kind kind = Kind::Reached;
    qreal x = 0;

    friend bool operator==(const TimelineMark&, const TimelineMark&) = default;
};

/// A step as it lies on the timeline. `idle`: nothing to draw but a note, since it is not known or does not apply.
struct TimelineShape
{
    int row = 0; ///< in the list given
    QRectF cell; ///< the step's full line
    QList<TimelineSegment> segments; ///< back to front
    QList<TimelineMark> marks;
    bool idle = false;
    qreal left = 0; ///< ends of what is drawn, for placing the label
    qreal right = 0;

    std::optional<QRectF> find(TimelineSegment::Kind kind) const;
};

/// The steps of one system.
struct TimelineLane
{
    QString system;
    qreal top = 0;
    qreal height = 0;
    QList<int> rows;
};

struct TimelineMetrics
{
    qreal rowHeight = 24;
    qreal laneGap = 5;
    qreal barHeight = 10;
    qreal padding = 14; ///< free at both ends
    qreal labelRoom = 96; ///< free at the end, for the label of the last step
};

/// Where everything on a timeline lies, without a window: lanes from top to bottom in the order of the process, steps
/// in them, bars along the scale. A plain value.
struct TimelineGeometry
{
    TimeScale scale;
    QList<TimelineLane> lanes;
    QList<TimelineShape> shapes; ///< from top to bottom
    std::optional<qreal> nowX; ///< only while something is open or to come
    qreal width = 0;
    qreal height = 0;

    /// Index in `shapes` of the line at y, or -1.
    int shapeAt(qreal y) const;
    /// Index in `shapes` of a row, or -1.
    int shapeOf(int row) const;
};

TimelineGeometry layoutTimeline(const QList<MilestoneRow>& rows, const QDateTime& now, TimelineLayout layout,
    qreal width, const TimelineMetrics& metrics = {});

/// To scale, unless that makes many of the steps too short to see.
TimelineLayout suggestedLayout(const QList<MilestoneRow>& rows, const QDateTime& now);

/// The rows by the time at which they began or will; those without any time come last.
QList<int> rowsInTimeOrder(const QList<MilestoneRow>& rows);
