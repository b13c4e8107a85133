// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connectionpool.h"

#include <utility>

ConnectionPool::ConnectionPool(ConnectionSettings settings, std::size_t keep)
    : m_settings(std::move(settings))
    , m_keep(keep)
{ }

std::unique_ptr<Session> ConnectionPool::take()
{
    for (;;) {
        std::unique_ptr<Session> session;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_idle.empty())
                break;
            session = std::move(m_idle.back());
            m_idle.pop_back();
        }
        if (session->isAlive())
            return session;
    }
    return std::make_unique<Session>(m_settings);
}

void ConnectionPool::give(std::unique_ptr<Session> session)
{
    const std::scoped_lock lock(m_mutex);
    if (m_idle.size() < m_keep)
        m_idle.push_back(std::move(session));
}

void ConnectionPool::clear()
{
    std::vector<std::unique_ptr<Session>> gone;
    const std::scoped_lock lock(m_mutex);
    gone.swap(m_idle);
}
