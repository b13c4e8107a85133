// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/operationitemmodel.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(OperationItemLine::cells)> == OperationItemModel::ColumnCount);

void OperationItemModel::setItems(const QList<OperationItem>& items, bool fresh, OperationKind kind)
{
    QHash<QString, OperationItemLine> answered;
    QList<OperationItemLine> lines;
    for (const OperationItem& item : items) {
        lines.append(line(item, kind));
        answered.insert(lines.constLast().key(), lines.constLast());
    }
    if (fresh) {
        beginResetModel();
        m_rows = std::move(lines);
        endResetModel();
        return;
    }
    // whoever reads the list must not lose the line: rows stay where they are, others come in above
    QList<OperationItemLine> inPlace;
    for (const OperationItemLine& known : std::as_const(m_rows)) {
        if (const auto found = answered.constFind(known.key()); found != answered.constEnd()) {
            inPlace.append(*found);
            answered.erase(found);
        }
    }
    QList<OperationItemLine> others;
    for (const OperationItemLine& each : std::as_const(lines)) {
        if (answered.contains(each.key()))
            others.append(each);
    }
    merge(others + inPlace);
}

OperationItemLine OperationItemModel::line(const OperationItem& item, OperationKind kind) const
{
    OperationItemLine line{item, {}};
    line.cells[OrderColumn] = item.orderNumber.isEmpty() ? QString(QChar(0x2013)) : item.orderNumber;
    line.cells[FlowColumn] = item.flow;
    line.cells[PlannedColumn] = title(item.planned, kind);
    line.cells[StateColumn] = title(item.state, kind);
    line.cells[OutcomeColumn] = systemReason(item.outcome);
    line.cells[TimeColumn] = secondText(item.at, m_locale);
    return line;
}

int OperationItemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant OperationItemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const OperationItemLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return line.cells.at(std::size_t(column));
    case ItemRoles::ValueRole:
        if (column == PlannedColumn || column == StateColumn)
            return column == StateColumn ? int(line.item.state) : int(line.item.planned);
        return column == TimeColumn ? QVariant(line.item.at) : line.cells.at(std::size_t(column));
    case ItemRoles::IdRole:
        return line.item.transactionId;
    case ItemRoles::StateRole:
        if (column == PlannedColumn)
            return QVariant::fromValue(line.item.planned);
        return column == StateColumn ? QVariant::fromValue(line.item.state) : QVariant();
    case ItemRoles::NumericRole:
        return column == OrderColumn || column == TimeColumn;
    case ItemRoles::EmphasisRole:
        if (column == OrderColumn)
            return QVariant::fromValue(line.item.orderNumber.isEmpty() ? Emphasis::Muted : Emphasis::Strong);
        return QVariant::fromValue(column == OutcomeColumn ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QVariant OperationItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case OrderColumn:
        return tr("Order", "column: number of an order");
    case FlowColumn:
        return tr("Flow", "column: which kind of message");
    case PlannedColumn:
        return tr("Plan", "column: what the plan said of a message");
    case StateColumn:
        return tr("State", "column: state of a message in a replay");
    case OutcomeColumn:
        return tr("Outcome", "column: why it was skipped, the target's reference, or the error");
    case TimeColumn:
        return tr("When", "column: when the outcome came");
    case ColumnCount:
        break;
    }
    return {};
}
