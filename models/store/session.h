// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connectionsettings.h"
#include "models/store/pqxxcompat.h"

#include <memory>

/// One open connection. Belongs to one thread at a time; only cancel() may come from another.
class Session
{
public:
    /// Connects; throws StoreException with the reason when that fails.
    explicit Session(const ConnectionSettings& settings);

    pqxx::connection& connection() { return *m_connection; }
    int socket() const;
    /// False when the server has closed an idle connection in the meantime. Costs no round trip.
    bool isAlive() const;
    void cancel() noexcept;

private:
    std::unique_ptr<pqxx::connection> m_connection;
};
