// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/snapshot.h"

#include "app/common/exitcode.h"
#include "app/console/mainwindow.h"
#include "models/items/ordertablemodel.h"
#include "widgets/health/healthview.h"
#include "widgets/health/setasideview.h"
#include "widgets/operations/operationsview.h"
#include "widgets/order/orderview.h"
#include "widgets/orders/ordersview.h"
#include "widgets/rules/rulesview.h"
#include "widgets/shell/searchpalette.h"
#include "widgets/triage/triageview.h"

#include <QApplication>
#include <QDir>
#include <QTabWidget>
#include <QTextStream>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int lookMs = 40;
constexpr int quietLooks = 6;

// The tabs of a page, in their order; the first one is the picture of the page.
QStringList orderTabs()
{
    return {u"order"_s, u"order-steps"_s, u"order-documents"_s, u"order-lines"_s, u"order-events"_s};
}

QStringList rulesTabs()
{
    return {u"rules"_s, u"rules-calendars"_s, u"rules-channels"_s};
}

void chooseTab(const QWidget* page, const QString& tabs, qsizetype index)
{
    page->findChild<QTabWidget*>(tabs)->setCurrentIndex(int(index));
}
} // namespace

QStringList Snapshot::views()
{
    return QStringList{u"triage"_s, u"orders"_s} + orderTabs()
        + QStringList{u"operations"_s, u"health"_s, u"setaside"_s} + rulesTabs()
        + QStringList{u"search"_s, u"keys"_s, u"changekeys"_s};
}

Snapshot::Snapshot(MainWindow& window, const QString& folder, const QStringList& views, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(folder)
    , m_waiting(views.isEmpty() ? Snapshot::views() : views)
    , m_wanted(!views.isEmpty())
{
    m_timer.setInterval(lookMs);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_timer, &QTimer::timeout, this, &Snapshot::look);
    connect(&m_patience, &QTimer::timeout, this,
        [this] { fail(tr("The data did not come within %n second(s).", nullptr, patienceMs / 1000), 1); });
}

void Snapshot::start()
{
    if (!QDir().mkpath(m_folder)) {
        fail(tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(m_folder)), 1);
        return;
    }
    m_timer.start();
    m_patience.start();
}

void Snapshot::fail(const QString& text, int exitCode)
{
    m_timer.stop();
    m_patience.stop();
    QTextStream(stderr) << text << Qt::endl;
    Q_EMIT finished(exitCode);
}

void Snapshot::look()
{
    if (m_window.showsProblem()) {
        save(u"start"_s);
        fail(m_window.problemText(), static_cast<int>(exitCodeFor(m_window.problemKind())));
        return;
    }
    if (!m_window.isOpen() || !m_window.ordersView()->isSettled())
        return;
    if (m_current.isEmpty()) {
        if (m_waiting.isEmpty()) {
            m_timer.stop();
            m_patience.stop();
            Q_EMIT finished(0);
            return;
        }
        m_current = m_waiting.takeFirst();
        m_quietLooks = 0;
        if (!prepare(m_current))
            return;
    }
    // a few looks in a row: figures that come a moment later belong into the picture as well
    m_quietLooks = isReady(m_current) ? m_quietLooks + 1 : 0;
    if (m_quietLooks < quietLooks)
        return;
    if (!save(m_current))
        return;
    m_current.clear();
}

bool Snapshot::prepare(const QString& view)
{
    if (view == "triage"_L1) {
        m_window.showScreen(MainWindow::TriageScreen);
    } else if (view == "operations"_L1) {
        m_window.showScreen(MainWindow::OperationsScreen);
    } else if (view == "orders"_L1) {
        m_window.showScreen(MainWindow::OrdersScreen);
    } else if (orderTabs().contains(view)) {
        const qint64 id = tellingOrder();
        if (id == 0 && m_wanted) {
            fail(tr("There is no order to draw."), 1);
            return false;
        }
        if (id == 0) {
            m_current.clear(); // an empty database has all the other screens
            return false;
        }
        m_orderLoaded = false;
        connect(m_window.orderView(), &OrderView::loaded, this, &Snapshot::orderLoaded, Qt::UniqueConnection);
        m_window.showOrder(id);
    } else if (view == "health"_L1) {
        m_window.showScreen(MainWindow::HealthScreen);
    } else if (view == "setaside"_L1) {
        m_window.showSetAside();
    } else if (rulesTabs().contains(view)) {
        m_window.showScreen(MainWindow::RulesScreen);
        chooseTab(m_window.rulesView(), u"rulesTabs"_s, rulesTabs().indexOf(view));
    } else if (view == "search"_L1) {
        m_window.showOrders({});
        m_window.openSearch();
        m_window.search()->ask(
            m_window.orderModel()->rowCount() > 0 ? m_window.orderModel()->order(0).number.left(3) : QString());
    } else if (view == "keys"_L1) {
        m_window.showOrders({});
        m_window.openShortcuts();
    } else if (view == "changekeys"_L1) {
        m_window.showOrders({});
        m_window.openKeyEditor();
    }
    return true;
}

void Snapshot::orderLoaded()
{
    m_orderLoaded = true;
    if (orderTabs().contains(m_current)) // an order begins with its timeline
        chooseTab(m_window.orderView(), u"orderTabs"_s, orderTabs().indexOf(m_current));
}

bool Snapshot::isReady(const QString& view) const
{
    if (view == "triage"_L1)
        return m_window.triageView()->isSettled();
    if (view == "operations"_L1)
        return m_window.operationsView()->isSettled();
    if (orderTabs().contains(view))
        return m_orderLoaded;
    if (view == "health"_L1)
        return m_window.healthView()->isSettled();
    if (view == "setaside"_L1)
        return m_window.setAsideView()->isSettled();
    if (rulesTabs().contains(view))
        return m_window.rulesView()->isSettled();
    if (view == "search"_L1)
        return m_window.search()->isSettled();
    return m_window.ordersView()->isSettled();
}

qint64 Snapshot::tellingOrder() const
{
    // one that shows what the page is for: some way gone, and something wrong
    const OrderTableModel* model = m_window.orderModel();
    qint64 best = 0;
    int bestScore = -1;
    for (int row = 0; row < model->rowCount(); ++row) {
        const Order& order = model->order(row);
        int score = std::min(order.doneCount, 9);
        if (order.sync == SyncState::Failed)
            score += 20;
        if (order.nextDueAt.isValid() && order.nextDueAt < QDateTime::currentDateTimeUtc())
            score += 10;
        if (score > bestScore) {
            bestScore = score;
            best = order.id;
        }
    }
    return best;
}

bool Snapshot::save(const QString& view)
{
    const QString file = QDir(m_folder).filePath(view + u".png"_s);
    if (!m_window.grab().save(file)) {
        fail(tr("The picture %1 cannot be written.").arg(QDir::toNativeSeparators(file)), 1);
        return false;
    }
    QTextStream(stdout) << QDir::toNativeSeparators(file) << Qt::endl;
    return true;
}
