// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relay/lossyproxy.h"

#include "tests/relay/sendall.h"

#include <QFile>

#include <array>
#include <cstring>
#include <vector>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int pollPause = 20; // milliseconds

sockaddr_un socketAt(const QString& folder, const QString& port)
{
    const QByteArray path = QFile::encodeName(u"%1/.s.PGSQL.%2"_s.arg(folder, port));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
    return address;
}

int newSocket()
{
    return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

/// Empty: the connection has ended.
QByteArray received(int descriptor)
{
    std::array<char, 65536> buffer{};
    const ssize_t length = ::recv(descriptor, buffer.data(), buffer.size(), 0);
    return length > 0 ? QByteArray(buffer.data(), qsizetype(length)) : QByteArray();
}

} // namespace

LossyProxy::LossyProxy(const ConnectionSettings& server)
    : m_server(server)
    , m_listener(newSocket())
{
    const sockaddr_un address = socketAt(m_folder.path(), m_server.port());
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0
        || ::listen(m_listener, 16) != 0)
        qFatal("the proxy cannot listen: %s", std::strerror(errno)); // NOLINT(concurrency-mt-unsafe)
    m_thread = std::thread([this] { run(); });
}

LossyProxy::~LossyProxy()
{
    m_ending = true;
    m_thread.join();
    for (const Pair& pair : m_pairs) {
        ::close(pair.client);
        ::close(pair.server);
    }
    ::close(m_listener);
}

ConnectionSettings LossyProxy::settings() const
{
    return ConnectionSettings::forSocket(
        m_folder.path(), m_server.port().toInt(), m_server.user(), m_server.database());
}

void LossyProxy::loseCommitAfter(const QByteArray& text)
{
    const std::lock_guard lock(m_mutex);
    m_text = text;
    m_lost = false;
}

int LossyProxy::sent(const QByteArray& text) const
{
    const std::lock_guard lock(m_mutex);
    return int(m_all.count(text));
}

void LossyProxy::run()
{
    while (!m_ending) {
        std::vector<pollfd> waiting;
        for (const Pair& pair : m_pairs) {
            waiting.push_back({pair.client, POLLIN, 0});
            waiting.push_back({pair.server, POLLIN, 0});
        }
        waiting.push_back({m_shut ? -1 : m_listener, POLLIN, 0});
        if (::poll(waiting.data(), waiting.size(), pollPause) <= 0)
            continue;
        std::size_t at = 0;
        for (auto pair = m_pairs.begin(); pair != m_pairs.end(); at += 2) {
            const bool goesOn = (waiting[at].revents == 0 || fromClient(*pair))
                && (waiting[at + 1].revents == 0 || fromServer(*pair));
            if (!goesOn) {
                ::close(pair->client);
                ::close(pair->server);
            }
            pair = goesOn ? std::next(pair) : m_pairs.erase(pair);
        }
        if (waiting.back().revents != 0 && !m_shut)
            let();
    }
}

/// Lets one client in.
void LossyProxy::let()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = newSocket();
    const sockaddr_un address = socketAt(m_server.socketFolder(), m_server.port());
    if (client < 0 || ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(client);
        ::close(server);
        return;
    }
    m_pairs.push_back({client, server});
}

bool LossyProxy::fromClient(Pair& pair)
{
    const QByteArray bytes = received(pair.client);
    {
        const std::lock_guard lock(m_mutex);
        m_all += bytes;
        pair.saidIt = pair.saidIt || (!m_text.isEmpty() && bytes.contains(m_text));
        pair.commits = pair.saidIt && bytes.contains("COMMIT");
    }
    return !bytes.isEmpty() && sendAll(pair.server, bytes);
}

bool LossyProxy::fromServer(Pair& pair)
{
    const QByteArray bytes = received(pair.server);
    if (pair.commits && !bytes.isEmpty()) { // it is done
        const std::lock_guard lock(m_mutex);
        m_text.clear();
        m_shut = true;
        m_lost = true;
        return false;
    }
    return !bytes.isEmpty() && sendAll(pair.client, bytes);
}
