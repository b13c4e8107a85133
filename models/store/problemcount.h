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
/// How many match.
CappedCount countProblems(pqxx::transaction_base& tx, const ExceptionQuery& query);
