// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relay/rawserver.h"

#include "tests/relay/sendall.h"

#include <array>
#include <cstring>
#include <utility>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr int listenPause = 20; // milliseconds

bool readable(int descriptor)
{
    pollfd waiting{descriptor, POLLIN, 0};
    return ::poll(&waiting, 1, listenPause) > 0;
}

} // namespace

RawServer::RawServer(Script script)
    : m_script(std::move(script))
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), size) != 0 || ::listen(m_listener, 16) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        qFatal("the server cannot listen: %s", std::strerror(errno)); // NOLINT(concurrency-mt-unsafe)
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

RawServer::~RawServer()
{
    m_ending = true;
    m_thread.join();
    ::close(m_listener);
}

void RawServer::run()
{
    while (!m_ending) {
        if (!readable(m_listener))
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        ++m_connections;
        serve(client);
        ::close(client);
    }
}

void RawServer::serve(int client) const
{
    std::array<char, 65536> buffer{};
    QByteArray request;
    while (m_script.reads && !m_ending && !request.endsWith('}')) { // the body's end
        if (!readable(client))
            continue;
        const ssize_t length = ::recv(client, buffer.data(), buffer.size(), 0);
        if (length <= 0)
            return;
        request.append(buffer.data(), qsizetype(length));
    }
    if (!sendAll(client, m_script.answer))
        return;
    while (!m_script.endless.isEmpty() && !m_ending)
        if (!sendAll(client, m_script.endless))
            return;
    while (m_script.holds && !m_ending)
        if (readable(client) && ::recv(client, buffer.data(), buffer.size(), 0) <= 0)
            return;
}
