// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failureclassifier.h"
#include "tests/domain/failurecatalogue.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

/// What the classifier promises whatever it is given: any bytes for an answer, any text for a table.
class TestFailureRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesAnyBody_data();
    void survivesAnyBody();
    void survivesGarbage();
    void answersTheSameFromManyThreads();
    void namesThePlaceOfAProblem_data();
    void namesThePlaceOfAProblem();
    void everyAdviceIsASentence();
};

namespace {

const FailureClassifier& shippedRules()
{
    return FailureClassifier::builtin();
}

QByteArray tableFile()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR) + u"/resources/rules/failures.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A table with these rules for HTTP and nothing else.
QByteArray tableWith(const QByteArray& httpRules)
{
    return R"({"codes": ["code"], "messages": ["message", ""], "failure_marks": [], "retry_headers": [],
        "connectors": [], "transport": [], "structured": [], "texts": [],
        "unclassified": {"advice": "Read the message."}, "http": [)"
        + httpRules + "]}";
}

QByteArray rule(const QByteArray& id, const QByteArray& when)
{
    return R"({"id": ")" + id + R"(", "when": )" + when
        + R"(, "class": "data", "effect": "unknown", "retry": "never", "advice": "Read the message."})";
}

} // namespace

void TestFailureRules::survivesAnyBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeroes") << QByteArray(1000, '\0');
    QTest::newRow("invalid UTF-8") << QByteArray(
        "{\"error\": {\"code\": \"\xff\xfe\xc0\", \"message\": \"\xed\xa0\x80\"}}");
    QTest::newRow("cut") << QByteArray(R"({"error": {"code": "x", "mess)");
    QTest::newRow("wrong types") << QByteArray(
        R"({"error": 5, "errors": {"code": [true, {"code": 1}]}, "message": {"a": []}, "success": "?", "status": "x"})");
    QTest::newRow("huge numbers") << QByteArray(R"({"code": 1e999999, "status": 99999999999999999999999999})");
    QTest::newRow("deep lists") << QByteArray(1'000'000, '[');
    QTest::newRow("deep objects") << QByteArray(R"({"a":)").repeated(200'000);
    QTest::newRow("deep elements") << QByteArray("<a>").repeated(200'000);
    QTest::newRow("many values") << "[" + QByteArray("\"already exists\",").repeated(200'000) + "1]";
    QTest::newRow("many attributes") << "<a " + QByteArray("b='c' ").repeated(100'000) + "/>";
    QTest::newRow("one long text") << "{\"message\": \"" + QByteArray(5'000'000, 'a') + "\"}";
    QTest::newRow("one long name") << "{\"" + QByteArray(5'000'000, 'a') + "\": 1}";
    QTest::newRow("entities") << QByteArray(
        "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;'>"
        "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;'>]>"
        "<a>&f;&f;&f;&f;&f;&f;&f;</a>");
    QTest::newRow("half a page") << QByteArray("<html><script>") + QByteArray(100'000, '<');
    QByteArray ofEachOther;
    for (int i = 1; i < 9; ++i)
        ofEachOther += "\"" + QByteArray("%" + QByteArray::number(i + 1)).repeated(500) + "\",";
    QTest::newRow("parameters that name each other")
        << "{\"message\": \"%1%1%1\", \"parameters\": [" + ofEachOther + "\"x\"]}";
    QTest::newRow("many parameters") << "{\"message\": \"%1%1%1\", \"parameters\": ["
            + QByteArray("\"%1%1%1%1%1%1%1%1\",").repeated(4000) + "1]}";
}

void TestFailureRules::survivesAnyBody()
{
    QFETCH(QByteArray, body);
    QElapsedTimer timer;
    timer.start();
    for (const char* connector : {"", "shopify", "sap_idoc"})
        for (const int status : {0, 200, 400, 500}) {
            const Verdict verdict = shippedRules().classify(answered(connector, status, body));
            QVERIFY(verdict.effect != Effect::Applied || status == 200);
            QVERIFY(verdict.message.size() <= 500 && verdict.code.size() <= 100);
        }
    QVERIFY2(timer.elapsed() < 12 * 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestFailureRules::survivesGarbage()
{
    QRandomGenerator random(1);
    QList<QByteArray> seeds;
    for (const CatalogueRow& row : catalogue())
        seeds.append(row.answer.body);
    for (int i = 0; i < 1500; ++i) {
        DeliveryAnswer answer = answered("netsuite", random.bounded(600), seeds[random.bounded(seeds.size())]);
        for (auto left = answer.body.isEmpty() ? 0 : random.bounded(20); left > 0; --left)
            answer.body[random.bounded(answer.body.size())] = static_cast<char>(random.bounded(256));
        answer.body.truncate(random.bounded(answer.body.size() + 1));
        const Verdict verdict = shippedRules().classify(answer);
        QVERIFY(!verdict.message.contains(QChar::Null));
    }
}

void TestFailureRules::answersTheSameFromManyThreads()
{
    const QList<CatalogueRow> rows = catalogue();
    QList<Verdict> expected;
    for (const CatalogueRow& row : rows)
        expected.append(shippedRules().classify(row.answer));
    std::atomic<int> differences = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (qsizetype i = 0; i < rows.size(); ++i)
                differences += shippedRules().classify(rows[i].answer) == expected[i] ? 0 : 1;
        });
    threads.clear();
    QCOMPARE(differences.load(), 0);
}

void TestFailureRules::namesThePlaceOfAProblem_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("problem"); // empty: it is valid
    const auto row = [](const char* name, const QByteArray& table, const QString& problem) {
        QTest::newRow(name) << table << problem;
    };
    row("valid", tableWith(rule("a.b", R"({"status": ["5xx"]})")), {});
    row("the one of this program", tableFile(), {});
    row("no JSON", "{\n  \"codes\": [,]}", u"line 2, column 13"_s);
    row("nothing", "", u"line 1"_s);
    row("a list is missing", "{}", u"\"http\" is missing"_s);
    row("unknown key", tableWith(rule("a.b", R"({"state": ["5xx"]})")), u"/http/0/when: there is no \"state\" here"_s);
    row("class", tableWith(rule("a.b", R"({"status": ["5xx"]})").replace("\"data\"", "\"dat\"")),
        u"/http/0/class: must be one of transient"_s);
    row("status", tableWith(rule("a.b", R"({"status": ["6xx"]})")), u"/http/0/when/status/0"_s);
    row("number for text", tableWith(rule("a.b", R"({"status": [500]})")), u"/http/0/when/status/0: must be a text"_s);
    row("fits everything", tableWith(rule("a.b", "{}")), u"/http/0/when"_s);
    row("id", tableWith(rule("ab", R"({"status": ["5xx"]})")), u"/http/0/id: does not have the form"_s);
    row("id twice", tableWith(rule("a.b", R"({"status": ["5xx"]})") + "," + rule("a.b", R"({"status": ["4xx"]})")),
        u"/http/1/id: \"a.b\" is the id of /http/0 already"_s);
}

void TestFailureRules::namesThePlaceOfAProblem()
{
    QFETCH(QByteArray, table);
    QFETCH(QString, problem);
    const auto read = FailureClassifier::fromJson(table);
    if (problem.isEmpty()) {
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        return;
    }
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Failure::Invalid);
    QVERIFY2(read.error().text.contains(problem), qPrintable(read.error().text));
}

void TestFailureRules::everyAdviceIsASentence()
{
    const QList<QByteArray> lines = tableFile().split('\n');
    int advices = 0;
    for (const QByteArray& line : lines) {
        const QByteArray text = line.trimmed();
        if (!text.startsWith("\"advice\": "))
            continue;
        ++advices;
        QVERIFY2(text.endsWith(".\"") || text.endsWith(".\","), text.constData());
    }
    QVERIFY(advices > 150);
}

SIGNALBOX_TEST(TestFailureRules)
#include "tst_failurerules.moc"
