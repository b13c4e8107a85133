// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

/// Answers on loopback what it is told to, byte by byte, whether that is HTTP or not. One connection after the other,
/// on a thread of its own.
class RawServer
{
public:
    struct Script
    {
        QByteArray answer = {}; ///< at once, after the request has come
        QByteArray endless = {}; ///< again and again after it, till the client hangs up
        bool holds = false; ///< keeps the connection open after it, till the client hangs up
        bool reads = true; ///< waits for the request before it does anything
    };

    explicit RawServer(Script script);
    ~RawServer();
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;

    int port() const { return m_port; }
    int connections() const { return m_connections; }

private:
    void run();
    void serve(int client) const;

    const Script m_script;
    int m_listener;
    int m_port = 0;
    std::atomic<int> m_connections{0};
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};
