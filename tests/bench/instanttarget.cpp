// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instanttarget.h"

#include "tests/bench/benchserver.h"

#include <QByteArray>
#include <QHash>

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr char answer[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 18\r\n\r\n"
                          R"({"reference":"R1"})";

/// Bytes of the first request in what was read; 0: not whole yet.
qsizetype requestLength(const QByteArray& read)
{
    const qsizetype head = read.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    static const QByteArray name = "\r\nContent-Length:";
    const qsizetype at = read.indexOf(name);
    const qsizetype body = at < 0 || at > head
        ? 0
        : read.sliced(at + name.size(), read.indexOf('\r', at + 2) - at - name.size()).toLongLong();
    return read.size() >= head + 4 + body ? head + 4 + body : 0;
}

void watch(int epoll, int socket)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = socket;
    epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

} // namespace

InstantTarget::InstantTarget()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0))
    , m_wake(::eventfd(0, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_listener, 1024) != 0)
        exitOn({Failure::Other, u"No port on loopback is free."_s, {}, {}});
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

InstantTarget::~InstantTarget()
{
    ::eventfd_write(m_wake, 1);
    m_thread.join();
    ::close(m_listener);
    ::close(m_wake);
}

void InstantTarget::serve()
{
    const int epoll = ::epoll_create1(0);
    watch(epoll, m_listener);
    watch(epoll, m_wake);
    QHash<int, QByteArray> unfinished; // by connection
    std::array<epoll_event, 256> events{};
    std::array<char, 65536> chunk{};
    while (true) {
        const int count = ::epoll_wait(epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int socket = events.at(std::size_t(i)).data.fd;
            if (socket == m_wake) {
                for (auto it = unfinished.keyBegin(); it != unfinished.keyEnd(); ++it)
                    ::close(*it);
                ::close(epoll);
                return;
            }
            if (socket == m_listener) {
                for (int fresh; (fresh = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
                    const int yes = 1;
                    ::setsockopt(fresh, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
                    unfinished.insert(fresh, {});
                    watch(epoll, fresh);
                }
                continue;
            }
            const ssize_t got = ::read(socket, chunk.data(), chunk.size());
            if (got <= 0) {
                unfinished.remove(socket);
                ::close(socket);
                continue;
            }
            QByteArray& read = unfinished[socket];
            read.append(chunk.data(), got);
            while (const qsizetype length = requestLength(read)) {
                read.remove(0, length);
                ++m_answered;
                if (::send(socket, answer, std::strlen(answer), MSG_NOSIGNAL) < 0)
                    break;
            }
        }
    }
}
