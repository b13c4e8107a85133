// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exitcode.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

/// Reads the command line of signalbox-sandbox and runs the command that it names; without one it serves.
class SandboxCommandLine
{
    Q_DECLARE_TR_FUNCTIONS(SandboxCommandLine)

public:
    /// The arguments come without the program's name.
    static SandboxExit run(const QStringList& arguments);

private:
    struct Parsed;

    static void define(CLI::App& app, Parsed& parsed);
    static void defineServe(CLI::App& app, Parsed& parsed);
    static void defineAudit(CLI::App& app, Parsed& parsed);
    static void defineSell(CLI::App& app, Parsed& parsed);
    static QString inWords(const CLI::App& app, const CLI::ParseError& error, const QStringList& arguments);
    static SandboxExit dispatch(const Parsed& parsed);
};
