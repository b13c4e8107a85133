// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandlineparts.h"
#include "app/ctl/commands/runbookcommand.h"
#include "app/ctl/commands/tagcommand.h"

#include <tuple>

/// What people write beside events: runbooks for kinds of error, tags on orders.
void CommandLine::defineRunbooks(Definition& definition, Parsed& parsed)
{
    using Command = Parsed::Command;
    CLI::App* runbook = definition.add(definition.app, "runbook",
        tr("Write, list or remove runbooks: what to do about a kind of error"), parsed, Command::None);
    runbook->require_subcommand(1);
    definition
        .add(*runbook, "put", tr("Write runbooks; one for the same problems is replaced"), parsed, Command::PutRunbooks)
        ->add_option("FILE", parsed.file,
            tr("File with a JSON object or an array of them; - for the standard input").toStdString())
        ->required();
    definition.add(*runbook, "list", tr("List the runbooks and what they are for"), parsed, Command::Runbooks);
    CLI::App* show = definition.add(*runbook, "show", tr("Show a runbook"), parsed, Command::Runbook);
    CLI::App* remove = definition.add(*runbook, "remove", tr("Remove a runbook"), parsed, Command::RemoveRunbook);
    for (CLI::App* command : {show, remove})
        command->add_option("ID", parsed.id, tr("Its number").toStdString())->required();

    CLI::App* tag = definition.add(definition.app, "tag",
        tr("Put tags on orders, or take them away; tag:x in a filter finds them"), parsed, Command::Tag);
    tag->add_option("ORDER", parsed.orders, tr("Numbers or keys of orders").toStdString())->required();
    for (const auto& [name, tags, text] : {std::tuple{"--add", &parsed.added, tr("A tag to put on them")},
             std::tuple{"--remove", &parsed.removed, tr("A tag to take away")}})
        tag->add_option(name, *tags, text.toStdString())->allow_extra_args(false)->delimiter(',');
    tag->add_option("--reason", parsed.reason, tr("Why, for the audit trail").toStdString());
}

ExitCode CommandLine::dispatchRunbooks(const CommandContext& context, const Parsed& parsed)
{
    switch (parsed.command) {
    case Parsed::Command::PutRunbooks:
        return RunbookCommand(context).put(withMinus(parsed.file));
    case Parsed::Command::Runbooks:
        return RunbookCommand(context).list();
    case Parsed::Command::Runbook:
        return RunbookCommand(context).show(parsed.id);
    case Parsed::Command::RemoveRunbook:
        return RunbookCommand(context).remove(parsed.id);
    case Parsed::Command::Tag:
        return TagCommand(context,
            {withMinus(parsed.orders), withMinus(parsed.added), withMinus(parsed.removed), withMinus(parsed.reason)})
            .run();
    default:
        return dispatchHandover(context, parsed);
    }
}
