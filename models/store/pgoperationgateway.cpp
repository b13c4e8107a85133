// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgoperationgateway.h"

#include "models/domain/exceptionnames.h"
#include "models/store/operationrow.h"
#include "models/store/orderrow.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// What integration.change_exceptions wants to know for this action, and nothing else: it goes into the audit trail.
std::string detailsJson(ExceptionAction action, const ActionDetails& details)
{
    nlohmann::json json = nlohmann::json::object();
    switch (action) {
    case ExceptionAction::Assign:
        json["owner"] = details.owner.toStdString();
        break;
    case ExceptionAction::Note:
        json["text"] = details.text.toStdString();
        break;
    case ExceptionAction::Snooze:
        if (details.until.isValid())
            json["until"] = details.until.toUTC().toString(Qt::ISODateWithMs).toStdString();
        break;
    case ExceptionAction::Resolve:
        json["resolution"] = toText(details.resolution).toStdString();
        json["reason"] = details.reason.toStdString();
        if (!details.evidence.isEmpty())
            json["evidence"] = details.evidence.toStdString();
        break;
    case ExceptionAction::Take:
    case ExceptionAction::Release:
    case ExceptionAction::Wake:
    case ExceptionAction::Undo:
        break;
    }
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

QList<ActionResult> changeExceptions(pqxx::transaction_base& tx, ExceptionAction action,
    const QList<ExceptionRef>& exceptions, const ActionDetails& details)
{
    QList<qint64> ids;
    QList<qint64> versions;
    for (const ExceptionRef& exception : exceptions) {
        ids.append(exception.id);
        versions.append(exception.version);
    }
    const pqxx::result rows
        = exec(tx, "SELECT id, done, why FROM integration.change_exceptions($1, $2::bigint[], $3::int[], $4::jsonb)",
            {toText(action).toStdString(), idArray(ids), idArray(versions), detailsJson(action, details)});
    QList<ActionResult> results;
    for (const auto& row : rows)
        results.append({row["id"].as<qint64>(), row["done"].as<bool>(), readText(row["why"])});
    return results;
}

/// What integration.start_operation wants to know; what is not said is as the database is set.
std::string optionsJson(const ReplayOptions& options)
{
    nlohmann::json json = nlohmann::json::object();
    if (!options.ramp.isEmpty())
        json["ramp"] = std::vector<int>(options.ramp.cbegin(), options.ramp.cend());
    if (options.rate > 0)
        json["rate"] = options.rate;
    if (options.startAt.isValid())
        json["startAt"] = options.startAt.toUTC().toString(Qt::ISODateWithMs).toStdString();
    if (options.stopShare)
        json["stopShare"] = *options.stopShare;
    return json.dump();
}

QList<Operation> readOperations(pqxx::transaction_base& tx, int limit)
{
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + operationColumns
            + " FROM integration.operation_row r WHERE r.id IN (SELECT o.id FROM integration.operation o "
              "WHERE o.asked_at IS NOT NULL ORDER BY o.id DESC LIMIT "
            + std::to_string(std::clamp(limit, 0, PgOperationGateway::maxLimit)) + ") ORDER BY r.id DESC");
    QList<Operation> operations;
    for (const auto& row : rows)
        operations.append(readOperation(row));
    return operations;
}

QList<OperationItem> readItems(pqxx::transaction_base& tx, qint64 operation, int limit)
{
    // they are chosen before anything is looked up for them: the list may have 100,000
    static const std::string order
        = "array_position('{in_doubt,failed,conflict,skipped,cancelled,claimed,planned,confirmed}'::text[], i.state), i.ordinal";
    const pqxx::result rows = exec(tx,
        "SELECT i.transaction_id, o.order_number, t.flow, i.class, i.state, i.outcome, (extract(epoch FROM i.at) * 1000)::bigint AS at "
        "FROM (SELECT * FROM integration.operation_item i WHERE i.operation_id = $1::bigint ORDER BY "
            + order + " LIMIT " + std::to_string(std::clamp(limit, 0, PgOperationGateway::maxLimit))
            + ") i JOIN integration.transaction t ON t.id = i.transaction_id "
              "LEFT JOIN integration.sales_order o ON o.id = t.order_id ORDER BY "
            + order,
        {std::to_string(operation)});
    QList<OperationItem> items;
    for (const auto& row : rows)
        items.append({row["transaction_id"].as<qint64>(), readText(row["order_number"]), readText(row["flow"]),
            replayClassFromText(readText(row["class"])).value_or(ReplayClass::ByHand),
            itemStateFromText(readText(row["state"])).value_or(ItemState::Planned), readText(row["outcome"]),
            readTime(row["at"])});
    return items;
}

} // namespace

QFuture<Outcome<QList<ActionResult>>> PgOperationGateway::change(
    ExceptionAction action, const QList<ExceptionRef>& exceptions, const ActionDetails& details)
{
    return m_runner
        .write([action, exceptions, details](
                   WriteScope& scope) { return changeExceptions(scope.tx, action, exceptions, details); })
        .future;
}

QFuture<Outcome<Operation>> PgOperationGateway::preview(
    const char* statement, const QUuid& request, const QList<qint64>& transactions)
{
    return m_runner
        .write([statement, request, transactions](WriteScope& scope) {
            const pqxx::result rows = exec(
                scope.tx, statement, {request.toString(QUuid::WithoutBraces).toStdString(), idArray(transactions)});
            return operationById(scope.tx, rows[0][0].as<qint64>());
        })
        .future;
}

QFuture<Outcome<Operation>> PgOperationGateway::previewReplay(const QUuid& request, const QList<qint64>& transactions)
{
    return preview("SELECT integration.preview_replay($1::uuid, $2::bigint[])", request, transactions);
}

QFuture<Outcome<Operation>> PgOperationGateway::previewVerify(const QUuid& request, const QList<qint64>& transactions)
{
    return preview("SELECT integration.preview_verify($1::uuid, $2::bigint[])", request, transactions);
}

QFuture<Outcome<Operation>> PgOperationGateway::start(const Operation& previewed, const ReplayOptions& options)
{
    QStringList names;
    for (const ReplayClass replayClass : options.classes)
        names.append(toText(replayClass));
    return m_runner
        .write([id = previewed.id, manifest = previewed.manifest, reason = options.reason, names,
                   json = optionsJson(options)](WriteScope& scope) {
            exec(scope.tx,
                "SELECT integration.start_operation($1::bigint, decode($2, 'hex'), $3, $4::text[], $5::jsonb)",
                {std::to_string(id), manifest.toHex().toStdString(), reason.toStdString(),
                    "{" + names.join(u',').toStdString() + "}", json});
            return operationById(scope.tx, id);
        })
        .future;
}

QFuture<Outcome<Operation>> PgOperationGateway::control(qint64 operation, OperationControl action)
{
    return m_runner
        .write([operation, action](WriteScope& scope) {
            exec(scope.tx, "SELECT integration.control_operation($1::bigint, $2)",
                {std::to_string(operation), toText(action).toStdString()});
            return operationById(scope.tx, operation);
        })
        .future;
}

QFuture<Outcome<Operation>> PgOperationGateway::approve(const Operation& seen, const QString& note)
{
    return m_runner
        .write([id = seen.id, manifest = seen.manifest, note](WriteScope& scope) {
            exec(scope.tx, "SELECT integration.approve_operation($1::bigint, decode($2, 'hex'), $3)",
                {std::to_string(id), manifest.toHex().toStdString(), note.toStdString()});
            return operationById(scope.tx, id);
        })
        .future;
}

QFuture<Outcome<Operation>> PgOperationGateway::reject(qint64 operation, const QString& reason)
{
    return m_runner
        .write([operation, reason](WriteScope& scope) {
            exec(scope.tx, "SELECT integration.reject_operation($1::bigint, $2)",
                {std::to_string(operation), reason.toStdString()});
            return operationById(scope.tx, operation);
        })
        .future;
}

QFuture<Outcome<OperationCounts>> PgOperationGateway::counts()
{
    return m_runner
        .read([](ReadScope& scope) {
            const pqxx::result rows
                = exec(scope.tx, "SELECT running, in_doubt, for_me FROM integration.operation_counts()");
            return OperationCounts{rows[0][0].as<qint64>(), rows[0][1].as<qint64>(), rows[0][2].as<qint64>()};
        })
        .future;
}

QFuture<Outcome<Operation>> PgOperationGateway::operation(qint64 id)
{
    return m_runner.read([id](ReadScope& scope) { return operationById(scope.tx, id); }).future;
}

QFuture<Outcome<QList<Operation>>> PgOperationGateway::operations(int limit)
{
    return m_runner.read([limit](ReadScope& scope) { return readOperations(scope.tx, limit); }).future;
}

QFuture<Outcome<QList<OperationItem>>> PgOperationGateway::items(qint64 operation, int limit)
{
    return m_runner.read([operation, limit](ReadScope& scope) { return readItems(scope.tx, operation, limit); }).future;
}
