// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/emptyqueue.h"

#include "models/domain/exceptionsource.h"
#include "models/domain/exceptiontitles.h"
#include "widgets/common/viewstates.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString phrase(const char* text)
{
    return QCoreApplication::translate("EmptyQueue", text);
}

} // namespace

void showEmptyQueue(ViewStates& states, const ExceptionQuery& query, bool watched, const QString& toCome)
{
    const bool open = query.queue == ExceptionQueue::Open;
    if (!query.filter.isEverything())
        states.showEmpty(u"search"_s, phrase(QT_TRANSLATE_NOOP("EmptyQueue", "Nothing here matches the filter")),
            toCome, phrase(QT_TRANSLATE_NOOP("EmptyQueue", "Clear the filter")));
    else if (!watched && (open || query.queue == ExceptionQueue::Overdue))
        states.showEmpty(u"alert"_s, phrase(QT_TRANSLATE_NOOP("EmptyQueue", "Nothing open is known")),
            phrase(QT_TRANSLATE_NOOP("EmptyQueue",
                "No relay is running, so nobody looks for steps that are overdue or that other systems report as failed. "
                "Start signalbox-relay: what it finds shows up here by itself.")));
    else if (open)
        states.showEmpty(u"check"_s, phrase(QT_TRANSLATE_NOOP("EmptyQueue", "Nothing open")),
            phrase(QT_TRANSLATE_NOOP(
                "EmptyQueue", "Every message has arrived or is on its way. A new problem shows up here by itself.")));
    else
        states.showEmpty(u"check"_s, phrase(QT_TRANSLATE_NOOP("EmptyQueue", "Nothing in this queue")),
            queueText(query.queue) + u'.');
}

QString cutPayloadsText(int payloads)
{
    return QCoreApplication::translate("EmptyQueue", "of %Ln payload(s) only the beginning is searched",
        "below a list that is filtered by payloads", payloads);
}
