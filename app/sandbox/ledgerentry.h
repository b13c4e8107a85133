// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QByteArray>
#include <QtGlobal>

#include <string>

/// One effect that a system did: a document, a payment, a message. Texts are UTF-8.
struct LedgerEntry
{
    quint64 seq = 0; ///< from 1, without gaps
    qint64 at = 0; ///< nanoseconds since 1970, UTC
    std::string system;
    std::string resource;
    std::string orderKey;
    std::string scope; ///< which of the order's: "order", "shipment/1", "refund/R-7"
    std::string key; ///< idempotency key; empty = none was sent
    Money amount; ///< not valid = none was sent
    std::string reference; ///< what the system calls it
    QByteArray digest; ///< SHA-256 of the request's body, 32 bytes
    bool told = false; ///< of before: nobody asked this system for it, it was put into the ledger

    friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};
