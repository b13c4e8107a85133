// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/actionbar.h"

#include "widgets/common/flowlayout.h"
#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

Command commandOf(TriageAction action)
{
    switch (action) {
    case TriageAction::Take:
        return Command::Take;
    case TriageAction::Assign:
        return Command::Assign;
    case TriageAction::Note:
        return Command::Note;
    case TriageAction::Snooze:
    case TriageAction::Wake:
        return Command::Snooze;
    case TriageAction::Resolve:
        return Command::Resolve;
    case TriageAction::Verify:
        return Command::Verify;
    case TriageAction::Replay:
        break;
    }
    return Command::PlanReplay;
}

QString iconOf(TriageAction action)
{
    switch (action) {
    case TriageAction::Take:
        return u"take"_s;
    case TriageAction::Assign:
        return u"assign"_s;
    case TriageAction::Note:
        return u"note"_s;
    case TriageAction::Snooze:
        return u"snooze"_s;
    case TriageAction::Wake:
        return u"undo"_s;
    case TriageAction::Resolve:
        return u"check"_s;
    case TriageAction::Replay:
        return u"replay"_s;
    case TriageAction::Verify:
        return u"search"_s;
    }
    return {};
}

} // namespace

ActionBar::ActionBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"triageActions"_s);
    setAccessibleName(tr("What can be done"));
    auto* layout = new FlowLayout(this, 2, 2);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const auto& [action, name] : {std::pair{TriageAction::Take, u"actionTake"_s},
             std::pair{TriageAction::Assign, u"actionAssign"_s}, std::pair{TriageAction::Note, u"actionNote"_s},
             std::pair{TriageAction::Snooze, u"actionSnooze"_s}, std::pair{TriageAction::Resolve, u"actionResolve"_s},
             std::pair{TriageAction::Verify, u"actionVerify"_s}, std::pair{TriageAction::Replay, u"actionReplay"_s}}) {
        QToolButton* button = addButton(name);
        m_buttons.append({action, button});
        connect(button, &QToolButton::clicked, this,
            [this, wanted = action] { trigger(wanted == TriageAction::Snooze ? snoozeOrWake() : wanted); });
    }
    m_all = addButton(u"actionAll"_s);
    m_all->setText(tr("All matching", "button: choose all that match, listed or not"));
    m_all->setAccessibleName(m_all->text());
    connect(m_all, &QToolButton::clicked, this, &ActionBar::allMatchingRequested);
    connect(&theme, &Theme::changed, this, &ActionBar::dress);
    connect(&KeyMap::instance(), &KeyMap::changed, this, [this] { setChoice(m_choice); });
    dress();
    setChoice({});
}

QToolButton* ActionBar::addButton(const QString& name)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void ActionBar::show(QToolButton* button, TriageAction action)
{
    const QString obstacle = actionObstacle(action, m_choice);
    button->setText(actionTitle(action));
    button->setAccessibleName(button->text());
    button->setIcon(m_theme.icon(iconOf(action)));
    button->setEnabled(obstacle.isEmpty());
    button->setToolTip(obstacle.isEmpty() ? KeyMap::instance().hint(actionText(action), commandOf(action)) : obstacle);
    button->setAccessibleDescription(button->toolTip());
}

void ActionBar::setChoice(const TriageChoice& choice)
{
    m_choice = choice;
    m_wakes = !choice.exceptions.isEmpty()
        && std::all_of(choice.exceptions.begin(), choice.exceptions.end(),
            [](const Exception& each) { return each.state == ExceptionState::Snoozed; });
    for (const auto& [action, button] : std::as_const(m_buttons))
        show(button, action == TriageAction::Snooze ? snoozeOrWake() : action);
    m_all->setEnabled(!choice.exceptions.isEmpty());
    m_all->setToolTip(choice.exceptions.isEmpty()
            ? tr("There is nothing to choose.")
            : KeyMap::instance().hint(
                tr("Choose all that match, also those that are not listed yet"), Command::ChooseAllMatching));
}

void ActionBar::trigger(TriageAction action)
{
    const QString obstacle = actionObstacle(action, m_choice);
    if (obstacle.isEmpty())
        Q_EMIT requested(action);
    else
        Q_EMIT refused(obstacle);
}

std::optional<TriageAction> ActionBar::actionOf(Command command)
{
    for (const TriageAction action : {TriageAction::Take, TriageAction::Assign, TriageAction::Note,
             TriageAction::Snooze, TriageAction::Resolve, TriageAction::Verify, TriageAction::Replay}) {
        if (commandOf(action) == command)
            return action;
    }
    return std::nullopt;
}

QString ActionBar::obstacle(TriageAction action) const
{
    return actionObstacle(action, m_choice);
}

void ActionBar::dress()
{
    for (const auto& [action, button] : std::as_const(m_buttons))
        button->setFont(m_theme.font(FontRole::Body));
    m_all->setFont(m_theme.font(FontRole::Body));
    m_all->setIcon(m_theme.icon(u"tick"_s));
    setChoice(m_choice);
}
