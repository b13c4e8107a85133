// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/handover.h"
#include "models/store/queryrunner.h"

/// The handover from one snapshot of the database, so that its numbers add up.
class PgHandover final : public HandoverSource
{
    Q_DECLARE_TR_FUNCTIONS(PgHandover)
public:
    explicit PgHandover(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<Handover>> handover(const HandoverRequest& request) override;
    /// Which database it is, on the calling thread.
    Outcome<Environment> environment();

private:
    QueryRunner& m_runner;
};
