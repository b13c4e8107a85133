// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"

/// The limit to compare with: inserts `rows` rows of 1 KB (a number key and a text) in statements of 500 rows, one
/// transaction each, over as many connections at once. Returns seconds.
double plainInsert(const ConnectionSettings& settings, int rows, int connections);
