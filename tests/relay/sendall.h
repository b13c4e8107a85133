// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sys/socket.h>

/// Whether all of it could be sent; a peer that has gone raises no signal.
inline bool sendAll(int descriptor, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t length
            = ::send(descriptor, bytes.constData() + done, std::size_t(bytes.size() - done), MSG_NOSIGNAL);
        if (length <= 0)
            return false;
        done += qsizetype(length);
    }
    return true;
}
