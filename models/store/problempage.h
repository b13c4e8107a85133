// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptionsource.h"
#include "models/store/pqxxcompat.h"

/// A page of problems in the query's order, which walks an index.
ExceptionPage readExceptionPage(pqxx::transaction_base& tx, const ExceptionQuery& query);
