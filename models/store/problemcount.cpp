// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/problemcount.h"

#include "models/store/exceptioncondition.h"
#include "models/store/problemfilter.h"

namespace {

std::string singleProblems(const std::string& where)
{
    return "SELECT r.group_id, COALESCE(r.currency, '') AS currency, 1 AS n, COALESCE(r.total_minor, 0)::numeric AS minor, "
           "r.last_at, true AS partial FROM integration.exception_brief r WHERE "
        + where + " LIMIT " + std::to_string(mostCounted + 1);
}

/// The groups that have such tallies, "{1,2}"; empty: none. `all`: every group with anything in the scope has.
std::string groupsWith(
    pqxx::transaction_base& tx, const std::string& scope, const std::string& condition, const SqlArgs& args, bool& all)
{
    const pqxx::result rows = exec(tx,
        "SELECT r.group_id, COALESCE(sum(r.n) FILTER (WHERE " + condition
            + "), 0) > 0 FROM integration.tally_row r WHERE " + scope + " GROUP BY r.group_id",
        args);
    std::string ids;
    all = true;
    for (const auto& row : rows) {
        if (row[1].as<bool>())
            ids += (ids.empty() ? "{" : ",") + row[0].as<std::string>();
        else
            all = false;
    }
    return ids.empty() ? ids : ids + '}';
}

std::string inGroups(const std::string& groups, SqlArgs& args)
{
    args.emplace_back(groups);
    return " AND r.group_id = ANY ($" + std::to_string(args.size()) + "::bigint[])";
}

} // namespace

std::string tallied(const std::string& where)
{
    return "SELECT r.group_id, r.currency, r.n, r.minor, r.last_at, false AS partial FROM integration.tally_row r WHERE "
        + where;
}

ChosenProblems chooseProblems(pqxx::transaction_base& tx, const ExceptionQuery& query)
{
    ChosenProblems chosen;
    if (!hasTalliedScope(query)) {
        if (query.queue == ExceptionQueue::Breaching && query.group == 0 && query.filter.isEverything())
            chosen.sql = std::string("SELECT r.group_id, r.currency, r.n, r.minor, r.last_at, false AS partial FROM ")
                + breachingTally;
        else
            chosen.sql = singleProblems(conditionFor(query, chosen.args));
        return chosen;
    }
    const std::string scope = scopeOf(query, chosen.args);
    const std::string verdict = problemVerdict(query.filter, chosen.args);
    chosen.sql = tallied(scope + " AND " + verdict);
    if (isCertain(query.filter))
        return chosen;
    bool all = true;
    const std::string unknown = groupsWith(tx, scope, "(" + verdict + ") IS NULL", chosen.args, all);
    if (unknown.empty())
        return chosen;
    std::string where
        = scope + " AND " + problemCondition(query.filter, chosen.args) + " AND (" + verdict + ") IS NULL";
    if (!all)
        where += inGroups(unknown, chosen.args);
    chosen.sql += " UNION ALL (" + singleProblems(where) + ")";
    return chosen;
}

std::string narrowedCondition(pqxx::transaction_base& tx, const ExceptionQuery& query, SqlArgs& args)
{
    const std::string whole = conditionFor(query, args);
    if (!hasTalliedScope(query) || query.filter.isEverything() || query.group != 0)
        return whole;
    SqlArgs own;
    const std::string scope = scopeOf(query, own);
    const std::string verdict = problemVerdict(query.filter, own);
    bool all = true;
    const std::string groups = groupsWith(tx, scope, "(" + verdict + ") IS NOT FALSE", own, all);
    if (groups.empty()) {
        args.clear(); // none of them is in the text
        return "false";
    }
    return all ? whole : whole + inGroups(groups, args);
}

CappedCount countProblems(pqxx::transaction_base& tx, const ExceptionQuery& query)
{
    const ChosenProblems chosen = chooseProblems(tx, query);
    const pqxx::result rows = exec(tx,
        "SELECT COALESCE(sum(c.n), 0)::bigint, count(*) FILTER (WHERE c.partial) > " + std::to_string(mostCounted)
            + " FROM (" + chosen.sql + ") c",
        chosen.args);
    const bool more = rows[0][1].as<bool>();
    return {rows[0][0].as<qint64>() - (more ? 1 : 0), more};
}
