// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/setasidemodel.h"

#include "models/domain/rejectionreason.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(SetAsideLine::cells)> == SetAsideModel::ColumnCount);

SetAsideModel::SetAsideModel(HealthSource& source, QObject* parent)
    : KeyedTableModel(parent)
    , m_source(source)
{ }

QString SetAsideModel::placeText(const SetAsideEvent& event, const QLocale& locale)
{
    if (event.origin == "ingest"_L1)
        return tr("event %1 of a batch").arg(locale.toString(event.item));
    //: A file, table or program, and the position there
    return event.item > 0 ? tr("%1, entry %2").arg(event.origin, locale.toString(event.item)) : event.origin;
}

// --- asking

void SetAsideModel::refresh()
{
    ask(std::nullopt, std::max(pageSize, rowCount()));
}

void SetAsideModel::retry()
{
    if (m_blocked && m_next)
        ask(m_next, pageSize);
    else
        refresh();
}

bool SetAsideModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next && !m_loading && !m_blocked && rowCount() < rowLimit;
}

void SetAsideModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        ask(m_next, pageSize);
}

void SetAsideModel::setLoading(bool loading)
{
    if (loading == m_loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged();
}

void SetAsideModel::ask(const std::optional<SetAsideCursor>& after, int limit)
{
    m_blocked = false;
    setLoading(true);
    const bool more = after.has_value();
    whenFinished(m_source.setAside(after, limit), this,
        [this, more, generation = ++m_generation](const Outcome<SetAsidePage>& page) {
            if (generation != m_generation)
                return; // an answer to an older question
            if (page) {
                take(page.value(), more);
                return;
            }
            m_blocked = more;
            setLoading(false);
            Q_EMIT failed(page.error());
        });
}

void SetAsideModel::take(const SetAsidePage& page, bool more)
{
    m_next = page.next;
    m_total = page.total;
    m_asOf = page.asOf;
    if (more) {
        append(page.events);
    } else {
        Q_EMIT aboutToMerge();
        mergeAll(page.events);
    }
    setLoading(false); // not before the rows are in: the view fetches more from within their insertion
    Q_EMIT answered();
}

void SetAsideModel::append(const QList<SetAsideEvent>& events)
{
    if (events.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(events.size()) - 1);
    for (const SetAsideEvent& event : events)
        m_rows.append(line(event));
    endInsertRows();
}

void SetAsideModel::mergeAll(const QList<SetAsideEvent>& events)
{
    if (m_rows.isEmpty()) {
        append(events);
        return;
    }
    QHash<qint64, QDateTime> times;
    QList<SetAsideLine> lines;
    for (const SetAsideEvent& event : events) {
        times.insert(event.id, event.lastAt);
        lines.append(line(event));
    }
    // what came once more stands elsewhere now; the others keep their order, so that nothing is reset
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (times.value(m_rows.at(at).event.id) == m_rows.at(at).event.lastAt)
            continue;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }
    merge(std::move(lines));
}

// --- showing

SetAsideLine SetAsideModel::line(const SetAsideEvent& event) const
{
    SetAsideLine line{event, {}};
    line.cells[LastColumn] = secondText(event.lastAt, m_locale);
    line.cells[ProblemColumn] = rejectionTitle(event.code);
    line.cells[ReasonColumn] = rejectionReason(event.code, event.reason);
    line.cells[PlaceColumn] = placeText(event, m_locale);
    line.cells[CountColumn] = m_locale.toString(event.count);
    line.cells[EventColumn] = event.eventId;
    line.cells[SourceColumn] = event.source;
    line.cells[FirstColumn] = secondText(event.firstAt, m_locale);
    return line;
}

int SetAsideModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SetAsideModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const SetAsideLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return line.cells.at(std::size_t(column));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == CountColumn ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::ValueRole:
        if (column == LastColumn || column == FirstColumn)
            return column == LastColumn ? line.event.lastAt : line.event.firstAt;
        return column == CountColumn ? QVariant(line.event.count) : QVariant(line.cells.at(std::size_t(column)));
    case ItemRoles::NumericRole:
        return column == CountColumn || column == LastColumn || column == FirstColumn;
    case ItemRoles::IdRole:
        return line.event.id;
    case ItemRoles::CopyRole: // the first column stands for the row
        if (column != LastColumn)
            return {};
        return line.event.eventId.isEmpty() ? line.key() : line.event.eventId;
    case ItemRoles::EmphasisRole:
        if (column == ProblemColumn)
            return QVariant::fromValue(Emphasis::Strong);
        if (column == CountColumn || column == LastColumn)
            return QVariant::fromValue(Emphasis::Normal);
        return QVariant::fromValue(Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant SetAsideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == CountColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && section == CountColumn)
        return tr("How often the same came again for the same reason");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case LastColumn:
        return tr("Last came", "column: when an event was set aside last");
    case ProblemColumn:
        return tr("Problem", "column: what is wrong with an event");
    case ReasonColumn:
        return tr("Reason", "column: what is wrong with an event, in detail");
    case PlaceColumn:
        return tr("Where it stood", "column: file and line of an event");
    case CountColumn:
        return tr("Times", "column: how often an event came");
    case EventColumn:
        return tr("Event id", "column: the event's id at its source");
    case SourceColumn:
        return tr("Source", "column: who published an event");
    case FirstColumn:
        return tr("First came", "column: when an event was set aside first");
    case ColumnCount:
        break;
    }
    return {};
}
