// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rulessource.h"
#include "models/store/queryrunner.h"

/// The configuration from `integration`.
class PgRulesSource final : public RulesSource
{
public:
    explicit PgRulesSource(QueryRunner& runner)
        : m_runner(runner)
    { }

    QFuture<Outcome<RuleBook>> rules() override;

private:
    QueryRunner& m_runner;
};
