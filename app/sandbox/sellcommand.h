// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exitcode.h"
#include "app/sandbox/seller.h"

#include <QCoreApplication>

/// signalbox-sandbox sell: customers buy, and what the estate has taken on goes its way, until Ctrl+C. Reads the
/// estate's ledger and sends its events to a relay; what a relay does not take is sent again.
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
    };

    explicit SellCommand(Options options);

    SandboxExit run() const;

private:
    Options m_options;
};
