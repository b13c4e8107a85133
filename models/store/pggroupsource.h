// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/groupsource.h"
#include "models/store/queryrunner.h"

/// Groups from `integration`. Call it from one thread; a newer request of a kind cancels the older one at the server.
class PgGroupSource final : public GroupSource
{
public:
    explicit PgGroupSource(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<GroupPage>> groups(const ExceptionQuery& query) override;
    QFuture<Outcome<GroupDetail>> groupDetail(qint64 id) override;

    /// The statement behind the groups of everything open, to measure the server alone.
    static QString openGroupsSql();

private:
    QueryRunner& m_runner;
    std::shared_ptr<CancelToken> m_page;
    std::shared_ptr<CancelToken> m_detail;
};
