// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/row.h"
#include "app/ctl/import/rowstore.h"
#include "models/domain/outcome.h"

#include <QByteArray>
#include <QList>
#include <QString>

/// How many rows of one file or table came, for the report.
struct SourceCount
{
    QString name;
    qint64 rows = 0;
    qint64 setAside = 0;
    friend bool operator==(const SourceCount&, const SourceCount&) = default;
};

/// Some rows of the orders' table, checked, in a fixed order.
struct SourceBatch
{
    QList<Row> orders;
    QList<SetAside> setAside;
    qint64 done = 0; ///< progress once these are stored
    bool end = false; ///< nothing comes behind it
};

/// Where an import's rows come from. Used by one thread, from open() to the batch that says end.
class ImportSource
{
public:
    virtual ~ImportSource() = default;

    /// What tells this import from others of the same mapping; known after open().
    virtual QByteArray identity() const = 0;
    /// Makes sure that everything is there, before anything is written.
    virtual std::optional<Error> open() = 0;
    /// Goes to where an earlier run ended. Rows that are skipped so are still looked at where that costs little.
    virtual void startAt(qint64 progress) = 0;
    /// The next rows; the rows joined to them are in `joined` until the next call.
    virtual Outcome<SourceBatch> next(RowStore& joined, int limit) = 0;

    virtual QList<SourceCount> counts() const = 0;
    virtual qint64 ambiguousTimes() const = 0;
    virtual qint64 skippedTimes() const = 0;
    /// Between 0 and 1; less than 0: nobody knows.
    virtual double progress() const = 0;

protected:
    ImportSource() = default;
    ImportSource(const ImportSource&) = default;
    ImportSource& operator=(const ImportSource&) = default;
};
