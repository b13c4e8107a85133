// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/httpclient.h"
#include "app/relay/relay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Headers = QList<QPair<QByteArray, QByteArray>>;

const QByteArray captured
    = R"({"specversion":"1.0","id":"c-%1","source":"/shop","type":"com.signalbox.order.order_captured.v1","subject":"order/%1",)"
      R"("time":"2026-05-04T10:00:00Z","data":{"order":{"number":"%1","channel":"web","currency":"EUR","total":"12.50"}}})";

QByteArray capture(const QByteArray& order)
{
    return QByteArray(captured).replace("%1", order);
}

} // namespace

/// The relay's HTTP service over loopback, in front of a real database.
class TestHttpService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_database = m_server.freshDatabase();
        m_relay = start({});
        QVERIFY(m_relay);
    }
    void cleanupTestCase() { m_relay.reset(); }

    void events_data()
    {
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("accepted");
        const Headers one{{"Content-Type", "application/cloudevents+json; charset=utf-8"}};
        const Headers many{{"Content-Type", "application/cloudevents-batch+json"}};
        const Headers binary{{"Content-Type", "application/json"}, {"ce-specversion", "1.0"}, {"ce-id", "b-1"},
            {"ce-source", "/shop"}, {"ce-type", "com.signalbox.order.order_captured.v1"}, {"ce-subject", "order/H4"},
            {"ce-time", "2026-05-04T10:00:00Z"}};
        const QByteArray data = R"({"order":{"number":"H4","channel":"web","currency":"EUR","total":"9.99"}})";
        QTest::newRow("structured") << one << capture("H1") << 202 << 1;
        QTest::newRow("the same again") << one << capture("H1") << 202 << 0;
        QTest::newRow("batch") << many << QByteArray("[" + capture("H2") + "," + capture("H3") + "]") << 202 << 2;
        QTest::newRow("batch, one of them bad")
            << many << QByteArray("[" + capture("H5") + ", {\"specversion\":\"1.0\"}]") << 202 << 1;
        QTest::newRow("empty batch") << many << QByteArray("[]") << 202 << 0;
        QTest::newRow("binary") << binary << data << 202 << 1;
        QTest::newRow("no JSON") << one << QByteArray("{") << 400 << 0;
        QTest::newRow("more after it") << one << QByteArray(capture("H6") + "]") << 400 << 0;
        QTest::newRow("one event called a batch") << many << capture("H6") << 400 << 0;
        QTest::newRow("binary, no JSON") << binary << QByteArray("<order/>") << 400 << 0;
        QTest::newRow("another type") << Headers{{"Content-Type", "text/plain"}} << capture("H6") << 400 << 0;
        QTest::newRow("NUL") << one << QByteArray("\0\0", 2) << 400 << 0;
        QTest::newRow("too long") << many << QByteArray(HttpService::maxBody + 1, ' ') << 413 << 0;
    }
    void events()
    {
        QFETCH(const Headers, headers);
        QFETCH(const QByteArray, body);
        const DeliveryAnswer answer = ask(*m_relay, "/v1/events", true, headers, body);
        QTEST(answer.status, "status");
        const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
        if (answer.status == 202)
            QTEST(json.value(u"accepted"_s).toInt(), "accepted");
        else
            QVERIFY2(answer.header("content-type") == "application/problem+json"
                    && !json.value(u"title"_s).toString().isEmpty(),
                answer.body.constData());
    }

    void access_data()
    {
        QTest::addColumn<Headers>("headers");
        QTest::addColumn<int>("status");
        const auto signature = [](const QByteArray& key) -> QByteArray {
            return "sha256=" + QMessageAuthenticationCode::hash("[]", key, QCryptographicHash::Sha256).toHex();
        };
        QTest::newRow("nothing") << Headers() << 401;
        QTest::newRow("token") << Headers{{"Authorization", "Bearer let-me-in"}} << 202;
        QTest::newRow("wrong token") << Headers{{"Authorization", "Bearer let-me-i"}} << 401;
        QTest::newRow("signed") << Headers{{"X-Signature-256", signature("key")}} << 202;
        QTest::newRow("signed with another key") << Headers{{"X-Signature-256", signature("kez")}} << 401;
        QTest::newRow("not a signature") << Headers{{"X-Signature-256", "sha256="}} << 401;
    }
    void access()
    {
        QFETCH(Headers, headers);
        const auto relay = start({"let-me-in", "key"});
        QVERIFY(relay);
        headers.emplaceBack("Content-Type", "application/cloudevents-batch+json");
        QTEST(ask(*relay, "/v1/events", true, headers, "[]").status, "status");
    }

    void saysHowItIs()
    {
        QCOMPARE(ask(*m_relay, "/healthz").status, 200);
        QCOMPARE(ask(*m_relay, "/readyz").status, 200);
        QCOMPARE(ask(*m_relay, "/nowhere").status, 404);
        QCOMPARE(ask(*m_relay, "/v1/events").status, 405);
        QCOMPARE(ask(*m_relay, "/metrics", true).status, 405);
        const DeliveryAnswer metrics = ask(
            *m_relay, "/metrics", false, {{"Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"}});
        QVERIFY(metrics.header("content-type").startsWith("application/openmetrics-text"));
        QVERIFY(metrics.body.contains("signalbox_database_up 1\n"));
        QVERIFY(ask(*m_relay, "/metrics").header("content-type").startsWith("text/plain; version=0.0.4"));
        const auto draining = start({});
        draining->drain();
        QCOMPARE(ask(*draining, "/readyz").status, 503);
        QTRY_VERIFY(draining->done());
    }

    /// Prometheus' own tool finds nothing to complain about, with every kind of metric in the answer.
    void prometheusTakesTheMetrics()
    {
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (promtool.isEmpty())
            QSKIP("promtool is missing: installer/test brings it, or Debian's package prometheus or promtool");
        const auto relay = start({});
        QVERIFY(relay);
        for (const QString& sql :
            {u"SELECT integration.put_target('{\"code\": \"shop\", \"system\": \"shop\", \"base_url\": \"http://127.0.0.1:1\"}')"_s,
                u"SELECT integration.put_flow('{\"code\": \"to-shop\", \"source_system\": \"middleware\", \"target_system\": \"shop\", "
                "\"effect_class\": \"create\", \"routes\": [{\"target\": \"shop\"}]}')"_s,
                u"SELECT integration.submit('to-shop', 'k1', 'A1', '{}')"_s})
            TestServer::run(m_database, sql);
        QByteArray metrics; // of whichever relay has taken the message
        const auto hasAttempts = [&] {
            for (Relay* each : {relay.get(), m_relay.get()}) {
                metrics = ask(*each, "/metrics").body;
                if (metrics.contains("signalbox_attempts_total{"))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasAttempts(), 20'000);
        for (const char* family :
            {"signalbox_attempt_duration_seconds_bucket{", "signalbox_backlog{", "signalbox_database_up "})
            QVERIFY2(metrics.contains(family), family);
        QProcess check;
        check.start(promtool, {u"check"_s, u"metrics"_s});
        check.write(metrics);
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished());
        const QByteArray said = check.readAllStandardOutput() + check.readAllStandardError();
        QVERIFY2(check.exitCode() == 0 && said.trimmed().isEmpty(), QByteArray(said + metrics).constData());
    }

private:
    std::unique_ptr<Relay> start(const EventReceiver::Access& access)
    {
        Relay::Options options;
        options.database = m_database.redacted();
        options.port = 0;
        options.access = access;
        auto relay = Relay::start(options);
        if (!relay)
            qWarning().noquote() << relay.error().text;
        return relay ? std::move(relay).value() : nullptr;
    }

    static DeliveryAnswer ask(const Relay& relay, const QByteArray& path, bool post = false,
        const Headers& headers = {}, const QByteArray& body = {})
    {
        HttpClient client;
        DeliveryAnswer answer;
        client.start(
            {"http://127.0.0.1:" + QByteArray::number(relay.port()) + path, post, headers, body, 5s, 10s, true},
            [&answer](const DeliveryAnswer& came) { answer = came; });
        while (client.running() > 0)
            client.wait(100ms);
        return answer;
    }

    TestServer m_server;
    ConnectionSettings m_database;
    std::unique_ptr<Relay> m_relay;
};

SIGNALBOX_TEST(TestHttpService)

#include "tst_httpservice.moc"
