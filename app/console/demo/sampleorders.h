// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QRandomGenerator>
#include <QSet>

/// Some four hundred orders of a made-up retailer, as events relative to a moment: every lifecycle, several channels
/// and currencies, and the troubles that real ones have. The same moment gives the same events.
class SampleOrders
{
public:
    explicit SampleOrders(const QDateTime& now);

    QList<QByteArray> channels() const; ///< definitions, JSON
    QList<QByteArray> events() const { return m_events; } ///< CloudEvents, JSON
    /// What no contract allows, for the list of events set aside; two of them are the same.
    QList<QByteArray> brokenEvents() const;
    int orderCount() const { return m_count; }

private:
    struct Channel
    {
        QString code;
        QString title;
        QString process;
        QString zone;
        QString currency;
        QString prefix; ///< of the order keys
        QString customers; ///< top-level domain of their addresses
        int orders = 0;
        int firstNumber = 0;
        QStringList supplies; ///< empty: all steps
    };
    /// What is wrong with an order, if anything.
    enum class Trouble {
        None,
        TaxCode, ///< the ERP refuses the order
        CustomerBlocked,
        ErpUnavailable, ///< failed once, came late
        SlowWarehouse, ///< the partner does not acknowledge
        StuckInWarehouse, ///< routed days ago, never shipped
        MissingShipmentWebhook, ///< delivered, the shipment was never reported
        ShopNotTold, ///< shipped, the shop does not know
        LateEvents, ///< came, but late
        CardDeclined,
        ManualFraudReview,
        CaptureFailed,
        CapturedTooEarly, ///< before its authorization
        LostParcel, ///< promise broken
        Cancelled,
        ShippedAfterCancellation,
        SettlementMissing,
        NotCollected,
        StockMismatch,
        Count
    };
    enum class Return { None, Requested, OnItsWay, RefundNotInFinance, Closed, RefundOnly };

    struct Draft
    {
        const Channel* channel = nullptr;
        const Process* process = nullptr;
        QString number;
        QString key;
        QDateTime placedAt;
        QDateTime promisedAt;
        Trouble trouble = Trouble::None;
        Return back = Return::None;
        int shipments = 1;
        QString total;
        QHash<QString, QDateTime> reached; ///< by step, the last of its scopes
    };

    static QList<Channel> makeChannels();
    void make(const Channel& channel, int index);
    Trouble chooseTrouble(const Draft& draft, int index);
    Return chooseReturn(const Draft& draft, int index) const;
    QDateTime choosePlacedAt(const Channel& channel, int index);
    QJsonObject orderData(Draft& draft);
    void walk(Draft& draft);
    void step(Draft& draft, const ProcessStep& each, const QString& scope, const QDateTime& eligible);
    bool interfere(Draft& draft, const ProcessStep& each, const QString& scope, const QDateTime& eligible);
    void walkReturn(Draft& draft);
    qint64 usualSeconds(const QString& step, const Draft& draft);
    QJsonObject reference(const Draft& draft, const ProcessStep& step, const QString& scope) const;
    QString sourceOf(const QString& system, const Draft& draft) const;
    void put(const Draft& draft, const QString& step, const QString& outcome, const QString& system,
        const QDateTime& time, QJsonObject data, const QString& scope = {});
    int pick(int bound) { return int(m_random.bounded(bound)); }

    QDateTime m_now;
    QRandomGenerator m_random;
    QList<Channel> m_channels;
    QHash<QString, Process> m_processes;
    QList<QByteArray> m_events;
    QSet<QString> m_keys;
    int m_count = 0;
};
