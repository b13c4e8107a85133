// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/operationrow.h"

#include "models/domain/exceptionnames.h"
#include "models/store/orderrow.h"
#include "models/store/pqerror.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using Json = nlohmann::json;

#define SIGNALBOX_TIME(column) "(extract(epoch FROM r." column ") * 1000)::bigint AS " column

const char* const operationColumns
    = "r.id, r.kind, r.state, r.requested_by, r.reason, encode(r.manifest, 'hex') AS manifest, r.total, r.confirmed, r.failed, r.skipped, r.in_doubt, "
      "r.not_started, r.under_way, r.plan::text AS plan, r.value::text AS value, r.limits::text AS limits, array_to_string(r.classes, ',') AS classes, "
      "array_to_string(r.ramp, ',') AS ramp, r.rate, r.stop_share, r.sendable, r.stages::text AS stages, r.stop::text AS stop, r.without_relay, "
      "r.decided_by, r.decision_note, r.may_not_approve, " SIGNALBOX_TIME("created_at") ", " SIGNALBOX_TIME("asked_at") ", " SIGNALBOX_TIME(
          "started_at") ", " SIGNALBOX_TIME("finished_at") ", " SIGNALBOX_TIME("start_at") ", " SIGNALBOX_TIME("approval_until");

#undef SIGNALBOX_TIME

namespace {

/// NULL is an empty list.
Json jsonOf(const pqxx::field& field)
{
    return field.is_null() ? Json::array() : Json::parse(field.c_str());
}

QString stringOf(const Json& json)
{
    return json.is_string() ? QString::fromStdString(json.get<std::string>()) : QString();
}

ApprovalLimit limitOf(const Json& json)
{
    ApprovalLimit limit{stringOf(json["flow"]), stringOf(json["effect_class"]), stringOf(json["currency"]),
        json["most"].get<qint64>(), {}};
    for (const auto& [name, size] : json["of"].items()) {
        if (const auto known = replayClassFromText(QString::fromStdString(name)))
            limit.of[*known] = size.get<qint64>();
    }
    return limit;
}

} // namespace

Operation readOperation(const pqxx::row& row)
{
    Operation o;
    o.id = row["id"].as<qint64>();
    o.kind = operationKindFromText(readText(row["kind"])).value_or(OperationKind::Replay);
    o.state = operationStateFromText(readText(row["state"])).value_or(OperationState::Previewed);
    o.requestedBy = readText(row["requested_by"]);
    o.reason = readText(row["reason"]);
    o.manifest = QByteArray::fromHex(row["manifest"].c_str());
    o.createdAt = readTime(row["created_at"]);
    o.startedAt = readTime(row["started_at"]);
    o.finishedAt = readTime(row["finished_at"]);
    const Json plan = jsonOf(row["plan"]);
    for (const auto& [name, count] : plan.items()) {
        const auto known = replayClassFromText(QString::fromStdString(name));
        if (known && count.get<qint64>() > 0)
            o.plan[*known] = count.get<qint64>();
    }
    for (const Json& part : jsonOf(row["value"])) {
        const auto known = replayClassFromText(stringOf(part["class"]));
        const qint64 minor = stringOf(part["value"]).toLongLong();
        if (known && minor != 0)
            o.value[*known].append({minor, stringOf(part["currency"])});
    }
    for (const Json& limit : jsonOf(row["limits"]))
        o.limits.append(limitOf(limit));
    o.total = row["total"].as<qint64>();
    o.confirmed = row["confirmed"].as<qint64>();
    o.failed = row["failed"].as<qint64>();
    o.skipped = row["skipped"].as<qint64>();
    o.inDoubt = row["in_doubt"].as<qint64>();
    o.notStarted = row["not_started"].as<qint64>();
    o.underWay = row["under_way"].as<qint64>();
    for (const QString& name : readText(row["classes"]).split(u',', Qt::SkipEmptyParts))
        o.classes.append(replayClassFromText(name).value_or(ReplayClass::Safe));
    for (const QString& share : readText(row["ramp"]).split(u',', Qt::SkipEmptyParts))
        o.ramp.append(share.toInt());
    o.rate = row["rate"].is_null() ? 0 : row["rate"].as<double>();
    o.askedAt = readTime(row["asked_at"]);
    o.startAt = readTime(row["start_at"]);
    o.stopShare = row["stop_share"].as<int>();
    o.sendable = row["sendable"].as<qint64>();
    for (const Json& stage : jsonOf(row["stages"]))
        o.stages.append({stage["number"].get<int>(), stage["size"].get<qint64>(), stage["confirmed"].get<qint64>(),
            stage["failed"].get<qint64>(), stage["skipped"].get<qint64>(), stage["in_doubt"].get<qint64>()});
    if (const Json stop = jsonOf(row["stop"]); stop.is_object())
        o.stop = OperationStop{stringOf(stop["message"]), stop["items"].get<qint64>(), stop["ended"].get<qint64>()};
    o.withoutRelay = row["without_relay"].as<bool>();
    o.approvalUntil = readTime(row["approval_until"]);
    o.decidedBy = readText(row["decided_by"]);
    o.decisionNote = readText(row["decision_note"]);
    o.mayNotApprove = readText(row["may_not_approve"]);
    return o;
}

Operation operationById(pqxx::transaction_base& tx, qint64 id)
{
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + operationColumns + " FROM integration.operation_row r WHERE r.id = $1::bigint",
        {std::to_string(id)});
    if (rows.empty())
        throw StoreException({Failure::NotFound,
            QCoreApplication::translate("PgOperationGateway", "There is no operation %1.").arg(id), {}, {}});
    return readOperation(rows[0]);
}
