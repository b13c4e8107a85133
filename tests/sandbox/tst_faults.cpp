// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/runningsandbox.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <curl/curl.h>

#include <algorithm>
#include <map>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;

namespace {
/// Every first try has the fault, every other is right.
QByteArray always(const QByteArray& fault, const QByteArray& more = {}, const QByteArray& on = "call")
{
    return R"("hold": 0.02, "faults": [{"at": ["*"], "lastTry": 1, "on": [")" + on + R"("], "kinds": [{"fault": ")"
        + fault + R"(", "probability": 1)" + (more.isEmpty() ? QByteArray() : ", " + more) + "}]}]";
}

using Fates = std::map<std::string, std::vector<std::string>>;

/// What became of the tries of each key, when they come in this order from several clients.
Fates fatesOf(quint64 seed, std::vector<int> keys, unsigned shuffle)
{
    SandboxSettings settings;
    settings.seed = seed;
    RunningSandbox running(R"("hold": 0.001, "faults": [{"at": ["*"], "kinds": [
        {"fault": "reset_before_effect", "probability": 0.15}, {"fault": "timeout_after_effect", "probability": 0.15},
        {"fault": "answer", "answer": "internal_error", "probability": 0.15},
        {"fault": "truncated_body", "probability": 0.1}]}])",
        settings);
    std::shuffle(keys.begin(), keys.end(), std::mt19937(shuffle)); // NOLINT(cert-msc51-cpp): the same in each run
    constexpr std::size_t clients = 4;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < clients; ++i)
        threads.emplace_back([&, i] {
            EstateClient client(running.url());
            client.setFresh(true);
            for (std::size_t k = i; k < keys.size(); k += clients)
                for (int again = 0; again < 3; ++again) {
                    const QByteArray key = QByteArray::number(keys[k]);
                    client.post(u"/psp/authorizations"_s, callBody(key), key);
                }
        });
    for (std::thread& thread : threads)
        thread.join();
    Fates fates;
    for (const RequestLine& line : running.sandbox().books().requests().page(0, 100'000).lines)
        fates[line.key].push_back(std::to_string(line.tryNumber) + std::string(nameOf(line.fault)));
    return fates;
}
} // namespace

/// Every fault does what its name says, over HTTP.
class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatItSays_data();
    void doesWhatItSays();
    void anEffectWithoutAnAnswerIsFoundAndReplayed_data();
    void anEffectWithoutAnAnswerIsFoundAndReplayed();
    void aLateEffectComesAfterItsDelay();
    void answersInTheFormOfTheSystem_data();
    void answersInTheFormOfTheSystem();
    void everyAnswerOfTheCatalogueCanBeSent();
    void retryAfterIsInSecondsOfTheClock();
    void doesAPartOfAnAmount();
    void breaksLookups();
    void limitsRates();
    void theSameSeedMakesTheSameFaults();
    void fireHurtsButDoesNothingTwiceUnderAKey();
    void stopsWhileAnswersAreHeld();
};

void FaultsTest::doesWhatItSays_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<QList<int>>("errors"); // one of these CURLcodes
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("effect");
    QTest::addColumn<bool>("usable"); // whether the answer has the reference

    const QList<int> none{CURLE_OK};
    const QList<int> nothing{CURLE_GOT_NOTHING, CURLE_RECV_ERROR};
    const QList<int> reset{CURLE_RECV_ERROR, CURLE_SEND_ERROR};
    QTest::newRow("timeout before") << always("timeout_before_effect") << nothing << 0 << false << false;
    QTest::newRow("timeout after") << always("timeout_after_effect") << nothing << 0 << true << false;
    QTest::newRow("reset before") << always("reset_before_effect") << reset << 0 << false << false;
    QTest::newRow("reset after") << always("reset_after_effect") << reset << 0 << true << false;
    QTest::newRow("500") << always("answer", R"("answer": "internal_error")") << none << 500 << false << false;
    QTest::newRow("500, done all the same")
        << always("answer", R"("answer": "internal_error", "effect": true)") << none << 500 << true << false;
    QTest::newRow("502") << always("answer", R"("answer": "bad_gateway")") << none << 502 << false << false;
    QTest::newRow("503") << always("answer", R"("answer": "service_unavailable")") << none << 503 << false << false;
    QTest::newRow("429") << always("answer", R"("answer": "too_many_requests")") << none << 429 << false << false;
    QTest::newRow("202") << always("answer", R"("answer": "accepted_for_later", "effect": true)") << none << 202 << true
                         << false;
    QTest::newRow("slow") << always("slow", R"("median": 0.02)") << none << 201 << true << true;
    QTest::newRow("late") << always("late_effect", R"("median": 0.02)") << none << 201 << true << true;
    QTest::newRow("garbage") << always("garbage_body") << none << 201 << true << false;
    QTest::newRow("endless") << always("endless_body") << QList<int>{CURLE_WRITE_ERROR} << 201 << true << false;
    QTest::newRow("truncated") << always("truncated_body") << QList<int>{CURLE_PARTIAL_FILE} << 201 << true << false;
    QTest::newRow("wrong length") << always("wrong_length") << none << 201 << true << false;
}

void FaultsTest::doesWhatItSays()
{
    QFETCH(const QByteArray, scenario);
    QFETCH(const QList<int>, errors);
    QFETCH(const int, status);
    QFETCH(const bool, effect);
    QFETCH(const bool, usable);
    RunningSandbox running(scenario);
    EstateClient& client = running.client();
    client.setFresh(true);
    client.setEnough(3 << 20);
    const HttpAnswer answer = client.post(u"/erp/sales-orders"_s, callBody("A1"), "k1");
    QVERIFY2(errors.contains(answer.error), curl_easy_strerror(static_cast<CURLcode>(answer.error)));
    QCOMPARE(answer.status, status);
    QCOMPARE(running.effects(), effect ? 1U : 0U);
    QCOMPARE(answer.json().contains(u"reference"_s), usable);
    QCOMPARE(running.lastRequest().status, status);
    QVERIFY(running.lastRequest().fault != FaultKind::None);
    QCOMPARE(client.get(u"/erp/sales-orders?key=k1"_s).status, effect ? 200 : 404);
    QCOMPARE(client.post(u"/erp/sales-orders"_s, callBody("A1"), "k1").status, 201); // the second try is right
    QCOMPARE(running.lastRequest().fault, FaultKind::None);
}

void FaultsTest::anEffectWithoutAnAnswerIsFoundAndReplayed_data()
{
    QTest::addColumn<QByteArray>("fault");
    for (const char* fault :
        {"timeout_after_effect", "reset_after_effect", "garbage_body", "truncated_body", "wrong_length"})
        QTest::newRow(fault) << QByteArray(fault);
}

void FaultsTest::anEffectWithoutAnAnswerIsFoundAndReplayed()
{
    QFETCH(const QByteArray, fault);
    RunningSandbox running(always(fault));
    EstateClient& client = running.client();
    client.setFresh(true);
    client.post(u"/psp/captures"_s, callBody("A1", "5.00"), "k1");
    const HttpAnswer found = client.get(u"/psp/captures?key=k1"_s);
    const HttpAnswer again = client.post(u"/psp/captures"_s, callBody("A1", "5.00"), "k1");
    QCOMPARE(again.status, 201);
    QCOMPARE(again.headers.value("idempotency-replayed"), QByteArray("true"));
    QCOMPARE(again.json().value(u"reference"_s), found.json().value(u"reference"_s));
    QCOMPARE(running.effects(), 1U);
}

void FaultsTest::aLateEffectComesAfterItsDelay()
{
    RunningSandbox running(always("late_effect", R"("median": 0.05)"));
    const HttpAnswer answer = running.client().post(u"/wms/shipping-orders"_s, callBody("A1"), "k1");
    QCOMPARE(answer.status, 201);
    const RequestLine line = running.lastRequest();
    QCOMPARE(line.outcome, RequestOutcome::Delayed);
    const Ledger::Page page = running.sandbox().books().ledger().page({}, {}, 0, 10);
    QCOMPARE(page.entries.size(), 1U);
    QVERIFY(page.entries.front().at - line.at >= 45'000'000);
    QCOMPARE(answer.json().value(u"reference"_s).toString().toStdString(), page.entries.front().reference);
}

void FaultsTest::answersInTheFormOfTheSystem_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("Shopify") << QByteArray("shopify_tax_lines") << 422
                             << QByteArray(R"({"errors":{"order":["Tax lines)");
    QTest::newRow("NetSuite") << QByteArray("netsuite_request_limit") << 400
                              << QByteArray(R"({"error":{"code":"SSS_REQUEST_LIMIT_EXCEEDED")");
    QTest::newRow("SAP") << QByteArray("sap_locked") << 400
                         << QByteArray("The sales order A1 is currently being processed by user");
    QTest::newRow("D365") << QByteArray("d365_write_failed") << 500 << QByteArray("SalesOrderLineV3Entity");
    QTest::newRow("Stripe") << QByteArray("stripe_declined") << 402
                            << QByteArray(R"("decline_code":"insufficient_funds")");
    QTest::newRow("Adyen") << QByteArray("adyen_refused") << 200 << QByteArray(R"("refusalReasonCode":"2")");
    QTest::newRow("commercetools") << QByteArray("commercetools_conflict") << 409
                                   << QByteArray(R"("code":"ConcurrentModification")");
}

void FaultsTest::answersInTheFormOfTheSystem()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, status);
    QFETCH(const QByteArray, content);
    RunningSandbox running(always("answer", R"("answer": ")" + answer + '"'));
    const HttpAnswer received = running.client().post(u"/erp/sales-orders"_s, callBody("A1"), "k1");
    QCOMPARE(received.status, status);
    QVERIFY2(received.body.contains(content), received.body.constData());
    QCOMPARE(running.effects(), 0U);
}

void FaultsTest::everyAnswerOfTheCatalogueCanBeSent()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/sandbox/answers.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject answers = QJsonDocument::fromJson(file.readAll()).object().value(u"answers"_s).toObject();
    QVERIFY(answers.size() > 50);
    RunningSandbox running;
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        const QByteArray scenario = scenarioJson(always("answer", R"("answer": ")" + answer.key().toUtf8() + '"'));
        QCOMPARE(running.client().put(u"/control"_s, R"({"scenario": )" + scenario + '}').status, 200);
        const HttpAnswer received
            = running.client().post(u"/shop/fulfillments"_s, callBody("A \\\"1\\\""), answer.key().toUtf8());
        QCOMPARE(received.status, answer.value().toObject().value(u"status"_s).toInt());
        if (received.headers.value("content-type").contains("json"))
            QVERIFY2(!QJsonDocument::fromJson(received.body).isNull(), received.body.constData());
    }
    QCOMPARE(running.effects(), 0U);
}

void FaultsTest::retryAfterIsInSecondsOfTheClock()
{
    SandboxSettings settings;
    settings.speed = 4;
    RunningSandbox fast(always("answer", R"("answer": "service_unavailable_retry")"), settings);
    QCOMPARE(fast.client().post(u"/erp/invoices"_s, callBody("A1")).headers.value("retry-after"), QByteArray("8"));
    RunningSandbox own(always("answer", R"("answer": "internal_error", "retryAfter": 5)"));
    QCOMPARE(own.client().post(u"/erp/invoices"_s, callBody("A1")).headers.value("retry-after"), QByteArray("5"));
    RunningSandbox without(always("answer", R"("answer": "service_unavailable")"));
    QVERIFY(!without.client().post(u"/erp/invoices"_s, callBody("A1")).headers.contains("retry-after"));
}

void FaultsTest::doesAPartOfAnAmount()
{
    RunningSandbox running(always("partial_amount", R"("share": 0.5)"));
    const HttpAnswer answer = running.client().post(u"/psp/refunds"_s, callBody("A1", "9.99"), "k1");
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.json().value(u"amount"_s).toString(), u"4.99"_s);
    QCOMPARE(running.sandbox().books().ledger().page({}, {}, 0, 1).entries.front().amount.minor, 499);
}

void FaultsTest::breaksLookups()
{
    RunningSandbox running(always("reset_before_effect", {}, "lookup"));
    EstateClient& client = running.client();
    client.setFresh(true);
    QCOMPARE(client.post(u"/erp/invoices"_s, callBody("A1"), "k1").status, 201);
    QCOMPARE(client.get(u"/erp/invoices?key=k1"_s).status, 0);
    QCOMPARE(client.get(u"/erp/invoices?key=k1"_s).status, 200);
}

void FaultsTest::limitsRates()
{
    std::atomic<qint64> now = 0;
    SandboxSettings settings;
    settings.now = [&now] { return std::chrono::nanoseconds(now.load()); };
    RunningSandbox running(R"("limits": [{"system": "wms", "rate": 1, "burst": 3, "retryAfter": 4}])", settings);
    const auto statuses = [&] {
        QList<int> result;
        for (int i = 0; i < 5; ++i)
            result.append(running.client().post(u"/wms/shipping-orders"_s, callBody("A")).status);
        return result;
    };
    QCOMPARE(statuses(), (QList<int>{201, 201, 201, 429, 429}));
    QCOMPARE(running.lastRequest().outcome, RequestOutcome::Limited);
    QCOMPARE(running.lastRequest().tryNumber, 0U); // so that limits do not change what goes wrong later
    now = 2'000'000'000;
    QCOMPARE(statuses(), (QList<int>{201, 201, 429, 429, 429}));
}

void FaultsTest::theSameSeedMakesTheSameFaults()
{
    std::vector<int> keys(60);
    std::iota(keys.begin(), keys.end(), 0);
    const Fates first = fatesOf(11, keys, 1);
    QCOMPARE(first.size(), keys.size());
    QVERIFY(fatesOf(11, keys, 2) == first);
    QVERIFY(fatesOf(12, keys, 1) != first);
}

void FaultsTest::fireHurtsButDoesNothingTwiceUnderAKey()
{
    SandboxSettings settings;
    settings.speed = 300; // holds and delays are short
    RunningSandbox running({}, settings);
    running.client().put(u"/control"_s, R"({"scenario": "fire"})");
    constexpr int orders = 40;
    EstateClient client(running.url());
    client.setFresh(true);
    client.setEnough(1 << 20);
    for (int order = 0; order < orders; ++order) {
        const QByteArray key = QByteArray::number(order);
        HttpAnswer answer;
        for (int again = 0; again < 5 && !answer.json().contains(u"reference"_s); ++again)
            answer = client.post(u"/psp/refunds"_s, callBody(key, "1.00"), key);
        QVERIFY2(answer.json().contains(u"reference"_s), answer.body.constData());
    }
    QCOMPARE(running.effects(), static_cast<quint64>(orders));
    QVERIFY(running.sandbox().books().requests().page(0, 1000).lines.size() > orders); // some had to be tried again
}

void FaultsTest::stopsWhileAnswersAreHeld()
{
    QElapsedTimer timer;
    timer.start();
    std::thread waiting;
    HttpAnswer answer;
    {
        RunningSandbox running(R"("hold": 10000, "faults": [{"at": ["*"], "kinds": [
            {"fault": "timeout_after_effect", "probability": 1}]}])");
        waiting = std::thread([&answer, url = running.url()] {
            EstateClient client(url);
            answer = client.post(u"/erp/invoices"_s, callBody("A1"));
        });
        QTRY_COMPARE(running.effects(), 1U);
    }
    waiting.join();
    QCOMPARE(answer.status, 0);
    QVERIFY(timer.elapsed() < 50'000); // the client itself would give up later
}

SIGNALBOX_TEST(FaultsTest)
#include "tst_faults.moc"
