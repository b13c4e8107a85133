// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <string>
#include <variant>

/// What the body of a call says. Texts are UTF-8.
struct Call
{
    std::string orderKey;
    std::string scope;
    Money amount; ///< not valid when there is none
};

/// Why a body is no call.
struct CallProblem
{
    int status = 400; ///< HTTP status
    std::string detail;
};

/// Reads {"orderKey": "...", "scope": "...", "amount": "12.34", "currency": "EUR", ...}; what else there is does not
/// matter.
std::variant<Call, CallProblem> readCall(const std::string& body);
