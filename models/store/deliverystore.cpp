// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/deliverystore.h"

#include "models/domain/fingerprint.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

namespace {

QString text(const pqxx::field& field)
{
    return field.is_null() ? QString() : QString::fromUtf8(field.c_str());
}

std::chrono::milliseconds seconds(const pqxx::field& field)
{
    return std::chrono::milliseconds(std::llround(field.as<double>() * 1000));
}

/// PostgreSQL keeps no NUL, and JSON no broken UTF-8; both are shown as the replacement character.
std::string clean(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes).replace(QChar(u'\0'), QChar::ReplacementCharacter).toStdString();
}

std::string clean(QString value)
{
    return value.replace(QChar(u'\0'), QChar::ReplacementCharacter).toStdString();
}

QList<QPair<QByteArray, QByteArray>> textsOf(const pqxx::field& field)
{
    QList<QPair<QByteArray, QByteArray>> texts;
    const Json json = Json::parse(field.c_str(), nullptr, false);
    for (const auto& [name, value] : json.items())
        if (value.is_string())
            texts.append({QByteArray::fromStdString(name), QByteArray::fromStdString(value.get<std::string>())});
    return texts;
}

DeliveryTarget targetOf(const pqxx::row& row)
{
    DeliveryTarget target;
    target.code = text(row["code"]);
    target.baseUrl = text(row["base_url"]);
    target.connector = text(row["connector"]);
    target.idempotent = row["idempotent"].as<bool>();
    target.headers = textsOf(row["headers"]);
    if (!row["authentication"].is_null()) {
        const Json json = Json::parse(row["authentication"].c_str(), nullptr, false);
        const auto value = [&json](const char* key) { return QString::fromStdString(json.value(key, std::string())); };
        target.authentication = {value("scheme"), value("name"), value("secret")};
    }
    target.connectTime = seconds(row["connect_seconds"]);
    target.answerTime = seconds(row["answer_seconds"]);
    target.connections = row["connections"].as<int>();
    return target;
}

DeliveryFlow flowOf(const pqxx::row& row)
{
    DeliveryFlow flow;
    flow.code = text(row["code"]);
    flow.path = text(row["path"]);
    flow.schema = QByteArray(row["schema"].c_str());
    flow.reference = text(row["reference"]).split(u'\x1f', Qt::SkipEmptyParts);
    flow.lookup = row["lookup"].as<bool>();
    const Json equal = Json::parse(row["lookup_equal"].c_str(), nullptr, false);
    for (const auto& [mine, theirs] : equal.items()) {
        if (theirs.is_string())
            flow.lookupEqual.append({QString::fromStdString(mine).split(u'.'),
                QString::fromStdString(theirs.get<std::string>()).split(u'.')});
    }
    flow.careful = row["careful"].as<bool>();
    return flow;
}

Json headersJson(const QList<QPair<QByteArray, QByteArray>>& headers)
{
    Json json = Json::object();
    for (const auto& [name, value] : headers) {
        const std::string key = clean(name);
        json[key] = json.contains(key) ? json[key].get<std::string>() + ", " + clean(value) : clean(value);
    }
    return json;
}

const char* outcomeOf(TryResult::Kind kind)
{
    switch (kind) {
    case TryResult::Kind::Delivered:
        return "delivered";
    case TryResult::Kind::Found:
        return "found";
    case TryResult::Kind::Absent:
        return "absent";
    case TryResult::Kind::Failed:
        return "failed";
    case TryResult::Kind::Released:
        break;
    }
    return "released";
}

Json jsonOf(const TryResult& result)
{
    Json json{{"id", result.id}, {"number", result.number}, {"outcome", outcomeOf(result.kind)}};
    if (result.kind == TryResult::Kind::Released)
        return json;
    json["action"] = result.lookup ? "lookup" : "send";
    json["started"] = result.startedAt.toString(Qt::ISODateWithMs).toStdString();
    json["finished"] = result.finishedAt.toString(Qt::ISODateWithMs).toStdString();
    if (result.httpStatus > 0)
        json["status"] = result.httpStatus;
    if (!result.reference.isEmpty())
        json["reference"] = clean(result.reference.left(500));
    json["requestHeaders"] = headersJson(result.requestHeaders);
    if (!result.responseHeaders.isEmpty())
        json["responseHeaders"] = headersJson(result.responseHeaders);
    if (!result.responseBody.isEmpty())
        json["responseBody"] = clean(result.responseBody);
    if (result.kind == TryResult::Kind::Found)
        json["code"] = "found";
    if (result.kind != TryResult::Kind::Failed)
        return json;
    const Verdict& verdict = result.verdict;
    json["class"] = toText(verdict.cls).toStdString();
    json["effect"] = toText(verdict.effect).toStdString();
    json["retry"] = toText(verdict.retry).toStdString();
    json["code"] = clean(verdict.code.left(200));
    json["message"] = clean(verdict.message);
    json["rule"] = verdict.rule.toStdString();
    json["fingerprint"] = result.fingerprint.toStdString();
    if (verdict.retryAfter)
        json["retryAfter"] = double(verdict.retryAfter->count()) / 1000;
    return json;
}

} // namespace

DeliveryStore::DeliveryStore(QueryRunner& runner, QString relay)
    : m_runner(runner)
    , m_relay(std::move(relay))
{ }

Outcome<DeliveryConfiguration> DeliveryStore::configuration()
{
    return m_runner.readNow([](ReadScope& scope) {
        DeliveryConfiguration configuration;
        for (const auto& row : exec(scope.tx,
                 "SELECT code, base_url, connector, idempotent, headers, authentication, connect_seconds, "
                 "answer_seconds, connections FROM integration.target")) {
            const DeliveryTarget target = targetOf(row);
            configuration.targets.insert(target.code, target);
        }
        for (const auto& row : exec(scope.tx,
                 "SELECT code, path, schema, array_to_string(reference, chr(31)) AS reference, lookup, lookup_equal, "
                 "effect_class IN ('money', 'legal') AS careful FROM integration.flow")) {
            const DeliveryFlow flow = flowOf(row);
            configuration.flows.insert(flow.code, flow);
        }
        return configuration;
    });
}

Outcome<QList<QString>> DeliveryStore::dueTargets()
{
    return m_runner.readNow([](ReadScope& scope) {
        QList<QString> targets;
        for (const auto& row : exec(scope.tx, "SELECT code FROM integration.due_targets() AS code"))
            targets += text(row[0]);
        return targets;
    });
}

Outcome<std::vector<ClaimedMessage>> DeliveryStore::claim(const QString& target, int maxCount)
{
    return m_runner.writeNow([&](WriteScope& scope) {
        std::vector<ClaimedMessage> claimed;
        for (const auto& row : exec(scope.tx,
                 "SELECT id, number, flow, target, idempotency_key, traceparent, verify, ask_only, question, content, "
                 "lease_seconds FROM integration.claim($1, $2, $3::int)",
                 {m_relay.toStdString(), target.toStdString(), std::to_string(maxCount)})) {
            ClaimedMessage message;
            message.id = row["id"].as<qint64>();
            message.number = row["number"].as<int>();
            message.flow = text(row["flow"]);
            message.target = text(row["target"]);
            message.idempotencyKey = QByteArray(row["idempotency_key"].c_str());
            message.traceparent = QByteArray(row["traceparent"].c_str());
            message.verify = row["verify"].as<bool>();
            message.askOnly = row["ask_only"].as<bool>();
            if (!row["question"].is_null())
                message.question = textsOf(row["question"]);
            message.content = QByteArray(row["content"].c_str(), qsizetype(row["content"].size()));
            message.lease = seconds(row["lease_seconds"]);
            claimed.push_back(std::move(message));
        }
        return claimed;
    });
}

Outcome<std::vector<qint64>> DeliveryStore::sending(const std::vector<const ClaimedMessage*>& messages)
{
    std::string ids;
    std::string numbers;
    for (const ClaimedMessage* message : messages) {
        ids += (ids.empty() ? "{" : ",") + std::to_string(message->id);
        numbers += (numbers.empty() ? "{" : ",") + std::to_string(message->number);
    }
    return m_runner.writeNow([&](WriteScope& scope) {
        std::vector<qint64> allowed;
        for (const auto& row : exec(scope.tx, "SELECT id FROM integration.sending($1, $2::bigint[], $3::int[]) AS id",
                 {m_relay.toStdString(), ids + "}", numbers + "}"}))
            allowed.push_back(row[0].as<qint64>());
        return allowed;
    });
}

Outcome<int> DeliveryStore::finish(const std::vector<TryResult>& results)
{
    Json json = Json::array();
    for (const TryResult& result : results)
        json.push_back(jsonOf(result));
    return m_runner.writeNow([&](WriteScope& scope) {
        return exec(scope.tx, "SELECT count(*)::int FROM integration.finish($1, $2::jsonb)",
            {m_relay.toStdString(), json.dump()})
            .at(0)[0]
            .as<int>();
    });
}

Outcome<int> DeliveryStore::release(int maxCount)
{
    return m_runner.writeNow([maxCount](WriteScope& scope) {
        return exec(scope.tx, "SELECT integration.release_items($1::int)", {std::to_string(maxCount)})
            .at(0)[0]
            .as<int>();
    });
}

Outcome<int> DeliveryStore::housekeep()
{
    return m_runner.writeNow([this](WriteScope& scope) {
        exec(scope.tx,
            "SELECT integration.relay_here($1), integration.wake_exceptions(), integration.wake_groups(), integration.forget_previews()",
            {m_relay.toStdString()});
        return exec(scope.tx, "SELECT integration.recover()").at(0)[0].as<int>();
    });
}

Outcome<int> DeliveryStore::watchOverdue()
{
    return m_runner.writeNow(
        [](WriteScope& scope) { return exec(scope.tx, "SELECT integration.watch_overdue()").at(0)[0].as<int>(); });
}

Outcome<int> DeliveryStore::watchReported()
{
    return m_runner.writeNow([](WriteScope& scope) {
        Json failures = Json::array();
        for (const auto& row :
            exec(scope.tx, "SELECT order_id, step, scope, system, message FROM integration.reported_failures()")) {
            const QString step = text(row["step"]);
            const QString message = text(row["message"]);
            failures.push_back({{"order", row["order_id"].as<qint64>()}, {"step", step.toStdString()},
                {"scope", row["scope"].as<std::string>()}, {"message", message.toStdString()},
                {"fingerprint",
                    fingerprint(QString(u"reported "_s + step), text(row["system"]), message).toStdString()}});
        }
        if (failures.empty())
            return 0;
        return exec(scope.tx, "SELECT integration.open_reported($1::jsonb)", {failures.dump()}).at(0)[0].as<int>();
    });
}

Outcome<std::vector<DeliveryStore::Backlog>> DeliveryStore::backlog()
{
    return m_runner.readNow([](ReadScope& scope) {
        std::vector<Backlog> backlog;
        for (const auto& row : exec(scope.tx, "SELECT flow, status, count FROM integration.backlog()"))
            backlog.push_back({text(row[0]), text(row[1]), row[2].as<qint64>()});
        return backlog;
    });
}
