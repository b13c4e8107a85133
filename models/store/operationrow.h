// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "models/store/pqxxcompat.h"

/// The columns of `integration.operation_row r` that readOperation() needs, for a select list.
extern const char* const operationColumns;
/// One row of a query that selected operationColumns.
Operation readOperation(const pqxx::row& row);
/// The operation as it is in this transaction; throws Failure::NotFound.
Operation operationById(pqxx::transaction_base& tx, qint64 id);
