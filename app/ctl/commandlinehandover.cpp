// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandlineparts.h"
#include "app/ctl/commands/bundlecommand.h"
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

    CLI::App* bundle = definition.add(definition.app, "bundle",
        tr("Put orders with all that belongs to them into one file that another console opens"), parsed,
        Parsed::Command::Bundle);
    bundle->add_option("EXCEPTION", parsed.ids, tr("Exceptions, with their orders").toStdString());
    bundle->add_option("--orders", parsed.orderFilter, tr("Orders of this filter, as in the console").toStdString())
        ->expected(1);
    bundle->add_option(
        "--matching", parsed.matching, tr("All open exceptions with these words, with their orders").toStdString());
    bundle->add_option(
        "--group", parsed.group, tr("All open exceptions of this group, with their orders").toStdString());
    bundle->add_option("--output", parsed.output, tr("File to write, such as incident.signalbox").toStdString())
        ->required();
    bundle->footer(
        tr("Personal data is masked. A bundle holds up to %1 orders; \"signalbox --bundle FILE\" and \"signalboxctl "
           "--bundle FILE COMMAND\" open it.")
            .arg(BundleRequest::mostOrders)
            .toStdString());
    bundle->callback([&parsed, bundle] {
        parsed.command = Parsed::Command::Bundle;
        parsed.matches = bundle->count("--matching") > 0;
        parsed.filtersOrders = bundle->count("--orders") > 0;
    });
}

ExitCode CommandLine::dispatchHandover(const CommandContext& context, const Parsed& parsed)
{
    if (parsed.command == Parsed::Command::Bundle) {
        BundleCommand::Options options{
            QList<qint64>(parsed.ids.cbegin(), parsed.ids.cend()), {}, {}, parsed.group, withMinus(parsed.output)};
        if (parsed.filtersOrders)
            options.orders = withMinus(parsed.orderFilter);
        if (parsed.matches)
            options.matching = withMinus(parsed.matching);
        return BundleCommand(context, options).run();
    }
    if (parsed.command != Parsed::Command::Handover)
        return ExitCode::Usage;
    return HandoverCommand(
        context, {withMinus(parsed.since), withMinus(parsed.format), withMinus(parsed.output), parsed.rows})
        .run();
}
