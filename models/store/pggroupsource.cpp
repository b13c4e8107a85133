// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupsource.h"

#include "models/domain/exceptionnames.h"
#include "models/store/caserecords.h"
#include "models/store/exceptioncondition.h"
#include "models/store/exceptionrow.h"
#include "models/store/groupreader.h"
#include "models/store/orderrow.h"
#include "models/store/pgrunbooks.h"
#include "models/store/pqerror.h"
#include "models/store/problemcount.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

#define SIGNALBOX_TIME(column) "(extract(epoch FROM " column ") * 1000)::bigint"

/// As groupOrderText() says; what is equal in another order comes in this one.
constexpr auto standardOrder
    = "CASE WHEN r.due_at < now() THEN 0 WHEN r.due_at < now() + interval '1 hour' THEN 1 WHEN r.due_at < now() + interval '4 hours' THEN 2 "
      "WHEN r.due_at < now() + interval '1 day' THEN 3 ELSE 4 END, r.share DESC, r.n DESC, r.id";

/// NULL: in this order nothing is known of a group.
const char* keyOf(ProblemSort sort)
{
    switch (sort) {
    case ProblemSort::Standard:
        break;
    case ProblemSort::Opened:
        return "r.first_at";
    case ProblemSort::Due:
        return "r.due_at";
    case ProblemSort::Value:
        return "NULLIF(r.share, 0)";
    case ProblemSort::Count:
        return "r.n";
    case ProblemSort::Trend:
        return "COALESCE(r.failed, 0)";
    case ProblemSort::Last:
        return "r.last_at";
    case ProblemSort::State: // as the work goes on
        return "array_position('{new,regressed,acknowledged,investigating,waiting,archived,resolved}'::text[], r.state)";
    case ProblemSort::Owner:
        return "r.owner";
    case ProblemSort::Code:
        return "NULLIF(r.error_code, '')";
    case ProblemSort::Team:
        return "NULLIF(r.team, '')";
    }
    return nullptr;
}

std::string orderOf(const ProblemOrder& order)
{
    const char* key = keyOf(order.sort);
    return key ? std::string(key) + (order.ascending ? " ASC" : " DESC") + " NULLS LAST, " + standardOrder
               : standardOrder;
}

/// Behind a WITH that defines `chosen`, see ChosenProblems. empty: groups without a match as well. Materialized, since
/// how much `chosen` holds is guessed far too low: sums would be made anew for each group.
std::string groupsStatement(bool empty, const ProblemOrder& order = {})
{
    return std::string(
               ", counted AS (SELECT c.group_id, sum(c.n)::bigint AS n, max(c.last_at) AS last_at, bool_or(c.partial) AS partial FROM chosen c GROUP BY c.group_id HAVING sum(c.n) > ")
        + (empty ? "-1" : "0")
        + "), "
          "valued AS (SELECT c.group_id, c.currency, sum(c.n) AS n, sum(c.minor) AS minor, sum(c.minor) / NULLIF(sum(sum(c.minor)) OVER (PARTITION BY c.currency), 0) AS share "
          "FROM chosen c WHERE c.currency <> '' GROUP BY c.group_id, c.currency HAVING sum(c.n) > 0), "
          "at_risk AS MATERIALIZED (SELECT v.group_id, sum(v.share) AS share, jsonb_agg(jsonb_build_array(v.currency, v.minor::bigint) ORDER BY v.n DESC, v.currency)::text AS values "
          "FROM valued v GROUP BY v.group_id), "
          "failures AS MATERIALIZED (SELECT h.group_id, string_agg(((t.hour - date_part('epoch', h.hour)) / 3600)::int || ':' || h.n, ',') AS hours, sum(h.n) AS failed FROM "
          "(SELECT f.group_id, f.hour, sum(f.n) AS n FROM integration.exception_hour f WHERE f.hour > now() - interval '24 hours' AND f.group_id IN (SELECT k.group_id FROM counted k) "
          "GROUP BY 1, 2) h, (SELECT date_part('epoch', date_trunc('hour', now(), 'UTC')) AS hour) t GROUP BY h.group_id), "
          "settled AS MATERIALIZED (SELECT s.group_id, jsonb_object_agg(s.resolution, s.n)::text AS resolved FROM (SELECT t.group_id, t.resolution, sum(t.n) AS n "
          "FROM integration.exception_tally t WHERE t.resolution <> '' GROUP BY 1, 2 HAVING sum(t.n) > 0) s GROUP BY s.group_id), "
          "rows AS MATERIALIZED (SELECT g.*, c.n, c.last_at, c.partial AND (SELECT count(*) FILTER (WHERE e.partial) > "
        + std::to_string(mostCounted)
        + " FROM chosen e) AS at_least, COALESCE(r.share, 0) AS share, r.values, f.hours, f.failed, s.resolved FROM counted c "
          "JOIN integration.exception_group_row g ON g.id = c.group_id LEFT JOIN at_risk r ON r.group_id = c.group_id "
          "LEFT JOIN failures f ON f.group_id = c.group_id LEFT JOIN settled s ON s.group_id = c.group_id) "
          "SELECT r.id, r.kind, r.state, r.title, r.split_by, r.flow, r.flow_title, r.source_system, r.target_system, r.step, r.team, r.effect_class, r.runbook, "
          "r.error_class, r.error_code, r.sample, r.owner, array_to_string(r.watchers, ',') AS watchers, r.waiting_on, r.most, r.escalated, r.resolution, r.reason, "
          "r.evidence, r.version, r.n, r.at_least, r.share, r.values, r.hours, r.resolved, " SIGNALBOX_TIME("r.until") " AS until, " SIGNALBOX_TIME(
              "r.due_at") " AS due_at, " SIGNALBOX_TIME("r.first_at") " AS first_at, " SIGNALBOX_TIME("r.last_at") " AS last_at "
                                                                                                                   "FROM rows r ORDER BY "
        + orderOf(order) + " LIMIT ";
}

#undef SIGNALBOX_TIME

nlohmann::json parsed(const pqxx::field& field)
{
    return field.is_null() ? nlohmann::json() : nlohmann::json::parse(field.c_str());
}

ExceptionGroup readGroup(const pqxx::row& row)
{
    ExceptionGroup group;
    group.id = row["id"].as<qint64>();
    group.kind = exceptionKindFromText(readText(row["kind"])).value_or(ExceptionKind::DeliveryFailure);
    group.state = groupStateFromText(readText(row["state"])).value_or(GroupState::New);
    group.title = readText(row["title"]);
    for (const auto& part : parsed(row["split_by"]))
        group.splitBy.append({QString::fromStdString(part.at(0).get<std::string>()),
            QString::fromStdString(part.at(1).get<std::string>())});
    group.flow = readText(row["flow"]);
    group.flowTitle = readText(row["flow_title"]);
    group.sourceSystem = readText(row["source_system"]);
    group.targetSystem = readText(row["target_system"]);
    group.step = readText(row["step"]);
    group.team = readText(row["team"]);
    // what is not known is treated with the greatest care
    group.effectClass = effectClassFromText(readText(row["effect_class"])).value_or(EffectClass::Legal);
    group.runbook = readText(row["runbook"]);
    group.errorClass = readText(row["error_class"]);
    group.errorCode = readText(row["error_code"]);
    group.sample = readText(row["sample"]);
    group.owner = readText(row["owner"]);
    group.watchers = readList(row["watchers"]);
    group.waitingOn = readText(row["waiting_on"]);
    group.until = readTime(row["until"]);
    if (!row["most"].is_null())
        group.most = row["most"].as<int>();
    group.escalated = row["escalated"].as<bool>();
    group.resolution = resolutionFromText(readText(row["resolution"]));
    group.reason = readText(row["reason"]);
    group.evidence = readText(row["evidence"]);
    group.version = row["version"].as<int>();
    group.count = row["n"].as<qint64>();
    group.atLeast = row["at_least"].as<bool>();
    group.share = row["share"].as<double>();
    for (const auto& value : parsed(row["values"]))
        group.values.append({value.at(1).get<qint64>(), QString::fromStdString(value.at(0).get<std::string>())});
    const QStringList hours = readList(row["hours"]); // "0:12", "3:1": how long ago, how many
    for (const QString& hour : hours) {
        const int ago = hour.section(u':', 0, 0).toInt();
        if (ago >= 0 && ago < int(group.hours.size()))
            group.hours.at(group.hours.size() - 1 - std::size_t(ago)) = hour.section(u':', 1).toInt();
    }
    const auto resolved = parsed(row["resolved"]);
    for (const auto& [name, count] : resolved.items()) {
        if (const auto resolution = resolutionFromText(QString::fromStdString(name)))
            group.resolved.insert(*resolution, count.get<qint64>());
    }
    group.dueAt = readTime(row["due_at"]);
    group.firstAt = readTime(row["first_at"]);
    group.lastAt = readTime(row["last_at"]);
    return group;
}

/// The group with all that is open in it, or with nothing.
ExceptionGroup readWholeGroup(pqxx::transaction_base& tx, qint64 id)
{
    const pqxx::result rows = exec(tx,
        std::string(
            "WITH chosen AS (SELECT r.group_id, r.currency, r.n, r.minor, r.last_at, false AS partial FROM integration.tally_row r "
            "WHERE r.group_id = $1::bigint AND r.own_state <> 'resolved' UNION ALL "
            "SELECT g.id, '', 0, 0, g.first_at, false FROM integration.exception_group g WHERE g.id = $1::bigint AND g.merged_into IS NULL)")
            + groupsStatement(true) + "1",
        {std::to_string(id)});
    if (rows.empty())
        throw StoreException(
            {Failure::NotFound, QCoreApplication::translate("PgGroupSource", "There is no group %1.").arg(id), {}, {}});
    return readGroup(rows[0]);
}

QList<qint64> readIds(const pqxx::field& field)
{
    QList<qint64> ids;
    const QStringList parts = readList(field);
    for (const QString& part : parts)
        ids.append(part.toLongLong());
    return ids;
}

std::optional<GroupSample> readSample(pqxx::transaction_base& tx, qint64 group)
{
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + exceptionColumns
            + ", w.number AS try, w.action AS try_action, w.outcome AS try_outcome, w.http_status AS try_status, w.error_code AS try_code, "
              "(extract(epoch FROM w.started_at) * 1000)::bigint AS try_at "
              "FROM integration.exception_row r LEFT JOIN LATERAL (SELECT a.number, a.action, a.outcome, a.http_status, a.error_code, a.started_at "
              "FROM integration.attempt a WHERE a.transaction_id = r.transaction_id ORDER BY a.number DESC LIMIT 1) w ON true "
              "WHERE r.id = (SELECT x.id FROM integration.exception x WHERE x.group_id = $1::bigint AND x.state <> 'resolved' ORDER BY x.opened_at DESC, x.id DESC LIMIT 1)",
        {std::to_string(group)});
    if (rows.empty())
        return std::nullopt;
    const pqxx::row row = rows[0];
    GroupSample sample{readException(row), std::nullopt};
    if (row["try"].is_null())
        return sample;
    Attempt& last = sample.lastTry.emplace();
    last.number = row["try"].as<int>();
    last.action = readText(row["try_action"]);
    last.outcome = readText(row["try_outcome"]);
    last.httpStatus = row["try_status"].is_null() ? 0 : row["try_status"].as<int>();
    last.errorCode = readText(row["try_code"]);
    last.startedAt = readTime(row["try_at"]);
    return sample;
}

GroupDetail readGroupDetail(pqxx::transaction_base& tx, qint64 id)
{
    GroupDetail detail;
    detail.group = readWholeGroup(tx, id);
    for (const auto& row :
        exec(tx,
            "SELECT field, value, n, (SELECT c.title FROM integration.channel c WHERE field = 'channel' AND c.code = value) AS title "
            "FROM integration.group_facets($1::bigint)",
            {std::to_string(id)}))
        detail.facets.append(
            {readText(row["field"]), readText(row["value"]), row["n"].as<qint64>(), readText(row["title"])});
    for (const auto& row :
        exec(tx,
            "SELECT id, kind, (extract(epoch FROM at) * 1000)::bigint AS at, actor, array_to_string(groups, ',') AS groups, into_group, field, value "
            "FROM integration.group_change WHERE undone_at IS NULL AND (into_group = $1::bigint OR $1::bigint = ANY (groups)) ORDER BY id DESC LIMIT 100",
            {std::to_string(id)}))
        detail.changes.append({row["id"].as<qint64>(), readText(row["kind"]) == QLatin1StringView("merge"),
            readTime(row["at"]), readText(row["actor"]), readIds(row["groups"]), row["into_group"].as<qint64>(),
            readText(row["field"]), readText(row["value"])});
    detail.comments = readComments(tx, {"group", id});
    detail.audit = readAudit(tx, {{"group", id}});
    detail.sample = readSample(tx, id);
    detail.runbook = readRunbookOfGroup(tx, id);
    const pqxx::result cause
        = exec(tx, "SELECT fingerprint FROM integration.exception_group WHERE id = $1::bigint", {std::to_string(id)});
    detail.fingerprint = cause.empty() ? QString() : readText(cause[0][0]);
    if (!detail.fingerprint.isEmpty())
        detail.remedies = readRemedies(tx, detail.fingerprint.toStdString());
    detail.asOf = serverTime(tx);
    return detail;
}

} // namespace

QList<ExceptionGroup> readGroupsOf(pqxx::transaction_base& tx, const std::string& chosen, const SqlArgs& args,
    int limit, bool empty, const ProblemOrder& order)
{
    QList<ExceptionGroup> groups;
    const pqxx::result rows = exec(tx,
        "WITH chosen AS MATERIALIZED (" + chosen + ")" + groupsStatement(empty, order) + std::to_string(limit), args);
    for (const auto& row : rows)
        groups.append(readGroup(row));
    return groups;
}

GroupPage readGroupPage(pqxx::transaction_base& tx, const ExceptionQuery& query)
{
    const ChosenProblems chosen = chooseProblems(tx, query);
    GroupPage page;
    page.groups = readGroupsOf(tx, chosen.sql, chosen.args, GroupSource::maxGroups + 1, false, query.order);
    page.more
        = page.groups.size() > GroupSource::maxGroups || std::ranges::any_of(page.groups, &ExceptionGroup::atLeast);
    if (page.groups.size() > GroupSource::maxGroups)
        page.groups.removeLast();
    const PageEnd end = readPageEnd(tx, query.filter);
    page.asOf = end.asOf;
    page.watched = end.watched;
    page.cutPayloads = end.cutPayloads;
    return page;
}

QString PgGroupSource::openGroupsSql()
{
    return QString::fromStdString("WITH chosen AS MATERIALIZED (" + tallied(conditionOf(ExceptionQueue::Open)) + ")"
        + groupsStatement(false) + std::to_string(GroupSource::maxGroups + 1));
}

QFuture<Outcome<GroupPage>> PgGroupSource::groups(const ExceptionQuery& query)
{
    if (m_page)
        m_runner.cancel(m_page);
    auto running = m_runner.read([query](ReadScope& scope) { return readGroupPage(scope.tx, query); });
    m_page = running.token;
    return running.future;
}

QFuture<Outcome<GroupDetail>> PgGroupSource::groupDetail(qint64 id)
{
    if (m_detail)
        m_runner.cancel(m_detail);
    auto running = m_runner.read([id](ReadScope& scope) { return readGroupDetail(scope.tx, id); });
    m_detail = running.token;
    return running.future;
}
