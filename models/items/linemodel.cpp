// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/linemodel.h"

#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

LineModel::LineModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void LineModel::setLines(const QList<OrderLine>& lines)
{
    QList<OrderLineRow> rows;
    rows.reserve(lines.size());
    for (const OrderLine& line : lines)
        rows.append({line, line.unitPrice.isValid() ? formatMoney(line.unitPrice, m_locale) : QString()});
    merge(std::move(rows));
}

int LineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString LineModel::text(const OrderLineRow& row, Column column) const
{
    switch (column) {
    case LineColumn:
        return row.line.line;
    case SkuColumn:
        return row.line.sku;
    case TitleColumn:
        return row.line.title;
    case QuantityColumn: // an exact decimal: only its point is the locale's
        return QString(row.line.quantity).replace(u"."_s, m_locale.decimalPoint());
    case PriceColumn:
        return row.price;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OrderLineRow& line = row(index.row());
    const auto column = Column(index.column());
    const bool numeric = column == QuantityColumn || column == PriceColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(line, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (numeric ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::NumericRole:
        return numeric;
    case ItemRoles::IdRole:
        return line.key();
    case ItemRoles::ValueRole:
        return column == PriceColumn ? QVariant(line.line.unitPrice.minor) : QVariant(text(line, column));
    case ItemRoles::CopyRole:
        if (column == QuantityColumn)
            return line.line.quantity;
        return column == PriceColumn && line.line.unitPrice.isValid() ? QVariant(plainDecimal(line.line.unitPrice))
                                                                      : QVariant();
    default:
        return {};
    }
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            Qt::AlignVCenter | (section == QuantityColumn || section == PriceColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case LineColumn:
        return tr("Line", "column: number of an order line");
    case SkuColumn:
        return tr("SKU", "column: article number");
    case TitleColumn:
        return tr("Article", "column: article name");
    case QuantityColumn:
        return tr("Quantity", "column: how many of an article");
    case PriceColumn:
        return tr("Unit price", "column: price of one article");
    case ColumnCount:
        break;
    }
    return {};
}
