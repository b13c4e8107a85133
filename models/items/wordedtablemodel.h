// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/keyedtablemodel.h"

#include <algorithm>

/// A KeyedTableModel whose rows write the words of their cells when somebody looks: most rows of a page are never in
/// sight. `Row` has mutable `cells`, one text for each column, and mutable `written`; it compares without them. Lives
/// on the GUI thread.
template<typename Row>
class WordedTableModel : public KeyedTableModel<Row>
{
public:
    using KeyedTableModel<Row>::KeyedTableModel;

    /// Some words say how long something is ago: those of these rows follow the clock.
    void tick(int firstRow, int lastRow)
    {
        for (int at = std::max(firstRow, 0); at <= std::min(lastRow, this->rowCount() - 1); ++at) {
            const Row& line = this->row(at);
            const bool seen = line.written;
            const auto before = line.cells;
            write(line);
            if (seen && line.cells != before)
                Q_EMIT this->dataChanged(this->index(at, 0), this->index(at, this->columnCount() - 1));
        }
    }

protected:
    const QString& cell(const Row& line, int column) const
    {
        if (!line.written)
            write(line);
        return line.cells.at(std::size_t(column));
    }

    /// Fills the cells and sets `written`.
    virtual void write(const Row& line) const = 0;
};
