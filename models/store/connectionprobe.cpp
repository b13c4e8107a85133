// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connectionprobe.h"

#include "models/store/pqerror.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>

#include <libpq-fe.h>

#include <memory>
#include <string>

#include <netdb.h>
#include <poll.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestProbe = 5000; // ms

class ProbeTexts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionProbe)
public:
    static Error unreachable(const ConnectionSettings& settings, const QString& said);
    static Error passwordMissing(const ConnectionSettings& settings, const std::string& message);
};

bool hostIsKnown(const QString& host)
{
    addrinfo* found = nullptr;
    const int result = ::getaddrinfo(host.toUtf8().constData(), nullptr, nullptr, &found);
    if (found)
        ::freeaddrinfo(found);
    return result == 0;
}

Error ProbeTexts::unreachable(const ConnectionSettings& settings, const QString& said)
{
    const QString folder = settings.socketFolder();
    const QString host = settings.host();
    if (!folder.isEmpty() && folder.startsWith(u'/')) {
        const QString socket = folder + u"/.s.PGSQL."_s + (settings.port().isEmpty() ? u"5432"_s : settings.port());
        if (!QFileInfo::exists(socket))
            return {Failure::Connection, tr("No database server is running at the socket %1.").arg(socket),
                tr("Start the server, or check the host and port."), u"08001"_s};
        return {Failure::Connection, tr("The database server at the socket %1 does not answer: %2").arg(socket, said),
            tr("Check that the server is running and that you may enter its folder."), u"08001"_s};
    }
    if (said.contains(u"SSL"_s) || said.contains(u"certificate"_s) || said.contains(u".crt"_s))
        return {Failure::Connection, tr("No safe connection to %1 could be made: %2").arg(host, said),
            tr("A remote server must prove who it is: put the authority's certificate into ~/.postgresql/root.crt or name "
               "it with sslrootcert=...; sslmode=require encrypts without that proof."),
            u"08001"_s};
    if (!host.isEmpty() && !host.contains(u',') && !hostIsKnown(host))
        return {Failure::Connection, tr("There is no host named %1.").arg(host),
            tr("Check the spelling of the host and the network connection."), u"08001"_s};
    return {Failure::Connection, tr("The database server %1 does not answer: %2").arg(settings.redacted(), said),
        tr("Check that the server is running, and that host and port are right."), u"08001"_s};
}

Error ProbeTexts::passwordMissing(const ConnectionSettings& settings, const std::string& message)
{
    Error error = serverError("28P01", message);
    error.text = tr("The database server asks for the password of %1, and none was given.").arg(settings.user());
    return error;
}

using ConnectionPointer = std::unique_ptr<PGconn, decltype(&PQfinish)>;

/// What became of the attempt: PGRES_POLLING_OK, _FAILED, or any other when time is up.
PostgresPollingStatusType waitFor(PGconn* connection, const std::atomic<bool>* stop)
{
    QElapsedTimer timer;
    timer.start();
    PostgresPollingStatusType next = PGRES_POLLING_WRITING;
    while (timer.elapsed() < longestProbe && !(stop && stop->load())) {
        const short events = next == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        pollfd waiting{PQsocket(connection), events, 0};
        if (::poll(&waiting, 1, 100) == 0)
            continue;
        next = PQconnectPoll(connection);
        if (next == PGRES_POLLING_OK || next == PGRES_POLLING_FAILED)
            break;
    }
    return next;
}

std::string sqlstateIn(const std::string& message)
{
    static const QRegularExpression pattern(u":  ([0-9A-Z]{5}): "_s);
    return pattern.match(QString::fromStdString(message)).captured(1).toStdString();
}

} // namespace

Error unreachable(const ConnectionSettings& settings, std::string_view message)
{
    QStringList said; // libpq writes its sentences into lines, without full stops
    const QString text = QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size()));
    for (const QString& line : text.split(u'\n')) {
        if (const QString sentence = line.simplified(); !sentence.isEmpty())
            said.append(u".?!:"_s.contains(sentence.back()) ? sentence : QString(sentence + u'.'));
    }
    return ProbeTexts::unreachable(settings, said.join(u' '));
}

std::optional<Error> probeConnection(const ConnectionSettings& settings, const std::atomic<bool>* stop)
{
    const ConnectionPointer connection(PQconnectStart(settings.conninfo().c_str()), &PQfinish);
    if (!connection)
        throw std::bad_alloc();
    if (PQstatus(connection.get()) == CONNECTION_BAD)
        return unreachable(settings, PQerrorMessage(connection.get()));
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE); // the only way to learn a connection's SQLSTATE
    const auto result = waitFor(connection.get(), stop);
    if (result == PGRES_POLLING_OK)
        return std::nullopt;
    if (result != PGRES_POLLING_FAILED)
        return unreachable(settings, QCoreApplication::translate("ConnectionProbe", "no answer in time").toStdString());
    const std::string message = PQerrorMessage(connection.get());
    if (PQconnectionNeedsPassword(connection.get()))
        return ProbeTexts::passwordMissing(settings, message);
    const std::string sqlstate = sqlstateIn(message);
    return sqlstate.empty() ? unreachable(settings, message)
                            : serverError(sqlstate, message.substr(0, message.find('\n')));
}
