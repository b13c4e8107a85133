// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/replaycommand.h"

#include "app/ctl/exceptionjson.h"
#include "app/ctl/filterquestion.h"
#include "app/ctl/finished.h"
#include "app/ctl/interruption.h"
#include "app/ctl/progressbar.h"
#include "app/ctl/queuequestion.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/deliverytext.h"
#include "app/ctl/text/displaywidth.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/operationtexts.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pgoperationgateway.h"

#include <QLocale>
#include <QThread>
#include <QUuid>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {
constexpr unsigned long pollMilliseconds = 300;
constexpr int shownItems = 20;

bool isOver(const Operation& operation)
{
    // stopped by the rule it goes no further until a person decides
    return operation.state == OperationState::Stopped || (operation.isOver() && operation.underWay == 0);
}
} // namespace

ReplayCommand::ReplayCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

ExitCode ReplayCommand::run()
{
    if (!isSound())
        return ExitCode::Usage;
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgExceptionSource source(store.value()->runner());
    const auto found = transactions(source);
    if (!found)
        return m_context.fail(found.error());
    if (found.value().isEmpty())
        return m_context.fail(
            {Failure::NotFound, tr("No open exception matches."), tr("\"signalboxctl exceptions\" lists them."), {}});
    PgOperationGateway gateway(store.value()->runner());
    const QUuid request = QUuid::createUuid();
    const auto preview = finished(
        asks() ? gateway.previewVerify(request, found.value()) : gateway.previewReplay(request, found.value()));
    if (!preview)
        return m_context.fail(preview.error());
    if (!m_context.json())
        printPlan(preview.value());
    if (m_options.dryRun) {
        if (m_context.json())
            m_context.terminal().print(operationJson(preview.value()));
        return ExitCode::Done;
    }
    return carryOut(gateway, preview.value());
}

bool ReplayCommand::isSound()
{
    const bool byQuestion = m_options.matching || !m_options.queue.isEmpty() || m_options.group != 0;
    if (m_options.ids.isEmpty() != byQuestion) {
        m_context.misused(tr("Name the exceptions by their ids, or by --matching, --queue and --group."));
        return false;
    }
    const auto filter
        = FilterQuestion::read(m_context, {m_options.matching.value_or(QString())}, FilterSubject::Problems);
    if (!filter)
        return false;
    m_filter = *filter;
    m_replay.reason = m_options.reason;
    if (asks()) {
        m_replay.classes = {ReplayClass::Verify};
        return true;
    }
    if (!m_options.dryRun && m_options.reason.trimmed().isEmpty()) {
        m_context.misused(tr("A replay needs a reason: --reason. (--dry-run only shows the plan.)"));
        return false;
    }
    for (const QString& name : std::as_const(m_options.classes)) {
        const auto known = replayClassFromText(name);
        if (!known
            || (*known != ReplayClass::Safe && *known != ReplayClass::Verify && *known != ReplayClass::WillFail)) {
            m_context.misused(tr("\"%1\" cannot be replayed; there are safe, verify and will_fail.").arg(name));
            return false;
        }
        m_replay.classes.append(*known);
    }
    if (!m_options.startAt.isEmpty()) {
        m_replay.startAt = QDateTime::fromString(m_options.startAt, Qt::ISODate);
        if (!m_replay.startAt.isValid()) {
            m_context.misused(tr("\"%1\" is no time; it is such as 2026-11-30T22:00.").arg(m_options.startAt));
            return false;
        }
    }
    for (qsizetype i = 0; i < m_options.ramp.size(); ++i) {
        if ((i > 0 && m_options.ramp.at(i) <= m_options.ramp.at(i - 1)) || m_options.ramp.constLast() != 100) {
            m_context.misused(tr("The stages of --ramp are rising percentages up to 100, such as 1,5,25,100."));
            return false;
        }
    }
    m_replay.ramp = m_options.ramp;
    m_replay.rate = m_options.rate;
    m_replay.stopShare = m_options.stopShare;
    return true;
}

Outcome<QList<qint64>> ReplayCommand::transactions(PgExceptionSource& source) const
{
    if (m_options.ids.isEmpty()) {
        const auto query = QueueQuestion::read(source, m_options.queue, m_filter);
        if (!query)
            return query.error();
        ExceptionQuery question = query.value();
        question.group = m_options.group;
        const auto matching = finished(source.matching(question, PgExceptionSource::mostMatching));
        if (!matching)
            return matching.error();
        return messagesOf(matching.value());
    }
    const auto exceptions = QueueQuestion::byIds(source, m_options.ids);
    if (!exceptions)
        return exceptions.error();
    QList<qint64> ids;
    for (const Exception& exception : exceptions.value())
        ids.append(exception.transactionId);
    return ids;
}

qint64 ReplayCommand::chosen(const Operation& operation) const
{
    qint64 count = 0;
    for (const auto& [replayClass, size] : operation.plan)
        count += m_replay.classes.contains(replayClass) ? size : 0;
    return count;
}

QStringList ReplayCommand::approvalReasons(const Operation& operation) const
{
    return OperationTexts::approvalReasons(operation, m_replay.classes, QLocale());
}

void ReplayCommand::printPlan(const Operation& operation) const
{
    for (const QString& reason : approvalReasons(operation))
        m_context.terminal().note(tr("It needs approval. %1").arg(reason));
    m_context.terminal().print(tr("%n message(s):", nullptr, static_cast<int>(operation.total)) + u'\n'
        + DeliveryText::plan(operation)
        + (asks() ? tr("Nothing is sent, whatever the targets say.")
                  : tr("%n of these would be sent again.", nullptr, static_cast<int>(chosen(operation))))
        + u'\n');
}

bool ReplayCommand::mayStart(const Operation& operation) const
{
    if (m_options.yes || asks()) // a question does nothing that could be regretted
        return true;
    if (!m_context.terminal().canAsk()) {
        m_context.misused(tr("Nobody is there to be asked: say --yes to send it, or --dry-run to see the plan only."));
        return false;
    }
    const QString answer
        = m_context.terminal().ask(tr("Send %n message(s) again? (y/n)", nullptr, static_cast<int>(chosen(operation))));
    const QString yes = tr("y", "the answer yes, in small letters");
    if (answer.toLower() == yes)
        return true;
    m_context.terminal().note(tr("Nothing was sent."));
    return false;
}

QString ReplayCommand::startText(const Operation& operation)
{
    if (operation.state == OperationState::AwaitingApproval)
        return tr("Operation %1 waits for somebody else: \"signalboxctl approve %1\".").arg(operation.id);
    if (operation.state == OperationState::Scheduled)
        return tr("Operation %1 is scheduled.").arg(operation.id);
    return tr("Operation %1 has been started.").arg(operation.id);
}

ExitCode ReplayCommand::carryOut(OperationGateway& gateway, const Operation& preview)
{
    if (chosen(preview) == 0 && asks())
        return m_context.fail({Failure::Invalid, tr("None of these can be asked about."),
            tr("Their flows need \"lookup\": true, and the targets a way to be asked."), {}});
    if (chosen(preview) == 0)
        return m_context.fail({Failure::Invalid, tr("Nothing of this can be sent again as it is."),
            tr("--classes says what is sent: safe, verify, will_fail."), {}});
    if (!mayStart(preview))
        return m_options.yes || m_context.terminal().canAsk() ? ExitCode::Failed : ExitCode::Usage;
    auto operation = finished(gateway.start(preview, m_replay));
    if (!operation && operation.error().kind == Failure::InDoubt) // starting again what runs already is no harm
        operation = finished(gateway.start(preview, m_replay));
    if (!operation)
        return m_context.fail(operation.error());
    if (!m_context.json())
        m_context.terminal().print(startText(operation.value()) + u'\n');
    if (m_options.wait)
        operation = follow(gateway, operation.value());
    if (!operation)
        return m_context.fail(operation.error());
    return report(gateway, operation.value());
}

Outcome<Operation> ReplayCommand::follow(OperationGateway& gateway, Operation operation) const
{
    const Interruption interruption;
    ProgressBar bar(m_context.terminal(), asks() ? tr("Asking", "progress: targets are asked") : tr("Replaying"));
    while (!isOver(operation)) {
        if (interruption.requested())
            return Error{Failure::Cancelled,
                asks() ? tr("The targets go on being asked without being followed.")
                       : tr("The replay goes on without being followed."),
                tr("\"signalboxctl operation %1\" shows how it stands, and cancels it.").arg(operation.id), {}};
        QThread::msleep(pollMilliseconds);
        const auto now = finished(gateway.operation(operation.id));
        if (!now)
            return now.error();
        operation = now.value();
        const double all = static_cast<double>(std::max<qint64>(1, operation.total));
        bar.update(
            static_cast<double>(operation.total - operation.notStarted) / all, DeliveryText::stateAndStage(operation));
    }
    return operation;
}

/// Every message is confirmed; or every one that was asked about has an answer, and none is something else.
bool ReplayCommand::isGood(const Operation& operation) const
{
    if (!m_options.wait)
        return true;
    return asks() ? operation.confirmed + operation.failed == chosen(operation)
                  : operation.confirmed == operation.total;
}

ExitCode ReplayCommand::report(OperationGateway& gateway, const Operation& operation) const
{
    const bool good = isGood(operation);
    const auto items = finished(gateway.items(operation.id, shownItems));
    if (m_context.json()) {
        auto json = operationJson(operation);
        json["items"] = nlohmann::ordered_json::array();
        if (items) {
            for (const OperationItem& item : items.value())
                json["items"].push_back(itemJson(item));
        }
        m_context.terminal().print(json);
    } else if (m_options.wait) {
        m_context.terminal().print(DeliveryText::counts(operation) + u'\n');
        if (const QString standing = OperationTexts::standing(operation, QLocale()); !standing.isEmpty())
            m_context.terminal().note(printable(standing));
        if (!good)
            m_context.terminal().note(tr("\"signalboxctl operation %1\" says what came of each.").arg(operation.id));
    } else {
        m_context.terminal().note(tr("\"signalboxctl operation %1\" shows how it stands.").arg(operation.id));
    }
    return good ? ExitCode::Done : ExitCode::Failed;
}
