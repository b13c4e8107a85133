// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/grouprowdelegate.h"

#include "models/items/grouptablemodel.h"
#include "widgets/common/linetexts.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int upperLine = 26;
constexpr int margin = 8;
const QString between = u" \u00b7 "_s;
} // namespace

GroupRowDelegate::GroupRowDelegate(const Theme& theme, QTableView& table)
    : CellDelegate(theme, &table)
    , m_theme(theme)
    , m_table(table)
{ }

void GroupRowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    CellDelegate::initStyleOption(option, index);
    if (index.column() == GroupTableModel::TitleColumn)
        option->text.clear(); // it stands in the upper line
}

void GroupRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem surface = option;
    initStyleOption(&surface, index);
    const auto* table = qobject_cast<const TableView*>(option.widget);
    surface.state.setFlag(QStyle::State_MouseOver, table && table->hoveredRow() == index.row());
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &surface, painter, option.widget);
    QStyleOptionViewItem lower = option;
    lower.rect.setTop(option.rect.top() + upperLine - 3);
    CellDelegate::paint(painter, lower, index);
    painter->save();
    painter->setClipRect(option.rect, Qt::IntersectClip);
    if (index.column() == GroupTableModel::TitleColumn) {
        painter->setFont(m_theme.font(FontRole::Small));
        painter->setPen(m_theme.color(ColorId::TextSecondary));
        drawLine(*painter, m_theme.lines(), lower.rect.adjusted(margin, 0, -margin, -1), detail(index.row()),
            QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    }
    paintTitle(*painter, option, index.row());
    painter->restore();
}

/// Every cell draws its part of the line: so it is whole wherever columns are, and when only one of them is drawn.
void GroupRowDelegate::paintTitle(QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const QHeaderView* head = m_table.horizontalHeader();
    const int left = std::min(head->sectionViewportPosition(head->logicalIndex(0)),
        head->sectionViewportPosition(head->logicalIndex(head->count() - 1)));
    const int width = std::min(head->length(), m_table.viewport()->width());
    const QRect line = QRect(left, option.rect.top() + 3, width, upperLine).adjusted(margin, 0, -margin, 0);
    const QString when = seen(row);
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(ColorId::TextMuted));
    drawLine(painter, m_theme.lines(), line, when,
        QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter));
    const int room = when.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(when) + 2 * margin;
    QFont font = m_theme.font(FontRole::Body);
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorId::Text));
    drawLine(painter, m_theme.lines(), QStyle::visualRect(option.direction, line, line.adjusted(0, 0, -room, 0)),
        m_table.model()->index(row, GroupTableModel::TitleColumn).data().toString(),
        QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
}

QString GroupRowDelegate::hiddenText(int row, int column) const
{
    return m_table.isColumnHidden(column) ? m_table.model()->index(row, column).data().toString() : QString();
}

QString GroupRowDelegate::detail(int row) const
{
    QStringList parts;
    for (const int column : {GroupTableModel::StateColumn, GroupTableModel::OwnerColumn, GroupTableModel::HopColumn})
        parts.append(hiddenText(row, column));
    parts.removeAll(QString());
    return parts.join(between);
}

QString GroupRowDelegate::seen(int row) const
{
    QStringList parts;
    if (!hiddenText(row, GroupTableModel::FixColumn).isEmpty())
        parts.append(tr("\u2713 Known fix", "mark on a group: something has helped before"));
    const QString first = hiddenText(row, GroupTableModel::SinceColumn);
    const QString last = hiddenText(row, GroupTableModel::LastColumn);
    parts.append(first.isEmpty() || last.isEmpty()
            ? first + last
            : tr("since %1, last %2", "times: when a group of problems was seen first and last").arg(first, last));
    parts.removeAll(QString());
    return parts.join(between);
}
