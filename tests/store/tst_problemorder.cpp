// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pggroupsource.h"
#include "tests/store/person.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

/// The orders of Triage against a real database: page by page over all that match.
class TestProblemOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        FakeRelay relay(m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s}), u"A"_s);
        m_vera = std::make_unique<Person>(m_server.as(settings, u"vera"_s, {u"signalbox_viewer"_s}));
        putErp(*m_database);
        for (int i = 1; i <= 30; ++i) {
            submit(*m_database, QString::number(i), u"1"_s);
            relay.finish({TryEnd::rejected(relay.claim().at(0), u"E%1"_s.arg(i % 4))});
        }
        // with ties, and with some of which a value or a time is not known
        m_database->run(
            u"UPDATE integration.exception SET opened_at = timestamptz '2026-01-01 00:00:00.123456+00' + id % 5 * interval '1 day', "
            "due_at = CASE WHEN id % 6 > 0 THEN now() + (id % 7 - 3) * interval '3 hours' END, "
            "currency = CASE WHEN id % 8 > 0 THEN (ARRAY['EUR', 'CHF', 'USD'])[1 + id % 3] END, "
            "total_minor = CASE WHEN id % 8 > 0 THEN (id * 37) % 11 * 100 END"_s);
        m_database->run(u"UPDATE integration.exception_group SET owner = CASE WHEN id % 2 = 0 THEN 'anna' END, "
                        "state = (ARRAY['acknowledged', 'new', 'investigating'])[1 + id % 3]"_s);
        m_database->run(u"SELECT integration.fold_tallies()"_s);
    }

    void pagesOfProblems_data()
    {
        QTest::addColumn<ProblemOrder>("order");
        QTest::addColumn<QString>("sql");
        using Sort = ProblemSort;
        const auto known = [](const QString& key) {
            return u"%1 IS NULL, %1 %2, CASE WHEN %1 IS NULL THEN -id END, id %2"_s.arg(key);
        };
        for (const auto& [sort, name, key] :
            {std::tuple{Sort::Opened, "opened", known(u"opened_at"_s)}, {Sort::Due, "due", known(u"due_at"_s)}}) {
            for (const bool up : {true, false})
                QTest::addRow("%s %s", name, up ? "ascending" : "descending")
                    << ProblemOrder{sort, up} << QString(key).replace(u"%2"_s, up ? u"ASC"_s : u"DESC"_s);
        }
        QTest::newRow("standard") << ProblemOrder() << u"opened_at DESC, id DESC"_s;
    }

    void pagesOfProblems()
    {
        QFETCH(ProblemOrder, order);
        QFETCH(QString, sql);
        const qint64 group = m_database->value(u"SELECT min(id) FROM integration.exception_group"_s).toLongLong();
        for (const auto& [query, where] :
            {std::pair{ExceptionQuery{}, u"true"_s}, {ExceptionQuery{.group = group}, u"group_id = %1"_s.arg(group)},
                {ExceptionQuery{.filter = problems(u"code:E1 OR value>=5"_s)},
                    u"error_code = 'E1' OR total_minor >= 500"_s}}) {
            QStringList expected;
            for (const QStringList& row :
                m_database->rows(u"SELECT id FROM integration.exception WHERE %1 ORDER BY %2"_s.arg(where, sql)))
                expected.append(row.constFirst());
            QVERIFY(expected.size() > 4);
            ExceptionQuery part = query;
            part.order = order;
            part.limit = 4;
            QStringList listed;
            do {
                const auto page = waitFor(m_vera->source.page(part));
                VERIFY_OUTCOME(page);
                for (const Exception& exception : page.value().exceptions)
                    listed.append(QString::number(exception.id));
                part.after = page.value().next;
            } while (part.after && listed.size() <= expected.size());
            QCOMPARE(listed, expected);
        }
    }

    void groupsBy_data()
    {
        QTest::addColumn<ProblemSort>("sort");
        QTest::addColumn<QString>("key");
        const auto open = [](const QString& what) {
            return u"(SELECT %1 FROM integration.exception x WHERE x.group_id = g.id)"_s.arg(what);
        };
        QTest::newRow("opened") << ProblemSort::Opened << u"g.first_at"_s;
        QTest::newRow("due") << ProblemSort::Due << open(u"min(x.due_at)"_s);
        QTest::newRow("count") << ProblemSort::Count << open(u"count(*)"_s);
        QTest::newRow("trend") << ProblemSort::Trend << open(u"count(*)"_s); // all have failed once, just now
        QTest::newRow("last") << ProblemSort::Last << open(u"max(x.last_at)"_s);
        QTest::newRow("state") << ProblemSort::State
                               << u"array_position(ARRAY['new', 'acknowledged', 'investigating'], g.state)"_s;
        QTest::newRow("owner") << ProblemSort::Owner << u"g.owner"_s;
        QTest::newRow("code") << ProblemSort::Code << u"g.error_code"_s;
        QTest::newRow("value")
            << ProblemSort::Value
            << u"(SELECT round(sum(v.part), 9) FROM (SELECT COALESCE(sum(y.total_minor) FILTER (WHERE y.group_id = g.id), 0) / sum(y.total_minor) AS part "
               "FROM integration.exception y WHERE y.currency <> '' GROUP BY y.currency) v)"_s;
    }

    void groupsBy()
    {
        QFETCH(ProblemSort, sort);
        QFETCH(QString, key);
        for (const bool up : {true, false}) {
            PgGroupSource source(m_vera->runner);
            const auto page = waitFor(source.groups({.order = {sort, up}}));
            VERIFY_OUTCOME(page);
            QCOMPARE(page.value().groups.size(), 4);
            QStringList keys; // ties are as in the standard order: what is equal may stand in any
            for (const ExceptionGroup& group : page.value().groups)
                keys.append(m_database->value(
                    u"SELECT ($K)::text FROM integration.exception_group g WHERE g.id = %1"_s.replace(u"$K"_s, key)
                        .arg(group.id)));
            QStringList expected;
            for (const QStringList& row : m_database->rows(
                     u"SELECT (%1)::text FROM integration.exception_group g ORDER BY %1 %2 NULLS LAST"_s.arg(
                         key, up ? u"ASC"_s : u"DESC"_s)))
                expected.append(row.constFirst());
            QCOMPARE(keys, expected);
        }
    }

    void equalGroupsStandAsTheyUsuallyDo()
    {
        PgGroupSource source(m_vera->runner);
        const auto ids = [&](const ProblemOrder& order) {
            QList<qint64> found;
            const auto page = waitFor(source.groups({.order = order}));
            for (const ExceptionGroup& group : page.value().groups)
                found.append(group.id);
            return found;
        };
        QCOMPARE(ids({ProblemSort::Team, true}), ids({})); // all of one team
    }

private:
    TestServer m_server;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<Person> m_vera;
};

SIGNALBOX_TEST(TestProblemOrder)
#include "tst_problemorder.moc"
