// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <atomic>
#include <list>
#include <mutex>
#include <thread>

/// Stands between a client and PostgreSQL and loses the reply of one commit: the server has done it, and the client
/// will never know. On a thread of its own; every function may be called from any.
class LossyProxy
{
public:
    explicit LossyProxy(const ConnectionSettings& server);
    ~LossyProxy();
    LossyProxy(const LossyProxy&) = delete;
    LossyProxy& operator=(const LossyProxy&) = delete;

    /// The database behind it, for the client.
    ConnectionSettings settings() const;

    /// Loses the reply of the commit after a statement with this text; from then on nobody gets in until resume().
    void loseCommitAfter(const QByteArray& text);
    bool hasLost() const { return m_lost; }
    void resume() { m_shut = false; }

    /// How often clients have sent this text.
    int sent(const QByteArray& text) const;

private:
    struct Pair
    {
        int client;
        int server;
        bool saidIt = false;
        bool commits = false;
    };

    void run();
    void let();
    bool fromClient(Pair& pair);
    bool fromServer(Pair& pair);

    const ConnectionSettings m_server;
    QTemporaryDir m_folder;
    int m_listener = -1;
    std::list<Pair> m_pairs;
    mutable std::mutex m_mutex;
    QByteArray m_text;
    QByteArray m_all; ///< what clients have sent
    std::atomic<bool> m_lost{false};
    std::atomic<bool> m_shut{false};
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};
