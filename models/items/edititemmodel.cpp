// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/edititemmodel.h"
#include "models/domain/statetitles.h"

#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(EditItemLine::cells)> == EditItemModel::ColumnCount);

QString EditItemModel::resultText(const EditPreview& preview)
{
    if (!preview.obstacle.isEmpty())
        return preview.obstacle;
    if (!preview.check.problems.isEmpty())
        return problemText(preview.check.problems.constFirst());
    return tr("%Ln change(s)", nullptr, int(preview.check.changes.size()));
}

void EditItemModel::setPreviews(const QList<EditPreview>& previews)
{
    QList<EditItemLine> lines;
    lines.reserve(previews.size());
    for (const EditPreview& preview : previews)
        lines.append({preview.message.id, preview.isGood(),
            {preview.message.orderNumber.isEmpty() ? QString::number(preview.message.exceptionId)
                                                   : preview.message.orderNumber,
                flowTitle(preview.message.flow, preview.message.flowTitle), resultText(preview)}});
    merge(std::move(lines));
}

int EditItemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EditItemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const EditItemLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case ItemRoles::ValueRole:
        return line.cells.at(std::size_t(column));
    case ItemRoles::IdRole:
        return line.id;
    case ItemRoles::EmphasisRole:
        return QVariant::fromValue(column == FlowColumn ? Emphasis::Secondary
                : column == ResultColumn && !line.good  ? Emphasis::Warning
                                                        : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant EditItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case OrderColumn:
        return tr("Order", "column: number of an order");
    case FlowColumn:
        return tr("Flow", "column: which kind of message");
    case ResultColumn:
        return tr("Result", "column: what an edit makes of a message");
    case ColumnCount:
        break;
    }
    return {};
}
