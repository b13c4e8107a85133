// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/groupcommand.h"

#include "app/ctl/filterquestion.h"
#include "app/ctl/finished.h"
#include "app/ctl/groupjson.h"
#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/formatduration.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pggroupgateway.h"
#include "models/store/pggroupsource.h"

#include <QLocale>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {

Json textOrNull(const QString& text)
{
    return text.isEmpty() ? Json() : Json(text.toStdString());
}

QString valuesText(const ExceptionGroup& group)
{
    QStringList values;
    for (const Money& value : group.values)
        values.append(formatMoney(value, QLocale()));
    return values.join(u", "_s);
}

} // namespace

ExitCode GroupCommand::list(const QueueQuestion::Words& words)
{
    if (!FilterQuestion::read(m_context, words.filter, FilterSubject::Problems))
        return ExitCode::Usage;
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    ExitCode why = ExitCode::Done;
    const auto query = QueueQuestion::read(m_context, *store.value(), words, why);
    if (!query)
        return why;
    PgGroupSource source(store.value()->runner());
    const auto page = finished(source.groups(*query));
    if (!page)
        return m_context.fail(page.error());
    print(page.value(), query->order);
    return ExitCode::Done;
}

void GroupCommand::print(const GroupPage& page, const ProblemOrder& order) const
{
    if (m_context.json()) {
        Json json;
        json["asOf"] = timeJson(page.asOf);
        if (order == ProblemOrder()) {
            json["order"] = groupOrderText().toStdString();
        } else {
            json["sort"] = toText(order.sort).toStdString();
            json["ascending"] = order.ascending;
        }
        json["groups"] = Json::array();
        for (const ExceptionGroup& group : page.groups)
            json["groups"].push_back(groupJson(group));
        json["more"] = page.more;
        m_context.terminal().print(json);
        return;
    }
    if (page.groups.isEmpty()) {
        m_context.terminal().note(tr("There is no group that matches."));
        return;
    }
    using Align = TextTable::Align;
    TextTable table;
    table.addColumn(tr("Id", "column: of a group"), Align::Right);
    table.addColumn(tr("Problems", "column: how many"), Align::Right);
    table.addColumn(tr("Due", "column: when the first order misses a target"), Align::Right);
    table.addColumn(tr("State", "column: of a group"));
    table.addColumn(tr("Owner", "column: who looks after it"), Align::Left, true);
    table.addColumn(tr("Value", "column: of the orders"), Align::Right);
    table.addColumn(tr("Cause", "column: what a group is about"), Align::Left, true);
    const QLocale locale;
    for (const ExceptionGroup& group : page.groups) {
        const qint64 left = page.asOf.secsTo(group.dueAt);
        const QString due = !group.dueAt.isValid() ? QString()
            : left < 0                             ? tr("%1 late", "a duration").arg(formatDuration(-left, locale))
                                                   : tr("in %1", "a duration").arg(formatDuration(left, locale));
        const QString count = locale.toString(group.count);
        table.addRow({QString::number(group.id),
            group.atLeast ? tr("%1+", "a count that was not counted to its end").arg(count) : count, due,
            title(group.state), group.owner, valuesText(group), groupTitle(group)});
    }
    m_context.terminal().print(table.render(m_context.terminal().width()));
    if (page.more)
        m_context.terminal().note(tr("There are more; a filter or --queue narrows it down."));
}

ExitCode GroupCommand::show(qint64 id)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgGroupSource source(store.value()->runner());
    const auto detail = finished(source.groupDetail(id));
    if (!detail)
        return m_context.fail(detail.error());
    print(detail.value());
    return ExitCode::Done;
}

void GroupCommand::print(const GroupDetail& detail) const
{
    const ExceptionGroup& group = detail.group;
    if (m_context.json()) {
        Json json = groupJson(group);
        json["madeOf"] = Json::array();
        for (const GroupFacet& facet : detail.facets)
            json["madeOf"].push_back(
                {{"field", facet.field.toStdString()}, {"value", facet.value.toStdString()}, {"count", facet.count}});
        json["changes"] = Json::array();
        for (const GroupChange& change : detail.changes)
            json["changes"].push_back({{"id", change.id}, {"kind", change.merged ? "merge" : "split"},
                {"at", timeJson(change.at)}, {"actor", change.actor.toStdString()},
                {"groups", std::vector<qint64>(change.groups.cbegin(), change.groups.cend())}, {"into", change.into},
                {"field", textOrNull(change.field)}, {"value", textOrNull(change.value)}});
        json["comments"] = Json::array();
        for (const Comment& comment : detail.comments)
            json["comments"].push_back({{"at", timeJson(comment.at)}, {"author", comment.author.toStdString()},
                {"content", comment.content.toStdString()}});
        m_context.terminal().print(json);
        return;
    }
    const QLocale locale;
    QStringList lines{groupTitle(group), whyGrouped(group),
        tr("%1 open, %2, value at risk: %3", "how many problems, the group's state, sums")
            .arg(locale.toString(group.count), groupStanding(group, minuteText(group.until, locale), locale),
                group.values.isEmpty() ? tr("none") : valuesText(group))};
    if (!group.owner.isEmpty())
        lines.append(tr("Owner: %1").arg(group.owner));
    QStringList resolved;
    for (auto at = group.resolved.cbegin(); at != group.resolved.cend(); ++at)
        resolved.append(u"%1 %2"_s.arg(title(at.key()), locale.toString(at.value())));
    if (!resolved.isEmpty())
        lines.append(tr("So far: %1").arg(resolved.join(u", "_s)));
    for (const GroupFacet& facet : detail.facets)
        lines.append(u"  %1 %2: %3"_s.arg(facet.field, facet.value, locale.toString(facet.count)));
    for (const GroupChange& change : detail.changes)
        lines.append((change.merged ? tr("Change %1: merged by %2") : tr("Change %1: split by %2"))
                         .arg(change.id)
                         .arg(change.actor));
    for (const Comment& comment : detail.comments)
        lines.append(u"%1: %2"_s.arg(comment.author, comment.content));
    m_context.terminal().print(lines.join(u'\n') + u'\n');
}

ExitCode GroupCommand::act(qint64 id, Action action)
{
    if (!action.until.isEmpty()) {
        action.details.until = QDateTime::fromString(action.until, Qt::ISODate);
        if (!action.details.until.isValid())
            return m_context.misused(tr("\"%1\" is no time; it is such as 2026-11-30T08:00.").arg(action.until));
    }
    if (action.action == GroupAction::Resolve && action.resolution.isEmpty())
        return m_context.misused(tr("Say how it was settled: --as."));
    action.details.resolution = resolutionFromText(action.resolution).value_or(Resolution::NotNeeded);
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgGroupSource source(store.value()->runner());
    const auto detail = finished(source.groupDetail(id));
    if (!detail)
        return m_context.fail(detail.error());
    action.details.asOf = detail.value().asOf;
    PgGroupGateway gateway(store.value()->runner());
    const auto results
        = finished(gateway.changeGroups(action.action, {{id, detail.value().group.version}}, action.details));
    if (!results)
        return m_context.fail(results.error());
    const GroupActionResult result = results.value().value(0);
    if (m_context.json())
        m_context.terminal().print(Json{{"group", id}, {"action", toText(action.action).toStdString()},
            {"done", result.done}, {"why", textOrNull(result.why)}, {"resolved", result.resolved}});
    else if (result.done)
        m_context.terminal().print((action.action == GroupAction::Resolve ? tr(
                                        "Group %1: done, %n problem(s) resolved.", nullptr, int(result.resolved))
                                                                          : tr("Group %1: done."))
                                       .arg(id)
            + u'\n');
    else
        m_context.terminal().note(tr("Group %1: not done, %2.", "%2 is a reason such as \"resolved already\"")
                                      .arg(id)
                                      .arg(systemReason(result.why)));
    return result.done ? ExitCode::Done : ExitCode::Failed;
}

/// text: %1 is the change, %2 the group.
ExitCode GroupCommand::report(const Outcome<Regrouping>& outcome, const QString& text) const
{
    if (!outcome)
        return m_context.fail(outcome.error());
    const Regrouping& regrouping = outcome.value();
    if (!m_context.json()) {
        m_context.terminal().print(
            text.arg(QString::number(regrouping.change), QString::number(regrouping.group)) + u'\n');
        return ExitCode::Done;
    }
    Json json{{"change", regrouping.change}};
    if (regrouping.group != 0)
        json["group"] = regrouping.group;
    m_context.terminal().print(json);
    return ExitCode::Done;
}

ExitCode GroupCommand::merge(const QList<qint64>& ids, qint64 into)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    return report(finished(PgGroupGateway(store.value()->runner()).merge(ids, into)),
        tr("Merged. \"signalboxctl regroup %1\" takes it apart again."));
}

ExitCode GroupCommand::split(qint64 id, const QString& field, const QString& value)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    return report(finished(PgGroupGateway(store.value()->runner()).split(id, field, value)),
        tr("Split off: it is group %2 now. \"signalboxctl regroup %1\" puts it back."));
}

ExitCode GroupCommand::undo(qint64 change)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    return report(finished(PgGroupGateway(store.value()->runner()).undo(change)), tr("Change %1 is undone."));
}
