// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <array>

/// What a person can do by a key, in the order of the sheet of keys. Enter, Esc, Space, Tab and the arrows mean the
/// same everywhere and are none of these.
enum class Command {
    GoToTriage,
    GoToOrders,
    GoToOperations,
    GoToHealth,
    GoToRules,
    Search,
    FilterOrders,
    Refresh,
    Handover,
    SaveBundle,
    ToggleTheme,
    ResetLayout,
    OpenMenu,
    ShowKeys,
    ChangeKeys,
    Quit,
    NextRow,
    PreviousRow,
    GoToFilter,
    FilterByCell,
    CopyNumber,
    OpenOrder,
    OpenTimeline,
    Tags,
    ShowNew,
    Take,
    MarkDuplicate,
    Archive,
    Snooze,
    Assign,
    Note,
    Resolve,
    PlanReplay,
    Verify,
    EditPayload,
    ShowDifference,
    ChooseAllMatching,
    Undo,
    ToggleGroups,
    MergeGroups,
    SplitGroup,
    Acknowledge,
    Investigate,
    Reopen,
    Release,
    Watch,
    Unwatch,
    NameGroup,
    SortAnew,
    SortByCell,
    OpenSample,
    PauseOperation,
    CancelOperation,
    ApproveOperation,
};

/// Where a command's keys count: anywhere in the window, in every list, or on one screen only.
enum class CommandScope { Window, List, Triage, Operation, Order };

inline constexpr std::array commandScopes
    = {CommandScope::Window, CommandScope::List, CommandScope::Triage, CommandScope::Operation, CommandScope::Order};

/// All commands, each once.
const QList<Command>& allCommands();
CommandScope scopeOf(Command command);
/// The name in the settings, such as "triage.take". Never translated, never changed.
QString nameOf(Command command);
/// What it does, in few words. Translated.
QString textOf(Command command);
/// The heading over the commands of a scope. Translated.
QString titleOf(CommandScope scope);
/// The keys of somebody who has changed nothing.
QList<QKeySequence> defaultKeysOf(Command command);
/// "Ctrl+1; G, T" as keys; nothing where there are none.
QList<QKeySequence> keysFromText(const QString& text);
