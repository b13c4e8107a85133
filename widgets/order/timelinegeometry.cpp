// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/timelinegeometry.h"

#include <algorithm>

namespace {

using Segment = TimelineSegment::Kind;
using Mark = TimelineMark::Kind;

bool isIdle(const MilestoneRow& row)
{
    const auto state = row.milestone.state;
    return state == MilestoneState::NotApplicable || (state == MilestoneState::Unknown && !row.isReached())
        || (!row.from().isValid() && !row.expectedFrom.isValid());
}

bool isToCome(const MilestoneRow& row)
{
    return row.milestone.isOpen() || row.milestone.state == MilestoneState::Blocked;
}

/// All moments that the scale must hold, and between which an even scale is made.
QList<QDateTime> momentsOf(const QList<MilestoneRow>& rows, const QDateTime& now)
{
    QList<QDateTime> moments;
    const auto add = [&moments](const QDateTime& moment) {
        if (moment.isValid())
            moments.append(moment);
    };
    for (const MilestoneRow& row : rows) {
        if (isIdle(row))
            continue;
        add(row.milestone.failedAt);
        add(row.from());
        if (row.isReached()) {
            add(row.milestone.completedAt);
            if (row.milestone.late)
                add(row.milestone.dueAt); // a target that was kept may end beyond what is shown
        } else if (isToCome(row)) {
            add(now);
            add(row.milestone.dueAt);
            add(row.expectedFrom);
            add(row.expectedTo);
        }
    }
    if (moments.isEmpty())
        moments.append(now);
    return moments;
}

/// Builds the pieces of one step's line.
class ShapeBuilder
{
public:
    ShapeBuilder(const TimeScale& scale, const TimelineMetrics& metrics, TimelineShape& shape)
        : m_scale(scale)
        , m_metrics(metrics)
        , m_shape(shape)
    { }

    void build(const MilestoneRow& row, const QDateTime& now)
    {
        const Milestone& milestone = row.milestone;
        if (milestone.eligibleAt.isValid() && milestone.dueAt.isValid())
            add(Segment::Window, milestone.eligibleAt, milestone.dueAt);
        if (row.isReached())
            addReached(row);
        else if (milestone.isOpen())
            addOpen(row, now);
        else if (milestone.state == MilestoneState::Blocked)
            add(Segment::Expected, row.expectedFrom, row.expectedTo);
        if (milestone.failedAt.isValid() && milestone.state == MilestoneState::Failed)
            addMark(Mark::Failed, milestone.failedAt);
        settle();
    }

private:
    void add(Segment kind, const QDateTime& from, const QDateTime& to)
    {
        if (!from.isValid() || !to.isValid() || to < from)
            return;
        const qreal x = m_scale.xOf(from);
        const qreal width = std::max(m_scale.xOf(to) - x, kind == Segment::Window ? 0.0 : 2.0);
        if (width <= 0)
            return;
        const qreal thickness = kind == Segment::Window ? m_metrics.barHeight + 6
            : kind == Segment::Early                    ? 2
                                                        : m_metrics.barHeight;
        const qreal y = m_shape.cell.center().y() - thickness / 2;
        m_shape.segments.append({kind, QRectF(x, y, width, thickness)});
    }

    /// A stretch of which the part past due is another piece.
    void addSplit(Segment inTime, Segment pastDue, const QDateTime& from, const QDateTime& to, const QDateTime& due)
    {
        if (!due.isValid() || to <= due) {
            add(inTime, from, to);
            return;
        }
        if (from < due)
            add(inTime, from, due);
        add(pastDue, std::max(from, due), to);
    }

    void addReached(const MilestoneRow& row)
    {
        const Milestone& milestone = row.milestone;
        const QDateTime from = row.from();
        if (from <= milestone.completedAt)
            addSplit(Segment::Worked, Segment::Late, from, milestone.completedAt,
                milestone.late ? milestone.dueAt : QDateTime());
        else
            add(Segment::Early, milestone.completedAt, from);
        addMark(milestone.state == MilestoneState::Reversed ? Mark::Reversed : Mark::Reached, milestone.completedAt);
    }

    void addOpen(const MilestoneRow& row, const QDateTime& now)
    {
        const QDateTime from = row.from().isValid() ? row.from() : now;
        addSplit(Segment::Waiting, Segment::Absent, from, std::max(from, now), row.milestone.dueAt);
        if (row.milestone.state == MilestoneState::InProgress && row.milestone.startedAt.isValid())
            addMark(Mark::Started, row.milestone.startedAt);
        if (row.expectedTo.isValid() && row.expectedTo > now)
            add(Segment::Expected, std::max(from, now), row.expectedTo);
    }

    void addMark(Mark kind, const QDateTime& moment) { m_shape.marks.append({kind, m_scale.xOf(moment)}); }

    void settle()
    {
        m_shape.left = m_scale.right();
        m_shape.right = m_scale.left();
        for (const TimelineSegment& segment : std::as_const(m_shape.segments)) {
            m_shape.left = std::min(m_shape.left, segment.rect.left());
            m_shape.right = std::max(m_shape.right, segment.rect.right());
        }
        for (const TimelineMark& mark : std::as_const(m_shape.marks)) {
            m_shape.left = std::min(m_shape.left, mark.x);
            m_shape.right = std::max(m_shape.right, mark.x);
        }
    }

    const TimeScale& m_scale;
    const TimelineMetrics& m_metrics;
    TimelineShape& m_shape;
};

QList<TimelineLane> lanesOf(const QList<MilestoneRow>& rows, const TimelineMetrics& metrics)
{
    QList<TimelineLane> lanes;
    for (int row = 0; row < int(rows.size()); ++row) {
        const QString& system = rows.at(row).system;
        auto lane
            = std::find_if(lanes.begin(), lanes.end(), [&system](const auto& known) { return known.system == system; });
        if (lane == lanes.end())
            lane = lanes.insert(lanes.size(), TimelineLane{system, 0, 0, {}});
        lane->rows.append(row);
    }
    qreal top = 0;
    for (TimelineLane& lane : lanes) {
        lane.top = top;
        lane.height = qreal(lane.rows.size()) * metrics.rowHeight + metrics.laneGap;
        top += lane.height;
    }
    return lanes;
}

} // namespace

std::optional<QRectF> TimelineShape::find(TimelineSegment::Kind kind) const
{
    const auto at
        = std::find_if(segments.begin(), segments.end(), [kind](const auto& segment) { return segment.kind == kind; });
    return at == segments.end() ? std::nullopt : std::optional(at->rect);
}

int TimelineGeometry::shapeAt(qreal y) const
{
    for (int i = 0; i < int(shapes.size()); ++i) {
        const QRectF& cell = shapes.at(i).cell;
        if (y >= cell.top() && y < cell.bottom())
            return i;
    }
    return -1;
}

int TimelineGeometry::shapeOf(int row) const
{
    const auto at = std::find_if(shapes.begin(), shapes.end(), [row](const auto& shape) { return shape.row == row; });
    return at == shapes.end() ? -1 : int(at - shapes.begin());
}

TimelineGeometry layoutTimeline(const QList<MilestoneRow>& rows, const QDateTime& now, TimelineLayout layout,
    qreal width, const TimelineMetrics& metrics)
{
    TimelineGeometry geometry;
    geometry.width = width;
    const qreal left = metrics.padding;
    const qreal right = std::max(left + 1, width - metrics.padding - metrics.labelRoom);
    const QList<QDateTime> moments = momentsOf(rows, now);
    if (layout == TimelineLayout::EvenSteps) {
        geometry.scale = TimeScale::even(moments, left, right);
    } else {
        const auto [from, to] = std::minmax_element(moments.begin(), moments.end());
        geometry.scale = TimeScale::proportional(*from, *to, left, right);
    }
    if (std::any_of(rows.begin(), rows.end(), isToCome))
        geometry.nowX = geometry.scale.xOf(now);

    geometry.lanes = lanesOf(rows, metrics);
    for (const TimelineLane& lane : std::as_const(geometry.lanes)) {
        qreal y = lane.top + metrics.laneGap / 2;
        for (const int row : lane.rows) {
            TimelineShape shape;
            shape.row = row;
            shape.cell = QRectF(0, y, width, metrics.rowHeight);
            shape.idle = isIdle(rows.at(row));
            if (!shape.idle)
                ShapeBuilder(geometry.scale, metrics, shape).build(rows.at(row), now);
            geometry.shapes.append(std::move(shape));
            y += metrics.rowHeight;
        }
        geometry.height = lane.top + lane.height;
    }
    return geometry;
}

TimelineLayout suggestedLayout(const QList<MilestoneRow>& rows, const QDateTime& now)
{
    constexpr qreal typicalWidth = 800;
    constexpr qreal visible = 4;
    const QList<QDateTime> moments = momentsOf(rows, now);
    const auto [from, to] = std::minmax_element(moments.begin(), moments.end());
    const qreal perMillisecond = typicalWidth / qreal(std::max<qint64>(1, from->msecsTo(*to)));
    int bars = 0;
    int tooShort = 0;
    for (const MilestoneRow& row : rows) {
        if (isIdle(row) || !row.from().isValid())
            continue;
        const qint64 length = row.from().msecsTo(row.until(now));
        if (length <= 0)
            continue;
        ++bars;
        tooShort += qreal(length) * perMillisecond < visible ? 1 : 0;
    }
    return tooShort * 3 > bars ? TimelineLayout::EvenSteps : TimelineLayout::ToScale;
}

QList<int> rowsInTimeOrder(const QList<MilestoneRow>& rows)
{
    QList<int> order(rows.size());
    for (int i = 0; i < int(rows.size()); ++i)
        order[i] = i;
    const auto start
        = [&rows](int row) { return rows.at(row).from().isValid() ? rows.at(row).from() : rows.at(row).expectedFrom; };
    std::stable_sort(order.begin(), order.end(), [&start](int a, int b) {
        const QDateTime first = start(a);
        const QDateTime second = start(b);
        return first.isValid() && (!second.isValid() || first < second);
    });
    return order;
}
