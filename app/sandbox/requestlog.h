// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fault.h"

#include <array>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

class Estate;

/// What became of a request.
enum class RequestOutcome {
    Done, ///< a new effect
    Replayed, ///< the same key before; no new effect
    DuplicateRefused, ///< there was one for this order and scope
    KeyReused, ///< the key was used with another content
    InProgress, ///< the first request of the key still runs
    Delayed, ///< the effect comes later
    Failed, ///< a fault, without effect
    Invalid, ///< nothing that could be done
    Unauthorized,
    Down, ///< the system is away
    Limited, ///< too many requests
    Found, ///< a lookup
    NotFound, ///< a lookup
};
constexpr int requestOutcomeCount = static_cast<int>(RequestOutcome::NotFound) + 1;

/// As logs spell it: "duplicate_refused".
std::string_view nameOf(RequestOutcome outcome);

/// One request that came in. Texts are UTF-8.
struct RequestLine
{
    quint64 seq = 0; ///< from 1, in the order in which requests were decided
    qint64 at = 0; ///< nanoseconds since 1970, UTC: when it was complete
    quint64 connection = 0; ///< which one it came by
    int resource = 0; ///< of the estate
    bool lookup = false;
    std::string orderKey;
    std::string scope;
    std::string key; ///< idempotency key
    quint32 tryNumber = 0; ///< how-many-th of its key; 0 when it was turned away before that counts
    RequestOutcome outcome = RequestOutcome::Done;
    FaultKind fault = FaultKind::None;
    int status = 0; ///< HTTP status; 0 = nothing was answered
    quint64 effect = 0; ///< seq of the ledger's entry; 0 = none
};

/// The newest requests, and counts of all. Any thread may call.
class RequestLog
{
public:
    using Sink = std::function<bool(const RequestLine&)>;

    struct Page
    {
        std::vector<RequestLine> lines;
        quint64 next = 0;
        quint64 first = 0; ///< the oldest that is kept
        bool more = false;
    };

    struct Tally
    {
        quint64 requests = 0;
        std::array<quint64, requestOutcomeCount> outcomes{};
        std::array<quint64, faultKindCount> faults{};
    };

    RequestLog(const Estate& estate, std::size_t keep, Sink sink = {});

    /// Gives it its seq.
    void add(RequestLine line);
    /// Takes a line from a journal, while nothing else is going on.
    void restore(const RequestLine& line);

    Page page(quint64 after, std::size_t limit) const;
    std::vector<Tally> tallies() const; ///< by resource of the estate

private:
    void keep(RequestLine line);

    const std::size_t m_keep;
    Sink m_sink;
    mutable std::mutex m_mutex;
    std::deque<RequestLine> m_lines;
    quint64 m_last = 0;
    std::vector<Tally> m_tallies;
};
