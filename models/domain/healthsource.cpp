// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/healthsource.h"

#include <numeric>

qint64 StepBreaches::total() const
{
    return std::accumulate(byAge.begin(), byAge.end(), qint64{0});
}
