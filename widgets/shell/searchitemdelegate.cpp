// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/searchitemdelegate.h"

#include "models/domain/milestone.h"
#include "widgets/common/chip.h"
#include "widgets/common/theme.h"

#include <QPainter>

namespace {
constexpr int drawingSize = 18;
constexpr int rowHeight = 34;
constexpr int headingHeight = 28;
} // namespace

SearchItemDelegate::SearchItemDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

QSize SearchItemDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {100, index.data(HeadingRole).toBool() ? headingHeight : rowHeight};
}

void SearchItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect area = option.rect.adjusted(10, 0, -10, 0);
    const QString text = index.data().toString();
    if (index.data(HeadingRole).toBool()) {
        painter->setFont(m_theme.font(FontRole::SmallStrong));
        painter->setPen(m_theme.color(ColorId::TextMuted));
        painter->drawText(area.adjusted(0, 6, 0, 0), int(Qt::AlignLeading | Qt::AlignVCenter), text);
        painter->restore();
        return;
    }
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            m_theme.color(option.state & QStyle::State_Selected ? ColorId::Selection : ColorId::SurfaceHover));
        painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), Theme::radius, Theme::radius);
    }
    QString icon = index.data(IconRole).toString();
    QColor ink = m_theme.color(ColorId::TextMuted);
    if (const QVariant state = index.data(StateRole); state.isValid()) {
        const ChipLook look = chipLook(state);
        if (look.tone == Tone::Bad || look.tone == Tone::Warning) {
            icon = look.icon;
            ink = m_theme.tone(look.tone).text;
        }
    }
    if (!icon.isEmpty()) {
        const QRect box
            = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {drawingSize, drawingSize}, area);
        painter->drawPixmap(
            box, m_theme.pixmap(icon, ink, drawingSize, option.widget ? option.widget->devicePixelRatioF() : 1.0));
        area = QStyle::visualRect(option.direction, area, area.adjusted(drawingSize + 10, 0, 0, 0));
    }
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    painter->setFont(m_theme.font(FontRole::Body));
    painter->setPen(m_theme.color(enabled ? ColorId::Text : ColorId::TextMuted));
    const int wanted = painter->fontMetrics().horizontalAdvance(text);
    painter->drawText(area, int(Qt::AlignLeading | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    const QString note = index.data(NoteRole).toString();
    if (!note.isEmpty()) {
        painter->setFont(m_theme.font(FontRole::Small));
        painter->setPen(m_theme.color(ColorId::TextMuted));
        const int room = std::max(0, area.width() - wanted - 16);
        const QRect place = QStyle::visualRect(
            option.direction, area, QRect(area.right() + 1 - room, area.top(), room, area.height()));
        painter->drawText(place, int(Qt::AlignTrailing | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(note, Qt::ElideRight, room));
    }
    painter->restore();
}
