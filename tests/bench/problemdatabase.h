// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"

/// A database of many open problems for the benchmarks.
namespace ProblemDatabase {

/// Brings a migrated database to so many open problems in 500 groups, unless it has some: like messages of one cause
/// each, that differ in numbers and names.
void fill(const ConnectionSettings& settings, int problems);

} // namespace ProblemDatabase
