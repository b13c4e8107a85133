// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/columnwidths.h"

#include "widgets/common/theme.h"

#include <QAbstractItemModel>
#include <QFontMetrics>

QList<int> columnWidths(const QAbstractItemModel& model, const Theme& theme, const QList<int>& atLeast)
{
    constexpr int margins = 18;
    const QFontMetrics metrics(theme.font(FontRole::SmallStrong));
    QList<int> widths;
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        widths.append(std::max(atLeast.value(column), metrics.horizontalAdvance(title) + margins));
    }
    return widths;
}
