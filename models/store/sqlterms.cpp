// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlterms.h"

#include <algorithm>

namespace {

std::string utcText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs).toStdString();
}

} // namespace

QString likePattern(const QStringList& parts)
{
    QString pattern;
    for (const QString& part : parts) {
        if (&part != &parts.constFirst())
            pattern += u'%';
        for (const QChar c : part) {
            if (c == u'\\' || c == u'%' || c == u'_')
                pattern += u'\\';
            pattern += c;
        }
    }
    return pattern;
}

std::string arrayText(const QStringList& values)
{
    std::string text = "{";
    for (const QString& value : values) {
        if (text.size() > 1)
            text += ',';
        text += '"';
        for (const char c : value.toStdString()) {
            if (c == '"' || c == '\\')
                text += '\\';
            text += c;
        }
        text += '"';
    }
    return text + '}';
}

const char* sqlOperator(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Less:
        return " < ";
    case FilterOperator::LessOrEqual:
        return " <= ";
    case FilterOperator::Greater:
        return " > ";
    case FilterOperator::GreaterOrEqual:
        return " >= ";
    case FilterOperator::Equals:
    case FilterOperator::Between:
        break;
    }
    return " = ";
}

std::string SqlTerms::param(std::string text)
{
    // no text in a database has a NUL character, and a parameter ends at one: it must not match what comes before
    std::replace(text.begin(), text.end(), '\0', '\x01');
    args.emplace_back(std::move(text));
    return "$" + std::to_string(args.size());
}

std::string SqlTerms::oneOf(const std::string& column, const QStringList& values)
{
    QStringList exact;
    std::string text;
    for (const QString& value : values) {
        const QStringList parts = wildcardParts(value);
        if (parts.size() > 1)
            text += (text.empty() ? "" : " OR ") + column + " LIKE " + param(likePattern(parts).toStdString());
        else
            exact.append(parts.constFirst());
    }
    if (!exact.isEmpty())
        text += (text.empty() ? "" : " OR ") + column + " = ANY (" + param(arrayText(exact)) + "::text[])";
    return text.empty() ? "true" : "(" + text + ")";
}

std::string SqlTerms::elapsed(const std::string& column, const FilterTerm& t)
{
    const auto before = [&](const char* op, qint64 seconds) {
        return column + op + "now() - make_interval(secs => " + param(std::to_string(seconds)) + "::float8)";
    };
    switch (t.op) {
    case FilterOperator::Greater:
        return before(" < ", t.seconds);
    case FilterOperator::GreaterOrEqual:
        return before(" <= ", t.seconds);
    case FilterOperator::Less:
        return before(" > ", t.seconds);
    case FilterOperator::LessOrEqual:
    case FilterOperator::Equals:
        return before(" >= ", t.seconds);
    case FilterOperator::Between:
        return "(" + before(" <= ", t.seconds) + " AND " + before(" >= ", t.secondsTo) + ")";
    }
    return "true";
}

std::string SqlTerms::remaining(const std::string& column, const FilterTerm& t)
{
    const auto within = [&](const char* op, qint64 seconds) {
        return column + op + "now() + make_interval(secs => " + param(std::to_string(seconds)) + "::float8)";
    };
    if (t.op == FilterOperator::Between)
        return "(" + within(" >= ", t.seconds) + " AND " + within(" <= ", t.secondsTo) + ")";
    return within(t.op == FilterOperator::Equals ? " <= " : sqlOperator(t.op), t.seconds);
}

std::string SqlTerms::timeRange(const std::string& column, const FilterTerm& t)
{
    const auto compare
        = [&](const char* op, const QDateTime& time) { return column + op + param(utcText(time)) + "::timestamptz"; };
    switch (t.op) {
    case FilterOperator::Less:
        return compare(" < ", t.from);
    case FilterOperator::LessOrEqual:
        return compare(" < ", t.to);
    case FilterOperator::Greater:
        return compare(" >= ", t.to);
    case FilterOperator::GreaterOrEqual:
        return compare(" >= ", t.from);
    case FilterOperator::Equals:
    case FilterOperator::Between:
        break;
    }
    return "(" + compare(" >= ", t.from) + " AND " + compare(" < ", t.to) + ")";
}

std::string SqlTerms::number(const std::string& column, const FilterTerm& t)
{
    const std::string low = param(t.decimal.toStdString()) + "::numeric";
    if (t.op != FilterOperator::Between)
        return "(" + column + sqlOperator(t.op) + low + ")";
    return "(" + column + " BETWEEN " + low + " AND " + param(t.decimalTo.toStdString()) + "::numeric)";
}
