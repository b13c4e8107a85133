// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/runbookcommand.h"

#include "app/ctl/definitionfile.h"
#include "app/ctl/finished.h"
#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/displaywidth.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/timetext.h"
#include "models/store/pgrunbooks.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

nlohmann::ordered_json runbookJson(const Runbook& runbook)
{
    nlohmann::ordered_json json;
    json["id"] = runbook.id;
    json["team"] = runbook.team.toStdString();
    json["flow"] = runbook.flow.toStdString();
    json["error_class"] = runbook.errorClass.toStdString();
    json["error_code"] = runbook.errorCode.toStdString();
    json["fingerprint"] = runbook.fingerprint.toStdString();
    json["title"] = runbook.title.toStdString();
    json["content"] = runbook.content.toStdString();
    json["owner"] = runbook.owner.toStdString();
    json["updatedAt"] = timeJson(runbook.updatedAt);
    json["updatedBy"] = runbook.updatedBy.toStdString();
    return json;
}

QString runbookTime(const QDateTime& time)
{
    return minuteText(time, QLocale());
}

} // namespace

Outcome<QList<Runbook>> RunbookCommand::all() const
{
    const auto store = m_context.open();
    if (!store)
        return store.error();
    return finished(PgRunbooks(store.value()->runner()).runbooks());
}

ExitCode RunbookCommand::put(const QString& path)
{
    const auto wanted = readDefinitions(path);
    if (!wanted)
        return m_context.fail(wanted.error());
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    const auto count = PgRunbooks(store.value()->runner()).putNow(wanted.value());
    if (!count)
        return m_context.fail(count.error());
    if (m_context.json())
        m_context.terminal().print(nlohmann::ordered_json{{"runbooks", count.value()}});
    else
        m_context.terminal().print(tr("%n runbook(s) written.", nullptr, int(count.value())) + u'\n');
    return ExitCode::Done;
}

ExitCode RunbookCommand::list()
{
    const auto known = all();
    if (!known)
        return m_context.fail(known.error());
    if (m_context.json()) {
        auto json = nlohmann::ordered_json::array();
        for (const Runbook& runbook : known.value())
            json.push_back(runbookJson(runbook));
        m_context.terminal().print(nlohmann::ordered_json{{"runbooks", json}});
        return ExitCode::Done;
    }
    if (known.value().isEmpty()) {
        m_context.terminal().note(tr("There are no runbooks yet; \"signalboxctl runbook put\" writes them."));
        return ExitCode::Done;
    }
    using Align = TextTable::Align;
    TextTable table;
    table.addColumn(tr("Id", "column: of a runbook"), Align::Right);
    table.addColumn(tr("Runbook", "column: its title"), Align::Left, true);
    table.addColumn(tr("For", "column: which problems a runbook is for"), Align::Left, true);
    table.addColumn(tr("Owner", "column: who keeps a runbook right"), Align::Left, true);
    table.addColumn(tr("Changed", "column: when a runbook was written last"));
    for (const Runbook& runbook : known.value())
        table.addRow({QString::number(runbook.id), printable(runbook.title), printable(runbookScope(runbook)),
            printable(runbook.owner), runbookTime(runbook.updatedAt)});
    m_context.terminal().print(table.render(m_context.terminal().width()));
    return ExitCode::Done;
}

ExitCode RunbookCommand::show(qint64 id)
{
    const auto known = all();
    if (!known)
        return m_context.fail(known.error());
    const auto runbook = std::ranges::find(known.value(), id, &Runbook::id);
    if (runbook == known.value().end())
        return m_context.fail({Failure::NotFound, tr("There is no runbook %1.").arg(id),
            tr("\"signalboxctl runbook list\" lists them."), {}});
    if (m_context.json()) {
        m_context.terminal().print(runbookJson(*runbook));
        return ExitCode::Done;
    }
    QStringList lines{printable(runbook->title), printable(runbookScope(*runbook))};
    //: Of a runbook: when it was changed and by whom
    QString changed = tr("changed %1 by %2").arg(runbookTime(runbook->updatedAt), runbook->updatedBy);
    if (!runbook->owner.isEmpty())
        changed.prepend(tr("owner %1, ", "of a runbook; more follows").arg(runbook->owner));
    lines.append(printable(changed));
    lines.append(QString());
    for (const QString& line : runbook->content.split(u'\n'))
        lines.append(printable(line));
    m_context.terminal().print(lines.join(u'\n') + u'\n');
    return ExitCode::Done;
}

ExitCode RunbookCommand::remove(qint64 id)
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    const auto removed = finished(PgRunbooks(store.value()->runner()).remove(id, 0));
    if (!removed)
        return m_context.fail(removed.error());
    if (m_context.json())
        m_context.terminal().print(nlohmann::ordered_json{{"runbook", id}});
    else
        m_context.terminal().print(tr("Runbook %1 is removed.").arg(id) + u'\n');
    return ExitCode::Done;
}
