// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/databaseaudit.h"

#include "app/sandbox/ledgerreader.h"
#include "models/store/messagerecords.h"
#include "models/store/store.h"

Outcome<Reconciliation> compareWithDatabase(
    const Estate& estate, const QString& ledger, std::vector<LedgerEntry> entries, const QString& database)
{
    Store::Options options;
    options.database = database;
    options.maintain = false;
    options.limits.connections = 1;
    options.limits.readTime = std::chrono::milliseconds(0);
    const auto store = Store::open(options);
    if (!store)
        return store.error();
    const auto messages = readMessageRecords(store.value()->runner());
    if (!messages)
        return messages.error();
    // what was delivered between the two readings is in the ledger now
    const auto later = readLedger(ledger, entries.empty() ? 0 : entries.back().seq);
    if (!later)
        return later.error();
    return Reconciliation(estate, entries, later.value(), messages.value());
}

SandboxExit exitCodeFor(Failure kind)
{
    if (kind == Failure::Connection || kind == Failure::Authentication)
        return SandboxExit::NoConnection;
    return kind == Failure::Invalid ? SandboxExit::Usage : SandboxExit::Failed;
}
