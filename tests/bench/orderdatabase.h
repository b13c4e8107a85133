// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"

#include <QString>

#include <vector>

/// A database of many orders for the benchmarks, and psql beside it.
namespace OrderDatabase {

/// Brings a database to this many orders, unless it has them: up to 20,000 are taken in by ingest, the others are
/// copies. All alike, but as many rows in the same tables.
void fill(const ConnectionSettings& settings, int orders);

/// How often psql takes how many milliseconds for the statement, as its \timing shows it: the server's work and the
/// rows' way to the client. Empty when psql fails.
std::vector<double> psqlTimes(const ConnectionSettings& settings, const QString& sql, int repeats);

} // namespace OrderDatabase
