// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/auditcommand.h"
#include "app/sandbox/databaseaudit.h"
#include "app/sandbox/estate.h"
#include "app/sandbox/ledgerreader.h"
#include "app/sandbox/reconciliationtext.h"
#include "tests/relay/testestate.h"
#include "tests/support/seeds.h"
#include "tests/support/testprogram.h"
#include "tests/support/testserver.h"
#include "tests/support/verifyoutcome.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// What a flow's target does with the same message twice.
struct Kind
{
    const char* flow;
    const char* path; ///< in the sandbox
    bool idempotent;
    bool lookup;
};
constexpr std::array<Kind, 3> kinds{{{"to-shop", "/shop/fulfillments", true, false}, // knows the key
    {"to-erp", "/erp/sales-orders", false, true}, // can be asked
    {"to-finance", "/finance/postings", false, false}}}; // neither

} // namespace

/// Three relays deliver to an estate that fails in every way it knows, while relays and the server are killed again and
/// again and failures are replayed. In the end nothing was done twice, nothing is lost, nothing is stuck. The short
/// form; SIGNALBOX_FIRE=n makes it n times as long.
class TestFire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { SIGNALBOX_REQUIRE(m_server); }

    void nothingTwiceNothingLost()
    {
        const int times = std::max(1, qEnvironmentVariableIntValue("SIGNALBOX_FIRE"));
        const int messages = 150 * times; // of each kind
        const int kills = 20 * times;
        QRandomGenerator random(seeds({}).constFirst());
        m_database = m_server.freshDatabase();
        TestServer::run(m_database, u"ALTER DATABASE %1 SET synchronous_commit = on"_s.arg(m_database.database()));
        startSandbox(random.generate());
        QVERIFY(m_port > 0);
        putFlows();
        for (const Kind& kind : kinds)
            TestServer::run(m_database,
                uR"(SELECT count(integration.submit('%1', '%1/' || n, 'order-' || (n % 50), format('{"orderKey": "%1-%s", "scope": "order", "amount": "%s", "currency": "%s"}',
                        n, CASE n % 4 WHEN 0 THEN (n * 37)::text ELSE round(n * 37.13, 2)::text END, ('{JPY,EUR,GBP,SEK}'::text[])[n % 4 + 1])))
                    FROM generate_series(1, %2) n)"_s.arg(QString::fromLatin1(kind.flow), QString::number(messages)));

        m_relays.resize(3);
        for (auto& relay : m_relays)
            startRelay(relay);
        for (int kill = 0; kill < kills; ++kill) {
            auto& relay = m_relays.at(random.bounded(quint32(m_relays.size())));
            QVERIFY(relay->waitForStarted());
            QTest::qSleep(int(random.bounded(50, 250))); // a moment that nobody chose: this test is about those
            if (relay->state() == QProcess::Running)
                ::kill(pid_t(relay->processId()), SIGKILL);
            relay->waitForFinished();
            startRelay(relay);
            if (kill % 10 == 5) {
                m_server.kill();
                m_server.restart();
            } else if (kill % 5 == 2) {
                failures(u"replay"_s, u"{safe,verify,will_fail}"_s);
            } else {
                failures(u"verify"_s, u"{verify}"_s);
            }
        }
        const auto open = [this] {
            for (auto& relay : m_relays) // one that was started while the server was down has ended and said so
                if (relay->state() == QProcess::NotRunning)
                    startRelay(relay);
            // one that waits behind another one of its order, which is for a person to settle, is not stuck
            return TestServer::value(m_database,
                uR"(SELECT count(*) + (SELECT count(*) FROM integration.operation WHERE kind = 'verify' AND state = 'running')
                FROM integration.transaction t
                WHERE status IN ('pending', 'delivering', 'retrying') AND NOT EXISTS (
                    SELECT FROM integration.transaction e WHERE e.business_key = t.business_key AND e.target = t.target AND e.id < t.id
                    AND e.status IN ('failed', 'in_doubt')))"_s);
        };
        QTRY_COMPARE_WITH_TIMEOUT(open(), u"0"_s, 90'000);
        failures(u"verify"_s, u"{verify}"_s);
        QTRY_COMPARE_WITH_TIMEOUT(open(), u"0"_s, 90'000);
        verify(messages);
        booksAgree();
    }

    void cleanup()
    {
        for (auto& relay : m_relays)
            end(*relay);
        m_relays.clear();
        if (m_sandbox)
            end(*m_sandbox);
        m_sandbox.reset();
    }

private:
    static void end(QProcess& process)
    {
        process.terminate();
        if (!process.waitForFinished(20'000))
            process.kill();
        process.waitForFinished();
    }

    void startSandbox(quint32 seed)
    {
        m_sandbox = std::make_unique<QProcess>();
        m_sandbox->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_sandbox->start(QString::fromUtf8(SIGNALBOX_SANDBOX),
            {u"--port"_s, u"0"_s, u"--scenario"_s, u"fire"_s, u"--seed"_s, QString::number(seed)});
        QVERIFY(m_sandbox->waitForReadyRead(20'000));
        m_port = QJsonDocument::fromJson(m_sandbox->readLine()).object().value(u"port"_s).toInt();
    }

    void startRelay(std::unique_ptr<QProcess>& relay) const
    {
        relay = std::make_unique<QProcess>();
        relay->setProcessChannelMode(QProcess::MergedChannels);
        relay->start(QString::fromUtf8(SIGNALBOX_RELAY), {u"--db"_s, m_database.redacted(), u"--port"_s, u"0"_s});
    }

    void putFlows() const
    {
        TestServer::run(m_database, u"SELECT integration.put_approval_limits('[]')"_s); // nobody is there to approve
        for (const Kind& kind : kinds)
            putFlow(m_database, u"http://127.0.0.1:%1"_s.arg(m_port), QString::fromLatin1(kind.flow),
                QString::fromLatin1(kind.path), {{u"idempotent"_s, kind.idempotent}, {u"connections"_s, 12}},
                {{u"lookup"_s, kind.lookup}, {u"max_attempts"_s, kind.lookup ? 3 : 20}, // some fail, to be asked about
                    {u"lookup_equal"_s, QJsonObject{{u"currency"_s, u"currency"_s}}},
                    {u"lookup_by"_s,
                        kind.lookup
                            ? QJsonObject{{u"orderKey"_s, u"$payload.orderKey"_s}, {u"scope"_s, u"$payload.scope"_s}}
                            : QJsonObject()},
                    {u"breaker_failures"_s, 30}, {u"breaker_seconds"_s, 0.2}});
    }

    /// Replays, or only asks about, what has failed.
    void failures(const QString& kind, const QString& classes) const
    {
        TestServer::run(m_database, uR"(DO $$
            DECLARE
                ids bigint[] := (SELECT array_agg(id) FROM integration.transaction WHERE status IN ('failed', 'in_doubt'));
                replay bigint;
            BEGIN
                replay := integration.preview_%1(gen_random_uuid(), COALESCE(ids, '{}'));
                PERFORM integration.start_operation(replay, (SELECT manifest FROM integration.operation WHERE id = replay), 'fire', '%2',
                    '{"ramp": [100], "stopShare": 100}');
            END $$)"_s.arg(kind, classes));
    }

    /// The other side's books decide, message by message and to the last cent.
    void booksAgree() const
    {
        const QString ledger = u"http://127.0.0.1:%1"_s.arg(m_port);
        const auto estate = Estate::builtIn();
        const auto entries = readLedger(ledger);
        VERIFY_OUTCOME(entries);
        const Audit audit(estate.value(), entries.value());
        QVERIFY2(audit.isClean(), qPrintable(AuditCommand::table(audit)));
        const auto compared = compareWithDatabase(estate.value(), ledger, entries.value(), m_database.redacted());
        VERIFY_OUTCOME(compared);
        const QString table = ReconciliationText::table(compared.value());
        QVERIFY2(compared.value().agrees(), qPrintable(table));
        QVERIFY2(compared.value().uncompared().empty(), qPrintable(table));
        qInfo().noquote().nospace() << '\n' << table;
    }

    void verify(int messages) const
    {
        for (const Kind& kind : kinds) {
            const QString flow = QString::fromLatin1(kind.flow);
            int all = 0;
            int delivered = 0;
            for (const QStringList& row :
                TestServer::rows(m_database,
                    u"SELECT status, count(*) FROM integration.transaction WHERE flow = '%1' GROUP BY 1"_s.arg(flow))) {
                all += row.at(1).toInt();
                delivered += row.at(0) == u"delivered" ? row.at(1).toInt() : 0;
                qInfo().noquote() << flow << row.join(u' ');
            }
            QCOMPARE(all, messages);
            if (kind.idempotent || kind.lookup)
                QVERIFY(delivered > messages / 2);
        }
        // what was only asked about was not sent then
        QCOMPARE(
            TestServer::value(m_database,
                uR"(SELECT count(*) FROM integration.attempt a JOIN integration.operation_item i ON i.transaction_id = a.transaction_id
            JOIN integration.operation o ON o.id = i.operation_id AND o.kind = 'verify'
            WHERE a.action = 'send' AND a.started_at > i.released_at AND a.finished_at < i.at)"_s),
            u"0"_s);
        QStringList ends;
        for (const QStringList& row :
            TestServer::rows(m_database,
                uR"(SELECT i.state, count(*) FROM integration.operation_item i JOIN integration.operation o ON o.id = i.operation_id
            WHERE o.kind = 'verify' AND i.class = 'verify' GROUP BY 1)"_s)) {
            qInfo().noquote() << "asked only:" << row.join(u' ');
            ends += row.constFirst();
        }
        QVERIFY2(ends.contains(u"confirmed"_s) || ends.contains(u"failed"_s), "no question was ever answered");
        QCOMPARE(
            TestServer::value(m_database,
                u"SELECT count(*) FROM integration.operation_row WHERE confirmed + failed + skipped + in_doubt + not_started <> total"_s),
            u"0"_s);
        QVERIFY(TestServer::value(m_database, u"SELECT integration.audit_broken_at()"_s).isEmpty());
        QCOMPARE(TestServer::value(m_database,
                     uR"(SELECT count(*) FROM integration.transaction t WHERE t.status IN ('failed', 'in_doubt')
            AND NOT EXISTS (SELECT FROM integration.exception x WHERE x.transaction_id = t.id AND x.state <> 'resolved'))"_s),
            u"0"_s);
    }

    TestServer m_server;
    ConnectionSettings m_database;
    std::unique_ptr<QProcess> m_sandbox;
    int m_port = 0;
    std::vector<std::unique_ptr<QProcess>> m_relays;
};

SIGNALBOX_TEST(TestFire)

#include "tst_fire.moc"
