// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/actioncommand.h"

#include "app/ctl/filterquestion.h"
#include "app/ctl/finished.h"
#include "app/ctl/queuequestion.h"
#include "app/ctl/terminal.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/systemreason.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pgoperationgateway.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

ActionCommand::ActionCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

ExitCode ActionCommand::run()
{
    const auto wanted = details();
    if (!wanted || !isSound())
        return ExitCode::Usage;
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgExceptionSource source(store.value()->runner());
    const auto exceptions = this->exceptions(source);
    if (!exceptions)
        return m_context.fail(exceptions.error());
    if (m_options.ids.isEmpty() && !m_options.yes
        && m_context.terminal()
                .ask(tr("Do it to %n exception(s)? (y/n)", nullptr, int(exceptions.value().size())))
                .toLower()
            != tr("y", "the answer yes, in small letters")) {
        m_context.terminal().note(tr("Nothing was changed."));
        return ExitCode::Failed;
    }
    QList<ExceptionRef> refs;
    for (const Exception& exception : exceptions.value())
        refs.append({exception.id, exception.version});
    PgOperationGateway gateway(store.value()->runner());
    const auto results = finished(gateway.change(m_options.action, refs, *wanted));
    if (!results)
        return m_context.fail(results.error());
    return report(results.value());
}

bool ActionCommand::isSound()
{
    const auto filter
        = FilterQuestion::read(m_context, {m_options.matching.value_or(QString())}, FilterSubject::Problems);
    if (!filter)
        return false;
    m_filter = *filter;
    const bool byQuestion = m_options.matching || !m_options.queue.isEmpty();
    if (m_options.ids.isEmpty() != byQuestion)
        m_context.misused(m_options.action == ExceptionAction::Resolve
                ? tr("Name the exceptions by their ids, or by --matching and --queue.")
                : tr("Name the exceptions by their ids."));
    else if (byQuestion && !m_options.yes && !m_context.terminal().canAsk())
        m_context.misused(tr("Nobody is there to be asked: say --yes to do it."));
    else
        return true;
    return false;
}

Outcome<QList<Exception>> ActionCommand::exceptions(PgExceptionSource& source) const
{
    if (!m_options.ids.isEmpty())
        return QueueQuestion::byIds(source, m_options.ids);
    const auto query = QueueQuestion::read(source, m_options.queue, m_filter);
    return query ? QueueQuestion::matching(source, query.value()) : Outcome<QList<Exception>>(query.error());
}

std::optional<std::chrono::seconds> ActionCommand::durationFromText(const QString& text)
{
    static const QRegularExpression form(u"^([1-9][0-9]{0,4})([mhd])$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::chrono::minutes number(match.captured(1).toInt());
    const QChar unit = match.captured(2).at(0);
    return number * (unit == u'm' ? 1 : unit == u'h' ? 60 : 24 * 60);
}

std::optional<ActionDetails> ActionCommand::details() const
{
    ActionDetails details;
    details.owner = m_options.owner;
    details.text = m_options.text;
    details.reason = m_options.reason;
    details.evidence = m_options.evidence;
    if (m_options.action == ExceptionAction::Resolve)
        details.resolution = resolutionFromText(m_options.resolution).value_or(Resolution::NotNeeded);
    if (m_options.action != ExceptionAction::Snooze)
        return details;
    if (m_options.until.isEmpty() == m_options.duration.isEmpty()) {
        m_context.misused(tr("Say until when or for how long: --until or --for."));
        return std::nullopt;
    }
    if (m_options.until.isEmpty()) {
        const auto duration = durationFromText(m_options.duration);
        if (!duration) {
            m_context.misused(tr("\"%1\" is no duration; it is such as 90m, 4h or 2d.").arg(m_options.duration));
            return std::nullopt;
        }
        details.until = QDateTime::currentDateTimeUtc().addSecs(duration->count());
        return details;
    }
    details.until = QDateTime::fromString(m_options.until, Qt::ISODate);
    if (!details.until.isValid()) {
        m_context.misused(tr("\"%1\" is no time; it is such as 2026-11-30T08:00.").arg(m_options.until));
        return std::nullopt;
    }
    return details;
}

ExitCode ActionCommand::report(const QList<ActionResult>& results) const
{
    const bool all = std::ranges::all_of(results, &ActionResult::done);
    if (m_context.json()) {
        nlohmann::ordered_json json;
        json["action"] = toText(m_options.action).toStdString();
        json["exceptions"] = nlohmann::ordered_json::array();
        for (const ActionResult& result : results)
            json["exceptions"].push_back({{"id", result.id}, {"done", result.done},
                {"why", result.done ? nlohmann::ordered_json() : nlohmann::ordered_json(result.why.toStdString())}});
        m_context.terminal().print(json);
        return all ? ExitCode::Done : ExitCode::Failed;
    }
    for (const ActionResult& result : results) {
        if (result.done)
            m_context.terminal().print(tr("Exception %1: done.").arg(result.id) + u'\n');
        else
            m_context.terminal().note(tr("Exception %1: not done, %2.", "%2 is a reason such as \"resolved already\"")
                                          .arg(result.id)
                                          .arg(systemReason(result.why)));
    }
    return all ? ExitCode::Done : ExitCode::Failed;
}
