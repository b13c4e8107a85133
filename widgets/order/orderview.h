// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/clock.h"
#include "models/domain/ordersource.h"
#include "models/items/eventmodel.h"
#include "models/items/linemodel.h"
#include "models/items/milestonemodel.h"
#include "models/items/referencemodel.h"
#include "widgets/common/commandtarget.h"

#include <QTimer>
#include <QWidget>

class Banner;
class OrderHeader;
class PayloadView;
class QTabWidget;
class TableView;
class Theme;
class TimelinePage;
class ViewStates;

/// The page of one order: header, timeline, steps, documents, lines, events. Follows the change feed; a refresh keeps
/// focus, selection and scroll. What is there stays, marked as old, when the database cannot be reached.
class OrderView : public QWidget, public CommandTarget
{
    Q_OBJECT
public:
    OrderView(OrderSource& source, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    void open(qint64 id);
    qint64 orderId() const { return m_id; }
    QList<Command> commands() const override;
    QString obstacle(Command command) const override;
    /// The user's, as in Environment.
    void setRoles(const QStringList& roles);
    bool run(Command command) override;
    /// Reads the order again; quick repeats become one.
    void refresh();
    /// When what is shown was read, by the server's clock; null before.
    QDateTime asOf() const { return m_detail.asOf; }

    void goToEvent(const QString& source, const QString& id); ///< goes to an event by its key

Q_SIGNALS:
    void closeRequested(); ///< Esc: back to where the person came from
    void titleChanged(const QString& title);
    void tagsRequested(const QList<qint64>& orders, const QString& what);
    void filterRequested(const QString& filter); ///< show the orders with the same value
    void loaded(); ///< an answer is shown: rows, not found or a failure

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showTimeline();
    void askTags();
    QWidget* makeTabs();
    QWidget* makeEvents();
    TableView* makeTable(
        const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths);
    void answer(const Outcome<OrderDetail>& detail);
    void showDetail(const OrderDetail& detail);
    void fail(const Error& error);
    void nameTabs();
    void tick();
    void showPayload();
    void feedChanged();

    OrderSource& m_source;
    ChangeFeed& m_feed;
    const Clock& m_clock;
    const Theme& m_theme;
    MilestoneModel m_steps;
    ReferenceModel m_references;
    LineModel m_lines;
    EventModel m_events;

    qint64 m_id = 0;
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_again = false;
    bool m_dirty = false; ///< changed while nobody looked
    bool m_fresh = true; ///< the next answer is the first of its order
    OrderDetail m_detail;
    QStringList m_roles;
    QTimer m_clockTick;

    ViewStates* m_states;
    Banner* m_banner;
    OrderHeader* m_header;
    QTabWidget* m_tabs;
    TimelinePage* m_timeline;
    TableView* m_stepTable;
    TableView* m_referenceTable;
    TableView* m_lineTable;
    TableView* m_eventTable;
    PayloadView* m_payload;
};
