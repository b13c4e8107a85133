// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/exitcode.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

class CommandContext;
class Terminal;
namespace CLI {
class App;
class ParseError;
} // namespace CLI

/// Reads the command line of signalboxctl and runs the command that it names.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    explicit CommandLine(Terminal& terminal);

    /// The arguments come without the program's name.
    ExitCode run(const QStringList& arguments);

private:
    struct Parsed;
    struct Definition; ///< hides the parser library

    static void define(Definition& definition, Parsed& parsed);
    static void nameParts(Definition& definition);
    static QString inWords(const Definition& definition, const CLI::ParseError& error);
    static void defineDatabase(Definition& definition, Parsed& parsed);
    static void defineInput(Definition& definition, Parsed& parsed);
    static void defineOrders(Definition& definition, Parsed& parsed);
    static void defineTriage(Definition& definition, Parsed& parsed);
    static std::string problemFilterHelp();
    static void defineMatching(CLI::App& command, Parsed& parsed);
    static void defineVerify(Definition& definition, Parsed& parsed);
    static void defineEdit(Definition& definition, Parsed& parsed);
    static void defineGroups(Definition& definition, Parsed& parsed);
    static void defineViews(Definition& definition, Parsed& parsed);
    static void defineRunbooks(Definition& definition, Parsed& parsed);
    static void defineActions(Definition& definition, Parsed& parsed);
    static void defineDelivery(Definition& definition, Parsed& parsed);
    ExitCode answer(const QStringList& arguments);
    ExitCode misused(const Parsed& parsed, const QString& text, const QStringList& arguments);
    ExitCode dispatch(const Parsed& parsed);
    static void defineHandover(Definition& definition, Parsed& parsed);
    static ExitCode dispatchHandover(const CommandContext& context, const Parsed& parsed);
    static ExitCode dispatchGroups(const CommandContext& context, const Parsed& parsed);
    static ExitCode dispatchViews(const CommandContext& context, const Parsed& parsed);
    static ExitCode dispatchRunbooks(const CommandContext& context, const Parsed& parsed);
    static ExitCode dispatchDelivery(const CommandContext& context, const Parsed& parsed);

    Terminal& m_terminal;
};
