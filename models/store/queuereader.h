// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/store/pqxxcompat.h"

/// Every queue with its size, the fixed ones first, then teams by name.
QList<QueueCount> readQueueCounts(pqxx::transaction_base& tx);
