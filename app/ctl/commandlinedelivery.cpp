// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandcontext.h"
#include "app/ctl/commandlineparts.h"
#include "app/ctl/commands/actioncommand.h"
#include "app/ctl/commands/deliverycommand.h"
#include "app/ctl/commands/editcommand.h"
#include "app/ctl/commands/exceptioncommand.h"
#include "app/ctl/commands/exceptionscommand.h"
#include "app/ctl/commands/operationcommand.h"
#include "app/ctl/commands/replaycommand.h"

using namespace Qt::StringLiterals;

namespace {

QList<qint64> idList(const std::vector<long long>& ids)
{
    return {ids.cbegin(), ids.cend()};
}

} // namespace

void CommandLine::defineTriage(Definition& definition, Parsed& parsed)
{
    using Command = Parsed::Command;
    const std::string queues = tr(
        "Queue: open, new, mine, unassigned, in_doubt, breaching, overdue, regressed, snoozed, awaiting_approval, resolved, or a team")
                                   .toStdString();
    CLI::App* exceptions
        = definition.add(definition.app, "exceptions", tr("List open problems"), parsed, Command::Exceptions);
    exceptions->add_option("FILTER", parsed.filter, tr("Filter of problems, as in the console").toStdString());
    exceptions->footer(problemFilterHelp());
    exceptions->add_option("--queue", parsed.queue, queues);
    exceptions->add_option(
        "--view", parsed.view, tr("Also the filter of this saved view, and its queue without --queue").toStdString());
    exceptions->add_option("--limit", parsed.limit, tr("How many at most").toStdString())
        ->check(CLI::Range(1, 1'000'000'000))
        ->capture_default_str();
    exceptions->add_option("--sort", parsed.sort, tr("What to sort by; left out: the newest first").toStdString())
        ->check(CLI::IsMember({"opened", "due"}));
    exceptions->add_flag("--ascending", parsed.ascending, tr("The smallest first").toStdString());
    exceptions->add_flag("--all", parsed.all, tr("Every one that matches").toStdString());

    CLI::App* exception = definition.add(definition.app, "exception",
        tr("Show one exception with its tries and what was done about it"), parsed, Command::Exception);
    exception->add_option("ID", parsed.id, tr("Its number").toStdString())->required();

    CLI::App* replay = definition.add(
        definition.app, "replay", tr("Send messages again: first the plan, then the sending"), parsed, Command::Replay);
    replay->add_option("ID", parsed.ids, tr("Exceptions").toStdString());
    replay->add_option(
        "--matching", parsed.matching, tr("Instead: all open ones that match this filter").toStdString());
    replay->add_option("--queue", parsed.queue, queues);
    replay->add_option("--group", parsed.group, tr("Instead, or of these: the ones in this group").toStdString())
        ->check(CLI::PositiveNumber);
    replay->add_flag("--dry-run", parsed.dryRun, tr("Show the plan and send nothing").toStdString());
    replay->add_option("--reason", parsed.reason, tr("Why, for the audit trail").toStdString());
    replay->add_option("--classes", parsed.classes, tr("What of the plan to send").toStdString())
        ->delimiter(',')
        ->check(CLI::IsMember({"safe", "verify", "will_fail"}))
        ->capture_default_str();
    CLI::Option* ramp = replay->add_option("--ramp", parsed.ramp,
        tr("Stages in per cent of what is sent, each with those before it, such as 1,5,25,100").toStdString());
    ramp->delimiter(',')->check(CLI::Range(1, 100));
    replay->add_flag("--all-at-once", parsed.atOnce, tr("In one stage").toStdString())->excludes(ramp);
    replay->add_option("--rate", parsed.rate, tr("At most so many messages a second").toStdString())
        ->check(CLI::PositiveNumber);
    replay->add_option("--start-at", parsed.startAt, tr("Not before, such as 2026-11-30T22:00").toStdString());
    replay
        ->add_option("--stop-share", parsed.stopShare,
            tr("Stop when more than so many per cent end with the same error").toStdString())
        ->check(CLI::Range(0, 100));
    replay->add_flag("--yes", parsed.yes, tr("Do not ask").toStdString());
    replay->add_flag("--wait", parsed.wait, tr("Follow it to its end").toStdString());
    replay->footer(problemFilterHelp() + "\n\n"
        + tr("With --wait the exit code is 0 when every message is confirmed, else 1. A replay that the stop rule "
             "has stopped is not waited for; one that needs somebody else's approval is.")
              .toStdString());
    replay->callback([&parsed, replay] {
        parsed.command = Command::Replay;
        parsed.matches = replay->count("--matching") > 0;
    });
    defineVerify(definition, parsed);
    defineEdit(definition, parsed);
}

void CommandLine::defineVerify(Definition& definition, Parsed& parsed)
{
    CLI::App* verify = definition.add(definition.app, "verify",
        tr("Ask the targets whether they have messages; nothing is sent"), parsed, Parsed::Command::Verify);
    verify->add_option("ID", parsed.ids, tr("Exceptions").toStdString());
    defineMatching(*verify, parsed);
    verify->add_option("--group", parsed.group, tr("Instead, or of these: the ones in this group").toStdString())
        ->check(CLI::PositiveNumber);
    verify->add_flag("--dry-run", parsed.dryRun, tr("Show which can be asked about, and ask nothing").toStdString());
    verify->add_option("--reason", parsed.reason, tr("Why, for the audit trail").toStdString());
    verify->add_flag("--wait", parsed.wait, tr("Follow it to its end").toStdString());
    verify->footer(problemFilterHelp() + "\n\n"
        + tr(
            "What the target has, as far as its flow says what must be equal, is resolved with its number. What it does "
            "not have has failed for certain and can be replayed. With --wait the exit code is 0 when there is an answer "
            "for every message that could be asked about.")
              .toStdString());
    verify->callback([&parsed, verify] {
        parsed.command = Parsed::Command::Verify;
        parsed.matches = verify->count("--matching") > 0;
    });
}

std::string CommandLine::problemFilterHelp()
{
    return tr("A filter is such as: tax flow:erp-* error:\"tax code\" owner:me due<1h value>=500 -channel:test")
        .toStdString();
}

/// What may stand instead of ids.
void CommandLine::defineMatching(CLI::App& command, Parsed& parsed)
{
    command.add_option(
        "--matching", parsed.matching, tr("Instead: all open ones that match this filter").toStdString());
    command.add_option("--queue", parsed.queue, tr("Instead, or of these: the ones in this queue").toStdString());
}

void CommandLine::defineEdit(Definition& definition, Parsed& parsed)
{
    CLI::App* edit = definition.add(definition.app, "edit",
        tr("Change what is sent: first what would change, then the saving"), parsed, Parsed::Command::Edit);
    edit->add_option("EXCEPTION", parsed.ids, tr("Exceptions").toStdString());
    defineMatching(*edit, parsed);
    edit->add_option(
        "--patch", parsed.patch, tr("JSON Patch (RFC 6902) for all of them: a file, - or [...]").toStdString());
    edit->add_option("--payload", parsed.payload, tr("File with the whole new content, for one").toStdString());
    edit->add_flag("--dry-run", parsed.dryRun, tr("Show what would change and save nothing").toStdString());
    edit->add_option("--reason", parsed.reason, tr("Why, for the audit trail").toStdString());
    edit->add_flag("--yes", parsed.yes, tr("Do not ask").toStdString());
    edit->add_flag("--replay", parsed.replay, tr("Then send them again").toStdString());
    edit->add_flag("--wait", parsed.wait, tr("Follow the replay to its end").toStdString());
    edit->callback([&parsed, edit] {
        parsed.command = Parsed::Command::Edit;
        parsed.matches = edit->count("--matching") > 0;
    });
    edit->footer(tr("Nothing but what the patch names changes: white space, the spelling of numbers and the order of "
                    "keys stay. The original is kept; what is sent is a new message to the target.")
                     .toStdString());
}

void CommandLine::defineActions(Definition& definition, Parsed& parsed)
{
    const auto add = [&](const char* name, const QString& description, ExceptionAction action) {
        CLI::App* command = definition.add(definition.app, name, description, parsed, Parsed::Command::None);
        CLI::Option* ids = command->add_option("ID", parsed.ids, tr("Exceptions").toStdString());
        if (action == ExceptionAction::Resolve)
            defineMatching(*command, parsed);
        else
            ids->required();
        command->callback([&parsed, action, command] {
            parsed.command = Parsed::Command::Act;
            parsed.matches = action == ExceptionAction::Resolve && command->count("--matching") > 0;
            parsed.action = action;
        });
        return command;
    };
    add("take", tr("Make exceptions yours"), ExceptionAction::Take);
    add("assign", tr("Give exceptions to somebody"), ExceptionAction::Assign)
        ->add_option("--to", parsed.owner, tr("Whom, by the name in the database").toStdString())
        ->required();
    add("release", tr("Make exceptions nobody's"), ExceptionAction::Release);
    add("note", tr("Write a note on exceptions"), ExceptionAction::Note)
        ->add_option("--text", parsed.text, tr("What to write").toStdString())
        ->required();
    CLI::App* snooze = add("snooze", tr("Put exceptions aside for a time"), ExceptionAction::Snooze);
    snooze->add_option("--until", parsed.until, tr("Until when, such as 2026-11-30T08:00").toStdString());
    snooze->add_option("--for", parsed.duration, tr("For how long, such as 90m, 4h or 2d").toStdString());
    add("wake", tr("Take exceptions up again before their time"), ExceptionAction::Wake);
    add("undo", tr("Take back your last decision on exceptions, if nothing has happened since"), ExceptionAction::Undo);
    CLI::App* resolve
        = add("resolve", tr("Close exceptions that were settled in another way"), ExceptionAction::Resolve);
    resolve->add_option("--as", parsed.resolution, tr("How it was settled").toStdString())
        ->required()
        ->check(CLI::IsMember({"fixed_in_target", "compensated", "duplicate", "not_needed"}));
    resolve->add_option("--reason", parsed.reason, tr("Why, for the audit trail").toStdString())->required();
    resolve->add_option("--evidence", parsed.evidence, tr("What shows it, such as a document's number").toStdString());
    resolve->add_flag(
        "--yes", parsed.yes, tr("Do not ask before what --matching or --queue finds is closed").toStdString());
}

void CommandLine::defineDelivery(Definition& definition, Parsed& parsed)
{
    using Command = Parsed::Command;
    CLI::App* operations
        = definition.add(definition.app, "operations", tr("List the last replays"), parsed, Command::Operations);
    operations->add_option("--limit", parsed.limit, tr("How many at most").toStdString())
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    CLI::App* operation = definition.add(
        definition.app, "operation", tr("Show, pause, resume or cancel one replay"), parsed, Command::Operation);
    operation->add_option("ID", parsed.id, tr("Its number").toStdString())->required();
    operation->add_option("ACTION", parsed.control, tr("What to do with it").toStdString())
        ->check(CLI::IsMember({"pause", "resume", "cancel"}));
    CLI::App* approve = definition.add(definition.app, "approve",
        tr("Approve a replay that somebody else asked for, as it was planned"), parsed, Command::Approve);
    approve->add_option("ID", parsed.id, tr("Its number").toStdString())->required();
    approve->add_option("--note", parsed.text, tr("What to say about it").toStdString());
    CLI::App* reject = definition.add(
        definition.app, "reject", tr("Reject a replay that somebody else asked for"), parsed, Command::Reject);
    reject->add_option("ID", parsed.id, tr("Its number").toStdString())->required();
    reject->add_option("--reason", parsed.reason, tr("Why, for the audit trail").toStdString())->required();

    definition.add(definition.app, "flows", tr("List the flows: where they go, and how their messages stand"), parsed,
        Command::Flows);
    const auto addPut = [&](const char* name, const QString& group, const QString& put, Command command) {
        CLI::App* parent = definition.add(definition.app, name, group, parsed, Command::None);
        parent->require_subcommand(1);
        definition.add(*parent, "put", put, parsed, command)
            ->add_option("FILE", parsed.file,
                tr("File with a JSON object or an array of them; - for the standard input").toStdString())
            ->required();
    };
    addPut("flow", tr("Install flows"), tr("Install or change flows"), Command::PutFlows);
    addPut(
        "target", tr("Install targets"), tr("Install or change the targets that flows send to"), Command::PutTargets);
    addPut("channel", tr("Install sales channels"),
        tr("Install or change sales channels and the processes that their orders follow"), Command::PutChannels);
    addPut("master", tr("Install master data"),
        tr("Install or change what is known of goods and channels, for payloads and routes"), Command::PutMaster);
    addPut("limit", tr("Install limits"), tr("Replace the limits above which a second person approves a replay"),
        Command::PutLimits);
    CLI::App* audit = definition.add(definition.app, "audit", tr("Examine the audit trail"), parsed, Command::None);
    audit->require_subcommand(1);
    definition.add(
        *audit, "verify", tr("Look whether any entry was changed or taken out"), parsed, Command::VerifyAudit);
}

ExitCode CommandLine::dispatchDelivery(const CommandContext& context, const Parsed& parsed)
{
    const QList<qint64> ids = idList(parsed.ids);
    const QString file = withMinus(parsed.file);
    const auto matching = parsed.matches ? std::optional(withMinus(parsed.matching)) : std::nullopt;
    switch (parsed.command) {
    case Parsed::Command::Exceptions:
        return ExceptionsCommand(context, {parsed.words(), parsed.all, parsed.limit}).run();
    case Parsed::Command::Exception:
        return ExceptionCommand(context, parsed.id).run();
    case Parsed::Command::Replay: {
        ReplayCommand::Options options;
        options.ids = ids;
        options.matching = matching;
        options.queue = withMinus(parsed.queue);
        options.group = parsed.group;
        options.classes = withMinus(parsed.classes);
        options.reason = withMinus(parsed.reason);
        options.dryRun = parsed.dryRun;
        options.yes = parsed.yes;
        options.wait = parsed.wait;
        options.ramp = parsed.atOnce ? QList<int>{100} : QList<int>(parsed.ramp.cbegin(), parsed.ramp.cend());
        options.rate = parsed.rate;
        options.startAt = withMinus(parsed.startAt);
        if (parsed.stopShare >= 0)
            options.stopShare = parsed.stopShare;
        return ReplayCommand(context, options).run();
    }
    case Parsed::Command::Verify: {
        ReplayCommand::Options options;
        options.kind = OperationKind::Verify;
        options.ids = ids;
        options.matching = matching;
        options.queue = withMinus(parsed.queue);
        options.group = parsed.group;
        options.reason = withMinus(parsed.reason);
        options.dryRun = parsed.dryRun;
        options.wait = parsed.wait;
        return ReplayCommand(context, options).run();
    }
    case Parsed::Command::Edit:
        return EditCommand(context,
            {ids, matching, withMinus(parsed.queue), withMinus(parsed.patch), withMinus(parsed.payload),
                withMinus(parsed.reason), parsed.dryRun, parsed.yes, parsed.replay, parsed.wait})
            .run();
    case Parsed::Command::Act:
        return ActionCommand(context,
            {parsed.action, ids, matching, withMinus(parsed.queue), parsed.yes, withMinus(parsed.owner),
                withMinus(parsed.text), withMinus(parsed.until), withMinus(parsed.duration),
                withMinus(parsed.resolution), withMinus(parsed.reason), withMinus(parsed.evidence)})
            .run();
    case Parsed::Command::Operations:
        return OperationCommand(context).list(parsed.limit);
    case Parsed::Command::Operation:
        return OperationCommand(context).show(parsed.id, withMinus(parsed.control));
    case Parsed::Command::Approve:
        return OperationCommand(context).decide(parsed.id, true, withMinus(parsed.text));
    case Parsed::Command::Reject:
        return OperationCommand(context).decide(parsed.id, false, withMinus(parsed.reason));
    case Parsed::Command::Flows:
        return DeliveryCommand(context).flows();
    case Parsed::Command::PutFlows:
        return DeliveryCommand(context).put(DeliveryBook::Kind::Flow, file);
    case Parsed::Command::PutTargets:
        return DeliveryCommand(context).put(DeliveryBook::Kind::Target, file);
    case Parsed::Command::PutChannels:
        return DeliveryCommand(context).put(DeliveryBook::Kind::Channel, file);
    case Parsed::Command::PutMaster:
        return DeliveryCommand(context).put(DeliveryBook::Kind::MasterRecord, file);
    case Parsed::Command::PutLimits:
        return DeliveryCommand(context).put(DeliveryBook::Kind::Limit, file);
    case Parsed::Command::VerifyAudit:
        return DeliveryCommand(context).verifyAudit();
    default:
        return dispatchGroups(context, parsed);
    }
}
