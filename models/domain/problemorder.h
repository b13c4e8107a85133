// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// By what lists of Triage are sorted. Standard: groups as groupOrderText() says, problems the newest first (resolved
/// ones by when they were). Problems know only Opened and Due: an index by value would walk
/// past hundreds of thousands under usual filters.
enum class ProblemSort { Standard, Opened, Due, Value, Count, Trend, Last, State, Owner, Code, Team };

/// What has no such value, such as a problem that nothing is due of, comes last in both directions. Amounts of two
/// currencies are never compared: groups are sorted by their share of the value at risk.
struct ProblemOrder
{
    ProblemSort sort = ProblemSort::Standard;
    bool ascending = false;

    friend bool operator==(const ProblemOrder&, const ProblemOrder&) = default;
};

/// As the command line and saved views have it; empty: Standard.
QString toText(ProblemSort sort);
std::optional<ProblemSort> problemSortFromText(QStringView text);

/// What a person wants to see first: the least time left, but the largest sum.
bool beginsAscending(ProblemSort sort);
/// After another wish for this sort: as it begins, the other way round, and back to the standard.
ProblemOrder nextOrder(const ProblemOrder& order, ProblemSort wanted);
