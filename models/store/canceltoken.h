// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>

class Session;

/// The handle by which one job can be given up. Thread safe, outlives both ends.
class CancelToken
{
public:
    CancelToken() = default;
    CancelToken(const CancelToken&) = delete;
    CancelToken& operator=(const CancelToken&) = delete;
    ~CancelToken() = default;

    void request() noexcept { m_requested.store(true, std::memory_order_release); }
    bool requested() const noexcept { return m_requested.load(std::memory_order_acquire); }

    /// Stops the job at the server; returns when its connection is free. Blocks: never on the GUI thread.
    void cancel();
    /// Cuts the job's connection, for when the server does not answer a cancel.
    void abandon();

private:
    friend class Lease;

    bool attach(Session& session); ///< false when the job is no longer wanted
    void detach() noexcept;

    std::atomic<bool> m_requested = false;
    std::mutex m_mutex;
    std::condition_variable m_released;
    Session* m_running = nullptr;
    std::mutex m_socketMutex; ///< its own: m_mutex is held while a cancel travels
    int m_socket = -1;
};
