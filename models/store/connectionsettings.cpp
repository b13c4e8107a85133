// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/connectionsettings.h"

#include <QUrl>

#include <libpq-fe.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

using OptionsPointer = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;
using Options = QList<QPair<QString, QString>>;

QString valueOf(const Options& options, QStringView key)
{
    const auto found = std::ranges::find(options, key, &QPair<QString, QString>::first);
    return found == options.end() ? QString() : found->second;
}

void setValue(Options& options, const QString& key, const QString& value)
{
    const auto found = std::ranges::find(options, key, &QPair<QString, QString>::first);
    if (found == options.end())
        options.append({key, value});
    else
        found->second = value;
}

Options toList(const PQconninfoOption* option)
{
    Options result;
    for (; option->keyword; ++option) {
        if (option->val)
            result.append({QString::fromUtf8(option->keyword), QString::fromUtf8(option->val)});
    }
    return result;
}

bool isSocket(const QString& host)
{
    return host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@');
}

bool isLocal(const QString& host)
{
    return isSocket(host) || host == u"localhost"_s || host == u"::1"_s || host.startsWith(u"127."_s);
}

bool anyRemote(const QString& hosts)
{
    const QStringList list = hosts.split(u',');
    return std::ranges::any_of(list, [](const QString& host) { return !isLocal(host); });
}

bool libpqNamesADatabase()
{
    static constexpr const char* names[] = {"PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGSERVICE"};
    return std::ranges::any_of(names, [](const char* name) { return !qEnvironmentVariableIsEmpty(name); });
}

QString quoted(QString value)
{
    value.replace(u"\\"_s, u"\\\\"_s).replace(u"'"_s, u"\\'"_s);
    return u'\'' + value + u'\'';
}

QString encoded(const QString& value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace

Outcome<ConnectionSettings> ConnectionSettings::choose(const QString& given)
{
    if (!given.isEmpty())
        return parse(given, Origin::Given);
    const QString variable = qEnvironmentVariable("SIGNALBOX_DB");
    if (!variable.isEmpty())
        return parse(variable, Origin::Variable);
    if (!libpqNamesADatabase())
        return ConnectionSettings();
    ConnectionSettings result;
    result.m_origin = Origin::Libpq;
    result.resolve();
    return result;
}

ConnectionSettings ConnectionSettings::forSocket(
    const QString& folder, int port, const QString& user, const QString& database)
{
    ConnectionSettings result;
    // said aloud so that variables meant for other servers (PGSSLMODE, PGOPTIONS, ...) do not reach this one
    result.m_options = {{u"host"_s, folder}, {u"port"_s, QString::number(port)}, {u"user"_s, user},
        {u"dbname"_s, database}, {u"sslmode"_s, u"disable"_s}, {u"gssencmode"_s, u"disable"_s},
        {u"channel_binding"_s, u"disable"_s}, {u"options"_s, QString()}, {u"target_session_attrs"_s, u"any"_s}};
    result.m_resolved = result.m_options;
    return result;
}

Outcome<ConnectionSettings> ConnectionSettings::parse(const QString& text, Origin origin)
{
    const QString where = origin == Origin::Variable ? u"SIGNALBOX_DB"_s : u"--db"_s;
    ConnectionSettings result;
    result.m_origin = origin;
    if (!text.contains(u'=') && !text.contains(u"://"_s)) {
        result.m_options = {{u"dbname"_s, text}};
    } else {
        auto options = parseOptions(text, where);
        if (!options)
            return options.error();
        result.m_options = std::move(options).value();
    }
    result.resolve();
    return result;
}

Outcome<ConnectionSettings::Options> ConnectionSettings::parseOptions(const QString& text, const QString& where)
{
    char* message = nullptr;
    const OptionsPointer parsed(PQconninfoParse(text.toUtf8().constData(), &message), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> owned(message, &PQfreemem);
    if (parsed)
        return toList(parsed.get());
    // libpq repeats the part that it does not understand, which may be the password
    const bool secret = text.contains(u'@') || text.contains(u"password"_s);
    const QString why = secret || !message ? QString() : QString::fromUtf8(message).trimmed();
    return Error{Failure::Invalid,
        why.isEmpty() ? tr("%1 does not name a database in a form that PostgreSQL understands.").arg(where)
                      : tr("%1 does not name a database in a form that PostgreSQL understands: %2").arg(where, why),
        tr("Write it as postgresql://user@host:5432/database (special characters percent-encoded), "
           "or as \"host=... dbname=... user=...\"."),
        {}};
}

void ConnectionSettings::resolve()
{
    // libpq resolves a service only when the environment names it, so a service of ours is put there
    const QString service = valueOf(m_options, u"service");
    if (!service.isEmpty())
        qputenv("PGSERVICE", service.toUtf8());
    const OptionsPointer defaults(PQconndefaults(), &PQconninfoFree);
    m_resolved = defaults ? toList(defaults.get()) : Options();
    const QString inherited = valueOf(m_resolved, u"sslmode");
    const bool said = !valueOf(m_options, u"sslmode").isEmpty() || !qEnvironmentVariableIsEmpty("PGSSLMODE")
        || (!inherited.isEmpty() && inherited != u"prefer"_s);
    for (const auto& [key, value] : std::as_const(m_options))
        setValue(m_resolved, key, value);
    if (valueOf(m_resolved, u"dbname").isEmpty())
        setValue(m_resolved, u"dbname"_s, valueOf(m_resolved, u"user"));
    const QString address = valueOf(m_resolved, u"hostaddr");
    m_verifyServer = !said && anyRemote(address.isEmpty() ? valueOf(m_resolved, u"host") : address);
    if (m_verifyServer)
        setValue(m_resolved, u"sslmode"_s, u"verify-full"_s);
}

QString ConnectionSettings::resolved(QStringView key) const
{
    return valueOf(m_resolved, key);
}

QString ConnectionSettings::host() const
{
    QString name = resolved(u"host");
    if (!isSocket(name))
        return name;
    return resolved(u"hostaddr");
}

QString ConnectionSettings::socketFolder() const
{
    return host().isEmpty() ? resolved(u"host") : QString();
}

ConnectionSettings ConnectionSettings::withDatabase(const QString& database) const
{
    ConnectionSettings result = *this;
    setValue(result.m_options, u"dbname"_s, database);
    setValue(result.m_resolved, u"dbname"_s, database);
    return result;
}

QString ConnectionSettings::redacted() const
{
    if (m_options.isEmpty() && m_origin == Origin::Embedded)
        return tr("the embedded database");
    const QString name = host();
    // an IPv6 address, several hosts and a socket folder only fit into the query part
    const bool plain = !name.isEmpty() && !name.contains(u',') && !name.contains(u':');
    QString uri = u"postgresql://"_s;
    if (!user().isEmpty())
        uri += encoded(user()) + u'@';
    if (plain)
        uri += name + (port().isEmpty() ? QString() : u':' + port());
    uri += u'/' + encoded(database());
    QStringList query;
    if (!plain) {
        for (const QString& key : {u"host"_s, u"hostaddr"_s, u"port"_s}) {
            if (!resolved(key).isEmpty())
                query += key + u'=' + encoded(resolved(key));
        }
    }
    for (const QString& key : {u"service"_s, u"sslmode"_s, u"sslrootcert"_s, u"target_session_attrs"_s}) {
        if (m_origin != Origin::Embedded && !valueOf(m_options, key).isEmpty())
            query += key + u'=' + encoded(valueOf(m_options, key));
    }
    if (m_verifyServer)
        query += u"sslmode=verify-full"_s;
    return query.isEmpty() ? uri : uri + u'?' + query.join(u'&');
}

std::string ConnectionSettings::conninfo() const
{
    Options all = {{u"application_name"_s, u"signalbox/" SIGNALBOX_VERSION ""_s}, {u"connect_timeout"_s, u"5"_s},
        {u"keepalives"_s, u"1"_s}, {u"keepalives_idle"_s, u"15"_s}, {u"keepalives_interval"_s, u"5"_s},
        {u"keepalives_count"_s, u"3"_s}, {u"tcp_user_timeout"_s, u"15000"_s}};
    if (m_verifyServer)
        all.append({u"sslmode"_s, u"verify-full"_s});
    for (const auto& [key, value] : m_options)
        setValue(all, key, value);
    setValue(all, u"client_encoding"_s, u"UTF8"_s); // always: every text of ours is UTF-8
    QStringList parts;
    for (const auto& [key, value] : std::as_const(all))
        parts += key + u'=' + quoted(value);
    return parts.join(u' ').toStdString();
}
