// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/operationtexts.h"
#include "models/store/pqxxcompat.h"
#include "tests/store/replaydesk.h"
#include "tests/support/testprogram.h"

using namespace Qt::StringLiterals;

/// How a replay is carried out: stages, the stop rule, the rate, the time, the order, what its targets turn out to
/// have.
class TestReplayPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }
    void init() { m_desk = std::make_unique<ReplayDesk>(m_server); }

    void stagesOfARamp_data()
    {
        QTest::addColumn<int>("messages");
        QTest::addColumn<QList<int>>("ramp");
        QTest::addColumn<QList<int>>("sizes");
        QTest::newRow("a few go at once") << 19 << QList<int>{} << QList<int>{19};
        QTest::newRow("the usual ramp") << 40 << QList<int>{} << QList<int>{1, 1, 8, 30};
        QTest::newRow("a few, but asked for") << 4 << QList<int>{1, 50, 100} << QList<int>{1, 1, 2};
        QTest::newRow("all at once") << 40 << QList<int>{100} << QList<int>{40};
        QTest::newRow("each stage sends something") << 3 << QList<int>{1, 2, 3, 100} << QList<int>{1, 1, 1};
        QTest::newRow("one message") << 1 << QList<int>{1, 5, 25, 100} << QList<int>{1};
    }
    void stagesOfARamp()
    {
        QFETCH(const int, messages);
        QFETCH(const QList<int>, ramp);
        QFETCH(const QList<int>, sizes);
        const Operation started = m_desk->startOf(m_desk->failed(messages), {.reason = {}, .ramp = ramp});
        QList<int> seen;
        while (const int sent = m_desk->deliver())
            seen.append(sent);
        QCOMPARE(seen, sizes);
        const Operation done = m_desk->now(started.id);
        QCOMPARE(done.state, OperationState::Settled);
        QCOMPARE(done.confirmed, messages);
        QList<int> stages;
        for (const OperationStage& stage : done.stages) {
            QCOMPARE(stage.confirmed, stage.size);
            stages.append(int(stage.size));
        }
        QCOMPARE(stages, sizes);
    }

    void aStageWaitsForTheEndOfTheOneBefore()
    {
        const Operation started = m_desk->startOf(m_desk->failed(10), {.reason = {}, .ramp = {20, 100}});
        const auto claimed = m_desk->relay.claim();
        QCOMPARE(claimed.size(), 2);
        m_desk->relay.finish({TryEnd::delivered(claimed.at(0)), TryEnd::refused(claimed.at(1))});
        QVERIFY(m_desk->relay.claim().isEmpty()); // the second is tried again later
        letTimePass(m_desk->database);
        const auto again = m_desk->relay.claim();
        QCOMPARE(again.size(), 1);
        m_desk->relay.finish({TryEnd::delivered(again.at(0))});
        QCOMPARE(m_desk->relay.claim().size(), 8);
        QCOMPARE(m_desk->now(started.id).stages.size(), 2);
    }

    void whatHasChangedDoesNotCountAsCanary()
    {
        const QList<qint64> ids = m_desk->failed(10);
        const Operation preview = m_desk->preview(ids);
        m_desk->database.run(
            u"UPDATE integration.transaction SET version = version + 1 WHERE id = %1"_s.arg(ids.at(0)));
        m_desk->start(preview, {.reason = {}, .ramp = {10, 100}});
        const auto claimed = m_desk->relay.claim();
        QCOMPARE(claimed.size(), 1);
        QCOMPARE(claimed.at(0).id, ids.at(1));
        QCOMPARE(m_desk->now(preview.id).skipped, 1);
    }

    void badOptionsAreRefused_data()
    {
        QTest::addColumn<QString>("options");
        for (const char* options : {R"({"ramp": [5, 1, 100]})", R"({"ramp": [1, 50]})", R"({"ramp": [0, 100]})",
                 R"({"ramp": [50, 50, 100]})", R"({"ramp": [101]})", R"({"rate": 0})", R"({"rate": -1})",
                 R"({"stopShare": 101})", R"({"stopShare": -1})", R"({"fast": true})"})
            QTest::newRow(options) << QString::fromLatin1(options);
    }
    void badOptionsAreRefused()
    {
        QFETCH(const QString, options);
        const QList<qint64> ids = m_desk->failed(2);
        m_desk->database.value(u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY[%1])"_s.arg(ids.at(0)));
        QCOMPARE(
            m_desk->database.refusal(
                u"SELECT integration.start_operation(id, manifest, 'x', '{safe}', '%1') FROM integration.operation"_s
                    .arg(options)),
            u"22023"_s);
        QCOMPARE(m_desk->sql("SELECT state FROM integration.operation"), u"previewed"_s);
    }

    void theStopRule_data()
    {
        QTest::addColumn<QString>("ends"); // + is taken, a letter is an error
        QTest::addColumn<int>("share");
        QTest::addColumn<bool>("stops");
        QTest::newRow("three of the same") << u"+AAA"_s << 20 << true;
        QTest::newRow("two are too few") << u"AA"_s << 20 << false;
        QTest::newRow("three different ones") << u"ABC"_s << 20 << false;
        QTest::newRow("six different ones, none more than twice") << u"ABCABC"_s << 20 << false;
        QTest::newRow("the same among others") << u"ABACADA"_s << 20 << true;
        QTest::newRow("a fifth is not more than a fifth") << u"++++++++++++AAA"_s << 20 << false;
        QTest::newRow("one more is") << u"++++++++++++AAAA"_s << 20 << true;
        QTest::newRow("a higher share") << u"++AAA"_s << 60 << false;
        QTest::newRow("never") << u"AAAAAA"_s << 100 << false;
        QTest::newRow("at any") << u"++++++++++++++AAA"_s << 0 << true;
    }
    void theStopRule()
    {
        QFETCH(const QString, ends);
        QFETCH(const int, share);
        QFETCH(const bool, stops);
        const Operation started
            = m_desk->startOf(m_desk->failed(int(ends.size()) + 2), {.reason = {}, .ramp = {100}, .stopShare = share});
        QList<TryEnd> told;
        const auto claimed = m_desk->relay.claim(int(ends.size()));
        m_desk->relay.sending(claimed);
        for (qsizetype i = 0; i < ends.size(); ++i)
            told.append(
                ends.at(i) == u'+' ? TryEnd::delivered(claimed.at(i)) : TryEnd::rejected(claimed.at(i), ends.at(i)));
        m_desk->relay.finish(told);
        const Operation now = m_desk->now(started.id);
        QCOMPARE(now.state, stops ? OperationState::Stopped : OperationState::Running);
        QCOMPARE(now.stop.has_value(), stops);
        QCOMPARE(m_desk->relay.claim().size(), stops ? 0 : 2);
        if (!stops)
            return;
        QCOMPARE(now.stop->message, u"it said A"_s);
        QCOMPARE(now.stop->items, ends.count(u'A'));
        QCOMPARE(now.stop->ended, ends.size());
        QCOMPARE(OperationTexts::standing(now, QLocale::c()),
            u"Stopped: %1 of %2 ended with the same error: it said A"_s.arg(ends.count(u'A')).arg(ends.size()));
        QCOMPARE(m_desk->sql("SELECT string_agg(actor, ' ') FROM integration.audit_entry WHERE action = 'stop'"),
            u"signalbox"_s);
    }

    void stoppedOnesGoOnOrEnd()
    {
        const Operation started = m_desk->startOf(m_desk->failed(12), {.reason = {}, .ramp = {100}});
        m_desk->refuse(3, u"A"_s);
        QCOMPARE(m_desk->now(started.id).state, OperationState::Stopped);
        QCOMPARE(m_desk->control(started.id, OperationControl::Pause).state, OperationState::Stopped);
        QCOMPARE(m_desk->control(started.id, OperationControl::Resume).state, OperationState::Running);
        QVERIFY(!m_desk->now(started.id).stop);
        m_desk->refuse(2, u"A"_s); // counted anew
        QCOMPARE(m_desk->now(started.id).state, OperationState::Running);
        m_desk->refuse(1, u"A"_s);
        QCOMPARE(m_desk->now(started.id).state, OperationState::Stopped);
        QCOMPARE(m_desk->now(started.id).stop->ended, 3);
        QCOMPARE(m_desk->control(started.id, OperationControl::Cancel).state, OperationState::Cancelled);
        QCOMPARE(m_desk->counts(started.id), u"0 6 6 0 0"_s);
    }

    void aBadCanaryStopsTheRest()
    {
        const Operation started = m_desk->startOf(m_desk->failed(60), {.reason = {}, .ramp = {5, 100}});
        m_desk->refuse(100, u"A"_s);
        QCOMPARE(m_desk->now(started.id).state, OperationState::Stopped);
        QCOMPARE(m_desk->counts(started.id), u"0 3 0 0 57"_s);
        QVERIFY(m_desk->relay.claim().isEmpty());
        QCOMPARE(m_desk->sql("SELECT count(*) FROM integration.transaction WHERE operation_id IS NOT NULL"), u"0"_s);
    }

    void aRateIsKept()
    {
        const Operation started = m_desk->startOf(m_desk->failed(20), {.reason = {}, .ramp = {100}, .rate = 4});
        QCOMPARE(m_desk->relay.claim().size(), 1); // the first at once
        const auto seconds = [this](double passed) {
            m_desk->database.run(
                u"UPDATE integration.operation SET tokens = 0, filled_at = clock_timestamp() - make_interval(secs => %1)"_s
                    .arg(passed));
            return m_desk->relay.claim().size();
        };
        QCOMPARE(seconds(0.6), 2);
        QCOMPARE(seconds(1.1), 4);
        QCOMPARE(seconds(60), 4); // what was not used is not saved up for more than a second
        QCOMPARE(m_desk->now(started.id).underWay, 11);
    }

    void itStartsLater()
    {
        const Operation started = m_desk->startOf(
            m_desk->failed(2), {.reason = {}, .startAt = QDateTime::currentDateTimeUtc().addSecs(3600)});
        QCOMPARE(started.state, OperationState::Scheduled);
        QVERIFY(!started.startedAt.isValid());
        QVERIFY(m_desk->relay.claim().isEmpty());
        m_desk->database.run(u"UPDATE integration.operation SET start_at = now()"_s);
        QCOMPARE(m_desk->relay.claim().size(), 2);
        QCOMPARE(m_desk->now(started.id).state, OperationState::Running);
        QVERIFY(m_desk->now(started.id).startedAt.isValid());

        const Operation other = m_desk->startOf(
            m_desk->failed(2), {.reason = {}, .startAt = QDateTime::currentDateTimeUtc().addSecs(3600)});
        QCOMPARE(m_desk->control(other.id, OperationControl::Cancel).state, OperationState::Cancelled);
        QCOMPARE(m_desk->counts(other.id), u"0 0 2 0 0"_s);
    }

    void withoutARelayItSaysSo()
    {
        const Operation started = m_desk->startOf(m_desk->failed(2));
        QCOMPARE(started.state, OperationState::Running);
        QVERIFY(started.withoutRelay);
        QCOMPARE(OperationTexts::standing(started, QLocale::c()), u"Waits for a relay: none is running."_s);
        QCOMPARE(started.notStarted, 2);
        m_desk->relay.database().run(u"SELECT integration.relay_here('A')"_s);
        QVERIFY(!m_desk->now(started.id).withoutRelay);
        m_desk->database.run(u"UPDATE integration.relay_presence SET seen_at = now() - interval '1 minute'"_s);
        QVERIFY(m_desk->now(started.id).withoutRelay);
    }

    void messagesOfOneOrderGoOneAfterTheOther()
    {
        putErp(m_desk->database, {{u"code"_s, u"psp"_s}, {u"system"_s, u"psp"_s}},
            {{u"code"_s, u"psp.refund"_s}, {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, u"psp"_s}}}}});
        const qint64 capture = submit(m_desk->database, u"order"_s, u"capture"_s);
        const qint64 refund = submit(m_desk->database, u"order"_s, u"refund"_s, u"psp.refund"_s); // to another target
        m_desk->fail(m_desk->relay.claim());
        m_desk->fail(m_desk->relay.claim(10, u"psp"_s));
        const QList<qint64> others = m_desk->failed(3);
        const Operation started = m_desk->startOf(QList<qint64>{refund, capture} + others);
        const auto claimed = m_desk->relay.claim();
        QCOMPARE(claimed.size(), 4); // orders do not hold up one another
        QCOMPARE(claimed.at(0).id, capture);
        QVERIFY(m_desk->relay.claim(10, u"psp"_s).isEmpty());
        QCOMPARE(m_desk->now(started.id).underWay, 4);
        m_desk->relay.finish({TryEnd::delivered(claimed.at(0))});
        const auto second = m_desk->relay.claim(10, u"psp"_s);
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.at(0).id, refund);
    }

    void behindAFailureNothingWaitsForEver()
    {
        const qint64 first = submit(m_desk->database, u"order"_s, u"1"_s);
        const auto claimed = m_desk->relay.claim();
        const qint64 second = submit(m_desk->database, u"order"_s, u"2"_s);
        m_desk->fail(claimed);
        // the second has not failed: it waits behind the first. Both fail once more, and are replayed
        QCOMPARE(m_desk->startOf({first}).state, OperationState::Running);
        QCOMPARE(m_desk->deliver(), 1);
        m_desk->fail(m_desk->relay.claim());
        const qint64 third = submit(m_desk->database, u"order"_s, u"3"_s);
        m_desk->database.run(
            u"UPDATE integration.transaction SET status = 'failed', error_class = 'auth', error_effect = 'not_applied' WHERE id = %1"_s
                .arg(third));
        const Operation both = m_desk->startOf({second, third});
        m_desk->refuse(1, u"A"_s);
        m_desk->relay.handOver();
        const Operation ended = m_desk->now(both.id);
        QCOMPARE(ended.state, OperationState::Settled);
        QCOMPARE(m_desk->counts(both.id), u"0 1 1 0 0"_s);
        QCOMPARE(waitFor(m_desk->sue.gateway.items(both.id, 10)).value().at(1).outcome,
            u"an earlier message of the order has failed"_s);
    }

    void aConflictIsNotSentAndStaysOpen()
    {
        putErp(m_desk->database, {}, {{u"lookup"_s, true}, {u"effect_class"_s, u"money"_s}});
        m_desk->database.run(u"GRANT signalbox_finance TO sue"_s);
        const QList<qint64> ids = m_desk->failed(2);
        const Operation started = m_desk->startOf(ids);
        const auto claimed = m_desk->relay.claim();
        QVERIFY(claimed.at(0).verify);
        m_desk->relay.finish(
            {TryEnd::failed(claimed.at(0), u"duplicate"_s, u"unknown"_s, u"never"_s, u"conflict"_s).whileLooking(),
                TryEnd::found(claimed.at(1))});
        QCOMPARE(m_desk->counts(started.id), u"1 0 1 0 0"_s);
        QCOMPARE(m_desk->now(started.id).state, OperationState::Settled);
        const auto items = waitFor(m_desk->sue.gateway.items(started.id, 10)).value();
        QCOMPARE(items.at(0).state, ItemState::Conflict);
        QCOMPARE(items.at(0).outcome, u"it said conflict"_s);
        QCOMPARE(
            m_desk->sql("SELECT string_agg(state || ' ' || error_text, ', ' ORDER BY id) FROM integration.exception"),
            u"open it said conflict, resolved it said E0"_s);
        // asked again it is looked at again, never just sent
        QCOMPARE(m_desk->startOf({ids.at(0)}).plan, (std::map<ReplayClass, qint64>{{ReplayClass::Verify, 1}}));
        QVERIFY(m_desk->relay.claim().at(0).verify);
    }

    void aTargetThatCannotBeAskedIsWaitedFor()
    {
        putErp(m_desk->database, {}, {{u"lookup"_s, true}, {u"effect_class"_s, u"money"_s}, {u"max_attempts"_s, 2}});
        m_desk->database.run(u"GRANT signalbox_finance TO sue"_s);
        const Operation started = m_desk->startOf(m_desk->failed(1));
        for (int i = 0; i < 5; ++i) {
            const auto claimed = m_desk->relay.claim();
            QCOMPARE(claimed.size(), 1);
            QVERIFY(claimed.at(0).verify);
            m_desk->relay.finish({TryEnd::refused(claimed.at(0)).whileLooking()});
            QCOMPARE(m_desk->counts(started.id), u"0 0 0 0 1"_s);
            QCOMPARE(waitFor(m_desk->sue.gateway.items(started.id, 1)).value().at(0).outcome,
                u"held until the target can be asked"_s);
            letTimePass(m_desk->database);
        }
        QCOMPARE(m_desk->deliver(), 1);
        QCOMPARE(m_desk->counts(started.id), u"1 0 0 0 0"_s);
    }

    void severalRelaysShareTheHandingOver()
    {
        const QList<qint64> ids = m_desk->failed(60);
        const Operation one = m_desk->startOf(ids.first(30), {.reason = {}, .ramp = {100}});
        const Operation two = m_desk->startOf(ids.last(30), {.reason = {}, .ramp = {100}});
        QueryRunner other(m_desk->database.settings());
        const auto handed = other.writeNow([&](WriteScope& scope) { // another relay is at the first one
            exec(scope.tx, "SELECT pg_advisory_xact_lock(hashtextextended('signalbox release', $1::bigint))",
                {std::to_string(one.id)});
            return m_desk->relay.handOver();
        });
        VERIFY_OUTCOME(handed);
        QCOMPARE(handed.value(), 30); // the other operation does not wait for it
        QCOMPARE(m_desk->now(one.id).underWay, 0);
        QCOMPARE(m_desk->now(two.id).underWay, 30);
        QCOMPARE(m_desk->relay.handOver(), 30);
        QCOMPARE(m_desk->now(one.id).underWay, 30);
    }

private:
    TestServer m_server;
    std::unique_ptr<ReplayDesk> m_desk;
};

SIGNALBOX_TEST(TestReplayPlan)
#include "tst_replayplan.moc"
