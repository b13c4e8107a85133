// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QSet>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// The commands of Triage and delivery: the real program against a real server and a relay without HTTP.
class TestCtlDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void init()
    {
        m_runner = std::make_unique<CtlRunner>();
        m_settings = m_server.freshDatabase();
        m_database = std::make_unique<IntegrationDatabase>(m_settings);
        m_relay = std::make_unique<FakeRelay>(m_settings, u"A"_s);
        putErp(*m_database);
    }

    void listsExceptions()
    {
        VERIFY_CONTAINS(ctl({u"exceptions"_s}).err, u"no open exception"_s);
        fail({u"safe"_s, u"bad"_s});
        const Ran all = ctl({u"exceptions"_s});
        VERIFY_CODE(all, 0);
        for (const QString& part :
            {u"erp.post"_s, u"E-safe: it said E-safe"_s, u"Would fail again"_s, u"Safe"_s, u"Critical"_s})
            VERIFY_CONTAINS(all.out, part);
        VERIFY_CONTAINS(ctl({u"exceptions"_s, u"--limit"_s, u"1"_s}).err, u"--all"_s);
        const auto first = [this](const QStringList& more) {
            return ctl(QStringList{u"exceptions"_s, u"--json"_s} + more)
                .json()
                .value(u"exceptions"_s)
                .toArray()
                .at(0)
                .toObject();
        };
        const QStringList opened{u"--sort"_s, u"opened"_s};
        QCOMPARE(first(opened), first({}));
        QVERIFY(first(opened) != first(opened + QStringList{u"--ascending"_s}));
        QCOMPARE(ctl({u"exceptions"_s, u"--sort"_s, u"flow"_s}).code, 2);
        const QJsonObject json = ctl({u"exceptions"_s, u"SAID"_s, u"bad"_s, u"--json"_s}).json();
        QCOMPARE(json.value(u"more"_s).toBool(true), false);
        QCOMPARE(json.value(u"exceptions"_s).toArray().size(), 1);
        const QJsonObject one = json.value(u"exceptions"_s).toArray().at(0).toObject();
        QCOMPARE(one.value(u"state"_s).toString(), u"open"_s);
        QCOMPARE(one.value(u"replay"_s).toString(), u"will_fail"_s);
        QCOMPARE(one.value(u"error"_s).toObject().value(u"code"_s).toString(), u"E-bad"_s);
        QCOMPARE(ctl({u"exceptions"_s, u"--queue"_s, u"erp team"_s, u"--json"_s})
                     .json()
                     .value(u"exceptions"_s)
                     .toArray()
                     .size(),
            2);
        for (const char* queue : {"in_doubt", "awaiting_approval"})
            VERIFY_CONTAINS(
                ctl({u"exceptions"_s, u"--queue"_s, QString::fromLatin1(queue)}).err, u"No exception matches"_s);
        const Ran wrong = ctl({u"exceptions"_s, u"--queue"_s, u"erp taem"_s});
        VERIFY_CODE(wrong, 1);
        VERIFY_CONTAINS(wrong.err, u"did you mean \"erp team\"?"_s);
    }

    void showsOneException()
    {
        fail({u"bad"_s});
        VERIFY_CODE(ctl({u"note"_s, u"1"_s, u"--text"_s, u"-- called the shop"_s}), 0);
        const Ran ran = ctl({u"exception"_s, u"1"_s});
        VERIFY_CODE(ran, 0);
        for (const QString& part :
            {u"Exception 1"_s, u"Orders to the ERP"_s, u"key k1/1"_s, u"E-bad"_s, u"Tries"_s, u"data: E-bad"_s,
                u"What to do: No rule knows this failure."_s, u"-- called the shop"_s, u"\"customer\":\"Anna Bell\""_s})
            VERIFY_CONTAINS(ran.out, part);
        const QJsonObject json = ctl({u"exception"_s, u"1"_s, u"--json"_s}).json();
        QCOMPARE(json.value(u"tries"_s).toArray().size(), 1);
        VERIFY_CONTAINS(json.value(u"whatToDo"_s).toString(), u"No rule knows this failure."_s);
        QCOMPARE(json.value(u"comments"_s).toArray().size(), 1);
        QCOMPARE(json.value(u"idempotencyKey"_s).toString(), u"k1/1"_s);
        const Ran viewer = as(u"vera"_s, {u"signalbox_viewer"_s}, {u"exception"_s, u"1"_s});
        VERIFY_CODE(viewer, 0);
        QVERIFY(!viewer.out.contains(u"Anna"_s));
        const Ran none = ctl({u"exception"_s, u"9"_s, u"--json"_s});
        VERIFY_CODE(none, 1);
        VERIFY_CONTAINS(none.err, u"not_found"_s);
    }

    void actsOnExceptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("state");
        QTest::newRow("take") << QStringList{u"take"_s} << u"assigned"_s;
        QTest::newRow("assign") << QStringList{u"assign"_s, u"--to"_s, u"otto"_s} << u"assigned otto"_s;
        QTest::newRow("release") << QStringList{u"release"_s} << u"open"_s;
        QTest::newRow("note") << QStringList{u"note"_s, u"--text"_s, u"x"_s} << u"open"_s;
        QTest::newRow("snooze") << QStringList{u"snooze"_s, u"--for"_s, u"2d"_s} << u"snoozed"_s;
        QTest::newRow("snooze until") << QStringList{u"snooze"_s, u"--until"_s, u"2045-01-01T08:00"_s} << u"snoozed"_s;
        QTest::newRow("resolve") << QStringList{u"resolve"_s, u"--as"_s, u"fixed_in_target"_s, u"--reason"_s,
            u"by hand"_s, u"--evidence"_s, u"SO-5"_s}
                                 << u"resolved fixed_in_target SO-5"_s;
    }

    void actsOnExceptions()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, state);
        fail({u"bad"_s, u"bad"_s});
        m_server.as(m_settings, u"otto"_s, {});
        arguments.insert(1, u"1"_s);
        arguments.insert(2, u"2"_s);
        const Ran ran = ctl(arguments);
        VERIFY_CODE(ran, 0);
        VERIFY_CONTAINS(ran.out, u"Exception 2: done"_s);
        const auto rows = m_database->rows(
            u"SELECT concat_ws(' ', state, NULLIF(owner, session_user), resolution, evidence) FROM integration.exception"_s);
        QCOMPARE(rows, (QList<QStringList>{{state}, {state}}));
    }

    void saysWhyAnActionIsNotDone()
    {
        fail({u"bad"_s, u"bad"_s});
        VERIFY_CODE(ctl({u"resolve"_s, u"1"_s, u"--as"_s, u"not_needed"_s, u"--reason"_s, u"x"_s}), 0);
        const Ran partly = ctl({u"take"_s, u"1"_s, u"2"_s});
        VERIFY_CODE(partly, 1);
        VERIFY_CONTAINS(partly.out, u"Exception 2: done"_s);
        VERIFY_CONTAINS(partly.err, u"Exception 1: not done, resolved already"_s);
        const QStringList german{u"LC_ALL=de_DE.UTF-8"_s};
        const Ran told = ctl({u"take"_s, u"1"_s}, {}, german);
        VERIFY_CONTAINS(told.err, u"schon erledigt"_s);
        const Ran raw = ctl({u"take"_s, u"1"_s, u"--json"_s}, {}, german); // for programs: as the database spells it
        VERIFY_CONTAINS(raw.out, u"\"resolved already\""_s);
        VERIFY_CONTAINS(ctl({u"exception"_s, u"2"_s}, {}, german).out, u"Was zu tun ist: Keine Regel kennt"_s);
        const Ran json = as(u"vera"_s, {u"signalbox_viewer"_s}, {u"take"_s, u"2"_s, u"--json"_s});
        VERIFY_CODE(json, 1);
        VERIFY_CONTAINS(json.json().value(u"exceptions"_s).toArray().at(0).toObject().value(u"why"_s).toString(),
            u"signalbox_support"_s);
        const Ran none = ctl({u"take"_s, u"2"_s, u"99"_s});
        VERIFY_CODE(none, 1);
        VERIFY_CONTAINS(none.err, u"no exception 99"_s);
        VERIFY_CODE(ctl({u"wake"_s, u"2"_s}), 1);
    }

    void showsThePlanAndSendsNothing()
    {
        fail({u"safe"_s, u"bad"_s, u"safe"_s});
        const Ran plan = ctl({u"replay"_s, u"1"_s, u"2"_s, u"3"_s, u"--dry-run"_s});
        VERIFY_CODE(plan, 0);
        for (const QString& part :
            {u"3 messages:"_s, u"2 safe"_s, u"1 would fail again"_s, u"2 of these would be sent again"_s})
            VERIFY_CONTAINS(plan.out, part);
        const QJsonObject json = ctl({u"replay"_s, u"--matching"_s, u"E-bad"_s, u"--dry-run"_s, u"--json"_s}).json();
        QCOMPARE(json.value(u"total"_s).toInt(), 1);
        QCOMPARE(json.value(u"plan"_s).toObject().value(u"will_fail"_s).toInt(), 1);
        const Ran unasked = ctl({u"replay"_s, u"1"_s, u"--reason"_s, u"x"_s});
        VERIFY_CODE(unasked, 2);
        VERIFY_CONTAINS(unasked.err, u"--yes"_s);
        const Ran hopeless = ctl({u"replay"_s, u"2"_s, u"--reason"_s, u"x"_s, u"--yes"_s});
        VERIFY_CODE(hopeless, 1);
        VERIFY_CODE(ctl({u"replay"_s, u"--queue"_s, u"in_doubt"_s, u"--reason"_s, u"x"_s, u"--yes"_s}), 1);
        VERIFY_CODE(
            as(u"vera"_s, {u"signalbox_viewer"_s}, {u"replay"_s, u"1"_s, u"--reason"_s, u"x"_s, u"--yes"_s}), 1);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.transaction WHERE status <> 'failed'"_s), u"0"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.audit_entry"_s), u"0"_s);
    }

    void replaysAndFollows_data()
    {
        QTest::addColumn<bool>("good");
        QTest::addColumn<QString>("counts");
        QTest::addColumn<int>("code");
        QTest::newRow("all confirmed") << true
                                       << u"3 confirmed + 0 failed + 0 skipped + 0 in doubt + 0 not started = 3"_s << 0;
        QTest::newRow("one fails again") << false
                                         << u"2 confirmed + 1 failed + 0 skipped + 0 in doubt + 0 not started = 3"_s
                                         << 1;
    }

    void replaysAndFollows()
    {
        QFETCH(bool, good);
        QFETCH(QString, counts);
        QFETCH(int, code);
        fail({u"safe"_s, u"safe"_s, u"bad"_s});
        const auto process = m_runner->start({u"--db"_s, CtlRunner::uri(m_settings), u"replay"_s, u"--queue"_s,
            u"erp team"_s, u"--reason"_s, u"fixed"_s, u"--classes"_s, u"safe,will_fail"_s, u"--yes"_s, u"--wait"_s});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(u"SELECT count(*) FROM integration.operation WHERE state = 'running'"_s), u"1"_s, 60'000);
        const QList<Claimed> claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 3);
        QList<TryEnd> ends;
        for (const Claimed& one : claimed)
            ends.append(good || one.id != claimed.at(1).id ? TryEnd::delivered(one) : TryEnd::rejected(one));
        m_relay->finish(ends);
        const Ran ran = CtlRunner::collect(*process);
        VERIFY_CODE(ran, code);
        VERIFY_CONTAINS(ran.out, counts);
        QCOMPARE(m_database->value(u"SELECT DISTINCT reason FROM integration.audit_entry"_s), u"fixed"_s);

        const Ran listed = ctl({u"operations"_s});
        VERIFY_CODE(listed, 0);
        VERIFY_CONTAINS(listed.out, u"Finished"_s);
        const Ran shown = ctl({u"operation"_s, u"1"_s});
        VERIFY_CODE(shown, 0);
        VERIFY_CONTAINS(shown.out, counts);
        VERIFY_CONTAINS(shown.out, good ? u"DOC-"_s : u"it said E1"_s);
        QCOMPARE(ctl({u"operation"_s, u"1"_s, u"--json"_s}).json().value(u"items"_s).toArray().size(), 3);
    }

    void asksOnATerminal_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("yes") << QByteArray("y\n") << 0;
        QTest::newRow("no") << QByteArray("n\n") << 1;
        QTest::newRow("nothing") << QByteArray("\n") << 1;
    }

    void asksOnATerminal()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        fail({u"safe"_s});
        const int person = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(person >= 0 && ::grantpt(person) == 0 && ::unlockpt(person) == 0);
        const QByteArray terminal = ::ptsname(person); // NOLINT(concurrency-mt-unsafe)
        auto process = m_runner->prepared(
            {u"--db"_s, CtlRunner::uri(m_settings), u"replay"_s, u"1"_s, u"--reason"_s, u"x"_s}, {});
        process->setChildProcessModifier([terminal] {
            const int side = ::open(terminal.constData(), O_RDWR | O_NOCTTY);
            ::dup2(side, STDIN_FILENO);
            ::dup2(side, STDERR_FILENO);
        });
        QCOMPARE(::write(person, answer.constData(), static_cast<std::size_t>(answer.size())), answer.size());
        process->start();
        const Ran ran = CtlRunner::collect(*process);
        VERIFY_CODE(ran, code);
        ::close(person);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.operation WHERE state = 'running'"_s),
            code == 0 ? u"1"_s : u"0"_s);
    }

    void pausesResumesAndCancels()
    {
        fail({u"safe"_s, u"safe"_s});
        const Ran started = ctl({u"replay"_s, u"1"_s, u"2"_s, u"--reason"_s, u"x"_s, u"--yes"_s});
        VERIFY_CODE(started, 0);
        VERIFY_CONTAINS(started.out, u"Operation 1 has been started"_s);
        for (const auto& [action, state] :
            {std::pair(u"pause"_s, u"paused"_s), {u"resume"_s, u"running"_s}, {u"cancel"_s, u"cancelled"_s}}) {
            const Ran ran = ctl({u"operation"_s, u"1"_s, action, u"--json"_s});
            VERIFY_CODE(ran, 0);
            QCOMPARE(ran.json().value(u"state"_s).toString(), state);
        }
        const QJsonObject json
            = ctl({u"operations"_s, u"--json"_s}).json().value(u"operations"_s).toArray().at(0).toObject();
        QCOMPARE(json.value(u"skipped"_s).toInt(), 2);
        VERIFY_CODE(ctl({u"operation"_s, u"7"_s}), 1);
        VERIFY_CODE(ctl({u"operation"_s, u"7"_s, u"pause"_s}), 1);
    }

    void installsFlowsAndTargets()
    {
        const QString target = m_runner->write(u"t.json"_s,
            "{\"code\": \"wms\", \"system\": \"wms\", \"base_url\": \"http://wms.invalid/\", \"rate\": 5}");
        const QByteArray flow = "{\"code\": \"wms.pick\", \"source_system\": \"erp\", \"target_system\": \"wms\", "
                                "\"effect_class\": \"create\", \"routes\": [{\"target\": \"wms\"}]}";
        const QString flows
            = m_runner->write(u"f.json"_s, "[" + flow + ", " + QByteArray(flow).replace("wms.pick", "wms.stock") + "]");
        VERIFY_CODE(ctl({u"flow"_s, u"put"_s, flows}), 1); // its target is not there yet
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.flow"_s), u"1"_s);
        VERIFY_CODE(ctl({u"target"_s, u"put"_s, target}), 0);
        VERIFY_CONTAINS(ctl({u"flow"_s, u"put"_s, flows}).out, u"2 flows installed"_s);
        QCOMPARE(ctl({u"flow"_s, u"put"_s, flows, u"--json"_s}).json().value(u"flows"_s).toInt(), 2);
        VERIFY_CODE(ctl({u"flow"_s, u"put"_s, u"-"_s}, "{\"code\": \"x\"}"), 1);
        for (const QByteArray& broken :
            {QByteArray("{"), QByteArray("[1]"), QByteArray("{\"code\": \"x\", \"colour\": 1}")}) {
            const Ran ran = ctl({u"target"_s, u"put"_s, m_runner->write(u"b.json"_s, broken)});
            VERIFY_CODE(ran, 1);
            QVERIFY(!ran.err.isEmpty());
        }
        VERIFY_CODE(ctl({u"target"_s, u"put"_s, u"/nowhere"_s}), 1);
        const QByteArray channel = "{\"channel\": \"kiosk\", \"process\": \"store_sale\"}";
        const QString channels = m_runner->write(u"c.json"_s, "[" + channel + "]");
        VERIFY_CONTAINS(ctl({u"channel"_s, u"put"_s, channels}).out, u"1 channel installed"_s);
        QCOMPARE(m_database->value(u"SELECT process FROM integration.channel WHERE code = 'kiosk'"_s), u"store_sale"_s);
        VERIFY_CODE(ctl({u"channel"_s, u"put"_s, u"-"_s}, "{\"channel\": \"kiosk\", \"process\": \"dance\"}"), 1);
        VERIFY_CONTAINS(ctl({u"master"_s, u"put"_s, u"-"_s},
                            R"({"kind": "product", "key": "A", "data": {"gtin": "4006381333931"}})")
                            .out,
            u"1 master record installed"_s);
        VERIFY_CODE(ctl({u"master"_s, u"put"_s, u"-"_s}, R"({"kind": "weather", "key": "A", "data": {}})"), 1);
        VERIFY_CODE(as(u"sue"_s, {u"signalbox_support"_s}, {u"target"_s, u"put"_s, target}), 1);

        fail({u"bad"_s});
        m_database->run(
            u"INSERT INTO integration.breaker (flow, target, state, until, reason) VALUES ('erp.post', 'erp', 'open', now() + interval '1 hour', 'refused')"_s);
        const Ran table = ctl({u"flows"_s});
        VERIFY_CODE(table, 0);
        for (const QString& part : {u"wms.pick"_s, u"Closed"_s, u"Open"_s, u"refused"_s})
            VERIFY_CONTAINS(table.out, part);
        const QJsonObject first = ctl({u"flows"_s, u"--json"_s}).json().value(u"flows"_s).toArray().at(0).toObject();
        QCOMPARE(first.value(u"flow"_s).toString(), u"erp.post"_s);
        QCOMPARE(first.value(u"counts"_s).toObject().value(u"failed"_s).toInt(), 1);
        QCOMPARE(first.value(u"breaker"_s).toObject().value(u"state"_s).toString(), u"open"_s);
        QVERIFY(!table.err.contains(u"newest"_s)); // all are counted

        m_database->run(
            u"INSERT INTO integration.transaction (flow, target, business_key, idempotency_key, traceparent, status) "
            "SELECT 'erp.post', 'erp', 'k' || n, 'k' || n, '-', 'delivered' FROM generate_series(1, 100001) n"_s);
        const Ran many = ctl({u"flows"_s});
        VERIFY_CONTAINS(many.err, u"count the newest messages only"_s);
        const QJsonObject list = ctl({u"flows"_s, u"--json"_s}).json();
        QVERIFY(!list.value(u"doneSince"_s).toString().isEmpty());
        const QJsonObject counts = list.value(u"flows"_s).toArray().at(0).toObject().value(u"counts"_s).toObject();
        QCOMPARE(counts.value(u"delivered"_s).toInt(), 100000);
        QCOMPARE(counts.value(u"failed"_s).toInt(), 1); // older, but not done
    }

    void verifiesTheAuditTrail()
    {
        fail({u"bad"_s});
        VERIFY_CODE(ctl({u"take"_s, u"1"_s}), 0);
        VERIFY_CODE(ctl({u"release"_s, u"1"_s}), 0);
        const Ran good = ctl({u"audit"_s, u"verify"_s});
        VERIFY_CODE(good, 0);
        VERIFY_CONTAINS(good.out, u"2 entries"_s);
        m_database->run(u"UPDATE integration.audit_entry SET actor = 'otto' WHERE seq = 1"_s);
        const Ran bad = ctl({u"audit"_s, u"verify"_s});
        VERIFY_CODE(bad, 1);
        VERIFY_CONTAINS(bad.err, u"entry 1"_s);
        const Ran json = ctl({u"audit"_s, u"verify"_s, u"--json"_s});
        VERIFY_CODE(json, 1);
        QCOMPARE(json.json().value(u"brokenAt"_s).toInt(), 1);
    }

private:
    Ran ctl(const QStringList& arguments, const QByteArray& input = {}, const QStringList& environment = {}) const
    {
        return m_runner->run(QStringList{u"--db"_s, CtlRunner::uri(m_settings)} + arguments, input, environment);
    }

    Ran as(const QString& role, const QStringList& memberOf, const QStringList& arguments)
    {
        return m_runner->run(
            QStringList{u"--db"_s, CtlRunner::uri(m_server.as(m_settings, role, memberOf))} + arguments);
    }

    /// Exceptions 1, 2, ...: "safe" ones, which reached nobody, and "bad" ones, which the target does not want.
    void fail(const QStringList& kinds)
    {
        for (int i = 1; i <= kinds.size(); ++i)
            submit(*m_database, u"k%1"_s.arg(i), u"1"_s);
        const auto claimed = m_relay->claim();
        QCOMPARE(claimed.size(), kinds.size());
        QList<TryEnd> ends;
        for (qsizetype i = 0; i < claimed.size(); ++i)
            ends.append(kinds.at(i) == u"safe"_s
                    ? TryEnd::failed(claimed.at(i), u"auth"_s, u"not_applied"_s, u"never"_s, u"E-safe"_s)
                    : TryEnd::rejected(claimed.at(i), u"E-bad"_s));
        m_relay->finish(ends);
    }

    TestServer m_server;
    ConnectionSettings m_settings;
    std::unique_ptr<CtlRunner> m_runner;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
};

SIGNALBOX_TEST(TestCtlDelivery)
#include "tst_ctldelivery.moc"
