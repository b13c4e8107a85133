// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The order list over a million orders: pages through the port beside psql with the same SQL. Prints JSON.
// --folder keeps the database, so that a second run (and the console) finds it.
#include "models/domain/clock.h"
#include "models/store/ingestor.h"
#include "models/store/pgordersource.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/workload.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int repeats = 40;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double worst(const std::vector<double>& values)
{
    return *std::max_element(values.begin(), values.end());
}

/// Orders taken in by ingest, of which the others are copies: all alike, but as many rows in the same tables.
constexpr int originals = 20'000;

/// Copies every order and its milestones so many times, each a little later.
void multiply(const ConnectionSettings& settings, int copies)
{
    QueryRunner runner(settings, {1, {}, {}});
    orExit(runner.writeNow([copies](WriteScope& scope) {
        const auto last = exec(scope.tx, "SELECT max(id) FROM integration.sales_order")[0][0].as<std::string>();
        const auto copy = [&](const std::string& table) {
            const std::string columns = R"(SELECT string_agg(CASE attname
                    WHEN 'id' THEN 'o.id + k * )"
                + last + R"(' WHEN 'order_id' THEN 'o.order_id + k * )" + last + R"('
                    WHEN 'order_key' THEN 'o.order_key || ''-'' || k' WHEN 'order_number' THEN 'o.order_number || ''-'' || k'
                    WHEN 'placed_at' THEN 'o.placed_at + k * interval ''37 seconds''' ELSE 'o.' || attname END, ', ' ORDER BY attnum)
                FROM pg_attribute WHERE attrelid = ')"
                + table + R"('::regclass AND attnum > 0 AND NOT attisdropped)";
            exec(scope.tx,
                "INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT "
                    + exec(scope.tx, columns)[0][0].as<std::string>() + " FROM " + table + " o, generate_series(1, "
                    + std::to_string(copies) + ") k");
        };
        copy("integration.sales_order");
        copy("integration.milestone");
        exec(scope.tx, "SELECT setval('integration.sales_order_id_seq', max(id)) FROM integration.sales_order");
        return true;
    }));
}

void fill(const ConnectionSettings& settings, int orders)
{
    QueryRunner runner(settings);
    const qint64 there = orExit(runner.readNow([](ReadScope& scope) {
        return exec(scope.tx, "SELECT count(*) FROM integration.sales_order")[0][0].as<qint64>();
    }));
    if (there >= orders)
        return;
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back([&settings, first = std::min(orders, originals) / 2, i] {
            QueryRunner own(settings);
            Ingestor ingestor(own);
            for (const QByteArray& events : Workload::captures(QString(QChar(u'A' + i)), first, 5'000)) {
                IngestBatch batch;
                batch.events = events;
                orExit(ingestor.ingest(batch));
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    if (orders > originals)
        multiply(settings, orders / originals - 1);
    QProcess::execute(u"psql"_s, {u"-qX"_s, settings.redacted(), u"-c"_s, u"VACUUM ANALYZE"_s});
}

/// The statement's time as psql's \timing shows it, in milliseconds: the server's work and the rows' way to the client.
std::vector<double> psqlTimes(const ConnectionSettings& settings, const QString& sql)
{
    QProcess psql;
    psql.start(u"psql"_s, {u"-qX"_s, settings.redacted(), u"-v"_s, u"ON_ERROR_STOP=1"_s});
    psql.write("\\timing on\n\\o /dev/null\n");
    for (int i = 0; i < repeats; ++i)
        psql.write(sql.toUtf8() + ";\n");
    psql.closeWriteChannel();
    psql.waitForFinished(120'000);
    std::vector<double> times;
    static const QRegularExpression time(u"Time: ([0-9.]+) ms"_s);
    for (auto matches = time.globalMatch(QString::fromUtf8(psql.readAllStandardOutput())); matches.hasNext();)
        times.push_back(matches.next().captured(1).toDouble());
    return times;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    CLI::App cli{"Order list benchmark"};
    int orders = 1'000'000;
    std::string folder;
    cli.add_option("--orders", orders, "how many orders");
    cli.add_option("--folder", folder, "keep the database here");
    CLI11_PARSE(cli, argc, argv);

    BenchServer server(QString::fromStdString(folder));
    const ConnectionSettings settings = orExit(server.start());
    QElapsedTimer filling;
    filling.start();
    fill(settings, orders);
    const double fillSeconds = double(filling.elapsed()) / 1000;

    QueryRunner runner(settings);
    PgOrderSource source(runner);
    QJsonObject result{
        {u"benchmark"_s, u"orders"_s}, {u"orders"_s, orders}, {u"fillSeconds"_s, fillSeconds}, {u"page"_s, 200}};
    const QDateTime now = SystemClock().now();
    const struct
    {
        const char* name;
        const char* filter;
        OrderSort sort;
        Qt::SortOrder direction;
    } questions[] = {{"newest", "", OrderSort::PlacedAt, Qt::DescendingOrder},
        {"nextDue", "", OrderSort::NextDue, Qt::AscendingOrder},
        {"channel", "channel:pos", OrderSort::PlacedAt, Qt::DescendingOrder},
        {"breached", "target:breached", OrderSort::PlacedAt, Qt::DescendingOrder},
        {"number", "order:A177*", OrderSort::PlacedAt, Qt::DescendingOrder},
        {"nothing", "currency:KWD", OrderSort::PlacedAt, Qt::DescendingOrder}};
    for (const auto& question : questions) {
        OrderPageRequest request;
        request.filter = parseFilter(QString::fromLatin1(question.filter), now, QTimeZone::utc()).expression;
        request.sort = question.sort;
        request.direction = question.direction;
        std::vector<double> first;
        std::vector<double> next;
        for (int i = 0; i < repeats; ++i) {
            request.after.reset();
            QElapsedTimer timer;
            timer.start();
            const OrderPage page = orExit(source.pageNow(request));
            first.push_back(double(timer.nsecsElapsed()) / 1e6);
            if (!page.next)
                continue;
            request.after = page.next;
            timer.restart();
            orExit(source.pageNow(request));
            next.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        QJsonObject answer{{u"firstMs"_s, median(first)}, {u"firstWorstMs"_s, worst(first)}};
        if (!next.empty())
            answer.insert(u"nextMs"_s, median(next));
        result.insert(QString::fromLatin1(question.name), answer);
    }
    const auto psql = psqlTimes(settings, PgOrderSource::newestPageSql(200));
    if (!psql.empty())
        result.insert(u"psqlNewestMs"_s, median(psql));
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
