// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/items/operationmodel.h"

#include <QTimer>
#include <QWidget>

class Banner;
class OperationPage;
class QLabel;
class QStackedWidget;
class TableView;
class Theme;
class ViewStates;

/// The operations that were started, the newest first, and the page of one of them. Follows the change feed.
class OperationsView : public QWidget
{
    Q_OBJECT
public:
    OperationsView(
        OperationGateway& gateway, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    void refresh();
    void open(qint64 id);
    /// Gives the focus to the rows, or to the page that is open.
    void focusList();
    TableView* table() const { return m_table; }
    OperationPage* page() const { return m_page; }
    bool isSettled() const;

Q_SIGNALS:
    void ordersRequested(const QString& filter);
    void notice(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeList();
    void refreshSoon();
    void showAnswer();
    void showFailure(const Error& error);
    void backToList();
    void dress();

    ChangeFeed& m_feed;
    const Theme& m_theme;
    OperationModel m_model;
    QTimer m_soon;
    bool m_dirty = true; ///< changed while nobody looked
    bool m_failed = false;

    QLabel* m_title;
    QLabel* m_note;
    Banner* m_banner;
    TableView* m_table;
    ViewStates* m_states;
    OperationPage* m_page;
    QStackedWidget* m_pages;
};
