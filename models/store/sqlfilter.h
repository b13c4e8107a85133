// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"
#include "models/store/pqxxcompat.h"

#include <string>

/// A filter as a condition on `integration.sales_order o`. Every value travels as a parameter, never inside the text.
struct SqlFilter
{
    std::string condition; ///< "true" for everything
    SqlArgs args; ///< $1, $2, ... of the condition
};

/// Compiles a filter. Terms about open steps that stand next to each other (step, system, backlog with target, overdue,
/// age, state) speak of the same open step: "step:erp_order_creation overdue>1h" is an order whose ERP step is overdue
/// by more than an hour, not one with any overdue step.
SqlFilter compileFilter(const FilterExpression& filter);
