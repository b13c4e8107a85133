// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupgateway.h"

#include "models/domain/exceptionnames.h"
#include "models/store/orderrow.h"

#include <nlohmann/json.hpp>

namespace {

/// What integration.change_groups wants to know for this action, and nothing else: it goes into the audit trail.
std::string groupDetailsJson(GroupAction action, const GroupActionDetails& details)
{
    nlohmann::json json = nlohmann::json::object();
    const auto time = [](const QDateTime& at) { return at.toUTC().toString(Qt::ISODateWithMs).toStdString(); };
    switch (action) {
    case GroupAction::Assign:
        json["owner"] = details.owner.toStdString();
        break;
    case GroupAction::Note:
        json["text"] = details.text.toStdString();
        break;
    case GroupAction::Rename:
        json["title"] = details.title.toStdString();
        break;
    case GroupAction::Wait:
        json["on"] = details.waitingOn.toStdString();
        if (details.until.isValid())
            json["until"] = time(details.until);
        break;
    case GroupAction::Archive:
        if (details.until.isValid())
            json["until"] = time(details.until);
        if (details.most)
            json["most"] = *details.most;
        break;
    case GroupAction::Resolve:
        json["resolution"] = toText(details.resolution).toStdString();
        json["reason"] = details.reason.toStdString();
        if (!details.evidence.isEmpty())
            json["evidence"] = details.evidence.toStdString();
        if (details.asOf.isValid())
            json["as_of"] = time(details.asOf);
        break;
    case GroupAction::Acknowledge:
    case GroupAction::Investigate:
    case GroupAction::Reopen:
    case GroupAction::Take:
    case GroupAction::Release:
    case GroupAction::Watch:
    case GroupAction::Unwatch:
    case GroupAction::Undo:
        break;
    }
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

QFuture<Outcome<QList<GroupActionResult>>> PgGroupGateway::changeGroups(
    GroupAction action, const QList<GroupRef>& groups, const GroupActionDetails& details)
{
    QList<qint64> ids;
    QList<qint64> versions;
    for (const GroupRef& group : groups) {
        ids.append(group.id);
        versions.append(group.version);
    }
    return m_runner
        .write([name = toText(action).toStdString(), ids = idArray(ids), versions = idArray(versions),
                   json = groupDetailsJson(action, details)](WriteScope& scope) {
            const pqxx::result rows = exec(scope.tx,
                "SELECT id, done, why, n FROM integration.change_groups($1, $2::bigint[], $3::int[], $4::jsonb)",
                {name, ids, versions, json});
            QList<GroupActionResult> results;
            for (const auto& row : rows)
                results.append(
                    {row["id"].as<qint64>(), row["done"].as<bool>(), readText(row["why"]), row["n"].as<qint64>()});
            return results;
        })
        .future;
}

QFuture<Outcome<qint64>> PgGroupGateway::ask(const char* statement, std::vector<std::optional<std::string>> arguments)
{
    return m_runner
        .write([statement, arguments = std::move(arguments)](
                   WriteScope& scope) { return exec(scope.tx, statement, arguments).at(0)[0].as<qint64>(); })
        .future;
}

QFuture<Outcome<qint64>> PgGroupGateway::merge(const QList<qint64>& groups, qint64 into)
{
    return ask("SELECT integration.merge_groups($1::bigint[], $2::bigint)", {idArray(groups), std::to_string(into)});
}

QFuture<Outcome<qint64>> PgGroupGateway::split(qint64 group, const QString& field, const QString& value)
{
    return ask("SELECT integration.split_group($1::bigint, $2, $3)",
        {std::to_string(group), field.toStdString(), value.toStdString()});
}

QFuture<Outcome<qint64>> PgGroupGateway::undo(qint64 change)
{
    return ask("SELECT $1::bigint FROM integration.undo_group_change($1::bigint)", {std::to_string(change)});
}
