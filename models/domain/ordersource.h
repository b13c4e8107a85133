// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"
#include "models/domain/order.h"
#include "models/domain/outcome.h"
#include "models/domain/process.h"

#include <QFuture>
#include <QHash>

#include <optional>

enum class OrderSort {
    PlacedAt, ///< when the customer bought
    NextDue, ///< the open step that is due first; orders with nothing due come last
    Number
};

/// Where a page ended: the sort key of its last order, as the source wrote it, and that order's id.
struct OrderCursor
{
    QString key;
    qint64 id = 0;
    friend bool operator==(const OrderCursor&, const OrderCursor&) = default;
};

struct OrderPageRequest
{
    FilterExpression filter;
    OrderSort sort = OrderSort::PlacedAt;
    Qt::SortOrder direction = Qt::DescendingOrder;
    std::optional<OrderCursor> after; ///< nullopt: from the start
    int limit = 200;
};

struct OrderPage
{
    QList<Order> orders;
    std::optional<OrderCursor> next; ///< nullopt: this was the last page
    QDateTime asOf; ///< the server's clock when it looked
};

/// A count that is exact up to a limit: counting millions for a label is waste.
struct CappedCount
{
    qint64 count = 0;
    bool more = false; ///< true: at least `count`
    friend bool operator==(const CappedCount&, const CappedCount&) = default;
};

/// What is usual for a step: learned from orders that have passed it.
struct StepNorm
{
    qint64 medianSeconds = 0;
    qint64 p95Seconds = 0;
    qint64 samples = 0;
};

/// Everything that an order's page shows.
struct OrderDetail
{
    Order order;
    QString channelTitle;
    Process process; ///< the version that the order started with; `supplied` as for its channel
    Process returnProcess; ///< steps of the return template; empty when the order has no return
    QList<Milestone> milestones; ///< every step, blocked and unknown ones included, in process order
    QList<OrderLine> lines;
    QList<ExternalRef> references;
    QList<BusinessEvent> events; ///< by time, the newest `eventLimit`
    bool moreEvents = false;
    QHash<QString, StepNorm> norms; ///< by step
    QDateTime asOf;
};

/// Orders, read only. A newer page request cancels the one that is still running (its future ends with
/// Failure::Cancelled). Futures finish on any thread; use whenFinished().
class OrderSource
{
public:
    static constexpr int eventLimit = 500;

    virtual ~OrderSource() = default;
    virtual QFuture<Outcome<OrderPage>> page(const OrderPageRequest& request) = 0;
    /// At most `cap` rows are counted.
    virtual QFuture<Outcome<CappedCount>> count(const FilterExpression& filter, qint64 cap) = 0;
    /// The given orders as they are now, in any order; ids that no longer exist are left out.
    virtual QFuture<Outcome<QList<Order>>> byIds(const QList<qint64>& ids) = 0;
    virtual QFuture<Outcome<OrderDetail>> detail(qint64 id) = 0;
    /// Up to `limit` orders whose number, key or external reference starts with the text.
    virtual QFuture<Outcome<QList<Order>>> find(const QString& text, int limit) = 0;

protected:
    OrderSource() = default;
    OrderSource(const OrderSource&) = default;
    OrderSource& operator=(const OrderSource&) = default;
};
