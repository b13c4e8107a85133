// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/store/canceltoken.h"
#include "models/store/connectionsettings.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace pqxx {
class transaction_base;
}
class ConnectionPool;

/// What a reading job works with: one read-only snapshot. Long jobs look at token.requested() between batches.
struct ReadScope
{
    pqxx::transaction_base& tx;
    const CancelToken& token;
};

/// What a writing job works with: one transaction, committed when the job returns, rolled back when it throws.
struct WriteScope
{
    pqxx::transaction_base& tx;
    const CancelToken& token;
};

/// A job on its way: its result to come, and the token by which it can be given up.
template<typename T>
struct Running
{
    QFuture<Outcome<T>> future;
    std::shared_ptr<CancelToken> token;
};

/// Runs database jobs on a few threads of its own, each with its own connection, opened when first needed. A job is a
/// plain function from a scope to a value; it captures values only and may throw. No exception leaves. Thread safe.
class QueryRunner
{
    Q_DECLARE_TR_FUNCTIONS(QueryRunner)
public:
    struct Limits
    {
        int connections = 4;
        std::chrono::milliseconds readTime{15'000}; ///< zero: no limit
        std::chrono::milliseconds writeTime{60'000}; ///< zero: no limit
    };

    explicit QueryRunner(ConnectionSettings settings);
    QueryRunner(ConnectionSettings settings, Limits limits);
    /// Gives up what still runs and waits for it.
    ~QueryRunner();
    QueryRunner(const QueryRunner&) = delete;
    QueryRunner& operator=(const QueryRunner&) = delete;

    const ConnectionSettings& settings() const { return m_settings; }

    template<typename Job>
    auto read(Job job) -> Running<std::invoke_result_t<Job&, ReadScope&>>
    {
        return start<ReadScope>(std::move(job), &QueryRunner::runRead);
    }
    template<typename Job>
    auto write(Job job) -> Running<std::invoke_result_t<Job&, WriteScope&>>
    {
        return start<WriteScope>(std::move(job), &QueryRunner::runWrite);
    }

    /// The same on the calling thread, for programs without a window.
    template<typename Job>
    auto readNow(Job job) -> Outcome<std::invoke_result_t<Job&, ReadScope&>>
    {
        CancelToken token;
        return run<ReadScope>(token, job, &QueryRunner::runRead);
    }
    template<typename Job>
    auto writeNow(Job job) -> Outcome<std::invoke_result_t<Job&, WriteScope&>>
    {
        CancelToken token;
        return run<WriteScope>(token, job, &QueryRunner::runWrite);
    }

    /// Gives a job up without waiting: its future ends with Failure::Cancelled, the server is told in the background.
    void cancel(const std::shared_ptr<CancelToken>& token);

private:
    template<typename Scope>
    using Work = std::function<void(Scope&)>;
    template<typename Scope>
    using Runner = std::optional<Error> (QueryRunner::*)(CancelToken&, const Work<Scope>&);

    template<typename Scope, typename Job>
    auto run(CancelToken& token, Job& job, Runner<Scope> runner) -> Outcome<std::invoke_result_t<Job&, Scope&>>
    {
        using T = std::invoke_result_t<Job&, Scope&>;
        static_assert(
            std::is_same_v<T, QString> || !std::is_convertible_v<T, QString> || std::is_default_constructible_v<T>,
            "the job returns an unfinished string concatenation: let it return a QString");
        std::optional<T> value;
        const auto error = (this->*runner)(token, [&](Scope& scope) { value.emplace(job(scope)); });
        if (error)
            return *error;
        return std::move(*value);
    }

    template<typename Scope, typename Job>
    auto start(Job job, Runner<Scope> runner) -> Running<std::invoke_result_t<Job&, Scope&>>
    {
        using T = std::invoke_result_t<Job&, Scope&>;
        auto token = track();
        // as QtConcurrent::run does it, at a third of the compiler's time for each kind of job
        auto promise = std::make_shared<QPromise<Outcome<T>>>();
        auto future = promise->future();
        promise->start();
        m_lanes.start([this, token, runner, promise = std::move(promise), job = std::move(job)]() mutable {
            if (!promise->isCanceled())
                promise->addResult(run<Scope>(*token, job, runner));
            promise->finish();
        });
        return {std::move(future), std::move(token)};
    }

    std::shared_ptr<CancelToken> track();
    std::optional<Error> runRead(CancelToken& token, const Work<ReadScope>& job);
    std::optional<Error> runWrite(CancelToken& token, const Work<WriteScope>& job);
    /// mode: how the transaction begins, as SQL.
    template<typename Scope>
    std::optional<Error> runIn(
        const char* mode, CancelToken& token, const Work<Scope>& job, std::chrono::milliseconds limit);
    Error failed(const CancelToken& token, std::chrono::milliseconds limit) const;

    const ConnectionSettings m_settings;
    const Limits m_limits;
    std::unique_ptr<ConnectionPool> m_pool;
    std::mutex m_tokensMutex;
    std::vector<std::weak_ptr<CancelToken>> m_tokens;
    QThreadPool m_canceller; ///< one thread: a cancel blocks for a round trip
    QThreadPool m_lanes; ///< last: its jobs use everything above
};
