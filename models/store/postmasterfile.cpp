// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postmasterfile.h"

#include <QFile>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace {

QString pathIn(const QString& dataFolder)
{
    return dataFolder + u"/postmaster.pid"_s;
}

QByteArray processFile(qint64 processId, QStringView name)
{
    QFile file(u"/proc/%1/%2"_s.arg(processId).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::optional<PostmasterFile> PostmasterFile::read(const QString& dataFolder)
{
    QFile file(pathIn(dataFolder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    PostmasterFile result;
    result.m_dataFolder = dataFolder;
    result.m_content = file.readAll();
    const QList<QByteArray> lines = result.m_content.split('\n');
    result.m_processId = lines.value(0).trimmed().toLongLong();
    result.m_port = lines.value(3).trimmed().toInt();
    result.m_socketFolder = QFile::decodeName(lines.value(4).trimmed());
    result.m_status = QString::fromLatin1(lines.value(7).trimmed());
    return result;
}

bool PostmasterFile::isRunning(qint64 processId)
{
    if (processId <= 1)
        return false;
    if (::kill(static_cast<pid_t>(processId), 0) != 0 && errno == ESRCH)
        return false;
    const QByteArray stat = processFile(processId, u"stat");
    if (stat.isEmpty())
        return !QFile::exists(u"/proc/self"_s); // without /proc the signal's answer has to do
    // the state follows the name, which may itself hold parentheses
    const char state = stat.mid(stat.lastIndexOf(')') + 2).left(1).at(0);
    return state != 'Z' && state != 'X';
}

bool PostmasterFile::isAlive() const
{
    if (!isRunning(m_processId))
        return false;
    const QByteArray arguments = processFile(m_processId, u"cmdline");
    if (arguments.isEmpty())
        return !QFile::exists(u"/proc/self"_s);
    return arguments.split('\0').contains(QFile::encodeName(m_dataFolder));
}

void PostmasterFile::neutralise() const
{
    // The file stays, with a number that no process has: the server still checks the shared memory that it names, so
    // that it never runs beside orphans of its predecessor.
    QFile file(pathIn(m_dataFolder));
    if (!file.open(QIODevice::ReadWrite))
        return;
    file.write("2147483646" + m_content.mid(m_content.indexOf('\n')));
    file.resize(file.pos());
}
