// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/health/sharedelegate.h"

#include "models/items/itemroles.h"
#include "widgets/common/theme.h"

#include <QPainter>

ShareDelegate::ShareDelegate(const Theme& theme, QObject* parent)
    : CellDelegate(theme, parent)
    , m_theme(theme)
{ }

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    constexpr int wordsWidth = 52;
    CellDelegate::paint(painter, option, index); // background, words, selection
    const double share = std::clamp(index.data(ItemRoles::ValueRole).toDouble(), 0.0, 1.0);
    QRect room = option.rect.adjusted(8 + wordsWidth, 0, -12, 0);
    if (room.width() < 12)
        return;
    QRectF track(room.left(), room.center().y() - 3, room.width(), 7);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(ColorId::SurfaceSunken));
    painter->drawRoundedRect(track, 3, 3);
    track.setWidth(std::max(2.0, track.width() * share));
    if (option.direction == Qt::RightToLeft)
        track.moveRight(room.right());
    painter->setBrush(m_theme.color(ColorId::Accent));
    painter->drawRoundedRect(track, 3, 3);
    painter->restore();
}
