// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// A table of aligned columns for a terminal. Columns that may give way are cut with "…" when the width is not enough.
class TextTable
{
public:
    enum class Align { Left, Right };

    void addColumn(const QString& title, Align align = Align::Left, bool givesWay = false);
    void addRow(const QStringList& cells);
    bool isEmpty() const { return m_rows.isEmpty(); }

    /// All lines, the title line first, each ended by a line feed. A width of 0 is no limit.
    QString render(int width) const;

private:
    struct Column
    {
        QString title;
        Align align = Align::Left;
        bool givesWay = false;
    };
    QList<qsizetype> widths(int available) const;
    QString line(const QStringList& cells, const QList<qsizetype>& widths) const;

    QList<Column> m_columns;
    QList<QStringList> m_rows;
};
