// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/pasteffects.h"

#include "app/sandbox/call.h"
#include "app/sandbox/estate.h"
#include "app/sandbox/ledgerjson.h"

#include <QCryptographicHash>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

Outcome<PastEffect> pastEffectOf(const Json& json, const Estate& estate, qint64 now)
try {
    const EstateResource* resource
        = estate.find(json.at("system").get<std::string>(), json.at("resource").get<std::string>());
    if (resource == nullptr)
        return Error{Failure::Invalid, u"there is no such resource"_s, {}, {}};
    const auto at = nanosecondsOfIsoTime(json.at("at").get<std::string>());
    if (!at || *at > now)
        return Error{Failure::Invalid, u"\"at\" is no time of the past"_s, {}, {}};
    const std::string body = json.dump();
    auto read = readCall(body);
    if (const auto* problem = std::get_if<CallProblem>(&read))
        return Error{Failure::Invalid, QString::fromStdString(problem->detail), {}, {}};
    Call& call = std::get<Call>(read);
    return PastEffect{*at,
        {resource, std::move(call.orderKey), std::move(call.scope), json.value("idempotencyKey", ""), call.amount,
            QCryptographicHash::hash(QByteArrayView(body), QCryptographicHash::Sha256)}};
} catch (const nlohmann::json::exception& e) {
    return Error{Failure::Invalid, QString::fromUtf8(e.what()), {}, {}};
}

} // namespace

Json toJson(const PastEffect& effect)
{
    const EffectRequest& request = effect.request;
    Json json{{"at", isoTime(effect.at)}, {"system", request.resource->system}, {"resource", request.resource->name},
        {"orderKey", request.orderKey}, {"scope", request.scope}, {"idempotencyKey", request.key}};
    if (request.amount.isValid()) {
        json["amount"] = plainDecimal(request.amount).toStdString();
        json["currency"] = request.amount.currency.toStdString();
    }
    return json;
}

Outcome<std::vector<PastEffect>> readPastEffects(const std::string& body, const Estate& estate, qint64 now)
{
    const auto json = Json::parse(body, nullptr, false);
    const auto found = json.is_object() ? json.find("effects") : json.end();
    if (!json.is_object() || found == json.end() || !found->is_array())
        return Error{Failure::Invalid, u"The body is no JSON object with \"effects\"."_s, {}, {}};
    std::vector<PastEffect> effects;
    for (const Json& described : *found) {
        auto effect = pastEffectOf(described, estate, now);
        if (!effect)
            return Error{Failure::Invalid,
                u"/effects/%1: %2"_s.arg(QString::number(effects.size()), effect.error().text), {}, {}};
        effects.push_back(std::move(effect).value());
    }
    return effects;
}
