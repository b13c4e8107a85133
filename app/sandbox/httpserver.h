// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/delayqueue.h"
#include "app/sandbox/exchange.h"
#include "app/sandbox/listener.h"

#include <atomic>
#include <functional>
#include <vector>

struct MHD_Connection;
struct MHD_Daemon;

/// Speaks HTTP/1.1 on the loopback interface: a few threads, each with many connections; answers that take long hold up
/// no thread. Hands whole requests to a function and delivers its replies, the broken ones as well.
class HttpServer
{
public:
    /// Called on the server's threads, several at a time. Must not throw.
    using Handler = std::function<Reply(const Received&)>;

    static constexpr std::size_t largestBody = 1U << 20U; ///< bytes; larger ones are read and come without their body

    explicit HttpServer(Handler handler);
    /// Breaks off what is on its way.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Opens a port before it is started, see Listener.
    Outcome<quint16> open(quint16 port) { return m_listener.open(port); }
    Outcome<bool> start(int threads, Listener::IsShut isShut);

private:
    friend struct HttpCallbacks;
    struct Exchange;

    int handle(MHD_Connection* connection, Exchange& exchange);
    int deliver(MHD_Connection* connection, Exchange& exchange);
    void wait(MHD_Connection* connection, std::chrono::nanoseconds delay);
    Received received(MHD_Connection* connection, Exchange& exchange) const;

    const Handler m_handler;
    Listener m_listener;
    DelayQueue m_delays;
    std::vector<MHD_Daemon*> m_daemons;
    std::atomic<quint64> m_connections = 0;
    std::atomic<bool> m_stopping = false;
};
