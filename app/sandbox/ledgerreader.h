// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/ledgerentry.h"
#include "models/domain/outcome.h"

#include <vector>

/// All entries of a ledger: of a running sandbox ("http://127.0.0.1:8070") or of a journal file. Waits for the answers;
/// gives up after some seconds without any. after: only what came after this seq.
Outcome<std::vector<LedgerEntry>> readLedger(const QString& urlOrFile, quint64 after = 0);
