// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failurerule.h"

#include "models/domain/retryafter.h"

#include <algorithm>

namespace {

using Patterns = FailureCondition::Patterns;
using Leaves = std::vector<const BodyLeaf*>;

bool matchesAny(const Patterns& patterns, QStringView whole)
{
    return std::any_of(patterns.begin(), patterns.end(), [whole](const TextPattern& p) { return p.matches(whole); });
}

bool foundAny(const Patterns& patterns, QStringView text)
{
    return std::any_of(patterns.begin(), patterns.end(), [text](const TextPattern& p) { return p.foundIn(text); });
}

/// The first leaf that fits; with `all`, only when every other leaf of the same kind fits too.
template<typename Fits, typename SameKind>
const BodyLeaf* firstFitting(const Leaves& leaves, bool all, Fits fits, SameKind sameKind)
{
    const auto found = std::find_if(leaves.begin(), leaves.end(), fits);
    if (found == leaves.end())
        return nullptr;
    const bool alone = std::all_of(
        leaves.begin(), leaves.end(), [&](const BodyLeaf* other) { return !sameKind(**found, *other) || fits(other); });
    return !all || alone ? *found : nullptr;
}

bool samePlace(const BodyLeaf& a, const BodyLeaf& b)
{
    return a.path == b.path;
}

/// "errors.order[]" and "errors.base[]": two errors, each under the name of its field.
bool sameRoot(const BodyLeaf& a, const BodyLeaf& b)
{
    const auto root = [](const QByteArray& path) {
        const auto end = std::find_if(path.begin(), path.end(), [](char c) { return c == '.' || c == '['; });
        return QByteArrayView(path.begin(), end);
    };
    return root(a.path) == root(b.path);
}

const BodyLeaf* fieldOf(const AnswerFacts& facts, const FieldPath& path, const Patterns& patterns, bool all)
{
    Leaves leaves;
    for (const BodyLeaf& leaf : facts.body().leaves())
        if (path.matches(leaf.path))
            leaves.push_back(&leaf);
    return firstFitting(
        leaves, all, [&](const BodyLeaf* leaf) { return patterns.empty() || matchesAny(patterns, leaf->value); },
        samePlace);
}

bool isMessage(const AnswerFacts& facts, const BodyLeaf* leaf)
{
    return std::find(facts.messages().begin(), facts.messages().end(), leaf) != facts.messages().end();
}

bool headerFits(const AnswerFacts& facts, const QByteArray& name, const Patterns& patterns)
{
    const QByteArray value = facts.answer().header(name);
    return !value.isNull() && (patterns.empty() || matchesAny(patterns, QString::fromUtf8(value)));
}

bool statusFits(const FailureCondition& condition, const AnswerFacts& facts, bool success)
{
    if (condition.statuses.empty())
        return !success;
    return std::any_of(condition.statuses.begin(), condition.statuses.end(),
        [&](const auto& range) { return facts.status() >= range.first && facts.status() <= range.second; });
}

bool phaseFits(const FailureCondition& condition, DeliveryPhase phase)
{
    if (condition.phases.empty())
        return phase == DeliveryPhase::Answered;
    return std::find(condition.phases.begin(), condition.phases.end(), phase) != condition.phases.end();
}

} // namespace

std::optional<RuleMatch> FailureCondition::match(const AnswerFacts& facts, bool success, bool all) const
{
    if (!phaseFits(*this, facts.answer().phase) || !statusFits(*this, facts, success)
        || (retryAfter && !retryAfterHeader(facts.answer()))
        || (!transportErrors.empty() && !foundAny(transportErrors, facts.answer().transportError)))
        return std::nullopt;
    for (const auto& [name, patterns] : headers)
        if (!headerFits(facts, name, patterns))
            return std::nullopt;
    RuleMatch match;
    for (const auto& [path, patterns] : fields) {
        const BodyLeaf* leaf = fieldOf(facts, path, patterns, all);
        if (!leaf)
            return std::nullopt;
        if (!match.code && !patterns.empty()) // that there is some value makes it no code
            match.code = leaf;
        else if (!match.message && isMessage(facts, leaf))
            match.message = leaf;
    }
    if (!codes.empty()) {
        match.code = firstFitting(
            facts.codes(), all, [this](const BodyLeaf* leaf) { return matchesAny(codes, leaf->value); }, samePlace);
        if (!match.code)
            return std::nullopt;
    }
    if (!texts.empty()) {
        match.message = firstFitting(
            facts.messages(), all, [this](const BodyLeaf* leaf) { return foundAny(texts, leaf->value); }, sameRoot);
        if (!match.message)
            return std::nullopt;
    }
    return match;
}

std::optional<RuleMatch> FailureRule::match(const AnswerFacts& facts, bool success) const
{
    for (const FailureCondition& condition : when)
        if (const auto found = condition.match(facts, success, effect == Effect::Applied))
            return found;
    return std::nullopt;
}
