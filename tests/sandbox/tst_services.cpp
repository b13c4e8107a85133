// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/runningsandbox.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QTest>

#include <curl/curl.h>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;

/// The services as a client sees them, while nothing goes wrong that it does not do itself.
class ServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyResourceHasAnEffect();
    void anIdempotentSystemDoesItOnce();
    void anotherSystemDoesItTwiceAndShowsIt();
    void refusesASecond();
    void refusesAKeyForOtherContent();
    void tellsWhetherAnEffectIsThere();
    void answersWhatIsNoCall_data();
    void answersWhatIsNoCall();
    void answersALargeBodyAndGoesOn();
    void asksForItsToken();
    void logsRequestsInOrderWithTheirConnection();
    void pagesThroughTheLedger();
    void countsWhatHappened();
    void breaksAndHealsASystem();
    void refusesConnectionsOfASystemWithItsOwnPort();
    void playsAnotherScenario();
    void refusesAWrongControl_data();
    void refusesAWrongControl();
    void servesManyClientsAtOnce();
};

void ServicesTest::everyResourceHasAnEffect()
{
    RunningSandbox running;
    const QJsonArray resources = running.client().get(u"/"_s).json().value(u"resources"_s).toArray();
    QCOMPARE(resources.size(), 22);
    for (const auto resource : resources) {
        const QString path = resource.toObject().value(u"path"_s).toString();
        const HttpAnswer answer = running.client().post(path, callBody("A1", "12.34"), "k1");
        QCOMPARE(answer.status, 201);
        QVERIFY2(!answer.json().value(u"reference"_s).toString().isEmpty(), answer.body.constData());
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
    }
    QCOMPARE(running.effects(), 22U);
}

void ServicesTest::anIdempotentSystemDoesItOnce()
{
    RunningSandbox running;
    const HttpAnswer first = running.client().post(u"/psp/captures"_s, callBody("A1", "12.34"), "k1");
    const HttpAnswer second = running.client().post(u"/psp/captures"_s, callBody("A1", "12.34"), "\"k1\"");
    QCOMPARE(first.status, 201);
    QVERIFY(!first.headers.contains("idempotency-replayed"));
    QCOMPARE(second.status, 201);
    QCOMPARE(second.headers.value("idempotency-replayed"), QByteArray("true"));
    QCOMPARE(second.body, first.body);
    QCOMPARE(running.effects(), 1U);
}

void ServicesTest::anotherSystemDoesItTwiceAndShowsIt()
{
    RunningSandbox running;
    const HttpAnswer first = running.client().post(u"/erp/sales-orders"_s, callBody("A1", "12.34"), "k1");
    const HttpAnswer second = running.client().post(u"/erp/sales-orders"_s, callBody("A1", "12.34"), "k1");
    QCOMPARE(second.status, 201);
    QVERIFY(first.json().value(u"reference"_s) != second.json().value(u"reference"_s));
    QVERIFY(first.json().value(u"reference"_s).toString().startsWith(u"45"_s));
    const QJsonObject shown = running.client().get(u"/duplicates"_s).json();
    QCOMPARE(shown.value(u"repeatedEffects"_s).toInt(), 1);
    const QJsonObject duplicate = shown.value(u"duplicates"_s).toArray().at(0).toObject();
    QCOMPARE(duplicate.value(u"orderKey"_s).toString(), u"A1"_s);
    QCOMPARE(duplicate.value(u"entries"_s).toArray().size(), 2);
}

void ServicesTest::refusesASecond()
{
    RunningSandbox running;
    running.client().post(u"/erp/credit-memos"_s, callBody("A1", "5.00", "refund/1"), "k1");
    const HttpAnswer second = running.client().post(u"/erp/credit-memos"_s, callBody("A1", "5.00", "refund/1"), "k1");
    QCOMPARE(second.status, 400);
    QCOMPARE(second.json().value(u"error"_s).toObject().value(u"code"_s).toString(), u"DUP_RCRD"_s);
    QCOMPARE(running.client().post(u"/erp/credit-memos"_s, callBody("A1", "5.00", "refund/2"), "k2").status, 201);
    QCOMPARE(running.effects(), 2U);
}

void ServicesTest::refusesAKeyForOtherContent()
{
    RunningSandbox running;
    running.client().post(u"/psp/captures"_s, callBody("A1", "12.34"), "k1");
    const HttpAnswer stripe = running.client().post(u"/psp/captures"_s, callBody("A1", "12.35"), "k1");
    QCOMPARE(stripe.status, 400);
    QVERIFY(stripe.body.contains("idempotency_error"));
    running.client().post(u"/fraud/screenings"_s, callBody("A1"), "k1");
    QCOMPARE(running.client().post(u"/fraud/screenings"_s, callBody("A2"), "k1").status, 422);
    QCOMPARE(running.effects(), 2U);
}

void ServicesTest::tellsWhetherAnEffectIsThere()
{
    RunningSandbox running;
    const HttpAnswer none = running.client().get(u"/erp/sales-orders?key=k%201"_s);
    QCOMPARE(none.status, 404);
    QCOMPARE(none.json().value(u"found"_s), QJsonValue(false));
    const HttpAnswer done = running.client().post(u"/erp/sales-orders"_s, callBody("A/1&x", "9.00"), "k1");
    for (const QString& question : {u"key=k1"_s, u"orderKey=A%2F1%26x&scope=order"_s}) {
        const HttpAnswer found = running.client().get(u"/erp/sales-orders?"_s + question);
        QCOMPARE(found.status, 200);
        QCOMPARE(found.json().value(u"found"_s), QJsonValue(true));
        QCOMPARE(found.json().value(u"reference"_s), done.json().value(u"reference"_s));
        QCOMPARE(found.json().value(u"body"_s).toObject(), done.json());
    }
    // what somebody entered by hand has no key: its order finds it, and says how many there are
    const HttpAnswer byHand = running.client().post(u"/erp/sales-orders"_s, callBody("A2", "9.00"));
    QCOMPARE(running.client().get(u"/erp/sales-orders?key=k2"_s).status, 404);
    QCOMPARE(running.client().get(u"/erp/sales-orders?orderKey=A2&scope=order"_s).json().value(u"reference"_s),
        byHand.json().value(u"reference"_s));
    running.client().post(u"/erp/sales-orders"_s, callBody("A2", "9.00"));
    QCOMPARE(
        running.client().get(u"/erp/sales-orders?orderKey=A2&scope=order"_s).json().value(u"count"_s), QJsonValue(2));
    QCOMPARE(running.client().get(u"/erp/sales-orders"_s).status, 400);
    const HttpAnswer noLookup = running.client().get(u"/crm/notifications?key=k1"_s);
    QCOMPARE(noLookup.status, 405);
    QCOMPARE(noLookup.headers.value("allow"), QByteArray("POST"));
}

void ServicesTest::answersWhatIsNoCall_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");

    const QByteArray good = callBody("A1");
    QTest::newRow("no JSON") << QByteArray("POST") << u"/erp/invoices"_s << QByteArray("<order/>") << QByteArray()
                             << 400;
    QTest::newRow("empty") << QByteArray("POST") << u"/erp/invoices"_s << QByteArray() << QByteArray() << 400;
    QTest::newRow("no order") << QByteArray("POST") << u"/erp/invoices"_s << QByteArray(R"({"scope": "s"})")
                              << QByteArray() << 422;
    QTest::newRow("PUT") << QByteArray("PUT") << u"/erp/invoices"_s << good << QByteArray() << 405;
    QTest::newRow("DELETE") << QByteArray("DELETE") << u"/erp/invoices"_s << QByteArray() << QByteArray() << 405;
    QTest::newRow("unknown resource") << QByteArray("POST") << u"/erp/orders"_s << good << QByteArray() << 404;
    QTest::newRow("unknown system") << QByteArray("POST") << u"/oms/invoices"_s << good << QByteArray() << 404;
    QTest::newRow("too deep") << QByteArray("POST") << u"/erp/invoices/1"_s << good << QByteArray() << 404;
    QTest::newRow("system alone") << QByteArray("POST") << u"/erp"_s << good << QByteArray() << 404;
    QTest::newRow("PUT of the ledger") << QByteArray("PUT") << u"/ledger"_s << good << QByteArray() << 405;
    QTest::newRow("no past in the ledger") << QByteArray("POST") << u"/ledger"_s << good << QByteArray() << 422;
    QTest::newRow("long key") << QByteArray("POST") << u"/erp/invoices"_s << good
                              << "Idempotency-Key: " + QByteArray(256, 'k') << 400;
    QTest::newRow("key with a blank") << QByteArray("POST") << u"/erp/invoices"_s << good
                                      << QByteArray("Idempotency-Key: a b") << 400;
    QTest::newRow("page of nothing") << QByteArray("GET") << u"/ledger?limit=0"_s << QByteArray() << QByteArray()
                                     << 400;
    QTest::newRow("page after what") << QByteArray("GET") << u"/requests?after=x"_s << QByteArray() << QByteArray()
                                     << 400;
}

void ServicesTest::answersWhatIsNoCall()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, header);
    QFETCH(const int, status);
    RunningSandbox running;
    const EstateClient::Headers headers = header.isEmpty() ? EstateClient::Headers() : EstateClient::Headers{header};
    const HttpAnswer answer = running.client().send(method, path, body, headers);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json().value(u"status"_s).toInt(), status);
    QCOMPARE(running.effects(), 0U);
    QCOMPARE(running.client().post(u"/erp/invoices"_s, callBody("A1")).status, 201); // on the same connection
}

void ServicesTest::answersALargeBodyAndGoesOn()
{
    RunningSandbox running;
    const QByteArray large(20 << 20, 'x');
    QCOMPARE(running.client().post(u"/erp/invoices"_s, large).status, 413);
    QCOMPARE(running.client().put(u"/control"_s, large).status, 413);
    const QByteArray fits = callBody("A1").chopped(1) + R"(, "note": ")" + QByteArray(1'000'000, 'x') + "\"}";
    QCOMPARE(running.client().post(u"/erp/invoices"_s, fits).status, 201);
    QCOMPARE(running.effects(), 1U);
}

void ServicesTest::asksForItsToken()
{
    RunningSandbox running(R"("tokens": [{"system": "psp", "token": "secret"}])");
    const auto status = [&](const EstateClient::Headers& headers) {
        return running.client().send("POST", u"/psp/captures"_s, callBody("A1"), headers).status;
    };
    QCOMPARE(status({}), 401);
    QCOMPARE(status({"Authorization: Bearer wrong"}), 401);
    QCOMPARE(status({"Authorization: Bearer secret"}), 201);
    QCOMPARE(running.client().post(u"/erp/invoices"_s, callBody("A1")).status, 201);
}

void ServicesTest::logsRequestsInOrderWithTheirConnection()
{
    RunningSandbox running;
    EstateClient other(running.url());
    running.client().post(u"/erp/invoices"_s, callBody("A1"), "k1");
    other.post(u"/erp/invoices"_s, callBody("A2"), "k2");
    running.client().post(u"/erp/invoices"_s, callBody("A1"), "k1");
    running.client().get(u"/erp/invoices?key=k1"_s);
    const QJsonObject page = running.client().get(u"/requests?after=0&limit=3"_s).json();
    const QJsonArray lines = page.value(u"requests"_s).toArray();
    QCOMPARE(lines.size(), 3);
    QVERIFY(page.value(u"more"_s).toBool());
    const auto at = [&](int i, const QString& name) { return lines.at(i).toObject().value(name); };
    QCOMPARE(at(0, u"connection"_s), at(2, u"connection"_s));
    QVERIFY(at(0, u"connection"_s) != at(1, u"connection"_s));
    QCOMPARE(at(2, u"try"_s).toInt(), 2);
    QCOMPARE(at(2, u"key"_s).toString(), u"k1"_s);
    QVERIFY(at(2, u"at"_s).toInteger() >= at(0, u"at"_s).toInteger());
    const QJsonObject rest = running.client().get(u"/requests?after=3"_s).json();
    QCOMPARE(rest.value(u"requests"_s).toArray().at(0).toObject().value(u"outcome"_s).toString(), u"found"_s);
}

void ServicesTest::pagesThroughTheLedger()
{
    RunningSandbox running;
    for (int i = 0; i < 25; ++i)
        running.client().post(
            i % 2 == 0 ? u"/erp/invoices"_s : u"/wms/shipping-orders"_s, callBody("A" + QByteArray::number(i)));
    QStringList orders;
    QJsonObject page;
    do {
        page = running.client()
                   .get(u"/ledger?system=erp&limit=4&after=%1"_s.arg(page.value(u"next"_s).toInteger()))
                   .json();
        const QJsonArray entries = page.value(u"entries"_s).toArray();
        for (const auto entry : entries)
            orders.append(entry.toObject().value(u"orderKey"_s).toString());
    } while (page.value(u"more"_s).toBool());
    QCOMPARE(orders.size(), 13);
    QCOMPARE(orders.constLast(), u"A24"_s);
    QCOMPARE(
        running.client().get(u"/ledger?resource=invoices&system=wms"_s).json().value(u"entries"_s).toArray().size(), 0);
}

void ServicesTest::countsWhatHappened()
{
    RunningSandbox running;
    for (const char* key : {"k1", "k2", "k1"})
        running.client().post(u"/psp/refunds"_s, callBody(key, "2.50"), key);
    const QJsonArray resources = running.client().get(u"/statistics"_s).json().value(u"resources"_s).toArray();
    for (const auto value : resources) {
        const QJsonObject resource = value.toObject();
        if (resource.value(u"resource"_s) != u"refunds"_s)
            continue;
        QCOMPARE(resource.value(u"requests"_s).toInt(), 3);
        QCOMPARE(resource.value(u"effects"_s).toInt(), 2);
        QCOMPARE(resource.value(u"sums"_s).toObject().value(u"EUR"_s).toString(), u"5.00"_s);
        QCOMPARE(resource.value(u"outcomes"_s).toObject().value(u"replayed"_s).toInt(), 1);
        return;
    }
    QFAIL("There are no statistics of refunds.");
}

void ServicesTest::breaksAndHealsASystem()
{
    RunningSandbox running;
    EstateClient& client = running.client();
    client.setFresh(true);
    const auto mode = [&](const char* name) {
        return client.put(u"/control"_s, QByteArray(R"({"system": "erp", "mode": ")") + name + "\"}").status;
    };
    QCOMPARE(mode("down"), 200);
    QCOMPARE(client.post(u"/erp/invoices"_s, callBody("A1")).status, 0);
    QCOMPARE(client.post(u"/wms/shipping-orders"_s, callBody("A1")).status, 201);
    QCOMPARE(mode("unavailable"), 200);
    const HttpAnswer unavailable = client.post(u"/erp/invoices"_s, callBody("A1"));
    QCOMPARE(unavailable.status, 503);
    QCOMPARE(unavailable.headers.value("retry-after"), QByteArray("30"));
    const QJsonObject systems = client.get(u"/control"_s).json().value(u"systems"_s).toObject();
    QCOMPARE(systems.value(u"erp"_s).toObject().value(u"state"_s).toString(), u"unavailable"_s);
    QCOMPARE(mode("up"), 200);
    QCOMPARE(client.post(u"/erp/invoices"_s, callBody("A1")).status, 201);
    QCOMPARE(running.effects(), 2U);
}

void ServicesTest::refusesConnectionsOfASystemWithItsOwnPort()
{
    SandboxSettings settings;
    settings.portPerSystem = true;
    RunningSandbox running({}, settings);
    const auto erp = static_cast<std::size_t>(running.sandbox().estate().systemIndex("erp"));
    const QString url = u"http://127.0.0.1:%1"_s.arg(running.sandbox().systemPorts().at(erp));
    EstateClient client(url);
    client.setFresh(true);
    QCOMPARE(client.post(u"/erp/invoices"_s, callBody("A1")).status, 201);
    running.client().put(u"/control"_s, R"({"system": "erp", "mode": "down"})");
    QTRY_COMPARE(client.post(u"/erp/invoices"_s, callBody("A2")).error, static_cast<int>(CURLE_COULDNT_CONNECT));
    running.client().put(u"/control"_s, R"({"system": "erp", "mode": "up"})");
    QTRY_COMPARE(client.post(u"/erp/invoices"_s, callBody("A3")).status, 201);
}

void ServicesTest::playsAnotherScenario()
{
    RunningSandbox running;
    EstateClient& client = running.client();
    const HttpAnswer answer = client.put(u"/control"_s, R"({"scenario": "flash_sale"})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(u"scenario"_s).toString(), u"flash_sale"_s);
    QCOMPARE(answer.json().value(u"webhooks"_s).toArray().size(), 0);
    const HttpAnswer lossy = client.put(u"/control"_s, R"({"scenario": "lost_webhooks"})");
    QCOMPARE(lossy.json().value(u"webhooks"_s).toArray().size(), 2); // for whoever tells by himself
    const QByteArray own = scenarioJson(R"("faults": [{"at": ["erp/*"], "kinds": [
        {"fault": "answer", "answer": "sap_material", "probability": 1}]}])");
    QCOMPARE(client.put(u"/control"_s, R"({"scenario": )" + own + '}').status, 200);
    const HttpAnswer refused = client.post(u"/erp/invoices"_s, callBody("A1"));
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.body.contains("Material 1234 is not defined"));
    client.put(u"/control"_s, R"({"scenario": "calm"})");
    QCOMPARE(client.post(u"/erp/invoices"_s, callBody("A1")).status, 201);
}

void ServicesTest::refusesAWrongControl_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");

    QTest::newRow("no JSON") << QByteArray("down") << 400;
    QTest::newRow("nothing") << QByteArray("{}") << 422;
    QTest::newRow("unknown scenario") << QByteArray(R"({"scenario": "sunshine"})") << 422;
    QTest::newRow("a file") << QByteArray(R"({"scenario": "/etc/hostname"})") << 422;
    QTest::newRow("wrong scenario") << QByteArray(R"({"scenario": {"scenario": "x"}})") << 422;
    QTest::newRow("unknown system") << QByteArray(R"({"system": "oms", "mode": "down"})") << 422;
    QTest::newRow("unknown mode") << QByteArray(R"({"system": "erp", "mode": "off"})") << 422;
    QTest::newRow("mode is a number") << QByteArray(R"({"system": "erp", "mode": 1})") << 422;
}

void ServicesTest::refusesAWrongControl()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    RunningSandbox running;
    QCOMPARE(running.client().put(u"/control"_s, body).status, status);
    QCOMPARE(running.client().get(u"/control"_s).json().value(u"scenario"_s).toString(), u"test"_s);
}

void ServicesTest::servesManyClientsAtOnce()
{
    constexpr int clients = 16;
    constexpr int calls = 50;
    RunningSandbox running;
    std::vector<std::thread> threads;
    std::atomic<int> done = 0;
    for (int i = 0; i < clients; ++i)
        threads.emplace_back([&] {
            EstateClient client(running.url());
            for (int call = 0; call < calls; ++call) // all of them the same calls
                done += client
                            .post(
                                u"/psp/refunds"_s, callBody(QByteArray::number(call), "1.00"), QByteArray::number(call))
                            .status
                        == 201
                    ? 1
                    : 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(done.load(), clients * calls);
    QCOMPARE(running.effects(), static_cast<quint64>(calls));
}

SIGNALBOX_TEST(ServicesTest)
#include "tst_services.moc"
