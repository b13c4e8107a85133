// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/text/texttable.h"

#include "app/ctl/text/displaywidth.h"

#include <algorithm>
#include <numeric>
#include <utility>

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

void TextTable::fit(int available)
{
    QList<qsizetype> wanted = m_widths;
    wanted.resize(m_columns.size());
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        wanted[i] = std::max(wanted.at(i), displayWidth(m_columns.at(i).title));
        for (const QStringList& row : std::as_const(m_rows))
            wanted[i] = std::max(wanted.at(i), displayWidth(row.at(i)));
    }
    qsizetype over = std::accumulate(wanted.cbegin(), wanted.cend(), gap * (m_columns.size() - 1)) - available;
    while (available > 0 && over > 0) { // the widest gives way first
        qsizetype widest = -1;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const bool givesWay = m_columns.at(i).givesWay && wanted.at(i) > leastWidth;
            if (givesWay && (widest < 0 || wanted.at(i) > wanted.at(widest)))
                widest = i;
        }
        if (widest < 0)
            break;
        --wanted[widest];
        --over;
    }
    m_widths = wanted;
}

QString TextTable::line(const QStringList& cells) const
{
    QString text;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const QString cell = elided(cells.at(i), m_widths.at(i));
        const QString blanks(m_widths.at(i) - displayWidth(cell), u' ');
        text += m_columns.at(i).align == Align::Right ? blanks + cell : cell + blanks;
        text += QString(gap, u' ');
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

QStringList TextTable::head() const
{
    QStringList titles;
    QStringList rules;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        titles.append(m_columns.at(i).title);
        rules.append(QString(m_widths.at(i), u'─'));
    }
    return {line(titles), line(rules)};
}

QString TextTable::render(int width)
{
    const bool first = m_widths.isEmpty();
    fit(width);
    QStringList lines = first ? head() : QStringList();
    for (const QStringList& row : std::as_const(m_rows))
        lines.append(line(row));
    m_rows.clear();
    QString text;
    for (const QString& ready : std::as_const(lines))
        text += (width > 0 ? elided(ready, width) : ready) + u'\n';
    return text;
}
