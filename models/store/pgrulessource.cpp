// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgrulessource.h"

#include "models/store/ruletables.h"

QFuture<Outcome<RuleBook>> PgRulesSource::rules()
{
    return m_runner.read([](ReadScope& scope) { return readRules(scope.tx); }).future;
}
