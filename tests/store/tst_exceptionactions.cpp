// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/deliverybook.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QMap>

using namespace Qt::StringLiterals;

/// What people do to exceptions, who may, and the trail that it leaves.
class TestExceptionActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_relay = std::make_unique<FakeRelay>(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_sue = person(u"sue"_s, {u"signalbox_support"_s});
        m_vera = person(u"vera"_s, {u"signalbox_viewer"_s});
        m_fin = person(u"fin"_s, {u"signalbox_finance"_s});
        m_ada = person(u"ada"_s, {u"signalbox_admin"_s});
        person(u"otto"_s, {}); // to whom things are assigned
        putErp(*m_database);
    }

    void everyActionHasItsEffect_data()
    {
        QTest::addColumn<ExceptionAction>("action");
        QTest::addColumn<QString>("expected");
        QTest::newRow("take") << ExceptionAction::Take << u"assigned sue failed"_s;
        QTest::newRow("assign") << ExceptionAction::Assign << u"assigned otto failed"_s;
        QTest::newRow("release") << ExceptionAction::Release << u"open - failed"_s;
        QTest::newRow("note") << ExceptionAction::Note << u"open - failed"_s;
        QTest::newRow("snooze") << ExceptionAction::Snooze << u"snoozed - failed"_s;
        QTest::newRow("resolve") << ExceptionAction::Resolve << u"resolved - delivered"_s;
    }

    void everyActionHasItsEffect()
    {
        QFETCH(ExceptionAction, action);
        QFETCH(QString, expected);
        failMessages(*m_database, *m_relay, 1);
        ActionDetails details;
        details.owner = u"otto"_s;
        details.text = u"a note"_s;
        details.until = QDateTime::currentDateTimeUtc().addDays(1);
        details.resolution = Resolution::FixedInTarget;
        details.reason = u"entered by hand"_s;
        details.evidence = u"SO-5"_s;
        const ActionResult result = m_sue->change(action, {1}, details).value(0);
        QVERIFY2(result.done && result.why.isEmpty(), qPrintable(result.why));
        QCOMPARE(
            m_database->value(
                u"SELECT concat_ws(' ', x.state, COALESCE(x.owner, '-'), t.status) FROM integration.exception x JOIN integration.transaction t ON t.id = x.transaction_id"_s),
            expected);
        QCOMPARE(m_database->rows(u"SELECT actor, object_kind, object_id FROM integration.audit_entry"_s),
            (QList<QStringList>{{u"sue"_s, u"exception"_s, u"1"_s}}));
        if (action == ExceptionAction::Resolve) {
            const Exception resolved = m_sue->one(1);
            QCOMPARE(resolved.resolution, std::optional(Resolution::FixedInTarget));
            QCOMPARE(resolved.reason, u"entered by hand"_s);
            QCOMPARE(resolved.evidence, u"SO-5"_s);
            QCOMPARE(resolved.resolvedBy, u"sue"_s);
            QCOMPARE(resolved.replayClass, ReplayClass::NotFailed);
        }
    }

    void whatHasChangedIsLeftAlone()
    {
        failMessages(*m_database, *m_relay, 3);
        m_ada->change(ExceptionAction::Take, {2});
        const auto outcome
            = waitFor(m_sue->gateway.change(ExceptionAction::Take, {{1, 1}, {2, 1}, {3, 1}, {99, 1}}, {}));
        VERIFY_OUTCOME(outcome);
        QMap<qint64, QString> why;
        for (const ActionResult& result : outcome.value())
            why.insert(result.id, result.done ? u"done"_s : result.why);
        QCOMPARE(why,
            (QMap<qint64, QString>{{1, u"done"_s}, {2, u"changed since you looked"_s}, {3, u"done"_s},
                {99, u"there is no such exception"_s}}));
        QCOMPARE(m_sue->one(2).owner, u"ada"_s);
        m_sue->change(ExceptionAction::Resolve, {1}, {.reason = u"x"_s});
        QCOMPARE(m_sue->change(ExceptionAction::Release, {1}).value(0).why, u"resolved already"_s);
        QVERIFY(m_sue->change(ExceptionAction::Note, {1}, {.text = u"later"_s}).value(0).done);
        QCOMPARE(m_sue->change(ExceptionAction::Wake, {3}).value(0).why, u"not snoozed"_s);
    }

    void everyDecisionCanBeTakenBack_data()
    {
        QTest::addColumn<ExceptionAction>("action");
        QTest::addColumn<bool>("possible");
        QTest::newRow("take") << ExceptionAction::Take << true;
        QTest::newRow("assign") << ExceptionAction::Assign << true;
        QTest::newRow("release") << ExceptionAction::Release << true;
        QTest::newRow("snooze") << ExceptionAction::Snooze << true;
        QTest::newRow("resolve") << ExceptionAction::Resolve << true;
        QTest::newRow("a note stays") << ExceptionAction::Note << false;
    }

    void everyDecisionCanBeTakenBack()
    {
        QFETCH(ExceptionAction, action);
        QFETCH(bool, possible);
        const QString state
            = u"SELECT concat_ws(' ', x.state, COALESCE(x.owner, '-'), x.snoozed_until IS NULL, x.resolution, x.reason, x.resolved_by, t.status, t.finished_at IS NULL) FROM integration.exception x JOIN integration.transaction t ON t.id = x.transaction_id"_s;
        failMessages(*m_database, *m_relay, 1);
        if (action == ExceptionAction::Release)
            m_ada->change(ExceptionAction::Assign, {1}, {.owner = u"otto"_s});
        const QString before = m_database->value(state);
        m_sue->change(action, {1},
            {.owner = u"vera"_s,
                .text = u"seen"_s,
                .until = QDateTime::currentDateTimeUtc().addDays(1),
                .resolution = Resolution::Duplicate,
                .reason = u"sent twice"_s});
        if (possible) {
            QVERIFY(m_database->value(state) != before);
            m_sue->change(ExceptionAction::Note, {1}, {.text = u"a note in between changes nothing"_s});
            QCOMPARE(m_ada->change(ExceptionAction::Undo, {1}).value(0).why, u"there is nothing of yours to undo"_s);
        }
        const ActionResult undone = m_sue->change(ExceptionAction::Undo, {1}).value(0);
        QCOMPARE(undone.done, possible);
        QCOMPARE(m_database->value(state), before);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.payload_search"_s), u"1"_s);
        QCOMPARE(m_sue->change(ExceptionAction::Undo, {1}).value(0).why, u"there is nothing of yours to undo"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry WHERE action = 'undo'"_s),
            possible ? u"1"_s : u"0"_s);
        QCOMPARE(m_database->value(u"SELECT integration.audit_broken_at() IS NULL"_s), u"t"_s);
        QCOMPARE(m_database->value(
                     u"SELECT COALESCE(sum(n), 0) FROM integration.exception_tally WHERE state <> 'resolved'"_s),
            u"1"_s);
    }

    void whatHappenedSinceIsNotUndone()
    {
        failMessages(*m_database, *m_relay, 2);
        m_sue->change(ExceptionAction::Take, {1});
        const int seen = m_sue->one(1).version;
        m_ada->change(ExceptionAction::Assign, {1}, {.owner = u"otto"_s});
        const auto late = waitFor(m_sue->gateway.change(ExceptionAction::Undo, {{1, seen}}, {}));
        VERIFY_OUTCOME(late);
        QCOMPARE(late.value().value(0).why, u"changed since you looked"_s);
        QCOMPARE(m_sue->one(1).owner, u"otto"_s);
        // the message goes its own way again after it was resolved
        m_sue->change(ExceptionAction::Resolve, {2}, {.resolution = Resolution::NotNeeded, .reason = u"test"_s});
        m_database->run(u"UPDATE integration.transaction SET finished_at = now() WHERE id = 2"_s);
        QCOMPARE(m_sue->change(ExceptionAction::Undo, {2}).value(0).why, u"changed since you looked"_s);
    }

    void whatIsOvertakenStaysResolved_data()
    {
        QTest::addColumn<bool>("ended");
        QTest::newRow("the later message is with a relay") << false;
        QTest::newRow("the later message has come to its end") << true;
    }

    void whatIsOvertakenStaysResolved()
    {
        QFETCH(bool, ended);
        failMessages(*m_database, *m_relay, 1);
        submit(*m_database, u"1"_s, u"2"_s);
        QVERIFY(m_relay->claim().isEmpty()); // it waits for the first
        m_sue->change(ExceptionAction::Resolve, {1}, {.resolution = Resolution::NotNeeded, .reason = u"test"_s});
        const QList<Claimed> later = m_relay->claim();
        QCOMPARE(later.size(), 1);
        QCOMPARE(m_relay->sending(later).size(), 1);
        if (ended)
            m_relay->finish({TryEnd::delivered(later.at(0))});
        QCOMPARE(
            m_sue->change(ExceptionAction::Undo, {1}).value(0).why, u"later messages of the order were sent since"_s);
    }

    void snoozedOnesWakeUp()
    {
        failMessages(*m_database, *m_relay, 2);
        m_sue->change(ExceptionAction::Snooze, {1, 2}, {.until = QDateTime::currentDateTimeUtc().addSecs(3600)});
        QVERIFY(m_sue->change(ExceptionAction::Wake, {1}).value(0).done);
        QCOMPARE(m_sue->one(1).state, ExceptionState::Open);
        QCOMPARE(m_relay->database().value(u"SELECT integration.wake_exceptions()"_s), u"0"_s);
        m_database->run(u"UPDATE integration.exception SET snoozed_until = now() WHERE id = 2"_s);
        QCOMPARE(m_relay->database().value(u"SELECT integration.wake_exceptions()"_s), u"1"_s);
        QCOMPARE(m_sue->one(2).state, ExceptionState::Open);
    }

    void aWrongRequestIsInvalid_data()
    {
        QTest::addColumn<ExceptionAction>("action");
        QTest::addColumn<QString>("text");
        QTest::newRow("assign to nobody") << ExceptionAction::Assign << QString();
        QTest::newRow("an empty note") << ExceptionAction::Note << u" "_s;
        QTest::newRow("snooze into the past") << ExceptionAction::Snooze << QString();
        QTest::newRow("resolve without a reason") << ExceptionAction::Resolve << QString();
    }

    void aWrongRequestIsInvalid()
    {
        QFETCH(ExceptionAction, action);
        QFETCH(QString, text);
        failMessages(*m_database, *m_relay, 1);
        ActionDetails details;
        details.text = text;
        details.reason = u"  "_s;
        details.until = QDateTime::currentDateTimeUtc().addSecs(-5);
        const auto outcome = waitFor(m_sue->gateway.change(action, {{1, 1}}, details));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Failure::Invalid);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry"_s), u"0"_s);
    }

    void rightsDecide_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("effect");
        QTest::addColumn<bool>("notes");
        QTest::addColumn<bool>("takes");
        QTest::addColumn<bool>("resolves");
        QTest::newRow("viewer") << u"vera"_s << u"create"_s << true << false << false;
        QTest::newRow("support") << u"sue"_s << u"create"_s << true << true << true;
        QTest::newRow("support, money") << u"sue"_s << u"money"_s << true << true << false;
        QTest::newRow("finance, money") << u"fin"_s << u"money"_s << true << true << true;
        QTest::newRow("finance, legal") << u"fin"_s << u"legal"_s << true << true << true;
        QTest::newRow("finance") << u"fin"_s << u"upsert"_s << true << true << true;
        QTest::newRow("administrator, legal") << u"ada"_s << u"legal"_s << true << true << true;
    }

    void rightsDecide()
    {
        QFETCH(QString, name);
        QFETCH(QString, effect);
        QFETCH(bool, notes);
        QFETCH(bool, takes);
        QFETCH(bool, resolves);
        putErp(*m_database, {{u"idempotent"_s, true}}, {{u"effect_class"_s, effect}});
        failMessages(*m_database, *m_relay, 1, true);
        const auto who = person(name, {});
        const Exception exception = who->one(1);
        QCOMPARE(exception.mayNotReplay.isEmpty(), resolves);
        QCOMPARE(exception.replayClass, ReplayClass::Safe);
        // the plan, the list and the action say the same
        const auto plan = waitFor(who->gateway.previewReplay(QUuid::createUuid(), {exception.transactionId}));
        VERIFY_OUTCOME(plan);
        QCOMPARE(plan.value().plan.begin()->first, resolves ? ReplayClass::Safe : ReplayClass::NotAllowed);
        QCOMPARE(who->change(ExceptionAction::Note, {1}, {.text = u"n"_s}).value(0).done, notes);
        QCOMPARE(who->change(ExceptionAction::Take, {1}).value(0).done, takes);
        const ActionResult result = who->change(ExceptionAction::Resolve, {1}, {.reason = u"x"_s}).value(0);
        QCOMPARE(result.done, resolves);
        QVERIFY(resolves || result.why == exception.mayNotReplay);
    }

    void theAuditTrailShowsWhatWasTamperedWith_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<qint64>("brokenAt");
        QTest::newRow("untouched") << u"SELECT 1"_s << qint64{0};
        QTest::newRow("another reason") << u"UPDATE integration.audit_entry SET reason = 'other' WHERE seq = 2"_s
                                        << qint64{2};
        QTest::newRow("another actor") << u"UPDATE integration.audit_entry SET actor = 'otto' WHERE seq = 1"_s
                                       << qint64{1};
        QTest::newRow("another time")
            << u"UPDATE integration.audit_entry SET at = at + interval '1 microsecond' WHERE seq = 3"_s << qint64{3};
        QTest::newRow("taken out") << u"DELETE FROM integration.audit_entry WHERE seq = 2"_s << qint64{3};
        QTest::newRow("the first taken out") << u"DELETE FROM integration.audit_entry WHERE seq = 1"_s << qint64{2};
        QTest::newRow("hashed anew")
            << u"UPDATE integration.audit_entry a SET reason = 'other', hash = sha256(a.previous_hash || integration.audit_content(a.seq, a.at, a.actor, a.action, a.object_kind, a.object_id, a.before, a.after, 'other')) WHERE seq = 2"_s
            << qint64{3};
    }

    void theAuditTrailShowsWhatWasTamperedWith()
    {
        QFETCH(QString, how);
        QFETCH(qint64, brokenAt);
        failMessages(*m_database, *m_relay, 4);
        QCOMPARE(m_sue->change(ExceptionAction::Take, {1, 2, 3, 4}).size(), 4);
        m_database->run(how);
        const auto audit = DeliveryBook(m_sue->runner).verifyAudit();
        VERIFY_OUTCOME(audit);
        QCOMPARE(audit.value().brokenAt.value_or(0), brokenAt);
        QCOMPARE(
            audit.value().entries, m_database->value(u"SELECT count(*) FROM integration.audit_entry"_s).toLongLong());
    }

private:
    std::unique_ptr<Person> person(const QString& name, const QStringList& memberOf)
    {
        return std::make_unique<Person>(m_server.as(m_database->settings(), name, memberOf));
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<Person> m_sue;
    std::unique_ptr<Person> m_vera;
    std::unique_ptr<Person> m_fin;
    std::unique_ptr<Person> m_ada;
};

SIGNALBOX_TEST(TestExceptionActions)
#include "tst_exceptionactions.moc"
