// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Saved views in Triage: beside the filter and below the queues. The screen itself is in triageview.cpp.
#include "models/domain/exceptionnames.h"
#include "widgets/common/filterbar.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/queuelist.h"
#include "widgets/triage/triageview.h"
#include "widgets/views/viewsbutton.h"

#include <algorithm>

void TriageView::setSavedViews(ViewsButton& views)
{
    m_search->addAtEnd(&views);
    m_views = &views;
    connect(&views, &ViewsButton::answered, this, &TriageView::takeViews);
    takeViews();
}

void TriageView::takeViews()
{
    const QList<SavedView>& views = m_views->views();
    if (m_view && std::ranges::find(views, m_view->id, &SavedView::id) == views.end()) {
        m_view.reset(); // it was removed
        markQueue();
    }
    m_queues.setViews(views);
}

/// The view that is shown, else the queue.
void TriageView::markQueue()
{
    if (m_view && m_search->text() != m_view->filter)
        m_view.reset();
    const QString view = m_view ? QueueLine::viewKey(m_view->id) : QString();
    m_queueList->mark(m_queues.rowOf(view) >= 0 ? view : QueueLine{m_query.queue, m_query.team, {}}.key());
}

SavedView TriageView::shownView() const
{
    SavedView view;
    view.screen = SavedView::Screen::Triage;
    view.queue = m_query.queue == ExceptionQueue::Team ? m_query.team : toText(m_query.queue);
    view.filter = m_search->text();
    view.grouped = isGrouped() || m_query.group != 0;
    view.columns = saveColumns();
    view.problemOrder = m_model.order();
    if (m_groups)
        view.groupOrder = m_groups->order();
    return view;
}

void TriageView::showView(const SavedView& view)
{
    m_view.reset();
    if (!view.columns.isEmpty())
        restoreColumns(view.columns);
    m_list->setOrder(view.problemOrder);
    if (m_groups)
        m_groups->setOrder(view.groupOrder);
    setGrouped(view.grouped);
    if (!view.queue.isEmpty()) {
        QueueLine line;
        line.queue = exceptionQueueFromText(view.queue).value_or(ExceptionQueue::Team);
        line.team = line.queue == ExceptionQueue::Team ? view.queue : QString();
        chooseQueue(line.key());
    }
    m_search->setText(view.filter);
    m_view = view;
    markQueue();
}
