// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/fault.h"

#include <algorithm>
#include <array>

namespace {
constexpr std::array<std::string_view, faultKindCount> faultNames{
    "",
    "answer",
    "timeout_before_effect",
    "timeout_after_effect",
    "reset_before_effect",
    "reset_after_effect",
    "slow",
    "late_effect",
    "garbage_body",
    "endless_body",
    "truncated_body",
    "wrong_length",
    "partial_amount",
};
} // namespace

std::string_view nameOf(FaultKind kind)
{
    return faultNames.at(static_cast<std::size_t>(kind));
}

FaultKind faultKindOf(std::string_view name)
{
    const auto found = std::find(faultNames.begin(), faultNames.end(), name);
    return found == faultNames.end() ? FaultKind::None : static_cast<FaultKind>(found - faultNames.begin());
}

bool preventsEffect(FaultKind kind, bool answerWithEffect)
{
    return kind == FaultKind::TimeoutBeforeEffect || kind == FaultKind::ResetBeforeEffect
        || (kind == FaultKind::Answer && !answerWithEffect);
}
