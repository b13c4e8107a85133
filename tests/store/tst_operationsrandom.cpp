// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/crowd.h"
#include "tests/store/operationrules.h"
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

/// What a message has really done at its target; only the targets know.
struct World
{
    QMap<qint64, int> effects; ///< by message: how often
    QSet<QString> keys; ///< known to the target that knows keys

    void apply(const Claimed& claimed, bool idempotent)
    {
        if (idempotent && keys.contains(claimed.idempotencyKey))
            return;
        ++effects[claimed.id];
        keys.insert(claimed.idempotencyKey);
    }
};

} // namespace

/// Three relays, operators who do all that a console lets them, events and accidents in any order: no effect twice,
/// none forgotten, the books always balance, all of it is in the audit trail, and what runs is what was previewed.
class TestOperationsRandom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void theBooksBalance_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : seeds({1, 2, 3, 102}))
            QTest::addRow("%u", seed) << seed;
    }

    void theBooksBalance()
    {
        QFETCH(quint32, seed);
        m_random.seed(seed);
        setUp();
        QStringList seen;
        for (int step = 0; step < 350; ++step) {
            try {
                seen.append(act());
                check();
            } catch (const std::exception& error) {
                QTest::qFail(error.what(), __FILE__, __LINE__);
            }
            if (QTest::currentTestFailed()) {
                qInfo("SIGNALBOX_SEED=%u, in step %d of: %s", seed, step, qPrintable(seen.join(u", "_s)));
                return;
            }
        }
        m_seen.unite(QSet<QString>(seen.cbegin(), seen.cend()));
        for (const QStringList& row :
            m_database->rows(
                u"SELECT DISTINCT state FROM integration.operation UNION SELECT 'approved' FROM integration.operation WHERE decided_by IS NOT NULL AND state <> 'rejected' "
                "UNION SELECT concat_ws(' ', outcome, action) FROM integration.attempt UNION SELECT 'staged' FROM integration.operation_stage WHERE number > 1 UNION SELECT action FROM integration.audit_entry "
                "UNION SELECT CASE i.state WHEN 'confirmed' THEN 'found' WHEN 'failed' THEN 'absent' ELSE 'no answer' END FROM integration.operation_item i "
                "WHERE integration.asks_only(i.operation_id) AND i.state IN ('confirmed', 'failed', 'in_doubt')"_s))
            m_seen.insert(row.at(0));
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
        QCOMPARE(m_database->value(
                     u"SELECT count(*) FROM integration.operation WHERE state IN ('running', 'paused', 'stopped')"_s),
            u"0"_s);
        check();
    }

    void everythingHasHappened()
    {
        if (qEnvironmentVariableIsSet("SIGNALBOX_SEED"))
            return;
        QStringList missing;
        for (const QString& what : {u"cancelled"_s, u"settled"_s, u"approved"_s, u"pause"_s, u"verify"_s, u"found"_s,
                 u"absent"_s, u"edit"_s, u"take"_s, u"assign"_s, u"snooze"_s, u"note"_s, u"undo"_s, u"resolve"_s,
                 u"acknowledge"_s, u"investigate"_s, u"archive"_s, u"merge"_s, u"undo_merge"_s, u"split"_s,
                 u"undo_split"_s, u"tag"_s, u"patch"_s, u"cancelled order"_s, u"told to be done"_s, u"late"_s,
                 u"told to fail"_s, u"asked twice"_s, u"delivered send"_s, u"failed send"_s, u"failed lookup"_s,
                 u"lost send"_s}) // what is rarer tst_replayplan brings about
            if (!m_seen.contains(what))
                missing.append(what);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
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
        m_crowd.reset();
        m_database = std::make_unique<IntegrationDatabase>(settings);
        // what is checked after every step is planned once, and not compiled
        m_database->run(
            u"SET jit = off; PREPARE broken_rules AS "_s + brokenRules + u"; PREPARE broken_books AS "_s + brokenBooks);
        m_world = {};
        m_previews.clear();
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
                {{u"code"_s, target}, {u"lookup"_s, target == u"looking"_s},
                    {u"max_attempts"_s, target == u"looking"_s ? 1 : 3}, {u"breaker_failures"_s, 4},
                    {u"editable"_s, QJsonArray{u"/name"_s}},
                    {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, target}}}}});
        }
        // and one whose messages are of orders: other events may make them needless
        putErp(*m_database, {{u"code"_s, u"looking"_s}, {u"key_holds"_s, u"1 hour"_s}},
            {{u"code"_s, u"stepped"_s}, {u"lookup"_s, true}, {u"max_attempts"_s, 2}, {u"step"_s, u"validation"_s},
                {u"since"_s, u"2020-01-01"_s}, {u"editable"_s, QJsonArray{u"/name"_s}},
                {u"payload"_s, QJsonObject{{u"name"_s, u"$key"_s}}},
                {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, u"looking"_s}}}}});
        m_crowd = std::make_unique<Crowd>(
            m_server, settings, m_random, [this](qint64 message) { return m_world.effects.value(message) > 0; });
    }

    QString act()
    {
        const auto relay = static_cast<std::size_t>(below(3));
        Hand& hand = m_hands.at(relay);
        const int luck = below(100);
        if (below(5) == 0)
            return m_crowd->act();
        if (luck < 5)
            return m_crowd->tell();
        if (luck < 14) {
            ++m_messages;
            submit(*m_database, QString::number(below(15)), QString::number(m_messages), targets.at(below(3)));
            return u"submit"_s;
        }
        if (luck < 24) {
            const QString target = targets.at(below(3));
            m_relays.at(relay)->handOver(1 + below(5));
            for (const Claimed& claimed : m_relays.at(relay)->claim(1 + below(4), target))
                hand.claims.append({target, claimed});
            return u"claim"_s;
        }
        if (luck < 56) {
            for (std::size_t i = 0; i < 2 * m_hands.size(); ++i)
                attempt(i % m_hands.size());
            m_relays.at(relay)->finish(hand.ends);
            if (below(8) != 0) // else it will tell them once more
                hand.ends.clear();
            return u"deliver"_s;
        }
        if (luck < 58) {
            hand = {};
            expire(u"relay = '%1'"_s.arg(m_relays.at(relay)->name()));
            return u"crash"_s;
        }
        if (luck < 65) {
            m_database->run(u"UPDATE integration.transaction SET due_at = now() WHERE status = 'retrying'"_s);
            m_database->run(u"UPDATE integration.breaker SET until = now() WHERE state <> 'closed'"_s);
            return u"time"_s;
        }
        if (luck < 66) {
            expire(u"true"_s); // relays that are too slow, and do not know
            return u"stall"_s;
        }
        if (luck < 71) {
            m_relays.at(relay)->recover();
            return u"recover"_s;
        }
        if (luck < 72)
            return forget();
        if (luck < 79)
            return decide();
        if (luck < 86)
            return verify();
        return luck < 94 ? replay() : control();
    }

    /// Somebody wants to know whether it is there.
    QString verify()
    {
        IntegrationDatabase& person = *m_people.at(static_cast<std::size_t>(below(3)));
        const QString preview = person.value(
            u"SELECT integration.preview_verify(gen_random_uuid(), ARRAY(SELECT id FROM integration.transaction WHERE id % 5 <> %1 AND (status IN ('failed', 'in_doubt') OR id % 9 = 0)))"_s
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
        if (keyed && isLongOver(claimed))
            return; // a relay looks at its clock before it sends
        if (luck < 13)
            m_world.apply(claimed, keyed);
        const bool there = m_world.effects.value(claimed.id) > 0;
        if (luck < 10)
            hand.ends.append(TryEnd::delivered(claimed));
        else if (luck < 14)
            hand.ends.append(TryEnd::timedOut(claimed));
        else if (luck < 16 || (keyed && there))
            hand.ends.append(TryEnd::refused(claimed));
        else
            hand.ends.append(rejected(claimed));
    }

    /// Refused by the target, for one of three codes of one cause.
    TryEnd rejected(const Claimed& claimed)
    {
        TryEnd end = TryEnd::rejected(claimed, u"E%1"_s.arg(below(3)));
        end.fields.insert(u"fingerprint"_s, u"fp-refused by the target"_s);
        return end;
    }

    /// Whether others have taken it to its end since it was claimed.
    bool isLongOver(const Claimed& claimed)
    {
        return m_database->value(
                   u"SELECT status = 'failed' OR idempotency_key <> $2 FROM integration.transaction WHERE id = $1::bigint"_s,
                   {QString::number(claimed.id), claimed.idempotencyKey})
            == u"t"_s;
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
        if (below(3) == 0) {
            // asked for twice, it is the same, whatever has changed since
            const QString again = person.value(
                u"SELECT integration.preview_replay(request_id, '{1,2,3}') FROM integration.operation WHERE id = "_s
                + preview);
            if (again != preview)
                qFatal("asked twice: operations %s and %s", qPrintable(preview), qPrintable(again));
            return u"asked twice"_s; // left alone, or started by and by
        }
        const QString which = below(3) == 0 ? u"state = 'previewed' AND id % 2 = 0"_s : u"id = "_s + preview;
        const QString options = QStringList{u"{}"_s, u"{\"ramp\": [100]}"_s, u"{\"ramp\": [10, 40, 100]}"_s,
            u"{\"rate\": 1000, \"stopShare\": 60}"_s, u"{\"stopShare\": 100, \"startAt\": \"2020-01-01\"}"_s}
                                    .at(below(5));
        person.run(
            u"SELECT integration.start_operation(id, manifest, 'again', '%1', '%2') FROM integration.operation WHERE requested_by = session_user AND kind = 'replay' AND %3"_s
                .arg(below(2) == 0 ? u"{safe,verify}"_s : u"{safe,verify,will_fail}"_s, options, which));
        return u"replay"_s;
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
        QString action = QStringList{u"pause"_s, u"resume"_s, u"resume"_s, u"cancel"_s}.at(below(4));
        m_database->run(
            u"SELECT integration.control_operation(id, '%1') FROM integration.operation WHERE state IN ('running', 'paused', 'stopped') AND id % 2 = %2"_s
                .arg(action)
                .arg(below(2)));
        return action;
    }

    void check()
    {
        QCOMPARE(m_database->value(u"EXECUTE broken_rules"_s), QString());
        QCOMPARE(m_database->value(u"EXECUTE broken_books"_s), QString());
        QCOMPARE(m_crowd->outrage(), QString());
        // every deed of a person is one entry in the audit trail, and nothing else is
        QMap<QString, int> entries;
        for (const QStringList& row :
            m_database->rows(
                u"SELECT object_kind || ' ' || action, count(*) FROM integration.audit_entry WHERE object_kind IN ('exception', 'group') OR action = 'edit' GROUP BY 1"_s))
            entries.insert(row.at(0), row.at(1).toInt());
        QCOMPARE(entries, m_crowd->deeds());
        // what was previewed stays so
        for (const QStringList& row :
            m_database->rows(u"SELECT id, encode(manifest, 'hex') || plan::text FROM integration.operation"_s)) {
            const auto known = m_previews.constFind(row.at(0));
            if (known == m_previews.cend())
                m_previews.insert(row.at(0), row.at(1));
            else
                QCOMPARE(row.at(1), known.value());
        }
        compareWithWorld();
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
    std::unique_ptr<Crowd> m_crowd;
    QMap<QString, QString> m_previews; ///< of each operation, as it was first seen
    int m_messages = 0;
    QSet<QString> m_seen; ///< in all runs
};

SIGNALBOX_TEST(TestOperationsRandom)
#include "tst_operationsrandom.moc"
