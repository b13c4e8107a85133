// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPair>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <sys/types.h>

/// The user that the embedded server runs as: the person, or for root, which PostgreSQL refuses, the user postgres or
/// nobody.
class ServerAccount
{
public:
    /// Throws StoreException when root has nobody to switch to.
    static ServerAccount current();

    uid_t id() const { return m_uid; }
    QString name() const { return m_name; }
    bool isSwitched() const { return m_switched; }
    /// Program and arguments that run the command as this user.
    QPair<QString, QStringList> command(const QString& program, const QStringList& arguments) const;
    void own(const QString& path) const;
    /// The first folder on the way to the path that the user may not enter; empty when there is none.
    QString barrier(const QString& path) const;
    /// Without the variables that would lead the server's programs elsewhere.
    static QProcessEnvironment environment();
    /// The name of the person, who becomes the database's owner.
    static QString personName();

private:
    QString m_name;
    uid_t m_uid = 0;
    gid_t m_gid = 0;
    bool m_switched = false;
};
