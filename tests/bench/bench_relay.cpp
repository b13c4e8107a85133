// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries a second by a whole relay to a target that answers at once, every attempt on record, beside the limit of
// the same server and the same target: a queue that keeps nothing but "done or not". With --replay: a replay of
// messages that have failed, from the plan to the last confirmation. With --idle: what a relay without work costs.
// Prints JSON.
#include "app/relay/relay.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"
#include "tests/bench/barequeue.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/instanttarget.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <memory>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Options
{
    int messages = 100'000;
    int stored = 0;
    int orders = 0;
    int relays = 1;
    int lanes = 2;
    int connections = 256;
    bool recorded = false;
    bool replay = false;
    bool idle = false;
};

std::string number(qint64 value)
{
    return std::to_string(value);
}

std::string ask(QueryRunner& runner, const std::string& sql, const std::vector<std::string>& values = {})
{
    return orExit(runner.writeNow([&](WriteScope& scope) {
        const auto rows = values.empty() ? exec(scope.tx, sql)
            : values.size() == 1         ? exec(scope.tx, sql, {values[0]})
                                         : exec(scope.tx, sql, {values[0], values[1]});
        return rows.empty() || rows[0].empty() || rows[0][0].is_null() ? std::string() : rows[0][0].as<std::string>();
    }));
}

void configure(QueryRunner& runner, const Options& options, quint16 port)
{
    const QJsonObject target{{u"code"_s, u"instant"_s}, {u"system"_s, u"erp"_s},
        {u"base_url"_s, u"http://127.0.0.1:%1"_s.arg(port)}, {u"idempotent"_s, !options.recorded},
        {u"connections"_s, options.connections}};
    const QJsonObject flow{{u"code"_s, u"bench"_s}, {u"source_system"_s, u"middleware"_s},
        {u"target_system"_s, u"erp"_s}, {u"effect_class"_s, u"create"_s}, {u"path"_s, u"/x"_s},
        {u"routes"_s, QJsonArray{QJsonObject{{u"target"_s, u"instant"_s}}}}};
    ask(runner, "SELECT integration.put_target($1::jsonb)", {QJsonDocument(target).toJson().toStdString()});
    ask(runner, "SELECT integration.put_flow($1::jsonb)", {QJsonDocument(flow).toJson().toStdString()});
}

/// As many messages as rows, each of 1 KB and of an order of its own, in the given status; failed ones with exceptions.
void store(QueryRunner& runner, const std::string& prefix, int messages, const std::string& status)
{
    ask(runner,
        R"(
        WITH made AS (
            INSERT INTO integration.transaction (flow, target, business_key, idempotency_key, traceparent, status, attempts, tries, finished_at,
                                                 error_class, error_effect, error_code, error_text, fingerprint)
            SELECT 'bench', 'instant', k, k, '00-' || md5(k) || '-' || left(md5(k), 16) || '-01', s, (s <> 'pending')::int, (s <> 'pending')::int,
                   CASE WHEN s <> 'pending' THEN now() END, CASE WHEN s = 'failed' THEN 'transient' END, CASE WHEN s = 'failed' THEN 'not_applied' END,
                   CASE WHEN s = 'failed' THEN 'ECONNREFUSED' END, CASE WHEN s = 'failed' THEN 'refused' END, CASE WHEN s = 'failed' THEN md5('x') END
            FROM generate_series(1, $1::int) n, LATERAL (SELECT ')"
            + prefix + R"(' || n AS k, ')" + status + R"('::text AS s) x RETURNING id, status
        ), paid AS (
            INSERT INTO integration.payload (transaction_id, revision, content)
            SELECT id, 1, jsonb_build_object('orderKey', id, 'text', repeat('x', 960))::text FROM made
        ), tried AS (
            INSERT INTO integration.attempt (transaction_id, number, relay, started_at, finished_at, outcome)
            SELECT id, 1, 'bench', now(), now(), status FROM made WHERE status <> 'pending'
        )
        INSERT INTO integration.exception (kind, queue, severity, fingerprint, group_id, flow, transaction_id, error_class, error_effect, error_code, error_text)
        SELECT g.kind, 'integration', 'normal', g.fingerprint, g.id, g.flow, m.id, g.error_class, 'not_applied', g.error_code, g.sample
        FROM made m JOIN integration.exception_group g ON g.fingerprint = md5('x') WHERE m.status = 'failed')",
        {number(messages)});
}

std::vector<std::unique_ptr<Relay>> startRelays(const ConnectionSettings& settings, const Options& options)
{
    std::vector<std::unique_ptr<Relay>> relays;
    for (int i = 0; i < options.relays; ++i) {
        Relay::Options relay;
        relay.database = settings.redacted();
        relay.lanes = options.lanes;
        relay.port = 0;
        relays.push_back(orExit(Relay::start(relay)));
    }
    return relays;
}

/// Asks the database only once the target has been told everything: questions cost what is to be measured.
void waitUntilDone(QueryRunner& runner, const InstantTarget& target, qint64 requests)
{
    while (target.answered() < requests)
        std::this_thread::sleep_for(5ms);
    while (ask(runner, "SELECT count(*) FROM integration.transaction WHERE status NOT IN ('delivered', 'cancelled')")
        != "0")
        std::this_thread::sleep_for(5ms);
}

double processorSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Of all the server's processes, by the kernel's accounts: what other programs took does not count.
double serverSeconds(QueryRunner& runner)
{
    const auto fields = [](const QString& pid) { // those behind the name, from the state on
        QFile file(u"/proc/%1/stat"_s.arg(pid));
        const QByteArray line = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return line.mid(line.lastIndexOf(')') + 2).split(' ');
    };
    const QByteArray postmaster = fields(QString::fromStdString(ask(runner, "SELECT pg_backend_pid()"))).value(1);
    double ticks = 0;
    for (const QString& pid : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        const QList<QByteArray> process = fields(pid);
        if (process.value(1) == postmaster)
            ticks += process.value(11).toDouble() + process.value(12).toDouble();
    }
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

double residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

QJsonObject deliver(
    const ConnectionSettings& settings, QueryRunner& runner, const Options& options, const InstantTarget& target)
{
    const double limit = bareQueue(settings, target.port(), options.messages, 2);
    store(runner, "new-", options.messages, "pending");
    ask(runner, "ANALYZE integration.transaction");
    const qint64 before = target.answered();
    QElapsedTimer timer;
    timer.start();
    const double processor = processorSeconds();
    const double server = serverSeconds(runner);
    const auto relays = startRelays(settings, options);
    waitUntilDone(runner, target, before + options.messages);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const double rate = options.messages / seconds;
    const qint64 sent = target.answered() - before;
    const std::string attempts = ask(runner,
        "SELECT count(*) FROM integration.attempt a JOIN integration.transaction t ON t.id = a.transaction_id WHERE t.idempotency_key LIKE 'new-%'");
    if (sent != options.messages || attempts != number(options.messages))
        exitOn({Failure::Other,
            u"%1 messages, %2 requests, %3 attempts"_s.arg(options.messages)
                .arg(sent)
                .arg(QString::fromStdString(attempts)),
            {}, {}});
    return {{u"deliveriesPerSecond"_s, qRound(rate)}, {u"bareQueuePerSecond"_s, qRound(limit)},
        {u"shareOfBareQueue"_s, rate / limit}, {u"seconds"_s, seconds},
        {u"processorOfThisProgramUs"_s, (processorSeconds() - processor) / options.messages * 1e6},
        {u"processorOfTheServerUs"_s, (serverSeconds(runner) - server) / options.messages * 1e6}};
}

QJsonObject replay(const ConnectionSettings& settings, QueryRunner& runner, const Options& options)
{
    ask(runner,
        "INSERT INTO integration.exception_group (fingerprint, flow, kind, error_class, error_code, sample) "
        "VALUES (md5('x'), 'bench', 'delivery_failure', 'transient', 'ECONNREFUSED', 'refused') RETURNING id");
    store(runner, "failed-", options.messages, "failed");
    ask(runner, "ANALYZE");
    ask(runner, "SELECT integration.put_approval_limits('[]')"); // nobody is there to approve
    const auto relays = startRelays(settings, options);
    QElapsedTimer timer;
    timer.start();
    const std::string operation = ask(runner,
        "SELECT integration.preview_replay(gen_random_uuid(), (SELECT array_agg(id) FROM integration.transaction WHERE status = 'failed'))");
    const double planned = double(timer.nsecsElapsed()) / 1e9;
    ask(runner,
        "SELECT integration.start_operation(id, manifest, 'bench', '{safe,verify}', '{\"ramp\": [100]}') FROM integration.operation "
        "WHERE id = $1::bigint",
        {operation});
    const double started = double(timer.nsecsElapsed()) / 1e9;
    while (ask(runner, "SELECT released FROM integration.operation WHERE id = $1::bigint", {operation})
        != number(options.messages))
        std::this_thread::sleep_for(10ms);
    const double handedOver = double(timer.nsecsElapsed()) / 1e9;
    while (ask(runner, "SELECT state FROM integration.operation WHERE id = $1::bigint", {operation}) != "settled")
        std::this_thread::sleep_for(10ms);
    const double confirmed = double(timer.nsecsElapsed()) / 1e9;
    if (ask(runner, "SELECT confirmed FROM integration.operation_row WHERE id = $1::bigint", {operation})
        != number(options.messages))
        exitOn({Failure::Other, u"not all are confirmed"_s, {}, {}});
    return {{u"planSeconds"_s, planned}, {u"startSeconds"_s, started - planned},
        {u"handOverSeconds"_s, handedOver - started}, {u"confirmSeconds"_s, confirmed - started}};
}

/// The processor's time of this process includes the bench's own, which sleeps.
QJsonObject idle(const ConnectionSettings& settings, const Options& options)
{
    const auto relays = startRelays(settings, options);
    std::this_thread::sleep_for(2s);
    const double before = processorSeconds();
    std::this_thread::sleep_for(20s);
    return {{u"shareOfACore"_s, (processorSeconds() - before) / 20}, {u"residentMegabytes"_s, residentMegabytes()}};
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    CLI::App cli{"Relay benchmark"};
    Options options;
    cli.add_option("--messages", options.messages, "how many are delivered or replayed");
    cli.add_option("--stored", options.stored, "how many have been delivered before");
    cli.add_option("--relays", options.relays, "relays side by side, in this process");
    cli.add_option("--lanes", options.lanes, "lanes of each relay");
    cli.add_option("--connections", options.connections, "connections of each relay to the target");
    cli.add_flag("--recorded", options.recorded, "the target knows no keys: each send is on record before it happens");
    cli.add_flag("--replay", options.replay, "messages that have failed are replayed");
    cli.add_flag("--idle", options.idle, "nothing to do");
    CLI11_PARSE(cli, argc, argv);

    BenchServer server{QString()};
    const ConnectionSettings settings = orExit(server.start());
    QueryRunner runner(settings, {2, {}, {}});
    const InstantTarget target;
    configure(runner, options, target.port());
    if (options.stored > 0) {
        store(runner, "stored-", options.stored, "delivered");
        ask(runner, "ANALYZE");
    }
    QJsonObject result = options.idle ? idle(settings, options)
        : options.replay              ? replay(settings, runner, options)
                                      : deliver(settings, runner, options, target);
    result.insert(u"benchmark"_s, u"relay"_s);
    result.insert(u"messages"_s, options.messages);
    result.insert(u"stored"_s, options.stored);
    result.insert(u"recorded"_s, options.recorded);
    result.insert(u"relays"_s, options.relays);
    result.insert(u"lanes"_s, options.lanes);
    result.insert(u"connections"_s, options.connections);
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
