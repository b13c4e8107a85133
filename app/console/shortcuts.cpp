// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/shortcuts.h"

#include "widgets/common/keymap.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString phrase(const char* text)
{
    return QCoreApplication::translate("Shortcuts", text);
}

/// "G, T" as one cap beside "Ctrl+1": the sheet parts caps by spaces.
QString capsOf(const QList<QKeySequence>& keys)
{
    QStringList caps;
    for (const QKeySequence& each : keys)
        caps.append(each.toString(QKeySequence::NativeText).remove(u' '));
    return caps.join(u' ');
}

/// A key that cannot be changed, as it is called in the person's language.
QString cap(const QString& key)
{
    return capsOf({QKeySequence(key, QKeySequence::PortableText)});
}

ShortcutGroup groupOf(CommandScope scope)
{
    ShortcutGroup group{titleOf(scope), {}};
    for (const Command command : allCommands()) {
        const auto keys = KeyMap::instance().keys(command);
        if (scopeOf(command) == scope && !keys.isEmpty())
            group.lines.append({capsOf(keys), textOf(command)});
    }
    return group;
}

} // namespace

QList<ShortcutGroup> consoleShortcuts()
{
    QList<ShortcutGroup> groups;
    for (const CommandScope scope : {CommandScope::Triage, CommandScope::Window, CommandScope::List})
        groups.append(groupOf(scope));
    groups.append({phrase(QT_TRANSLATE_NOOP("Shortcuts", "The same everywhere")),
        {
            {cap(u"Enter"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Open"))},
            {cap(u"Esc"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Back to the same row"))},
            {cap(u"Space"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Mark; Esc takes the marks back"))},
            {cap(u"Ctrl+Enter"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Confirm a plan or a decision"))},
            {cap(u"Ctrl+C"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Copy the selected rows"))},
            {cap(u"Ctrl+V"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Filter by pasted order numbers"))},
        }});
    groups.append(groupOf(CommandScope::Operation));
    groups.append(groupOf(CommandScope::Order));
    groups.append({phrase(QT_TRANSLATE_NOOP("Shortcuts", "In the filter")),
        {
            {cap(u"Tab"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Complete"))},
            {u"\u2193"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "What you looked for last"))},
            {cap(u"Ctrl+Space"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "What could come next"))},
            {cap(u"Enter"_s), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Go on in the list"))},
        }});
    groups.append({phrase(QT_TRANSLATE_NOOP("Shortcuts", "In the timeline of an order")),
        {
            {u"\u2190 \u2192 \u2191 \u2193"_s, phrase(QT_TRANSLATE_NOOP("Shortcuts", "From step to step"))},
            {QString(cap(u"Ctrl++"_s) + u' ' + cap(u"Ctrl+-"_s)), phrase(QT_TRANSLATE_NOOP("Shortcuts", "Zoom"))},
        }});
    return groups;
}
