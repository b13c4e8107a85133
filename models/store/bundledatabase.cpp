// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/bundledatabase.h"

#include "models/store/migrations.h"
#include "models/store/pgbundle.h"
#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"
#include "models/store/session.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto bundleReader = "bundle_reader";
constexpr qsizetype rowsAtOnce = 500;
constexpr qint64 largestFile = 400'000'000;

// the role belongs to the server: another program may be making it at this moment
constexpr auto readerSql = R"(
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'bundle_reader') THEN
        BEGIN
            CREATE ROLE bundle_reader LOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END IF;
    IF NOT pg_catalog.pg_has_role('bundle_reader', 'signalbox_viewer', 'MEMBER') THEN
        BEGIN
            GRANT signalbox_viewer TO bundle_reader;
        EXCEPTION WHEN unique_violation THEN
            NULL;
        END;
    END IF;
END
$$
)";

// every function that writes says instead why it does not; what a person may do is asked of may_not
constexpr auto protectSql = R"(
DO $$
DECLARE
    f record;
    reason CONSTANT text := 'this is an incident bundle: it can only be read';
    part CONSTANT text := 'an incident bundle has a part of the audit trail only: it cannot be verified';
BEGIN
    FOR f IN SELECT p.oid, p.proname, p.prosrc FROM pg_catalog.pg_proc p
             WHERE p.pronamespace = 'integration'::regnamespace AND p.prokind = 'f' AND p.prorettype <> 'trigger'::regtype
               AND (p.provolatile = 'v' OR p.proname IN ('may_not', 'audit_broken_at')) AND has_function_privilege('signalbox_viewer', p.oid, 'EXECUTE') LOOP
        EXECUTE replace(replace(pg_catalog.pg_get_functiondef(f.oid), f.prosrc,
            CASE WHEN f.proname = 'may_not' THEN format(' BEGIN RETURN %L; END ', reason)
                 ELSE format(' BEGIN RAISE EXCEPTION %L USING ERRCODE = %L; END ', CASE WHEN f.proname = 'audit_broken_at' THEN part ELSE reason END, '42501') END), ' LANGUAGE sql', ' LANGUAGE plpgsql');
    END LOOP;
END
$$
)";

[[noreturn]] void refuse(const QString& text, const QString& hint = {})
{
    throw StoreException(Error{Failure::Invalid, text, hint, {}});
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw StoreException(Error{Failure::NotFound,
            QCoreApplication::translate("BundleDatabase", "%1 cannot be read: %2")
                .arg(QDir::toNativeSeparators(path), file.errorString()),
            {}, {}});
    if (file.size() > largestFile)
        refuse(QCoreApplication::translate("BundleDatabase", "%1 is too large for an incident bundle.")
                   .arg(QDir::toNativeSeparators(path)));
    return file.readAll();
}

void check(const BundleManifest& manifest)
{
    if (manifest.schemaVersion > PgBundle::schemaVersion())
        refuse(QCoreApplication::translate("BundleDatabase",
                   "The incident bundle was made by Signalbox %1 with schema %2; this one knows schemas up to %3.")
                   .arg(manifest.product, QString::number(manifest.schemaVersion),
                       QString::number(PgBundle::schemaVersion())),
            QCoreApplication::translate("BundleDatabase", "Open it with that version."));
}

/// Up to so many lines from `at` on, as a JSON array.
std::string batchOf(const QByteArray& lines, qsizetype& at)
{
    std::string array = "[";
    for (qsizetype rows = 0; at < lines.size() && rows < rowsAtOnce; ++rows) {
        const qsizetype end = lines.indexOf('\n', at);
        array += rows == 0 ? "" : ",";
        array.append(lines.constData() + at, std::size_t(end - at));
        at = end + 1;
    }
    return array + "]";
}

} // namespace

BundleDatabase::BundleDatabase(ConnectionSettings server)
    : m_server(std::move(server))
{ }

QString BundleDatabase::nameOf(const QByteArray& content)
{
    return u"bundle_"_s
        + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(24));
}

Outcome<ConnectionSettings> BundleDatabase::open(const QString& file)
{
    try {
        const QByteArray content = contentOf(file);
        const QString name = nameOf(content);
        Session session(m_server.withDatabase(u"postgres"_s));
        if (!exists(session, name)) {
            const auto bundle = readBundle(content);
            if (!bundle)
                return bundle.error();
            check(bundle.value().manifest);
            const QString fresh = name + u"_%1"_s.arg(::getpid());
            pqxx::nontransaction tx(session.connection());
            const std::string quoted = tx.quote_name(fresh.toStdString());
            exec(tx, "DROP DATABASE IF EXISTS " + quoted);
            exec(tx, "CREATE DATABASE " + quoted + " TEMPLATE template0 ENCODING 'UTF8'");
            noteUse(tx, fresh); // what a crash leaves behind is found by it
            try {
                make(bundle.value(), fresh);
                exec(tx, "ALTER DATABASE " + quoted + " RENAME TO " + tx.quote_name(name.toStdString()));
            } catch (const std::exception&) {
                const Error error = currentError();
                exec(tx, "DROP DATABASE IF EXISTS " + quoted + " WITH (FORCE)");
                if (error.sqlstate != u"42P04"_s) // another program was quicker
                    throw StoreException(error);
            }
        }
        pqxx::nontransaction tx(session.connection());
        noteUse(tx, name);
        dropOld(tx, name);
        return ConnectionSettings::forSocket(
            m_server.socketFolder(), m_server.port().toInt(), QString::fromLatin1(bundleReader), name);
    } catch (const std::exception&) {
        return currentError();
    }
}

bool BundleDatabase::exists(Session& session, const QString& name)
{
    pqxx::nontransaction tx(session.connection());
    const auto found = exec(tx, "SELECT 1 FROM pg_database WHERE datname = $1", {name.toStdString()});
    return !found.empty();
}

void BundleDatabase::make(const Bundle& bundle, const QString& name) const
{
    const ConnectionSettings place = m_server.withDatabase(name);
    const auto migrated = Migrations(place).migrate();
    if (!migrated)
        throw StoreException(migrated.error());
    Session session(place);
    Transaction tx(session.connection(), "BEGIN; SET LOCAL TIME ZONE 'UTC'");
    fill(tx, bundle);
    exec(tx, readerSql);
    exec(tx, protectSql);
    exec(tx,
        "GRANT SELECT ON ALL TABLES IN SCHEMA integration TO signalbox_viewer"); // all is masked: nothing is kept back
    exec(tx, "REVOKE ALL ON DATABASE " + tx.quote_name(name.toStdString()) + " FROM PUBLIC");
    exec(tx, "GRANT CONNECT ON DATABASE " + tx.quote_name(name.toStdString()) + " TO " + bundleReader);
    tx.commit();
    pqxx::nontransaction after(session.connection());
    exec(after, "ANALYZE");
}

void BundleDatabase::fill(pqxx::transaction_base& tx, const Bundle& bundle)
{
    std::string tables;
    const QStringList known = PgBundle::sections();
    for (const QString& name : known)
        tables += (tables.empty() ? "integration." : ", integration.") + tx.quote_name(name.toStdString());
    exec(tx, "TRUNCATE " + tables + ", integration.calendar_span CASCADE");
    for (const BundleSection& section : bundle.sections) {
        if (!known.contains(section.name))
            refuse(tr("The incident bundle has a part that this Signalbox does not know: %1.").arg(section.name));
        const std::string table = "integration." + tx.quote_name(section.name.toStdString());
        for (qsizetype at = 0; at < section.lines.size();) {
            const std::string batch = batchOf(section.lines, at);
            if (section.name == "business_calendar"_L1) { // with its open hours
                exec(tx,
                    "SELECT integration.put_calendar(jsonb_build_object('calendar', c->'name', 'title', c->'title', 'zone', c->'zone', "
                    "'week', c->'week', 'exceptions', c->'exceptions')) FROM jsonb_array_elements($1::jsonb) c",
                    {batch});
                continue;
            }
            if (section.name == "business_event"_L1)
                exec(tx,
                    "SELECT integration.ensure_partitions(min((e->>'time')::timestamptz), max((e->>'time')::timestamptz)) FROM jsonb_array_elements($1::jsonb) e",
                    {batch});
            // an older bundle may lack columns: they get what is usual
            const pqxx::result columns = exec(tx,
                "SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = $1::regclass "
                "AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND ($2::jsonb->0) ? a.attname::text",
                {table, batch});
            if (columns[0][0].is_null())
                refuse(tr("The incident bundle is damaged: %1 has no columns.").arg(section.name));
            const std::string names = columns[0][0].c_str();
            std::string insert = "INSERT INTO " + table;
            insert.append(" (").append(names).append(") OVERRIDING SYSTEM VALUE SELECT ").append(names);
            insert.append(" FROM jsonb_populate_recordset(NULL::").append(table).append(", $1::jsonb)");
            exec(tx, insert, {batch});
        }
    }
    exec(tx, "UPDATE integration.environment_setting SET name = $1, kind = 'bundle', as_of = $2::timestamptz",
        {bundle.manifest.environment.toStdString(), bundle.manifest.asOf.toString(Qt::ISODateWithMs).toStdString()});
}

/// By this it is told when a bundle was last opened.
void BundleDatabase::noteUse(pqxx::transaction_base& tx, const QString& name)
{
    exec(tx,
        "COMMENT ON DATABASE " + tx.quote_name(name.toStdString()) + " IS "
            + tx.quote(QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString()));
}

/// Bundles that nobody has opened for long, and what is left of one that was never finished.
void BundleDatabase::dropOld(pqxx::transaction_base& tx, const QString& used)
{
    const pqxx::result old = exec(tx,
        "SELECT d.datname FROM pg_database d LEFT JOIN pg_shdescription s ON s.objoid = d.oid AND s.classoid = 'pg_database'::regclass "
        "WHERE d.datname <> $1 AND CASE WHEN d.datname ~ '^bundle_[0-9a-f]{24}(_[0-9]+)?$' AND s.description ~ '^[0-9]{4}-' "
        "THEN s.description::timestamptz END < now() - make_interval(days => "
            + std::to_string(keptDays) + ") AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)",
        {used.toStdString()});
    for (const auto& row : old)
        exec(tx, "DROP DATABASE IF EXISTS " + tx.quote_name(row[0].c_str()));
}
