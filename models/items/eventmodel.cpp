// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventmodel.h"

#include "models/domain/formatduration.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(EventLine::cells)> == EventModel::ColumnCount);

namespace {

constexpr qint64 noticeableDelay = 60; // seconds; sources that send in parallel overtake each other by less

/// For each event whether one that happened later had been received before it.
QList<bool> overtaken(const QList<BusinessEvent>& events)
{
    QList<qsizetype> byTime(events.size());
    for (qsizetype i = 0; i < byTime.size(); ++i)
        byTime[i] = i;
    std::stable_sort(byTime.begin(), byTime.end(),
        [&events](qsizetype a, qsizetype b) { return events.at(a).time > events.at(b).time; });
    QList<bool> late(events.size(), false);
    QDateTime earliest; // receipt among the events that happened later
    QDateTime pending;
    QDateTime time;
    for (const qsizetype at : byTime) {
        const BusinessEvent& event = events.at(at);
        if (event.time != time) { // events of the same moment do not overtake each other
            earliest = pending;
            time = event.time;
        }
        if (!event.recordedAt.isValid())
            continue;
        late[at] = earliest.isValid() && earliest.secsTo(event.recordedAt) >= noticeableDelay;
        pending = pending.isValid() ? std::min(pending, event.recordedAt) : event.recordedAt;
    }
    return late;
}

QString whatText(const BusinessEvent& event)
{
    if (!event.step.isEmpty()) {
        const QString step = stepTitle(event.step);
        return event.scope.isEmpty() ? step : QString(step + u" \u00b7 "_s + scopeTitle(event.scope));
    }
    if (event.type.contains("order.cancelled"_L1))
        return EventModel::tr("Order cancelled");
    if (event.type.contains("order.changed"_L1))
        return EventModel::tr("Order changed");
    return event.type;
}

} // namespace

EventModel::EventModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void EventModel::setEvents(const QList<BusinessEvent>& events)
{
    const QList<bool> late = overtaken(events);
    QList<EventLine> lines;
    lines.reserve(events.size());
    for (qsizetype i = 0; i < events.size(); ++i)
        lines.append(line(events.at(i), late.at(i)));
    merge(std::move(lines));
}

int EventModel::rowOfEvidence(const QString& source, const QString& id) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const EventLine& line) { return line.event.id == id && line.event.source == source; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

EventLine EventModel::line(const BusinessEvent& event, bool late) const
{
    EventLine line{event, late, {}};
    line.cells[TimeColumn] = secondText(event.time, m_locale);
    line.cells[WhatColumn] = whatText(event);
    line.cells[OutcomeColumn] = event.outcome.isEmpty() ? QString() : outcomeTitle(event.outcome);
    const qint64 delay = event.time.secsTo(event.recordedAt);
    const QString received = secondText(event.recordedAt, m_locale);
    line.cells[ReceivedColumn] = late
        ? tr("%1, late by %2", "time of receipt; delay").arg(received, formatDuration(delay, m_locale))
        : received;
    line.cells[SourceColumn] = event.source;
    line.cells[IdColumn] = event.id;
    line.cells[TypeColumn] = event.type;
    return line;
}

int EventModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EventModel::value(const BusinessEvent& event, Column column) const
{
    switch (column) {
    case TimeColumn:
        return event.time;
    case WhatColumn:
        return whatText(event);
    case OutcomeColumn:
        return event.outcome;
    case ReceivedColumn:
        return event.recordedAt;
    case SourceColumn:
        return event.source;
    case IdColumn:
        return event.id;
    case TypeColumn:
        return event.type;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const EventLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return line.cells.at(std::size_t(column));
    case Qt::ToolTipRole:
        return column == ReceivedColumn && line.late
            ? tr(
                "Came in after events that happened later. States are settled by the time of the event, not of its arrival.")
            : line.cells.at(std::size_t(column));
    case ItemRoles::ValueRole:
        return value(line.event, column);
    case ItemRoles::IdRole:
        return line.key();
    case ItemRoles::CopyRole: // the first column stands for the row
        return column == TimeColumn ? QVariant(line.event.id) : QVariant();
    case ItemRoles::EmphasisRole:
        if (column == ReceivedColumn)
            return QVariant::fromValue(line.late ? Emphasis::Warning : Emphasis::Secondary);
        if (column == OutcomeColumn && line.event.outcome == "failed"_L1)
            return QVariant::fromValue(Emphasis::Bad);
        if (column == SourceColumn || column == IdColumn || column == TypeColumn)
            return QVariant::fromValue(Emphasis::Secondary);
        return QVariant::fromValue(column == WhatColumn ? Emphasis::Strong : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TimeColumn:
        return tr("Happened", "column: time of an event");
    case WhatColumn:
        return tr("What", "column: what an event says");
    case OutcomeColumn:
        return tr("Outcome", "column: outcome of an event");
    case ReceivedColumn:
        return tr("Received", "column: time of receipt of an event");
    case SourceColumn:
        return tr("Source", "column: who published an event");
    case IdColumn:
        return tr("Event id", "column: the event's id at its source");
    case TypeColumn:
        return tr("Type", "column: technical type of an event");
    case ColumnCount:
        break;
    }
    return {};
}
