// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/groupsource.h"
#include "models/store/pqxxcompat.h"

/// The groups of what a query matches, as lists show them, within the caller's snapshot.
GroupPage readGroupPage(pqxx::transaction_base& tx, const ExceptionQuery& query);
/// The groups of what `chosen` selects: group_id, currency, n, minor and last_at, one row or many for each. With
/// `empty` groups whose n is 0 as well.
QList<ExceptionGroup> readGroupsOf(pqxx::transaction_base& tx, const std::string& chosen, const SqlArgs& args,
    int limit, bool empty = false, const ProblemOrder& order = {});
