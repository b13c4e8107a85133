// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/dice.h"

#include <QtGlobal>

#include <optional>
#include <string_view>

struct CannedAnswer;

/// What goes wrong with a request.
enum class FaultKind {
    None,
    Answer, ///< an answer out of the catalogue, with the effect or without it
    TimeoutBeforeEffect, ///< nothing is done, nothing is answered
    TimeoutAfterEffect, ///< done, but nothing is answered
    ResetBeforeEffect, ///< nothing is done, the connection is reset
    ResetAfterEffect, ///< done, the connection is reset
    Slow, ///< done at once, answered late
    LateEffect, ///< done and answered late: meanwhile the effect is not there
    GarbageBody, ///< done, but the answer is no JSON
    EndlessBody, ///< done, but the answer does not end
    TruncatedBody, ///< done, but the connection closes in the middle of the answer
    WrongLength, ///< done, but the answer is longer than its Content-Length says
    PartialAmount, ///< done with a part of the amount
};
constexpr int faultKindCount = static_cast<int>(FaultKind::PartialAmount) + 1;

/// As scenarios and logs spell it ("timeout_after_effect"); "" for None.
std::string_view nameOf(FaultKind kind);
/// None for a name that does not exist.
FaultKind faultKindOf(std::string_view name);

/// Whether the effect is not done because of it. (A late effect is done, later.)
bool preventsEffect(FaultKind kind, bool answerWithEffect);

/// One thing that goes wrong, as a scenario describes it.
struct Fault
{
    FaultKind kind = FaultKind::None;
    const CannedAnswer* answer = nullptr; ///< of FaultKind::Answer; lives as long as the estate
    bool withEffect = false; ///< of FaultKind::Answer
    std::optional<double> retryAfter; ///< of FaultKind::Answer, scenario seconds: instead of the answer's own
    Delay delay; ///< of Slow and LateEffect
    double share = 1; ///< of PartialAmount

    bool preventsEffect() const { return ::preventsEffect(kind, withEffect); }
};
