// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/timelinepage.h"

#include "models/items/milestonemodel.h"
#include "widgets/common/theme.h"
#include "widgets/order/stepdetail.h"
#include "widgets/order/timelinelegend.h"
#include "widgets/order/timelineview.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

TimelinePage::TimelinePage(const Theme& theme, const MilestoneModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_timeline(new TimelineView(theme, model, this))
    , m_legend(new TimelineLegend(theme, this))
    , m_detail(new StepDetail(theme, model, this))
    , m_toScale(new QToolButton(this))
    , m_even(new QToolButton(this))
    , m_zoomOut(new QToolButton(this))
    , m_zoomIn(new QToolButton(this))
    , m_fit(new QToolButton(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_timeline, 1);
    layout->addWidget(m_detail);
    connect(m_timeline, &TimelineView::currentKeyChanged, m_detail, &StepDetail::setKey);
    connect(m_timeline, &TimelineView::activated, this, [this](const QString& key) {
        const int row = m_model.rowOf(key);
        if (row < 0 || m_model.row(row).row.milestone.evidenceId.isEmpty())
            return;
        const Milestone& milestone = m_model.row(row).row.milestone;
        Q_EMIT evidenceRequested(milestone.evidenceSource, milestone.evidenceId);
    });
    connect(m_detail, &StepDetail::evidenceRequested, this, &TimelinePage::evidenceRequested);
    connect(&theme, &Theme::changed, this, &TimelinePage::dress);
    dress();
    setLayoutMode(TimelineLayout::ToScale);
}

QWidget* TimelinePage::makeBar()
{
    const auto prepare = [](QToolButton* button, const QString& name, const QString& text, const QString& tip) {
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tip);
        button->setAccessibleDescription(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    };
    prepare(m_toScale, u"toScale"_s, tr("To scale", "layout of a timeline"), tr("An hour is as wide as any other"));
    prepare(m_even, u"evenSteps"_s, tr("Even steps", "layout of a timeline"),
        tr("Long waits are shortened, so that steps of seconds can be seen next to waits of days"));
    prepare(m_zoomOut, u"zoomOut"_s, u"\u2212"_s, tr("Zoom out (-)"));
    prepare(m_zoomIn, u"zoomIn"_s, u"+"_s, tr("Zoom in (+ or Ctrl with the wheel)"));
    prepare(m_fit, u"zoomFit"_s, tr("Fit", "zoom so that all is seen"), tr("Show all of it (0)"));
    m_zoomOut->setAccessibleName(tr("Zoom out"));
    m_zoomIn->setAccessibleName(tr("Zoom in"));
    auto* group = new QButtonGroup(this);
    for (QToolButton* button : {m_toScale, m_even}) {
        button->setCheckable(true);
        group->addButton(button);
    }
    constexpr qreal step = 1.5;
    connect(m_toScale, &QToolButton::clicked, this, [this] { setLayoutMode(TimelineLayout::ToScale); });
    connect(m_even, &QToolButton::clicked, this, [this] { setLayoutMode(TimelineLayout::EvenSteps); });
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { m_timeline->setZoom(m_timeline->zoom() * step); });
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { m_timeline->setZoom(m_timeline->zoom() / step); });
    connect(m_fit, &QToolButton::clicked, this, [this] { m_timeline->setZoom(1); });
    const auto enable = [this] {
        m_zoomOut->setEnabled(m_timeline->zoom() > 1);
        m_fit->setEnabled(m_timeline->zoom() > 1);
    };
    connect(m_timeline, &TimelineView::zoomChanged, this, enable);
    enable();

    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 6, 12, 6);
    layout->setSpacing(4);
    layout->addWidget(m_legend, 1);
    layout->addSpacing(Theme::space);
    for (QToolButton* button : {m_toScale, m_even, m_zoomOut, m_zoomIn, m_fit})
        layout->addWidget(button, 0, Qt::AlignTop);
    return bar;
}

void TimelinePage::suggestLayout()
{
    QList<MilestoneRow> rows;
    for (const MilestoneLine& line : m_model.rows())
        rows.append(line.row);
    setLayoutMode(suggestedLayout(rows, m_model.now()));
}

void TimelinePage::setLayoutMode(TimelineLayout mode)
{
    m_timeline->setLayoutMode(mode);
    m_legend->setLayoutMode(mode);
    (mode == TimelineLayout::ToScale ? m_toScale : m_even)->setChecked(true);
}

void TimelinePage::dress()
{
    const QFont font = m_theme.font(FontRole::Small);
    for (QToolButton* button : {m_toScale, m_even, m_fit})
        button->setFont(font);
}
