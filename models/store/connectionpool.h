// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

/// Keeps idle connections to one database for the next job; opens one when none is idle. Thread safe.
class ConnectionPool
{
public:
    ConnectionPool(ConnectionSettings settings, std::size_t keep);

    std::unique_ptr<Session> take();
    void give(std::unique_ptr<Session> session);
    /// Closes the idle ones, as after a lost server.
    void clear();
    const ConnectionSettings& settings() const { return m_settings; }

private:
    const ConnectionSettings m_settings;
    const std::size_t m_keep;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Session>> m_idle;
};
