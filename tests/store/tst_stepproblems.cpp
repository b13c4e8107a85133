// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/deliverystore.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Problems of steps that have no message of ours: late ones, and those that another system tells of.
class TestStepProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_runner.emplace(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}));
        m_sue = std::make_unique<Person>(m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}));
        m_captured = QDateTime::currentDateTimeUtc().addDays(-2);
        m_database->ingest(
            QList<TestEvent>{{u"1"_s, u"order_captured"_s, m_captured, {}, orderData(u"web"_s, u"9.90"_s, u"EUR"_s)}});
    }

    void aLateStepIsAnExceptionOfItsOwn()
    {
        QVERIFY(watch() > 0);
        QCOMPARE(watch(), 0); // once
        const Exception late = exceptionOf(u"validation"_s);
        QCOMPARE(late.kind, ExceptionKind::Overdue);
        QCOMPARE(late.orderNumber, u"1"_s);
        QCOMPARE(late.transactionId, 0);
        QVERIFY(!late.targetSystem.isEmpty());
        QCOMPARE(late.value, (std::optional<Money>({990, u"EUR"_s})));
        QVERIFY(late.stepDueAt < QDateTime::currentDateTimeUtc());
        QCOMPARE(late.replayClass, ReplayClass::NotFailed);
        QVERIFY(late.mayNotReplay.contains(u"no message"_s));
        QCOMPARE(m_sue->listed({.queue = ExceptionQueue::Overdue}).size(), m_sue->listed({}).size());
        QVERIFY(messagesOf(waitFor(m_sue->source.matching({}, 10)).value()).isEmpty()); // nothing to send again
        VERIFY_OUTCOME(waitFor(m_sue->source.detail(late.id)));
    }

    void aPageSaysWhetherARelayLooks()
    {
        m_database->run(u"DELETE FROM integration.relay_presence"_s);
        QVERIFY(!waitFor(m_sue->source.page({})).value().watched);
        m_database->run(u"INSERT INTO integration.relay_presence (relay) VALUES ('A')"_s);
        QVERIFY(waitFor(m_sue->source.page({})).value().watched);
    }

    void itClosesWhenTheEventComes()
    {
        watch();
        const Exception late = exceptionOf(u"validation"_s);
        m_database->ingest(QList<TestEvent>{{u"1"_s, u"validation"_s, m_captured.addSecs(60)}});
        const Exception closed = m_sue->one(late.id);
        QCOMPARE(closed.state, ExceptionState::Resolved);
        QCOMPARE(closed.resolvedBy, u"signalbox"_s);
        QCOMPARE(closed.reason, u"what was awaited came"_s);
        QVERIFY(!closed.evidence.isEmpty());
        QVERIFY(exceptionOf(u"validation"_s).id == 0);
    }

    void itClosesWhenTheOrderIsCancelled()
    {
        watch();
        const Exception late = exceptionOf(u"validation"_s);
        m_database->ingest(QList<TestEvent>{{u"1"_s, u"cancelled"_s, m_captured.addSecs(120)}});
        QCOMPARE(m_sue->one(late.id).state, ExceptionState::Resolved);
        QCOMPARE(m_sue->one(late.id).reason, u"the order does not need it any more"_s);
    }

    void anErrorTakesItsPlace()
    {
        watch();
        const Exception late = exceptionOf(u"validation"_s);
        putErp(*m_database, {}, {{u"step"_s, u"validation"_s}, {u"since"_s, u"2020-01-01"_s}});
        m_database->ingest(QList<TestEvent>{{u"1"_s, u"changed"_s, m_captured.addSecs(5)}}); // dispatches
        const auto claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 1);
        m_relay->finish({TryEnd::rejected(claimed.at(0))});
        QCOMPARE(m_sue->one(late.id).reason, u"there is an error now, with an exception of its own"_s);
        QCOMPARE(exceptionOf(u"validation"_s).kind, ExceptionKind::DeliveryFailure);
        QCOMPARE(watch(), 0);
    }

    void whatAPersonResolvedStaysResolved()
    {
        watch();
        const Exception late = exceptionOf(u"validation"_s);
        QCOMPARE(
            m_sue->change(
                     ExceptionAction::Resolve, {late.id}, {.resolution = Resolution::Compensated, .reason = u"x"_s})
                .constFirst()
                .why,
            u"there is no message to take back"_s);
        QVERIFY(m_sue->change(ExceptionAction::Resolve, {late.id}, {.reason = u"a test order"_s}).constFirst().done);
        QCOMPARE(watch(), 0);
    }

    void oldHistoryIsNoException()
    {
        m_database->ingest(QList<TestEvent>{
            {u"2"_s, u"order_captured"_s, utc(u"2018-03-05 10:00"_s), {}, orderData(u"web"_s, u"1.00"_s, u"EUR"_s)}});
        watch();
        for (const qint64 id : m_sue->listed({}))
            QCOMPARE(m_sue->one(id).orderNumber, u"1"_s);
    }

    void withoutATargetTheUsualTimeCounts()
    {
        m_database->run(u"UPDATE integration.milestone SET due_at = NULL"_s);
        QCOMPARE(watch(), 0); // nothing is known yet
        m_database->run(
            u"INSERT INTO integration.step_norm SELECT 'web', 'validation', h, 60, s, 50 FROM (VALUES (-1, 1e6), "
            "(integration.hour_of_week((SELECT eligible_at FROM integration.milestone WHERE step = 'validation')), 600)) n (h, s)"_s);
        QCOMPARE(watch(), 1);
        QCOMPARE(exceptionOf(u"validation"_s).stepDueAt.toSecsSinceEpoch(),
            m_database
                ->value(
                    u"SELECT floor(extract(epoch FROM eligible_at))::bigint + 600 FROM integration.milestone WHERE step = 'validation'"_s)
                .toLongLong());
    }

    void whatAnotherSystemTellsIsAnExceptionOfItsOwn()
    {
        tell(u"1"_s, 60, u"Credit limit of customer 4711 exceeded"_s);
        QCOMPARE(watchReported(), 1);
        QCOMPARE(watchReported(), 0); // once
        watch();
        const Exception failed = exceptionOf(u"validation"_s);
        QCOMPARE(failed.kind, ExceptionKind::Reported);
        QCOMPARE(failed.errorText, u"Credit limit of customer 4711 exceeded"_s);
        QCOMPARE(failed.transactionId, 0);
        QVERIFY(!failed.targetSystem.isEmpty());
        QCOMPARE(failed.value, (std::optional<Money>({990, u"EUR"_s})));
        QCOMPARE(failed.replayClass, ReplayClass::NotFailed);
        QVERIFY(failed.mayNotReplay.contains(u"no message"_s));
        VERIFY_OUTCOME(waitFor(m_sue->source.detail(failed.id)));
    }

    void likeFailuresAreOneGroup()
    {
        for (const QString& order : {u"2"_s, u"3"_s})
            m_database->ingest(QList<TestEvent>{
                {order, u"order_captured"_s, m_captured, {}, orderData(u"web"_s, u"5.00"_s, u"EUR"_s)}});
        tell(u"1"_s, 60, u"Credit limit of customer 4711 exceeded"_s);
        tell(u"2"_s, 60, u"Credit limit of customer 4712 exceeded"_s);
        tell(u"3"_s, 60, u"Unknown customer"_s);
        QCOMPARE(watchReported(), 3);
        QCOMPARE(
            m_database->value(u"SELECT count(DISTINCT group_id) FROM integration.exception WHERE kind = 'reported'"_s),
            u"2"_s);
    }

    void whatWasLateAndFailsIsOneException()
    {
        watch();
        const Exception late = exceptionOf(u"validation"_s);
        tell(u"1"_s, 60, u"no"_s);
        QCOMPARE(m_sue->one(late.id).reason, u"it failed: no longer awaited"_s);
        QCOMPARE(watchReported(), 1);
    }

    void itClosesWhenItIsDoneAfterAll()
    {
        tell(u"1"_s, 60, u"no"_s);
        watchReported();
        const Exception failed = exceptionOf(u"validation"_s);
        m_database->ingest(QList<TestEvent>{{u"1"_s, u"validation"_s, m_captured.addSecs(120)}});
        QCOMPARE(m_sue->one(failed.id).state, ExceptionState::Resolved);
        QCOMPARE(m_sue->one(failed.id).reason, u"it was done after all"_s);
        QCOMPARE(watchReported(), 0);
    }

    void onlyAnotherFailureOpensItAgain()
    {
        tell(u"1"_s, 60, u"no"_s);
        watchReported();
        const Exception failed = exceptionOf(u"validation"_s);
        QVERIFY(m_sue->change(ExceptionAction::Resolve, {failed.id}, {.reason = u"a test order"_s}).constFirst().done);
        QCOMPARE(watchReported(), 0);
        tell(u"1"_s, 90, u"no"_s);
        QCOMPARE(watchReported(), 1);
        QVERIFY(exceptionOf(u"validation"_s).id != failed.id);
    }

    void anUndoGivesWayToAnotherProblemOfTheStep()
    {
        tell(u"1"_s, 60, u"no"_s);
        watchReported();
        const Exception first = exceptionOf(u"validation"_s);
        m_sue->change(ExceptionAction::Resolve, {first.id}, {.reason = u"a test order"_s});
        tell(u"1"_s, 90, u"no"_s);
        QCOMPARE(watchReported(), 1);
        QCOMPARE(m_sue->change(ExceptionAction::Undo, {first.id}).constFirst().why,
            u"there is another problem of the same step"_s);
        // nor are two of them open at once because both were resolved
        const qint64 second = exceptionOf(u"validation"_s).id;
        m_sue->change(ExceptionAction::Resolve, {second}, {.reason = u"a test order"_s});
        QList<bool> done;
        for (const ActionResult& result : m_sue->change(ExceptionAction::Undo, {first.id, second}))
            done.append(result.done);
        QCOMPARE(done, (QList<bool>{false, true}));
    }

    void whatIsDoneMeanwhileIsNotOpenAfterAnUndo()
    {
        watch();
        const Exception late = exceptionOf(u"validation"_s);
        m_sue->change(ExceptionAction::Resolve, {late.id}, {.reason = u"a test order"_s});
        m_database->ingest(QList<TestEvent>{{u"1"_s, u"validation"_s, m_captured.addSecs(60)}});
        QVERIFY(m_sue->change(ExceptionAction::Undo, {late.id}).constFirst().done);
        QCOMPARE(m_sue->one(late.id).state, ExceptionState::Resolved);
        QCOMPARE(m_sue->one(late.id).reason, u"what was awaited came"_s);
    }

    void whatOurOwnMessagesTellIsNotReported()
    {
        putErp(*m_database, {}, {{u"step"_s, u"validation"_s}, {u"since"_s, u"2020-01-01"_s}});
        m_database->ingest(QList<TestEvent>{{u"1"_s, u"changed"_s, m_captured.addSecs(5)}}); // dispatches
        const auto claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 1);
        m_relay->finish({TryEnd::rejected(claimed.at(0))});
        QCOMPARE(watchReported(), 0);
        const Exception failed = exceptionOf(u"validation"_s);
        QVERIFY(m_sue->change(ExceptionAction::Resolve, {failed.id}, {.reason = u"a test order"_s}).constFirst().done);
        QCOMPARE(watchReported(), 0);
    }

private:
    /// Another system tells that the validation failed.
    void tell(const QString& order, int seconds, const QString& message)
    {
        m_database->ingest(QList<TestEvent>{
            {order, u"validation.failed"_s, m_captured.addSecs(seconds), {}, {{u"message"_s, message}}, u"/oms"_s}});
    }

    int watchReported() { return DeliveryStore(m_runner.value(), m_relay->name()).watchReported().value(); }

    int watch() { return m_relay->database().value(u"SELECT integration.watch_overdue()"_s).toInt(); }

    Exception exceptionOf(const QString& step)
    {
        for (const qint64 id : m_sue->listed({})) {
            Exception exception = m_sue->one(id);
            if (exception.step == step)
                return exception;
        }
        return {};
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::optional<QueryRunner> m_runner; // of the relay, for what the store does
    std::unique_ptr<Person> m_sue;
    QDateTime m_captured;
};

SIGNALBOX_TEST(TestStepProblems)
#include "tst_stepproblems.moc"
