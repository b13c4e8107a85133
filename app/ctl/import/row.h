// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/setaside.h"
#include "app/ctl/import/sourcetime.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

struct Cell
{
    QString text; ///< as received, without blanks around it; decimals with '.'
    SourceTime time; ///< for columns with a time, where text is not empty

    bool isEmpty() const { return text.isEmpty(); }
};

/// One row of a table of a mapping, its cells checked and in the order of the mapping's columns.
struct Row
{
    qint64 line = 0; ///< line of the file, or number of the row
    QList<Cell> cells;
    QByteArray raw; ///< as it was, to set it aside
};

/// A row as it comes from a source, its texts in the order of the mapping's columns.
struct RawRow
{
    qint64 line = 0;
    QStringList texts;
    QByteArray raw;
};
