// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/doctor.h"

#include "models/store/migrations.h"
#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"
#include "models/store/serverbinaries.h"
#include "models/store/session.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

using Verdict = DoctorCheck::Verdict;

QString value(pqxx::transaction_base& tx, const char* sql)
{
    const auto rows = exec(tx, sql);
    return rows.empty() || rows[0][0].is_null() ? QString() : QString::fromUtf8(rows[0][0].c_str());
}

QStringList values(pqxx::transaction_base& tx, const std::string& sql, const SqlArgs& args = {})
{
    QStringList result;
    const auto rows = exec(tx, sql, args);
    for (const auto& row : rows)
        result += QString::fromUtf8(row[0].c_str());
    return result;
}

/// The indexes that the migrations make, by name.
std::string expectedIndexes()
{
    static const QRegularExpression pattern(
        u"CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?(\\w+) ON"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList names;
    const QList<Migration> migrations = Migration::builtIn();
    for (const Migration& migration : migrations) {
        auto match = pattern.globalMatch(QString::fromUtf8(migration.sql));
        while (match.hasNext())
            names += match.next().captured(1);
    }
    return u"{%1}"_s.arg(names.join(u',')).toStdString();
}

bool hasSchema(Session& session)
{
    pqxx::nontransaction tx(session.connection());
    return !value(tx, "SELECT to_regnamespace('integration')").isEmpty() && Migrations::foreign(tx).isEmpty();
}

} // namespace

Doctor::Doctor(ConnectionSettings settings)
    : m_settings(std::move(settings))
{ }

QString Doctor::shortList(const QStringList& names)
{
    constexpr qsizetype shown = 3;
    const QString first = names.first(std::min(shown, names.size())).join(u", "_s);
    return names.size() <= shown ? first : tr("%1 and %2 more").arg(first).arg(names.size() - shown);
}

QList<DoctorCheck> Doctor::examine() const
{
    static constexpr Examination examinations[]
        = {&Doctor::connection, &Doctor::serverVersion, &Doctor::encoding, &Doctor::schema, &Doctor::rights,
            &Doctor::clock, &Doctor::timeZones, &Doctor::durability, &Doctor::connections, &Doctor::partitions,
            &Doctor::invalidIndexes, &Doctor::missingIndexes, &Doctor::search, &Doctor::statistics, &Doctor::channels};
    QList<DoctorCheck> checks;
    try {
        Session session(m_settings);
        for (const auto examination : examinations) {
            if (examination == &Doctor::partitions && !hasSchema(session))
                break; // what follows looks into the schema, and that it is missing is said already
            pqxx::nontransaction tx(session.connection());
            try {
                checks += (this->*examination)(tx);
            } catch (const pqxx::sql_error&) { // not allowed, or not there: the other checks can still be made
                const Error error = currentError();
                if (error.kind == Failure::Connection)
                    throw;
                checks += {u"check_%1"_s.arg(checks.size() + 1), tr("Check not possible"), Verdict::Failed, error.text,
                    error.hint};
            }
        }
    } catch (const std::exception&) {
        const Error error = currentError();
        checks += {u"connection"_s, tr("Connection", "heading of a check"), Verdict::Failed, error.text, error.hint};
    }
    return checks;
}

DoctorCheck Doctor::connection(pqxx::transaction_base& tx) const
{
    DoctorCheck check{u"connection"_s, tr("Connection", "heading of a check"), Verdict::Ok, {}, {}};
    const bool encrypted = value(tx, "SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == u"true"_s;
    check.text = m_settings.redacted();
    if (!m_settings.host().isEmpty() && m_settings.tlsMode() != u"verify-full"_s) {
        check.verdict = Verdict::Warning;
        check.text = encrypted ? tr("%1, encrypted, but the server has not proved who it is").arg(check.text)
                               : tr("%1, not encrypted").arg(check.text);
        check.hint = tr("Use sslmode=verify-full with the authority's certificate.");
    }
    return check;
}

DoctorCheck Doctor::serverVersion(pqxx::transaction_base& tx) const
{
    const QString version = value(tx, "SHOW server_version");
    const int number = value(tx, "SHOW server_version_num").toInt();
    const bool fits = number >= ServerBinaries::oldestMajor * 10000;
    return {u"server_version"_s, tr("Server version"), fits ? Verdict::Ok : Verdict::Failed, u"PostgreSQL "_s + version,
        fits ? QString() : tr("PostgreSQL %1 or newer is needed.").arg(ServerBinaries::oldestMajor)};
}

DoctorCheck Doctor::encoding(pqxx::transaction_base& tx) const
{
    const QString name = value(tx, "SHOW server_encoding");
    const auto problem = Migrations::encodingProblem(name);
    return {u"encoding"_s, tr("Text encoding"), problem ? Verdict::Failed : Verdict::Ok, problem ? problem->text : name,
        problem ? problem->hint : QString()};
}

DoctorCheck Doctor::schema(pqxx::transaction_base&) const
{
    DoctorCheck check{u"schema"_s, tr("Schema", "heading of a check: database schema"), Verdict::Ok, {}, {}};
    const auto status = Migrations(m_settings).status();
    const auto problem = status ? Migrations::problem(status.value()) : std::optional(status.error());
    if (problem) {
        check.verdict = Verdict::Failed;
        check.text = problem->text;
        check.hint = problem->hint;
    } else {
        check.text = tr("Version %1, unaltered").arg(status.value().found);
    }
    return check;
}

DoctorCheck Doctor::rights(pqxx::transaction_base& tx) const
{
    DoctorCheck check{u"rights"_s, tr("Your rights"), Verdict::Ok, {}, {}};
    const QString user = value(tx, "SELECT current_user");
    const QStringList roles = values(tx,
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'signalbox\\_%' AND pg_has_role(oid, 'member') ORDER BY 1");
    const bool superuser = value(tx, "SHOW is_superuser") == u"on"_s;
    if (superuser) {
        check.text = tr("%1 is a superuser and may do everything").arg(user);
        if (!m_settings.isEmbedded()) {
            check.verdict = Verdict::Warning;
            check.hint = tr("For daily work use a role of your own that is a member of signalbox_support or the like.");
        }
    } else if (roles.isEmpty()) {
        check.verdict = Verdict::Failed;
        check.text = tr("%1 is in none of the signalbox roles").arg(user);
        check.hint = tr("Ask an administrator for: GRANT signalbox_viewer TO %1").arg(user);
    } else {
        check.text = tr("%1: %2", "user: list of roles").arg(user, roles.join(u", "_s));
    }
    return check;
}

DoctorCheck Doctor::clock(pqxx::transaction_base& tx) const
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 there = value(tx, "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint").toLongLong();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    // as far as the round trip allows to say
    const qint64 apart = there < before ? before - there : there > after ? there - after : 0;
    const Verdict verdict = apart > 60'000 ? Verdict::Failed : apart > 2'000 ? Verdict::Warning : Verdict::Ok;
    return {u"clock"_s, tr("Clock", "heading of a check"), verdict,
        tr("%1 ms away from this machine's").arg(QLocale().toString(apart)),
        verdict == Verdict::Ok ? QString()
                               : tr("Set both machines by a time server (NTP): ages and due times would be wrong.")};
}

DoctorCheck Doctor::timeZones(pqxx::transaction_base& tx) const
{
    const QStringList unknown = values(tx,
        "SELECT z FROM unnest(ARRAY['UTC', 'Europe/Berlin', 'America/Sao_Paulo']) z "
        "WHERE NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = z)");
    const QString own = value(tx, "SHOW timezone");
    if (unknown.isEmpty())
        return {u"time_zones"_s, tr("Time zones"), Verdict::Ok, tr("Known; the server's own is %1").arg(own), {}};
    return {u"time_zones"_s, tr("Time zones"), Verdict::Failed,
        tr("The server does not know %1").arg(unknown.join(u", "_s)),
        tr("Install the time zone data (tzdata) on the server: calendars need it.")};
}

DoctorCheck Doctor::durability(pqxx::transaction_base& tx) const
{
    const QStringList off = values(tx,
        "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') "
        "AND setting = 'off' ORDER BY 1");
    if (off.isEmpty())
        return {u"durability"_s, tr("Durability", "heading of a check"), Verdict::Ok,
            tr("Confirmed changes survive a crash"), {}};
    const bool harmful = off.contains(u"fsync"_s) || off.contains(u"full_page_writes"_s);
    return {u"durability"_s, tr("Durability", "heading of a check"), harmful ? Verdict::Failed : Verdict::Warning,
        tr("Switched off: %1").arg(off.join(u", "_s)),
        harmful ? tr("Switch it on: a crash of the server can destroy the database.")
                : tr("Switch it on: a crash of the server can lose the last confirmed changes.")};
}

DoctorCheck Doctor::connections(pqxx::transaction_base& tx) const
{
    const int used = value(tx, "SELECT sum(numbackends)::int FROM pg_stat_database").toInt();
    const int most = value(tx, "SHOW max_connections").toInt();
    const bool tight = used > most * 8 / 10;
    return {u"connections"_s, tr("Connections", "heading of a check: number of database connections"),
        tight ? Verdict::Warning : Verdict::Ok, tr("%1 of %2 in use").arg(used).arg(most),
        tight ? tr("Raise max_connections, or put a pooler such as pgbouncer in front.") : QString()};
}

DoctorCheck Doctor::partitions(pqxx::transaction_base& tx) const
{
    DoctorCheck check{u"partitions"_s, tr("Partitions ahead"), Verdict::Ok, {}, {}};
    if (value(tx, "SELECT to_regclass('integration.business_event')").isEmpty()) {
        check.verdict = Verdict::Failed;
        check.text = tr("There is no table integration.business_event");
        check.hint = tr("Create it with: signalboxctl db init");
        return check;
    }
    const QStringList ahead = values(tx,
        "SELECT to_char(m, 'YYYY-MM') FROM generate_series(date_trunc('month', now() AT TIME ZONE 'UTC'), "
        "date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month', interval '1 month') m "
        "WHERE to_regclass('integration.business_event_' || to_char(m, 'YYYY_MM')) IS NULL");
    const QString count
        = value(tx, "SELECT count(*) FROM pg_inherits WHERE inhparent = 'integration.business_event'::regclass");
    if (ahead.isEmpty()) {
        check.text = tr("%1 months, this and the next one among them").arg(count);
    } else {
        check.verdict = Verdict::Warning;
        check.text = tr("Missing for %1").arg(ahead.join(u", "_s));
        check.hint = tr("They are made when events come in; ahead of time with: SELECT integration.maintain()");
    }
    return check;
}

DoctorCheck Doctor::invalidIndexes(pqxx::transaction_base& tx) const
{
    const QStringList invalid = values(tx,
        "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'integration' AND NOT i.indisvalid ORDER BY 1");
    if (invalid.isEmpty())
        return {u"invalid_indexes"_s, tr("Indexes usable"), Verdict::Ok, tr("All of them"), {}};
    return {u"invalid_indexes"_s, tr("Indexes usable"), Verdict::Failed, tr("Not usable: %1").arg(shortList(invalid)),
        tr("Build it again with: REINDEX INDEX CONCURRENTLY %1").arg(invalid.first())};
}

DoctorCheck Doctor::missingIndexes(pqxx::transaction_base& tx) const
{
    const QStringList missing = values(tx,
        "SELECT name FROM unnest($1::text[]) name "
        "WHERE to_regclass('integration.' || quote_ident(lower(name))) IS NULL ORDER BY 1",
        {expectedIndexes()});
    if (missing.isEmpty())
        return {u"missing_indexes"_s, tr("Indexes complete"), Verdict::Ok, tr("All of them are there"), {}};
    return {u"missing_indexes"_s, tr("Indexes complete"), Verdict::Warning, tr("Missing: %1").arg(shortList(missing)),
        tr("Make them again as the migrations do, or lists become slow.")};
}

DoctorCheck Doctor::search(pqxx::transaction_base& tx) const
{
    const QStringList missing = values(tx,
        "SELECT name FROM unnest(ARRAY['exception_search', 'payload_search_words']) name "
        "WHERE to_regclass('integration.' || name) IS NULL");
    if (missing.isEmpty())
        return {u"search"_s, tr("Search", "heading of a check"), Verdict::Ok,
            tr("Words in errors and payloads are found by an index"), {}};
    return {u"search"_s, tr("Search", "heading of a check"), Verdict::Warning,
        tr("Words in errors and payloads are found without an index, which is slow where there are many problems"),
        tr("Put PostgreSQL's extension pg_trgm onto the server, then let the schema's owner run: "
           "SELECT integration.index_search()")};
}

DoctorCheck Doctor::statistics(pqxx::transaction_base& tx) const
{
    const QStringList stale = values(tx,
        "SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'integration' AND n_live_tup > 10000 "
        "AND coalesce(last_analyze, last_autoanalyze) IS NULL ORDER BY 1");
    if (stale.isEmpty())
        return {u"statistics"_s, tr("Planner statistics"), Verdict::Ok, tr("Up to date"), {}};
    return {u"statistics"_s, tr("Planner statistics"), Verdict::Warning,
        tr("Never collected for: %1").arg(shortList(stale)), tr("Run ANALYZE, and check that autovacuum is on.")};
}

DoctorCheck Doctor::channels(pqxx::transaction_base& tx) const
{
    // what an event brings in follows one process
    const std::string stray = "FROM integration.channel c WHERE NOT c.described "
                              "AND EXISTS (SELECT FROM integration.sales_order o WHERE o.channel = c.code)";
    const QStringList names = values(tx, "SELECT c.code " + stray + " ORDER BY 1");
    if (names.isEmpty())
        return {u"channels"_s, tr("Channels", "heading of a check: sales channels"), Verdict::Ok,
            tr("All that have orders are described"), {}};
    return {u"channels"_s, tr("Channels", "heading of a check: sales channels"), Verdict::Warning,
        tr("With orders, but never described: %1; all steps of %2 are expected there")
            .arg(shortList(names), values(tx, "SELECT DISTINCT c.process " + stray + " ORDER BY 1").join(u", "_s)),
        tr("Describe them with: signalboxctl channel put FILE; signalboxctl rebuild applies it to the orders there are.")};
}
