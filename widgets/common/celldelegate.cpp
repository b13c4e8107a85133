// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/celldelegate.h"

#include "models/items/itemroles.h"
#include "widgets/common/linetexts.h"
#include "widgets/common/tableview.h"
#include "widgets/common/tabularfigures.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

CellDelegate::CellDelegate(const Theme& theme, QObject* parent)
    : StateChipDelegate(theme, parent)
    , m_theme(theme)
{ }

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    const auto* table = qobject_cast<const TableView*>(option.widget);
    cell.state.setFlag(QStyle::State_MouseOver, table && table->hoveredRow() == index.row());
    if (index.data(ItemRoles::StateRole).isValid())
        StateChipDelegate::paint(painter, cell, index);
    else
        paintText(painter, cell, index);
    if (const QVariant series = index.data(ItemRoles::SeriesRole); series.isValid())
        paintSeries(*painter, cell, series.value<QList<int>>());
    painter->fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.color(ColorId::Separator));
    if (table && table->hasFocus() && table->currentIndex() == index && table->showsCurrentCell()) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.color(ColorId::Accent), 1));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 2.5, -1.5, -3.5), 4, 4);
        painter->restore();
    }
}

void CellDelegate::paintSeries(QPainter& painter, const QStyleOptionViewItem& option, const QList<int>& series) const
{
    const int most = series.isEmpty() ? 0 : *std::max_element(series.cbegin(), series.cend());
    const QRectF area = QRectF(option.rect).adjusted(8, 8, -8, -9);
    const double step = area.width() / std::max<double>(1, double(series.size()));
    painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), m_theme.color(ColorId::Separator));
    for (int at = 0; most > 0 && at < series.size(); ++at) {
        if (series.at(at) == 0)
            continue;
        const double height = std::max(2.0, area.height() * series.at(at) / most);
        const int place = option.direction == Qt::RightToLeft ? int(series.size()) - 1 - at : at;
        painter.fillRect(QRectF(area.left() + place * step, area.bottom() - height, std::max(1.0, step - 1), height),
            m_theme.color(at + 1 == series.size() ? ColorId::Accent : ColorId::TextMuted));
    }
}

QColor CellDelegate::textColor(const QModelIndex& index) const
{
    switch (ItemRoles::Emphasis(index.data(ItemRoles::EmphasisRole).toInt())) {
    case ItemRoles::Emphasis::Normal:
    case ItemRoles::Emphasis::Strong:
        return m_theme.color(ColorId::Text);
    case ItemRoles::Emphasis::Secondary:
        return m_theme.color(ColorId::TextSecondary);
    case ItemRoles::Emphasis::Muted:
        return m_theme.color(ColorId::TextMuted);
    case ItemRoles::Emphasis::Warning:
        return m_theme.color(ColorId::WarningText);
    case ItemRoles::Emphasis::Bad:
        return m_theme.color(ColorId::BadText);
    }
    return {};
}

void CellDelegate::paintText(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QString text = std::exchange(cell.text, {});
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (text.isEmpty())
        return;
    painter->save();
    if (index.data(ItemRoles::StaleRole).toBool())
        painter->setOpacity(0.55);
    QFont font = cell.font;
    if (ItemRoles::Emphasis(index.data(ItemRoles::EmphasisRole).toInt()) == ItemRoles::Emphasis::Strong)
        font.setWeight(QFont::Medium);
    painter->setFont(font);
    painter->setPen(textColor(index));
    QRect area = cell.rect.adjusted(8, 0, -8, -1);
    if (const QVariant progress = index.data(ItemRoles::ProgressRole); progress.isValid())
        area = paintProgress(painter, area, cell.direction, progress.toDouble());
    const auto alignment = QStyle::visualAlignment(cell.direction, cell.displayAlignment);
    if (cell.textElideMode != Qt::ElideRight) // as all lines are cut
        text = painter->fontMetrics().elidedText(text, cell.textElideMode, area.width());
    if (index.data(ItemRoles::NumericRole).toBool())
        drawTabular(*painter, m_theme.lines(), area, text, alignment);
    else
        drawLine(*painter, m_theme.lines(), area, text, alignment);
    painter->restore();
}

QRect CellDelegate::paintProgress(
    QPainter* painter, const QRect& area, Qt::LayoutDirection direction, double done) const
{
    constexpr int width = 34;
    constexpr int thickness = 4;
    if (area.width() < width + 36)
        return area;
    const QRect bar(area.left(), area.center().y() - thickness / 2 + 1, width, thickness);
    const int filled = std::clamp(qRound(done * width), done > 0 ? thickness : 0, width);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(ColorId::Border));
    painter->drawRoundedRect(QStyle::visualRect(direction, area, bar), thickness / 2.0, thickness / 2.0);
    painter->setBrush(m_theme.color(done >= 1.0 ? ColorId::GoodText : ColorId::TextMuted));
    painter->drawRoundedRect(QStyle::visualRect(direction, area, QRect(bar.left(), bar.top(), filled, thickness)),
        thickness / 2.0, thickness / 2.0);
    painter->restore();
    return QStyle::visualRect(direction, area, area.adjusted(width + 6, 0, 0, 0));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(ItemRoles::StateRole).isValid())
        return StateChipDelegate::sizeHint(option, index);
    const QString text = index.data().toString();
    return {tabularWidth(QFontMetrics(option.font), text) + 18, Theme::rowHeight};
}
