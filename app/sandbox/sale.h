// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/orderevent.h"
#include "app/sandbox/saleschannel.h"

#include <vector>

/// What one customer bought.
struct Sale
{
    struct Line
    {
        const char* sku = nullptr;
        const char* title = nullptr;
        int quantity = 1;
        Money price; ///< of one
    };

    const SalesChannel* channel = nullptr;
    QString key; ///< the order's
    QDateTime placedAt;
    QDateTime promisedAt; ///< null where the customer takes it along
    QString customer;
    std::vector<Line> lines;

    Money total() const;
    /// Of one line, by the number from 0 on.
    Money total(std::size_t line) const;
};

/// The same dice, the same basket.
Sale drawSale(const SalesChannel& channel, const QString& key, const QDateTime& placedAt, Dice& dice);

/// What is told at once: the order; in a store and by a marketplace also that it is paid.
std::vector<OrderEvent> saleEvents(const Sale& sale);

/// Goods that move, as the inventory tells it: {"kind": "reservation", "lines": [{"sku", "quantity"}]}.
nlohmann::ordered_json movementJson(const char* kind, const std::vector<Sale::Line>& lines);
