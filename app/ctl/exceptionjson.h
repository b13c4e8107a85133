// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/domain/operation.h"
#include "models/domain/payloadedit.h"

#include <nlohmann/json_fwd.hpp>

/// Exceptions and operations as --json shows them: times in UTC, amounts as exact decimals, states as the database
/// spells them.
nlohmann::ordered_json exceptionJson(const Exception& exception);
nlohmann::ordered_json exceptionDetailJson(const ExceptionDetail& detail);
nlohmann::ordered_json hintsJson(const ExceptionHints& hints);
nlohmann::ordered_json operationJson(const Operation& operation);
nlohmann::ordered_json itemJson(const OperationItem& item);
