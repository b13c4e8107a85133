// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/pqerror.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <thread>

#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How many of our connections are at work with this text in their query.
int atWork(const ConnectionSettings& database, const QString& text)
{
    return TestServer::value(database,
        u"SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() "
        "AND query LIKE '%%1%'"_s.arg(text))
        .toInt();
}

int sleepFor(ReadScope& scope, int seconds)
{
    exec(scope.tx, "SELECT pg_sleep($1::float8)", {std::to_string(seconds)});
    return seconds;
}

} // namespace

class TestQueryRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SIGNALBOX_REQUIRE(m_server);
        m_database = m_server.emptyDatabase();
        TestServer::run(m_database, u"CREATE TABLE note (id int PRIMARY KEY, body text NOT NULL)"_s);
    }

    void init() { TestServer::run(m_database, u"TRUNCATE note"_s); }

    void readsValuesAndNulls()
    {
        QueryRunner runner(m_database);
        auto running = runner.read([](ReadScope& scope) -> QString {
            const auto result = exec(
                scope.tx, "SELECT $1::text AS a, $2::int + 1 AS b, $3::text AS c", {"Größe €", "41", std::nullopt});
            const auto row = result[0];
            return QString::fromUtf8(row["a"].c_str()) + QString::number(row["b"].as<int>())
                + (row["c"].is_null() ? u" null"_s : u" value"_s);
        });
        running.future.waitForFinished();
        const auto outcome = running.future.result();
        VERIFY_OUTCOME(outcome);
        QCOMPARE(outcome.value(), u"Größe €42 null"_s);
    }

    void readsOnTheCallingThread()
    {
        QueryRunner runner(m_database);
        const auto thread = std::this_thread::get_id();
        const auto same = runner.readNow([thread](ReadScope& scope) {
            exec(scope.tx, "SELECT 1");
            return std::this_thread::get_id() == thread;
        });
        VERIFY_OUTCOME(same);
        QVERIFY(same.value());
    }

    void runsInUtcWhateverTheServerSays()
    {
        QueryRunner runner(m_database);
        const auto zone = runner.readNow([](ReadScope& scope) {
            const auto result = exec(scope.tx, "SHOW timezone");
            return QString::fromUtf8(result[0][0].c_str());
        });
        VERIFY_OUTCOME(zone);
        QCOMPARE(zone.value(), u"UTC"_s);
    }

    void readingCannotWrite()
    {
        QueryRunner runner(m_database);
        const auto outcome = runner.readNow([](ReadScope& scope) {
            exec(scope.tx, "INSERT INTO note VALUES (1, 'x')");
            return true;
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().sqlstate, u"25006"_s);
    }

    void aReadIsOneSnapshot()
    {
        QueryRunner runner(m_database);
        const auto counts = runner.readNow([this](ReadScope& scope) {
            const auto count = [&scope] { return exec(scope.tx, "SELECT count(*) FROM note")[0][0].as<int>(); };
            QList<int> found{count()};
            TestServer::run(m_database, u"INSERT INTO note VALUES (1, 'x')"_s);
            found.append(count());
            return found;
        });
        VERIFY_OUTCOME(counts);
        QCOMPARE(counts.value(), (QList<int>{0, 0}));
    }

    void aWriteSeesWhatOthersCommit()
    {
        QueryRunner runner(m_database);
        const auto count = runner.writeNow([this](WriteScope& scope) {
            exec(scope.tx, "SELECT count(*) FROM note");
            TestServer::run(m_database, u"INSERT INTO note VALUES (1, 'x')"_s);
            return exec(scope.tx, "SELECT count(*) FROM note")[0][0].as<int>();
        });
        VERIFY_OUTCOME(count);
        QCOMPARE(count.value(), 1);
    }

    void leavesNothingSetBehind()
    {
        // a connection pooler may hand the session to somebody else
        QueryRunner runner(m_database, {.connections = 1});
        const auto settings = runner.readNow([](ReadScope& scope) {
            exec(scope.tx, "COMMIT");
            const auto now = exec(scope.tx,
                "SELECT current_setting('statement_timeout'), current_setting('transaction_read_only'), "
                "current_setting('transaction_isolation')");
            return QStringList{QString::fromUtf8(now[0][0].c_str()), QString::fromUtf8(now[0][1].c_str()),
                QString::fromUtf8(now[0][2].c_str())};
        });
        VERIFY_OUTCOME(settings);
        QCOMPARE(settings.value(), (QStringList{u"0"_s, u"off"_s, u"read committed"_s}));
    }

    void writesAndCommits()
    {
        QueryRunner runner(m_database);
        auto running = runner.write([](WriteScope& scope) {
            exec(scope.tx, "INSERT INTO note VALUES (1, 'x')");
            return true;
        });
        running.future.waitForFinished();
        QVERIFY(running.future.result());
        QCOMPARE(TestServer::value(m_database, u"SELECT count(*) FROM note"_s), u"1"_s);
    }

    void rollsBackWhenTheJobThrows()
    {
        QueryRunner runner(m_database);
        const auto outcome = runner.writeNow([](WriteScope& scope) -> bool {
            exec(scope.tx, "INSERT INTO note VALUES (1, 'x')");
            throw StoreException(Error{Failure::NotFound, u"no such thing"_s, {}, {}});
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error(), (Error{Failure::NotFound, u"no such thing"_s, {}, {}}));
        QCOMPARE(TestServer::value(m_database, u"SELECT count(*) FROM note"_s), u"0"_s);
    }

    void namesTheKindOfFailure_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("sqlstate");
        const auto row = [](const char* name, const QString& sql, Failure kind, const QString& sqlstate) {
            QTest::newRow(name) << sql << static_cast<int>(kind) << sqlstate;
        };
        row("constraint", u"INSERT INTO note VALUES (1, NULL)"_s, Failure::Constraint, u"23502"_s);
        row("invalid value", u"SELECT 'x'::int"_s, Failure::Invalid, u"22P02"_s);
        row("division by zero", u"SELECT 1/0"_s, Failure::Invalid, u"22012"_s);
        row("no such table", u"SELECT * FROM nothing"_s, Failure::Schema, u"42P01"_s);
        row("no such function", u"SELECT nothing()"_s, Failure::Schema, u"42883"_s);
        row("syntax", u"SELEC 1"_s, Failure::Other, u"42601"_s);
        row("raised", u"DO $$ BEGIN RAISE EXCEPTION 'no way'; END $$"_s, Failure::Other, u"P0001"_s);
        row("not found", u"DO $$ BEGIN RAISE no_data_found; END $$"_s, Failure::NotFound, u"P0002"_s);
        row("serialisation", u"DO $$ BEGIN RAISE serialization_failure; END $$"_s, Failure::Retryable, u"40001"_s);
        row("deadlock", u"DO $$ BEGIN RAISE deadlock_detected; END $$"_s, Failure::Retryable, u"40P01"_s);
    }

    void namesTheKindOfFailure()
    {
        QFETCH(QString, sql);
        QFETCH(int, kind);
        QFETCH(QString, sqlstate);
        QueryRunner runner(m_database);
        const auto outcome = runner.writeNow([sql](WriteScope& scope) {
            exec(scope.tx, sql.toStdString());
            return true;
        });
        QVERIFY(!outcome);
        QCOMPARE(static_cast<int>(outcome.error().kind), kind);
        QCOMPARE(outcome.error().sqlstate, sqlstate);
        QVERIFY(!outcome.error().text.isEmpty());
        QVERIFY2(!outcome.error().text.contains(u"ERROR:"_s), qPrintable(outcome.error().text));
        // the connection that failed is not the one that the next job gets
        QVERIFY(runner.readNow([](ReadScope& scope) { return exec(scope.tx, "SELECT 1").size() == 1; }));
    }

    void takesTheServersHint()
    {
        QueryRunner runner(m_database);
        const auto outcome = runner.writeNow([](WriteScope& scope) {
            exec(scope.tx, "DO $$ BEGIN RAISE EXCEPTION 'no way' USING HINT = 'go round'; END $$");
            return true;
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().text, u"no way"_s);
        QCOMPARE(outcome.error().hint, u"go round"_s);
    }

    void saysThatARoleMayNot()
    {
        QueryRunner runner(m_server.as(m_database, u"nobody_special"_s));
        const auto outcome
            = runner.readNow([](ReadScope& scope) { return exec(scope.tx, "SELECT * FROM note").size(); });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Failure::Permission);
        QVERIFY2(outcome.error().text.contains(u"note"_s), qPrintable(outcome.error().text));
    }

    void stopsAtTheTimeLimit()
    {
        QueryRunner runner(m_database, {.connections = 1, .readTime = 100ms});
        const auto outcome = runner.readNow([](ReadScope& scope) { return sleepFor(scope, 30); });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Failure::Other);
        QCOMPARE(outcome.error().sqlstate, u"57014"_s);
        QVERIFY(outcome.error().text.contains(u"longer than"_s));
    }

    void aCancelIsNeverLost()
    {
        QueryRunner runner(m_database, {.connections = 1});
        for (int round = 0; round < 40; ++round) {
            QElapsedTimer timer;
            timer.start();
            auto running = runner.read([](ReadScope& scope) { return sleepFor(scope, 20); });
            // anywhere between "not yet begun" and "long at work"
            std::this_thread::sleep_for(std::chrono::microseconds(QRandomGenerator::global()->bounded(8000)));
            runner.cancel(running.token);
            running.future.waitForFinished();
            const auto outcome = running.future.result();
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, Failure::Cancelled);
            QVERIFY2(timer.elapsed() < 5000, "the query ran on");
        }
        QTRY_COMPARE(atWork(m_database, u"pg_sleep"_s), 0);
        QVERIFY(runner.readNow([](ReadScope& scope) { return exec(scope.tx, "SELECT 1").size() == 1; }));
    }

    void aQueuedJobIsCancelledWithoutAConnection()
    {
        QueryRunner runner(m_database, {.connections = 1});
        auto first = runner.read([](ReadScope& scope) { return sleepFor(scope, 20); });
        auto second = runner.read([](ReadScope& scope) { return sleepFor(scope, 20); });
        runner.cancel(second.token);
        runner.cancel(first.token);
        second.future.waitForFinished();
        QCOMPARE(first.future.result().error().kind, Failure::Cancelled);
        QCOMPARE(second.future.result().error().kind, Failure::Cancelled);
    }

    void closingGivesUpWhatStillRuns()
    {
        QElapsedTimer timer;
        timer.start();
        QFuture<Outcome<int>> running;
        QFuture<Outcome<int>> queued;
        {
            QueryRunner runner(m_database, {.connections = 1});
            running = runner.read([](ReadScope& scope) { return sleepFor(scope, 30); }).future;
            queued = runner.read([](ReadScope& scope) { return sleepFor(scope, 30); }).future;
            QTRY_COMPARE(atWork(m_database, u"pg_sleep"_s), 1);
        }
        QVERIFY(timer.elapsed() < 10'000);
        QVERIFY(running.isFinished() && queued.isFinished());
        QCOMPARE(running.result().error().kind, Failure::Cancelled);
        QCOMPARE(queued.result().error().kind, Failure::Cancelled);
    }

    void keepsFewConnectionsAndReusesThem()
    {
        QueryRunner runner(m_database, {.connections = 2});
        QSet<int> backends;
        QList<QFuture<Outcome<int>>> futures;
        for (int i = 0; i < 40; ++i)
            futures
                += runner
                       .read([](ReadScope& scope) { return exec(scope.tx, "SELECT pg_backend_pid()")[0][0].as<int>(); })
                       .future;
        for (auto& future : futures) {
            future.waitForFinished();
            QVERIFY(future.result());
            backends += future.result().value();
        }
        QVERIFY2(backends.size() <= 2, qPrintable(QString::number(backends.size())));
    }

    void replacesAConnectionThatTheServerClosed()
    {
        QueryRunner runner(m_database, {.connections = 1});
        const auto pid = runner.readNow(
            [](ReadScope& scope) { return exec(scope.tx, "SELECT pg_backend_pid()")[0][0].as<int>(); });
        QVERIFY(pid);
        TestServer::run(m_database, u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(pid.value()));
        const auto again = runner.readNow([](ReadScope& scope) { return exec(scope.tx, "SELECT 1")[0][0].as<int>(); });
        VERIFY_OUTCOME(again);
    }

    void aKilledServerIsAConnectionErrorAndThenWorksAgain()
    {
        QueryRunner runner(m_database, {.connections = 1});
        auto running = runner.read([](ReadScope& scope) { return sleepFor(scope, 30); });
        QTRY_COMPARE(atWork(m_database, u"pg_sleep"_s), 1);
        m_server.kill();
        running.future.waitForFinished();
        const auto lost = running.future.result();
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Failure::Connection);

        m_server.restart();
        QVERIFY2(m_server.isRunning(), qPrintable(m_server.problem()));
        const auto again = runner.readNow([](ReadScope& scope) { return exec(scope.tx, "SELECT 1")[0][0].as<int>(); });
        VERIFY_OUTCOME(again);
    }

    void aCommitThatIsNotConfirmedIsInDoubtOrLost()
    {
        QueryRunner runner(m_database, {.connections = 1});
        const auto outcome = runner.writeNow([](WriteScope& scope) {
            exec(scope.tx, "INSERT INTO note VALUES (7, 'x')");
            // the server goes away between the last statement and the commit
            ::shutdown(scope.tx.conn().sock(), SHUT_RDWR);
            return true;
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Failure::InDoubt);
        QVERIFY(!outcome.error().hint.isEmpty());
    }

private:
    TestServer m_server;
    ConnectionSettings m_database;
};

SIGNALBOX_TEST(TestQueryRunner)
#include "tst_queryrunner.moc"
