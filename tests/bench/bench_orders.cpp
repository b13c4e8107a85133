// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The order list over a million orders: pages through the port beside psql with the same SQL. Prints JSON.
// --folder keeps the database, so that a second run (and the console) finds it.
#include "models/domain/clock.h"
#include "models/store/pgordersource.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/figures.h"
#include "tests/bench/orderdatabase.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int repeats = 40;
constexpr int rounds = 5;

/// The newest page through the port and by psql, turn by turn, so that both meet the same machine.
QJsonObject besidePsql(PgOrderSource& source, const ConnectionSettings& settings)
{
    std::vector<double> ours;
    std::vector<double> psql;
    const OrderPageRequest request;
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < repeats; ++i) {
            QElapsedTimer timer;
            timer.start();
            orExit(source.pageNow(request));
            ours.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        const auto times = OrderDatabase::psqlTimes(settings, PgOrderSource::newestPageSql(request.limit), repeats);
        psql.insert(psql.end(), times.begin(), times.end());
    }
    if (psql.empty())
        exitOn({Failure::Other, u"psql could not be measured"_s, {}, {}});
    return {{u"pageMs"_s, Figures::summary(ours)}, {u"psqlMs"_s, Figures::summary(psql)},
        {u"ratio"_s, Figures::median(ours) / Figures::median(psql)}, {u"limitRatio"_s, 1.5}};
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
    OrderDatabase::fill(settings, orders);
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
        QJsonObject answer{{u"firstMs"_s, Figures::summary(first)}};
        if (!next.empty())
            answer.insert(u"nextMs"_s, Figures::summary(next));
        result.insert(QString::fromLatin1(question.name), answer);
    }
    result.insert(u"newestBesidePsql"_s, besidePsql(source, settings));
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
