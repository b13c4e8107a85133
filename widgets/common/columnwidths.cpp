// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/columnwidths.h"

#include "models/items/itemroles.h"
#include "widgets/common/theme.h"

#include <QAbstractItemModel>
#include <QFontMetrics>

QList<int> columnWidths(const QAbstractItemModel& model, const Theme& theme, const QList<int>& atLeast)
{
    constexpr int margins = 18;
    constexpr int sortArrow = 14;
    const QFontMetrics metrics(theme.font(FontRole::SmallStrong));
    QList<int> widths;
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        const bool sorts = model.headerData(column, Qt::Horizontal, ItemRoles::SortRole).isValid();
        widths.append(
            std::max(atLeast.value(column), metrics.horizontalAdvance(title) + margins + (sorts ? sortArrow : 0)));
    }
    return widths;
}
