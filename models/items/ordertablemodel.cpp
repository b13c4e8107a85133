// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ordertablemodel.h"

#include "models/domain/whenfinished.h"

#include <algorithm>

namespace {

constexpr int cachedRows = 1500;
constexpr int mostCancelled = 5;

QSet<qint64> idsOf(const QList<Order>& orders)
{
    QSet<qint64> ids;
    ids.reserve(orders.size());
    for (const Order& order : orders)
        ids.insert(order.id);
    return ids;
}

} // namespace

OrderTableModel::OrderTableModel(OrderSource& source, const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_clock(clock)
    , m_texts(cachedRows)
{ }

int OrderTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OrderTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<OrderSort> OrderTableModel::sortOf(int column)
{
    switch (column) {
    case NumberColumn:
        return OrderSort::Number;
    case PlacedColumn:
        return OrderSort::PlacedAt;
    case DueColumn:
        return OrderSort::NextDue;
    default:
        return std::nullopt;
    }
}

int OrderTableModel::columnOf(OrderSort sort)
{
    switch (sort) {
    case OrderSort::PlacedAt:
        return PlacedColumn;
    case OrderSort::NextDue:
        return DueColumn;
    case OrderSort::Number:
        return NumberColumn;
    }
    return PlacedColumn;
}

// --- asking

OrderPageRequest OrderTableModel::request(int limit, const std::optional<OrderCursor>& after) const
{
    return {m_filter, m_sort, m_direction, after, limit};
}

void OrderTableModel::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void OrderTableModel::ask(const FilterExpression& filter, OrderSort sort, Qt::SortOrder direction)
{
    m_filter = filter;
    m_sort = sort;
    m_direction = direction;
    m_answered = false;
    m_total.reset();
    start(Task::FirstPage);
    Q_EMIT totalChanged();
}

void OrderTableModel::refresh()
{
    if (!m_answered) {
        start(Task::FirstPage);
        return;
    }
    m_refreshed.clear();
    m_refreshTarget = std::max(int(m_rows.size()), pageSize);
    start(Task::Refresh);
}

void OrderTableModel::retry()
{
    if (!m_answered)
        start(Task::FirstPage);
    else if (m_blocked && m_task == Task::NextPage)
        start(Task::NextPage);
    else
        refresh();
}

bool OrderTableModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_answered && !m_loading && !m_exhausted && !m_blocked
        && int(m_rows.size()) < m_rowLimit;
}

void OrderTableModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        start(Task::NextPage);
}

void OrderTableModel::start(Task task)
{
    ++m_generation;
    m_task = task;
    m_blocked = false;
    m_cancelledTimes = 0;
    setLoading(true);
    switch (task) {
    case Task::None:
        break;
    case Task::FirstPage:
        askPage(request(pageSize, std::nullopt));
        countAgain();
        break;
    case Task::NextPage:
        askPage(request(std::min(pageSize, m_rowLimit - int(m_rows.size())), m_next));
        break;
    case Task::Refresh:
        askPage(request(std::min(m_refreshTarget, refreshPageSize), std::nullopt));
        countAgain();
        break;
    }
}

void OrderTableModel::askPage(const OrderPageRequest& request)
{
    whenFinished(
        m_source.page(request), this, [this, generation = m_generation, request](const Outcome<OrderPage>& page) {
            if (generation != m_generation)
                return; // an answer to an older question
            if (page) {
                takePage(page.value());
                return;
            }
            // somebody else's request pushed ours out: it is still wanted
            if (page.error().kind == Failure::Cancelled && ++m_cancelledTimes < mostCancelled) {
                askPage(request);
                return;
            }
            takeFailure(page.error());
        });
}

void OrderTableModel::takePage(const OrderPage& page)
{
    m_asOf = page.asOf;
    switch (m_task) {
    case Task::None:
        break;
    case Task::FirstPage:
        m_next = page.next;
        m_exhausted = !page.next;
        m_answered = true;
        resetTo(page.orders);
        setLoading(false);
        Q_EMIT answered();
        break;
    case Task::NextPage:
        m_next = page.next;
        m_exhausted = !page.next;
        append(page.orders);
        setLoading(false); // only now: beginInsertRows() makes views ask for more
        break;
    case Task::Refresh:
        continueRefresh(page);
        break;
    }
    Q_EMIT refreshed();
}

void OrderTableModel::takeFailure(const Error& error)
{
    m_blocked = true; // or the view asks again in a hot loop
    if (m_task == Task::FirstPage && !m_rows.isEmpty())
        resetTo({}); // rows of another question would lie
    m_refreshed.clear();
    setLoading(false);
    Q_EMIT failed(error);
}

void OrderTableModel::continueRefresh(const OrderPage& page)
{
    m_refreshed.append(page.orders);
    if (page.next && int(m_refreshed.size()) < m_refreshTarget) {
        const int missing = m_refreshTarget - int(m_refreshed.size());
        askPage(request(std::min(missing, refreshPageSize), page.next));
        return;
    }
    m_next = page.next;
    m_exhausted = !page.next;
    merge(std::exchange(m_refreshed, {}));
    setLoading(false);
}

void OrderTableModel::countAgain()
{
    whenFinished(m_source.count(m_filter, countCap), this,
        [this, generation = ++m_countGeneration](const Outcome<CappedCount>& count) {
            if (generation != m_countGeneration || !count)
                return; // the list itself tells of a failure
            m_total = count.value();
            Q_EMIT totalChanged();
        });
}

// --- rows

void OrderTableModel::reindex(int from)
{
    for (int row = from; row < int(m_rows.size()); ++row)
        m_rowOfId.insert(m_rows.at(row).order.id, row);
}

void OrderTableModel::setLeft(Row& row, bool left)
{
    if (row.left == left)
        return;
    row.left = left;
    m_leftCount += left ? 1 : -1;
}

void OrderTableModel::resetTo(QList<Order> orders)
{
    beginResetModel();
    m_rows.clear();
    m_rowOfId.clear();
    m_texts.clear();
    m_leftCount = 0;
    for (Order& order : orders) {
        if (m_rowOfId.contains(order.id))
            continue;
        m_rowOfId.insert(order.id, int(m_rows.size()));
        m_rows.append({std::move(order), false});
    }
    endResetModel();
    clearGathered();
}

void OrderTableModel::append(const QList<Order>& orders)
{
    QList<Order> fresh;
    QList<Order> known; // moved behind the cursor since it was loaded: patched where it is, never shown twice
    QSet<qint64> seen;
    for (const Order& order : orders) {
        if (seen.contains(order.id))
            continue;
        seen.insert(order.id);
        (m_rowOfId.contains(order.id) ? known : fresh).append(order);
        if (m_gathered.remove(order.id) > 0)
            Q_EMIT newCountChanged();
    }
    updateFrom(known);
    insertOrders(int(m_rows.size()), fresh);
}

void OrderTableModel::insertOrders(int at, const QList<Order>& orders)
{
    if (orders.isEmpty())
        return;
    beginInsertRows({}, at, at + int(orders.size()) - 1);
    m_rows.insert(at, orders.size(), Row());
    for (int i = 0; i < int(orders.size()); ++i)
        m_rows[at + i].order = orders.at(i);
    reindex(at);
    endInsertRows();
}

void OrderTableModel::merge(QList<Order> orders)
{
    QHash<qint64, int> place;
    for (int at = 0; at < int(orders.size());) {
        if (place.contains(orders.at(at).id)) {
            orders.removeAt(at); // moved between two pages of the refresh
            continue;
        }
        place.insert(orders.at(at).id, at);
        ++at;
    }
    Q_EMIT aboutToMerge();
    removeAllBut(idsOf(orders));
    reorder(place);
    insertMissing(orders);
    updateFrom(orders);
    clearGathered();
    Q_EMIT merged();
}

void OrderTableModel::removeAllBut(const QSet<qint64>& ids)
{
    int end = int(m_rows.size());
    while (end > 0) {
        if (ids.contains(m_rows.at(end - 1).order.id)) {
            --end;
            continue;
        }
        int first = end - 1;
        while (first > 0 && !ids.contains(m_rows.at(first - 1).order.id))
            --first;
        beginRemoveRows({}, first, end - 1);
        for (int row = first; row < end; ++row) {
            m_rowOfId.remove(m_rows.at(row).order.id);
            setLeft(m_rows[row], false);
        }
        m_rows.remove(first, end - first);
        reindex(first);
        endRemoveRows();
        end = first;
    }
}

void OrderTableModel::reorder(const QHash<qint64, int>& place)
{
    const auto before
        = [&place](const Row& a, const Row& b) { return place.value(a.order.id) < place.value(b.order.id); };
    if (std::is_sorted(m_rows.cbegin(), m_rows.cend(), before))
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QList<qint64> ids;
    for (const QModelIndex& index : from)
        ids.append(m_rows.at(index.row()).order.id);
    std::stable_sort(m_rows.begin(), m_rows.end(), before); // clazy:exclude=detaching-member
    reindex(0);
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(m_rowOfId.value(ids.at(i)), from.at(i).column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void OrderTableModel::insertMissing(const QList<Order>& orders)
{
    for (int at = 0; at < int(orders.size());) {
        if (m_rowOfId.contains(orders.at(at).id)) {
            ++at;
            continue;
        }
        int end = at + 1;
        while (end < int(orders.size()) && !m_rowOfId.contains(orders.at(end).id))
            ++end;
        insertOrders(at, orders.mid(at, end - at)); // all before `at` are in place, so the row is the place
        at = end;
    }
}

void OrderTableModel::updateFrom(const QList<Order>& orders)
{
    QList<int> changed;
    for (const Order& order : orders) {
        const int at = m_rowOfId.value(order.id, -1);
        if (at < 0)
            continue;
        Row& row = m_rows[at]; // clazy:exclude=detaching-member
        if (row.order.version > order.version)
            continue; // the feed was faster than the page
        const bool same = row.order == order && !row.left;
        row.order = order;
        setLeft(row, false);
        m_texts.remove(order.id);
        if (!same)
            changed.append(at);
    }
    signalRows(changed);
}

void OrderTableModel::signalRows(QList<int> rows)
{
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end());
    if (rows.size() * 2 > m_rows.size()) {
        Q_EMIT dataChanged(index(rows.first(), 0), index(rows.last(), ColumnCount - 1));
        return;
    }
    for (qsizetype first = 0; first < rows.size();) {
        qsizetype last = first;
        while (last + 1 < rows.size() && rows.at(last + 1) <= rows.at(last) + 1)
            ++last;
        Q_EMIT dataChanged(index(rows.at(first), 0), index(rows.at(last), ColumnCount - 1));
        first = last + 1;
    }
}

// --- live

void OrderTableModel::apply(const OrderChanges& changes)
{
    if (!m_answered)
        return; // the first page will be newer
    const auto matches = [&changes](qint64 id) { return !changes.matching || changes.matching->contains(id); };
    QSet<qint64> existing;
    QList<int> changed;
    QList<Order> unknown;
    for (const Order& order : changes.orders) {
        existing.insert(order.id);
        const int at = m_rowOfId.value(order.id, -1);
        if (at < 0) {
            if (matches(order.id))
                unknown.append(order);
            else if (m_gathered.remove(order.id) > 0)
                Q_EMIT newCountChanged();
            continue;
        }
        Row& row = m_rows[at]; // clazy:exclude=detaching-member
        if (order.version < row.order.version)
            continue; // late notice
        const bool left = !matches(order.id);
        if (row.order == order && row.left == left)
            continue;
        row.order = order;
        setLeft(row, left);
        m_texts.remove(order.id);
        changed.append(at);
    }
    for (const qint64 id : changes.asked) {
        const int at = m_rowOfId.value(id, -1);
        if (existing.contains(id))
            continue;
        if (m_gathered.remove(id) > 0)
            Q_EMIT newCountChanged();
        if (at < 0 || m_rows.at(at).left)
            continue;
        setLeft(m_rows[at], true);
        changed.append(at);
    }
    signalRows(changed);
    gather(unknown);
}

bool OrderTableModel::comesBefore(const Order& a, const Order& b) const
{
    const auto ascending = [this](const Order& x, const Order& y) {
        switch (m_sort) {
        case OrderSort::PlacedAt:
            return x.placedAt != y.placedAt ? x.placedAt < y.placedAt : x.id < y.id;
        case OrderSort::NextDue:
            return x.nextDueAt != y.nextDueAt ? x.nextDueAt < y.nextDueAt : x.id < y.id;
        case OrderSort::Number:
            return x.number != y.number ? x.number < y.number : x.id < y.id;
        }
        return false;
    };
    // nothing due comes last, whatever the direction
    if (m_sort == OrderSort::NextDue && a.nextDueAt.isValid() != b.nextDueAt.isValid())
        return a.nextDueAt.isValid();
    return m_direction == Qt::AscendingOrder ? ascending(a, b) : ascending(b, a);
}

bool OrderTableModel::belongsToLoadedRows(const Order& order) const
{
    if (m_exhausted || m_rows.isEmpty())
        return true;
    return m_sort == OrderSort::Number // the server's collation decides, not ours: better once too often
        || !comesBefore(m_rows.constLast().order, order);
}

void OrderTableModel::gather(const QList<Order>& orders)
{
    bool more = false;
    for (const Order& order : orders) {
        if (!belongsToLoadedRows(order))
            continue;
        const auto known = m_gathered.constFind(order.id);
        if (known != m_gathered.constEnd() && known->version > order.version)
            continue;
        more = more || known == m_gathered.constEnd();
        m_gathered.insert(order.id, order);
    }
    if (more)
        Q_EMIT newCountChanged();
}

void OrderTableModel::clearGathered()
{
    if (m_gathered.isEmpty())
        return;
    m_gathered.clear();
    Q_EMIT newCountChanged();
}

void OrderTableModel::takeInNew()
{
    if (m_gathered.isEmpty() || !m_answered)
        return;
    if (m_sort == OrderSort::Number || m_gathered.size() > pageSize) {
        refresh(); // its order is the server's, or they are too many to be put in one by one
        return;
    }
    QList<Order> orders = m_gathered.values();
    std::sort(orders.begin(), orders.end(), [this](const Order& a, const Order& b) { return comesBefore(a, b); });
    Q_EMIT aboutToMerge();
    // from the end, so that places found stay right; neighbours go in as one block
    int block = int(orders.size());
    while (block > 0) {
        const auto placeOf = [this](const Order& order) {
            const auto at = std::find_if(m_rows.cbegin(), m_rows.cend(),
                [this, &order](const Row& row) { return comesBefore(order, row.order); });
            return int(at - m_rows.cbegin());
        };
        const int at = placeOf(orders.at(block - 1));
        int first = block - 1;
        while (first > 0 && placeOf(orders.at(first - 1)) == at)
            --first;
        insertOrders(at, orders.mid(first, block - first));
        block = first;
    }
    clearGathered();
    Q_EMIT merged();
}

void OrderTableModel::tick(int firstRow, int lastRow)
{
    const int last = std::min(lastRow, int(m_rows.size()) - 1);
    int firstChanged = -1;
    int lastChanged = -1;
    for (int row = std::max(firstRow, 0); row <= last; ++row) {
        const Order& order = m_rows.at(row).order;
        const Texts* shown = m_texts.object(order.id);
        if (!shown)
            continue; // nobody has looked at it yet
        Texts now = makeTexts(order);
        if (now.cells == shown->cells && now.target == shown->target && now.due == shown->due)
            continue;
        m_texts.insert(order.id, new Texts(std::move(now)));
        firstChanged = firstChanged < 0 ? row : firstChanged;
        lastChanged = row;
    }
    if (firstChanged < 0)
        return;
    Q_EMIT dataChanged(index(firstChanged, TargetColumn), index(lastChanged, TargetColumn));
    Q_EMIT dataChanged(index(firstChanged, WaitingTimeColumn), index(lastChanged, DueColumn));
}

void OrderTableModel::setChannelTitles(const QHash<QString, QString>& titles)
{
    if (titles == m_channelTitles)
        return;
    m_channelTitles = titles;
    m_texts.clear();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, ChannelColumn), index(int(m_rows.size()) - 1, ChannelColumn));
}

void OrderTableModel::setLocale(const QLocale& locale)
{
    m_locale = locale;
    m_texts.clear();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}
