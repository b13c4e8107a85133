// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/exceptiontablemodel.h"
#include "widgets/common/tableview.h"

#include <QWidget>

class Banner;
class NewPill;
class SortLine;
class QLabel;
class Theme;
class ViewStates;

/// The list of one queue: the table, what stands in its place, and how many there are as of when. Keeps selection and
/// scroll while rows change.
class ExceptionList : public QWidget
{
    Q_OBJECT
public:
    ExceptionList(ExceptionTableModel& model, const Theme& theme, QWidget* parent = nullptr);

    TableView* table() const { return m_table; }
    /// As TableView keeps them; once they are restored, the room that there is no longer chooses them.
    void restoreColumns(const QByteArray& state);
    void setOrder(const ProblemOrder& order);
    /// By the column of the cursor, as a click on its head does.
    void sortByCell();
    void focusTable();
    const Exception* current() const;
    /// The selected ones from top to bottom, else the current one.
    QList<Exception> chosen() const;
    /// Makes the row after those of `ids` current, else the one before them.
    void moveOn(const QList<qint64>& ids);
    /// The rows can no longer be kept up to date.
    void setDisconnected(bool disconnected);
    /// How many there are in the queue by its own count; nullopt: not known.
    void setTotal(std::optional<qint64> total);
    void tick();
    bool isSettled() const;

Q_SIGNALS:
    void choiceChanged(); ///< another current row, another selection, or other values in it
    void selectionMade(); ///< by the person, not by rows that come and go
    void searchToBeCleared();
    void notice(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    void connectModel();
    void showAnswer();
    void showSorted();
    void showOrder();
    void showFailure(const Error& error);
    void showStatus();
    void showNewCount();
    void takeInNew();
    void rememberPlace();
    void restorePlace();
    void prefetch();
    QString countText() const;
    void dress();

    /// What is current and on top, by id, while rows change; 0: none, or the very top.
    struct Place
    {
        qint64 current = 0;
        int currentRow = 0;
        qint64 top = 0;
        int topOffset = 0;
    };

    ExceptionTableModel& m_model;
    const Theme& m_theme;
    TableView* m_table;
    ViewStates* m_states;
    Banner* m_banner;
    NewPill* m_pill;
    SortLine* m_order;
    QLabel* m_count;
    QLabel* m_asOf;
    Place m_place;
    TableView::Choice m_choice; ///< before the rows were others
    QSet<qint64> m_decided; ///< these need not stay when they leave: the person knows
    std::optional<qint64> m_total;
    bool m_failed = false;
    bool m_disconnected = false;
    bool m_merging = false;
    bool m_roomy = false;
};
