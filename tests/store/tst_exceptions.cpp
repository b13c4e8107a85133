// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgexceptionsource.h"
#include "models/store/pgoperationgateway.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QJsonArray>
#include <QMap>

using namespace Qt::StringLiterals;

namespace {

template<typename T>
Outcome<T> waitFor(QFuture<Outcome<T>> future)
{
    future.waitForFinished();
    return future.result();
}

/// A person with the ports that a console of hers has.
struct Person
{
    explicit Person(const ConnectionSettings& settings)
        : runner(settings)
        , source(runner)
        , gateway(runner)
    { }

    QueryRunner runner;
    PgExceptionSource source;
    PgOperationGateway gateway;
};

} // namespace

/// The ports of Triage against a real database.
class TestExceptions : public QObject
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
        putErp(*m_database);
    }

    void nothing()
    {
        const auto page = waitFor(m_vera->source.page({}));
        VERIFY_OUTCOME(page);
        QVERIFY(page.value().exceptions.isEmpty() && !page.value().next && page.value().asOf.isValid());
        const auto queues = waitFor(m_vera->source.queues());
        VERIFY_OUTCOME(queues);
        QCOMPARE(queues.value().size(), 9);
        QCOMPARE(queues.value().constLast(), (QueueCount{ExceptionQueue::Team, u"erp team"_s, 0}));
        QCOMPARE(waitFor(m_vera->source.detail(1)).error().kind, Failure::NotFound);
    }

    void everyQueueHoldsWhatItCounts()
    {
        putErp(*m_database, {}, {{u"code"_s, u"erp.pay"_s}, {u"team"_s, u"money team"_s}});
        fail(6);
        const qint64 doubt = submit(*m_database, u"doubt"_s, u"1"_s, u"erp.pay"_s);
        const auto claimed = m_relay->claim();
        m_relay->sending(claimed);
        m_relay->finish({TryEnd::timedOut(claimed.at(0))});
        change(*m_sue, ExceptionAction::Take, {1});
        change(*m_sue, ExceptionAction::Assign, {2}, {.owner = u"vera"_s});
        change(*m_sue, ExceptionAction::Snooze, {3}, {.until = QDateTime::currentDateTimeUtc().addSecs(3600)});
        change(*m_sue, ExceptionAction::Resolve, {4}, {.reason = u"sold out"_s});
        m_database->run(u"UPDATE integration.exception SET regression = true WHERE id = 5"_s);

        const QMap<ExceptionQueue, QList<qint64>> expected{{ExceptionQueue::Open, {7, 6, 5, 2, 1}},
            {ExceptionQueue::Mine, {1}}, {ExceptionQueue::Unassigned, {7, 6, 5}}, {ExceptionQueue::InDoubt, {7}},
            {ExceptionQueue::Breaching, {}}, {ExceptionQueue::Regressed, {5}}, {ExceptionQueue::Snoozed, {3}},
            {ExceptionQueue::Resolved, {4}}};
        const auto queues = waitFor(m_sue->source.queues());
        VERIFY_OUTCOME(queues);
        for (const QueueCount& queue : queues.value()) {
            const QList<qint64> ids = listed(*m_sue, {queue.queue, queue.team, {}, {}, 200});
            QCOMPARE(queue.count, ids.size());
            if (queue.queue != ExceptionQueue::Team)
                QCOMPARE(ids, expected.value(queue.queue));
        }
        QCOMPARE(queues.value().size(), 10);
        QCOMPARE(queues.value().at(8), (QueueCount{ExceptionQueue::Team, u"erp team"_s, 4}));
        QCOMPARE(queues.value().at(9), (QueueCount{ExceptionQueue::Team, u"money team"_s, 1}));
        QCOMPARE(listed(*m_vera, {ExceptionQueue::Mine, {}, {}, {}, 200}), QList<qint64>{2});
        const auto ids = waitFor(m_sue->source.transactions({ExceptionQueue::Team, u"money team"_s, {}, {}, 1}, 10));
        VERIFY_OUTCOME(ids);
        QCOMPARE(ids.value(), QList<qint64>{doubt});
        QCOMPARE(waitFor(m_sue->source.transactions({ExceptionQueue::Resolved, {}, {}, {}, 1}, 10)).value(),
            QList<qint64>());
        QCOMPARE(waitFor(m_sue->source.transactions({}, 2)).value().size(), 2);
    }

    void breachingIsWhatIsDueWithinTheHour()
    {
        putErp(*m_database, {}, {{u"step"_s, u"validation"_s}, {u"since"_s, u"2020-01-01"_s}});
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_database->ingest(QList<TestEvent>{
            {u"1"_s, u"order_captured"_s, now.addSecs(-600), {}, orderData(u"web"_s, u"9.90"_s, u"EUR"_s)}});
        m_relay->finish({TryEnd::rejected(m_relay->claim().at(0))});
        for (const auto& [due, count] : {std::pair(u"59 minutes"_s, 1), {u"61 minutes"_s, 0}, {u"-2 days"_s, 1}}) {
            m_database->run(u"UPDATE integration.milestone SET due_at = now() + interval '%1'"_s.arg(due));
            QCOMPARE(listed(*m_sue, {ExceptionQueue::Breaching, {}, {}, {}, 200}).size(), count);
            QCOMPARE(waitFor(m_sue->source.queues()).value().at(4).count, count);
        }
        const Exception exception = one(*m_sue, 1);
        QCOMPARE(exception.orderNumber, u"1"_s);
        QCOMPARE(exception.step, u"validation"_s);
        QCOMPARE(exception.channel, u"web"_s);
        QCOMPARE(exception.value, (std::optional<Money>({990, u"EUR"_s})));
        QVERIFY(exception.stepDueAt.isValid() && exception.orderId > 0);
        QCOMPARE(listed(*m_sue, {ExceptionQueue::Open, {}, u"1 ERP.post"_s, {}, 9}).size(), 1);
    }

    void pagesAreInOrderAndComplete()
    {
        fail(25);
        m_database->run(u"UPDATE integration.exception SET opened_at = '2026-01-01' WHERE id % 3 = 0"_s); // ties
        QList<qint64> all;
        ExceptionQuery query{ExceptionQueue::Open, {}, {}, {}, 7};
        int pages = 0;
        do {
            const auto page = waitFor(m_vera->source.page(query));
            VERIFY_OUTCOME(page);
            for (const Exception& exception : page.value().exceptions)
                all.append(exception.id);
            query.after = page.value().next;
            ++pages;
        } while (query.after && pages < 9);
        QCOMPARE(pages, 4);
        const auto expected
            = m_database->rows(u"SELECT id FROM integration.exception ORDER BY opened_at DESC, id DESC"_s);
        QCOMPARE(all.size(), 25);
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(all.at(i), expected.at(i).at(0).toLongLong());

        change(*m_sue, ExceptionAction::Resolve, {5, 6}, {.reason = u"x"_s});
        change(*m_sue, ExceptionAction::Resolve, {1}, {.reason = u"x"_s});
        QCOMPARE(
            listed(*m_sue, {ExceptionQueue::Resolved, {}, {}, {}, 2}), (QList<qint64>{1, 6})); // the last ones first
    }

    void textIsNoPattern_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("everything") << u"  "_s << 3;
        QTest::newRow("code") << u"e_1"_s << 1;
        QTest::newRow("text, any case") << u"IT SAID"_s << 3;
        QTest::newRow("all words") << u"said E%2 erp."_s << 1;
        QTest::newRow("percent") << u"%"_s << 1;
        QTest::newRow("backslash") << u"\\"_s << 1;
        QTest::newRow("not all words") << u"said nonsense"_s << 0;
    }

    void textIsNoPattern()
    {
        QFETCH(QString, text);
        QFETCH(int, found);
        int i = 0;
        for (const QString& code : {u"E_1"_s, u"E%2"_s, u"E\\3"_s}) {
            submit(*m_database, QString::number(++i), u"1"_s);
            m_relay->finish({TryEnd::rejected(m_relay->claim().at(0), code)});
        }
        QCOMPARE(listed(*m_vera, {ExceptionQueue::Open, {}, text, {}, 9}).size(), found);
        QCOMPARE(
            waitFor(m_vera->source.transactions({ExceptionQueue::Open, {}, text, {}, 9}, 9)).value().size(), found);
    }

    void theDetailShowsEverything()
    {
        fail(2);
        change(*m_sue, ExceptionAction::Take, {1});
        change(*m_vera, ExceptionAction::Note, {1}, {.text = u"called the shop"_s});
        const auto outcome = waitFor(m_sue->source.detail(1));
        VERIFY_OUTCOME(outcome);
        const ExceptionDetail& detail = outcome.value();
        QCOMPARE(detail.exception.state, ExceptionState::Assigned);
        QCOMPARE(detail.exception.owner, u"sue"_s);
        QCOMPARE(detail.exception.queue, u"erp team"_s);
        QCOMPARE(detail.exception.flowTitle, u"Orders to the ERP"_s);
        QCOMPARE(detail.exception.effectClass, EffectClass::Create);
        QCOMPARE(detail.exception.replayClass, ReplayClass::WillFail);
        QCOMPARE(detail.exception.errorClass, u"data"_s);
        QCOMPARE(detail.exception.attempts, 1);
        QCOMPARE(detail.exception.version, 3);
        QCOMPARE(detail.attempts.size(), 1);
        QCOMPARE(detail.attempts.at(0).relay, u"A"_s);
        QCOMPARE(detail.attempts.at(0).outcome, u"failed"_s);
        QCOMPARE(detail.attempts.at(0).errorText, u"it said E1"_s);
        QCOMPARE(detail.target, u"erp"_s);
        QCOMPARE(detail.idempotencyKey, u"1/1"_s);
        QCOMPARE(detail.transactionStatus, u"failed"_s);
        QCOMPARE(detail.comments.size(), 1);
        QCOMPARE(detail.comments.at(0).author, u"vera"_s);
        QCOMPARE(detail.comments.at(0).content, u"called the shop"_s);
        QCOMPARE(detail.audit.size(), 2);
        QCOMPARE(detail.audit.at(0).action, u"note"_s);
        QCOMPARE(detail.audit.at(1).actor, u"sue"_s);
        QCOMPARE(detail.sameCause, 2);
        QVERIFY(detail.asOf.isValid());
    }

    void aPayloadIsRawForThoseWhoMendIt()
    {
        fail(1);
        const QString raw = u"{\"name\":\"1\",\"customer\":\"Anna Bell\"}"_s;
        for (Person* person : {m_sue.get(), m_fin.get(), m_ada.get()})
            QCOMPARE(waitFor(person->source.detail(1)).value().payload, raw);
        const QString masked = waitFor(m_vera->source.detail(1)).value().payload;
        QVERIFY2(masked.contains(u"\"name\": \"1\""_s) && !masked.contains(u"Anna"_s), qPrintable(masked));
        m_database->run(u"UPDATE integration.payload SET content = 'Anna Bell;5'"_s);
        QCOMPARE(waitFor(m_vera->source.detail(1)).value().payload, QString());
        QCOMPARE(waitFor(m_sue->source.detail(1)).value().payload, u"Anna Bell;5"_s);
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
        fail(1);
        ActionDetails details;
        details.owner = u"otto"_s;
        details.text = u"a note"_s;
        details.until = QDateTime::currentDateTimeUtc().addDays(1);
        details.resolution = Resolution::FixedInTarget;
        details.reason = u"entered by hand"_s;
        details.evidence = u"SO-5"_s;
        const ActionResult result = change(*m_sue, action, {1}, details).value(0);
        QVERIFY2(result.done && result.why.isEmpty(), qPrintable(result.why));
        QCOMPARE(
            m_database->value(
                u"SELECT concat_ws(' ', x.state, COALESCE(x.owner, '-'), t.status) FROM integration.exception x JOIN integration.transaction t ON t.id = x.transaction_id"_s),
            expected);
        QCOMPARE(m_database->rows(u"SELECT actor, object_kind, object_id FROM integration.audit_entry"_s),
            (QList<QStringList>{{u"sue"_s, u"exception"_s, u"1"_s}}));
        if (action == ExceptionAction::Resolve) {
            const Exception resolved = one(*m_sue, 1);
            QCOMPARE(resolved.resolution, std::optional(Resolution::FixedInTarget));
            QCOMPARE(resolved.reason, u"entered by hand"_s);
            QCOMPARE(resolved.evidence, u"SO-5"_s);
            QCOMPARE(resolved.resolvedBy, u"sue"_s);
            QCOMPARE(resolved.replayClass, ReplayClass::NotFailed);
        }
    }

    void whatHasChangedIsLeftAlone()
    {
        fail(3);
        change(*m_ada, ExceptionAction::Take, {2});
        const auto outcome
            = waitFor(m_sue->gateway.change(ExceptionAction::Take, {{1, 1}, {2, 1}, {3, 1}, {99, 1}}, {}));
        VERIFY_OUTCOME(outcome);
        QMap<qint64, QString> why;
        for (const ActionResult& result : outcome.value())
            why.insert(result.id, result.done ? u"done"_s : result.why);
        QCOMPARE(why,
            (QMap<qint64, QString>{{1, u"done"_s}, {2, u"changed since you looked"_s}, {3, u"done"_s},
                {99, u"there is no such exception"_s}}));
        QCOMPARE(one(*m_sue, 2).owner, u"ada"_s);
        change(*m_sue, ExceptionAction::Resolve, {1}, {.reason = u"x"_s});
        QCOMPARE(change(*m_sue, ExceptionAction::Release, {1}).value(0).why, u"resolved already"_s);
        QVERIFY(change(*m_sue, ExceptionAction::Note, {1}, {.text = u"later"_s}).value(0).done);
        QCOMPARE(change(*m_sue, ExceptionAction::Wake, {3}).value(0).why, u"not snoozed"_s);
    }

    void snoozedOnesWakeUp()
    {
        fail(2);
        change(*m_sue, ExceptionAction::Snooze, {1, 2}, {.until = QDateTime::currentDateTimeUtc().addSecs(3600)});
        QVERIFY(change(*m_sue, ExceptionAction::Wake, {1}).value(0).done);
        QCOMPARE(one(*m_sue, 1).state, ExceptionState::Open);
        QCOMPARE(m_relay->database().value(u"SELECT integration.wake_exceptions()"_s), u"0"_s);
        m_database->run(u"UPDATE integration.exception SET snoozed_until = now() WHERE id = 2"_s);
        QCOMPARE(m_relay->database().value(u"SELECT integration.wake_exceptions()"_s), u"1"_s);
        QCOMPARE(one(*m_sue, 2).state, ExceptionState::Open);
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
        fail(1);
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
        fail(1, true);
        const auto who = person(name, {});
        const Exception exception = one(*who, 1);
        QCOMPARE(exception.mayNotReplay.isEmpty(), resolves);
        QCOMPARE(exception.replayClass, ReplayClass::Safe);
        // the plan, the list and the action say the same
        const auto plan = waitFor(who->gateway.previewReplay(QUuid::createUuid(), {exception.transactionId}));
        VERIFY_OUTCOME(plan);
        QCOMPARE(plan.value().plan.begin()->first, resolves ? ReplayClass::Safe : ReplayClass::NotAllowed);
        QCOMPARE(change(*who, ExceptionAction::Note, {1}, {.text = u"n"_s}).value(0).done, notes);
        QCOMPARE(change(*who, ExceptionAction::Take, {1}).value(0).done, takes);
        const ActionResult result = change(*who, ExceptionAction::Resolve, {1}, {.reason = u"x"_s}).value(0);
        QCOMPARE(result.done, resolves);
        QVERIFY(resolves || result.why == exception.mayNotReplay);
    }

    void aCauseThatComesBackIsARegression()
    {
        fail(1);
        QVERIFY(!one(*m_sue, 1).regression);
        change(*m_sue, ExceptionAction::Resolve, {1}, {.resolution = Resolution::FixedInTarget, .reason = u"x"_s});
        submit(*m_database, u"new"_s, u"1"_s);
        submit(*m_database, u"other"_s, u"1"_s);
        const auto claimed = m_relay->claim();
        m_relay->finish({TryEnd::rejected(claimed.at(0)), TryEnd::rejected(claimed.at(1), u"E2"_s)});
        QVERIFY(one(*m_sue, 2).regression);
        QVERIFY(!one(*m_sue, 3).regression);
    }

private:
    std::unique_ptr<Person> person(const QString& name, const QStringList& memberOf)
    {
        return std::make_unique<Person>(m_server.as(m_database->settings(), name, memberOf));
    }

    /// Exceptions 1 to count: messages that were rejected, or never got through.
    void fail(int count, bool refused = false)
    {
        for (int i = 1; i <= count; ++i)
            submit(*m_database, QString::number(i), u"1"_s);
        QList<TryEnd> ends;
        for (const Claimed& claimed : m_relay->claim())
            ends.append(refused ? TryEnd::failed(claimed, u"transient"_s, u"not_applied"_s, u"never"_s)
                                : TryEnd::rejected(claimed));
        QCOMPARE(m_relay->finish(ends).size(), count);
    }

    static QList<qint64> listed(Person& person, const ExceptionQuery& query)
    {
        const auto page = waitFor(person.source.page(query));
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        QList<qint64> ids;
        for (const Exception& exception : page.value().exceptions)
            ids.append(exception.id);
        return ids;
    }

    static Exception one(Person& person, qint64 id)
    {
        const auto found = waitFor(person.source.byIds({id}));
        return found && !found.value().isEmpty() ? found.value().constFirst() : Exception();
    }

    /// On what the person sees now.
    static QList<ActionResult> change(
        Person& person, ExceptionAction action, const QList<qint64>& ids, const ActionDetails& details = {})
    {
        QList<ExceptionRef> refs;
        for (const qint64 id : ids)
            refs.append({id, one(person, id).version});
        const auto outcome = waitFor(person.gateway.change(action, refs, details));
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().text));
        return outcome.value();
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    std::unique_ptr<Person> m_sue;
    std::unique_ptr<Person> m_vera;
    std::unique_ptr<Person> m_fin;
    std::unique_ptr<Person> m_ada;
};

SIGNALBOX_TEST(TestExceptions)
#include "tst_exceptions.moc"
