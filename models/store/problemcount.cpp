// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/problemcount.h"

#include "models/store/exceptioncondition.h"
#include "models/store/problemfilter.h"

#include <vector>

namespace {

std::string singleProblems(const std::string& where)
{
    return "SELECT r.group_id, COALESCE(r.currency, '') AS currency, 1 AS n, COALESCE(r.total_minor, 0)::numeric AS minor, "
           "r.last_at, true AS partial FROM integration.exception_brief r WHERE "
        + where + " LIMIT " + std::to_string(mostCounted + 1);
}

struct Groups
{
    std::string ids; ///< "{1,2}"; empty: none
    bool all = true; ///< every group with anything in the scope
};

/// For each condition, the groups that have tallies like this in the scope.
std::vector<Groups> groupsWith(pqxx::transaction_base& tx, const std::string& scope,
    const std::vector<std::string>& conditions, const SqlArgs& args)
{
    std::string sql = "SELECT r.group_id";
    for (const std::string& condition : conditions)
        sql += ", COALESCE(sum(r.n) FILTER (WHERE " + condition + "), 0) > 0";
    std::vector<Groups> groups(conditions.size());
    const pqxx::result rows
        = exec(tx, sql + " FROM integration.tally_row r WHERE " + scope + " GROUP BY r.group_id", args);
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (row[int(i) + 1].as<bool>())
                groups[i].ids += (groups[i].ids.empty() ? "{" : ",") + row[0].as<std::string>();
            else
                groups[i].all = false;
        }
    }
    for (Groups& found : groups) {
        if (!found.ids.empty())
            found.ids += '}';
    }
    return groups;
}

std::string inGroups(const std::string& ids, SqlArgs& args)
{
    args.emplace_back(ids);
    return "r.group_id = ANY ($" + std::to_string(args.size()) + "::bigint[])";
}

/// Beside a condition: only what its words can be in, as an index knows. `known`: the groups that have all of them.
std::string whereWordsAre(const FilterExpression& words, const Groups& known, SqlArgs& args)
{
    if (known.all)
        return {};
    std::string own = ownWordCondition(words, args);
    return known.ids.empty() ? " AND " + own : " AND (" + own + " OR " + inGroups(known.ids, args) + ")";
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
            chosen.sql = std::string("SELECT r.group_id, r.currency, r.n, r.minor, r.last_at, false AS partial FROM "
                                     "integration.breaching_row r WHERE ")
                + breachingCondition;
        else
            chosen.sql = singleProblems(narrowedCondition(tx, query, chosen.args));
        return chosen;
    }
    const std::string scope = scopeOf(query, chosen.args);
    const std::string verdict = problemVerdict(query.filter, chosen.args);
    chosen.sql = tallied(scope + " AND " + verdict);
    if (isCertain(query.filter))
        return chosen;
    const FilterExpression words = wordsOf(query.filter);
    SqlArgs own = chosen.args;
    const std::string known = problemVerdict(words, own);
    const std::vector<Groups> groups = groupsWith(tx, scope, {"(" + verdict + ") IS NULL", known}, own);
    const Groups& unknown = groups[0];
    if (unknown.ids.empty())
        return chosen;
    std::string where
        = scope + " AND " + problemCondition(query.filter, chosen.args) + " AND (" + verdict + ") IS NULL";
    if (!unknown.all)
        where += " AND " + inGroups(unknown.ids, chosen.args);
    if (!words.isEverything()) // of all the filter, what is known is not among these
        where += whereWordsAre(words, words == query.filter ? Groups{{}, false} : groups[1], chosen.args);
    chosen.sql += " UNION ALL (" + singleProblems(where) + ")";
    return chosen;
}

std::string narrowedCondition(pqxx::transaction_base& tx, const ExceptionQuery& query, SqlArgs& args)
{
    std::string whole = conditionFor(query, args);
    if (query.filter.isEverything() || asksForResolved(query))
        return whole;
    const FilterExpression words = wordsOf(query.filter);
    SqlArgs own;
    const std::string scope = hasTalliedScope(query) ? scopeOf(query, own) : "r.own_state <> 'resolved'";
    const std::string verdict = problemVerdict(query.filter, own);
    const std::string known = problemVerdict(words, own);
    const std::vector<Groups> groups = groupsWith(tx, scope, {"(" + verdict + ") IS NOT FALSE", known}, own);
    const Groups& possible = groups[0];
    if (possible.ids.empty()) {
        args.clear(); // none of them is in the text
        return "false";
    }
    if (!possible.all && query.group == 0)
        whole += " AND " + inGroups(possible.ids, args);
    return words.isEverything() ? whole : whole + whereWordsAre(words, groups[1], args);
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
