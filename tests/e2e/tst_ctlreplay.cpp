// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ctlrunner.h"
#include "tests/support/fakerelay.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

/// How the command line carries a replay out: stages, what stops it, and who else approves.
class TestCtlReplay : public QObject
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

    void badOptions_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("a ramp that falls") << QStringList{u"--ramp"_s, u"5,1,100"_s};
        QTest::newRow("a ramp that ends early") << QStringList{u"--ramp"_s, u"1,5"_s};
        QTest::newRow("two kinds of stages") << QStringList{u"--ramp"_s, u"1,100"_s, u"--all-at-once"_s};
        QTest::newRow("no rate") << QStringList{u"--rate"_s, u"0"_s};
        QTest::newRow("no share") << QStringList{u"--stop-share"_s, u"101"_s};
        QTest::newRow("no time") << QStringList{u"--start-at"_s, u"tomorrow"_s};
    }
    void badOptions()
    {
        QFETCH(const QStringList, options);
        fail(1);
        VERIFY_CODE(ctl(QStringList{u"replay"_s, u"1"_s, u"--reason"_s, u"x"_s, u"--yes"_s} + options), 2);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.operation WHERE asked_at IS NOT NULL"_s), u"0"_s);
    }

    void optionsAreKept()
    {
        fail(2);
        VERIFY_CODE(ctl({u"replay"_s, u"1"_s, u"2"_s, u"--reason"_s, u"x"_s, u"--yes"_s, u"--ramp"_s, u"50,100"_s,
                        u"--rate"_s, u"1000"_s, u"--stop-share"_s, u"35"_s}),
            0);
        const QJsonObject json = ctl({u"operation"_s, u"1"_s, u"--json"_s}).json();
        QCOMPARE(json.value(u"ramp"_s).toArray(), (QJsonArray{50, 100}));
        QCOMPARE(json.value(u"rate"_s).toDouble(), 1000.0);
        QCOMPARE(json.value(u"stopShare"_s).toInt(), 35);
        QVERIFY(json.value(u"withoutRelay"_s).toBool());
        VERIFY_CONTAINS(ctl({u"operation"_s, u"1"_s}).out, u"Waits for a relay"_s);
        finish(1, true);
        finish(1, true);
        VERIFY_CONTAINS(ctl({u"operation"_s, u"1"_s}).out, u"stage 2, up to 100 %: 1 sent, 1 confirmed"_s);

        fail(1);
        const Ran later
            = ctl({u"replay"_s, u"3"_s, u"--reason"_s, u"x"_s, u"--yes"_s, u"--start-at"_s, u"2100-01-01T08:00"_s});
        VERIFY_CODE(later, 0);
        VERIFY_CONTAINS(later.out, u"Operation 2 is scheduled"_s);
    }

    void aStoppedReplayIsNotWaitedFor()
    {
        fail(5);
        const auto process = m_runner->start({u"--db"_s, CtlRunner::uri(m_settings), u"replay"_s, u"--queue"_s,
            u"erp team"_s, u"--reason"_s, u"x"_s, u"--yes"_s, u"--wait"_s, u"--all-at-once"_s});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(u"SELECT count(*) FROM integration.operation WHERE state = 'running'"_s), u"1"_s, 60'000);
        finish(3, false);
        const Ran ran = CtlRunner::collect(*process);
        VERIFY_CODE(ran, 1);
        VERIFY_CONTAINS(ran.err, u"Stopped: 3 of 3 ended with the same error: it said E1"_s);
        QCOMPARE(
            ctl({u"operation"_s, u"1"_s, u"--json"_s}).json().value(u"stop"_s).toObject().value(u"items"_s).toInt(), 3);
        VERIFY_CODE(ctl({u"operation"_s, u"1"_s, u"resume"_s}), 0);
    }

    void waitsThroughTheStages()
    {
        fail(4);
        const auto process = m_runner->start({u"--db"_s, CtlRunner::uri(m_settings), u"replay"_s, u"--queue"_s,
            u"erp team"_s, u"--reason"_s, u"x"_s, u"--yes"_s, u"--wait"_s, u"--ramp"_s, u"25,50,100"_s});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(u"SELECT count(*) FROM integration.operation WHERE state = 'running'"_s), u"1"_s, 60'000);
        for (const int size : {1, 1, 2})
            finish(size, true);
        const Ran ran = CtlRunner::collect(*process);
        VERIFY_CODE(ran, 0);
        VERIFY_CONTAINS(ran.out, u"4 confirmed"_s);
    }

    void asksForApprovalAndGetsIt()
    {
        const QString limits = m_runner->write(u"limits.json"_s, R"([{"most": 2}])");
        const Ran put = ctl({u"limit"_s, u"put"_s, limits});
        VERIFY_CODE(put, 0);
        fail(3);
        const QStringList replay{u"replay"_s, u"--queue"_s, u"erp team"_s, u"--reason"_s, u"x"_s, u"--yes"_s};
        const Ran asked = as(u"sue"_s, {u"signalbox_support"_s}, replay);
        VERIFY_CODE(asked, 0);
        VERIFY_CONTAINS(asked.out, u"waits for somebody else"_s);
        VERIFY_CONTAINS(asked.err, u"more than 2 need a second person"_s);
        QVERIFY(m_relay->claim().isEmpty());
        VERIFY_CONTAINS(ctl({u"operation"_s, u"1"_s}).out, u"approval"_s);
        VERIFY_CODE(as(u"sue"_s, {u"signalbox_support"_s}, {u"approve"_s, u"1"_s}), 1);
        VERIFY_CODE(as(u"max"_s, {u"signalbox_manager"_s}, {u"approve"_s, u"1"_s, u"--note"_s, u"go"_s}), 0);
        QCOMPARE(m_relay->claim().size(), 3);
        VERIFY_CONTAINS(ctl({u"operation"_s, u"1"_s}).out, u"Approved by max: go"_s);
        VERIFY_CODE(as(u"max"_s, {u"signalbox_manager"_s}, {u"approve"_s, u"7"_s}), 1);
    }

    void verifiesWithoutSending()
    {
        putErp(*m_database, {}, {{u"lookup"_s, true}});
        fail(3);
        VERIFY_CODE(ctl({u"verify"_s}), 2);
        VERIFY_CODE(ctl({u"verify"_s, u"1"_s, u"--group"_s, u"1"_s}), 2);
        const Ran plan = ctl({u"verify"_s, u"1"_s, u"2"_s, u"--dry-run"_s});
        VERIFY_CODE(plan, 0);
        VERIFY_CONTAINS(plan.out, u"2 can be asked about"_s);
        VERIFY_CONTAINS(plan.out, u"Nothing is sent"_s);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM integration.operation WHERE asked_at IS NOT NULL"_s), u"0"_s);
        const QString group = m_database->value(u"SELECT group_id FROM integration.exception"_s);
        const auto process
            = m_runner->start({u"--db"_s, CtlRunner::uri(m_settings), u"verify"_s, u"--group"_s, group, u"--wait"_s});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(u"SELECT count(*) FROM integration.operation WHERE state = 'running'"_s), u"1"_s, 60'000);
        const QList<Claimed> claimed = m_relay->claim();
        QCOMPARE(claimed.size(), 3);
        m_relay->finish({TryEnd::found(claimed.at(0)), TryEnd::absent(claimed.at(1)), TryEnd::absent(claimed.at(2))});
        const Ran ran = CtlRunner::collect(*process);
        VERIFY_CODE(ran, 0);
        VERIFY_CONTAINS(ran.out, u"1 found + 2 not there + 0 skipped + 0 without an answer + 0 not asked yet = 3"_s);
        const QJsonObject exception = ctl({u"exception"_s, u"2"_s, u"--json"_s}).json();
        QVERIFY(!exception.value(u"absentAt"_s).toString().isEmpty());
        VERIFY_CONTAINS(ctl({u"operations"_s}).out, u"Asks only"_s);
        // the second time one finds something else: that is for a person
        const auto again = m_runner->start({u"--db"_s, CtlRunner::uri(m_settings), u"verify"_s, u"--matching"_s,
            u"it said"_s, u"--wait"_s, u"--json"_s});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_database->value(u"SELECT count(*) FROM integration.operation WHERE state = 'running'"_s), u"1"_s, 60'000);
        const QList<Claimed> more = m_relay->claim();
        QCOMPARE(more.size(), 2);
        m_relay->finish({TryEnd::absent(more.at(0)), TryEnd::conflict(more.at(1))});
        const Ran second = CtlRunner::collect(*again);
        VERIFY_CODE(second, 1);
        QCOMPARE(second.json().value(u"kind"_s).toString(), u"verify"_s);
        QCOMPARE(second.json().value(u"failed"_s).toInt(), 1);
    }

    void rejectsWithAReason()
    {
        m_database->value(u"SELECT integration.put_approval_limits('[{\"most\": 0}]')"_s);
        fail(1);
        VERIFY_CODE(
            as(u"sue"_s, {u"signalbox_support"_s}, {u"replay"_s, u"1"_s, u"--reason"_s, u"x"_s, u"--yes"_s}), 0);
        VERIFY_CODE(as(u"max"_s, {u"signalbox_manager"_s}, {u"reject"_s, u"1"_s}), 2);
        const Ran rejected
            = as(u"max"_s, {u"signalbox_manager"_s}, {u"reject"_s, u"1"_s, u"--reason"_s, u"not today"_s, u"--json"_s});
        VERIFY_CODE(rejected, 0);
        QCOMPARE(rejected.json().value(u"state"_s).toString(), u"rejected"_s);
        QCOMPARE(rejected.json().value(u"decisionNote"_s).toString(), u"not today"_s);
        QCOMPARE(rejected.json().value(u"skipped"_s).toInt(), 1);
    }

private:
    Ran ctl(const QStringList& arguments) const
    {
        return m_runner->run(QStringList{u"--db"_s, CtlRunner::uri(m_settings)} + arguments);
    }
    Ran as(const QString& role, const QStringList& memberOf, const QStringList& arguments)
    {
        return m_runner->run(
            QStringList{u"--db"_s, CtlRunner::uri(m_server.as(m_settings, role, memberOf))} + arguments);
    }

    /// Messages that have not reached the target.
    void fail(int count)
    {
        for (int i = 0; i < count; ++i)
            submit(*m_database, u"k%1"_s.arg(++m_orders), u"1"_s);
        QList<TryEnd> ends;
        for (const Claimed& claimed : m_relay->claim())
            ends.append(TryEnd::failed(claimed, u"auth"_s, u"not_applied"_s, u"never"_s));
        QCOMPARE(m_relay->finish(ends).size(), count);
    }
    /// What the relay has got comes to its end.
    void finish(int count, bool good)
    {
        const QList<Claimed> claimed = m_relay->claim(count);
        QCOMPARE(claimed.size(), count);
        QList<TryEnd> ends;
        for (const Claimed& one : claimed) {
            m_relay->sending({one});
            ends.append(good ? TryEnd::delivered(one) : TryEnd::rejected(one));
        }
        m_relay->finish(ends);
    }

    TestServer m_server;
    ConnectionSettings m_settings;
    std::unique_ptr<CtlRunner> m_runner;
    std::unique_ptr<IntegrationDatabase> m_database;
    std::unique_ptr<FakeRelay> m_relay;
    int m_orders = 0;
};

SIGNALBOX_TEST(TestCtlReplay)
#include "tst_ctlreplay.moc"
