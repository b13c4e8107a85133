// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonschema.h"
#include "models/domain/process.h"
#include "models/domain/statetitles.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryMember();
    void fillsInWhatMayBeLeftOut();
    void sortsPredecessorsFirst_data();
    void sortsPredecessorsFirst();
    void namesThePlaceOfAProblem_data();
    void namesThePlaceOfAProblem();
    void namesEveryProblem();
    void templatesAreValid_data();
    void templatesAreValid();
    void templatesSayWhatTheContractSays();
    void acceptsEventsOfTheContract_data();
    void acceptsEventsOfTheContract();
    void refusesEventsThatBreakIt_data();
    void refusesEventsThatBreakIt();
};

namespace {

QByteArray withSteps(const QByteArray& steps)
{
    return R"({"process": "p", "version": 1, "title": "P", "steps": [)" + steps + "]}";
}

QByteArray step(const char* name, const QByteArray& after = {}, const QByteArray& more = {})
{
    return QByteArray(R"({"step": ")") + name + R"(", "title": "T", "system": "erp", "axis": "sync", "after": [)"
        + after + "]" + (more.isEmpty() ? QByteArray() : ", " + more) + "}";
}

QByteArray fileOf(const char* name)
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR) + u"/resources/processes/%1.json"_s.arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList names(const QList<ProcessStep>& steps)
{
    QStringList result;
    for (const ProcessStep& step : steps)
        result.append(step.step);
    return result;
}

} // namespace

void TestProcess::readsEveryMember()
{
    const Outcome<Process> process = parseProcess(R"({
        "process": "ship", "version": 3, "title": "Ship", "validFrom": "2026-01-01T00:00:00+01:00",
        "steps": [
            {"step": "a", "title": "A", "system": "shop", "scope": "order", "axis": "sync", "after": []},
            {"step": "b", "title": "B done", "system": "wms", "scope": "shipment", "axis": "fulfilment", "after": ["a"],
             "target": "P3D", "warn": "P1D", "calendar": "weekdays", "reached": "shipped", "mayPrecede": true, "goods": true,
             "evidence": [{"type": "com.example.shipped"}, {"type": "com.example.lost", "outcome": "failed"}]}
        ]})");
    QVERIFY2(process, process ? "" : qPrintable(process.error().text));
    QCOMPARE(process.value().name, u"ship"_s);
    QCOMPARE(process.value().version, 3);
    QCOMPARE(process.value().title, u"Ship"_s);
    QCOMPARE(process.value().validFrom, QDateTime(QDate(2025, 12, 31), QTime(23, 0), Qt::UTC));
    ProcessStep expected{u"b"_s, u"B done"_s, u"wms"_s, u"shipment"_s, u"fulfilment"_s, {u"a"_s}, u"P3D"_s, u"P1D"_s,
        u"weekdays"_s, u"shipped"_s, true, true, true};
    QCOMPARE(process.value().steps.size(), 2);
    QVERIFY(process.value().steps[1] == expected);
    QVERIFY(process.value().find(u"b"_s) == &process.value().steps[1]);
    QVERIFY(!process.value().find(u"c"_s));
}

void TestProcess::fillsInWhatMayBeLeftOut()
{
    const Outcome<Process> process
        = parseProcess(withSteps(R"({"step": "a", "title": "A", "system": "shop", "axis": "sync"})"));
    QVERIFY2(process, process ? "" : qPrintable(process.error().text));
    const ProcessStep& only = process.value().steps.first();
    QCOMPARE(only.scope, u"order"_s);
    QCOMPARE(only.calendar, u"always"_s);
    QVERIFY(only.target.isEmpty() && only.after.isEmpty() && !only.mayPrecede && !only.goods && only.supplied);
    QVERIFY(!process.value().validFrom.isValid());
}

void TestProcess::sortsPredecessorsFirst_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QString>("order");
    QTest::newRow("sorted already") << step("a") + "," + step("b", R"("a")") + "," + step("c", R"("b")") << u"a b c"_s;
    QTest::newRow("reversed") << step("c", R"("b")") + "," + step("b", R"("a")") + "," + step("a") << u"a b c"_s;
    QTest::newRow("without edges as in the file") << step("z") + "," + step("a") + "," + step("m") << u"z a m"_s;
    QTest::newRow("diamond") << step("d", R"("b", "c")") + "," + step("c", R"("a")") + "," + step("b", R"("a")") + ","
            + step("a") << u"a c b d"_s;
    QTest::newRow("one out of place moves no other")
        << step("a") + "," + step("d", R"("c")") + "," + step("b") + "," + step("c") << u"a b c d"_s;
}

void TestProcess::sortsPredecessorsFirst()
{
    QFETCH(QByteArray, steps);
    QFETCH(QString, order);
    const Outcome<Process> process = parseProcess(withSteps(steps));
    QVERIFY2(process, process ? "" : qPrintable(process.error().text));
    QCOMPARE(names(process.value().steps).join(u' '), order);

    const Outcome<QByteArray> definition = processDefinition(withSteps(steps));
    QVERIFY(definition);
    const Outcome<Process> again = parseProcess(definition.value());
    QVERIFY2(again, again ? "" : qPrintable(again.error().text));
    QVERIFY(again.value() == process.value());
}

void TestProcess::namesThePlaceOfAProblem_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");
    const QByteArray a = step("a");
    QTest::newRow("no JSON") << QByteArray("{\n  \"process\": nope}")
                             << u"line 2, column 14: 'n' where a value should be"_s;
    QTest::newRow("empty") << QByteArray() << u"line 1, column 1: ends in the middle of a value"_s;
    QTest::newRow("more after the end") << withSteps(a) + "\n {}" << u"more after the end of the document"_s;
    QTest::newRow("a key twice") << QByteArray(R"({"process": "p", "process": "q"})")
                                 << u"line 1, column 18: the key \"process\" a second time in one object"_s;
    QTest::newRow("no object") << QByteArray("[]") << u"must be an object"_s;
    QTest::newRow("missing member") << QByteArray(R"({"process": "p", "version": 1, "title": "P"})")
                                    << u"\"steps\" is missing"_s;
    QTest::newRow("missing in a step") << withSteps(R"({"step": "a", "system": "erp", "axis": "sync"})")
                                       << u"/steps/0: \"title\" is missing"_s;
    QTest::newRow("misspelt member") << withSteps(step("a", {}, R"("targt": "PT5M")"))
                                     << u"/steps/0: there is no \"targt\" here"_s;
    QTest::newRow("wrong type") << withSteps(step("a", {}, R"("mayPrecede": "yes")"))
                                << u"/steps/0/mayPrecede: must be true or false"_s;
    QTest::newRow("wrong type of version")
        << QByteArray(R"({"process": "p", "version": "1", "title": "P", "steps": []})")
        << u"/version: must be a whole number"_s;
    QTest::newRow("no steps") << withSteps({}) << u"/steps: Array should contain no fewer than 1"_s;
    QTest::newRow("unknown axis") << withSteps(
        a + R"(, {"step": "b", "title": "B", "system": "erp", "axis": "sideways"})")
                                  << u"/steps/1/axis: must be one of sync, fulfilment, money, return"_s;
    QTest::newRow("bad name") << withSteps(step("Bad Name")) << u"/steps/0/step: does not have the form"_s;
    QTest::newRow("no time") << QByteArray(
        R"({"process": "p", "version": 1, "title": "P", "validFrom": "2026-01-01", "steps": []})")
                             << u"/validFrom: must be a time with zone"_s;
    QTest::newRow("step twice") << withSteps(a + "," + step("b") + "," + a)
                                << u"/steps/2/step: there is a step \"a\" already"_s;
    QTest::newRow("unknown predecessor") << withSteps(a + "," + step("b", R"("a", "fraud")"))
                                         << u"/steps/1/after/1: there is no step \"fraud\""_s;
    QTest::newRow("predecessor twice") << withSteps(a + "," + step("b", R"("a", "a")"))
                                       << u"/steps/1/after: contains the same twice"_s;
    QTest::newRow("after itself") << withSteps(step("a", R"("a")"))
                                  << u"/steps/0/after/0: a step cannot come after itself"_s;
    QTest::newRow("circle") << withSteps(
        step("x", R"("c")") + "," + step("a", R"("c")") + "," + step("b", R"("a")") + "," + step("c", R"("b")"))
                            << u"/steps: steps wait for each other in a circle: "_s;
    QTest::newRow("target is no duration")
        << withSteps(step("a", {}, R"("target": "15 min")")) << u"/steps/0/target: does not have the form"_s;
    QTest::newRow("target without a number") << withSteps(step("a", {}, R"("target": "PT")"))
                                             << u"/steps/0/target: \"PT\" is no duration such as PT15M or P3D"_s;
    QTest::newRow("target of months") << withSteps(step("a", {}, R"("target": "P1M")"))
                                      << u"/steps/0/target: does not have the form"_s;
    QTest::newRow("target of nothing") << withSteps(step("a", {}, R"("target": "PT0S")"))
                                       << u"/steps/0/target: \"PT0S\" is no"_s;
    QTest::newRow("warning after the target") << withSteps(step("a", {}, R"("target": "PT5M", "warn": "PT6M")"))
                                              << u"/steps/0/warn: the warning comes after the target"_s;
    QTest::newRow("warning without a target")
        << withSteps(step("a", {}, R"("warn": "PT6M")")) << u"/steps/0/warn: there is no target to warn of"_s;
    QTest::newRow("state of another axis") << withSteps(step("a", {}, R"("reached": "shipped")"))
                                           << u"/steps/0/reached: the axis \"sync\" has no state \"shipped\""_s;
}

void TestProcess::namesThePlaceOfAProblem()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, problem);
    const Outcome<Process> process = parseProcess(json);
    QVERIFY(!process);
    QCOMPARE(process.error().kind, Failure::Invalid);
    QVERIFY2(process.error().text.contains(problem), qPrintable(process.error().text));
    QVERIFY(!processDefinition(json));
}

void TestProcess::namesEveryProblem()
{
    const Outcome<Process> process = parseProcess(
        withSteps(step("a", R"("x")", R"("target": "PT5M", "warn": "PT9M")") + "," + step("a", R"("y")")));
    QVERIFY(!process);
    QCOMPARE(process.error().text.split(u'\n'),
        QStringList(
            {u"/steps/0/after/0: there is no step \"x\""_s, u"/steps/0/warn: the warning comes after the target"_s,
                u"/steps/1/step: there is a step \"a\" already"_s, u"/steps/1/after/0: there is no step \"y\""_s}));
}

void TestProcess::templatesAreValid_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char* name : {"ship_to_home", "click_and_collect", "store_sale", "marketplace", "return"})
        QTest::newRow(name) << fileOf(name);
}

void TestProcess::templatesAreValid()
{
    QFETCH(QByteArray, json);
    const Outcome<Process> process = parseProcess(json);
    QVERIFY2(process, process ? "" : qPrintable(process.error().text));
    QCOMPARE(process.value().name, QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(processTitle(process.value().name), process.value().title);
    qsizetype place = 0;
    for (const ProcessStep& step : process.value().steps) {
        QCOMPARE(stepTitle(step.step), step.title); // the console translates every step of ours
        const qsizetype next = json.indexOf(u"\"step\": \"%1\""_s.arg(step.step).toUtf8());
        QVERIFY2(next > place, qPrintable(step.step)); // predecessors stand first in the file itself
        place = next;
    }
}

void TestProcess::templatesSayWhatTheContractSays()
{
    const Outcome<Process> shipped = parseProcess(fileOf("ship_to_home"));
    QVERIFY(shipped);
    const ProcessStep* erp = shipped.value().find(u"erp_order_creation"_s);
    QVERIFY(erp);
    QCOMPARE(erp->after, QStringList({u"validation"_s, u"fraud_screening"_s, u"payment_authorization"_s}));
    QCOMPARE(erp->target, u"PT15M"_s);
    const ProcessStep* shipment = shipped.value().find(u"shipment_confirmation"_s);
    QVERIFY(shipment);
    QCOMPARE(shipment->target, u"P3D"_s);
    QCOMPARE(shipment->calendar, u"weekdays"_s);
    const ProcessStep* delivery = shipped.value().find(u"delivery_confirmation"_s);
    QVERIFY(delivery);
    QCOMPARE(delivery->target, u"promise"_s);
    QCOMPARE(delivery->warn, u"P1D"_s);

    const Outcome<Process> returned = parseProcess(fileOf("return"));
    QVERIFY(returned);
    QVERIFY(returned.value().find(u"refund_issued"_s)->mayPrecede);
    for (const ProcessStep& step : returned.value().steps) {
        QCOMPARE(step.scope, u"return"_s);
        const bool goods
            = step.step == u"return_received"_s || step.step == u"inspection"_s || step.step == u"restock_posted"_s;
        QCOMPARE(step.goods, goods);
    }
}

void TestProcess::acceptsEventsOfTheContract_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("everything") << QByteArray(R"({
        "specversion": "1.0", "id": "e1", "source": "/shop/de", "type": "com.signalbox.order.order_captured.v1",
        "subject": "order/DE-10412", "time": "2026-11-03T14:02:11.250+01:00", "datacontenttype": "application/json",
        "traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "data": {
            "scope": "shipment/1", "message": "left at 14:02",
            "order": {"number": "10412", "channel": "shop-de", "process": "ship_to_home", "currency": "EUR", "total": "139.94",
                      "promisedAt": "2026-11-06T00:00:00+01:00", "placedAt": "2026-11-03T14:02:10Z", "customer": "anna@example.org"},
            "lines": [{"line": "1", "sku": "A-1", "title": "Lamp", "quantity": "1", "unitPrice": "99.90"},
                      {"line": "2", "quantity": 2, "unitPrice": 20.02}],
            "refs": [{"system": "erp", "type": "sales_order", "id": "4711"}]}})");
    QTest::newRow("least") << QByteArray(R"({"specversion": "1.0", "id": "e2", "source": "s", "subject": "order/1",
        "type": "com.signalbox.order.cancelled.v1", "time": "2026-11-03T14:02:11Z"})");
    QTest::newRow("further members of data") << QByteArray(R"({"specversion": "1.0", "id": "e3", "source": "s",
        "subject": "order/1", "type": "t", "time": "2026-11-03T14:02:11Z", "data": {"anything": [1, {"x": null}]}})");
}

void TestProcess::acceptsEventsOfTheContract()
{
    QFETCH(QByteArray, event);
    QCOMPARE(schemaProblems(event, u"event.schema.json"_s), QStringList());
}

void TestProcess::refusesEventsThatBreakIt_data()
{
    QTest::addColumn<QByteArray>("replace");
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QString>("problem");
    QTest::newRow("old version") << QByteArray("1.0") << QByteArray("0.3") << u"/specversion"_s;
    QTest::newRow("no subject") << QByteArray("subject") << QByteArray("about") << u"\"subject\" is missing"_s;
    QTest::newRow("subject is no order") << QByteArray("order/1") << QByteArray("parcel/1")
                                         << u"/subject: does not have the form"_s;
    QTest::newRow("time without a zone") << QByteArray("11Z") << QByteArray("11")
                                         << u"/time: must be a time with zone"_s;
    QTest::newRow("empty id") << QByteArray("e1") << QByteArray() << u"/id"_s;
    QTest::newRow("money with a comma") << QByteArray("5.50") << QByteArray("5,50")
                                        << u"/data/order/total: does not have the form"_s;
    QTest::newRow("unknown kind of scope") << QByteArray("payment/1") << QByteArray("parcel/1") << u"/data/scope"_s;
    QTest::newRow("reference without an id")
        << QByteArray("\"id\": \"4711\"") << QByteArray("\"no\": \"4711\"") << u"/data/refs/0: \"id\" is missing"_s;
    QTest::newRow("lines are no list") << QByteArray("[{\"line\": \"1\"}]") << QByteArray("{}")
                                       << u"/data/lines: must be a list"_s;
}

void TestProcess::refusesEventsThatBreakIt()
{
    QFETCH(QByteArray, replace);
    QFETCH(QByteArray, by);
    QFETCH(QString, problem);
    QByteArray event = R"({"specversion": "1.0", "id": "e1", "source": "s", "type": "t", "subject": "order/1",
        "time": "2026-11-03T14:02:11Z", "data": {"scope": "payment/1", "order": {"total": "5.50"}, "lines": [{"line": "1"}],
        "refs": [{"system": "erp", "type": "order", "id": "4711"}]}})";
    QCOMPARE(schemaProblems(event, u"event.schema.json"_s), QStringList());
    QVERIFY(event.contains(replace));
    const QStringList problems = schemaProblems(event.replace(replace, by), u"event.schema.json"_s);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(problem), qPrintable(problems.first()));
}

SIGNALBOX_TEST(TestProcess)
#include "tst_process.moc"
