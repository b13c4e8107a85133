// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answerfacts.h"
#include "models/domain/failure.h"
#include "models/domain/textpattern.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

/// What of an answer made a condition hold; either may be null.
struct RuleMatch
{
    const BodyLeaf* code = nullptr;
    const BodyLeaf* message = nullptr;
};

/// A condition of a rule: everything that it names must hold, of each list any one. Without phases it speaks of answers
/// only; without statuses not of answers that are a success.
struct FailureCondition
{
    using Patterns = std::vector<TextPattern>;

    std::vector<DeliveryPhase> phases;
    std::vector<std::pair<int, int>> statuses; ///< first and last
    Patterns codes; ///< whole codes
    std::vector<std::pair<FieldPath, Patterns>> fields; ///< whole values; without patterns: there is one
    std::vector<std::pair<QByteArray, Patterns>> headers; ///< the same of headers
    Patterns texts; ///< parts of a message
    Patterns transportErrors; ///< parts of what the connection said
    bool retryAfter = false; ///< a header says how long to wait

    /// `success`: the answer is a success as far as is known. `all`: beside what matches by code or
    /// text there must be no other code at the same place and no other text of the same member of the body; for rules
    /// that would call a failure done.
    std::optional<RuleMatch> match(const AnswerFacts& facts, bool success, bool all) const;
};

/// One line of the table: if any of the conditions holds, this is the verdict.
struct FailureRule
{
    QString id;
    std::vector<FailureCondition> when;
    FailureClass cls = FailureClass::Unclassified;
    Effect effect = Effect::Unknown;
    Retry retry = Retry::Never;
    QString advice;

    std::optional<RuleMatch> match(const AnswerFacts& facts, bool success) const;
};
