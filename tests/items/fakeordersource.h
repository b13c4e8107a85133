// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesources.h"

#include <QTimeZone>

#include <algorithm>

/// Keeps every question about orders, so that a test answers when and in the order it likes.
class FakeOrderSource final : public OrderSource
{
public:
    QFuture<Outcome<OrderPage>> page(const OrderPageRequest& request) override
    {
        requests.append(request);
        return pages.ask();
    }
    QFuture<Outcome<CappedCount>> count(const FilterExpression&, qint64) override { return counts.ask(); }
    QFuture<Outcome<QList<Order>>> byIds(const QList<qint64>& ids) override
    {
        asked.append(ids);
        return lists.ask();
    }
    QFuture<Outcome<OrderDetail>> detail(qint64) override { return details.ask(); }
    QFuture<Outcome<QList<Order>>> find(const QString& text, int) override
    {
        searched.append(text);
        return found.ask();
    }

    QList<OrderPageRequest> requests;
    QList<QList<qint64>> asked;
    QStringList searched;
    PendingAnswers<OrderPage> pages;
    PendingAnswers<CappedCount> counts;
    PendingAnswers<QList<Order>> lists;
    PendingAnswers<QList<Order>> found;
    PendingAnswers<OrderDetail> details;
};

/// A feed with every answer in the test's hand.
class FakeFeed final : public ChangeFeed
{
public:
    State state() const override { return m_state; }
    QDateTime lastContact() const override { return contact; }
    Error lastError() const override { return error; }
    Environment environment() const override { return place; }
    void retryNow() override { ++retries; }

    void setState(State state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }
    void change(const QList<qint64>& ids) { Q_EMIT ordersChanged(ids); }
    void changeEverything() { Q_EMIT everything(); }

    QDateTime contact;
    Error error;
    Environment place;
    int retries = 0;

private:
    State m_state = State::Live;
};

inline QDateTime fakeNow()
{
    return {QDate(2026, 11, 20), QTime(12, 0), Qt::UTC};
}

/// An order that was placed `id` minutes after some moment; larger ids are newer.
inline Order fakeOrder(qint64 id, qint64 version = 1)
{
    Order order;
    order.id = id;
    order.version = version;
    order.number = QString::number(10'000 + id);
    order.key = QStringLiteral("DE-") + order.number;
    order.channel = QStringLiteral("shop-de");
    order.process = QStringLiteral("ship_to_home");
    order.placedAt = fakeNow().addDays(-2).addSecs(60 * id);
    order.lastEventAt = order.placedAt;
    order.total = {1000 + id, QStringLiteral("EUR")};
    order.sync = SyncState::Waiting;
    order.fulfilment = FulfilmentState::Reserved;
    order.money = MoneyState::Authorized;
    order.waitingStep = QStringLiteral("erp_order_creation");
    order.waitingSince = order.placedAt.addSecs(30);
    order.doneCount = 4;
    order.stepCount = 12;
    return order;
}

/// Orders from `first` down to `last`, newest first, as a page.
inline OrderPage fakePage(qint64 first, qint64 last, bool more = false)
{
    OrderPage page;
    for (qint64 id = first; id >= last; --id)
        page.orders.append(fakeOrder(id));
    if (more)
        page.next = OrderCursor{QString::number(last), last};
    page.asOf = fakeNow();
    return page;
}
