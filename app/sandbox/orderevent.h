// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QByteArray>
#include <QDateTime>

#include <nlohmann/json.hpp>

/// What a system says about an order. Everything but the step and the time may be empty.
struct OrderEvent
{
    QDateTime at;
    QString step; ///< "shipment_confirmation", "cancelled"
    QString outcome; ///< empty: completed; "started", "failed"
    QString source; ///< "/wms"
    QString orderKey;
    QString scope; ///< "shipment/1"
    nlohmann::ordered_json data = nlohmann::ordered_json::object(); ///< without the scope

    OrderEvent& withMessage(const QString& message);
    /// What a system calls something of this order.
    OrderEvent& withReference(const QString& system, const QString& type, const QString& id);
};

/// The CloudEvent. The same event again has the same identity.
QByteArray cloudEvent(const OrderEvent& event);

std::string timeText(const QDateTime& at);
/// {"amount": "12.50", "currency": "EUR"}
nlohmann::ordered_json moneyJson(const Money& money);
