// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/stepdetail.h"

#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "widgets/common/chip.h"
#include "widgets/common/theme.h"
#include "widgets/order/fact.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

StepDetail::StepDetail(const Theme& theme, const MilestoneModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_title(new QLabel(this))
    , m_state(new Chip(theme, this))
    , m_target(new Chip(theme, this))
    , m_evidenceButton(new QPushButton(tr("Show event"), this))
    , m_system(new Fact(theme, tr("Owed by", "caption: the system that must do the step"), this))
    , m_eligible(new Fact(theme, tr("Could start", "caption: when the last step before it was reached"), this))
    , m_due(new Fact(theme, tr("Due", "caption: target time of a step"), this))
    , m_reached(new Fact(theme, tr("Reached", "caption: when the step was reached"), this))
    , m_took(new Fact(theme, tr("Took", "caption: how long the step took"), this))
    , m_normal(new Fact(theme, tr("Normal", "caption: usual time of a step"), this))
    , m_evidence(new Fact(theme, tr("Proved by", "caption: the event that proves a step"), this))
    , m_remark(new QLabel(this))
{
    setObjectName(u"stepDetail"_s);
    m_title->setObjectName(u"stepTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_remark->setObjectName(u"stepRemark"_s);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_evidenceButton->setObjectName(u"showEvidence"_s);
    m_evidenceButton->setAccessibleName(tr("Show the event that proves this step"));
    m_evidenceButton->setToolTip(m_evidenceButton->accessibleName());
    m_evidenceButton->setAutoDefault(false);

    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::space + 4);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addWidget(m_target);
    head->addStretch(1);
    head->addWidget(m_evidenceButton);
    auto* facts = new QHBoxLayout;
    facts->setSpacing(Theme::space * 3);
    for (Fact* fact : {m_system, m_eligible, m_due, m_reached, m_took, m_normal, m_evidence})
        facts->addWidget(fact);
    for (Fact* fact : {m_system, m_eligible, m_due, m_reached, m_took, m_normal}) // only the event's id may be cut
        fact->keepWhole();
    facts->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addLayout(facts);
    layout->addWidget(m_remark);
    setMinimumHeight(112); // walking along steps must not make the timeline jump

    connect(m_evidenceButton, &QPushButton::clicked, this, [this] {
        if (const int row = m_model.rowOf(m_key); row >= 0) {
            const Milestone& milestone = m_model.row(row).row.milestone;
            Q_EMIT evidenceRequested(milestone.evidenceSource, milestone.evidenceId);
        }
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &StepDetail::refresh);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &StepDetail::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &StepDetail::refresh);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &StepDetail::refresh);
    connect(&theme, &Theme::changed, this, &StepDetail::dress);
    dress();
    refresh();
}

void StepDetail::setKey(const QString& key)
{
    m_key = key;
    refresh();
}

void StepDetail::refresh()
{
    const int row = m_model.rowOf(m_key);
    if (row >= 0) {
        showStep(m_model.row(row).row);
        return;
    }
    m_title->setText(tr("Choose a step to see its details"));
    for (QWidget* each : QList<QWidget*>{m_state, m_target, m_evidenceButton, m_remark})
        each->hide();
    for (Fact* fact : {m_system, m_eligible, m_due, m_reached, m_took, m_normal, m_evidence})
        fact->setValue({});
}

void StepDetail::showStep(const MilestoneRow& row)
{
    const QLocale locale;
    const Milestone& milestone = row.milestone;
    const bool bad = row.targetState == TargetState::Breached || row.targetState == TargetState::MetLate;
    m_title->setText(row.scopedTitle());
    m_state->setState({}, chipLook(milestone.state), m_model.stateText(row));
    m_state->show();
    m_target->setState({}, chipLook(row.targetState), title(row.targetState));
    m_target->setVisible(row.targetState != TargetState::None);
    m_system->setValue(row.system.isEmpty() ? QString() : systemTitle(row.system));
    m_eligible->setValue(secondText(milestone.eligibleAt, locale));
    m_due->setValue(secondText(milestone.dueAt, locale), row.targetState == TargetState::Breached);
    m_reached->setCaption(row.isReached() ? tr("Reached", "caption: when the step was reached")
                                          : tr("Expected", "caption: when the step will be reached"));
    const QDateTime expected = row.expectedTo > m_model.now() ? row.expectedTo : QDateTime(); // else: any moment
    m_reached->setValue(secondText(row.isReached() ? milestone.completedAt : expected, locale), row.isReached() && bad);
    const qint64 took = row.took(m_model.now());
    m_took->setCaption(row.isReached() ? tr("Took", "caption: how long the step took")
                                       : tr("Open for", "caption: how long a step has been open"));
    m_took->setValue(took < 0 ? QString() : formatDuration(took, locale));
    m_normal->setValue(row.norm.samples > 0
            ? tr("%1 (95 %: %2)", "usual time of a step, and the time that 95 per cent keep")
                  .arg(formatDuration(row.norm.medianSeconds, locale), formatDuration(row.norm.p95Seconds, locale))
            : QString());
    const bool proved = !milestone.evidenceId.isEmpty();
    m_evidence->setValue(proved ? QString(milestone.evidenceSource + u' ' + milestone.evidenceId) : QString());
    m_evidenceButton->setVisible(proved);
    const QString remark = m_model.remarkText(row);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    const bool failed = milestone.state == MilestoneState::Failed;
    const bool odd = !milestone.anomalies.isEmpty();
    QPalette palette = m_remark->palette();
    palette.setColor(QPalette::WindowText,
        m_theme.color(failed ? ColorId::BadText
                : odd        ? ColorId::WarningText
                             : ColorId::TextSecondary));
    m_remark->setPalette(palette);
}

void StepDetail::dress()
{
    m_title->setFont(m_theme.font(FontRole::Heading));
    refresh();
    update();
}

void StepDetail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorId::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(ColorId::Border));
}
