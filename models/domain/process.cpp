// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/process.h"

#include <algorithm>

const ProcessStep* Process::find(const QString& step) const
{
    const auto found
        = std::find_if(steps.begin(), steps.end(), [&step](const ProcessStep& s) { return s.step == step; });
    return found == steps.end() ? nullptr : &*found;
}
