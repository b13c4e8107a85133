// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/mapping.h"

int MappingTable::indexOf(const QString& column) const
{
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).name == column)
            return i;
    }
    return -1;
}

ColumnRef TextTemplate::firstColumn() const
{
    for (const Piece& piece : pieces) {
        if (!piece.columns.isEmpty())
            return piece.columns.constFirst();
    }
    return {};
}
