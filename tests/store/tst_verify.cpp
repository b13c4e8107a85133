// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/replaydesk.h"
#include "tests/support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {

/// A message's state, the effect that is known of it and its error; its exception's kind and state.
constexpr auto standing
    = "SELECT concat_ws(' ', t.status, COALESCE(t.error_effect, '-'), t.error_code, '|', x.kind, x.state, x.occurrences) "
      "FROM integration.transaction t LEFT JOIN integration.exception x ON x.transaction_id = t.id";

} // namespace

/// Asking the targets whether they have messages, without ever sending one.
class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        m_desk = std::make_unique<ReplayDesk>(m_server);
        putErp(m_desk->database, {}, {{u"lookup"_s, true}, {u"max_attempts"_s, 3}});
    }

    void aQuestionNeverSends_data()
    {
        QTest::addColumn<bool>("doubt");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("after"); ///< as `standing` says
        QTest::addColumn<QString>("counts");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("in doubt, found") << true << u"found"_s << u"delivered - found | in_doubt resolved 1"_s
                                         << u"1 0 0 0 0"_s << u"the target had it already: DOC-1"_s;
        QTest::newRow("failed, found") << false << u"found"_s << u"delivered - found | delivery_failure resolved 1"_s
                                       << u"1 0 0 0 0"_s << u"the target had it already: DOC-1"_s;
        QTest::newRow("in doubt, not there")
            << true << u"absent"_s << u"failed not_applied timeout | delivery_failure open 1"_s << u"0 1 0 0 0"_s
            << u"the target does not have it"_s;
        QTest::newRow("failed, not there")
            << false << u"absent"_s << u"failed not_applied E0 | delivery_failure open 1"_s << u"0 1 0 0 0"_s
            << u"the target does not have it"_s;
        QTest::newRow("in doubt, something else")
            << true << u"conflict"_s << u"in_doubt unknown conflict | in_doubt open 2"_s << u"0 0 1 0 0"_s
            << u"it said conflict"_s;
        QTest::newRow("failed, something else")
            << false << u"conflict"_s << u"in_doubt unknown conflict | in_doubt open 2"_s << u"0 0 1 0 0"_s
            << u"it said conflict"_s;
        QTest::newRow("in doubt, unreachable") << true << u"down"_s << u"in_doubt unknown timeout | in_doubt open 1"_s
                                               << u"0 0 0 1 0"_s << u"it said refused"_s;
        QTest::newRow("failed, unreachable")
            << false << u"down"_s << u"failed not_applied E0 | delivery_failure open 1"_s << u"0 0 0 1 0"_s
            << u"it said refused"_s;
        QTest::newRow("in doubt, the relays die")
            << true << u"lost"_s << u"in_doubt unknown timeout | in_doubt open 1"_s << u"0 0 0 1 0"_s
            << u"the relay did not come back in time"_s;
        QTest::newRow("failed, the relays die")
            << false << u"lost"_s << u"failed not_applied E0 | delivery_failure open 1"_s << u"0 0 0 1 0"_s
            << u"the relay did not come back in time"_s;
    }

    void aQuestionNeverSends()
    {
        QFETCH(bool, doubt);
        QFETCH(QString, answer);
        QFETCH(QString, after);
        QFETCH(QString, counts);
        QFETCH(QString, outcome);
        const qint64 id = doubt ? inDoubt() : m_desk->failed(1).at(0);
        const QString keyed = m_desk->sql("SELECT keyed_at::text FROM integration.transaction");
        const Operation question = ask({id});
        int asked = 0;
        for (auto claimed = m_desk->relay.claim(); !claimed.isEmpty(); claimed = m_desk->relay.claim()) {
            ++asked;
            const Claimed& one = claimed.at(0);
            QVERIFY(one.verify && one.askOnly);
            QVERIFY(m_desk->relay.sending(claimed).isEmpty()); // whatever a relay thinks
            if (answer == u"found")
                m_desk->relay.finish({TryEnd::found(one)});
            else if (answer == u"absent")
                m_desk->relay.finish({TryEnd::absent(one)});
            else if (answer == u"conflict")
                m_desk->relay.finish({TryEnd::conflict(one)});
            else if (answer == u"down")
                m_desk->relay.finish({TryEnd::refused(one).whileLooking()});
            letTimePass(m_desk->database);
            m_desk->relay.recover();
            QVERIFY(asked < 10);
        }
        QCOMPARE(asked, answer == u"down" || answer == u"lost" ? 3 : 1); // it ends with the flow's limit
        QCOMPARE(m_desk->sql(standing), after);
        QCOMPARE(m_desk->counts(question.id), counts);
        QCOMPARE(m_desk->now(question.id).state, OperationState::Settled);
        QCOMPARE(m_desk->sql("SELECT outcome FROM integration.operation_item"), outcome);
        // every question is on record, and none as a try to send
        QCOMPARE(
            m_desk->sql("SELECT count(*) FROM integration.attempt WHERE action = 'lookup'"), QString::number(asked));
        QCOMPARE(m_desk->sql("SELECT count(*) FROM integration.attempt WHERE action = 'send'"), u"1"_s);
        QCOMPARE(m_desk->sql("SELECT string_agg(concat_ws(' ', actor, action), ', ') FROM integration.audit_entry"),
            u"sue verify"_s);
        if (answer != u"found" && answer != u"conflict")
            QCOMPARE(m_desk->sql("SELECT keyed_at::text FROM integration.transaction"), keyed); // nothing was sent
    }

    void whatIsNotThereIsSafeToSend()
    {
        const qint64 id = inDoubt();
        QCOMPARE(m_desk->preview({id}).plan.begin()->first, ReplayClass::Verify);
        ask({id});
        m_desk->relay.finish({TryEnd::absent(m_desk->relay.claim().at(0))});
        const Exception problem = m_desk->sue.one(1);
        QVERIFY(problem.absentAt.isValid());
        QVERIFY(problem.lookup);
        QCOMPARE(problem.replayClass, ReplayClass::Safe);
        const Operation replay = m_desk->startOf({id});
        const auto claimed = m_desk->relay.claim();
        QVERIFY(claimed.at(0).verify); // somebody may have entered it by hand meanwhile
        QVERIFY(!claimed.at(0).askOnly);
        QCOMPARE(m_desk->relay.sending(claimed).size(), 1);
        m_desk->relay.finish({TryEnd::timedOut(claimed.at(0))});
        QCOMPARE(m_desk->sql("SELECT absent_at FROM integration.transaction"), QString()); // it has been sent since
    }

    void moneyIsAskedAboutAgain()
    {
        putErp(m_desk->database, {}, {{u"lookup"_s, true}, {u"effect_class"_s, u"money"_s}});
        Person finance = m_desk->person("fay", "signalbox_finance");
        const qint64 id = inDoubt();
        QCOMPARE(m_desk->preview({id}).plan.begin()->first, ReplayClass::NotAllowed); // sue is of support
        const Operation question = previewed({id});
        QCOMPARE(question.plan.begin()->first, ReplayClass::NotAllowed); // rights as for a replay
        const auto hers = waitFor(finance.gateway.previewVerify(QUuid::createUuid(), {id}));
        VERIFY_OUTCOME(hers);
        const auto started = waitFor(finance.gateway.start(hers.value(), {{}, {ReplayClass::Verify}}));
        VERIFY_OUTCOME(started);
        m_desk->relay.finish({TryEnd::absent(m_desk->relay.claim().at(0))});
        QCOMPARE(waitFor(finance.gateway.previewReplay(QUuid::createUuid(), {id})).value().plan.begin()->first,
            ReplayClass::Verify);
    }

    void aConflictThatIsGoneIsSaid()
    {
        const qint64 id = inDoubt();
        ask({id});
        m_desk->relay.finish({TryEnd::conflict(m_desk->relay.claim().at(0))});
        QCOMPARE(m_desk->sql(standing), u"in_doubt unknown conflict | in_doubt open 2"_s);
        const Operation question = ask({id});
        m_desk->relay.finish({TryEnd::absent(m_desk->relay.claim().at(0))});
        QCOMPARE(m_desk->sql(standing), u"failed not_applied absent | delivery_failure open 3"_s);
        QCOMPARE(m_desk->counts(question.id), u"0 1 0 0 0"_s);
    }

    void thePlanSaysWhatCannotBeAsked()
    {
        const QList<qint64> failed = m_desk->failed(2);
        putErp(m_desk->database, {{u"code"_s, u"wms"_s}},
            {{u"code"_s, u"wms.post"_s}, {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, u"wms"_s}}}}});
        const qint64 silent = submit(m_desk->database, u"silent"_s, u"1"_s, u"wms.post"_s);
        m_desk->fail(m_desk->relay.claim(100, u"wms"_s));
        const qint64 fresh = submit(m_desk->database, u"fresh"_s, u"1"_s);
        const Operation plan = previewed({failed.at(0), failed.at(1), silent, fresh});
        QCOMPARE(plan.kind, OperationKind::Verify);
        const std::map<ReplayClass, qint64> expected{
            {ReplayClass::Verify, 2}, {ReplayClass::NotFailed, 1}, {ReplayClass::NoLookup, 1}};
        QCOMPARE(plan.plan, expected);
        QCOMPARE(m_desk->sql("SELECT count(*) FROM integration.audit_entry"), u"0"_s); // rule 9
        const Operation question = started(plan);
        QCOMPARE(m_desk->counts(question.id), u"0 0 2 0 2"_s);
        QCOMPARE(
            m_desk->sql(
                "SELECT string_agg(outcome, ', ' ORDER BY outcome) FROM integration.operation_item WHERE state = 'skipped'"),
            u"has not failed, its flow cannot ask the target"_s);
        QCOMPARE(previewed({silent}).sendable, 0);
        const Operation nothing = started(previewed({silent}));
        QCOMPARE(nothing.state, OperationState::Settled);
    }

    void aQuestionTakesNoApprovalAndNoReason()
    {
        m_desk->database.run(u"SELECT integration.put_approval_limits('[{\"most\": 1}]')"_s);
        const Operation plan = previewed(m_desk->failed(30));
        QVERIFY(plan.limits.isEmpty());
        QCOMPARE(plan.ramp, QList<int>{100});
        const Operation question = started(plan);
        QCOMPARE(question.state, OperationState::Running);
        QCOMPARE(m_desk->relay.claim().size(), 30); // in one stage
    }

    void aQuestionWaitsForNoOtherMessage()
    {
        const qint64 first = submit(m_desk->database, u"order"_s, u"1"_s);
        m_desk->fail(m_desk->relay.claim());
        const qint64 second = submit(m_desk->database, u"order"_s, u"2"_s);
        m_desk->database.run(
            u"UPDATE integration.transaction SET status = 'in_doubt', error_effect = 'unknown' WHERE id = %1"_s.arg(
                second));
        const Operation question = ask({first, second});
        const auto claimed = m_desk->relay.claim();
        QCOMPARE(claimed.size(), 2);
        m_desk->relay.finish(
            {TryEnd::absent(claimed.at(0))}); // the first is not there: the second is asked about all the same
        QCOMPARE(m_desk->counts(question.id), u"0 1 0 0 1"_s);
        m_desk->relay.finish({TryEnd::absent(claimed.at(1))});
        QCOMPARE(m_desk->counts(question.id), u"0 2 0 0 0"_s);
    }

    void whatChangesIsSkipped()
    {
        const QList<qint64> ids = m_desk->failed(2);
        const Operation plan = previewed(ids);
        m_desk->startOf({ids.at(0)});
        m_desk->deliver();
        const Operation question = started(plan);
        QCOMPARE(m_desk->relay.claim().size(), 1);
        QCOMPARE(m_desk->counts(question.id), u"0 0 1 0 1"_s);
        // and while one is asked about it is not replayed, nor resolved
        const Operation replay = m_desk->preview({ids.at(1)});
        QCOMPARE(replay.plan.begin()->first, ReplayClass::NotFailed);
        const auto results
            = m_desk->sue.change(ExceptionAction::Resolve, {2}, {{}, {}, {}, Resolution::NotNeeded, u"no"_s});
        QCOMPARE(results.at(0).why, u"being replayed"_s);
    }

    void pauseAndCancel()
    {
        const QList<qint64> ids = m_desk->failed(3);
        const Operation question = ask(ids);
        const auto claimed = m_desk->relay.claim(1);
        m_desk->control(question.id, OperationControl::Pause);
        QVERIFY(m_desk->relay.claim().isEmpty());
        m_desk->control(question.id, OperationControl::Cancel);
        QCOMPARE(m_desk->counts(question.id), u"0 0 2 0 1"_s);
        m_desk->relay.finish(
            {TryEnd::refused(claimed.at(0)).whileLooking()}); // it would try again, but nobody wants to know
        QCOMPARE(m_desk->counts(question.id), u"0 0 3 0 0"_s);
        QCOMPARE(
            m_desk->sql(
                "SELECT string_agg(DISTINCT concat_ws(' ', t.status, t.error_code, x.state), ', ') FROM integration.transaction t "
                "JOIN integration.exception x ON x.transaction_id = t.id"),
            u"failed E0 open"_s);
        QVERIFY(m_desk->relay.claim().isEmpty());
    }

    /// Behind a breaker nobody can ask: it ends with the flow's time, without an answer.
    void aQuestionEndsInTime()
    {
        const Operation question = ask(m_desk->failed(2));
        m_desk->relay.handOver();
        m_desk->database.run(
            u"INSERT INTO integration.breaker (flow, target, state, until) VALUES ('erp.post', 'erp', 'open', now() + interval '1 hour')"_s);
        QVERIFY(m_desk->relay.claim().isEmpty());
        m_desk->relay.recover();
        QCOMPARE(m_desk->counts(question.id), u"0 0 0 0 2"_s);
        m_desk->database.run(u"UPDATE integration.transaction SET since = since - interval '2 days'"_s);
        m_desk->database.run(u"UPDATE integration.operation SET started_at = started_at - interval '2 days'"_s);
        QCOMPARE(m_desk->relay.recover(), 2);
        QCOMPARE(m_desk->counts(question.id), u"0 0 0 2 0"_s);
        QCOMPARE(m_desk->now(question.id).state, OperationState::Settled);
        QCOMPARE(m_desk->sql("SELECT DISTINCT outcome FROM integration.operation_item"),
            u"the target could not be asked in time"_s);
    }

    void theSecondQuestion_data()
    {
        QTest::addColumn<QString>("lookupBy");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("question");
        QTest::newRow("none") << u"{}"_s << u"{\"order\": \"7\"}"_s << QString();
        QTest::newRow("of the payload") << u"{\"order\": \"$payload.order\"}"_s << u"{\"order\": \"7\"}"_s
                                        << u"{\"order\": \"7\"}"_s;
        QTest::newRow("several, as they are")
            << u"{\"order\": \"$payload.order\", \"kind\": \"SO\", \"sum\": \"$payload.sum\"}"_s
            << u"{\"order\": 7, \"sum\": 139.90}"_s << u"{\"sum\": \"139.90\", \"kind\": \"SO\", \"order\": \"7\"}"_s;
        QTest::newRow("key and scope") << u"{\"by\": \"$key\", \"of\": \"$scope\"}"_s << u"{}"_s
                                       << u"{\"by\": \"k/1\", \"of\": \"order\"}"_s;
        QTest::newRow("a value is missing")
            << u"{\"order\": \"$payload.order\", \"kind\": \"SO\"}"_s << u"{}"_s << QString();
        QTest::newRow("an empty value") << u"{\"order\": \"$payload.order\"}"_s << u"{\"order\": \"\"}"_s << QString();
        QTest::newRow("no JSON") << u"{\"order\": \"$payload.order\"}"_s << u"<order/>"_s << QString();
        QTest::newRow("no order") << u"{\"order\": \"$order.order_number\"}"_s << u"{}"_s << QString();
    }

    void theSecondQuestion()
    {
        QFETCH(QString, lookupBy);
        QFETCH(QString, content);
        QFETCH(QString, question);
        putErp(m_desk->database, {{u"rate"_s, 0.001}, {u"burst"_s, 10}},
            {{u"lookup"_s, true}, {u"lookup_equal"_s, QJsonObject{{u"a"_s, u"a"_s}}},
                {u"lookup_by"_s, QJsonDocument::fromJson(lookupBy.toUtf8()).object()}});
        const qint64 id = m_desk->database.value(u"SELECT integration.submit('erp.post', 'k/1', 'k', $1)"_s, {content})
                              .toLongLong();
        auto claimed = m_desk->relay.claim();
        QCOMPARE(claimed.at(0).question, QString()); // it is sent without a look
        m_desk->relay.sending(claimed);
        m_desk->relay.finish({TryEnd::failed(claimed.at(0), u"transient"_s, u"unknown"_s, u"never"_s)});
        ask({id});
        claimed = m_desk->relay.claim();
        QCOMPARE(claimed.at(0).question, question);
        // one request to send, one or two to ask
        QCOMPARE(
            m_desk->sql("SELECT round(tokens)::text FROM integration.target"), question.isNull() ? u"8"_s : u"7"_s);
    }

    void whatALookupByNeeds_data()
    {
        QTest::addColumn<QJsonObject>("flow");
        const QJsonObject equal{{u"amount"_s, u"amount"_s}};
        QTest::newRow("a lookup") << QJsonObject{{u"lookup_equal"_s, equal}, {u"lookup_by"_s, equal}};
        QTest::newRow("something that is equal") << QJsonObject{{u"lookup"_s, true}, {u"lookup_by"_s, equal}};
        QTest::newRow("another name than key") << QJsonObject{{u"lookup"_s, true}, {u"lookup_equal"_s, equal},
            {u"lookup_by"_s, QJsonObject{{u"key"_s, u"$payload.x"_s}}}};
    }

    void whatALookupByNeeds()
    {
        QFETCH(QJsonObject, flow);
        flow.insert(u"lookup"_s, flow.value(u"lookup"_s).toBool());
        QVERIFY_THROWS_EXCEPTION(std::exception, putErp(m_desk->database, {}, flow));
    }

    void theSameRequestIsTheSameQuestion()
    {
        const QList<qint64> ids = m_desk->failed(1);
        const QUuid request = QUuid::createUuid();
        const auto first = waitFor(m_desk->sue.gateway.previewVerify(request, ids));
        QCOMPARE(waitFor(m_desk->sue.gateway.previewVerify(request, ids)).value().id, first.value().id);
        QVERIFY(!waitFor(m_desk->sue.gateway.previewReplay(request, ids))); // it was for something else
        Person viewer = m_desk->person("vic", "signalbox_viewer");
        QCOMPARE(waitFor(viewer.gateway.previewVerify(QUuid::createUuid(), ids)).value().plan.begin()->first,
            ReplayClass::NotAllowed);
    }

private:
    /// A message that was sent, and nobody knows what came of it.
    qint64 inDoubt()
    {
        const qint64 id = submit(m_desk->database, u"doubt"_s, u"1"_s);
        const auto claimed = m_desk->relay.claim();
        m_desk->relay.sending(claimed);
        TryEnd end = TryEnd::timedOut(claimed.at(0));
        end.fields.insert(u"retry"_s, u"never"_s);
        m_desk->relay.finish({end});
        return id;
    }

    Operation previewed(const QList<qint64>& ids)
    {
        const auto plan = waitFor(m_desk->sue.gateway.previewVerify(QUuid::createUuid(), ids));
        if (!plan)
            qFatal("%s", qPrintable(plan.error().text));
        return plan.value();
    }
    Operation started(const Operation& plan)
    {
        const auto question = waitFor(m_desk->sue.gateway.start(plan, {{}, {ReplayClass::Verify}}));
        if (!question)
            qFatal("%s", qPrintable(question.error().text));
        return question.value();
    }
    Operation ask(const QList<qint64>& ids) { return started(previewed(ids)); }

    TestServer m_server;
    std::unique_ptr<ReplayDesk> m_desk;
};

SIGNALBOX_TEST(TestVerify)
#include "tst_verify.moc"
