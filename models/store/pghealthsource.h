// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/healthsource.h"
#include "models/store/queryrunner.h"

/// The figures of integration.health(), all from one snapshot, and the events set aside.
class PgHealthSource final : public HealthSource
{
public:
    explicit PgHealthSource(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<HealthSnapshot>> health() override;
    QFuture<Outcome<SetAsidePage>> setAside(const std::optional<SetAsideCursor>& after, int limit) override;
    /// The same on the calling thread, for the command line.
    Outcome<HealthSnapshot> healthNow();

private:
    QueryRunner& m_runner;
};
