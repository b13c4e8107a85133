// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/import/csvreader.h"
#include "app/ctl/import/importsource.h"
#include "app/ctl/import/rowchecker.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

/// CSV files in a folder. The orders' file is read as a stream, the files joined to it are held in memory. Progress
/// counts the records of the orders' file.
class CsvSource final : public ImportSource
{
    Q_DECLARE_TR_FUNCTIONS(CsvSource)

public:
    CsvSource(const Mapping& mapping, const QString& folder);

    QByteArray identity() const override { return m_identity; }
    std::optional<Error> open() override;
    void startAt(qint64 progress) override { m_startAt = progress; }
    Outcome<SourceBatch> next(RowStore& joined, int limit) override;
    QList<SourceCount> counts() const override;
    qint64 ambiguousTimes() const override;
    qint64 skippedTimes() const override;
    double progress() const override;

private:
    struct File
    {
        File(const MappingTable& table, char delimiter, char decimalPoint)
            : reader(delimiter)
            , checker(table, decimalPoint)
        {
            count.name = table.file;
        }
        CsvReader reader;
        RowChecker checker;
        QList<qsizetype> positions; ///< field number of each of the mapping's columns
        SourceCount count;
    };
    enum class Step { Row, SetAside, End };

    std::optional<Error> openFile(int table);
    std::optional<QString> findColumns(int table);
    Step read(int table, Row& row, SetAside& bad);
    void load(RowStore& joined);
    std::optional<SetAside> seenBefore(const Row& order);
    void addOrphans(const RowStore& joined, QList<SetAside>& setAside);

    const Mapping& m_mapping;
    QString m_folder;
    std::vector<std::unique_ptr<File>> m_files; ///< by table
    QByteArray m_identity;
    QList<SetAside> m_badJoined; ///< bad rows of the joined files: given out with the first batch
    QHash<QString, qint64> m_seen; ///< an order's key and its line
    qint64 m_startAt = 0;
    qint64 m_done = 0;
    bool m_loaded = false;
};
