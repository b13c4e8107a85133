// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/order/timelinegeometry.h"

#include <QWidget>

class Theme;

/// What the drawings on the timeline mean, in as many lines as the width needs.
class TimelineLegend : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineLegend(const Theme& theme, QWidget* parent = nullptr);

    /// The layout decides what is said of the axis.
    void setLayoutMode(TimelineLayout mode);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry
    {
        QString text;
        TimelineSegment::Kind segment = TimelineSegment::Kind::Window;
        bool mark = false;
        bool note = false;
    };
    QList<Entry> entries() const;
    QList<QPoint> places(int width) const;
    int widthOf(const Entry& entry) const;

    const Theme& m_theme;
    TimelineLayout m_mode = TimelineLayout::ToScale;
};
