// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/celldelegate.h"

class QTableView;

/// Draws a group in two lines: on top what it is about, over the whole row, with when it was seen; below it the cells,
/// and under the cause what has no column of its own at the moment.
class GroupRowDelegate final : public CellDelegate
{
    Q_OBJECT
public:
    static constexpr int rowHeight = 52;

    explicit GroupRowDelegate(const Theme& theme, QTableView& table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// State, owner and way, unless a column shows them.
    QString detail(int row) const;
    /// The text at the end of the upper line: whether a fix is known, when the group was first and last seen.
    QString seen(int row) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    QString hiddenText(int row, int column) const;
    void paintTitle(QPainter& painter, const QStyleOptionViewItem& option, int row) const;

    const Theme& m_theme;
    const QTableView& m_table;
};
