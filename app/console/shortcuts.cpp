// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/shortcuts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString phrase(const char* text)
{
    return QCoreApplication::translate("Shortcuts", text);
}

} // namespace

QList<ShortcutGroup> consoleShortcuts()
{
    return {
        {phrase(QT_TRANSLATE_NOOP("Shortcuts", "Everywhere")),
            {
                {u"Ctrl+K"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Search orders and commands"))},
                {u"Ctrl+1 \u2026 5"_s,
                    phrase(QT_TRANSLATE_NOOP("Shortcuts", "Triage, orders, operations, health, rules"))},
                {u"G T O P H R"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "G, then a letter: the same"))},
                {u"F5"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Refresh"))},
                {u"Ctrl+Shift+L"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Light or dark"))},
                {u"F10"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Menu"))},
                {u"?"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "This sheet"))},
                {u"Ctrl+Q"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Quit"))},
            }},
        {phrase(QT_TRANSLATE_NOOP("Shortcuts", "In a list")),
            {
                {u"J K"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Next, previous (Shift extends)"))},
                {u"Enter"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Open"))},
                {u"Esc"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Back to the same row"))},
                {u"F"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Filter by the cell, again to take it out"))},
                {u"/"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Go to the filter"))},
                {u"Y"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Copy the number"))},
                {u"Ctrl+C"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Copy the selected rows"))},
                {u"Ctrl+V"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Filter by pasted order numbers"))},
                {u"N"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Show new orders"))},
            }},
        {phrase(QT_TRANSLATE_NOOP("Shortcuts", "In triage")),
            {
                {u"I"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Take: it becomes yours"))},
                {u"A N H"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Assign, note, snooze"))},
                {u"E"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Resolve"))},
                {u"R"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Plan a replay; Ctrl+Enter starts it"))},
                {u"V"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "By cause, or each problem by itself"))},
                {u"1 3 H"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "A group: take, archive, wait for somebody"))},
                {u"M X Z"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Groups: merge, split, undo that"))},
                {u"S"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Groups: sort anew"))},
                {u"Shift+R"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Edit what is sent, then plan a replay"))},
                {u"D"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "What is different, and what helped before"))},
                {u"Space"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Mark; Esc takes the marks back"))},
                {u"Ctrl+Shift+A"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "All that match"))},
                {u"O"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Open the order"))},
                {u"P X"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "In an operation: pause, cancel the rest"))},
            }},
        {phrase(QT_TRANSLATE_NOOP("Shortcuts", "In the filter")),
            {
                {u"Tab"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Complete"))},
                {u"\u2193"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "What you looked for last"))},
                {u"Ctrl+Space"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "What could come next"))},
                {u"Enter"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Go on in the list"))},
            }},
        {phrase(QT_TRANSLATE_NOOP("Shortcuts", "In the timeline of an order")),
            {
                {u"\u2190 \u2192 \u2191 \u2193"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "From step to step"))},
                {u"Ctrl++ Ctrl+-"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Zoom"))},
                {u"Esc"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "Back to the list"))},
            }},
    };
}
