// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/grouptablemodel.h"
#include "widgets/common/tableview.h"

#include <QWidget>

class Banner;
class NewPill;
class SortLine;
class QLabel;
class Theme;
class ViewStates;

/// The groups of one queue: the table, what stands in its place, how many there are as of when, and by what they are
/// sorted. Keeps the current group while rows change.
class GroupList : public QWidget
{
    Q_OBJECT
public:
    GroupList(GroupTableModel& model, const Theme& theme, QWidget* parent = nullptr);

    TableView* table() const { return m_table; }
    void setOrder(const ProblemOrder& order);
    /// By the column of the cursor, as a click on its head does.
    void sortByCell();
    void focusTable();
    const ExceptionGroup* current() const;
    /// The selected ones from top to bottom, else the current one.
    QList<ExceptionGroup> chosen() const;
    /// Makes the row after these groups current, else the one before them.
    void moveOn(const QList<qint64>& ids);
    /// The rows can no longer be kept up to date.
    void setDisconnected(bool disconnected);
    void tick();
    bool isSettled() const;
    void restoreColumns(const QByteArray& state);

protected:
    void showEvent(QShowEvent* event) override;

Q_SIGNALS:
    void choiceChanged(); ///< another current row, another selection, or other values in it
    void filterToBeCleared();
    void notice(const QString& text);

private:
    void buildTable();
    void showAnswer();
    void showFailure(const Error& error);
    void showStatus();
    void dress();

    GroupTableModel& m_model;
    const Theme& m_theme;
    TableView* m_table;
    ViewStates* m_states;
    Banner* m_banner;
    NewPill* m_pill;
    QLabel* m_count;
    SortLine* m_order;
    QLabel* m_asOf;
    TableView::Choice m_choice; ///< while rows change
    int m_currentRow = 0;
    bool m_merging = false;
    bool m_failed = false;
    bool m_disconnected = false;
    bool m_roomy = false;
};
