// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relay/testestate.h"
#include "tests/sandbox/estateclient.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Real relays ask a real (simulated) ERP about what it refused once, and what somebody may have entered there by hand
/// since. The ERP's log of requests is the witness of what was sent.
class TestAskOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void somebodyEnteredItByHand_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("entered"); ///< the amount; empty: nobody did
        QTest::addColumn<bool>("second"); ///< the flow says by which fields to ask as well
        QTest::addColumn<QString>(
            "after"); ///< state and effect of the message, its exception, the item; "#" = its number
        QTest::addColumn<int>("sent"); ///< after the question
        const QString found = u"delivered, resolved duplicate #, confirmed"_s;
        const QString absent = u"failed not_applied, open, failed"_s;
        QTest::newRow("verify: it is there") << u"verify"_s << u"8.77"_s << true << found << 0;
        QTest::newRow("verify: with another amount")
            << u"verify"_s << u"9.77"_s << true << u"in_doubt unknown, open, conflict"_s << 0;
        QTest::newRow("verify: nobody did") << u"verify"_s << QString() << true << absent << 0;
        QTest::newRow("verify: by the key alone it is not found") << u"verify"_s << u"8.77"_s << false << absent << 0;
        QTest::newRow("replay: it is there") << u"replay"_s << u"8.77"_s << true << found << 0;
        QTest::newRow("replay: with another amount")
            << u"replay"_s << u"9.77"_s << true << u"in_doubt unknown, open, conflict"_s << 0;
        QTest::newRow("replay: nobody did")
            << u"replay"_s << QString() << true << u"delivered, resolved replayed #, confirmed"_s << 1;
    }

    void somebodyEnteredItByHand()
    {
        QFETCH(const QString, operation);
        QFETCH(const QString, entered);
        QFETCH(const bool, second);
        QFETCH(const QString, after);
        QFETCH(const int, sent);
        TestEstate estate(m_server, seeds({}).constFirst(),
            R"("faults": [{"at": ["*"], "lastTry": 1, "kinds": [{"fault": "answer", "answer": "sap_unknown_property", "probability": 1}]}])");
        QJsonObject flow{{u"lookup"_s, true},
            {u"lookup_equal"_s, QJsonObject{{u"amount"_s, u"amount"_s}, {u"currency"_s, u"currency"_s}}}};
        if (second)
            flow.insert(u"lookup_by"_s,
                QJsonObject{{u"orderKey"_s, u"$payload.orderKey"_s}, {u"scope"_s, u"$payload.scope"_s}});
        estate.putFlow(u"to-erp"_s, u"/erp/sales-orders"_s, {}, flow);
        estate.submit(u"to-erp"_s, 1, 1);
        estate.startRelays(2);
        const auto standing = [&estate] {
            return TestServer::value(
                estate.database(), u"SELECT concat_ws(' ', status, error_effect) FROM integration.transaction"_s);
        };
        QTRY_COMPARE_WITH_TIMEOUT(standing(), u"in_doubt unknown"_s, 20'000); // no rule knows this answer
        QString number;
        if (!entered.isEmpty()) {
            EstateClient clerk(estate.url());
            const QJsonObject order{{u"orderKey"_s, u"order-1"_s}, {u"scope"_s, u"part/1"_s}, {u"amount"_s, entered},
                {u"currency"_s, u"EUR"_s}};
            const QByteArray document = QJsonDocument(order).toJson();
            while (number.isEmpty()) // the ERP refuses it at first, whoever enters it
                number = clerk.post(u"/erp/sales-orders"_s, document).json().value(u"reference"_s).toString();
        }
        const auto before = posts(estate);

        TestServer::run(estate.database(), uR"(DO $$
            DECLARE
                asked bigint := integration.preview_%1(gen_random_uuid(), (SELECT array_agg(id) FROM integration.transaction));
            BEGIN
                PERFORM integration.start_operation(asked, (SELECT manifest FROM integration.operation WHERE id = asked), 'test', '{safe,verify}');
            END $$)"_s.arg(operation));
        QTRY_COMPARE_WITH_TIMEOUT(
            TestServer::value(estate.database(), u"SELECT state FROM integration.operation"_s), u"settled"_s, 20'000);
        QCOMPARE(posts(estate) - before, sent);
        if (number.isEmpty())
            number = TestServer::value(estate.database(), u"SELECT reference FROM integration.transaction"_s);
        QCOMPARE(
            TestServer::value(estate.database(), uR"(SELECT concat_ws(', ', concat_ws(' ', t.status, t.error_effect),
                concat_ws(' ', x.state, x.resolution, x.evidence), i.state)
            FROM integration.transaction t JOIN integration.exception x ON x.transaction_id = t.id JOIN integration.operation_item i ON i.transaction_id = t.id)"_s),
            QString(after).replace(u'#', number));
        if (after.contains(u"conflict"_s))
            QVERIFY(TestServer::value(estate.database(), u"SELECT error_text FROM integration.exception"_s)
                        .contains(u"amount is 9.77 there and 8.77 here"));
    }

    void whoCannotBeAskedIsNotAskedForEver()
    {
        TestEstate estate(m_server, seeds({}).constFirst(),
            R"("faults": [{"at": ["*"], "kinds": [{"fault": "answer", "answer": "sap_unknown_property", "probability": 1}]},
                          {"at": ["*"], "on": ["lookup"], "kinds": [{"fault": "reset_before_effect", "probability": 1}]}])");
        estate.putFlow(u"to-erp"_s, u"/erp/sales-orders"_s, {}, {{u"lookup"_s, true}, {u"max_attempts"_s, 4}});
        estate.submit(u"to-erp"_s, 5, 1);
        estate.startRelays(2);
        const auto inDoubt = [&estate] {
            return TestServer::value(estate.database(),
                u"SELECT count(*) FROM integration.transaction WHERE status = 'in_doubt' AND error_code <> 'lookup_failed'"_s);
        };
        QTRY_COMPARE_WITH_TIMEOUT(inDoubt(), u"5"_s, 20'000);
        const auto before = posts(estate);
        TestServer::run(estate.database(), uR"(DO $$
            DECLARE
                asked bigint := integration.preview_verify(gen_random_uuid(), (SELECT array_agg(id) FROM integration.transaction));
            BEGIN
                PERFORM integration.start_operation(asked, (SELECT manifest FROM integration.operation WHERE id = asked), '', '{verify}');
            END $$)"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            TestServer::value(estate.database(), u"SELECT state FROM integration.operation"_s), u"settled"_s, 30'000);
        QCOMPARE(TestServer::value(estate.database(),
                     u"SELECT concat_ws(' ', confirmed, failed, skipped, in_doubt) FROM integration.operation"_s),
            u"0 0 0 5"_s);
        QCOMPARE(inDoubt(), u"5"_s); // as they were
        QCOMPARE(posts(estate), before);
        QCOMPARE(
            TestServer::value(estate.database(),
                u"SELECT string_agg(DISTINCT action || ' ' || n, ', ') FROM (SELECT action, count(*) AS n FROM integration.attempt GROUP BY transaction_id, action) x"_s),
            u"lookup 4, send 1"_s);
    }

private:
    static int posts(const TestEstate& estate)
    {
        const auto lines = estate.requests();
        return int(
            std::ranges::count_if(lines, [](const RequestLine& line) { return !line.lookup && !line.key.empty(); }));
    }

    TestServer m_server;
};

SIGNALBOX_TEST(TestAskOnly)

#include "tst_askonly.moc"
