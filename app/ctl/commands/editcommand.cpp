// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands/editcommand.h"

#include "app/ctl/commands/replaycommand.h"
#include "app/ctl/filterquestion.h"
#include "app/ctl/finished.h"
#include "app/ctl/queuequestion.h"
#include "app/ctl/terminal.h"
#include "app/ctl/text/displaywidth.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pgpayloadeditor.h"

#include <QFile>
#include <QHash>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

qsizetype countGood(const QList<EditPreview>& previews)
{
    return std::ranges::count_if(previews, &EditPreview::isGood);
}

constexpr qsizetype atOnce = 500; ///< messages that are read or saved in one database transaction

/// What came of each message; none where it was not saved.
class Results
{
public:
    explicit Results(const QList<ActionResult>& results)
    {
        for (const ActionResult& result : results)
            m_results.insert(result.id, &result);
    }
    const ActionResult* of(const EditPreview& preview) const { return m_results.value(preview.message.id); }

private:
    QHash<qint64, const ActionResult*> m_results;
};

nlohmann::ordered_json rawOrNull(const std::optional<QByteArray>& raw)
{
    return raw ? nlohmann::ordered_json(raw->toStdString()) : nlohmann::ordered_json();
}

} // namespace

EditCommand::EditCommand(const CommandContext& context, Options options)
    : m_context(context)
    , m_options(std::move(options))
{ }

bool EditCommand::isSound()
{
    const auto filter
        = FilterQuestion::read(m_context, {m_options.matching.value_or(QString())}, FilterSubject::Problems);
    if (!filter)
        return false;
    m_filter = *filter;
    if (m_options.ids.isEmpty() != (m_options.matching || !m_options.queue.isEmpty()))
        m_context.misused(tr("Name the exceptions by their ids, or by --matching and --queue."));
    else if (m_options.patch.isEmpty() == m_options.payload.isEmpty())
        m_context.misused(tr("Say what to change: --patch with a JSON Patch, or --payload with a whole content."));
    else if (!m_options.payload.isEmpty() && m_options.ids.size() != 1)
        m_context.misused(tr("--payload is for one exception; --patch changes many."));
    else if (!m_options.dryRun && m_options.reason.trimmed().isEmpty())
        m_context.misused(tr("An edit needs a reason: --reason. (--dry-run only shows what would change.)"));
    else if (!m_options.dryRun && !m_options.yes && !m_context.terminal().canAsk())
        m_context.misused(tr("Nobody is there to be asked: say --yes to save it, or --dry-run to see it only."));
    else
        return true;
    return false;
}

Outcome<QByteArray> EditCommand::readFile(const QString& name) const
{
    QFile file(name);
    const bool open = name == u'-' ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return Error{Failure::NotFound, tr("%1 cannot be read: %2").arg(name, file.errorString()), {}, {}};
    return file.readAll();
}

Outcome<QList<Exception>> EditCommand::exceptions(PgExceptionSource& source) const
{
    if (!m_options.ids.isEmpty())
        return QueueQuestion::byIds(source, m_options.ids);
    const auto query = QueueQuestion::read(source, m_options.queue, m_filter);
    return query ? QueueQuestion::matching(source, query.value()) : Outcome<QList<Exception>>(query.error());
}

Outcome<QList<EditPreview>> EditCommand::previews(Store& store) const
{
    const bool inLine = m_options.patch.trimmed().startsWith(u'[');
    const auto text = inLine ? Outcome<QByteArray>(m_options.patch.toUtf8())
                             : readFile(m_options.patch.isEmpty() ? m_options.payload : m_options.patch);
    if (!text)
        return text.error();
    const auto patch = m_options.patch.isEmpty() ? Outcome<JsonPatch>(JsonPatch()) : JsonPatch::read(text.value());
    if (!patch)
        return patch.error();
    PgExceptionSource source(store.runner());
    const auto exceptions = this->exceptions(source);
    if (!exceptions)
        return exceptions.error();
    QList<qint64> transactions;
    for (const Exception& exception : exceptions.value())
        transactions.append(exception.transactionId);
    QHash<qint64, qint64> exceptionOf;
    for (const Exception& exception : exceptions.value())
        exceptionOf.insert(exception.transactionId, exception.id);
    QList<EditPreview> previews;
    PgPayloadEditor editor(store.runner());
    for (qsizetype first = 0; first < transactions.size(); first += atOnce) {
        const auto messages = finished(editor.editable(transactions.mid(first, atOnce)));
        if (!messages)
            return messages.error();
        for (EditableMessage message : messages.value()) {
            message.exceptionId = exceptionOf.take(message.id); // one that is resolved says so
            previews.append(m_options.patch.isEmpty() ? previewContent(message, text.value())
                                                      : previewPatch(message, patch.value()));
            previews.last().message.content.clear(); // as it was: there may be many
        }
    }
    for (const Exception& exception : exceptions.value()) { // what is overdue has no message
        if (!exceptionOf.contains(exception.transactionId))
            continue;
        EditPreview none;
        none.message.exceptionId = exception.id;
        none.message.flowTitle = exception.flowTitle;
        none.message.orderNumber = exception.orderNumber;
        none.obstacle = systemReason(u"there is no such message"_s);
        previews.append(none);
    }
    return previews;
}

ExitCode EditCommand::run()
{
    if (!isSound())
        return ExitCode::Usage;
    const auto store = m_context.open();
    if (!store)
        return m_context.fail(store.error());
    const auto previews = this->previews(*store.value());
    if (!previews)
        return m_context.fail(previews.error());
    const qsizetype good = countGood(previews.value());
    if (!m_context.json())
        print(previews.value());
    if (m_options.dryRun || good == 0) {
        if (m_context.json())
            printJson(previews.value(), {});
        return good == previews.value().size() ? ExitCode::Done : ExitCode::Failed;
    }
    if (!m_options.yes
        && m_context.terminal().ask(tr("Save %n edit(s)? (y/n)", nullptr, static_cast<int>(good))).toLower()
            != tr("y", "the answer yes, in small letters")) {
        m_context.terminal().note(tr("Nothing was saved."));
        return ExitCode::Failed;
    }
    QList<ActionResult> results;
    const auto error = save(*store.value(), previews.value(), results);
    if (error && results.isEmpty())
        return m_context.fail(*error);
    const ExitCode code = report(previews.value(), results);
    if (error) // what is saved is said before
        return m_context.fail(*error);
    if (!m_options.replay || std::ranges::none_of(results, &ActionResult::done))
        return code;
    const ExitCode replayed = replay(previews.value(), results);
    return code == ExitCode::Done ? replayed : code;
}

/// What is good, a portion at a time; why it ended before it was through.
std::optional<Error> EditCommand::save(
    Store& store, const QList<EditPreview>& previews, QList<ActionResult>& results) const
{
    QList<PayloadEdit> edits;
    for (const EditPreview& preview : previews)
        if (preview.isGood())
            edits.append(preview.edit());
    PgPayloadEditor editor(store.runner());
    for (qsizetype first = 0; first < edits.size(); first += atOnce) {
        const auto portion = finished(editor.edit(edits.mid(first, atOnce), m_options.reason));
        if (!portion)
            return portion.error();
        results += portion.value();
    }
    return {};
}

void EditCommand::print(const QList<EditPreview>& previews) const
{
    QString text;
    for (const EditPreview& preview : previews) {
        const EditableMessage& message = preview.message;
        text += message.orderNumber.isEmpty()
            ? tr("Exception %1, %2").arg(message.exceptionId).arg(flowTitle(message.flow, message.flowTitle))
            : tr("Exception %1, %2, order %3")
                  .arg(message.exceptionId)
                  .arg(flowTitle(message.flow, message.flowTitle), message.orderNumber);
        text += u'\n';
        for (const JsonChange& change : preview.check.changes)
            text += u"  " + printable(changeText(change)) + u'\n';
        for (const EditProblem& problem : preview.check.problems)
            text += u"  " + tr("wrong: %1").arg(printable(problemText(problem))) + u'\n';
        if (!preview.obstacle.isEmpty())
            text += u"  " + tr("cannot be edited: %1").arg(printable(preview.obstacle)) + u'\n';
    }
    text += tr("%1 of %2 can be saved.", "edits").arg(countGood(previews)).arg(previews.size()) + u'\n';
    m_context.terminal().print(text);
}

void EditCommand::printJson(const QList<EditPreview>& previews, const QList<ActionResult>& results) const
{
    const Results known(results);
    nlohmann::ordered_json json;
    json["edits"] = nlohmann::ordered_json::array();
    for (const EditPreview& preview : previews) {
        nlohmann::ordered_json one;
        one["exception"] = preview.message.exceptionId;
        one["message"] = preview.message.id;
        one["changes"] = nlohmann::ordered_json::array();
        for (const JsonChange& change : preview.check.changes)
            one["changes"].push_back({{"path", change.path.toStdString()}, {"old", rawOrNull(change.before)},
                {"new", rawOrNull(change.after)}});
        one["valid"] = preview.isGood();
        one["problems"] = nlohmann::ordered_json::array();
        for (const EditProblem& problem : preview.check.problems)
            one["problems"].push_back(problemText(problem).toStdString());
        if (!preview.obstacle.isEmpty())
            one["problems"].push_back(preview.obstacle.toStdString());
        const ActionResult* result = known.of(preview);
        one["done"] = result && result->done;
        one["why"]
            = result && !result->done ? nlohmann::ordered_json(result->why.toStdString()) : nlohmann::ordered_json();
        json["edits"].push_back(one);
    }
    m_context.terminal().print(json);
}

ExitCode EditCommand::report(const QList<EditPreview>& previews, const QList<ActionResult>& results) const
{
    const auto saved = std::ranges::count_if(results, &ActionResult::done);
    if (m_context.json()) {
        if (!m_options.replay) // one document: that of the replay then
            printJson(previews, results);
    } else {
        const Results known(results);
        for (const EditPreview& preview : previews)
            if (const ActionResult* result = known.of(preview); result && !result->done)
                m_context.terminal().note(tr("Exception %1: not saved, %2.", "%2 is a reason")
                                              .arg(preview.message.exceptionId)
                                              .arg(systemReason(result->why)));
        m_context.terminal().print(tr("%n edit(s) saved.", nullptr, static_cast<int>(saved)) + u'\n');
        if (!m_options.replay)
            m_context.terminal().note(tr("\"signalboxctl replay\" sends them."));
    }
    return saved == previews.size() ? ExitCode::Done : ExitCode::Failed;
}

ExitCode EditCommand::replay(const QList<EditPreview>& previews, const QList<ActionResult>& results) const
{
    const Results known(results);
    ReplayCommand::Options options;
    for (const EditPreview& preview : previews)
        if (const ActionResult* result = known.of(preview); result && result->done)
            options.ids.append(preview.message.exceptionId);
    options.classes = {u"safe"_s, u"verify"_s};
    options.reason = m_options.reason;
    options.yes = m_options.yes;
    options.wait = m_options.wait;
    return ReplayCommand(m_context, options).run();
}
