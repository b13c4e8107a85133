// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"
#include "models/store/embeddedserver.h"

#include <QList>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A real PostgreSQL server of one test program, in a temporary folder, reached by a Unix socket only. Gone with it.
/// Begin initTestCase() with SIGNALBOX_REQUIRE(server).
class TestServer
{
public:
    TestServer();

    bool isRunning() const { return m_problem.isEmpty(); }
    /// Why it is not running.
    QString problem() const { return m_problem; }
    /// No PostgreSQL on this machine: the one reason to skip.
    bool isMissing() const { return m_missing; }

    /// A new database with the schema of this program; cheap.
    ConnectionSettings freshDatabase();
    /// A new database with nothing in it.
    ConnectionSettings emptyDatabase(const QString& options = QStringLiteral("ENCODING 'UTF8'"));
    /// For what must happen as somebody else: the same database for this role, which is made when it is missing.
    ConnectionSettings as(const ConnectionSettings& database, const QString& role, const QStringList& memberOf = {});

    EmbeddedServer& server() { return *m_server; }
    /// As a crash does it: SIGKILL to the server, and nothing else.
    void kill();
    /// Starts it again after kill().
    void restart();

    /// Runs SQL text as the owner, outside of a transaction block; fails loudly (throws std::exception).
    static void run(const ConnectionSettings& database, const QString& sql);
    /// All rows as text; NULL is a null string.
    static QList<QStringList> rows(const ConnectionSettings& database, const QString& sql);
    /// The first column of the only row.
    static QString value(const ConnectionSettings& database, const QString& sql);

private:
    ConnectionSettings create(const QString& sql);

    QTemporaryDir m_folder;
    std::unique_ptr<EmbeddedServer> m_server;
    ConnectionSettings m_settings;
    QString m_problem;
    bool m_missing = false;
    int m_databases = 0;
};

#define SIGNALBOX_REQUIRE(server)                                                                                      \
    do {                                                                                                               \
        if ((server).isMissing())                                                                                      \
            QSKIP("PostgreSQL is not installed");                                                                      \
        QVERIFY2((server).isRunning(), qPrintable((server).problem()));                                                \
    } while (false)
