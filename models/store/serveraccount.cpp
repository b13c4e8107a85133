// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serveraccount.h"

#include "models/store/pqerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cerrno>
#include <vector>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct User
{
    QString name;
    uid_t uid = 0;
    gid_t gid = 0;
};

template<typename Find>
std::optional<User> lookUp(Find find)
{
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(16384);
    if (find(&entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return std::nullopt;
    return User{QString::fromLocal8Bit(entry.pw_name), entry.pw_uid, entry.pw_gid};
}

std::optional<User> userNamed(const char* name)
{
    return lookUp([name](passwd* entry, char* buffer, std::size_t size, passwd** found) {
        return ::getpwnam_r(name, entry, buffer, size, found);
    });
}

std::optional<User> userWithId(uid_t uid)
{
    return lookUp([uid](passwd* entry, char* buffer, std::size_t size, passwd** found) {
        return ::getpwuid_r(uid, entry, buffer, size, found);
    });
}

bool mayEnter(const struct stat& status, uid_t uid, gid_t gid)
{
    if (status.st_uid == uid)
        return status.st_mode & S_IXUSR;
    if (status.st_gid == gid)
        return status.st_mode & S_IXGRP;
    return status.st_mode & S_IXOTH;
}

} // namespace

ServerAccount ServerAccount::current()
{
    ServerAccount account;
    account.m_uid = ::geteuid();
    account.m_gid = ::getegid();
    account.m_name = personName();
    if (account.m_uid != 0)
        return account;
    auto other = userNamed("postgres");
    if (!other)
        other = userNamed("nobody");
    if (!other)
        throw StoreException(Error{Failure::Connection,
            QCoreApplication::translate("EmbeddedServer",
                "PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody."),
            QCoreApplication::translate(
                "EmbeddedServer", "Run Signalbox as an ordinary user, or name a database with --db."),
            {}});
    account.m_uid = other->uid;
    account.m_gid = other->gid;
    account.m_name = other->name;
    account.m_switched = true;
    return account;
}

QPair<QString, QStringList> ServerAccount::command(const QString& program, const QStringList& arguments) const
{
    if (!m_switched)
        return {program, arguments};
    const QString setpriv = QStandardPaths::findExecutable(u"setpriv"_s, {u"/usr/bin"_s, u"/bin"_s});
    if (!setpriv.isEmpty())
        return {setpriv,
            QStringList{u"--reuid=%1"_s.arg(m_uid), u"--regid=%1"_s.arg(m_gid), u"--clear-groups"_s, program}
                + arguments};
    return {u"runuser"_s, QStringList{u"-u"_s, m_name, u"--"_s, program} + arguments};
}

void ServerAccount::own(const QString& path) const
{
    if (m_switched && ::chown(QFile::encodeName(path).constData(), m_uid, m_gid) != 0) {
        const QString reason = qt_error_string(errno);
        throw StoreException(Error{Failure::Connection,
            QCoreApplication::translate("EmbeddedServer", "%1 cannot be given to the user %2: %3")
                .arg(path, m_name, reason),
            {}, {}});
    }
}

QString ServerAccount::barrier(const QString& path) const
{
    QString folder = u"/"_s;
    const QStringList names = QDir::cleanPath(path).split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i <= names.size(); ++i) {
        struct stat status
        { };
        if (::stat(QFile::encodeName(folder).constData(), &status) != 0)
            return {}; // not there yet: made by us, and enterable
        if (S_ISDIR(status.st_mode) && !mayEnter(status, m_uid, m_gid))
            return folder;
        if (i < names.size())
            folder = QDir(folder).filePath(names.at(i));
    }
    return {};
}

QProcessEnvironment ServerAccount::environment()
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    const QStringList names = result.keys();
    for (const QString& name : names) {
        if (name.startsWith(u"PG"_s) || name.startsWith(u"LC_"_s))
            result.remove(name);
    }
    result.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return result;
}

QString ServerAccount::personName()
{
    const auto person = userWithId(::geteuid());
    return person ? person->name : u"signalbox"_s;
}
