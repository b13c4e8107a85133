// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/lasthandover.h"
#include "app/console/console.h"
#include "app/console/mainwindow.h"
#include "app/console/options.h"
#include "app/console/snapshot.h"
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakegroups.h"
#include "fakehandover.h"
#include "fakeordersource.h"
#include "fakeviews.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/countbutton.h"
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/handover/handoverpanel.h"
#include "widgets/health/healthview.h"
#include "widgets/health/metrictile.h"
#include "widgets/health/setasideview.h"
#include "widgets/order/orderview.h"
#include "widgets/orders/ordersview.h"
#include "widgets/shell/dataage.h"
#include "widgets/shell/environmentbadge.h"
#include "widgets/shell/rail.h"
#include "widgets/shell/searchitemdelegate.h"
#include "widgets/shell/searchpalette.h"
#include "widgets/shell/shortcutsheet.h"
#include "widgets/shell/topbar.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/queuelist.h"
#include "widgets/triage/triageview.h"
#include "widgets/views/viewsbutton.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>(fakeNow());
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->attach(*qApp);
        m_orders = std::make_unique<FakeOrderSource>();
        m_health = std::make_unique<FakeHealthFigures>();
        m_rules = std::make_unique<FakeRuleBook>();
        m_exceptions = std::make_unique<FakeExceptions>();
        m_operations = std::make_unique<FakeOperations>();
        m_groups = std::make_unique<FakeGroups>();
        m_views = std::make_unique<FakeViews>();
        m_feed = std::make_unique<FakeFeed>();
        m_feed->place = {u"Production"_s, u"production"_s, u"integration"_s, u"db.example.org"_s, u"anna"_s,
            {u"finance"_s, u"support"_s, u"viewer"_s}, u"15.4"_s, 7};
        m_feed->contact = fakeNow();
        makeWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_settings.reset(); // writes its file at its end: before the folder goes
        KeyMap::instance().resetAll();
        m_feed.reset();
        m_theme.reset();
    }

    void showsProgressAndProblemsBeforeThereIsADatabase();
    void aSnapshotEndsAsTheCommandLineDoes_data();
    void aSnapshotEndsAsTheCommandLineDoes();
    void startsWithTriageWhileTheOrdersAreRead();
    void goesFromAProblemToItsOrderAndBack();
    void entersAnOrderAndComesBackToTheSameRow();
    void offersTheCommandsOfTheScreen();
    void keepsChangedKeys();
    void savesAndShowsViews();
    void beginsWithTheViewOfTheRole();
    void goesToScreensByKey_data();
    void goesToScreensByKey();
    void findsOrdersAndCommands();
    void dropsAnswersToAnOlderSearch();
    void showsAllKeys();
    void tellsOfALostConnectionAndOfItsReturn();
    void promisesNoReconnectionToANewerSchema();
    void showsWhereAndWhoIAm();
    void environmentsDiffer();
    void anIncidentBundleIsNeverTakenForADatabase();
    void oneKeyMakesTheShiftReport();
    void keepsThemeFilterAndColumns();
    void keepsTheLayoutOfTriage();
    void refreshesWhatIsShown();
    void showsWhatWasSetAsideAndComesBack();
    void quickFiltersFitOneLine_data();
    void quickFiltersFitOneLine();
    void isReachableByKeyboardAndScreenReader();
    void readsTheCommandLine_data();
    void readsTheCommandLine();
    void choosesTheLanguage();

private:
    void makeWindow()
    {
        m_window.reset();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"console.ini"_s));
        m_window = std::make_unique<MainWindow>(*m_clock, *m_theme, *m_settings);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    /// Opens it over the fakes, answers the first page and goes to the list of orders.
    void open()
    {
        m_window->open(
            {*m_orders, *m_health, *m_rules, *m_feed, *m_exceptions, *m_operations, *m_groups, *m_groups, *m_views});
        m_orders->pages.answer(m_orders->pages.size() - 1, fakePage(30, 1));
        QTRY_VERIFY(m_window->ordersView()->isSettled());
        m_window->showScreen(MainWindow::OrdersScreen);
    }
    TableView* table() const { return m_window->ordersView()->table(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FakeOrderSource> m_orders;
    std::unique_ptr<FakeHealthFigures> m_health;
    std::unique_ptr<FakeRuleBook> m_rules;
    std::unique_ptr<FakeExceptions> m_exceptions;
    std::unique_ptr<FakeOperations> m_operations;
    std::unique_ptr<FakeGroups> m_groups;
    std::unique_ptr<FakeViews> m_views;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<MainWindow> m_window;
};

void tst_MainWindow::showsProgressAndProblemsBeforeThereIsADatabase()
{
    m_window->showProgress(u"Starting"_s);
    QVERIFY(!m_window->showsProblem());
    QCOMPARE(m_window->problemText(), u"Starting"_s);
    QVERIFY(!child<Rail>(*m_window, u"rail"_s)->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier); // nothing to go to yet
    QVERIFY(!m_window->isOpen());

    QSignalSpy retry(m_window.get(), &MainWindow::retryRequested);
    const QList<Failure> kinds = {Failure::Connection, Failure::Authentication, Failure::Permission, Failure::Schema,
        Failure::Invalid, Failure::Other};
    QSet<QString> titles;
    for (const Failure kind : kinds) {
        m_window->showProblem({kind, u"Why it is so."_s, u"What to do."_s, {}});
        QVERIFY(m_window->showsProblem());
        titles.insert(child<QLabel>(*m_window, u"messageTitle"_s)->text());
        QCOMPARE(child<QLabel>(*m_window, u"messageText"_s)->text(), u"Why it is so."_s);
        QCOMPARE(child<QLabel>(*m_window, u"messageHint"_s)->text(), u"What to do."_s);
    }
    QCOMPARE(titles.size(), kinds.size());
    QTest::mouseClick(child<QPushButton>(*m_window, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(retry.size(), 1);
    open();
    QVERIFY(!m_window->showsProblem());
}

void tst_MainWindow::aSnapshotEndsAsTheCommandLineDoes_data()
{
    QTest::addColumn<Failure>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("no connection") << Failure::Connection << 3;
    QTest::newRow("wrong password") << Failure::Authentication << 3;
    QTest::newRow("newer schema") << Failure::Schema << 1;
    QTest::newRow("no rights") << Failure::Permission << 1;
}

void tst_MainWindow::aSnapshotEndsAsTheCommandLineDoes()
{
    QFETCH(const Failure, kind);
    QFETCH(const int, code);
    QTemporaryDir folder;
    m_window->showProblem({kind, u"Why it is so."_s, {}, {}});
    Snapshot snapshot(*m_window, folder.path(), {});
    QSignalSpy finished(&snapshot, &Snapshot::finished);
    snapshot.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.at(0).at(0).toInt(), code);
}

void tst_MainWindow::startsWithTriageWhileTheOrdersAreRead()
{
    QSignalSpy rows(m_window.get(), &MainWindow::firstRowsShown);
    m_window->open(
        {*m_orders, *m_health, *m_rules, *m_feed, *m_exceptions, *m_operations, *m_groups, *m_groups, *m_views});
    QCOMPARE(m_window->screen(), MainWindow::TriageScreen);
    QCOMPARE(m_groups->pages.size(), std::size_t(1)); // causes first, problems when they are asked for
    QCOMPARE(m_exceptions->pages.size(), std::size_t(0));
    QCOMPARE(m_orders->requests.size(), 1);
    m_orders->pages.answer(0, fakePage(30, 1));
    QTRY_COMPARE(rows.size(), 1);
    QTest::keySequence(m_window->windowHandle(), QKeySequence(u"Ctrl+2"_s));
    QCOMPARE(m_window->screen(), MainWindow::OrdersScreen);
    QVERIFY(table()->hasFocus());
    QVERIFY(m_window->windowTitle().contains(u"Production"_s));
}

void tst_MainWindow::goesFromAProblemToItsOrderAndBack()
{
    open();
    m_window->showScreen(MainWindow::TriageScreen);
    m_window->triageView()->setGrouped(false);
    m_exceptions->pages.answer(0, ExceptionPage{fixtureExceptions(), std::nullopt, fixtureNow()});
    TableView* problems = m_window->triageView()->table();
    QTRY_COMPARE(problems->model()->rowCount(), 14);
    QTRY_VERIFY(problems->hasFocus());
    QTest::keyClick(problems, Qt::Key_J);
    QTest::keyClick(problems, Qt::Key_O);
    QCOMPARE(m_window->orderView()->orderId(), 613);
    QVERIFY(m_window->orderView()->isVisible());
    QTest::keyClick(m_window->orderView(), Qt::Key_Escape);
    QCOMPARE(m_window->screen(), MainWindow::TriageScreen);
    QTRY_VERIFY(problems->hasFocus());
    QCOMPARE(problems->currentId().toLongLong(), 113);
    m_window->showScreen(MainWindow::OrdersScreen); // the list, not the order that was looked at in between
    QVERIFY(m_window->ordersView()->isVisible());
}

void tst_MainWindow::entersAnOrderAndComesBackToTheSameRow()
{
    open();
    for (int at = 0; at < 4; ++at)
        QTest::keyClick(table(), Qt::Key_J);
    const qint64 id = m_window->ordersView()->currentOrder();
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(m_window->orderView()->isVisible());
    QCOMPARE(m_window->orderView()->orderId(), id);
    QCOMPARE(m_orders->details.size(), std::size_t(1));
    QTest::keyClick(m_window->orderView(), Qt::Key_Escape);
    QTRY_VERIFY(m_window->ordersView()->isVisible());
    QVERIFY(table()->hasFocus());
    QCOMPARE(m_window->ordersView()->currentOrder(), id);
    QCOMPARE(m_orders->requests.size(), 1); // the list was not read again for it
}

void tst_MainWindow::offersTheCommandsOfTheScreen()
{
    open();
    m_window->showScreen(MainWindow::TriageScreen);
    m_window->openSearch();
    m_window->search()->ask(u"replay"_s);
    auto* results = child<QListWidget>(*m_window, u"searchResults"_s);
    const auto itemOf = [results](const QString& text) {
        const auto found = results->findItems(text, Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.constFirst();
    };
    QListWidgetItem* replay = itemOf(textOf(Command::PlanReplay));
    QVERIFY(replay);
    QVERIFY(!(replay->flags() & Qt::ItemIsSelectable)); // no group is there: it says why not
    QVERIFY(!replay->data(SearchItemDelegate::NoteRole).toString().isEmpty());
    m_window->search()->ask(textOf(Command::ToggleGroups));
    QListWidgetItem* toggle = itemOf(textOf(Command::ToggleGroups));
    QVERIFY(toggle);
    QCOMPARE(toggle->data(SearchItemDelegate::NoteRole).toString(), u"V"_s);
    results->setCurrentItem(toggle);
    QTest::keyClick(child<QLineEdit>(*m_window, u"searchLine"_s), Qt::Key_Return);
    QVERIFY(!m_window->triageView()->isGrouped());
    m_window->showScreen(MainWindow::OrdersScreen);
    m_window->openSearch();
    m_window->search()->ask(u"replay"_s);
    QVERIFY(!itemOf(textOf(Command::PlanReplay)));
}

void tst_MainWindow::keepsChangedKeys()
{
    open();
    QTest::keySequence(m_window->windowHandle(), QKeySequence(u"?"_s));
    QTest::mouseClick(child<QPushButton>(*m_window, u"changeKeys"_s), Qt::LeftButton);
    QVERIFY(child<QWidget>(*m_window, u"keyEditor"_s)->isVisible());
    KeyMap::instance().setKeys(Command::GoToHealth, {QKeySequence(u"Ctrl+9"_s)});
    makeWindow();
    open();
    QTest::keySequence(m_window->windowHandle(), QKeySequence(u"Ctrl+9"_s));
    QCOMPARE(m_window->screen(), MainWindow::HealthScreen);
}

void tst_MainWindow::savesAndShowsViews()
{
    open();
    m_views->lists.answer(0, QList<SavedView>{});
    m_views->lists.answer(1, QList<SavedView>{});
    QTRY_VERIFY(m_views->lists.size() == 2);
    m_window->showOrders(u"channel:pos"_s);
    auto* button = child<ViewsButton>(*m_window->ordersView(), u"viewsButton"_s);
    button->saveAs();
    QTest::keyClicks(QApplication::focusWidget(), u"Shops"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_views->saved.size(), 1);
    SavedView view = m_views->saved.constFirst();
    QCOMPARE(view.name, u"Shops"_s);
    QCOMPARE(view.filter, u"channel:pos"_s);
    QCOMPARE(view.screen, SavedView::Screen::Orders);
    QVERIFY(!view.columns.isEmpty());
    view.id = 5;
    view.owner = u"anna"_s;
    m_views->ids.answer(0, qint64(5));
    QTRY_COMPARE(m_views->lists.size(), std::size_t(3));
    m_views->lists.answer(2, QList<SavedView>{view});
    QTRY_COMPARE(button->text(), u"Shops"_s);
    m_window->showOrders({});
    m_window->showScreen(MainWindow::TriageScreen);
    m_window->openSearch();
    m_window->search()->ask(u"Shops"_s);
    auto* results = child<QListWidget>(*m_window, u"searchResults"_s);
    results->setCurrentItem(results->findItems(u"View: Shops"_s, Qt::MatchExactly).value(0));
    QTest::keyClick(child<QLineEdit>(*m_window, u"searchLine"_s), Qt::Key_Return);
    QCOMPARE(m_window->screen(), MainWindow::OrdersScreen);
    QCOMPARE(m_window->ordersView()->filterText(), u"channel:pos"_s);
}

void tst_MainWindow::beginsWithTheViewOfTheRole()
{
    SavedView late;
    late.id = 1;
    late.name = u"Late"_s;
    late.shared = true;
    late.filter = u"target:breached"_s;
    late.roles = {u"support"_s};
    open();
    m_views->lists.answer(0, QList<SavedView>{late});
    m_views->lists.answer(1, QList<SavedView>{late});
    QTRY_COMPARE(m_window->ordersView()->filterText(), u"target:breached"_s);
    QCOMPARE(m_window->screen(), MainWindow::OrdersScreen); // where the person was
    m_window->showOrders(u"channel:web"_s);
    makeWindow(); // the second time it is as it was left
    open();
    m_views->lists.answer(2, QList<SavedView>{late});
    m_views->lists.answer(3, QList<SavedView>{late});
    QTRY_VERIFY(m_window->ordersView()->isSettled());
    QCOMPARE(m_window->ordersView()->filterText(), u"channel:web"_s);
}

void tst_MainWindow::goesToScreensByKey_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<int>("screen");
    QTest::newRow("health") << u"Ctrl+4"_s << int(MainWindow::HealthScreen);
    QTest::newRow("rules") << u"Ctrl+5"_s << int(MainWindow::RulesScreen);
    QTest::newRow("letters") << u"G, R"_s << int(MainWindow::RulesScreen);
    QTest::newRow("orders") << u"Ctrl+2"_s << int(MainWindow::OrdersScreen);
    QTest::newRow("triage") << u"Ctrl+1"_s << int(MainWindow::TriageScreen);
    QTest::newRow("operations") << u"G, P"_s << int(MainWindow::OperationsScreen);
}

void tst_MainWindow::goesToScreensByKey()
{
    QFETCH(const QString, keys);
    QFETCH(const int, screen);
    open();
    QTest::keySequence(m_window->windowHandle(), QKeySequence(keys));
    QTRY_COMPARE(int(m_window->screen()), screen);
    QTest::mouseClick(child<RailButton>(*m_window, u"railHealth"_s), Qt::LeftButton);
    QCOMPARE(m_window->screen(), MainWindow::HealthScreen);
}

void tst_MainWindow::findsOrdersAndCommands()
{
    open();
    QTest::keySequence(m_window->windowHandle(), QKeySequence(Qt::CTRL | Qt::Key_K));
    SearchPalette* search = m_window->search();
    QTRY_VERIFY(search->isVisible());
    auto* line = child<QLineEdit>(*search, u"searchLine"_s);
    auto* list = child<QListWidget>(*search, u"searchResults"_s);
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClicks(line, u"100"_s);
    QTRY_COMPARE(m_orders->searched, QStringList{u"100"_s});
    m_orders->found.answer(0, QList<Order>{fakeOrder(7), fakeOrder(8)});
    QTRY_COMPARE(list->findItems(u"10007"_s, Qt::MatchExactly).size(), 1);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(list->currentItem()->text(), u"10008"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(!search->isVisible());
    QCOMPARE(m_window->orderView()->orderId(), 8);

    m_window->openSearch();
    QVERIFY(!list->findItems(u"10008"_s, Qt::MatchExactly).isEmpty()); // what was open last
    QTest::keyClicks(line, u"rules"_s);
    for (int at = 0; at < list->count() && !list->currentItem()->text().contains(u"rules and"_s); ++at)
        QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(m_window->screen(), MainWindow::RulesScreen);

    m_window->openSearch();
    QTest::keyClicks(line, u"SO-4711"_s);
    QTRY_COMPARE(m_orders->searched.size(), 2); // a search that was left before it began asks nothing
    m_orders->found.answer(1, QList<Order>());
    QTRY_VERIFY(search->isSettled());
    QTest::keyClick(line, Qt::Key_Return); // no such order: the list with this filter
    QCOMPARE(m_window->screen(), MainWindow::OrdersScreen);
    QCOMPARE(m_window->ordersView()->filterText(), u"SO-4711"_s);

    m_window->openSearch();
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!search->isVisible());
    QTRY_VERIFY(table()->hasFocus());
}

void tst_MainWindow::dropsAnswersToAnOlderSearch()
{
    open();
    m_window->openSearch();
    auto* line = child<QLineEdit>(*m_window->search(), u"searchLine"_s);
    auto* list = child<QListWidget>(*m_window->search(), u"searchResults"_s);
    QTest::keyClicks(line, u"1"_s);
    QTRY_COMPARE(m_orders->searched.size(), 1);
    QTest::keyClicks(line, u"2"_s);
    QTRY_COMPARE(m_orders->searched.size(), 2);
    m_orders->found.answer(1, QList<Order>{fakeOrder(12)});
    QTRY_COMPARE(list->findItems(u"10012"_s, Qt::MatchExactly).size(), 1);
    m_orders->found.answer(0, QList<Order>{fakeOrder(1)});
    QCoreApplication::processEvents();
    QVERIFY(list->findItems(u"10001"_s, Qt::MatchExactly).isEmpty());
}

void tst_MainWindow::showsAllKeys()
{
    open();
    QTest::keyClick(table(), Qt::Key_Question, Qt::ShiftModifier);
    auto* sheet = m_window->findChild<ShortcutSheet*>();
    QVERIFY(sheet);
    if (!sheet->isVisible())
        m_window->openShortcuts(); // a keyboard that has no such key
    QVERIFY(sheet->isVisible());
    QVERIFY(sheet->hasFocus());
    QTest::keyClick(sheet, Qt::Key_J); // goes nowhere
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QTRY_VERIFY(table()->hasFocus());
}

void tst_MainWindow::tellsOfALostConnectionAndOfItsReturn()
{
    open();
    auto* banner = child<Banner>(*m_window, u"connectionBanner"_s);
    QVERIFY(!banner->isVisible());
    m_feed->error = {Failure::Connection, u"The server does not answer."_s, {}, {}};
    m_feed->setState(ChangeFeed::State::Lost);
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(u"The server does not answer."_s));
    QCOMPARE(table()->model()->rowCount(), 30); // what was there stays
    QVERIFY(child<DataAge>(*m_window, u"dataAge"_s)->text().contains(u"stale"_s));
    QTest::mouseClick(child<QPushButton>(*banner, u"bannerAction"_s), Qt::LeftButton);
    QCOMPARE(m_feed->retries, 1);
    m_feed->setState(ChangeFeed::State::Live);
    m_feed->changeEverything();
    QVERIFY(!banner->isVisible());
    QCOMPARE(m_orders->requests.size(), 2); // the list is read again
}

void tst_MainWindow::promisesNoReconnectionToANewerSchema()
{
    open();
    m_feed->contact = m_clock->now();
    m_feed->error = {Failure::Schema, u"The schema is newer."_s, u"Install a later Signalbox."_s, {}};
    m_feed->setState(ChangeFeed::State::Lost);
    const QString text = child<Banner>(*m_window, u"connectionBanner"_s)->text();
    QVERIFY2(text.contains(u"The schema is newer. Install a later Signalbox."_s), qPrintable(text));
    QVERIFY2(!text.contains(u"by itself"_s) && !text.contains(u"lost"_s), qPrintable(text));
    QVERIFY2(text.contains(u"What is shown is from"_s), qPrintable(text));
    m_feed->contact = {}; // found out before the first answer
    m_feed->setState(ChangeFeed::State::Lost);
    QCOMPARE(
        child<Banner>(*m_window, u"connectionBanner"_s)->text(), u"The schema is newer. Install a later Signalbox."_s);
}

void tst_MainWindow::showsWhereAndWhoIAm()
{
    open();
    QCOMPARE(child<EnvironmentBadge>(*m_window, u"environment"_s)->text(), u"Production"_s);
    const QString user = child<QLabel>(*m_window, u"user"_s)->text();
    QVERIFY(user.contains(u"anna"_s) && user.contains(u"support"_s) && user.contains(u"finance"_s));
    const QString status = child<QLabel>(*m_window, u"statusConnection"_s)->text();
    QVERIFY(status.contains(u"db.example.org"_s) && status.contains(u"15.4"_s));
    QCOMPARE(mainRightText({u"admin"_s, u"finance"_s, u"viewer"_s}), u"administrator"_s);
    QCOMPARE(mainRightText({u"viewer"_s}), u"viewer"_s);
    m_clock->advance(std::chrono::milliseconds(1200));
    QTRY_COMPARE(child<DataAge>(*m_window, u"dataAge"_s)->text(), u"live, 1.2 s"_s);
}

void tst_MainWindow::environmentsDiffer()
{
    QSet<int> colors;
    for (const QString& kind : {u"production"_s, u"staging"_s, u"test"_s, u"demo"_s, u"other"_s}) {
        Environment environment;
        environment.kind = kind;
        colors.insert(int(environmentColor(environment)));
    }
    QCOMPARE(colors.size(), 5);
}

void tst_MainWindow::anIncidentBundleIsNeverTakenForADatabase()
{
    m_feed->place.kind = u"bundle"_s;
    m_feed->place.bundleAsOf = QDateTime(QDate(2026, 11, 3), QTime(4, 5), Qt::UTC);
    open();
    m_feed->contact = fakeNow();
    const QString badge = child<EnvironmentBadge>(*m_window, u"environment"_s)->text();
    QVERIFY2(badge.startsWith(u"Incident bundle \u00b7 Production \u00b7 as of "_s)
            && badge.endsWith(u" \u00b7 read only"_s) && badge.contains(u"2026"_s),
        qPrintable(badge));
    QTRY_VERIFY(child<DataAge>(*m_window, u"dataAge"_s)->text().startsWith(u"as of "_s));
}

void tst_MainWindow::oneKeyMakesTheShiftReport()
{
    FakeHandovers handovers;
    LastHandover last(m_folder->filePath(u"handover.ini"_s));
    m_window->open({*m_orders, *m_health, *m_rules, *m_feed, *m_exceptions, *m_operations, *m_groups, *m_groups,
        *m_views, nullptr, &handovers, &handovers, &last});
    m_window->activateWindow();
    m_window->findChild<QAction*>(u"openHandover"_s)->trigger();
    auto* panel = child<HandoverPanel>(*m_window, u"handover"_s);
    QVERIFY(panel->isVisible());
    panel->setFolder(m_folder->path());
    Handover told = fixtureHandover();
    told.asOf = fakeNow().addSecs(-60);
    handovers.answers.answer(0, told);
    QTRY_VERIFY(panel->isSettled());
    QTest::keyClick(panel, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(handovers.writings.size(), 1);
    handovers.paths.answer(0, QStringList{m_folder->filePath(u"a.pdf"_s)});
    QTRY_VERIFY(panel->isSettled());
    QTest::keyClick(panel, Qt::Key_Escape);
    // the next one begins where this one ended
    m_window->openHandover();
    QCOMPARE(handovers.requests.constLast().since, told.asOf);
    QCOMPARE(m_settings->value(Preferences::handoverFolder), m_folder->path());
    m_window.reset(); // before what it uses
}

void tst_MainWindow::keepsThemeFilterAndColumns()
{
    open();
    m_window->findChild<QAction*>(u"toggleTheme"_s)->trigger();
    QVERIFY(m_theme->isDark());
    m_window->ordersView()->setFilterText(u"channel:pos"_s);
    table()->setColumnHidden(OrderTableModel::MoneyColumn, true);
    Q_EMIT table()->columnsChanged();
    QCOMPARE(m_settings->value(Preferences::theme), u"dark"_s);
    makeWindow();
    m_window->open(
        {*m_orders, *m_health, *m_rules, *m_feed, *m_exceptions, *m_operations, *m_groups, *m_groups, *m_views});
    QCOMPARE(m_window->ordersView()->filterText(), u"channel:pos"_s);
    QVERIFY(table()->isColumnHidden(OrderTableModel::MoneyColumn));
    QVERIFY(!m_orders->requests.constLast().filter.isEverything()); // asked once, with the filter
    m_window->findChild<QAction*>(u"resetLayout"_s)->trigger();
    QVERIFY(!table()->isColumnHidden(OrderTableModel::MoneyColumn));
}

void tst_MainWindow::keepsTheLayoutOfTriage()
{
    using Model = ExceptionTableModel;
    const auto openTriage = [this] {
        m_window->open(
            {*m_orders, *m_health, *m_rules, *m_feed, *m_exceptions, *m_operations, *m_groups, *m_groups, *m_views});
        m_window->showScreen(MainWindow::TriageScreen);
        m_window->triageView()->setGrouped(false);
        m_exceptions->counts.answer(m_exceptions->counts.size() - 1, fixtureQueues());
    };
    const auto queue = [this] {
        const QModelIndex current = child<QueueList>(*m_window, u"queues"_s)->currentIndex();
        return current.data(ItemRoles::IdRole).toString();
    };
    const auto sizes = [this] { return child<QSplitter>(*m_window, u"triageSplitter"_s)->sizes(); };
    openTriage();
    const QList<int> usual = sizes();
    QTRY_COMPARE(child<QueueList>(*m_window, u"queues"_s)->model()->rowCount(), int(fixtureQueues().size()));
    TableView* list = m_window->triageView()->table();
    list->setColumnHidden(Model::CodeColumn, false);
    list->setColumnWidth(Model::NumberColumn, 131);
    list->horizontalHeader()->moveSection(list->horizontalHeader()->visualIndex(Model::CodeColumn), 0);
    m_window->triageView()->groupPane()->table()->setColumnHidden(GroupTableModel::TeamColumn, false);
    auto* splitter = child<QSplitter>(*m_window, u"triageSplitter"_s);
    splitter->setSizes({usual.at(0) + 20, usual.at(1) - 40, usual.at(2) + 20});
    Q_EMIT splitter->splitterMoved(0, 1); // as the mouse does
    const QList<int> moved = sizes();
    QVERIFY(moved != usual);
    child<QueueList>(*m_window, u"queues"_s)->select(u"9/erp"_s);
    QCOMPARE(queue(), u"9/erp"_s);

    makeWindow();
    openTriage();
    QTRY_COMPARE(queue(), u"9/erp"_s); // a team is known once the database has answered
    QCOMPARE(m_exceptions->queries.constLast().team, u"erp"_s);
    list = m_window->triageView()->table();
    QVERIFY(!list->isColumnHidden(Model::CodeColumn));
    QCOMPARE(list->horizontalHeader()->visualIndex(Model::CodeColumn), 0);
    QCOMPARE(list->columnWidth(Model::NumberColumn), 131);
    const TableView* groups = m_window->triageView()->groupPane()->table();
    QVERIFY(!groups->isColumnHidden(GroupTableModel::TeamColumn));
    QCOMPARE(sizes(), moved);
    m_window->findChild<QAction*>(u"resetLayout"_s)->trigger();
    QVERIFY(list->isColumnHidden(Model::CodeColumn));
    QVERIFY(groups->isColumnHidden(GroupTableModel::TeamColumn));
    QTRY_COMPARE(sizes(), usual);

    makeWindow();
    m_settings->set(Preferences::triageQueue, u"9/gone"_s);
    openTriage();
    QTRY_COMPARE(child<QueueList>(*m_window, u"queues"_s)->model()->rowCount(), int(fixtureQueues().size()));
    QCOMPARE(queue(), u"0/"_s);
}

void tst_MainWindow::refreshesWhatIsShown()
{
    open();
    const std::size_t figures = m_health->answers.size();
    const auto before = m_orders->requests.size();
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(m_orders->requests.size(), before + 1);
    m_window->showScreen(MainWindow::HealthScreen);
    QTRY_VERIFY(m_health->answers.size() > figures);
}

void tst_MainWindow::showsWhatWasSetAsideAndComesBack()
{
    open();
    m_window->showScreen(MainWindow::HealthScreen);
    QTRY_VERIFY(m_health->answers.size() > 1);
    m_health->answers.answer(m_health->answers.size() - 1, busyHealth());
    QTRY_VERIFY(m_window->healthView()->isSettled());
    auto* tile = child<MetricTile>(*m_window, u"tileRejected"_s);
    tile->setFocus();
    QTest::keyClick(tile, Qt::Key_Return);
    SetAsideView* list = m_window->setAsideView();
    QVERIFY(list->isVisible());
    QCOMPARE(m_window->screen(), MainWindow::HealthScreen);
    m_health->setAsidePages.answer(0, setAsidePage(1000, 987));
    QTRY_COMPARE(QApplication::focusWidget(), list->table());
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QCOMPARE(m_health->setAsideAsked.size(), 2);
    m_health->setAsidePages.answer(1, setAsidePage(1000, 987));
    QTRY_VERIFY(list->isSettled());
    QTest::keyClick(list->table(), Qt::Key_Escape);
    QVERIFY(m_window->healthView()->isVisible());
    QCOMPARE(QApplication::focusWidget(), tile); // where the person came from
    QTest::keyClick(tile, Qt::Key_Return);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(list->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(m_window->healthView()->isVisible());
}

void tst_MainWindow::quickFiltersFitOneLine_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("de") << u"de"_s;
}

void tst_MainWindow::quickFiltersFitOneLine()
{
    QFETCH(const QString, language);
    QTranslator words;
    if (words.load(u":/i18n/signalbox_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&words);
    makeWindow();
    m_window->resize(1280, 800);
    open();
    HealthSnapshot many = busyHealth();
    many.breachedOrders = 88'888;
    many.dueSoonOrders = 8888;
    many.failedOrders = 8888;
    for (BacklogSize& backlog : many.backlogs)
        backlog.orders = 8888;
    m_health->answers.answer(0, many);
    auto* first = child<CountButton>(*m_window, u"quickBreached"_s);
    auto* last = child<CountButton>(*m_window, u"quickRefund"_s);
    QCOMPARE(first->text(), language == u"de"_s ? u"Überfällig"_s : u"Overdue"_s);
    QTRY_COMPARE(last->count(), 8888);
    QTRY_COMPARE(last->y(), first->y());
}

void tst_MainWindow::isReachableByKeyboardAndScreenReader()
{
    open();
    QCOMPARE(widgetWithoutName(*m_window), QString());
    for (const QAction* action : m_window->actions()) {
        QVERIFY(!action->objectName().isEmpty());
        QVERIFY2(!action->shortcut().isEmpty() || action->objectName() == u"resetLayout"_s
                || action->objectName() == u"changeKeys"_s,
            qPrintable(action->objectName()));
    }
}

void tst_MainWindow::readsTheCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("wrong"); // a part of the message; empty: it is right
    QTest::newRow("nothing") << QStringList{} << QString();
    QTest::newRow("all") << QStringList{u"--db"_s, u"postgresql://x"_s, u"--snapshot"_s, u"out"_s, u"--view"_s,
        u"orders"_s, u"--size"_s, u"1920x1080"_s, u"--theme"_s, u"dark"_s, u"--lang"_s, u"de_AT"_s}
                         << QString();
    QTest::newRow("view") << QStringList{u"--view"_s, u"kitchen"_s} << u"kitchen"_s;
    QTest::newRow("size") << QStringList{u"--size"_s, u"big"_s} << u"big"_s;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"pink"_s;
    QTest::newRow("language") << QStringList{u"--lang"_s, u"fr"_s} << u"\"fr\""_s;
    QTest::newRow("no language") << QStringList{u"--lang"_s, u"klingon"_s} << u"klingon"_s;
    QTest::newRow("option") << QStringList{u"--dance"_s} << u"dance"_s;
    QTest::newRow("word") << QStringList{u"orders"_s} << u"orders"_s;
    QTest::newRow("bundle and database") << QStringList{u"--bundle"_s, u"x"_s, u"--db"_s, u"y"_s} << u"--bundle"_s;
    QTest::newRow("both") << QStringList{u"--demo"_s, u"--db"_s, u"x"_s} << u"--demo"_s;
}

void tst_MainWindow::readsTheCommandLine()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, wrong);
    const auto options = parseOptions(QStringList{u"signalbox"_s} + arguments);
    QCOMPARE(bool(options), wrong.isEmpty());
    if (!options) {
        QCOMPARE(options.error().kind, Failure::Invalid);
        QVERIFY2(options.error().text.contains(wrong), qPrintable(options.error().text));
    } else if (!arguments.isEmpty()) {
        QCOMPARE(options.value().size, QSize(1920, 1080));
        QCOMPARE(options.value().views, QStringList{u"orders"_s});
    }
}

void tst_MainWindow::choosesTheLanguage()
{
    QCOMPARE(Console::chooseLocale(u"de"_s, {}).language(), QLocale::German);
    QCOMPARE(Console::chooseLocale({}, u"de"_s).language(), QLocale::German);
    QCOMPARE(Console::chooseLocale(u"en"_s, u"de"_s).language(), QLocale::English);
    QCOMPARE(Console::chooseLocale(u"de_CH"_s, {}).territory(), QLocale::Switzerland);
    QVERIFY(Console::chooseLocale({}, {}).language() != QLocale::C);
}

SIGNALBOX_TEST(tst_MainWindow)
#include "tst_mainwindow.moc"
