// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Triage over a million open problems while a thousand of them change every second: somebody goes through the list,
// types into the filter and looks at the groups, and what is measured is how long each turn of the window's event loop
// takes. Prints JSON; every wait ends.
#include "app/console/mainwindow.h"
#include "models/store/pgexceptionsource.h"
#include "models/store/queryrunner.h"
#include "models/store/session.h"
#include "tests/bench/benchconsole.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/figures.h"
#include "tests/bench/problemdatabase.h"
#include "tests/bench/turnwatch.h"
#include "widgets/common/tableview.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/triageview.h"

#include <CLI/CLI.hpp>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;
constexpr int frameMs = 16;
constexpr double longestTurnMs = 33;

/// Changes so many problems a second, in batches: those in sight and others in turn, each by the function that people's
/// actions go through.
class Changer
{
public:
    Changer(const ConnectionSettings& settings, std::vector<qint64> inSight, int rate, int problems)
        : m_thread([this, settings, inSight = std::move(inSight), rate, problems] {
            change(settings, inSight, rate, problems);
        })
    { }
    ~Changer()
    {
        m_stop = true;
        m_thread.join();
    }
    Changer(const Changer&) = delete;
    Changer& operator=(const Changer&) = delete;

    qint64 changed() const { return m_changed; }

private:
    void change(const ConnectionSettings& settings, const std::vector<qint64>& inSight, int rate, int problems)
    {
        constexpr auto pause = 50ms;
        const auto batch = std::size_t(rate * pause / 1s);
        Session session(settings);
        qint64 other = 1;
        std::size_t seen = 0;
        bool take = true;
        for (auto due = std::chrono::steady_clock::now(); !m_stop; due += pause) {
            std::this_thread::sleep_until(due); // the rate is what is asked for, not a condition
            std::string ids;
            for (std::size_t i = 0; i < batch; ++i, other = other % problems + 1, ++seen) {
                const qint64 id = i % 2 == 0 ? inSight.at(seen % inSight.size()) : other;
                ids += (ids.empty() ? "{" : ",") + std::to_string(id);
            }
            pqxx::work tx(session.connection());
            const auto done = exec(tx,
                "SELECT count(*) FILTER (WHERE r.done) FROM (SELECT array_agg(e.id) AS ids, array_agg(e.version) AS "
                "versions FROM integration.exception e WHERE e.id = ANY ($1::bigint[])) e, "
                "integration.change_exceptions($2, e.ids, e.versions, '{}') r",
                {ids + "}", take ? "take" : "release"});
            tx.commit();
            m_changed += done.front().front().as<qint64>();
            take = !take;
        }
    }

    std::atomic<bool> m_stop = false;
    std::atomic<qint64> m_changed = 0;
    std::thread m_thread;
};

/// Somebody at Triage, for so many seconds: what `act` does is done sixty times a second.
QJsonObject watched(TurnWatch& loop, const Changer& changer, int seconds, const std::function<void(int)>& act)
{
    TurnWatch::Turns turns;
    loop.keepIn(&turns);
    const qint64 before = changer.changed();
    QElapsedTimer timer;
    timer.start();
    for (int step = 0; timer.elapsed() < seconds * 1000; ++step) {
        act(step);
        loop.pass(frameMs);
    }
    const double took = double(timer.elapsed()) / 1000;
    loop.keepIn(nullptr);
    if (turns.all.empty())
        exitOn({Failure::Other, u"Nothing happened in the window."_s, {}, {}});
    const auto over = [](const std::vector<double>& values) {
        return qint64(std::count_if(values.begin(), values.end(), [](double ms) { return ms > longestTurnMs; }));
    };
    return {{u"turnMs"_s, Figures::summary(turns.all)}, {u"turnProcessorMs"_s, Figures::summary(turns.work)},
        {u"turnsOver33Ms"_s, over(turns.all)}, {u"turnsOver33MsOfProcessor"_s, over(turns.work)},
        {u"changesPerSecond"_s, double(changer.changed() - before) / took}};
}

std::vector<qint64> firstPage(const ConnectionSettings& settings)
{
    QueryRunner runner(settings);
    PgExceptionSource source(runner);
    QFuture<Outcome<ExceptionPage>> page = source.page({});
    page.waitForFinished();
    std::vector<qint64> ids;
    for (const Exception& exception : orExit(page.result()).exceptions)
        ids.push_back(exception.id);
    if (ids.empty())
        exitOn({Failure::Other, u"There are no problems."_s, {}, {}});
    return ids;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Benchmark of Triage in the console"};
    int problems = 1'000'000;
    int rate = 1'000;
    int seconds = 20;
    std::string folder;
    cli.add_option("--problems", problems, "how many are open");
    cli.add_option("--rate", rate, "changes a second");
    cli.add_option("--seconds", seconds, "for how long each part is watched");
    cli.add_option("--folder", folder, "keep the database here; bench_triage can use it too");
    CLI11_PARSE(cli, argc, argv);
    BenchConsole console(argc, argv);
    BenchServer server(QString::fromStdString(folder));
    const ConnectionSettings settings = orExit(server.start());
    ProblemDatabase::fill(settings, problems);
    MainWindow& window = console.open(settings);
    TurnWatch loop;
    window.showScreen(MainWindow::TriageScreen);
    TriageView& triage = *window.triageView();
    const auto show = [&](bool grouped) {
        triage.setGrouped(grouped);
        const TableView* table = grouped ? triage.groupPane()->table() : triage.table();
        // never at rest while so much changes: what counts is that rows are there
        if (!loop.waitFor([&] { return table->model()->rowCount() > 0 && triage.isGrouped() == grouped; }, patienceMs))
            exitOn({Failure::Other, u"Triage has no rows."_s, {}, {}});
        triage.focusList();
    };
    show(false);

    const Changer changer(settings, firstPage(settings), rate, problems);
    const auto line = triage.findChild<QLineEdit*>(u"triageSearch"_s);
    const QString typed = u"tax code 4711"_s;
    const QJsonObject list = watched(loop, changer, seconds,
        [&](int step) { QTest::keyClick(triage.table(), step % 300 < 280 ? Qt::Key_J : Qt::Key_PageDown); });
    const QJsonObject filter = watched(loop, changer, seconds, [&](int step) {
        if (step % 8 != 0) // a fast typist's eight keys a second
            return;
        const int at = step / 8 % int(2 * typed.size());
        if (at < typed.size())
            QTest::keyClick(line, typed.at(at).toLatin1());
        else
            QTest::keyClick(line, Qt::Key_Backspace);
    });
    line->clear();
    show(true);
    const QJsonObject groups = watched(loop, changer, seconds,
        [&](int step) { QTest::keyClick(triage.groupPane()->table(), step % 120 < 60 ? Qt::Key_J : Qt::Key_K); });

    const QJsonObject result{{u"benchmark"_s, u"triageconsole"_s}, {u"problems"_s, problems}, {u"rate"_s, rate},
        {u"goingThroughProblems"_s, list}, {u"typing"_s, filter}, {u"goingThroughGroups"_s, groups},
        {u"limitTurnMs"_s, longestTurnMs}};
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
