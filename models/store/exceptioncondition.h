// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/store/pqxxcompat.h"

#include <array>
#include <string>

/// Every queue but the teams', in the order of the list.
inline constexpr std::array fixedQueues{ExceptionQueue::Open, ExceptionQueue::Mine, ExceptionQueue::Unassigned,
    ExceptionQueue::InDoubt, ExceptionQueue::Breaching, ExceptionQueue::Overdue, ExceptionQueue::Regressed,
    ExceptionQueue::Snoozed, ExceptionQueue::Resolved};

/// What is in a queue, as a condition on `integration.exception_row r`; all but Breaching and Resolved hold for
/// `integration.tally_row r` as well. Lists, groups and counts share it. A team's queue still needs its name.
const char* conditionOf(ExceptionQueue queue);
/// Whether the counts of `integration.tally_row` answer the query: no need to look at the exceptions themselves.
bool isTallied(const ExceptionQuery& query);

struct ExceptionCondition
{
    std::string sql;
    SqlArgs args;
};

/// The whole query save its cursor and its limit.
ExceptionCondition conditionFor(const ExceptionQuery& query);
/// Appends an argument and returns its place in the statement: "$3".
std::string addArgument(SqlArgs& args, const QString& value);
