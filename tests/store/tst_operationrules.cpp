// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/replaydesk.h"
#include "tests/support/testprogram.h"

using namespace Qt::StringLiterals;

/// The twelve rules of operations, each by its number. What each means in detail is in the tests of plans, approvals
/// and operations; that they hold together in any order of events is in tst_operationsrandom.
class TestOperationRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }
    void init() { m_desk = std::make_unique<ReplayDesk>(m_server); }

    void rule01OneLiveClaimForEachMessage()
    {
        const QList<qint64> ids = m_desk->failed(1);
        const Operation one = m_desk->preview(ids);
        const Operation two = m_desk->preview(ids);
        m_desk->start(one);
        m_desk->start(two);
        const auto claimed = m_desk->relay.claim();
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(m_desk->counts(one.id), u"0 0 0 0 1"_s);
        QCOMPARE(m_desk->counts(two.id), u"0 0 1 0 0"_s); // it is with the other one
        FakeRelay other(m_desk->relay.database().settings(), u"B"_s);
        letTimePass(m_desk->database); // the first relay is given up
        other.recover();
        QCOMPARE(other.claim().size(), 1);
        QVERIFY(m_desk->relay.finish({TryEnd::delivered(claimed.at(0))}).isEmpty()); // it completes nothing any more
        QCOMPARE(m_desk->counts(one.id), u"0 0 0 0 1"_s);
    }

    void rule02TheKeyIsStable()
    {
        const QList<qint64> ids = m_desk->failed(1);
        const QString key = m_desk->sql("SELECT idempotency_key FROM integration.transaction");
        for (int i = 0; i < 3; ++i) {
            m_desk->startOf(ids);
            const auto claimed = m_desk->relay.claim();
            QCOMPARE(claimed.at(0).idempotencyKey, key);
            m_desk->fail(claimed);
        }
    }

    void rule03TheIntentIsOnRecordFirst()
    {
        const Operation started = m_desk->startOf(m_desk->failed(1));
        const auto claimed = m_desk->relay.claim(); // nothing has been sent yet
        QCOMPARE(m_desk->sql("SELECT concat_ws(' ', actor, action, after->>'operation') FROM integration.audit_entry"),
            u"sue replay %1"_s.arg(started.id));
        m_desk->relay.sending(claimed);
        letTimePass(m_desk->database); // the reply is lost
        m_desk->relay.recover();
        QCOMPARE(m_desk->counts(started.id), u"0 0 0 1 0"_s);
        letTimePass(m_desk->database);
        QVERIFY(m_desk->relay.claim().isEmpty()); // never by itself again
    }

    void rule04TheListIsFrozen()
    {
        const QList<qint64> ids = m_desk->failed(3);
        const Operation preview = m_desk->preview(ids);
        m_desk->failed(2); // later ones do not come in
        m_desk->startOf({ids.at(0)});
        m_desk->refuse(1, u"A"_s);
        m_desk->start(preview);
        QCOMPARE(m_desk->relay.claim().size(), 2);
        const Operation now = m_desk->now(preview.id);
        QCOMPARE(now.manifest, preview.manifest);
        QCOMPARE(now.total, 3);
        QCOMPARE(now.skipped, 1);
        QCOMPARE(waitFor(m_desk->sue.gateway.items(preview.id, 1)).value().at(0).outcome, u"changed since preview"_s);
    }

    void rule05PauseAndCancelActBetweenItems()
    {
        const Operation started = m_desk->startOf(m_desk->failed(3));
        const auto claimed = m_desk->relay.claim(1);
        m_desk->control(started.id, OperationControl::Pause);
        QVERIFY(m_desk->relay.claim().isEmpty());
        m_desk->control(started.id, OperationControl::Cancel);
        QCOMPARE(m_desk->counts(started.id), u"0 0 2 0 1"_s); // what has been sent is said
        m_desk->relay.finish({TryEnd::delivered(claimed.at(0))});
        QCOMPARE(m_desk->counts(started.id), u"1 0 2 0 0"_s);
    }

    void rule06ConfirmedMeansEvidence()
    {
        const Operation started = m_desk->startOf(m_desk->failed(2));
        const auto claimed = m_desk->relay.claim();
        m_desk->relay.sending(claimed);
        QCOMPARE(m_desk->now(started.id).underWay, 2); // dispatched is not confirmed
        QCOMPARE(m_desk->now(started.id).confirmed, 0);
        m_desk->relay.finish({TryEnd::delivered(claimed.at(0), u"SO-7"_s)});
        QCOMPARE(m_desk->now(started.id).confirmed, 1);
        QCOMPARE(m_desk->sql("SELECT outcome FROM integration.operation_item WHERE state = 'confirmed'"), u"SO-7"_s);
    }

    void rule07AnOrderGoesInOrderAndHoldsUpNoOther()
    {
        const qint64 first = submit(m_desk->database, u"order"_s, u"1"_s);
        m_desk->fail(m_desk->relay.claim());
        const QList<qint64> others = m_desk->failed(2);
        const Operation started = m_desk->startOf(QList<qint64>{first} + others);
        const auto claimed = m_desk->relay.claim();
        QCOMPARE(claimed.size(), 3);
        const qint64 second = submit(m_desk->database, u"order"_s, u"2"_s);
        m_desk->relay.finish(
            {TryEnd::delivered(claimed.at(1)), TryEnd::delivered(claimed.at(2)), TryEnd::refused(claimed.at(0))});
        QVERIFY(m_desk->relay.claim().isEmpty()); // the order's second waits for its first
        letTimePass(m_desk->database);
        QCOMPARE(m_desk->deliver(), 1);
        QCOMPARE(m_desk->counts(started.id), u"3 0 0 0 0"_s);
        QCOMPARE(m_desk->relay.claim().at(0).id, second);
    }

    void rule08AskingTwiceIsAskingOnce()
    {
        const QList<qint64> ids = m_desk->failed(2);
        const QUuid request = QUuid::createUuid();
        const auto one = waitFor(m_desk->sue.gateway.previewReplay(request, ids));
        const auto two = waitFor(m_desk->sue.gateway.previewReplay(request, ids));
        QCOMPARE(two.value(), one.value());
        m_desk->start(one.value());
        m_desk->relay.handOver();
        m_desk->start(one.value());
        QCOMPARE(m_desk->relay.handOver(), 0);
        QCOMPARE(m_desk->sql("SELECT count(*) FROM integration.audit_entry"), u"2"_s);
    }

    void rule09OneEntryForEachItem()
    {
        const QList<qint64> ids = m_desk->failed(5);
        const Operation preview = m_desk->preview(ids);
        QCOMPARE(m_desk->sql("SELECT count(*) FROM integration.audit_entry"), u"0"_s);
        m_desk->start(preview, {.reason = {}, .ramp = {40, 100}});
        QCOMPARE(m_desk->deliver(), 2);
        QCOMPARE(m_desk->sql("SELECT count(*) FROM integration.audit_entry"), u"2"_s);
        QCOMPARE(m_desk->deliver(), 3);
        QCOMPARE(
            m_desk->sql("SELECT count(*) || ' ' || count(DISTINCT object_id) FROM integration.audit_entry"), u"5 5"_s);
        QCOMPARE(m_desk->sql("SELECT integration.audit_broken_at()"), QString());
    }

    void rule10TheSameErrorStopsADifferentOneDoesNot()
    {
        const Operation different = m_desk->startOf(m_desk->failed(6), {.reason = {}, .ramp = {100}});
        for (const QString& code : {u"A"_s, u"B"_s, u"C"_s, u"D"_s})
            m_desk->refuse(1, code);
        QCOMPARE(m_desk->now(different.id).state, OperationState::Running);
        m_desk->control(different.id, OperationControl::Cancel);
        const Operation same = m_desk->startOf(m_desk->failed(6), {.reason = {}, .ramp = {100}});
        m_desk->refuse(3, u"A"_s);
        QCOMPARE(m_desk->now(same.id).state, OperationState::Stopped);
    }

    void rule11FiveCountsAddUp()
    {
        const Operation started = m_desk->startOf(m_desk->failed(30), {.reason = {}, .stopShare = 100});
        while (!m_desk->now(started.id).isOver()) {
            QVERIFY(m_desk->counts(started.id).contains(u' '));
            const auto claimed = m_desk->relay.claim(3);
            QVERIFY(!claimed.isEmpty());
            m_desk->relay.sending(claimed);
            m_desk->relay.finish({TryEnd::delivered(claimed.at(0))});
            QVERIFY(m_desk->counts(started.id).contains(u' '));
            if (claimed.size() > 1)
                m_desk->relay.finish({TryEnd::rejected(claimed.at(1))});
            QVERIFY(m_desk->counts(started.id).contains(u' '));
            if (claimed.size() > 2)
                m_desk->relay.finish({TryEnd::timedOut(claimed.at(2))});
        }
        QVERIFY(m_desk->counts(started.id).endsWith(u" 0"_s));
    }

    void rule12OneRuleAnswersWhoMay_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("effectClass");
        QTest::addColumn<QString>("why");
        const QString support = u"that takes the role signalbox_support"_s;
        const QString finance
            = u"this flow moves money or makes legal documents: that takes the role signalbox_finance"_s;
        QTest::newRow("support") << u"support"_s << u"create"_s << QString();
        QTest::newRow("support, money") << u"support"_s << u"money"_s << finance;
        QTest::newRow("support, legal") << u"support"_s << u"legal"_s << finance;
        QTest::newRow("finance") << u"finance"_s << u"create"_s << QString();
        QTest::newRow("finance, money") << u"finance"_s << u"money"_s << QString();
        QTest::newRow("viewer") << u"viewer"_s << u"create"_s << support;
        QTest::newRow("manager") << u"manager"_s << u"upsert"_s << support;
        QTest::newRow("admin") << u"admin"_s << u"legal"_s << QString();
    }
    void rule12OneRuleAnswersWhoMay()
    {
        QFETCH(const QString, role);
        QFETCH(const QString, effectClass);
        QFETCH(const QString, why);
        putErp(m_desk->database, {{u"idempotent"_s, true}}, {{u"effect_class"_s, effectClass}});
        const QList<qint64> ids = m_desk->failed(1);
        const QByteArray name = QByteArray("who_") + role.toUtf8(); // roles belong to the server, not to this database
        const QByteArray group = QByteArray("signalbox_") + role.toUtf8();
        Person who = m_desk->person(name.constData(), group.constData());
        QCOMPARE(who.one(1).mayNotReplay, why); // the button
        const auto plan = waitFor(who.gateway.previewReplay(QUuid::createUuid(), ids)); // the plan
        VERIFY_OUTCOME(plan);
        const bool may = why.isEmpty();
        QCOMPARE(
            plan.value().plan, (std::map<ReplayClass, qint64>{{may ? ReplayClass::Safe : ReplayClass::NotAllowed, 1}}));
        const auto started = waitFor(who.gateway.start(plan.value(), {u"x"_s, {ReplayClass::Safe}}));
        VERIFY_OUTCOME(started); // the database
        QCOMPARE(m_desk->relay.claim().size(), may ? 1 : 0);
        const auto items = waitFor(who.gateway.items(started.value().id, 1));
        QCOMPARE(items.value().at(0).outcome, may ? QString() : u"not allowed"_s);
    }

    void rule12ARightTakenAwayCountsAtTheStart()
    {
        const QList<qint64> ids = m_desk->failed(2);
        Person tom = m_desk->person("tom_for_a_while", "signalbox_support");
        m_desk->database.run(u"GRANT signalbox_viewer TO tom_for_a_while"_s);
        const auto plan = waitFor(tom.gateway.previewReplay(QUuid::createUuid(), ids));
        VERIFY_OUTCOME(plan);
        m_desk->database.run(u"REVOKE signalbox_support FROM tom_for_a_while"_s);
        const auto started = waitFor(tom.gateway.start(plan.value(), {u"x"_s, {ReplayClass::Safe}}));
        VERIFY_OUTCOME(started);
        QCOMPARE(started.value().state, OperationState::Settled);
        QCOMPARE(started.value().skipped, 2);
    }

private:
    TestServer m_server;
    std::unique_ptr<ReplayDesk> m_desk;
};

SIGNALBOX_TEST(TestOperationRules)
#include "tst_operationrules.moc"
