// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonpointer.h"
#include "models/domain/jsonschema.h"
#include "models/domain/jsontree.h"
#include "models/domain/payloadcheck.h"
#include "tests/support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {

QStringList lines(const QList<JsonChange>& changes)
{
    QStringList result;
    for (const JsonChange& change : changes)
        result.append(QString::fromUtf8(
            change.path + ": " + change.before.value_or("none") + " -> " + change.after.value_or("none")));
    return result;
}

QStringList lines(const QList<EditProblem>& problems, const QByteArray& text)
{
    QStringList result;
    for (const EditProblem& problem : problems)
        result.append(problem.path + u" | "_s + problem.text + u" | "_s
            + QString::fromUtf8(text.sliced(problem.start, problem.end - problem.start)));
    return result;
}

} // namespace

/// What differs between two texts, and what an edit may be.
class TestPayloadCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheDifference_data();
    void findsTheDifference();
    void findsProblems_data();
    void findsProblems();
    void patternsCover_data();
    void patternsCover();
    void aContractHoldsForNumbersOfAnySize_data();
    void aContractHoldsForNumbersOfAnySize();
    void tooLargeOrTooDeepIsRefused();
};

void TestPayloadCheck::findsTheDifference_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* before, const char* after, const QStringList& expected) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << expected;
    };
    row("nothing", R"({"a":1,"b":[1,2]})", R"({ "b" : [1, 2],"a" : 1 })", {});
    row("a value", R"({"a":{"b":1}})", R"({"a":{"b":2}})", {u"/a/b: 1 -> 2"_s});
    row("the spelling", R"({"a":1.10})", R"({"a":1.1})", {u"/a: 1.10 -> 1.1"_s});
    row("what a double cannot tell apart", "[12345678901234567890]", "[12345678901234567891]",
        {u"/0: 12345678901234567890 -> 12345678901234567891"_s});
    row("another kind", R"({"a":[1]})", R"({"a":{"0":1}})", {u"/a: [1] -> {\"0\":1}"_s});
    row("members", R"({"a":1,"b":2})", R"({"b":2,"c":3})", {u"/a: 1 -> none"_s, u"/c: none -> 3"_s});
    row("names", R"({"a/b":1,"m~n":1})", R"({"a/b":2,"m~n":2})", {u"/a~1b: 1 -> 2"_s, u"/m~0n: 1 -> 2"_s});
    row("the whole", "1", "[]", {u": 1 -> []"_s});
    row("sku of a line", R"([{"sku":"A","n":1},{"sku":"B","n":2}])", R"([{"sku":"A","n":1},{"sku":"X","n":2}])",
        {u"/1/sku: \"B\" -> \"X\""_s});
    row("sku of every line", R"([{"sku":"A"},{"sku":"B"}])", R"([{"sku":"Y"},{"sku":"X"}])",
        {u"/0/sku: \"A\" -> \"Y\""_s, u"/1/sku: \"B\" -> \"X\""_s});
    row("a line gone", R"([{"id":1},{"id":2},{"id":3}])", R"([{"id":1},{"id":3}])", {u"/1: {\"id\":2} -> none"_s});
    row("a line gone and one changed", R"([{"id":1,"n":1},{"id":2,"n":1},{"id":3,"n":1}])",
        R"([{"id":2,"n":1},{"id":3,"n":5}])", {u"/2/n: 1 -> 5"_s, u"/0: {\"id\":1,\"n\":1} -> none"_s});
    row("a line more", R"([{"id":1},{"id":3}])", R"([{"id":1},{"id":2},{"id":3,"x":0}])",
        {u"/1: none -> {\"id\":2}"_s, u"/2/x: none -> 0"_s});
    row("two gone, the last first", "[1,2,3,4]", "[1,4]", {u"/2: 3 -> none"_s, u"/1: 2 -> none"_s});
    row("ten is after nine", R"([0,1,2,3,4,5,6,7,8,9,10,11])", "[]",
        {u"/11: 11 -> none"_s, u"/10: 10 -> none"_s, u"/9: 9 -> none"_s, u"/8: 8 -> none"_s, u"/7: 7 -> none"_s,
            u"/6: 6 -> none"_s, u"/5: 5 -> none"_s, u"/4: 4 -> none"_s, u"/3: 3 -> none"_s, u"/2: 2 -> none"_s,
            u"/1: 1 -> none"_s, u"/0: 0 -> none"_s});
    row("a key twice elsewhere", R"({"a":1,"a":2,"b":1})", R"({"a":1,"a":2,"b":2})", {u"/b: 1 -> 2"_s});
    row("a key twice that differs", R"({"o":{"a":1,"a":2},"b":1})", R"({"o":{"a":1},"b":1})",
        {u"/o: {\"a\":1,\"a\":2} -> {\"a\":1}"_s});
    row("a key twice around", R"({"a":{"x":1},"a":{"x":2}})", R"({"a":{"x":5},"a":{"x":2}})",
        {u": {\"a\":{\"x\":1},\"a\":{\"x\":2}} -> {\"a\":{\"x\":5},\"a\":{\"x\":2}}"_s});
}

void TestPayloadCheck::findsTheDifference()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, expected);
    QCOMPARE(lines(jsonDifference(JsonTree::read(before).value(), JsonTree::read(after).value())), expected);
}

void TestPayloadCheck::findsProblems_data()
{
    QTest::addColumn<QByteArray>("edited");
    QTest::addColumn<bool>("mayAll");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* edited, bool mayAll, const QStringList& expected) {
        QTest::newRow(name) << QByteArray(edited) << mayAll << expected;
    };
    const QString may = u" | this field may not be edited here: that takes the role signalbox_admin | "_s;
    row("good", R"({"total": "1.10", "lines": [{"sku": "B", "quantity": 1}]})", false, {});
    row("nothing changed", R"({"lines": [{"quantity": 1, "sku": "A"}], "total": "1.10"})", false, {});
    row("not editable", R"({"total": "1.1", "lines": [{"sku": "A", "quantity": 1}]})", false,
        {u"/total"_s + may + u"\"total\": \"1.1\""_s});
    row("editable for some", R"({"total": "1.1", "lines": [{"sku": "A", "quantity": 1}]})", true, {});
    row("a new line is more than its sku",
        R"({"total": "1.10", "lines": [{"sku": "A", "quantity": 1}, {"sku": "B", "quantity": 1}]})", false,
        {u"/lines/1"_s + may + u"{\"sku\": \"B\", \"quantity\": 1}"_s});
    row("gone", R"({"total": "1.10", "lines": []})", false, {u"/lines/0"_s + may + u"\"lines\": []"_s});
    row("contract", R"({"total": "1.10", "lines": [{"sku": 7, "quantity": 1}]})", false,
        {u"/lines/0/sku | must be a text | \"sku\": 7"_s});
    row("contract, missing", R"({"total": "1.10", "lines": [{"quantity": 1}]})", false,
        {u"/lines/0 | \"sku\" is missing | {\"quantity\": 1}"_s});
    row("no JSON", "{\"total\": \"1.10\",\n  \"lines\": [}", false,
        {u" | line 2, column 13: '}' where a value should be | }"_s});
    row("nothing at all", "", false, {u" | line 1, column 1: ends in the middle of a value | "_s});
    row("more behind", R"({"total": "1.10"} x)", false,
        {u" | line 1, column 19: there is more after the end of the document | x"_s});
    row("a key twice", R"({"total": "1.10", "lines": [{"sku": "A", "quantity": 1}], "x": {"a": 1, "a": 2}})", true,
        {u"/x | holds a key twice; which of them counts is not certain | \"x\": {\"a\": 1, \"a\": 2}"_s});
}

void TestPayloadCheck::findsProblems()
{
    QFETCH(QByteArray, edited);
    QFETCH(bool, mayAll);
    QFETCH(QStringList, expected);
    const QByteArray original = R"({"total": "1.10", "lines": [{"sku": "A", "quantity": 1}]})";
    const EditRules rules{
        R"({"type": "object", "required": ["total"], "properties": {"total": {"type": "string"}, "lines": {"items":
        {"required": ["sku"], "properties": {"sku": {"type": "string"}}}}}})",
        {u"/lines/*/sku"_s}, mayAll ? QString() : u"that takes the role signalbox_admin"_s};
    const PayloadCheck check = checkEdit(original, edited, rules);
    QStringList found = lines(check.problems, edited);
    if (!expected.isEmpty() && expected.constFirst().startsWith(u" | line"_s) && !found.isEmpty())
        found = {found.constFirst()};
    QCOMPARE(found, expected);
}

void TestPayloadCheck::patternsCover_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<bool>("expected");
    QTest::newRow("line") << QByteArray("/lines/12/sku") << true;
    QTest::newRow("below") << QByteArray("/lines/1/sku/a") << true;
    QTest::newRow("beside") << QByteArray("/lines/1/sku2") << false;
    QTest::newRow("above") << QByteArray("/lines/1") << false;
    QTest::newRow("whole") << QByteArray("") << false;
    QTest::newRow("exact") << QByteArray("/note") << true;
    QTest::newRow("escaped") << QByteArray("/a~1b") << true;
}

void TestPayloadCheck::patternsCover()
{
    QFETCH(QByteArray, pointer);
    QFETCH(bool, expected);
    QCOMPARE(covers({u"/lines/*/sku"_s, u"/note"_s, u"/a~1b"_s}, pointer), expected);
}

void TestPayloadCheck::aContractHoldsForNumbersOfAnySize_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("1e400") << QByteArray(R"({"n": 1e400})") << QStringList{};
    QTest::newRow("-1e400") << QByteArray(R"({"n": -1e400})") << QStringList{u"/n"_s};
    QTest::newRow("1e-400") << QByteArray(R"({"n": 1e-400})") << QStringList{};
    QTest::newRow("thirty digits") << QByteArray(R"({"id": 123456789012345678901234567890})") << QStringList{};
    QTest::newRow("no whole number") << QByteArray(R"({"id": 1.5})") << QStringList{u"/id"_s};
    QTest::newRow("a text of digits") << QByteArray(R"({"n": 1, "t": "1e400"})") << QStringList{};
    QTest::newRow("key twice") << QByteArray(R"({"n": 1, "n": 2})") << QStringList{};
}

void TestPayloadCheck::aContractHoldsForNumbersOfAnySize()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, expected);
    QStringList paths;
    for (const ContractProblem& problem :
        contractFindings(json,
            R"({"properties": {"n": {"type": "number", "minimum": 0}, "id": {"type": "integer"}, "t": {"type": "string"}}})"))
        paths.append(problem.path);
    QCOMPARE(paths, expected);
}

void TestPayloadCheck::tooLargeOrTooDeepIsRefused()
{
    const QByteArray large = '"' + QByteArray(JsonTree::maxBytes, 'x') + '"';
    QCOMPARE(
        JsonTree::read(large).error().text, u"The content has 1,048,578 bytes; at most 1,048,576 can be edited."_s);
    QVERIFY(JsonTree::read(large.sliced(2)).error().text.startsWith(u"line 1"_s));
    const QByteArray deep = QByteArray(300, '[') + QByteArray(300, ']');
    QCOMPARE(JsonTree::read(deep).error().text, u"line 1, column 202: values are nested more than 200 deep"_s);
    const QByteArray many = "[" + QByteArray("0,").repeated(1000) + "0]";
    const PayloadCheck all = checkEdit(many, QByteArray(many).replace('0', '1'), {});
    QCOMPARE(all.changes.size(), 1001);
    QCOMPARE(all.problems.size(), 1);
    QCOMPARE(all.problems.constFirst().text, u"more than 1000 changes at once"_s);
    const PayloadCheck check = checkEdit("1", large, {});
    QCOMPARE(check.problems.size(), 1);
    QCOMPARE(check.problems.constFirst().kind, EditProblem::Kind::Json);
}

SIGNALBOX_TEST(TestPayloadCheck)
#include "tst_payloadcheck.moc"
