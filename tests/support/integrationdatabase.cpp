// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/integrationdatabase.h"

#include "models/store/pqxxcompat.h"
#include "models/store/session.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

IntegrationDatabase::IntegrationDatabase(const ConnectionSettings& settings)
    : m_settings(settings)
    , m_session(std::make_unique<Session>(settings))
{ }

IntegrationDatabase::~IntegrationDatabase() = default;

IngestCounts IntegrationDatabase::ingest(const QByteArray& batch)
{
    ReadWrite tx(m_session->connection());
    const pqxx::result result = exec(tx,
        "SELECT r->>'received', r->>'accepted', r->>'duplicates', r->>'rejected', r->>'orders' "
        "FROM integration.ingest($1::jsonb) r",
        {batch.toStdString()});
    tx.commit();
    const pqxx::row row = result[0];
    return {row[0].as<qint64>(), row[1].as<qint64>(), row[2].as<qint64>(), row[3].as<qint64>(), row[4].as<qint64>()};
}

IngestCounts IntegrationDatabase::ingest(const QList<TestEvent>& events)
{
    return ingest(QJsonDocument(TestEvent::array(events)).toJson(QJsonDocument::Compact));
}

void IntegrationDatabase::putCalendar(const QByteArray& definition)
{
    rows(u"SELECT integration.put_calendar($1::jsonb)"_s, {QString::fromUtf8(definition)});
}

void IntegrationDatabase::putChannel(const QByteArray& definition)
{
    rows(u"SELECT integration.put_channel($1::jsonb)"_s, {QString::fromUtf8(definition)});
}

int IntegrationDatabase::installProcess(const QByteArray& definition)
{
    return value(u"SELECT integration.install_process($1::jsonb)"_s, {QString::fromUtf8(definition)}).toInt();
}

QStringList IntegrationDatabase::rebuild(int ordersAtOnce)
{
    QStringList differences;
    QString next = u"0"_s;
    while (!next.isNull()) {
        const auto answer
            = rows(u"SELECT r->>'next', d->>'order', d - 'order' FROM integration.rebuild($1::bigint, $2::int) r "
                   "LEFT JOIN LATERAL jsonb_array_elements(r->'differences') d ON true"_s,
                {next, QString::number(ordersAtOnce)});
        for (const QStringList& row : answer) {
            if (!row.at(1).isNull())
                differences.append(row.at(1) + u": "_s + row.at(2));
        }
        next = answer.value(0).value(0);
    }
    return differences;
}

void IntegrationDatabase::run(const QString& sql)
{
    pqxx::nontransaction tx(m_session->connection());
    exec(tx, sql.toStdString());
}

QList<QStringList> IntegrationDatabase::rows(const QString& sql, const QStringList& args)
{
    SqlArgs texts;
    for (const QString& arg : args)
        texts.emplace_back(arg.isNull() ? SqlText() : SqlText(arg.toStdString()));
    ReadWrite tx(m_session->connection());
    const pqxx::result result = args.isEmpty() ? exec(tx, sql.toStdString()) : exec(tx, sql.toStdString(), texts);
    tx.commit();
    QList<QStringList> all;
    for (const auto& row : result) {
        QStringList fields;
        for (const auto& field : row)
            fields.append(field.is_null() ? QString() : QString::fromUtf8(field.c_str()));
        all.append(fields);
    }
    return all;
}

QString IntegrationDatabase::value(const QString& sql, const QStringList& args)
{
    return rows(sql, args).value(0).value(0);
}

QString IntegrationDatabase::refusal(const QString& sql)
{
    try {
        ReadWrite tx(m_session->connection());
        exec(tx, sql.toStdString());
        tx.abort();
    } catch (const pqxx::insufficient_privilege&) {
        return u"42501"_s; // libpqxx before 7.10.4 leaves the code empty
    } catch (const pqxx::sql_error& e) {
        return QString::fromStdString(e.sqlstate());
    }
    return {};
}
