// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payloadedit.h"

/// "Replay: 18 of 20 worked", "Edit of /lines/*/sku, then replay: 7 of 7 worked", "Resolved by hand as a duplicate: 3
/// times".
QString remedyText(const PastRemedy& remedy);

/// "/tax is missing; 100 % of 200 that were delivered have it."
QString unusualText(const UnusualField& field);
