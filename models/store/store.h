// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/store/connectionsettings.h"
#include "models/store/embeddedserver.h"
#include "models/store/queryrunner.h"

#include <QString>

#include <memory>

/// A database that is ready for use: the one that was named, else the embedded one. Closing it lets go of the embedded
/// server, so destroy it off the GUI thread or as the last thing.
class Store
{
public:
    enum class Schema {
        Require, ///< fail with Failure::Schema when it does not fit
        Bring, ///< migrate
        Ignore ///< only connect: for programs that look at it themselves
    };
    struct Options
    {
        QString bundle; ///< an incident bundle to open instead of any database; it can only be read
        QString database; ///< as ConnectionSettings::choose() takes it; empty when the person named none
        QString embeddedDatabase = QStringLiteral("signalbox");
        bool embeddedOnly = false; ///< the embedded one, whatever the environment names
        Schema named = Schema::Require; ///< for a database that was named
        Schema embedded = Schema::Bring;
        bool maintain = true; ///< look after the database in the background, where the role may
        QueryRunner::Limits limits;
    };

    /// Blocks: call it off the GUI thread. Shared, so that it can travel in a QFuture.
    static Outcome<std::shared_ptr<Store>> open(const Options& options);
    static Outcome<std::shared_ptr<Store>> open() { return open(Options()); }

    const ConnectionSettings& settings() const { return m_runner->settings(); }
    QueryRunner& runner() { return *m_runner; }
    bool isEmbedded() const { return m_server != nullptr; }

private:
    Store() = default;
    static Outcome<std::shared_ptr<Store>> openBundle(const Options& options);

    std::unique_ptr<EmbeddedServer> m_server;
    std::unique_ptr<QueryRunner> m_runner; ///< after the server: closed before it
};
