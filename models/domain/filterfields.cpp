// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterfields.h"

#include "models/domain/problemfields.h"
#include "models/domain/statenames.h"
#include "models/domain/statetitles.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

QStringList stateChoices()
{
    return {u"open"_s, u"pending"_s, u"in_progress"_s, u"failed"_s, u"done"_s, u"cancelled"_s};
}
QStringList targetChoices()
{
    return {u"breached"_s, u"due_soon"_s, u"late"_s, u"on_time"_s, u"none"_s};
}
QStringList anomalyChoices()
{
    return {u"any"_s, u"none"_s, u"before_predecessor"_s, u"predecessor_missing"_s, u"after_cancellation"_s,
        u"reversed"_s, u"contradiction"_s, u"no_time"_s, u"not_in_process"_s};
}

template<typename Enum>
QStringList namesOf(Enum last)
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        names.append(toText(static_cast<Enum>(i)));
    return names;
}

QList<FilterFieldInfo> makeFields()
{
    using K = FilterKind;
    using F = FilterField;
    return {
        {F::Order, u"order"_s, K::Words, true, {}, {}},
        {F::Channel, u"channel"_s, K::Words, true, {}, {}},
        {F::State, u"state"_s, K::Choice, false, stateChoices(), {}},
        {F::Target, u"target"_s, K::Choice, false, targetChoices(), {}},
        {F::Step, u"step"_s, K::Words, true, {}, {}},
        {F::System, u"system"_s, K::Words, true, {}, {}},
        {F::Backlog, u"backlog"_s, K::Choice, false, namesOf(Backlog::Refund), {}},
        {F::Age, u"age"_s, K::Duration, false, {}, {}},
        {F::Overdue, u"overdue"_s, K::Duration, false, {}, {}},
        {F::Placed, u"placed"_s, K::Time, false, {}, {}},
        {F::Promised, u"promised"_s, K::Time, false, {}, {}},
        {F::Seen, u"seen"_s, K::Time, false, {}, {}},
        {F::Late, u"late"_s, K::Time, false, {}, {}},
        {F::Value, u"value"_s, K::Decimal, false, {}, u"total"_s},
        {F::Currency, u"currency"_s, K::Words, false, {}, {}},
        {F::Process, u"process"_s, K::Words, true, {}, {}},
        {F::Customer, u"customer"_s, K::Words, true, {}, {}},
        {F::Tag, u"tag"_s, K::Words, true, {}, {}},
        {F::Reference, u"ref"_s, K::Words, true, {}, u"reference"_s},
        {F::Sync, u"sync"_s, K::Choice, false, namesOf(SyncState::Cancelled), {}},
        {F::Fulfilment, u"fulfilment"_s, K::Choice, false, namesOf(FulfilmentState::Cancelled), u"fulfillment"_s},
        {F::Money, u"money"_s, K::Choice, false, namesOf(MoneyState::Voided), {}},
        {F::Anomaly, u"anomaly"_s, K::Choice, false, anomalyChoices(), {}},
    };
}

QString anyStateTitle(const QString& value)
{
    if (value == "open"_L1)
        return QCoreApplication::translate("Filter", "open", "state of an order: something is expected");
    if (value == "done"_L1)
        return QCoreApplication::translate("Filter", "done", "state of an order: every step is reached");
    if (value == "cancelled"_L1)
        return QCoreApplication::translate("Filter", "cancelled", "state of an order");
    if (value == "failed"_L1)
        return QCoreApplication::translate("Filter", "failed", "state of an order: a step failed");
    if (value == "pending"_L1)
        return QCoreApplication::translate("Filter", "pending", "state of an order: a step waits for its system");
    return QCoreApplication::translate("Filter", "in progress", "state of an order: a system works on a step");
}

QString anomalyWord(const QString& value)
{
    if (value == "any"_L1)
        return QCoreApplication::translate("Filter", "any anomaly", "value of a filter");
    if (value == "none"_L1)
        return QCoreApplication::translate("Filter", "no anomaly", "value of a filter");
    return anomalyTitle(value);
}

template<typename Enum>
QString titleOr(const std::optional<Enum>& state, const QString& otherwise)
{
    return state ? title(*state) : otherwise;
}

/// Edits between two words: letters left out, too many, wrong or swapped with their neighbour.
int distance(const QString& a, const QString& b)
{
    std::vector<int> before;
    std::vector<int> last(static_cast<std::size_t>(b.size()) + 1);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::vector<int> row{static_cast<int>(i) + 1};
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            int cost = std::min({row[at] + 1, last[at + 1] + 1, last[at] + (a[i] == b[j] ? 0 : 1)});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j])
                cost = std::min(cost, before[at - 1] + 1);
            row.push_back(cost);
        }
        before = std::move(last);
        last = std::move(row);
    }
    return last.back();
}

} // namespace

const QList<FilterFieldInfo>& filterFields(FilterSubject subject)
{
    static const QList<FilterFieldInfo> orders = makeFields();
    static const QList<FilterFieldInfo> problems = problemFields();
    return subject == FilterSubject::Problems ? problems : orders;
}

const FilterFieldInfo& filterField(FilterField field)
{
    static const FilterFieldInfo text{FilterField::Text, {}, FilterKind::Words, true, {}, {}};
    for (const FilterSubject subject : {FilterSubject::Orders, FilterSubject::Problems}) {
        const auto& fields = filterFields(subject);
        const auto found = std::find_if(
            fields.begin(), fields.end(), [field](const FilterFieldInfo& info) { return info.field == field; });
        if (found != fields.end())
            return *found;
    }
    return text;
}

const FilterFieldInfo* findFilterField(const QString& name, FilterSubject subject)
{
    const QString lower = name.toLower();
    const auto& fields = filterFields(subject);
    const auto found = std::find_if(fields.begin(), fields.end(), [&lower](const FilterFieldInfo& info) {
        return info.name == lower || (!lower.isEmpty() && info.alias == lower);
    });
    return found == fields.end() ? nullptr : &*found;
}

QString filterFieldNote(FilterField field, FilterSubject subject)
{
    if (QString own = subject == FilterSubject::Problems ? problemFieldNote(field) : QString(); !own.isEmpty())
        return own;
    switch (field) {
    case FilterField::Text:
        return QCoreApplication::translate("Filter", "number, key or reference starts with it");
    case FilterField::Order:
        return QCoreApplication::translate("Filter", "number or key of the order, * for any text");
    case FilterField::Channel:
        return QCoreApplication::translate("Filter", "sales channel", "note on a filter field");
    case FilterField::Process:
        return QCoreApplication::translate("Filter", "kind of order", "note on a filter field");
    case FilterField::Currency:
        return QCoreApplication::translate("Filter", "currency of the order", "note on a filter field");
    case FilterField::Customer:
        return QCoreApplication::translate("Filter", "customer as shown, * for any text");
    case FilterField::Step:
        return QCoreApplication::translate("Filter", "this step is open now");
    case FilterField::System:
        return QCoreApplication::translate("Filter", "an open step is owed by this system");
    case FilterField::State:
        return QCoreApplication::translate("Filter", "open, failed, done, ...", "note on a filter field");
    case FilterField::Sync:
        return QCoreApplication::translate("Filter", "whether every system has the order");
    case FilterField::Fulfilment:
        return QCoreApplication::translate("Filter", "where the goods are");
    case FilterField::Money:
        return QCoreApplication::translate("Filter", "where the money is");
    case FilterField::Target:
        return QCoreApplication::translate("Filter", "overdue, due soon, late, ...", "note on a filter field");
    case FilterField::Backlog:
        return QCoreApplication::translate("Filter", "one of the four backlogs");
    case FilterField::Anomaly:
        return QCoreApplication::translate("Filter", "something odd in its events");
    case FilterField::Reference:
        return QCoreApplication::translate("Filter", "id in another system, * for any text");
    case FilterField::Tag:
        return QCoreApplication::translate("Filter", "word that people put on the order, * for any text");
    case FilterField::Age:
        return QCoreApplication::translate("Filter", "how long it has been waiting, such as age>2h");
    case FilterField::Overdue:
        return QCoreApplication::translate("Filter", "how long past its due time, such as overdue>1d");
    case FilterField::Placed:
        return QCoreApplication::translate("Filter", "when the customer bought, such as placed:today");
    case FilterField::Seen:
        return QCoreApplication::translate("Filter", "when the last event happened, such as seen>=-24h");
    case FilterField::Late:
        return QCoreApplication::translate("Filter", "when a step was reached late, such as late>=-24h");
    case FilterField::Promised:
        return QCoreApplication::translate("Filter", "by when it was promised, such as promised<today");
    case FilterField::Value:
        return QCoreApplication::translate("Filter", "total in its own currency, such as value>=500");
    default:
        break;
    }
    return {};
}

QString filterValueTitle(FilterField field, const QString& value, FilterSubject subject)
{
    if (QString own = subject == FilterSubject::Problems ? problemValueTitle(field, value) : QString(); !own.isEmpty())
        return own;
    switch (field) {
    case FilterField::Step:
        return stepTitle(value);
    case FilterField::System:
        return systemTitle(value);
    case FilterField::Process:
        return processTitle(value);
    case FilterField::State:
        return anyStateTitle(value);
    case FilterField::Sync:
        return titleOr(syncStateFromText(value), value);
    case FilterField::Fulfilment:
        return titleOr(fulfilmentStateFromText(value), value);
    case FilterField::Money:
        return titleOr(moneyStateFromText(value), value);
    case FilterField::Target:
        return titleOr(targetStateFromText(value == "late"_L1 ? u"met_late"_s : value), value);
    case FilterField::Backlog:
        return titleOr(backlogFromText(value), value);
    case FilterField::Anomaly:
        return anomalyWord(value);
    default:
        return value;
    }
}

QString nearestWord(const QString& word, const QStringList& candidates)
{
    constexpr qsizetype longest = 64; // nobody misspells anything longer
    if (word.isEmpty() || word.size() > longest)
        return {};
    const QString lower = word.toLower();
    QString nearest;
    int least = static_cast<int>(std::max<qsizetype>(word.size() / 3, 1)); // one mistake in a short word
    for (const QString& candidate : candidates) {
        const int edits = distance(lower, candidate.toLower());
        if (edits <= least && (nearest.isEmpty() || edits < least)) {
            nearest = candidate;
            least = edits;
        }
    }
    if (!nearest.isEmpty())
        return nearest;
    const auto beginning = std::find_if(candidates.begin(), candidates.end(), [&lower](const QString& candidate) {
        return lower.size() > 2 && candidate.startsWith(lower, Qt::CaseInsensitive);
    });
    return beginning == candidates.end() ? QString() : *beginning;
}
