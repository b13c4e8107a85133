// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/operationgateway.h"
#include "models/items/operationitemmodel.h"

#include <QUuid>
#include <QWidget>

class Banner;
class OperationPage;
class PlanLines;
class PlanOptions;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
class TableView;
class Theme;
class ViewStates;

/// A replay from its scope over the plan that the server made of it to its start; then it is the operation's page. The
/// plan is a frozen list: what runs is what was previewed. A question whether the targets have the messages goes the
/// same way, with less to choose.
class ReplayPanel : public QWidget
{
    Q_OBJECT
public:
    ReplayPanel(OperationGateway& gateway, ChangeFeed& feed, const Theme& theme, QWidget* parent = nullptr);

    /// Asks for the plan. `scope` says in words what it is about.
    void plan(const QString& scope, const QList<qint64>& transactions, OperationKind kind = OperationKind::Replay);
    bool isStarted() const;
    OperationPage* page() const { return m_page; }
    void focusInside();
    bool isSettled() const;
    void refresh();

Q_SIGNALS:
    void closeRequested(); ///< Esc: back to the list
    void ordersRequested(const QString& filter);
    void notice(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makePlan();
    QWidget* makeSide();
    void preview();
    void takePreview(const Outcome<Operation>& operation);
    void start();
    void takeStart(const Outcome<Operation>& operation);
    void lookWhetherItStarted();
    void showStarted(const Operation& operation);
    void enable();
    QString missing() const;
    QStringList approvalReasons() const;
    void enableQuestion();
    void sayWhat();
    void dress();
    bool asks() const { return m_kind == OperationKind::Verify; }

    OperationGateway& m_gateway;
    const Theme& m_theme;
    OperationItemModel m_items;
    OperationKind m_kind = OperationKind::Replay;
    QUuid m_request;
    QList<qint64> m_transactions;
    Operation m_previewed;
    quint64 m_generation = 0;
    bool m_planning = false;
    bool m_starting = false;

    QStackedWidget* m_pages;
    OperationPage* m_page;
    QToolButton* m_back;
    QLabel* m_title;
    QLabel* m_scope;
    PlanLines* m_lines;
    QLabel* m_sum;
    PlanOptions* m_options;
    QLabel* m_approval;
    QFrame* m_edge; ///< above it the plan scrolls
    QLabel* m_reasonCaption;
    QLineEdit* m_reason;
    QPushButton* m_start;
    QPushButton* m_cancel;
    QLabel* m_frozen;
    Banner* m_banner;
    TableView* m_table;
    ViewStates* m_states;
};
