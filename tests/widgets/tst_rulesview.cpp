// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesources.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/rules/processgraphview.h"
#include "widgets/rules/rulesview.h"
#include "widgets/rules/weekhours.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace Qt::StringLiterals;

class TestRulesView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheFirstProcess();
    void anotherProcessShowsItsSteps();
    void graphAndTableShareTheStep();
    void graphWalksByKeyboardAndMouse();
    void graphHasTheRoomItNeeds();
    void channelsAndCalendarsAreThere();
    void filtersByTheCell();
    void refreshKeepsTheChoice();
    void noProcessesIsSaid();
    void failureOffersRetry();
    void nothingCanBeEdited();
    void everyControlHasAName();

private:
    void answer(const Outcome<RuleBook>& rules);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeRuleBook> m_source;
    std::unique_ptr<ScriptedFeed> m_feed;
    std::unique_ptr<RulesView> m_view;
};

void TestRulesView::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->attach(*qApp);
    m_clock = std::make_unique<FakeClock>(fixtureNow());
    m_source = std::make_unique<FakeRuleBook>();
    m_feed = std::make_unique<ScriptedFeed>();
    m_view = std::make_unique<RulesView>(*m_source, *m_feed, *m_clock, *m_theme);
    m_view->resize(1200, 720);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QCOMPARE(m_source->answers.size(), std::size_t(1));
}

void TestRulesView::cleanup()
{
    m_view.reset();
}

void TestRulesView::answer(const Outcome<RuleBook>& rules)
{
    m_source->answers.answer(m_source->answers.size() - 1, rules);
    QTRY_VERIFY(m_view->isSettled());
}

void TestRulesView::showsTheFirstProcess()
{
    answer(fixtureRules());
    QCOMPARE(child<QLabel>(*m_view, u"processTitle"_s)->text(), u"Ship to home"_s);
    QCOMPARE(child<TableView>(*m_view, u"processSteps"_s)->model()->rowCount(), 16);
    QCOMPARE(child<ProcessGraphView>(*m_view, u"processGraph"_s)->graph().nodes.size(), 16);
    QVERIFY(child<QLabel>(*m_view, u"rulesNote"_s)->text().contains(u"Read only"_s));
}

void TestRulesView::anotherProcessShowsItsSteps()
{
    answer(fixtureRules());
    auto* processes = child<TableView>(*m_view, u"processes"_s);
    processes->setFocus();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(processes, Qt::Key_Down);
    QCOMPARE(processes->currentId().toString(), u"return/1"_s);
    QCOMPARE(child<TableView>(*m_view, u"processSteps"_s)->model()->rowCount(), 9);
    QCOMPARE(child<ProcessGraphView>(*m_view, u"processGraph"_s)->graph().nodes.size(), 9);
}

void TestRulesView::graphAndTableShareTheStep()
{
    answer(fixtureRules());
    auto* graph = child<ProcessGraphView>(*m_view, u"processGraph"_s);
    auto* steps = child<TableView>(*m_view, u"processSteps"_s);
    graph->setCurrentStep(u"invoice"_s);
    QCOMPARE(steps->currentId().toString(), u"invoice"_s);
    QVERIFY(graph->accessibleDescription().contains(u"After: "_s));
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_K);
    QVERIFY(graph->currentStep() != u"invoice"_s);
    QCOMPARE(graph->currentStep(), steps->currentId().toString());
}

void TestRulesView::graphWalksByKeyboardAndMouse()
{
    answer(fixtureRules());
    auto* graph = child<ProcessGraphView>(*m_view, u"processGraph"_s);
    graph->setFocus();
    QCOMPARE(graph->currentStep(), u"order_captured"_s);
    QTest::keyClick(graph, Qt::Key_Right);
    QVERIFY(graph->currentStep() != u"order_captured"_s);
    QTest::keyClick(graph, Qt::Key_Left);
    QCOMPARE(graph->currentStep(), u"order_captured"_s);
    QTest::mouseClick(graph->viewport(), Qt::LeftButton, {}, graph->placeOf(1).center().toPoint());
    QCOMPARE(graph->currentStep(), u"validation"_s);
}

void TestRulesView::graphHasTheRoomItNeeds()
{
    answer(fixtureRules());
    auto* graph = child<ProcessGraphView>(*m_view, u"processGraph"_s);
    auto* table = child<TableView>(*m_view, u"processSteps"_s);
    auto* processes = child<TableView>(*m_view, u"processes"_s);
    for (int row = 0; row < processes->model()->rowCount(); ++row) {
        processes->makeCurrent(row);
        const int steps = int(graph->graph().nodes.size());
        QVERIFY(steps > 0);
        const auto inSight = [graph, steps] {
            for (int node = 0; node < steps; ++node) {
                const QRectF place = graph->placeOf(node);
                if (place.top() < 0 || place.bottom() > graph->viewport()->height() || place.height() < 42)
                    return false;
            }
            return true;
        };
        QTRY_VERIFY2(inSight(), qPrintable(QString::number(row))); // sideways it may scroll
        QVERIFY(table->height() > 6 * Theme::rowHeight);
    }
}

void TestRulesView::channelsAndCalendarsAreThere()
{
    answer(fixtureRules());
    const QAbstractItemModel* channels = child<TableView>(*m_view, u"channels"_s)->model();
    QCOMPARE(channels->rowCount(), 6);
    QVERIFY(channels->index(4, ChannelModel::SuppliesColumn).data().toString().contains(u"never described"_s));
    const auto weeks = m_view->findChildren<WeekHours*>();
    QCOMPARE(weeks.size(), 4);
    QVERIFY(weeks.at(3)->accessibleDescription().contains(u"08:00\u201312:00, 13:00\u201318:00"_s));
    QVERIFY(weeks.at(3)->accessibleDescription().contains(u"closed"_s));
}

void TestRulesView::filtersByTheCell()
{
    answer(fixtureRules());
    QSignalSpy filters(m_view.get(), &RulesView::filterRequested);
    auto* steps = child<TableView>(*m_view, u"processSteps"_s);
    steps->setFocus();
    steps->setCurrentIndex(steps->model()->index(3, 0));
    QTest::keyClick(steps, Qt::Key_F);
    QCOMPARE(filters.size(), 1);
    QVERIFY(filters.at(0).at(0).toString().startsWith(u"step:"_s));
}

void TestRulesView::refreshKeepsTheChoice()
{
    answer(fixtureRules());
    auto* processes = child<TableView>(*m_view, u"processes"_s);
    processes->selectRow(3);
    auto* graph = child<ProcessGraphView>(*m_view, u"processGraph"_s);
    graph->setCurrentStep(u"acceptance"_s);
    const QVariant id = processes->currentId();
    Q_EMIT m_feed->everything();
    QCOMPARE(m_source->answers.size(), std::size_t(2));
    answer(fixtureRules());
    QCOMPARE(processes->currentId(), id);
    QCOMPARE(graph->currentStep(), u"acceptance"_s);
}

void TestRulesView::noProcessesIsSaid()
{
    answer(RuleBook{});
    QCOMPARE(m_view->findChild<ViewStates*>()->state(), ViewStates::State::Empty);
}

void TestRulesView::failureOffersRetry()
{
    answer(Error{Failure::Permission, u"You may not read this."_s, {}, {}});
    QCOMPARE(m_view->findChild<ViewStates*>()->state(), ViewStates::State::Failed);
    QTest::mouseClick(visibleChild<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    answer(fixtureRules());
    QCOMPARE(m_view->findChild<ViewStates*>()->state(), ViewStates::State::Content);
}

void TestRulesView::nothingCanBeEdited()
{
    answer(fixtureRules());
    const auto tables = m_view->findChildren<TableView*>();
    for (const TableView* table : tables) {
        QCOMPARE(table->editTriggers(), QAbstractItemView::NoEditTriggers);
        QVERIFY(!(table->model()->flags(table->model()->index(0, 0)) & Qt::ItemIsEditable));
    }
}

void TestRulesView::everyControlHasAName()
{
    answer(fixtureRules());
    auto* tabs = child<QTabWidget>(*m_view, u"rulesTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QCOMPARE(widgetWithoutName(*m_view), QString());
    }
}

SIGNALBOX_TEST(TestRulesView)
#include "tst_rulesview.moc"
