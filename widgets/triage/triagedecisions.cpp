// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people do in Triage; the screen itself is in triageview.cpp.
#include "models/domain/exceptiontitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/banner.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/actionbar.h"
#include "widgets/triage/decisionpanel.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/queuelist.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/triageview.h"

#include <QApplication>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int toldOneByOne = 4;

/// What was done, as it is now: every decision makes a version.
QList<ExceptionRef> changedOnes(const QList<ExceptionRef>& asked, const QList<ActionResult>& results)
{
    QList<ExceptionRef> changed;
    for (const ExceptionRef& exception : asked) {
        const bool done = std::ranges::any_of(
            results, [&exception](const ActionResult& result) { return result.id == exception.id && result.done; });
        if (done)
            changed.append({exception.id, exception.version + 1});
    }
    return changed;
}

QString nameOf(const Exception& exception)
{
    return exception.orderNumber.isEmpty() ? QString::number(exception.id) : exception.orderNumber;
}

} // namespace

void TriageView::act(TriageAction action)
{
    switch (action) {
    case TriageAction::Take:
        decide(ExceptionAction::Take, {});
        break;
    case TriageAction::Wake:
        decide(ExceptionAction::Wake, {});
        break;
    case TriageAction::Assign:
        openForm(ExceptionAction::Assign);
        break;
    case TriageAction::Note:
        openForm(ExceptionAction::Note);
        break;
    case TriageAction::Snooze:
        openForm(ExceptionAction::Snooze);
        break;
    case TriageAction::Resolve:
        openForm(ExceptionAction::Resolve);
        break;
    case TriageAction::Replay:
        plan(OperationKind::Replay);
        break;
    case TriageAction::Verify:
        plan(OperationKind::Verify);
        break;
    }
}

void TriageView::openForm(ExceptionAction action)
{
    m_result->clear();
    m_chosenForForm = chosen(); // what is decided is about these, whatever the list does meanwhile
    if (m_chosenForForm.refs.isEmpty())
        return;
    QStringList people;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString owner = m_model.exceptionAt(row).owner;
        if (!owner.isEmpty() && !people.contains(owner))
            people.append(owner);
    }
    people.sort();
    m_form->ask(action, int(m_chosenForForm.refs.size()), people);
}

void TriageView::closeForm()
{
    if (m_form->isHidden())
        return;
    const bool hadFocus = m_form->isAncestorOf(QApplication::focusWidget());
    m_form->hide();
    m_chosenForForm = {};
    if (hadFocus)
        focusList();
}

void TriageView::decide(ExceptionAction action, const ActionDetails& details)
{
    const Chosen decided = m_form->isVisible() ? m_chosenForForm : chosen();
    closeForm();
    if (decided.refs.isEmpty())
        return;
    change(action, decided, details);
    if (m_all) {
        dropAllMatching();
    } else if (action != ExceptionAction::Note) { // the next one, without waiting for the answer
        QList<qint64> ids;
        for (const ExceptionRef& ref : decided.refs)
            ids.append(ref.id);
        m_list->moveOn(ids);
    }
}

QList<ExceptionRef> TriageView::refsOf(const QList<MatchingException>& exceptions)
{
    QList<ExceptionRef> refs;
    for (const MatchingException& exception : exceptions)
        refs.append({exception.id, exception.version});
    return refs;
}

/// All that match, or those that are selected.
TriageView::Chosen TriageView::chosen() const
{
    Chosen chosen;
    const QList<Exception> listed = m_list->chosen();
    for (const Exception& exception : listed) {
        chosen.refs.append({exception.id, exception.version});
        chosen.names.insert(exception.id, nameOf(exception));
    }
    if (m_all)
        chosen.refs = refsOf(*m_all);
    return chosen;
}

void TriageView::change(ExceptionAction action, const Chosen& exceptions, const ActionDetails& details)
{
    m_result->clear();
    if (exceptions.refs.isEmpty()) {
        Q_EMIT notice(tr("There is nothing left to do: nothing matches any more."));
        return;
    }
    ++m_acting;
    whenFinished(m_gateway.change(action, exceptions.refs, details), this,
        [this, exceptions, action](const Outcome<QList<ActionResult>>& results) {
            --m_acting;
            showResults(exceptions.names, results, action);
            if (results) {
                const QList<ExceptionRef> changed = changedOnes(exceptions.refs, results.value());
                action == ExceptionAction::Note ? keepVersions({changed, {}}) : remember({changed, {}});
            }
            refresh();
            endActing();
        });
}

/// Where the person looks: over the problems or over the groups.
void TriageView::showProblem(Tone tone, const QString& text)
{
    if (isGrouped())
        m_groups->showProblem(tone, text);
    else
        m_result->setMessage(tone, u"alert"_s, text, tr("Close", "button: I have read it"));
}

void TriageView::showResults(
    const QHash<qint64, QString>& names, const Outcome<QList<ActionResult>>& results, ExceptionAction action)
{
    if (!results) {
        const Error& error = results.error();
        if (error.kind == Failure::InDoubt)
            showProblem(Tone::Warning,
                tr("The answer was lost: it may have been done. Look at the list before you do it again."));
        else
            showProblem(Tone::Bad, tr("Nothing was changed: %1").arg(error.text));
        return;
    }
    int done = 0;
    QHash<QString, QStringList> refused;
    for (const ActionResult& result : results.value()) {
        if (result.done)
            ++done;
        else
            refused[systemReason(result.why)].append(names.value(result.id, QString::number(result.id)));
    }
    if (refused.isEmpty()) {
        Q_EMIT notice(action == ExceptionAction::Note ? tr("Note saved.")
                : action == ExceptionAction::Undo     ? tr("Undone.")
                                                      : tr("%Ln done.", "problems that were dealt with", done));
        return;
    }
    QStringList parts{tr("%Ln done", "problems that were dealt with", done)};
    for (auto at = refused.cbegin(); at != refused.cend(); ++at) {
        QString part = u"%1 %2"_s.arg(locale().toString(at->size()), at.key());
        if (at->size() <= toldOneByOne)
            part += u" (%1)"_s.arg(at->join(u", "_s));
        parts.append(part);
    }
    showProblem(Tone::Warning, parts.join(u", "_s) + u'.');
}

// --- all that match

void TriageView::chooseAllMatching()
{
    if (m_model.rowCount() == 0)
        return;
    if (m_query.queue == ExceptionQueue::Resolved) {
        Q_EMIT notice(tr("What is resolved is not sent again."));
        return;
    }
    ++m_acting;
    whenFinished(m_source.matching(m_query, mostAtOnce), this,
        [this, generation = ++m_allGeneration](const Outcome<QList<MatchingException>>& matching) {
            --m_acting;
            endActing();
            if (generation != m_allGeneration)
                return;
            if (!matching) {
                showProblem(Tone::Bad, matching.error().text);
                return;
            }
            table()->selectAll();
            m_all = matching.value(); // after selectAll(), which drops an earlier choice
            const int count = int(m_all->size());
            const QString text = count >= mostAtOnce
                ? tr("The first %Ln that match are chosen, listed or not. No more are taken at once.", nullptr, count)
                : tr("All %Ln that match are chosen, listed or not.", nullptr, count);
            m_allBanner->setMessage(Tone::Info, u"tick"_s, text, tr("Drop the choice", "button (Esc)"));
            showChoice();
        });
}

void TriageView::dropAllMatching()
{
    ++m_allGeneration;
    if (!m_all)
        return;
    m_all.reset();
    m_allBanner->clear();
    table()->clearMarks();
    showChoice();
}

// --- replay, and asking only

QString TriageView::scopeText(qint64 count) const
{
    const int row = m_queues.rowOf(m_queueList->currentKey());
    const QString queue = row < 0 ? title(m_query.queue) : m_queues.index(row, 0).data().toString();
    if (!m_all)
        return tr("%Ln selected in \u201c%1\u201d", nullptr, int(count)).arg(queue);
    if (m_query.filter.isEverything())
        return tr("All %Ln in \u201c%1\u201d", nullptr, int(count)).arg(queue);
    return tr("All %Ln in \u201c%1\u201d that match \u201c%2\u201d", nullptr, int(count))
        .arg(queue, filterInWords(m_query.filter, locale(), FilterSubject::Problems));
}

void TriageView::plan(OperationKind kind)
{
    closeForm();
    QList<qint64> transactions;
    if (m_all) {
        transactions = messagesOf(*m_all);
    } else {
        for (const Exception& exception : m_list->chosen())
            transactions.append(exception.transactionId);
    }
    if (transactions.isEmpty())
        return;
    m_pages->setCurrentWidget(m_replay);
    m_replay->plan(scopeText(transactions.size()), transactions, kind);
}

void TriageView::closeReplay()
{
    m_pages->setCurrentWidget(m_splitter);
    if (m_replay->isStarted())
        dropAllMatching();
    focusList();
    refresh();
}
