// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/orderjson.h"

#include "models/domain/ordersentence.h"
#include "models/domain/statenames.h"

#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;

namespace {
Json textJson(const QString& value)
{
    return value.isEmpty() ? Json() : Json(value.toStdString());
}

Json money(const Money& value)
{
    if (!value.isValid())
        return {};
    Json json;
    json["amount"] = plainDecimal(value).toStdString();
    json["currency"] = value.currency.toStdString();
    return json;
}

Json milestoneJson(const Milestone& milestone, const QDateTime& now)
{
    Json json;
    json["step"] = textJson(milestone.step);
    json["scope"] = textJson(milestone.scope);
    json["state"] = textJson(toText(milestone.state));
    json["target"] = textJson(toText(targetState(milestone, now)));
    json["eligibleAt"] = timeJson(milestone.eligibleAt);
    json["warnAt"] = timeJson(milestone.warnAt);
    json["dueAt"] = timeJson(milestone.dueAt);
    json["startedAt"] = timeJson(milestone.startedAt);
    json["completedAt"] = timeJson(milestone.completedAt);
    json["failedAt"] = timeJson(milestone.failedAt);
    json["late"] = milestone.late;
    json["anomalies"] = Json::array();
    for (const QString& anomaly : milestone.anomalies)
        json["anomalies"].push_back(anomaly.toStdString());
    json["message"] = textJson(milestone.message);
    json["evidence"]["source"] = textJson(milestone.evidenceSource);
    json["evidence"]["id"] = textJson(milestone.evidenceId);
    return json;
}

Json lineJson(const OrderLine& line)
{
    Json json;
    json["line"] = textJson(line.line);
    json["sku"] = textJson(line.sku);
    json["title"] = textJson(line.title);
    json["quantity"] = textJson(line.quantity);
    json["unitPrice"] = money(line.unitPrice);
    return json;
}

Json eventJson(const BusinessEvent& event)
{
    Json json;
    json["source"] = textJson(event.source);
    json["id"] = textJson(event.id);
    json["type"] = textJson(event.type);
    json["subject"] = textJson(event.subject);
    json["time"] = timeJson(event.time);
    json["recordedAt"] = timeJson(event.recordedAt);
    json["data"] = textJson(event.data); // as text: a reader's numbers might not hold every digit
    return json;
}
} // namespace

Json timeJson(const QDateTime& time)
{
    if (!time.isValid())
        return {};
    const bool whole = time.time().msec() == 0;
    Json value = time.toUTC().toString(whole ? Qt::ISODate : Qt::ISODateWithMs).toStdString();
    return value;
}

Json orderJson(const Order& order, const QDateTime& now)
{
    Json json;
    json["id"] = order.id;
    json["number"] = textJson(order.number);
    json["key"] = textJson(order.key);
    json["channel"] = textJson(order.channel);
    json["process"] = textJson(order.process);
    json["processVersion"] = order.processVersion;
    json["customer"] = textJson(order.customer);
    json["placedAt"] = timeJson(order.placedAt);
    json["promisedAt"] = timeJson(order.promisedAt);
    json["cancelledAt"] = timeJson(order.cancelledAt);
    json["lastEventAt"] = timeJson(order.lastEventAt);
    json["total"] = money(order.total);
    json["sync"] = textJson(toText(order.sync));
    json["target"] = textJson(toText(targetState(order, now)));
    json["fulfilment"] = textJson(toText(order.fulfilment));
    json["money"] = textJson(toText(order.money));
    json["waiting"] = Json();
    if (!order.waitingStep.isEmpty()) {
        json["waiting"]["step"] = textJson(order.waitingStep);
        json["waiting"]["scope"] = textJson(order.waitingScope);
        json["waiting"]["state"] = textJson(toText(order.waitingState));
        json["waiting"]["since"] = timeJson(order.waitingSince);
    }
    json["nextWarnAt"] = timeJson(order.nextWarnAt);
    json["nextDueAt"] = timeJson(order.nextDueAt);
    json["steps"]["done"] = order.doneCount;
    json["steps"]["known"] = order.stepCount;
    json["steps"]["late"] = order.lateCount;
    json["steps"]["failed"] = order.failedCount;
    json["anomalies"] = order.anomalyCount;
    json["tags"] = Json::array();
    for (const QString& tag : order.tags)
        json["tags"].push_back(textJson(tag));
    return json;
}

Json orderDetailJson(const OrderDetail& detail, const QDateTime& now)
{
    Json json = orderJson(detail.order, now);
    json["channelTitle"] = textJson(detail.channelTitle);
    json["sentence"] = textJson(waitingSentence(detail, now, QLocale()));
    for (const char* list : {"milestones", "lines", "references", "events"})
        json[list] = Json::array();
    for (const Milestone& milestone : detail.milestones)
        json["milestones"].push_back(milestoneJson(milestone, now));
    for (const OrderLine& line : detail.lines)
        json["lines"].push_back(lineJson(line));
    for (const ExternalRef& reference : detail.references) {
        Json entry;
        entry["system"] = textJson(reference.system);
        entry["type"] = textJson(reference.objectType);
        entry["id"] = textJson(reference.objectId);
        entry["since"] = timeJson(reference.since);
        json["references"].push_back(std::move(entry));
    }
    for (const BusinessEvent& event : detail.events)
        json["events"].push_back(eventJson(event));
    json["moreEvents"] = detail.moreEvents;
    return json;
}
