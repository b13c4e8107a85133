// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterexpression.h"
#include "models/domain/filterfields.h"
#include "models/domain/filtervalues.h"

using namespace Qt::StringLiterals;

namespace {

bool needsQuotes(const QString& value)
{
    static const QString plain = u"_-./@#+~&%'"_s;
    if (value.isEmpty() || value.startsWith(u'-') || value == "OR"_L1 || value == "AND"_L1 || value == "NOT"_L1)
        return true;
    return !std::all_of(value.begin(), value.end(), [](QChar c) { return c.isLetterOrNumber() || plain.contains(c); });
}

QString operatorText(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Less:
        return u"<"_s;
    case FilterOperator::LessOrEqual:
        return u"<="_s;
    case FilterOperator::Greater:
        return u">"_s;
    case FilterOperator::GreaterOrEqual:
        return u">="_s;
    case FilterOperator::Equals:
    case FilterOperator::Between:
        break;
    }
    return u":"_s;
}

/// A value with wildcards: what is between them is quoted where it must be.
QString wildcardText(const QString& value)
{
    QStringList texts;
    const QStringList parts = wildcardParts(value);
    for (const QString& part : parts)
        texts.append(part.isEmpty() && parts.size() > 1 ? QString() : quotedFilterValue(part));
    return texts.join(u'*');
}

QString valueText(const FilterTerm& term)
{
    const bool range = term.op == FilterOperator::Between;
    switch (filterField(term.field).kind) {
    case FilterKind::Duration:
        return filterDurationText(term.seconds) + (range ? u".."_s + filterDurationText(term.secondsTo) : QString());
    case FilterKind::Decimal:
    case FilterKind::Number:
        return term.decimal + (range ? u".."_s + term.decimalTo : QString());
    case FilterKind::Time:
        return filterTimeText(term.from)
            + (term.op == FilterOperator::Equals ? u".."_s + filterTimeText(term.to) : QString());
    case FilterKind::Words:
    case FilterKind::Choice:
        break;
    }
    QStringList texts;
    for (const QString& value : term.values)
        texts.append(filterField(term.field).wildcards ? wildcardText(value) : quotedFilterValue(value));
    return texts.join(u',');
}

QString termText(const FilterTerm& term)
{
    if (term.field == FilterField::Text)
        return valueText(term);
    return filterField(term.field).name + operatorText(term.op) + valueText(term);
}

/// Children of a negation or of a group of the other kind need parentheses; so does a group of the same kind, to stay
/// one.
QString operandText(const FilterExpression& child)
{
    const bool group = child.kind() == FilterExpression::Kind::And || child.kind() == FilterExpression::Kind::Or;
    return group ? u'(' + filterText(child) + u')' : filterText(child);
}

} // namespace

QString filterText(const FilterExpression& expression)
{
    using Kind = FilterExpression::Kind;
    QStringList texts;
    for (const FilterExpression& child : expression.children()) {
        // AND binds tighter: inside of OR it needs no parentheses
        const bool bare = expression.kind() == Kind::Or && child.kind() == Kind::And;
        texts.append(bare ? filterText(child) : operandText(child));
    }
    switch (expression.kind()) {
    case Kind::Everything:
        break;
    case Kind::And:
        return texts.join(u' ');
    case Kind::Or:
        return texts.join(u" OR "_s);
    case Kind::Not:
        return u'-' + texts.value(0);
    case Kind::Term:
        return termText(expression.term());
    }
    return {};
}

QString filterTermFor(QLatin1StringView field, const QString& value)
{
    return value.isEmpty() ? QString() : QString(field + u':' + quotedFilterValue(value));
}

QString quotedFilterValue(const QString& value)
{
    if (!needsQuotes(value))
        return value;
    QString escaped = value;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QStringList wildcardParts(const QString& value)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'*') {
            parts.append(QString());
            continue;
        }
        if (value[i] == u'\\' && i + 1 < value.size())
            ++i;
        parts.last() += value[i];
    }
    return parts;
}
