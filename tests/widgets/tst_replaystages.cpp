// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionfixtures.h"
#include "fakedelivery.h"
#include "orderfixtures.h"
#include "tests/support/testprogram.h"
#include "viewsupport.h"
#include "widgets/common/banner.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/operations/operationpage.h"
#include "widgets/operations/operationsummary.h"
#include "widgets/operations/stagesteps.h"
#include "widgets/triage/replaypanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

/// How a replay is carried out, and who else decides about it: options, stages, stop and approval as a person sees
/// them.
class TestReplayStages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }

    void optionsAreSentAsTheyAreChosen();
    void aTimeThatIsOverIsNoStart();
    void saysThatSomebodyElseApproves();
    void theValueOfAPlanIsShown();
    void stagesAreSteps();
    void aStoppedOneSaysWhyAndGoesOn();
    void approvesAndRejectsByKeyboard();
    void whoMayNotApproveReadsWhy();
    void theBottomBarCounts();

private:
    void openPlan(const Operation& plan)
    {
        m_gateway->previews.answer(0, plan);
        QTRY_COMPARE(m_gateway->itemLists.size(), std::size_t(1));
        m_gateway->itemLists.answer(0, fixturePlanItems());
    }
    void answerLook(const Outcome<Operation>& operation, const QList<OperationItem>& items)
    {
        m_gateway->looks.answer(m_gateway->looks.size() - 1, operation);
        m_gateway->itemLists.answer(m_gateway->itemLists.size() - 1, items);
    }
    void openOperation(const Operation& operation)
    {
        openPlan(fixturePlan());
        QTest::keyClicks(child<QLineEdit>(*m_panel, u"replayReason"_s), u"fixed"_s);
        QTest::mouseClick(startButton(), Qt::LeftButton);
        m_gateway->starts.answer(0, operation);
        QTRY_VERIFY(m_panel->isStarted());
        answerLook(operation, fixtureRunningItems());
        QTRY_VERIFY(m_panel->isSettled());
    }
    QPushButton* startButton() const { return child<QPushButton>(*m_panel, u"replayStart"_s); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeOperations> m_gateway;
    std::unique_ptr<ScriptedFeed> m_feed;
    std::unique_ptr<ReplayPanel> m_panel;
};

void TestReplayStages::init()
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
}

void TestReplayStages::optionsAreSentAsTheyAreChosen()
{
    Operation plan = fixturePlan();
    plan.ramp = {1, 5, 25, 100};
    plan.stopShare = 20;
    openPlan(plan);
    auto* ramp = child<QComboBox>(*m_panel, u"replayRamp"_s);
    QCOMPARE(ramp->currentText(), u"1 %, 5 %, 25 %, 100 %"_s); // as the database proposes
    ramp->setFocus();
    QTest::keyClick(ramp, Qt::Key_Up);
    QCOMPARE(ramp->currentText(), u"10 %, 100 %"_s);
    auto* rate = child<QDoubleSpinBox>(*m_panel, u"replayRate"_s);
    QCOMPARE(rate->text(), u"No limit"_s);
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, u"25"_s);
    auto* stop = child<QSpinBox>(*m_panel, u"replayStop"_s);
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Up);
    auto* reason = child<QLineEdit>(*m_panel, u"replayReason"_s);
    QTest::keyClicks(reason, u"fixed"_s);
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_gateway->started.size(), 1);
    const ReplayOptions& sent = m_gateway->started.at(0).options;
    QCOMPARE(sent.ramp, (QList<int>{10, 100}));
    QCOMPARE(sent.rate, 25.0);
    QCOMPARE(sent.stopShare.value_or(-1), 21);
    QVERIFY(!sent.startAt.isValid());
}

void TestReplayStages::aTimeThatIsOverIsNoStart()
{
    openPlan(fixturePlan());
    QTest::keyClicks(child<QLineEdit>(*m_panel, u"replayReason"_s), u"fixed"_s);
    auto* later = child<QCheckBox>(*m_panel, u"replayLater"_s);
    auto* when = child<QDateTimeEdit>(*m_panel, u"replayStartAt"_s);
    QVERIFY(!when->isEnabled());
    later->setFocus();
    QTest::keyClick(later, Qt::Key_Space);
    QVERIFY(when->isEnabled());
    QVERIFY(startButton()->isEnabled()); // in an hour
    const QDateTime chosen = when->dateTime();
    when->setDateTime(chosen.addDays(-1));
    QVERIFY(!startButton()->isEnabled());
    QCOMPARE(startButton()->toolTip(), u"The time to start is over already."_s);
    when->setDateTime(chosen);
    QTest::mouseClick(startButton(), Qt::LeftButton);
    QCOMPARE(m_gateway->started.at(0).options.startAt, chosen.toUTC());
}

void TestReplayStages::saysThatSomebodyElseApproves()
{
    Operation plan = fixturePlan();
    plan.limits = {{u"%"_s, u"money"_s, {}, 3, {{ReplayClass::Safe, 2}, {ReplayClass::Verify, 2}}}};
    openPlan(plan);
    auto* approval = child<QLabel>(*m_panel, u"replayApproval"_s);
    QVERIFY(approval->text().contains(u"4 message(s) that move money: more than 3 need a second person."_s));
    QCOMPARE(startButton()->text(), u"Ask for approval: 17"_s);
    auto* verify = child<QCheckBox>(*m_panel, u"planSend1"_s);
    verify->setFocus();
    QTest::keyClick(verify, Qt::Key_Space); // what is left one may decide alone
    QCOMPARE(approval->text(), u"Nobody else has to approve it."_s);
    QCOMPARE(startButton()->text(), u"Start: send 14"_s);
}

void TestReplayStages::theValueOfAPlanIsShown()
{
    Operation plan = fixturePlan();
    plan.value = {{ReplayClass::Safe, {{123'450, u"EUR"_s}, {5'000, u"JPY"_s}}}};
    openPlan(plan);
    const QString words = child<QLabel>(*m_panel, u"planWords0"_s)->text();
    QVERIFY2(words.contains(formatMoney({123'450, u"EUR"_s}, QLocale())), qPrintable(words));
    QVERIFY2(words.contains(formatMoney({5'000, u"JPY"_s}, QLocale())), qPrintable(words));
    QVERIFY(!child<QLabel>(*m_panel, u"planWords1"_s)->text().contains(u"worth"_s));
}

void TestReplayStages::stagesAreSteps()
{
    Operation operation = fixtureRunning();
    operation.ramp = {10, 50, 100};
    operation.stages = {{1, 3, 3, 0, 0, 0}, {2, 9, 6, 2, 0, 1}};
    openOperation(operation);
    auto* steps = child<StageSteps>(*m_panel, u"stages"_s);
    QVERIFY(steps->isVisible());
    QCOMPARE(steps->accessibleName(),
        u"Stages: 10 %: 3 of 3 confirmed; 50 %: 6 of 9 confirmed, 2 failed, 1 in doubt; 100 %: Waits"_s);
    operation.ramp = {100};
    m_panel->page()->open(operation);
    QVERIFY(!steps->isVisible()); // one stage is none
}

void TestReplayStages::aStoppedOneSaysWhyAndGoesOn()
{
    Operation operation = fixtureRunning();
    operation.state = OperationState::Stopped;
    operation.stop = OperationStop{u"no such SKU"_s, 4, 9};
    openOperation(operation);
    QCOMPARE(child<Banner>(*m_panel, u"operationStanding"_s)->text(),
        u"Stopped: 4 of 9 ended with the same error: no such SKU"_s);
    QCOMPARE(child<QPushButton>(*m_panel, u"operationPause"_s)->text(), u"Resume"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P);
    QCOMPARE(m_gateway->controlled, QList<OperationControl>{OperationControl::Resume});
}

void TestReplayStages::approvesAndRejectsByKeyboard()
{
    Operation operation = fixturePlan();
    operation.state = OperationState::AwaitingApproval;
    operation.approvalUntil = fixtureNow().addSecs(3600);
    operation.classes = {ReplayClass::Safe};
    operation.limits = {{u"%"_s, u"%"_s, {}, 3, {{ReplayClass::Safe, 14}}}};
    openOperation(operation);
    QCOMPARE(
        child<QLabel>(*m_panel, u"approvalReasons"_s)->text(), u"14 message(s): more than 3 need a second person."_s);
    QVERIFY(child<Banner>(*m_panel, u"operationStanding"_s)->text().contains(u"approval"_s));
    auto* reject = child<QPushButton>(*m_panel, u"operationReject"_s);
    QVERIFY(!reject->isEnabled()); // it needs a reason
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
    auto* note = child<QLineEdit>(*m_panel, u"approvalNote"_s);
    QTRY_COMPARE(QApplication::focusWidget(), note);
    QTest::keyClick(note, Qt::Key_Return); // Enter alone decides nothing
    QVERIFY(m_gateway->decided.isEmpty());
    QTest::keyClicks(note, u"px"_s); // letters are no commands here
    QVERIFY(m_gateway->controlled.isEmpty());
    QVERIFY(reject->isEnabled());
    reject->setFocus();
    QTest::keyClick(reject, Qt::Key_Space);
    QCOMPARE(m_gateway->decided.size(), 1);
    QVERIFY(!m_gateway->decided.at(0).approved);
    QCOMPARE(m_gateway->decided.at(0).note, u"px"_s);
    m_gateway->decisions.answer(0, Error{Failure::Invalid, u"Not now."_s, {}, {}});
    QTRY_VERIFY(reject->isEnabled());
    note->setFocus();
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_gateway->decided.size(), 2);
    QVERIFY(m_gateway->decided.at(1).approved);
    QCOMPARE(m_gateway->decided.at(1).manifest, operation.manifest); // what was looked at
    operation.state = OperationState::Running;
    m_gateway->decisions.answer(1, operation);
    QTRY_VERIFY(!note->isVisible());
}

void TestReplayStages::whoMayNotApproveReadsWhy()
{
    Operation operation = fixturePlan();
    operation.state = OperationState::AwaitingApproval;
    operation.approvalUntil = fixtureNow().addSecs(3600);
    operation.mayNotApprove = u"it is approved by somebody else than who asked for it"_s;
    openOperation(operation);
    auto* approve = child<QPushButton>(*m_panel, u"operationApprove"_s);
    QVERIFY(!approve->isEnabled());
    QCOMPARE(approve->toolTip(), operation.mayNotApprove);
    QVERIFY(!child<QPushButton>(*m_panel, u"operationPause"_s)->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_X); // who asked may take it back
    QCOMPARE(m_gateway->controlled, QList<OperationControl>{OperationControl::Cancel});
}

void TestReplayStages::theBottomBarCounts()
{
    OperationSummary summary(*m_theme);
    summary.setSources(*m_gateway, *m_feed);
    QVERIFY(!summary.isVisible());
    m_gateway->countsAtAGlance.answer(0, OperationCounts{2, 5, 1});
    QTRY_COMPARE(summary.text(), u"2 running  ·  5 in doubt  ·  1 waiting for my approval"_s);
    QVERIFY(!summary.isHidden());
    for (int at = 0; at < 20; ++at)
        Q_EMIT m_feed->exceptionsChanged();
    QTRY_COMPARE(m_gateway->countsAtAGlance.size(), std::size_t(2));
    m_gateway->countsAtAGlance.answer(1, OperationCounts{});
    QTRY_VERIFY(summary.isHidden());
}

SIGNALBOX_TEST(TestReplayStages)
#include "tst_replaystages.moc"
