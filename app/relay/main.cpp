// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/terminalprogram.h"
#include "app/relay/delivery/secret.h"
#include "app/relay/relay.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

volatile std::sig_atomic_t signals
    = 0; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): what a handler may write

void asked(int)
{
    signals = signals + 1; // the first: drain; the second: end at once
}

std::string text(const char* english)
{
    return QCoreApplication::translate("RelayProgram", english).toStdString();
}

int say(const Error& error)
{
    std::fprintf(stderr, "signalbox-relay: %s\n", qUtf8Printable(error.text));
    if (!error.hint.isEmpty())
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.hint));
    return error.kind == Failure::Connection || error.kind == Failure::Authentication ? 3 : 1;
}

int run(const Relay::Options& options)
{
    auto started = Relay::start(options);
    if (!started)
        return say(started.error());
    const std::unique_ptr<Relay> relay = std::move(started).value();
    std::printf("{\"relay\":\"%s\",\"port\":%d,\"database\":\"%s\"}\n", qUtf8Printable(relay->name()),
        int(relay->port()), qUtf8Printable(relay->database()));
    std::fflush(stdout);
    while (signals == 0)
        std::this_thread::sleep_for(50ms);
    relay->drain();
    while (!relay->done() && signals < 2)
        std::this_thread::sleep_for(20ms);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const TerminalProgram program(argc, argv);
    std::signal(SIGTERM, asked);
    std::signal(SIGINT, asked);

    CLI::App cli{text(QT_TRANSLATE_NOOP(
        "RelayProgram", "Delivers the messages of the integration database, and takes events in over HTTP."))};
    Relay::Options options;
    std::string database;
    std::string name;
    std::string address = "127.0.0.1";
    std::string token;
    std::string signatureKey;
    cli.set_help_flag("-h,--help", text(QT_TRANSLATE_NOOP("RelayProgram", "Show this help")));
    cli.set_version_flag("--version", std::string("signalbox-relay ") + SIGNALBOX_VERSION,
        text(QT_TRANSLATE_NOOP("RelayProgram", "Show the version")));
    cli.add_option("--db", database,
        text(QT_TRANSLATE_NOOP("RelayProgram",
            "The database: a URI, a service or a name. Without it: SIGNALBOX_DB, libpq's own variables, else a private server")));
    cli.add_flag("--estate", options.estate,
        text(QT_TRANSLATE_NOOP("RelayProgram", "A private database for a simulated estate, empty at each start")));
    cli.add_option("--name", name, text(QT_TRANSLATE_NOOP("RelayProgram", "This relay's name, its own among all")));
    cli.add_option("--lanes", options.lanes, text(QT_TRANSLATE_NOOP("RelayProgram", "Threads that deliver")))
        ->check(CLI::Range(1, 32))
        ->capture_default_str();
    cli.add_option("--listen", address, text(QT_TRANSLATE_NOOP("RelayProgram", "IPv4 address of the HTTP service")))
        ->capture_default_str();
    cli.add_option("--port", options.port, text(QT_TRANSLATE_NOOP("RelayProgram", "Its port; 0: any that is free")))
        ->capture_default_str();
    cli.add_option("--events-token", token,
        text(QT_TRANSLATE_NOOP("RelayProgram", "Where the token lies that producers show: env:NAME or file:PATH")));
    cli.add_option("--events-key", signatureKey,
        text(QT_TRANSLATE_NOOP("RelayProgram", "Where the key lies that producers sign with: env:NAME or file:PATH")));
    CLI11_PARSE(cli, argc, argv);
    options.database = QString::fromStdString(database);
    options.name = QString::fromStdString(name);
    options.address = QString::fromStdString(address);
    for (const auto& [reference, secret] :
        {std::pair(token, &options.access.token), std::pair(signatureKey, &options.access.signatureKey)}) {
        if (reference.empty())
            continue;
        const auto value = readSecret(QString::fromStdString(reference));
        if (!value)
            return say(value.error());
        *secret = value.value();
    }
    return run(options);
}
