// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/startpage.h"

#include "widgets/common/messagepanel.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QStackedWidget(parent)
    , m_waiting(new QWidget(this))
    , m_text(new QLabel(m_waiting))
    , m_bar(new QProgressBar(m_waiting))
    , m_problem(new MessagePanel(theme, this))
{
    setObjectName(u"startPage"_s);
    m_waiting->setAutoFillBackground(true);
    m_waiting->setBackgroundRole(QPalette::Base);
    m_text->setObjectName(u"startText"_s);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setObjectName(u"startBar"_s);
    m_bar->setAccessibleName(tr("Starting"));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(220, 4);
    auto* layout = new QVBoxLayout(m_waiting);
    layout->addStretch(2);
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
    layout->addSpacing(Theme::space);
    layout->addWidget(m_text);
    layout->addStretch(3);
    addWidget(m_waiting);
    addWidget(m_problem);
    connect(m_problem, &MessagePanel::actionRequested, this, &StartPage::retryRequested);
}

void StartPage::showProgress(const QString& text)
{
    m_text->setText(text);
    setCurrentWidget(m_waiting);
}

void StartPage::showProblem(const Error& error)
{
    QString title = tr("The database cannot be used");
    QString icon = u"alert"_s;
    switch (error.kind) {
    case Failure::Connection:
        title = tr("There is no connection to the database");
        icon = u"disconnected"_s;
        break;
    case Failure::Authentication:
        title = tr("The database does not accept this user or password");
        icon = u"blocked"_s;
        break;
    case Failure::Permission:
        title = tr("You have no rights in this database");
        icon = u"blocked"_s;
        break;
    case Failure::Schema:
        title = tr("This database does not fit this version of Signalbox");
        icon = u"database"_s;
        break;
    case Failure::Invalid:
        title = tr("It is not clear which database is meant");
        break;
    case Failure::InDoubt:
    case Failure::Retryable:
    case Failure::Cancelled:
    case Failure::Constraint:
    case Failure::NotFound:
    case Failure::Other:
        break;
    }
    m_problem->setMessage(icon, Tone::Bad, title, error.text, error.hint, tr("Try again", "button"));
    m_kind = error.kind;
    if (showsProblem()) // the focus stays where the person put it
        return;
    setCurrentWidget(m_problem);
    m_problem->setFocus();
}

bool StartPage::showsProblem() const
{
    return currentWidget() == m_problem;
}

QString StartPage::text() const
{
    return showsProblem() ? m_problem->text() : m_text->text();
}
