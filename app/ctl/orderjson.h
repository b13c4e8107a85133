// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/ordersource.h"

#include <QDateTime>

#include <nlohmann/json_fwd.hpp>

/// An order as --json shows it: times in UTC, amounts as exact decimals, states as the filter language names them.
nlohmann::ordered_json orderJson(const Order& order, const QDateTime& now);

/// The same with everything that is known of it; the events' data stay as they are, digit by digit.
nlohmann::ordered_json orderDetailJson(const OrderDetail& detail, const QDateTime& now);

/// A time in UTC as RFC 3339, or null.
nlohmann::ordered_json timeJson(const QDateTime& time);
