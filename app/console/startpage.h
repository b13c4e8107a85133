// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QStackedWidget>

class MessagePanel;
class QLabel;
class QProgressBar;
class Theme;

/// What the window shows while there is no database: what is being done, or what is in the way and what helps.
class StartPage : public QStackedWidget
{
    Q_OBJECT
public:
    explicit StartPage(const Theme& theme, QWidget* parent = nullptr);

    void showProgress(const QString& text);
    void showProblem(const Error& error);
    bool showsProblem() const;
    Failure problemKind() const { return m_kind; }
    QString text() const;

Q_SIGNALS:
    void retryRequested();

private:
    QWidget* m_waiting;
    QLabel* m_text;
    QProgressBar* m_bar;
    MessagePanel* m_problem;
    Failure m_kind = Failure::Other; ///< of the problem that was shown last
};
