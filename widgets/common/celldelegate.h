// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/statechipdelegate.h"

/// Draws the cells of a TableView by the roles of ItemRoles: chips for states, figures at equal widths, emphasis by
/// colour and weight, rows that are old paler, a hairline below each row.
class CellDelegate : public StateChipDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintText(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    /// Draws the bar at the leading edge; returns what is left for the text.
    QRect paintProgress(QPainter* painter, const QRect& area, Qt::LayoutDirection direction, double done) const;
    void paintSeries(QPainter& painter, const QStyleOptionViewItem& option, const QList<int>& series) const;
    QColor textColor(const QModelIndex& index) const;

    const Theme& m_theme;
};
