// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

/// Events of realistic size (0.5 KB each) for the benchmarks, in batches ready to be sent: JSON arrays.
namespace Workload {

/// Ten events an order, from capture to the captured payment. together: an order's events are in one batch, as an
/// import or a catch-up sends them. Otherwise every batch holds one event each of many orders, as live traffic does at
/// its worst.
QList<QByteArray> lifecycles(const QString& prefix, int orders, int batchSize, bool together);

/// One event an order: captured a second after the one before, on one of five channels.
QList<QByteArray> captures(const QString& prefix, int orders, int batchSize);

/// Mean size of an event in bytes.
double eventSize(const QList<QByteArray>& batches, int events);

} // namespace Workload
