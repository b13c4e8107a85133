// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/listener.h"

#include <QCoreApplication>

#include <cerrno>
#include <chrono>
#include <utility>

#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr int backlog = 4096;
constexpr int milliSecondsBetweenLooks = 20;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// A bound socket that does not listen: connections to it are refused, and nobody else can have the port.
int boundSocket(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    const sockaddr_in address = loopback(port);
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address)
        == 0) // NOLINT(*reinterpret-cast)
        return descriptor;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return -1;
}

} // namespace

Listener::~Listener()
{
    stop();
    for (const Port& port : m_ports)
        if (port.descriptor >= 0)
            ::close(port.descriptor);
}

Outcome<quint16> Listener::open(quint16 port)
{
    const int descriptor = boundSocket(port);
    if (descriptor < 0 || ::listen(descriptor, backlog) != 0) {
        const QString why = qt_error_string(errno);
        if (descriptor >= 0)
            ::close(descriptor);
        return Error{Failure::Other,
            QCoreApplication::translate("Listener", "Port %1 cannot be used: %2.").arg(QString::number(port), why), {},
            {}};
    }
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size); // NOLINT(*reinterpret-cast)
    m_ports.push_back({descriptor, ntohs(address.sin_port), false});
    return m_ports.back().number;
}

void Listener::start(Accepted accepted, IsShut isShut)
{
    m_accepted = std::move(accepted);
    m_isShut = std::move(isShut);
    m_wakeUp = ::eventfd(0, EFD_CLOEXEC);
    m_thread = std::thread([this] { run(); });
}

void Listener::stop()
{
    if (!m_thread.joinable())
        return;
    ::eventfd_write(m_wakeUp, 1);
    m_thread.join();
    ::close(std::exchange(m_wakeUp, -1));
}

void Listener::setShut(Port& port, bool shut)
{
    if (shut) { // what listens once cannot be made to refuse, so it is replaced; connections that wait there are reset
        ::close(port.descriptor);
        port.descriptor = boundSocket(port.number);
        port.shut = true;
        return;
    }
    if (port.descriptor < 0)
        port.descriptor = boundSocket(port.number); // somebody else had it meanwhile
    port.shut = port.descriptor < 0 || ::listen(port.descriptor, backlog) != 0;
}

void Listener::accept(const Port& port) const
{
    constexpr int atOnce = 64; // then the other ports have their turn
    for (int i = 0; i < atOnce; ++i) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        // NOLINTNEXTLINE(*reinterpret-cast)
        const int descriptor
            = ::accept4(port.descriptor, reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0) {
            if (errno == EMFILE || errno == ENFILE) // the connection keeps waiting, so poll() would not
                std::this_thread::sleep_for(std::chrono::milliseconds(milliSecondsBetweenLooks));
            return;
        }
        const int on = 1;
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_accepted(descriptor, peer);
    }
}

void Listener::run()
{
    while (true) {
        std::vector<pollfd> watched{{m_wakeUp, POLLIN, 0}};
        for (std::size_t i = 0; i < m_ports.size(); ++i) {
            if (const bool shut = m_isShut(i); shut != m_ports[i].shut)
                setShut(m_ports[i], shut);
            watched.push_back({m_ports[i].shut ? -1 : m_ports[i].descriptor, POLLIN, 0});
        }
        // a single port is never shut, so there is nothing to look after
        ::poll(watched.data(), watched.size(), m_ports.size() > 1 ? milliSecondsBetweenLooks : -1);
        if (watched.front().revents != 0)
            return;
        for (std::size_t i = 0; i < m_ports.size(); ++i)
            if (watched[i + 1].revents != 0)
                accept(m_ports[i]);
    }
}
