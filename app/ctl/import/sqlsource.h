// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/importsource.h"
#include "app/ctl/import/rowchecker.h"
#include "models/store/queryrunner.h"
#include "models/store/tablereader.h"

#include <memory>
#include <vector>

/// Tables or views of a PostgreSQL database. Orders come in the order in which they changed, by a watermark; the rows
/// joined to them are asked for by key. Progress is the watermark of the last row.
class SqlSource final : public ImportSource
{
public:
    SqlSource(const Mapping& mapping, const QString& uri);

    QByteArray identity() const override { return m_identity; }
    std::optional<Error> open() override;
    void startAt(qint64 progress) override;
    Outcome<SourceBatch> next(RowStore& joined, int limit) override;
    QList<SourceCount> counts() const override { return m_counts; }
    qint64 ambiguousTimes() const override;
    qint64 skippedTimes() const override;
    double progress() const override { return -1; }

private:
    std::optional<Error> prepare(int table);
    std::optional<Error> loadJoined(RowStore& joined, const SourceBatch& batch, QList<SetAside>& setAside);
    std::optional<Error> loadTable(int table, const QStringList& keys, RowStore& joined, QList<SetAside>& setAside);
    QStringList keysFor(int table, const RowStore& joined, const SourceBatch& batch) const;
    Outcome<QList<SetAside>> unmarkedRows();
    RawRow rawRow(int table, const QStringList& texts);
    SetAside named(SetAside bad, int table, const QStringList& texts) const;

    const Mapping& m_mapping;
    QString m_uri;
    std::unique_ptr<QueryRunner> m_runner;
    std::vector<std::unique_ptr<TableReader>> m_readers; ///< by table
    std::vector<std::unique_ptr<RowChecker>> m_checkers;
    QList<TableQuery> m_queries;
    QList<int> m_order; ///< joined tables, each behind the one that it is joined to
    QList<SourceCount> m_counts;
    QByteArray m_identity;
    TablePosition m_position;
    qint64 m_done = 0; ///< progress that is stored
};
