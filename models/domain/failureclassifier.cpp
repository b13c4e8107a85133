// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failureclassifier.h"

#include "models/domain/failuretable.h"
#include "models/domain/retryafter.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 500;
constexpr qsizetype longestCode = 100;

/// Fit for a text column and for one line: no control characters, no half characters, not longer than `length`.
QString cleaned(QString text, qsizetype length)
{
    text.truncate(length * 4); // before the work, not after it
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control || (c.isNonCharacter() && !c.isSurrogate()))
            c = u' ';
    text = QString::fromUtf8(text.toUtf8()).simplified();
    if (text.size() <= length)
        return text;
    text.truncate(length - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

struct Decision
{
    const FailureRule* rule = nullptr;
    RuleMatch match;
};

std::optional<Decision> firstHit(const FailureTable::Rules& rules, const AnswerFacts& facts, bool success)
{
    for (const FailureRule& rule : rules)
        if (const auto match = rule.match(facts, success))
            return Decision{&rule, *match};
    return std::nullopt;
}

std::optional<Decision> decide(const FailureTable& table, const AnswerFacts& facts, bool success)
{
    for (const auto& [connectors, rules] : table.connectors)
        if (connectors.contains(facts.answer().connector, Qt::CaseInsensitive))
            if (const auto hit = firstHit(rules, facts, success))
                return hit;
    for (const auto* rules : {&table.transport, &table.structured, &table.http, &table.texts})
        if (const auto hit = firstHit(*rules, facts, success))
            return hit;
    return std::nullopt;
}

bool isMarkedAsFailure(const FailureTable& table, const AnswerFacts& facts)
{
    return std::any_of(table.failureMarks.begin(), table.failureMarks.end(),
        [&facts](const FailureCondition& mark) { return mark.match(facts, false, false).has_value(); });
}

QString codeOf(const AnswerFacts& facts, const RuleMatch& match)
{
    if (facts.answer().phase != DeliveryPhase::Answered)
        return cleaned(facts.answer().transportError, longestCode);
    if (match.code)
        return cleaned(match.code->value, longestCode);
    if (!facts.codes().empty())
        return cleaned(facts.codes().front()->value, longestCode);
    return facts.status() > 0 ? u"HTTP %1"_s.arg(facts.status()) : QString();
}

QString messageOf(const AnswerFacts& facts, const RuleMatch& match)
{
    if (facts.answer().phase != DeliveryPhase::Answered)
        return cleaned(facts.answer().transportError, longestMessage);
    const BodyLeaf* leaf = match.message;
    if (!leaf && match.code)
        leaf = facts.messageNear(*match.code);
    if (!leaf && !facts.messages().empty())
        leaf = facts.messages().front();
    return leaf ? cleaned(facts.withParameters(*leaf), longestMessage) : QString();
}

/// The target's own word on trying again goes before any rule; but what is there already is not sent again.
Retry withRetryHeader(const FailureTable& table, const DeliveryAnswer& answer, Effect effect, Retry retry)
{
    if (effect == Effect::Applied)
        return retry;
    for (const FailureTable::RetryHeader& line : table.retryHeaders) {
        const QByteArray value = answer.header(line.header);
        if (value.isNull() || !line.value.matches(QString::fromUtf8(value)))
            continue;
        return line.retry == Retry::Never ? line.retry
                                          : std::min(retry, line.retry); // they go from careless to careful
    }
    return retry;
}

} // namespace

FailureClassifier::FailureClassifier(std::shared_ptr<const FailureTable> table)
    : m_table(std::move(table))
{ }

const FailureClassifier& FailureClassifier::builtin()
{
    static const FailureClassifier classifier = [] {
        QFile file(u":/rules/failures.json"_s);
        const bool there = file.open(QIODevice::ReadOnly);
        auto read = fromJson(there ? file.readAll() : QByteArray());
        Q_ASSERT_X(read, "failures.json", read ? "" : qPrintable(read.error().text));
        return read ? read.value() : FailureClassifier(std::make_shared<FailureTable>()); // knows nothing, says so
    }();
    return classifier;
}

Outcome<FailureClassifier> FailureClassifier::fromJson(const QByteArray& json)
{
    auto table = FailureTable::fromJson(json);
    if (!table)
        return table.error();
    return FailureClassifier(std::make_shared<FailureTable>(std::move(table).value()));
}

Verdict FailureClassifier::classify(const DeliveryAnswer& answer) const
{
    const AnswerFacts facts(answer, m_table->places);
    const bool answered = answer.phase == DeliveryPhase::Answered;
    const bool success = answered && facts.saysSuccess() && !isMarkedAsFailure(*m_table, facts);
    const auto decision = decide(*m_table, facts, success);
    Verdict verdict;
    if (!decision && success) {
        verdict.effect = Effect::Applied;
        verdict.rule = QString::fromUtf16(successRule);
        return verdict;
    }
    const RuleMatch match = decision ? decision->match : RuleMatch{};
    verdict.rule = QString::fromUtf16(unclassifiedRule);
    verdict.advice = m_table->unclassifiedAdvice;
    if (decision) {
        verdict.cls = decision->rule->cls;
        verdict.effect = decision->rule->effect;
        verdict.retry = decision->rule->retry;
        verdict.advice = decision->rule->advice;
        verdict.rule = decision->rule->id;
    }
    verdict.retry = withRetryHeader(*m_table, answer, verdict.effect, verdict.retry);
    verdict.code = codeOf(facts, match);
    verdict.message = messageOf(facts, match);
    if (answered)
        verdict.retryAfter = retryAfter(answer, facts.body());
    return verdict;
}

bool FailureClassifier::isSuccess(const DeliveryAnswer& answer) const
{
    return classify(answer).rule == QStringView(successRule);
}

QString FailureClassifier::advice(const QString& rule) const
{
    if (rule == QStringView(unclassifiedRule))
        return m_table->unclassifiedAdvice;
    const auto rules = m_table->all();
    const auto known = std::ranges::find(rules, rule, &FailureRule::id);
    return known == rules.end() ? QString() : (*known)->advice;
}

QStringList FailureClassifier::rules() const
{
    QStringList ids{QString::fromUtf16(unclassifiedRule)};
    for (const FailureRule* rule : m_table->all())
        ids.append(rule->id);
    return ids;
}
