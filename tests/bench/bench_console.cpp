// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console itself over many orders: from the start of the process to its first rows, from a click to its rows, the
// longest frame while scrolling, and the memory then. It runs in child processes that put the same console together as
// the program does; the offscreen platform paints with the same code as a screen does. Prints JSON; every wait ends.
#include "app/console/console.h"
#include "models/store/pgordersource.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/consoleprobe.h"
#include "tests/bench/figures.h"
#include "tests/bench/orderdatabase.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int clickRounds = 5;
constexpr int starts = 7;
constexpr int psqlRepeats = 40;
constexpr int childPatienceMs = 300'000;
constexpr double longestFrameMs = 33;

/// Of a clock that all processes share, in milliseconds.
double sharedClock()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Resident memory in MB.
double residentMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

void print(const QJsonObject& object, QJsonDocument::JsonFormat format)
{
    std::fputs(QJsonDocument(object).toJson(format).constData(), stdout);
    std::fflush(stdout);
}

/// What the offscreen platform says of every window is of no interest here.
void withoutPlatformNoise(QtMsgType, const QMessageLogContext&, const QString& text)
{
    if (!text.startsWith("This plugin does not support"_L1) && !text.startsWith("QStandardPaths: XDG_RUNTIME_DIR"_L1))
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

qint64 over(const std::vector<double>& values, double limit)
{
    return std::count_if(values.begin(), values.end(), [limit](double value) { return value > limit; });
}

QJsonObject useConsole(ConsoleProbe& probe)
{
    const bool counted = probe.awaitRest();
    QJsonObject clicks;
    std::vector<double> all;
    for (const auto& [name, times] : probe.clickThrough(clickRounds)) {
        clicks.insert(name, Figures::summary(times));
        all.insert(all.end(), times.begin(), times.end());
    }
    clicks.insert(u"all"_s, Figures::summary(all));
    const ConsoleProbe::Scrolling scrolled = probe.scrollThrough();
    if (scrolled.frames.empty())
        exitOn({Failure::Other, u"There was nothing to scroll through."_s, {}, {}});
    return {{u"quickFiltersCounted"_s, counted}, {u"clickToRowsMs"_s, clicks},
        {u"scrolling"_s,
            QJsonObject{{u"rows"_s, scrolled.rows}, {u"waitsForRows"_s, scrolled.waits},
                {u"frameMs"_s, Figures::summary(scrolled.frames)}, {u"turnMs"_s, Figures::summary(scrolled.turns.all)},
                {u"turnProcessorMs"_s, Figures::summary(scrolled.turns.work)},
                {u"framesOver33Ms"_s, over(scrolled.frames, longestFrameMs)},
                {u"turnsOver33Ms"_s, over(scrolled.turns.all, longestFrameMs)}}},
        {u"residentMb"_s, residentMemory()}};
}

/// One console, measured from inside; `started` is the shared clock when the process was asked for.
int measure(int argc, char** argv, const QString& database, double started, bool onlyStart)
{
    qInstallMessageHandler(&withoutPlatformNoise);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"signalbox"_s);
    Options options;
    options.database = database;
    options.theme = u"light"_s;
    options.language = u"en"_s;
    Console console(application, options);
    ConsoleProbe probe(console);
    console.start();
    probe.awaitFirstRows();
    QJsonObject result{{u"firstRowsMs"_s, sharedClock() - started}, {u"residentAtStartMb"_s, residentMemory()}};
    if (!onlyStart)
        result.insert(u"used"_s, useConsole(probe));
    print(result, QJsonDocument::Compact);
    return 0;
}

QJsonObject child(const QString& database, const QString& folder, bool onlyStart)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, folder); // a person's own settings are neither read nor written
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{u"--child"_s, database, u"--started"_s, QString::number(sharedClock(), 'f', 3)};
    if (onlyStart)
        arguments += u"--only-start"_s;
    process.start(QCoreApplication::applicationFilePath(), arguments);
    const bool ended = process.waitForFinished(childPatienceMs);
    if (!ended) {
        process.kill();
        process.waitForFinished(5000);
    }
    QJsonObject result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || result.isEmpty())
        exitOn({Failure::Other, u"The console under measurement failed."_s, {}, {}});
    return result;
}

QJsonObject measureAll(const ConnectionSettings& settings)
{
    const QTemporaryDir folder;
    child(settings.redacted(), folder.path(), true); // brings the program and the first page into the system's memory
    std::vector<double> firstRows;
    for (int i = 0; i < starts; ++i)
        firstRows.push_back(child(settings.redacted(), folder.path(), true).value(u"firstRowsMs"_s).toDouble());
    QJsonObject result = child(settings.redacted(), folder.path(), false).value(u"used"_s).toObject();
    result.insert(u"startToFirstRowsMs"_s, Figures::summary(firstRows));
    const auto psql = OrderDatabase::psqlTimes(settings, PgOrderSource::newestPageSql(200), psqlRepeats);
    if (!psql.empty())
        result.insert(u"psqlNewestMs"_s, Figures::summary(psql));
    result.insert(u"limits"_s,
        QJsonObject{{u"clickToRowsMs"_s, 50}, {u"frameMs"_s, longestFrameMs}, {u"residentMb"_s, 200},
            {u"startToFirstRowsMs"_s, 1000}});
    return result;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Console benchmark"};
    int orders = 40'000;
    std::string folder;
    std::string database;
    double started = 0;
    bool onlyStart = false;
    cli.add_option("--orders", orders, "how many orders");
    cli.add_option("--folder", folder, "keep the database here; bench_orders can use it too");
    cli.add_option("--child", database)->group("");
    cli.add_option("--started", started)->group("");
    cli.add_flag("--only-start", onlyStart)->group("");
    CLI11_PARSE(cli, argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!database.empty())
        return measure(argc, argv, QString::fromStdString(database), started, onlyStart);

    const QCoreApplication application(argc, argv);
    BenchServer server(QString::fromStdString(folder));
    const ConnectionSettings settings = orExit(server.start());
    OrderDatabase::fill(settings, orders);
    QJsonObject result = measureAll(settings);
    result.insert(u"benchmark"_s, u"console"_s);
    result.insert(u"orders"_s, orders);
    print(result, QJsonDocument::Indented);
    return 0;
}
