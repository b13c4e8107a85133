// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/grouppane.h"

#include "models/domain/exceptionnames.h"
#include "models/domain/systemreason.h"
#include "models/domain/whenfinished.h"
#include "widgets/common/banner.h"
#include "widgets/common/flowlayout.h"
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/groupforms.h"
#include "widgets/triage/grouplist.h"
#include "widgets/triage/triageaction.h"

#include <QApplication>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

std::optional<GroupAction> stateActionOf(Command command)
{
    switch (command) {
    case Command::Acknowledge:
        return GroupAction::Acknowledge;
    case Command::Investigate:
        return GroupAction::Investigate;
    case Command::Snooze:
        return GroupAction::Wait;
    case Command::Archive:
        return GroupAction::Archive;
    case Command::Reopen:
        return GroupAction::Reopen;
    case Command::Release:
        return GroupAction::Release;
    case Command::Watch:
        return GroupAction::Watch;
    case Command::Unwatch:
        return GroupAction::Unwatch;
    case Command::NameGroup:
        return GroupAction::Rename;
    default:
        return std::nullopt;
    }
}

/// Who has done this is through with the group for now; who has taken it goes on with it.
bool movesOn(GroupAction action)
{
    switch (action) {
    case GroupAction::Acknowledge:
    case GroupAction::Wait:
    case GroupAction::Archive:
    case GroupAction::Assign:
    case GroupAction::Release:
    case GroupAction::Resolve:
        return true;
    default:
        return false;
    }
}

bool rests(const ExceptionGroup& group)
{
    return group.state == GroupState::Waiting || group.state == GroupState::Archived
        || group.state == GroupState::Resolved;
}

/// What was done, as it is now: every decision makes a version.
QList<GroupRef> changedOnes(const QList<GroupRef>& asked, const QList<GroupActionResult>& results)
{
    QList<GroupRef> changed;
    for (const GroupRef& group : asked) {
        const bool done = std::ranges::any_of(
            results, [&group](const GroupActionResult& result) { return result.id == group.id && result.done; });
        if (done)
            changed.append({group.id, group.version + 1});
    }
    return changed;
}

QString nameOf(qint64 id, const QList<ExceptionGroup>& groups)
{
    const auto found = std::ranges::find(groups, id, &ExceptionGroup::id);
    return found == groups.end() ? QString::number(id) : groupTitle(*found);
}

} // namespace

GroupPane::GroupPane(
    GroupSource& source, GroupGateway& gateway, const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_theme(theme)
    , m_model(source, clock)
    , m_states(new QMenu(this))
    , m_forms(new GroupForms(clock, theme, this))
    , m_result(new Banner(theme, this))
    , m_list(new GroupList(m_model, theme, this))
{
    setObjectName(u"groupPane"_s);
    m_result->setObjectName(u"groupResult"_s);
    auto* bar = new QWidget(this);
    bar->setObjectName(u"groupActions"_s);
    bar->setAccessibleName(tr("What can be done with groups"));
    auto* buttons = new FlowLayout(bar, 2, 2);
    buttons->setContentsMargins(0, 0, 0, 0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 8);
    head->addWidget(bar);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_forms);
    layout->addWidget(m_result);
    layout->addWidget(m_list, 1);
    addButton(Deed::Take, u"groupTake"_s, tr("Take", "button: a group becomes mine"), u"take"_s,
        tr("Make it yours, with all that is in it"));
    addButton(Deed::Assign, u"groupAssign"_s, tr("Assign", "button"), u"assign"_s, tr("Give it to somebody"));
    addButton(Deed::Note, u"groupNoteButton"_s, tr("Note", "button: write a note"), u"note"_s,
        tr("Write down what you found out"));
    addButton(Deed::State, u"groupState"_s, tr("State", "button: of a group"), u"progress"_s,
        tr("Acknowledge, investigate, wait, archive or reopen"));
    addButton(Deed::Merge, u"groupMerge"_s, tr("Merge", "button: make one group of several"), u"reserved"_s,
        tr("Make one group of those that are selected, now and for what comes later"));
    addButton(Deed::Split, u"groupSplit"_s, tr("Split", "button: part of a group becomes its own"), u"routed"_s,
        tr("Make a group of its own of a part"));
    addButton(Deed::Resolve, u"groupResolve"_s, tr("Resolve", "button"), u"check"_s,
        tr("They are no problem any more: say why. They will not be sent again."));
    addButton(Deed::Verify, u"groupVerify"_s, tr("Verify", "button: ask the target whether it is there"), u"search"_s,
        tr("Ask the targets whether they have them. Nothing is sent."));
    addButton(Deed::Replay, u"groupReplay"_s, tr("Replay", "button: plan to send again"), u"replay"_s,
        tr("Plan to send all of them again. Nothing is sent before you start the plan."));
    for (const auto& [deed, button, icon, tip] : std::as_const(m_buttons))
        buttons->addWidget(button);
    buildStates();
    connect(m_list, &GroupList::filterToBeCleared, this, &GroupPane::filterToBeCleared);
    connect(m_list, &GroupList::notice, this, &GroupPane::notice);
    connect(m_list, &GroupList::choiceChanged, this, &GroupPane::showChoice);
    connect(m_list->table(), &TableView::rowActivated, this, [this] {
        if (current())
            Q_EMIT opened(*current());
    });
    connect(m_forms, &GroupForms::dismissed, this, &GroupPane::closeForm);
    connect(m_forms, &GroupForms::decided, this, [this](GroupAction action, GroupActionDetails details) {
        details.asOf = m_model.asOf(); // what came since nobody has seen
        const QList<ExceptionGroup> groups = m_forms->groups();
        closeForm();
        if (action == GroupAction::Resolve && !m_model.query().isEverythingOpen()) {
            Q_EMIT resolveMatchingRequested(groups, details);
            QList<qint64> ids;
            for (const ExceptionGroup& group : groups)
                ids.append(group.id);
            m_list->moveOn(ids);
        } else {
            act(action, groups, details);
        }
    });
    connect(m_forms, &GroupForms::splitDecided, this, [this](const QString& field, const QString& value) {
        const qint64 id = m_forms->groups().constFirst().id;
        closeForm();
        regroup(
            m_gateway.split(id, field, value), KeyMap::instance().hint(tr("Split. It can be undone."), Command::Undo));
    });
    connect(m_result, &Banner::actionRequested, m_result, &Banner::clear);
    connect(&theme, &Theme::changed, this, &GroupPane::dress);
    connect(&KeyMap::instance(), &KeyMap::changed, this, &GroupPane::showChoice);
    dress();
}

GroupPane::~GroupPane()
{
    delete m_list; // it looks at the model: it goes first
}

void GroupPane::addButton(Deed deed, const QString& name, const QString& text, const QString& icon, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    const bool rare = deed == Deed::Merge || deed == Deed::Split; // all fit one line then
    button->setToolButtonStyle(rare ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    if (deed == Deed::State) {
        button->setMenu(m_states);
        button->setPopupMode(QToolButton::InstantPopup);
    } else {
        connect(button, &QToolButton::clicked, this, [this, deed] { trigger(deed); });
    }
    m_buttons.append({deed, button, icon, tip});
}

void GroupPane::buildStates()
{
    m_states->setToolTipsVisible(true);
    const auto add = [this](const QString& name, const QString& text, Command command) {
        QAction* action = m_states->addAction(text, this, [this, command] { run(command); });
        action->setObjectName(name);
        action->setData(int(command));
    };
    add(u"groupAcknowledge"_s, tr("Acknowledge: we know of it"), Command::Acknowledge);
    add(u"groupInvestigate"_s, tr("Investigate: somebody looks into it"), Command::Investigate);
    add(u"groupWait"_s, tr("Wait for somebody\u2026"), Command::Snooze);
    add(u"groupArchive"_s, tr("Archive until\u2026"), Command::Archive);
    add(u"groupReopen"_s, tr("Take up again"), Command::Reopen);
    m_states->addSeparator();
    add(u"groupWatch"_s, tr("Watch"), Command::Watch);
    add(u"groupUnwatch"_s, tr("Stop watching"), Command::Unwatch);
    add(u"groupRelease"_s, tr("Back to the team"), Command::Release);
    add(u"groupRename"_s, tr("Name it\u2026"), Command::NameGroup);
}

// --- asking and showing

void GroupPane::ask(const ExceptionQuery& query)
{
    closeForm();
    m_result->clear();
    m_model.ask(query);
}

void GroupPane::refresh()
{
    m_model.refresh();
}

void GroupPane::tick()
{
    m_list->tick();
}

void GroupPane::setDisconnected(bool disconnected)
{
    m_list->setDisconnected(disconnected);
}

void GroupPane::setRoles(const QStringList& roles)
{
    m_roles = roles;
    showChoice();
}

void GroupPane::focusInside()
{
    m_list->focusTable();
}

const ExceptionGroup* GroupPane::current() const
{
    return m_list->current();
}

QList<ExceptionGroup> GroupPane::chosen() const
{
    return m_list->chosen();
}

TableView* GroupPane::table() const
{
    return m_list->table();
}

QByteArray GroupPane::saveColumns() const
{
    return table()->saveColumns();
}

void GroupPane::restoreColumns(const QByteArray& state)
{
    m_list->restoreColumns(state);
}

void GroupPane::setOrder(const ProblemOrder& order)
{
    m_list->setOrder(order);
}

bool GroupPane::isSettled() const
{
    return m_acting == 0 && m_list->isSettled();
}

void GroupPane::setDetail(const GroupDetail& detail)
{
    m_detail = detail;
    showChoice();
}

void GroupPane::showChoice()
{
    for (const auto& [deed, button, icon, tip] : std::as_const(m_buttons)) {
        const QString why = obstacle(deed);
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? hint(deed, tip) : why);
        button->setAccessibleDescription(button->toolTip());
    }
    showStates();
    Q_EMIT choiceChanged();
}

void GroupPane::showStates()
{
    for (QAction* action : m_states->actions()) {
        if (action->isSeparator())
            continue;
        const auto command = Command(action->data().toInt());
        const QString why = obstacle(command);
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? KeyMap::instance().hint(textOf(command), command) : why);
    }
}

QString GroupPane::hint(Deed deed, const QString& tip)
{
    for (const Command command : allCommands()) {
        if (deed != Deed::State && command != Command::MarkDuplicate && deedOf(command) == deed)
            return KeyMap::instance().hint(tip, command);
    }
    return tip;
}

QString GroupPane::obstacle(Deed deed) const
{
    const QList<ExceptionGroup> groups = m_list->chosen();
    if (groups.isEmpty())
        return tr("Choose a group first.");
    const bool plans = deed == Deed::Replay || deed == Deed::Verify;
    if (m_roles.contains(u"bundle"_s) || (deed != Deed::Note && deed != Deed::State && !plans)) {
        if (QString why = roleObstacle(m_roles); !why.isEmpty())
            return why;
    }
    if (deed == Deed::Merge && groups.size() < 2)
        return tr("Merging takes two groups: choose them with Space.");
    if (deed == Deed::Split && groups.size() > 1)
        return tr("One group at a time is split.");
    if (plans && std::ranges::all_of(groups, [](const ExceptionGroup& group) { return !hasMessage(group.kind); }))
        return deed == Deed::Verify ? tr("Nothing was sent here that a target could have.")
                                    : tr("Nothing of ours has failed here: there is no message to send again.");
    return {};
}

// --- doing

void GroupPane::trigger(Deed deed)
{
    if (QString why = obstacle(deed); !why.isEmpty()) {
        Q_EMIT notice(why);
        return;
    }
    switch (deed) {
    case Deed::Take:
        act(GroupAction::Take, m_list->chosen(), {});
        break;
    case Deed::Assign:
        openForm(GroupAction::Assign);
        break;
    case Deed::Note:
        openForm(GroupAction::Note);
        break;
    case Deed::Merge:
        mergeChosen();
        break;
    case Deed::Split:
        askSplit();
        break;
    case Deed::Resolve:
        openForm(GroupAction::Resolve);
        break;
    case Deed::Verify:
        Q_EMIT verifyRequested(m_list->chosen());
        break;
    case Deed::Replay:
        Q_EMIT replayRequested(m_list->chosen());
        break;
    case Deed::State:
        break;
    }
}

void GroupPane::openForm(GroupAction action)
{
    m_result->clear();
    QStringList people;
    for (const GroupLine& line : m_model.rows()) {
        if (!line.group.owner.isEmpty() && !people.contains(line.group.owner))
            people.append(line.group.owner);
    }
    people.sort();
    const QList<ExceptionGroup> groups = m_list->chosen();
    if (!groups.isEmpty())
        m_forms->ask(action, groups, people, !m_model.query().isEverythingOpen());
}

void GroupPane::closeForm()
{
    if (m_forms->isHidden())
        return;
    const bool hadFocus = m_forms->isAncestorOf(QApplication::focusWidget());
    m_forms->hide();
    if (hadFocus)
        focusInside();
}

void GroupPane::act(GroupAction action, const QList<ExceptionGroup>& groups, const GroupActionDetails& details)
{
    m_result->clear();
    QList<GroupRef> refs;
    m_actedOn = groups;
    for (const ExceptionGroup& group : groups)
        refs.append({group.id, group.version});
    if (refs.isEmpty())
        return;
    ++m_acting;
    whenFinished(m_gateway.changeGroups(action, refs, details), this,
        [this, action, refs](const Outcome<QList<GroupActionResult>>& results) {
            --m_acting;
            showResults(results, action);
            if (results && action == GroupAction::Note)
                Q_EMIT noted(changedOnes(refs, results.value()));
            else if (results)
                Q_EMIT decided(changedOnes(refs, results.value()));
            refresh();
            Q_EMIT changed();
        });
    if (movesOn(action)) { // the next one, without waiting for the answer
        QList<qint64> ids;
        for (const GroupRef& group : refs)
            ids.append(group.id);
        m_list->moveOn(ids);
    }
}

void GroupPane::showResults(const Outcome<QList<GroupActionResult>>& results, GroupAction action)
{
    if (!results) {
        const bool inDoubt = results.error().kind == Failure::InDoubt;
        showProblem(inDoubt ? Tone::Warning : Tone::Bad,
            inDoubt ? tr("The answer was lost: it may have been done. Look at the list before you do it again.")
                    : tr("Nothing was changed: %1").arg(systemReason(results.error().text)));
        return;
    }
    qint64 resolved = 0;
    int done = 0;
    QStringList refused;
    for (const GroupActionResult& result : results.value()) {
        resolved += result.resolved;
        done += result.done ? 1 : 0;
        if (!result.done)
            refused.append(u"%1: %2"_s.arg(nameOf(result.id, m_actedOn), systemReason(result.why)));
    }
    const QString told = action == GroupAction::Resolve ? tr("%Ln problem(s) resolved.", nullptr, int(resolved))
        : action == GroupAction::Note                   ? tr("Note saved.")
        : action == GroupAction::Undo                   ? tr("Undone.")
                                                        : tr("%Ln done.", "groups that were dealt with", done);
    if (refused.isEmpty())
        Q_EMIT notice(told);
    else
        showProblem(Tone::Warning, QString(told + u' ' + refused.join(u"; "_s)));
}

void GroupPane::showProblem(Tone tone, const QString& text)
{
    m_result->setMessage(tone, u"alert"_s, text, tr("Close", "button: I have read it"));
}

void GroupPane::regroup(const QFuture<Outcome<Regrouping>>& future, const QString& done, bool undoing)
{
    m_result->clear();
    ++m_acting;
    whenFinished(future, this, [this, done, undoing](const Outcome<Regrouping>& outcome) {
        --m_acting;
        if (outcome) {
            Q_EMIT notice(done);
            undoing ? Q_EMIT undone(outcome.value().change) : Q_EMIT regrouped(outcome.value().change);
        } else {
            showProblem(Tone::Bad, systemReason(outcome.error().text));
            if (undoing)
                Q_EMIT notUndone();
        }
        table()->clearMarks();
        m_model.ask(m_model.query());
        Q_EMIT changed();
    });
}

void GroupPane::mergeChosen()
{
    const QList<ExceptionGroup> groups = m_list->chosen();
    QList<qint64> ids;
    for (const ExceptionGroup& group : groups)
        ids.append(group.id);
    const auto into = std::ranges::min_element(groups, {}, [now = m_model.asOf()](const ExceptionGroup& group) {
        return std::tuple(timeLeft(group.dueAt, now), -group.share, -group.count, group.id); // as groupOrderText() says
    });
    regroup(m_gateway.merge(ids, into->id), KeyMap::instance().hint(tr("Merged. It can be undone."), Command::Undo));
}

void GroupPane::askSplit()
{
    const ExceptionGroup group = m_list->chosen().constFirst();
    const bool known = m_detail && m_detail->group.id == group.id;
    m_forms->askSplit(group, known ? m_detail->facets : QList<GroupFacet>());
}

void GroupPane::undoChange(qint64 change)
{
    regroup(m_gateway.undo(change), tr("Undone."), true);
}

void GroupPane::undo(const QList<GroupRef>& groups)
{
    m_result->clear();
    ++m_acting;
    whenFinished(m_gateway.changeGroups(GroupAction::Undo, groups, {}), this,
        [this](const Outcome<QList<GroupActionResult>>& results) {
            --m_acting;
            showResults(results, GroupAction::Undo);
            if (!results)
                Q_EMIT notUndone();
            refresh();
            Q_EMIT changed();
        });
}

std::optional<GroupPane::Deed> GroupPane::deedOf(Command command)
{
    switch (command) {
    case Command::Take:
        return Deed::Take;
    case Command::Assign:
        return Deed::Assign;
    case Command::Note:
        return Deed::Note;
    case Command::Resolve:
    case Command::MarkDuplicate:
        return Deed::Resolve;
    case Command::Verify:
        return Deed::Verify;
    case Command::PlanReplay:
        return Deed::Replay;
    case Command::MergeGroups:
        return Deed::Merge;
    case Command::SplitGroup:
        return Deed::Split;
    default:
        return stateActionOf(command) ? std::optional(Deed::State) : std::nullopt;
    }
}

QString GroupPane::obstacle(Command command) const
{
    const auto deed = deedOf(command);
    if (!deed)
        return {};
    if (QString why = obstacle(*deed); !why.isEmpty() || deed != Deed::State)
        return why;
    if (command == Command::Watch || command == Command::Unwatch) // everybody may: see may_not in the database
        return {};
    if (QString why = roleObstacle(m_roles); !why.isEmpty())
        return why;
    const QList<ExceptionGroup> groups = m_list->chosen();
    if (command == Command::Reopen && std::ranges::none_of(groups, rests))
        return tr("It is open already.");
    if (command == Command::NameGroup && groups.size() > 1)
        return tr("One group at a time is named.");
    return {};
}

bool GroupPane::run(Command command)
{
    if (m_forms->isAncestorOf(QApplication::focusWidget()))
        return false; // the form is asking
    const auto deed = deedOf(command);
    if (!deed && command != Command::SortAnew && command != Command::SortByCell
        && command != Command::ChooseAllMatching)
        return false;
    if (QString why = obstacle(command); !why.isEmpty())
        Q_EMIT notice(why);
    else if (command == Command::MarkDuplicate)
        askDuplicate();
    else if (deed == Deed::State)
        changeState(command);
    else if (command == Command::SortAnew)
        m_model.ask(m_model.query());
    else if (command == Command::SortByCell)
        m_list->sortByCell();
    else if (command == Command::ChooseAllMatching)
        chooseAll();
    else
        trigger(*deed);
    return true;
}

void GroupPane::changeState(Command command)
{
    const GroupAction action = *stateActionOf(command);
    if (action == GroupAction::Wait || action == GroupAction::Archive || action == GroupAction::Rename)
        openForm(action);
    else
        act(action, m_list->chosen(), {});
}

void GroupPane::askDuplicate()
{
    openForm(GroupAction::Resolve);
    m_forms->suggest(Resolution::Duplicate);
}

void GroupPane::chooseAll()
{
    table()->selectAll();
    const int count = m_model.rowCount();
    Q_EMIT notice(m_model.hasMore() ? tr("The first %Ln groups are chosen; more match.", nullptr, count)
                                    : tr("All %Ln groups that match are chosen.", nullptr, count));
}

void GroupPane::dress()
{
    for (const auto& [deed, button, icon, tip] : std::as_const(m_buttons)) {
        button->setFont(m_theme.font(FontRole::Body));
        button->setIcon(m_theme.icon(icon));
    }
}
