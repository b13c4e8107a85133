// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Steps that are late while nothing has failed, against a real database.
class TestOverdue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
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
        QVERIFY(waitFor(m_sue->source.transactions({}, 10)).value().isEmpty()); // nothing to send again
        VERIFY_OUTCOME(waitFor(m_sue->source.detail(late.id)));
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

private:
    int watch() { return m_relay->database().value(u"SELECT integration.watch_overdue()"_s).toInt(); }

    Exception exceptionOf(const QString& step)
    {
        for (const qint64 id : m_sue->listed({})) {
            const Exception exception = m_sue->one(id);
            if (exception.step == step)
                return exception;
        }
        return {};
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<Person> m_sue;
    QDateTime m_captured;
};

SIGNALBOX_TEST(TestOverdue)
#include "tst_overdue.moc"
