// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fingerprint.h"
#include "app/sandbox/ledgerentry.h"
#include "app/sandbox/sums.h"

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

class Estate;
struct EstateResource;

/// What a call asks for.
struct EffectRequest
{
    const EstateResource* resource = nullptr; ///< of the estate
    std::string orderKey;
    std::string scope;
    std::string key; ///< idempotency key; may be empty
    Money amount;
    QByteArray digest;
};

/// All effects of the estate, and the rules of what happens when something is asked twice. Any thread may call; one
/// lock, held for lookups in tables (and for one write to the journal).
class Ledger
{
public:
    /// Takes an entry before it counts; false = it could not be written, so the effect does not happen.
    using Sink = std::function<bool(const LedgerEntry&)>;

    struct Recorded
    {
        enum class Kind {
            Created,
            Reserved, ///< by reserve(): it will be created
            Replayed, ///< the same key and content before: entry is the effect of then
            Refused, ///< there is one for this order and scope, and the system takes no second
            KeyReused, ///< the key was used with another content
            InProgress, ///< the first request of this key still runs
            NotWritten, ///< the sink failed
        };
        Kind kind = Kind::Created;
        LedgerEntry entry; ///< the new or the existing one
    };

    struct Found
    {
        LedgerEntry entry; ///< the first
        quint64 count = 0; ///< how many effects there are
    };

    struct Page
    {
        std::vector<LedgerEntry> entries;
        quint64 next = 0; ///< where to go on: the last seq that was looked at
        bool more = false;
    };

    struct Totals
    {
        quint64 effects = 0;
        quint64 repeated = 0; ///< effects for an order and scope that had one before
        Sums sums;
    };

    explicit Ledger(const Estate& estate, Sink sink = {});

    /// Does the effect, or what the system does instead.
    Recorded record(const EffectRequest& request);
    /// The first half of an effect that is done later: the same checks, and the key counts as running until complete().
    Recorded reserve(const EffectRequest& request);
    Recorded complete(const EffectRequest& request);
    /// An effect of before, at its time (nanoseconds since 1970). One whose key is known is there already.
    Recorded recordPast(const EffectRequest& request, qint64 at);

    std::optional<Found> findByKey(const EstateResource& resource, std::string_view key) const;
    std::optional<Found> findByOrder(
        const EstateResource& resource, std::string_view orderKey, std::string_view scope) const;
    /// Entries after a seq, in order; empty names stand for any.
    Page page(std::string_view system, std::string_view resource, quint64 after, std::size_t limit) const;
    /// Entries for an order and scope that have several, one list for each, at most limit lists.
    std::vector<std::vector<LedgerEntry>> duplicates(std::size_t limit) const;
    std::vector<Totals> totals() const; ///< by resource of the estate
    quint64 size() const;

    /// Takes an entry from a journal, while nothing else is going on. False when it is not the next one or its resource
    /// is not of this estate.
    bool restore(const LedgerEntry& entry);

private:
    struct Chain
    {
        std::size_t first = 0;
        std::size_t last = 0;
        quint64 count = 0;
    };
    std::optional<Recorded> settledBefore(
        const EffectRequest& request, const Fingerprint& key, const Fingerprint& order) const;
    Recorded create(const EffectRequest& request, qint64 at, bool told = false);
    void add(const EstateResource& resource, LedgerEntry entry);
    std::optional<Found> found(
        const std::unordered_map<Fingerprint, Chain, FingerprintHash>& table, const Fingerprint& wanted) const;

    const Estate& m_estate;
    Sink m_sink;
    mutable std::mutex m_mutex;
    std::deque<LedgerEntry> m_entries;
    std::vector<std::size_t> m_previous; ///< of the same order and scope; itself when it is the first
    std::unordered_map<Fingerprint, Chain, FingerprintHash> m_byKey;
    std::unordered_map<Fingerprint, Chain, FingerprintHash> m_byOrder;
    std::vector<Fingerprint> m_repeated; ///< orders and scopes with several, in the order of their second
    std::unordered_set<Fingerprint, FingerprintHash> m_running; ///< keys whose effect is under way
    std::vector<Totals> m_totals;
};
