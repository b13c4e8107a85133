// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandlineparts.h"
#include "app/ctl/commands/handovercommand.h"

void CommandLine::defineHandover(Definition& definition, Parsed& parsed)
{
    CLI::App* handover = definition.add(definition.app, "handover",
        tr("Tell the next shift what is open, in doubt, waiting for approval and changed"), parsed,
        Parsed::Command::Handover);
    handover->add_option("--since", parsed.since,
        tr("From when on changes count: a time such as 2026-11-30T06:00, a duration such as 8h, or \"last\" for your last "
           "handover; without it the last 8 hours")
            .toStdString());
    handover->add_option("--format", parsed.format, tr("What to write").toStdString())
        ->check(CLI::IsMember({"html", "pdf", "csv", "json"}));
    handover->add_option("--output", parsed.output,
        tr("File to write; without it the standard output, which a PDF cannot go to").toStdString());
    handover->add_option("--rows", parsed.rows, tr("How many rows of each list at most").toStdString())
        ->check(CLI::Range(1, HandoverRequest::mostRows));
}

ExitCode CommandLine::dispatchHandover(const CommandContext& context, const Parsed& parsed)
{
    if (parsed.command != Parsed::Command::Handover)
        return ExitCode::Usage;
    return HandoverCommand(
        context, {withMinus(parsed.since), withMinus(parsed.format), withMinus(parsed.output), parsed.rows})
        .run();
}
