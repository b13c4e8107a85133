// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/channelmodel.h"

#include "models/domain/filterexpression.h"
#include "models/domain/statetitles.h"
#include "models/items/itemroles.h"

using namespace Qt::StringLiterals;

namespace {

QString suppliesText(const Channel& channel)
{
    if (!channel.described)
        return ChannelModel::tr("never described: every step is expected", "of a channel");
    if (!channel.supplies)
        return ChannelModel::tr("every step");
    QStringList steps;
    for (const QString& step : *channel.supplies)
        steps.append(stepTitle(step));
    return steps.isEmpty() ? ChannelModel::tr("no step: none is expected", "of a channel") : steps.join(u", "_s);
}

} // namespace

ChannelModel::ChannelModel(QObject* parent)
    : KeyedTableModel(parent)
{ }

void ChannelModel::setChannels(const QList<Channel>& channels)
{
    QList<ChannelRow> rows;
    rows.reserve(channels.size());
    for (const Channel& channel : channels)
        rows.append({channel, suppliesText(channel)});
    merge(std::move(rows));
}

int ChannelModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ChannelModel::text(const ChannelRow& row, int column) const
{
    switch (column) {
    case TitleColumn:
        return channelTitle(row.channel.code, row.channel.title);
    case CodeColumn:
        return row.channel.code;
    case ProcessColumn:
        return processTitle(row.channel.process);
    case OrdersColumn:
        return m_locale.toString(row.channel.orders);
    case SuppliesColumn:
        return row.supplies;
    default:
        return {};
    }
}

QVariant ChannelModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    using ItemRoles::Emphasis;
    const ChannelRow& entry = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::ToolTipRole:
        if (column == SuppliesColumn && !entry.channel.described)
            return tr("An event named this channel, and nobody has said which steps it reports. So all steps of the "
                      "process are expected, and late when nothing comes. Describe it with: signalboxctl channel put "
                      "FILE");
        [[fallthrough]];
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column == OrdersColumn ? Qt::AlignRight : Qt::AlignLeft));
    case ItemRoles::ValueRole:
        return column == OrdersColumn ? QVariant(entry.channel.orders) : QVariant(text(entry, column));
    case ItemRoles::NumericRole:
        return column == OrdersColumn;
    case ItemRoles::IdRole:
        return entry.key();
    case ItemRoles::FilterRole:
        return QString("channel:"_L1 + quotedFilterValue(entry.channel.code));
    case ItemRoles::EmphasisRole:
        if (column == SuppliesColumn && !entry.channel.described)
            return QVariant::fromValue(Emphasis::Warning);
        return QVariant::fromValue(column == TitleColumn ? Emphasis::Strong
                : column == CodeColumn                   ? Emphasis::Secondary
                                                         : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant ChannelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == OrdersColumn ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && section == OrdersColumn)
        return tr("How many orders there are, estimated by the database");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Channel", "column: where customers buy");
    case CodeColumn:
        return tr("Code", "column: a channel's short name");
    case ProcessColumn:
        return tr("Orders follow", "column: the process of a channel's orders");
    case OrdersColumn:
        return tr("Orders, about", "column: estimated number of orders");
    case SuppliesColumn:
        return tr("Has evidence of", "column: steps that a channel supplies");
    default:
        return {};
    }
}
