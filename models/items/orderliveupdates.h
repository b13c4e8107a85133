// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordersource.h"

#include <QObject>
#include <QSet>
#include <QTimer>

class ChangeFeed;
class OrderTableModel;

/// Keeps an OrderTableModel up to date from the change feed: collects what changed for a moment, reads it, finds out
/// what the filter makes of it, and patches the model. At most one read runs at a time. Lives on the GUI thread.
class OrderLiveUpdates : public QObject
{
    Q_OBJECT
public:
    static constexpr int collectMs = 50;
    static constexpr int countPauseMs = 2000;
    static constexpr int pauseAfterErrorMs = 2000;
    static constexpr int batchSize = 500;

    OrderLiveUpdates(OrderSource& source, ChangeFeed& feed, OrderTableModel& model, QObject* parent = nullptr);

    /// Whether it lets changes gather before it looks whether to read them.
    bool isCollecting() const { return m_collecting.isActive(); }

private:
    void collect(const QList<qint64>& ids);
    void startOver();
    void read();
    void findMatching(const QList<qint64>& ids, const QList<Order>& orders);
    void giveBack(const QList<qint64>& ids, Failure why);
    void finish();

    OrderSource& m_source;
    OrderTableModel& m_model;
    QSet<qint64> m_waiting;
    QTimer m_collecting;
    QTimer m_counting;
    bool m_reading = false;
};
