// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operations/stagesteps.h"

#include "models/domain/operationtexts.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {
constexpr int stepDrawing = 16;
}

StageSteps::StageSteps(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(u"stages"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(28);
}

void StageSteps::build(qsizetype count)
{
    m_steps.clear();
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype at = 0; at < count; ++at) {
        auto* step = new QWidget(this);
        auto* grid = new QGridLayout(step);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(6);
        grid->setVerticalSpacing(0);
        const Step parts{new QLabel(step), new QLabel(step), new QLabel(step)};
        grid->addWidget(parts.drawing, 0, 0);
        grid->addWidget(parts.share, 0, 1);
        grid->addWidget(parts.outcome, 1, 1);
        m_steps.append(parts);
        m_layout->addWidget(step);
    }
    m_layout->addStretch(1);
}

ChipLook StageSteps::look(const Operation& operation, qsizetype at)
{
    if (at >= operation.stages.size())
        return chipLook(ItemState::Planned);
    const OperationStage& stage = operation.stages.at(at);
    if (at == operation.stages.size() - 1 && !operation.isOver())
        return chipLook(operation.state);
    return stage.failed + stage.inDoubt > 0 ? ChipLook{Tone::Warning, u"failed"_s} : chipLook(ItemState::Confirmed);
}

QString StageSteps::outcome(const Operation& operation, qsizetype at)
{
    if (at >= operation.stages.size())
        return operation.isOver() ? tr("Not begun", "stage of a replay") : tr("Waits", "stage of a replay");
    const OperationStage& stage = operation.stages.at(at);
    const QLocale locale;
    //: What came of a stage: how many are confirmed, how many were sent
    QString text = tr("%1 of %2 confirmed").arg(locale.toString(stage.confirmed), locale.toString(stage.size));
    if (stage.failed > 0)
        text += u", "_s + tr("%Ln failed", "messages", int(stage.failed));
    if (stage.inDoubt > 0)
        text += u", "_s + tr("%Ln in doubt", "messages", int(stage.inDoubt));
    return text;
}

void StageSteps::setOperation(const Operation& operation)
{
    setVisible(operation.ramp.size() > 1 && operation.state != OperationState::Previewed);
    if (m_steps.size() != operation.ramp.size())
        build(operation.ramp.size());
    const QLocale locale;
    QStringList words;
    for (qsizetype at = 0; at < m_steps.size(); ++at) {
        const Step& step = m_steps.at(at);
        const ChipLook drawn = look(operation, at);
        const bool begun = at < operation.stages.size();
        step.drawing->setPixmap(
            m_theme.pixmap(drawn.icon, m_theme.tone(drawn.tone).text, stepDrawing, devicePixelRatioF()));
        step.share->setText(OperationTexts::ramp({operation.ramp.at(at)}, locale));
        step.outcome->setText(outcome(operation, at));
        inkLabel(step.share, m_theme, begun ? ColorId::Text : ColorId::TextMuted, FontRole::BodyStrong);
        inkLabel(step.outcome, m_theme, begun ? ColorId::TextSecondary : ColorId::TextMuted, FontRole::Small);
        words.append(step.share->text() + u": "_s + step.outcome->text());
    }
    //: Screen reader: the stages of a replay, each with what came of it
    setAccessibleName(tr("Stages: %1").arg(words.join(u"; "_s)));
}
