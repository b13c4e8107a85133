// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/audit.h"

#include "app/sandbox/estate.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace {
auto orderOf(const LedgerEntry& entry)
{
    return std::tie(entry.system, entry.resource, entry.orderKey, entry.scope);
}
} // namespace

Audit::Audit(const Estate& estate, std::vector<LedgerEntry> entries)
    : m_effects(entries.size())
{
    std::sort(entries.begin(), entries.end(), [](const LedgerEntry& a, const LedgerEntry& b) {
        return std::tuple_cat(orderOf(a), std::tie(a.seq)) < std::tuple_cat(orderOf(b), std::tie(b.seq));
    });
    for (auto first = entries.begin(); first != entries.end();) {
        const auto last = std::find_if(
            first, entries.end(), [&](const LedgerEntry& entry) { return orderOf(entry) != orderOf(*first); });
        if (m_totals.empty() || m_totals.back().system != first->system || m_totals.back().resource != first->resource)
            m_totals.push_back({first->system, first->resource, 0, 0, {}});
        m_totals.back().effects += static_cast<quint64>(last - first);
        for (auto entry = first; entry != last; ++entry)
            addTo(m_totals.back().sums, entry->amount);
        m_totals.back().repeated += static_cast<quint64>(last - first) - 1;
        if (last - first > 1) {
            Duplicate duplicate{Finding::Repeated, std::vector<LedgerEntry>(first, last)};
            duplicate.finding = judged(estate, duplicate.entries);
            m_duplicates.push_back(std::move(duplicate));
        }
        first = last;
    }
}

Audit::Finding Audit::judged(const Estate& estate, const std::vector<LedgerEntry>& entries)
{
    const EstateResource* resource = estate.find(entries.front().system, entries.front().resource);
    if (resource == nullptr)
        return Finding::Repeated;
    std::set<std::string> keys;
    for (const LedgerEntry& entry : entries)
        if (resource->idempotent && !entry.key.empty() && !keys.insert(entry.key).second)
            return Finding::SameKey;
    return resource->duplicates == DuplicateRule::Refuse ? Finding::NotRefused : Finding::Repeated;
}

std::string_view Audit::nameOf(Finding finding)
{
    switch (finding) {
    case Finding::SameKey:
        return "same_key";
    case Finding::NotRefused:
        return "not_refused";
    case Finding::Repeated:
        break;
    }
    return "repeated";
}
