// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/books.h"

#include "app/sandbox/estate.h"

Books::Books(const Estate& estate, std::size_t keep)
    : m_ledger(estate, [this](const LedgerEntry& entry) { return m_journal == nullptr || m_journal->append(entry); })
    , m_requests(
          estate, keep, [this](const RequestLine& line) { return m_journal == nullptr || m_journal->append(line); })
{ }

Outcome<std::unique_ptr<Books>> Books::open(const Estate& estate, const QString& journalFile, std::size_t keep)
{
    std::unique_ptr<Books> books(new Books(estate, keep));
    if (journalFile.isEmpty())
        return books;
    Journal::Reader reader;
    reader.effect = [&books](const LedgerEntry& entry) { return books->m_ledger.restore(entry); };
    reader.request = [&books, &estate](const RequestLine& line) {
        books->m_requests.restore(line);
        const EstateResource& resource = estate.resources()[static_cast<std::size_t>(line.resource)];
        if (line.tryNumber > 0)
            books->m_tries.restore(
                tryIdentity(resource, line.key, line.orderKey, line.scope, line.lookup), line.tryNumber);
    };
    auto journal = Journal::open(journalFile, estate, reader);
    if (!journal)
        return journal.error();
    books->m_journal = std::move(journal).value();
    return books;
}

Fingerprint Books::tryIdentity(const EstateResource& resource, std::string_view key, std::string_view orderKey,
    std::string_view scope, bool lookup)
{
    const std::string_view kind = lookup ? "lookup" : "call";
    return key.empty() ? fingerprintOf({resource.system, resource.name, kind, orderKey, scope})
                       : fingerprintOf({resource.system, resource.name, kind, key});
}
