// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/milestonemodel.h"
#include "widgets/order/timelinegeometry.h"
#include "widgets/order/timelinepainter.h"

#include <QAbstractScrollArea>

class Theme;

/// The swim lanes of one order. Arrow keys walk along steps, + and - or Ctrl+wheel zoom, dragging or Shift+wheel pans.
/// What a step says is also its accessible description; the table of steps beside it has the same rows.
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    TimelineView(const Theme& theme, const MilestoneModel& model, QWidget* parent = nullptr);

    TimelineLayout layoutMode() const { return m_mode; }
    void setLayoutMode(TimelineLayout mode);
    qreal zoom() const { return m_zoom; }
    /// 1 = all of it fits; `anchor` is the place in the bars' part of the view that stays where it is.
    void setZoom(qreal zoom, int anchor = -1);

    /// Another order: all of it, from its start.
    void startOver();

    QString currentKey() const { return m_currentKey; }
    void setCurrentKey(const QString& key);

    const TimelineGeometry& geometryOfSteps() const { return m_geometry; }
    TimelineFrame frame() const;
    QSize sizeHint() const override { return {900, 460}; }

Q_SIGNALS:
    void currentKeyChanged(const QString& key);
    void activated(const QString& key); ///< Enter or a double click on a step
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void measureHeads();
    void moveBy(int lines);
    void moveInTime(int steps);
    void select(int row);
    void choose(const QString& key, bool bringIntoView);
    void describeCurrent();
    void showRow(int row);
    int currentRow() const { return m_model.rowOf(m_currentKey); }
    int rowAt(const QPoint& place) const;
    QList<MilestoneRow> steps() const;

    const Theme& m_theme;
    const MilestoneModel& m_model;
    TimelineGeometry m_geometry;
    TimelineLayout m_mode = TimelineLayout::ToScale;
    qreal m_zoom = 1;
    int m_laneWidth = 90;
    int m_titleWidth = 220;
    QString m_currentKey;
    QPoint m_dragStart;
    int m_dragScroll = 0;
    bool m_dragging = false;
    bool m_touched = false; ///< a person has moved about: resizing no longer rearranges the view
};
