// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <limits>
#include <map>

/// Minor units by currency.
using Sums = std::map<QString, qint64>;

/// Stays at the largest number when it is exceeded. Without an amount there is nothing to add.
inline void addTo(Sums& sums, const Money& amount)
{
    if (!amount.isValid())
        return;
    qint64& sum = sums[amount.currency];
    if (__builtin_add_overflow(sum, amount.minor, &sum))
        sum = std::numeric_limits<qint64>::max();
}
