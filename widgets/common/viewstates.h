// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QStackedWidget>
#include <QTimer>

class MessagePanel;
class Theme;

/// The four states of every view: loading, content, empty, failed (reason and Retry). Loading shows only when it takes
/// long enough to be noticed; content that is there stays until something better is.
class ViewStates : public QStackedWidget
{
    Q_OBJECT
public:
    enum class State { Loading, Content, Empty, Failed };
    Q_ENUM(State)

    ViewStates(const Theme& theme, QWidget* content, QWidget* parent = nullptr);

    State state() const { return m_state; }
    void showLoading();
    void showContent();
    void showEmpty(const QString& icon, const QString& title, const QString& text, const QString& action = {});
    void showFailed(const Error& error);

Q_SIGNALS:
    void retryRequested();
    void emptyActionRequested();

private:
    const Theme& m_theme;
    State m_state = State::Loading;
    QWidget* m_content;
    QWidget* m_blank;
    QWidget* m_skeleton;
    MessagePanel* m_message;
    QTimer m_patience;
};
