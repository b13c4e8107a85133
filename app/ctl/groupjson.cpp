// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/groupjson.h"

#include "app/ctl/orderjson.h"
#include "models/domain/exceptionnames.h"

#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;

namespace {

Json groupTextOrNull(const QString& text)
{
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

} // namespace

Json groupJson(const ExceptionGroup& group)
{
    Json json;
    json["id"] = group.id;
    json["version"] = group.version;
    json["title"] = groupTitle(group).toStdString();
    json["kind"] = toText(group.kind).toStdString();
    json["state"] = toText(group.state).toStdString();
    json["count"] = group.count;
    json["value"] = Json::array();
    for (const Money& value : group.values)
        json["value"].push_back(
            {{"amount", plainDecimal(value).toStdString()}, {"currency", value.currency.toStdString()}});
    json["share"] = group.share;
    json["dueAt"] = timeJson(group.dueAt);
    json["owner"] = groupTextOrNull(group.owner);
    json["watchers"] = Json::array();
    for (const QString& watcher : group.watchers)
        json["watchers"].push_back(watcher.toStdString());
    json["team"] = groupTextOrNull(group.team);
    json["flow"] = groupTextOrNull(group.flow);
    json["step"] = groupTextOrNull(group.step);
    json["target"] = groupTextOrNull(group.targetSystem);
    json["error"] = {{"class", groupTextOrNull(group.errorClass)}, {"code", groupTextOrNull(group.errorCode)},
        {"sample", groupTextOrNull(group.sample)}};
    json["why"] = whyGrouped(group).toStdString();
    json["waitingOn"] = groupTextOrNull(group.waitingOn);
    json["until"] = timeJson(group.until);
    json["most"] = group.most ? Json(*group.most) : Json();
    json["escalated"] = group.escalated;
    json["firstAt"] = timeJson(group.firstAt);
    json["lastAt"] = timeJson(group.lastAt);
    json["hours"] = group.hours;
    json["resolved"] = Json::object();
    for (auto at = group.resolved.cbegin(); at != group.resolved.cend(); ++at)
        json["resolved"][toText(at.key()).toStdString()] = at.value();
    const auto fix = knownFix(group);
    json["knownFix"] = fix ? Json(toText(*fix).toStdString()) : Json();
    json["runbook"] = groupTextOrNull(group.runbook);
    return json;
}
