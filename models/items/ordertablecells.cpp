// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterexpression.h"
#include "models/domain/statenames.h"
#include "models/domain/statetitles.h"
#include "models/domain/timetext.h"
#include "models/items/ordertablemodel.h"
#include "models/items/ordertexts.h"

using namespace Qt::StringLiterals;

// The cells of OrderTableModel: what each column says, is worth, and filters by.

OrderTableModel::Texts OrderTableModel::makeTexts(const Order& order) const
{
    const QDateTime now = m_clock.now();
    Texts texts;
    texts.target = targetState(order, now);
    texts.due = dueEmphasis(order, now);
    auto& cells = texts.cells;
    cells[NumberColumn] = order.number;
    cells[PlacedColumn] = placedText(order, now, m_locale);
    cells[ChannelColumn] = channelTitle(order.channel, m_channelTitles.value(order.channel));
    cells[CustomerColumn] = order.customer;
    cells[TotalColumn] = formatMoney(order.total, m_locale);
    cells[SyncColumn] = title(order.sync);
    cells[TargetColumn] = title(texts.target);
    cells[FulfilmentColumn] = title(order.fulfilment);
    cells[MoneyColumn] = title(order.money);
    cells[WaitingForColumn] = waitingForText(order);
    cells[WaitingTimeColumn] = waitingTimeText(order, now, m_locale);
    cells[DueColumn] = dueText(order, now, m_locale);
    //: Steps done of steps that apply, such as 7/12
    cells[ProgressColumn] = tr("%1/%2").arg(m_locale.toString(order.doneCount), m_locale.toString(order.stepCount));
    cells[AnomaliesColumn] = order.anomalyCount > 0 ? m_locale.toString(order.anomalyCount) : QString();
    cells[TagsColumn] = order.tags.join(u", "_s);
    return texts;
}

const OrderTableModel::Texts& OrderTableModel::texts(const Order& order) const
{
    if (const Texts* known = m_texts.object(order.id))
        return *known;
    auto* made = new Texts(makeTexts(order));
    m_texts.insert(order.id, made); // never refused: each costs 1 and the cache holds more
    return *made; // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

QVariant OrderTableModel::value(const Order& order, Column column) const
{
    switch (column) {
    case NumberColumn:
        return order.number;
    case PlacedColumn:
        return order.placedAt;
    case ChannelColumn:
        return order.channel;
    case CustomerColumn:
        return order.customer;
    case TotalColumn:
        return order.total.minor;
    case SyncColumn:
        return int(order.sync);
    case TargetColumn:
        return int(texts(order).target);
    case FulfilmentColumn:
        return int(order.fulfilment);
    case MoneyColumn:
        return int(order.money);
    case WaitingForColumn:
        return order.waitingStep;
    case WaitingTimeColumn:
        return order.waitingSince;
    case DueColumn:
        return order.nextDueAt;
    case ProgressColumn:
        return order.doneCount;
    case AnomaliesColumn:
        return order.anomalyCount;
    case TagsColumn:
        return order.tags;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OrderTableModel::state(const Order& order, Column column) const
{
    switch (column) {
    case SyncColumn:
        return QVariant::fromValue(order.sync);
    case TargetColumn:
        return QVariant::fromValue(texts(order).target);
    case FulfilmentColumn:
        return QVariant::fromValue(order.fulfilment);
    case MoneyColumn:
        return QVariant::fromValue(order.money);
    default:
        return {};
    }
}

ItemRoles::Emphasis OrderTableModel::emphasis(const Order& order, Column column) const
{
    switch (column) {
    case NumberColumn:
        return ItemRoles::Emphasis::Strong;
    case WaitingForColumn:
        return order.waitingState == MilestoneState::Failed ? ItemRoles::Emphasis::Bad : ItemRoles::Emphasis::Normal;
    case DueColumn:
        return texts(order).due;
    case AnomaliesColumn:
        return ItemRoles::Emphasis::Warning;
    case TotalColumn:
        return ItemRoles::Emphasis::Normal;
    default:
        return ItemRoles::Emphasis::Secondary;
    }
}

QString OrderTableModel::filterFor(const Order& order, Column column) const
{
    const auto field = [](QLatin1StringView name, const QString& text) {
        return text.isEmpty() ? QString() : QString(name + u':' + quotedFilterValue(text));
    };
    switch (column) {
    case NumberColumn:
        return field("order"_L1, order.number);
    case PlacedColumn:
        return field("placed"_L1, order.placedAt.toLocalTime().date().toString(Qt::ISODate));
    case ChannelColumn:
        return field("channel"_L1, order.channel);
    case CustomerColumn:
        return field("customer"_L1, order.customer);
    case TotalColumn:
        return field("currency"_L1, order.total.currency);
    case SyncColumn:
        return field("sync"_L1, toText(order.sync));
    case TargetColumn:
    case DueColumn:
        return texts(order).target == TargetState::MetLate ? u"target:late"_s
                                                           : field("target"_L1, toText(texts(order).target));
    case FulfilmentColumn:
        return field("fulfilment"_L1, toText(order.fulfilment));
    case MoneyColumn:
        return field("money"_L1, toText(order.money));
    case WaitingForColumn:
    case WaitingTimeColumn:
        return field("step"_L1, order.waitingStep);
    case ProgressColumn:
        return field("process"_L1, order.process);
    case AnomaliesColumn:
        return order.anomalyCount > 0 ? u"anomaly:any"_s : u"anomaly:none"_s;
    case TagsColumn:
        return order.tags.isEmpty() ? u"-tag:*"_s : field("tag"_L1, order.tags.constFirst());
    case ColumnCount:
        break;
    }
    return {};
}

QString OrderTableModel::toolTip(const Row& row, Column column) const
{
    if (row.left)
        return tr("This order no longer matches the filter. It goes with the next refresh.");
    const Order& order = row.order;
    switch (column) {
    case NumberColumn:
        return order.key;
    case PlacedColumn:
        return secondText(order.placedAt, m_locale);
    case WaitingTimeColumn:
        return order.waitingSince.isValid() ? tr("Waiting since %1").arg(secondText(order.waitingSince, m_locale))
                                            : QString();
    case DueColumn:
    case TargetColumn:
        return order.nextDueAt.isValid() ? tr("Due at %1").arg(secondText(order.nextDueAt, m_locale)) : QString();
    case ProgressColumn:
        return tr("%1: %2 of %3 steps reached")
            .arg(processTitle(order.process), m_locale.toString(order.doneCount), m_locale.toString(order.stepCount));
    default:
        return texts(order).cells.at(std::size_t(column));
    }
}

QVariant OrderTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return texts(row.order).cells.at(std::size_t(column));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case ItemRoles::ValueRole:
        return value(row.order, column);
    case ItemRoles::IdRole:
        return row.order.id;
    case ItemRoles::StateRole:
        return state(row.order, column);
    case ItemRoles::EmphasisRole:
        return int(emphasis(row.order, column));
    case ItemRoles::NumericRole:
        return column == NumberColumn || column == PlacedColumn || column == TotalColumn || column == WaitingTimeColumn
            || column == DueColumn || column == ProgressColumn || column == AnomaliesColumn;
    case ItemRoles::CopyRole:
        return column == NumberColumn ? QVariant(row.order.number) : QVariant();
    case ItemRoles::FilterRole:
        return filterFor(row.order, column);
    case ItemRoles::StaleRole:
        return row.left;
    case ItemRoles::ProgressRole:
        if (column == ProgressColumn && row.order.stepCount > 0)
            return double(row.order.doneCount) / row.order.stepCount;
        return {};
    default:
        return {};
    }
}

QVariant OrderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole) {
        const bool figures = column == TotalColumn || column == WaitingTimeColumn || column == DueColumn
            || column == ProgressColumn || column == AnomaliesColumn;
        return int((figures ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole)
        return sortOf(section) ? tr("Click to sort") : QString();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NumberColumn:
        return tr("Order", "column: order number");
    case PlacedColumn:
        return tr("Placed", "column: when the customer bought");
    case ChannelColumn:
        return tr("Channel", "column: sales channel");
    case CustomerColumn:
        return tr("Customer", "column");
    case TotalColumn:
        return tr("Total", "column: order value");
    case SyncColumn:
        return tr("Sync", "column: whether every system has what it should have");
    case TargetColumn:
        return tr("Target", "column: whether the target times are kept");
    case FulfilmentColumn:
        return tr("Fulfilment", "column: where the goods are");
    case MoneyColumn:
        return tr("Money", "column: where the money is");
    case WaitingForColumn:
        return tr("Waiting for", "column: the open step that is due first");
    case WaitingTimeColumn:
        return tr("Waiting", "column: how long it has waited, such as 3 h 12 min");
    case DueColumn:
        return tr("Due", "column: time left or overdue");
    case ProgressColumn:
        return tr("Steps", "column: steps reached of those that apply, such as 7/12");
    case AnomaliesColumn:
        return tr("Anomalies", "column: number of contradictions in the events");
    case TagsColumn:
        return tr("Tags", "column: words that people put on the order");
    case ColumnCount:
        break;
    }
    return {};
}
