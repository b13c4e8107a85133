// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json_fwd.hpp>

/// The program's output: results on the standard output, everything else on the standard error.
class Terminal
{
public:
    Terminal();

    /// Results. writeError() says whether they all got out.
    void print(const QString& text);
    void print(const nlohmann::ordered_json& json);
    void printBytes(const QByteArray& bytes);
    /// errno of the first result that could not be written; 0: there is none.
    int writeError() const { return m_writeError; }
    /// Remarks, progress and mistakes: they must not get into a pipe.
    void note(const QString& text);

    /// Whether somebody is there to be asked.
    bool canAsk() const { return m_inputIsTerminal && m_errorIsTerminal; }
    /// What the person answers to a question, without the line's end.
    QString ask(const QString& question);

    /// Of the output in cells; 0 when it is no terminal.
    int width() const;
    /// Whether progress may be drawn in place.
    bool showsProgress() const { return m_errorIsTerminal; }
    void drawProgress(const QString& text);
    void clearProgress();

private:
    bool m_inputIsTerminal = false;
    bool m_outputIsTerminal = false;
    bool m_errorIsTerminal = false;
    bool m_progressShown = false;
    int m_writeError = 0;
};
