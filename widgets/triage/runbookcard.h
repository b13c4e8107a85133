// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runbook.h"

#include <QUrl>
#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;
class RunbookText;
class Theme;

/// The runbook for what is shown: a line with its title, the steps below it when they are unfolded. Reads nothing from
/// anywhere: a picture or a page that the text names is not fetched, and a link is only opened when it is clicked.
class RunbookCard : public QWidget
{
    Q_OBJECT
public:
    RunbookCard(const Theme& theme, QWidget* parent = nullptr);

    /// nullopt: there is none. The card is hidden then, unless the person may write one.
    void setRunbook(const std::optional<Runbook>& runbook);
    /// Nothing is known yet: hidden until setRunbook().
    void clear();
    const std::optional<Runbook>& runbook() const { return m_runbook; }
    void setMayWrite(bool may);
    void setUnfolded(bool unfolded);
    bool isUnfolded() const { return m_unfolded; }
    /// How high the steps may be; longer ones are scrolled.
    void setMostHeight(int height);

Q_SIGNALS:
    void writeRequested(); ///< to change it, or to write the first one
    void unfoldedChanged(bool unfolded); ///< by the person
    void linkRequested(const QUrl& url); ///< to be opened outside; of the web or of mail
    void linkRefused(const QUrl& url); ///< any other kind

private:
    void showRunbook(const std::optional<Runbook>& runbook);
    void open(const QUrl& url);
    void dress();

    const Theme& m_theme;
    std::optional<Runbook> m_runbook;
    bool m_known = false;
    bool m_mayWrite = false;
    bool m_unfolded = true;
    QToolButton* m_fold;
    QToolButton* m_write;
    RunbookText* m_steps;
    QLabel* m_foot;
};
