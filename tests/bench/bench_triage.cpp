// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Triage over a million open problems in 500 groups: the groups' first page beside psql with the same SQL, and every
// keystroke of filters as people type them. Prints JSON. --folder keeps the database; --db takes one that is there.
#include "models/domain/clock.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/pggroupsource.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/figures.h"
#include "tests/bench/orderdatabase.h"
#include "tests/bench/problemdatabase.h"

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

constexpr int repeats = 20;
constexpr double groupsLimitMs = 100;
constexpr double keystrokeLimitMs = 150;

template<typename Ask>
double timed(Ask ask)
{
    QElapsedTimer timer;
    timer.start();
    auto future = ask();
    future.waitForFinished();
    orExit(future.result());
    return double(timer.nsecsElapsed()) / 1e6;
}

template<typename Ask>
std::vector<double> times(Ask ask, int count)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(timed(ask));
    return values;
}

QJsonObject withP95(const std::vector<double>& values)
{
    QJsonObject summary = Figures::summary(values);
    summary.insert(u"p95"_s, Figures::percentile(values, 0.95));
    return summary;
}

/// Every text that is on the line while somebody types, as far as it is a filter.
QList<std::pair<QString, FilterExpression>> keystrokes()
{
    QList<std::pair<QString, FilterExpression>> typed;
    const QDateTime now = SystemClock().now();
    for (const char* words :
        {"tax code", "maintained", "customer", "price 5", "4711", "material 1042", "E12", "code:E12",
            "error:\"is not maintained\"", "team:team3", "owner:none tax", "severity:normal", "value>=500",
            "value>=999.99 currency:CHF", "due<1h", "overdue>4h", "age>2h", "tax -E7", "seen:today", "kind:in_doubt"}) {
        const QString whole = QString::fromLatin1(words);
        for (qsizetype length = 1; length <= whole.size(); ++length) {
            const ParsedFilter filter
                = parseFilter(whole.first(length), now, QTimeZone::utc(), FilterSubject::Problems);
            if (!filter.mistake && (typed.isEmpty() || typed.constLast().second != filter.expression))
                typed.append({whole.first(length), filter.expression});
        }
    }
    return typed;
}

/// Once each, after a first round that fills the caches; the slowest are named.
template<typename Ask>
QJsonObject typing(Ask ask)
{
    std::vector<double> values;
    QMap<double, QString> slowest;
    const auto typed = keystrokes();
    for (const int round : {0, 1}) {
        for (const auto& [text, filter] : typed) {
            const double ms = timed([&, &filter = filter] { return ask(ExceptionQuery{.filter = filter}); });
            if (round == 0)
                continue;
            values.push_back(ms);
            slowest.insert(-ms, text);
        }
    }
    QJsonObject result = withP95(values);
    QJsonObject worst;
    for (auto at = slowest.cbegin(); at != slowest.cend() && worst.size() < 8; ++at)
        worst.insert(at.value(), -at.key());
    result.insert(u"slowest"_s, worst);
    result.insert(u"limitP95Ms"_s, keystrokeLimitMs);
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    CLI::App cli{"Triage benchmark"};
    int problems = 1'000'000;
    std::string folder;
    std::string database;
    cli.add_option("--problems", problems, "how many open problems");
    cli.add_option("--folder", folder, "keep the database here");
    cli.add_option("--db", database, "measure this database as it is");
    CLI11_PARSE(cli, argc, argv);

    BenchServer server(QString::fromStdString(folder));
    const ConnectionSettings settings = database.empty()
        ? orExit(server.start())
        : orExit(ConnectionSettings::choose(QString::fromStdString(database)));
    QElapsedTimer filling;
    filling.start();
    if (database.empty())
        ProblemDatabase::fill(settings, problems);
    const double fillSeconds = double(filling.elapsed()) / 1000;

    QueryRunner runner(settings);
    PgExceptionSource source(runner);
    PgGroupSource groups(runner);
    const auto askGroups = [&](const ExceptionQuery& query) { return groups.groups(query); };
    const auto askPage = [&](const ExceptionQuery& query) { return source.page(query); };
    timed([&] { return askGroups({}); });
    const std::vector<double> first = times([&] { return askGroups({}); }, repeats);
    const auto psql = OrderDatabase::psqlTimes(settings, PgGroupSource::openGroupsSql(), repeats);
    if (psql.empty())
        exitOn({Failure::Other, u"psql could not be measured"_s, {}, {}});
    QJsonObject queues;
    for (const auto& [name, queue] : {std::pair{u"breaching"_s, ExceptionQueue::Breaching},
             {u"inDoubt"_s, ExceptionQueue::InDoubt}, {u"unassigned"_s, ExceptionQueue::Unassigned}})
        queues.insert(name, withP95(times([&, asked = queue] { return askGroups({.queue = asked}); }, repeats)));
    const QJsonObject result{{u"benchmark"_s, u"triage"_s}, {u"problems"_s, problems}, {u"fillSeconds"_s, fillSeconds},
        {u"groupsMs"_s, withP95(first)}, {u"groupsLimitMs"_s, groupsLimitMs}, {u"psqlMs"_s, Figures::summary(psql)},
        {u"besidePsql"_s, Figures::median(first) / Figures::median(psql)}, {u"groupsOfQueueMs"_s, queues},
        {u"queueCountsMs"_s, withP95(times([&] { return source.queues(); }, repeats))},
        {u"problemsPageMs"_s, withP95(times([&] { return askPage({}); }, repeats))},
        {u"keystrokeGroupsMs"_s, typing(askGroups)}, {u"keystrokeProblemsMs"_s, typing(askPage)}};
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
