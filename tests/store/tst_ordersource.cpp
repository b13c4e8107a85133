// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pgordersource.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/rumours.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(OrderSort)

namespace {

FilterExpression filterOf(const QString& text)
{
    return parseFilter(text, QDateTime::currentDateTimeUtc(), QTimeZone::utc()).expression;
}

/// Whether a may come before b in a list.
bool inOrder(const Order& a, const Order& b, OrderSort sort, Qt::SortOrder direction)
{
    const bool up = direction == Qt::AscendingOrder;
    const auto compare = [up](const auto& x, const auto& y) { return up ? x < y : y < x; };
    switch (sort) {
    case OrderSort::PlacedAt:
        return compare(std::tuple(a.placedAt, a.id), std::tuple(b.placedAt, b.id));
    case OrderSort::Number:
        return compare(std::tuple(a.number.toUtf8(), a.id), std::tuple(b.number.toUtf8(), b.id));
    case OrderSort::NextDue:
        break;
    }
    if (a.nextDueAt.isValid() != b.nextDueAt.isValid())
        return a.nextDueAt.isValid(); // what has nothing due comes last, both ways
    if (!a.nextDueAt.isValid())
        return b.id < a.id;
    return compare(std::tuple(a.nextDueAt, a.id), std::tuple(b.nextDueAt, b.id));
}

template<typename T>
Outcome<T> wait(QFuture<Outcome<T>> future)
{
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Outcome<T>(Error{Failure::Other, u"no result"_s, {}, {}});
}

} // namespace

class TestOrderSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_database = std::make_unique<IntegrationDatabase>(m_server.freshDatabase());
        Rumours::putChannels(*m_database);
        Rumours rumours(99, Rumours::builtInProcesses(), utc(u"2018-01-05 00:00"_s), utc(u"2018-03-01 00:00"_s));
        m_database->ingest(rumours.events(45));
        QList<TestEvent> ties; // the same moment, the same number, the same due time
        for (int i = 0; i < 9; ++i)
            ties.append({u"T-%1"_s.arg(i), u"order_captured"_s, utc(u"2018-02-01 10:00"_s), {},
                orderData(u"web"_s, u"1"_s, u"EUR"_s, {{u"number"_s, u"500"_s}})});
        for (int i = 0; i < 9; ++i) { // nothing due
            ties.append({u"C-%1"_s.arg(i), u"order_captured"_s, utc(u"2018-02-01 11:00"_s).addSecs(i / 3), {},
                orderData(u"web"_s, u"1"_s, u"EUR"_s, {{u"number"_s, u"C-%1"_s.arg(i % 4)}})});
            ties.append({u"C-%1"_s.arg(i), u"cancelled"_s, utc(u"2018-02-01 12:00"_s)});
        }
        m_database->ingest(ties);
        m_runner = std::make_unique<QueryRunner>(m_database->settings());
        m_source = std::make_unique<PgOrderSource>(*m_runner);
    }

    void pages_data()
    {
        QTest::addColumn<OrderSort>("sort");
        QTest::addColumn<Qt::SortOrder>("direction");
        QTest::addColumn<QString>("filter");
        const QList<std::pair<const char*, OrderSort>> sorts{
            {"placed", OrderSort::PlacedAt}, {"due", OrderSort::NextDue}, {"number", OrderSort::Number}};
        for (const auto& [name, sort] : sorts) {
            for (const char* filter :
                {"", "state:open", "channel:web -state:done", "state:cancelled", "order:nothing"}) {
                QTest::addRow("%s up, %s", name, filter) << sort << Qt::AscendingOrder << QString::fromLatin1(filter);
                QTest::addRow("%s down, %s", name, filter)
                    << sort << Qt::DescendingOrder << QString::fromLatin1(filter);
            }
        }
    }

    void pages()
    {
        QFETCH(OrderSort, sort);
        QFETCH(Qt::SortOrder, direction);
        QFETCH(QString, filter);
        OrderPageRequest request{filterOf(filter), sort, direction, std::nullopt, 1000};
        const auto whole = m_source->pageNow(request);
        VERIFY_OUTCOME(whole);
        QVERIFY(!whole.value().next);
        const QList<Order> expected = whole.value().orders;
        QCOMPARE(m_source->countNow(request.filter, 1000).value().count, expected.size());
        if (filter.isEmpty())
            QCOMPARE(expected.size(), 63);
        for (qsizetype i = 1; i < expected.size(); ++i)
            QVERIFY2(inOrder(expected.at(i - 1), expected.at(i), sort, direction),
                qPrintable(expected.at(i - 1).key + u' ' + expected.at(i).key));

        for (int size = 1; size <= 7; ++size) {
            request.limit = size;
            request.after.reset();
            QList<Order> orders;
            do {
                const QDateTime asked = QDateTime::currentDateTimeUtc();
                const auto page = m_source->pageNow(request);
                VERIFY_OUTCOME(page);
                QVERIFY(page.value().orders.size() == size || !page.value().next);
                QVERIFY(page.value().asOf >= asked); // the server's clock is ours here
                QVERIFY(page.value().asOf <= QDateTime::currentDateTimeUtc().addMSecs(1));
                orders += page.value().orders;
                request.after = page.value().next;
            } while (request.after && orders.size() <= expected.size());
            QCOMPARE(orders, expected);
        }
    }

    void pagesWhileOrdersComeIn_data()
    {
        QTest::addColumn<OrderSort>("sort");
        QTest::addColumn<Qt::SortOrder>("direction");
        const QList<std::pair<const char*, OrderSort>> sorts{
            {"placed", OrderSort::PlacedAt}, {"due", OrderSort::NextDue}, {"number", OrderSort::Number}};
        for (const auto& [name, sort] : sorts) {
            QTest::addRow("%s up", name) << sort << Qt::AscendingOrder;
            QTest::addRow("%s down", name) << sort << Qt::DescendingOrder;
        }
    }

    void pagesWhileOrdersComeIn()
    {
        QFETCH(OrderSort, sort);
        QFETCH(Qt::SortOrder, direction);
        IntegrationDatabase database(m_server.freshDatabase());
        QueryRunner runner(database.settings());
        PgOrderSource source(runner);
        int number = 0;
        const auto add = [&](int count) {
            QList<TestEvent> events;
            for (int i = 0; i < count; ++i, ++number) {
                const QString key = u"N-%1"_s.arg(number);
                const QDateTime time = utc(u"2018-02-01 10:00"_s).addSecs((number * 37) % 50);
                events.append({key, u"order_captured"_s, time, {},
                    orderData(u"web"_s, u"1"_s, u"EUR"_s, {{u"number"_s, QString::number(number * 7 % 20)}})});
                if (number % 3 == 0)
                    events.append({key, u"cancelled"_s, time.addSecs(60)});
            }
            database.ingest(events);
        };
        add(40);
        OrderPageRequest request{{}, sort, direction, std::nullopt, 1000};
        QSet<QString> there;
        const auto first = source.pageNow(request);
        VERIFY_OUTCOME(first);
        for (const Order& order : first.value().orders)
            there.insert(order.key);
        request.limit = 3;
        QStringList seen;
        QList<Order> last;
        do {
            const auto page = source.pageNow(request);
            VERIFY_OUTCOME(page);
            for (const Order& order : page.value().orders) {
                seen.append(order.key);
                if (!last.isEmpty())
                    QVERIFY2(inOrder(last.constLast(), order, sort, direction), qPrintable(order.key));
                last = {order};
            }
            request.after = page.value().next;
            add(2);
        } while (request.after && seen.size() < 500);
        const QSet<QString> unique(seen.cbegin(), seen.cend());
        QCOMPARE(unique.size(), seen.size());
        QVERIFY2(unique.contains(there), qPrintable(QStringList((there - unique).values()).join(u' ')));
    }

    void countsAreCapped_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<qint64>("cap");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<bool>("more");
        QTest::newRow("all") << QString() << qint64(1000) << qint64(63) << false;
        QTest::newRow("exactly the cap") << QString() << qint64(63) << qint64(63) << false;
        QTest::newRow("one more") << QString() << qint64(62) << qint64(62) << true;
        QTest::newRow("nothing") << u"order:nothing"_s << qint64(5) << qint64(0) << false;
        QTest::newRow("with a filter") << u"order:T-*"_s << qint64(5) << qint64(5) << true;
        QTest::newRow("none wanted") << u"order:T-*"_s << qint64(0) << qint64(0) << true;
    }

    void countsAreCapped()
    {
        QFETCH(QString, filter);
        QFETCH(qint64, cap);
        QFETCH(qint64, count);
        QFETCH(bool, more);
        const auto found = wait(m_source->count(filterOf(filter), cap));
        VERIFY_OUTCOME(found);
        QCOMPARE(found.value().count, count);
        QCOMPARE(found.value().more, more);
    }

    void byIds()
    {
        const auto page
            = m_source->pageNow({filterOf(u"order:T-*"_s), OrderSort::PlacedAt, Qt::AscendingOrder, std::nullopt, 100});
        VERIFY_OUTCOME(page);
        QList<qint64> ids{-1, 0, 999999999};
        for (const Order& order : page.value().orders)
            ids.append(order.id);
        auto found = wait(m_source->byIds(ids));
        VERIFY_OUTCOME(found);
        QList<Order> orders = found.value();
        std::ranges::sort(orders, {}, &Order::id);
        QCOMPARE(orders, page.value().orders);
        QCOMPARE(wait(m_source->byIds({})).value(), QList<Order>());
    }

    void find()
    {
        const auto keys = [this](const QString& text, int limit) {
            QStringList found;
            const auto orders = m_source->findNow(text, limit);
            for (const Order& order : orders.value())
                found.append(order.key);
            return found;
        };
        QCOMPARE(keys(u"T-"_s, 100).size(), 9);
        QCOMPARE(keys(u"T-3"_s, 100), QStringList(u"T-3"_s));
        QCOMPARE(keys(u"T-"_s, 4), (QStringList{u"T-8"_s, u"T-7"_s, u"T-6"_s, u"T-5"_s}));
        QVERIFY(keys(u"500"_s, 100).size() >= 9);
        QCOMPARE(keys(u"-3"_s, 100), QStringList());
        QCOMPARE(keys(u"%"_s, 100), QStringList());
        QCOMPARE(keys(u"*"_s, 100), QStringList());
        const auto referenced = m_database->rows(
            u"SELECT DISTINCT o.order_key FROM integration.external_ref r JOIN integration.sales_order o ON o.id = r.order_id WHERE r.object_id LIKE 'D-1%'"_s);
        QVERIFY(!referenced.isEmpty());
        QCOMPARE(keys(u"D-1"_s, 100).size(), referenced.size());
    }

    void aNewerPageCancelsTheOlder()
    {
        QList<QFuture<Outcome<OrderPage>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.append(m_source->page({}));
        for (auto& future : futures) {
            const auto page = wait(future);
            QVERIFY2(page || page.error().kind == Failure::Cancelled, qPrintable(reasonOf(page)));
        }
        VERIFY_OUTCOME(futures.constLast().result());
    }

    void detail()
    {
        const QJsonObject line1{{u"line"_s, u"1"_s}, {u"sku"_s, u"A-1"_s}, {u"title"_s, u"Lamp"_s},
            {u"quantity"_s, u"2.50"_s}, {u"unitPrice"_s, u"9.90"_s}};
        const QJsonObject line10{{u"line"_s, u"10"_s}, {u"sku"_s, u"B-1"_s}};
        const QJsonObject line2{
            {u"line"_s, u"2"_s}, {u"sku"_s, u"C-1"_s}, {u"quantity"_s, u"1"_s}, {u"unitPrice"_s, u"9.905"_s}};
        QJsonObject captured = orderData(
            u"sparse"_s, u"19.80"_s, u"EUR"_s, {{u"number"_s, u"4711"_s}, {u"customer"_s, u"anna@example.org"_s}});
        captured.insert(u"lines"_s, QJsonArray{line10, line2, line1});
        captured.insert(u"refs"_s,
            QJsonArray{QJsonObject{{u"system"_s, u"erp"_s}, {u"type"_s, u"sales_order"_s}, {u"id"_s, u"SO-1"_s}}});
        captured.insert(u"shipTo"_s,
            QJsonObject{{u"firstName"_s, u"Anna"_s}, {u"street"_s, u"Ring 7"_s}, {u"country"_s, u"DE"_s},
                {u"phone"_s, 4912345}});
        TestEvent failed{u"DETAIL"_s, u"payment_authorization.failed"_s, utc(u"2018-02-01 10:02"_s), {},
            {{u"message"_s, u"card declined"_s}}};
        failed.id = u"psp-1"_s;
        m_database->ingest({{u"DETAIL"_s, u"order_captured"_s, utc(u"2018-02-01 10:00"_s), {}, captured}, failed,
            {u"DETAIL"_s, u"refund_issued"_s, utc(u"2018-02-02 10:00"_s), u"refund/1"_s,
                {{u"big"_s, u"9007199254740993"_s}}}});
        m_database->run(u"SELECT integration.refresh_norms(true)"_s);

        const qint64 id
            = m_database->value(u"SELECT id FROM integration.sales_order WHERE order_key = 'DETAIL'"_s).toLongLong();
        const auto outcome = wait(m_source->detail(id));
        VERIFY_OUTCOME(outcome);
        const OrderDetail& detail = outcome.value();
        QCOMPARE(detail.order.number, u"4711"_s);
        QCOMPARE(detail.order.customer, u"a***@example.org"_s);
        QCOMPARE(detail.order.total, (Money{1980, u"EUR"_s}));
        QCOMPARE(detail.channelTitle, u"sparse"_s);
        QVERIFY(detail.asOf.isValid());
        QCOMPARE(detail.process.name, u"ship_to_home"_s);
        QCOMPARE(detail.process.steps.size(), 16);
        QVERIFY(!detail.process.find(u"validation"_s)->supplied);
        QVERIFY(detail.process.find(u"shipment_confirmation"_s)->supplied);
        QCOMPARE(detail.process.find(u"shipment_confirmation"_s)->target, u"P3D"_s);
        QCOMPARE(detail.returnProcess.name, u"return"_s);
        QVERIFY(detail.returnProcess.find(u"inspection"_s)->goods);
        QVERIFY(!detail.returnProcess.find(u"refund_issued"_s)->goods);

        QStringList states;
        for (const Milestone& m : detail.milestones)
            states.append(m.step + u' ' + QVariant::fromValue(m.state).toString());
        QVERIFY2(states.contains(u"validation Unknown"_s) && states.contains(u"delivery_confirmation Blocked"_s)
                && states.contains(u"payment_authorization Failed"_s),
            qPrintable(states.join(u'\n')));
        QCOMPARE(states.constFirst(), u"order_captured Completed"_s);
        const auto step
            = [&detail](const QString& name) { return *std::ranges::find(detail.milestones, name, &Milestone::step); };
        QCOMPARE(step(u"payment_authorization"_s).message, u"card declined"_s);
        QCOMPARE(step(u"payment_authorization"_s).failedAt, utc(u"2018-02-01 10:02"_s));
        QCOMPARE(step(u"refund_issued"_s).scope, u"refund/1"_s);
        QCOMPARE(step(u"refund_issued"_s).evidenceSource, u"/test"_s);
        QVERIFY(step(u"refund_issued"_s).evidenceId.startsWith(u"DETAIL/refund_issued"_s));

        QCOMPARE(detail.lines.size(), 3);
        QCOMPARE(detail.lines.at(0), (OrderLine{u"1"_s, u"A-1"_s, u"Lamp"_s, u"2.50"_s, {990, u"EUR"_s}}));
        QCOMPARE(detail.lines.at(1).line, u"2"_s);
        QCOMPARE(detail.lines.at(2).line, u"10"_s);
        QCOMPARE(detail.references,
            QList<ExternalRef>({{u"erp"_s, u"sales_order"_s, u"SO-1"_s, utc(u"2018-02-01 10:00"_s)}}));

        QCOMPARE(detail.events.size(), 3);
        QVERIFY(!detail.moreEvents);
        const BusinessEvent& first = detail.events.at(0);
        QCOMPARE(first.step, u"order_captured"_s);
        QCOMPARE(first.outcome, u"completed"_s);
        for (const QString& secret : {u"anna"_s, u"Anna"_s, u"Ring"_s, u"49123"_s})
            QVERIFY2(!first.data.contains(secret), qPrintable(first.data));
        for (const QString& open : {u"\"DE\""_s, u"Lamp"_s, u"19.80"_s, u"a***@example.org"_s})
            QVERIFY2(first.data.contains(open), qPrintable(first.data));
        QCOMPARE(detail.events.at(2).scope, u"refund/1"_s);
        QVERIFY(detail.events.at(2).data.contains(u"9007199254740993"_s));
    }

    void numbersInEventsStayExact()
    {
        m_database->ingest(
            R"([{"specversion":"1.0","source":"/x","id":"exact","type":"com.signalbox.order.changed.v1","subject":"order/EXACT",
            "time":"2018-02-01T10:00:00Z","data":{"id":12345678901234567890123,"price":1.10,"small":0.1000000000000000000001}}])");
        const auto detail = m_source->detailNow(
            m_database->value(u"SELECT id FROM integration.sales_order WHERE order_key = 'EXACT'"_s).toLongLong());
        VERIFY_OUTCOME(detail);
        for (const QString& number : {u"12345678901234567890123"_s, u"1.10"_s, u"0.1000000000000000000001"_s})
            QVERIFY2(detail.value().events.constFirst().data.contains(number),
                qPrintable(detail.value().events.constFirst().data));
    }

    void normsAreLearnedFromWhatPassed()
    {
        IntegrationDatabase database(m_server.freshDatabase());
        QList<TestEvent> events;
        for (int i = 1; i <= 100; ++i) {
            const QString key = u"N-%1"_s.arg(i);
            events.append(
                {key, u"order_captured"_s, utc(u"2018-02-01 10:00"_s), {}, orderData(u"web"_s, u"1"_s, u"EUR"_s)});
            events.append({key, u"validation"_s, utc(u"2018-02-01 10:00"_s).addSecs(i)});
        }
        database.ingest(events);
        database.run(u"SELECT integration.refresh_norms(true)"_s);
        QueryRunner runner(database.settings());
        PgOrderSource source(runner);
        const auto detail
            = source.detailNow(database.value(u"SELECT min(id) FROM integration.sales_order"_s).toLongLong());
        VERIFY_OUTCOME(detail);
        const StepNorm norm = detail.value().norms.value(u"validation"_s);
        QCOMPARE(norm.medianSeconds, 50);
        QCOMPARE(norm.p95Seconds, 95);
        QCOMPARE(norm.samples, 100);
        QVERIFY(!detail.value().norms.contains(u"erp_order_creation"_s));
    }

    void theNewestEventsAreShown()
    {
        QList<TestEvent> events;
        for (int i = 0; i < OrderSource::eventLimit + 20; ++i) {
            events.append({u"MANY"_s, u"changed"_s, utc(u"2018-02-01 10:00"_s).addSecs(i / 2)});
            events.last().id = u"m%1"_s.arg(i, 4, 10, QChar(u'0'));
        }
        m_database->ingest(events);
        const auto detail = m_source->detailNow(
            m_database->value(u"SELECT id FROM integration.sales_order WHERE order_key = 'MANY'"_s).toLongLong());
        VERIFY_OUTCOME(detail);
        QVERIFY(detail.value().moreEvents);
        QCOMPARE(detail.value().events.size(), OrderSource::eventLimit);
        QCOMPARE(detail.value().events.constFirst().id, u"m0020"_s);
        QCOMPARE(detail.value().events.constLast().id, u"m%1"_s.arg(OrderSource::eventLimit + 19, 4, 10, QChar(u'0')));
    }

    void anOrderThatIsNotThere()
    {
        const auto detail = wait(m_source->detail(-5));
        QVERIFY(!detail);
        QCOMPARE(detail.error().kind, Failure::NotFound);
    }

    void pagesWalkTheirIndex_data()
    {
        QTest::addColumn<OrderSort>("sort");
        QTest::addColumn<Qt::SortOrder>("direction");
        QTest::addColumn<QString>("index");
        QTest::newRow("placed up") << OrderSort::PlacedAt << Qt::AscendingOrder << u"sales_order_placed"_s;
        QTest::newRow("placed down") << OrderSort::PlacedAt << Qt::DescendingOrder << u"sales_order_placed"_s;
        QTest::newRow("due up") << OrderSort::NextDue << Qt::AscendingOrder << u"sales_order_due"_s;
        QTest::newRow("due down") << OrderSort::NextDue << Qt::DescendingOrder << u"sales_order_due"_s;
        QTest::newRow("number up") << OrderSort::Number << Qt::AscendingOrder << u"sales_order_number"_s;
        QTest::newRow("number down") << OrderSort::Number << Qt::DescendingOrder << u"sales_order_number"_s;
    }

    void pagesWalkTheirIndex()
    {
        QFETCH(OrderSort, sort);
        QFETCH(Qt::SortOrder, direction);
        QFETCH(QString, index);
        if (!m_large) {
            m_large = std::make_unique<IntegrationDatabase>(m_server.freshDatabase());
            m_large->run(
                u"INSERT INTO integration.sales_order (order_key, order_number, placed_at, first_event_at, last_event_at, next_due_at) "
                "SELECT 'L-' || n, (n * 7919 % 20011)::text, t, t, t, CASE WHEN n % 3 = 0 THEN t + interval '1 day' END "
                "FROM (SELECT n, timestamptz '2018-01-01 00:00+00' + make_interval(secs => n * 104729 % 2000003) AS t FROM generate_series(1, 20000) n) s"_s);
            m_large->run(u"VACUUM ANALYZE integration.sales_order"_s);
            // it reads the table too, to sum up ranges of it, and would be counted some time later
            m_large->run(u"SELECT pg_stat_force_next_flush()"_s);
        }
        constexpr int limit = 200;
        const auto before = readsOf(index);
        {
            QueryRunner runner(m_large->settings());
            PgOrderSource source(runner);
            OrderPageRequest request{{}, sort, direction, std::nullopt, limit};
            for (int i = 0; i < 3; ++i) {
                const auto page = source.pageNow(request);
                VERIFY_OUTCOME(page);
                QCOMPARE(page.value().orders.size(), limit);
                request.after = page.value().next;
            }
        } // the server counts what a connection did when it ends
        QTRY_VERIFY(readsOf(index).at(0) > before.at(0));
        const auto after = readsOf(index);
        QVERIFY2(
            after.at(1) - before.at(1) <= 3 * (limit + 2), qPrintable(QString::number(after.at(1) - before.at(1))));
        QCOMPARE(after.at(2), before.at(2)); // no scan of the whole table
    }

private:
    /// Scans of the index, entries read from it, scans of the table.
    QList<qint64> readsOf(const QString& index)
    {
        const QStringList row
            = m_large
                  ->rows(
                      u"SELECT i.idx_scan, i.idx_tup_read, t.seq_scan FROM pg_stat_user_indexes i JOIN pg_stat_user_tables t USING (relid) "
                      "WHERE i.schemaname = 'integration' AND i.indexrelname = $1"_s,
                      {index})
                  .value(0);
        return {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong()};
    }

    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<IntegrationDatabase> m_large;
    std::unique_ptr<QueryRunner> m_runner;
    std::unique_ptr<PgOrderSource> m_source;
};

SIGNALBOX_TEST(TestOrderSource)
#include "tst_ordersource.moc"
