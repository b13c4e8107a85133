// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/orderdatabase.h"

#include "models/store/ingestor.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/workload.h"

#include <QProcess>
#include <QRegularExpression>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

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

QStringList psqlArguments(const ConnectionSettings& settings)
{
    return {u"-qX"_s, settings.redacted(), u"-v"_s, u"ON_ERROR_STOP=1"_s};
}

} // namespace

void OrderDatabase::fill(const ConnectionSettings& settings, int orders)
{
    const qint64 there = orExit(QueryRunner(settings).readNow([](ReadScope& scope) {
        return exec(scope.tx, "SELECT count(*) FROM integration.sales_order")[0][0].as<qint64>();
    }));
    if (there >= orders)
        return;
    if (there > 0)
        exitOn({Failure::Other, u"The folder holds a database of only %1 orders: name another folder."_s.arg(there), {},
            {}});
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
        multiply(settings, (orders - 1) / originals);
    QProcess::execute(u"psql"_s, psqlArguments(settings) << u"-c"_s << u"VACUUM ANALYZE"_s);
}

std::vector<double> OrderDatabase::psqlTimes(const ConnectionSettings& settings, const QString& sql, int repeats)
{
    QProcess psql;
    psql.start(u"psql"_s, psqlArguments(settings));
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
