// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/problempage.h"

#include "models/store/caserecords.h"
#include "models/store/exceptioncondition.h"
#include "models/store/exceptionrow.h"
#include "models/store/orderrow.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/problemcount.h"

#include <algorithm>

namespace {

/// The column by whose index an order walks, then by id.
std::string keyOf(const ExceptionQuery& query)
{
    if (query.order.sort == ProblemSort::Due)
        return "r.step_due_at";
    const bool resolved = query.queue == ExceptionQueue::Resolved && query.order.sort == ProblemSort::Standard;
    return resolved ? "r.resolved_at" : "r.opened_at";
}

struct KeyedProblem
{
    Exception exception;
    QString key;
};

class PageReader
{
public:
    PageReader(pqxx::transaction_base& tx, const ExceptionQuery& query)
        : m_tx(tx)
        , m_query(query)
        , m_key(keyOf(query))
        , m_limit(std::clamp(query.limit, 1, PgExceptionSource::maxLimit))
        , m_where(narrowedCondition(tx, query, m_args))
    { }

    ExceptionPage read()
    {
        const bool amongUndated = m_query.after && m_query.after->key.isEmpty();
        if (!amongUndated)
            readDated();
        if (m_query.order.sort == ProblemSort::Due && m_found.size() <= m_limit)
            readUndated(amongUndated);
        ExceptionPage page;
        for (const KeyedProblem& each : std::as_const(m_found)) {
            if (page.exceptions.size() == m_limit) {
                page.next = OrderCursor{m_found.at(m_limit - 1).key, page.exceptions.constLast().id};
                break;
            }
            page.exceptions.append(each.exception);
        }
        return page;
    }

private:
    void readDated()
    {
        SqlArgs args = m_args;
        std::string where = m_where;
        const bool up = m_query.order.ascending;
        if (m_query.order.sort == ProblemSort::Due)
            where += " AND " + m_key + " IS NOT NULL";
        if (m_query.after)
            where += " AND (" + m_key + ", r.id) " + (up ? ">" : "<") + " (" + addArgument(args, m_query.after->key)
                + "::timestamptz, " + addArgument(args, QString::number(m_query.after->id)) + "::bigint)";
        append(where, up ? " ASC" : " DESC", m_key + "::text", args);
    }

    /// Behind all others, the newest first. They are in the same index, which the whole order walks.
    void readUndated(bool continued)
    {
        SqlArgs args = m_args;
        std::string where = m_where + " AND " + m_key + " IS NULL";
        if (continued)
            where += " AND r.id < " + addArgument(args, QString::number(m_query.after->id)) + "::bigint";
        append(where, " DESC", "''", args);
    }

    void append(const std::string& where, const std::string& direction, const std::string& key, const SqlArgs& args)
    {
        const std::string order = " ORDER BY " + m_key + direction + ", r.id" + direction;
        const pqxx::result rows = exec(m_tx,
            std::string("SELECT ") + exceptionColumns + ", " + key
                + " AS sort_key FROM integration.exception_row r WHERE r.id IN (SELECT r.id FROM integration.exception_brief r WHERE "
                + where + order + " LIMIT " + std::to_string(m_limit + 1 - m_found.size()) + ")" + order,
            args);
        for (const auto& row : rows)
            m_found.append({readException(row), readText(row["sort_key"])});
    }

    pqxx::transaction_base& m_tx;
    const ExceptionQuery& m_query;
    const std::string m_key;
    const qsizetype m_limit;
    SqlArgs m_args; ///< of m_where
    const std::string m_where;
    QList<KeyedProblem> m_found;
};

} // namespace

ExceptionPage readExceptionPage(pqxx::transaction_base& tx, const ExceptionQuery& query)
{
    ExceptionPage page = PageReader(tx, query).read();
    if (page.next && !query.after && (query.group != 0 || !query.filter.isEverything()))
        page.total = countProblems(tx, query);
    const PageEnd end = readPageEnd(tx, query.filter);
    page.asOf = end.asOf;
    page.watched = end.watched;
    page.cutPayloads = end.cutPayloads;
    return page;
}
