// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/orderevent.h"

#include <map>
#include <vector>

/// What a payment provider or a marketplace pays on at one time, in one currency, for many orders.
struct Payout
{
    Money gross;
    int payments = 0;
};

/// The same for all that is paid on at that time.
QString payoutId(const QString& payer, const QString& currency, const QDateTime& at);

/// {"id", "currency", "gross", "fee", "net", "payments"}
nlohmann::ordered_json payoutJson(const QString& id, const Payout& payout);

/// Money that was taken in and is paid on together, some time later.
class OpenPayouts
{
public:
    /// seconds: how long money is kept, counted from the first of a payout.
    explicit OpenPayouts(double seconds)
        : m_seconds(seconds)
    { }

    void add(const QString& payer, const QString& orderKey, const Money& amount, const QDateTime& now);
    /// What is told of those whose time has come.
    std::vector<OrderEvent> paid(const QDateTime& now);

private:
    struct Open
    {
        QDateTime at;
        Payout payout;
        QStringList orders;
    };
    QDateTime after(const QDateTime& now, double share) const;

    const double m_seconds;
    std::map<std::pair<QString, QString>, std::vector<Open>> m_open; ///< by payer and currency, the next first
};
