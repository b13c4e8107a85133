// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/viewstates.h"

#include "widgets/common/messagepanel.h"
#include "widgets/common/skeleton.h"
#include "widgets/common/theme.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int noticeableMs = 180;
}

ViewStates::ViewStates(const Theme& theme, QWidget* content, QWidget* parent)
    : QStackedWidget(parent)
    , m_theme(theme)
    , m_content(content)
    , m_blank(new QWidget(this))
    , m_skeleton(new Skeleton(theme, this))
    , m_message(new MessagePanel(theme, this))
{
    m_blank->setAutoFillBackground(true);
    m_blank->setBackgroundRole(QPalette::Base);
    for (QWidget* page : {m_blank, m_skeleton, static_cast<QWidget*>(m_message), m_content})
        addWidget(page);
    m_patience.setSingleShot(true);
    m_patience.setInterval(noticeableMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setCurrentWidget(m_skeleton); });
    connect(m_message, &MessagePanel::actionRequested, this, [this] {
        if (m_state == State::Failed)
            Q_EMIT retryRequested();
        else
            Q_EMIT emptyActionRequested();
    });
    setCurrentWidget(m_blank);
    m_patience.start();
}

void ViewStates::showLoading()
{
    if (m_state == State::Loading)
        return;
    m_state = State::Loading;
    setCurrentWidget(m_blank);
    m_patience.start();
}

void ViewStates::showContent()
{
    m_state = State::Content;
    m_patience.stop();
    setCurrentWidget(m_content);
}

void ViewStates::showEmpty(const QString& icon, const QString& title, const QString& text, const QString& action)
{
    m_state = State::Empty;
    m_patience.stop();
    m_message->setMessage(icon, Tone::Neutral, title, text, {}, action);
    setCurrentWidget(m_message);
}

void ViewStates::showFailed(const Error& error)
{
    m_state = State::Failed;
    m_patience.stop();
    const QString icon = error.kind == Failure::Connection ? u"disconnected"_s : u"alert"_s;
    //: Button: ask the database again
    m_message->setMessage(icon, Tone::Bad, tr("This could not be loaded"), error.text, error.hint, tr("Retry"));
    setCurrentWidget(m_message);
}
