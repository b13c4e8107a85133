// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/filelock.h"

#include "models/store/pqerror.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace std::chrono_literals;

FileLock::FileLock(const QString& path)
    // not inherited by the programs that we start: they would hold the lock for as long as they live
    : m_descriptor(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    if (m_descriptor < 0) {
        const QString reason = qt_error_string(errno);
        throw StoreException(Error{Failure::Connection,
            QCoreApplication::translate("EmbeddedServer", "The lock file %1 cannot be opened: %2").arg(path, reason),
            {}, {}});
    }
}

FileLock::~FileLock()
{
    ::close(m_descriptor);
}

bool FileLock::share(std::chrono::milliseconds patience)
{
    return lock(LOCK_SH, patience);
}

bool FileLock::own(std::chrono::milliseconds patience)
{
    return lock(LOCK_EX, patience);
}

bool FileLock::ownIfAlone()
{
    // The kernel lets go of the shared hold before it looks whether it can be owned; the one who waits to own it, the
    // server's guard, may get it for a moment then. Only who shares it with us again and again is another program.
    const QDeadlineTimer deadline(5s);
    for (int shared = 0; shared < 3 && !deadline.hasExpired();) {
        if (own(0ms))
            return true;
        if (share(0ms))
            ++shared;
        std::this_thread::sleep_for(5ms);
    }
    return false;
}

bool FileLock::lock(int mode, std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    while (::flock(m_descriptor, mode | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        if (deadline.hasExpired())
            return false;
        std::this_thread::sleep_for(10ms);
    }
    return true;
}
