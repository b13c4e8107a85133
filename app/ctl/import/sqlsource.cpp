// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/sqlsource.h"

#include "app/ctl/import/sourcetime.h"
#include "models/store/connectionsettings.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

SqlSource::SqlSource(const Mapping& mapping, const QString& uri)
    : m_mapping(mapping)
    , m_uri(uri)
{
    m_position.watermark = std::numeric_limits<qint64>::min() / 1'000'000; // before every time that PostgreSQL knows
}

std::optional<Error> SqlSource::open()
{
    const auto settings = ConnectionSettings::choose(m_uri);
    if (!settings)
        return settings.error();
    QueryRunner::Limits limits;
    limits.connections = 1;
    limits.readTime = std::chrono::milliseconds(0);
    m_runner = std::make_unique<QueryRunner>(settings.value(), limits);
    for (int i = 0; i < m_mapping.tables.size(); ++i) {
        if (auto error = prepare(i))
            return error;
    }
    QSet<int> placed{m_mapping.mainTable};
    while (m_order.size() + 1
        < m_mapping.tables.size()) { // ends: the parser has seen to joins that all lead to the orders
        for (int i = 0; i < m_mapping.tables.size(); ++i) {
            if (placed.contains(i) || !placed.contains(m_mapping.tables.at(i).joinWith.table))
                continue;
            placed.insert(i);
            m_order.append(i);
        }
    }
    const QString place = settings.value().redacted() + u'/' + m_mapping.main().relation;
    m_identity = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
    return std::nullopt;
}

std::optional<Error> SqlSource::prepare(int table)
{
    const MappingTable& definition = m_mapping.tables.at(table);
    TableQuery query;
    query.relation = definition.relation;
    for (const MappingColumn& column : definition.columns)
        query.columns.append(column.name);
    if (table == m_mapping.mainTable) {
        query.watermark = definition.watermark;
        query.key = definition.columns.at(definition.key).name;
    }
    m_readers.push_back(std::make_unique<TableReader>(*m_runner));
    m_checkers.push_back(std::make_unique<RowChecker>(definition, m_mapping.decimalPoint));
    m_counts.append({definition.relation, 0, 0});
    const auto prepared = m_readers.back()->prepare(query);
    if (!prepared)
        return prepared.error();
    m_queries.append(prepared.value());
    return std::nullopt;
}

void SqlSource::startAt(qint64 progress)
{
    if (progress == 0)
        return;
    m_done = progress;
    const bool time = m_readers.at(static_cast<std::size_t>(m_mapping.mainTable))->watermarkIsTime();
    m_position = {progress - m_mapping.overlapSeconds * (time ? microsPerSecond : 0), std::nullopt};
}

RawRow SqlSource::rawRow(int table, const QStringList& texts)
{
    QJsonObject object;
    for (qsizetype i = 0; i < texts.size(); ++i)
        object.insert(m_mapping.tables.at(table).columns.at(i).name, texts.at(i));
    return {++m_counts[table].rows, texts, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

/// A row's number says nothing, since it changes with every run: its key is what finds it again.
SetAside SqlSource::named(SetAside bad, int table, const QStringList& texts) const
{
    const MappingTable& definition = m_mapping.tables.at(table);
    const int key = table == m_mapping.mainTable ? definition.key : definition.joinOn;
    bad.line = 0;
    bad.reason = u"%1 %2: %3"_s // the column that is the key, its value, what is wrong with the row
                     .arg(definition.columns.at(key).name, texts.at(key).left(200), bad.reason);
    return bad;
}

/// Rows that no run ever reads, told once a run.
Outcome<QList<SetAside>> SqlSource::unmarkedRows()
{
    const int main = m_mapping.mainTable;
    const auto count = m_readers.at(static_cast<std::size_t>(main))->unmarked(m_queries.at(main));
    if (!count)
        return count.error();
    if (count.value() == 0)
        return QList<SetAside>();
    const MappingTable& definition = m_mapping.main();
    const QJsonObject raw{{u"table"_s, definition.relation}, {u"watermark"_s, definition.watermark}};
    return QList<SetAside>{{definition.relation, 0, definition.watermark, u"no_watermark"_s,
        u"Rows without a value, which were not read: %1"_s.arg(count.value()),
        QJsonDocument(raw).toJson(QJsonDocument::Compact)}};
}

Outcome<SourceBatch> SqlSource::next(RowStore& joined, int limit)
{
    const int main = m_mapping.mainTable;
    const auto index = static_cast<std::size_t>(main);
    const auto page = m_readers.at(index)->page(m_queries.at(main), m_position, limit);
    if (!page)
        return page.error();
    SourceBatch batch;
    for (const QStringList& texts : page.value().rows) {
        Row row;
        if (const auto bad = m_checkers.at(index)->check(rawRow(main, texts), row)) {
            ++m_counts[main].setAside;
            batch.setAside.append(named(*bad, main, texts));
        } else {
            batch.orders.append(std::move(row));
        }
    }
    m_position = page.value().next;
    if (!page.value().rows.isEmpty())
        m_done = m_position.watermark;
    batch.done = m_done;
    batch.end = page.value().rows.size() < limit;
    if (batch.end) {
        const auto unmarked = unmarkedRows();
        if (!unmarked)
            return unmarked.error();
        batch.setAside += unmarked.value();
    }
    if (auto error = loadJoined(joined, batch, batch.setAside))
        return *error;
    return batch;
}

std::optional<Error> SqlSource::loadJoined(RowStore& joined, const SourceBatch& batch, QList<SetAside>& setAside)
{
    for (const int table : std::as_const(m_order))
        joined.clear(table);
    for (const int table : std::as_const(m_order)) {
        const QStringList keys = keysFor(table, joined, batch);
        if (keys.isEmpty())
            continue;
        if (auto error = loadTable(table, keys, joined, setAside))
            return error;
    }
    return std::nullopt;
}

QStringList SqlSource::keysFor(int table, const RowStore& joined, const SourceBatch& batch) const
{
    const ColumnRef& with = m_mapping.tables.at(table).joinWith;
    QSet<QString> keys;
    const QList<Row>& parents = with.table == m_mapping.mainTable ? batch.orders : joined.rows(with.table);
    for (const Row& parent : parents) {
        const QString& key = parent.cells.at(with.column).text;
        if (!key.isEmpty())
            keys.insert(key);
    }
    return {keys.cbegin(), keys.cend()};
}

std::optional<Error> SqlSource::loadTable(
    int table, const QStringList& keys, RowStore& joined, QList<SetAside>& setAside)
{
    const auto index = static_cast<std::size_t>(table);
    const MappingTable& definition = m_mapping.tables.at(table);
    const auto found
        = m_readers.at(index)->matching(m_queries.at(table), definition.columns.at(definition.joinOn).name, keys);
    if (!found)
        return found.error();
    for (const QStringList& texts : found.value()) {
        Row row;
        if (const auto bad = m_checkers.at(index)->check(rawRow(table, texts), row)) {
            ++m_counts[table].setAside;
            setAside.append(named(*bad, table, texts));
        } else {
            joined.add(table, std::move(row));
        }
    }
    return std::nullopt;
}

qint64 SqlSource::ambiguousTimes() const
{
    qint64 sum = 0;
    for (const auto& checker : m_checkers)
        sum += checker->ambiguousTimes();
    return sum;
}

qint64 SqlSource::skippedTimes() const
{
    qint64 sum = 0;
    for (const auto& checker : m_checkers)
        sum += checker->skippedTimes();
    return sum;
}
