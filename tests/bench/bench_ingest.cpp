// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events a second through integration.ingest with the state derived, beside the limit of the same server: a plain
// multi-row INSERT of 1 KB rows. Prints JSON.
#include "models/store/ingestor.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/plaininsert.h"
#include "tests/bench/workload.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// Sends all batches over as many connections; each connection has batches of its own orders. Returns seconds.
double ingestAll(
    const ConnectionSettings& settings, const std::vector<QList<QByteArray>>& shares, std::atomic<qint64>& accepted)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (const QList<QByteArray>& share : shares)
        threads.emplace_back([&settings, &share, &accepted] {
            QueryRunner runner(settings);
            Ingestor ingestor(runner);
            for (const QByteArray& events : share) {
                IngestBatch batch;
                batch.events = events;
                accepted += orExit(ingestor.ingest(batch)).counts.accepted;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    CLI::App cli{"Ingest benchmark"};
    int events = 200'000;
    int batch = 5'000;
    int connections = 2;
    std::string workload = "together";
    cli.add_option("--events", events, "how many events");
    cli.add_option("--batch", batch, "events a transaction");
    cli.add_option("--connections", connections, "producers side by side");
    cli.add_option("--workload", workload, "together, interleaved or captured")
        ->check(CLI::IsMember({"together", "interleaved", "captured"}));
    CLI11_PARSE(cli, argc, argv);

    BenchServer server{QString()};
    const ConnectionSettings settings = orExit(server.start());
    {
        QueryRunner runner(settings);
        if (const auto error
            = Ingestor(runner).putChannel(R"({"channel":"web","title":"Web shop","process":"ship_to_home"})"))
            exitOn(*error);
    }

    std::vector<QList<QByteArray>> shares;
    QList<QByteArray> all;
    for (int i = 0; i < connections; ++i) {
        const QString prefix = u"C%1-"_s.arg(i);
        shares.push_back(workload == "captured"
                ? Workload::captures(prefix, events / connections, batch)
                : Workload::lifecycles(prefix, events / 10 / connections, batch, workload == "together"));
        all += shares.back();
    }

    const int rows = 100'000;
    const double insertSeconds = plainInsert(settings, rows, connections);
    std::atomic<qint64> accepted = 0;
    const double seconds = ingestAll(settings, shares, accepted);
    if (accepted < events / 10 * 9) {
        std::fprintf(stderr, "only %lld of %d events were accepted\n", static_cast<long long>(accepted.load()), events);
        return 1;
    }
    const double rate = double(accepted) / seconds;
    const double limit = rows / insertSeconds;
    const QJsonObject result{{u"benchmark"_s, u"ingest"_s}, {u"workload"_s, QString::fromStdString(workload)},
        {u"events"_s, qint64(accepted)}, {u"eventBytes"_s, qRound(Workload::eventSize(all, int(accepted)))},
        {u"batch"_s, batch}, {u"connections"_s, connections}, {u"seconds"_s, seconds},
        {u"eventsPerSecond"_s, qRound(rate)}, {u"plainInsertRowsPerSecond"_s, qRound(limit)},
        {u"shareOfPlainInsert"_s, rate / limit}};
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
