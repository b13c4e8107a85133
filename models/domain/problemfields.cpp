// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/problemfields.h"

#include "models/domain/exceptiongroup.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/failure.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

template<typename Enum>
QStringList namesUpTo(Enum last)
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        names.append(toText(static_cast<Enum>(i)));
    return names;
}

/// Of the problem as it is shown, then of its group.
QStringList problemStates()
{
    return {u"open"_s, u"assigned"_s, u"replaying"_s, u"failed"_s, u"snoozed"_s, u"resolved"_s, u"regressed"_s,
        u"new"_s, u"acknowledged"_s, u"investigating"_s, u"waiting"_s, u"archived"_s};
}

QString problemStateTitle(const QString& value)
{
    if (value == "open"_L1)
        return QCoreApplication::translate("Filter", "open", "state of a problem: neither resolved nor put off");
    if (value == "failed"_L1)
        return QCoreApplication::translate("Filter", "failed", "state of a problem: not in doubt, not only late");
    if (const auto state = exceptionStateFromText(value))
        return title(*state);
    const auto ofGroup = groupStateFromText(value);
    return ofGroup ? title(*ofGroup) : value;
}

QString kindTitle(const QString& value)
{
    if (value == "failure"_L1)
        return QCoreApplication::translate("Filter", "failure", "kind of a problem: something failed");
    const auto kind = exceptionKindFromText(value);
    return kind ? title(*kind) : value;
}

QString ownerTitle(const QString& value)
{
    if (value == filterOwnerMe)
        return QCoreApplication::translate("Filter", "me", "owner of a problem");
    return value == filterOwnerNone ? QCoreApplication::translate("Filter", "nobody", "owner of a problem") : value;
}

} // namespace

bool isShortWord(const QString& value)
{
    const QStringList parts = wildcardParts(value);
    return parts.size() == 1 && parts.constFirst().size() < leastSearchLetters;
}

QList<FilterFieldInfo> problemFields()
{
    using K = FilterKind;
    using F = FilterField;
    return {
        {F::Order, u"order"_s, K::Words, true, {}, {}},
        {F::Flow, u"flow"_s, K::Words, true, {}, {}},
        {F::State, u"state"_s, K::Choice, false, problemStates(), {}},
        {F::Owner, u"owner"_s, K::Words, true, {}, {}},
        {F::Error, u"error"_s, K::Words, true, {}, {}},
        {F::Code, u"code"_s, K::Words, true, {}, {}},
        {F::Class, u"class"_s, K::Choice, false, namesUpTo(FailureClass::Unclassified), {}},
        {F::Kind, u"kind"_s, K::Choice, false,
            {u"failure"_s, u"overdue"_s, u"in_doubt"_s, u"business_rule"_s, u"contract"_s, u"reported"_s}, {}},
        {F::Effect, u"effect"_s, K::Choice, false, {u"unknown"_s, u"not_applied"_s, u"applied"_s}, {}},
        {F::Severity, u"severity"_s, K::Choice, false, namesUpTo(Severity::Low), {}},
        {F::System, u"system"_s, K::Words, true, {}, u"target"_s},
        {F::Step, u"step"_s, K::Words, true, {}, {}},
        {F::Due, u"due"_s, K::Duration, false, {}, {}},
        {F::Overdue, u"overdue"_s, K::Duration, false, {}, {}},
        {F::Age, u"age"_s, K::Duration, false, {}, {}},
        {F::Opened, u"opened"_s, K::Time, false, {}, {}},
        {F::Seen, u"seen"_s, K::Time, false, {}, {}},
        {F::Value, u"value"_s, K::Decimal, false, {}, u"total"_s},
        {F::Currency, u"currency"_s, K::Words, false, {}, {}},
        {F::Channel, u"channel"_s, K::Words, true, {}, {}},
        {F::Process, u"process"_s, K::Words, true, {}, {}},
        {F::Team, u"team"_s, K::Words, true, {}, u"queue"_s},
        {F::Tag, u"tag"_s, K::Words, true, {}, {}},
        {F::Attempts, u"attempts"_s, K::Number, false, {}, u"tries"_s},
        {F::Http, u"http"_s, K::Number, false, {}, u"status"_s},
        {F::Payload, u"payload"_s, K::Words, true, {}, {}},
        {F::Group, u"group"_s, K::Words, false, {}, {}},
    };
}

QString problemFieldNote(FilterField field)
{
    switch (field) {
    case FilterField::Text:
        return QCoreApplication::translate("Filter", "occurs in order number, flow, step, code or error");
    case FilterField::Flow:
        return QCoreApplication::translate("Filter", "integration, * for any text");
    case FilterField::State:
        return QCoreApplication::translate("Filter", "open, snoozed, or of its group: new, waiting, ...");
    case FilterField::Owner:
        return QCoreApplication::translate("Filter", "me, none or a name");
    case FilterField::Error:
        return QCoreApplication::translate("Filter", "the message contains it, such as error:\"tax code\"");
    case FilterField::Code:
        return QCoreApplication::translate("Filter", "code of the error, * for any text");
    case FilterField::Class:
        return QCoreApplication::translate("Filter", "kind of error: data, auth, ...", "note on a filter field");
    case FilterField::Kind:
        return QCoreApplication::translate("Filter", "failed, overdue without an error, in doubt, ...");
    case FilterField::Effect:
        return QCoreApplication::translate("Filter", "whether the target has done it; unknown is in doubt");
    case FilterField::Severity:
        return QCoreApplication::translate("Filter", "how urgent", "note on a filter field");
    case FilterField::System:
        return QCoreApplication::translate("Filter", "system that it goes to, or is awaited from");
    case FilterField::Step:
        return QCoreApplication::translate("Filter", "step of the order that is held up");
    case FilterField::Due:
        return QCoreApplication::translate("Filter", "time left, such as due<1h");
    case FilterField::Age:
        return QCoreApplication::translate("Filter", "how long it has been open, such as age>2h");
    case FilterField::Opened:
        return QCoreApplication::translate("Filter", "when it began, such as opened:today");
    case FilterField::Seen:
        return QCoreApplication::translate("Filter", "when it failed last, such as seen>=-24h");
    case FilterField::Team:
        return QCoreApplication::translate("Filter", "team that looks after it", "note on a filter field");
    case FilterField::Attempts:
        return QCoreApplication::translate("Filter", "how often it was tried, such as attempts>=3");
    case FilterField::Http:
        return QCoreApplication::translate("Filter", "HTTP status of the last answer, such as http>=500");
    case FilterField::Payload:
        return QCoreApplication::translate("Filter", "a value that is sent contains it");
    case FilterField::Group:
        return QCoreApplication::translate("Filter", "number of the group", "note on a filter field");
    default:
        break;
    }
    return {};
}

QString problemValueTitle(FilterField field, const QString& value)
{
    switch (field) {
    case FilterField::State:
        return problemStateTitle(value);
    case FilterField::Kind:
        return kindTitle(value);
    case FilterField::Owner:
        return ownerTitle(value);
    case FilterField::Class:
        return errorClassTitle(value);
    case FilterField::Effect:
        return errorEffectTitle(value);
    case FilterField::Severity: {
        const auto severity = severityFromText(value);
        return severity ? title(*severity) : value;
    }
    default:
        return {};
    }
}

std::optional<FilterPhrase> problemPhrase(FilterField field)
{
    switch (field) {
    case FilterField::Text:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "%1 occurs"), QT_TRANSLATE_NOOP("FilterWords", "%1 does not occur")};
    case FilterField::Flow:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "flow is %1"), QT_TRANSLATE_NOOP("FilterWords", "flow is not %1")};
    case FilterField::Step:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "step is %1"), QT_TRANSLATE_NOOP("FilterWords", "step is not %1")};
    case FilterField::System:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "system is %1"), QT_TRANSLATE_NOOP("FilterWords", "system is not %1")};
    case FilterField::Owner:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "owner is %1"), QT_TRANSLATE_NOOP("FilterWords", "owner is not %1")};
    case FilterField::Error:
        return FilterPhrase{QT_TRANSLATE_NOOP("FilterWords", "the error contains %1"),
            QT_TRANSLATE_NOOP("FilterWords", "the error does not contain %1")};
    case FilterField::Payload:
        return FilterPhrase{QT_TRANSLATE_NOOP("FilterWords", "the payload contains %1"),
            QT_TRANSLATE_NOOP("FilterWords", "the payload does not contain %1")};
    case FilterField::Code:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "code is %1"), QT_TRANSLATE_NOOP("FilterWords", "code is not %1")};
    case FilterField::Class:
        return FilterPhrase{QT_TRANSLATE_NOOP("FilterWords", "kind of error is %1"),
            QT_TRANSLATE_NOOP("FilterWords", "kind of error is not %1")};
    case FilterField::Kind:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "kind is %1"), QT_TRANSLATE_NOOP("FilterWords", "kind is not %1")};
    case FilterField::Effect:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "effect is %1"), QT_TRANSLATE_NOOP("FilterWords", "effect is not %1")};
    case FilterField::Severity:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "severity is %1"), QT_TRANSLATE_NOOP("FilterWords", "severity is not %1")};
    case FilterField::Team:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "team is %1"), QT_TRANSLATE_NOOP("FilterWords", "team is not %1")};
    case FilterField::Group:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "group is %1"), QT_TRANSLATE_NOOP("FilterWords", "group is not %1")};
    case FilterField::Due:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "due in %1"), QT_TRANSLATE_NOOP("FilterWords", "not due in %1")};
    case FilterField::Age:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "open for %1"), QT_TRANSLATE_NOOP("FilterWords", "not open for %1")};
    case FilterField::Opened:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "opened %1"), QT_TRANSLATE_NOOP("FilterWords", "not opened %1")};
    case FilterField::Seen:
        return FilterPhrase{
            QT_TRANSLATE_NOOP("FilterWords", "last failed %1"), QT_TRANSLATE_NOOP("FilterWords", "not last failed %1")};
    case FilterField::Attempts:
        return FilterPhrase{QT_TRANSLATE_NOOP("FilterWords", "number of tries is %1"),
            QT_TRANSLATE_NOOP("FilterWords", "number of tries is not %1")};
    case FilterField::Http:
        return FilterPhrase{QT_TRANSLATE_NOOP("FilterWords", "HTTP status is %1"),
            QT_TRANSLATE_NOOP("FilterWords", "HTTP status is not %1")};
    default:
        break;
    }
    return std::nullopt;
}
