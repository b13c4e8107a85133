// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/session.h"

#include "models/store/connectionprobe.h"
#include "models/store/pqerror.h"

#include <QElapsedTimer>

#include <poll.h>

Session::Session(const ConnectionSettings& settings)
{
    QElapsedTimer timer;
    timer.start();
    try {
        m_connection = std::make_unique<pqxx::connection>(settings.conninfo());
    } catch (const std::exception& failure) {
        // after a time-out a second look would only take as long again
        if (timer.elapsed() > 3000)
            throw StoreException(unreachable(settings, failure.what()));
        if (const auto why = probeConnection(settings))
            throw StoreException(*why);
        m_connection = std::make_unique<pqxx::connection>(settings.conninfo()); // it has come back meanwhile
    }
}

int Session::socket() const
{
    return m_connection->sock();
}

bool Session::isAlive() const
{
    if (!m_connection->is_open())
        return false;
    // an idle server says nothing: anything to read is its farewell
    pollfd waiting{m_connection->sock(), POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 0;
}

void Session::cancel() noexcept
{
    try {
        m_connection->cancel_query();
    } catch (const std::exception&) {
        // it may be over already, or the server gone: the job itself will find out
        return;
    }
}
