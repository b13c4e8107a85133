// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/handover.h"

#include <nlohmann/json_fwd.hpp>

/// A handover as --json shows it. Each list says how many rows there are, of which it may have only the first.
nlohmann::ordered_json handoverJson(const Handover& handover);
