// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of Health against a statement that looks at every open step.
#include "tests/support/integrationdatabase.h"
#include "tests/support/rumours.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {

/// Due and warning times of open steps at all ages and on every edge between them, or none; what sales_order keeps of
/// them follows. One transaction with what comes after it, so that now() is the same.
const QString spreadDueTimes = uR"(
    UPDATE integration.milestone m SET due_at = s.due_at, warn_at = s.due_at - s.notice
    FROM (SELECT order_id, step_no, scope, now() - (ARRAY['0', '1 microsecond', '-1 microsecond', '14 minutes 59.999999', '15 minutes', '1 hour',
                     '1 hour 0.000001', '3 hours', '4 hours', '23:59:59.999999', '24 hours', '2 days', '71:59:59.999999', '72 hours',
                     '40 days', '-2 hours', '-9 days', NULL])[1 + (h & 65535) % 18]::interval AS due_at,
                 (ARRAY['0', '1 microsecond', '1 hour', '3 days'])[1 + (h >> 20 & 3)]::interval AS notice
          FROM (SELECT order_id, step_no, scope, hashtextextended(order_id || scope || step_no, $seed) & 2147483647 AS h
                FROM integration.milestone WHERE state IN ('pending', 'in_progress', 'failed')) h) s
    WHERE m.order_id = s.order_id AND m.step_no = s.step_no AND m.scope = s.scope;
    UPDATE integration.milestone SET completed_at = now() - interval '24 hours' WHERE late AND order_id % 3 = 0;
    UPDATE integration.sales_order o SET next_due_at = s.due_at, next_warn_at = s.warn_at
    FROM (SELECT order_id, min(due_at) AS due_at, min(warn_at) AS warn_at FROM integration.open_milestone GROUP BY order_id) s WHERE o.id = s.order_id;
)"_s;

/// The definition of each figure, one open step after the other.
const QString stepByStep = uR"(
    WITH open AS MATERIALIZED (
        SELECT m.order_id, m.step, m.state, m.eligible_at, m.currency, m.total_minor, m.breached IS TRUE AS breached, m.due_soon IS TRUE AS due_soon,
               extract(epoch FROM now() - m.due_at) AS overdue
        FROM integration.open_milestone m
    ), orders AS MATERIALIZED (
        SELECT order_id, bool_or(breached) AS breached, bool_or(due_soon) AS due_soon, bool_or(state = 'failed') AS failed,
               min(currency) AS currency, min(total_minor) AS total_minor
        FROM open GROUP BY order_id
    ), breaches AS (
        SELECT step, order_id, bool_or(due_soon) AS due_soon, max(overdue) FILTER (WHERE breached) AS overdue
        FROM open GROUP BY step, order_id
    ), place AS (
        SELECT p.step, min(p.system) AS system, min(p.ordinal) AS ordinal FROM integration.plan_step p
        WHERE p.plan_id IN (SELECT o.plan_id FROM integration.sales_order o WHERE o.open_count > 0) GROUP BY p.step
    ), reached_late AS MATERIALIZED (
        SELECT count(*) AS steps, count(DISTINCT order_id) AS orders
        FROM integration.milestone WHERE late AND completed_at >= now() - interval '24 hours'
    )
    SELECT jsonb_build_object(
        'as_of', (extract(epoch FROM now()) * 1000)::bigint,
        'steps', (SELECT COALESCE(jsonb_agg(jsonb_build_object('step', s.step, 'system', COALESCE(p.system, ''), 'due_soon', s.due_soon, 'by_age', s.by_age)
                                            ORDER BY COALESCE(p.ordinal, 999), s.step), '[]') FROM (
            SELECT step, count(*) FILTER (WHERE due_soon) AS due_soon,
                   jsonb_build_array(count(*) FILTER (WHERE overdue < 900),
                                     count(*) FILTER (WHERE overdue >= 900 AND overdue < 3600),
                                     count(*) FILTER (WHERE overdue >= 3600 AND overdue < 14400),
                                     count(*) FILTER (WHERE overdue >= 14400 AND overdue < 86400),
                                     count(*) FILTER (WHERE overdue >= 86400 AND overdue < 259200),
                                     count(*) FILTER (WHERE overdue >= 259200)) AS by_age
            FROM breaches GROUP BY step HAVING bool_or(overdue IS NOT NULL OR due_soon)) s LEFT JOIN place p ON p.step = s.step),
        'value_at_risk', (SELECT COALESCE(jsonb_agg(s ORDER BY s.orders DESC, s.currency), '[]') FROM (
            SELECT currency, COALESCE(sum(total_minor), 0)::text AS minor, count(*) AS orders
            FROM orders WHERE breached AND currency IS NOT NULL GROUP BY currency) s),
        'backlogs', (SELECT jsonb_object_agg(b.backlog, jsonb_build_object('orders', b.orders, 'breached', b.breached, 'oldest', b.oldest)) FROM (
            SELECT b.backlog, count(DISTINCT o.order_id) AS orders, count(DISTINCT o.order_id) FILTER (WHERE o.breached) AS breached,
                   (extract(epoch FROM min(o.eligible_at)) * 1000)::bigint AS oldest
            FROM integration.backlog_step b LEFT JOIN open o ON o.step = b.step GROUP BY b.backlog) b),
        'open_orders', (SELECT count(*) FROM orders),
        'breached_orders', (SELECT count(*) FROM orders WHERE breached),
        'due_soon_orders', (SELECT count(*) FROM orders WHERE due_soon AND NOT breached),
        'failed_orders', (SELECT count(*) FROM orders WHERE failed),
        'late_24h', (SELECT steps FROM reached_late),
        'late_orders_24h', (SELECT orders FROM reached_late),
        'rejected', (SELECT count(*) FROM integration.rejected_event)) AS figures
)"_s;

} // namespace

class TestHealthFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void sameAsStepByStep_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("orders");
        QTest::addColumn<bool>("spread");
        QTest::newRow("no orders") << quint32(1) << 0 << false;
        for (const quint32 seed : seeds(known)) {
            QTest::addRow("%u, as told", seed) << seed << 200 << false;
            QTest::addRow("%u, all ages", seed) << seed << 400 << true;
        }
    }

    void sameAsStepByStep()
    {
        QFETCH(quint32, seed);
        QFETCH(int, orders);
        QFETCH(bool, spread);
        IntegrationDatabase database(m_server.freshDatabase());
        Rumours::putChannels(database);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Rumours rumours(seed, Rumours::builtInProcesses(), now.addDays(-6), now.addSecs(-600));
        rumours.setLatest(QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC));
        if (orders > 0)
            database.ingest(rumours.events(orders));

        const QString change = spread ? QString(spreadDueTimes).replace(u"$seed"_s, QString::number(seed)) : QString();
        const auto figures = database.rows(change
            + u"SELECT key, h.value, n.value, h.value IS NOT DISTINCT FROM n.value FROM jsonb_each(integration.health()) h "
              "FULL JOIN (SELECT e.* FROM ("_s
            + stepByStep + u") s, jsonb_each(s.figures) e) n USING (key) ORDER BY key"_s);
        QVERIFY(figures.size() > 10);
        for (const QStringList& figure : figures)
            QVERIFY2(figure.at(3) == u"t"_s,
                qPrintable(u"%1:\n%2\nstep by step:\n%3"_s.arg(figure.at(0), figure.at(1), figure.at(2))));
        if (spread && known.contains(seed))
            hasAllCases(database);
    }

private:
    /// What the comparison would be worth little without.
    static void hasAllCases(IntegrationDatabase& database)
    {
        for (const QString& found :
            {u"SELECT 1 FROM integration.open_milestone GROUP BY step, order_id HAVING max(due_at) - min(due_at) > interval '1 day'"_s,
                u"SELECT 1 FROM integration.open_milestone WHERE scope <> '' GROUP BY step HAVING count(DISTINCT due_at) > 12"_s,
                u"SELECT 1 FROM integration.sales_order WHERE open_count > 0 AND next_due_at IS NULL"_s,
                u"SELECT 1 FROM integration.sales_order WHERE open_count > 0 AND cancelled_at IS NOT NULL"_s,
                u"SELECT 1 FROM integration.sales_order WHERE next_due_at < now() AND currency IS NULL"_s,
                u"SELECT 1 FROM integration.sales_order WHERE next_due_at < now() AND failed_count > 1"_s,
                u"SELECT 1 FROM integration.open_milestone WHERE system = ''"_s,
                u"SELECT 1 FROM integration.milestone WHERE late"_s})
            QVERIFY2(!database.value(found + u" LIMIT 1"_s).isEmpty(), qPrintable(found));
        for (const QString& backlog : {u"erp"_s, u"reservation"_s, u"shipment"_s, u"refund"_s})
            QVERIFY2(
                database.value(u"SELECT integration.health()->'backlogs'->'"_s + backlog + u"'->>'breached'"_s).toInt()
                    > 1,
                qPrintable(backlog));
    }

    const QList<quint32> known{1, 2, 3}; // seeds() may add others
    TestServer m_server;
};

SIGNALBOX_TEST(TestHealthFigures)
#include "tst_healthfigures.moc"
