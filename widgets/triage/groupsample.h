// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/groupsource.h"
#include "models/items/attemptmodel.h"
#include "widgets/common/pane.h"

class QLabel;
class QPushButton;
class Theme;

/// One problem of a group: which order, since when, what was said and what came of the tries.
class GroupSampleCard : public Pane
{
    Q_OBJECT
public:
    GroupSampleCard(const Theme& theme, QWidget* parent = nullptr);

    /// nullopt: nothing is open.
    void setSample(const std::optional<GroupSample>& sample);
    /// Nothing is known yet.
    void clear();

Q_SIGNALS:
    void openRequested();

private:
    QString triesText(const GroupSample& sample);
    void dress();

    const Theme& m_theme;
    AttemptModel m_attempts; ///< has the words for a try
    QLabel* m_what;
    QLabel* m_message;
    QLabel* m_tries;
    QPushButton* m_open;
};
