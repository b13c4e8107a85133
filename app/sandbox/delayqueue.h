// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

/// Wakes what waits, each at its time, on a thread of its own. Any thread may add.
class DelayQueue
{
public:
    using Clock = std::chrono::steady_clock;

    DelayQueue();
    ~DelayQueue();
    DelayQueue(const DelayQueue&) = delete;
    DelayQueue& operator=(const DelayQueue&) = delete;

    /// wake is called on the queue's thread, or at once when the queue is closed.
    void add(Clock::time_point at, std::function<void()> wake);
    /// Wakes everything now, and from now on at once.
    void close();

private:
    struct Waiting
    {
        Clock::time_point at;
        std::function<void()> wake;
        friend bool operator<(const Waiting& a, const Waiting& b) { return a.at > b.at; } // the soonest on top
    };
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::priority_queue<Waiting> m_waiting;
    bool m_closed = false;
    std::thread m_thread;
};
