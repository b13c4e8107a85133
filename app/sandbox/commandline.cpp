// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/commandline.h"

#include "app/sandbox/auditcommand.h"
#include "app/sandbox/output.h"
#include "app/sandbox/sellcommand.h"
#include "app/sandbox/servecommand.h"

#include <CLI/CLI.hpp>

#include <sstream>

using namespace Qt::StringLiterals;

/// What the parser has filled in.
struct SandboxCommandLine::Parsed
{
    bool audits = false;
    bool sells = false;
    quint16 port = 8070;
    bool portPerSystem = false;
    std::string portFile;
    std::string scenario = "calm";
    quint64 seed = 1;
    double speed = 1;
    std::string journal;
    std::size_t keep = SandboxSettings().keep;
    int threads = 0;
    std::string ledger = "http://127.0.0.1:8070";
    std::string database;
    bool json = false;
    std::string estate = "http://127.0.0.1:8070";
    std::string relay = "http://127.0.0.1:9464";
    Seller::Pace pace;
    int historyDays = 0;
    int historyOrders = 300;
};

void SandboxCommandLine::define(CLI::App& app, Parsed& parsed)
{
    app.name("signalbox-sandbox");
    const auto formatter = app.get_formatter();
    formatter->label("Usage", tr("Usage", "heading in the help: how to call the program").toStdString());
    formatter->label("OPTIONS", tr("OPTIONS", "placeholder in the help").toStdString());
    formatter->label("SUBCOMMAND", tr("COMMAND", "placeholder in the help").toStdString());
    formatter->label("REQUIRED", tr("REQUIRED", "in the help: this has to be given").toStdString());
    formatter->label("TEXT", tr("TEXT", "placeholder in the help: any text").toStdString());
    formatter->label("INT", tr("NUMBER", "placeholder in the help: a whole number").toStdString());
    formatter->label("UINT", tr("NUMBER", "placeholder in the help: a whole number").toStdString());
    formatter->label("FLOAT", tr("NUMBER", "placeholder in the help: any number").toStdString());
    app.option_defaults()->group(tr("Options", "heading in the help").toStdString());
    app.description(
        tr("A simulated retail estate: HTTP services that keep ledgers, and fail like real ones.").toStdString());
    app.set_help_flag("-h,--help", tr("Show this help").toStdString());
    app.set_version_flag(
        "--version", std::string("signalbox-sandbox " SIGNALBOX_VERSION), tr("Show the version").toStdString());
    app.require_subcommand(1);
    app.footer(tr(
        "Without a command it serves. Exit codes: 0 done; 1 failed, something was done twice, or ledger and database do not agree; "
        "2 wrong usage or input; 3 no connection to the database.")
                   .toStdString());
    defineServe(app, parsed);
    defineAudit(app, parsed);
    defineSell(app, parsed);
}

void SandboxCommandLine::defineServe(CLI::App& app, Parsed& parsed)
{
    CLI::App* serve = app.add_subcommand("serve", tr("Run the estate until Ctrl+C").toStdString());
    serve->group(tr("Commands", "heading in the help").toStdString());
    serve->add_option("--port", parsed.port, tr("Port on 127.0.0.1; 0 for any that is free").toStdString())
        ->capture_default_str();
    serve->add_flag("--port-per-system", parsed.portPerSystem,
        tr("A further port for each system, on which connections are refused while it is down").toStdString());
    serve->add_option("--port-file", parsed.portFile, tr("File that gets the port when it is open").toStdString());
    serve
        ->add_option("--scenario", parsed.scenario,
            tr("What goes wrong: a file, or one of %1").arg(builtInScenarios().join(u", "_s)).toStdString())
        ->capture_default_str();
    serve->add_option("--seed", parsed.seed, tr("The same seed makes the same failures").toStdString())
        ->capture_default_str();
    serve->add_option("--speed", parsed.speed, tr("Seconds of the scenario in one second").toStdString())
        ->check(CLI::Range(0.001, 1'000'000.0))
        ->capture_default_str();
    serve->add_option("--journal", parsed.journal,
        tr("File that keeps the ledger; what is in it already is known again").toStdString());
    serve->add_option("--keep", parsed.keep, tr("How many requests can be read back").toStdString())
        ->check(CLI::Range(1, 100'000'000))
        ->capture_default_str();
    serve->add_option("--threads", parsed.threads, tr("Threads that answer; 0 for as many as fit").toStdString())
        ->check(CLI::Range(0, 64))
        ->capture_default_str();
}

void SandboxCommandLine::defineAudit(CLI::App& app, Parsed& parsed)
{
    CLI::App* audit = app.add_subcommand("audit",
        tr("Look through a ledger for what was done more than once, and hold it against the integration database")
            .toStdString());
    audit->group(tr("Commands", "heading in the help").toStdString());
    audit->add_option("--ledger", parsed.ledger, tr("URL of a running sandbox, or its journal file").toStdString())
        ->capture_default_str();
    audit
        ->add_option("--db", parsed.database,
            tr("Database to compare with: a URI such as postgresql://host/database. Without it SIGNALBOX_DB; without "
               "both nothing is compared.")
                .toStdString())
        ->type_name("URI");
    audit->add_flag("--json", parsed.json, tr("Write JSON instead of a table").toStdString());
    audit->callback([&parsed] { parsed.audits = true; });
}

void SandboxCommandLine::defineSell(CLI::App& app, Parsed& parsed)
{
    CLI::App* sell = app.add_subcommand("sell",
        tr("Let customers buy and parcels travel: send the events of a running estate to a relay").toStdString());
    sell->group(tr("Commands", "heading in the help").toStdString());
    sell->add_option("--estate", parsed.estate, tr("URL of a running sandbox").toStdString())->capture_default_str();
    sell->add_option("--relay", parsed.relay, tr("URL of a relay").toStdString())->capture_default_str();
    sell->add_option("--rate", parsed.pace.ordersPerSecond, tr("Orders a second").toStdString())
        ->check(CLI::Range(0.0, 1000.0))
        ->capture_default_str();
    sell->add_option(
            "--haste", parsed.pace.haste, tr("How much faster parcels travel and payments settle").toStdString())
        ->check(CLI::Range(0.01, 10'000.0))
        ->capture_default_str();
    sell->add_option("--orders", parsed.pace.orders, tr("End selling after so many; 0 for never").toStdString())
        ->capture_default_str();
    sell->add_option("--seed", parsed.seed, tr("The same seed makes the same orders").toStdString())
        ->capture_default_str();
    sell->add_option("--history", parsed.historyDays,
            tr("Days of the past that are told first, at once; 0 for none").toStdString())
        ->check(CLI::Range(0, 60))
        ->capture_default_str();
    sell->add_option("--history-orders", parsed.historyOrders, tr("How many orders the past has").toStdString())
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    sell->callback([&parsed] { parsed.sells = true; });
}

QString SandboxCommandLine::inWords(const CLI::App& app, const CLI::ParseError& error, const QStringList& arguments)
{
    const QString text = QString::fromUtf8(error.what()).simplified();
    if (!arguments.isEmpty() && !arguments.constFirst().startsWith(u'-') && app.get_subcommands().empty())
        return tr("There is no command \"%1\".").arg(arguments.constFirst());
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        QStringList extras;
        for (const std::string& extra : app.remaining(true))
            extras.append(QString::fromStdString(extra));
        return tr("There is no such option or argument here: %1.").arg(extras.join(u' '));
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return tr("%1 is missing.").arg(text.section(u' ', 0, 0));
    return tr("The command line is not understood: %1").arg(text);
}

SandboxExit SandboxCommandLine::run(const QStringList& arguments)
{
    Parsed parsed;
    CLI::App app;
    define(app, parsed);
    std::vector<std::string> reversed; // as the parser wants them
    for (const QString& argument : arguments)
        reversed.insert(reversed.begin(), argument.toStdString());
    const QStringList ofTheProgram{u"-h"_s, u"--help"_s, u"--version"_s};
    if (arguments.isEmpty()
        || (arguments.constFirst().startsWith(u'-') && !ofTheProgram.contains(arguments.constFirst())))
        reversed.emplace_back("serve");
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0)
            return failed({Failure::Invalid, inWords(app, error, arguments),
                              tr("\"signalbox-sandbox --help\" shows what there is."), {}},
                SandboxExit::Usage);
        std::ostringstream help;
        app.exit(error, help, help);
        print(QString::fromStdString(help.str()));
        return SandboxExit::Done;
    }
    return dispatch(parsed);
}

SandboxExit SandboxCommandLine::dispatch(const Parsed& parsed)
{
    if (parsed.audits)
        return AuditCommand(
            {QString::fromStdString(parsed.ledger), QString::fromStdString(parsed.database), parsed.json})
            .run();
    if (parsed.sells)
        return SellCommand({QString::fromStdString(parsed.estate), QString::fromStdString(parsed.relay), parsed.pace,
                               parsed.seed, parsed.historyDays, parsed.historyOrders})
            .run();
    ServeCommand::Options options;
    options.sandbox.port = parsed.port;
    options.sandbox.portPerSystem = parsed.portPerSystem;
    options.sandbox.scenario = QString::fromStdString(parsed.scenario);
    options.sandbox.seed = parsed.seed;
    options.sandbox.speed = parsed.speed;
    options.sandbox.journal = QString::fromStdString(parsed.journal);
    options.sandbox.keep = parsed.keep;
    options.sandbox.threads = parsed.threads;
    options.portFile = QString::fromStdString(parsed.portFile);
    return ServeCommand(options).run();
}
