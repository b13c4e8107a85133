// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lease.h"

#include "models/store/pqerror.h"

Lease::Lease(ConnectionPool& pool, CancelToken& token)
    : m_pool(pool)
    , m_token(token)
    , m_session(pool.take())
{
    if (!m_token.attach(*m_session))
        throw StoreException(Error{Failure::Cancelled, {}, {}, {}});
}

Lease::~Lease()
{
    m_token.detach();
    if (!m_broken && !m_token.requested())
        m_pool.give(std::move(m_session));
}
