// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/csvsource.h"

#include "app/ctl/text/nearest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

CsvSource::CsvSource(const Mapping& mapping, const QString& folder)
    : m_mapping(mapping)
    , m_folder(folder)
{ }

std::optional<Error> CsvSource::open()
{
    if (!QFileInfo(m_folder).isDir())
        return Error{Failure::NotFound, tr("There is no folder %1.").arg(m_folder),
            tr("Name the folder that holds the CSV files."), {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_mapping.fingerprint);
    for (int i = 0; i < m_mapping.tables.size(); ++i) {
        if (auto error = openFile(i))
            return error;
        QFile file(QDir(m_folder).filePath(m_mapping.tables.at(i).file));
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    m_identity = hash.result().toHex();
    return std::nullopt;
}

std::optional<Error> CsvSource::openFile(int table)
{
    const MappingTable& definition = m_mapping.tables.at(table);
    m_files.push_back(std::make_unique<File>(definition, m_mapping.delimiter, m_mapping.decimalPoint));
    const QString path = QDir(m_folder).filePath(definition.file);
    if (!QFileInfo::exists(path))
        return Error{Failure::NotFound, tr("There is no file %1 in %2.").arg(definition.file, m_folder),
            tr("The mapping \"%1\" reads it; name the folder that holds it.").arg(m_mapping.name), {}};
    auto mistake = m_files.back()->reader.open(path);
    if (!mistake)
        mistake = findColumns(table);
    if (!mistake)
        return std::nullopt;
    return Error{Failure::Invalid, *mistake, tr("Correct the file or the mapping \"%1\".").arg(m_mapping.name), {}};
}

std::optional<QString> CsvSource::findColumns(int table)
{
    File& file = *m_files.at(static_cast<std::size_t>(table));
    const QStringList& header = file.reader.header();
    for (const MappingColumn& column : m_mapping.tables.at(table).columns) {
        const qsizetype position = header.indexOf(column.name);
        if (position < 0)
            return tr("The header of %1 (line 1) has no column \"%2\"").arg(file.reader.name(), column.name)
                + guessOrFullStop(column.name, header);
        file.positions.append(position);
    }
    return std::nullopt;
}

CsvSource::Step CsvSource::read(int table, Row& row, SetAside& bad)
{
    File& file = *m_files.at(static_cast<std::size_t>(table));
    CsvRecord record;
    const CsvReader::Step step = file.reader.next(record, bad);
    if (step == CsvReader::Step::End)
        return Step::End;
    ++file.count.rows;
    if (step == CsvReader::Step::SetAside) {
        ++file.count.setAside;
        return Step::SetAside;
    }
    RawRow raw{record.line, {}, record.raw};
    raw.texts.reserve(file.positions.size());
    for (const qsizetype position : file.positions)
        raw.texts.append(record.fields.at(position));
    const auto mistake = file.checker.check(raw, row);
    if (!mistake)
        return Step::Row;
    ++file.count.setAside;
    bad = *mistake;
    return Step::SetAside;
}

void CsvSource::load(RowStore& joined)
{
    for (int table = 0; table < m_mapping.tables.size(); ++table) {
        if (table == m_mapping.mainTable)
            continue;
        SetAside bad;
        for (Row row;;) {
            const Step step = read(table, row, bad);
            if (step == Step::End)
                break;
            if (step == Step::Row) {
                joined.add(table, std::move(row));
            } else {
                joined.addMissing(table, row);
                m_badJoined.append(bad);
            }
            row = {};
        }
    }
    m_loaded = true;
}

Outcome<SourceBatch> CsvSource::next(RowStore& joined, int limit)
{
    if (!m_loaded)
        load(joined);
    SourceBatch batch;
    batch.setAside = std::exchange(m_badJoined, {});
    while (batch.orders.size() < limit) {
        Row row;
        SetAside bad;
        const Step step = read(m_mapping.mainTable, row, bad);
        if (step == Step::End) {
            batch.end = true;
            addOrphans(joined, batch.setAside);
            break;
        }
        ++m_done;
        if (step == Step::SetAside) {
            batch.setAside.append(bad);
        } else if (const auto duplicate = seenBefore(row)) {
            ++m_files.at(static_cast<std::size_t>(m_mapping.mainTable))->count.setAside;
            batch.setAside.append(*duplicate);
        } else {
            batch.orders.append(std::move(row));
        }
        if (m_done == m_startAt)
            break; // what an earlier run has stored and what is new are never in one batch
    }
    batch.done = m_done + (batch.end ? 1 : 0); // the end has something of its own to store: the orphans
    return batch;
}

std::optional<SetAside> CsvSource::seenBefore(const Row& order)
{
    const QString& key = order.cells.at(m_mapping.main().key).text;
    const auto first = m_seen.constFind(key);
    if (first == m_seen.cend()) {
        m_seen.insert(key, order.line);
        return std::nullopt;
    }
    return SetAside{m_mapping.main().file, order.line, m_mapping.main().columns.at(m_mapping.main().key).name,
        u"duplicate_key"_s, u"The key \"%1\" is in line %2 already."_s.arg(key, QString::number(*first)), order.raw};
}

/// Rows that hang on an order which is not there. Orders set aside themselves leave theirs behind, too: nothing gets
/// lost.
void CsvSource::addOrphans(const RowStore& joined, QList<SetAside>& setAside)
{
    for (int table = 0; table < m_mapping.tables.size(); ++table) {
        const MappingTable& definition = m_mapping.tables.at(table);
        const ColumnRef& with = definition.joinWith;
        if (with.table != m_mapping.mainTable || with.column != m_mapping.main().key)
            continue;
        for (const Row& row : joined.rows(table)) {
            const QString& key = row.cells.at(definition.joinOn).text;
            if (m_seen.contains(key))
                continue;
            ++m_files.at(static_cast<std::size_t>(table))->count.setAside;
            setAside.append({definition.file, row.line, definition.columns.at(definition.joinOn).name, u"no_order"_s,
                u"There is no order \"%1\" in %2."_s.arg(key, m_mapping.main().file), row.raw});
        }
    }
}

QList<SourceCount> CsvSource::counts() const
{
    QList<SourceCount> result;
    for (const auto& file : m_files)
        result.append(file->count);
    return result;
}

qint64 CsvSource::ambiguousTimes() const
{
    qint64 sum = 0;
    for (const auto& file : m_files)
        sum += file->checker.ambiguousTimes();
    return sum;
}

qint64 CsvSource::skippedTimes() const
{
    qint64 sum = 0;
    for (const auto& file : m_files)
        sum += file->checker.skippedTimes();
    return sum;
}

double CsvSource::progress() const
{
    const auto main = static_cast<std::size_t>(m_mapping.mainTable);
    if (m_files.size() <= main || m_files.at(main)->reader.size() == 0)
        return 0;
    const CsvReader& reader = m_files.at(main)->reader;
    return static_cast<double>(reader.position()) / static_cast<double>(reader.size());
}
