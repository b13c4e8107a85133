// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakerelay.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// What must hold after every step, each as a query for the rows that break it.
const QString broken = uR"(SELECT string_agg(DISTINCT rule, ', ') FROM (
    SELECT 'counts do not add up' AS rule FROM integration.operation_row r
    WHERE confirmed + failed + skipped + in_doubt + not_started <> total OR under_way > not_started
       OR total <> (SELECT count(*) FROM integration.operation_item i WHERE i.operation_id = r.id)
    UNION ALL SELECT 'settled with something left' FROM integration.operation_row WHERE state = 'settled' AND not_started > 0
    UNION ALL SELECT 'goes on with nothing left' FROM integration.operation_row WHERE state IN ('running', 'paused') AND under_way = 0
    UNION ALL SELECT 'held by a cancelled operation' FROM integration.transaction t JOIN integration.operation o ON o.id = t.operation_id
    WHERE o.state NOT IN ('running', 'paused') AND t.status <> 'delivering'
    UNION ALL SELECT 'lease without a relay' FROM integration.transaction
    WHERE num_nonnulls(relay, lease_until) <> CASE WHEN status = 'delivering' THEN 2 ELSE 0 END OR (sent_at IS NOT NULL AND status <> 'delivering')
    UNION ALL SELECT 'overtaken' FROM integration.transaction t WHERE t.status = 'delivering' AND EXISTS (SELECT FROM integration.transaction e
    WHERE e.business_key = t.business_key AND e.target = t.target AND e.id < t.id AND e.status NOT IN ('delivered', 'cancelled'))
    UNION ALL SELECT 'claimed by what does not replay it' FROM integration.transaction t
    LEFT JOIN integration.operation_item i ON i.transaction_id = t.id AND i.state = 'claimed'
    WHERE i.operation_id IS DISTINCT FROM t.operation_id OR (t.operation_id IS NOT NULL AND t.status NOT IN ('pending', 'delivering', 'retrying'))
    UNION ALL SELECT 'exception does not fit' FROM integration.transaction t
    LEFT JOIN integration.exception x ON x.transaction_id = t.id AND x.state <> 'resolved'
    WHERE CASE WHEN t.status IN ('failed', 'in_doubt') THEN x.id IS NULL OR x.state = 'replaying' OR (t.status = 'in_doubt') <> (x.kind = 'in_doubt')
               WHEN t.status IN ('delivered', 'cancelled') THEN x.id IS NOT NULL
               ELSE (x.id IS NOT NULL) <> (t.operation_id IS NOT NULL) OR (x.state <> 'replaying') IS TRUE END
    UNION ALL SELECT 'tries are not on record' FROM integration.transaction t
    WHERE (SELECT count(*) FROM integration.attempt a WHERE a.transaction_id = t.id) <> t.attempts - (t.status = 'delivering')::int
    UNION ALL SELECT 'a doubt is forgotten' FROM integration.transaction t JOIN integration.target g ON g.code = t.target
    WHERE t.error_effect = 'unknown' AND (t.status = 'failed' OR (t.status IN ('pending', 'retrying') AND NOT t.verify AND NOT g.idempotent))
    UNION ALL SELECT 'audit entries' WHERE (SELECT count(*) FROM integration.audit_entry WHERE action = 'replay')
    <> (SELECT count(*) FROM integration.operation_item i JOIN integration.operation o ON o.id = i.operation_id WHERE o.started_at IS NOT NULL AND i.state <> 'skipped')
    UNION ALL SELECT 'audit chain' WHERE integration.audit_broken_at() IS NOT NULL) s)"_s;

/// What a message has really done at its target; only the targets know.
struct World
{
    QMap<qint64, int> effects; ///< by message: how often
    QSet<qint64> keys; ///< known to the target that knows keys

    void apply(const Claimed& claimed, bool idempotent)
    {
        if (idempotent && keys.contains(claimed.id))
            return;
        ++effects[claimed.id];
        keys.insert(claimed.id);
    }
};

} // namespace

/// Three relays, people and accidents in any order: no effect twice, none
/// forgotten, and the books always balance.
class TestOperationsRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void theBooksBalance_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : seeds({1, 2, 3, 4}))
            QTest::addRow("%u", seed) << seed;
    }

    void theBooksBalance()
    {
        QFETCH(quint32, seed);
        m_random.seed(seed);
        setUp();
        QSet<QString> seen;
        for (int step = 0; step < 700; ++step) {
            const QString what = act();
            seen.insert(what);
            const QString rules = m_database->value(broken);
            QVERIFY2(rules.isEmpty(), qPrintable(u"step %1, %2: %3"_s.arg(step).arg(what, rules)));
            compareWithWorld();
            if (QTest::currentTestFailed()) {
                qInfo("step %d: %s", step, qPrintable(what));
                return;
            }
        }
        QVERIFY(m_database->value(u"SELECT count(DISTINCT (outcome, action)) FROM integration.attempt"_s).toInt() >= 4);
        QVERIFY2(seen.size() >= 10, qPrintable(QStringList(seen.cbegin(), seen.cend()).join(u", "_s)));
        // whatever happened, it can be brought to an end: relays go on until
        // nothing is left to do
        m_database->run(
            u"SELECT integration.control_operation(id, 'resume') FROM integration.operation WHERE state = 'paused'"_s);
        for (Hand& hand : m_hands)
            hand.ends.clear();
        for (
            int round = 0; round < 200
            && m_database->value(
                   u"SELECT count(*) FROM integration.transaction t WHERE status IN "
                   u"('delivering', 'pending', 'retrying') "
                   "AND NOT EXISTS (SELECT FROM integration.transaction e WHERE e.business_key = t.business_key AND e.target = t.target AND e.id < t.id AND e.status IN ('failed', 'in_doubt'))"_s)
                != u"0"_s;
            ++round) {
            letTimePass(*m_database);
            m_relays.at(0)->recover();
            for (const QString& target : targets)
                finishWell(m_relays.at(0)->claim(100, target));
        }
        QCOMPARE(m_database->value(broken), QString());
        QCOMPARE(
            m_database->value(u"SELECT count(*) FROM integration.operation WHERE state IN ('running', 'paused')"_s),
            u"0"_s);
        compareWithWorld();
    }

private:
    /// What a relay holds: claims that it has done nothing with yet, and ends
    /// that it has not told yet.
    struct Hand
    {
        QList<std::pair<QString, Claimed>> claims; ///< with the target
        QList<TryEnd> ends;
    };

    inline static const QStringList targets{u"plain"_s, u"looking"_s, u"keyed"_s};

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }

    void setUp()
    {
        const ConnectionSettings settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        m_world = {};
        m_messages = 0;
        m_hands = {};
        const ConnectionSettings relay = m_server.as(settings, u"relay"_s, {u"signalbox_relay"_s});
        for (std::size_t i = 0; i < m_relays.size(); ++i)
            m_relays.at(i) = std::make_unique<FakeRelay>(relay, QString(QChar(u'A' + static_cast<char16_t>(i))));
        for (const QString& target : targets) {
            const bool keyed = target == u"keyed"_s;
            putErp(*m_database, {{u"code"_s, target}, {u"idempotent"_s, keyed}, {u"key_holds"_s, u"1 hour"_s}},
                {{u"code"_s, target}, {u"lookup"_s, target == u"looking"_s}, {u"max_attempts"_s, 3},
                    {u"breaker_failures"_s, 4}, {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, target}}}}});
        }
    }

    QString act()
    {
        const auto relay = static_cast<std::size_t>(below(3));
        Hand& hand = m_hands.at(relay);
        const int luck = below(100);
        if (luck < 12) {
            ++m_messages;
            submit(*m_database, QString::number(below(25)), QString::number(m_messages), targets.at(below(3)));
            return u"submit"_s;
        }
        if (luck < 24) {
            const QString target = targets.at(below(3));
            for (const Claimed& claimed : m_relays.at(relay)->claim(1 + below(4), target))
                hand.claims.append({target, claimed});
            return u"claim"_s;
        }
        if (luck < 66) {
            for (std::size_t i = 0; i < 2 * m_hands.size(); ++i)
                attempt(i % m_hands.size());
            m_relays.at(relay)->finish(hand.ends);
            if (below(8) != 0) // else it will tell them once more
                hand.ends.clear();
            return u"deliver"_s;
        }
        if (luck < 69) {
            hand = {};
            expire(u"relay = '%1'"_s.arg(m_relays.at(relay)->name()));
            return u"crash"_s;
        }
        if (luck < 77) {
            m_database->run(u"UPDATE integration.transaction SET due_at = now() WHERE status = 'retrying'"_s);
            m_database->run(u"UPDATE integration.breaker SET until = now() WHERE state <> 'closed'"_s);
            return u"time"_s;
        }
        if (luck < 78) {
            expire(u"true"_s); // relays that are too slow, and do not know
            return u"stall"_s;
        }
        if (luck < 84) {
            m_relays.at(relay)->recover();
            return u"recover"_s;
        }
        if (luck < 85)
            return forget();
        if (luck < 88)
            return resolve();
        return luck < 95 ? replay() : control();
    }

    void expire(const QString& which)
    {
        m_database->run(
            u"UPDATE integration.transaction SET lease_until = now() - interval '1 second' WHERE status = 'delivering' AND "_s
            + which);
    }

    /// One claim is sent, or not, and what the relay sees of it is noted.
    void attempt(std::size_t relay)
    {
        Hand& hand = m_hands.at(relay);
        if (hand.claims.isEmpty())
            return;
        const auto [target, claimed] = hand.claims.takeAt(below(static_cast<int>(hand.claims.size())));
        const bool keyed = target == u"keyed"_s;
        const int luck = below(20);
        if (luck == 0) {
            hand.ends.append(TryEnd::released(claimed));
            return;
        }
        if (claimed.verify && luck < 5) {
            hand.ends.append(TryEnd::refused(claimed).whileLooking());
            return;
        }
        if (claimed.verify && m_world.effects.value(claimed.id) > 0) {
            hand.ends.append(TryEnd::found(claimed));
            return;
        }
        if (!keyed && m_relays.at(relay)->sending({claimed}).isEmpty())
            return; // its lease is over: it must not be sent
        if (luck < 13)
            m_world.apply(claimed, keyed);
        const bool there = m_world.effects.value(claimed.id) > 0;
        if (luck < 10)
            hand.ends.append(TryEnd::delivered(claimed));
        else if (luck < 14)
            hand.ends.append(TryEnd::timedOut(claimed));
        else if (luck < 17 || (keyed && there))
            hand.ends.append(TryEnd::refused(claimed));
        else
            hand.ends.append(TryEnd::rejected(claimed));
    }

    void finishWell(const QList<Claimed>& claims)
    {
        QList<TryEnd> ends;
        for (const Claimed& claimed : claims) {
            const bool keyed = claimed.flow == u"keyed"_s;
            if (claimed.verify && m_world.effects.value(claimed.id) > 0) {
                ends.append(TryEnd::found(claimed));
                continue;
            }
            if (!keyed)
                QCOMPARE(m_relays.at(0)->sending({claimed}).size(), 1);
            m_world.apply(claimed, keyed);
            ends.append(TryEnd::delivered(claimed));
        }
        m_relays.at(0)->finish(ends);
    }

    /// The target forgets its keys; no relay can have held on to a message for
    /// that long.
    QString forget()
    {
        for (Hand& hand : m_hands)
            hand = {};
        m_world.keys.clear();
        letTimePass(*m_database);
        m_relays.at(0)->recover();
        m_database->run(u"UPDATE integration.transaction SET keyed_at = keyed_at - interval '2 hours'"_s);
        return u"forget"_s;
    }

    QString replay()
    {
        const QString preview = m_database->value(
            u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY(SELECT id FROM integration.transaction WHERE id % 4 <> %1 AND (status IN ('failed', 'in_doubt') OR id % 9 = 0)))"_s
                .arg(below(4)));
        if (below(3) == 0)
            return u"preview"_s; // left alone, or started by and by
        const QString which = below(3) == 0 ? u"state = 'previewed' AND id % 2 = 0"_s : u"id = "_s + preview;
        m_database->run(
            u"SELECT integration.start_operation(id, manifest, 'again', '%1') FROM integration.operation WHERE %2"_s
                .arg(below(2) == 0 ? u"{safe,verify}"_s : u"{safe,verify,will_fail}"_s, which));
        return u"replay"_s;
    }

    /// Somebody looks into the target and says how it is.
    QString resolve()
    {
        const auto rows = m_database->rows(
            u"SELECT id, version, transaction_id FROM integration.exception WHERE state <> 'resolved' AND id % 2 = %1"_s
                .arg(below(2)));
        for (const QStringList& row : rows) {
            const bool there = m_world.effects.value(row.at(2).toLongLong()) > 0;
            m_database->run(
                u"SELECT integration.change_exceptions('resolve', ARRAY[%1], ARRAY[%2], '{\"resolution\": \"%3\", \"reason\": \"looked\"}')"_s
                    .arg(row.at(0), row.at(1), there ? u"fixed_in_target"_s : u"not_needed"_s));
        }
        return u"resolve"_s;
    }

    QString control()
    {
        const QString action = QStringList{u"pause"_s, u"resume"_s, u"resume"_s, u"cancel"_s}.at(below(4));
        m_database->run(
            u"SELECT integration.control_operation(id, '%1') FROM integration.operation WHERE state IN ('running', 'paused') AND id % 2 = %2"_s
                .arg(action)
                .arg(below(2)));
        return action;
    }

    void compareWithWorld()
    {
        const auto rows
            = m_database->rows(u"SELECT id, status, COALESCE(error_effect, '') FROM integration.transaction"_s);
        for (const QStringList& row : rows) {
            const int effects = m_world.effects.value(row.at(0).toLongLong());
            QVERIFY2(effects <= 1, qPrintable(u"message %1 has had its effect %2 times"_s.arg(row.at(0)).arg(effects)));
            if (row.at(1) == u"delivered"_s)
                QVERIFY2(effects == 1, qPrintable(u"message %1 is delivered without an effect"_s.arg(row.at(0))));
            if (row.at(1) == u"failed"_s)
                QVERIFY2(effects == 0, qPrintable(u"message %1 has failed, but its effect is there"_s.arg(row.at(0))));
        }
    }

    TestServer m_server;
    QRandomGenerator m_random;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::array<std::unique_ptr<FakeRelay>, 3> m_relays;
    std::array<Hand, 3> m_hands;
    World m_world;
    int m_messages = 0;
};

SIGNALBOX_TEST(TestOperationsRandom)
#include "tst_operationsrandom.moc"
