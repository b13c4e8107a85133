// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/mapping.h"
#include "app/ctl/import/row.h"

#include <QHash>

#include <optional>

/// Turns the texts of one table's rows into typed cells, or says what is wrong with a row.
class RowChecker
{
public:
    RowChecker(const MappingTable& table, char decimalPoint);

    /// Fills `row`; gives the row set aside when a cell does not have its type: then the cells hold texts, unchecked.
    std::optional<SetAside> check(const RawRow& raw, Row& row);

    qint64 ambiguousTimes() const
    {
        return m_ambiguous;
    } ///< the clocks were set back over them: the earlier moment was taken
    qint64 skippedTimes() const
    {
        return m_skipped;
    } ///< the clocks were set forward over them: the moment after was taken

private:
    struct Mistake
    {
        const char* code = nullptr;
        QString reason;
    };
    std::optional<Mistake> read(const MappingColumn& column, Cell& cell);
    std::optional<Mistake> readTime(const MappingColumn& column, Cell& cell);

    const MappingTable& m_table;
    QChar m_decimalPoint;
    qint64 m_ambiguous = 0;
    qint64 m_skipped = 0;
};
