// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/databaseaudit.h"

#include "app/sandbox/ledgerreader.h"
#include "models/store/messagerecords.h"
#include "models/store/store.h"

#include <optional>
#include <utility>

Outcome<Reconciliation> compareWithDatabase(
    const Estate& estate, const QString& ledger, const std::vector<LedgerEntry>& entries, const QString& database)
{
    Store::Options options;
    options.database = database;
    options.maintain = false;
    options.limits.connections = 1;
    options.limits.readTime = std::chrono::milliseconds(0);
    const auto store = Store::open(options);
    if (!store)
        return store.error();
    std::vector<Reconciliation::Message> messages;
    const auto read = readMessageRecords(
        store.value()->runner(), [&messages](MessageRecord record) { messages.emplace_back(std::move(record)); });
    if (!read)
        return read.error();
    std::optional<Error> unreadable;
    Reconciliation compared(estate, entries, messages, [&] {
        auto later = readLedger(ledger, entries.empty() ? 0 : entries.back().seq);
        if (later)
            return std::move(later).value();
        unreadable = later.error();
        return std::vector<LedgerEntry>();
    });
    if (unreadable)
        return *unreadable;
    return compared;
}

SandboxExit exitCodeFor(Failure kind)
{
    if (kind == Failure::Connection || kind == Failure::Authentication)
        return SandboxExit::NoConnection;
    return kind == Failure::Invalid ? SandboxExit::Usage : SandboxExit::Failed;
}
