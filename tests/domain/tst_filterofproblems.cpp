// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filterexpression.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The filter language about problems; what both subjects have is in tst_filter.cpp.
class TestFilterOfProblems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsProblems_data();
    void readsProblems();
    void marksTheMistakeInProblems_data();
    void marksTheMistakeInProblems();
    void saysProblemsInWords_data();
    void saysProblemsInWords();
    void completesProblems_data();
    void completesProblems();
};

namespace {

// a Tuesday, 13:30 in Berlin
ParsedFilter parsedForProblems(const QString& text)
{
    return parseFilter(text, QDateTime(QDate(2026, 11, 3), QTime(12, 30), Qt::UTC), QTimeZone("Europe/Berlin"),
        FilterSubject::Problems);
}

} // namespace

void TestFilterOfProblems::readsProblems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again"); // as it is written; empty: the same
    const auto row = [](const char* text, const char* again = "") {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(again);
    };
    // the example of the design
    row("order:10412 channel:pos flow:erp-* state:failed age>2h error:\"tax code\" value>=500 owner:me -tag:Test seen:2026-11-03",
        "order:10412 channel:pos flow:erp-* state:failed age>2h error:\"tax code\" value>=500 owner:me -tag:test "
        "seen:2026-11-02T23:00:00Z..2026-11-03T23:00:00Z");
    row("tax code");
    row("due<1h overdue>2h");
    row("due:1h..4h");
    row("target:erp", "system:erp");
    row("queue:\"erp team\"", "team:\"erp team\"");
    row("tries>=3 http:500..599", "attempts>=3 http:500..599");
    row("http:503 attempts<2");
    row("KIND:Failure effect:unknown,applied severity:critical class:data,auth",
        "kind:failure effect:unknown,applied severity:critical class:data,auth");
    row("-owner:none OR state:waiting,regressed group:12,13");
    row("payload:\"4711\" code:V7-*", "payload:4711 code:V7-*");
    row("currency:eur process:ship_to_home step:ERP_order_creation",
        "currency:EUR process:ship_to_home step:erp_order_creation");
}

void TestFilterOfProblems::readsProblems()
{
    QFETCH(QString, text);
    QFETCH(QString, again);
    const ParsedFilter filter = parsedForProblems(text);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QCOMPARE(filterText(filter.expression), again.isEmpty() ? text : again);
}

void TestFilterOfProblems::marksTheMistakeInProblems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("suggestion");
    const auto row = [](const char* text, const char* marked, const char* says, const char* suggestion = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(marked) << QString::fromUtf8(says)
                            << QString::fromUtf8(suggestion);
    };
    row("a ownr:me", "ownr", "There is no field \"ownr\".", "owner");
    row("fulfilment:shipped", "fulfilment", "There is no field"); // orders have it
    row("state:pending", "pending", "\"state\" has no value \"pending\"");
    row("state:snozed", "snozed", "has no value", "snoozed");
    row("kind:overdu", "overdu", "There are: failure, overdue", "overdue");
    row("class:dta", "dta", "has no value", "data");
    row("group:a1", "a1", "\"a1\" is no number of a group.");
    row("attempts>=2.5", "2.5", "\"2.5\" is no whole number such as 3.");
    row("attempts:-1", "-1", "is no whole number");
    row("http:5xx", "5xx", "is no whole number");
    row("http:600..500", "600..500", "This range ends before it begins.", "500..600");
    row("payload:ab", "ab", "Payloads are searched for at least");
    row("payload:a*b", "a*b", "Payloads are searched for at least");
    row("due:1h", "due:1h", "Say longer or shorter: due>1h or due<1h.", "due>1h");
    row("due<1hour", "1hour", "is no span of time", "1h");
    row("error>x", ">", "cannot be compared", ":");
}

void TestFilterOfProblems::marksTheMistakeInProblems()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    QFETCH(QString, says);
    QFETCH(QString, suggestion);
    const ParsedFilter filter = parsedForProblems(text);
    QVERIFY(filter.mistake);
    QVERIFY2(filter.mistake->text.contains(says), qPrintable(filter.mistake->text));
    QCOMPARE(text.mid(filter.mistake->position, filter.mistake->length), marked);
    QCOMPARE(filter.mistake->suggestion, suggestion);
}

void TestFilterOfProblems::saysProblemsInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* text, const char* sentence) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(sentence);
    };
    row("", "all problems");
    row("tax -code", "tax occurs, and code does not occur");
    row("v7 -E,f",
        "a word of flow, step, code or shared text begins with v7, and no word of flow, step, code or shared text begins with E or f");
    row("v7,tax", "v7 or tax occurs");
    row("owner:me due<1h", "owner is me, and due in less than 1 h");
    row("-owner:none", "owner is not nobody");
    row("state:waiting kind:in_doubt severity:high", "state is Waiting, and kind is In doubt, and severity is High");
    row("error:\"tax code\",price", "the error contains tax code or price");
    row("-payload:4711", "the payload does not contain 4711");
    row("tag:vip -tag:test", "tagged vip, and not tagged test");
    row("attempts>=3 http:500..599", "number of tries is at least 3, and HTTP status is between 500 and 599");
    row("class:auth effect:unknown", "kind of error is access, and effect is Unknown");
    row("age>2h OR value<5", "open for more than 2 h, or value is less than 5");
    row("system:wms step:erp_order_creation", "system is Warehouse, and step is Order created in the ERP");
}

void TestFilterOfProblems::saysProblemsInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const ParsedFilter filter = parsedForProblems(text);
    QVERIFY2(!filter.mistake, filter.mistake ? qPrintable(filter.mistake->text) : "");
    QCOMPARE(filterInWords(filter.expression, QLocale::c(), FilterSubject::Problems).replace(QChar(QChar::Nbsp), u' '),
        sentence);
}

void TestFilterOfProblems::completesProblems_data()
{
    QTest::addColumn<QString>("text"); // the cursor is at its end
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("count"); // -1: any
    const auto row = [](const char* text, const char* first, int count = -1) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(first) << count;
    };
    row("", "order:");
    row("own", "owner:", 1);
    row("du", "due<");
    row("a att", "a attempts>=", 1);
    row("fulf", "", 0);
    row("owner:", "owner:me", 2);
    row("state:sn", "state:snoozed", 1);
    row("flow:er", "flow:erp.post", 1);
    row("team:", "team:\"erp team\"", 1);
    row("-kind:over", "-kind:overdue", 1);
    row("-tag:te", "-tag:test", 1);
}

void TestFilterOfProblems::completesProblems()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    QFETCH(int, count);
    const QHash<QString, QStringList> live{{u"owner"_s, {u"me"_s, u"none"_s}}, {u"flow"_s, {u"erp.post"_s, u"pay"_s}},
        {u"team"_s, {u"erp team"_s}}, {u"tag"_s, {u"test"_s, u"vip"_s}}};
    const auto completions = completeFilter(text, text.size(), live, FilterSubject::Problems);
    if (count >= 0)
        QCOMPARE(completions.size(), qsizetype{count});
    if (first.isEmpty())
        return;
    QVERIFY(!completions.isEmpty());
    QCOMPARE(text.left(completions[0].start) + completions[0].text, first);
}

SIGNALBOX_TEST(TestFilterOfProblems)
#include "tst_filterofproblems.moc"
