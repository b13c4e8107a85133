// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventmodel.h"
#include "models/items/itemroles.h"
#include "models/items/linemodel.h"
#include "models/items/milestonemodel.h"
#include "models/items/referencemodel.h"
#include "orderfixtures.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

const MilestoneRow& stepOf(const MilestoneModel& model, const QString& step)
{
    for (const MilestoneLine& line : model.rows()) {
        if (line.row.milestone.step == step)
            return line.row;
    }
    qFatal("no step %s", qUtf8Printable(step));
}

BusinessEvent eventAt(int id, int happened, int received)
{
    const QDateTime start = fixtureNow();
    BusinessEvent event;
    event.source = u"/erp"_s;
    event.id = QString::number(id);
    event.type = u"com.signalbox.order.invoice.v1"_s;
    event.step = u"invoice"_s;
    event.outcome = u"completed"_s;
    event.time = start.addSecs(happened);
    event.recordedAt = start.addSecs(received);
    return event;
}

} // namespace

class TestOrderModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsKeepTheirPlacesOverARefresh();
    void stepsAreOneSignalEach();
    void movingClockJudgesOpenStepsAgain();
    void expectsWhatIsToComeAfterOneAnother();
    void expectsNothingOfUnknownAndReachedSteps();
    void saysWhyAStepIsUnknown();
    void saysHowLongAStepTook();
    void anyChangeOfRowsIsFollowed();
    void marksLateEvents_data();
    void marksLateEvents();
    void findsTheEventThatProvesAStep();
    void referencesGiveAFilter();
    void linesKeepExactDecimals();
    void headersAreNamed();
};

void TestOrderModels::stepsKeepTheirPlacesOverARefresh()
{
    MilestoneModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    OrderDetail detail = stuckOrder();
    model.setDetail(detail, fixtureNow());
    QCOMPARE(model.rowCount(), int(detail.milestones.size()));
    const QPersistentModelIndex invoice = model.index(model.rowOf(u"\ninvoice"_s), 0);
    QVERIFY(invoice.isValid());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    detail.milestones.removeAt(6); // a blocked placeholder becomes two real shipments
    Milestone shipment;
    shipment.step = u"shipment_confirmation"_s;
    shipment.state = MilestoneState::Blocked;
    for (const QString& scope : {u"shipment/2"_s, u"shipment/1"_s}) {
        shipment.scope = scope;
        detail.milestones.insert(6, shipment);
    }
    model.setDetail(detail, fixtureNow());
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), int(detail.milestones.size()));
    QVERIFY(invoice.isValid());
    QCOMPARE(invoice.data(ItemRoles::IdRole).toString(), u"\ninvoice"_s);
    for (int i = 0; i < model.rowCount(); ++i)
        QCOMPARE(model.row(i).row.milestone, detail.milestones.at(i));
}

void TestOrderModels::stepsAreOneSignalEach()
{
    MilestoneModel model;
    OrderDetail detail = lateDelivery();
    model.setDetail(detail, fixtureNow());
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setDetail(detail, fixtureNow());
    QCOMPARE(changes.size(), 0);
    detail.milestones[0].message = u"seen"_s;
    model.setDetail(detail, fixtureNow());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 0);
    QCOMPARE(changes.at(0).at(1).toModelIndex().column(), model.columnCount() - 1);
}

void TestOrderModels::movingClockJudgesOpenStepsAgain()
{
    MilestoneModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    OrderDetail detail = stuckOrder();
    const QDateTime due = detail.order.nextDueAt;
    const auto target = [&model] { return stepOf(model, u"erp_order_creation"_s).targetState; };
    model.setDetail(detail, due.addSecs(-9 * 60));
    QCOMPARE(target(), TargetState::DueSoon);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setNow(due.addSecs(1));
    QCOMPARE(target(), TargetState::Breached);
    QVERIFY(!changes.isEmpty());
    for (const auto& change : std::as_const(changes)) // reached steps do not move
        QVERIFY(!model.row(change.at(0).toModelIndex().row()).row.isReached());
}

void TestOrderModels::expectsWhatIsToComeAfterOneAnother()
{
    MilestoneModel model;
    model.setDetail(stuckOrder(), fixtureNow());
    const MilestoneRow erp = stepOf(model, u"erp_order_creation"_s);
    const MilestoneRow routing = stepOf(model, u"fulfillment_routing"_s);
    const MilestoneRow shipment = stepOf(model, u"shipment_confirmation"_s);
    QCOMPARE(erp.expectedTo, fixtureNow()); // its usual time is over: any moment now
    QCOMPARE(routing.expectedFrom, fixtureNow());
    QCOMPARE(routing.expectedTo, fixtureNow().addSecs(540));
    QCOMPARE(shipment.expectedFrom, routing.expectedTo);
    QCOMPARE(shipment.expectedTo, routing.expectedTo.addSecs(86'400));
    // no norm: the target's time
    QCOMPARE(stepOf(model, u"goods_issue_posting"_s).expectedTo, shipment.expectedTo.addSecs(3600));
    for (const MilestoneLine& line : model.rows()) {
        if (line.row.milestone.state == MilestoneState::Blocked) {
            QVERIFY(line.row.expectedFrom >= fixtureNow());
            QVERIFY(line.row.expectedTo >= line.row.expectedFrom);
        }
    }
}

void TestOrderModels::expectsNothingOfUnknownAndReachedSteps()
{
    MilestoneModel model;
    model.setDetail(lateDelivery(), fixtureNow());
    QVERIFY(!stepOf(model, u"invoice"_s).expectedFrom.isValid());
    QVERIFY(!stepOf(model, u"order_captured"_s).expectedFrom.isValid());
}

void TestOrderModels::saysWhyAStepIsUnknown()
{
    MilestoneModel model;
    OrderDetail detail = lateDelivery();
    model.setDetail(detail, fixtureNow());
    const int row = model.rowOf(u"\ninvoice"_s);
    const QModelIndex state = model.index(row, MilestoneModel::StateColumn);
    QCOMPARE(state.data().toString(), u"No source connected"_s);
    QCOMPARE(state.siblingAtColumn(MilestoneModel::TargetColumn).data().toString(), QString());
    detail.milestones[row].evidenceSource = u"/erp"_s;
    detail.milestones[row].evidenceId = u"e1"_s;
    model.setDetail(detail, fixtureNow());
    QCOMPARE(state.data().toString(), u"Reached, time not known"_s);
}

void TestOrderModels::saysHowLongAStepTook()
{
    MilestoneModel model;
    model.setDetail(stuckOrder(), fixtureNow());
    const auto took = [&model](const QString& step) {
        QString text
            = model.index(model.rowOf(stepOf(model, step).key()), MilestoneModel::TookColumn).data().toString();
        return text.replace(QChar(QChar::Nbsp), u' ');
    };
    QCOMPARE(took(u"fraud_screening"_s), u"1 h 11 min; normal is 1 min 35 s"_s);
    QCOMPARE(took(u"erp_order_creation"_s), u"49 min so far; normal is 1 min 50 s"_s);
    QCOMPARE(took(u"fulfillment_routing"_s), u"normal is 9 min"_s);
    QCOMPARE(took(u"invoice"_s), QString());
}

void TestOrderModels::anyChangeOfRowsIsFollowed()
{
    MilestoneModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    const OrderDetail all = returnedOrder();
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        OrderDetail some = all;
        some.milestones.clear();
        for (const Milestone& milestone : all.milestones) {
            if (random.bounded(3) == 0)
                continue;
            some.milestones.append(milestone);
            if (random.bounded(4) == 0)
                some.milestones.last().message = QString::number(round);
        }
        if (round % 50 == 49)
            std::reverse(some.milestones.begin(), some.milestones.end()); // clazy:exclude=detaching-member
        model.setDetail(some, fixtureNow());
        QCOMPARE(model.rowCount(), int(some.milestones.size()));
        for (int i = 0; i < model.rowCount(); ++i)
            QCOMPARE(model.row(i).row.milestone, some.milestones.at(i));
    }
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestOrderModels::marksLateEvents_data()
{
    QTest::addColumn<QList<BusinessEvent>>("events");
    QTest::addColumn<QList<bool>>("late");
    using Events = QList<BusinessEvent>;
    QTest::newRow("in order") << Events{eventAt(1, 0, 2), eventAt(2, 100, 102)} << QList<bool>{false, false};
    QTest::newRow("overtaken") << Events{eventAt(1, 0, 300), eventAt(2, 100, 102)} << QList<bool>{true, false};
    QTest::newRow("hardly overtaken") << Events{eventAt(1, 0, 150), eventAt(2, 100, 102)} << QList<bool>{false, false};
    QTest::newRow("slow but in order") << Events{eventAt(1, 0, 9000), eventAt(2, 100, 9100)}
                                       << QList<bool>{false, false};
    QTest::newRow("same moment") << Events{eventAt(1, 0, 2), eventAt(2, 0, 500)} << QList<bool>{false, false};
    QTest::newRow("given backwards") << Events{eventAt(2, 100, 102), eventAt(1, 0, 300)} << QList<bool>{false, true};
    QTest::newRow("none") << Events{} << QList<bool>{};
}

void TestOrderModels::marksLateEvents()
{
    QFETCH(const QList<BusinessEvent>, events);
    QFETCH(const QList<bool>, late);
    EventModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    model.setEvents(events);
    QList<bool> marked;
    for (const EventLine& line : model.rows())
        marked.append(line.late);
    QCOMPARE(marked, late);
    for (int i = 0; i < model.rowCount(); ++i) {
        const auto emphasis = model.index(i, EventModel::ReceivedColumn).data(ItemRoles::EmphasisRole);
        QCOMPARE(emphasis.value<ItemRoles::Emphasis>() == ItemRoles::Emphasis::Warning, late.at(i));
    }
}

void TestOrderModels::findsTheEventThatProvesAStep()
{
    EventModel model;
    const OrderDetail detail = stuckOrder();
    model.setEvents(detail.events);
    const int row = model.rowOfEvidence(u"/shop/de"_s, u"evt-validation"_s);
    QVERIFY(row >= 0);
    QCOMPARE(model.row(row).event.step, u"validation"_s);
    QCOMPARE(model.rowOfEvidence(u"/shop/fr"_s, u"evt-validation"_s), -1);
}

void TestOrderModels::referencesGiveAFilter()
{
    ReferenceModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    model.setReferences(stuckOrder().references);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(
        model.index(2, ReferenceModel::IdColumn).data(ItemRoles::FilterRole).toString(), u"ref:0000000004711093"_s);
    QVERIFY(
        model.index(1, ReferenceModel::IdColumn).data(ItemRoles::FilterRole).toString().startsWith(u"ref:\"8816"_s));
    QCOMPARE(model.index(2, ReferenceModel::KindColumn).data().toString(), u"Idoc"_s);
}

void TestOrderModels::linesKeepExactDecimals()
{
    LineModel model;
    const QAbstractItemModelTester tester(&model, reporting);
    model.setLines({{u"1"_s, u"FABRIC"_s, u"Fabric"_s, u"12.500000000000000000001"_s, {1999, u"EUR"_s}}});
    QCOMPARE(model.index(0, LineModel::QuantityColumn).data().toString(), u"12.500000000000000000001"_s);
    QCOMPARE(model.index(0, LineModel::PriceColumn).data(ItemRoles::CopyRole).toString(), u"19.99"_s);
}

void TestOrderModels::headersAreNamed()
{
    const MilestoneModel steps;
    const EventModel events;
    const ReferenceModel references;
    const LineModel lines;
    for (const QAbstractItemModel* model : QList<const QAbstractItemModel*>{&steps, &events, &references, &lines}) {
        for (int column = 0; column < model->columnCount(); ++column)
            QVERIFY(!model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QCOMPARE(model->headerData(model->columnCount(), Qt::Horizontal, Qt::DisplayRole), QVariant());
    }
}

SIGNALBOX_TEST(TestOrderModels)
#include "tst_ordermodels.moc"
