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

QFuture<Outcome<Regrouping>> PgGroupGateway::merge(const QList<qint64>& groups, qint64 into)
{
    return m_runner
        .write([ids = idArray(groups), into](WriteScope& scope) {
            const auto rows = exec(
                scope.tx, "SELECT integration.merge_groups($1::bigint[], $2::bigint)", {ids, std::to_string(into)});
            return Regrouping{rows.at(0)[0].as<qint64>(), into};
        })
        .future;
}

QFuture<Outcome<Regrouping>> PgGroupGateway::split(qint64 group, const QString& field, const QString& value)
{
    return m_runner
        .write([group, field = field.toStdString(), value = value.toStdString()](WriteScope& scope) {
            const auto fresh = exec(
                scope.tx, "SELECT integration.split_group($1::bigint, $2, $3)", {std::to_string(group), field, value})
                                   .at(0)[0]
                                   .as<qint64>();
            const auto change = exec(scope.tx,
                "SELECT c.id FROM integration.group_change c WHERE c.into_group = $1::bigint AND c.kind = 'split'",
                {std::to_string(fresh)});
            return Regrouping{change.at(0)[0].as<qint64>(), fresh};
        })
        .future;
}

QFuture<Outcome<Regrouping>> PgGroupGateway::undo(qint64 change)
{
    return m_runner
        .write([change](WriteScope& scope) {
            exec(scope.tx, "SELECT integration.undo_group_change($1::bigint)", {std::to_string(change)});
            return Regrouping{change, 0};
        })
        .future;
}
