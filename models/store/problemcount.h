// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/store/pqxxcompat.h"

#include <string>

/// What matches a query, as a select of group_id, currency ('' = no value), n, minor, last_at and partial: one row or
/// many for each group. What the tallies know comes from them, exactly; single problems are looked at only where they
/// do not, and no more than mostCounted + 1 of them: these are partial.
struct ChosenProblems
{
    std::string sql;
    SqlArgs args;
};

/// What the tallies hold under a condition, in that form.
std::string tallied(const std::string& where);
ChosenProblems chooseProblems(pqxx::transaction_base& tx, const ExceptionQuery& query);
/// The condition of the whole query on `integration.exception_brief r`, narrowed to the groups in which the tallies do
/// not rule it out, and to what has words of its own where they do not know: a filter that finds little need not look
/// at everything. `args` begins empty.
std::string narrowedCondition(pqxx::transaction_base& tx, const ExceptionQuery& query, SqlArgs& args);
/// How many match.
CappedCount countProblems(pqxx::transaction_base& tx, const ExceptionQuery& query);
