// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

/// A report before it takes a shape: texts as a person reads them, in tables. Lines of a cell end with a line feed.

struct ReportColumn
{
    QString title;
    int weight = 1; ///< of the width that it gets
    bool number = false; ///< at the right edge
};

struct ReportTable
{
    QString name; ///< unique in the report; a place to go to
    QString title;
    QString note; ///< what is in it, in a sentence
    QList<ReportColumn> columns;
    QList<QStringList> rows;
    QString leftOut; ///< how many rows are missing, and how to see them; empty: none
    QString empty; ///< said instead of an empty table
};

struct ReportFigure
{
    QString title;
    QString value;
};

/// Bars, the latest at the end.
struct ReportChart
{
    QString title;
    QString summary; ///< the same in a sentence, for who cannot see it
    QStringList labels; ///< of each bar; shown where there is room
    QList<qint64> values;
};

struct Report
{
    QString title;
    QString environment; ///< on every page
    QString asOf; ///< on every page, with the time zone
    QStringList facts; ///< lines below the title
    QList<ReportFigure> figures;
    ReportChart chart;
    QList<ReportTable> tables;
    QString language; ///< such as "de"
    bool rightToLeft = false;
};
