// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/deliverybook.h"
#include "models/store/pqxxcompat.h"
#include "models/store/session.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/// The relays' protocol, as relays without HTTP use it.
class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        if (m_database && QByteArrayView(QTest::currentTestFunction()) == "afterATry")
            return; // changes nothing
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        const ConnectionSettings relay = m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s});
        m_a = std::make_unique<FakeRelay>(relay, u"A"_s);
        m_b = std::make_unique<FakeRelay>(relay, u"B"_s);
    }

    void claimIsExclusive()
    {
        putErp(*m_database);
        for (int i = 0; i < 10; ++i)
            submit(*m_database, QString::number(i), u"1"_s);
        Session session(m_a->database().settings());
        ReadWrite tx(session.connection()); // a claim that is not committed yet holds nobody up
        const auto first = exec(tx, "SELECT id FROM integration.claim('A', 'erp', 4)");
        QCOMPARE(first.size(), 4U);
        const auto second = m_b->claim();
        QCOMPARE(second.size(), 6);
        tx.commit();
        QSet<qint64> ids;
        for (const auto& row : first)
            ids.insert(row[0].as<qint64>());
        for (const Claimed& claimed : second)
            ids.insert(claimed.id);
        QCOMPARE(ids.size(), 10);
        QVERIFY(m_a->claim().isEmpty());
        QCOMPARE(first.size() + static_cast<std::size_t>(second.size()), 10U);
        QCOMPARE(second.constFirst().number, 1);
        QVERIFY(second.constFirst().content.contains(u"Anna"_s)); // to the byte
        QVERIFY(m_a->claim(10, u"nowhere"_s).isEmpty());
    }

    void messagesOfOneKeyGoOneAfterTheOther()
    {
        putErp(*m_database);
        const qint64 one = submit(*m_database, u"k"_s, u"1"_s);
        const qint64 two = submit(*m_database, u"k"_s, u"2"_s);
        const qint64 other = submit(*m_database, u"other"_s, u"1"_s);
        auto claimed = m_a->claim();
        QCOMPARE(idsOf(claimed), (QList<qint64>{one, other}));
        QVERIFY(m_b->claim().isEmpty()); // while the first is under way
        QCOMPARE(m_a->finish({TryEnd::refused(claimed.at(0))}).value(one), u"retrying"_s);
        QVERIFY(m_b->claim().isEmpty()); // and while it waits
        letTimePass(*m_database);
        claimed = m_b->claim();
        QCOMPARE(idsOf(claimed), QList<qint64>{one});
        QCOMPARE(m_b->finish({TryEnd::rejected(claimed.at(0))}).value(one), u"failed"_s);
        QVERIFY(m_b->claim().isEmpty()); // and while somebody has to look at it
        const QString exception = m_database->value(u"SELECT id FROM integration.exception"_s);
        m_database->run(
            u"SELECT integration.change_exceptions('resolve', ARRAY[%1], ARRAY[1], '{\"resolution\": \"not_needed\", \"reason\": \"sold out\"}')"_s
                .arg(exception));
        QCOMPARE(idsOf(m_a->claim()), QList<qint64>{two});
    }

    void aStaleRelayCompletesNothing()
    {
        putErp(*m_database);
        const qint64 id = submit(*m_database, u"k"_s, u"1"_s);
        const auto old = m_a->claim();
        m_database->run(u"UPDATE integration.transaction SET lease_until = now() - interval '1 second'"_s);
        QVERIFY(m_a->sending(old).isEmpty()); // the lease is over: it may not be sent any more
        QCOMPARE(m_b->recover(), 1);
        QCOMPARE(m_b->recover(), 0);
        const auto fresh = m_b->claim();
        QCOMPARE(fresh.at(0).number, 2);
        QVERIFY(m_a->sending(old).isEmpty());
        QVERIFY(m_a->finish({TryEnd::delivered(old.at(0))}).isEmpty());
        QVERIFY(m_b->finish({TryEnd::delivered(old.at(0))}).isEmpty()); // the right relay, the wrong try
        QCOMPARE(statusOf(id), u"delivering"_s);
        QCOMPARE(m_b->sending(fresh), QList<qint64>{id});
        QCOMPARE(m_b->finish({TryEnd::delivered(fresh.at(0))}).value(id), u"delivered"_s);
        QVERIFY(m_b->finish({TryEnd::delivered(fresh.at(0))}).isEmpty()); // once
        QCOMPARE(m_database->value(
                     u"SELECT string_agg(number || ' ' || outcome, ', ' ORDER BY number) FROM integration.attempt"_s),
            u"1 lost, 2 delivered"_s);
    }

    void relaysShareOneRate()
    {
        putErp(*m_database, {{u"rate"_s, 0.001}, {u"burst"_s, 3}});
        for (int i = 0; i < 6; ++i)
            submit(*m_database, QString::number(i), u"1"_s);
        const auto first = m_a->claim(2);
        QCOMPARE(first.size(), 2);
        QCOMPARE(m_b->claim(2).size(), 1);
        QVERIFY(m_a->claim().isEmpty());
        m_a->finish({TryEnd::delivered(first.at(0))});
        QVERIFY(m_a->claim().isEmpty()); // it is a rate, not a number of messages under way
        m_database->run(u"UPDATE integration.target SET filled_at = filled_at - interval '1 hour'"_s);
        QCOMPARE(m_b->claim().size(), 3); // no more than the burst, however long nothing was sent
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.transaction WHERE attempts > 1"_s), u"0"_s);
    }

    void theBreakerOpensProbesAndCloses()
    {
        putErp(*m_database, {}, {{u"breaker_failures"_s, 3}});
        for (int i = 0; i < 5; ++i)
            submit(*m_database, QString::number(i), u"1"_s);
        auto claimed = m_a->claim(2);
        m_a->finish({TryEnd::refused(claimed.at(0)), TryEnd::refused(claimed.at(1))});
        QCOMPARE(breaker(), (QStringList{u"closed"_s, u"2"_s, u"0"_s}));
        claimed = m_a->claim(2);
        QCOMPARE(claimed.size(), 2);
        m_a->finish({TryEnd::rejected(claimed.at(0))}); // an answer: the target works
        QCOMPARE(breaker(), (QStringList{u"closed"_s, u"0"_s, u"0"_s}));
        m_a->finish({TryEnd::refused(claimed.at(1))});
        letTimePass(*m_database);
        claimed = m_a->claim(2);
        m_a->finish({TryEnd::refused(claimed.at(0)), TryEnd::timedOut(claimed.at(1))});
        QCOMPARE(breaker(), (QStringList{u"open"_s, u"3"_s, u"1"_s}));
        m_database->run(u"UPDATE integration.transaction SET due_at = now() WHERE status = 'retrying'"_s);
        QVERIFY(m_b->claim().isEmpty());
        const int tries = m_database->value(u"SELECT sum(attempts) FROM integration.transaction"_s).toInt();

        letTimePass(*m_database);
        auto probe = m_b->claim();
        QCOMPARE(probe.size(), 1);
        QCOMPARE(breaker().at(0), u"half_open"_s);
        QVERIFY(m_a->claim().isEmpty()); // one at a time
        m_b->finish({TryEnd::refused(probe.at(0))});
        QCOMPARE(breaker().at(0), u"open"_s);
        QCOMPARE(breaker().at(2), u"2"_s);
        QVERIFY(m_database->value(u"SELECT until > now() + interval '20 seconds' FROM integration.breaker"_s)
            == u"t"_s); // twice as long
        QCOMPARE(m_database->value(u"SELECT sum(attempts) FROM integration.transaction"_s).toInt(), tries + 1);

        letTimePass(*m_database);
        probe = m_a->claim();
        QCOMPARE(probe.size(), 1);
        letTimePass(*m_database); // the probe's relay is lost: another one probes
        QCOMPARE(m_b->recover(), 1);
        probe = m_b->claim();
        QCOMPARE(probe.size(), 1);
        m_b->finish({TryEnd::delivered(probe.at(0))});
        QCOMPARE(breaker(), (QStringList{u"closed"_s, u"0"_s, u"0"_s}));
        QVERIFY(!m_a->claim().isEmpty());
    }

    void afterATry_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* arguments, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(expected);
        };
        //                                     delivered, effect, retry, keyed, has lookup, again
        row("delivered", "true, NULL, NULL, false, false, true", "delivered");
        row("an error, but done", "false, 'applied', 'never', false, false, true", "delivered");
        row("refused", "false, 'not_applied', 'by_itself', false, false, true", "retrying");
        row("refused for the last time", "false, 'not_applied', 'by_itself', false, false, false", "failed");
        row("rejected", "false, 'not_applied', 'never', true, true, true", "failed");
        row("same key only, known", "false, 'not_applied', 'same_key_only', true, false, true", "retrying");
        row("same key only, unknown", "false, 'not_applied', 'same_key_only', false, true, true", "failed");
        row("look first, lookup", "false, 'not_applied', 'look_first', false, true, true", "retrying");
        row("look first, neither", "false, 'not_applied', 'look_first', false, false, true", "failed");
        row("unknown", "false, 'unknown', 'by_itself', false, false, true", "in_doubt");
        row("unknown, keyed", "false, 'unknown', 'by_itself', true, false, true", "retrying");
        row("unknown, lookup", "false, 'unknown', 'look_first', false, true, true", "retrying verify");
        row("unknown, keyed and lookup", "false, 'unknown', 'look_first', true, true, true", "retrying");
        row("unknown, keyed, for the last time", "false, 'unknown', 'by_itself', true, true, false", "in_doubt");
        row("unknown, never again", "false, 'unknown', 'never', true, true, true", "in_doubt");
        row("no verdict", "false, NULL, NULL, false, false, true", "failed");
    }

    void afterATry()
    {
        QFETCH(QString, call);
        QFETCH(QString, expected);
        QCOMPARE(
            m_database->value(
                u"SELECT status || CASE WHEN verify THEN ' verify' ELSE '' END FROM integration.after_try(%1)"_s.arg(
                    call)),
            expected);
    }

    void whatALostRelayLeaves_data()
    {
        QTest::addColumn<bool>("idempotent");
        QTest::addColumn<bool>("lookup");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<int>("maxAttempts");
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing sent") << false << false << false << 8 << u"pending f not_applied"_s;
        QTest::newRow("sent") << false << false << true << 8 << u"in_doubt f unknown"_s;
        QTest::newRow("sent, with a lookup") << false << true << true << 8 << u"pending t unknown"_s;
        QTest::newRow("the target knows the key") << true << false << false << 8 << u"pending f unknown"_s;
        QTest::newRow("sent, and the target knows the key") << true << false << true << 8 << u"pending f unknown"_s;
        QTest::newRow("nothing sent, tries used up") << false << false << false << 1 << u"failed f not_applied"_s;
        QTest::newRow("perhaps sent, tries used up") << true << true << false << 1 << u"in_doubt f unknown"_s;
    }

    void whatALostRelayLeaves()
    {
        QFETCH(bool, idempotent);
        QFETCH(bool, lookup);
        QFETCH(bool, sent);
        QFETCH(int, maxAttempts);
        QFETCH(QString, left);
        putErp(*m_database, {{u"idempotent"_s, idempotent}}, {{u"lookup"_s, lookup}, {u"max_attempts"_s, maxAttempts}});
        submit(*m_database, u"k"_s, u"1"_s);
        const auto claimed = m_a->claim();
        if (sent)
            QCOMPARE(m_a->sending(claimed).size(), 1);
        QCOMPARE(m_b->recover(), 0); // not yet
        letTimePass(*m_database);
        QCOMPARE(m_b->recover(), 1);
        QCOMPARE(
            m_database->value(
                u"SELECT concat_ws(' ', status, CASE WHEN verify THEN 't' ELSE 'f' END, error_effect) FROM integration.transaction"_s),
            left);
        const bool trouble = left.startsWith(u"in_doubt"_s) || left.startsWith(u"failed"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE state = 'open'"_s),
            QString::number(trouble ? 1 : 0));
        QCOMPARE(m_b->claim().size(), trouble ? 0 : 1);
    }

    void aLookThatFailedIsStillOwed()
    {
        putErp(*m_database, {}, {{u"lookup"_s, true}});
        const qint64 id = submit(*m_database, u"k"_s, u"1"_s);
        auto claimed = m_a->claim();
        m_a->sending(claimed);
        m_a->finish({TryEnd::timedOut(claimed.at(0))});
        for (int i = 0; i < 2; ++i) {
            letTimePass(*m_database);
            claimed = m_a->claim();
            QVERIFY(claimed.at(0).verify);
            QCOMPARE(m_a->finish({TryEnd::refused(claimed.at(0)).whileLooking()}).value(id), u"retrying"_s);
            QCOMPARE(effectOf(id), u"unknown"_s);
        }
        letTimePass(*m_database);
        claimed = m_a->claim();
        QVERIFY(claimed.at(0).verify);
        m_a->sending(claimed); // looked: it is not there
        QCOMPARE(m_a->finish({TryEnd::refused(claimed.at(0))}).value(id), u"retrying"_s);
        QCOMPARE(effectOf(id), u"not_applied"_s);
        letTimePass(*m_database);
        QVERIFY(!m_a->claim().at(0).verify);
    }

    void aRefusalSaysNothingOfAnEarlierTry()
    {
        putErp(*m_database, {{u"idempotent"_s, true}}, {{u"max_attempts"_s, 2}});
        const qint64 id = submit(*m_database, u"k"_s, u"1"_s);
        m_a->finish({TryEnd::timedOut(m_a->claim().at(0))});
        letTimePass(*m_database);
        QCOMPARE(m_a->finish({TryEnd::refused(m_a->claim().at(0))}).value(id), u"in_doubt"_s);
        QCOMPARE(effectOf(id), u"unknown"_s);
        const qint64 second = submit(*m_database, u"m"_s, u"1"_s);
        m_a->finish({TryEnd::timedOut(m_a->claim().at(0))});
        letTimePass(*m_database);
        // who knows the key and rejects the message has not done it
        QCOMPARE(m_a->finish({TryEnd::rejected(m_a->claim().at(0))}).value(second), u"failed"_s);
        QCOMPARE(effectOf(second), u"not_applied"_s);
    }

    void aForgottenKeyIsNotSentAgain_data()
    {
        QTest::addColumn<bool>("lookup");
        QTest::newRow("in doubt") << false;
        QTest::newRow("looked for") << true;
    }

    void aForgottenKeyIsNotSentAgain()
    {
        QFETCH(bool, lookup);
        putErp(*m_database, {{u"idempotent"_s, true}, {u"key_holds"_s, u"1 hour"_s}}, {{u"lookup"_s, lookup}});
        const qint64 id = submit(*m_database, u"k"_s, u"1"_s);
        QCOMPARE(m_a->finish({TryEnd::timedOut(m_a->claim().at(0))}).value(id), u"retrying"_s);
        letTimePass(*m_database);
        m_database->run(u"UPDATE integration.transaction SET keyed_at = keyed_at - interval '2 hours'"_s);
        QVERIFY(m_a->claim().isEmpty());
        QCOMPARE(m_a->recover(), 1);
        QCOMPARE(statusOf(id), lookup ? u"retrying"_s : u"in_doubt"_s);
        const auto claimed = m_a->claim();
        QCOMPARE(claimed.size(), lookup ? 1 : 0);
        QVERIFY(!lookup || claimed.at(0).verify);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE kind = 'in_doubt'"_s),
            lookup ? u"0"_s : u"1"_s);
    }

    void givingBackCostsNoTry()
    {
        putErp(*m_database);
        const qint64 id = submit(*m_database, u"k"_s, u"1"_s);
        QCOMPARE(m_a->finish({TryEnd::released(m_a->claim().at(0))}).value(id), u"pending"_s);
        QCOMPARE(m_a->finish({TryEnd::refused(m_a->claim().at(0))}).value(id), u"retrying"_s);
        letTimePass(*m_database);
        QCOMPARE(m_a->finish({TryEnd::released(m_a->claim().at(0))}).value(id), u"retrying"_s);
        QCOMPARE(m_database->value(u"SELECT attempts || ' ' || tries FROM integration.transaction"_s), u"1 1"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.attempt"_s), u"1"_s);
    }

    void retryAfterIsObeyed()
    {
        putErp(*m_database);
        submit(*m_database, u"k"_s, u"1"_s);
        TryEnd end = TryEnd::failed(m_a->claim().at(0), u"throttling"_s, u"not_applied"_s, u"by_itself"_s);
        end.fields.insert(u"retryAfter"_s, 3600);
        m_a->finish({end});
        QCOMPARE(
            m_database->value(u"SELECT due_at > now() + interval '59 minutes' FROM integration.transaction"_s), u"t"_s);
    }

    void flowsCountWhatIsDoneAmongTheNewest_data()
    {
        using Counts = QMap<QString, qint64>;
        QTest::addColumn<qint64>("newest");
        QTest::addColumn<Counts>("counts");
        QTest::addColumn<QString>("doneSince");
        const Counts all{{u"failed"_s, 1}, {u"pending"_s, 1}, {u"delivered"_s, 4}, {u"cancelled"_s, 1}};
        const Counts some{{u"failed"_s, 1}, {u"pending"_s, 1}, {u"delivered"_s, 2}, {u"cancelled"_s, 1}};
        QTest::newRow("some") << qint64{3} << some << u"2026-01-01T05:00:00Z"_s;
        QTest::newRow("all but one that is not done") << qint64{6} << all << u"2026-01-01T02:00:00Z"_s;
        QTest::newRow("just all") << qint64{7} << all << QString();
        QTest::newRow("all") << qint64{8} << all << QString();
    }

    void flowsCountWhatIsDoneAmongTheNewest()
    {
        using Counts = QMap<QString, qint64>;
        QFETCH(qint64, newest);
        QFETCH(Counts, counts);
        QFETCH(QString, doneSince);
        putErp(*m_database);
        m_database->run(
            u"INSERT INTO integration.transaction (flow, target, business_key, idempotency_key, traceparent, status, created_at) "
            "SELECT 'erp.post', 'erp', 'k' || n, 'k' || n, '-', status, '2026-01-01 00:00Z'::timestamptz + n * interval '1 hour' "
            "FROM unnest('{failed,delivered,delivered,pending,cancelled,delivered,delivered}'::text[]) WITH ORDINALITY m (status, n) ORDER BY n"_s);
        QueryRunner runner(m_database->settings());
        const auto overview = DeliveryBook(runner).flows(newest);
        VERIFY_OUTCOME(overview);
        QCOMPARE(overview.value().flows.size(), 1);
        QCOMPARE(overview.value().flows.constFirst().counts, counts);
        QCOMPARE(overview.value().doneSince.toString(Qt::ISODate), doneSince);
    }

private:
    static QList<qint64> idsOf(const QList<Claimed>& claimed)
    {
        QList<qint64> ids;
        for (const Claimed& one : claimed)
            ids.append(one.id);
        return ids;
    }
    QString statusOf(qint64 id)
    {
        return m_database->value(u"SELECT status FROM integration.transaction WHERE id = %1"_s.arg(id));
    }
    QString effectOf(qint64 id)
    {
        return m_database->value(u"SELECT error_effect FROM integration.transaction WHERE id = %1"_s.arg(id));
    }
    QStringList breaker()
    {
        return m_database->rows(u"SELECT state, failures, opened FROM integration.breaker"_s).value(0);
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_a;
    std::unique_ptr<FakeRelay> m_b;
};

SIGNALBOX_TEST(TestDelivery)
#include "tst_delivery.moc"
