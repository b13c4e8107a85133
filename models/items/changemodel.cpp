// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/changemodel.h"

#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

static_assert(std::tuple_size_v<decltype(ChangeLine::cells)> == ChangeModel::ColumnCount);

namespace {

constexpr qsizetype shownValue = 500;

QString valueText(const std::optional<QByteArray>& raw)
{
    if (!raw)
        return u"\u2013"_s;
    return QString::fromUtf8(raw->left(shownValue)).simplified();
}

} // namespace

void ChangeModel::setChanges(const QList<JsonChange>& changes)
{
    QList<ChangeLine> lines;
    for (const JsonChange& change : changes.first(std::min(changes.size(), shownRows)))
        lines.append({int(lines.size()), change,
            {change.path.isEmpty() ? tr("(the whole content)") : QString::fromUtf8(change.path),
                valueText(change.before), valueText(change.after)}});
    merge(std::move(lines));
}

int ChangeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChangeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChangeLine& line = row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case ItemRoles::ValueRole:
        return line.cells.at(std::size_t(column));
    case ItemRoles::IdRole:
        return line.number;
    case ItemRoles::EmphasisRole:
        return QVariant::fromValue(
            column == BeforeColumn ? ItemRoles::Emphasis::Secondary : ItemRoles::Emphasis::Normal);
    default:
        return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case PathColumn:
        return tr("Field", "column: of a payload");
    case BeforeColumn:
        return m_words == Words::Edit ? tr("Was", "column: value before an edit")
                                      : tr("Delivered", "column: value in a payload that was delivered");
    case AfterColumn:
        return m_words == Words::Edit ? tr("Becomes", "column: value after an edit")
                                      : tr("Here", "column: value in this payload");
    case ColumnCount:
        break;
    }
    return {};
}
