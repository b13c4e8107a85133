// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgordersource.h"
#include "models/store/pgordertags.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// Tags against a real database: what one may be, who puts them on, what is told of it.
class TestOrderTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        m_settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(m_settings);
        QList<TestEvent> events;
        for (int i = 1; i <= 4; ++i)
            events.append({u"R-%1"_s.arg(i), u"order_captured"_s, QDateTime::currentDateTimeUtc().addSecs(-60), {},
                orderData(u"web"_s, u"9"_s, u"EUR"_s)});
        m_database->ingest(events);
        m_sue = std::make_unique<Person>(m_server.as(m_settings, u"sue"_s, {u"signalbox_support"_s}));
        m_tags = std::make_unique<PgOrderTags>(m_sue->runner);
    }
    void cleanup()
    {
        m_tags.reset();
        m_sue.reset();
        m_database.reset();
    }

    void whatATagIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tag"); // empty: none
        const auto row = [](const QString& text, const QString& tag) {
            QTest::newRow(qPrintable(u'"' + text + u'"')) << text << tag;
        };
        row(u"vip"_s, u"vip"_s);
        row(u"VIP"_s, u"vip"_s);
        row(u"Prüfen"_s, u"prüfen"_s);
        row(u"ÜBER"_s, u"über"_s);
        row(u"a-b_c.d"_s, u"a-b_c.d"_s);
        row(u"2026"_s, u"2026"_s);
        row(QString(40, u'x'), QString(40, u'x'));
        row(QString(41, u'x'), {});
        row({}, {});
        row(u"a b"_s, {});
        row(u"a,b"_s, {});
        row(u"a*"_s, {});
        row(u"a\"b"_s, {});
        row(u"a÷b"_s, {});
        row(u"a\nb"_s, {});
    }

    /// The database and the console have one rule.
    void whatATagIs()
    {
        QFETCH(QString, text);
        QFETCH(QString, tag);
        QCOMPARE(tagOf(text), tag);
        const auto changed = waitFor(m_tags->change({1}, {tag.isEmpty() ? text : tag}, {}, {}));
        QCOMPARE(bool(changed), !tag.isEmpty());
        QCOMPARE(tagsOf(1), tag.isEmpty() ? QStringList() : QStringList{tag});
    }

    void addsAndRemoves()
    {
        change({1, 2}, {u"vip"_s, u"B2B"_s}, {});
        QCOMPARE(tagsOf(1), (QStringList{u"b2b"_s, u"vip"_s}));
        change({1, 3, 1}, {u"late"_s}, {u"vip"_s, u"never"_s});
        QCOMPARE(tagsOf(1), (QStringList{u"b2b"_s, u"late"_s}));
        QCOMPARE(tagsOf(2), (QStringList{u"b2b"_s, u"vip"_s}));
        QCOMPARE(tagsOf(3), QStringList{u"late"_s});
        QCOMPARE(waitFor(m_tags->inUse()).value(), (QStringList{u"b2b"_s, u"late"_s, u"vip"_s}));
        const auto some = waitFor(m_tags->ofOrders({2, 4}));
        VERIFY_OUTCOME(some);
        QCOMPARE(some.value(), (QHash<qint64, QStringList>{{2, {u"b2b"_s, u"vip"_s}}}));
        const auto page = PgOrderSource(m_sue->runner).pageNow({});
        VERIFY_OUTCOME(page);
        for (const Order& order : page.value().orders)
            QCOMPARE(order.tags, tagsOf(order.id));
        QVERIFY(m_database->rebuild().isEmpty()); // they are no part of what events say
        QCOMPARE(tagsOf(1), (QStringList{u"b2b"_s, u"late"_s}));
    }

    void aChangeIsTakenBack()
    {
        change({1}, {u"vip"_s}, {});
        change({2}, {u"old"_s}, {});
        const auto changed = waitFor(m_tags->change({1, 2, 3}, {u"VIP"_s, u"late"_s}, {u"old"_s}, {}));
        VERIFY_OUTCOME(changed);
        QCOMPARE(resultOf(changed.value(), 1), (TagResult{1, true, {}, {u"late"_s}, {}}));
        QCOMPARE(resultOf(changed.value(), 2), (TagResult{2, true, {}, {u"late"_s, u"vip"_s}, {u"old"_s}}));
        change({2}, {u"new"_s}, {u"late"_s}); // what others did since stays
        change({3}, {}, {u"late"_s, u"vip"_s});
        const auto undone = waitFor(m_tags->undo(changed.value()));
        VERIFY_OUTCOME(undone);
        QCOMPARE(tagsOf(1), QStringList{u"vip"_s}); // it had that one before
        QCOMPARE(tagsOf(2), (QStringList{u"new"_s, u"old"_s}));
        QCOMPARE(tagsOf(3), QStringList());
        QVERIFY(resultOf(undone.value(), 1).done && resultOf(undone.value(), 2).done);
        QCOMPARE(resultOf(undone.value(), 3), (TagResult{3, false, u"changed since you looked"_s}));
        QCOMPARE(
            m_database->value(
                u"SELECT before->>'tags' || (after->>'tags') || actor || reason FROM integration.audit_entry WHERE object_kind = 'order' AND object_id = 1 ORDER BY seq DESC LIMIT 1"_s),
            u"[\"late\", \"vip\"][\"vip\"]sueundo"_s);
    }

    void whatIsWrongIsSaid()
    {
        QVERIFY(!waitFor(m_tags->change({1}, {}, {}, {})));
        QVERIFY(!waitFor(m_tags->change({1}, {u"a"_s}, {u"A"_s}, {})));
        const auto unknown = waitFor(m_tags->change({1, 99}, {u"a"_s}, {}, {}));
        VERIFY_OUTCOME(unknown);
        QCOMPARE(resultOf(unknown.value(), 1), (TagResult{1, true, {}, {u"a"_s}}));
        QCOMPARE(resultOf(unknown.value(), 99), (TagResult{99, false, u"there is no such order"_s}));
    }

    void anOrderHasTwentyAtMost()
    {
        QStringList many;
        for (int i = 1; i <= OrderTags::mostOfOrder; ++i)
            many.append(u"t%1"_s.arg(i));
        change({1}, many, {});
        const auto more = waitFor(m_tags->change({1, 2}, {u"x"_s}, {}, {}));
        VERIFY_OUTCOME(more);
        QCOMPARE(resultOf(more.value(), 1).why, u"an order has 20 tags at most"_s);
        QVERIFY(resultOf(more.value(), 2).done);
        QCOMPARE(tagsOf(1).size(), OrderTags::mostOfOrder);
        change({1}, {u"x"_s}, {u"t1"_s}); // one for another
        QCOMPARE(tagsOf(1).size(), OrderTags::mostOfOrder);
    }

    /// Each of them alone would be allowed.
    void twoAtOnceDoNotPassTheLimit()
    {
        QStringList many;
        for (int i = 1; i < OrderTags::mostOfOrder; ++i)
            many.append(u"t%1"_s.arg(i));
        change({1}, many, {});
        QList<QFuture<Outcome<QList<TagResult>>>> futures;
        for (int i = 0; i < 4; ++i)
            futures.append(m_tags->change({1}, {u"x%1"_s.arg(i)}, {}, {}));
        int done = 0;
        for (auto& future : futures) {
            const auto outcome = waitFor(future);
            VERIFY_OUTCOME(outcome);
            done += outcome.value().constFirst().done ? 1 : 0;
        }
        QCOMPARE(done, 1);
        QCOMPARE(tagsOf(1).size(), OrderTags::mostOfOrder);
    }

    void everyChangeIsOnRecordAndTold()
    {
        m_database->run(u"DELETE FROM integration.change_log"_s);
        VERIFY_OUTCOME(waitFor(m_tags->change({1, 2}, {u"vip"_s}, {}, u" a big customer "_s)));
        VERIFY_OUTCOME(waitFor(m_tags->change({1}, {u"vip"_s}, {u"never"_s}, {}))); // nothing changes
        QCOMPARE(
            m_database->rows(
                u"SELECT action, actor, object_id, before->>'tags', after->>'tags', reason FROM integration.audit_entry WHERE object_kind = 'order' ORDER BY seq"_s),
            (QList<QStringList>{{u"tag"_s, u"sue"_s, u"1"_s, u"[]"_s, u"[\"vip\"]"_s, u"a big customer"_s},
                {u"tag"_s, u"sue"_s, u"2"_s, u"[]"_s, u"[\"vip\"]"_s, u"a big customer"_s}}));
        QCOMPARE(m_database->rows(u"SELECT order_ids::text, exceptions FROM integration.change_log"_s),
            (QList<QStringList>{{u"{1,2}"_s, u"t"_s}}));
        QCOMPARE(m_database->rows(u"SELECT DISTINCT by FROM integration.order_tag"_s), QList<QStringList>{{u"sue"_s}});
    }

    void supportAndAdministratorsTag_data() { rowsOfSupportAndAdministrators(); }

    void supportAndAdministratorsTag()
    {
        QFETCH(QString, role);
        QFETCH(bool, may);
        change({2}, {u"seen"_s}, {});
        // a person for each: what a role was granted outlives the database
        QueryRunner runner(m_server.as(m_settings, u"p_"_s + role, {role}));
        PgOrderTags tags(runner);
        QCOMPARE(waitFor(tags.inUse()).value(), QStringList{u"seen"_s}); // everybody reads them
        const auto outcome = waitFor(tags.change({1}, {u"x"_s}, {}, {}));
        QCOMPARE(bool(outcome), may);
        if (!may)
            QCOMPARE(outcome.error().kind, Failure::Permission);
    }

    void problemsShowThoseOfTheirOrder()
    {
        putErp(*m_database);
        FakeRelay relay(m_settings, u"A"_s);
        failMessages(*m_database, relay, 1);
        m_database->run(u"UPDATE integration.exception SET order_id = 3"_s);
        change({3}, {u"vip"_s, u"a"_s}, {});
        const auto detail = waitFor(m_sue->source.detail(1));
        VERIFY_OUTCOME(detail);
        QCOMPARE(detail.value().tags, (QStringList{u"a"_s, u"vip"_s}));
    }

private:
    void change(const QList<qint64>& orders, const QStringList& add, const QStringList& remove)
    {
        const auto outcome = waitFor(m_tags->change(orders, add, remove, {}));
        VERIFY_OUTCOME(outcome);
        for (const TagResult& result : outcome.value())
            QVERIFY2(result.done, qPrintable(result.why));
    }

    QStringList tagsOf(qint64 order)
    {
        return m_database
            ->value(
                u"SELECT string_agg(tag, ',' ORDER BY tag) FROM integration.order_tag WHERE order_id = $1::bigint"_s,
                {QString::number(order)})
            .split(u',', Qt::SkipEmptyParts);
    }

    static TagResult resultOf(const QList<TagResult>& results, qint64 order)
    {
        const auto found = std::ranges::find(results, order, &TagResult::order);
        return found == results.end() ? TagResult() : *found;
    }

    TestServer m_server;
    ConnectionSettings m_settings;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<Person> m_sue;
    std::unique_ptr<PgOrderTags> m_tags;
};

SIGNALBOX_TEST(TestOrderTags)
#include "tst_ordertags.moc"
