// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/exceptionjson.h"

#include "app/ctl/orderjson.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/failureadvice.h"
#include "models/domain/hinttext.h"

#include <nlohmann/json.hpp>

#include <vector>

using Json = nlohmann::ordered_json;

namespace {

Json stringOrNull(const QString& value)
{
    return value.isEmpty() ? Json() : Json(value.toStdString());
}

Json idOrNull(qint64 id)
{
    return id == 0 ? Json() : Json(id);
}

/// JSON that the database keeps, as JSON.
Json parsedOrNull(const QString& text)
{
    const Json parsed = Json::parse(text.toStdString(), nullptr, false);
    return parsed.is_discarded() ? Json() : parsed;
}

Json attemptJson(const Attempt& attempt)
{
    Json json;
    json["number"] = attempt.number;
    json["relay"] = stringOrNull(attempt.relay);
    json["action"] = stringOrNull(attempt.action);
    json["startedAt"] = timeJson(attempt.startedAt);
    json["finishedAt"] = timeJson(attempt.finishedAt);
    json["outcome"] = stringOrNull(attempt.outcome);
    json["httpStatus"] = idOrNull(attempt.httpStatus);
    json["errorClass"] = stringOrNull(attempt.errorClass);
    json["errorEffect"] = stringOrNull(attempt.errorEffect);
    json["errorCode"] = stringOrNull(attempt.errorCode);
    json["errorText"] = stringOrNull(attempt.errorText);
    json["advice"] = stringOrNull(attempt.adviceId);
    json["requestHeaders"] = parsedOrNull(attempt.requestHeaders);
    json["responseHeaders"] = parsedOrNull(attempt.responseHeaders);
    json["responseBody"] = stringOrNull(attempt.responseBody);
    return json;
}

Json limitJson(const ApprovalLimit& limit)
{
    Json json;
    json["flow"] = limit.flow.toStdString();
    json["effectClass"] = limit.effectClass.toStdString();
    json["currency"] = stringOrNull(limit.currency);
    json["most"] = limit.most;
    json["of"] = Json::object();
    for (const auto& [replayClass, size] : limit.of)
        json["of"][toText(replayClass).toStdString()] = size;
    return json;
}

/// How an operation is carried out, who decided, and what holds it up.
void addCourse(Json& json, const Operation& operation)
{
    json["value"] = Json::object();
    for (const auto& [replayClass, sums] : operation.value)
        for (const Money& sum : sums)
            json["value"][toText(replayClass).toStdString()].push_back(
                {{"amount", plainDecimal(sum).toStdString()}, {"currency", sum.currency.toStdString()}});
    json["classes"] = Json::array();
    for (const ReplayClass replayClass : operation.classes)
        json["classes"].push_back(toText(replayClass).toStdString());
    json["ramp"] = std::vector<int>(operation.ramp.cbegin(), operation.ramp.cend());
    json["rate"] = operation.rate > 0 ? Json(operation.rate) : Json();
    json["startAt"] = timeJson(operation.startAt);
    json["stopShare"] = operation.stopShare;
    json["sendable"] = operation.sendable;
    json["stages"] = Json::array();
    for (const OperationStage& stage : operation.stages)
        json["stages"].push_back({{"number", stage.number}, {"sent", stage.size}, {"confirmed", stage.confirmed},
            {"failed", stage.failed}, {"skipped", stage.skipped}, {"inDoubt", stage.inDoubt}});
    json["stop"] = Json();
    if (operation.stop)
        json["stop"] = {{"message", operation.stop->message.toStdString()}, {"items", operation.stop->items},
            {"ended", operation.stop->ended}};
    json["withoutRelay"] = operation.withoutRelay;
    json["limits"] = Json::array();
    for (const ApprovalLimit& limit : operation.limits)
        json["limits"].push_back(limitJson(limit));
    json["approvalUntil"] = timeJson(operation.approvalUntil);
    json["decidedBy"] = stringOrNull(operation.decidedBy);
    json["decisionNote"] = stringOrNull(operation.decisionNote);
    json["mayNotApprove"] = stringOrNull(operation.mayNotApprove);
}

} // namespace

Json exceptionJson(const Exception& exception)
{
    Json json;
    json["id"] = exception.id;
    json["version"] = exception.version;
    json["kind"] = toText(exception.kind).toStdString();
    json["state"] = toText(exception.state).toStdString();
    json["severity"] = toText(exception.severity).toStdString();
    json["queue"] = stringOrNull(exception.queue);
    json["owner"] = stringOrNull(exception.owner);
    json["flow"] = stringOrNull(exception.flow);
    json["source"] = stringOrNull(exception.sourceSystem);
    json["target"] = stringOrNull(exception.targetSystem);
    json["step"] = stringOrNull(exception.step);
    json["effectClass"] = toText(exception.effectClass).toStdString();
    json["transaction"] = exception.transactionId;
    json["order"] = stringOrNull(exception.orderNumber);
    json["orderId"] = idOrNull(exception.orderId);
    json["channel"] = stringOrNull(exception.channel);
    json["value"] = Json();
    if (exception.value)
        json["value"] = {{"amount", plainDecimal(*exception.value).toStdString()},
            {"currency", exception.value->currency.toStdString()}};
    json["error"] = {{"class", stringOrNull(exception.errorClass)}, {"effect", stringOrNull(exception.errorEffect)},
        {"code", stringOrNull(exception.errorCode)}, {"text", stringOrNull(exception.errorText)}};
    json["fingerprint"] = stringOrNull(exception.fingerprint);
    json["openedAt"] = timeJson(exception.openedAt);
    json["lastAt"] = timeJson(exception.lastAt);
    json["occurrences"] = exception.occurrences;
    json["attempts"] = exception.attempts;
    json["regression"] = exception.regression;
    json["snoozedUntil"] = timeJson(exception.snoozedUntil);
    json["stepDueAt"] = timeJson(exception.stepDueAt);
    json["replay"] = toText(exception.replayClass).toStdString();
    json["mayNotReplay"] = stringOrNull(exception.mayNotReplay);
    json["lookup"] = exception.lookup;
    json["absentAt"] = timeJson(exception.absentAt);
    json["resolution"] = exception.resolution ? Json(toText(*exception.resolution).toStdString()) : Json();
    json["resolvedAt"] = timeJson(exception.resolvedAt);
    json["resolvedBy"] = stringOrNull(exception.resolvedBy);
    json["reason"] = stringOrNull(exception.reason);
    json["evidence"] = stringOrNull(exception.evidence);
    json["runbook"] = stringOrNull(exception.runbook);
    return json;
}

Json exceptionDetailJson(const ExceptionDetail& detail)
{
    Json json = exceptionJson(detail.exception);
    json["whatToDo"] = stringOrNull(failureAdvice(detail));
    json["place"] = stringOrNull(detail.target);
    json["idempotencyKey"] = stringOrNull(detail.idempotencyKey);
    json["transactionStatus"] = stringOrNull(detail.transactionStatus);
    json["sameCause"] = detail.sameCause;
    json["payload"] = stringOrNull(detail.payload); // as text: to the byte
    for (const char* list : {"tries", "comments", "audit"})
        json[list] = Json::array();
    for (const Attempt& attempt : detail.attempts)
        json["tries"].push_back(attemptJson(attempt));
    for (const Comment& comment : detail.comments)
        json["comments"].push_back({{"at", timeJson(comment.at)}, {"author", comment.author.toStdString()},
            {"content", comment.content.toStdString()}});
    for (const AuditEntry& entry : detail.audit)
        json["audit"].push_back({{"seq", entry.seq}, {"at", timeJson(entry.at)}, {"actor", entry.actor.toStdString()},
            {"action", entry.action.toStdString()}, {"before", parsedOrNull(entry.before)},
            {"after", parsedOrNull(entry.after)}, {"reason", stringOrNull(entry.reason)}});
    return json;
}

Json hintsJson(const ExceptionHints& hints)
{
    const auto raw = [](const std::optional<QByteArray>& value) { return value ? Json(value->toStdString()) : Json(); };
    Json json;
    json["nearestDelivered"] = idOrNull(hints.nearest.transaction);
    for (const char* list : {"difference", "unusual", "helped"})
        json[list] = Json::array();
    for (const JsonChange& change : hints.difference)
        json["difference"].push_back(
            {{"path", change.path.toStdString()}, {"delivered", raw(change.before)}, {"here", raw(change.after)}});
    for (const UnusualField& field : hints.unusual)
        json["unusual"].push_back({{"path", field.path.toStdString()}, {"value", stringOrNull(field.value)},
            {"text", unusualText(field).toStdString()}});
    for (const PastRemedy& remedy : hints.remedies) {
        Json paths = Json::array();
        for (const QString& path : remedy.paths)
            paths.push_back(path.toStdString());
        json["helped"].push_back({{"what", remedy.kind.toStdString()}, {"paths", paths}, {"tried", remedy.tried},
            {"worked", remedy.worked}, {"lastAt", timeJson(remedy.lastAt)}, {"lastBy", stringOrNull(remedy.lastBy)}});
    }
    return json;
}

Json operationJson(const Operation& operation)
{
    Json json;
    json["id"] = operation.id;
    json["kind"] = toText(operation.kind).toStdString();
    json["state"] = toText(operation.state).toStdString();
    json["requestedBy"] = stringOrNull(operation.requestedBy);
    json["reason"] = stringOrNull(operation.reason);
    json["createdAt"] = timeJson(operation.createdAt);
    json["startedAt"] = timeJson(operation.startedAt);
    json["finishedAt"] = timeJson(operation.finishedAt);
    json["askedAt"] = timeJson(operation.askedAt);
    json["manifest"] = operation.manifest.toHex().toStdString();
    json["plan"] = Json::object();
    for (const auto& [replayClass, count] : operation.plan)
        json["plan"][toText(replayClass).toStdString()] = count;
    json["total"] = operation.total;
    json["confirmed"] = operation.confirmed;
    json["failed"] = operation.failed;
    json["skipped"] = operation.skipped;
    json["inDoubt"] = operation.inDoubt;
    json["notStarted"] = operation.notStarted;
    json["underWay"] = operation.underWay;
    addCourse(json, operation);
    return json;
}

Json itemJson(const OperationItem& item)
{
    Json json;
    json["transaction"] = item.transactionId;
    json["order"] = stringOrNull(item.orderNumber);
    json["flow"] = stringOrNull(item.flow);
    json["planned"] = toText(item.planned).toStdString();
    json["state"] = toText(item.state).toStdString();
    json["outcome"] = stringOrNull(item.outcome);
    json["at"] = timeJson(item.at);
    return json;
}
