// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/canceltoken.h"
#include "models/store/connectionpool.h"

#include <memory>

/// One job's hold on a connection, under its token. After a failure or a cancel the connection is dropped, not reused.
class Lease
{
public:
    Lease(ConnectionPool& pool, CancelToken& token);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    pqxx::connection& connection() { return m_session->connection(); }
    void markBroken() { m_broken = true; }

private:
    ConnectionPool& m_pool;
    CancelToken& m_token;
    std::unique_ptr<Session> m_session;
    bool m_broken = false;
};
