// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QMap>

using namespace Qt::StringLiterals;

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
        QCOMPARE(queues.value().size(), 12);
        QCOMPARE(queues.value().constLast(), (QueueCount{ExceptionQueue::Team, u"erp team"_s, 0}));
        QCOMPARE(waitFor(m_vera->source.detail(1)).error().kind, Failure::NotFound);
    }

    void everyQueueHoldsWhatItCounts()
    {
        putErp(*m_database, {}, {{u"code"_s, u"erp.pay"_s}, {u"team"_s, u"money team"_s}});
        failMessages(*m_database, *m_relay, 6);
        const qint64 doubt = submit(*m_database, u"doubt"_s, u"1"_s, u"erp.pay"_s);
        const auto claimed = m_relay->claim();
        m_relay->sending(claimed);
        m_relay->finish({TryEnd::timedOut(claimed.at(0))});
        m_sue->change(ExceptionAction::Take, {1});
        m_sue->change(ExceptionAction::Assign, {2}, {.owner = u"vera"_s});
        m_sue->change(ExceptionAction::Snooze, {3}, {.until = QDateTime::currentDateTimeUtc().addSecs(3600)});
        m_sue->change(ExceptionAction::Resolve, {4}, {.reason = u"sold out"_s});
        m_database->run(u"UPDATE integration.exception SET regression = true WHERE id = 5"_s);

        const QMap<ExceptionQueue, QList<qint64>> expected{{ExceptionQueue::Open, {7, 6, 5, 2, 1}},
            {ExceptionQueue::New, {7, 6, 5, 2, 1}}, {ExceptionQueue::Mine, {1}},
            {ExceptionQueue::Unassigned, {7, 6, 5}}, {ExceptionQueue::InDoubt, {7}}, {ExceptionQueue::Breaching, {}},
            {ExceptionQueue::Overdue, {}}, {ExceptionQueue::Regressed, {5}}, {ExceptionQueue::Snoozed, {3}},
            {ExceptionQueue::AwaitingApproval, {}}, {ExceptionQueue::Resolved, {4}}};
        const auto queues = waitFor(m_sue->source.queues());
        VERIFY_OUTCOME(queues);
        for (const QueueCount& queue : queues.value()) {
            const QList<qint64> ids = m_sue->listed({queue.queue, queue.team, {}, {}, 200});
            QCOMPARE(queue.count, ids.size());
            if (queue.queue != ExceptionQueue::Team)
                QCOMPARE(ids, expected.value(queue.queue));
        }
        QCOMPARE(queues.value().size(), 13);
        QCOMPARE(queues.value().at(11), (QueueCount{ExceptionQueue::Team, u"erp team"_s, 4}));
        QCOMPARE(queues.value().at(12), (QueueCount{ExceptionQueue::Team, u"money team"_s, 1}));
        QCOMPARE(m_vera->listed({ExceptionQueue::Mine, {}, {}, {}, 200}), QList<qint64>{2});
        const auto ids = waitFor(m_sue->source.matching({ExceptionQueue::Team, u"money team"_s, {}, {}, 1}, 10));
        VERIFY_OUTCOME(ids);
        QCOMPARE(messagesOf(ids.value()), QList<qint64>{doubt});
        QVERIFY(waitFor(m_sue->source.matching({ExceptionQueue::Resolved, {}, {}, {}, 1}, 10)).value().isEmpty());
        QCOMPARE(waitFor(m_sue->source.matching({}, 2)).value().size(), 2);
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
            m_database->run(
                u"SELECT integration.settle_step_problems(ARRAY(SELECT id FROM integration.sales_order))"_s);
            QCOMPARE(m_sue->listed({ExceptionQueue::Breaching, {}, {}, {}, 200}).size(), count);
            QCOMPARE(waitFor(m_sue->source.queues()).value().at(5).count, count);
        }
        const Exception exception = m_sue->one(1);
        QCOMPARE(exception.orderNumber, u"1"_s);
        QCOMPARE(exception.step, u"validation"_s);
        QCOMPARE(exception.channel, u"web"_s);
        QCOMPARE(exception.value, (std::optional<Money>({990, u"EUR"_s})));
        QVERIFY(exception.stepDueAt.isValid() && exception.orderId > 0);
        QCOMPARE(m_sue->listed({ExceptionQueue::Open, {}, problems(u"order:1 ERP.post"_s), {}, 9}).size(), 1);
    }

    void pagesAreInOrderAndComplete()
    {
        failMessages(*m_database, *m_relay, 25);
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

        m_sue->change(ExceptionAction::Resolve, {5, 6}, {.reason = u"x"_s});
        m_sue->change(ExceptionAction::Resolve, {1}, {.reason = u"x"_s});
        QCOMPARE(
            m_sue->listed({ExceptionQueue::Resolved, {}, {}, {}, 2}), (QList<qint64>{1, 6})); // the last ones first
    }

    void textIsNoPattern_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("everything") << u"  "_s << 3;
        QTest::newRow("code") << u"e_1"_s << 1;
        QTest::newRow("text, any case") << u"IT SAID"_s << 3;
        QTest::newRow("all words") << u"said E%2 erp."_s << 1;
        QTest::newRow("percent") << u"E%2"_s << 1;
        QTest::newRow("backslash") << u"E\\3"_s << 1;
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
        QCOMPARE(m_vera->listed({ExceptionQueue::Open, {}, problems(text), {}, 9}).size(), found);
        QCOMPARE(waitFor(m_vera->source.matching({ExceptionQueue::Open, {}, problems(text), {}, 9}, 9)).value().size(),
            found);
    }

    void theDetailShowsEverything()
    {
        failMessages(*m_database, *m_relay, 2);
        m_sue->change(ExceptionAction::Take, {1});
        m_vera->change(ExceptionAction::Note, {1}, {.text = u"called the shop"_s});
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
        failMessages(*m_database, *m_relay, 1);
        const QString raw = u"{\"name\":\"1\",\"customer\":\"Anna Bell\"}"_s;
        for (Person* person : {m_sue.get(), m_fin.get(), m_ada.get()})
            QCOMPARE(waitFor(person->source.detail(1)).value().payload, raw);
        const QString masked = waitFor(m_vera->source.detail(1)).value().payload;
        QVERIFY2(masked.contains(u"\"name\": \"1\""_s) && !masked.contains(u"Anna"_s), qPrintable(masked));
        m_database->run(u"UPDATE integration.payload SET content = 'Anna Bell;5'"_s);
        QCOMPARE(waitFor(m_vera->source.detail(1)).value().payload, QString());
        QCOMPARE(waitFor(m_sue->source.detail(1)).value().payload, u"Anna Bell;5"_s);
    }

    void aPayloadIsSearchedWhileItsProblemIsOpen()
    {
        failMessages(*m_database, *m_relay, 2);
        m_database->run(
            u"INSERT INTO integration.payload (transaction_id, revision, content) SELECT transaction_id, 2, "
            "'{\"name\": [\"Tea\", 12345678901234567890, null, true], \"customer\": {}}' FROM integration.exception WHERE id = 2"_s);
        const auto found = [this](const QString& text) {
            return m_sue->listed({ExceptionQueue::Open, {}, problems(u"payload:"_s + text), {}, 9});
        };
        QCOMPARE(found(u"\"anna bell\""_s), QList<qint64>{1});
        QCOMPARE(found(u"TEA"_s), QList<qint64>{2}); // as it is now
        QCOMPARE(found(u"12345678901234567890"_s), QList<qint64>{2}); // to the digit
        QCOMPARE(found(u"customer"_s), QList<qint64>()); // names of fields are no values
        m_sue->change(ExceptionAction::Resolve, {1}, {.reason = u"x"_s});
        QCOMPARE(m_database->rows(u"SELECT transaction_id FROM integration.payload_search"_s),
            m_database->rows(u"SELECT transaction_id FROM integration.exception WHERE id = 2"_s));
    }

    void aCauseThatComesBackIsARegression()
    {
        failMessages(*m_database, *m_relay, 1);
        QVERIFY(!m_sue->one(1).regression);
        m_sue->change(ExceptionAction::Resolve, {1}, {.resolution = Resolution::FixedInTarget, .reason = u"x"_s});
        submit(*m_database, u"new"_s, u"1"_s);
        submit(*m_database, u"other"_s, u"1"_s);
        const auto claimed = m_relay->claim();
        m_relay->finish({TryEnd::rejected(claimed.at(0)), TryEnd::rejected(claimed.at(1), u"E2"_s)});
        QVERIFY(m_sue->one(2).regression);
        QVERIFY(!m_sue->one(3).regression);
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

SIGNALBOX_TEST(TestExceptions)
#include "tst_exceptions.moc"
