// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/plaininsert.h"

#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchserver.h"

#include <QElapsedTimer>

#include <string>
#include <thread>
#include <vector>

double plainInsert(const ConnectionSettings& settings, int rows, int connections)
{
    constexpr int perStatement = 500;
    QueryRunner setup(settings);
    orExit(setup.writeNow([](WriteScope& scope) {
        exec(scope.tx, "CREATE TABLE public.plain_insert (id bigint PRIMARY KEY, body text NOT NULL)");
        return 0;
    }));
    const std::string body(1000, 'x');
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (int c = 0; c < connections; ++c)
        threads.emplace_back([&, c] {
            QueryRunner runner(settings);
            for (int first = c * perStatement; first < rows; first += connections * perStatement) {
                std::string sql = "INSERT INTO public.plain_insert VALUES ";
                for (int i = first; i < first + perStatement; ++i)
                    sql += (i > first ? ",(" : "(") + std::to_string(i) + ",'" + body + "')";
                orExit(runner.writeNow([&](WriteScope& scope) {
                    exec(scope.tx, sql);
                    return 0;
                }));
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    orExit(setup.writeNow([](WriteScope& scope) {
        exec(scope.tx, "DROP TABLE public.plain_insert");
        return 0;
    }));
    return seconds;
}
