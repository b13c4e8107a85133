// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <thread>

/// A target on loopback that answers every request at once with 200 and a reference, on a thread of its own. It reads
/// just enough of HTTP/1.1 for requests with a Content-Length: what it costs is as near to nothing as a target can be.
class InstantTarget
{
public:
    InstantTarget();
    ~InstantTarget();

    quint16 port() const { return m_port; }
    qint64 answered() const { return m_answered; }

private:
    void serve();

    int m_listener = -1;
    int m_wake = -1;
    quint16 m_port = 0;
    std::atomic<qint64> m_answered{0};
    std::thread m_thread;
};
