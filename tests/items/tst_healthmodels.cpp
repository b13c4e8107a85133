// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesources.h"
#include "models/domain/filterexpression.h"
#include "models/items/breachmodel.h"
#include "models/items/channelmodel.h"
#include "models/items/itemroles.h"
#include "models/items/processmodel.h"
#include "models/items/processstepmodel.h"
#include "models/items/setasidemodel.h"
#include "models/items/valueatriskmodel.h"
#include "orderfixtures.h"
#include "tests/support/markedwords.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto testerReports = QAbstractItemModelTester::FailureReportingMode::QtTest;

QString cell(const QAbstractItemModel& model, int row, int column)
{
    // durations do not break
    return model.index(row, column).data().toString().replace(QChar(QChar::Nbsp), u' ');
}

} // namespace

class TestHealthModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void breachesSumUp();
    void everyNumberOpensItsOrders_data();
    void everyNumberOpensItsOrders();
    void everyFilterIsUnderstood();
    void ageBucketsMeetWithoutGaps();
    void nothingOpensNothing();
    void breachesFollowChanges();
    void valuesAreNeverAddedUp();
    void sharesAreOfOrders();
    void processesTellTheVersionInForce();
    void stepsTellTargetAndEvidence();
    void channelsTellWhatTheySupply();
    void setAsideComesPageByPage();
    void setAsideTellsWhatARowMeans();
    void whatCameAgainMovesUp();
    void setAsideFailsAndGoesOn();
    void olderAnswersAreDropped();
};

void TestHealthModels::breachesSumUp()
{
    BreachModel model;
    const QAbstractItemModelTester tester(&model, testerReports);
    model.setBreaches(busyHealth().steps);
    for (int row = 0; row < model.rowCount(); ++row) {
        qint64 sum = 0;
        for (int bucket = 0; bucket < ageBucketCount; ++bucket)
            sum += model.index(row, BreachModel::FirstAgeColumn + bucket).data(ItemRoles::ValueRole).toLongLong();
        QCOMPARE(model.index(row, BreachModel::TotalColumn).data(ItemRoles::ValueRole).toLongLong(), sum);
    }
}

void TestHealthModels::everyNumberOpensItsOrders_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("filter");
    const int first = BreachModel::FirstAgeColumn;
    QTest::newRow("step") << int(BreachModel::StepColumn) << u"step:erp_order_creation target:breached"_s;
    QTest::newRow("system") << int(BreachModel::SystemColumn) << u"system:erp target:breached"_s;
    QTest::newRow("newest") << first << u"step:erp_order_creation target:breached overdue<15m"_s;
    QTest::newRow("third") << first + 2 << u"step:erp_order_creation target:breached overdue>=1h overdue<4h"_s;
    QTest::newRow("oldest") << first + 5 << u"step:erp_order_creation target:breached overdue>=3d"_s;
    QTest::newRow("total") << int(BreachModel::TotalColumn) << u"step:erp_order_creation target:breached"_s;
    QTest::newRow("due soon") << int(BreachModel::DueSoonColumn) << u"step:erp_order_creation target:due_soon"_s;
}

void TestHealthModels::everyNumberOpensItsOrders()
{
    QFETCH(const int, column);
    QFETCH(const QString, filter);
    BreachModel model;
    model.setBreaches(busyHealth().steps);
    const int row = model.rowOf(u"erp_order_creation"_s);
    QCOMPARE(model.index(row, column).data(ItemRoles::FilterRole).toString(), filter);
}

void TestHealthModels::everyFilterIsUnderstood()
{
    BreachModel breaches;
    breaches.setBreaches(busyHealth().steps);
    ValueAtRiskModel values;
    values.setValues(busyHealth().valueAtRisk, busyHealth().breachedOrders);
    ChannelModel channels;
    channels.setChannels(fixtureRules().channels);
    ProcessStepModel steps;
    steps.setProcess(fixtureProcess(u"return"_s), {}, {});
    for (const QAbstractItemModel* model : QList<const QAbstractItemModel*>{&breaches, &values, &channels, &steps}) {
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString filter = model->index(row, column).data(ItemRoles::FilterRole).toString();
                const auto parsed = parseFilter(filter, fixtureNow(), QTimeZone::utc());
                QVERIFY2(!parsed.mistake, qPrintable(filter));
            }
        }
    }
}

void TestHealthModels::ageBucketsMeetWithoutGaps()
{
    for (int bucket = 0; bucket + 1 < ageBucketCount; ++bucket) {
        const QString end = BreachModel::filterFor(u"invoice"_s, bucket).section(u"overdue<"_s, 1);
        const QString start
            = BreachModel::filterFor(u"invoice"_s, bucket + 1).section(u"overdue>="_s, 1).section(u' ', 0, 0);
        QVERIFY(!end.isEmpty());
        QCOMPARE(start, end);
        QVERIFY(!BreachModel::ageTitle(bucket).isEmpty());
    }
}

void TestHealthModels::nothingOpensNothing()
{
    BreachModel model;
    model.setBreaches({{u"invoice"_s, u"erp"_s, {0, 1, 0, 0, 0, 0}, 0}});
    const QModelIndex empty = model.index(0, BreachModel::FirstAgeColumn);
    QCOMPARE(empty.data(ItemRoles::FilterRole).toString(), QString());
    QCOMPARE(empty.data().toString(), u"\u2013"_s);
    QVERIFY(!empty.siblingAtColumn(BreachModel::FirstAgeColumn + 1).data(ItemRoles::FilterRole).toString().isEmpty());
}

void TestHealthModels::breachesFollowChanges()
{
    BreachModel model;
    const QAbstractItemModelTester tester(&model, testerReports);
    QList<StepBreaches> steps = busyHealth().steps;
    model.setBreaches(steps);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    steps.removeAt(1);
    steps[2].byAge[0] += 1;
    steps.insert(3, {u"goods_issue_posting"_s, u"erp"_s, {1, 0, 0, 0, 0, 0}, 0});
    model.setBreaches(steps);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changes.size(), 1);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.row(row).breaches, steps.at(row));
}

void TestHealthModels::valuesAreNeverAddedUp()
{
    ValueAtRiskModel model;
    const QAbstractItemModelTester tester(&model, testerReports);
    model.setValues(busyHealth().valueAtRisk, busyHealth().breachedOrders);
    QCOMPARE(model.rowCount(), 4); // no total row
    QCOMPARE(model.index(2, ValueAtRiskModel::ValueColumn).data(ItemRoles::CopyRole).toString(), u"1845000"_s);
    QCOMPARE(model.index(3, ValueAtRiskModel::ValueColumn).data(ItemRoles::CopyRole).toString(), u"912.345"_s);
    QCOMPARE(model.index(1, 0).data(ItemRoles::FilterRole).toString(), u"target:breached currency:GBP"_s);
}

void TestHealthModels::sharesAreOfOrders()
{
    ValueAtRiskModel model;
    model.setValues({{{100, u"EUR"_s}, 3}, {{999'999, u"GBP"_s}, 1}}, 8); // four have no amount
    QCOMPARE(model.row(0).share, 0.375);
    QCOMPARE(model.row(1).share, 0.125);
    model.setValues({{{100, u"EUR"_s}, 0}}, 0);
    QCOMPARE(model.row(0).share, 0.0);
}

void TestHealthModels::processesTellTheVersionInForce()
{
    ProcessModel model;
    const QAbstractItemModelTester tester(&model, testerReports);
    model.setProcesses(fixtureRules().processes, fixtureNow());
    QCOMPARE(model.row(0).process.version, 2);
    QVERIFY(model.row(0).future && !model.row(0).current);
    QVERIFY(model.row(1).current);
    QCOMPARE(cell(model, 0, ProcessModel::VersionColumn), u"2, to come"_s);
    QCOMPARE(cell(model, 1, ProcessModel::VersionColumn), u"1, current"_s);
    model.setProcesses(fixtureRules().processes, QDateTime(QDate(2027, 2, 1), QTime(0, 0), Qt::UTC));
    QVERIFY(model.row(0).current);
    QVERIFY(!model.row(1).current);
}

void TestHealthModels::stepsTellTargetAndEvidence()
{
    ProcessStepModel model;
    const QAbstractItemModelTester tester(&model, testerReports);
    const RuleBook rules = fixtureRules();
    model.setProcess(fixtureProcess(u"ship_to_home"_s), rules.calendars, rules.channels);
    const auto row = [&model](const QString& step) { return model.rowOf(step); };
    const int validation = row(u"validation"_s);
    QCOMPARE(cell(model, validation, ProcessStepModel::TargetColumn), u"5 min"_s);
    QCOMPARE(cell(model, validation, ProcessStepModel::WarningColumn), u"after 1 min"_s);
    QCOMPARE(cell(model, validation, ProcessStepModel::CalendarColumn), u"Around the clock"_s);
    QCOMPARE(cell(model, validation, ProcessStepModel::EvidenceColumn), u"all channels"_s);
    const int captured = row(u"order_captured"_s);
    QCOMPARE(cell(model, captured, ProcessStepModel::TargetColumn), u"none"_s);
    QCOMPARE(cell(model, captured, ProcessStepModel::AfterColumn), u"the start"_s);
    QCOMPARE(cell(model, captured, ProcessStepModel::CalendarColumn), QString());
    const int delivery = row(u"delivery_confirmation"_s);
    QCOMPARE(cell(model, delivery, ProcessStepModel::TargetColumn), u"the promised time"_s);
    QCOMPARE(cell(model, delivery, ProcessStepModel::WarningColumn), u"1 d before"_s);
    QCOMPARE(cell(model, delivery, ProcessStepModel::EvidenceColumn),
        u"Web shop Germany, popup; not in Web shop United Kingdom"_s);
    QCOMPARE(cell(model, row(u"shipment_confirmation"_s), ProcessStepModel::WarningColumn), u"last 20 % of the time"_s);
    model.setProcess(fixtureProcess(u"click_and_collect"_s), rules.calendars, rules.channels);
    QCOMPARE(cell(model, 0, ProcessStepModel::EvidenceColumn), u"no channel uses it"_s);
}

void TestHealthModels::channelsTellWhatTheySupply()
{
    ChannelModel model;
    const QAbstractItemModelTester tester(&model, testerReports);
    model.setChannels(fixtureRules().channels);
    QCOMPARE(cell(model, 0, ChannelModel::SuppliesColumn), u"every step"_s);
    QVERIFY(cell(model, 2, ChannelModel::SuppliesColumn).contains(u", "_s));
    QCOMPARE(model.index(2, 0).data(ItemRoles::FilterRole).toString(), u"channel:olist"_s);
    const QModelIndex stray = model.index(model.rowOf(u"popup"_s), ChannelModel::SuppliesColumn);
    QCOMPARE(stray.data().toString(), u"never described: every step is expected"_s);
    QCOMPARE(stray.data(ItemRoles::EmphasisRole).value<ItemRoles::Emphasis>(), ItemRoles::Emphasis::Warning);
    QVERIFY(stray.data(Qt::ToolTipRole).toString().contains(u"signalboxctl channel put FILE"_s));
    QCOMPARE(cell(model, model.rowOf(u"fair"_s), ChannelModel::SuppliesColumn), u"no step: none is expected"_s);
}

void TestHealthModels::setAsideComesPageByPage()
{
    FakeHealthFigures source;
    SetAsideModel model(source);
    const QAbstractItemModelTester tester(&model, testerReports);
    QVERIFY(!model.canFetchMore({}) && !model.hasAnswer());
    model.refresh();
    QVERIFY(model.isLoading());
    source.setAsidePages.answer(0, setAsidePage(1000, 801, true));
    QTRY_COMPARE(model.rowCount(), 200);
    QVERIFY(model.hasAnswer() && !model.isLoading() && model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({}); // one at a time
    QCOMPARE(source.setAsideAsked.size(), 2);
    QCOMPARE(source.setAsideAsked.at(1).first, (SetAsideCursor{u"behind 801"_s, 801}));
    source.setAsidePages.answer(1, setAsidePage(800, 751));
    QTRY_COMPARE(model.rowCount(), 250);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.eventAt(249).id, 751);
    model.refresh(); // all that is loaded, in one go
    QVERIFY(!source.setAsideAsked.at(2).first);
    QCOMPARE(source.setAsideAsked.at(2).second, 250);
}

void TestHealthModels::setAsideTellsWhatARowMeans()
{
    const MarkedWords words({u"RejectionReason"_s});
    FakeHealthFigures source;
    SetAsideModel model(source);
    model.refresh();
    source.setAsidePages.answer(0, setAsidePage(1000, 999));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, SetAsideModel::ProblemColumn), u"Unknown type"_s);
    QCOMPARE(cell(model, 0, SetAsideModel::PlaceColumn), u"event 7 of a batch"_s);
    QCOMPARE(cell(model, 0, SetAsideModel::CountColumn), u"1"_s);
    QCOMPARE(cell(model, 1, SetAsideModel::ProblemColumn), u"Too few columns"_s);
    QCOMPARE(cell(model, 1, SetAsideModel::ReasonColumn), u"~The record has 4 columns, the header has 9."_s);
    QCOMPARE(cell(model, 1, SetAsideModel::PlaceColumn), u"orders.csv, entry 6"_s);
    QCOMPARE(model.index(0, 0).data(ItemRoles::CopyRole).toString(), u"gift-1000"_s);
    QCOMPARE(model.index(1, 0).data(ItemRoles::CopyRole).toString(), u"999"_s); // without an id of its own
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestHealthModels::whatCameAgainMovesUp()
{
    FakeHealthFigures source;
    SetAsideModel model(source);
    const QAbstractItemModelTester tester(&model, testerReports);
    model.refresh();
    source.setAsidePages.answer(0, setAsidePage(1000, 991));
    QTRY_COMPARE(model.rowCount(), 10);
    const QPersistentModelIndex other = model.index(3, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    SetAsidePage page = setAsidePage(1001, 991);
    page.events[6].lastAt = fixtureNow().addSecs(300); // 995
    page.events[6].count += 1;
    page.events.move(6, 0);
    model.refresh();
    source.setAsidePages.answer(1, page);
    QTRY_COMPARE(model.rowCount(), 11);
    QCOMPARE(resets.size(), 0);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.eventAt(row), page.events.at(row));
    QCOMPARE(other.data(ItemRoles::IdRole).toLongLong(), 997);
    QCOMPARE(other.row(), 5);
}

void TestHealthModels::setAsideFailsAndGoesOn()
{
    FakeHealthFigures source;
    SetAsideModel model(source);
    const QAbstractItemModelTester tester(&model, testerReports);
    QSignalSpy failures(&model, &SetAsideModel::failed);
    const Error lost{Failure::Connection, u"The server does not answer."_s, {}, {}};
    model.refresh();
    source.setAsidePages.answer(0, lost);
    QTRY_COMPARE(failures.size(), 1);
    QVERIFY(!model.hasAnswer() && !model.isLoading());
    model.retry();
    source.setAsidePages.answer(1, setAsidePage(1000, 801, true));
    QTRY_COMPARE(model.rowCount(), 200);
    model.fetchMore({});
    source.setAsidePages.answer(2, lost);
    QTRY_COMPARE(failures.size(), 2);
    QVERIFY(!model.canFetchMore({})); // only when asked to
    model.retry();
    QCOMPARE(source.setAsideAsked.at(3).first, (SetAsideCursor{u"behind 801"_s, 801}));
    source.setAsidePages.answer(3, setAsidePage(800, 801));
    QTRY_VERIFY(!model.isLoading());
}

void TestHealthModels::olderAnswersAreDropped()
{
    FakeHealthFigures source;
    SetAsideModel model(source);
    const QAbstractItemModelTester tester(&model, testerReports);
    model.refresh();
    model.refresh();
    source.setAsidePages.answer(1, setAsidePage(1000, 998));
    QTRY_COMPARE(model.rowCount(), 3);
    source.setAsidePages.answer(0, setAsidePage(900, 100));
    QCoreApplication::sendPostedEvents(); // all that is on its way, and it must change nothing
    QCOMPARE(model.rowCount(), 3);
}

SIGNALBOX_TEST(TestHealthModels)
#include "tst_healthmodels.moc"
