// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/groupsample.h"

#include "models/domain/exceptionsentence.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/keymap.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

GroupSampleCard::GroupSampleCard(const Theme& theme, QWidget* parent)
    : Pane(parent)
    , m_theme(theme)
    , m_what(new QLabel(this))
    , m_message(new QLabel(this))
    , m_tries(new QLabel(this))
    , m_open(new QPushButton(tr("Open it", "button: the problem that is shown"), this))
{
    setObjectName(u"groupSample"_s);
    m_what->setObjectName(u"groupSampleWhat"_s);
    m_message->setObjectName(u"groupSampleMessage"_s);
    m_tries->setObjectName(u"groupSampleTries"_s);
    m_open->setObjectName(u"groupSampleOpen"_s);
    m_open->setToolTip(KeyMap::instance().hint(tr("Show it in the list of the group"), Command::OpenSample));
    for (QLabel* label : {m_what, m_message, m_tries}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    auto* first = new QHBoxLayout;
    first->addWidget(m_what, 1);
    first->addWidget(m_open, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 4);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addWidget(m_message);
    layout->addWidget(m_tries);
    layout->addStretch();
    connect(m_open, &QPushButton::clicked, this, &GroupSampleCard::openRequested);
    connect(&theme, &Theme::changed, this, &GroupSampleCard::dress);
    clear();
    dress();
}

void GroupSampleCard::setSample(const std::optional<GroupSample>& sample)
{
    m_what->show();
    m_message->setVisible(sample.has_value());
    m_tries->setVisible(sample && sample->exception.transactionId != 0);
    m_open->setVisible(sample.has_value());
    if (!sample) {
        m_what->setText(tr("Nothing is open in this group."));
        return;
    }
    const Exception& it = sample->exception;
    const QString since = minuteText(it.openedAt, QLocale());
    m_what->setText(it.orderNumber.isEmpty() ? tr("The newest, since %1").arg(since)
                                             : tr("The newest: order %1, since %2").arg(it.orderNumber, since));
    m_message->setText(it.errorText.isEmpty() ? exceptionSentence(it) : systemReason(it.errorText));
    m_tries->setText(triesText(*sample));
}

void GroupSampleCard::clear()
{
    setSample({});
    m_what->clear();
    m_what->hide();
}

QString GroupSampleCard::triesText(const GroupSample& sample)
{
    if (!sample.lastTry)
        return tr("Not sent yet.");
    m_attempts.setAttempts({*sample.lastTry});
    const auto cell = [this](AttemptModel::Column column) { return m_attempts.index(0, column).data().toString(); };
    //: %1 is when, %2 what came of it, %3 the status and the code of the answer
    return tr("Tried %Ln time(s); the last, %1: %2, answer: %3", nullptr, sample.exception.attempts)
        .arg(cell(AttemptModel::StartedColumn), cell(AttemptModel::OutcomeColumn), cell(AttemptModel::AnswerColumn));
}

void GroupSampleCard::dress()
{
    inkLabel(m_what, m_theme, ColorId::Text, FontRole::BodyStrong);
    inkLabel(m_message, m_theme, ColorId::Text, FontRole::Body);
    inkLabel(m_tries, m_theme, ColorId::TextSecondary, FontRole::Body);
}
