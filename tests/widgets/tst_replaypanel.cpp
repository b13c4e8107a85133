// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/operations/operationpage.h"
#include "widgets/operations/operationsview.h"
#include "widgets/operations/outcomebar.h"
#include "widgets/triage/replaypanel.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestReplayPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void showsThePlanBeforeAnythingIsSent();
    void aReasonIsNeeded();
    void whatWouldFailIsSentOnlyWhenAsked();
    void startsByKeyboardAndBecomesTheOperation();
    void aFailedPlanIsAskedAgainAsTheSame();
    void aQuestionGoesTheSameWay();
    void aQuestionThatNobodyCanAnswer();
    void nothingToSendIsSaid();
    void aRefusedStartKeepsThePlan();
    void aLostStartIsLookedUp_data();
    void aLostStartIsLookedUp();
    void fiveCountsAddUp();
    void followsTheFeed();
    void pausesResumesAndCancels();
    void staleCountsAreSaid();
    void theBarIsInProportion();
    void operationsAreListedAndOpened();
    void operationsEmptyAndFailed();
    void everyControlHasAName();

private:
    void openPlan();
    void openRunning();
    void answerLook(const Outcome<Operation>& operation, const QList<OperationItem>& items)
    {
        m_gateway->looks.answer(m_gateway->looks.size() - 1, operation);
        m_gateway->itemLists.answer(m_gateway->itemLists.size() - 1, items);
    }
    QPushButton* startButton() const { return child<QPushButton>(*m_panel, u"replayStart"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<ScriptedFeed> m_feed;
    std::unique_ptr<ReplayPanel> m_panel;
};

void TestReplayPanel::init()
{
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->attach(*qApp);
    m_gateway = std::make_unique<FakeOperations>();
    m_feed = std::make_unique<ScriptedFeed>();
    m_panel = std::make_unique<ReplayPanel>(*m_gateway, *m_feed, *m_theme);
    m_panel->resize(1196, 720);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->plan(u"24 selected"_s, {1, 2, 3});
    QCOMPARE(m_gateway->previewed.constLast(), (QList<qint64>{1, 2, 3}));
}

void TestReplayPanel::cleanup()
{
    m_panel.reset();
}

void TestReplayPanel::openPlan()
{
    m_gateway->previews.answer(0, fixturePlan());
    QTRY_COMPARE(m_gateway->itemLists.size(), std::size_t(1));
    m_gateway->itemLists.answer(0, fixturePlanItems());
    QTRY_COMPARE(child<TableView>(*m_panel, u"replayItems"_s)->model()->rowCount(), 24);
}

void TestReplayPanel::openRunning()
{
    openPlan();
    QTest::keyClicks(child<QLineEdit>(*m_panel, u"replayReason"_s), u"fixed"_s);
    QTest::mouseClick(startButton(), Qt::LeftButton);
    m_gateway->starts.answer(0, fixtureRunning());
    QTRY_VERIFY(m_panel->isStarted());
    answerLook(fixtureRunning(), fixtureRunningItems());
    QTRY_VERIFY(m_panel->isSettled());
}

void TestReplayPanel::showsThePlanBeforeAnythingIsSent()
{
    QVERIFY(!m_panel->isSettled());
    openPlan();
    QVERIFY(m_panel->isSettled());
    QCOMPARE(child<QLabel>(*m_panel, u"replayScope"_s)->text(), u"24 selected"_s);
    QCOMPARE(child<QLabel>(*m_panel, u"replaySum"_s)->text(), u"17 message(s) will be sent, 7 left out."_s);
    QCOMPARE(m_gateway->started.size(), 0);
    QTRY_COMPARE(QApplication::focusWidget(), child<QLineEdit>(*m_panel, u"replayReason"_s));
    QSignalSpy closed(m_panel.get(), &ReplayPanel::closeRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestReplayPanel::aQuestionGoesTheSameWay()
{
    m_panel->plan(u"24 selected"_s, {4, 5}, OperationKind::Verify);
    QCOMPARE(m_gateway->asked, (QList<QList<qint64>>{{4, 5}}));
    QCOMPARE(m_gateway->previewed.size(), 1); // the one before
    m_gateway->previews.answer(1, fixtureQuestion());
    QTRY_COMPARE(m_gateway->itemLists.size(), std::size_t(1));
    m_gateway->itemLists.answer(0, fixtureAskedItems());
    QCOMPARE(child<QLabel>(*m_panel, u"replaySum"_s)->text(), u"21 can be asked about, 3 not."_s);
    QVERIFY(!child<QWidget>(*m_panel, u"replayOptions"_s)->isVisible());
    QVERIFY(!child<QWidget>(*m_panel, u"replayApproval"_s)->isVisible());
    QCOMPARE(m_panel->findChildren<QCheckBox*>(QRegularExpression(u"^planSend"_s)).size(), 0); // nothing to choose
    QVERIFY(startButton()->isEnabled()); // without a reason
    QCOMPARE(startButton()->text(), u"Ask about 21"_s);
    QTRY_COMPARE(QApplication::focusWidget(), child<QLineEdit>(*m_panel, u"replayReason"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_gateway->started.size(), 1);
    QCOMPARE(m_gateway->started.at(0).options.classes, QList<ReplayClass>{ReplayClass::Verify});
    QVERIFY(m_gateway->started.at(0).options.ramp.isEmpty());
    m_gateway->starts.answer(0, fixtureAsked());
    QTRY_VERIFY(m_panel->isStarted());
    answerLook(fixtureAsked(), fixtureAskedItems());
    QTRY_VERIFY(m_panel->isSettled());
    QCOMPARE(child<QLabel>(*m_panel, u"operationTitle"_s)->text(), u"Question 17"_s);
    QCOMPARE(child<OutcomeBar>(*m_panel, u"outcomes"_s)->accessibleName(),
        u"Found: 9, Not there: 6, No answer: 1, Skipped: 4, Not asked: 4"_s);
    const auto* items = child<TableView>(*m_panel, u"operationItems"_s)->model();
    QCOMPARE(items->index(0, OperationItemModel::StateColumn).data().toString(), u"Not there"_s);
    // and a replay after it has all its choices again
    m_panel->plan(u"1 selected"_s, {6});
    m_gateway->previews.answer(2, fixturePlan());
    QTRY_VERIFY(child<QWidget>(*m_panel, u"replayOptions"_s)->isVisible());
    QVERIFY(!startButton()->isEnabled());
    QCOMPARE(startButton()->toolTip(), u"A reason is needed."_s);
}

void TestReplayPanel::aQuestionThatNobodyCanAnswer()
{
    m_panel->plan(u"2 selected"_s, {4, 5}, OperationKind::Verify);
    Operation question = fixtureQuestion();
    question.plan = {{ReplayClass::NoLookup, 24}};
    m_gateway->previews.answer(1, question);
    QTRY_COMPARE(child<QLabel>(*m_panel, u"replaySum"_s)->text(), u"0 can be asked about, 24 not."_s);
    QVERIFY(!startButton()->isEnabled());
    QCOMPARE(startButton()->toolTip(), u"None of these can be asked about."_s);
}

void TestReplayPanel::aReasonIsNeeded()
{
    openPlan();
    QVERIFY(!startButton()->isEnabled());
    QCOMPARE(startButton()->toolTip(), u"A reason is needed."_s);
    auto* reason = child<QLineEdit>(*m_panel, u"replayReason"_s);
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_gateway->started.size(), 0);
    QTest::keyClicks(reason, u"   "_s);
    QVERIFY(!startButton()->isEnabled());
    QTest::keyClicks(reason, u"fixed"_s);
    QVERIFY(startButton()->isEnabled());
    QTest::keyClick(reason, Qt::Key_Return); // Enter alone starts nothing
    QCOMPARE(m_gateway->started.size(), 0);
}

void TestReplayPanel::whatWouldFailIsSentOnlyWhenAsked()
{
    openPlan();
    auto* again = child<QCheckBox>(*m_panel, u"planSend2"_s);
    QVERIFY(!again->isChecked());
    QVERIFY(child<QCheckBox>(*m_panel, u"planSend0"_s)->isChecked());
    QVERIFY(!m_panel->findChild<QCheckBox*>(u"planSend3"_s)); // what is done is never sent
    QTest::mouseClick(again, Qt::LeftButton, {}, QPoint(8, again->height() / 2));
    QVERIFY(child<QLabel>(*m_panel, u"replaySum"_s)->text().startsWith(u"21"_s));
    m_theme->setMode(Theme::Mode::Dark);
    QVERIFY(child<QCheckBox>(*m_panel, u"planSend2"_s)->isChecked()); // drawn anew, chosen as before
    for (const auto& name : {u"planSend0"_s, u"planSend1"_s, u"planSend2"_s})
        child<QCheckBox>(*m_panel, name)->setChecked(false);
    QTest::keyClicks(child<QLineEdit>(*m_panel, u"replayReason"_s), u"fixed"_s);
    QCOMPARE(startButton()->toolTip(), u"The plan sends nothing."_s);
    QVERIFY(!startButton()->isEnabled());
}

void TestReplayPanel::startsByKeyboardAndBecomesTheOperation()
{
    openPlan();
    auto* reason = child<QLineEdit>(*m_panel, u"replayReason"_s);
    QTest::keyClicks(reason, u"fixed, ticket 12"_s);
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier); // impatience starts it once
    QCOMPARE(m_gateway->started.size(), 1);
    QCOMPARE(m_gateway->started.at(0).previewed, fixturePlan()); // what runs is what was previewed
    QCOMPARE(m_gateway->started.at(0).options.reason, u"fixed, ticket 12"_s);
    QCOMPARE(m_gateway->started.at(0).options.classes, (QList<ReplayClass>{ReplayClass::Safe, ReplayClass::Verify}));
    m_gateway->starts.answer(0, fixtureRunning());
    QTRY_VERIFY(m_panel->isStarted());
    QVERIFY(m_panel->page()->isVisible());
    QCOMPARE(m_panel->page()->operation().id, 17);
    QSignalSpy closed(m_panel.get(), &ReplayPanel::closeRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestReplayPanel::aFailedPlanIsAskedAgainAsTheSame()
{
    m_gateway->previews.answer(0, Error{Failure::InDoubt, u"The answer was lost."_s, {}, {}});
    auto* states = child<ViewStates>(*m_panel, u"replayStates"_s);
    QTRY_COMPARE(states->state(), ViewStates::State::Failed);
    QTest::mouseClick(visibleChild<QPushButton>(*m_panel, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(m_gateway->requests.size(), 2);
    QCOMPARE(m_gateway->requests.at(1), m_gateway->requests.at(0));
    m_gateway->previews.answer(1, fixturePlan());
    QTRY_COMPARE(states->state(), ViewStates::State::Content);
    m_panel->plan(u"1 selected"_s, {4});
    QVERIFY(m_gateway->requests.at(2) != m_gateway->requests.at(1)); // another plan
}

void TestReplayPanel::nothingToSendIsSaid()
{
    Operation nothing;
    nothing.id = 18;
    m_gateway->previews.answer(0, nothing);
    QTRY_COMPARE(child<ViewStates>(*m_panel, u"replayStates"_s)->state(), ViewStates::State::Empty);
    QSignalSpy closed(m_panel.get(), &ReplayPanel::closeRequested);
    QTest::mouseClick(visibleChild<QPushButton>(*m_panel, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
}

void TestReplayPanel::aRefusedStartKeepsThePlan()
{
    openPlan();
    QTest::keyClicks(child<QLineEdit>(*m_panel, u"replayReason"_s), u"fixed"_s);
    QTest::mouseClick(startButton(), Qt::LeftButton);
    QVERIFY(!startButton()->isEnabled());
    m_gateway->starts.answer(0, Error{Failure::Permission, u"That takes another role."_s, {}, {}});
    QTRY_VERIFY(child<Banner>(*m_panel, u"replayBanner"_s)->text().contains(u"another role"_s));
    QVERIFY(!m_panel->isStarted());
    QVERIFY(startButton()->isEnabled());
    QCOMPARE(child<QLineEdit>(*m_panel, u"replayReason"_s)->text(), u"fixed"_s);
}

void TestReplayPanel::aLostStartIsLookedUp_data()
{
    QTest::addColumn<bool>("started");
    QTest::newRow("it had been started") << true;
    QTest::newRow("it had not") << false;
}

void TestReplayPanel::aLostStartIsLookedUp()
{
    QFETCH(const bool, started);
    openPlan();
    QTest::keyClicks(child<QLineEdit>(*m_panel, u"replayReason"_s), u"fixed"_s);
    QTest::mouseClick(startButton(), Qt::LeftButton);
    m_gateway->starts.answer(0, Error{Failure::InDoubt, u"lost"_s, {}, {}});
    QTRY_COMPARE(m_gateway->looked, QList<qint64>{17});
    m_gateway->looks.answer(0, started ? fixtureRunning() : fixturePlan());
    if (started) {
        QTRY_VERIFY(m_panel->isStarted());
    } else {
        QTRY_VERIFY(child<Banner>(*m_panel, u"replayBanner"_s)->text().contains(u"not started"_s));
        QVERIFY(!m_panel->isStarted());
        QVERIFY(startButton()->isEnabled());
    }
    QCOMPARE(m_gateway->started.size(), 1); // never blindly again
}

void TestReplayPanel::fiveCountsAddUp()
{
    openRunning();
    qint64 sum = 0;
    for (const OutcomeBar::Part& part : child<OutcomeBar>(*m_panel, u"outcomes"_s)->parts())
        sum += part.count;
    QCOMPARE(sum, fixtureRunning().total);
    const QString told = child<OutcomeBar>(*m_panel, u"outcomes"_s)->accessibleName();
    QCOMPARE(told, u"Confirmed: 9, Failed: 2, In doubt: 1, Skipped: 7, Not started: 5"_s);
    QCOMPARE(child<TableView>(*m_panel, u"operationItems"_s)->model()->rowCount(), 24);
}

void TestReplayPanel::followsTheFeed()
{
    openRunning();
    auto* items = child<TableView>(*m_panel, u"operationItems"_s);
    items->makeCurrent(12);
    const QVariant id = items->currentId();
    const std::size_t before = m_gateway->looks.size();
    for (int at = 0; at < 50; ++at)
        Q_EMIT m_feed->exceptionsChanged();
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->looks.size(), before + 1, 250);
    Operation later = fixtureRunning();
    later.confirmed += 3;
    later.notStarted -= 3;
    later.underWay = 0;
    QList<OperationItem> laterItems = fixtureRunningItems();
    for (OperationItem& item : laterItems) {
        if (item.state == ItemState::Claimed)
            item.state = ItemState::Confirmed;
    }
    answerLook(later, laterItems);
    QTRY_COMPARE(child<OutcomeBar>(*m_panel, u"outcomes"_s)->parts().at(0).count, 12);
    QCOMPARE(items->currentId(), id);
}

void TestReplayPanel::pausesResumesAndCancels()
{
    openRunning();
    auto* pause = child<QPushButton>(*m_panel, u"operationPause"_s);
    auto* cancel = child<QPushButton>(*m_panel, u"operationCancel"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P);
    QCOMPARE(m_gateway->controlled, QList<OperationControl>{OperationControl::Pause});
    QVERIFY(!pause->isEnabled()); // until the answer
    Operation paused = fixtureRunning();
    paused.state = OperationState::Paused;
    m_gateway->controls.answer(0, paused);
    QTRY_COMPARE(pause->text(), u"Resume"_s);
    answerLook(paused, fixtureRunningItems());
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(m_gateway->controlled.constLast(), OperationControl::Resume);
    m_gateway->controls.answer(1, Error{Failure::Permission, u"It is somebody else's."_s, {}, {}});
    QTRY_VERIFY(pause->isEnabled());
    answerLook(paused, fixtureRunningItems());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QCOMPARE(m_gateway->controlled.constLast(), OperationControl::Cancel);
    Operation cancelled = paused;
    cancelled.state = OperationState::Cancelled;
    m_gateway->controls.answer(2, cancelled);
    QTRY_VERIFY(!cancel->isEnabled());
    QVERIFY(!cancel->toolTip().isEmpty());
}

void TestReplayPanel::staleCountsAreSaid()
{
    openRunning();
    m_panel->refresh();
    answerLook(Error{Failure::Connection, u"The server does not answer."_s, {}, {}}, {});
    QTRY_VERIFY(m_panel->page()->findChild<Banner*>()->isVisible());
    QCOMPARE(child<OutcomeBar>(*m_panel, u"outcomes"_s)->parts().at(0).count, 9);
}

void TestReplayPanel::theBarIsInProportion()
{
    using Part = OutcomeBar::Part;
    const QList<Part> parts{{ItemState::Confirmed, {}, 9000}, {ItemState::Failed, {}, 1}, {ItemState::InDoubt, {}, 0},
        {ItemState::Skipped, {}, 0}, {ItemState::Planned, {}, 999}};
    const auto spans = OutcomeBar::spans(parts, 600);
    QCOMPARE(spans.constFirst().first, 0);
    QCOMPARE(spans.constLast().second, 600);
    QVERIFY(spans.at(1).second - spans.at(1).first >= 6); // one of ten thousand can be seen
    QCOMPARE(spans.at(2).first, spans.at(2).second);
    QVERIFY(spans.at(0).second > 500);
    QCOMPARE(OutcomeBar::spans({}, 600).size(), 0);
}

void TestReplayPanel::operationsAreListedAndOpened()
{
    FakeClock clock(fixtureNow());
    OperationsView view(*m_gateway, *m_feed, clock, *m_theme);
    view.resize(1196, 720);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_COMPARE(m_gateway->lists.size(), std::size_t(1));
    m_gateway->lists.answer(0, fixtureOperations());
    QTRY_VERIFY(view.isSettled());
    view.focusList();
    QCOMPARE(QApplication::focusWidget(), view.table());
    QTest::keyClick(view.table(), Qt::Key_J);
    QTest::keyClick(view.table(), Qt::Key_Return);
    QCOMPARE(view.page()->operation().id, 16);
    m_gateway->looks.answer(0, fixtureOperations().at(1));
    m_gateway->itemLists.answer(0, fixtureRunningItems());
    QTRY_VERIFY(view.page()->isSettled());
    QCOMPARE(widgetWithoutName(view), QString());
    QSignalSpy orders(&view, &OperationsView::ordersRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(orders.size(), 1);
    QVERIFY(orders.at(0).at(0).toString().startsWith(u"order:104"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), view.table());
    QCOMPARE(view.table()->currentId().toLongLong(), 16); // back on the same row
}

void TestReplayPanel::operationsEmptyAndFailed()
{
    FakeClock clock(fixtureNow());
    OperationsView view(*m_gateway, *m_feed, clock, *m_theme);
    view.resize(1196, 720);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto* states = child<ViewStates>(view, u"operationsStates"_s);
    m_gateway->lists.answer(0, Error{Failure::Connection, u"The server does not answer."_s, {}, {}});
    QTRY_COMPARE(states->state(), ViewStates::State::Failed);
    QTest::mouseClick(visibleChild<QPushButton>(view, u"messageAction"_s), Qt::LeftButton);
    m_gateway->lists.answer(1, QList<Operation>());
    QTRY_COMPARE(states->state(), ViewStates::State::Empty);
    Q_EMIT m_feed->exceptionsChanged();
    QTRY_COMPARE(m_gateway->lists.size(), std::size_t(3));
    m_gateway->lists.answer(2, fixtureOperations());
    QTRY_COMPARE(states->state(), ViewStates::State::Content);
}

void TestReplayPanel::everyControlHasAName()
{
    openPlan();
    QCOMPARE(widgetWithoutName(*m_panel), QString());
    QTest::keyClicks(child<QLineEdit>(*m_panel, u"replayReason"_s), u"fixed"_s);
    QTest::mouseClick(startButton(), Qt::LeftButton);
    m_gateway->starts.answer(0, fixtureRunning());
    QTRY_VERIFY(m_panel->isStarted());
    QCOMPARE(widgetWithoutName(*m_panel), QString());
}

SIGNALBOX_TEST(TestReplayPanel)
#include "tst_replaypanel.moc"
