// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "fakeordersource.h"
#include "models/items/itemroles.h"
#include "orderfixtures.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/triage/decisionpanel.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/queuelist.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/triage/triageview.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestTriageView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheQueueAndTheFirstProblem();
    void whatASearchInPayloadsDidNotSeeIsSaid();
    void emptyFailedAndRetry();
    void takesAndGoesOn();
    void takesBackTheLastDecision();
    void resolvesADuplicate();
    void keysCanBeChanged();
    void aDecisionOnTheLastRowStaysInTheList();
    void marksHereAndThere();
    void assignsAndGivesBack();
    void notesStayOnTheRow();
    void snoozesAndWakes();
    void resolvesWithAReason();
    void escapeLeavesTheFormAlone();
    void refusalsAreToldOneByOne();
    void aLostAnswerIsSaid();
    void buttonsSayWhyNot();
    void queuesAskAnew();
    void whatAwaitsApprovalIsAQueue();
    void showsASavedView();
    void searchesAndFilters();
    void asksAboutTheSelection();
    void plansAReplayOfTheSelection();
    void plansAReplayOfAllThatMatch();
    void decidesOnAllThatMatch();
    void followsTheFeedInPlace();
    void whatIsLookedAtStays();
    void newOnesWaitBehindThePill();
    void inspectorShowsEverything();
    void inspectorFailsAlone();
    void opensTheOrderAndCopies();
    void everyControlHasAName();

private:
    void answerList(const QList<Exception>& exceptions);
    void answerDetail(qint64 id);
    void open() { answerList(fixtureExceptions()); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    qint64 current() const { return table()->currentId().toLongLong(); }
    TableView* table() const { return m_view->table(); }
    ViewStates::State state() const { return child<ViewStates>(*m_view, u"exceptionStates"_s)->state(); }
    const FakeOperations::Change& lastChange() const { return m_gateway->changed.constLast(); }
    void answerChange(const QList<ActionResult>& results)
    {
        m_gateway->changes.answer(m_gateway->changes.size() - 1, results);
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeExceptions> m_source;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<TriageView> m_view;
};

void TestTriageView::init()
{
    m_clock = std::make_unique<FakeClock>(fixtureNow());
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->attach(*qApp);
    m_source = std::make_unique<FakeExceptions>();
    m_gateway = std::make_unique<FakeOperations>();
    m_feed = std::make_unique<FakeFeed>();
    m_feed->place.roles = {u"support"_s, u"viewer"_s};
    m_view = std::make_unique<TriageView>(*m_source, *m_gateway, *m_feed, *m_clock, *m_theme);
    m_view->resize(1196, 720);
    QCOMPARE(m_source->pages.size(), std::size_t(0)); // nothing is asked before it is shown
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->focusList();
    QCOMPARE(m_source->pages.size(), std::size_t(1));
    QCOMPARE(m_source->counts.size(), std::size_t(1));
}

void TestTriageView::cleanup()
{
    m_view.reset();
    KeyMap::instance().resetAll();
}

void TestTriageView::answerList(const QList<Exception>& exceptions)
{
    ExceptionPage page;
    page.exceptions = exceptions;
    page.asOf = fixtureNow();
    m_source->pages.answer(m_source->pages.size() - 1, page);
    if (m_source->counts.size() == 1)
        m_source->counts.answer(0, fixtureQueues());
    QTRY_VERIFY(!m_view->model().isLoading() || m_source->pages.size() > 1);
}

void TestTriageView::answerDetail(qint64 id)
{
    QTRY_COMPARE(m_source->detailIds.value(m_source->detailIds.size() - 1), id);
    m_source->details.answer(m_source->details.size() - 1, fixtureDetail(id));
    QTRY_VERIFY(child<ExceptionInspector>(*m_view, u"exceptionInspector"_s)->isSettled());
}

void TestTriageView::whatASearchInPayloadsDidNotSeeIsSaid()
{
    ExceptionPage page{fixtureExceptions(), std::nullopt, fixtureNow()};
    page.cutPayloads = 3;
    m_source->pages.answer(m_source->pages.size() - 1, page);
    QTRY_VERIFY(child<QLabel>(*m_view, u"exceptionCount"_s)
                    ->text()
                    .contains(u"of 3 payload(s) only the beginning is searched"_s));
}

void TestTriageView::showsTheQueueAndTheFirstProblem()
{
    open();
    QCOMPARE(state(), ViewStates::State::Content);
    QCOMPARE(QApplication::focusWidget(), table());
    QCOMPARE(current(), 114);
    QVERIFY(child<QLabel>(*m_view, u"exceptionSentence"_s)->text().contains(u"Service unavailable"_s));
    QCOMPARE(child<QLabel>(*m_view, u"exceptionCount"_s)->text(), u"14 problem(s)"_s);
    const QLabel* advice = child<QLabel>(*m_view, u"exceptionAdvice"_s);
    QVERIFY(!advice->isVisible()); // it takes the tries, which are still being read
    answerDetail(114);
    QTRY_VERIFY(advice->isVisible());
    QVERIFY(advice->text().startsWith(u"The target failed, and may have done its work"_s));
    press(Qt::Key_J);
    QCOMPARE(current(), 113);
    QVERIFY(!advice->isVisible());
    QVERIFY(child<QLabel>(*m_view, u"exceptionSentence"_s)->text().contains(u"would fail again"_s));
    press(Qt::Key_K);
    QCOMPARE(current(), 114);
    const QAbstractItemModel* queues = child<QueueList>(*m_view, u"queues"_s)->model();
    QCOMPARE(queues->rowCount(), 14);
    QCOMPARE(queues->index(0, 0).data(ItemRoles::ValueRole).toLongLong(), 14);
}

void TestTriageView::emptyFailedAndRetry()
{
    m_source->pages.answer(0, Error{Failure::Connection, u"The server does not answer."_s, {}, {}});
    QTRY_COMPARE(state(), ViewStates::State::Failed);
    QTest::mouseClick(visibleChild<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(m_source->pages.size(), std::size_t(2));
    answerList({});
    QTRY_COMPARE(state(), ViewStates::State::Empty);
    QCOMPARE(visibleChild<QLabel>(*m_view, u"messageTitle"_s)->text(), u"Nothing open"_s);
    QVERIFY(!child<QToolButton>(*m_view, u"actionTake"_s)->isEnabled());
    m_view->refresh();
    ExceptionPage unwatched;
    unwatched.asOf = fixtureNow();
    unwatched.watched = false;
    m_source->pages.answer(m_source->pages.size() - 1, unwatched);
    QTRY_COMPARE(visibleChild<QLabel>(*m_view, u"messageTitle"_s)->text(), u"Nothing open is known"_s); // no relay
    m_view->refresh();
    open();
    QTRY_COMPARE(state(), ViewStates::State::Content); // a problem shows by itself
    m_view->refresh();
    m_source->pages.answer(m_source->pages.size() - 1, Error{Failure::Other, u"Too slow."_s, {}, {}});
    QTRY_VERIFY(child<Banner>(*m_view, u"exceptionBanner"_s)->isVisible());
    QCOMPARE(m_view->model().rowCount(), 14); // what was there stays
    QVERIFY(child<QLabel>(*m_view, u"exceptionsAsOf"_s)->text().startsWith(u"Not up to date"_s));
}

void TestTriageView::takesAndGoesOn()
{
    open();
    press(Qt::Key_I);
    QCOMPARE(lastChange().action, ExceptionAction::Take);
    QCOMPARE(lastChange().exceptions.size(), 1);
    QCOMPARE(lastChange().exceptions.at(0).id, 114);
    QCOMPARE(lastChange().exceptions.at(0).version, 1);
    QCOMPARE(current(), 113); // without waiting for the answer
    press(Qt::Key_I);
    QCOMPARE(lastChange().exceptions.at(0).id, 113);
    QCOMPARE(current(), 112);
    QSignalSpy said(m_view.get(), &TriageView::notice);
    m_gateway->changes.answer(0, QList<ActionResult>{{114, true, {}}});
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(m_source->pages.size(), std::size_t(2)); // what was done shows without waiting for the feed
    QTest::mouseClick(child<QToolButton>(*m_view, u"actionTake"_s), Qt::LeftButton);
    QCOMPARE(lastChange().exceptions.at(0).id, 112);
}

void TestTriageView::takesBackTheLastDecision()
{
    open();
    QSignalSpy said(m_view.get(), &TriageView::notice);
    press(Qt::Key_Z);
    QCOMPARE(said.takeFirst().at(0).toString(), u"There is nothing to undo."_s);
    press(Qt::Key_1);
    m_gateway->changes.answer(0, QList<ActionResult>{{114, true, {}}});
    QTRY_COMPARE(said.size(), 1);
    press(Qt::Key_K);
    press(Qt::Key_N); // a note makes a version too
    child<QPlainTextEdit>(*m_view, u"decisionNote"_s)->setPlainText(u"looked at it"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    m_gateway->changes.answer(1, QList<ActionResult>{{lastChange().exceptions.at(0).id, true, {}}});
    QTRY_COMPARE(said.size(), 2);
    const bool same = lastChange().exceptions.at(0).id == 114 && lastChange().exceptions.at(0).version == 2;
    press(Qt::Key_Z);
    QCOMPARE(lastChange().action, ExceptionAction::Undo);
    QCOMPARE(lastChange().exceptions.size(), 1);
    QCOMPARE(lastChange().exceptions.at(0).id, 114);
    QCOMPARE(lastChange().exceptions.at(0).version, same ? 3 : 2);
    m_gateway->changes.answer(2, QList<ActionResult>{{114, true, {}}});
    QTRY_COMPARE(said.constLast().at(0).toString(), u"Undone."_s);
    press(Qt::Key_Z);
    QCOMPARE(said.constLast().at(0).toString(), u"There is nothing to undo."_s);
}

void TestTriageView::resolvesADuplicate()
{
    open();
    press(Qt::Key_2);
    QCOMPARE(
        child<QComboBox>(*m_view, u"decisionResolution"_s)->currentData().value<Resolution>(), Resolution::Duplicate);
    QTest::keyClicks(QApplication::focusWidget(), u"sent twice"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(lastChange().action, ExceptionAction::Resolve);
    QCOMPARE(lastChange().details.resolution, Resolution::Duplicate);
    QCOMPARE(lastChange().details.reason, u"sent twice"_s);
}

void TestTriageView::keysCanBeChanged()
{
    open();
    KeyMap::instance().setKeys(Command::Take, {QKeySequence(u"Ctrl+T"_s)});
    press(Qt::Key_1);
    QVERIFY(m_gateway->changed.isEmpty());
    QVERIFY(child<QToolButton>(*m_view, u"actionTake"_s)->toolTip().endsWith(u"(Ctrl+T)"_s));
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(lastChange().action, ExceptionAction::Take);
    KeyMap::instance().setKeys(Command::NextRow, {QKeySequence(u"N"_s)}); // taken from the note
    const qint64 before = current();
    press(Qt::Key_N);
    QVERIFY(current() != before);
    QVERIFY(m_view->findChild<DecisionPanel*>()->isHidden());
}

void TestTriageView::aDecisionOnTheLastRowStaysInTheList()
{
    open();
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(current(), 101);
    press(Qt::Key_I);
    QCOMPARE(current(), 102);
    QList<Exception> rest = fixtureExceptions();
    rest.removeLast();
    answerChange({{101, true, {}}});
    QTRY_COMPARE(m_source->pages.size(), std::size_t(2));
    answerList(rest);
    QTRY_COMPARE(m_view->model().rowCount(), 13);
    QCOMPARE(current(), 102);
}

void TestTriageView::marksHereAndThere()
{
    open();
    press(Qt::Key_Space);
    press(Qt::Key_J);
    press(Qt::Key_J);
    press(Qt::Key_Space);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 2);
    QCOMPARE(current(), 112);
    QVERIFY(child<QLabel>(*m_view, u"exceptionCount"_s)->text().contains(u"2 selected"_s));
    press(Qt::Key_I);
    QCOMPARE(lastChange().exceptions.size(), 2);
    QCOMPARE(lastChange().exceptions.at(1).id, 112);
    QCOMPARE(current(), 111);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    press(Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 2);
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
}

void TestTriageView::assignsAndGivesBack()
{
    open();
    press(Qt::Key_A);
    auto* owner = child<QLineEdit>(*m_view, u"decisionOwner"_s);
    QTRY_VERIFY(owner->hasFocus());
    auto* confirm = child<QPushButton>(*m_view, u"decisionConfirm"_s);
    QVERIFY(!confirm->isEnabled());
    QTest::keyClicks(owner, u"bert"_s);
    QTest::keyClick(owner, Qt::Key_Return);
    QCOMPARE(lastChange().action, ExceptionAction::Assign);
    QCOMPARE(lastChange().details.owner, u"bert"_s);
    QCOMPARE(m_gateway->changed.size(), 1);
    QVERIFY(!child<DecisionPanel>(*m_view, u"decision"_s)->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), table());
    press(Qt::Key_A);
    QTest::mouseClick(child<QPushButton>(*m_view, u"decisionRelease"_s), Qt::LeftButton);
    QCOMPARE(lastChange().action, ExceptionAction::Release);
    QCOMPARE(lastChange().exceptions.at(0).id, 113);
}

void TestTriageView::notesStayOnTheRow()
{
    open();
    press(Qt::Key_N);
    auto* note = child<QPlainTextEdit>(*m_view, u"decisionNote"_s);
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClicks(note, u"asked them"_s);
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(lastChange().action, ExceptionAction::Note);
    QCOMPARE(lastChange().details.text, u"asked them"_s);
    QCOMPARE(current(), 114);
}

void TestTriageView::snoozesAndWakes()
{
    open();
    press(Qt::Key_H);
    auto* hour = child<QPushButton>(*m_view, u"snoozeHour"_s);
    QTRY_VERIFY(hour->hasFocus());
    QTest::keyClick(hour, Qt::Key_Space);
    QCOMPARE(lastChange().action, ExceptionAction::Snooze);
    QCOMPARE(lastChange().details.until, fixtureNow().addSecs(3600));
    QTRY_COMPARE(QApplication::focusWidget(), table());
    press(Qt::Key_H);
    QTest::mouseClick(child<QPushButton>(*m_view, u"snoozeTomorrow"_s), Qt::LeftButton);
    const QDateTime tomorrow = lastChange().details.until.toLocalTime();
    QCOMPARE(tomorrow.time(), QTime(8, 0));
    QCOMPARE(tomorrow.date(), fixtureNow().toLocalTime().date().addDays(1));
    table()->makeCurrent(12); // the one that is snoozed
    QCOMPARE(child<QToolButton>(*m_view, u"actionSnooze"_s)->text(), u"Wake up"_s);
    QTRY_COMPARE(QApplication::focusWidget(), table());
    press(Qt::Key_H);
    QCOMPARE(lastChange().action, ExceptionAction::Wake);
    QCOMPARE(lastChange().exceptions.at(0).id, 102);
}

void TestTriageView::resolvesWithAReason()
{
    open();
    press(Qt::Key_E);
    auto* resolution = child<QComboBox>(*m_view, u"decisionResolution"_s);
    QTRY_VERIFY(resolution->hasFocus());
    const QLabel* takesBack = child<QLabel>(*m_view, u"decisionTakesBack"_s);
    QTest::keyClick(resolution, Qt::Key_Down);
    QTest::keyClick(resolution, Qt::Key_Down);
    QVERIFY(takesBack->isVisible()); // compensated: more than a mark, messages are sent
    QTest::keyClick(resolution, Qt::Key_Up);
    QVERIFY(!takesBack->isVisible());
    auto* reason = child<QLineEdit>(*m_view, u"decisionReason"_s);
    auto* evidence = child<QLineEdit>(*m_view, u"decisionEvidence"_s);
    QTest::keyClick(evidence, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_gateway->changed.size(), 0); // not without a reason
    QTest::keyClicks(reason, u"found it there"_s);
    QTest::keyClicks(evidence, u"SO 4711"_s);
    QTest::keyClick(evidence, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_gateway->changed.size(), 1);
    QCOMPARE(lastChange().action, ExceptionAction::Resolve);
    QCOMPARE(lastChange().details.resolution, Resolution::Duplicate);
    QCOMPARE(lastChange().details.reason, u"found it there"_s);
    QCOMPARE(lastChange().details.evidence, u"SO 4711"_s);
    QCOMPARE(current(), 113);
    answerChange({{114, true, {}}});
    QTRY_COMPARE(m_source->pages.size(), std::size_t(2));
    answerList(fixtureExceptions().mid(1));
    QTRY_COMPARE(m_view->model().rowCount(), 13);
    QCOMPARE(current(), 113);
}

void TestTriageView::escapeLeavesTheFormAlone()
{
    open();
    press(Qt::Key_E);
    QTest::keyClicks(child<QLineEdit>(*m_view, u"decisionReason"_s), u"ier"_s); // letters of other actions
    QCOMPARE(m_gateway->changed.size(), 0);
    press(Qt::Key_Escape);
    QVERIFY(!child<DecisionPanel>(*m_view, u"decision"_s)->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), table());
    QCOMPARE(current(), 114);
    QCOMPARE(m_gateway->changed.size(), 0);
}

void TestTriageView::refusalsAreToldOneByOne()
{
    open();
    press(Qt::Key_J, Qt::ShiftModifier);
    press(Qt::Key_J, Qt::ShiftModifier);
    press(Qt::Key_I);
    QCOMPARE(lastChange().exceptions.size(), 3);
    answerChange({{114, true, {}}, {113, false, u"changed since you looked"_s}, {112, true, {}}});
    auto* result = child<Banner>(*m_view, u"actionResult"_s);
    QTRY_VERIFY(result->isVisible());
    QCOMPARE(result->text(), u"2 done, 1 changed since you looked (10413)."_s);
    QTest::mouseClick(child<QPushButton>(*result, u"bannerAction"_s), Qt::LeftButton);
    QVERIFY(!result->isVisible());
}

void TestTriageView::aLostAnswerIsSaid()
{
    open();
    press(Qt::Key_I);
    m_gateway->changes.answer(0, Error{Failure::InDoubt, u"lost"_s, {}, {}});
    auto* result = child<Banner>(*m_view, u"actionResult"_s);
    QTRY_VERIFY(result->isVisible());
    QVERIFY(result->text().contains(u"may have been done"_s));
    QCOMPARE(m_source->pages.size(), std::size_t(2)); // looked at once
}

void TestTriageView::buttonsSayWhyNot()
{
    open();
    auto* replay = child<QToolButton>(*m_view, u"actionReplay"_s);
    QVERIFY(replay->isEnabled());
    QVERIFY(replay->toolTip().contains(u"(R)"_s));
    table()->makeCurrent(2);
    QVERIFY(!replay->isEnabled());
    QVERIFY2(replay->toolTip().contains(u"signalbox_finance"_s), qPrintable(replay->toolTip()));
    QSignalSpy said(m_view.get(), &TriageView::notice);
    press(Qt::Key_R);
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_gateway->previewed.size(), 0);
    QVERIFY(child<QToolButton>(*m_view, u"actionTake"_s)->isEnabled());
    table()->makeCurrent(5); // is being replayed
    QVERIFY(!replay->isEnabled());
    QVERIFY(!child<QToolButton>(*m_view, u"actionResolve"_s)->isEnabled());
    m_feed->place.roles = {u"viewer"_s};
    m_feed->setState(ChangeFeed::State::Live);
    table()->makeCurrent(0);
    QVERIFY(!child<QToolButton>(*m_view, u"actionTake"_s)->isEnabled());
    QVERIFY(child<QToolButton>(*m_view, u"actionTake"_s)->toolTip().contains(u"signalbox_support"_s));
    QVERIFY(child<QToolButton>(*m_view, u"actionNote"_s)->isEnabled());
    m_feed->place.roles = {u"bundle"_s, u"viewer"_s}; // an incident bundle: nobody does anything
    m_feed->setState(ChangeFeed::State::Live);
    table()->makeCurrent(2);
    for (const QString& name : {u"actionTake"_s, u"actionNote"_s, u"actionReplay"_s}) {
        QVERIFY2(!child<QToolButton>(*m_view, name)->isEnabled(), qPrintable(name));
        QVERIFY2(child<QToolButton>(*m_view, name)->toolTip().contains(u"incident bundle"_s), qPrintable(name));
    }
}

void TestTriageView::showsASavedView()
{
    open();
    SavedView view;
    view.screen = SavedView::Screen::Triage;
    view.queue = u"in_doubt"_s;
    m_view->showView(view);
    QCOMPARE(m_source->queries.constLast().queue, ExceptionQueue::InDoubt);
    QCOMPARE(m_view->shownView().queue, u"in_doubt"_s);
    view.queue = u"erp"_s; // a team
    m_view->showView(view);
    QCOMPARE(m_view->shownView().queue, u"erp"_s);
    QCOMPARE(m_source->queries.constLast().team, u"erp"_s);
}

void TestTriageView::whatAwaitsApprovalIsAQueue()
{
    auto* queues = child<QueueList>(*m_view, u"queues"_s);
    QList<QueueCount> counts = fixtureQueues();
    counts.insert(8, {ExceptionQueue::AwaitingApproval, {}, 10'000, true});
    m_source->counts.answer(0, counts);
    QTRY_COMPARE(queues->model()->rowCount(), 15);
    const QModelIndex row = queues->model()->index(8, 0);
    QCOMPARE(row.data().toString(), u"To approve"_s);
    QCOMPARE(row.data(QueueModel::CountRole).toString(), u"10,000+"_s);
    QTest::mouseClick(queues->viewport(), Qt::LeftButton, {}, queues->visualRect(row).center());
    QCOMPARE(m_source->queries.constLast().queue, ExceptionQueue::AwaitingApproval);
    m_source->pages.answer(m_source->pages.size() - 1, ExceptionPage{{}, std::nullopt, fixtureNow()});
    QTRY_COMPARE(state(), ViewStates::State::Empty); // and it says what would be here
    m_view->refresh();
    counts.removeAt(8);
    counts.insert(8, {ExceptionQueue::AwaitingApproval, {}, 3});
    m_source->counts.answer(m_source->counts.size() - 1, counts);
    QTRY_COMPARE(queues->model()->index(8, 0).data(QueueModel::CountRole).toString(), u"3"_s);
}

void TestTriageView::queuesAskAnew()
{
    open();
    auto* queues = child<QueueList>(*m_view, u"queues"_s);
    QTest::mouseClick(
        queues->viewport(), Qt::LeftButton, {}, queues->visualRect(queues->model()->index(3, 0)).center());
    QCOMPARE(m_source->queries.constLast().queue, ExceptionQueue::InDoubt);
    answerList(fixtureExceptions().mid(2, 1));
    QTRY_COMPARE(m_view->model().rowCount(), 1);
    queues->setFocus();
    for (int at = 0; at < 6; ++at)
        QTest::keyClick(queues, Qt::Key_J);
    QCOMPARE(m_source->queries.constLast().queue, ExceptionQueue::Team);
    QCOMPARE(m_source->queries.constLast().team, u"erp"_s);
    answerList({});
    QTRY_COMPARE(state(), ViewStates::State::Empty);
    QTest::keyClick(queues, Qt::Key_K);
    answerList(fixtureExceptions());
    QTest::keyClick(queues, Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), table());
    QCOMPARE(current(), 114);
}

void TestTriageView::searchesAndFilters()
{
    open();
    press(Qt::Key_Slash);
    auto* search = child<QLineEdit>(*m_view, u"triageSearch"_s);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"tax  code"_s);
    QTRY_COMPARE(filterText(m_source->queries.constLast().filter), u"tax code"_s);
    answerList({});
    QTRY_COMPARE(state(), ViewStates::State::Empty);
    QTest::mouseClick(visibleChild<QPushButton>(*m_view, u"messageAction"_s), Qt::LeftButton);
    QCOMPARE(search->text(), QString());
    QTRY_VERIFY(m_source->queries.constLast().filter.isEverything());
    answerList(fixtureExceptions());
    QTRY_COMPARE(state(), ViewStates::State::Content);
    m_view->focusList();
    table()->setCurrentIndex(table()->model()->index(1, ExceptionTableModel::HopColumn));
    press(Qt::Key_F);
    QCOMPARE(filterText(m_source->queries.constLast().filter), u"flow:erp-order-create"_s);
}

void TestTriageView::asksAboutTheSelection()
{
    open();
    const auto* verify = child<QToolButton>(*m_view, u"actionVerify"_s);
    QVERIFY(verify->isEnabled());
    QVERIFY(verify->toolTip().contains(u"(P)"_s));
    press(Qt::Key_J, Qt::ShiftModifier); // the second cannot be asked about: the plan says so
    press(Qt::Key_P);
    QCOMPARE(m_gateway->asked.constLast(), (QList<qint64>{9114, 9113}));
    QCOMPARE(m_gateway->previewed.size(), 0);
    QVERIFY(m_view->replayPanel()->isVisible());
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), table());
    table()->clearSelection();
    table()->makeCurrent(1);
    QVERIFY(!verify->isEnabled());
    QVERIFY2(verify->toolTip().contains(u"no lookup"_s), qPrintable(verify->toolTip()));
    QSignalSpy said(m_view.get(), &TriageView::notice);
    press(Qt::Key_P);
    QCOMPARE(said.size(), 1);
    QCOMPARE(m_gateway->asked.size(), 1);
}

void TestTriageView::plansAReplayOfTheSelection()
{
    open();
    press(Qt::Key_J, Qt::ShiftModifier);
    press(Qt::Key_R);
    QCOMPARE(m_gateway->previewed.constLast(), (QList<qint64>{9114, 9113}));
    QVERIFY(m_view->replayPanel()->isVisible());
    QVERIFY(child<QLabel>(*m_view, u"replayScope"_s)->text().startsWith(u"2 selected"_s));
    press(Qt::Key_Escape);
    QVERIFY(!m_view->replayPanel()->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), table());
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 2); // back to the same rows
}

void TestTriageView::plansAReplayOfAllThatMatch()
{
    open();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_source->matched.size(), 1);
    QList<MatchingException> all1312;
    for (qint64 id = 1; id <= 1312; ++id)
        all1312.append({id, 1, 9000 + id});
    m_source->matches.answer(0, all1312);
    auto* all = child<Banner>(*m_view, u"allMatching"_s);
    QTRY_VERIFY(all->isVisible());
    QVERIFY(all->text().contains(u"1,312"_s) || all->text().contains(u"1312"_s));
    press(Qt::Key_R);
    QCOMPARE(m_gateway->previewed.constLast().size(), 1312);
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), table());
    QVERIFY(all->isVisible()); // nothing was started
    press(Qt::Key_J);
    QVERIFY(!all->isVisible()); // another choice
}

void TestTriageView::decidesOnAllThatMatch()
{
    open();
    press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    m_source->matches.answer(0, QList<MatchingException>{{114, 1, 0}, {7, 4, 9007}});
    auto* all = child<Banner>(*m_view, u"allMatching"_s);
    QTRY_VERIFY(all->isVisible());
    press(Qt::Key_1);
    QCOMPARE(lastChange().action, ExceptionAction::Take);
    QCOMPARE(lastChange().exceptions.size(), 2);
    QCOMPARE(lastChange().exceptions.at(1).id, 7); // not listed
    QCOMPARE(lastChange().exceptions.at(1).version, 4);
    QVERIFY(!all->isVisible());
    m_gateway->changes.answer(0, QList<ActionResult>{{114, true, {}}, {7, true, {}}});
    press(Qt::Key_Z); // even before the answer was looked at
    QTRY_COMPARE(lastChange().action, ExceptionAction::Undo);
    QCOMPARE(lastChange().exceptions.size(), 2);
}

void TestTriageView::followsTheFeedInPlace()
{
    open();
    QCOMPARE(m_source->pages.size(), std::size_t(1)); // once is enough to begin with
    table()->makeCurrent(4);
    for (int at = 0; at < 50; ++at)
        Q_EMIT m_feed->exceptionsChanged();
    QTRY_COMPARE_WITH_TIMEOUT(m_source->pages.size(), std::size_t(2), 250);
    QList<Exception> changed = fixtureExceptions();
    changed[4].owner = u"bert"_s;
    changed[4].state = ExceptionState::Assigned;
    changed[4].version = 2;
    answerList(changed);
    QTRY_COMPARE(
        table()->currentIndex().siblingAtColumn(ExceptionTableModel::StateColumn).data().toString(), u"bert"_s);
    QCOMPARE(current(), 110);
    m_view->hide();
    Q_EMIT m_feed->exceptionsChanged();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_source->pages.size(), std::size_t(2)); // nobody looks
    m_view->show();
    QCOMPARE(m_source->pages.size(), std::size_t(3));
}

void TestTriageView::whatIsLookedAtStays()
{
    open();
    table()->makeCurrent(1);
    m_view->refresh();
    QList<Exception> rest = fixtureExceptions();
    rest.removeAt(8);
    rest.removeAt(1); // somebody else resolved it
    answerList(rest);
    QTRY_COMPARE(m_view->model().rowCount(), 13);
    QCOMPARE(current(), 113);
    QVERIFY(m_view->model().hasLeft(1));
    press(Qt::Key_J);
    QTRY_COMPARE(m_view->model().rowCount(), 12);
    QCOMPARE(current(), 112);
}

void TestTriageView::newOnesWaitBehindThePill()
{
    m_source->pages.answer(0, exceptionPage(1000, 801));
    QTRY_COMPARE(m_view->model().rowCount(), 200);
    table()->makeCurrent(60);
    table()->verticalScrollBar()->setValue(50 * Theme::rowHeight + 7);
    const int place = table()->rowViewportPosition(60);
    m_view->refresh();
    m_source->pages.answer(m_source->pages.size() - 1, exceptionPage(1003, 801));
    auto* pill = child<QPushButton>(*m_view, u"newExceptions"_s);
    QTRY_VERIFY(pill->isVisible());
    QVERIFY(pill->text().startsWith(u'3'));
    QCOMPARE(table()->rowViewportPosition(60), place);
    QTest::mouseClick(pill, Qt::LeftButton);
    QCOMPARE(m_view->model().rowCount(), 203);
    QCOMPARE(table()->rowAt(0), 0);
    QCOMPARE(current(), 940);
    QVERIFY(!pill->isVisible());
}

void TestTriageView::inspectorShowsEverything()
{
    open();
    press(Qt::Key_J);
    answerDetail(113);
    QCOMPARE(child<TableView>(*m_view, u"attempts"_s)->model()->rowCount(), 3);
    QVERIFY(child<QPlainTextEdit>(*m_view, u"attemptAnswer"_s)->toPlainText().contains(u"V1/382"_s));
    QCOMPARE(child<TableView>(*m_view, u"history"_s)->model()->rowCount(), 2);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), child<TableView>(*m_view, u"attempts"_s));
    press(Qt::Key_2, Qt::AltModifier);
    auto* content = child<QPlainTextEdit>(*m_view, u"payloadText"_s);
    QTRY_VERIFY(content->isVisible());
    QVERIFY(content->toPlainText().contains(u"9007199254740993"_s)); // to the digit
    press(Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), table());
    QCOMPARE(current(), 113);
}

void TestTriageView::inspectorFailsAlone()
{
    open();
    QTRY_COMPARE(m_source->details.size(), std::size_t(1));
    m_source->details.answer(0, Error{Failure::Other, u"Too slow."_s, {}, {}});
    auto* inspector = child<ExceptionInspector>(*m_view, u"exceptionInspector"_s);
    auto* states = inspector->findChild<ViewStates*>();
    QTRY_COMPARE(states->state(), ViewStates::State::Failed);
    QVERIFY(child<QLabel>(*m_view, u"exceptionSentence"_s)->isVisible()); // what the list knows stays
    QTest::mouseClick(visibleChild<QPushButton>(*inspector, u"messageAction"_s), Qt::LeftButton);
    answerDetail(114);
    QCOMPARE(states->state(), ViewStates::State::Content);
    m_view->focusList();
    for (int at = 0; at < 8; ++at)
        press(Qt::Key_J); // held down
    answerDetail(106);
    QCOMPARE(m_source->detailIds.size(), 3); // not each row on the way
}

void TestTriageView::opensTheOrderAndCopies()
{
    open();
    QSignalSpy opened(m_view.get(), &TriageView::orderRequested);
    press(Qt::Key_O);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toLongLong(), 614);
    press(Qt::Key_Y);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"10414"_s);
    table()->makeCurrent(10); // belongs to no order
    QVERIFY(!child<QToolButton>(*m_view, u"exceptionOrder"_s)->isEnabled());
    press(Qt::Key_O);
    QCOMPARE(opened.size(), 1);
}

void TestTriageView::everyControlHasAName()
{
    open();
    answerDetail(114);
    QCOMPARE(widgetWithoutName(*m_view), QString());
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_N, Qt::Key_H, Qt::Key_E}) {
        table()->setFocus();
        press(key);
        QCOMPARE(widgetWithoutName(*m_view), QString());
        press(Qt::Key_Escape);
    }
}

SIGNALBOX_TEST(TestTriageView)
#include "tst_triageview.moc"
