// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/valueatriskmodel.h"

#include "models/domain/filterexpression.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

ValueAtRiskModel::ValueAtRiskModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void ValueAtRiskModel::setValues(const QList<ValueAtRisk>& values, qint64 lateOrders)
{
    QList<ValueAtRiskRow> rows;
    rows.reserve(values.size());
    for (const ValueAtRisk& value : values)
        rows.append({value, lateOrders > 0 ? double(value.orders) / double(lateOrders) : 0.0});
    merge(std::move(rows));
}

int ValueAtRiskModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ValueAtRiskModel::text(const ValueAtRiskRow& row, int column) const
{
    switch (column) {
    case CurrencyColumn:
        return row.risk.value.currency;
    case ValueColumn:
        return formatMoney(row.risk.value, m_locale);
    case OrdersColumn:
        return m_locale.toString(row.risk.orders);
    case ShareColumn:
        return tr("%1 %", "share in per cent").arg(m_locale.toString(row.share * 100, 'f', row.share < 0.1 ? 1 : 0));
    default:
        return {};
    }
}

QVariant ValueAtRiskModel::value(const ValueAtRiskRow& row, int column)
{
    switch (column) {
    case CurrencyColumn:
        return row.risk.value.currency;
    case ValueColumn:
        return row.risk.value.minor;
    case OrdersColumn:
        return row.risk.orders;
    case ShareColumn:
        return row.share;
    default:
        return {};
    }
}

QVariant ValueAtRiskModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const ValueAtRiskRow& entry = row(index.row());
    const int column = index.column();
    const bool numeric = column == ValueColumn || column == OrdersColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole:
        return headerData(column, Qt::Horizontal, Qt::ToolTipRole);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::ValueRole:
        return value(entry, column);
    case ItemRoles::NumericRole:
        return numeric;
    case ItemRoles::IdRole:
        return entry.key();
    case ItemRoles::CopyRole:
        return column == ValueColumn ? QVariant(plainDecimal(entry.risk.value)) : QVariant();
    case ItemRoles::FilterRole:
        return QString("target:breached currency:"_L1 + quotedFilterValue(entry.risk.value.currency));
    case ItemRoles::EmphasisRole:
        return QVariant::fromValue(column == ValueColumn ? Emphasis::Strong : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant ValueAtRiskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool numeric = section == ValueColumn || section == OrdersColumn;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole) {
        return section == ShareColumn
            ? tr(
                "Share of all orders with an open breach. Amounts of different currencies are not compared or added up.")
            : tr("Total value of the orders that have at least one open step past its due time, per currency.");
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CurrencyColumn:
        return tr("Currency", "column: ISO code");
    case ValueColumn:
        return tr("Value at risk", "column: money in late orders");
    case OrdersColumn:
        return tr("Orders", "column: number of orders");
    case ShareColumn:
        return tr("Share of late orders", "column: share of the orders at risk");
    default:
        return {};
    }
}
