// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/messagerecord.h"
#include "models/domain/outcome.h"

#include <functional>

class QueryRunner;

/// Gives all messages of the database as of one moment, in the order in which they were made, and returns how many.
/// They are never all in memory here. Blocks until they are read.
Outcome<qint64> readMessageRecords(QueryRunner& runner, const std::function<void(MessageRecord)>& take);
