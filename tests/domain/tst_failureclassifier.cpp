// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failureclassifier.h"
#include "tests/domain/failurecatalogue.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(DeliveryAnswer)
Q_DECLARE_METATYPE(FailureClass)
Q_DECLARE_METATYPE(Effect)
Q_DECLARE_METATYPE(Retry)

class TestFailureClassifier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesReadAsTheyAreWritten();
    void knowsTheCatalogue_data();
    void knowsTheCatalogue();
    void theCatalogueIsWhole();
    void everyRuleDecidesItsRows();
    void goesByTheStatusWhenNothingElseSpeaks_data();
    void goesByTheStatusWhenNothingElseSpeaks();
    void whatNoRuleKnowsIsUnclassified();
    void tellsASuccessFromAFailureUnder200_data();
    void tellsASuccessFromAFailureUnder200();
    void doesNotTakeAMixedAnswerForDone();
    void looksForTextsInMessagesOnly();
    void readsHowLongToWait_data();
    void readsHowLongToWait();
    void theTargetsWordOnRetryingWins();
    void saysWhatTheAnswerSays_data();
    void saysWhatTheAnswerSays();
};

namespace {

const FailureClassifier& rules()
{
    return FailureClassifier::builtin();
}

QByteArray inWords(FailureClass cls, Effect effect, Retry retry)
{
    return (toText(cls) + u' ' + toText(effect) + u' ' + toText(retry)).toUtf8();
}

QByteArray inWords(const Verdict& verdict)
{
    return inWords(verdict.cls, verdict.effect, verdict.retry);
}

} // namespace

void TestFailureClassifier::namesReadAsTheyAreWritten()
{
    for (int i = 0; i <= static_cast<int>(FailureClass::Unclassified); ++i)
        QCOMPARE(failureClassFromText(toText(static_cast<FailureClass>(i))), static_cast<FailureClass>(i));
    for (int i = 0; i <= static_cast<int>(Effect::Unknown); ++i)
        QCOMPARE(effectFromText(toText(static_cast<Effect>(i))), static_cast<Effect>(i));
    for (int i = 0; i <= static_cast<int>(Retry::Never); ++i)
        QCOMPARE(retryFromText(toText(static_cast<Retry>(i))), static_cast<Retry>(i));
    QCOMPARE(toText(FailureClass::BusinessRule), u"business_rule"_s);
    QCOMPARE(toText(Effect::NotApplied), u"not_applied"_s);
    QCOMPARE(toText(Retry::SameKeyOnly), u"same_key_only"_s);
    QVERIFY(!failureClassFromText(u"Data"));
    QVERIFY(!effectFromText(u""));
    QVERIFY(!retryFromText(u"y"));
}

void TestFailureClassifier::knowsTheCatalogue_data()
{
    QTest::addColumn<DeliveryAnswer>("answer");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("code");
    for (const CatalogueRow& row : catalogue())
        QTest::newRow(row.tag.constData()) << row.answer << inWords(row.cls, row.effect, row.retry) << row.code;
}

void TestFailureClassifier::knowsTheCatalogue()
{
    QFETCH(DeliveryAnswer, answer);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, code);
    const Verdict verdict = rules().classify(answer);
    QVERIFY2(inWords(verdict) == expected, qPrintable(QString::fromUtf8(inWords(verdict)) + u" by "_s + verdict.rule));
    if (!code.isEmpty())
        QCOMPARE(verdict.code, QString::fromUtf8(code));
    const bool created = qstrcmp(QTest::currentDataTag(), "29 seen") == 0; // a second shipment looks like the first one
    QCOMPARE(rules().isSuccess(answer), created);
    QCOMPARE(verdict.advice.isEmpty(), created);
    QVERIFY(verdict.rule != QString::fromUtf16(FailureClassifier::unclassifiedRule));
}

void TestFailureClassifier::theCatalogueIsWhole()
{
    QSet<int> numbers;
    for (const CatalogueRow& row : catalogue())
        numbers.insert(row.tag.split(' ').first().toInt());
    QCOMPARE(numbers.size(), 90);
    for (int number = 1; number <= 90; ++number)
        QVERIFY2(numbers.contains(number), qPrintable(QString::number(number)));
}

/// What a rule says that it is for, it decides; otherwise one before it does, and it is there for nothing.
void TestFailureClassifier::everyRuleDecidesItsRows()
{
    QSet<QString> decided;
    for (const CatalogueRow& row : catalogue())
        decided.insert(rules().classify(row.answer).rule + u' ' + QString::fromUtf8(row.tag.split(' ').first()));
    QFile file(u":/rules/failures.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject table = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray lists{table[u"transport"], table[u"structured"], table[u"http"], table[u"texts"]};
    const QJsonArray connectors = table[u"connectors"].toArray();
    for (const QJsonValueConstRef connector : connectors)
        lists.append(connector[u"rules"]);
    int claims = 0;
    for (const QJsonValueConstRef list : std::as_const(lists)) {
        const QJsonArray ofTables = list.toArray();
        for (const QJsonValueConstRef ofTable : ofTables) {
            const QJsonArray rows = ofTable[u"rows"].toArray();
            for (const QJsonValueConstRef row : rows) {
                const QString claim = ofTable[u"id"].toString() + u' ' + QString::number(row.toInt());
                QVERIFY2(decided.contains(claim), qPrintable(claim));
                ++claims;
            }
        }
    }
    QVERIFY2(claims >= 110, qPrintable(QString::number(claims)));
}

void TestFailureClassifier::goesByTheStatusWhenNothingElseSpeaks_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](int status, FailureClass cls, Effect effect, Retry retry) {
        QTest::addRow("%d", status) << status << inWords(cls, effect, retry);
    };
    row(303, FailureClass::Contract, Effect::Unknown, Retry::LookFirst);
    row(301, FailureClass::Configuration, Effect::NotApplied, Retry::Never);
    row(400, FailureClass::Unclassified, Effect::Unknown, Retry::Never);
    row(401, FailureClass::Auth, Effect::NotApplied, Retry::Never);
    row(403, FailureClass::Auth, Effect::NotApplied, Retry::Never);
    row(404, FailureClass::Data, Effect::NotApplied, Retry::Never);
    row(408, FailureClass::Transient, Effect::Unknown, Retry::SameKeyOnly);
    row(409, FailureClass::BusinessRule, Effect::Unknown, Retry::LookFirst);
    row(412, FailureClass::Transient, Effect::NotApplied, Retry::LookFirst);
    row(413, FailureClass::Contract, Effect::NotApplied, Retry::Never);
    row(415, FailureClass::Contract, Effect::NotApplied, Retry::Never);
    row(418, FailureClass::Unclassified, Effect::Unknown, Retry::Never);
    row(422, FailureClass::Contract, Effect::NotApplied, Retry::Never);
    row(428, FailureClass::Transient, Effect::NotApplied, Retry::LookFirst);
    row(429, FailureClass::Throttling, Effect::NotApplied, Retry::ByItself);
    for (const int status : {500, 502, 503, 504, 524})
        row(status, FailureClass::Transient, Effect::Unknown, Retry::SameKeyOnly);
}

void TestFailureClassifier::goesByTheStatusWhenNothingElseSpeaks()
{
    QFETCH(int, status);
    QFETCH(QByteArray, expected);
    for (const char* body : {"", "<html><body><hr></body></html>", "no", "{}", "[]"}) {
        const Verdict verdict = rules().classify(answered("", status, body));
        QCOMPARE(inWords(verdict), expected);
        QCOMPARE(verdict.code, u"HTTP %1"_s.arg(status));
    }
    const Verdict announced = rules().classify(withHeader(answered("", status, {}), "Retry-After", "7"));
    if (status == 503)
        QCOMPARE(inWords(announced), QByteArray("transient not_applied by_itself"));
    else if (status == 403) // the way in which some say 429
        QCOMPARE(inWords(announced), QByteArray("throttling not_applied by_itself"));
    else
        QCOMPARE(inWords(announced), expected);
    QCOMPARE(announced.retryAfter, std::optional<milliseconds>(7s));
    QCOMPARE(inWords(rules().classify(withHeader(answered("", status, {}), "Retry-After", "soon"))), expected);
}

void TestFailureClassifier::whatNoRuleKnowsIsUnclassified()
{
    const Verdict verdict = rules().classify(answered("shopify", 400, R"({"errors": {"base": ["Something new"]}})"));
    QCOMPARE(inWords(verdict), QByteArray("unclassified unknown never"));
    QCOMPARE(verdict.rule, u"unclassified"_s);
    QCOMPARE(verdict.message, u"Something new"_s);
    QCOMPARE(inWords(rules().classify({})), QByteArray("unclassified unknown never"));
}

void TestFailureClassifier::tellsASuccessFromAFailureUnder200_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected"); // empty: a success
    const auto row = [](const char* name, int status, const char* body, const char* expected) {
        QTest::newRow(name) << status << QByteArray(body) << QByteArray(expected);
    };
    row("nothing", 204, "", "");
    row("an object", 201, R"({"id": 5, "status": "created", "errors": [], "error": null, "code": "DUP_RCRD"})", "");
    row("an accepted one", 202, R"({"success": true})", "");
    row("words of a failure in the data", 200, R"({"note": "duplicate key", "message": "Order is already fulfilled"})",
        "");
    row("no user errors", 200, R"({"data": {"x": {"userErrors": []}}})", "");
    row("an authorised payment", 200, R"({"resultCode": "Authorised", "pspReference": "851"})", "");
    row("all of a bulk", 200, R"({"operations_list": [{"status": 1, "result_message": "ok"}]})", "");
    row("success false", 200, R"({"success": false})", "unclassified unknown never");
    row("success false with a reason", 200, R"({"success": "false", "message": "Rate limit exceeded"})",
        "throttling not_applied by_itself");
    row("graphql", 200, R"({"data": null, "errors": [{"message": "Field 'x' is unknown"}]})",
        "unclassified unknown never");
    row("graphql with a code", 200,
        R"({"errors": [{"message": "Access denied", "extensions": {"code": "ACCESS_DENIED"}}]})",
        "auth not_applied never");
    row("a fault", 200, "<e><Body><Fault><faultstring>Server was unable</faultstring></Fault></Body></e>",
        "unclassified unknown never");
    row("a fault that is a lock", 200, "<e><Fault><faultstring>Deadlock found</faultstring></Fault></e>",
        "transient unknown same_key_only");
}

void TestFailureClassifier::tellsASuccessFromAFailureUnder200()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const DeliveryAnswer answer = answered("", status, body);
    QCOMPARE(rules().isSuccess(answer), expected.isEmpty());
    const Verdict verdict = rules().classify(answer);
    QCOMPARE(inWords(verdict), expected.isEmpty() ? QByteArray("unclassified applied never") : expected);
    if (expected.isEmpty())
        QVERIFY(verdict.message.isEmpty() && verdict.code.isEmpty() && verdict.rule == u"success"_s);
}

void TestFailureClassifier::doesNotTakeAMixedAnswerForDone()
{
    const auto twoCodes = answered(
        "netsuite", 400, R"({"o:errorDetails": [{"o:errorCode": "DUP_RCRD"}, {"o:errorCode": "RCRD_DSNT_EXIST"}]})");
    QVERIFY(rules().classify(twoCodes).effect != Effect::Applied);
    const auto twoTexts
        = answered("shopify", 422, R"({"errors": ["order - is already fulfilled", "quantity is invalid"]})");
    QVERIFY(rules().classify(twoTexts).effect != Effect::Applied);
    const auto twoFields = answered(
        "shopify", 422, R"({"errors": {"order": ["is already fulfilled"], "base": ["quantity is invalid"]}})");
    QVERIFY(rules().classify(twoFields).effect != Effect::Applied);
    const auto twice
        = answered("shopify", 422, R"({"errors": ["a - is already fulfilled", "b - is already fulfilled"]})");
    QCOMPARE(rules().classify(twice).effect, Effect::Applied);
}

void TestFailureClassifier::looksForTextsInMessagesOnly()
{
    const auto echoed = answered("shopify", 422, R"({"errors": "Bad", "order": {"note": "is already fulfilled"}})");
    QCOMPARE(rules().classify(echoed).rule, u"http.unprocessable"_s);
}

void TestFailureClassifier::readsHowLongToWait_data()
{
    QTest::addColumn<DeliveryAnswer>("answer");
    QTest::addColumn<qint64>("expected"); // -1: it does not say
    const auto row = [](const char* name, const DeliveryAnswer& answer, qint64 expected) {
        QTest::newRow(name) << answer << expected;
    };
    const auto plain = answered("", 429, {});
    const auto after = [&plain](const char* value) { return withHeader(plain, "retry-AFTER", value); };
    DeliveryAnswer received = after("Wed, 21 Oct 2026 07:28:00 GMT");
    received.receivedAt = QDateTime(QDate(2026, 10, 21), QTime(7, 27, 30), Qt::UTC);
    row("nothing", plain, -1);
    row("seconds", after("120"), 120'000);
    row("with a fraction", after(" 2.5 "), 2500);
    row("none", after("0"), 0);
    row("negative", after("-5"), -1);
    row("words", after("soon"), -1);
    row("empty", after(""), -1);
    row("exponent", after("1e9"), -1);
    row("endless", after("99999999999999999999999"), qint64(30) * 24 * 3600 * 1000);
    row("time by our clock", received, 30'000);
    row("time by the target's clock", withHeader(received, "Date", "Wed, 21 Oct 2026 07:27:50 GMT"), 10'000);
    row("time that is past", withHeader(received, "Date", "Wed, 21 Oct 2026 08:00:00 GMT"), 0);
    row("time without a clock", after("Wed, 21 Oct 2026 07:28:00 GMT"), -1);
    row("no such time", withHeader(received, "Retry-After", "Wed, 41 Oct 2026 07:28:00 GMT"), 30'000);
    row("x-retry-after", withHeader(plain, "X-Retry-After", "25"), 25'000);
    row("milliseconds", withHeader(plain, "x-ms-retry-after-ms", "1500"), 1500);
    row("sentence", answered("", 429, "Rate limit is exceeded. Try again in 25 seconds."), 25'000);
    row("minutes", answered("", 429, R"({"message": "Please retry after 2 minutes"})"), 120'000);
    row("sentence without a number", answered("", 429, "Try again in a while"), -1);
    row("number without a unit", answered("", 429, "Try again in 25"), -1);
    row("the header before the sentence", withHeader(answered("", 429, "Try again in 25 seconds"), "Retry-After", "3"),
        3000);
    row("query budget", shopRows().at(2).answer, 1680);
}

void TestFailureClassifier::readsHowLongToWait()
{
    QFETCH(DeliveryAnswer, answer);
    QFETCH(qint64, expected);
    const auto wait = rules().classify(answer).retryAfter;
    QCOMPARE(wait ? qint64(wait->count()) : qint64(-1), expected);
}

void TestFailureClassifier::theTargetsWordOnRetryingWins()
{
    const auto told = [](int status, const char* body, const char* value) {
        return rules().classify(withHeader(answered("stripe", status, body), "stripe-should-retry", value)).retry;
    };
    QCOMPARE(told(500, "", "false"), Retry::Never);
    QCOMPARE(told(429, "", "false"), Retry::Never);
    QCOMPARE(told(429, "", "true"), Retry::ByItself);
    QCOMPARE(told(400, "", "true"), Retry::SameKeyOnly);
    QCOMPARE(told(400, "", "maybe"), Retry::Never);
    QCOMPARE(told(400, R"({"error": {"code": "charge_already_refunded"}})", "true"), Retry::Never);
}

void TestFailureClassifier::saysWhatTheAnswerSays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QByteArray& body, const QString& message) {
        QTest::newRow(name) << body << message;
    };
    row("text", "  It  went\n wrong ", u"It went wrong"_s);
    row("message", R"({"message": "Wrong"})", u"Wrong"_s);
    row("named parameters",
        R"({"message": "No such entity with %fieldName = %fieldValue of %field", "parameters": {"field": "F", "fieldName": "id", "fieldValue": "5"}})",
        u"No such entity with id = 5 of F"_s);
    row("numbered parameters", R"~({"message": "%1 is not %2 (%3)", "parameters": ["a", "b"]})~", u"a is not b (%3)"_s);
    row("of the code that decided",
        R"({"errors": [{"code": "Harmless", "message": "one"}, {"code": "QuotaExceeded", "message": "two"}]})",
        u"two"_s);
    row("of the code, not what lies beside it",
        R"({"errors": [{"message": "Slow", "extensions": {"code": "THROTTLED", "documentation": "https://a"}}]})",
        u"Slow"_s);
    row("page",
        "<!DOCTYPE html><html><head><meta charset=x><title>502 &amp; more</title><script>if (a < b) {}</script></head>"
        "<body><h1>Bad</h1><p>Gateway</body>",
        u"502 & more Bad Gateway"_s);
    row("problem", R"({"type": "about:blank", "title": "Conflict", "detail": "Already there"})", u"Already there"_s);
    row("control characters", QByteArray("a\0b\x1b[31mc", 9), u"a b [31mc"_s);
    row("latin", QByteArray("caf\xe9", 4), u"caf\ufffd"_s);
    row("utf-16", QByteArray("\xff\xfe{\0\"\0m\0s\0g\0\"\0:\0\"\0x\0\"\0}\0", 24), u"x"_s);
    row("long", QByteArray(10'000, 'x'), QString(499, u'x') + u'…');
}

void TestFailureClassifier::saysWhatTheAnswerSays()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    QCOMPARE(rules().classify(answered("", 500, body)).message, message);
}

SIGNALBOX_TEST(TestFailureClassifier)
#include "tst_failureclassifier.moc"
