// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answer.h"
#include "models/domain/failure.h"
#include "models/domain/outcome.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

struct FailureTable;

/// Says of an answer what kind of failure it is, whether the target has done what it was asked for and what to do now,
/// by a table of rules: what the connector means by its codes, then forms of error bodies, the HTTP status, words, and
/// in the end "unclassified". A value without state: copies share the table, and any thread may ask.
class FailureClassifier
{
public:
    /// The table of this program, resources/rules/failures.json.
    static const FailureClassifier& builtin();
    /// A table of somebody's own. Problems name their place as a JSON pointer, one per line.
    static Outcome<FailureClassifier> fromJson(const QByteArray& json);

    /// The verdict on an answer. Of a success the rule is successRule, the effect Applied and the retry Never.
    Verdict classify(const DeliveryAnswer& answer) const;
    /// A 2xx answer that no rule takes for a failure.
    bool isSuccess(const DeliveryAnswer& answer) const;
    /// What the rule of this id advises, in English; empty: there is no such rule.
    QString advice(const QString& rule) const;
    /// The ids of all rules, and unclassifiedRule.
    QStringList rules() const;

    static constexpr const char16_t* successRule = u"success";
    static constexpr const char16_t* unclassifiedRule = u"unclassified";

private:
    explicit FailureClassifier(std::shared_ptr<const FailureTable> table);

    std::shared_ptr<const FailureTable> m_table;
};
