// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/handoverjson.h"

#include "app/ctl/exceptionjson.h"
#include "app/ctl/groupjson.h"
#include "app/ctl/orderjson.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/exceptionsentence.h"

#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;

namespace {

Json wordsOrNull(const QString& text)
{
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

Json noteJson(const Comment& note)
{
    return {{"at", timeJson(note.at)}, {"author", note.author.toStdString()}, {"content", note.content.toStdString()}};
}

template<typename T, typename Function>
Json listJson(const HandoverList<T>& list, Function json)
{
    Json rows = Json::array();
    for (const T& row : list.rows)
        rows.push_back(json(row));
    return {{"total", list.total}, {"rows", rows}};
}

} // namespace

Json handoverJson(const Handover& handover)
{
    Json json;
    json["environment"] = {{"name", wordsOrNull(handover.environment.name)},
        {"kind", wordsOrNull(handover.environment.kind)}, {"database", wordsOrNull(handover.environment.database)}};
    json["asOf"] = timeJson(handover.asOf);
    json["since"] = timeJson(handover.since);
    json["queues"] = Json::array();
    for (const QueueCount& queue : handover.queues)
        json["queues"].push_back(
            {{"queue", toText(queue.queue).toStdString()}, {"team", wordsOrNull(queue.team)}, {"count", queue.count}});
    json["hours"] = handover.hours;
    json["open"] = listJson(handover.open, [](const HandoverGroup& one) {
        Json group = groupJson(one.group);
        group["lastNote"] = one.lastNote.author.isEmpty() ? Json() : noteJson(one.lastNote);
        return group;
    });
    json["inDoubt"] = listJson(handover.inDoubt, [](const Exception& one) {
        Json exception = exceptionJson(one);
        exception["whatToDo"] = exceptionSentence(one).toStdString();
        return exception;
    });
    json["underWay"] = listJson(handover.underWay, &operationJson);
    json["awaitingApproval"] = listJson(handover.awaiting, [](const Operation& one) {
        Json operation = operationJson(one);
        operation["approvalUntil"] = timeJson(one.approvalUntil);
        return operation;
    });
    json["opened"] = listJson(handover.opened, &groupJson);
    json["regressed"] = listJson(handover.regressed, &groupJson);
    json["resolved"] = listJson(handover.resolved, [](const HandoverResolved& one) {
        return Json{{"group", groupJson(one.group)}, {"resolution", toText(one.resolution).toStdString()},
            {"by", wordsOrNull(one.by)}, {"reason", wordsOrNull(one.reason)}, {"lastAt", timeJson(one.lastAt)}};
    });
    json["replayed"] = listJson(handover.replayed, &operationJson);
    json["ownerChanges"] = listJson(handover.ownerChanges, [](const HandoverOwnerChange& one) {
        return Json{{"group", one.group.id}, {"title", groupTitle(one.group).toStdString()},
            {"wholeGroup", one.wholeGroup}, {"count", one.count}, {"from", wordsOrNull(one.from)},
            {"to", wordsOrNull(one.to)}, {"by", wordsOrNull(one.actor)}, {"lastAt", timeJson(one.lastAt)}};
    });
    json["notes"] = listJson(handover.notes, [](const HandoverNote& one) {
        Json note = noteJson(one.comment);
        note["group"] = one.group.id;
        note["exception"] = one.exceptionId == 0 ? Json() : Json(one.exceptionId);
        note["order"] = wordsOrNull(one.orderNumber);
        return note;
    });
    return json;
}
