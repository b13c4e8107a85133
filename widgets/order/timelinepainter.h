// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/milestonemodel.h"
#include "widgets/common/theme.h"
#include "widgets/order/timelinegeometry.h"

#include <QLocale>
#include <QRect>

class QPainter;

/// How the timeline's area is divided: heads of lanes and steps left, the axis on top, the bars below it.
struct TimelineFrame
{
    int laneWidth = 0;
    int titleWidth = 0;
    int axisHeight = 36;
    QSize size; ///< of the viewport
    QPoint scroll; ///< how far the bars are scrolled

    int headWidth() const { return laneWidth + titleWidth; }
    QRect axis() const { return {headWidth(), 0, size.width() - headWidth(), axisHeight}; }
    QRect bars() const { return {headWidth(), axisHeight, size.width() - headWidth(), size.height() - axisHeight}; }
    QRect heads() const { return {0, axisHeight, headWidth(), size.height() - axisHeight}; }
};

/// Draws what lies in the visible part of a timeline. State is told by shape and words besides colour: late parts are
/// striped, absent ones hatched, marks differ in form.
class TimelinePainter
{
public:
    TimelinePainter(
        const Theme& theme, const MilestoneModel& model, const TimelineGeometry& geometry, const TimelineFrame& frame);
    /// The step that is drawn as chosen, -1 for none.
    void setCurrent(int row, bool focused);

    void paint(QPainter& painter, const QRect& dirty) const;

    /// One piece as the bars show it; the legend uses it as well.
    static void paintSegment(QPainter& painter, const Theme& theme, TimelineSegment::Kind kind, const QRectF& rect);
    static void paintMark(QPainter& painter, const Theme& theme, TimelineMark::Kind kind, QPointF centre, bool late);

private:
    void paintLanes(QPainter& painter) const;
    void paintGrid(QPainter& painter) const;
    void paintCurrent(QPainter& painter) const;
    void paintLaneNames(QPainter& painter) const;
    void paintTitles(QPainter& painter) const;
    void paintShape(QPainter& painter, const TimelineShape& shape) const;
    void paintLabel(QPainter& painter, const TimelineShape& shape) const;
    void paintAxis(QPainter& painter) const;
    void paintTicks(QPainter& painter) const;
    QRectF nowLabel() const;
    void paintNow(QPainter& painter) const;
    bool isVisible(const QRectF& cell) const;
    QColor groundOf(const TimelineShape& shape) const;
    QList<TimeTick> ticks() const;

    const Theme& m_theme;
    const MilestoneModel& m_model;
    const TimelineGeometry& m_geometry;
    const TimelineFrame& m_frame;
    int m_current = -1;
    bool m_focused = false;
    QLocale m_locale;
};
