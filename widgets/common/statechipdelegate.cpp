// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/statechipdelegate.h"

#include "models/items/itemroles.h"
#include "widgets/common/chip.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QPainter>

#include <utility>

StateChipDelegate::StateChipDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void StateChipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString label = std::exchange(cell.text, {});
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (label.isEmpty())
        return;
    painter->save();
    if (index.data(ItemRoles::StaleRole).toBool())
        painter->setOpacity(0.55);
    paintChip(*painter, m_theme, QRectF(cell.rect).adjusted(2, 0, -2, 0), chipLook(index.data(ItemRoles::StateRole)),
        label, cell.font, ChipStyle::Quiet, cell.direction, cell.widget ? cell.widget->devicePixelRatioF() : 1.0);
    painter->restore();
}

QSize StateChipDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return chipSize(option.font, index.data().toString(), ChipStyle::Quiet).grownBy({2, 2, 2, 2});
}
