// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testserver.h"

#include "models/store/pqxxcompat.h"
#include "models/store/serverbinaries.h"
#include "models/store/session.h"
#include "tests/support/testcluster.h"

#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <csignal>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool anyServerInstalled()
{
    const QStringList folders = ServerBinaries::usualFolders();
    return std::ranges::any_of(folders, [](const QString& folder) { return QFile::exists(folder + u"/initdb"_s); });
}

} // namespace

TestServer::TestServer()
    : m_folder(u"/tmp/signalbox-test-XXXXXX"_s)
{
    m_missing = !anyServerInstalled();
    if (m_missing) {
        m_problem = u"PostgreSQL is not installed"_s;
        return;
    }
    ::chmod(QFile::encodeName(m_folder.path()).constData(), 0711); // as root the server is another user
    const auto data = TestCluster::data();
    if (!data) {
        m_problem = data.error().text;
        return;
    }
    EmbeddedServer::Options options;
    options.folder = m_folder.filePath(u"pg"_s);
    options.settings = TestCluster::carelessSettings();
    options.templateData = data.value();
    m_server = std::make_unique<EmbeddedServer>(options);
    restart();
}

void TestServer::restart()
{
    // what the killed one had started still holds its memory for a moment
    auto settings = m_server->start(u"postgres"_s);
    for (QDeadlineTimer patience(30s); !settings && !patience.hasExpired(); settings = m_server->start(u"postgres"_s))
        QTest::qSleep(100);
    if (settings)
        m_settings = settings.value();
    else
        m_problem = settings.error().text;
}

void TestServer::kill()
{
    const auto process = static_cast<pid_t>(m_server->processId());
    if (process > 0)
        ::kill(process, SIGKILL);
}

ConnectionSettings TestServer::freshDatabase()
{
    return create(u"CREATE DATABASE %1 TEMPLATE "_s + QString::fromLatin1(TestCluster::templateDatabase));
}

ConnectionSettings TestServer::emptyDatabase(const QString& options)
{
    return create(u"CREATE DATABASE %1 TEMPLATE template0 "_s + options);
}

ConnectionSettings TestServer::create(const QString& sql)
{
    const QString name = u"test_%1"_s.arg(++m_databases);
    run(m_settings, sql.arg(name));
    return m_settings.withDatabase(name);
}

ConnectionSettings TestServer::as(const ConnectionSettings& database, const QString& role, const QStringList& memberOf)
{
    run(m_settings,
        u"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1') THEN CREATE ROLE %1 LOGIN; END IF; END $$"_s
            .arg(role));
    for (const QString& group : memberOf)
        run(m_settings, u"GRANT %1 TO %2"_s.arg(group, role));
    return ConnectionSettings::forSocket(database.socketFolder(), database.port().toInt(), role, database.database());
}

void TestServer::run(const ConnectionSettings& database, const QString& sql)
{
    Session session(database);
    pqxx::nontransaction tx(session.connection());
    exec(tx, sql.toStdString());
}

QList<QStringList> TestServer::rows(const ConnectionSettings& database, const QString& sql)
{
    Session session(database);
    pqxx::nontransaction tx(session.connection());
    const auto result = exec(tx, sql.toStdString());
    QList<QStringList> rows;
    for (const auto& row : result) {
        QStringList fields;
        for (const auto& field : row)
            fields += field.is_null() ? QString() : QString::fromUtf8(field.c_str());
        rows += fields;
    }
    return rows;
}

QString TestServer::value(const ConnectionSettings& database, const QString& sql)
{
    const auto all = rows(database, sql);
    return all.isEmpty() ? QString() : all.constFirst().value(0);
}
