// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/dice.h"
#include "app/sandbox/ledgerentry.h"
#include "app/sandbox/pastorder.h"
#include "app/sandbox/payout.h"
#include "app/sandbox/scenario.h"

#include <QHash>

#include <queue>
#include <vector>

/// The part of the estate that nobody asks: customers who buy and send back, a warehouse that ships, a carrier that
/// delivers, stores, and payment providers who settle and refund. Says as CloudEvents what has happened by a given
/// time. The same seed and times, the same events.
class Seller
{
public:
    struct Pace
    {
        double ordersPerSecond = 1;
        qint64 orders = 0; ///< nobody buys after so many; 0: no end
        double haste = 1; ///< how much faster than this small estate's own pace things ship, arrive and settle
    };

    /// run is part of the number of every order.
    Seller(quint64 seed, const QString& run, Pace pace);

    /// Orders of the past: they go on as it was expected of them.
    void carryOn(const std::vector<PastOrder>& orders);
    /// Effects that the estate did: what follows from them will happen.
    void took(const std::vector<LedgerEntry>& entries, const QDateTime& now);
    /// What becomes from now on of what systems tell by themselves; delays are seconds of the clock.
    void setWebhooks(std::vector<WebhookRule> rules) { m_webhooks = std::move(rules); }
    /// All that has happened by now and was not told yet, the oldest first.
    std::vector<QByteArray> happened(const QDateTime& now);
    qint64 orders() const { return m_orders; }

private:
    /// What has to be known of an order to go on with it.
    struct Deal
    {
        const SalesChannel* channel = nullptr;
        Money total;
        Money firstLine; ///< what its first line cost: of several a customer may send back this one only
    };

    struct Planned
    {
        QDateTime at; ///< when it is told
        OrderEvent event;
        bool certain = false; ///< cannot get lost any more
        friend bool operator>(const Planned& a, const Planned& b) { return a.at > b.at; }
    };

    void buy(const QDateTime& at);
    /// After so many seconds of this estate's own pace.
    QDateTime later(const QDateTime& at, double seconds) const;
    Dice diceFor(const char* what, const QString& orderKey) const;
    void plan(OrderEvent event, bool certain = false);
    void plan(const char* step, const char* source, const QString& orderKey, const QString& scope, const QDateTime& at);
    void ship(const LedgerEntry& entry, const QString& orderKey, const QDateTime& now);
    void takeBack(const QString& orderKey, const QString& scope, const QDateTime& now);
    void refund(const LedgerEntry& entry, const QString& orderKey, const QDateTime& now);
    /// Whether it is lost on its way, or planned anew for later.
    bool strays(const Planned& planned);
    /// What follows from an event: some who have their goods send them back, and a marketplace pays.
    void follow(const OrderEvent& event);
    void maybeSendBack(const QString& orderKey, const Deal& deal, const QDateTime& at);

    const quint64 m_seed;
    const QString m_run;
    const Pace m_pace;
    Dice m_dice; ///< of who buys when
    QDateTime m_nextOrder;
    qint64 m_numbers = 0; ///< given to orders, those of the past included
    qint64 m_orders = 0;
    QHash<QString, Deal> m_deals;
    OpenPayouts m_payouts;
    std::vector<WebhookRule> m_webhooks;
    std::priority_queue<Planned, std::vector<Planned>, std::greater<>> m_planned;
};
