// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterparser.h"

#include "models/domain/money.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDepth = 40; // parentheses and negations: more is a mistake of a machine

/// Undoes the escapes of a part where the field knows no wildcards.
QString unescaped(const QString& text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && i + 1 < text.size())
            ++i;
        result += text[i];
    }
    return result;
}

FilterOperator comparison(const QString& op)
{
    if (op == "<"_L1)
        return FilterOperator::Less;
    if (op == "<="_L1)
        return FilterOperator::LessOrEqual;
    if (op == ">"_L1)
        return FilterOperator::Greater;
    return op == ">="_L1 ? FilterOperator::GreaterOrEqual : FilterOperator::Equals;
}

/// Both ends of "a..b", of "a.." and of "..b"; nullopt without "..".
std::optional<std::array<QString, 2>> rangeEnds(const QString& text)
{
    const auto dots = text.indexOf(u".."_s);
    if (dots < 0)
        return std::nullopt;
    return std::array{text.first(dots), text.sliced(dots + 2)};
}

FilterTerm termOf(FilterField field, FilterOperator op = FilterOperator::Equals)
{
    FilterTerm term;
    term.field = field;
    term.op = op;
    return term;
}

/// The decimal that was meant by one with a comma, or with grouped thousands; empty when none was.
QString pointedDecimal(const QString& written)
{
    static const QRegularExpression pointGroups(u"^-?[0-9]{1,3}(\\.[0-9]{3})+,[0-9]+\\z"_s);
    static const QRegularExpression commaGroups(u"^-?[0-9]{1,3}(,[0-9]{3})+\\.[0-9]+\\z"_s);
    QString pointed = written;
    if (pointGroups.match(written).hasMatch())
        pointed.remove(u'.');
    else if (commaGroups.match(written).hasMatch())
        pointed.remove(u',');
    pointed.replace(u',', u'.');
    return isFilterDecimal(pointed) ? pointed : QString();
}

} // namespace

FilterParser::FilterParser(const QString& text, const QDateTime& now, const QTimeZone& zone, FilterSubject subject)
    : m_text(text)
    , m_now(now)
    , m_zone(zone.isValid() ? zone : QTimeZone::utc())
    , m_subject(subject)
{ }

ParsedFilter FilterParser::parse()
{
    FilterLexer lexer(m_text);
    m_tokens = lexer.tokens();
    if (lexer.mistake())
        return {{}, lexer.mistake()};
    if (current().kind == Kind::End)
        return {};
    const FilterExpression expression = alternatives();
    if (!m_mistake && current().kind == Kind::Close)
        wrong(current().position, 1, QCoreApplication::translate("Filter", "There is no ( before this )."));
    if (m_mistake)
        return {{}, m_mistake};
    return {expression, std::nullopt};
}

FilterExpression FilterParser::alternatives()
{
    QList<FilterExpression> children{conjunction()};
    while (!m_mistake && current().kind == Kind::Or) {
        ++m_at;
        children.append(conjunction());
    }
    return children.size() == 1 ? children.first() : FilterExpression(FilterExpression::Kind::Or, children);
}

FilterExpression FilterParser::conjunction()
{
    QList<FilterExpression> children{operand()};
    while (!m_mistake && (startsOperand() || current().kind == Kind::And)) {
        if (current().kind == Kind::And)
            ++m_at;
        children.append(operand());
    }
    return children.size() == 1 ? children.first() : FilterExpression(FilterExpression::Kind::And, children);
}

bool FilterParser::startsOperand() const
{
    const Kind kind = current().kind;
    return kind == Kind::Term || kind == Kind::Open || kind == Kind::Minus || kind == Kind::Not;
}

FilterExpression FilterParser::operand()
{
    const FilterToken& token = current();
    if (++m_depth > maxDepth)
        return wrong(token.position, token.length, QCoreApplication::translate("Filter", "This is nested too deeply."));
    FilterExpression result;
    switch (token.kind) {
    case Kind::Term:
        result = condition();
        break;
    case Kind::Open:
        result = group();
        break;
    case Kind::Minus:
    case Kind::Not:
        result = negation();
        break;
    case Kind::And:
    case Kind::Or:
        result = wrong(token.position, token.length,
            QCoreApplication::translate("Filter", "%1 needs a condition before and after it.", "%1 is AND or OR")
                .arg(m_text.sliced(token.position, token.length)));
        break;
    case Kind::Close:
        result = wrong(token.position, 1, QCoreApplication::translate("Filter", "A condition is missing here."));
        break;
    case Kind::End: {
        // the mistake is what came last: there is nothing to mark at the end
        const FilterToken& last = m_tokens.at(std::max<qsizetype>(m_at - 1, 0));
        result = wrong(
            last.position, last.length, QCoreApplication::translate("Filter", "A condition is missing after this."));
        break;
    }
    }
    --m_depth;
    return result;
}

FilterExpression FilterParser::group()
{
    const FilterToken open = current();
    ++m_at;
    FilterExpression inner = alternatives();
    if (m_mistake)
        return {};
    if (current().kind != Kind::Close)
        return wrong(open.position, 1, QCoreApplication::translate("Filter", "This parenthesis is not closed."));
    ++m_at;
    return inner;
}

FilterExpression FilterParser::negation()
{
    const FilterToken sign = current();
    ++m_at;
    if (sign.kind == Kind::Minus && current().kind != Kind::End && current().position > sign.position + 1)
        return wrong(sign.position, 1,
            QCoreApplication::translate("Filter", "Write - directly before what is to be left out: -channel:test"));
    const FilterExpression inner = operand();
    return m_mistake ? FilterExpression() : FilterExpression(FilterExpression::Kind::Not, {inner});
}

FilterExpression FilterParser::condition()
{
    const FilterToken token = current();
    ++m_at;
    if (token.field.isEmpty()) {
        if (!token.op.isEmpty())
            return wrong(token.position, token.length,
                QCoreApplication::translate("Filter", "A field must stand before %1, such as age>2h.").arg(token.op));
        return words(token, filterField(FilterField::Text));
    }
    const FilterFieldInfo* info = findFilterField(token.field, m_subject);
    if (!info)
        return unknownField(token);
    if (token.op == "!="_L1)
        return wrong(token.position, token.length,
            QCoreApplication::translate("Filter", "Write - before a condition for \"not\"."),
            u'-' + token.field + u':'
                + m_text.sliced(token.opPosition + 2, token.position + token.length - token.opPosition - 2));
    if (token.parts.size() == 1 && token.parts.first().text.isEmpty())
        return wrong(token.position, token.opPosition + token.op.size() - token.position,
            QCoreApplication::translate("Filter", "A value is missing after %1%2", "a field and its operator")
                .arg(info->name, token.op));
    switch (info->kind) {
    case FilterKind::Words:
    case FilterKind::Choice:
        return words(token, *info);
    case FilterKind::Duration:
        return duration(token, *info);
    case FilterKind::Time:
        return time(token, *info);
    case FilterKind::Decimal:
    case FilterKind::Number:
        return decimal(token, *info);
    }
    return {};
}

FilterExpression FilterParser::unknownField(const FilterToken& token)
{
    QStringList names;
    for (const FilterFieldInfo& info : filterFields(m_subject)) {
        names.append(info.name);
        if (!info.alias.isEmpty())
            names.append(info.alias);
    }
    return wrong(token.position, token.field.size(),
        QCoreApplication::translate("Filter", "There is no field \"%1\".").arg(token.field),
        nearestWord(token.field, names));
}

FilterExpression FilterParser::words(const FilterToken& token, const FilterFieldInfo& info)
{
    if (token.op != ":"_L1 && token.op != "="_L1 && !token.op.isEmpty())
        return wrong(token.opPosition, token.op.size(),
            QCoreApplication::translate("Filter", "\"%1\" cannot be compared, only be equal.", "%1 is a field")
                .arg(info.name),
            u":"_s);
    FilterTerm term = termOf(info.field);
    for (const FilterPart& part : token.parts) {
        QString value;
        if (!checkWord(part, info, value))
            return {};
        term.values.append(value);
    }
    return FilterExpression(term);
}

bool FilterParser::checkWord(const FilterPart& part, const FilterFieldInfo& info, QString& value)
{
    value = info.wildcards ? part.text : unescaped(part.text);
    if (value.isEmpty()) {
        wrong(part.position, std::max<qsizetype>(part.length, 1),
            QCoreApplication::translate("Filter", "A value is missing here."));
        return false;
    }
    if (info.kind == FilterKind::Choice) {
        value = value.toLower();
        if (info.choices.contains(value))
            return true;
        wrong(part,
            QCoreApplication::translate(
                "Filter", R"("%1" has no value "%2". There are: %3.)", "field, value, list of values")
                .arg(info.name, value, info.choices.join(u", "_s)),
            nearestWord(value, info.choices));
        return false;
    }
    if (info.field == FilterField::Currency) {
        value = value.toUpper();
        if (minorUnitDigits(value) >= 0)
            return true;
        wrong(part, QCoreApplication::translate("Filter", "ISO 4217 has no currency \"%1\".").arg(value));
        return false;
    }
    if (info.field == FilterField::Group && !isFilterNumber(value)) {
        wrong(part, QCoreApplication::translate("Filter", "\"%1\" is no number of a group.").arg(value));
        return false;
    }
    if (info.field == FilterField::Payload && wildcardParts(value).join(QString()).size() < leastSearchLetters) {
        wrong(part,
            QCoreApplication::translate(
                "Filter", "Payloads are searched for at least %n letter(s).", nullptr, int(leastSearchLetters)));
        return false;
    }
    if (info.field == FilterField::Step || info.field == FilterField::System || info.field == FilterField::Process
        || info.field == FilterField::Tag)
        value = value.toLower(); // the names of the contract are lower case, and so are tags
    return true;
}

/// Numbers and times take one value.
bool FilterParser::single(const FilterToken& token, const FilterFieldInfo& info)
{
    if (token.parts.size() == 1)
        return true;
    const FilterPart& first = token.parts.first();
    const FilterPart& last = token.parts.last();
    const qsizetype length = last.position + last.length - first.position;
    const QString pointed
        = info.kind == FilterKind::Decimal ? pointedDecimal(m_text.sliced(first.position, length)) : QString();
    if (!pointed.isEmpty())
        wrong(first.position, length,
            QCoreApplication::translate("Filter", "Amounts are written with a point and without groups: %1")
                .arg(pointed),
            pointed);
    else
        wrong(first.position, length,
            QCoreApplication::translate(
                "Filter", "\"%1\" takes one value or a range such as %2..%3.", "field, value, value")
                .arg(info.name, first.text, last.text));
    return false;
}

FilterExpression FilterParser::duration(const FilterToken& token, const FilterFieldInfo& info)
{
    if (!single(token, info))
        return {};
    const FilterPart& part = token.parts.first();
    FilterTerm term = termOf(info.field, comparison(token.op));
    const auto range = rangeEnds(part.text);
    if (!range) {
        if (term.op == FilterOperator::Equals)
            return wrong(token.position, token.length,
                QCoreApplication::translate("Filter", "Say longer or shorter: %1 or %2.")
                    .arg(info.name + u'>' + part.text, info.name + u'<' + part.text),
                info.name + u'>' + part.text);
        const auto seconds = durationAt(part.text, part);
        term.seconds = seconds.value_or(0);
        return seconds ? FilterExpression(term) : FilterExpression();
    }
    if (term.op != FilterOperator::Equals)
        return wrong(
            token.opPosition, token.op.size(), QCoreApplication::translate("Filter", "A range needs a colon."), u":"_s);
    const auto& [low, high] = *range;
    const auto from = durationAt(low.isEmpty() ? u"0s"_s : low, part);
    const auto to = from ? durationAt(high.isEmpty() ? low : high, part) : from;
    if (!from || !to)
        return {};
    term.op = high.isEmpty() ? FilterOperator::GreaterOrEqual
        : low.isEmpty()      ? FilterOperator::LessOrEqual
                             : FilterOperator::Between;
    term.seconds = low.isEmpty() ? *to : *from;
    term.secondsTo = term.op == FilterOperator::Between ? *to : 0;
    if (*to < *from)
        return wrong(
            part, QCoreApplication::translate("Filter", "This range ends before it begins."), high + u".."_s + low);
    return FilterExpression(term);
}

std::optional<qint64> FilterParser::durationAt(const QString& text, const FilterPart& part)
{
    if (const auto seconds = filterDuration(text))
        return seconds;
    static const std::array<std::array<QString, 2>, 6> longNames{{{u"sec"_s, u"s"_s}, {u"min"_s, u"m"_s},
        {u"hours"_s, u"h"_s}, {u"hour"_s, u"h"_s}, {u"days"_s, u"d"_s}, {u"day"_s, u"d"_s}}};
    QString suggestion;
    for (const auto& [name, unit] : longNames)
        if (suggestion.isEmpty() && text.endsWith(name) && filterDuration(text.chopped(name.size()) + unit))
            suggestion = text.chopped(name.size()) + unit;
    if (suggestion.isEmpty() && filterDuration(text + u'h'))
        suggestion = text + u'h';
    wrong(part,
        QCoreApplication::translate("Filter", "\"%1\" is no span of time such as 90s, 15m, 2h, 3d or 1w.")
            .arg(unescaped(text)),
        suggestion.isEmpty()              ? QString()
            : part.text.contains(u".."_s) ? QString()
                                          : suggestion);
    return std::nullopt;
}

FilterExpression FilterParser::time(const FilterToken& token, const FilterFieldInfo& info)
{
    if (!single(token, info))
        return {};
    const FilterPart& part = token.parts.first();
    const FilterOperator op = comparison(token.op);
    FilterTerm term = termOf(info.field);
    const auto range = rangeEnds(part.text);
    if (!range) {
        const auto value = timeAt(part.text, token, part);
        if (!value)
            return {};
        const bool before = op == FilterOperator::Less || op == FilterOperator::LessOrEqual;
        const bool behind
            = op == FilterOperator::Greater || op == FilterOperator::LessOrEqual; // behind the whole day or month
        if (op == FilterOperator::Equals) {
            term.from = value->from;
            term.to = value->isMoment() ? value->from.addSecs(1) : value->to;
        } else {
            term.op = before ? FilterOperator::Less : FilterOperator::GreaterOrEqual;
            term.from = term.to = behind ? value->to : value->from;
        }
        return FilterExpression(term);
    }
    if (op != FilterOperator::Equals)
        return wrong(
            token.opPosition, token.op.size(), QCoreApplication::translate("Filter", "A range needs a colon."), u":"_s);
    const auto& [low, high] = *range;
    const auto from = timeAt(low.isEmpty() ? high : low, token, part);
    const auto to = from ? timeAt(high.isEmpty() ? low : high, token, part) : from;
    if (!from || !to)
        return {};
    if (low.isEmpty() || high.isEmpty()) {
        term.op = high.isEmpty() ? FilterOperator::GreaterOrEqual : FilterOperator::Less;
        term.from = term.to = high.isEmpty() ? from->from : to->to;
        return FilterExpression(term);
    }
    if (to->to <= from->from)
        return wrong(
            part, QCoreApplication::translate("Filter", "This range ends before it begins."), high + u".."_s + low);
    term.from = from->from;
    term.to = to->to;
    return FilterExpression(term);
}

std::optional<FilterTime> FilterParser::timeAt(const QString& text, const FilterToken& token, const FilterPart& part)
{
    const QString value = unescaped(text);
    if (auto time = filterTime(value, m_now, m_zone))
        return time;
    if (filterDuration(value)) {
        wrong(token.opPosition, part.position + part.length - token.opPosition,
            QCoreApplication::translate(
                "Filter", "Write >=-%1 for the last %1, <-%1 for anything before.", "%1 is such as 24h")
                .arg(value),
            u">=-"_s + value);
        return std::nullopt;
    }
    QString suggestion;
    for (const char* format : {"d.M.yyyy", "d/M/yyyy", "yyyy/M/d", "yyyy-M-d"})
        if (const QDate date = QDate::fromString(value, QString::fromLatin1(format));
            suggestion.isEmpty() && date.isValid())
            suggestion = date.toString(Qt::ISODate);
    if (suggestion.isEmpty())
        suggestion = nearestWord(value, {u"today"_s, u"yesterday"_s, u"tomorrow"_s});
    wrong(part,
        QCoreApplication::translate("Filter", "\"%1\" is no time such as today, 2026-11-03, 2026-11, 2026 or -24h.")
            .arg(value),
        part.text.contains(u".."_s) ? QString() : suggestion);
    return std::nullopt;
}

FilterExpression FilterParser::decimal(const FilterToken& token, const FilterFieldInfo& info)
{
    if (!single(token, info))
        return {};
    const FilterPart& part = token.parts.first();
    FilterTerm term = termOf(info.field, comparison(token.op));
    const auto range = rangeEnds(part.text);
    if (!range) {
        term.decimal = part.text;
        return decimalAt(part.text, part, info) ? FilterExpression(term) : FilterExpression();
    }
    if (term.op != FilterOperator::Equals)
        return wrong(
            token.opPosition, token.op.size(), QCoreApplication::translate("Filter", "A range needs a colon."), u":"_s);
    const auto& [low, high] = *range;
    if (!decimalAt(low.isEmpty() ? high : low, part, info) || !decimalAt(high.isEmpty() ? low : high, part, info))
        return {};
    term.op = high.isEmpty() ? FilterOperator::GreaterOrEqual
        : low.isEmpty()      ? FilterOperator::LessOrEqual
                             : FilterOperator::Between;
    term.decimal = low.isEmpty() ? high : low;
    term.decimalTo = term.op == FilterOperator::Between ? high : QString();
    if (term.op == FilterOperator::Between && compareDecimals(low, high) > 0)
        return wrong(
            part, QCoreApplication::translate("Filter", "This range ends before it begins."), high + u".."_s + low);
    return FilterExpression(term);
}

bool FilterParser::decimalAt(const QString& text, const FilterPart& part, const FilterFieldInfo& info)
{
    const bool whole = info.kind == FilterKind::Number;
    if (whole ? isFilterNumber(text) : isFilterDecimal(text))
        return true;
    if (whole) {
        wrong(part, QCoreApplication::translate("Filter", "\"%1\" is no whole number such as 3.").arg(unescaped(text)));
        return false;
    }
    wrong(
        part, QCoreApplication::translate("Filter", "\"%1\" is no amount such as 500 or 99.90.").arg(unescaped(text)));
    return false;
}

FilterExpression FilterParser::wrong(
    qsizetype position, qsizetype length, const QString& text, const QString& suggestion)
{
    if (!m_mistake) // the first one is the cause
        m_mistake = FilterMistake{position, length, text, suggestion};
    return {};
}

FilterExpression FilterParser::wrong(const FilterPart& part, const QString& text, const QString& suggestion)
{
    return wrong(part.position, part.length, text, suggestion);
}
