// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/text/texttable.h"

#include "app/ctl/text/displaywidth.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype gap = 2;
constexpr qsizetype leastWidth = 8;
} // namespace

void TextTable::addColumn(const QString& title, Align align, bool givesWay)
{
    m_columns.append({title, align, givesWay});
}

void TextTable::addRow(const QStringList& cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    QStringList row;
    for (const QString& cell : cells)
        row.append(printable(cell));
    m_rows.append(row);
}

QList<qsizetype> TextTable::widths(int available) const
{
    QList<qsizetype> result;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        qsizetype width = displayWidth(m_columns.at(i).title);
        for (const QStringList& row : m_rows)
            width = std::max(width, displayWidth(row.at(i)));
        result.append(width);
    }
    qsizetype over = std::accumulate(result.cbegin(), result.cend(), gap * (m_columns.size() - 1)) - available;
    while (available > 0 && over > 0) { // the widest gives way first
        qsizetype widest = -1;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (m_columns.at(i).givesWay && result.at(i) > leastWidth
                && (widest < 0 || result.at(i) > result.at(widest)))
                widest = i;
        }
        if (widest < 0)
            break;
        --result[widest];
        --over;
    }
    return result;
}

QString TextTable::line(const QStringList& cells, const QList<qsizetype>& widths) const
{
    QString text;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const QString cell = elided(cells.at(i), widths.at(i));
        const QString blanks(widths.at(i) - displayWidth(cell), u' ');
        text += m_columns.at(i).align == Align::Right ? blanks + cell : cell + blanks;
        text += QString(gap, u' ');
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

QString TextTable::render(int width) const
{
    const QList<qsizetype> columns = widths(width);
    QStringList titles;
    for (const Column& column : m_columns)
        titles.append(column.title);
    QStringList rules;
    for (const qsizetype columnWidth : columns)
        rules.append(QString(columnWidth, u'─'));
    QStringList lines{line(titles, columns), line(rules, columns)};
    for (const QStringList& row : m_rows)
        lines.append(line(row, columns));
    QString text;
    for (const QString& ready : std::as_const(lines))
        text += (width > 0 ? elided(ready, width) : ready) + u'\n';
    return text;
}
