// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/ledger.h"
#include "models/domain/outcome.h"

#include <nlohmann/json_fwd.hpp>

/// What a system did before the sandbox began. It is in the ledger like everything else, at its time.
struct PastEffect
{
    qint64 at = 0; ///< nanoseconds since 1970, UTC
    EffectRequest request;
};

/// {"at", "system", "resource", "orderKey", "scope", "idempotencyKey", "amount", "currency"}, as the ledger shows it.
nlohmann::ordered_json toJson(const PastEffect& effect);

/// Reads {"effects": [...]}. The error names the first that is none of this estate's past.
Outcome<std::vector<PastEffect>> readPastEffects(const std::string& body, const Estate& estate, qint64 now);
