// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesources.h"
#include "models/domain/filterexpression.h"
#include "models/items/itemroles.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/health/breachchart.h"
#include "widgets/health/healthview.h"
#include "widgets/health/metrictile.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestHealthView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void asksWhenShown();
    void showsTheFigures();
    void tilesOpenTheirOrders_data();
    void tilesOpenTheirOrders();
    void everyTileOpensSomething();
    void reachedLateCountsOrders();
    void everyTileSaysHowItIsDefined();
    void clickingABarOpensItsOrders();
    void barsOpenByKeyboard();
    void barsCarryTheirTotals();
    void firstLookShowsFiguresAndCharts_data();
    void firstLookShowsFiguresAndCharts();
    void stepsWithoutABreachHaveNoBar();
    void tableOpensByKeyboard();
    void valuesOpenByKeyboard();
    void nothingIsLate();
    void failureOffersRetry();
    void keepsOldFiguresWhenItFails();
    void manyNoticesAreOneRead();
    void hiddenPageDoesNotRead();
    void everyFilterIsUnderstood();
    void everyControlHasAName();
    void tabReachesTilesAndTables();

private:
    void answer(const Outcome<HealthSnapshot>& health);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeHealthFigures> m_source;
    std::unique_ptr<ScriptedFeed> m_feed;
    std::unique_ptr<HealthView> m_view;
};

void TestHealthView::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->attach(*qApp);
    m_clock = std::make_unique<FakeClock>(fixtureNow());
    m_source = std::make_unique<FakeHealthFigures>();
    m_feed = std::make_unique<ScriptedFeed>();
    m_view = std::make_unique<HealthView>(*m_source, *m_feed, *m_clock, *m_theme);
    m_view->resize(1200, 900);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestHealthView::cleanup()
{
    m_view.reset();
}

void TestHealthView::answer(const Outcome<HealthSnapshot>& health)
{
    m_source->answers.answer(m_source->answers.size() - 1, health);
    QTRY_VERIFY(m_view->isSettled());
}

void TestHealthView::asksWhenShown()
{
    QCOMPARE(m_source->answers.size(), std::size_t(1));
    QVERIFY(!m_view->isSettled());
}

void TestHealthView::showsTheFigures()
{
    QSignalSpy read(m_view.get(), &HealthView::snapshotRead);
    answer(busyHealth());
    QCOMPARE(read.size(), 1);
    QCOMPARE(child<MetricTile>(*m_view, u"tileOpen"_s)->figure(), QLocale().toString(12'873));
    QCOMPARE(child<MetricTile>(*m_view, u"tileBreached"_s)->figure(), QLocale().toString(1312));
    QCOMPARE(plain(child<MetricTile>(*m_view, u"backlog_erp"_s)->context()), u"391 overdue \u00b7 oldest waits 4 d"_s);
    QCOMPARE(child<MetricTile>(*m_view, u"backlog_refund"_s)->context(), u"empty"_s);
    QVERIFY(child<QLabel>(*m_view, u"healthAge"_s)->text().contains(u"14:02:11"_s));
}

void TestHealthView::tilesOpenTheirOrders_data()
{
    QTest::addColumn<QString>("tile");
    QTest::addColumn<QString>("filter");
    QTest::newRow("open") << u"tileOpen"_s << u"state:open"_s;
    QTest::newRow("overdue") << u"tileBreached"_s << u"target:breached"_s;
    QTest::newRow("due soon") << u"tileDueSoon"_s << u"target:due_soon"_s;
    QTest::newRow("failed") << u"tileFailed"_s << u"state:failed"_s;
    QTest::newRow("late") << u"tileLate"_s << u"late>=-24h"_s;
    QTest::newRow("erp") << u"backlog_erp"_s << u"backlog:erp"_s;
    QTest::newRow("reservation") << u"backlog_reservation"_s << u"backlog:reservation"_s;
    QTest::newRow("shipment") << u"backlog_shipment"_s << u"backlog:shipment"_s;
    QTest::newRow("refund") << u"backlog_refund"_s << u"backlog:refund"_s;
}

void TestHealthView::tilesOpenTheirOrders()
{
    QFETCH(const QString, tile);
    QFETCH(const QString, filter);
    answer(busyHealth());
    QSignalSpy drill(m_view.get(), &HealthView::drillDownRequested);
    auto* button = child<MetricTile>(*m_view, tile);
    QTest::mouseClick(button, Qt::LeftButton);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(drill.size(), 3);
    for (const auto& each : std::as_const(drill))
        QCOMPARE(each.at(0).toString(), filter);
}

void TestHealthView::everyTileOpensSomething()
{
    answer(busyHealth());
    QSignalSpy orders(m_view.get(), &HealthView::drillDownRequested);
    QSignalSpy events(m_view.get(), &HealthView::setAsideRequested);
    const auto tiles = m_view->findChildren<MetricTile*>();
    for (MetricTile* tile : tiles) {
        tile->click();
        QVERIFY2(tile->toolTip().contains(u"Click to see"_s), qPrintable(tile->objectName()));
    }
    QCOMPARE(orders.size(), tiles.size() - 1);
    QCOMPARE(events.size(), 1);
    QTest::keyClick(child<MetricTile>(*m_view, u"tileRejected"_s), Qt::Key_Return);
    QCOMPARE(events.size(), 2);
}

void TestHealthView::reachedLateCountsOrders()
{
    answer(busyHealth());
    const auto* tile = child<MetricTile>(*m_view, u"tileLate"_s);
    QCOMPARE(tile->figure(), u"355"_s); // as many rows as it opens
    QVERIFY2(tile->context().contains(u"391"_s), qPrintable(tile->context()));
}

void TestHealthView::everyTileSaysHowItIsDefined()
{
    answer(busyHealth());
    const auto tiles = m_view->findChildren<MetricTile*>();
    QCOMPARE(tiles.size(), 10);
    for (const MetricTile* tile : tiles) {
        QVERIFY(tile->accessibleDescription().size() > 30);
        QVERIFY(tile->toolTip().startsWith(tile->accessibleDescription()));
        QVERIFY(tile->accessibleName().contains(tile->figure()));
    }
}

void TestHealthView::clickingABarOpensItsOrders()
{
    answer(busyHealth());
    auto* chart = child<BreachChart>(*m_view, u"breachChart"_s);
    QSignalSpy drill(m_view.get(), &HealthView::drillDownRequested);
    // rows are drawn from top to bottom in the order of the process
    QTRY_VERIFY(chart->placeOf(3, 2).y() > chart->placeOf(0, 0).y() + 50);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->placeOf(3, 2));
    QCOMPARE(drill.size(), 1);
    QCOMPARE(drill.at(0).at(0).toString(), u"step:erp_order_creation target:breached overdue>=1h overdue<4h"_s);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->placeOf(5, 5));
    QCOMPARE(drill.size(), 2);
    QCOMPARE(drill.at(1).at(0).toString(), u"step:delivery_confirmation target:breached overdue>=3d"_s);
}

void TestHealthView::barsOpenByKeyboard()
{
    answer(busyHealth());
    auto* chart = child<BreachChart>(*m_view, u"breachChart"_s);
    QTRY_VERIFY(!chart->pieceOf(0, 0).isEmpty());
    QSignalSpy drill(m_view.get(), &HealthView::drillDownRequested);
    child<MetricTile>(*m_view, u"backlog_refund"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), chart);
    const auto opens = [&](const QString& filter) {
        QTest::keyClick(chart, Qt::Key_Return);
        return drill.takeLast().at(0).toString() == filter;
    };
    QVERIFY(opens(u"step:fraud_screening target:breached overdue<15m"_s));
    QTest::keyClick(chart, Qt::Key_Right);
    QVERIFY(opens(u"step:fraud_screening target:breached overdue>=15m overdue<1h"_s));
    QTest::keyClick(chart, Qt::Key_Down); // nothing of that age there: the next older
    QVERIFY(opens(u"step:payment_authorization target:breached overdue>=1h overdue<4h"_s));
    QVERIFY2(
        chart->accessibleDescription().startsWith(u"Payment authorized"_s), qPrintable(chart->accessibleDescription()));
    QTest::keyClick(chart, Qt::Key_Left); // over the empty one
    QVERIFY(opens(u"step:payment_authorization target:breached overdue<15m"_s));
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(chart, Qt::Key_Down);
    QVERIFY(opens(u"step:settlement_posting target:breached overdue>=4h overdue<1d"_s));
}

void TestHealthView::barsCarryTheirTotals()
{
    answer(busyHealth());
    auto* chart = child<BreachChart>(*m_view, u"breachChart"_s);
    QTRY_VERIFY(chart->totalOf(0).width() > 0 && chart->placeOf(3, 2).y() > chart->placeOf(0, 0).y() + 50);
    const QImage image = chart->viewport()->grab().toImage();
    QRectF before;
    for (int row = 0; row < 8; ++row) {
        const QRectF total = chart->totalOf(row);
        QVERIFY(QRectF(chart->viewport()->rect()).contains(total));
        QVERIFY(total.left() > chart->pieceOf(row, 5).right());
        QVERIFY(!total.intersects(before));
        bool inked = false;
        for (int x = int(total.left()); x < int(total.right()); ++x)
            inked = inked || image.pixelColor(x, int(total.center().y())).lightness() < 128;
        QVERIFY(inked);
        before = total;
    }
}

void TestHealthView::firstLookShowsFiguresAndCharts_data()
{
    QTest::addColumn<int>("steps");
    for (const int steps : {1, 8, 16, 20})
        QTest::addRow("%d steps", steps) << steps;
}

void TestHealthView::firstLookShowsFiguresAndCharts()
{
    QFETCH(int, steps);
    m_view->resize(1196, 728); // what a window of 1280x800 leaves
    HealthSnapshot health = busyHealth();
    while (health.steps.size() < steps) {
        health.steps.append(health.steps.at(health.steps.size() % 8));
        health.steps.last().step += QString::number(health.steps.size());
    }
    health.steps.resize(steps);
    answer(health);
    auto* chart = child<BreachChart>(*m_view, u"breachChart"_s);
    const auto bottom
        = [this](const QWidget* widget) { return widget->mapTo(m_view.get(), QPoint(0, widget->height())).y(); };
    QTRY_VERIFY(chart->pieceOf(steps - 1, 5).bottom() > 0);
    QTRY_VERIFY2(bottom(chart) <= m_view->height(), qPrintable(QString::number(bottom(chart))));
    QVERIFY(chart->height() > steps * 17);
    for (const MetricTile* tile : m_view->findChildren<MetricTile*>())
        QVERIFY(bottom(tile) < chart->mapTo(m_view.get(), QPoint()).y());
    const auto* values = child<TableView>(*m_view, u"valueAtRisk"_s);
    QVERIFY(values->viewport()->rect().contains(
        values->visualRect(values->model()->index(values->model()->rowCount() - 1, 0)).center()));
    QVERIFY(bottom(values) <= m_view->height());
}

void TestHealthView::stepsWithoutABreachHaveNoBar()
{
    HealthSnapshot health = busyHealth();
    health.steps[1].byAge = {};
    answer(health);
    auto* chart = child<BreachChart>(*m_view, u"breachChart"_s);
    QTRY_VERIFY(chart->pieceOf(2, 0).top() > chart->pieceOf(0, 0).bottom());
    QVERIFY(chart->pieceOf(2, 0).top() - chart->pieceOf(0, 0).bottom() < chart->pieceOf(0, 0).height());
    for (StepBreaches& step : health.steps)
        step.byAge = {};
    m_view->refresh();
    answer(health);
    QVERIFY(child<QWidget>(*m_view, u"nothingLate"_s)->isVisible());
    QVERIFY(child<TableView>(*m_view, u"breaches"_s)->isVisible()); // some are due soon
}

void TestHealthView::tableOpensByKeyboard()
{
    answer(busyHealth());
    auto* table = child<TableView>(*m_view, u"breaches"_s);
    QSignalSpy drill(m_view.get(), &HealthView::drillDownRequested);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, BreachModel::FirstAgeColumn));
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_Return); // nothing there: nothing to open
    QCOMPARE(drill.size(), 0);
    QTest::keyClick(table, Qt::Key_Left);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(drill.size(), 1);
    QCOMPARE(drill.at(0).at(0).toString(), u"step:payment_authorization target:breached overdue<15m"_s);
}

void TestHealthView::valuesOpenByKeyboard()
{
    answer(busyHealth());
    auto* table = child<TableView>(*m_view, u"valueAtRisk"_s);
    QSignalSpy drill(m_view.get(), &HealthView::drillDownRequested);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_J);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(drill.size(), 1);
    QCOMPARE(drill.at(0).at(0).toString(), u"target:breached currency:GBP"_s);
}

void TestHealthView::nothingIsLate()
{
    HealthSnapshot calm;
    calm.asOf = fixtureNow();
    calm.openOrders = 12;
    answer(calm);
    QVERIFY(child<QWidget>(*m_view, u"nothingLate"_s)->isVisible());
    QVERIFY(child<QWidget>(*m_view, u"nothingAtRisk"_s)->isVisible());
    QVERIFY(!child<TableView>(*m_view, u"breaches"_s)->isVisible());
    QCOMPARE(child<MetricTile>(*m_view, u"tileBreached"_s)->context(), u"nothing is late"_s);
    m_view->refresh();
    answer(busyHealth());
    QVERIFY(!child<QWidget>(*m_view, u"nothingLate"_s)->isVisible());
    QVERIFY(child<TableView>(*m_view, u"breaches"_s)->isVisible());
}

void TestHealthView::failureOffersRetry()
{
    answer(Error{Failure::Connection, u"The server does not answer."_s, {}, {}});
    auto* states = m_view->findChild<ViewStates*>();
    QCOMPARE(states->state(), ViewStates::State::Failed);
    QTest::mouseClick(visibleChild<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(m_source->answers.size(), std::size_t(2));
    answer(busyHealth());
    QCOMPARE(states->state(), ViewStates::State::Content);
}

void TestHealthView::keepsOldFiguresWhenItFails()
{
    answer(busyHealth());
    m_view->refresh();
    answer(Error{Failure::Connection, u"The server does not answer."_s, {}, {}});
    QVERIFY(m_view->findChild<Banner*>()->isVisible());
    QVERIFY(m_view->findChild<Banner*>()->text().contains(u"14:02:11"_s));
    QCOMPARE(child<MetricTile>(*m_view, u"tileBreached"_s)->figure(), QLocale().toString(1312));
    m_view->refresh();
    answer(busyHealth());
    QVERIFY(!m_view->findChild<Banner*>()->isVisible());
    m_feed->setState(ChangeFeed::State::Lost);
    QVERIFY(m_view->findChild<Banner*>()->isVisible());
}

void TestHealthView::manyNoticesAreOneRead()
{
    answer(busyHealth());
    for (int i = 0; i < 200; ++i)
        Q_EMIT m_feed->ordersChanged({i});
    QCOMPARE(m_source->answers.size(), std::size_t(1)); // not before two seconds have gone
    QVERIFY(!m_view->isSettled());
    m_clock->advance(std::chrono::seconds(5));
    QTRY_COMPARE_WITH_TIMEOUT(m_source->answers.size(), std::size_t(2), 4000);
    answer(busyHealth());
    m_clock->advance(std::chrono::seconds(5));
    Q_EMIT m_feed->ordersChanged({1}); // long after the last: at once
    QTRY_COMPARE_WITH_TIMEOUT(m_source->answers.size(), std::size_t(3), 1000);
}

void TestHealthView::hiddenPageDoesNotRead()
{
    answer(busyHealth());
    m_view->hide();
    m_clock->advance(std::chrono::minutes(1));
    Q_EMIT m_feed->everything();
    Q_EMIT m_feed->ordersChanged({1});
    QCoreApplication::sendPostedEvents(); // all that is on its way, and it must change nothing
    QCOMPARE(m_source->answers.size(), std::size_t(1));
    m_view->show();
    QCOMPARE(m_source->answers.size(), std::size_t(2));
}

void TestHealthView::everyFilterIsUnderstood()
{
    const auto tiles = m_view->findChildren<MetricTile*>();
    for (const MetricTile* tile : tiles) {
        if (!tile->filter().isEmpty())
            QVERIFY2(!parseFilter(tile->filter(), fixtureNow(), QTimeZone::utc()).mistake, qPrintable(tile->filter()));
    }
}

void TestHealthView::everyControlHasAName()
{
    answer(busyHealth());
    QCOMPARE(widgetWithoutName(*m_view), QString());
}

void TestHealthView::tabReachesTilesAndTables()
{
    answer(busyHealth());
    child<MetricTile>(*m_view, u"tileOpen"_s)->setFocus();
    QSet<QString> reached;
    for (int i = 0; i < 17 && QApplication::focusWidget(); ++i) {
        reached.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString& name : {u"tileBreached"_s, u"backlog_refund"_s, u"breaches"_s, u"valueAtRisk"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

SIGNALBOX_TEST(TestHealthView)
#include "tst_healthview.moc"
