// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

class Terminal;

/// A bar on the standard error while something long runs; silent when that is no terminal. Draws ten times a second at
/// most.
class ProgressBar
{
public:
    ProgressBar(Terminal& terminal, const QString& title);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// A share between 0 and 1 (less: unknown), and what it stands at in words.
    void update(double share, const QString& words);

private:
    Terminal& m_terminal;
    QString m_title;
    QElapsedTimer m_sinceDrawn;
};
