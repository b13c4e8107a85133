// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordersentence.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

class TestOrderSentence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysItInOneSentence_data();
    void saysItInOneSentence();
    void saysItFromAListRow_data();
    void saysItFromAListRow();
    void hasOwnWordsForEveryStepOfTheTemplates_data();
    void hasOwnWordsForEveryStepOfTheTemplates();
};

namespace {

const QDateTime midday(QDate(2026, 11, 3), QTime(12, 0), Qt::UTC);
const QLocale english(QLocale::English, QLocale::UnitedStates);
using Change = std::function<void(OrderDetail&)>;

/// A shipment is owed for 3 h 12 min, its due time is two days away.
OrderDetail waitingForShipment()
{
    OrderDetail detail;
    detail.order.sync = SyncState::Waiting;
    detail.order.waitingStep = u"shipment_confirmation"_s;
    detail.order.waitingSince = midday.addSecs(-11520);
    detail.order.nextWarnAt = midday.addDays(1);
    detail.order.nextDueAt = midday.addDays(2);
    detail.order.doneCount = 7;
    detail.order.stepCount = 16;
    ProcessStep step;
    step.step = u"shipment_confirmation"_s;
    step.system = u"wms"_s;
    detail.process.steps = {step};
    Milestone milestone;
    milestone.step = step.step;
    milestone.state = MilestoneState::Pending;
    milestone.dueAt = detail.order.nextDueAt;
    detail.milestones = {milestone};
    detail.norms.insert(step.step, {540, 900, 200});
    return detail;
}

void failed(OrderDetail& detail, const QString& message)
{
    detail.order.sync = SyncState::Failed;
    detail.order.waitingState = MilestoneState::Failed;
    detail.milestones[0].state = MilestoneState::Failed;
    detail.milestones[0].failedAt = midday.addSecs(-7200);
    detail.milestones[0].message = message;
}

void nothingOpen(OrderDetail& detail, SyncState sync)
{
    detail.order.sync = sync;
    detail.order.waitingStep.clear();
    detail.order.waitingSince = {};
    detail.order.nextDueAt = {};
    detail.order.nextWarnAt = {};
    detail.milestones.clear();
}

void overdue(OrderDetail& detail)
{
    detail.order.nextDueAt = midday.addSecs(-3660);
    detail.milestones[0].dueAt = detail.order.nextDueAt;
}

QString plain(QString text)
{
    return text.replace(QChar(QChar::Nbsp), u' ').replace(QChar(0x202f), u' ');
}

} // namespace

void TestOrderSentence::saysItInOneSentence_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("sentence");
    const QString wait = u"Waiting for the warehouse to confirm the shipment for 3 h 12 min"_s;
    QTest::newRow("waiting") << Change([](OrderDetail&) {}) << wait + u"; normal is 9 min."_s;
    QTest::newRow("too few have passed to call anything normal")
        << Change([](OrderDetail& d) { d.norms[u"shipment_confirmation"_s].samples = 4; }) << wait + u"."_s;
    QTest::newRow("overdue") << Change(overdue) << wait + u"; normal is 9 min; overdue by 1 h 1 min."_s;
    QTest::newRow("due soon") << Change([](OrderDetail& d) {
        d.order.nextWarnAt = midday.addSecs(-60);
        d.milestones[0].dueAt = d.order.nextDueAt = midday.addSecs(1200);
    }) << wait + u"; normal is 9 min; due in 20 min."_s;
    QTest::newRow("begun") << Change([](OrderDetail& d) {
        d.order.waitingState = MilestoneState::InProgress;
        d.milestones[0].startedAt = midday.addSecs(-600);
    }) << wait + u"; begun 10 min ago; normal is 9 min."_s;
    QTest::newRow("clock of the server ahead of ours") << Change([](OrderDetail& d) {
        d.order.waitingSince = midday.addSecs(3);
        d.norms.clear();
    }) << u"Waiting for the warehouse to confirm the shipment for 0 s."_s;
    QTest::newRow("nobody knows since when") << Change([](OrderDetail& d) {
        d.order.waitingSince = {};
        d.norms.clear();
    }) << u"Waiting for \"Shipment confirmed\"."_s;
    QTest::newRow("one of two shipments") << Change([](OrderDetail& d) {
        d.order.waitingScope = d.milestones[0].scope = u"shipment/2"_s;
        Milestone other;
        other.scope = u"shipment/1"_s;
        d.milestones.append(other);
    }) << u"Shipment 2: Waiting for the warehouse to confirm the shipment for 3 h 12 min; normal is 9 min."_s;
    QTest::newRow("the only shipment") << Change([](OrderDetail& d) {
        d.order.waitingScope = d.milestones[0].scope = u"shipment/1"_s;
    }) << wait + u"; normal is 9 min."_s;
    QTest::newRow("another system owes it")
        << Change([](OrderDetail& d) { d.process.steps[0].system = u"legacy_hub"_s; })
        << u"Waiting for \"Shipment confirmed\" (Legacy hub) for 3 h 12 min; normal is 9 min."_s;
    QTest::newRow("a step of somebody's own") << Change([](OrderDetail& d) {
        d.order.waitingStep = d.milestones[0].step = d.process.steps[0].step = u"gift_wrapping"_s;
        d.process.steps[0].title = u"Gift wrapped"_s;
    }) << u"Waiting for \"Gift wrapped\" (Warehouse) for 3 h 12 min."_s;
    QTest::newRow("a step of the return") << Change([](OrderDetail& d) {
        d.order.waitingStep = d.milestones[0].step = u"refund_settled"_s;
        ProcessStep step;
        step.step = u"refund_settled"_s;
        step.system = u"psp"_s;
        d.returnProcess.steps = {step};
    }) << u"Waiting for the payment provider to pay the refund for 3 h 12 min."_s;
    QTest::newRow("failed") << Change([](OrderDetail& d) { failed(d, u"Depot 17 is closed."_s); })
                            << u"\"Shipment confirmed\" failed 2 h ago: Depot 17 is closed."_s;
    QTest::newRow("failed without a message")
        << Change([](OrderDetail& d) { failed(d, {}); }) << u"\"Shipment confirmed\" failed 2 h ago."_s;
    QTest::newRow("failed and overdue") << Change([](OrderDetail& d) {
        failed(d, u"Depot 17 is closed"_s);
        overdue(d);
    }) << u"\"Shipment confirmed\" failed 2 h ago: Depot 17 is closed; overdue by 1 h 1 min."_s;
    QTest::newRow("a message that looks like a place holder")
        << Change([](OrderDetail& d) { failed(d, u"100%1\n of %2"_s); })
        << u"\"Shipment confirmed\" failed 2 h ago: 100%1 of %2."_s;
    QTest::newRow("done") << Change([](OrderDetail& d) { nothingOpen(d, SyncState::Done); })
                          << u"Everything is done, nothing was late."_s;
    QTest::newRow("done late") << Change([](OrderDetail& d) {
        nothingOpen(d, SyncState::Done);
        d.order.lateCount = 2;
    }) << u"Everything is done; 2 step(s) were late."_s;
    QTest::newRow("unknown") << Change([](OrderDetail& d) { nothingOpen(d, SyncState::Unknown); })
                             << u"Nobody knows: no connected system reports on the steps that are left."_s;
    QTest::newRow("nothing open") << Change([](OrderDetail& d) { nothingOpen(d, SyncState::Waiting); })
                                  << u"Nothing is open at the moment: 7 of 16 steps are reached."_s;
    QTest::newRow("cancelled") << Change([](OrderDetail& d) {
        nothingOpen(d, SyncState::Cancelled);
        d.order.cancelledAt = midday.addDays(-1);
    }) << u"The order was cancelled on 11/2/2026 12:00 PM."_s;
    QTest::newRow("cancelled, nobody knows when")
        << Change([](OrderDetail& d) { nothingOpen(d, SyncState::Cancelled); }) << u"The order was cancelled."_s;
    QTest::newRow("cancelled, a refund is owed") << Change([](OrderDetail& d) {
        d.order.sync = SyncState::Cancelled;
        d.order.waitingStep = d.milestones[0].step = u"refund_settled"_s;
    }) << u"The order was cancelled. Waiting for the payment provider to pay the refund for 3 h 12 min."_s;
}

void TestOrderSentence::saysItInOneSentence()
{
    QFETCH(Change, change);
    QFETCH(QString, sentence);
    OrderDetail detail = waitingForShipment();
    change(detail);
    QCOMPARE(plain(waitingSentence(detail, midday, english)), sentence);
}

void TestOrderSentence::saysItFromAListRow_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("waiting") << Change([](OrderDetail&) {})
                             << u"Waiting for the warehouse to confirm the shipment for 3 h 12 min."_s;
    QTest::newRow("overdue") << Change(
        overdue) << u"Waiting for the warehouse to confirm the shipment for 3 h 12 min; overdue by 1 h 1 min."_s;
    QTest::newRow("failed") << Change([](OrderDetail& d) { failed(d, {}); })
                            << u"\"Shipment confirmed\" failed 3 h 12 min ago."_s;
    QTest::newRow("done") << Change([](OrderDetail& d) { nothingOpen(d, SyncState::Done); })
                          << u"Everything is done, nothing was late."_s;
}

void TestOrderSentence::saysItFromAListRow()
{
    QFETCH(Change, change);
    QFETCH(QString, sentence);
    OrderDetail detail = waitingForShipment();
    change(detail);
    QCOMPARE(plain(waitingSentence(detail.order, midday, QLocale::c())), sentence);
}

void TestOrderSentence::hasOwnWordsForEveryStepOfTheTemplates_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("system");
    for (const char* name : {"ship_to_home", "click_and_collect", "store_sale", "marketplace", "return"}) {
        QFile file(
            QStringLiteral(SIGNALBOX_SOURCE_DIR) + u"/resources/processes/%1.json"_s.arg(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Outcome<Process> process = parseProcess(file.readAll());
        QVERIFY2(process, process ? "" : qPrintable(process.error().text));
        for (const ProcessStep& step : process.value().steps)
            QTest::addRow("%s %s", name, qPrintable(step.step)) << step.step << step.system;
    }
}

void TestOrderSentence::hasOwnWordsForEveryStepOfTheTemplates()
{
    QFETCH(QString, step);
    QFETCH(QString, system);
    OrderDetail detail = waitingForShipment();
    detail.order.waitingStep = step;
    detail.process.steps[0].step = step;
    detail.process.steps[0].system = system;
    const QString sentence = plain(waitingSentence(detail, midday, QLocale::c()));
    QVERIFY2(sentence.startsWith(u"Waiting for "_s) && !sentence.contains(u'"'), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"for 3 h 12 min"_s), qPrintable(sentence));
}

SIGNALBOX_TEST(TestOrderSentence)
#include "tst_ordersentence.moc"
