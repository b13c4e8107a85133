// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"
#include "models/store/pqxxcompat.h"

/// The columns of `integration.exception_row r` that readException() needs, for a select list.
extern const char* const exceptionColumns;
/// One row of a query that selected exceptionColumns.
Exception readException(const pqxx::row& row);
