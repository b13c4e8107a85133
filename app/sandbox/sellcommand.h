// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exitcode.h"
#include "app/sandbox/seller.h"

#include "models/domain/outcome.h"

#include <QCoreApplication>

#include <optional>

/// signalbox-sandbox sell: customers buy, and what the estate has taken on goes its way, until Ctrl+C. Reads the
/// estate's ledger and sends its events to a relay; what a relay does not take is sent again. With a history the orders
/// of some days come first, all at once.
class SellCommand
{
    Q_DECLARE_TR_FUNCTIONS(SellCommand)
public:
    struct Options
    {
        QString estate; ///< URL of the running sandbox
        QString relay; ///< URL of a relay
        Seller::Pace pace;
        quint64 seed = 1;
        int historyDays = 0; ///< 0: no past
        int historyOrders = 300;
    };

    explicit SellCommand(Options options);

    SandboxExit run() const;

private:
    /// Puts a past into the estate's ledgers and into the database, before anybody buys. What the ledger holds then is
    /// known to the seller.
    std::optional<Error> tellHistory(void* curl, const QString& run, Seller& seller, quint64& after) const;

    Options m_options;
};
