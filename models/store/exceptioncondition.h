// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/store/pqxxcompat.h"

#include <string>

/// Where a count of single problems ends: "10,000+".
inline constexpr int mostCounted = 10'000;

/// What is in a queue, as a condition on `integration.exception_brief r`; all but Breaching and Resolved hold for
/// `integration.tally_row r` as well. Lists, groups and counts share it. A team's queue still needs its name.
const char* conditionOf(ExceptionQueue queue);
/// What of `integration.breaching_row r` is in the queue Breaching.
inline constexpr const char* breachingCondition = "r.state <> 'snoozed'";
/// Whether the tallies know what the queue and the group of the query hold, whatever the filter.
bool hasTalliedScope(const ExceptionQuery& query);
/// Whether what is resolved is looked at too.
bool asksForResolved(const ExceptionQuery& query);

/// Queue, team and group of the query.
std::string scopeOf(const ExceptionQuery& query, SqlArgs& args);
/// The whole query save its cursor and its limit, on `integration.exception_brief r`.
std::string conditionFor(const ExceptionQuery& query, SqlArgs& args);
/// Appends an argument and returns its place in the statement: "$3".
std::string addArgument(SqlArgs& args, const QString& value);
