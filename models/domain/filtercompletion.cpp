// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterexpression.h"
#include "models/domain/filterfields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

/// The condition that is being typed: everything from its start to the cursor.
struct Typed
{
    qsizetype start = 0; ///< of the condition
    qsizetype valueStart = -1; ///< of the value behind the operator or the last comma; -1 while the field is typed
    QString field;
    QString op;
};

bool separates(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')';
}

/// Looks from the left, since only that way it is known what stands in quotes.
Typed typedAt(QStringView text)
{
    Typed typed;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'\\')
                ++i;
            else if (c == u'"')
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (separates(c) || (c == u'-' && i == typed.start)) {
            typed = Typed{};
            typed.start = i + 1;
        } else if (typed.valueStart < 0 && QStringView(u":=<>").contains(c)) {
            typed.field = text.sliced(typed.start, i - typed.start).toString();
            typed.op = c;
            typed.valueStart = i + 1;
        } else if (typed.valueStart >= 0 && c == u'=' && i == typed.valueStart) {
            typed.op += c;
            typed.valueStart = i + 1;
        } else if (typed.valueStart >= 0 && c == u',') {
            typed.valueStart = i + 1;
        }
    }
    return typed;
}

/// Rank of a candidate: those that start with what was typed come before those that contain it; -1 for others.
int rank(const QString& candidate, const QString& typed)
{
    if (candidate.startsWith(typed, Qt::CaseInsensitive))
        return 0;
    return typed.size() > 1 && candidate.contains(typed, Qt::CaseInsensitive) ? 1 : -1;
}

/// Keeps the order of the candidates within a rank.
class Offer
{
public:
    Offer(qsizetype start, const QString& typed)
        : m_start(start)
        , m_typed(typed)
    { }

    void add(const QString& name, const QString& text, const QString& note)
    {
        const int place = rank(name, m_typed);
        if (place >= 0)
            (place == 0 ? m_first : m_second).append({text, note, m_start});
    }

    QList<FilterCompletion> completions() const { return m_first + m_second; }

private:
    qsizetype m_start;
    QString m_typed;
    QList<FilterCompletion> m_first;
    QList<FilterCompletion> m_second;
};

QString withOperator(const FilterFieldInfo& info)
{
    switch (info.kind) {
    case FilterKind::Duration:
        return info.name + (info.field == FilterField::Due ? u'<' : u'>'); // what is urgent
    case FilterKind::Decimal:
    case FilterKind::Number:
        return info.name + u">="_s;
    default:
        return info.name + u':';
    }
}

QList<FilterCompletion> fieldsFor(QStringView text, const Typed& typed, FilterSubject subject)
{
    const QString word = text.sliced(typed.start).toString();
    Offer offer(typed.start, word);
    for (const FilterFieldInfo& info : filterFields(subject))
        offer.add(info.name, withOperator(info), filterFieldNote(info.field, subject));
    if (!word.isEmpty() && typed.start > 0)
        offer.add(u"OR"_s, u"OR "_s, QCoreApplication::translate("Filter", "either of the two conditions"));
    return offer.completions();
}

QStringList examplesOf(const FilterFieldInfo& info, const QString& op)
{
    switch (info.kind) {
    case FilterKind::Duration:
        return {u"15m"_s, u"1h"_s, u"4h"_s, u"1d"_s, u"3d"_s};
    case FilterKind::Time:
        if (op != ":"_L1 && op != "="_L1)
            return {u"today"_s, u"yesterday"_s, u"-1h"_s, u"-24h"_s, u"-7d"_s};
        return {u"today"_s, u"yesterday"_s, u"tomorrow"_s, u"yesterday..today"_s};
    default:
        return info.choices;
    }
}

QList<FilterCompletion> valuesFor(
    QStringView text, const Typed& typed, const FilterFieldInfo& info, const QStringList& live, FilterSubject subject)
{
    QString word = text.sliced(typed.valueStart).toString();
    word.remove(u'"');
    Offer offer(typed.valueStart, word);
    for (const QString& value : examplesOf(info, typed.op)) {
        const QString title = filterValueTitle(info.field, value, subject);
        offer.add(value, value, title == value ? QString() : title);
    }
    for (const QString& value : live) {
        const QString title = filterValueTitle(info.field, value, subject);
        offer.add(value, quotedFilterValue(value), title == value ? QString() : title);
    }
    return offer.completions();
}

} // namespace

QList<FilterCompletion> completeFilter(
    const QString& text, qsizetype cursor, const QHash<QString, QStringList>& live, FilterSubject subject)
{
    const QStringView before = QStringView(text).first(qBound<qsizetype>(0, cursor, text.size()));
    const Typed typed = typedAt(before);
    if (typed.valueStart < 0)
        return fieldsFor(before, typed, subject);
    const FilterFieldInfo* info = findFilterField(typed.field, subject);
    return info ? valuesFor(before, typed, *info, live.value(info->name), subject) : QList<FilterCompletion>();
}
