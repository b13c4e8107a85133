// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/store/connectionsettings.h"
#include "models/store/migration.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <optional>

class Session;
namespace pqxx {
class transaction_base;
}

/// What a database holds compared with what this program needs.
struct SchemaStatus
{
    enum class State { Missing, Behind, Current, Newer, Altered, Foreign };

    State state = State::Missing;
    int found = 0; ///< highest version in the database
    int known = 0; ///< highest version of this program
    QStringList pending; ///< names of the migrations that are still to be applied
    QStringList unknown; ///< names in the database that this program does not have
    QStringList altered; ///< names whose content differs from what was applied, or that were left out
    QStringList foreign; ///< what somebody else has put into a schema of this name; only without migrations of ours
};

/// Brings the schema of a database up to this program's version, and says how it stands. Blocks; works on a connection
/// of its own, so any number of programs may start at once: the first migrates, the others wait and find it done.
class Migrations
{
    Q_DECLARE_TR_FUNCTIONS(Migrations)
public:
    explicit Migrations(ConnectionSettings settings, QList<Migration> migrations = Migration::builtIn());

    Outcome<SchemaStatus> status() const;
    /// Applies what is pending, each file in its own transaction, and installs the process templates. Returns the names
    /// applied; refuses a newer, an altered and somebody else's schema.
    Outcome<QStringList> migrate() const;
    /// nullopt when this program can work with the database as it is.
    static std::optional<Error> problem(const SchemaStatus& status);
    /// Why a schema cannot be made in a database of this encoding.
    static std::optional<Error> encodingProblem(const QString& encoding);
    /// SchemaStatus::foreign of this database.
    static QStringList foreign(pqxx::transaction_base& tx);

private:
    SchemaStatus read(Session& session) const;
    static QString encoding(Session& session);
    void apply(Session& session, const Migration& migration) const;
    static void installProcesses(Session& session);

    ConnectionSettings m_settings;
    QList<Migration> m_migrations;
};
