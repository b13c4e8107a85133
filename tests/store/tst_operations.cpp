// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {

const QList<ReplayClass> usual{ReplayClass::Safe, ReplayClass::Verify};

} // namespace

/// The rules of operations, from preview to the last item's end.
class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_runner = std::make_unique<QueryRunner>(m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}));
        m_gateway = std::make_unique<PgOperationGateway>(*m_runner);
        putErp(*m_database);
    }

    void aPreviewChangesNothing()
    {
        const QList<qint64> ids = failed(3);
        const QString before = fingerprintOfState();
        const Operation preview = previewOf(ids);
        QCOMPARE(preview.state, OperationState::Previewed);
        QCOMPARE(preview.total, 3);
        QCOMPARE(preview.notStarted, 3);
        QCOMPARE(preview.plan, (std::map<ReplayClass, qint64>{{ReplayClass::Safe, 3}}));
        QCOMPARE(preview.manifest.size(), 32);
        QCOMPARE(fingerprintOfState(), before);
        QCOMPARE(entries(), 0);
        const auto listed = waitFor(m_gateway->operations(10));
        VERIFY_OUTCOME(listed);
        QVERIFY(listed.value().isEmpty()); // nobody started it
        QVERIFY(m_relay->claim().isEmpty());
    }

    void theClassesOfAPlan_data()
    {
        QTest::addColumn<bool>("idempotent");
        QTest::addColumn<bool>("lookup");
        QTest::addColumn<QString>("effectClass");
        QTest::addColumn<QString>("how");
        QTest::addColumn<ReplayClass>("expected");
        using R = ReplayClass;
        QTest::newRow("nothing reached it") << false << false << u"create"_s << u"auth not_applied"_s << R::Safe;
        QTest::newRow("unknown") << false << false << u"create"_s << u"transient unknown"_s << R::ByHand;
        QTest::newRow("unknown, lookup") << false << true << u"create"_s << u"transient unknown"_s << R::Verify;
        QTest::newRow("unknown, keyed") << true << false << u"create"_s << u"transient unknown"_s << R::Safe;
        QTest::newRow("data") << false << true << u"create"_s << u"data not_applied"_s << R::WillFail;
        QTest::newRow("business rule") << true << true << u"create"_s << u"business_rule not_applied"_s << R::WillFail;
        QTest::newRow("contract") << false << false << u"upsert"_s << u"contract not_applied"_s << R::WillFail;
        QTest::newRow("unclassified") << false << true << u"create"_s << u"unclassified not_applied"_s << R::Verify;
        QTest::newRow("money") << false << true << u"money"_s << u"auth not_applied"_s << R::Verify;
        QTest::newRow("money, no lookup") << false << false << u"money"_s << u"auth not_applied"_s << R::ByHand;
        QTest::newRow("money, keyed") << true << false << u"money"_s << u"auth not_applied"_s << R::Safe;
    }

    void theClassesOfAPlan()
    {
        QFETCH(bool, idempotent);
        QFETCH(bool, lookup);
        QFETCH(QString, effectClass);
        QFETCH(QString, how);
        QFETCH(ReplayClass, expected);
        putErp(*m_database, {{u"idempotent"_s, idempotent}}, {{u"lookup"_s, lookup}, {u"effect_class"_s, effectClass}});
        const qint64 id = submit(*m_database, u"k"_s, u"1"_s);
        const auto claimed = m_relay->claim();
        m_relay->sending(claimed);
        m_relay->finish({TryEnd::failed(claimed.at(0), how.section(u' ', 0, 0), how.section(u' ', 1), u"never"_s)});
        QueryRunner owner(m_database->settings());
        const auto plan = waitFor(PgOperationGateway(owner).previewReplay(QUuid::createUuid(), {id}));
        VERIFY_OUTCOME(plan);
        QCOMPARE(plan.value().plan, (std::map<ReplayClass, qint64>{{expected, 1}}));
        QCOMPARE(
            m_database->value(
                u"SELECT count(*) FROM integration.exception_row r JOIN integration.operation_item i ON i.transaction_id = r.transaction_id WHERE i.class = r.replay_class"_s),
            u"1"_s);
    }

    void askingTwiceIsAskingOnce()
    {
        const QList<qint64> ids = failed(2);
        const QUuid request = QUuid::createUuid();
        const Operation first = previewOf(ids, request);
        failed(1, u"later"_s);
        QCOMPARE(previewOf(ids, request), first);
        const auto started = waitFor(m_gateway->start(first, {u"try again"_s, usual}));
        VERIFY_OUTCOME(started);
        QCOMPARE(started.value().state, OperationState::Running);
        const auto again = waitFor(m_gateway->start(first, {u"try again"_s, usual})); // its answer was lost, say
        VERIFY_OUTCOME(again);
        QCOMPARE(again.value(), started.value());
        m_relay->handOver();
        QCOMPARE(entries(), 2);
        QueryRunner other(m_server.as(m_database->settings(), u"fin"_s, {u"signalbox_finance"_s}));
        const auto stolen = waitFor(PgOperationGateway(other).previewReplay(request, ids));
        QVERIFY(!stolen);
        QCOMPARE(stolen.error().kind, Failure::Permission);
    }

    void aPlanThatNobodyStartsIsForgotten()
    {
        const QList<qint64> ids = failed(2);
        const Operation started = previewOf(ids);
        const auto running = waitFor(m_gateway->start(started, {u"x"_s, usual}));
        VERIFY_OUTCOME(running);
        previewOf(ids);
        m_database->run(u"UPDATE integration.operation SET created_at = now() - interval '25 hours'"_s);
        const Operation fresh = previewOf(ids);
        m_relay->database().run(u"SELECT integration.forget_previews()"_s);
        QCOMPARE(m_database->value(u"SELECT string_agg(id::text, ' ' ORDER BY id) FROM integration.operation"_s),
            QString(QString::number(started.id) + u' ' + QString::number(fresh.id)));
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.operation_item"_s), u"4"_s);
    }

    void aPlanIsStartedAsItWasSeen()
    {
        Operation preview = previewOf(failed(1));
        Operation altered = preview;
        altered.manifest[0] = static_cast<char>(altered.manifest.at(0) ^ 1);
        QCOMPARE(waitFor(m_gateway->start(altered, {u"x"_s, usual})).error().kind, Failure::Invalid);
        QCOMPARE(waitFor(m_gateway->start(preview, {u"  "_s, usual})).error().kind, Failure::Invalid);
        QCOMPARE(waitFor(m_gateway->start(preview, {u"x"_s, {ReplayClass::Done}})).error().kind, Failure::Invalid);
        QueryRunner other(m_server.as(m_database->settings(), u"fin"_s, {u"signalbox_finance"_s}));
        PgOperationGateway foreign(other);
        QCOMPARE(waitFor(foreign.start(preview, {u"x"_s, usual})).error().kind, Failure::Permission);
        QCOMPARE(waitFor(foreign.control(preview.id, OperationControl::Cancel)).error().kind, Failure::Permission);
        QCOMPARE(waitFor(m_gateway->operation(999)).error().kind, Failure::NotFound);
        QCOMPARE(entries(), 0);
    }

    void whatHasChangedSinceIsSkipped()
    {
        const QList<qint64> ids = failed(4);
        const Operation preview = previewOf(ids);
        // one is resolved by somebody, one is replayed by somebody else and has failed again
        m_database->run(
            u"SELECT integration.change_exceptions('resolve', ARRAY[1], ARRAY[1], '{\"resolution\": \"not_needed\", \"reason\": \"x\"}')"_s);
        VERIFY_OUTCOME(waitFor(m_gateway->start(previewOf({ids.at(1)}), {u"first"_s, usual})));
        m_relay->finish({TryEnd::failed(m_relay->claim().at(0), u"auth"_s, u"not_applied"_s, u"never"_s)});

        const auto started = waitFor(m_gateway->start(preview, {u"second"_s, usual}));
        VERIFY_OUTCOME(started);
        QCOMPARE(started.value().notStarted, 4);
        m_relay->handOver();
        QCOMPARE(now(preview.id).skipped, 2);
        QCOMPARE(now(preview.id).underWay, 2);
        const auto items = waitFor(m_gateway->items(preview.id, 10));
        VERIFY_OUTCOME(items);
        QCOMPARE(items.value().size(), 4);
        for (int i : {0, 1}) { // those that did not go well first
            QCOMPARE(items.value().at(i).transactionId, ids.at(i));
            QCOMPARE(items.value().at(i).state, ItemState::Skipped);
            QCOMPARE(items.value().at(i).outcome, u"changed since preview"_s);
        }
        QCOMPARE(m_relay->claim().size(), 2);
    }

    void onlyWhatWasChosenIsSent()
    {
        const QList<qint64> safe = failed(2);
        const QList<qint64> hopeless = failed(2, u"bad"_s, true);
        const Operation preview = previewOf(safe + hopeless);
        QCOMPARE(preview.plan, (std::map<ReplayClass, qint64>{{ReplayClass::Safe, 2}, {ReplayClass::WillFail, 2}}));
        const auto started = waitFor(m_gateway->start(preview, {u"x"_s, {ReplayClass::WillFail}}));
        VERIFY_OUTCOME(started);
        QCOMPARE(started.value().skipped, 2);
        QCOMPARE(waitFor(m_gateway->items(preview.id, 1)).value().at(0).outcome, u"left out"_s);
        QCOMPARE(m_relay->claim().size(), 2);
        const auto all = waitFor(m_gateway->start(previewOf(safe), {u"x"_s, usual}));
        VERIFY_OUTCOME(all);
        m_relay->handOver();
        QCOMPARE(now(all.value().id).underWay, 2);
    }

    void nothingToSendIsSettledAtOnce()
    {
        const Operation preview = previewOf(failed(2, u"bad"_s, true));
        const auto started = waitFor(m_gateway->start(preview, {u"x"_s, usual}));
        VERIFY_OUTCOME(started);
        QCOMPARE(started.value().state, OperationState::Settled);
        QCOMPARE(started.value().skipped, 2);
        QCOMPARE(entries(), 0);
    }

    void everyItemComesToItsEnd()
    {
        const QList<qint64> ids = failed(4);
        const Operation running = startOf(ids);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE state = 'replaying'"_s), u"4"_s);
        const auto claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 4);
        QCOMPARE(claimed.at(0).number, 2);
        QCOMPARE(claimed.at(0).idempotencyKey, u"m1/1"_s); // the same key
        m_relay->sending(claimed);
        QCOMPARE(countsOf(running.id), u"0 0 0 0 4"_s);
        m_relay->finish({TryEnd::delivered(claimed.at(0), u"SO-1"_s)});
        QCOMPARE(countsOf(running.id), u"1 0 0 0 3"_s);
        m_relay->finish({TryEnd::rejected(claimed.at(1), u"E9"_s), TryEnd::found(claimed.at(3), u"SO-4"_s)});
        QCOMPARE(countsOf(running.id), u"2 1 0 0 1"_s);
        m_relay->finish({TryEnd::timedOut(claimed.at(2))});
        QCOMPARE(countsOf(running.id), u"2 1 0 1 0"_s);
        const auto operation = waitFor(m_gateway->operation(running.id));
        QCOMPARE(operation.value().state, OperationState::Settled);
        QVERIFY(operation.value().finishedAt.isValid());
        const auto items = waitFor(m_gateway->items(running.id, 10)).value();
        QCOMPARE(items.at(0).state, ItemState::InDoubt);
        QCOMPARE(items.at(1).outcome, u"it said E9"_s);
        QCOMPARE(items.at(2).outcome, u"SO-1"_s);
        QCOMPARE(
            m_database->value(
                u"SELECT string_agg(state || ' ' || occurrences || COALESCE(' ' || resolution, ''), ', ' ORDER BY id) FROM integration.exception"_s),
            u"resolved 1 replayed, open 2, open 2, resolved 1 duplicate"_s);
        QCOMPARE(waitFor(m_gateway->operations(10)).value(), QList<Operation>{operation.value()});
        QCOMPARE(entries(), 4);
    }

    void pauseHoldsBackBetweenItems()
    {
        const Operation running = startOf(failed(3));
        auto claimed = m_relay->claim(1);
        control(running.id, OperationControl::Pause, OperationState::Paused);
        control(running.id, OperationControl::Pause, OperationState::Paused);
        QVERIFY(m_relay->claim().isEmpty());
        const qint64 other = submit(*m_database, u"other"_s, u"1"_s);
        QCOMPARE(m_relay->claim().at(0).id, other); // what is none of it goes on
        QCOMPARE(m_relay->finish({TryEnd::delivered(claimed.at(0))}).size(), 1); // what was begun ends
        QCOMPARE(countsOf(running.id), u"1 0 0 0 2"_s);
        control(running.id, OperationControl::Resume, OperationState::Running);
        claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 2);
        m_relay->finish({TryEnd::delivered(claimed.at(0)), TryEnd::delivered(claimed.at(1))});
        QCOMPARE(waitFor(m_gateway->operation(running.id)).value().state, OperationState::Settled);
        control(running.id, OperationControl::Cancel, OperationState::Settled);
        QCOMPARE(
            m_database->value(
                u"SELECT string_agg(action, ' ' ORDER BY seq) FROM integration.audit_entry WHERE object_kind = 'operation'"_s),
            u"pause resume"_s);
    }

    void cancelTakesBackWhatWasNotSent_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("status");
        QTest::newRow("delivered") << u"delivered"_s << u"1 0 2 0 0"_s << u"delivered"_s;
        QTest::newRow("rejected") << u"rejected"_s << u"0 1 2 0 0"_s << u"failed"_s;
        QTest::newRow("would be tried again") << u"refused"_s << u"0 0 3 0 0"_s << u"failed"_s;
        QTest::newRow("given back") << u"released"_s << u"0 0 3 0 0"_s << u"failed"_s;
        QTest::newRow("lost unsent") << u"lost"_s << u"0 0 3 0 0"_s << u"failed"_s;
        QTest::newRow("lost after sending") << u"lost sent"_s << u"0 0 2 1 0"_s << u"in_doubt"_s;
    }

    void cancelTakesBackWhatWasNotSent()
    {
        QFETCH(QString, how);
        QFETCH(QString, counts);
        QFETCH(QString, status);
        const Operation running = startOf(failed(3));
        const auto claimed = m_relay->claim(1);
        control(running.id, OperationControl::Cancel, OperationState::Cancelled);
        QCOMPARE(countsOf(running.id), u"0 0 2 0 1"_s); // one is under way
        QVERIFY(m_relay->claim().isEmpty());
        if (how == u"delivered"_s)
            m_relay->finish({TryEnd::delivered(claimed.at(0))});
        else if (how == u"rejected"_s)
            m_relay->finish({TryEnd::rejected(claimed.at(0))});
        else if (how == u"refused"_s)
            m_relay->finish({TryEnd::refused(claimed.at(0))});
        else if (how == u"released"_s)
            m_relay->finish({TryEnd::released(claimed.at(0))});
        else {
            if (how == u"lost sent"_s)
                m_relay->sending(claimed);
            letTimePass(*m_database);
            QCOMPARE(m_relay->recover(), 1);
        }
        QCOMPARE(countsOf(running.id), counts);
        QCOMPARE(m_database->value(u"SELECT status FROM integration.transaction WHERE id = %1"_s.arg(claimed.at(0).id)),
            status);
        letTimePass(*m_database);
        QVERIFY(m_relay->claim().isEmpty());
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.exception WHERE state = 'replaying'"_s), u"0"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.transaction WHERE operation_id IS NOT NULL"_s),
            u"0"_s);
        if (status != u"delivered"_s) { // and can be replayed again
            putErp(*m_database, {}, {{u"lookup"_s, true}});
            const auto again = waitFor(m_gateway->start(previewOf({claimed.at(0).id}),
                {u"x"_s, {ReplayClass::Safe, ReplayClass::Verify, ReplayClass::WillFail}}));
            VERIFY_OUTCOME(again);
            m_relay->handOver();
            QCOMPARE(now(again.value().id).underWay, 1);
        }
    }

    void anIntentIsOnRecordBeforeAnythingIsSent()
    {
        const Operation running = startOf(failed(1));
        QCOMPARE(
            m_database
                ->rows(
                    u"SELECT actor, action, object_kind, reason, before->>'status', after->>'status', after->>'operation' FROM integration.audit_entry"_s)
                .value(0),
            (QStringList{u"sue"_s, u"replay"_s, u"transaction"_s, u"again"_s, u"failed"_s, u"pending"_s,
                QString::number(running.id)}));
        const auto claimed = m_relay->claim();
        m_relay->sending(claimed);
        letTimePass(*m_database); // the relay dies: that is a doubt, not a failure, and nobody sends it again
        m_relay->recover();
        QCOMPARE(countsOf(running.id), u"0 0 0 1 0"_s);
        letTimePass(*m_database);
        QVERIFY(m_relay->claim().isEmpty());
        QCOMPARE(m_relay->recover(), 0);
    }

private:
    /// That many messages which nothing has reached the target of, or which it does not want.
    QList<qint64> failed(int count, const QString& prefix = u"m"_s, bool hopeless = false)
    {
        QList<qint64> ids;
        for (int i = 1; i <= count; ++i)
            ids.append(submit(*m_database, prefix + QString::number(i), u"1"_s));
        QList<TryEnd> ends;
        for (const Claimed& claimed : m_relay->claim())
            ends.append(hopeless ? TryEnd::rejected(claimed)
                                 : TryEnd::failed(claimed, u"auth"_s, u"not_applied"_s, u"never"_s));
        m_relay->finish(ends);
        return ids;
    }

    Operation previewOf(const QList<qint64>& ids, const QUuid& request = QUuid::createUuid())
    {
        const auto preview = waitFor(m_gateway->previewReplay(request, ids));
        if (!preview)
            qFatal("%s", qPrintable(preview.error().text));
        return preview.value();
    }

    Operation startOf(const QList<qint64>& ids)
    {
        const auto started = waitFor(m_gateway->start(previewOf(ids), {u"again"_s, usual}));
        if (!started)
            qFatal("%s", qPrintable(started.error().text));
        m_relay->handOver();
        return now(started.value().id);
    }

    Operation now(qint64 id) { return waitFor(m_gateway->operation(id)).value(); }

    void control(qint64 id, OperationControl action, OperationState expected)
    {
        const auto operation = waitFor(m_gateway->control(id, action));
        VERIFY_OUTCOME(operation);
        QCOMPARE(operation.value().state, expected);
    }

    /// Confirmed, failed, skipped, in doubt, not started: in all the total.
    QString countsOf(qint64 id)
    {
        const Operation o = waitFor(m_gateway->operation(id)).value();
        if (o.confirmed + o.failed + o.skipped + o.inDoubt + o.notStarted != o.total)
            return u"they do not add up"_s;
        return u"%1 %2 %3 %4 %5"_s.arg(o.confirmed).arg(o.failed).arg(o.skipped).arg(o.inDoubt).arg(o.notStarted);
    }

    QString fingerprintOfState()
    {
        return m_database->value(
            u"SELECT md5((SELECT string_agg(t::text, ' ' ORDER BY id) FROM integration.transaction t) || (SELECT string_agg(x::text, ' ' ORDER BY id) FROM integration.exception x))"_s);
    }

    int entries() { return m_database->value(u"SELECT count(*) FROM integration.audit_entry"_s).toInt(); }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<QueryRunner> m_runner;
    std::unique_ptr<PgOperationGateway> m_gateway;
};

SIGNALBOX_TEST(TestOperations)
#include "tst_operations.moc"
