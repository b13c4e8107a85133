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
    UNION ALL SELECT 'counts are not of the items' FROM integration.operation o
    WHERE concat_ws(' ', confirmed, failed, skipped, in_doubt, under_way, released) <> (SELECT concat_ws(' ', (count(*) FILTER (WHERE i.state = 'confirmed'))::int, (count(*) FILTER (WHERE i.state = 'failed'))::int,
        (count(*) FILTER (WHERE i.state IN ('skipped', 'conflict', 'cancelled')))::int, (count(*) FILTER (WHERE i.state = 'in_doubt'))::int, (count(*) FILTER (WHERE i.state = 'claimed'))::int,
        count(i.released_at)::int) FROM integration.operation_item i WHERE i.operation_id = o.id)
    UNION ALL SELECT 'the list is not what was previewed' FROM integration.operation o
    WHERE o.manifest <> (SELECT sha256(convert_to(COALESCE(string_agg(format('%s %s %s', transaction_id, version, class), E'\n' ORDER BY transaction_id), ''), 'UTF8'))
                         FROM integration.operation_item i WHERE i.operation_id = o.id)
    UNION ALL SELECT 'sent what was not asked for' FROM integration.operation_item i JOIN integration.operation o ON o.id = i.operation_id
    WHERE i.released_at IS NOT NULL AND i.class <> ALL (o.classes)
    UNION ALL SELECT 'sent beyond its stage' FROM integration.operation WHERE released > allowed OR allowed > sendable
    UNION ALL SELECT 'two of one order at once' FROM integration.operation_item i JOIN integration.transaction t ON t.id = i.transaction_id
    WHERE i.state = 'claimed' AND NOT integration.asks_only(i.operation_id) GROUP BY i.operation_id, t.business_key HAVING count(*) > 1
    UNION ALL SELECT 'an order out of its order' FROM integration.operation_item i JOIN integration.operation_item b ON b.operation_id = i.operation_id AND b.transaction_id = i.follows
    WHERE i.released_at IS NOT NULL AND b.state IN ('planned', 'claimed')
    UNION ALL SELECT 'approved by who asked' FROM integration.operation WHERE decided_by = requested_by
    UNION ALL SELECT 'sent without approval' FROM integration.operation WHERE approval_until IS NOT NULL AND released > 0 AND (decided_by IS NULL OR state = 'rejected')
    UNION ALL SELECT 'stopped for no reason' FROM integration.operation WHERE state = 'stopped' AND (stop->>'items')::int < (SELECT stop_least FROM integration.replay_setting)
    UNION ALL SELECT 'settled with something left' FROM integration.operation_row WHERE state = 'settled' AND not_started > 0
    UNION ALL SELECT 'goes on with nothing left' FROM integration.operation_row WHERE state IN ('running', 'paused', 'stopped') AND not_started = 0
    UNION ALL SELECT 'held by a cancelled operation' FROM integration.transaction t JOIN integration.operation o ON o.id = t.operation_id
    WHERE o.state NOT IN ('running', 'paused', 'stopped') AND t.status <> 'delivering'
    UNION ALL SELECT 'lease without a relay' FROM integration.transaction
    WHERE num_nonnulls(relay, lease_until) <> CASE WHEN status = 'delivering' THEN 2 ELSE 0 END OR (sent_at IS NOT NULL AND status <> 'delivering')
    UNION ALL SELECT 'sent where it was only asked' FROM integration.transaction t WHERE t.sent_at IS NOT NULL AND integration.asks_only(t.operation_id)
    UNION ALL SELECT 'approval of a question' FROM integration.operation WHERE kind = 'verify' AND approval_until IS NOT NULL
    UNION ALL SELECT 'absent, and in doubt' FROM integration.transaction WHERE absent_at IS NOT NULL AND status = 'failed' AND error_effect IS DISTINCT FROM 'not_applied'
    UNION ALL SELECT 'overtaken' FROM integration.transaction t WHERE t.status = 'delivering' AND NOT integration.asks_only(t.operation_id) AND EXISTS (SELECT FROM integration.transaction e
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
    UNION ALL SELECT 'audit entries' WHERE (SELECT count(*) FROM integration.audit_entry WHERE action IN ('replay', 'verify'))
    <> (SELECT count(*) FROM integration.operation_item i WHERE i.released_at IS NOT NULL)
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

/// Three relays, three operators and accidents in any order: no effect twice, none forgotten, the books always balance,
/// and what runs is what was previewed.
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
        for (const QStringList& row :
            m_database->rows(
                u"SELECT DISTINCT state FROM integration.operation UNION SELECT 'approved' FROM integration.operation WHERE decided_by IS NOT NULL AND state <> 'rejected' "
                "UNION SELECT 'staged' FROM integration.operation_stage WHERE number > 1 UNION SELECT action FROM integration.audit_entry "
                "UNION SELECT CASE i.state WHEN 'confirmed' THEN 'found' WHEN 'failed' THEN 'absent' ELSE 'no answer' END FROM integration.operation_item i "
                "WHERE integration.asks_only(i.operation_id) AND i.state IN ('confirmed', 'failed', 'in_doubt')"_s))
            m_seen.insert(row.at(0));
        QVERIFY2(seen.size() >= 12, qPrintable(QStringList(seen.cbegin(), seen.cend()).join(u", "_s)));
        // whatever happened, it can be brought to an end: relays go on until
        // nothing is left to do
        m_database->run(
            u"SELECT integration.control_operation(id, 'resume') FROM integration.operation WHERE state IN ('paused', 'stopped')"_s);
        m_database->run(u"UPDATE integration.operation SET rate = NULL"_s);
        m_database->run(u"UPDATE integration.operation SET approval_until = now() WHERE state = 'awaiting_approval'"_s);
        for (Hand& hand : m_hands)
            hand.ends.clear();
        for (
            int round = 0; round < 200
            && m_database->value(
                   u"SELECT (SELECT count(*) FROM integration.operation WHERE state IN ('awaiting_approval', 'running')) "
                   u"+ count(*) FROM integration.transaction t WHERE status IN ('delivering', 'pending', 'retrying') "
                   "AND NOT EXISTS (SELECT FROM integration.transaction e WHERE e.business_key = t.business_key AND e.target = t.target AND e.id < t.id AND e.status IN ('failed', 'in_doubt'))"_s)
                != u"0"_s;
            ++round) {
            letTimePass(*m_database);
            m_relays.at(0)->recover();
            for (const QString& target : targets)
                finishWell(m_relays.at(0)->claim(100, target));
        }
        QCOMPARE(m_database->value(broken), QString());
        QCOMPARE(m_database->value(
                     u"SELECT count(*) FROM integration.operation WHERE state IN ('running', 'paused', 'stopped')"_s),
            u"0"_s);
        compareWithWorld();
    }

    void everythingHasHappened()
    {
        for (const QString& what : {u"cancelled"_s, u"settled"_s, u"approved"_s, u"pause"_s, u"verify"_s, u"found"_s,
                 u"absent"_s}) // what is rarer tst_replayplan brings about
            QVERIFY2(m_seen.contains(what), qPrintable(what + u" is missing"_s));
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
        const ConnectionSettings people[] = {m_server.as(settings, u"sue"_s, {u"signalbox_support"_s}),
            m_server.as(settings, u"tom"_s, {u"signalbox_support"_s}),
            m_server.as(settings, u"max"_s, {u"signalbox_manager"_s, u"signalbox_support"_s})};
        for (std::size_t i = 0; i < m_people.size(); ++i)
            m_people.at(i) = std::make_unique<IntegrationDatabase>(people[i]);
        // replays are small here: they are to be stopped, staged and approved all the same
        m_database->run(
            u"UPDATE integration.replay_setting SET stop_least = 1, whole_below = 3, ramp = '{20,60,100}'"_s);
        m_database->value(u"SELECT integration.put_approval_limits('[{\"most\": 1}]')"_s);
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
            m_relays.at(relay)->handOver(1 + below(5));
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
        if (luck < 87)
            return resolve();
        if (luck < 91)
            return decide();
        if (luck < 94)
            return verify();
        return luck < 97 ? replay() : control();
    }

    /// Somebody wants to know whether it is there.
    QString verify()
    {
        IntegrationDatabase& person = *m_people.at(static_cast<std::size_t>(below(3)));
        const QString preview = person.value(
            u"SELECT integration.preview_verify(gen_random_uuid(), ARRAY(SELECT id FROM integration.transaction WHERE id % 3 <> %1 AND (status IN ('failed', 'in_doubt') OR id % 9 = 0)))"_s
                .arg(below(3)));
        person.run(
            u"SELECT integration.start_operation(id, manifest, '', '{verify}') FROM integration.operation WHERE id = "_s
            + preview);
        return u"verify"_s;
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
        if (claimed.askOnly) {
            if (!m_relays.at(relay)->sending({claimed}).isEmpty())
                qFatal("message %lld may be sent, though it was only to be asked about", claimed.id);
            hand.ends.append(TryEnd::absent(claimed));
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
            if (claimed.askOnly) {
                ends.append(TryEnd::absent(claimed));
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
        IntegrationDatabase& person = *m_people.at(static_cast<std::size_t>(below(3)));
        const QString preview = person.value(
            u"SELECT integration.preview_replay(gen_random_uuid(), ARRAY(SELECT id FROM integration.transaction WHERE id % 4 <> %1 AND (status IN ('failed', 'in_doubt') OR id % 9 = 0)))"_s
                .arg(below(4)));
        if (below(3) == 0)
            return u"preview"_s; // left alone, or started by and by
        const QString which = below(3) == 0 ? u"state = 'previewed' AND id % 2 = 0"_s : u"id = "_s + preview;
        const QString options = QStringList{u"{}"_s, u"{\"ramp\": [100]}"_s, u"{\"ramp\": [10, 40, 100]}"_s,
            u"{\"rate\": 1000, \"stopShare\": 60}"_s, u"{\"stopShare\": 100, \"startAt\": \"2020-01-01\"}"_s}
                                    .at(below(5));
        person.run(
            u"SELECT integration.start_operation(id, manifest, 'again', '%1', '%2') FROM integration.operation WHERE requested_by = session_user AND kind = 'replay' AND %3"_s
                .arg(below(2) == 0 ? u"{safe,verify}"_s : u"{safe,verify,will_fail}"_s, options, which));
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

    /// Somebody looks at what waits for approval; who asked himself is refused.
    QString decide()
    {
        IntegrationDatabase& person = *m_people.at(static_cast<std::size_t>(below(3)));
        const auto waiting = person.rows(
            u"SELECT id, requested_by = session_user FROM integration.operation WHERE state = 'awaiting_approval'"_s);
        for (const QStringList& row : waiting) {
            const QString decision = below(3) == 0
                ? u"SELECT integration.reject_operation(%1, 'no')"_s.arg(row.at(0))
                : u"SELECT integration.approve_operation(id, manifest) FROM integration.operation WHERE id = %1"_s.arg(
                    row.at(0));
            if (row.at(1) == u"f"_s)
                person.run(decision);
            else if (person.refusal(decision) != u"42501"_s)
                qFatal("operation %s is approved by who asked", qPrintable(row.at(0)));
        }
        return waiting.isEmpty() ? u"nothing to decide"_s : u"decide"_s;
    }

    QString control()
    {
        const QString action = QStringList{u"pause"_s, u"resume"_s, u"resume"_s, u"cancel"_s}.at(below(4));
        m_database->run(
            u"SELECT integration.control_operation(id, '%1') FROM integration.operation WHERE state IN ('running', 'paused', 'stopped') AND id % 2 = %2"_s
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
    std::array<std::unique_ptr<IntegrationDatabase>, 3> m_people;
    std::array<Hand, 3> m_hands;
    World m_world;
    int m_messages = 0;
    QSet<QString> m_seen; ///< in all runs
};

SIGNALBOX_TEST(TestOperationsRandom)
#include "tst_operationsrandom.moc"
