// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <functional>
#include <thread>
#include <vector>

#include <netinet/in.h>

/// Takes connections on ports of the loopback interface, on a thread of its own. A port can be shut while it runs, so
/// that connections are refused as if nobody were there.
class Listener
{
public:
    /// Gets a connected, non-blocking socket that is now its own.
    using Accepted = std::function<void(int descriptor, const sockaddr_in& peer)>;
    /// Whether a port is shut now; asked again and again. Ports count from 0 in the order in which they were opened.
    using IsShut = std::function<bool(std::size_t port)>;

    Listener() = default;
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Opens a port before it is started; 0 = any that is free. Gives the number.
    Outcome<quint16> open(quint16 port);
    void start(Accepted accepted, IsShut isShut);
    /// Takes no more connections, and waits for the thread.
    void stop();

private:
    struct Port
    {
        int descriptor = -1;
        quint16 number = 0;
        bool shut = false;
    };
    void run();
    void setShut(Port& port, bool shut);
    void accept(const Port& port) const;

    std::vector<Port> m_ports;
    Accepted m_accepted;
    IsShut m_isShut;
    int m_wakeUp = -1; ///< an eventfd
    std::thread m_thread;
};
