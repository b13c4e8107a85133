// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/order/timelinegeometry.h"

#include <QWidget>

class MilestoneModel;
class QToolButton;
class StepDetail;
class Theme;
class TimelineLegend;
class TimelineView;

/// The timeline with its choice of layout, zoom, legend and the strip that tells the step that has the focus.
class TimelinePage : public QWidget
{
    Q_OBJECT
public:
    TimelinePage(const Theme& theme, const MilestoneModel& model, QWidget* parent = nullptr);

    /// Chooses the layout that shows these steps best, until a person chooses.
    void suggestLayout();
    TimelineView& timeline() { return *m_timeline; }

Q_SIGNALS:
    void evidenceRequested(const QString& source, const QString& id);

private:
    QWidget* makeBar();
    void setLayoutMode(TimelineLayout mode);
    void dress();

    const Theme& m_theme;
    const MilestoneModel& m_model;
    TimelineView* m_timeline;
    TimelineLegend* m_legend;
    StepDetail* m_detail;
    QToolButton* m_toScale;
    QToolButton* m_even;
    QToolButton* m_zoomOut;
    QToolButton* m_zoomIn;
    QToolButton* m_fit;
};
