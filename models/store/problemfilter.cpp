// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/problemfilter.h"

#include "models/domain/money.h"
#include "models/domain/problemfields.h"
#include "models/store/sqlterms.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterExpression::Kind;

/// Fields of which the tallies know enough, all of the time.
bool isTalliedField(FilterField field)
{
    switch (field) {
    case FilterField::Flow:
    case FilterField::State:
    case FilterField::Owner:
    case FilterField::Code:
    case FilterField::Class:
    case FilterField::Kind:
    case FilterField::Effect:
    case FilterField::Severity:
    case FilterField::System:
    case FilterField::Step:
    case FilterField::Currency:
    case FilterField::Team:
    case FilterField::Group:
        return true;
    default:
        return false;
    }
}

/// The pattern of a text that contains the value.
QString containing(const QString& value)
{
    return u'%' + likePattern(wildcardParts(value)) + u'%';
}

/// What stands between the words of a search.
constexpr QStringView wordsBeginBehind = u" \n-._/:(\"'";

/// A word of the term is looked for in what the tallies know only.
bool isOfShortWords(const FilterTerm& t)
{
    return t.field == FilterField::Text && std::ranges::all_of(t.values, isShortWord);
}

bool isBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

/// The words of a text as LIKE patterns for r.own_words: with a blank where the text has one. An end without one may be
/// within a word.
QStringList wordPatterns(const QString& text)
{
    QStringList patterns;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype begin = at;
        while (at < text.size() && !isBlank(text[at]))
            ++at;
        if (at > begin)
            patterns.append((begin > 0 ? u"% "_s : u"%"_s) + likePattern({text.sliced(begin, at - begin)})
                + (at < text.size() ? u" %"_s : u"%"_s));
        ++at;
    }
    return patterns;
}

/// Words are looked for that tallies may know, and r.own_words has the others (which is marked by \x01 while it is
/// made).
bool isOfWords(const FilterTerm& t)
{
    if (t.field != FilterField::Text && t.field != FilterField::Error)
        return false;
    return std::ranges::all_of(t.values, [](const QString& value) {
        const QStringList parts = wildcardParts(value);
        const auto isNoWord = [](const QString& part) { return !part.isEmpty() && wordPatterns(part).isEmpty(); };
        return !value.contains(u'\n') && !value.contains(u'\x01') && !parts.join(QString()).isEmpty()
            && std::ranges::none_of(parts, isNoWord);
    });
}

/// Nothing is asked for but words and what the tallies know, and no word is ruled out.
bool asksForWords(const FilterExpression& e)
{
    if (e.kind() == Kind::Term)
        return isTalliedField(e.term().field) || isOfWords(e.term());
    return (e.kind() != Kind::Not || isCertain(e)) && std::ranges::all_of(e.children(), asksForWords);
}

void addOwnPatterns(const FilterExpression& e, QStringList& patterns)
{
    if (e.kind() == Kind::Term && !isTalliedField(e.term().field)) {
        for (const QString& value : e.term().values) {
            if (e.term().field == FilterField::Text && isShortWord(value))
                continue;
            for (const QString& part : wildcardParts(value))
                patterns.append(wordPatterns(part));
        }
    }
    for (const FilterExpression& child : e.children())
        addOwnPatterns(child, patterns);
}

class ProblemCompiler : private SqlTerms
{
public:
    using SqlTerms::args;

    explicit ProblemCompiler(bool verdict)
        : m_verdict(verdict)
    { }

    std::string compile(const FilterExpression& e)
    {
        switch (e.kind()) {
        case Kind::Everything:
            return "true";
        case Kind::And:
            return joined(e.children(), " AND ");
        case Kind::Or:
            return joined(e.children(), " OR ");
        case Kind::Not:
            // what is unknown stays so in a verdict; of a single problem, what is not there is not so
            return e.children().isEmpty() ? "true"
                : m_verdict               ? "(NOT " + compile(e.children().constFirst()) + ")"
                                          : "(" + compile(e.children().constFirst()) + " IS NOT TRUE)";
        case Kind::Term:
            break;
        }
        if (isTalliedField(e.term().field))
            return "COALESCE(" + tallied(e.term()) + ", false)";
        if (isOfShortWords(e.term()))
            return anyOf(e.term().values, [this](const QString& value) { return shortWord(value); });
        return m_verdict ? known(e.term()) : term(e.term());
    }

private:
    std::string joined(const QList<FilterExpression>& children, const char* by)
    {
        std::string text;
        for (const FilterExpression& child : children)
            text += (text.empty() ? "(" : by) + compile(child);
        return text.empty() ? "true" : text + ")";
    }

    template<typename Condition>
    std::string anyOf(const QStringList& values, Condition condition)
    {
        std::string text;
        for (const QString& value : values)
            text += (text.empty() ? "(" : " OR ") + condition(value);
        return text.empty() ? "true" : text + ")";
    }

    std::string tallied(const FilterTerm& t)
    {
        switch (t.field) {
        case FilterField::Flow:
            return oneOf("r.flow", t.values);
        case FilterField::Code:
            return oneOf("r.error_code", t.values);
        case FilterField::Class:
            return oneOf("r.error_class", t.values);
        case FilterField::Effect:
            return oneOf("r.error_effect", t.values);
        case FilterField::Severity:
            return oneOf("r.severity", t.values);
        case FilterField::System:
            return oneOf("r.target_system", t.values);
        case FilterField::Step:
            return oneOf("r.step", t.values);
        case FilterField::Currency:
            return oneOf("r.currency", t.values);
        case FilterField::Team:
            return oneOf("r.queue", t.values);
        case FilterField::Group:
            return "r.group_id = ANY (" + param(arrayText(t.values)) + "::bigint[])";
        case FilterField::Kind:
            return anyOf(t.values, [this](const QString& value) {
                return value == u"failure"_s ? std::string("r.kind <> 'overdue'")
                                             : "r.kind = " + param(value.toStdString());
            });
        case FilterField::Owner:
            return anyOf(t.values, [this](const QString& value) {
                return value == filterOwnerMe  ? std::string("r.owner = session_user")
                    : value == filterOwnerNone ? std::string("r.owner IS NULL")
                                               : oneOf("r.owner", {value});
            });
        case FilterField::State:
            return anyOf(t.values, [this](const QString& value) { return state(value); });
        default:
            return "true";
        }
    }

    std::string state(const QString& value)
    {
        if (value == u"open"_s)
            return "(r.own_state <> 'resolved' AND r.state <> 'snoozed')";
        if (value == u"failed"_s)
            return "(r.own_state <> 'resolved' AND r.kind NOT IN ('in_doubt', 'overdue'))";
        if (value == u"resolved"_s)
            return "r.own_state = 'resolved'"; // the indexes know it
        if (value == u"regressed"_s)
            return "(r.regression OR r.group_state = 'regressed')";
        const bool ofProblem = value == u"assigned"_s || value == u"replaying"_s || value == u"snoozed"_s;
        return (ofProblem ? "r.state = " : "r.group_state = ") + param(value.toStdString());
    }

    std::string lowered(const QString& pattern) { return "lower(" + param(pattern.toStdString()) + "::text)"; }

    /// Words of a letter or two, which very many problems have, begin a word of what the problems of a tally share.
    std::string shortWord(const QString& value)
    {
        if (value.contains(u'\n'))
            return "false"; // stands for what varies in r.shared
        const QString pattern = likePattern(wildcardParts(value)) + u'%';
        QStringList patterns{pattern};
        for (const QChar before : wordsBeginBehind)
            patterns.append(u'%' + (before == u'_' ? u"\\_"_s : QString(before)) + pattern);
        // the planner knows nothing about it, and is not to guess that it is rare
        return "COALESCE(r.shared LIKE ANY (lower(" + param(arrayText(patterns)) + "::text)::text[]), false)";
    }

    std::string inSearch(const QString& value)
    {
        return isShortWord(value) ? shortWord(value) : "r.search LIKE " + lowered(containing(value));
    }

    /// True where everything in the row must match, else NULL.
    std::string known(const FilterTerm& t)
    {
        const bool text = t.field == FilterField::Text;
        if (!text && t.field != FilterField::Error)
            return "NULL::boolean";
        return "NULLIF(COALESCE(" + anyOf(t.values, [&](const QString& value) {
            if (value.contains(u'\n')) // stands for what varies in both
                return std::string("false");
            if (text && isShortWord(value))
                return shortWord(value);
            return (text ? "r.shared LIKE " : "r.fixed LIKE ") + lowered(containing(value));
        }) + ", false), false)";
    }

    std::string term(const FilterTerm& t)
    {
        switch (t.field) {
        case FilterField::Text:
            return anyOf(t.values, [this](const QString& value) { return inSearch(value); });
        case FilterField::Error:
            return anyOf(t.values, [this](const QString& value) {
                const std::string like = " LIKE " + lowered(containing(value));
                return "(r.search" + like + " AND COALESCE(lower(r.error_text)" + like + ", false))"; // as in shortWord
            });
        case FilterField::Order:
            return order(t.values);
        case FilterField::Payload:
            return anyOf(t.values, [this](const QString& value) {
                return "r.transaction_id IN (SELECT integration.payload_matches(" + lowered(containing(value)) + "))";
            });
        case FilterField::Channel:
            return oneOf("r.channel", t.values);
        case FilterField::Process:
            return oneOf("r.process", t.values);
        case FilterField::Tag:
            return "EXISTS (SELECT FROM integration.order_tag w WHERE w.order_id = r.order_id AND "
                + oneOf("w.tag", t.values) + ")";
        case FilterField::Due:
            return remaining("r.step_due_at", t);
        case FilterField::Overdue:
            return "(r.step_due_at < now() AND " + elapsed("r.step_due_at", t) + ")";
        case FilterField::Age:
            return elapsed("r.opened_at", t);
        case FilterField::Opened:
            return timeRange("r.opened_at", t);
        case FilterField::Seen:
            return timeRange("r.last_at", t);
        case FilterField::Value:
            return value(t);
        case FilterField::Attempts:
            return number("r.attempts", t);
        case FilterField::Http:
            return number("(SELECT a.http_status FROM integration.attempt a WHERE a.transaction_id = r.transaction_id "
                          "ORDER BY a.number DESC LIMIT 1)",
                t);
        default:
            return "true";
        }
    }

    std::string order(const QStringList& values)
    {
        const std::string number = oneOf("n.order_number", values);
        return "r.order_id IN (SELECT n.id FROM integration.sales_order n WHERE " + number
            + " UNION ALL SELECT k.id FROM integration.sales_order k WHERE " + oneOf("k.order_key", values) + ")";
    }

    /// In major units of each order's own currency: amounts of two currencies are never compared. Minor units of each
    /// number of digits are compared as they are, so that an index has them and a row costs next to nothing.
    std::string value(const FilterTerm& t)
    {
        const std::string low = param(t.decimal.toStdString());
        const std::string high = t.op == FilterOperator::Between ? param(t.decimalTo.toStdString()) : low;
        const auto minor = [](const char* round, const std::string& amount, const char* factor) {
            return "LEAST(GREATEST(" + std::string(round) + "(" + amount + "::numeric * " + factor
                + "), -9000000000000000000), 9000000000000000000)::bigint";
        };
        std::string text;
        const char* factor = "1";
        for (const auto& [digits, next] : {std::pair{0, "10"}, {1, "100"}, {2, "1000"}, {3, "10000"}, {4, ""}}) {
            const QStringList currencies = currenciesWithDigits(digits);
            const char* times = std::exchange(factor, next);
            if (currencies.isEmpty())
                continue;
            text += std::string(text.empty() ? "(" : " OR ") + "(r.currency = ANY (" + param(arrayText(currencies))
                + "::text[]) AND r.total_minor";
            switch (t.op) {
            case FilterOperator::Less:
                text += " < " + minor("ceil", low, times);
                break;
            case FilterOperator::LessOrEqual:
                text += " <= " + minor("floor", low, times);
                break;
            case FilterOperator::Greater:
                text += " > " + minor("floor", low, times);
                break;
            case FilterOperator::GreaterOrEqual:
                text += " >= " + minor("ceil", low, times);
                break;
            case FilterOperator::Equals:
            case FilterOperator::Between:
                text += " BETWEEN " + minor("ceil", low, times) + " AND " + minor("floor", high, times);
                break;
            }
            text += ")";
        }
        return text + ")";
    }

    bool m_verdict;
};

std::string compiled(const FilterExpression& filter, SqlArgs& args, bool verdict)
{
    ProblemCompiler compiler(verdict);
    compiler.args = std::move(args);
    std::string text = compiler.compile(filter);
    args = std::move(compiler.args);
    return text;
}

} // namespace

std::string problemCondition(const FilterExpression& filter, SqlArgs& args)
{
    return compiled(filter, args, false);
}

std::string problemVerdict(const FilterExpression& filter, SqlArgs& args)
{
    return compiled(filter, args, true);
}

FilterExpression wordsOf(const FilterExpression& filter)
{
    if (asksForWords(filter))
        return isCertain(filter) ? FilterExpression() : filter;
    QList<FilterExpression> words;
    if (filter.kind() == Kind::And)
        std::ranges::copy_if(filter.children(), std::back_inserter(words), asksForWords);
    return std::ranges::all_of(words, isCertain) ? FilterExpression() : FilterExpression(Kind::And, words);
}

std::string ownWordCondition(const FilterExpression& words, SqlArgs& args)
{
    QStringList patterns;
    addOwnPatterns(words, patterns);
    patterns.removeDuplicates();
    std::string text;
    for (const QString& pattern : patterns) {
        args.emplace_back(pattern.toStdString());
        text += (text.empty() ? "(" : " OR ") + ("r.own_words LIKE lower($" + std::to_string(args.size()) + "::text)");
    }
    return text.empty() ? "false" : text + ")";
}

bool isCertain(const FilterExpression& filter)
{
    if (filter.kind() == Kind::Term)
        return isTalliedField(filter.term().field) || isOfShortWords(filter.term());
    return std::ranges::all_of(filter.children(), isCertain);
}

bool asksFor(const FilterExpression& filter, FilterField field)
{
    if (filter.kind() == Kind::Term)
        return filter.term().field == field;
    return std::ranges::any_of(filter.children(), [&](const FilterExpression& child) { return asksFor(child, field); });
}

bool namesState(const FilterExpression& filter, const QString& state)
{
    if (filter.kind() == Kind::Term)
        return filter.term().field == FilterField::State && (state.isEmpty() || filter.term().values.contains(state));
    return std::ranges::any_of(
        filter.children(), [&](const FilterExpression& child) { return namesState(child, state); });
}
