// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/command.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct CommandRow
{
    Command command;
    CommandScope scope;
    const char* name;
    const char* text;
    const char* keys; ///< as QKeySequence::fromString() reads them, several by "; "
};

constexpr auto inWindow = CommandScope::Window;
constexpr auto inList = CommandScope::List;
constexpr auto inTriage = CommandScope::Triage;
constexpr auto inOperation = CommandScope::Operation;
constexpr auto inOrder = CommandScope::Order;

constexpr std::array commandRows = {
    CommandRow{
        Command::GoToTriage, inWindow, "go.triage", QT_TRANSLATE_NOOP("Commands", "Go to triage"), "Ctrl+1; G, T"},
    CommandRow{
        Command::GoToOrders, inWindow, "go.orders", QT_TRANSLATE_NOOP("Commands", "Go to orders"), "Ctrl+2; G, O"},
    CommandRow{Command::GoToOperations, inWindow, "go.operations", QT_TRANSLATE_NOOP("Commands", "Go to operations"),
        "Ctrl+3; G, P"},
    CommandRow{
        Command::GoToHealth, inWindow, "go.health", QT_TRANSLATE_NOOP("Commands", "Go to health"), "Ctrl+4; G, H"},
    CommandRow{Command::GoToRules, inWindow, "go.rules", QT_TRANSLATE_NOOP("Commands", "Go to rules and targets"),
        "Ctrl+5; G, R"},
    CommandRow{
        Command::Search, inWindow, "search", QT_TRANSLATE_NOOP("Commands", "Search orders and commands"), "Ctrl+K"},
    CommandRow{Command::FilterOrders, inWindow, "filter", QT_TRANSLATE_NOOP("Commands", "Filter the orders"), "Ctrl+F"},
    CommandRow{Command::Refresh, inWindow, "refresh", QT_TRANSLATE_NOOP("Commands", "Refresh"), "F5"},
    CommandRow{
        Command::Handover, inWindow, "handover", QT_TRANSLATE_NOOP("Commands", "Handover report"), "Ctrl+Shift+H"},
    CommandRow{Command::SaveBundle, inWindow, "bundle",
        QT_TRANSLATE_NOOP("Commands", "Incident bundle of what is chosen"), "Ctrl+Shift+B"},
    CommandRow{Command::ToggleTheme, inWindow, "theme", QT_TRANSLATE_NOOP("Commands", "Switch between light and dark"),
        "Ctrl+Shift+L"},
    CommandRow{Command::ResetLayout, inWindow, "layout.reset", QT_TRANSLATE_NOOP("Commands", "Reset the layout"), ""},
    CommandRow{Command::OpenMenu, inWindow, "menu", QT_TRANSLATE_NOOP("Commands", "Open the menu"), "F10"},
    CommandRow{Command::ShowKeys, inWindow, "keys", QT_TRANSLATE_NOOP("Commands", "Show all keys"), "?"},
    CommandRow{Command::ChangeKeys, inWindow, "keys.change", QT_TRANSLATE_NOOP("Commands", "Change keys"), ""},
    CommandRow{Command::Quit, inWindow, "quit", QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q"},
    CommandRow{Command::NextRow, inList, "list.next", QT_TRANSLATE_NOOP("Commands", "Next row (Shift extends)"), "J"},
    CommandRow{Command::PreviousRow, inList, "list.previous",
        QT_TRANSLATE_NOOP("Commands", "Previous row (Shift extends)"), "K"},
    CommandRow{Command::GoToFilter, inList, "list.filter", QT_TRANSLATE_NOOP("Commands", "Go to the filter"), "/"},
    CommandRow{Command::FilterByCell, inList, "list.cell",
        QT_TRANSLATE_NOOP("Commands", "Filter by the cell, again to take it out"), "F"},
    CommandRow{Command::CopyNumber, inList, "list.copy", QT_TRANSLATE_NOOP("Commands", "Copy the number"), "Y"},
    CommandRow{Command::OpenOrder, inList, "list.order", QT_TRANSLATE_NOOP("Commands", "Open the order"), "O"},
    CommandRow{Command::OpenTimeline, inList, "list.timeline",
        QT_TRANSLATE_NOOP("Commands", "Open the order at its timeline"), "T"},
    CommandRow{Command::Tags, inList, "list.tags", QT_TRANSLATE_NOOP("Commands", "Tags of the order"), "L"},
    CommandRow{Command::ShowNew, inOrder, "list.new", QT_TRANSLATE_NOOP("Commands", "Show new orders"), "N"},
    CommandRow{Command::Take, inTriage, "triage.take", QT_TRANSLATE_NOOP("Commands", "Take: it becomes yours"), "1; I"},
    CommandRow{Command::MarkDuplicate, inTriage, "triage.duplicate",
        QT_TRANSLATE_NOOP("Commands", "Resolve as a duplicate"), "2"},
    CommandRow{Command::Archive, inTriage, "triage.archive",
        QT_TRANSLATE_NOOP("Commands", "Archive a group until a time or a number"), "3"},
    CommandRow{Command::Snooze, inTriage, "triage.snooze",
        QT_TRANSLATE_NOOP("Commands", "Snooze, wake; a group: wait for somebody"), "H"},
    CommandRow{Command::Assign, inTriage, "triage.assign", QT_TRANSLATE_NOOP("Commands", "Assign"), "A"},
    CommandRow{Command::Note, inTriage, "triage.note", QT_TRANSLATE_NOOP("Commands", "Write a note"), "N"},
    CommandRow{Command::Resolve, inTriage, "triage.resolve", QT_TRANSLATE_NOOP("Commands", "Resolve"), "E"},
    CommandRow{Command::PlanReplay, inTriage, "triage.replay", QT_TRANSLATE_NOOP("Commands", "Plan a replay"), "R"},
    CommandRow{Command::Verify, inTriage, "triage.verify",
        QT_TRANSLATE_NOOP("Commands", "Ask the targets whether they have it; nothing is sent"), "P"},
    CommandRow{Command::EditPayload, inTriage, "triage.edit",
        QT_TRANSLATE_NOOP("Commands", "Edit what is sent, then plan a replay"), "Shift+R"},
    CommandRow{Command::ShowDifference, inTriage, "triage.difference",
        QT_TRANSLATE_NOOP("Commands", "What is different, and what helped before"), "D"},
    CommandRow{Command::ChooseAllMatching, inTriage, "triage.all",
        QT_TRANSLATE_NOOP("Commands", "Choose all that match"), "Ctrl+Shift+A"},
    CommandRow{Command::Undo, inTriage, "triage.undo", QT_TRANSLATE_NOOP("Commands", "Undo the last decision"), "Z"},
    CommandRow{Command::ToggleGroups, inTriage, "triage.groups",
        QT_TRANSLATE_NOOP("Commands", "By cause, or each problem by itself"), "V"},
    CommandRow{Command::MergeGroups, inTriage, "triage.merge", QT_TRANSLATE_NOOP("Commands", "Merge groups"), "M"},
    CommandRow{Command::SplitGroup, inTriage, "triage.split", QT_TRANSLATE_NOOP("Commands", "Split a group"), "X"},
    CommandRow{Command::Acknowledge, inTriage, "triage.acknowledge",
        QT_TRANSLATE_NOOP("Commands", "Acknowledge a group: we know of it"), ""},
    CommandRow{Command::Investigate, inTriage, "triage.investigate",
        QT_TRANSLATE_NOOP("Commands", "Investigate a group: somebody looks into it"), ""},
    CommandRow{Command::Reopen, inTriage, "triage.reopen", QT_TRANSLATE_NOOP("Commands", "Take a group up again"), ""},
    CommandRow{Command::Release, inTriage, "triage.release",
        QT_TRANSLATE_NOOP("Commands", "Give a group back to the team"), ""},
    CommandRow{Command::Watch, inTriage, "triage.watch", QT_TRANSLATE_NOOP("Commands", "Watch a group"), ""},
    CommandRow{
        Command::Unwatch, inTriage, "triage.unwatch", QT_TRANSLATE_NOOP("Commands", "Stop watching a group"), ""},
    CommandRow{Command::NameGroup, inTriage, "triage.name", QT_TRANSLATE_NOOP("Commands", "Name a group"), ""},
    CommandRow{Command::SortAnew, inTriage, "triage.sort", QT_TRANSLATE_NOOP("Commands", "Sort the groups anew"), "S"},
    CommandRow{Command::SortByCell, inTriage, "triage.sortby",
        QT_TRANSLATE_NOOP("Commands", "Sort by the column of the cursor, again the other way, then as usual"),
        "Shift+S"},
    CommandRow{Command::OpenSample, inTriage, "triage.sample",
        QT_TRANSLATE_NOOP("Commands", "Open the newest problem of a group"), "Shift+O"},
    CommandRow{
        Command::PauseOperation, inOperation, "operation.pause", QT_TRANSLATE_NOOP("Commands", "Pause, go on"), "P"},
    CommandRow{Command::CancelOperation, inOperation, "operation.cancel",
        QT_TRANSLATE_NOOP("Commands", "Cancel the rest"), "X"},
    CommandRow{Command::ApproveOperation, inOperation, "operation.approve",
        QT_TRANSLATE_NOOP("Commands", "Approve or reject"), "A"},
};

const CommandRow& rowOf(Command command)
{
    return *std::ranges::find(commandRows, command, &CommandRow::command);
}

} // namespace

const QList<Command>& allCommands()
{
    static const QList<Command> all = [] {
        QList<Command> commands;
        for (const CommandRow& row : commandRows)
            commands.append(row.command);
        return commands;
    }();
    return all;
}

CommandScope scopeOf(Command command)
{
    return rowOf(command).scope;
}

QString nameOf(Command command)
{
    return QString::fromLatin1(rowOf(command).name);
}

QString textOf(Command command)
{
    return QCoreApplication::translate("Commands", rowOf(command).text);
}

QString titleOf(CommandScope scope)
{
    switch (scope) {
    case CommandScope::Window:
        return QCoreApplication::translate("Commands", "Everywhere");
    case CommandScope::List:
        return QCoreApplication::translate("Commands", "In a list");
    case CommandScope::Triage:
        return QCoreApplication::translate("Commands", "In triage");
    case CommandScope::Operation:
        return QCoreApplication::translate("Commands", "In an operation");
    case CommandScope::Order:
        return QCoreApplication::translate("Commands", "In orders");
    }
    return {};
}

QList<QKeySequence> defaultKeysOf(Command command)
{
    return keysFromText(QString::fromLatin1(rowOf(command).keys));
}

QList<QKeySequence> keysFromText(const QString& text)
{
    QList<QKeySequence> keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    keys.removeIf([](const QKeySequence& each) { return each.isEmpty(); });
    return keys;
}
