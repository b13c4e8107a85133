// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bundle.h"
#include "models/store/connectionsettings.h"

#include <QCoreApplication>

class Session;
namespace pqxx {
class transaction_base;
}

/// An incident bundle as a database of the embedded server, to be read and nothing else. Its name comes from the file's
/// content: who opens the same bundle again, or beside another program, finds it there. Blocks.
class BundleDatabase
{
    Q_DECLARE_TR_FUNCTIONS(BundleDatabase)
public:
    static constexpr int keptDays = 14; ///< since it was last opened

    /// `server`: the embedded server's own user and any database.
    explicit BundleDatabase(ConnectionSettings server);

    /// How to connect, as somebody who may only read.
    Outcome<ConnectionSettings> open(const QString& file);

    /// The name of a bundle's database.
    static QString nameOf(const QByteArray& content);

private:
    static bool exists(Session& session, const QString& name);
    void make(const Bundle& bundle, const QString& name) const;
    static void fill(pqxx::transaction_base& tx, const Bundle& bundle);
    static void noteUse(pqxx::transaction_base& tx, const QString& name);
    static void dropOld(pqxx::transaction_base& tx, const QString& used);

    ConnectionSettings m_server;
};
