// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgrunbooks.h"

#include "models/store/orderrow.h"

#include <nlohmann/json.hpp>

namespace {

constexpr auto runbookColumns
    = "SELECT b.id, b.version, b.team, b.flow, b.error_class, b.error_code, b.fingerprint, b.title, b.content, b.owner, "
      "(extract(epoch FROM b.updated_at) * 1000)::bigint AS updated_at, b.updated_by FROM ";

QList<Runbook> readRunbooks(pqxx::transaction_base& tx, const std::string& from, const SqlArgs& args = {})
{
    QList<Runbook> runbooks;
    const pqxx::result rows = exec(tx, runbookColumns + from, args);
    for (const auto& row : rows) {
        Runbook runbook;
        runbook.id = row["id"].as<qint64>();
        runbook.version = row["version"].as<int>();
        runbook.team = readText(row["team"]);
        runbook.flow = readText(row["flow"]);
        runbook.errorClass = readText(row["error_class"]);
        runbook.errorCode = readText(row["error_code"]);
        runbook.fingerprint = readText(row["fingerprint"]);
        runbook.title = readText(row["title"]);
        runbook.content = readText(row["content"]);
        runbook.owner = readText(row["owner"]);
        runbook.updatedAt = readTime(row["updated_at"]);
        runbook.updatedBy = readText(row["updated_by"]);
        runbooks.append(runbook);
    }
    return runbooks;
}

std::optional<Runbook> first(const QList<Runbook>& runbooks)
{
    return runbooks.isEmpty() ? std::nullopt : std::optional(runbooks.constFirst());
}

std::string definitionOf(const Runbook& runbook)
{
    nlohmann::json json{{"team", runbook.team.toStdString()}, {"flow", runbook.flow.toStdString()},
        {"error_class", runbook.errorClass.toStdString()}, {"error_code", runbook.errorCode.toStdString()},
        {"fingerprint", runbook.fingerprint.toStdString()}, {"title", runbook.title.toStdString()},
        {"content", runbook.content.toStdString()}, {"owner", runbook.owner.toStdString()}};
    if (runbook.id != 0) {
        json["id"] = runbook.id;
        json["version"] = runbook.version;
    }
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

std::optional<Runbook> readRunbookOfException(pqxx::transaction_base& tx, qint64 id)
{
    return first(readRunbooks(tx,
        "integration.exception x, integration.runbook_for(x.kind, x.queue, x.flow, x.error_class, x.error_code, x.fingerprint) b "
        "WHERE x.id = $1::bigint",
        {std::to_string(id)}));
}

std::optional<Runbook> readRunbookOfGroup(pqxx::transaction_base& tx, qint64 id)
{
    return first(readRunbooks(tx,
        "integration.exception_group g LEFT JOIN integration.flow f ON f.code = g.flow, "
        "integration.runbook_for(g.kind, COALESCE(f.team, ''), g.flow, g.error_class, g.error_code, g.fingerprint) b "
        "WHERE g.id = $1::bigint",
        {std::to_string(id)}));
}

QFuture<Outcome<QList<Runbook>>> PgRunbooks::runbooks()
{
    return m_runner
        .read([](ReadScope& scope) {
            return readRunbooks(scope.tx, "integration.runbook b ORDER BY lower(b.title), b.id");
        })
        .future;
}

QFuture<Outcome<qint64>> PgRunbooks::put(const Runbook& runbook)
{
    return m_runner
        .write([json = definitionOf(runbook)](WriteScope& scope) {
            return exec(scope.tx, "SELECT integration.put_runbook($1::jsonb)", {json}).at(0)[0].as<qint64>();
        })
        .future;
}

QFuture<Outcome<qint64>> PgRunbooks::remove(qint64 id, int version)
{
    return m_runner
        .write([id, version](WriteScope& scope) {
            exec(scope.tx, "SELECT integration.remove_runbook($1::bigint, NULLIF($2::int, 0))",
                {std::to_string(id), std::to_string(version)});
            return id;
        })
        .future;
}

Outcome<qsizetype> PgRunbooks::putNow(const QList<QByteArray>& definitions)
{
    return m_runner.writeNow([&](WriteScope& scope) {
        for (const QByteArray& definition : definitions)
            exec(scope.tx, "SELECT integration.put_runbook($1::jsonb)", {definition.toStdString()});
        return definitions.size();
    });
}
