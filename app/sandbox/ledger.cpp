// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/ledger.h"

#include "app/sandbox/estate.h"

#include <algorithm>
#include <chrono>

namespace {
/// Bounds how long one page may hold the lock when few entries match.
constexpr std::size_t scannedAtMost = 100'000;

qint64 nanosecondsNow()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

Fingerprint keyIdentity(const EstateResource& resource, std::string_view key)
{
    return fingerprintOf({resource.system, resource.name, key});
}

Fingerprint orderIdentity(const EstateResource& resource, std::string_view orderKey, std::string_view scope)
{
    return fingerprintOf({resource.system, resource.name, orderKey, scope});
}
} // namespace

Ledger::Ledger(const Estate& estate, Sink sink)
    : m_estate(estate)
    , m_sink(std::move(sink))
    , m_totals(estate.resources().size())
{ }

std::optional<Ledger::Recorded> Ledger::settledBefore(
    const EffectRequest& request, const Fingerprint& key, const Fingerprint& order) const
{
    using Kind = Recorded::Kind;
    const EstateResource& resource = *request.resource;
    if (resource.idempotent && !request.key.empty()) {
        if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
            const LedgerEntry& entry = m_entries[known->second.first];
            return Recorded{entry.digest == request.digest ? Kind::Replayed : Kind::KeyReused, entry};
        }
        if (m_running.contains(key))
            return Recorded{Kind::InProgress, {}};
    }
    if (resource.duplicates == DuplicateRule::Refuse)
        if (const auto known = m_byOrder.find(order); known != m_byOrder.end())
            return Recorded{Kind::Refused, m_entries[known->second.first]};
    return std::nullopt;
}

Ledger::Recorded Ledger::record(const EffectRequest& request)
{
    const Fingerprint key = keyIdentity(*request.resource, request.key);
    const Fingerprint order = orderIdentity(*request.resource, request.orderKey, request.scope);
    const std::lock_guard lock(m_mutex);
    if (auto settled = settledBefore(request, key, order))
        return *std::move(settled);
    return create(request, nanosecondsNow());
}

Ledger::Recorded Ledger::reserve(const EffectRequest& request)
{
    const Fingerprint key = keyIdentity(*request.resource, request.key);
    const Fingerprint order = orderIdentity(*request.resource, request.orderKey, request.scope);
    const std::lock_guard lock(m_mutex);
    if (auto settled = settledBefore(request, key, order))
        return *std::move(settled);
    if (!request.key.empty())
        m_running.insert(key);
    return Recorded{Recorded::Kind::Reserved, {}};
}

Ledger::Recorded Ledger::complete(const EffectRequest& request)
{
    {
        const std::lock_guard lock(m_mutex);
        m_running.erase(keyIdentity(*request.resource, request.key));
    }
    return record(request);
}

Ledger::Recorded Ledger::recordPast(const EffectRequest& request, qint64 at)
{
    const Fingerprint key = keyIdentity(*request.resource, request.key);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_byKey.find(key); known != m_byKey.end())
        return Recorded{Recorded::Kind::Replayed, m_entries[known->second.first]};
    return create(request, at, true);
}

Ledger::Recorded Ledger::create(const EffectRequest& request, qint64 at, bool told)
{
    const EstateResource& resource = *request.resource;
    LedgerEntry entry;
    entry.seq = m_entries.size() + 1;
    entry.at = at;
    entry.system = resource.system;
    entry.resource = resource.name;
    entry.orderKey = request.orderKey;
    entry.scope = request.scope;
    entry.key = request.key;
    entry.amount = request.amount;
    entry.reference = resource.reference.reference(m_totals[static_cast<std::size_t>(resource.index)].effects + 1);
    entry.digest = request.digest;
    entry.told = told;
    if (m_sink && !m_sink(entry))
        return {Recorded::Kind::NotWritten, {}};
    add(resource, entry);
    return {Recorded::Kind::Created, std::move(entry)};
}

void Ledger::add(const EstateResource& resource, LedgerEntry entry)
{
    const std::size_t index = m_entries.size();
    if (!entry.key.empty()) {
        Chain& sameKey = m_byKey.try_emplace(keyIdentity(resource, entry.key), Chain{index, index, 0}).first->second;
        sameKey.last = index;
        ++sameKey.count;
    }
    const Fingerprint order = orderIdentity(resource, entry.orderKey, entry.scope);
    Chain& sameOrder = m_byOrder.try_emplace(order, Chain{index, index, 0}).first->second;
    m_previous.push_back(sameOrder.last);
    sameOrder.last = index;
    if (++sameOrder.count == 2)
        m_repeated.push_back(order);
    Totals& totals = m_totals[static_cast<std::size_t>(resource.index)];
    ++totals.effects;
    totals.repeated += sameOrder.count > 1 ? 1 : 0;
    addTo(totals.sums, entry.amount);
    m_entries.push_back(std::move(entry));
}

bool Ledger::restore(const LedgerEntry& entry)
{
    const EstateResource* resource = m_estate.find(entry.system, entry.resource);
    const std::lock_guard lock(m_mutex);
    if (resource == nullptr || entry.seq != m_entries.size() + 1)
        return false;
    add(*resource, entry);
    return true;
}

std::optional<Ledger::Found> Ledger::found(
    const std::unordered_map<Fingerprint, Chain, FingerprintHash>& table, const Fingerprint& wanted) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = table.find(wanted);
    if (known == table.end())
        return std::nullopt;
    return Found{m_entries[known->second.first], known->second.count};
}

std::optional<Ledger::Found> Ledger::findByKey(const EstateResource& resource, std::string_view key) const
{
    return found(m_byKey, keyIdentity(resource, key));
}

std::optional<Ledger::Found> Ledger::findByOrder(
    const EstateResource& resource, std::string_view orderKey, std::string_view scope) const
{
    return found(m_byOrder, orderIdentity(resource, orderKey, scope));
}

Ledger::Page Ledger::page(std::string_view system, std::string_view resource, quint64 after, std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    Page page;
    page.next = std::min<quint64>(after, m_entries.size());
    std::size_t scanned = 0;
    while (page.next < m_entries.size() && page.entries.size() < limit && scanned++ < scannedAtMost) {
        const LedgerEntry& entry = m_entries[page.next++];
        if ((system.empty() || entry.system == system) && (resource.empty() || entry.resource == resource))
            page.entries.push_back(entry);
    }
    page.more = page.next < m_entries.size();
    return page;
}

std::vector<std::vector<LedgerEntry>> Ledger::duplicates(std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::vector<LedgerEntry>> groups;
    for (const Fingerprint& order : m_repeated) {
        if (groups.size() >= limit)
            break;
        std::vector<LedgerEntry>& group = groups.emplace_back();
        std::size_t index = m_byOrder.at(order).last;
        for (group.push_back(m_entries[index]); m_previous[index] != index; group.push_back(m_entries[index]))
            index = m_previous[index];
        std::reverse(group.begin(), group.end());
    }
    return groups;
}

std::vector<Ledger::Totals> Ledger::totals() const
{
    const std::lock_guard lock(m_mutex);
    return m_totals;
}

quint64 Ledger::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size();
}
