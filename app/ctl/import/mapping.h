// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/decimal.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <utility>

/// A column of a table of the mapping, both by position.
struct ColumnRef
{
    int table = -1;
    int column = -1;

    bool isValid() const { return table >= 0; }
    friend bool operator==(const ColumnRef&, const ColumnRef&) = default;
};

enum class ColumnType { Text, Integer, Decimal, LocalTime, Time, Date };

struct MappingColumn
{
    QString name;
    ColumnType type = ColumnType::Text;
    bool required = false;
    bool endOfDay = false;
    QTimeZone zone;

    bool isTime() const { return type >= ColumnType::LocalTime; }
};

/// One file, or one table or view, and how its rows belong to those of another one.
struct MappingTable
{
    QString name;
    QString file; ///< source csv
    QString relation; ///< source sql: table or view, with its schema
    QString watermark; ///< source sql, main table only
    int key = -1; ///< column that is unique; the main table's
    int joinOn = -1; ///< column of this table that equals joinWith
    ColumnRef joinWith;
    QList<MappingColumn> columns;

    int indexOf(const QString& column) const;
    /// What reports call the table: its file or its relation.
    const QString& origin() const { return file.isEmpty() ? relation : file; }
};

/// Text with columns in it: "{order_id}/{payment_sequential}".
struct TextTemplate
{
    struct Piece
    {
        QString text;
        QList<ColumnRef> columns; ///< the first that is not empty; none: text
    };
    QList<Piece> pieces;

    bool isEmpty() const { return pieces.isEmpty(); }
    ColumnRef firstColumn() const; ///< not valid where there is none
};

using NamedTemplates = QList<std::pair<QString, TextTemplate>>;

/// Every column has one of its values; an empty value stands for an empty cell.
struct RowCondition
{
    struct Term
    {
        ColumnRef column;
        QStringList values;
    };
    QList<Term> terms;
};

/// The columns' sum over all rows that belong to the order, or (`single`) one cell.
struct AmountRule
{
    QList<ColumnRef> columns;
    bool single = false;
};

struct DetailRule
{
    QString name;
    int table = -1;
    NamedTemplates fields;
};

struct OrderRule
{
    TextTemplate key;
    TextTemplate number;
    TextTemplate currency;
    TextTemplate customer;
    AmountRule total;
    ColumnRef placedAt;
    ColumnRef promisedAt;
    NamedTemplates attributes;
    QList<DetailRule> details;
};

struct LineRule
{
    int table = -1; ///< -1: the source has no lines
    TextTemplate line;
    TextTemplate sku;
    TextTemplate title;
    TextTemplate quantity;
    ColumnRef unitPrice;
    NamedTemplates attributes;
};

struct ReferenceRule
{
    int table = -1;
    TextTemplate system;
    TextTemplate type;
    TextTemplate id;
    RowCondition when;
};

struct MilestoneRule
{
    int table = -1;
    QString step; ///< empty: the fact below
    QString fact;
    QString outcome; ///< empty: completed
    TextTemplate scope;
    QList<ColumnRef> latestOf; ///< one column, or several of which the latest counts
    RowCondition when;
    TextTemplate message;
    NamedTemplates attributes;
};

/// Something odd that a source is looked through for.
struct CheckRule
{
    QString finding;
    QString text;
    RowCondition when;
    RowCondition unlike; ///< does not hold
    int noRowsIn = -1;
    ColumnRef earlier; ///< lies before `later`
    ColumnRef later;
    AmountRule one;
    AmountRule other;
    Decimal tolerance;
};

/// How rows become events: a mapping file, read and checked. A plain value.
struct Mapping
{
    enum class Source { Csv, Sql };

    QString name;
    int version = 1;
    QString title;
    QString eventSource;
    QByteArray channel; ///< JSON, as integration.put_channel takes it
    QString channelCode;
    Source source = Source::Csv;
    char delimiter = ',';
    char decimalPoint = '.';
    QString uriEnvironment; ///< source sql: the variable that holds the connection URI
    qint64 overlapSeconds = 0;
    int mainTable = -1;
    QList<MappingTable> tables;
    OrderRule order;
    LineRule lines;
    QList<ReferenceRule> references;
    QList<MilestoneRule> milestones;
    QList<CheckRule> checks;
    QByteArray fingerprint; ///< of the file's content, hexadecimal

    const MappingTable& main() const { return tables.at(mainTable); }
    const MappingColumn& columnOf(const ColumnRef& ref) const { return tables.at(ref.table).columns.at(ref.column); }
};
