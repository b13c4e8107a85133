// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptiongroup.h"

#include <nlohmann/json_fwd.hpp>

/// A group as --json shows it: times in UTC, amounts as exact decimals, states as the database names them.
nlohmann::ordered_json groupJson(const ExceptionGroup& group);
