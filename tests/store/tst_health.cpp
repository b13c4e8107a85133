// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/statenames.h"
#include "models/items/breachmodel.h"
#include "models/items/itemroles.h"
#include "models/items/valueatriskmodel.h"
#include "models/store/pghealthsource.h"
#include "models/store/pgordersource.h"
#include "tests/support/integrationdatabase.h"
#include "tests/support/rumours.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QMap>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// Counted one by one, in C++.
struct Counted
{
    QMap<QString, QMap<QString, qint64>> overdue; ///< by step and order, the oldest
    QMap<QString, std::array<QSet<QString>, ageBucketCount>> breaches;
    QMap<QString, QSet<QString>> dueSoon;
    QMap<QString, QSet<QString>> backlog;
    QMap<QString, QSet<QString>> backlogBreached;
    QMap<QString, QDateTime> backlogOldest;
    QSet<QString> open;
    QSet<QString> breached;
    QSet<QString> soon;
    QSet<QString> failed;
    QMap<QString, qint64> risk;
    QMap<QString, qint64> riskOrders;
    qint64 late = 0;
    QSet<QString> lateOrders;
};

std::size_t bucketOf(qint64 seconds)
{
    const QList<qint64> starts{15 * 60, 3600, 4 * 3600, 24 * 3600, 3 * 86400};
    return static_cast<std::size_t>(
        std::ranges::count_if(starts, [seconds](qint64 start) { return seconds >= start; }));
}

const QMap<QString, QString> backlogs{{u"erp_order_creation"_s, u"erp"_s},
    {u"inventory_reservation"_s, u"reservation"_s}, {u"goods_issue_posting"_s, u"shipment"_s},
    {u"shop_fulfillment_update"_s, u"shipment"_s}, {u"marketplace_shipment_update"_s, u"shipment"_s},
    {u"stock_posting"_s, u"shipment"_s}, {u"credit_memo_posted"_s, u"refund"_s}};

} // namespace

class TestHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void nothing()
    {
        IntegrationDatabase database(m_server.freshDatabase());
        QueryRunner runner(database.settings());
        const auto health = PgHealthSource(runner).healthNow();
        VERIFY_OUTCOME(health);
        HealthSnapshot expected;
        expected.asOf = health.value().asOf;
        QVERIFY(expected.asOf.isValid());
        QCOMPARE(health.value(), expected);
    }

    void figures_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : seeds({1, 2}))
            QTest::addRow("%u", seed) << seed;
    }

    void figures()
    {
        QFETCH(quint32, seed);
        IntegrationDatabase database(m_server.freshDatabase());
        Rumours::putChannels(database);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Rumours rumours(seed, Rumours::builtInProcesses(), now.addDays(-6), now.addSecs(-600));
        rumours.setLatest(QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC));
        database.ingest(rumours.events(250));
        database.ingest("[5, {\"specversion\": \"1.0\"}]");
        QueryRunner runner(database.settings());
        PgHealthSource source(runner);
        PgOrderSource orders(runner);

        const auto outcome = source.healthNow();
        VERIFY_OUTCOME(outcome);
        const HealthSnapshot& health = outcome.value();
        compare(health, count(database, health.asOf));
        if (QTest::currentTestFailed())
            return;
        QVERIFY(health.steps.size() > 10 && health.breachedOrders > 20 && health.failedOrders > 5);
        QCOMPARE(health.rejectedEvents, 2);
        lists(health, orders);
    }

    void ordersCountOnceInAStep()
    {
        IntegrationDatabase database(m_server.freshDatabase());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QString step = u"goods_issue_posting"_s;
        database.ingest(QList<TestEvent>{
            {u"two"_s, u"order_captured"_s, now.addDays(-2), {}, orderData(u"web"_s, u"10.00"_s, u"EUR"_s)},
            {u"two"_s, u"shipment_confirmation"_s, now.addSecs(-8 * 3600), u"shipment/1"_s},
            {u"two"_s, u"shipment_confirmation"_s, now.addSecs(-2 * 3600), u"shipment/2"_s}});
        // 6 h and half an hour past due: two shipments of one order in two buckets
        database.run(
            u"UPDATE integration.milestone SET due_at = now() - CASE scope WHEN 'shipment/1' THEN interval '6 hours' "
            "ELSE interval '30 minutes' END WHERE step = 'goods_issue_posting'"_s);
        QueryRunner runner(database.settings());
        PgHealthSource source(runner);
        PgOrderSource orders(runner);
        const auto health = source.healthNow();
        VERIFY_OUTCOME(health);
        const auto found = std::ranges::find(health.value().steps, step, &StepBreaches::step);
        QVERIFY(found != health.value().steps.end());
        QCOMPARE(found->total(), 1);
        QCOMPARE(found->byAge.at(3), 1); // by the older one
        opens(orders, BreachModel::filterFor(step, 3), 1);
        opens(orders, BreachModel::filterFor(step, 1), 0);
        opens(orders, BreachModel::filterFor(step, -1), 1);
        opens(orders, u"step:goods_issue_posting overdue>10m"_s, 1);
        opens(orders, u"step:goods_issue_posting -overdue<1h"_s, 1);
    }

    void reachedLateOpensWhatItCounts()
    {
        IntegrationDatabase database(m_server.freshDatabase());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QList<TestEvent> events;
        // validated hours too late: yesterday, and long ago; "twice" has a second step that was late
        for (const auto& [order, days] : {std::pair(u"fresh"_s, 0), {u"old"_s, 9}, {u"twice"_s, 0}}) {
            const QDateTime placed = now.addDays(-1 - days);
            events.append({order, u"order_captured"_s, placed, {}, orderData(u"web"_s, u"10.00"_s, u"EUR"_s)});
            events.append({order, u"validation"_s, placed.addSecs(6 * 3600)});
        }
        events.append({u"twice"_s, u"fraud_screening"_s, now.addSecs(-600)});
        database.ingest(events);
        QueryRunner runner(database.settings());
        PgOrderSource orders(runner);
        const auto health = PgHealthSource(runner).healthNow();
        VERIFY_OUTCOME(health);
        QCOMPARE(health.value().completedLate24h, 3);
        QCOMPARE(health.value().lateOrders24h, 2);
        opens(orders, u"late>=-24h"_s, 2);
        opens(orders, u"late<-24h"_s, 1);
        opens(orders, u"-late>=-24h"_s, 1);
    }

    void setAsideByPages()
    {
        IntegrationDatabase database(m_server.freshDatabase());
        QueryRunner runner(database.settings());
        PgHealthSource source(runner);
        auto page = readSetAside(source, {}, 10);
        QVERIFY(page.events.isEmpty() && !page.next);
        QCOMPARE(page.total, (CappedCount{0, false}));
        QVERIFY(page.asOf.isValid());

        for (int i = 0; i < 3; ++i) // each batch is of one moment: only the id tells its events apart
            database.ingest(
                QByteArray("[1%1, 2%1, 3%1, {\"specversion\": \"1.0\", \"id\": \"e%1\", \"source\": \"/shop\", "
                           "\"type\": \"com.shop.gift.v1\"}]")
                    .replace("%1", QByteArray::number(i)));
        database.ingest("[10]"); // once more
        QList<SetAsideEvent> all;
        std::optional<SetAsideCursor> after;
        int pages = 0;
        do {
            page = readSetAside(source, after, 5);
            all += page.events;
            after = page.next;
            QCOMPARE(page.total, (CappedCount{12, false}));
            ++pages;
        } while (after && pages < 9);
        QCOMPARE(pages, 3);
        QCOMPARE(all.size(), 12);
        QSet<qint64> ids;
        for (qsizetype i = 0; i < all.size(); ++i) {
            ids.insert(all.at(i).id);
            QVERIFY(i == 0 || all.at(i - 1).lastAt >= all.at(i).lastAt);
        }
        QCOMPARE(ids.size(), 12);
        QCOMPARE(all.at(0).count, 2);
        QCOMPARE(all.at(0).code, u"wrong_type"_s);
        QVERIFY(all.at(0).firstAt < all.at(0).lastAt);
        const auto gift = std::ranges::find(all, u"e1"_s, &SetAsideEvent::eventId);
        QVERIFY(gift != all.end());
        QCOMPARE(gift->code, u"unknown_type"_s);
        QCOMPARE(gift->source, u"/shop"_s);
        QCOMPARE(gift->origin, u"ingest"_s);
        QCOMPARE(gift->item, 4);
        QVERIFY(gift->reason.contains(u"com.shop.gift.v1"_s));
        const auto health = source.healthNow();
        VERIFY_OUTCOME(health);
        QCOMPARE(health.value().rejectedEvents, 12);
    }

private:
    static SetAsidePage readSetAside(PgHealthSource& source, const std::optional<SetAsideCursor>& after, int limit)
    {
        auto future = source.setAside(after, limit);
        future.waitForFinished();
        const auto page = future.result();
        if (!page)
            QTest::qFail(qPrintable(page.error().text), __FILE__, __LINE__);
        return page ? page.value() : SetAsidePage();
    }

    static Counted count(IntegrationDatabase& database, const QDateTime& now)
    {
        Counted counted;
        QMap<QString, QStringList> money;
        const auto rows = database.rows(
            u"SELECT o.order_key, o.currency, o.total_minor, m.step, m.state, m.late, (extract(epoch FROM m.eligible_at) * 1000)::bigint, "
            "(extract(epoch FROM m.warn_at) * 1000)::bigint, (extract(epoch FROM m.due_at) * 1000)::bigint, (extract(epoch FROM m.completed_at) * 1000)::bigint "
            "FROM integration.milestone m JOIN integration.sales_order o ON o.id = m.order_id"_s);
        for (const QStringList& row : rows) {
            const QString key = row.at(0);
            const QString step = row.at(3);
            if (row.at(5) == u"t"_s && utcOfMilliseconds(row.at(9)) >= now.addDays(-1)) {
                ++counted.late;
                counted.lateOrders.insert(key);
            }
            if (!QStringList{u"pending"_s, u"in_progress"_s, u"failed"_s}.contains(row.at(4)))
                continue;
            counted.open.insert(key);
            if (row.at(4) == u"failed"_s)
                counted.failed.insert(key);
            const QDateTime eligible = utcOfMilliseconds(row.at(6));
            const QDateTime due = utcOfMilliseconds(row.at(8));
            const bool breached = due.isValid() && due < now;
            if (breached) {
                counted.breached.insert(key);
                qint64& overdue = counted.overdue[step][key];
                overdue = std::max(overdue, due.secsTo(now));
                money.insert(key, {row.at(1), row.at(2)});
            } else if (due.isValid() && utcOfMilliseconds(row.at(7)) < now) {
                counted.soon.insert(key);
                counted.dueSoon[step].insert(key);
            }
            if (const QString backlog = backlogs.value(step); !backlog.isEmpty()) {
                counted.backlog[backlog].insert(key);
                if (breached)
                    counted.backlogBreached[backlog].insert(key);
                QDateTime& oldest = counted.backlogOldest[backlog]; // clazy:exclude=detaching-member
                if (eligible.isValid() && (!oldest.isValid() || eligible < oldest))
                    oldest = eligible;
            }
        }
        counted.soon -= counted.breached;
        for (const auto& [step, orders] : counted.overdue.asKeyValueRange()) {
            for (const auto& [key, overdue] : orders.asKeyValueRange())
                counted.breaches[step].at(bucketOf(overdue)).insert(key);
        }
        for (const QStringList& amount : std::as_const(money)) {
            if (amount.at(0).isEmpty())
                continue;
            counted.risk[amount.at(0)] += amount.at(1).toLongLong();
            ++counted.riskOrders[amount.at(0)];
        }
        return counted;
    }

    static void compare(const HealthSnapshot& health, const Counted& counted)
    {
        QMap<QString, StepBreaches> steps;
        for (const StepBreaches& step : health.steps)
            steps.insert(step.step, step);
        const QSet<QString> known(counted.breaches.keyBegin(), counted.breaches.keyEnd());
        const QSet<QString> soon(counted.dueSoon.keyBegin(), counted.dueSoon.keyEnd());
        QCOMPARE(QSet<QString>(steps.keyBegin(), steps.keyEnd()), known | soon);
        for (const StepBreaches& step : health.steps) {
            for (std::size_t bucket = 0; bucket < ageBucketCount; ++bucket)
                QVERIFY2(step.byAge.at(bucket) == counted.breaches.value(step.step).at(bucket).size(),
                    qPrintable(step.step));
            QVERIFY2(step.dueSoon == counted.dueSoon.value(step.step).size(), qPrintable(step.step));
        }
        for (int i = 0; i < backlogCount; ++i) {
            const QString name = toText(static_cast<Backlog>(i));
            const BacklogSize& size = health.backlogs.at(static_cast<std::size_t>(i));
            QVERIFY2(size.orders == counted.backlog.value(name).size(), qPrintable(name));
            QVERIFY2(size.breached == counted.backlogBreached.value(name).size(), qPrintable(name));
            QCOMPARE(size.oldest, counted.backlogOldest.value(name));
        }
        QMap<QString, qint64> risk;
        QMap<QString, qint64> riskOrders;
        for (qsizetype i = 0; i < health.valueAtRisk.size(); ++i) {
            const ValueAtRisk& value = health.valueAtRisk.at(i);
            risk.insert(value.value.currency, value.value.minor);
            riskOrders.insert(value.value.currency, value.orders);
            QVERIFY(i == 0 || health.valueAtRisk.at(i - 1).orders >= value.orders);
        }
        QCOMPARE(riskOrders, counted.riskOrders);
        QCOMPARE(risk, counted.risk);
        QCOMPARE(health.openOrders, counted.open.size());
        QCOMPARE(health.breachedOrders, counted.breached.size());
        QCOMPARE(health.dueSoonOrders, counted.soon.size());
        QCOMPARE(health.failedOrders, counted.failed.size());
        QCOMPARE(health.completedLate24h, counted.late);
        QCOMPARE(health.lateOrders24h, counted.lateOrders.size());
    }

    /// The list behind a figure has exactly as many orders.
    static void opens(PgOrderSource& orders, const QString& filter, qint64 figure)
    {
        const ParsedFilter parsed = parseFilter(filter, QDateTime::currentDateTimeUtc(), QTimeZone::utc());
        QVERIFY2(!parsed.mistake, qPrintable(filter));
        const auto count = orders.countNow(parsed.expression, 100000);
        VERIFY_OUTCOME(count);
        QVERIFY2(count.value().count == figure,
            qPrintable(u"%1: %2 orders, the figure is %3"_s.arg(filter).arg(count.value().count).arg(figure)));
    }

    static void lists(const HealthSnapshot& health, PgOrderSource& orders)
    {
        opens(orders, u"state:open"_s, health.openOrders);
        opens(orders, u"target:breached"_s, health.breachedOrders);
        opens(orders, u"target:due_soon"_s, health.dueSoonOrders);
        opens(orders, u"state:failed"_s, health.failedOrders);
        opens(orders, u"late>=-24h"_s, health.lateOrders24h);
        for (int i = 0; i < backlogCount; ++i) {
            const QString filter = u"backlog:"_s + toText(static_cast<Backlog>(i));
            opens(orders, filter, health.backlogs.at(static_cast<std::size_t>(i)).orders);
            opens(orders, filter + u" target:breached"_s, health.backlogs.at(static_cast<std::size_t>(i)).breached);
        }
        BreachModel breaches;
        breaches.setBreaches(health.steps);
        for (int row = 0; row < breaches.rowCount(); ++row) {
            for (int column = BreachModel::FirstAgeColumn; column < breaches.columnCount(); ++column) {
                const QModelIndex index = breaches.index(row, column);
                const QString filter = index.data(ItemRoles::FilterRole).toString();
                const qint64 figure = index.data(ItemRoles::ValueRole).toLongLong();
                if (filter.isEmpty())
                    QCOMPARE(figure, 0); // nothing to open
                else
                    opens(orders, filter, figure);
            }
        }
        ValueAtRiskModel values;
        values.setValues(health.valueAtRisk, health.breachedOrders);
        QCOMPARE(values.rowCount(), health.valueAtRisk.size());
        for (int row = 0; row < values.rowCount(); ++row) {
            const QString filter = values.index(row, 0).data(ItemRoles::FilterRole).toString();
            for (const ValueAtRisk& value : health.valueAtRisk) {
                if (filter.endsWith(value.value.currency))
                    opens(orders, filter, value.orders);
            }
        }
    }

    TestServer m_server;
};

SIGNALBOX_TEST(TestHealth)
#include "tst_health.moc"
