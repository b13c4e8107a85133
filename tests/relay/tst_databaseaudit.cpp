// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/delivery/httpclient.h"
#include "tests/relay/testestate.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// signalbox-sandbox audit --db: the program, a real ledger and a real database that relays have worked on.
class TestDatabaseAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_estate = std::make_unique<TestEstate>(m_server, 1);
        m_estate->putFlow(u"to-erp"_s, u"/erp/sales-orders"_s);
        m_estate->putFlow(u"to-psp"_s, u"/psp/captures"_s, {{u"idempotent"_s, true}});
        m_estate->submit(u"to-erp"_s, 20, 2);
        m_estate->submit(u"to-psp"_s, 20, 1);
        m_estate->startRelays(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_estate->undelivered(), 0, 30'000);
    }
    void cleanupTestCase() { m_estate.reset(); }

    void agreesForWhoeverMayLook()
    {
        const ConnectionSettings viewer = m_server.as(m_estate->database(), u"looks"_s, {u"signalbox_viewer"_s});
        const QString digest = u"SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM integration.transaction t"_s;
        const QString before = TestServer::value(m_estate->database(), digest);
        for (const ConnectionSettings& database : {m_estate->database(), viewer}) {
            audit({u"--db"_s, database.redacted()});
            QVERIFY2(m_code == 0 && m_out.contains("agree to the last cent"), QByteArray(m_out + m_error).constData());
        }
        QCOMPARE(TestServer::value(m_estate->database(), digest), before);
        audit({u"--json"_s}, m_estate->database().redacted()); // from SIGNALBOX_DB
        const QJsonObject said = QJsonDocument::fromJson(m_out).object().value(u"database"_s).toObject();
        QCOMPARE(said.value(u"agrees"_s), QJsonValue(true));
        QCOMPARE(said.value(u"messages"_s).toInt(), 60);
        const QJsonObject erp = said.value(u"totals"_s).toObject().value(u"erp"_s).toObject();
        for (const QString& side : {u"ledger"_s, u"delivered"_s}) // 2 * 7.77 * (1 + ... + 20) + 20 * (1 + 2)
            QCOMPARE(erp.value(side).toObject().value(u"sums"_s).toObject().value(u"EUR"_s), QJsonValue(u"3323.40"_s));
    }

    void withoutADatabaseItSaysSo()
    {
        audit({});
        QCOMPARE(m_code, 0);
        QVERIFY2(m_out.contains("Not compared with a database"), m_out.constData());
    }

    void saysWhenItCannot()
    {
        audit({u"--db"_s, u"postgresql://127.0.0.1:1/nowhere"_s});
        QCOMPARE(m_code, 3);
        QVERIFY(m_out.isEmpty() && !m_error.isEmpty());
        audit({u"--db"_s, u"postgresql://[::1"_s});
        QCOMPARE(m_code, 2);
        audit({u"--db"_s, m_server.emptyDatabase().redacted()});
        QCOMPARE(m_code, 1);
    }

    /// Each stays, so these come last.
    void findsWhatWasPlanted_data()
    {
        QTest::addColumn<QByteArray>("effect"); // somebody else does it, in the ERP
        QTest::addColumn<QString>("sql"); // or the database says something else
        QTest::addColumn<QString>("finding");
        QTest::newRow("an order that no message asked for")
            << R"({"orderKey": "order-99", "scope": "part/1", "amount": "1.00", "currency": "EUR"})"_ba << QString()
            << u"no_message"_s;
        QTest::newRow("a second document")
            << R"({"orderKey": "order-1", "scope": "part/1", "amount": "8.77", "currency": "EUR"})"_ba << QString()
            << u"repeated"_s;
        QTest::newRow("a cent")
            << QByteArray()
            << u"UPDATE integration.payload SET content = replace(content, '16.54', '16.55') WHERE transaction_id = (SELECT id FROM integration.transaction WHERE idempotency_key = 'to-erp/order-2/1')"_s
            << u"another_amount"_s;
        QTest::newRow("called delivered and never sent") << QByteArray() << uR"(DO $$
                DECLARE
                    made bigint := integration.submit('to-erp', 'k', 'b', '{"orderKey": "order-98", "scope": "order"}');
                BEGIN
                    UPDATE integration.transaction SET status = 'delivered' WHERE id = made;
                    INSERT INTO integration.attempt (transaction_id, number, relay, started_at, finished_at, outcome)
                    VALUES (made, 1, 'nobody', now(), now(), 'delivered');
                END $$)"_s << u"missing"_s;
        QTest::newRow("delivered and not called so")
            << QByteArray()
            << u"UPDATE integration.transaction SET status = 'failed', error_effect = 'not_applied' WHERE idempotency_key = 'to-psp/order-7/1'"_s
            << u"not_called_done"_s;
    }
    void findsWhatWasPlanted()
    {
        QFETCH(const QByteArray, effect);
        QFETCH(const QString, sql);
        QFETCH(const QString, finding);
        const auto count = [&] {
            audit({u"--db"_s, m_estate->database().redacted(), u"--json"_s});
            int found = 0;
            const QJsonArray findings = QJsonDocument::fromJson(m_out)
                                            .object()
                                            .value(u"database"_s)
                                            .toObject()
                                            .value(u"differences"_s)
                                            .toArray();
            for (const auto& one : findings)
                found += one.toObject().value(u"finding"_s) == finding ? 1 : 0;
            return found;
        };
        QCOMPARE(count(), 0);
        if (!effect.isEmpty())
            post(effect);
        if (!sql.isEmpty())
            TestServer::run(m_estate->database(), sql);
        QTRY_COMPARE(count(), 1);
        QCOMPARE(m_code, 1);
    }

private:
    void audit(const QStringList& options, const QString& variable = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"SIGNALBOX_DB"_s);
        if (!variable.isEmpty())
            environment.insert(u"SIGNALBOX_DB"_s, variable);
        process.setProcessEnvironment(environment);
        process.start(
            QString::fromUtf8(SIGNALBOX_SANDBOX), QStringList{u"audit"_s, u"--ledger"_s, m_estate->url()} + options);
        process.waitForFinished(60'000);
        m_code = process.exitCode();
        m_out = process.readAllStandardOutput();
        m_error = process.readAllStandardError();
    }

    void post(const QByteArray& body) const
    {
        HttpClient client;
        client.start({m_estate->url().toUtf8() + "/erp/sales-orders", true, {}, body, 2s, 5s, true},
            [](const DeliveryAnswer& answer) { QCOMPARE(answer.status, 201); });
        while (client.running() > 0)
            client.wait(100ms);
    }

    TestServer m_server;
    std::unique_ptr<TestEstate> m_estate;
    int m_code = 0;
    QByteArray m_out;
    QByteArray m_error;
};

SIGNALBOX_TEST(TestDatabaseAudit)

#include "tst_databaseaudit.moc"
