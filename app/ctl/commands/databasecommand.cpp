// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/databasecommand.h"

#include "app/ctl/interruption.h"
#include "app/ctl/orderjson.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/texttable.h"

#include "models/domain/timetext.h"

#include <QLocale>
#include <QThread>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {
constexpr unsigned long pollMs = 100;

const char* stateName(SchemaStatus::State state)
{
    switch (state) {
    case SchemaStatus::State::Missing:
        return "missing";
    case SchemaStatus::State::Behind:
        return "behind";
    case SchemaStatus::State::Current:
        return "current";
    case SchemaStatus::State::Newer:
        return "newer";
    case SchemaStatus::State::Foreign:
        return "foreign";
    case SchemaStatus::State::Altered:
        break;
    }
    return "altered";
}

Json list(const QStringList& texts)
{
    Json json = Json::array();
    for (const QString& text : texts)
        json.push_back(text.toStdString());
    return json;
}

const char* verdictName(DoctorCheck::Verdict verdict)
{
    switch (verdict) {
    case DoctorCheck::Verdict::Ok:
        return "ok";
    case DoctorCheck::Verdict::Warning:
        return "warning";
    case DoctorCheck::Verdict::Failed:
        break;
    }
    return "failed";
}
} // namespace

DatabaseCommand::DatabaseCommand(const CommandContext& context)
    : m_context(context)
{ }

ExitCode DatabaseCommand::init()
{
    return apply(true);
}

ExitCode DatabaseCommand::migrate()
{
    return apply(false);
}

ExitCode DatabaseCommand::apply(bool create)
{
    const auto store = m_context.openAsItIs(Store::Schema::Ignore);
    if (!store)
        return m_context.fail(store.error());
    const Migrations migrations(store.value()->settings());
    const auto before = migrations.status();
    if (!before)
        return m_context.fail(before.error());
    if (!create && before.value().state == SchemaStatus::State::Missing)
        return m_context.fail({Failure::Schema,
            tr("This database has no Signalbox schema yet: %1").arg(store.value()->settings().redacted()),
            tr("Check that it is the right database, then run: signalboxctl db init"), {}});
    const auto applied = migrations.migrate();
    if (!applied)
        return m_context.fail(applied.error());
    if (m_context.json()) {
        Json json;
        json["uri"] = store.value()->settings().redacted().toStdString();
        json["applied"] = list(applied.value());
        json["version"] = before.value().known;
        m_context.terminal().print(json);
        return ExitCode::Done;
    }
    if (applied.value().isEmpty())
        m_context.terminal().print(tr("Nothing to do: the schema is at version %1.").arg(before.value().known) + u'\n');
    for (const QString& name : applied.value())
        m_context.terminal().print(tr("Applied %1").arg(name) + u'\n');
    if (!applied.value().isEmpty())
        m_context.terminal().print(tr("The schema is at version %1 now.").arg(before.value().known) + u'\n');
    return ExitCode::Done;
}

ExitCode DatabaseCommand::status()
{
    const auto store = m_context.openAsItIs();
    if (!store)
        return m_context.fail(store.error());
    const ConnectionSettings& settings = store.value()->settings();
    const auto schema = Migrations(settings).status();
    if (!schema)
        return m_context.fail(schema.error());
    const bool readable = schema.value().state == SchemaStatus::State::Current;
    std::optional<DatabaseStatus> status;
    if (readable) {
        const auto read = StatusReader(store.value()->runner()).read();
        if (!read)
            return m_context.fail(read.error());
        status = read.value();
    }
    if (m_context.json())
        printStatusJson(settings, schema.value(), status ? &*status : nullptr);
    else
        printStatus(settings, schema.value(), status ? &*status : nullptr);
    if (readable)
        return ExitCode::Done;
    const auto problem = Migrations::problem(schema.value());
    return problem ? m_context.fail(*problem) : ExitCode::Failed;
}

QString DatabaseCommand::inWords(const SchemaStatus& schema)
{
    switch (schema.state) {
    case SchemaStatus::State::Missing:
        return tr("missing", "the database schema is not there");
    case SchemaStatus::State::Behind:
        return tr("version %1, this program needs %2").arg(schema.found).arg(schema.known);
    case SchemaStatus::State::Current:
        return tr("version %1", "of the database schema").arg(schema.found);
    case SchemaStatus::State::Newer:
        return tr("version %1, newer than this program (%2)").arg(schema.found).arg(schema.known);
    case SchemaStatus::State::Foreign:
        return tr("not Signalbox's", "the database schema belongs to somebody else");
    case SchemaStatus::State::Altered:
        break;
    }
    return tr("altered: %1").arg(schema.altered.join(u", "_s));
}

void DatabaseCommand::printStatus(
    const ConnectionSettings& settings, const SchemaStatus& schema, const DatabaseStatus* status) const
{
    const QLocale locale;
    QList<std::pair<QString, QString>> lines;
    lines.append({tr("URI", "address of a database"), settings.redacted()});
    lines.append({tr("Server", "kind of database server"),
        settings.isEmbedded()
            ? tr("embedded: it runs while a Signalbox program uses it; \"signalboxctl db serve\" keeps it running")
            : tr("given by you or by the environment")});
    lines.append({tr("Schema", "database schema"), inWords(schema)});
    if (status != nullptr) {
        const Environment& environment = status->environment;
        lines.append({tr("PostgreSQL", "server version"), environment.serverVersion});
        lines.append(
            {tr("Environment", "production, test, ..."), u"%1 (%2)"_s.arg(environment.name, environment.kind)});
        lines.append({tr("User", "database role"),
            u"%1 (%2)"_s.arg(environment.user,
                environment.roles.isEmpty() ? tr("no role", "has no group role of ours")
                                            : environment.roles.join(u", "_s))});
        lines.append({tr("Orders", "how many"), locale.toString(status->orders)});
        lines.append({tr("Events", "how many"), locale.toString(status->events)});
        lines.append({tr("Set aside", "events that could not be taken"), locale.toString(status->rejectedEvents)});
        lines.append({tr("Last event", "when it happened"),
            status->lastEvent.isValid() ? minuteText(status->lastEvent, locale) : tr("none yet", "no event")});
        lines.append({tr("Size", "of the database on disk"), locale.formattedDataSize(status->bytes)});
    }
    qsizetype width = 0;
    for (const auto& [name, value] : lines)
        width = std::max(width, name.size());
    QString text;
    for (const auto& [name, value] : std::as_const(lines))
        text += name.leftJustified(width + 2) + value + u'\n';
    m_context.terminal().print(text);
}

void DatabaseCommand::printStatusJson(
    const ConnectionSettings& settings, const SchemaStatus& schema, const DatabaseStatus* status) const
{
    Json json;
    json["uri"] = settings.redacted().toStdString();
    json["embedded"] = settings.isEmbedded();
    json["schema"]["state"] = stateName(schema.state);
    json["schema"]["version"] = schema.found;
    json["schema"]["known"] = schema.known;
    json["schema"]["pending"] = list(schema.pending);
    json["schema"]["unknown"] = list(schema.unknown);
    json["schema"]["altered"] = list(schema.altered);
    json["schema"]["foreign"] = list(schema.foreign);
    if (status != nullptr) {
        const Environment& environment = status->environment;
        json["server"] = environment.serverVersion.toStdString();
        json["environment"]["name"] = environment.name.toStdString();
        json["environment"]["kind"] = environment.kind.toStdString();
        json["user"] = environment.user.toStdString();
        json["roles"] = list(environment.roles);
        json["orders"] = status->orders;
        json["events"] = status->events;
        json["rejectedEvents"] = status->rejectedEvents;
        json["lastEvent"] = timeJson(status->lastEvent);
        json["bytes"] = status->bytes;
    }
    m_context.terminal().print(json);
}

ExitCode DatabaseCommand::serve()
{
    const auto store = m_context.openAsItIs();
    if (!store)
        return m_context.fail(store.error());
    if (!store.value()->isEmbedded())
        return m_context.misused(
            tr("This database has a server of its own; only the embedded one can be kept running."),
            tr("Leave out --db and SIGNALBOX_DB for the embedded one."));
    const Interruption interruption;
    const QString uri = store.value()->settings().redacted();
    if (m_context.json())
        m_context.terminal().print(Json{{"uri", uri.toStdString()}});
    else
        m_context.terminal().print(uri + u'\n');
    m_context.terminal().note(tr("The embedded server runs until Ctrl+C."));
    while (!interruption.requested())
        QThread::msleep(pollMs);
    return ExitCode::Done;
}

ExitCode DatabaseCommand::doctor()
{
    const auto store = m_context.openAsItIs();
    if (!store)
        return m_context.fail(store.error());
    const QList<DoctorCheck> checks = Doctor(store.value()->settings()).examine();
    if (m_context.json())
        printChecksJson(checks);
    else
        printChecks(checks);
    const auto failed = [](const DoctorCheck& check) { return check.verdict == DoctorCheck::Verdict::Failed; };
    if (checks.size() == 1 && failed(checks.constFirst()))
        return ExitCode::NoConnection;
    return std::any_of(checks.cbegin(), checks.cend(), failed) ? ExitCode::Failed : ExitCode::Done;
}

void DatabaseCommand::printChecks(const QList<DoctorCheck>& checks) const
{
    TextTable table;
    table.addColumn(tr("Check", "column: what was looked at"));
    table.addColumn(tr("Verdict", "column: ok, warning, failed"));
    table.addColumn(tr("Found", "column: what was found and what to do"), TextTable::Align::Left, true);
    for (const DoctorCheck& check : checks) {
        QString verdict = tr("ok", "verdict of a check");
        if (check.verdict == DoctorCheck::Verdict::Warning)
            verdict = tr("warning", "verdict of a check");
        else if (check.verdict == DoctorCheck::Verdict::Failed)
            verdict = tr("failed", "verdict of a check");
        table.addRow({check.title, verdict, check.text});
    }
    QString text = table.render(m_context.terminal().width());
    for (const DoctorCheck& check : checks) { // whole, under the table: what to do must not be cut off
        if (!check.hint.isEmpty())
            text += u'\n' + tr("%1: %2").arg(check.title, check.hint);
    }
    m_context.terminal().print(text.endsWith(u'\n') ? text : text + u'\n');
}

void DatabaseCommand::printChecksJson(const QList<DoctorCheck>& checks) const
{
    Json json;
    json["checks"] = Json::array();
    for (const DoctorCheck& check : checks) {
        Json entry;
        entry["id"] = check.id.toStdString();
        entry["title"] = check.title.toStdString();
        entry["verdict"] = verdictName(check.verdict);
        entry["text"] = check.text.toStdString();
        entry["hint"] = check.hint.isEmpty() ? Json() : Json(check.hint.toStdString());
        json["checks"].push_back(std::move(entry));
    }
    m_context.terminal().print(json);
}
