// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failurerule.h"
#include "models/domain/outcome.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

/// The table of rules in the order in which they are asked; resources/rules/failures.json says what is in it.
struct FailureTable
{
    using Rules = std::vector<FailureRule>;

    struct ConnectorRules
    {
        QStringList connectors;
        Rules rules;
    };
    /// A header by which the target itself says whether to try again.
    struct RetryHeader
    {
        QByteArray header;
        TextPattern value;
        Retry retry = Retry::Never;
    };

    AnswerFacts::Places places;
    std::vector<FailureCondition> failureMarks; ///< answers under a success status that are failures
    std::vector<ConnectorRules> connectors; ///< what one target means by its codes and texts
    Rules transport; ///< no answer
    Rules structured; ///< forms of error bodies that say by themselves what they are
    Rules http;
    Rules texts;
    std::vector<RetryHeader> retryHeaders;
    QString unclassifiedAdvice;

    /// All rules, in the order in which they are asked.
    std::vector<const FailureRule*> all() const;

    /// Checks a table against its schema (resources/schemas/failure-rules.schema.json), then that no two rules share an
    /// id. Problems name their place as a JSON pointer, one per line.
    static Outcome<FailureTable> fromJson(const QByteArray& json);
};
