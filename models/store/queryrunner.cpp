// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/queryrunner.h"

#include "models/store/lease.h"
#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"

#include <QLocale>

using namespace Qt::StringLiterals;

QueryRunner::QueryRunner(ConnectionSettings settings)
    : QueryRunner(std::move(settings), Limits())
{ }

QueryRunner::QueryRunner(ConnectionSettings settings, Limits limits)
    : m_settings(std::move(settings))
    , m_limits(limits)
    , m_pool(std::make_unique<ConnectionPool>(m_settings, static_cast<std::size_t>(limits.connections)))
{
    m_canceller.setObjectName(u"database cancel"_s);
    m_canceller.setMaxThreadCount(1);
    m_lanes.setObjectName(u"database lanes"_s);
    m_lanes.setMaxThreadCount(limits.connections);
    m_lanes.setExpiryTimeout(-1);
}

QueryRunner::~QueryRunner()
{
    std::vector<std::shared_ptr<CancelToken>> running;
    {
        const std::scoped_lock lock(m_tokensMutex);
        for (const auto& known : m_tokens) {
            if (auto token = known.lock())
                running.push_back(std::move(token));
        }
    }
    for (const auto& token : running)
        token->request(); // all at once, before the first cancel travels
    for (const auto& token : running)
        cancel(token);
    if (!m_lanes.waitForDone(1500)) { // a server that cannot be reached must not hold up the window's closing
        for (const auto& token : running)
            token->abandon();
        m_lanes.waitForDone();
    }
    m_canceller.waitForDone();
}

void QueryRunner::cancel(const std::shared_ptr<CancelToken>& token)
{
    if (!token)
        return;
    token->request();
    m_canceller.start([token] { token->cancel(); });
}

std::shared_ptr<CancelToken> QueryRunner::track()
{
    auto token = std::make_shared<CancelToken>();
    const std::scoped_lock lock(m_tokensMutex);
    std::erase_if(m_tokens, [](const auto& known) { return known.expired(); });
    m_tokens.push_back(token);
    return token;
}

std::optional<Error> QueryRunner::runRead(CancelToken& token, const Work<ReadScope>& job)
{
    return runIn("ISOLATION LEVEL REPEATABLE READ READ ONLY", token, job, m_limits.readTime);
}

std::optional<Error> QueryRunner::runWrite(CancelToken& token, const Work<WriteScope>& job)
{
    return runIn("ISOLATION LEVEL READ COMMITTED READ WRITE", token, job, m_limits.writeTime);
}

template<typename Scope>
std::optional<Error> QueryRunner::runIn(
    const char* mode, CancelToken& token, const Work<Scope>& job, std::chrono::milliseconds limit)
{
    try {
        if (token.requested())
            throw StoreException(Error{Failure::Cancelled, {}, {}, {}});
        Lease lease(*m_pool, token);
        try {
            // local to the transaction: a connection pooler in between may hand the session to somebody else
            Transaction tx(lease.connection(),
                std::string("BEGIN ") + mode
                    + "; SET LOCAL TIME ZONE 'UTC'; SET LOCAL statement_timeout = " + std::to_string(limit.count()));
            Scope scope{tx, token};
            job(scope);
            tx.commit();
            return std::nullopt;
        } catch (...) {
            lease.markBroken();
            throw;
        }
    } catch (...) {
        return failed(token, limit);
    }
}

Error QueryRunner::failed(const CancelToken& token, std::chrono::milliseconds limit) const
{
    Error error = currentError();
    if (error.kind == Failure::Connection)
        m_pool->clear(); // what else is idle was very likely lost with it
    if (token.requested() && error.kind != Failure::InDoubt)
        return {Failure::Cancelled, tr("Cancelled.", "a query was given up"), {}, error.sqlstate};
    if (error.kind == Failure::Cancelled) { // not by us: the time was up
        error.kind = Failure::Other;
        error.text = tr("The database stopped the query: it took longer than %1 s.")
                         .arg(QLocale().toString(static_cast<double>(limit.count()) / 1000.0, 'f', 0));
        error.hint = tr("Narrow the filter down and try again.");
    }
    return error;
}
