// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/canceltoken.h"

#include "models/store/session.h"

#include <chrono>

#include <sys/socket.h>

using namespace std::chrono_literals;

void CancelToken::cancel()
{
    request();
    std::unique_lock lock(m_mutex);
    while (m_running) { // a cancel that falls between two statements is lost, so it is repeated
        m_running->cancel();
        m_released.wait_for(lock, 200ms, [this] { return !m_running; });
    }
}

void CancelToken::abandon()
{
    request();
    const std::scoped_lock lock(m_socketMutex);
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

bool CancelToken::attach(Session& session)
{
    const std::scoped_lock lock(m_mutex, m_socketMutex);
    if (requested())
        return false;
    m_running = &session;
    m_socket = session.socket();
    return true;
}

void CancelToken::detach() noexcept
{
    {
        const std::scoped_lock lock(m_socketMutex);
        m_socket = -1;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_running = nullptr;
    }
    m_released.notify_all();
}
