// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/healthsource.h"
#include "models/domain/rulessource.h"
#include "models/domain/savedview.h"
#include "models/items/ordertablemodel.h"
#include "widgets/common/commandtarget.h"
#include "widgets/common/tableview.h"

#include <QTimer>
#include <QWidget>

class Banner;
class FilterBar;
class NewPill;
class QLabel;
class QProgressBar;
class QToolButton;
class Theme;
class ViewStates;
class ViewsButton;

/// All orders: filter, quick filters, the table, and how many there are as of when. One view of one OrderTableModel.
class OrdersView : public QWidget, public CommandTarget
{
    Q_OBJECT
public:
    OrdersView(OrderTableModel& model, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// First question; nothing is asked before.
    void start();
    bool isStarted() const { return m_started; }
    void setFilterText(const QString& text);
    QString filterText() const;
    QList<Command> commands() const override;
    QString obstacle(Command command) const override;
    bool run(Command command) override;
    /// Asks again, times taken anew.
    void refresh();
    void focusFilter();
    void focusTable();
    /// Makes this order the current row when it is loaded.
    void select(qint64 id);
    qint64 currentOrder() const;

    /// Puts the button beside the filter.
    void setSavedViews(ViewsButton& views);
    SavedView shownView() const;
    void showView(const SavedView& view);
    FilterBar* filterBar() const { return m_filter; }
    void setCounts(const HealthSnapshot& health);
    void setRules(const RuleBook& rules);
    /// The tags that any order has, to complete filters with.
    void setTagsInUse(const QStringList& tags);
    /// The user's, as in Environment.
    void setRoles(const QStringList& roles) { m_roles = roles; }
    /// The rows can no longer be kept up to date.
    void setDisconnected(bool disconnected);

    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);
    void resetColumns();
    TableView* table() const { return m_table; }
    bool isSettled() const; ///< has an answer or a failure to show, and nothing is under way

Q_SIGNALS:
    void orderActivated(qint64 id);
    void columnsChanged();
    void filterTextChanged(const QString& text);
    void tagsRequested(const QList<qint64>& orders, const QString& what);
    void notice(const QString& text); ///< something small to say, for the status bar

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void buildTable();
    void connectModel();
    void applyFilter(const FilterExpression& filter);
    void sortBy(int column);
    void showSortIndicator();
    void showAnswer();
    void showFailure(const Error& error);
    void showStatus();
    void showNewCount();
    void takeInNew();
    void prefetch();
    void rememberPlace();
    void restorePlace();
    void restoreSelection();
    void pasteIds();
    void askTags();
    void openMenu(const QPoint& at);
    QString countText() const;
    void dress();

    /// What is selected and on top, by id, while rows change.
    struct Place
    {
        TableView::Choice choice;
        qint64 top = 0;
        int topOffset = 0;
        int leftOffset = 0;
        bool atTop = true;
    };

    OrderTableModel& m_model;
    const Clock& m_clock;
    const Theme& m_theme;
    FilterBar* m_filter;
    TableView* m_table;
    ViewStates* m_states;
    Banner* m_banner;
    NewPill* m_pill;
    QToolButton* m_columns;
    QLabel* m_count;
    QLabel* m_asOf;
    QProgressBar* m_progress;
    QTimer m_ticking;
    Place m_place;
    FilterValues m_live;
    QStringList m_roles;
    bool m_started = false;
    bool m_failed = false;
    bool m_columnsRestored = false;
    bool m_disconnected = false;
};
