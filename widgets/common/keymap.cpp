// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/keymap.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool meetSomewhere(CommandScope a, CommandScope b)
{
    const auto isWide = [](CommandScope scope) { return scope == CommandScope::Window || scope == CommandScope::List; };
    return a == b || isWide(a) || isWide(b);
}

/// One is the other or its beginning: pressing both is not possible.
bool overlap(const QKeySequence& a, const QKeySequence& b)
{
    return !a.isEmpty() && !b.isEmpty()
        && (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

bool isPressed(const QKeySequence& keys, const QKeyEvent& event)
{
    if (keys.count() != 1)
        return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (keys[0] == QKeyCombination(modifiers, Qt::Key(event.key())))
        return true;
    // a sign such as "/" takes Shift on many keyboards
    const bool isSign = event.text().size() == 1 && event.text().at(0).isPrint() && !event.text().at(0).isLetter();
    return isSign && keys[0] == QKeyCombination(modifiers & ~Qt::ShiftModifier, Qt::Key(event.key()));
}

} // namespace

KeyMap& KeyMap::instance()
{
    static KeyMap map;
    return map;
}

QList<QKeySequence> KeyMap::keys(Command command) const
{
    const auto found = m_changed.find(command);
    return found == m_changed.end() ? defaultKeysOf(command) : found->second;
}

QString KeyMap::text(Command command) const
{
    QStringList texts;
    for (const QKeySequence& each : keys(command))
        texts.append(each.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

QString KeyMap::hint(const QString& text, Command command) const
{
    const QList<QKeySequence> all = keys(command);
    return all.isEmpty() ? text : u"%1 (%2)"_s.arg(text, all.constFirst().toString(QKeySequence::NativeText));
}

bool KeyMap::matches(const QKeyEvent& event, Command command) const
{
    return std::ranges::any_of(keys(command), [&event](const QKeySequence& each) { return isPressed(each, event); });
}

std::optional<Command> KeyMap::find(const QKeyEvent& event, CommandScope scope) const
{
    for (const Command command : allCommands()) {
        if (scopeOf(command) == scope && matches(event, command))
            return command;
    }
    return std::nullopt;
}

std::optional<Command> KeyMap::conflict(Command command, const QKeySequence& wanted) const
{
    for (const Command other : allCommands()) {
        if (other != command && meetSomewhere(scopeOf(command), scopeOf(other))
            && std::ranges::any_of(keys(other), [&wanted](const QKeySequence& each) { return overlap(each, wanted); }))
            return other;
    }
    return std::nullopt;
}

void KeyMap::setKeys(Command command, const QList<QKeySequence>& wanted)
{
    for (const QKeySequence& each : wanted) {
        while (const auto other = conflict(command, each)) {
            QList<QKeySequence> left = keys(*other);
            left.removeIf([&each](const QKeySequence& its) { return overlap(its, each); });
            m_changed[*other] = left;
        }
    }
    m_changed[command] = wanted;
    if (wanted == defaultKeysOf(command))
        m_changed.erase(command);
    Q_EMIT changed();
}

void KeyMap::reset(Command command)
{
    setKeys(command, defaultKeysOf(command));
}

void KeyMap::resetAll()
{
    m_changed.clear();
    Q_EMIT changed();
}

QString KeyMap::toText() const
{
    QStringList lines;
    for (const auto& [command, keys] : m_changed)
        lines.append(nameOf(command) + u'=' + QKeySequence::listToString(keys, QKeySequence::PortableText));
    return lines.join(u'\n');
}

void KeyMap::restore(const QString& text)
{
    m_changed.clear();
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString name = line.section(u'=', 0, 0);
        const auto& all = allCommands();
        const auto command = std::ranges::find(all, name, nameOf);
        if (command != all.end())
            m_changed[*command] = keysFromText(line.section(u'=', 1));
    }
    Q_EMIT changed();
}
