// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/store/connectionsettings.h"

#include <chrono>
#include <memory>

/// The change feed over a connection and a thread of its own: asks what has changed since it last asked, often while
/// something does and less often when not. Asking costs the database next to nothing, and works through a pooler and on
/// a standby, where notifications do not.
class PgChangeFeed final : public ChangeFeed
{
    Q_OBJECT
public:
    struct Pace
    {
        std::chrono::milliseconds busy{100};
        std::chrono::milliseconds quiet{500};
        std::chrono::milliseconds firstRetry{500};
        std::chrono::milliseconds lastRetry{30'000};
    };

    explicit PgChangeFeed(ConnectionSettings settings, QObject* parent = nullptr);
    PgChangeFeed(ConnectionSettings settings, Pace pace, QObject* parent = nullptr);
    ~PgChangeFeed() override;

    State state() const override { return m_state; }
    QDateTime lastContact() const override { return m_lastContact; }
    Error lastError() const override { return m_error; }
    Environment environment() const override { return m_environment; }
    void retryNow() override;

private:
    class Worker;
    struct News;

    void take(const News& news);

    State m_state = State::Connecting;
    QDateTime m_lastContact;
    Error m_error;
    Environment m_environment;
    std::unique_ptr<Worker> m_worker; ///< last: its thread reports to everything above
};
