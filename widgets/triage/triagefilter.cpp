// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The filter of Triage, for groups and for problems alike. The screen itself is in triageview.cpp.
#include "models/domain/whenfinished.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/tableview.h"
#include "widgets/orders/pastedids.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/triageview.h"

#include <QApplication>
#include <QClipboard>

using namespace Qt::StringLiterals;

void TriageView::buildFilter()
{
    m_search->setLineName(u"triageSearch"_s);
    connect(m_search, &FilterBar::filterChanged, this, &TriageView::applyFilter);
    connect(m_search, &FilterBar::left, this, &TriageView::focusList);
    connect(m_list, &ExceptionList::searchToBeCleared, this, [this] { m_search->setText({}); });
    connect(table(), &TableView::filterFocusRequested, m_search, &FilterBar::focusLine);
    connect(table(), &TableView::filterRequested, m_search, &FilterBar::toggleTerm);
    connect(&m_feed, &ChangeFeed::everything, this, &TriageView::readFilterValues);
    connect(&m_again, &QTimer::timeout, this, &TriageView::readFilterValues);
}

void TriageView::applyFilter(const FilterExpression& filter)
{
    if (filter == m_query.filter)
        return;
    m_query.filter = filter;
    markQueue(); // with another filter it is that view no more
    ask(); // the newest question cancels the one before
}

void TriageView::readFilterValues()
{
    if (!isVisible() || m_readingValues)
        return;
    m_readingValues = true;
    whenFinished(m_source.filterValues(), this, [this](const Outcome<FilterValues>& values) {
        m_readingValues = false;
        if (values) // else those known so far stay
            m_search->setLiveValues(values.value());
    });
}

void TriageView::pasteIds()
{
    const QString filter = filterOfPastedIds(QApplication::clipboard()->text());
    if (filter.isEmpty())
        Q_EMIT notice(tr("The clipboard holds no order numbers."));
    else
        m_search->setText(filter);
}
