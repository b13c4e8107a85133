// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/runbookcard.h"

#include "models/domain/timetext.h"
#include "widgets/common/inklabel.h"
#include "widgets/triage/runbooktext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

RunbookCard::RunbookCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_fold(new QToolButton(this))
    , m_write(new QToolButton(this))
    , m_steps(new RunbookText(theme, this))
    , m_foot(new QLabel(this))
{
    setObjectName(u"runbookCard"_s);
    m_fold->setObjectName(u"runbookFold"_s);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_write->setObjectName(u"runbookWrite"_s);
    for (QToolButton* button : {m_fold, m_write}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_steps->setObjectName(u"runbookSteps"_s);
    m_foot->setObjectName(u"runbookFoot"_s);
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_fold, 1);
    head->addWidget(m_write);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_steps);
    layout->addWidget(m_foot);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        setUnfolded(!m_unfolded);
        Q_EMIT unfoldedChanged(m_unfolded);
    });
    connect(m_write, &QToolButton::clicked, this, &RunbookCard::writeRequested);
    connect(m_steps, &QTextBrowser::anchorClicked, this, &RunbookCard::open);
    connect(&theme, &Theme::changed, this, &RunbookCard::dress);
    showRunbook({});
}

void RunbookCard::setRunbook(const std::optional<Runbook>& runbook)
{
    if (std::exchange(m_known, true) && runbook == m_runbook)
        return;
    showRunbook(runbook);
}

void RunbookCard::clear()
{
    m_known = false;
    showRunbook({});
}

void RunbookCard::setMayWrite(bool may)
{
    if (may == m_mayWrite)
        return;
    m_mayWrite = may;
    dress();
}

void RunbookCard::setUnfolded(bool unfolded)
{
    if (unfolded == m_unfolded)
        return;
    m_unfolded = unfolded;
    dress();
}

void RunbookCard::setMostHeight(int height)
{
    m_steps->setMostHeight(height);
}

void RunbookCard::showRunbook(const std::optional<Runbook>& runbook)
{
    m_runbook = runbook;
    m_steps->setSteps(runbook ? runbook->content : QString());
    m_steps->moveCursor(QTextCursor::Start);
    QString foot;
    if (runbook) {
        //: Below a runbook: which problems it is for, when it was changed and by whom
        foot = tr("For %1. Changed %2 by %3.")
                   .arg(runbookScope(*runbook), minuteText(runbook->updatedAt, QLocale()), runbook->updatedBy);
        if (!runbook->owner.isEmpty())
            foot += u' ' + tr("Owner: %1.", "who keeps a runbook right").arg(runbook->owner);
    }
    m_foot->setText(foot);
    dress();
}

void RunbookCard::open(const QUrl& url)
{
    const QString scheme = url.scheme().toLower();
    if (scheme == "https"_L1 || scheme == "http"_L1 || scheme == "mailto"_L1)
        Q_EMIT linkRequested(url);
    else
        Q_EMIT linkRefused(url);
}

void RunbookCard::dress()
{
    const bool open = m_runbook && m_unfolded;
    m_fold->setEnabled(m_runbook.has_value());
    m_fold->setText(m_runbook ? tr("Runbook: %1").arg(m_runbook->title) : tr("No runbook for this kind of error yet"));
    m_fold->setAccessibleName(m_fold->text());
    m_fold->setToolTip(!m_runbook
            ? QString()
            : u"%1\n%2"_s.arg(m_runbook->title, open ? tr("Fold the steps away") : tr("Show the steps")));
    m_fold->setIcon(m_theme.icon(!m_runbook ? u"document"_s : open ? u"down"_s : u"right"_s));
    m_fold->setFont(m_theme.font(m_runbook ? FontRole::BodyStrong : FontRole::Body));
    m_write->setText(m_runbook ? tr("Edit", "button: a runbook") : tr("Write one\u2026", "button: a runbook"));
    m_write->setAccessibleName(m_runbook ? tr("Edit the runbook") : tr("Write a runbook"));
    m_write->setFont(m_theme.font(FontRole::Body));
    m_write->setVisible(m_mayWrite);
    m_steps->setVisible(open);
    m_foot->setVisible(open);
    inkLabel(m_foot, m_theme, ColorId::TextMuted, FontRole::Small);
    setVisible(m_known && (m_runbook || m_mayWrite));
    m_steps->updateGeometry();
}
