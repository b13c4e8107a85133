// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/items/itemroles.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

// The words of an order's cells. Each formats anew: callers keep what they show.

/// "14:02" today, "21.11. 14:02" this year, with the year before that. Empty for a null time.
QString momentText(const QDateTime& moment, const QDateTime& now, const QLocale& locale);
/// "in 12 min", or "2 h late" once past. Empty for a null time.
QString dueText(const QDateTime& due, const QDateTime& now, const QLocale& locale);
/// "14:02" today, "21.11. 14:02" this year, with the year before that.
QString placedText(const Order& order, const QDateTime& now, const QLocale& locale);
/// "3 h 12 min": how long the order has waited for its open step.
QString waitingTimeText(const Order& order, const QDateTime& now, const QLocale& locale);
/// "in 12 min", or "2 h late" once past.
QString dueText(const Order& order, const QDateTime& now, const QLocale& locale);
/// "Shipment confirmed (Shipment 2)": the open step that is due first.
QString waitingForText(const Order& order);
/// How loud the due time is at this moment.
ItemRoles::Emphasis dueEmphasis(const Order& order, const QDateTime& now);
