// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/exceptioncommand.h"

#include "app/ctl/exceptionjson.h"
#include "app/ctl/finished.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/amounttext.h"
#include "app/ctl/text/deliverytext.h"
#include "app/ctl/text/displaywidth.h"
#include "app/ctl/text/texttable.h"
#include "models/domain/editpreview.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/failureadvice.h"
#include "models/domain/hinttext.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pgpayloadeditor.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString shortTime(const QDateTime& time)
{
    return minuteText(time, QLocale());
}

QString dotted(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

ExceptionCommand::ExceptionCommand(const CommandContext& context, qint64 id)
    : m_context(context)
    , m_id(id)
{ }

ExitCode ExceptionCommand::run()
{
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    PgExceptionSource source(store.value()->runner());
    const auto detail = finished(source.detail(m_id));
    if (!detail)
        return m_context.fail(detail.error());
    const auto hints = finished(PgPayloadEditor(store.value()->runner()).hints(m_id));
    if (!hints)
        return m_context.fail(hints.error());
    if (m_context.json()) {
        auto json = exceptionDetailJson(detail.value());
        json["hints"] = hintsJson(hints.value());
        m_context.terminal().print(json);
        return ExitCode::Done;
    }
    QString text = heading(detail.value()) + hintText(hints.value()) + tries(detail.value()) + history(detail.value());
    if (!detail.value().payload.isEmpty())
        text += u'\n' + tr("Payload", "heading: what is sent") + u'\n' + detail.value().payload + u'\n';
    m_context.terminal().print(text);
    return ExitCode::Done;
}

QString ExceptionCommand::heading(const ExceptionDetail& detail)
{
    const Exception& e = detail.exception;
    QStringList lines;
    lines << dotted({tr("Exception %1").arg(e.id), title(e.kind), title(e.severity), standingTitle(e),
        e.owner.isEmpty() ? QString() : tr("owner %1").arg(e.owner), tr("queue %1").arg(e.queue),
        e.regression ? tr("regression", "the same cause had been resolved before") : QString()});
    lines << dotted({e.orderNumber.isEmpty() ? QString() : tr("Order %1").arg(e.orderNumber), e.channel,
        e.value ? amountText(*e.value, QLocale()) : QString(), e.step.isEmpty() ? QString() : stepTitle(e.step),
        e.stepDueAt.isValid() ? tr("due %1").arg(shortTime(e.stepDueAt)) : QString()});
    lines << dotted({flowTitle(e.flow, e.flowTitle) + u" (" + e.flow + u')',
        tr("%1 to %2").arg(systemTitle(e.sourceSystem), systemTitle(e.targetSystem)),
        tr("message %1").arg(e.transactionId), DeliveryText::ofStatus(detail.transactionStatus),
        tr("key %1").arg(detail.idempotencyKey)});
    lines << dotted({e.errorCode, systemReason(e.errorText)});
    lines << dotted({tr("opened %1").arg(shortTime(e.openedAt)), tr("failed %n time(s)", nullptr, e.occurrences),
        tr("%n open exception(s) with this cause", nullptr, static_cast<int>(detail.sameCause))});
    if (e.state == ExceptionState::Resolved && e.resolution)
        lines << dotted(
            {title(*e.resolution), systemReason(e.reason), e.evidence, e.resolvedBy, shortTime(e.resolvedAt)});
    else
        lines << dotted({tr("Replay: %1").arg(replayTitle(e)), systemReason(e.mayNotReplay)});
    if (const QString advice = failureAdvice(detail); !advice.isEmpty())
        lines << tr("What to do: %1").arg(advice);
    if (!e.runbook.isEmpty())
        lines << tr("Runbook: %1").arg(e.runbook);
    QString text;
    for (const QString& line : std::as_const(lines))
        text += line.isEmpty() ? QString() : QString(printable(line) + u'\n');
    return text;
}

QString ExceptionCommand::hintText(const ExceptionHints& hints)
{
    QString text;
    const auto section = [&text](const QString& title, const QStringList& lines) {
        if (lines.isEmpty())
            return;
        text += u'\n' + title + u'\n';
        for (const QString& line : lines)
            text += u"  " + printable(line) + u'\n';
    };
    QStringList helped;
    for (const PastRemedy& remedy : hints.remedies)
        helped.append(remedyText(remedy));
    section(tr("What helped before", "heading"), helped);
    QStringList unusual;
    for (const UnusualField& field : hints.unusual)
        unusual.append(unusualText(field));
    section(tr("Unusual in the payload", "heading"), unusual);
    QStringList difference;
    for (const JsonChange& change : hints.difference)
        difference.append(changeText(change));
    section(tr("Different from message %1, which was delivered", "heading").arg(hints.nearest.transaction), difference);
    return text;
}

QString ExceptionCommand::tries(const ExceptionDetail& detail) const
{
    TextTable table;
    table.addColumn(tr("Try", "column: number of a try to deliver"), TextTable::Align::Right);
    table.addColumn(tr("Time", "column: of a try"));
    table.addColumn(tr("Relay", "column: who delivered"), TextTable::Align::Left, true);
    table.addColumn(tr("Action", "column: sent, or asked"));
    table.addColumn(tr("Outcome", "column: of a try"));
    table.addColumn(tr("Status", "column: of HTTP"), TextTable::Align::Right);
    table.addColumn(tr("Effect", "column: of a try at the target"));
    table.addColumn(tr("Error", "column: code and text"), TextTable::Align::Left, true);
    for (const Attempt& attempt : detail.attempts) {
        QStringList error{attempt.errorClass, attempt.errorCode, systemReason(attempt.errorText)};
        error.removeAll(QString());
        table.addRow({QString::number(attempt.number), shortTime(attempt.startedAt), attempt.relay, attempt.action,
            attempt.outcome, attempt.httpStatus == 0 ? QString() : QString::number(attempt.httpStatus),
            attempt.errorEffect, error.join(u": "_s)});
    }
    return table.isEmpty() ? QString()
                           : QString(u'\n' + tr("Tries", "heading: of delivering a message") + u'\n'
                               + table.render(m_context.terminal().width()));
}

/// What people said and did, the oldest first.
QString ExceptionCommand::history(const ExceptionDetail& detail) const
{
    struct Line
    {
        QDateTime at;
        QStringList cells;
    };
    QList<Line> lines;
    for (const AuditEntry& entry : detail.audit) {
        if (entry.action != u"note"_s) // its text follows
            lines.append({entry.at, {shortTime(entry.at), entry.actor, entry.action, entry.reason}});
    }
    for (const Comment& comment : detail.comments)
        lines.append({comment.at, {shortTime(comment.at), comment.author, u"note"_s, comment.content}});
    std::ranges::stable_sort(lines, {}, &Line::at);
    TextTable table;
    table.addColumn(tr("Time", "column: of an action"));
    table.addColumn(tr("Who", "column: of an action"));
    table.addColumn(tr("What", "column: of an action"));
    table.addColumn(tr("Why", "column: a reason or a note"), TextTable::Align::Left, true);
    for (const Line& line : std::as_const(lines))
        table.addRow(line.cells);
    return table.isEmpty() ? QString()
                           : QString(u'\n' + tr("History", "heading: what people did") + u'\n'
                               + table.render(m_context.terminal().width()));
}
