// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the commands of Triage do, by key and from the search, and taking back. The screen itself is in triageview.cpp.
#include "models/domain/whenfinished.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/tableview.h"
#include "widgets/triage/actionbar.h"
#include "widgets/triage/decisionpanel.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/triageview.h"

#include <QStackedWidget>

#include <utility>

namespace {
constexpr qsizetype mostDeeds = 50;
} // namespace

QList<Command> TriageView::commands() const
{
    if (m_pages->currentWidget() != m_splitter)
        return {}; // a plan or an edit has keys of its own
    QList<Command> commands{Command::Take, Command::MarkDuplicate, Command::Snooze, Command::Assign, Command::Note,
        Command::Resolve, Command::Verify, Command::PlanReplay, Command::ChooseAllMatching, Command::GoToFilter,
        Command::Undo, Command::SortByCell};
    if (m_groups)
        commands.append(Command::ToggleGroups);
    if (isGrouped())
        commands.append({Command::Acknowledge, Command::Investigate, Command::Archive, Command::Reopen,
            Command::Release, Command::Watch, Command::Unwatch, Command::NameGroup, Command::MergeGroups,
            Command::SplitGroup, Command::SortAnew, Command::OpenSample});
    else
        commands.append({Command::OpenOrder, Command::OpenTimeline, Command::CopyNumber, Command::Tags});
    if (!isGrouped() && m_edit)
        commands.append({Command::EditPayload, Command::ShowDifference});
    return commands;
}

QString TriageView::obstacle(Command command) const
{
    if (command == Command::Undo)
        return m_deeds.isEmpty() && !isActing() ? tr("There is nothing to undo.") : QString();
    if (command == Command::Tags)
        return writerObstacle(m_feed.environment().roles);
    if (isGrouped())
        return m_groups->obstacle(command);
    const auto action = ActionBar::actionOf(command == Command::MarkDuplicate ? Command::Resolve : command);
    return action ? m_actions->obstacle(*action) : QString();
}

bool TriageView::run(Command command)
{
    switch (command) {
    case Command::GoToFilter:
        Q_EMIT table()->filterFocusRequested();
        return true;
    case Command::ToggleGroups:
        if (m_groups)
            m_query.group != 0 ? leaveGroup() : setGrouped(!isGrouped());
        return m_groups;
    case Command::Undo:
        undo();
        return true;
    case Command::OpenSample:
        if (isGrouped())
            openSample();
        return isGrouped();
    default:
        return isGrouped() ? m_groups->run(command) || needsProblem(command) : runOnProblems(command);
    }
}

/// What is done with a problem opens the group, and is done with the first one in it.
bool TriageView::needsProblem(Command command)
{
    if (command != Command::EditPayload && command != Command::ShowDifference && command != Command::OpenOrder
        && command != Command::OpenTimeline && command != Command::Tags)
        return false;
    const ExceptionGroup* group = m_groups->current();
    if (!group || command == Command::Tags) { // which orders are tagged is to be chosen
        Q_EMIT notice(tr("Open the group first (Enter): this is done with one of its problems."));
        return true;
    }
    openGroup(*group);
    m_onceOpened = command;
    return true;
}

bool TriageView::runOnProblems(Command command)
{
    if (const auto action = ActionBar::actionOf(command)) {
        m_actions->trigger(*action == TriageAction::Snooze ? m_actions->snoozeOrWake() : *action);
        return true;
    }
    switch (command) {
    case Command::MarkDuplicate:
        askDuplicate();
        return true;
    case Command::Archive:
        Q_EMIT notice(tr("Groups are archived, single problems are snoozed."));
        return true;
    case Command::ChooseAllMatching:
        chooseAllMatching();
        return true;
    case Command::EditPayload:
        editPayload();
        return true;
    case Command::ShowDifference:
        m_inspector->showDifference();
        return true;
    case Command::OpenOrder:
    case Command::OpenTimeline:
        openOrder(command == Command::OpenTimeline);
        return true;
    case Command::Tags:
        askTags();
        return true;
    case Command::SortByCell:
        m_list->sortByCell();
        return true;
    case Command::CopyNumber:
        m_inspector->copyId();
        return true;
    default:
        return false;
    }
}

void TriageView::askDuplicate()
{
    if (const QString why = m_actions->obstacle(TriageAction::Resolve); !why.isEmpty()) {
        Q_EMIT notice(why);
        return;
    }
    openForm(ExceptionAction::Resolve);
    m_form->askDuplicate(int(m_chosenForForm.refs.size()));
}

void TriageView::openOrder(bool atTimeline)
{
    const Exception* current = m_list->current();
    if (current && current->orderId == 0)
        Q_EMIT notice(tr("This message belongs to no order."));
    else if (current && atTimeline)
        Q_EMIT timelineRequested(current->orderId);
    else if (current)
        Q_EMIT orderRequested(current->orderId);
}

// --- taking back

void TriageView::remember(const TriageDeed& deed)
{
    if (deed.isNothing())
        return;
    m_deeds.append(deed);
    if (m_deeds.size() > mostDeeds)
        m_deeds.removeFirst();
}

/// A note decides nothing, but makes a version.
void TriageView::keepVersions(const TriageDeed& noted)
{
    const auto keep = [](auto& refs, const auto& now) {
        for (auto& ref : refs)
            for (const auto& each : now)
                if (each.id == ref.id && each.version == ref.version + 1)
                    ref.version = each.version;
    };
    for (TriageDeed& deed : m_deeds) {
        keep(deed.exceptions, noted.exceptions);
        keep(deed.groups, noted.groups);
    }
}

bool TriageView::isActing() const
{
    return m_acting > 0 || (m_groups && m_groups->isActing());
}

/// An answer has come, and what it says has been dealt with.
void TriageView::endActing()
{
    if (isActing())
        return;
    m_undoing = {};
    if (std::exchange(m_undoWanted, false))
        undo();
}

/// What could not be taken back for want of an answer still can be.
void TriageView::keepUndoing()
{
    remember(std::exchange(m_undoing, {}));
}

void TriageView::forget(qint64 regrouping)
{
    m_deeds.removeIf([regrouping](const TriageDeed& deed) { return deed.regrouping == regrouping; });
}

void TriageView::undo()
{
    closeForm();
    if (isActing()) { // the decision that is meant may not be known yet
        m_undoWanted = true;
        return;
    }
    if (m_deeds.isEmpty()) {
        Q_EMIT notice(tr("There is nothing to undo."));
        return;
    }
    m_undoing = m_deeds.takeLast();
    if (m_undoing.regrouping != 0) {
        m_groups->undoChange(m_undoing.regrouping);
    } else if (!m_undoing.groups.isEmpty()) {
        m_groups->undo(m_undoing.groups);
    } else if (!m_undoing.tags.isEmpty()) {
        undoTags();
    } else {
        ++m_acting;
        whenFinished(m_gateway.change(ExceptionAction::Undo, m_undoing.exceptions, {}), this,
            [this](const Outcome<QList<ActionResult>>& results) {
                --m_acting;
                showResults({}, results, ExceptionAction::Undo);
                if (!results)
                    keepUndoing();
                refresh();
                endActing();
            });
    }
}
