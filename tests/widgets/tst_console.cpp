// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"
#include "app/console/demo/demofiller.h"
#include "app/console/demo/sampleorders.h"
#include "app/console/mainwindow.h"
#include "app/console/pgsources.h"
#include "app/console/snapshot.h"
#include "models/domain/clock.h"
#include "models/items/ordertablemodel.h"
#include "models/store/ingestor.h"
#include "models/store/store.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/countbutton.h"
#include "widgets/common/filteredit.h"
#include "widgets/common/tableview.h"
#include "widgets/health/healthview.h"
#include "widgets/health/metrictile.h"
#include "widgets/health/setasideview.h"
#include "widgets/order/orderview.h"
#include "widgets/orders/ordersview.h"
#include "widgets/tags/tagline.h"
#include "widgets/tags/tagpanel.h"
#include "widgets/triage/triageview.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

/// The console over a real database with the sample orders in it.
class tst_Console : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void samplesAreTheSameForTheSameMoment();
    void samplesCoverWhatTheScreensAreFor();
    void fillingAgainChangesNothing();
    void listsOpensAndComesBack();
    void quickFilterShowsAsManyAsItSays();
    void everyCellsFilterFindsItsOrder();
    void anEventReachesTheScreen();
    void tagsOfTriageAreTakenBack();
    void setAsideIsListed();
    void snapshotDrawsEveryScreen();
    void snapshotDrawsATabAlone();
    void aKilledServerIsToldAndComesBack();
    void aServerThatComesLateIsFoundWithoutAButton();

private:
    OrderTableModel* model() const { return qobject_cast<OrderTableModel*>(table()->model()); }
    TableView* table() const { return m_window->ordersView()->table(); }
    void listEverything()
    {
        m_window->showOrders({});
        QTRY_VERIFY(m_window->ordersView()->isSettled());
    }

    TestServer m_server;
    ConnectionSettings m_database;
    SystemClock m_clock;
    Theme m_theme{Theme::Mode::Light};
    Settings m_settings{QString()};
    std::shared_ptr<Store> m_store;
    std::unique_ptr<PgSources> m_sources;
    std::unique_ptr<MainWindow> m_window;
};

void tst_Console::initTestCase()
{
    SIGNALBOX_REQUIRE(m_server);
    m_database = m_server.freshDatabase();
    Store::Options options;
    options.database = m_database.redacted();
    const auto store = Store::open(options);
    QVERIFY2(store, store ? "" : qPrintable(store.error().text));
    m_store = store.value();
    const auto error = fillDemo(*m_store);
    QVERIFY2(!error, error ? qPrintable(error->text) : "");

    m_theme.attach(*qApp);
    m_window = std::make_unique<MainWindow>(m_clock, m_theme, m_settings);
    m_window->show();
    m_sources = std::make_unique<PgSources>(*m_store);
    m_window->open(m_sources->all());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->ordersView()->isSettled(), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_sources->feed.state(), ChangeFeed::State::Live, 20'000);
}

void tst_Console::cleanupTestCase()
{
    m_window.reset();
    m_sources.reset();
    m_store.reset();
}

void tst_Console::samplesAreTheSameForTheSameMoment()
{
    const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    const SampleOrders first(now);
    QCOMPARE(first.events(), SampleOrders(now).events());
    QVERIFY(first.orderCount() >= 400);
    QSet<QString> ids;
    QSet<QString> subjects;
    for (const QByteArray& json : first.events()) {
        const QJsonObject event = QJsonDocument::fromJson(json).object();
        ids.insert(event.value(u"source"_s).toString() + u' ' + event.value(u"id"_s).toString());
        subjects.insert(event.value(u"subject"_s).toString());
        QVERIFY(QDateTime::fromString(event.value(u"time"_s).toString(), Qt::ISODateWithMs) <= now);
    }
    QCOMPARE(ids.size(), first.events().size());
    QCOMPARE(subjects.size(), first.orderCount());
}

void tst_Console::samplesCoverWhatTheScreensAreFor()
{
    const auto count = [this](const QString& sql) { return TestServer::value(m_database, sql).toInt(); };
    QCOMPARE(count(u"SELECT count(*) FROM integration.rejected_event"_s), 4); // those that are meant to be
    QCOMPARE(count(u"SELECT sum(count) FROM integration.rejected_event"_s), 5);
    QVERIFY(count(u"SELECT count(*) FROM integration.sales_order"_s) >= 400);
    QCOMPARE(count(u"SELECT count(DISTINCT currency) FROM integration.sales_order"_s), 4);
    QCOMPARE(count(u"SELECT count(DISTINCT process) FROM integration.sales_order"_s), 4);
    QVERIFY(count(u"SELECT count(*) FROM integration.milestone WHERE scope LIKE 'return/%'"_s) > 0);
    QVERIFY(count(u"SELECT count(*) FROM integration.milestone WHERE scope LIKE 'refund/%'"_s) > 0);
    // blocked and unknown steps have no row of their own
    for (const QString& state : {u"failed"_s, u"pending"_s, u"in_progress"_s, u"completed"_s, u"not_applicable"_s})
        QVERIFY2(count(u"SELECT count(*) FROM integration.milestone WHERE state = '%1'"_s.arg(state)) > 0,
            qPrintable(state));
    const auto health = m_sources->health.health();
    QTRY_VERIFY(health.isFinished());
    const HealthSnapshot figures = health.result().value();
    QVERIFY(figures.breachedOrders > 0);
    QVERIFY(figures.failedOrders > 0);
    QVERIFY(figures.dueSoonOrders > 0);
    QVERIFY(figures.backlogs[std::size_t(Backlog::ErpPosting)].orders > 0);
    QVERIFY(figures.backlogs[std::size_t(Backlog::Shipment)].orders > 0);
    QVERIFY(figures.backlogs[std::size_t(Backlog::Refund)].orders > 0);
    QVERIFY(figures.valueAtRisk.size() >= 2);
    for (const QString& kind : {u"overdue"_s, u"reported"_s}) // Triage has them too, though no relay is there
        QVERIFY2(
            count(u"SELECT count(*) FROM integration.exception WHERE kind = '%1'"_s.arg(kind)) > 0, qPrintable(kind));
}

void tst_Console::fillingAgainChangesNothing()
{
    const QString events = u"SELECT count(*) FROM integration.business_event"_s;
    const QString before = TestServer::value(m_database, events);
    QVERIFY(!fillDemo(*m_store));
    QCOMPARE(TestServer::value(m_database, events), before);
}

void tst_Console::listsOpensAndComesBack()
{
    listEverything();
    QVERIFY(model()->rowCount() >= OrderTableModel::pageSize);
    m_window->ordersView()->focusTable();
    for (int at = 0; at < 6; ++at)
        QTest::keyClick(table(), Qt::Key_J);
    const qint64 id = m_window->ordersView()->currentOrder();
    QSignalSpy loaded(m_window->orderView(), &OrderView::loaded);
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(!loaded.isEmpty());
    QCOMPARE(m_window->orderView()->orderId(), id);
    QTest::keyClick(m_window->orderView(), Qt::Key_Escape);
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(m_window->ordersView()->currentOrder(), id);
}

void tst_Console::quickFilterShowsAsManyAsItSays()
{
    listEverything();
    for (const QString& name : {u"quickBreached"_s, u"quickDueSoon"_s, u"quickFailed"_s, u"quickErp"_s,
             u"quickReservation"_s, u"quickShipment"_s, u"quickRefund"_s}) {
        auto* button = child<CountButton>(*m_window, name);
        QTRY_VERIFY(button->count());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(button->isChecked());
        QTRY_VERIFY(m_window->ordersView()->isSettled());
        QTRY_VERIFY(model()->total());
        // a target may be missed between the two questions, so the counts are asked for again until they agree
        m_window->ordersView()->refresh();
        QTRY_VERIFY2(m_window->ordersView()->isSettled() && qAbs(model()->total()->count - *button->count()) <= 2,
            qPrintable(u"%1: %2 and %3"_s.arg(name).arg(model()->total()->count).arg(*button->count())));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(m_window->ordersView()->isSettled());
    }
}

void tst_Console::everyCellsFilterFindsItsOrder()
{
    listEverything();
    QStringList filters;
    QList<qint64> ids;
    for (int row = 0; row < model()->rowCount(); row += 23) {
        for (int column = 0; column < OrderTableModel::ColumnCount; ++column) {
            const QModelIndex cell = model()->index(row, column);
            const QString filter = cell.data(ItemRoles::FilterRole).toString();
            if (filter.isEmpty() || filters.contains(filter))
                continue;
            filters.append(filter);
            ids.append(cell.data(ItemRoles::IdRole).toLongLong());
        }
    }
    for (qsizetype at = 0; at < filters.size(); ++at) {
        const auto parsed = parseFilter(filters.at(at), m_clock.now(), QTimeZone::systemTimeZone());
        QVERIFY2(!parsed.mistake, qPrintable(filters.at(at)));
        OrderPageRequest request;
        request.filter = parsed.expression;
        request.limit = 1000;
        const auto page = m_sources->orders.page(request);
        QTRY_VERIFY(page.isFinished());
        QVERIFY2(page.result(), qPrintable(filters.at(at)));
        const QList<Order> orders = page.result().value().orders;
        const bool found
            = std::ranges::any_of(orders, [id = ids.at(at)](const Order& order) { return order.id == id; });
        QVERIFY2(found, qPrintable(filters.at(at)));
    }
}

void tst_Console::anEventReachesTheScreen()
{
    listEverything();
    const Order before = model()->order(3);
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QJsonObject order{{u"currency"_s, before.total.currency}, {u"total"_s, u"4711"_s}};
    const QJsonObject event{{u"specversion"_s, u"1.0"_s}, {u"id"_s, u"t-1"_s}, {u"source"_s, u"/test"_s},
        {u"type"_s, u"com.signalbox.order.changed.v1"_s}, {u"subject"_s, QString(u"order/"_s + before.key)},
        {u"time"_s, time}, {u"data"_s, QJsonObject{{u"order"_s, order}}}};
    IngestBatch batch;
    batch.events = '[' + QJsonDocument(event).toJson(QJsonDocument::Compact) + ']';
    const auto taken = Ingestor(m_store->runner()).ingest(batch);
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().text));
    QCOMPARE(taken.value().counts.accepted, 1);
    QTRY_VERIFY(model()->order(model()->rowOf(before.id)).total != before.total);
    QTRY_VERIFY(model()->order(model()->rowOf(before.id)).version > before.version);
}

/// L and Z, through the window and the database.
void tst_Console::tagsOfTriageAreTakenBack()
{
    m_window->showScreen(MainWindow::TriageScreen);
    auto* triage = m_window->findChild<TriageView*>();
    triage->setGrouped(false);
    const ExceptionTableModel& problems = triage->model();
    QTRY_VERIFY_WITH_TIMEOUT(triage->isSettled() && problems.rowCount() > 0, 20'000);
    int row = 0;
    while (row < problems.rowCount() - 1 && problems.exceptionAt(row).orderId == 0)
        ++row;
    triage->table()->makeCurrent(row);
    QTest::keyClick(triage->table(), Qt::Key_L);
    auto* panel = m_window->findChild<TagPanel*>();
    QVERIFY(panel && panel->isVisible());
    QTRY_VERIFY(panel->isSettled());
    QTest::keyClicks(panel->findChild<TagLine*>(), u"only-once,"_s);
    QTest::keyClick(panel->findChild<TagLine*>(), Qt::Key_Return);
    QTRY_VERIFY(!panel->isVisible());
    const auto tagged = [this] {
        return TestServer::value(m_database, u"SELECT count(*) FROM integration.order_tag WHERE tag = 'only-once'"_s);
    };
    QCOMPARE(tagged(), u"1"_s);
    QTest::keyClick(triage->table(), Qt::Key_Z);
    QTRY_COMPARE(tagged(), u"0"_s);
    QTRY_VERIFY_WITH_TIMEOUT(triage->isSettled(), 20'000);
    triage->setGrouped(true);
}

void tst_Console::setAsideIsListed()
{
    m_window->showScreen(MainWindow::HealthScreen);
    QTRY_VERIFY(m_window->healthView()->isSettled());
    auto* tile = child<MetricTile>(*m_window, u"tileRejected"_s);
    QCOMPARE(tile->figure(), u"4"_s);
    QTest::keyClick(tile, Qt::Key_Return);
    SetAsideView* list = m_window->setAsideView();
    QTRY_VERIFY(list->isVisible() && list->isSettled());
    QCOMPARE(list->model().rowCount(), 4);
    QCOMPARE(list->model().eventAt(0).code, u"unknown_type"_s); // the last that came
    QCOMPARE(list->model().eventAt(0).count, 2);
    QCOMPARE(QApplication::focusWidget(), list->table());
    QTest::keyClick(list->table(), Qt::Key_Escape);
    QVERIFY(m_window->healthView()->isVisible());
}

void tst_Console::snapshotDrawsEveryScreen()
{
    QTemporaryDir folder;
    Snapshot snapshot(*m_window, folder.path(), {});
    QSignalSpy finished(&snapshot, &Snapshot::finished);
    snapshot.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(finished.at(0).at(0).toInt(), 0);
    QMap<QString, QImage> pictures;
    for (const QString& view : Snapshot::views()) {
        const QImage picture(folder.filePath(view + u".png"_s));
        QCOMPARE(picture.size(), m_window->size());
        QVERIFY2(std::find(pictures.cbegin(), pictures.cend(), picture) == pictures.cend(),
            qPrintable(view)); // each shows something of its own
        pictures.insert(view, picture);
    }
    for (const auto& [page, tabs] : {std::pair(u"order"_s, u"orderTabs"_s), std::pair(u"rules"_s, u"rulesTabs"_s)}) {
        const QStringList names = Snapshot::views().filter(QRegularExpression(u"^%1(-|$)"_s.arg(page)));
        QCOMPARE(names.size(), m_window->findChild<QTabWidget*>(tabs)->count());
    }
    QTest::keyClick(m_window->findChild<QWidget*>(u"shortcutSheet"_s), Qt::Key_Escape);
}

void tst_Console::snapshotDrawsATabAlone()
{
    QTemporaryDir folder;
    Snapshot snapshot(*m_window, folder.path(), {u"order-lines"_s, u"rules-channels"_s});
    QSignalSpy finished(&snapshot, &Snapshot::finished);
    snapshot.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), (QStringList{u"order-lines.png"_s, u"rules-channels.png"_s}));
    QCOMPARE(m_window->findChild<QTabWidget*>(u"orderTabs"_s)->currentWidget()->objectName(), u"lines"_s);
    QCOMPARE(m_window->findChild<QTabWidget*>(u"rulesTabs"_s)->currentWidget()->objectName(), u"channels"_s);
}

void tst_Console::aKilledServerIsToldAndComesBack()
{
    listEverything();
    const int rows = model()->rowCount();
    auto* banner = child<Banner>(*m_window, u"connectionBanner"_s);
    m_server.kill();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20'000);
    QCOMPARE(model()->rowCount(), rows); // what was there stays
    m_server.restart();
    m_sources->feed.retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), 30'000);
    QTRY_VERIFY(m_window->ordersView()->isSettled());
    QCOMPARE(model()->rowCount(), rows);
}

void tst_Console::aServerThatComesLateIsFoundWithoutAButton()
{
    const QLocale before;
    const QTemporaryDir settings;
    const QByteArray folder = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    m_server.kill();
    Options options;
    options.database = m_database.redacted();
    options.language = u"en"_s;
    {
        Console console(*qApp, options);
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(console.window().showsProblem(), 20'000);
        QVERIFY2(console.window().findChild<QLabel*>(u"messageHint"_s)->text().contains(u"by itself"_s), "hint");
        m_server.restart();
        QTRY_VERIFY_WITH_TIMEOUT(console.window().isOpen(), 20'000);
    }
    qputenv("XDG_CONFIG_HOME", folder);
    QLocale::setDefault(before);
}

SIGNALBOX_TEST(tst_Console)
#include "tst_console.moc"
