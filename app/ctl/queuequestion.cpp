// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/queuequestion.h"

#include "app/ctl/commands/viewcommand.h"
#include "app/ctl/filterquestion.h"
#include "app/ctl/finished.h"
#include "app/ctl/text/displaywidth.h"
#include "app/ctl/text/nearest.h"
#include "models/domain/exceptionnames.h"
#include "models/store/pgexceptionsource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<ExceptionQuery> QueueQuestion::read(
    const CommandContext& context, Store& store, const Words& words, ExitCode& why)
{
    const auto asked = ViewCommand::with(store,
        {.screen = SavedView::Screen::Triage,
            .name = words.view,
            .filter = words.filter.join(u' '),
            .queue = words.queue});
    if (!asked) {
        why = context.fail(asked.error());
        return std::nullopt;
    }
    const auto filter = FilterQuestion::read(context, {asked.value().filter}, FilterSubject::Problems);
    if (!filter) {
        why = ExitCode::Usage;
        return std::nullopt;
    }
    PgExceptionSource source(store.runner());
    const auto found = read(source, asked.value().queue, *filter);
    if (!found) {
        why = context.fail(found.error());
        return std::nullopt;
    }
    ExceptionQuery query = found.value();
    query.order = words.order;
    return query;
}

Outcome<ExceptionQuery> QueueQuestion::read(
    ExceptionSource& source, const QString& queue, const FilterExpression& filter)
{
    ExceptionQuery query;
    query.filter = filter;
    if (queue.isEmpty())
        return query;
    if (const auto fixed = exceptionQueueFromText(queue); fixed && *fixed != ExceptionQueue::Team) {
        query.queue = *fixed;
        return query;
    }
    const auto queues = finished(source.queues());
    if (!queues)
        return queues.error();
    QStringList names;
    for (const QueueCount& known : queues.value()) {
        names.append(known.queue == ExceptionQueue::Team ? known.team : toText(known.queue));
        if (known.queue == ExceptionQueue::Team && known.team == queue) {
            query.queue = ExceptionQueue::Team;
            query.team = queue;
            return query;
        }
    }
    return Error{Failure::NotFound,
        tr("There is no queue \"%1\"%2", "%2 ends the sentence").arg(printable(queue), guessOrFullStop(queue, names)),
        tr("There are: %1.").arg(names.join(u", "_s)), {}};
}

Outcome<QList<Exception>> QueueQuestion::matching(ExceptionSource& source, ExceptionQuery query)
{
    constexpr int pageSize = 1000;
    query.limit = pageSize;
    QList<Exception> exceptions;
    do {
        const auto page = finished(source.page(query));
        if (!page)
            return page.error();
        exceptions += page.value().exceptions;
        query.after = page.value().next;
    } while (query.after && exceptions.size() <= mostMatching);
    if (exceptions.isEmpty())
        return Error{
            Failure::NotFound, tr("No open exception matches."), tr("\"signalboxctl exceptions\" lists them."), {}};
    if (exceptions.size() > mostMatching)
        return Error{Failure::Invalid, tr("More than %n exception(s) match.", nullptr, int(mostMatching)),
            tr("Narrow the filter down."), {}};
    return exceptions;
}

Outcome<QList<Exception>> QueueQuestion::byIds(PgExceptionSource& source, const QList<qint64>& ids)
{
    const auto found = finished(source.byIds(ids));
    if (!found)
        return found.error();
    for (const qint64 id : ids) {
        if (std::ranges::find(found.value(), id, &Exception::id) == found.value().cend())
            return Error{Failure::NotFound, tr("There is no exception %1.").arg(id),
                tr("\"signalboxctl exceptions\" lists them."), {}};
    }
    return found.value();
}
