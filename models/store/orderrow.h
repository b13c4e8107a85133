// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/store/pqxxcompat.h"

#include <QDateTime>
#include <QList>

/// The columns of `integration.sales_order o` that readOrder() needs, in its order, for the head of a select list.
extern const char* const orderColumns;

/// One row of a query that selected orderColumns, and whatever else behind them.
Order readOrder(const pqxx::row& row);

/// "extract(epoch ...)" in milliseconds as a column, named after it: the form in which times are read.
QDateTime readTime(const pqxx::field& field);
QString readText(const pqxx::field& field);
/// A text[] column, read through array_to_string(…, ',').
QStringList readList(const pqxx::field& field);
/// "{1,2,3}": a bigint[] as a parameter.
std::string idArray(const QList<qint64>& ids);
