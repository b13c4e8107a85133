// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/operationgateway.h"
#include "models/items/operationitemmodel.h"
#include "widgets/common/commandtarget.h"

#include <QTimer>
#include <QWidget>

class ApprovalBar;
class Banner;
class Chip;
class OutcomeBar;
class QLabel;
class QPushButton;
class QToolButton;
class StageSteps;
class TableView;
class Theme;
class ViewStates;

/// The page of one operation: its five counts, a row for each message, pause, resume and cancel. Follows the change
/// feed. Closing it changes nothing: the operation lives in the database.
class OperationPage : public QWidget, public CommandTarget
{
    Q_OBJECT
public:
    static constexpr int listed = 2000; ///< messages

    OperationPage(OperationGateway& gateway, ChangeFeed& feed, const Theme& theme, QWidget* parent = nullptr);

    void open(qint64 id);
    /// Shows what is known at once, then follows it.
    void open(const Operation& operation);
    QList<Command> commands() const override;
    QString obstacle(Command command) const override;
    bool run(Command command) override;
    void refresh();
    const Operation& operation() const { return m_operation; }
    void focusItems();
    bool isSettled() const { return m_reading == 0 && !m_soon.isActive() && m_shown; }

Q_SIGNALS:
    void closeRequested(); ///< Esc: back to where the person came from
    void ordersRequested(const QString& filter); ///< show the order of a message
    void notice(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeContent();
    void refreshSoon();
    void take(const Outcome<Operation>& operation);
    void takeItems(const Outcome<QList<OperationItem>>& items);
    void fail(const Error& error);
    void control(OperationControl action);
    void follow(const QFuture<Outcome<Operation>>& change);
    void showStanding();
    void showOperation();
    void showStatus();
    void dress();

    OperationGateway& m_gateway;
    ChangeFeed& m_feed;
    const Theme& m_theme;
    OperationItemModel m_items;
    Operation m_operation;
    quint64 m_generation = 0;
    int m_reading = 0;
    bool m_again = false;
    bool m_dirty = false; ///< changed while nobody looked
    bool m_fresh = true; ///< the next items are the first of their operation
    bool m_shown = false;
    QTimer m_soon;

    QToolButton* m_back;
    QLabel* m_title;
    Chip* m_state;
    QLabel* m_sentence;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    Banner* m_banner;
    Banner* m_standing; ///< what it waits for, or why it stopped
    StageSteps* m_steps;
    ApprovalBar* m_approval;
    OutcomeBar* m_outcomes;
    TableView* m_table;
    ViewStates* m_states;
    QLabel* m_count;
};
