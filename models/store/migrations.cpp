// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/migrations.h"

#include "models/store/doctor.h"
#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"
#include "models/store/session.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// One number for all programs; the lock belongs to the session and ends with it.
constexpr auto lockSql = "SELECT pg_advisory_lock(7310586241)";

constexpr auto bookSql = R"(
CREATE SCHEMA IF NOT EXISTS integration;
CREATE TABLE IF NOT EXISTS integration.schema_migration (
    version integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
))";

QString textOf(const pqxx::row& row, const char* column)
{
    return QString::fromUtf8(row[column].c_str());
}

} // namespace

Migrations::Migrations(ConnectionSettings settings, QList<Migration> migrations)
    : m_settings(std::move(settings))
    , m_migrations(std::move(migrations))
{ }

Outcome<SchemaStatus> Migrations::status() const
{
    try {
        Session session(m_settings);
        return read(session);
    } catch (const std::exception&) {
        return currentError();
    }
}

Outcome<QStringList> Migrations::migrate() const
{
    try {
        Session session(m_settings);
        {
            pqxx::nontransaction tx(session.connection());
            exec(tx, lockSql);
        }
        const SchemaStatus before = read(session); // under the lock: another program may just have done it all
        using enum SchemaStatus::State;
        if (before.state == Newer || before.state == Altered || before.state == Foreign)
            return *problem(before);
        if (!before.pending.isEmpty())
            if (const auto unfit = encodingProblem(encoding(session)))
                return *unfit;
        QStringList applied;
        for (const Migration& migration : m_migrations) {
            if (before.pending.contains(migration.name)) {
                apply(session, migration);
                applied += migration.name;
            }
        }
        installProcesses(session);
        return applied;
    } catch (const std::exception&) {
        return currentError();
    }
}

SchemaStatus Migrations::read(Session& session) const
{
    pqxx::nontransaction tx(session.connection());
    SchemaStatus status;
    status.known = m_migrations.isEmpty() ? 0 : m_migrations.constLast().version;
    QHash<int, QString> checksums;
    const auto book = exec(tx, "SELECT 1 WHERE to_regclass('integration.schema_migration') IS NOT NULL");
    if (!book.empty()) {
        const auto rows = exec(tx, "SELECT version, name, checksum FROM integration.schema_migration ORDER BY version");
        for (const auto& row : rows) {
            const int version = row["version"].as<int>();
            checksums.insert(version, textOf(row, "checksum"));
            status.found = version;
            if (std::ranges::none_of(m_migrations, [&](const Migration& ours) { return ours.version == version; }))
                status.unknown += textOf(row, "name");
        }
    }
    status.foreign = foreign(tx);
    for (const Migration& migration : m_migrations) {
        const auto known = checksums.constFind(migration.version);
        if (known == checksums.constEnd() && migration.version > status.found)
            status.pending += migration.name;
        else if (known == checksums.constEnd() || *known != migration.checksum())
            status.altered += migration.name;
    }
    using enum SchemaStatus::State;
    if (!status.altered.isEmpty() || std::ranges::any_of(checksums.keys(), [&](int version) {
            return version < status.known
                && std::ranges::none_of(m_migrations, [&](const Migration& ours) { return ours.version == version; });
        }))
        status.state = Altered;
    else if (status.found > status.known)
        status.state = Newer;
    else if (status.pending.isEmpty() && status.found > 0)
        status.state = Current;
    else if (status.found > 0)
        status.state = Behind;
    else
        status.state = status.foreign.isEmpty() ? Missing : Foreign;
    return status;
}

QString Migrations::encoding(Session& session)
{
    pqxx::nontransaction tx(session.connection());
    return textOf(exec(tx, "SHOW server_encoding").at(0), "server_encoding");
}

std::optional<Error> Migrations::encodingProblem(const QString& encoding)
{
    if (encoding == u"UTF8"_s)
        return std::nullopt;
    return Error{Failure::Schema,
        tr("The database has the encoding %1, which cannot hold every customer's name.").arg(encoding),
        tr("Make one with UTF8: createdb --encoding=UTF8 --template=template0 NAME"), {}};
}

QStringList Migrations::foreign(pqxx::transaction_base& tx)
{
    QStringList names;
    const auto rows = exec(tx, R"(SELECT DISTINCT name FROM (
            SELECT relname::text AS name, relnamespace AS schema FROM pg_class WHERE relkind NOT IN ('i', 'I', 't')
            UNION ALL SELECT proname::text, pronamespace FROM pg_proc
            UNION ALL SELECT typname::text, typnamespace FROM pg_type WHERE typtype IN ('d', 'e', 'r')) o
        WHERE schema = to_regnamespace('integration') AND to_regclass('integration.schema_migration') IS NULL
        ORDER BY name)");
    for (const auto& row : rows)
        names += textOf(row, "name");
    return names;
}

void Migrations::apply(Session& session, const Migration& migration) const
{
    try {
        ReadWrite tx(session.connection());
        exec(tx, bookSql);
        exec(tx, migration.sql.toStdString());
        exec(tx, "INSERT INTO integration.schema_migration (version, name, checksum) VALUES ($1::integer, $2, $3)",
            {std::to_string(migration.version), migration.name.toStdString(), migration.checksum().toStdString()});
        // whoever may look into the database may know its version
        exec(tx, R"(DO $$ BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'signalbox_viewer') THEN
                GRANT SELECT ON integration.schema_migration TO signalbox_viewer, signalbox_producer, signalbox_relay;
            END IF; END $$)");
        tx.commit();
    } catch (const std::exception&) {
        Error error = currentError();
        if (error.kind != Failure::Connection && error.kind != Failure::InDoubt)
            error.text = tr("The migration %1 failed and was undone: %2").arg(migration.name, error.text);
        throw StoreException(error);
    }
}

void Migrations::installProcesses(Session& session)
{
    const QDir folder(u":/processes"_s);
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return;
    ReadWrite tx(session.connection());
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        try {
            exec(tx, "SELECT integration.install_process($1::jsonb)", {file.readAll().toStdString()});
        } catch (const pqxx::sql_error&) {
            Error error = currentError();
            error.text = tr("The process in %1 was refused: %2").arg(name, error.text);
            throw StoreException(error);
        }
    }
    tx.commit();
}

std::optional<Error> Migrations::problem(const SchemaStatus& status)
{
    const QString found = QString::number(status.found);
    const QString known = QString::number(status.known);
    switch (status.state) {
    case SchemaStatus::State::Current:
        return std::nullopt;
    case SchemaStatus::State::Missing:
        return Error{Failure::Schema, tr("The database has no Signalbox schema yet."),
            tr("Create it with: signalboxctl db init"), {}};
    case SchemaStatus::State::Behind:
        return Error{Failure::Schema,
            tr("The database has schema version %1; this program needs version %2.").arg(found, known),
            tr("Bring it up to date with: signalboxctl db migrate"), {}};
    case SchemaStatus::State::Newer:
        return Error{Failure::Schema,
            tr("The database has schema version %1, which is newer than version %2 of this program (it does not know %3).")
                .arg(found, known, status.unknown.join(u", "_s)),
            tr("Install the version of Signalbox that the database was set up with, or a later one."), {}};
    case SchemaStatus::State::Foreign:
        return Error{Failure::Schema,
            tr("The schema \"integration\" of this database is not Signalbox's: it holds %1.")
                .arg(Doctor::shortList(status.foreign)),
            tr("Use a database of its own for Signalbox; createdb makes one."), {}};
    case SchemaStatus::State::Altered:
        break;
    }
    const QStringList names = status.altered.isEmpty() ? status.unknown : status.altered;
    return Error{Failure::Schema,
        tr("The schema of the database was not made by this program's migrations: %1 differs.")
            .arg(names.join(u", "_s)),
        tr("Use the version of Signalbox that made it, or restore the database from a backup."), {}};
}
