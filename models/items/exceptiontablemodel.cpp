// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/exceptiontablemodel.h"

#include "models/domain/whenfinished.h"

#include <algorithm>
#include <utility>

static_assert(std::tuple_size_v<decltype(ExceptionLine::cells)> == ExceptionTableModel::ColumnCount);

namespace {
constexpr int mostPushedOut = 5;
constexpr int refreshMargin = 50; ///< as many may come in at the top before rows at the end are read anew
} // namespace

ExceptionTableModel::ExceptionTableModel(ExceptionSource& source, const Clock& clock, QObject* parent)
    : WordedTableModel(parent)
    , m_source(source)
    , m_clock(clock)
{ }

int ExceptionTableModel::rowOfId(qint64 id) const
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [id](const ExceptionLine& line) { return line.exception.id == id; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

// --- asking

void ExceptionTableModel::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void ExceptionTableModel::ask(const ExceptionQuery& query)
{
    const ProblemOrder order = m_query.order;
    m_query = query;
    m_query.after.reset();
    m_query.order = order;
    m_answered = false;
    start(Task::FirstPage);
}

void ExceptionTableModel::setOrder(const ProblemOrder& order, const QSet<qint64>& wanted)
{
    if (order == m_query.order)
        return;
    m_query.order = order;
    m_wanted = wanted;
    if (m_answered)
        start(Task::Sort);
    else if (m_loading)
        start(m_task);
}

void ExceptionTableModel::refresh()
{
    if (m_loading)
        m_again = true;
    else
        start(m_answered ? Task::Refresh : Task::FirstPage);
}

void ExceptionTableModel::retry()
{
    if (m_loading)
        return;
    if (m_answered && m_blocked && m_task == Task::NextPage)
        start(Task::NextPage);
    else
        refresh();
}

bool ExceptionTableModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_answered && m_next && !m_loading && !m_blocked && rowCount() < rowLimit;
}

void ExceptionTableModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        start(Task::NextPage);
}

void ExceptionTableModel::start(Task task)
{
    ++m_generation;
    m_task = task;
    m_blocked = false;
    m_again = false;
    m_cancelledTimes = 0;
    m_read.clear();
    setLoading(true);
    switch (task) {
    case Task::FirstPage:
        askPage(std::nullopt, pageSize);
        break;
    case Task::NextPage:
        askPage(m_next, std::min(pageSize, rowLimit - rowCount()));
        break;
    case Task::Refresh:
        m_target = std::max(pageSize, rowCount() + int(m_gathered.size()) + refreshMargin);
        askPage(std::nullopt, std::min(m_target, refreshPageSize));
        break;
    case Task::Sort:
        askPage(std::nullopt, pageSize);
        break;
    }
}

void ExceptionTableModel::askPage(const std::optional<OrderCursor>& after, int limit)
{
    ExceptionQuery query = m_query;
    query.after = after;
    query.limit = limit;
    whenFinished(m_source.page(query), this,
        [this, after, limit, generation = m_generation](const Outcome<ExceptionPage>& page) {
            if (generation != m_generation)
                return; // an answer to an older question
            if (page)
                takePage(page.value());
            else if (page.error().kind == Failure::Cancelled && ++m_cancelledTimes < mostPushedOut)
                askPage(after, limit); // somebody else's request pushed ours out: it is still wanted
            else
                takeFailure(page.error());
        });
}

void ExceptionTableModel::takePage(const ExceptionPage& page)
{
    m_asOf = page.asOf;
    m_watched = page.watched;
    m_cutPayloads = page.cutPayloads;
    switch (m_task) {
    case Task::FirstPage:
        m_next = page.next;
        m_total = page.total;
        m_answered = true;
        resetTo(page.exceptions);
        finish();
        Q_EMIT answered();
        break;
    case Task::NextPage:
        m_next = page.next;
        append(page.exceptions);
        finish(); // not before the rows are in: the view fetches more from within their insertion
        break;
    case Task::Refresh:
        if (m_read.isEmpty())
            m_total = page.total;
        m_read.append(page.exceptions);
        if (page.next && int(m_read.size()) < m_target) {
            askPage(page.next, std::min(m_target - int(m_read.size()), refreshPageSize));
            return;
        }
        m_next = page.next;
        patch(std::exchange(m_read, {}));
        finish();
        break;
    case Task::Sort:
        m_read.append(page.exceptions);
        for (const Exception& exception : page.exceptions)
            m_wanted.remove(exception.id);
        if (page.next && !m_wanted.isEmpty() && m_read.size() < rowLimit) {
            askPage(page.next, std::min(rowLimit - int(m_read.size()), refreshPageSize));
            return;
        }
        m_next = page.next;
        resetTo(std::exchange(m_read, {}));
        finish();
        Q_EMIT sorted();
        break;
    }
}

void ExceptionTableModel::resetTo(const QList<Exception>& exceptions)
{
    beginResetModel();
    m_rows.clear();
    QSet<qint64> known; // one may have moved between two pages
    for (const Exception& exception : exceptions) {
        if (!known.contains(exception.id))
            m_rows.append(ExceptionLine{exception});
        known.insert(exception.id);
    }
    endResetModel();
    setGathered({});
}

void ExceptionTableModel::finish()
{
    setLoading(false);
    if (m_again)
        refresh();
}

void ExceptionTableModel::takeFailure(const Error& error)
{
    m_blocked = true; // or the view asks again in a hot loop
    m_again = false;
    m_read.clear();
    if ((m_task == Task::FirstPage || m_task == Task::Sort) && !m_rows.isEmpty())
        resetTo({}); // rows of another question would lie
    setLoading(false);
    Q_EMIT failed(error);
}

// --- rows

void ExceptionTableModel::append(const QList<Exception>& exceptions)
{
    QSet<qint64> known;
    for (const ExceptionLine& each : std::as_const(m_rows))
        known.insert(each.exception.id);
    QList<ExceptionLine> fresh;
    for (const Exception& exception : exceptions) {
        if (!known.contains(exception.id))
            fresh.append(ExceptionLine{exception});
        known.insert(exception.id);
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    m_rows.append(fresh);
    endInsertRows();
}

void ExceptionTableModel::patch(const QList<Exception>& exceptions)
{
    Q_EMIT aboutToMerge();
    QList<ExceptionLine> lines;
    lines.reserve(exceptions.size());
    QSet<qint64> seen;
    for (const Exception& exception : exceptions) {
        if (!seen.contains(exception.id))
            lines.append(ExceptionLine{exception});
        seen.insert(exception.id);
    }
    gather(lines);
    keepLeft(lines);
    removeMoved(lines);
    KeyedTableModel::merge(std::move(lines));
    Q_EMIT merged();
}

void ExceptionTableModel::gather(QList<ExceptionLine>& lines)
{
    // what stands above everything that is shown is new; the person says when it comes in
    QSet<qint64> known;
    for (const ExceptionLine& each : std::as_const(m_rows))
        known.insert(each.exception.id);
    const auto first = std::find_if(lines.cbegin(), lines.cend(),
        [&known](const ExceptionLine& each) { return known.contains(each.exception.id); });
    if (first == lines.cend()) { // nothing of what is shown is left: a list to be read from its top
        setGathered({});
        return;
    }
    QList<ExceptionLine> fresh(lines.cbegin(), first);
    lines.erase(lines.cbegin(), first);
    setGathered(std::move(fresh));
}

void ExceptionTableModel::setGathered(QList<ExceptionLine> lines)
{
    const bool differs = lines.size() != m_gathered.size();
    m_gathered = std::move(lines);
    if (differs)
        Q_EMIT newCountChanged();
}

void ExceptionTableModel::takeInNew()
{
    if (m_gathered.isEmpty())
        return;
    Q_EMIT aboutToMerge();
    const QList<ExceptionLine> fresh = std::exchange(m_gathered, {});
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    m_rows = fresh + m_rows;
    endInsertRows();
    Q_EMIT newCountChanged();
    Q_EMIT merged();
}

void ExceptionTableModel::keepLeft(QList<ExceptionLine>& lines) const
{
    QSet<qint64> there;
    for (const ExceptionLine& each : std::as_const(lines))
        there.insert(each.exception.id);
    qint64 before = 0;
    for (ExceptionLine each : m_rows) {
        const qint64 id = each.exception.id;
        if (!there.contains(id) && !m_kept.contains(id))
            continue;
        if (!there.contains(id)) {
            each.left = true;
            const auto place = std::find_if(lines.begin(), lines.end(),
                [before](const ExceptionLine& other) { return other.exception.id == before; });
            lines.insert(place == lines.end() ? 0 : place - lines.begin() + 1, each);
        }
        before = id;
    }
}

void ExceptionTableModel::removeMoved(const QList<ExceptionLine>& lines)
{
    // by what it is sorted seldom changes; what moves all the same is taken out and comes in anew where it stands now
    QHash<qint64, int> place;
    for (int at = 0; at < int(lines.size()); ++at)
        place.insert(lines.at(at).exception.id, at);
    int last = -1;
    for (int at = 0; at < rowCount();) {
        const int to = place.value(m_rows.at(at).exception.id, -1);
        if (to >= 0 && to < last) {
            beginRemoveRows({}, at, at);
            m_rows.removeAt(at);
            endRemoveRows();
            continue;
        }
        last = std::max(last, to);
        ++at;
    }
}

void ExceptionTableModel::dropLeft()
{
    Q_EMIT aboutToMerge();
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (!m_rows.at(at).left || m_kept.contains(m_rows.at(at).exception.id))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }
    Q_EMIT merged();
}
