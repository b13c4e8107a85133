// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pastorder.h"
#include "models/domain/outcome.h"

class Estate;

/// Orders of the last days as they would stand by now: most are done, some are late, some in work, a few stuck, some
/// cancelled or sent back. The same request, the same history.
class History
{
public:
    struct Request
    {
        quint64 seed = 1;
        QDateTime now;
        QString run; ///< part of every order's number
        int days = 0;
        int orders = 300;
    };

    /// The error says what of the files that travel with the program cannot be read.
    static Outcome<History> make(const Request& request, const Estate& estate);

    const std::vector<PastOrder>& orders() const { return m_orders; }
    /// What systems did, the oldest first.
    std::vector<PastEffect> effects() const;
    /// What was said, with the numbers that the systems gave their documents for effects(). An order is whole in one
    /// batch, a JSON array, so that no step of it waits that is done already.
    std::vector<QByteArray> batches(const QStringList& references) const;

private:
    void addUpPayouts();
    /// Order and effect of each of effects().
    std::vector<std::pair<std::size_t, std::size_t>> effectsByTime() const;

    std::vector<PastOrder> m_orders;
};

/// What orders are called: the channel's letter, the run and a number.
QString orderKey(const SalesChannel& channel, const QString& run, qint64 number);
