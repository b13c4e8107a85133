// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/caserecords.h"

#include "models/store/orderrow.h"
#include "models/store/problemfilter.h"

QList<Comment> readComments(pqxx::transaction_base& tx, const AuditObject& of)
{
    QList<Comment> comments;
    const pqxx::result rows = exec(tx,
        "SELECT (extract(epoch FROM at) * 1000)::bigint AS at, author, content FROM integration.comment WHERE "
            + std::string(of.kind) + "_id = $1::bigint ORDER BY id",
        {std::to_string(of.id)});
    for (const auto& row : rows)
        comments.append({readTime(row["at"]), readText(row["author"]), readText(row["content"])});
    return comments;
}

QList<AuditEntry> readAudit(pqxx::transaction_base& tx, const std::vector<AuditObject>& objects)
{
    std::string places;
    SqlArgs args;
    for (const AuditObject& object : objects) {
        args.emplace_back(object.kind);
        args.emplace_back(std::to_string(object.id));
        places += (places.empty() ? "($" : ", ($") + std::to_string(args.size() - 1) + ", $"
            + std::to_string(args.size()) + "::bigint)";
    }
    QList<AuditEntry> entries;
    const pqxx::result rows = exec(tx,
        "SELECT seq, (extract(epoch FROM at) * 1000)::bigint AS at, actor, action, before::text AS before, after::text AS after, reason "
        "FROM integration.audit_entry WHERE (object_kind, object_id) IN ("
            + places + ") ORDER BY seq DESC LIMIT 100",
        args);
    for (const auto& row : rows)
        entries.append({row["seq"].as<qint64>(), readTime(row["at"]), readText(row["actor"]), readText(row["action"]),
            readText(row["before"]), readText(row["after"]), readText(row["reason"])});
    return entries;
}

QStringList textList(const pqxx::field& field)
{
    QStringList texts;
    const auto list = field.is_null() ? nlohmann::json::array() : nlohmann::json::parse(field.c_str());
    for (const auto& text : list)
        texts.append(QString::fromStdString(text.is_null() ? std::string() : text.get<std::string>()));
    return texts;
}

QList<PastRemedy> readRemedies(pqxx::transaction_base& tx, const std::string& fingerprint)
{
    const pqxx::result rows = exec(tx,
        "SELECT kind, to_jsonb(paths)::text AS paths, tried, worked, (extract(epoch FROM last_at) * 1000)::bigint AS last_at, last_by "
        "FROM integration.what_helped($1)",
        {fingerprint});
    QList<PastRemedy> remedies;
    for (const auto& row : rows)
        remedies.append({readText(row["kind"]), textList(row["paths"]), row["tried"].as<int>(), row["worked"].as<int>(),
            readTime(row["last_at"]), readText(row["last_by"])});
    return remedies;
}

QDateTime serverTime(pqxx::transaction_base& tx)
{
    return readTime(exec(tx, "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint")[0][0]);
}

PageEnd readPageEnd(pqxx::transaction_base& tx, const FilterExpression& filter)
{
    const pqxx::row row = exec(tx,
        std::string("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint, integration.has_relay(), ")
            + (asksFor(filter, FilterField::Payload) ? "integration.payloads_cut()" : "0"))[0];
    return {readTime(row[0]), row[1].as<bool>(), row[2].as<int>()};
}
