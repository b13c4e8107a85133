// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/ordersource.h"
#include "models/items/itemroles.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <array>
#include <optional>

/// What the database said of some orders after a change: see OrderLiveUpdates.
struct OrderChanges
{
    QList<qint64> asked;
    QList<Order> orders; ///< as they are now; ids of `asked` that are missing exist no more
    std::optional<QSet<qint64>> matching; ///< those that the filter lets through; nullopt: all of them
};

/// Orders that match a filter, page by page in the server's order. Rows keep their place: a change patches the row, a
/// row that left the filter stays and is marked, new orders gather until they are asked for. Lives on the GUI thread.
class OrderTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        PlacedColumn,
        ChannelColumn,
        CustomerColumn,
        TotalColumn,
        SyncColumn,
        TargetColumn,
        FulfilmentColumn,
        MoneyColumn,
        WaitingForColumn,
        WaitingTimeColumn,
        DueColumn,
        ProgressColumn,
        AnomaliesColumn,
        TagsColumn,
        ColumnCount
    };
    Q_ENUM(Column)

    static constexpr int pageSize = 200;
    static constexpr int refreshPageSize = 1000;
    static constexpr int defaultRowLimit = 20'000;
    static constexpr int countCap = 10'000;

    OrderTableModel(OrderSource& source, const Clock& clock, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Asks a new question. The rows of the old one stay until the first page is here.
    void ask(const FilterExpression& filter, OrderSort sort, Qt::SortOrder direction);
    /// Asks the same question again and merges the answer into the rows.
    void refresh();
    /// After failed(): takes up what failed.
    void retry();

    const FilterExpression& filter() const { return m_filter; }
    OrderSort sortKey() const { return m_sort; }
    Qt::SortOrder direction() const { return m_direction; }
    /// The server's order that a column stands for; most have none.
    static std::optional<OrderSort> sortOf(int column);
    static int columnOf(OrderSort sort);

    const Order& order(int row) const { return m_rows.at(row).order; }
    int rowOf(qint64 id) const { return m_rowOfId.value(id, -1); }
    int generation() const { return m_generation; }
    bool isLoading() const { return m_loading; }
    bool hasAnswer() const { return m_answered; } ///< the rows belong to the question
    bool isComplete() const { return m_answered && m_exhausted; }
    bool isAtRowLimit() const { return int(m_rows.size()) >= m_rowLimit && !m_exhausted; }
    int rowLimit() const { return m_rowLimit; }
    void setRowLimit(int rows) { m_rowLimit = rows; }
    QDateTime asOf() const { return m_asOf; } ///< the server's clock at the newest answer
    std::optional<CappedCount> total() const { return m_total; }
    int leftCount() const { return m_leftCount; } ///< rows that no longer match

    /// Patches, marks and gathers. Whatever is unknown and beyond the loaded rows is read when scrolled to.
    void apply(const OrderChanges& changes);
    int newCount() const { return int(m_gathered.size()); }
    /// Puts the gathered orders into the list.
    void takeInNew();
    void countAgain();

    /// Judges times again for these rows, at the clock's now.
    void tick(int firstRow, int lastRow);
    void setChannelTitles(const QHash<QString, QString>& titles);
    void setLocale(const QLocale& locale);

Q_SIGNALS:
    void loadingChanged();
    void answered(); ///< the first page of a new question is in
    void aboutToMerge(); ///< a refresh or new orders are about to change rows; `merged` follows
    void merged();
    void failed(const Error& error);
    void newCountChanged();
    void totalChanged();
    void refreshed(); ///< asOf() moved

private:
    struct Row
    {
        Order order;
        bool left = false; ///< no longer matches the filter
    };
    struct Texts
    {
        std::array<QString, ColumnCount> cells;
        TargetState target = TargetState::None;
        ItemRoles::Emphasis due = ItemRoles::Emphasis::Secondary;
    };
    enum class Task { None, FirstPage, NextPage, Refresh };

    OrderPageRequest request(int limit, const std::optional<OrderCursor>& after) const;
    void start(Task task);
    void askPage(const OrderPageRequest& request);
    void takePage(const OrderPage& page);
    void takeFailure(const Error& error);
    void resetTo(QList<Order> orders);
    void append(const QList<Order>& orders);
    void continueRefresh(const OrderPage& page);
    void merge(QList<Order> orders);
    void removeAllBut(const QSet<qint64>& ids);
    void reorder(const QHash<qint64, int>& place);
    void insertMissing(const QList<Order>& orders);
    void updateFrom(const QList<Order>& orders);
    void insertOrders(int at, const QList<Order>& orders);
    void reindex(int from);
    void setLoading(bool loading);
    void setLeft(Row& row, bool left);
    void signalRows(QList<int> rows);
    bool comesBefore(const Order& a, const Order& b) const;
    bool belongsToLoadedRows(const Order& order) const;
    void gather(const QList<Order>& orders);
    void clearGathered();

    const Texts& texts(const Order& order) const;
    Texts makeTexts(const Order& order) const;
    QVariant value(const Order& order, Column column) const;
    QVariant state(const Order& order, Column column) const;
    ItemRoles::Emphasis emphasis(const Order& order, Column column) const;
    QString filterFor(const Order& order, Column column) const;
    QString toolTip(const Row& row, Column column) const;

    OrderSource& m_source;
    const Clock& m_clock;
    QLocale m_locale;
    QHash<QString, QString> m_channelTitles;

    FilterExpression m_filter;
    OrderSort m_sort = OrderSort::PlacedAt;
    Qt::SortOrder m_direction = Qt::DescendingOrder;
    int m_generation = 0;
    int m_countGeneration = 0;
    Task m_task = Task::None;
    int m_cancelledTimes = 0;
    bool m_loading = false;
    bool m_answered = false;
    bool m_exhausted = false;
    bool m_blocked = false; ///< a page failed; views must not ask for it again by themselves
    std::optional<OrderCursor> m_next;
    QList<Order> m_refreshed; ///< collected pages of a refresh
    int m_refreshTarget = 0;

    QList<Row> m_rows;
    QHash<qint64, int> m_rowOfId;
    QHash<qint64, Order> m_gathered;
    int m_rowLimit = defaultRowLimit;
    int m_leftCount = 0;
    QDateTime m_asOf;
    std::optional<CappedCount> m_total;
    mutable QCache<qint64, Texts> m_texts;
};
