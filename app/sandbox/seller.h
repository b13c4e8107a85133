// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/ledgerentry.h"

#include <QByteArray>
#include <QDateTime>
#include <QRandomGenerator>

#include <queue>
#include <string>
#include <vector>

/// The part of the estate that nobody asks: customers who buy, a warehouse that ships, a carrier that delivers, a
/// payment provider that settles. Says as CloudEvents what has happened by a given time. The same seed and times, the
/// same events.
class Seller
{
public:
    struct Pace
    {
        double ordersPerSecond = 1;
        qint64 orders = 0; ///< nobody buys after so many; 0: no end
        double haste = 1; ///< how much faster than this small estate's own pace things ship, arrive and settle
    };

    Seller(quint32 seed, const QString& prefix, Pace pace);

    /// Effects that the estate did: what follows from them will happen.
    void took(const std::vector<LedgerEntry>& entries, const QDateTime& now);
    /// All that has happened by now and was not told yet, the oldest first.
    std::vector<QByteArray> happened(const QDateTime& now);
    qint64 orders() const { return m_orders; }

private:
    struct Planned
    {
        QDateTime at;
        QString step;
        QString source;
        QString orderKey;
        QString scope;
        friend bool operator>(const Planned& a, const Planned& b) { return a.at > b.at; }
    };

    void plan(const LedgerEntry& entry, const char* step, const char* source, const QString& scope,
        const QDateTime& now, double fewestSeconds, double mostSeconds);
    QByteArray order(const QDateTime& at);
    static QByteArray event(const Planned& planned);

    QRandomGenerator m_random;
    const QString m_prefix;
    const Pace m_pace;
    QDateTime m_nextOrder;
    qint64 m_orders = 0;
    std::priority_queue<Planned, std::vector<Planned>, std::greater<>> m_planned;
};
