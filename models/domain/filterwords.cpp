// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterexpression.h"
#include "models/domain/filterfields.h"
#include "models/domain/formatduration.h"
#include "models/domain/problemfields.h"
#include "models/domain/timetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

FilterPhrase phraseOf(FilterField field, FilterSubject subject)
{
    if (subject == FilterSubject::Problems) {
        if (const auto phrase = problemPhrase(field))
            return *phrase;
    }
    switch (field) {
    case FilterField::Text:
        return {QT_TRANSLATE_NOOP("FilterWords", "number, key or reference starts with %1"),
            QT_TRANSLATE_NOOP("FilterWords", "neither number nor key nor reference starts with %1")};
    case FilterField::Order:
        return {QT_TRANSLATE_NOOP("FilterWords", "order is %1"), QT_TRANSLATE_NOOP("FilterWords", "order is not %1")};
    case FilterField::Channel:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "channel is %1"), QT_TRANSLATE_NOOP("FilterWords", "channel is not %1")};
    case FilterField::Process:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "process is %1"), QT_TRANSLATE_NOOP("FilterWords", "process is not %1")};
    case FilterField::Currency:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "currency is %1"), QT_TRANSLATE_NOOP("FilterWords", "currency is not %1")};
    case FilterField::Customer:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "customer is %1"), QT_TRANSLATE_NOOP("FilterWords", "customer is not %1")};
    case FilterField::Step:
        return {QT_TRANSLATE_NOOP("FilterWords", "open step is %1"),
            QT_TRANSLATE_NOOP("FilterWords", "open step is not %1")};
    case FilterField::System:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "waiting on %1"), QT_TRANSLATE_NOOP("FilterWords", "not waiting on %1")};
    case FilterField::State:
        return {QT_TRANSLATE_NOOP("FilterWords", "state is %1"), QT_TRANSLATE_NOOP("FilterWords", "state is not %1")};
    case FilterField::Sync:
        return {QT_TRANSLATE_NOOP("FilterWords", "synchronisation is %1"),
            QT_TRANSLATE_NOOP("FilterWords", "synchronisation is not %1")};
    case FilterField::Fulfilment:
        return {QT_TRANSLATE_NOOP("FilterWords", "fulfilment is %1"),
            QT_TRANSLATE_NOOP("FilterWords", "fulfilment is not %1")};
    case FilterField::Money:
        return {QT_TRANSLATE_NOOP("FilterWords", "money is %1"), QT_TRANSLATE_NOOP("FilterWords", "money is not %1")};
    case FilterField::Target:
        return {QT_TRANSLATE_NOOP("FilterWords", "target is %1"), QT_TRANSLATE_NOOP("FilterWords", "target is not %1")};
    case FilterField::Backlog:
        return {QT_TRANSLATE_NOOP("FilterWords", "in the backlog %1"),
            QT_TRANSLATE_NOOP("FilterWords", "not in the backlog %1")};
    case FilterField::Anomaly:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "anomaly is %1"), QT_TRANSLATE_NOOP("FilterWords", "anomaly is not %1")};
    case FilterField::Reference:
        return {QT_TRANSLATE_NOOP("FilterWords", "reference is %1"),
            QT_TRANSLATE_NOOP("FilterWords", "reference is not %1")};
    case FilterField::Tag:
        return {QT_TRANSLATE_NOOP("FilterWords", "tagged %1"), QT_TRANSLATE_NOOP("FilterWords", "not tagged %1")};
    case FilterField::Age:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "waiting for %1"), QT_TRANSLATE_NOOP("FilterWords", "not waiting for %1")};
    case FilterField::Overdue:
        return {
            QT_TRANSLATE_NOOP("FilterWords", "overdue by %1"), QT_TRANSLATE_NOOP("FilterWords", "not overdue by %1")};
    case FilterField::Placed:
        return {QT_TRANSLATE_NOOP("FilterWords", "placed %1"), QT_TRANSLATE_NOOP("FilterWords", "not placed %1")};
    case FilterField::Seen:
        return {QT_TRANSLATE_NOOP("FilterWords", "last seen %1"), QT_TRANSLATE_NOOP("FilterWords", "not last seen %1")};
    case FilterField::Late:
        return {QT_TRANSLATE_NOOP("FilterWords", "a step was reached late %1"),
            QT_TRANSLATE_NOOP("FilterWords", "no step was reached late %1")};
    case FilterField::Promised:
        return {QT_TRANSLATE_NOOP("FilterWords", "promised %1"), QT_TRANSLATE_NOOP("FilterWords", "not promised %1")};
    case FilterField::Value:
        return {QT_TRANSLATE_NOOP("FilterWords", "value is %1"), QT_TRANSLATE_NOOP("FilterWords", "value is not %1")};
    default:
        break;
    }
    return {"%1", "%1"};
}

QString listed(const QStringList& values)
{
    QString text = values.value(0);
    for (qsizetype i = 1; i < values.size(); ++i)
        text = i + 1 < values.size()
            ? QCoreApplication::translate("FilterWords", "%1, %2", "two values of a list").arg(text, values[i])
            : QCoreApplication::translate("FilterWords", "%1 or %2", "the last two values of a list")
                  .arg(text, values[i]);
    return text;
}

QString wordsOf(const FilterTerm& term, FilterSubject subject)
{
    constexpr qsizetype most = 10; // a pasted list of ids is no sentence
    QStringList titles;
    for (const QString& value : term.values.first(std::min(term.values.size(), most))) {
        const QString shown = wildcardParts(value).join(u'*');
        titles.append(filterField(term.field).wildcards && value.contains(u'*')
                ? shown
                : filterValueTitle(term.field, shown, subject));
    }
    if (term.values.size() <= most)
        return listed(titles);
    const int others = int(term.values.size() - most);
    return QCoreApplication::translate("FilterWords", "%1 or %n other(s)", "a list of values that goes on", others)
        .arg(titles.join(u", "_s));
}

QString compared(FilterOperator op, const QString& value, const QString& upper)
{
    switch (op) {
    case FilterOperator::Less:
        return QCoreApplication::translate("FilterWords", "less than %1").arg(value);
    case FilterOperator::LessOrEqual:
        return QCoreApplication::translate("FilterWords", "at most %1", "a number or a span").arg(value);
    case FilterOperator::Greater:
        return QCoreApplication::translate("FilterWords", "more than %1").arg(value);
    case FilterOperator::GreaterOrEqual:
        return QCoreApplication::translate("FilterWords", "at least %1", "a number or a span").arg(value);
    case FilterOperator::Between:
        return QCoreApplication::translate("FilterWords", "between %1 and %2").arg(value, upper);
    case FilterOperator::Equals:
        break;
    }
    return value;
}

bool isMidnight(const QDateTime& local)
{
    return local.time() == QTime(0, 0);
}

/// A moment as the reader's clock shows it; whole days without a time.
QString momentText(const QDateTime& time, const QLocale& locale)
{
    const QDateTime local = time.toLocalTime();
    return isMidnight(local) ? dateText(local, locale) : minuteText(local, locale);
}

QString timeWords(const FilterTerm& term, const QLocale& locale)
{
    if (term.op == FilterOperator::Less)
        return QCoreApplication::translate("FilterWords", "before %1", "a time").arg(momentText(term.to, locale));
    if (term.op == FilterOperator::GreaterOrEqual)
        return QCoreApplication::translate("FilterWords", "since %1", "a time").arg(momentText(term.from, locale));
    const QDateTime from = term.from.toLocalTime();
    const QDateTime to = term.to.toLocalTime();
    if (!isMidnight(from) || !isMidnight(to))
        return QCoreApplication::translate("FilterWords", "from %1 until before %2", "two times")
            .arg(momentText(term.from, locale), momentText(term.to, locale));
    const QDate last = to.date().addDays(-1);
    if (last == from.date())
        return QCoreApplication::translate("FilterWords", "on %1", "a day").arg(momentText(term.from, locale));
    return QCoreApplication::translate("FilterWords", "from %1 to %2", "two days, both included")
        .arg(momentText(term.from, locale), locale.toString(last, dateFormat(locale)));
}

/// The decimal in the locale's signs; every digit stays.
QString decimalText(QString decimal, const QLocale& locale)
{
    return decimal.replace(u'.', locale.decimalPoint());
}

QString termWords(const FilterTerm& term, const QLocale& locale, FilterSubject subject, bool negated)
{
    QString value;
    switch (filterField(term.field).kind) {
    case FilterKind::Duration:
        value = compared(term.op, formatDuration(term.seconds, locale), formatDuration(term.secondsTo, locale));
        break;
    case FilterKind::Decimal:
    case FilterKind::Number:
        value = compared(term.op, decimalText(term.decimal, locale), decimalText(term.decimalTo, locale));
        break;
    case FilterKind::Time:
        value = timeWords(term, locale);
        break;
    case FilterKind::Words:
    case FilterKind::Choice:
        value = wordsOf(term, subject);
        break;
    }
    FilterPhrase phrase = phraseOf(term.field, subject);
    if (subject == FilterSubject::Problems && term.field == FilterField::Text
        && std::all_of(term.values.begin(), term.values.end(), isShortWord)) // it finds less, and says so
        phrase = {QT_TRANSLATE_NOOP("FilterWords", "a word of flow, step, code or shared text begins with %1"),
            QT_TRANSLATE_NOOP("FilterWords", "no word of flow, step, code or shared text begins with %1")};
    return QCoreApplication::translate("FilterWords", negated ? phrase.isNot : phrase.is).arg(value);
}

QString nested(const FilterExpression& child, const QLocale& locale, FilterSubject subject)
{
    const bool group = child.kind() == FilterExpression::Kind::And || child.kind() == FilterExpression::Kind::Or;
    return group ? u'(' + filterInWords(child, locale, subject) + u')' : filterInWords(child, locale, subject);
}

QString joinedWords(const FilterExpression& expression, const QLocale& locale, FilterSubject subject)
{
    const bool all = expression.kind() == FilterExpression::Kind::And;
    QString text;
    for (const FilterExpression& child : expression.children()) {
        const QString words = nested(child, locale, subject);
        if (text.isEmpty())
            text = words;
        else if (all)
            text = QCoreApplication::translate("FilterWords", "%1, and %2", "two conditions").arg(text, words);
        else
            text = QCoreApplication::translate("FilterWords", "%1, or %2", "two conditions").arg(text, words);
    }
    return text;
}

} // namespace

QString filterInWords(const FilterExpression& expression, const QLocale& locale, FilterSubject subject)
{
    using Kind = FilterExpression::Kind;
    switch (expression.kind()) {
    case Kind::Everything:
        return subject == FilterSubject::Problems
            ? QCoreApplication::translate("FilterWords", "all problems", "an empty filter")
            : QCoreApplication::translate("FilterWords", "all orders", "an empty filter");
    case Kind::And:
    case Kind::Or:
        return joinedWords(expression, locale, subject);
    case Kind::Term:
        return termWords(expression.term(), locale, subject, false);
    case Kind::Not:
        break;
    }
    const FilterExpression inner = expression.children().value(0);
    if (inner.kind() == Kind::Term)
        return termWords(inner.term(), locale, subject, true);
    return QCoreApplication::translate("FilterWords", "not %1", "a group of conditions in parentheses")
        .arg(nested(inner, locale, subject));
}
