// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/ledgerentry.h"
#include "app/sandbox/requestlog.h"
#include "models/domain/outcome.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

class Estate;

/// "2026-01-05T10:00:00.123456789Z", of nanoseconds since 1970.
std::string isoTime(qint64 nanoseconds);
std::optional<qint64> nanosecondsOfIsoTime(const std::string& text);

/// Entries and lines as the ledger's pages and the journal show them.
nlohmann::ordered_json toJson(const LedgerEntry& entry);
nlohmann::ordered_json toJson(const RequestLine& line, const Estate& estate);

/// The error says what is wrong with it.
Outcome<LedgerEntry> ledgerEntryOf(const nlohmann::ordered_json& json);
Outcome<RequestLine> requestLineOf(const nlohmann::ordered_json& json, const Estate& estate);
