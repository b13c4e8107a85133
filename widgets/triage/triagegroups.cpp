// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Groups in Triage: the same queue and the same search, seen as causes. The screen itself is in triageview.cpp.
#include "models/domain/whenfinished.h"
#include "widgets/common/banner.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/groupinspector.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/runbookcard.h"
#include "widgets/triage/triageview.h"

#include <QApplication>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

void TriageView::enableGroups(GroupSource& source, GroupGateway& gateway)
{
    Q_ASSERT(!m_groups);
    m_groups = new GroupPane(source, gateway, m_clock, m_theme, this);
    m_groupInspector = new GroupInspector(source, m_clock, m_theme, this);
    m_centre->addWidget(m_groups);
    m_right->addWidget(m_groupInspector);
    m_switch->show();
    connect(m_switch, &QToolButton::toggled, this, [this](bool grouped) { setGrouped(grouped); });
    connect(m_groups, &GroupPane::choiceChanged, this, [this] { m_groupInspector->setGroup(m_groups->current()); });
    connect(m_groups, &GroupPane::opened, this, &TriageView::openGroup);
    connect(m_groups, &GroupPane::replayRequested, this,
        [this](const QList<ExceptionGroup>& groups) { planGroups(groups, OperationKind::Replay); });
    connect(m_groups, &GroupPane::verifyRequested, this,
        [this](const QList<ExceptionGroup>& groups) { planGroups(groups, OperationKind::Verify); });
    connect(m_groups, &GroupPane::notice, this, &TriageView::notice);
    connect(m_groups, &GroupPane::decided, this, [this](const QList<GroupRef>& groups) { remember({{}, groups}); });
    connect(m_groups, &GroupPane::noted, this, [this](const QList<GroupRef>& groups) { keepVersions({{}, groups}); });
    connect(m_groups, &GroupPane::regrouped, this, [this](qint64 change) { remember({{}, {}, change}); });
    connect(m_groups, &GroupPane::undone, this, &TriageView::forget);
    connect(m_groups, &GroupPane::notUndone, this, &TriageView::keepUndoing);
    connect(m_groups, &GroupPane::resolveMatchingRequested, this,
        [this](const QList<ExceptionGroup>& groups, const GroupActionDetails& details) {
            resolveMatching(groups, details);
        });
    connect(m_groups, &GroupPane::filterToBeCleared, this, [this] { m_search->setText({}); });
    connect(m_groups, &GroupPane::changed, this, [this] {
        m_queues.refresh();
        m_groupInspector->refresh();
        endActing();
    });
    connect(m_groups->table(), &TableView::columnsChanged, this, &TriageView::columnsChanged);
    connect(m_groups->table(), &TableView::filterFocusRequested, table(), &TableView::filterFocusRequested);
    connect(m_groups->table(), &TableView::filterRequested, table(), &TableView::filterRequested);
    connect(m_groupInspector, &GroupInspector::detailRead, m_groups, &GroupPane::setDetail);
    connectRunbook(m_groupInspector->runbookCard(), true);
    m_groupInspector->runbookCard()->setUnfolded(m_inspector->runbookCard()->isUnfolded());
    showWriters();
    connect(m_groupInspector, &GroupInspector::left, this, &TriageView::focusList);
    connect(m_groupInspector, &GroupInspector::undoRequested, m_groups, &GroupPane::undoChange);
    connect(m_groupInspector, &GroupInspector::openRequested, this, [this] {
        if (m_groups->current())
            openGroup(*m_groups->current());
    });
    connect(m_groupInspector, &GroupInspector::sampleRequested, this, &TriageView::openSample);
    connect(table(), &TableView::backRequested, this, [this] {
        if (m_all)
            dropAllMatching();
        else if (m_query.group != 0)
            leaveGroup();
    });
    connect(m_groupBanner, &Banner::actionRequested, this, &TriageView::leaveGroup);
    setGrouped(true);
}

bool TriageView::isGrouped() const
{
    return m_groups && m_centre->currentWidget() == m_groups;
}

void TriageView::setGrouped(bool grouped)
{
    if (!m_groups || grouped == isGrouped())
        return;
    const bool hadFocus
        = m_centre->isAncestorOf(QApplication::focusWidget()) || m_right->isAncestorOf(QApplication::focusWidget());
    m_query.group = 0;
    m_groupBanner->clear();
    m_centre->setCurrentIndex(grouped ? 1 : 0);
    m_right->setCurrentIndex(grouped ? 1 : 0);
    {
        const QSignalBlocker quiet(m_switch);
        m_switch->setChecked(grouped);
    }
    ask();
    if (hadFocus)
        focusList();
    Q_EMIT groupedChanged(grouped);
}

void TriageView::openGroup(const ExceptionGroup& group)
{
    m_centre->setCurrentIndex(0);
    m_right->setCurrentIndex(0);
    {
        const QSignalBlocker quiet(m_switch);
        m_switch->setChecked(false);
    }
    m_query.group = group.id;
    m_groupBanner->setMessage(Tone::Info, u"filter"_s, groupTitle(group), tr("Back to the groups", "button (Esc)"));
    ask();
    m_list->focusTable();
}

/// It stands first, unless the queue, the filter or the order says otherwise.
void TriageView::openSample()
{
    const std::optional<GroupDetail>& detail = m_groupInspector->detail();
    if (!m_groups->current() || !detail) {
        Q_EMIT notice(tr("What is in the group is still being read."));
    } else if (!detail->sample) {
        Q_EMIT notice(tr("Nothing is open in this group."));
    } else {
        const qint64 wanted = detail->sample->exception.id;
        openGroup(*m_groups->current());
        m_wantedProblem = wanted;
    }
}

void TriageView::showWanted()
{
    const qint64 wanted = std::exchange(m_wantedProblem, 0);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.exceptionAt(row).id == wanted) {
            table()->makeCurrent(row);
            return;
        }
    }
    if (wanted != 0)
        Q_EMIT notice(tr("The queue, the filter or the order of the list leaves that problem out."));
}

void TriageView::leaveGroup()
{
    m_query.group = 0;
    m_groupBanner->clear();
    m_centre->setCurrentIndex(1);
    m_right->setCurrentIndex(1);
    {
        const QSignalBlocker quiet(m_switch);
        m_switch->setChecked(true);
    }
    m_groups->refresh(); // the row that was opened is still the current one
    focusList();
}

void TriageView::planGroups(const QList<ExceptionGroup>& groups, OperationKind kind)
{
    qint64 problems = 0;
    for (const ExceptionGroup& group : groups)
        problems += group.count;
    const QString scope = groups.size() == 1
        ? tr("All %Ln in \u201c%1\u201d", nullptr, int(problems)).arg(groupTitle(groups.constFirst()))
        : tr("All %Ln in %1 groups", nullptr, int(problems)).arg(locale().toString(groups.size()));
    collect(m_query, groups, {}, [this, scope, kind](const QList<MatchingException>& found) {
        const QList<qint64> messages = messagesOf(found);
        if (messages.isEmpty()) {
            Q_EMIT notice(kind == OperationKind::Verify ? tr("There is no message to ask about.")
                                                        : tr("There is no message to send again."));
            return;
        }
        m_pages->setCurrentWidget(m_replay);
        m_replay->plan(found.size() < mostAtOnce
                ? scope
                : tr("The first %Ln that match are chosen, listed or not. One plan takes no more.", nullptr,
                    int(messages.size())),
            messages, kind);
    });
}

/// Resolves what the filter and the queue show of these groups, and nothing that came later.
void TriageView::resolveMatching(const QList<ExceptionGroup>& groups, const GroupActionDetails& details)
{
    ExceptionQuery query = m_query;
    if (details.asOf.isValid()) {
        FilterTerm seen;
        seen.field = FilterField::Opened;
        seen.op = FilterOperator::Less;
        seen.from = seen.to = details.asOf.addMSecs(1);
        query.filter = query.filter.isEverything()
            ? FilterExpression(seen)
            : FilterExpression(FilterExpression::Kind::And, {query.filter, FilterExpression(seen)});
    }
    collect(query, groups, {}, [this, details](const QList<MatchingException>& found) {
        change(ExceptionAction::Resolve, {refsOf(found), {}},
            {.resolution = details.resolution, .reason = details.reason, .evidence = details.evidence});
    });
}

/// What matches in one group after the other. The query is that of the moment when it was asked: the filter may change
/// before all answers are there.
void TriageView::collect(const ExceptionQuery& query, const QList<ExceptionGroup>& groups,
    const QList<MatchingException>& found, const std::function<void(const QList<MatchingException>&)>& then)
{
    if (groups.isEmpty() || found.size() >= mostAtOnce) {
        then(found);
        return;
    }
    ExceptionQuery part = query;
    part.group = groups.constFirst().id;
    ++m_acting;
    whenFinished(m_source.matching(part, mostAtOnce - int(found.size())), this,
        [this, query, rest = groups.sliced(1), found, then](const Outcome<QList<MatchingException>>& matching) {
            --m_acting;
            if (matching)
                collect(query, rest, found + matching.value(), then);
            else
                showProblem(Tone::Bad, matching.error().text);
            endActing();
        });
}

BundleRequest TriageView::chosenForBundle() const
{
    BundleRequest request;
    if (isGrouped()) {
        QStringList titles;
        for (const ExceptionGroup& group : m_groups->chosen()) {
            request.groups.append(group.id);
            titles.append(groupTitle(group));
        }
        request.words = titles.join(u"; "_s);
        return request;
    }
    if (m_all)
        request.transactions = messagesOf(*m_all);
    else
        for (const Exception& exception : m_list->chosen())
            request.exceptions.append(exception.id);
    request.words = scopeText(request.exceptions.size() + request.transactions.size());
    return request;
}
