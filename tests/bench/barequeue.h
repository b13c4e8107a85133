// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"

#include <QtGlobal>

/// The limit of deliveries: a queue that keeps nothing but "done or not", claimed and ended in batches of 500 with
/// durable commits, sent over kept sockets without any HTTP library, one thread a connection to the database. No
/// attempts, leases, breakers, order or verdicts. Returns deliveries a second.
double bareQueue(const ConnectionSettings& settings, quint16 port, int messages, int threads);
