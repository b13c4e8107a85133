// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/delayqueue.h"

DelayQueue::DelayQueue()
    : m_thread([this] { run(); })
{ }

DelayQueue::~DelayQueue()
{
    close();
    m_thread.join();
}

void DelayQueue::add(Clock::time_point at, std::function<void()> wake)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed) {
            m_waiting.push({at, std::move(wake)});
            m_changed.notify_one();
            return;
        }
    }
    wake();
}

void DelayQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    for (; !m_waiting.empty(); m_waiting.pop())
        m_waiting.top().wake();
    m_changed.notify_one();
}

void DelayQueue::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_closed) {
        if (m_waiting.empty()) {
            m_changed.wait(lock);
        } else if (m_waiting.top().at > Clock::now()) {
            const Clock::time_point until = m_waiting.top().at;
            m_changed.wait_until(lock, until);
        } else {
            m_waiting.top().wake();
            m_waiting.pop();
        }
    }
}
