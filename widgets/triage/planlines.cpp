// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/planlines.h"

#include "models/domain/exceptiontitles.h"
#include "widgets/common/chip.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int planDrawing = 18;

bool canBeSent(ReplayClass replay)
{
    return replay == ReplayClass::Safe || replay == ReplayClass::Verify || replay == ReplayClass::WillFail;
}

} // namespace

PlanLines::PlanLines(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(10);
}

void PlanLines::setPlan(const Operation& previewed)
{
    const bool same = previewed.id == m_operation.id; // drawn anew only: what was chosen stays
    const QList<ReplayClass> chosen = classes();
    m_operation = previewed;
    build();
    for (const auto& [replay, choice] : std::as_const(m_choices)) {
        if (same)
            choice->setChecked(chosen.contains(replay));
    }
}

void PlanLines::build()
{
    m_choices.clear();
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QLocale locale;
    for (const auto& [replay, count] : m_operation.plan) {
        if (count == 0)
            continue;
        auto* line = new QWidget(this);
        auto* grid = new QGridLayout(line);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(10);
        grid->setVerticalSpacing(2);
        const ChipLook look = chipLook(replay);
        auto* drawing = new QLabel(line);
        drawing->setPixmap(m_theme.pixmap(look.icon, m_theme.tone(look.tone).text, planDrawing, devicePixelRatioF()));
        auto* figure = new QLabel(locale.toString(count), line);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure->setMinimumWidth(44);
        inkLabel(figure, m_theme, ColorId::Text, FontRole::Heading);
        auto* name = new QLabel(title(replay, m_operation.kind), line);
        inkLabel(name, m_theme, ColorId::Text, FontRole::BodyStrong);
        QStringList sums;
        for (const Money& sum : m_operation.value[replay])
            sums.append(formatMoney(sum, locale));
        const QString text = planText(replay, m_operation.kind);
        auto* words
            = new QLabel(sums.isEmpty() ? text
                                        //: What a plan does with messages, the value of their orders by currency
                                        : tr("%1 Orders worth %2.").arg(text, sums.join(u" + "_s)),
                line);
        words->setObjectName(u"planWords%1"_s.arg(int(replay)));
        words->setWordWrap(true);
        inkLabel(words, m_theme, ColorId::TextSecondary, FontRole::Body);
        grid->addWidget(figure, 0, 0);
        grid->addWidget(drawing, 0, 1);
        grid->addWidget(name, 0, 2);
        grid->addWidget(words, 1, 2, 1, 2);
        grid->setColumnStretch(2, 1);
        if (canBeSent(replay) && m_operation.kind == OperationKind::Replay) {
            auto* choice = new QCheckBox(tr("Send", "check box: these messages are sent"), line);
            choice->setObjectName(u"planSend%1"_s.arg(int(replay)));
            //: Screen reader: check box for a class of messages, such as "Send: would fail again, 12"
            choice->setAccessibleName(tr("Send: %1, %2").arg(title(replay), locale.toString(count)));
            choice->setChecked(replay != ReplayClass::WillFail); // what would fail again only when it is asked for
            connect(choice, &QCheckBox::toggled, this, &PlanLines::changed);
            grid->addWidget(choice, 0, 3);
            m_choices.append({replay, choice});
        }
        m_lines->addWidget(line);
    }
}

QList<ReplayClass> PlanLines::classes() const
{
    if (m_operation.kind == OperationKind::Verify)
        return {ReplayClass::Verify};
    QList<ReplayClass> sent;
    for (const auto& [replay, choice] : m_choices) {
        if (choice->isChecked())
            sent.append(replay);
    }
    return sent;
}

qint64 PlanLines::sending() const
{
    qint64 sum = 0;
    for (const ReplayClass replay : classes())
        sum += count(replay);
    return sum;
}

qint64 PlanLines::count(ReplayClass replay) const
{
    const auto found = m_operation.plan.find(replay);
    return found == m_operation.plan.end() ? 0 : found->second;
}
