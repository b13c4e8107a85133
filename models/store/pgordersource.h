// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordersource.h"
#include "models/store/queryrunner.h"

/// Orders from `integration`. Call it from one thread; each kind of question has its own running query, and a newer
/// page, count or search cancels the older one at the server.
class PgOrderSource final : public OrderSource
{
public:
    explicit PgOrderSource(QueryRunner& runner);

    QFuture<Outcome<OrderPage>> page(const OrderPageRequest& request) override;
    QFuture<Outcome<CappedCount>> count(const FilterExpression& filter, qint64 cap) override;
    QFuture<Outcome<QList<Order>>> byIds(const QList<qint64>& ids) override;
    QFuture<Outcome<OrderDetail>> detail(qint64 id) override;
    QFuture<Outcome<QList<Order>>> find(const QString& text, int limit) override;

    /// The same on the calling thread, for the command line.
    Outcome<OrderPage> pageNow(const OrderPageRequest& request);
    Outcome<CappedCount> countNow(const FilterExpression& filter, qint64 cap);
    Outcome<OrderDetail> detailNow(qint64 id);
    Outcome<QList<Order>> findNow(const QString& text, int limit);

    /// The statement behind the first page of all orders, to measure the server alone.
    static QString newestPageSql(int limit);

private:
    using Token = std::shared_ptr<CancelToken>;
    template<typename T>
    QFuture<Outcome<T>> replace(Token& current, Running<T> next);

    QueryRunner& m_runner;
    Token m_page;
    Token m_count;
    Token m_find;
    Token m_detail;
};
