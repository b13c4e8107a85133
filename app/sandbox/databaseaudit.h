// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exitcode.h"
#include "app/sandbox/reconciliation.h"
#include "models/domain/outcome.h"

/// Holds a ledger, of which `entries` were read just now, against a database (as Store::Options::database names it).
/// Reads only; both may be at work meanwhile.
Outcome<Reconciliation> compareWithDatabase(
    const Estate& estate, const QString& ledger, const std::vector<LedgerEntry>& entries, const QString& database);

/// As signalboxctl has it.
SandboxExit exitCodeFor(Failure kind);
