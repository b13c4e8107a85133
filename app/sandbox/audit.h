// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/ledgerentry.h"
#include "app/sandbox/sums.h"

#include <string>
#include <string_view>
#include <vector>

class Estate;

/// Looks through the entries of a ledger for what was done more than once. Knows nothing of where they come from.
class Audit
{
public:
    enum class Finding {
        SameKey, ///< twice under one key, though the system keeps keys: it is broken itself
        NotRefused, ///< twice, though the system takes no second: it is broken itself
        Repeated, ///< twice: who asked is to blame
    };

    struct Duplicate
    {
        Finding finding = Finding::Repeated;
        std::vector<LedgerEntry> entries; ///< of one order and scope, in their order; two at least
    };

    struct Total
    {
        std::string system;
        std::string resource;
        quint64 effects = 0;
        quint64 repeated = 0; ///< effects for an order and scope that had one before
        Sums sums;
    };

    Audit(const Estate& estate, std::vector<LedgerEntry> entries);

    const std::vector<Duplicate>& duplicates() const { return m_duplicates; }
    const std::vector<Total>& totals() const { return m_totals; } ///< by system and resource
    quint64 effects() const { return m_effects; }
    bool isClean() const { return m_duplicates.empty(); }

    /// "same_key", "not_refused", "repeated".
    static std::string_view nameOf(Finding finding);

private:
    static Finding judged(const Estate& estate, const std::vector<LedgerEntry>& entries);

    std::vector<Duplicate> m_duplicates;
    std::vector<Total> m_totals;
    quint64 m_effects = 0;
};
