// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/exchange.h"

#include <nlohmann/json.hpp>

#include <cmath>

std::string_view Received::argument(std::string_view name) const
{
    for (const auto& [argument, value] : arguments)
        if (argument == name)
            return value;
    return {};
}

Reply problemReply(int status, std::string_view title, std::string_view detail)
{
    nlohmann::ordered_json problem{{"type", "about:blank"}, {"title", title}, {"status", status}};
    if (!detail.empty())
        problem["detail"] = detail;
    Reply reply;
    reply.status = status;
    reply.contentType = "application/problem+json";
    reply.body = problem.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return reply;
}

Reply cannedReply(
    const CannedAnswer& answer, AnswerValues values, std::optional<double> retryAfter, const ScenarioRun& run)
{
    Reply reply;
    reply.status = answer.status;
    reply.contentType = answer.contentType;
    reply.headers = answer.headers;
    std::string wait;
    if (const auto seconds = retryAfter ? retryAfter : answer.retryAfter) {
        wait = std::to_string(std::llround(std::ceil(*seconds / run.speed())));
        reply.headers.emplace_back("Retry-After", wait);
    }
    values.retryAfter = wait;
    reply.body = answer.body.filled(values);
    return reply;
}
