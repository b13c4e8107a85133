// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverbinaries.h"

#include "models/store/pqerror.h"
#include "models/store/serveraccount.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

class BinaryTexts
{
    Q_DECLARE_TR_FUNCTIONS(EmbeddedServer)
public:
    static Error missing();
    static Error otherMajor(int wanted, const QList<int>& found, const QString& dataFolder);
    static Error tooOld(const QList<int>& found);
};

QString names(const QList<int>& majors)
{
    QStringList result;
    for (const int major : majors)
        result += QString::number(major);
    return result.join(u", "_s);
}

Error BinaryTexts::missing()
{
    return {Failure::Connection, tr("PostgreSQL's server programs (initdb, postgres) were not found on this machine."),
        tr("Install PostgreSQL %1 or newer (Debian and Ubuntu: apt install postgresql; Fedora: dnf install postgresql-server), "
           "or name an existing database with --db or SIGNALBOX_DB.")
            .arg(ServerBinaries::oldestMajor),
        {}};
}

Error BinaryTexts::otherMajor(int wanted, const QList<int>& found, const QString& dataFolder)
{
    const QString have = found.isEmpty() ? tr("none", "no PostgreSQL version is installed") : names(found);
    return {Failure::Connection,
        tr("The data in %1 was made by PostgreSQL %2, but this machine has only: %3.")
            .arg(dataFolder, QString::number(wanted), have),
        tr("Install PostgreSQL %1 again (Debian and Ubuntu: apt install postgresql-%1), or move the data to the new version "
           "with pg_upgrade, or move that folder away to begin with an empty database.")
            .arg(wanted),
        {}};
}

Error BinaryTexts::tooOld(const QList<int>& found)
{
    return {Failure::Connection,
        tr("PostgreSQL %1 is too old: %2 or newer is needed.").arg(names(found)).arg(ServerBinaries::oldestMajor),
        tr("Install a newer PostgreSQL beside it, or name a database with --db or SIGNALBOX_DB."), {}};
}

QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessEnvironment(ServerAccount::environment());
    process.start(program, arguments);
    if (!process.waitForFinished(5000) || process.exitCode() != 0)
        return {};
    return QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
}

std::optional<int> majorIn(const QString& folder)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !QFileInfo(dir.filePath(u"postgres"_s)).isExecutable()
        || !QFileInfo(dir.filePath(u"initdb"_s)).isExecutable())
        return std::nullopt;
    static const QRegularExpression version(u"\\) (\\d+)"_s);
    const auto match = version.match(outputOf(dir.filePath(u"postgres"_s), {u"--version"_s}));
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

/// The folders named like "15" inside, newest first.
QStringList newestFirst(const QString& parent, const QString& pattern)
{
    QStringList found = QDir(parent).entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot);
    QCollator byNumber;
    byNumber.setNumericMode(true);
    std::ranges::sort(found, [&](const QString& a, const QString& b) { return byNumber.compare(a, b) > 0; });
    QStringList result;
    for (const QString& name : std::as_const(found))
        result += parent + u'/' + name + u"/bin"_s;
    return result;
}

} // namespace

QString ServerBinaries::program(const QString& name) const
{
    return QDir(folder).filePath(name);
}

QStringList ServerBinaries::usualFolders()
{
    QStringList result;
    const QString config = QStandardPaths::findExecutable(u"pg_config"_s);
    if (!config.isEmpty())
        result += outputOf(config, {u"--bindir"_s});
    result += newestFirst(u"/usr/lib/postgresql"_s, u"*"_s); // Debian, Ubuntu
    result += newestFirst(u"/usr"_s, u"pgsql-*"_s); // packages of postgresql.org for Fedora and its kin
    const QString onPath = QStandardPaths::findExecutable(u"postgres"_s);
    if (!onPath.isEmpty())
        result += QFileInfo(onPath).canonicalPath();
    result.removeAll(QString());
    result.removeDuplicates();
    return result;
}

ServerBinaries ServerBinaries::find(const QStringList& folders, int major, const QString& dataFolder)
{
    QList<int> others;
    for (const QString& folder : folders) {
        const auto found = majorIn(folder);
        if (!found)
            continue;
        if (major == 0 ? *found >= oldestMajor : *found == major)
            return {folder, *found};
        if (!others.contains(*found))
            others += *found;
    }
    if (major != 0)
        throw StoreException(BinaryTexts::otherMajor(major, others, dataFolder));
    throw StoreException(others.isEmpty() ? BinaryTexts::missing() : BinaryTexts::tooOld(others));
}
