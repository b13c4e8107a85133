// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/store/queryrunner.h"

/// Exceptions from `integration`. Call it from one thread; a newer page or detail cancels the older one at the server.
class PgExceptionSource final : public ExceptionSource
{
public:
    static constexpr int maxLimit = 10'000; ///< of a page
    static constexpr int mostMatching = 100'000;

    explicit PgExceptionSource(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<ExceptionPage>> page(const ExceptionQuery& query) override;
    QFuture<Outcome<QList<QueueCount>>> queues() override;
    QFuture<Outcome<CappedCount>> count(const ExceptionQuery& query) override;
    QFuture<Outcome<ExceptionDetail>> detail(qint64 id) override;
    QFuture<Outcome<QList<MatchingException>>> matching(const ExceptionQuery& query, int limit) override;
    QFuture<Outcome<FilterValues>> filterValues() override;
    /// The given exceptions as they are now, by id; ids that do not exist are left out.
    QFuture<Outcome<QList<Exception>>> byIds(const QList<qint64>& ids);

private:
    using Token = std::shared_ptr<CancelToken>;
    template<typename T>
    QFuture<Outcome<T>> replace(Token& current, Running<T> next);

    QueryRunner& m_runner;
    Token m_page;
    Token m_detail;
};
