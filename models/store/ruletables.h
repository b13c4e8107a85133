// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"
#include "models/domain/rulessource.h"
#include "models/store/pqxxcompat.h"

/// One process version as it counts in a channel (targets, `supplied`). version 0: the newest. Empty when unknown.
Process readProcess(pqxx::transaction_base& tx, const QString& name, int version, const QString& channel);

/// The whole configuration.
RuleBook readRules(pqxx::transaction_base& tx);
