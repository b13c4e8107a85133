// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/messagerecord.h"
#include "models/domain/outcome.h"

#include <vector>

class QueryRunner;

/// All messages of the database as of one moment, in the order in which they were made. Blocks until they are read.
Outcome<std::vector<MessageRecord>> readMessageRecords(QueryRunner& runner);
