// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandline.h"

#include "app/ctl/commandcontext.h"
#include "app/ctl/commandlineparts.h"
#include "app/ctl/commands/databasecommand.h"
#include "app/ctl/commands/importcommand.h"
#include "app/ctl/commands/ingestcommand.h"
#include "app/ctl/commands/ordercommand.h"
#include "app/ctl/commands/orderscommand.h"
#include "app/ctl/commands/rebuildcommand.h"
#include "app/ctl/import/builtinmappings.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/nearest.h"
#include "models/domain/savedview.h"

#include <algorithm>
#include <sstream>

using namespace Qt::StringLiterals;

namespace {
bool isNegatedTerm(const QString& argument)
{
    return argument.size() > 1 && argument.startsWith(u'-') && argument.at(1) != u'-' && argument != u"-h"_s;
}
} // namespace

CommandLine::CommandLine(Terminal& terminal)
    : m_terminal(terminal)
{ }

void CommandLine::define(Definition& definition, Parsed& parsed)
{
    CLI::App& app = definition.app;
    app.name("signalboxctl");
    nameParts(definition);
    app.description(tr(
        "Order synchronisation from the command line: databases, events, imports, orders, missed targets, exceptions, replays.")
                        .toStdString());
    app.set_help_flag("-h,--help", tr("Show this help").toStdString());
    app.set_version_flag(
        "--version", std::string("signalboxctl " SIGNALBOX_VERSION), tr("Show the version").toStdString());
    app.add_option("--db", parsed.database,
           tr("Database: a URI such as postgresql://host/database. Without it SIGNALBOX_DB, then libpq's variables (PGHOST, PGSERVICE, ...), "
              "then the embedded server.")
               .toStdString())
        ->type_name("URI");
    app.add_option("--bundle", parsed.bundleFile,
           tr("Read this incident bundle instead of a database; nothing in it can be changed.").toStdString())
        ->type_name("FILE")
        ->excludes("--db");
    app.add_flag("--json", parsed.json, tr("Write JSON instead of a table").toStdString());
    app.require_subcommand(1);
    app.footer(tr("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no connection.").toStdString());
    defineDatabase(definition, parsed);
    defineInput(definition, parsed);
    defineOrders(definition, parsed);
    defineTriage(definition, parsed);
    defineGroups(definition, parsed);
    defineViews(definition, parsed);
    defineRunbooks(definition, parsed);
    defineActions(definition, parsed);
    defineDelivery(definition, parsed);
    defineHandover(definition, parsed);
}

/// The parser's own words in its help; subcommands take them over when they are made.
void CommandLine::nameParts(Definition& definition)
{
    const auto formatter = definition.app.get_formatter();
    formatter->label("Usage", tr("Usage", "heading in the help: how to call the program").toStdString());
    formatter->label("Positionals", tr("Arguments", "heading in the help: what follows a command").toStdString());
    formatter->label("OPTIONS", tr("OPTIONS", "placeholder in the help").toStdString());
    formatter->label("SUBCOMMAND", tr("COMMAND", "placeholder in the help").toStdString());
    formatter->label("REQUIRED", tr("REQUIRED", "in the help: this has to be given").toStdString());
    formatter->label("TEXT", tr("TEXT", "placeholder in the help: any text").toStdString());
    formatter->label("UINT", tr("NUMBER", "placeholder in the help: a whole number").toStdString());
    formatter->label("INT", tr("NUMBER", "placeholder in the help: a whole number").toStdString());
    definition.heading = tr("Commands", "heading in the help").toStdString();
    definition.app.option_defaults()->group(tr("Options", "heading in the help").toStdString());
}

/// What the parser holds against the command line, in our words.
QString CommandLine::inWords(const Definition& definition, const CLI::ParseError& error)
{
    const QString text = QString::fromUtf8(error.what()).replace(minusMark, u'-').simplified();
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        QStringList extras = withMinus(definition.app.remaining(true));
        return tr("There is no such option or argument here: %1.").arg(extras.join(u' '));
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        const QString name = text.section(u' ', 0, 0);
        if (name != u"A"_s)
            return tr("%1 is missing.").arg(name);
        const QStringList unknown = withMinus(definition.app.remaining(true));
        return unknown.isEmpty() ? tr("A command is missing.")
                                 : tr("There is no such command here: %1.").arg(unknown.join(u' '));
    }
    return tr("The command line is not understood: %1").arg(text);
}

void CommandLine::defineDatabase(Definition& definition, Parsed& parsed)
{
    using Command = Parsed::Command;
    CLI::App* db
        = definition.add(definition.app, "db", tr("Create, migrate and examine a database"), parsed, Command::None);
    db->require_subcommand(1);
    definition.add(*db, "init", tr("Create the schema"), parsed, Command::Init);
    definition.add(*db, "migrate", tr("Bring the schema up to date"), parsed, Command::Migrate);
    definition.add(*db, "status", tr("Say which database this is and how it stands"), parsed, Command::Status);
    definition.add(*db, "doctor", tr("Look for what is wrong and say what to do"), parsed, Command::Doctor);
    definition.add(*db, "serve", tr("Keep the embedded server running until Ctrl+C, for psql and other programs"),
        parsed, Command::Serve);
    definition.add(definition.app, "rebuild", tr("Derive the state of all orders again from their events"), parsed,
        Command::Rebuild);
}

void CommandLine::defineInput(Definition& definition, Parsed& parsed)
{
    CLI::App* ingest = definition.add(definition.app, "ingest",
        tr("Take in events: a JSON array, one event per line, or a batch {\"events\": [...]}"), parsed,
        Parsed::Command::Ingest);
    ingest->add_option("FILE", parsed.file, tr("File with events; - for the standard input").toStdString())->required();
    CLI::App* import = definition.add(definition.app, "import", tr("Turn CSV files or tables into events by a mapping"),
        parsed, Parsed::Command::Import);
    import
        ->add_option("MAPPING", parsed.mapping,
            tr("Mapping file, or the name of a built-in one: %1").arg(builtInMappings().join(u", "_s)).toStdString())
        ->required();
    import->add_option("DIR", parsed.folder, tr("Folder with the CSV files").toStdString());
    import->add_flag(
        "--start-over", parsed.startOver, tr("Send everything again, even what was imported before").toStdString());
}

void CommandLine::defineOrders(Definition& definition, Parsed& parsed)
{
    using Command = Parsed::Command;
    const std::string footer
        = tr("A filter is such as: channel:pos,web state:failed age>2h value>=500 placed:today -channel:test")
              .toStdString();
    CLI::App* orders = definition.add(definition.app, "orders", tr("List orders"), parsed, Command::Orders);
    orders->add_option("--sort", parsed.sort, tr("What to sort by").toStdString())
        ->check(CLI::IsMember({"placed", "due", "number"}));
    orders->add_flag("--ascending", parsed.ascending, tr("The smallest first").toStdString());
    CLI::App* breaches = definition.add(
        definition.app, "breaches", tr("List orders with a step that is overdue now"), parsed, Command::Breaches);
    for (CLI::App* list : {orders, breaches}) {
        list->add_option("FILTER", parsed.filter, tr("Filter, as in the console").toStdString());
        list->add_option("--view", parsed.view, tr("Also the filter of this saved view").toStdString());
        list->add_option("--limit", parsed.limit, tr("How many at most").toStdString())
            ->check(CLI::Range(1, 1'000'000'000))
            ->capture_default_str();
        list->add_flag("--all", parsed.all, tr("Every one that matches").toStdString());
        list->footer(footer);
    }
    CLI::App* order = definition.add(
        definition.app, "order", tr("Show one order with everything that is known of it"), parsed, Command::Order);
    order->add_option("NUMBER", parsed.number, tr("Its number, its key or an external reference").toStdString())
        ->required();
}

ExitCode CommandLine::run(const QStringList& arguments)
{
    const ExitCode code = answer(arguments);
    if (m_terminal.writeError() == 0)
        return code;
    const CommandContext context(m_terminal, {}, arguments.contains(u"--json"_s));
    const ExitCode failed = context.fail({Failure::Other,
        tr("The output could not be written: %1").arg(qt_error_string(m_terminal.writeError())), {}, {}});
    return code == ExitCode::Done ? failed : code;
}

ExitCode CommandLine::answer(const QStringList& arguments)
{
    Parsed parsed;
    Definition definition;
    define(definition, parsed);
    std::vector<std::string> reversed; // as the parser wants them
    for (const QString& argument : arguments) {
        const QString safe = isNegatedTerm(argument) ? minusMark + argument.mid(1) : argument;
        reversed.insert(reversed.begin(), safe.toStdString());
    }
    try {
        definition.app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0)
            return misused(parsed, inWords(definition, error), arguments);
        std::ostringstream help;
        definition.app.exit(error, help, help);
        m_terminal.print(QString::fromStdString(help.str()));
        return ExitCode::Done;
    }
    return dispatch(parsed);
}

ExitCode CommandLine::misused(const Parsed& parsed, const QString& text, const QStringList& arguments)
{
    const CommandContext context(m_terminal, {}, parsed.json || arguments.contains(u"--json"_s));
    const QStringList commands{u"db"_s, u"ingest"_s, u"import"_s, u"orders"_s, u"order"_s, u"breaches"_s, u"rebuild"_s,
        u"exceptions"_s, u"exception"_s, u"groups"_s, u"group"_s, u"merge"_s, u"split"_s, u"regroup"_s, u"edit"_s,
        u"replay"_s, u"take"_s, u"assign"_s, u"release"_s, u"note"_s, u"snooze"_s, u"wake"_s, u"resolve"_s, u"undo"_s,
        u"views"_s, u"view"_s, u"operations"_s, u"operation"_s, u"approve"_s, u"reject"_s, u"limit"_s, u"flows"_s,
        u"flow"_s, u"target"_s, u"channel"_s, u"master"_s, u"audit"_s, u"handover"_s, u"bundle"_s};
    const auto word
        = std::find_if(arguments.cbegin(), arguments.cend(), [](const QString& a) { return !a.startsWith(u'-'); });
    const QString hint = tr("\"signalboxctl --help\" shows what there is.");
    if (arguments.isEmpty())
        return context.misused(tr("No command is given."), hint);
    if (word == arguments.cbegin() && !commands.contains(*word))
        return context.misused(
            tr("There is no command \"%1\"%2", "%2 ends the sentence").arg(*word, guessOrFullStop(*word, commands)),
            hint);
    return context.misused(text, hint);
}

ExitCode CommandLine::dispatch(const Parsed& parsed)
{
    const CommandContext context(
        m_terminal, QString::fromStdString(parsed.database), parsed.json, QString::fromStdString(parsed.bundleFile));
    const auto database = ConnectionSettings::choose(context.database());
    if (!database && parsed.bundleFile.empty())
        return context.misused(database.error().text, database.error().hint);
    OrdersCommand::Options list{withMinus(parsed.filter), withMinus(parsed.view), OrderSort::PlacedAt, parsed.ascending,
        parsed.all, parsed.limit};
    list.sort = orderSortFromText(QString::fromStdString(parsed.sort)).value_or(OrderSort::PlacedAt);
    switch (parsed.command) {
    case Parsed::Command::Init:
        return DatabaseCommand(context).init();
    case Parsed::Command::Migrate:
        return DatabaseCommand(context).migrate();
    case Parsed::Command::Status:
        return DatabaseCommand(context).status();
    case Parsed::Command::Doctor:
        return DatabaseCommand(context).doctor();
    case Parsed::Command::Serve:
        return DatabaseCommand(context).serve();
    case Parsed::Command::Ingest:
        return IngestCommand(context, QString::fromStdString(parsed.file)).run();
    case Parsed::Command::Import:
        return ImportCommand(
            context, {QString::fromStdString(parsed.mapping), QString::fromStdString(parsed.folder), parsed.startOver})
            .run();
    case Parsed::Command::Orders:
        return OrdersCommand(context, list).runOrders();
    case Parsed::Command::Breaches:
        return OrdersCommand(context, list).runBreaches();
    case Parsed::Command::Order:
        return OrderCommand(context, withMinus(parsed.number)).run();
    case Parsed::Command::Rebuild:
        return RebuildCommand(context).run();
    default:
        return dispatchDelivery(context, parsed);
    }
}
