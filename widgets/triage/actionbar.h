// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/command.h"
#include "widgets/triage/triageaction.h"

#include <QHash>
#include <QWidget>

class QToolButton;
class Theme;

/// A button for everything that can be done with what is chosen, each with its key. What is not possible says why.
class ActionBar : public QWidget
{
    Q_OBJECT
public:
    explicit ActionBar(const Theme& theme, QWidget* parent = nullptr);

    void setChoice(const TriageChoice& choice);
    /// Asks for it as a click would, or says refused() with the reason.
    void trigger(TriageAction action);
    /// Why it is not possible now; empty: it is.
    QString obstacle(TriageAction action) const;
    /// The action of a command, or nothing.
    static std::optional<TriageAction> actionOf(Command command);
    /// Sets the snooze button right: it wakes what is snoozed.
    TriageAction snoozeOrWake() const { return m_wakes ? TriageAction::Wake : TriageAction::Snooze; }

Q_SIGNALS:
    void requested(TriageAction action);
    void refused(const QString& why);
    void allMatchingRequested();

private:
    QToolButton* addButton(const QString& name);
    void show(QToolButton* button, TriageAction action);
    void dress();

    const Theme& m_theme;
    TriageChoice m_choice;
    bool m_wakes = false;
    QList<std::pair<TriageAction, QToolButton*>> m_buttons;
    QToolButton* m_all;
};
