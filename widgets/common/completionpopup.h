// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"

#include <QFrame>
#include <QList>

#include <optional>

class QListWidget;
class Theme;

/// The list below a line, such as a FilterEdit: what could come next and what it means. Never takes the focus.
class CompletionPopup : public QFrame
{
    Q_OBJECT
public:
    CompletionPopup(const Theme& theme, QWidget* owner);

    /// Shows the completions near x of the owner, or hides when there are none.
    void offer(const QList<FilterCompletion>& completions, int x);
    void move(int rows);
    /// A key that the owner got while this is visible: goes through the list, chooses, or closes it. False: it means
    /// nothing here.
    bool takeKey(int key);
    std::optional<FilterCompletion> current() const;
    int count() const;

Q_SIGNALS:
    void chosen(const FilterCompletion& completion);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QWidget* m_owner;
    QListWidget* m_list;
    QList<FilterCompletion> m_completions;
};
