// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/ruletables.h"

#include "models/store/orderrow.h"

#include <nlohmann/json.hpp>

#include <QHash>

using namespace Qt::StringLiterals;

namespace {

// A step with the target that holds in channel $1 ('' = the default); `supplied` only where a channel is named.
const char* const stepColumns
    = "p.id AS process_id, p.name, p.version, p.title AS process_title, (extract(epoch FROM p.valid_from) * 1000)::bigint AS valid_from, "
      "s.step, s.title, s.system, s.scope, s.axis, array_to_string(s.after, ',') AS after, s.reached, s.may_precede, s.goods, "
      "COALESCE(t.due_kind, '') AS due_kind, extract(epoch FROM t.target)::bigint AS target, extract(epoch FROM t.warn)::bigint AS warn, "
      "COALESCE(t.calendar, '') AS calendar, COALESCE(c.supplies IS NULL OR s.step = ANY (c.supplies), true) AS supplied "
      "FROM integration.process p JOIN integration.process_step s ON s.process_id = p.id "
      "LEFT JOIN integration.channel c ON c.code = $1 "
      "LEFT JOIN LATERAL (SELECT * FROM integration.sla_policy x WHERE x.process_id = p.id AND x.step = s.step AND x.channel IN ('', $1) "
      "ORDER BY x.channel DESC LIMIT 1) t ON true ";

/// Seconds as an ISO 8601 duration: "P3D", "PT1H30M".
QString isoDuration(qint64 seconds)
{
    const qint64 days = seconds / 86400;
    const qint64 hours = seconds % 86400 / 3600;
    const qint64 minutes = seconds % 3600 / 60;
    QString text = u"P"_s;
    if (days > 0)
        text += QString::number(days) + u'D';
    if (seconds % 86400 > 0 || days == 0)
        text += u'T';
    if (hours > 0)
        text += QString::number(hours) + u'H';
    if (minutes > 0)
        text += QString::number(minutes) + u'M';
    if (seconds % 60 > 0 || seconds == 0)
        text += QString::number(seconds % 60) + u'S';
    return text;
}

ProcessStep readStep(const pqxx::row& row)
{
    ProcessStep step;
    step.step = readText(row["step"]);
    step.title = readText(row["title"]);
    step.system = readText(row["system"]);
    step.scope = readText(row["scope"]);
    step.axis = readText(row["axis"]);
    step.after = readList(row["after"]);
    if (readText(row["due_kind"]) == u"promise"_s)
        step.target = u"promise"_s;
    else if (!row["target"].is_null())
        step.target = isoDuration(row["target"].as<qint64>());
    if (!row["warn"].is_null())
        step.warn = isoDuration(row["warn"].as<qint64>());
    step.calendar = readText(row["calendar"]);
    step.reached = readText(row["reached"]);
    step.mayPrecede = row["may_precede"].as<bool>();
    step.supplied = row["supplied"].as<bool>();
    step.goods = row["goods"].as<bool>();
    return step;
}

QList<Process> collectProcesses(const pqxx::result& rows)
{
    QList<Process> processes;
    int current = 0;
    for (const auto& row : rows) {
        const int id = row["process_id"].as<int>();
        if (processes.isEmpty() || id != current) {
            processes.append({readText(row["name"]), row["version"].as<int>(), readText(row["process_title"]),
                readTime(row["valid_from"]), {}});
            current = id;
        }
        processes.last().steps.append(readStep(row));
    }
    return processes;
}

QStringList hours(const nlohmann::json& list)
{
    QStringList texts;
    for (const auto& span : list)
        if (span.is_string())
            texts.append(QString::fromStdString(span.get<std::string>()));
    return texts;
}

BusinessCalendar readCalendar(const pqxx::row& row)
{
    BusinessCalendar calendar;
    calendar.name = readText(row["name"]);
    calendar.title = readText(row["title"]);
    calendar.zone = readText(row["zone"]);
    const auto week = nlohmann::json::parse(row["week"].c_str(), nullptr, false);
    if (week.is_array())
        for (const auto& day : week)
            calendar.week.append(hours(day));
    const auto exceptions = nlohmann::json::parse(row["exceptions"].c_str(), nullptr, false);
    if (exceptions.is_array())
        for (const auto& e : exceptions)
            if (e.is_object())
                calendar.exceptions.append({QString::fromStdString(e.value("date", "")),
                    hours(e.value("open", nlohmann::json::array())), QString::fromStdString(e.value("note", ""))});
    return calendar;
}

} // namespace

Process readProcess(pqxx::transaction_base& tx, const QString& name, int version, const QString& channel)
{
    const pqxx::result rows = exec(tx,
        std::string("SELECT ") + stepColumns
            + "WHERE p.name = $2 AND p.version = CASE WHEN $3::int > 0 THEN $3::int "
              "ELSE (SELECT max(version) FROM integration.process WHERE name = $2) END ORDER BY s.ordinal",
        {channel.toStdString(), name.toStdString(), std::to_string(version)});
    const QList<Process> processes = collectProcesses(rows);
    return processes.isEmpty() ? Process() : processes.constFirst();
}

RuleBook readRules(pqxx::transaction_base& tx)
{
    RuleBook book;
    const pqxx::result steps = exec(
        tx, std::string("SELECT ") + stepColumns + "ORDER BY p.name, p.version DESC, s.ordinal", {std::string()});
    book.processes = collectProcesses(steps);

    const pqxx::result calendars = exec(tx,
        "SELECT name, title, zone, week::text AS week, exceptions::text AS exceptions FROM integration.business_calendar ORDER BY always DESC, name");
    for (const auto& row : calendars)
        book.calendars.append(readCalendar(row));

    // exact while that is cheap, else from the planner's statistics: the page says "about"
    const pqxx::result channels = exec(tx,
        "WITH size AS (SELECT reltuples::float8 AS n FROM pg_class WHERE oid = 'integration.sales_order'::regclass), "
        "share AS (SELECT unnest(most_common_vals::text::text[]) AS code, unnest(most_common_freqs) AS part FROM pg_stats "
        "WHERE schemaname = 'integration' AND tablename = 'sales_order' AND attname = 'channel'), "
        "exact AS (SELECT o.channel AS code, count(*) AS n FROM integration.sales_order o WHERE (SELECT n FROM size) < 100000 GROUP BY 1) "
        "SELECT c.code, c.title, c.process, array_to_string(c.supplies, ',') AS supplies, c.described, "
        "COALESCE(e.n, (s.part * (SELECT n FROM size))::bigint, 0) AS orders "
        "FROM integration.channel c LEFT JOIN exact e USING (code) LEFT JOIN share s USING (code) ORDER BY c.title, c.code");
    for (const auto& row : channels) {
        std::optional<QStringList> supplies;
        if (!row["supplies"].is_null())
            supplies = readList(row["supplies"]);
        book.channels.append({readText(row["code"]), readText(row["title"]), readText(row["process"]), supplies,
            row["orders"].as<qint64>(), row["described"].as<bool>()});
    }
    return book;
}
