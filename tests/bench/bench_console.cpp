// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console itself over a database that bench_orders --folder made: from the start of the process to the first rows,
// from a click to its rows, the longest frame while scrolling, and the memory then. The offscreen platform paints with
// the same code as a screen does. Prints JSON.
#include "app/console/console.h"
#include "models/items/ordertablemodel.h"
#include "tests/bench/benchserver.h"
#include "widgets/common/countbutton.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int clicks = 20;
constexpr int pages = 300;
constexpr int starts = 5;

double millisecondsOf(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// Resident memory in MB.
double residentMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').value(0).toDouble() / 1024;
    return 0;
}

/// Runs the event loop until the model has answered and the rows are painted.
void awaitRows(QTableView& table, OrderTableModel& model)
{
    QEventLoop loop;
    QObject::connect(&model, &OrderTableModel::answered, &loop, &QEventLoop::quit);
    loop.exec();
    table.viewport()->repaint();
}

/// One console, measured from inside; `started` is the wall clock in microseconds at which the process was asked for.
int measure(const QString& database, qint64 started, bool firstRowsOnly)
{
    int argc = 1;
    char name[] = "bench_console";
    char* argv[] = {name, nullptr};
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"signalbox"_s);
    Options options;
    options.database = database;
    options.theme = u"light"_s;
    options.language = u"en"_s;
    Console console(application, options);
    console.start();
    auto* table = console.window().findChild<QTableView*>(u"orders"_s);
    while (!table) { // the views are made once the database is open
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        table = console.window().findChild<QTableView*>(u"orders"_s);
    }
    auto* model = qobject_cast<OrderTableModel*>(table->model());
    if (model->rowCount() == 0)
        awaitRows(*table, *model);
    QJsonObject result{{u"firstRowsMs"_s, double(QDateTime::currentMSecsSinceEpoch()) - double(started) / 1000},
        {u"rowsThen"_s, model->rowCount()}};
    if (!firstRowsOnly) {
        std::vector<double> clicked;
        auto* quick = console.window().findChild<CountButton*>(u"quickErp"_s);
        QTest::qWait(1500); // the counts of the quick filters are on their way: not part of a click
        for (int i = 0; i < clicks; ++i) {
            QElapsedTimer timer;
            timer.start();
            QTest::mouseClick(quick, Qt::LeftButton);
            awaitRows(*table, *model);
            clicked.push_back(millisecondsOf(timer));
            QTest::qWait(100);
        }
        result.insert(u"clickToRowsMs"_s, median(clicked));
        result.insert(u"clickToRowsWorstMs"_s, *std::max_element(clicked.begin(), clicked.end()));

        // page by page as fast as the rows come; a frame is one key, its painting and all else that was due by then
        table->setFocus();
        std::vector<double> frames;
        for (int page = 0; page < pages; ++page) {
            const int before = table->currentIndex().row();
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(table, Qt::Key_PageDown);
            QApplication::processEvents();
            table->viewport()->repaint();
            frames.push_back(millisecondsOf(timer));
            for (int wait = 0; wait < 200 && table->currentIndex().row() == before; ++wait) {
                QElapsedTimer merge; // rows arrive while nothing is pressed: what they cost is a frame too
                QTest::qWait(1);
                merge.start();
                QApplication::processEvents();
                frames.push_back(millisecondsOf(merge));
                if (table->verticalScrollBar()->value() < table->verticalScrollBar()->maximum())
                    break;
            }
        }
        result.insert(u"scrolledToRow"_s, table->currentIndex().row());
        result.insert(u"frameMs"_s, median(frames));
        result.insert(u"frameWorstMs"_s, *std::max_element(frames.begin(), frames.end()));
        result.insert(u"framesOver33Ms"_s,
            int(std::count_if(frames.begin(), frames.end(), [](double frame) { return frame > 33; })));
        result.insert(u"frames"_s, int(frames.size()));
        result.insert(u"residentMb"_s, residentMemory());
    }
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}

QJsonObject child(const QString& database, bool firstRowsOnly)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
        {u"--child"_s, database, u"--started"_s, QString::number(QDateTime::currentMSecsSinceEpoch() * 1000),
            firstRowsOnly ? u"--first-rows-only"_s : u"--all"_s});
    process.waitForFinished(-1);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Console benchmark"};
    std::string folder;
    std::string database;
    qint64 started = 0;
    bool firstRowsOnly = false;
    cli.add_option("--folder", folder, "the database's folder, as bench_orders --folder made it");
    cli.add_option("--child", database)->group("");
    cli.add_option("--started", started)->group("");
    cli.add_flag("--first-rows-only", firstRowsOnly)->group("");
    cli.add_flag("--all")->group("");
    CLI11_PARSE(cli, argc, argv);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!database.empty())
        return measure(QString::fromStdString(database), started, firstRowsOnly);

    const QCoreApplication application(argc, argv);
    if (folder.empty()) {
        std::fputs("bench_console needs --folder: bench_orders --folder DIR makes the database\n", stderr);
        return 2;
    }
    BenchServer server(QString::fromStdString(folder));
    const ConnectionSettings settings = orExit(server.start());
    std::vector<double> firstRows;
    for (int i = 0; i < starts; ++i)
        firstRows.push_back(child(settings.redacted(), true).value(u"firstRowsMs"_s).toDouble());
    QJsonObject result = child(settings.redacted(), false);
    result.insert(u"benchmark"_s, u"console"_s);
    result.insert(u"startToFirstRowsMs"_s, median(firstRows));
    result.insert(u"startToFirstRowsWorstMs"_s, *std::max_element(firstRows.begin(), firstRows.end()));
    result.remove(u"firstRowsMs"_s);
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
