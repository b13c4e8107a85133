// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QString aligned(const QList<QStringList>& rows)
{
    QList<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i).leftJustified(widths.at(i)) + u"  "_s;
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QString shown(const std::string& text)
{
    QString result = QString::fromStdString(text);
    for (QChar& c : result)
        if (!c.isPrint() && !c.isSurrogate())
            c = u'?';
    return result;
}

QString shown(const Sums& sums)
{
    QStringList texts;
    for (const auto& [currency, minor] : sums)
        texts.append(plainDecimal({minor, currency}) + u' ' + currency);
    return texts.join(u", "_s);
}
