// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandlineparts.h"
#include "app/ctl/commands/groupcommand.h"

void CommandLine::defineGroups(Definition& definition, Parsed& parsed)
{
    using Command = Parsed::Command;
    CLI::App* groups = definition.add(definition.app, "groups",
        tr("List the causes of open problems, the most urgent first"), parsed, Command::Groups);
    groups->add_option("FILTER", parsed.filter, tr("Filter of problems, as in the console").toStdString());
    groups->footer(problemFilterHelp());
    groups->add_option("--queue", parsed.queue,
        tr("Queue: open, new, mine, unassigned, in_doubt, breaching, overdue, regressed, snoozed, awaiting_approval, or a team")
            .toStdString());
    groups->add_option(
        "--view", parsed.view, tr("Also the filter of this saved view, and its queue without --queue").toStdString());

    groups
        ->add_option("--sort", parsed.sort,
            tr("What to sort by; left out: the time that is left, then value at risk").toStdString())
        ->check(CLI::IsMember({"opened", "due", "value", "count", "trend", "last", "state", "owner", "code", "team"}));
    groups->add_flag("--ascending", parsed.ascending, tr("The smallest first").toStdString());

    CLI::App* group = definition.add(
        definition.app, "group", tr("Show one group of problems, or do something to it"), parsed, Command::Group);
    group->add_option("ID", parsed.id, tr("Its number").toStdString())->required();
    group->add_option("ACTION", parsed.control, tr("What to do with it").toStdString())
        ->check(CLI::IsMember({"acknowledge", "investigate", "wait", "archive", "reopen", "take", "assign", "release",
            "watch", "unwatch", "rename", "note", "resolve", "undo"}));
    group->add_option("--to", parsed.owner, tr("assign: whom, by the name in the database").toStdString());
    group->add_option("--text", parsed.text, tr("note: what to write; rename: its name").toStdString());
    group->add_option("--on", parsed.waitingOn, tr("wait: for whom").toStdString());
    group->add_option("--until", parsed.until, tr("wait, archive: until when, such as 2026-11-30T08:00").toStdString());
    group->add_option("--most", parsed.most, tr("archive: back when more than so many are open").toStdString());
    group->add_option("--as", parsed.resolution, tr("resolve: how it was settled").toStdString())
        ->check(CLI::IsMember({"fixed_in_target", "compensated", "duplicate", "not_needed"}));
    group->add_option("--reason", parsed.reason, tr("resolve: why, for the audit trail").toStdString());
    group->add_option("--evidence", parsed.evidence, tr("resolve: what shows it").toStdString());

    CLI::App* merge = definition.add(
        definition.app, "merge", tr("Make one group of several, also for what comes later"), parsed, Command::Merge);
    merge->add_option("ID", parsed.ids, tr("Groups").toStdString())->required();
    merge->add_option("--into", parsed.id, tr("The one that remains").toStdString())->required();

    CLI::App* split = definition.add(definition.app, "split",
        tr("Make a group of its own of a part, also for what comes later"), parsed, Command::Split);
    split->add_option("ID", parsed.id, tr("Group").toStdString())->required();
    split->add_option("--by", parsed.control, tr("What the part has in common").toStdString())
        ->required()
        ->check(CLI::IsMember({"channel", "target", "code", "text"}));
    split->add_option("--value", parsed.text, tr("Its value, or words in the message").toStdString())->required();

    definition.add(definition.app, "regroup", tr("Undo a merge or a split"), parsed, Command::Regroup)
        ->add_option("CHANGE", parsed.id, tr("Its number, as \"group\" shows it").toStdString())
        ->required();
}

ExitCode CommandLine::dispatchGroups(const CommandContext& context, const Parsed& parsed)
{
    GroupCommand command(context);
    switch (parsed.command) {
    case Parsed::Command::Groups:
        return command.list(parsed.words());
    case Parsed::Command::Group: {
        const auto action = groupActionFromText(withMinus(parsed.control));
        if (!action)
            return command.show(parsed.id);
        GroupActionDetails details;
        details.owner = withMinus(parsed.owner);
        details.text = withMinus(parsed.text);
        details.title = withMinus(parsed.text);
        details.waitingOn = withMinus(parsed.waitingOn);
        details.reason = withMinus(parsed.reason);
        details.evidence = withMinus(parsed.evidence);
        if (parsed.most >= 0)
            details.most = parsed.most;
        return command.act(parsed.id, {*action, details, withMinus(parsed.until), withMinus(parsed.resolution)});
    }
    case Parsed::Command::Merge:
        return command.merge(QList<qint64>(parsed.ids.cbegin(), parsed.ids.cend()), parsed.id);
    case Parsed::Command::Split:
        return command.split(parsed.id, withMinus(parsed.control), withMinus(parsed.text));
    case Parsed::Command::Regroup:
        return command.undo(parsed.id);
    default:
        return dispatchViews(context, parsed);
    }
}
