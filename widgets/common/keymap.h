// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/command.h"

#include <QObject>

#include <map>
#include <optional>

class QKeyEvent;

/// Which keys do what for the person at this desk. One for the program, as the keyboard is; for the GUI thread.
class KeyMap : public QObject
{
    Q_OBJECT
public:
    static KeyMap& instance();

    QList<QKeySequence> keys(Command command) const;
    /// All keys as a person reads them: "1, I". Empty: none.
    QString text(Command command) const;
    /// A tool tip: "Give it to somebody (A)", without a key the text alone.
    QString hint(const QString& text, Command command) const;
    /// Whether this key press asks for the command.
    bool matches(const QKeyEvent& event, Command command) const;
    /// The command of one of these scopes that this key press asks for.
    std::optional<Command> find(const QKeyEvent& event, CommandScope scope) const;

    /// What else these keys do where the command counts; nullopt: nothing.
    std::optional<Command> conflict(Command command, const QKeySequence& wanted) const;
    /// These keys instead of the former ones; they are taken from whatever else used them there.
    void setKeys(Command command, const QList<QKeySequence>& wanted);
    void reset(Command command);
    void resetAll();
    bool isDefault(Command command) const { return !m_changed.contains(command); }

    /// What differs from the defaults, for the settings: a line each, "triage.take=1; I".
    QString toText() const;
    /// Takes in what toText() wrote. Lines that mean nothing here are passed over.
    void restore(const QString& text);

Q_SIGNALS:
    void changed();

private:
    KeyMap() = default;

    std::map<Command, QList<QKeySequence>> m_changed;
};
