// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QueryRunner;

/// Which rows of a table or view to read in the order in which they changed.
struct TableQuery
{
    QString relation; ///< with its schema where that is not on the search path
    QStringList columns;
    QString watermark; ///< a time or a whole number that grows with every change of a row
    QString key; ///< settles rows with the same watermark
};

/// Where a page ended. Watermarks that are times count microseconds since 1970.
struct TablePosition
{
    qint64 watermark = 0;
    std::optional<QString> key; ///< nullopt: from the watermark on, its own rows included
};

struct TablePage
{
    QList<QStringList> rows; ///< in the order of the columns; NULL is an empty text
    TablePosition next;
};

/// Reads rows as text from any PostgreSQL database, page by page, in read-only transactions. Blocks until the server
/// has answered.
class TableReader
{
public:
    explicit TableReader(QueryRunner& runner);

    /// Fails with a sentence that names what is missing when the relation or a column is not there.
    Outcome<TableQuery> prepare(const TableQuery& query);
    /// Rows behind the position; `prepare` comes first.
    Outcome<TablePage> page(const TableQuery& prepared, const TablePosition& after, int limit);
    /// All rows of a prepared query whose column has one of the values.
    Outcome<QList<QStringList>> matching(const TableQuery& prepared, const QString& column, const QStringList& values);
    /// How many rows page() never gives, since their watermark is NULL or infinite.
    Outcome<qint64> unmarked(const TableQuery& prepared);
    /// Whether the watermark is a time, counted in microseconds.
    bool watermarkIsTime() const { return m_watermarkIsTime; }

private:
    QueryRunner& m_runner;
    bool m_watermarkIsTime = true;
};
