// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/operationmodel.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/itemroles.h"
#include "models/items/ordertexts.h"

static_assert(std::tuple_size_v<decltype(OperationLine::cells)> == OperationModel::ColumnCount);

namespace {

bool isCountOfItems(OperationModel::Column column)
{
    return column >= OperationModel::ConfirmedColumn && column < OperationModel::ColumnCount;
}

qint64 countOf(const Operation& operation, OperationModel::Column column)
{
    switch (column) {
    case OperationModel::ConfirmedColumn:
        return operation.confirmed;
    case OperationModel::FailedColumn:
        return operation.failed;
    case OperationModel::InDoubtColumn:
        return operation.inDoubt;
    case OperationModel::SkippedColumn:
        return operation.skipped;
    default:
        return 0;
    }
}

/// When somebody wanted it: what waits for approval has not begun.
QDateTime askedAt(const Operation& operation)
{
    return operation.askedAt.isValid() ? operation.askedAt : operation.startedAt;
}

} // namespace

OperationModel::OperationModel(OperationGateway& gateway, const Clock& clock, QObject* parent)
    : KeyedTableModel(parent)
    , m_gateway(gateway)
    , m_clock(clock)
{ }

void OperationModel::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    whenFinished(m_gateway.operations(listed), this, [this](const Outcome<QList<Operation>>& operations) {
        m_reading = false;
        if (operations) {
            QList<OperationLine> lines;
            for (const Operation& operation : operations.value())
                lines.append(line(operation));
            m_answered = true;
            merge(std::move(lines));
            Q_EMIT answered();
        } else if (operations.error().kind != Failure::Cancelled) {
            Q_EMIT failed(operations.error());
        }
        if (m_again)
            refresh();
    });
}

OperationLine OperationModel::line(const Operation& operation) const
{
    OperationLine line{operation, {}};
    line.cells[NumberColumn] = QString::number(operation.id);
    line.cells[StateColumn] = title(operation.state);
    line.cells[ReasonColumn] = operation.kind == OperationKind::Replay ? operation.reason
        : operation.reason.isEmpty()                                   ? tr("Asked whether they are there")
                                     //: Why; targets were asked whether they have messages
                                     : tr("Asked whether they are there: %1").arg(operation.reason);
    line.cells[ByColumn] = operation.requestedBy;
    line.cells[StartedColumn] = momentText(askedAt(operation), m_clock.now(), m_locale);
    line.cells[ProgressColumn]
        = tr("%1 of %2", "how many are done")
              .arg(m_locale.toString(operation.total - operation.notStarted), m_locale.toString(operation.total));
    for (int column = ConfirmedColumn; column < ColumnCount; ++column)
        line.cells.at(std::size_t(column)) = m_locale.toString(countOf(operation, Column(column)));
    return line;
}

int OperationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant OperationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const OperationLine& line = row(index.row());
    const Operation& operation = line.operation;
    const auto column = Column(index.column());
    const bool figure = isCountOfItems(column) || column == NumberColumn;
    switch (role) {
    case Qt::DisplayRole:
        return line.cells.at(std::size_t(column));
    case Qt::ToolTipRole:
        return column == StartedColumn ? secondText(askedAt(operation), m_locale) : line.cells.at(std::size_t(column));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::ValueRole:
        if (column == StateColumn)
            return int(operation.state);
        if (column == StartedColumn)
            return askedAt(operation);
        return figure ? QVariant(column == NumberColumn ? operation.id : countOf(operation, column))
                      : QVariant(line.cells.at(std::size_t(column)));
    case ItemRoles::IdRole:
        return operation.id;
    case ItemRoles::StateRole:
        return column == StateColumn ? QVariant::fromValue(operation.state) : QVariant();
    case ItemRoles::NumericRole:
        return figure || column == StartedColumn || column == ProgressColumn;
    case ItemRoles::ProgressRole:
        if (column != ProgressColumn || operation.total == 0)
            return {};
        return double(operation.total - operation.notStarted) / double(operation.total);
    case ItemRoles::EmphasisRole:
        if (column == NumberColumn)
            return QVariant::fromValue(Emphasis::Strong);
        if (column == FailedColumn && operation.failed > 0)
            return QVariant::fromValue(Emphasis::Bad);
        if (column == InDoubtColumn && operation.inDoubt > 0)
            return QVariant::fromValue(Emphasis::Warning);
        if (isCountOfItems(column) && countOf(operation, column) == 0)
            return QVariant::fromValue(Emphasis::Muted);
        return QVariant::fromValue(column == ReasonColumn ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant OperationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int(
            Qt::AlignVCenter | (isCountOfItems(column) || column == NumberColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NumberColumn:
        return tr("No.", "column: number of an operation");
    case StateColumn:
        return tr("State", "column: state of an operation");
    case ReasonColumn:
        return tr("Reason", "column: why an operation was started");
    case ByColumn:
        return tr("Started by", "column: who started an operation");
    case StartedColumn:
        return tr("Started", "column: when an operation was started");
    case ProgressColumn:
        return tr("Progress", "column: how much of an operation is done");
    case ConfirmedColumn:
        return title(ItemState::Confirmed);
    case FailedColumn:
        return title(ItemState::Failed);
    case InDoubtColumn:
        return title(ItemState::InDoubt);
    case SkippedColumn:
        return title(ItemState::Skipped);
    case ColumnCount:
        break;
    }
    return {};
}
