// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/tablereader.h"

#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QHash>

#include <string>

using namespace Qt::StringLiterals;

namespace {
class TableTexts
{
    Q_DECLARE_TR_FUNCTIONS(TableReader)
};

[[noreturn]] void refuse(Failure kind, const QString& text, const QString& hint = {})
{
    throw StoreException(Error{kind, text, hint, {}});
}

struct Relation
{
    QString name; ///< quoted by the server
    QHash<QString, QString> types;
};

Relation relation(pqxx::transaction_base& tx, const QString& name)
{
    Relation found;
    const pqxx::result known = exec(tx, "SELECT to_regclass($1::text)::text", {name.toStdString()});
    if (known.at(0)[0].is_null())
        refuse(Failure::NotFound, TableTexts::tr("There is no table or view %1.").arg(name),
            TableTexts::tr("Check its name, its schema and that you may read it."));
    found.name = QString::fromUtf8(known.at(0)[0].c_str());
    const pqxx::result columns = exec(tx,
        "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute "
        "WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped",
        {name.toStdString()});
    for (const auto& row : columns)
        found.types.insert(QString::fromUtf8(row[0].c_str()), QString::fromUtf8(row[1].c_str()));
    return found;
}

QString quotedName(const QString& identifier)
{
    return u'"' + QString(identifier).replace(u'"', u"\"\""_s) + u'"';
}

QString columnList(const TableQuery& query)
{
    QStringList list;
    for (const QString& column : query.columns)
        list.append(u"coalesce(%1::text, '')"_s.arg(quotedName(column)));
    return list.join(u", "_s);
}

/// Texts of times must not depend on what the role has set.
void fixFormats(pqxx::transaction_base& tx)
{
    exec(tx, "SET LOCAL datestyle = 'ISO, YMD'");
}

QStringList texts(const pqxx::row& row, qsizetype count)
{
    QStringList list;
    list.reserve(count);
    for (qsizetype i = 0; i < count; ++i)
        list.append(QString::fromUtf8(row[static_cast<pqxx::row::size_type>(i)].c_str()));
    return list;
}
} // namespace

TableReader::TableReader(QueryRunner& runner)
    : m_runner(runner)
{ }

Outcome<TableQuery> TableReader::prepare(const TableQuery& query)
{
    struct Prepared
    {
        QString relation;
        QString watermarkType;
    };
    const auto prepared = m_runner.readNow([&query](ReadScope& scope) {
        const Relation found = relation(scope.tx, query.relation);
        QStringList wanted = query.columns;
        if (!query.watermark.isEmpty())
            wanted << query.watermark << query.key;
        for (const QString& column : wanted) {
            if (!found.types.contains(column))
                refuse(Failure::NotFound, TableTexts::tr("%1 has no column \"%2\".").arg(query.relation, column),
                    TableTexts::tr("Correct the mapping, or add the column to the view."));
        }
        return Prepared{found.name, found.types.value(query.watermark)};
    });
    if (!prepared)
        return prepared.error();
    const QString& type = prepared.value().watermarkType;
    static const QStringList times{u"timestamp with time zone"_s, u"timestamp without time zone"_s};
    static const QStringList numbers{u"bigint"_s, u"integer"_s, u"smallint"_s};
    if (!query.watermark.isEmpty() && !times.contains(type) && !numbers.contains(type))
        return Error{Failure::Invalid,
            TableTexts::tr("The watermark \"%1\" of %2 is of the type %3: it should be a time stamp or a whole number.")
                .arg(query.watermark, query.relation, type),
            {}, {}};
    m_watermarkIsTime = !numbers.contains(type);
    TableQuery ready = query;
    ready.relation = prepared.value().relation;
    return ready;
}

Outcome<TablePage> TableReader::page(const TableQuery& prepared, const TablePosition& after, int limit)
{
    // the constant is put on the time's side of the comparison, so that an index on the watermark serves
    const QString mark = quotedName(prepared.watermark);
    const QString start
        = m_watermarkIsTime ? u"(timestamptz 'epoch' + $1::bigint * interval '1 microsecond')%1"_s : u"$1::bigint%1"_s;
    const QString number = m_watermarkIsTime ? u"(extract(epoch FROM %1) * 1000000)::bigint"_s.arg(mark) : mark;
    const QString finite = m_watermarkIsTime ? u"isfinite(%1)"_s.arg(mark) : u"%1 IS NOT NULL"_s.arg(mark);
    const QString key = u"coalesce(%1::text, '') COLLATE \"C\""_s.arg(quotedName(prepared.key));
    const QString sql
        = u"SELECT %1, %2, %3 FROM %4 WHERE %5 >= %6 AND %7 "
          "AND ($2::text IS NULL OR %5 > %6 OR %3 > $2::text COLLATE \"C\") ORDER BY %5, %3 LIMIT $3::int"_s.arg(
              columnList(prepared), number, key, prepared.relation, mark, start.arg(QString()), finite);
    return m_runner.readNow([&](ReadScope& scope) {
        fixFormats(scope.tx);
        const SqlText behind = after.key ? SqlText(after.key->toStdString()) : SqlText();
        const pqxx::result rows
            = exec(scope.tx, sql.toStdString(), {std::to_string(after.watermark), behind, std::to_string(limit)});
        TablePage page;
        page.next = after;
        const qsizetype columns = prepared.columns.size();
        for (const auto& row : rows) {
            page.rows.append(texts(row, columns));
            page.next.watermark = row[static_cast<pqxx::row::size_type>(columns)].as<qint64>();
            page.next.key = QString::fromUtf8(row[static_cast<pqxx::row::size_type>(columns + 1)].c_str());
        }
        return page;
    });
}

Outcome<qint64> TableReader::unmarked(const TableQuery& prepared)
{
    const QString mark = quotedName(prepared.watermark);
    const QString finite = m_watermarkIsTime ? u"isfinite(%1)"_s.arg(mark) : u"(%1 IS NOT NULL)"_s.arg(mark);
    const QString sql = u"SELECT count(*) FROM %1 WHERE %2 IS NOT TRUE"_s.arg(prepared.relation, finite);
    return m_runner.readNow([&sql](ReadScope& scope) { return exec(scope.tx, sql.toStdString())[0][0].as<qint64>(); });
}

Outcome<QList<QStringList>> TableReader::matching(
    const TableQuery& prepared, const QString& column, const QStringList& values)
{
    const QString sql
        = u"SELECT %1 FROM %2 WHERE %3::text IN (SELECT jsonb_array_elements_text($1::jsonb)) ORDER BY 1"_s.arg(
            columnList(prepared), prepared.relation, quotedName(column));
    nlohmann::json list = nlohmann::json::array();
    for (const QString& value : values)
        list.push_back(value.toStdString());
    return m_runner.readNow([&](ReadScope& scope) {
        fixFormats(scope.tx);
        const pqxx::result rows = exec(scope.tx, sql.toStdString(), {list.dump()});
        QList<QStringList> found;
        for (const auto& row : rows)
            found.append(texts(row, prepared.columns.size()));
        return found;
    });
}
