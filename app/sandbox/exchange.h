// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answercatalogue.h"
#include "app/sandbox/scenariorun.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A whole request as it came in. Texts are bytes of the wire, the path and the arguments unescaped.
struct Received
{
    std::string method;
    std::string path; ///< "/erp/sales-orders"
    std::vector<std::pair<std::string, std::string>> arguments;
    std::string idempotencyKey; ///< header, as it was sent
    std::string authorization; ///< header
    std::string body;
    bool tooLarge = false; ///< the body was more than is taken, and is not here
    quint64 connection = 0;

    /// Empty when there is none of that name.
    std::string_view argument(std::string_view name) const;
};

/// How an answer goes out.
enum class Delivery {
    Whole,
    Withheld, ///< not at all: after the delay the connection is closed
    Reset, ///< not at all: the connection is reset
    Endless, ///< the body, then blanks until the other side has enough
    Truncated, ///< half of the body, then the connection is closed
    WrongLength, ///< Content-Length says half of what comes
};

/// What is answered.
struct Reply
{
    int status = 200;
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    Delivery delivery = Delivery::Whole;
    std::chrono::nanoseconds delay{0}; ///< before anything of it goes out
    std::function<Reply()> later; ///< when set: makes the reply that goes out after the delay, instead of this one
    InFlight place; ///< kept until the answer is out

    bool reaches() const { return delivery != Delivery::Withheld && delivery != Delivery::Reset; }
};

/// An error in the form of RFC 9457.
Reply problemReply(int status, std::string_view title, std::string_view detail = {});

/// A real system's answer. retryAfter, when given, replaces the answer's own; both are scenario seconds and sent as
/// whole seconds of the clock, rounded up.
Reply cannedReply(
    const CannedAnswer& answer, AnswerValues values, std::optional<double> retryAfter, const ScenarioRun& run);
