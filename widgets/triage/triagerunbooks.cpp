// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people write beside problems: runbooks, and tags on their orders. The screen itself is in triageview.cpp.
#include "models/domain/exceptiongroup.h"
#include "models/domain/exceptionnames.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/commandmenu.h"
#include "widgets/common/tableview.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/groupinspector.h"
#include "widgets/triage/runbookcard.h"
#include "widgets/triage/runbookpanel.h"
#include "widgets/triage/triageview.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void TriageView::connectRunbook(RunbookCard* card, bool ofGroup)
{
    connect(card, &RunbookCard::writeRequested, this, [this, ofGroup] { writeRunbook(ofGroup); });
    connect(card, &RunbookCard::linkRequested, this, &TriageView::linkRequested);
    connect(card, &RunbookCard::linkRefused, this, [this](const QUrl& url) {
        Q_EMIT notice(tr("Only links to the web and to mail are opened, not %1.").arg(url.toString()));
    });
    connect(card, &RunbookCard::unfoldedChanged, this, [this](bool unfolded) {
        setRunbookUnfolded(unfolded);
        Q_EMIT runbookUnfolded(unfolded);
    });
}

void TriageView::setRunbooks(Runbooks& source)
{
    m_runbooks = &source;
    showWriters();
}

void TriageView::setRunbookUnfolded(bool unfolded)
{
    m_inspector->runbookCard()->setUnfolded(unfolded);
    if (m_groupInspector)
        m_groupInspector->runbookCard()->setUnfolded(unfolded);
}

void TriageView::showWriters()
{
    const bool may = m_runbooks && writerObstacle(m_feed.environment().roles).isEmpty();
    m_inspector->runbookCard()->setMayWrite(may);
    if (m_groupInspector)
        m_groupInspector->runbookCard()->setMayWrite(may);
}

/// The one that is shown, or a draft for exactly what is shown.
void TriageView::writeRunbook(bool ofGroup)
{
    if (!m_runbooks || (ofGroup && !m_groupInspector->detail()))
        return;
    if (!m_runbookPanel) {
        m_runbookPanel = new RunbookPanel(*m_runbooks, m_theme, window());
        connect(m_runbookPanel, &RunbookPanel::notice, this, &TriageView::notice);
        connect(m_runbookPanel, &RunbookPanel::saved, this, &TriageView::refresh);
    }
    const RunbookCard* card = ofGroup ? m_groupInspector->runbookCard() : m_inspector->runbookCard();
    Runbook runbook = card->runbook().value_or(Runbook());
    QString fingerprint;
    const auto draft = [&runbook](ExceptionKind kind, const QString& team, const QString& flow,
                           const QString& errorClass, const QString& code) {
        if (runbook.id != 0)
            return;
        runbook.errorClass = kind == ExceptionKind::Overdue ? u"overdue"_s : errorClass;
        runbook.flow = flow.isEmpty() ? u"*"_s : flow;
        runbook.errorCode = code;
        runbook.owner = team;
    };
    if (ofGroup) {
        const GroupDetail& detail = *m_groupInspector->detail();
        fingerprint = detail.fingerprint;
        draft(detail.group.kind, detail.group.team, detail.group.flow, detail.group.errorClass, detail.group.errorCode);
    } else {
        const Exception& it = m_inspector->detail().exception;
        fingerprint = it.fingerprint;
        draft(it.kind, it.queue, it.flow, it.errorClass, it.errorCode);
    }
    m_runbookPanel->edit(runbook, fingerprint);
}

void TriageView::askTags()
{
    if (const QString why = writerObstacle(m_feed.environment().roles); !why.isEmpty()) {
        Q_EMIT notice(why);
        return;
    }
    QList<qint64> orders;
    QString number;
    const QList<Exception> chosen = m_list->chosen();
    for (const Exception& exception : chosen) {
        if (exception.orderId != 0 && !orders.contains(exception.orderId))
            orders.append(exception.orderId);
        if (exception.orderId != 0)
            number = exception.orderNumber;
    }
    if (orders.isEmpty())
        Q_EMIT notice(tr("This message belongs to no order."));
    else
        Q_EMIT tagsRequested(
            orders, orders.size() == 1 ? tr("order %1").arg(number) : tr("%Ln orders", nullptr, int(orders.size())));
}

void TriageView::rememberTags(const QList<TagResult>& results)
{
    TriageDeed deed;
    for (const TagResult& result : results)
        if (result.hasChanged())
            deed.tags.append(result);
    for (int row = 0; row < m_model.rowCount(); ++row)
        deed.orders.insert(m_model.exceptionAt(row).orderId, m_model.exceptionAt(row).orderNumber);
    if (m_tags)
        remember(deed);
}

void TriageView::undoTags()
{
    ++m_acting;
    whenFinished(m_tags->undo(m_undoing.tags), this, [this](const Outcome<QList<TagResult>>& results) {
        --m_acting;
        if (!results) {
            showResults({}, results.error(), ExceptionAction::Undo);
            keepUndoing();
        } else if (std::ranges::all_of(results.value(), &TagResult::done)) {
            Q_EMIT notice(tr("The tags of %Ln order(s) are as they were.", nullptr, int(results.value().size())));
        } else {
            QList<ActionResult> orders;
            for (const TagResult& result : results.value())
                orders.append({result.order, result.done, result.why});
            showResults(m_undoing.orders, orders, ExceptionAction::Undo);
        }
        refresh();
        readFilterValues();
        Q_EMIT tagsTakenBack();
        endActing();
    });
}

void TriageView::openMenu(const QPoint& at)
{
    if (m_list->current())
        popupCommands(*this,
            {Command::Take, Command::Assign, Command::Note, Command::Snooze, Command::Resolve, Command::PlanReplay,
                Command::EditPayload, Command::OpenOrder, Command::Tags, Command::CopyNumber},
            *table()->viewport(), at);
}
