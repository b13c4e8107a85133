// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QCoreApplication>
#include <QList>
#include <QPair>
#include <QString>

#include <string>

/// Which database to talk to, as a plain value. Made from what a person gave, else SIGNALBOX_DB, else libpq's own
/// variables; when none of them names a database it stands for the embedded server, which has to be started first.
class ConnectionSettings
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionSettings)
public:
    enum class Origin { Given, Variable, Libpq, Embedded };

    /// `given` is a URI, a "key=value" string or a plain database name; empty when the person named none.
    static Outcome<ConnectionSettings> choose(const QString& given);
    /// A server behind a Unix socket in this folder.
    static ConnectionSettings forSocket(const QString& folder, int port, const QString& user, const QString& database);

    Origin origin() const { return m_origin; }
    bool isEmbedded() const { return m_origin == Origin::Embedded; }

    QString database() const { return resolved(u"dbname"); }
    QString user() const { return resolved(u"user"); }
    /// Empty for a Unix socket.
    QString host() const;
    /// The folder of the Unix socket; empty for a host.
    QString socketFolder() const;
    QString port() const { return resolved(u"port"); }
    QString tlsMode() const { return resolved(u"sslmode"); }

    /// The same server, another database.
    ConnectionSettings withDatabase(const QString& database) const;
    /// For psql and for a person: a URI without any password.
    QString redacted() const;
    /// For libpq only: it may hold the password.
    std::string conninfo() const;

private:
    using Options = QList<QPair<QString, QString>>;

    static Outcome<ConnectionSettings> parse(const QString& text, Origin origin);
    static Outcome<Options> parseOptions(const QString& text, const QString& where);
    void resolve();
    QString resolved(QStringView key) const;

    Origin m_origin = Origin::Embedded;
    Options m_options; ///< as given
    Options m_resolved; ///< with what the environment, a service and libpq's defaults add
    bool m_verifyServer = false; ///< a remote host and nobody has said which TLS mode
};
