// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/store/connectionsettings.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

class FileLock;
class PostmasterFile;
class ServerAccount;
struct ServerBinaries;

/// A private PostgreSQL server for when no database is named: Unix socket only, data in the person's own folder. All
/// programs of that folder share it; the last one that lets go stops it, also when it ends by a crash. Blocks: start
/// it off the GUI thread.
class EmbeddedServer
{
    Q_DECLARE_TR_FUNCTIONS(EmbeddedServer)
public:
    struct Options
    {
        QString folder; ///< empty: defaultFolder()
        QStringList binaryFolders; ///< where the server programs may be; empty: the usual places
        QStringList settings; ///< further server settings, "name=value"
        QStringList initOptions; ///< further options of initdb
        QString templateData; ///< a stopped server's data to begin with, instead of an empty one
        std::chrono::milliseconds patience{60'000}; ///< for the server to come up or to go down
    };

    EmbeddedServer();
    explicit EmbeddedServer(Options options);
    ~EmbeddedServer();
    EmbeddedServer(const EmbeddedServer&) = delete;
    EmbeddedServer& operator=(const EmbeddedServer&) = delete;

    /// SIGNALBOX_DATA, else the person's data home; for root, whose home no other user may enter, /var/lib.
    static QString defaultFolder();

    /// Starts the server or joins the running one, makes the database when it is missing, and says how to connect.
    /// May be called again for another database.
    Outcome<ConnectionSettings> start(const QString& database);
    /// Lets go of the server; stops it when nobody else uses it.
    void release();

    QString dataFolder() const;
    QString logFile() const;
    /// Of the running server; 0 when there is none.
    qint64 processId() const;

private:
    ConnectionSettings join(const QString& database);
    void prepareFolder(const ServerAccount& account) const;
    void launch(const ServerAccount& account);
    void initialise(const ServerAccount& account, const ServerBinaries& binaries) const;
    bool launchOnce(const ServerAccount& account, const ServerBinaries& binaries) const;
    QString prepareSocketFolder(const ServerAccount& account) const;
    QStringList serverArguments(const QString& socketFolder) const;
    void startGuard() const;
    PostmasterFile awaitReady() const;
    void ensureDatabase(const ConnectionSettings& settings) const;
    void stop() const;
    [[noreturn]] void failWithLog() const;

    Options m_options;
    std::unique_ptr<FileLock> m_use; ///< shared with all programs that use the server
};
