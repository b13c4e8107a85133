// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/reconciliationtext.h"
#include "tests/relay/testestate.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A replay in stages with a real relay and a real target: the canary finds that the cause is still there, the rule
/// stops it, and once the cause is gone it goes on to the end.
class TestReplayRamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void aBadCanaryStopsTheReplayAndItGoesOnLater()
    {
        TestEstate estate(m_server, 1);
        m_database = estate.database();
        estate.putFlow(u"to-erp"_s, u"/erp/nowhere"_s, {{u"idempotent"_s, true}}); // a mistake of the configuration
        estate.submit(u"to-erp"_s, 40, 1);
        estate.startRelays(1);
        QTRY_COMPARE_WITH_TIMEOUT(count(u"transaction WHERE status = 'failed'"_s), 40, 20'000);

        replay(u"{}"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), u"stopped"_s, 20'000);
        QTRY_COMPARE(value(u"SELECT under_way FROM integration.operation"_s), u"0"_s); // what was begun has ended
        QVERIFY2(
            value(u"SELECT failed FROM integration.operation"_s).toInt() <= 10, "more than the first stages failed");
        QCOMPARE(value(u"SELECT max(number) FROM integration.operation_stage"_s), u"3"_s);
        QVERIFY(!value(u"SELECT stop->>'message' FROM integration.operation"_s).isEmpty());
        const int failed = value(u"SELECT failed FROM integration.operation"_s).toInt();

        estate.putFlow(u"to-erp"_s, u"/erp/sales-orders"_s, {{u"idempotent"_s, true}});
        int probes = 0;
        const auto relayKnows = [&] { // it reads its configuration again from time to time
            TestServer::run(m_database,
                uR"(SELECT integration.submit('to-erp', 'probe-%1', 'probe-%1', '{"orderKey": "probe-%1", "scope": "order", "amount": "1.00", "currency": "EUR"}'))"_s
                    .arg(++probes));
            return count(u"transaction WHERE status = 'delivered'"_s) > 0;
        };
        QTRY_VERIFY_WITH_TIMEOUT(relayKnows(), 20'000);
        TestServer::run(m_database, u"SELECT integration.control_operation(1, 'resume')"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), u"settled"_s, 20'000);
        QCOMPARE(value(u"SELECT confirmed || ' ' || failed FROM integration.operation"_s),
            u"%1 %2"_s.arg(40 - failed).arg(failed));

        replay(uR"({"ramp": [100]})"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(2), u"settled"_s, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(count(u"transaction WHERE status <> 'delivered'"_s), 0, 20'000);
        const auto compared = estate.compared();
        VERIFY_OUTCOME(compared);
        QVERIFY2(compared.value().agrees(), qPrintable(ReconciliationText::table(compared.value())));
    }

private:
    /// Of all that has failed.
    void replay(const QString& options)
    {
        TestServer::run(m_database, uR"(DO $$
            DECLARE
                replay bigint := integration.preview_replay(gen_random_uuid(), ARRAY(SELECT id FROM integration.transaction WHERE status = 'failed'));
            BEGIN
                PERFORM integration.start_operation(replay, (SELECT manifest FROM integration.operation WHERE id = replay), 'test', '{safe,verify,will_fail}', '%1');
            END $$)"_s.arg(options));
    }
    QString value(const QString& sql) const { return TestServer::value(m_database, sql); }
    QString stateOf(int operation) const
    {
        return value(u"SELECT state FROM integration.operation WHERE id = %1"_s.arg(operation));
    }
    int count(const QString& what) const { return value(u"SELECT count(*) FROM integration."_s + what).toInt(); }

    TestServer m_server;
    ConnectionSettings m_database;
};

SIGNALBOX_TEST(TestReplayRamp)
#include "tst_replayramp.moc"
