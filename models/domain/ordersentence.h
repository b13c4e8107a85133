// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/ordersource.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

/// The one plain sentence of an order: what it waits for, for how long, what is normal, what failed and why, or that
/// nothing is open. "Waiting for the warehouse to confirm the shipment for 3 h 12 min; normal is 9 min; overdue by 2
/// h."
QString waitingSentence(const OrderDetail& detail, const QDateTime& now, const QLocale& locale);

/// The same from a list's row alone: without the norm, the failure's message and who exactly owes the step.
QString waitingSentence(const Order& order, const QDateTime& now, const QLocale& locale);
