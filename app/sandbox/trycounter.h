// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fingerprint.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>

/// Counts how often a key was tried, so that the fault of a try does not depend on what other keys do. Any thread may
/// call.
class TryCounter
{
public:
    /// The number of this try; the first is 1.
    quint32 next(const Fingerprint& request)
    {
        const std::lock_guard lock(m_mutex);
        return ++m_tries[request];
    }

    /// What a journal says.
    void restore(const Fingerprint& request, quint32 tryNumber)
    {
        const std::lock_guard lock(m_mutex);
        quint32& known = m_tries[request];
        known = std::max(known, tryNumber);
    }

private:
    std::mutex m_mutex;
    std::unordered_map<Fingerprint, quint32, FingerprintHash> m_tries;
};
