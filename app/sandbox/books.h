// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/journal.h"
#include "app/sandbox/ledger.h"
#include "app/sandbox/requestlog.h"
#include "app/sandbox/trycounter.h"

#include <memory>

class Estate;

/// What the sandbox remembers: effects, requests, tries; with a journal also after it was started again. Any thread may
/// use the parts.
class Books
{
public:
    /// Without a file nothing outlives the program. keep is how many requests are held for reading.
    static Outcome<std::unique_ptr<Books>> open(const Estate& estate, const QString& journalFile, std::size_t keep);

    Ledger& ledger() { return m_ledger; }
    RequestLog& requests() { return m_requests; }
    TryCounter& tries() { return m_tries; }

    /// Whose tries are counted together: a key's, or without one those for an order and scope; lookups by themselves.
    static Fingerprint tryIdentity(const EstateResource& resource, std::string_view key, std::string_view orderKey,
        std::string_view scope, bool lookup);

private:
    Books(const Estate& estate, std::size_t keep);

    std::unique_ptr<Journal> m_journal; ///< null while it is read, and where there is none
    Ledger m_ledger;
    RequestLog m_requests;
    TryCounter m_tries;
};
