// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/orderliveupdates.h"

#include "models/domain/changefeed.h"
#include "models/domain/whenfinished.h"
#include "models/items/ordertablemodel.h"

namespace {

FilterExpression among(const FilterExpression& filter, const QList<Order>& orders)
{
    FilterTerm keys;
    keys.field = FilterField::Order;
    for (const Order& order : orders)
        keys.values.append(order.key);
    return {FilterExpression::Kind::And, {filter, FilterExpression(keys)}};
}

} // namespace

OrderLiveUpdates::OrderLiveUpdates(OrderSource& source, ChangeFeed& feed, OrderTableModel& model, QObject* parent)
    : QObject(parent)
    , m_source(source)
    , m_model(model)
{
    m_collecting.setSingleShot(true);
    m_collecting.setInterval(collectMs);
    m_counting.setSingleShot(true);
    m_counting.setInterval(countPauseMs);
    connect(&m_collecting, &QTimer::timeout, this, &OrderLiveUpdates::read);
    connect(&m_counting, &QTimer::timeout, &model, &OrderTableModel::countAgain);
    connect(&feed, &ChangeFeed::ordersChanged, this, &OrderLiveUpdates::collect);
    connect(&feed, &ChangeFeed::everything, this, &OrderLiveUpdates::startOver);
    connect(&model, &OrderTableModel::loadingChanged, this, [this] {
        if (!m_model.isLoading() && !m_waiting.isEmpty() && !m_collecting.isActive())
            m_collecting.start(collectMs);
    });
}

void OrderLiveUpdates::collect(const QList<qint64>& ids)
{
    for (const qint64 id : ids)
        m_waiting.insert(id);
    if (!m_collecting.isActive() && !m_waiting.isEmpty())
        m_collecting.start(collectMs);
    if (!m_counting.isActive())
        m_counting.start();
}

void OrderLiveUpdates::startOver()
{
    m_waiting.clear();
    m_model.refresh();
}

void OrderLiveUpdates::read()
{
    // a page that is being loaded would be pushed out by our question, and brings newer rows anyway
    if (m_reading || m_model.isLoading() || m_waiting.isEmpty())
        return;
    QList<qint64> ids;
    while (!m_waiting.isEmpty() && ids.size() < batchSize) {
        ids.append(*m_waiting.cbegin());
        m_waiting.remove(ids.constLast());
    }
    m_reading = true;
    whenFinished(m_source.byIds(ids), this, [this, ids](const Outcome<QList<Order>>& orders) {
        if (!orders)
            giveBack(ids, orders.error().kind);
        else if (m_model.filter().isEverything() || orders.value().isEmpty()) {
            m_model.apply({ids, orders.value(), std::nullopt});
            finish();
        } else {
            findMatching(ids, orders.value());
        }
    });
}

void OrderLiveUpdates::findMatching(const QList<qint64>& ids, const QList<Order>& orders)
{
    if (m_model.isLoading()) {
        giveBack(ids, Failure::Cancelled);
        return;
    }
    OrderPageRequest request;
    request.filter = among(m_model.filter(), orders);
    request.limit = int(orders.size()) * 2; // a number of one channel may be another order's key
    whenFinished(
        m_source.page(request), this, [this, ids, orders, filter = m_model.filter()](const Outcome<OrderPage>& page) {
            if (!page || filter != m_model.filter()) {
                giveBack(ids, page ? Failure::Cancelled : page.error().kind);
                return;
            }
            QSet<qint64> matching;
            for (const Order& order : page.value().orders)
                matching.insert(order.id);
            m_model.apply({ids, orders, matching});
            finish();
        });
}

void OrderLiveUpdates::giveBack(const QList<qint64>& ids, Failure why)
{
    m_reading = false;
    if (why == Failure::Connection)
        return; // the feed says "everything" when it is back
    for (const qint64 id : ids)
        m_waiting.insert(id);
    // when the model is loading, its end starts us again
    if (!m_model.isLoading())
        m_collecting.start(why == Failure::Cancelled ? collectMs : pauseAfterErrorMs);
}

void OrderLiveUpdates::finish()
{
    m_reading = false;
    if (!m_waiting.isEmpty() && !m_collecting.isActive())
        m_collecting.start(collectMs);
}
