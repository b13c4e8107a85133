// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsondifference.h"
#include "models/domain/jsonpatch.h"
#include "models/domain/jsontree.h"
#include "tests/support/randomjson.h"
#include "tests/support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {

using Json = RandomJson::Json;

/// A document whose every byte matters.
const QByteArray odd = R"( {"id" : 12345678901234567890,	"price":1.10, "huge": 1e400,
  "same": 1, "same":2, "\u0061": "\u00e4\/",
  "lines": [ {"sku":"A", "n": 1.0}, {"sku":"B","n":2}  ,{"sku":"C","n":-0} ], "empty": {}, "none":[ ] } )";

} // namespace

/// Patches on raw text: RFC 6902, and nothing else changes.
class TestJsonPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatTheStandardSays_data();
    void doesWhatTheStandardSays();
    void changesNothingElse_data();
    void changesNothingElse();
    void refuses_data();
    void refuses();
    void randomPatchesAreThoseOfAnotherReader();
    void aDifferenceAsAPatchGivesTheSecondText();
    void everyNumberKeepsItsSpelling();
};

void TestJsonPatch::doesWhatTheStandardSays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* text, const char* patch, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(patch) << QByteArray(expected);
    };
    row("A.1 add a member", R"({"foo":"bar"})", R"([{"op":"add","path":"/baz","value":"qux"}])",
        R"({"foo":"bar","baz":"qux"})");
    row("A.2 add an element", R"({"foo":["bar","baz"]})", R"([{"op":"add","path":"/foo/1","value":"qux"}])",
        R"({"foo":["bar","qux","baz"]})");
    row("A.3 remove a member", R"({"baz":"qux","foo":"bar"})", R"([{"op":"remove","path":"/baz"}])",
        R"({"foo":"bar"})");
    row("A.4 remove an element", R"({"foo":["bar","qux","baz"]})", R"([{"op":"remove","path":"/foo/1"}])",
        R"({"foo":["bar","baz"]})");
    row("A.5 replace", R"({"baz":"qux","foo":"bar"})", R"([{"op":"replace","path":"/baz","value":"boo"}])",
        R"({"baz":"boo","foo":"bar"})");
    row("A.6 move a value", R"({"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}})",
        R"([{"op":"move","from":"/foo/waldo","path":"/qux/thud"}])",
        R"({"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}})");
    row("A.7 move an element", R"({"foo":["all","grass","cows","eat"]})",
        R"([{"op":"move","from":"/foo/1","path":"/foo/3"}])", R"({"foo":["all","cows","eat","grass"]})");
    row("A.8 test", R"({"baz":"qux","foo":["a",2,"c"]})",
        R"([{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}])",
        R"({"baz":"qux","foo":["a",2,"c"]})");
    row("A.10 add a nested member", R"({"foo":"bar"})", R"([{"op":"add","path":"/child","value":{"grandchild":{}}}])",
        R"({"foo":"bar","child":{"grandchild":{}}})");
    row("A.11 unknown members", R"({"foo":"bar"})", R"([{"op":"add","path":"/baz","value":"qux","xyz":123}])",
        R"({"foo":"bar","baz":"qux"})");
    row("A.14 escapes", R"({"/":9,"~1":10})", R"([{"op":"test","path":"/~01","value":10}])", R"({"/":9,"~1":10})");
    row("A.16 add to the end", R"({"foo":["bar"]})", R"([{"op":"add","path":"/foo/-","value":["abc","def"]}])",
        R"({"foo":["bar",["abc","def"]]})");
    row("add replaces", R"({"a":1,"b":2})", R"([{"op":"add","path":"/a","value":3}])", R"({"a":3,"b":2})");
    row("copy", R"({"a":[1.10],"b":2})", R"([{"op":"copy","from":"/a/0","path":"/b"}])", R"({"a":[1.10],"b":1.10})");
    row("the whole", R"({"a":1})", R"([{"op":"replace","path":"","value":[1]}])", R"([1])");
    row("into empty ones", R"({"a":{},"b":[]})",
        R"([{"op":"add","path":"/a/x","value":1},{"op":"add","path":"/b/0","value":2}])", R"({"a":{"x":1},"b":[2]})");
    row("the only one", R"({"a":{"x":1},"b":[2]})", R"([{"op":"remove","path":"/a/x"},{"op":"remove","path":"/b/0"}])",
        R"({"a":{},"b":[]})");
    row("test knows numbers by value", R"({"a":1.10,"b":1e2})",
        R"([{"op":"test","path":"/a","value":11e-1},{"op":"test","path":"/b","value":100.0}])",
        R"({"a":1.10,"b":1e2})");
    row("test of members in any order", R"({"a":{"x":1,"y":"\u0061"}})",
        R"([{"op":"test","path":"/a","value":{"y":"a","x":1}}])", R"({"a":{"x":1,"y":"\u0061"}})");
    row("moved to where it is", R"({"a":1})", R"([{"op":"move","from":"/a","path":"/a"}])", R"({"a":1})");
    row("nothing", R"({"a":1})", "[]", R"({"a":1})");
}

void TestJsonPatch::doesWhatTheStandardSays()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, expected);
    const auto read = JsonPatch::read(patch);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text));
    const auto result = read.value().applied(text);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text));
    QCOMPARE(result.value(), expected);
    const auto again = JsonPatch::read(read.value().toJson());
    QVERIFY2(again, qPrintable(again ? QString() : again.error().text));
    QCOMPARE(again.value().steps(), read.value().steps());
}

void TestJsonPatch::changesNothingElse_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("is");
    const auto row = [](const char* name, const char* patch, const char* was, const char* is) {
        QTest::newRow(name) << QByteArray(patch) << QByteArray(was) << QByteArray(is);
    };
    row("replace", R"([{"op":"replace","path":"/lines/1/sku","value":"X"}])", R"("B")", R"("X")");
    row("replace a number", R"([{"op":"replace","path":"/price","value":1.100}])", "1.10", "1.100");
    row("escaped key", R"([{"op":"replace","path":"/a","value":0}])", R"("\u00e4\/")", "0");
    row("remove in the middle", R"([{"op":"remove","path":"/lines/1"}])", R"(, {"sku":"B","n":2})", "");
    row("remove the first", R"([{"op":"remove","path":"/lines/0"}])", R"({"sku":"A", "n": 1.0}, )", "");
    row("remove the last", R"([{"op":"remove","path":"/lines/2"}])", R"(  ,{"sku":"C","n":-0})", "");
    row("remove a member", R"([{"op":"remove","path":"/huge"}])", R"(, "huge": 1e400)", "");
    row("add", R"([{"op":"add","path":"/lines/1/tax","value":0.190}])", R"("B","n":2)", R"("B","n":2,"tax" : 0.190)");
    row("add an element", R"([{"op":"add","path":"/lines/1","value":7}])", R"({"sku":"B")", R"(7, {"sku":"B")");
    row("to the end", R"([{"op":"add","path":"/lines/-","value":7}])", R"("n":-0})", R"("n":-0}, 7)");
    row("into an empty one", R"([{"op":"add","path":"/empty/x","value":12345678901234567890}])", R"({})",
        R"({"x" : 12345678901234567890})");
    row("copied to the letter", R"([{"op":"copy","from":"/huge","path":"/id"}])", "12345678901234567890", "1e400");
}

void TestJsonPatch::changesNothingElse()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, is);
    QVERIFY(odd.count(was) == 1);
    QByteArray expected = odd;
    expected.replace(was, is);
    const auto result = JsonPatch::read(patch).value().applied(odd);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().text));
    QCOMPARE(result.value(), expected);
}

void TestJsonPatch::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* text, const char* patch, const char* error) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(patch) << QString::fromUtf8(error);
    };
    row("key twice", R"({"a":1,"a":2})", R"([{"op":"replace","path":"/a","value":3}])",
        "Step 1 of the patch: The key \"a\" comes more than once in its object; which one is meant is not certain.");
    row("key twice on the way", R"({"a":{"b":1},"a":{"b":1}})", R"([{"op":"remove","path":"/a/b"}])",
        "Step 1 of the patch: The key \"a\" comes more than once in its object; which one is meant is not certain.");
    row("one key, two spellings", R"({"a":1,"\u0061":2})", R"([{"op":"add","path":"/a","value":3}])",
        "Step 1 of the patch: The key \"a\" comes more than once in its object; which one is meant is not certain.");
    row("not there", R"({"a":[1]})", R"([{"op":"test","path":"/a/0","value":1},{"op":"remove","path":"/a/1"}])",
        "Step 2 of the patch: There is no /a/1.");
    row("nothing to replace", R"({"a":1})", R"([{"op":"replace","path":"/b","value":1}])",
        "Step 1 of the patch: There is no /b.");
    row("no parent", R"({"a":1})", R"([{"op":"add","path":"/b/c","value":1}])", "Step 1 of the patch: There is no /b.");
    row("no container", R"({"a":1})", R"([{"op":"add","path":"/a/c","value":1}])",
        "Step 1 of the patch: /a is neither an object nor a list");
    row("beyond the end", R"([1])", R"([{"op":"add","path":"/2","value":1}])",
        "Step 1 of the patch: the list has no place \"2\"");
    row("leading zero", R"([1,2])", R"([{"op":"remove","path":"/01"}])", "Step 1 of the patch: There is no /01.");
    row("minus of nothing", R"([1])", R"([{"op":"remove","path":"/-"}])", "Step 1 of the patch: There is no /-.");
    row("A.9 test fails", R"({"baz":"qux"})", R"([{"op":"test","path":"/baz","value":"bar"}])",
        "Step 1 of the patch: /baz is \"qux\", not \"bar\"");
    row("A.15 text is no number", R"({"~1":10})", R"([{"op":"test","path":"/~01","value":"10"}])",
        "Step 1 of the patch: /~01 is 10, not \"10\"");
    row("into itself", R"({"a":{"b":1}})", R"([{"op":"move","from":"/a","path":"/a/b"}])",
        "Step 1 of the patch: a value cannot be moved into itself");
    row("all of it", R"({"a":1})", R"([{"op":"remove","path":""}])",
        "Step 1 of the patch: the whole content cannot be removed");
    row("unknown operation", "{}", R"([{"op":"set","path":"/a","value":1}])",
        "Step 1 of the patch: there is no \"set\"; there are add, remove, replace, move, copy and test");
    row("no value", "{}", R"([{"op":"add","path":"/a"}])", "Step 1 of the patch: \"value\" is missing");
    row("no path", "{}", R"([{"op":"add","value":1}])", "Step 1 of the patch: \"path\" is missing");
    row("no pointer", "{}", R"([{"op":"add","path":"a","value":1}])",
        "Step 1 of the patch: \"a\" is no path; one is such as /lines/0/sku");
    row("bad escape", "{}", R"([{"op":"add","path":"/a~2","value":1}])",
        "Step 1 of the patch: \"/a~2\" is no path; one is such as /lines/0/sku");
    row("no list", "{}", R"({"op":"add"})", "A patch is a list of steps: [{\"op\": …}].");
    row("no JSON", "{}", "[{\"op\":\n oops}]", "The patch is no JSON: line 2, column 2: 'o' where a value should be");
    row("text is no JSON", "{\"a\":1,\n}", R"([{"op":"remove","path":"/a"}])",
        "Step 1 of the patch: line 2, column 1: '}' where a key in double quotes should be");
}

void TestJsonPatch::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, patch);
    QFETCH(QString, error);
    const auto read = JsonPatch::read(patch);
    if (!read) {
        QCOMPARE(read.error().text, error);
        return;
    }
    const auto result = read.value().applied(text);
    QVERIFY(!result);
    QCOMPARE(result.error().text, error);
    QCOMPARE(result.error().kind, Failure::Invalid);
}

void TestJsonPatch::randomPatchesAreThoseOfAnotherReader()
{
    for (unsigned seed = 1; seed <= 400; ++seed) {
        RandomJson generate(seed);
        const Json before = generate.value();
        Json after = before;
        for (int i = 0; i <= generate.below(4); ++i)
            generate.mutate(after);
        const Json patch = Json::diff(before, after);
        const auto read = JsonPatch::read(RandomJson::text(patch));
        QVERIFY2(read, qPrintable(QString::number(seed)));
        const auto result = read.value().applied(RandomJson::text(before, generate.below(3)));
        QVERIFY2(result, qPrintable(QString::number(seed) + u' ' + QString::fromUtf8(RandomJson::text(patch))));
        QVERIFY2(RandomJson::parsed(result.value()) == after, qPrintable(QString::number(seed)));
    }
}

void TestJsonPatch::aDifferenceAsAPatchGivesTheSecondText()
{
    int changes = 0;
    for (unsigned seed = 1; seed <= 600; ++seed) {
        RandomJson generate(seed);
        const Json before = generate.value();
        Json after = before;
        for (int i = 0; i <= generate.below(5); ++i)
            generate.mutate(after);
        const QByteArray text = RandomJson::text(before, 2);
        const auto one = JsonTree::read(text);
        const auto two = JsonTree::read(RandomJson::text(after));
        QVERIFY(one && two);
        const QList<JsonChange> found = jsonDifference(one.value(), two.value());
        QCOMPARE(found.isEmpty(), before == after);
        changes += int(found.size());
        const auto result = JsonPatch::of(found).applied(text);
        QVERIFY2(result, qPrintable(QString::number(seed) + (result ? QString() : result.error().text)));
        QVERIFY2(RandomJson::parsed(result.value()) == after, qPrintable(QString::number(seed)));
        const auto third = JsonTree::read(result.value());
        QVERIFY(sameJsonValue(third.value(), 0, two.value(), 0));
    }
    QVERIFY(changes > 600);
}

void TestJsonPatch::everyNumberKeepsItsSpelling()
{
    const QByteArrayList numbers{
        "12345678901234567890", "1.10", "1e400", "-0", "-0.0", "1E+2", "0.1e-7", "99999999999999999999999999999999"};
    QByteArray text = "{\"edit\": 1";
    for (qsizetype i = 0; i < numbers.size(); ++i)
        text += ",\"n" + QByteArray::number(i) + "\":" + numbers.at(i);
    text += "}";
    const QByteArray expected = QByteArray(text).replace("\"edit\": 1", "\"edit\": 2");
    QCOMPARE(JsonPatch::read(R"([{"op":"replace","path":"/edit","value":2}])").value().applied(text).value(), expected);
}

SIGNALBOX_TEST(TestJsonPatch)
#include "tst_jsonpatch.moc"
