// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/servecommand.h"

#include "app/sandbox/output.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <nlohmann/json.hpp>

#include <csignal>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {
std::optional<Error> writePort(const QString& name, quint16 port)
{
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0 && file.commit())
        return std::nullopt;
    return Error{Failure::Other,
        QCoreApplication::translate("ServeCommand", "%1 cannot be written: %2.").arg(name, file.errorString()), {}, {}};
}

/// A descriptor is a connection, and shells allow few.
void allowManyDescriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}
} // namespace

ServeCommand::ServeCommand(Options options)
    : m_options(std::move(options))
{ }

SandboxExit ServeCommand::run() const
{
    sigset_t ending;
    ::sigemptyset(&ending);
    ::sigaddset(&ending, SIGTERM);
    ::sigaddset(&ending, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ending, nullptr); // threads that are started from here on inherit it
    allowManyDescriptors();
    const auto sandbox = Sandbox::start(m_options.sandbox);
    if (!sandbox) {
        const Failure kind = sandbox.error().kind;
        const bool given = kind == Failure::Invalid || kind == Failure::NotFound;
        return failed(sandbox.error(), given ? SandboxExit::Usage : SandboxExit::Failed);
    }
    if (!m_options.portFile.isEmpty())
        if (const auto error = writePort(m_options.portFile, sandbox.value()->port()))
            return failed(*error, SandboxExit::Failed);
    print(announcement(*sandbox.value()));
    int signal = 0;
    ::sigwait(&ending, &signal);
    return SandboxExit::Done;
}

QString ServeCommand::announcement(Sandbox& sandbox) const
{
    const auto address = [](quint16 port) { return "http://127.0.0.1:" + std::to_string(port); };
    nlohmann::ordered_json ready{{"ready", true}, {"url", address(sandbox.port())}, {"port", sandbox.port()},
        {"scenario", m_options.sandbox.scenario.toStdString()}, {"seed", m_options.sandbox.seed},
        {"effects", sandbox.books().ledger().size()}};
    for (std::size_t i = 0; i < sandbox.systemPorts().size(); ++i)
        ready["systems"][sandbox.estate().systems()[i].name] = address(sandbox.systemPorts()[i]);
    return QString::fromStdString(ready.dump()) + u'\n';
}
