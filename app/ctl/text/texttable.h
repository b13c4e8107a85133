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

    /// The lines of the rows added since the last call, each ended by a line feed; the first time the titles come
    /// first. A width of 0 is no limit. So a table of any length is printed in parts; later parts may only widen the
    /// columns.
    QString render(int width);

private:
    struct Column
    {
        QString title;
        Align align = Align::Left;
        bool givesWay = false;
    };
    void fit(int available);
    QString line(const QStringList& cells) const;
    QStringList head() const;

    QList<Column> m_columns;
    QList<QStringList> m_rows;
    QList<qsizetype> m_widths; ///< empty before the first rendering
};
