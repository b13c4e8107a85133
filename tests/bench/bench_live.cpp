// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a commit to the screen: events come in for orders that the console shows, each batch is committed, and what is
// measured is the time until the list has been painted with a row that has the event. Prints JSON.
#include "app/console/mainwindow.h"
#include "models/items/ordertablemodel.h"
#include "models/store/ingestor.h"
#include "models/store/queryrunner.h"
#include "tests/bench/benchconsole.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/figures.h"
#include "tests/bench/orderdatabase.h"
#include "widgets/common/tableview.h"
#include "widgets/orders/ordersview.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

struct Told
{
    QDateTime event; ///< its own time, by which a row shows that it is in
    std::shared_ptr<std::atomic<Clock::time_point>> committed; ///< the far future until the server has said so
};

/// What is committed and not on the screen yet, by order. Thread safe.
class Waiting
{
public:
    void add(const QStringList& keys, const Told& told)
    {
        const std::scoped_lock lock(m_mutex);
        for (const QString& key : keys)
            m_told.emplace(key, told);
    }
    /// Takes what a row with this time has in it.
    std::vector<Told> take(const QString& key, const QDateTime& lastEvent)
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<Told> taken;
        for (auto it = m_told.lower_bound(key); it != m_told.end() && it->first == key;) {
            if (it->second.event <= lastEvent) {
                taken.push_back(it->second);
                it = m_told.erase(it);
            } else {
                ++it;
            }
        }
        return taken;
    }

private:
    std::mutex m_mutex;
    std::multimap<QString, Told> m_told;
};

/// Watches the list: rows that have changed count once they are painted.
class Screen : public QObject
{
public:
    Screen(const OrderTableModel& model, QWidget& list, Waiting& waiting)
        : m_list(list)
    {
        list.installEventFilter(this);
        connect(&model, &QAbstractItemModel::dataChanged, this, [&](const QModelIndex& first, const QModelIndex& last) {
            for (int row = first.row(); row <= last.row(); ++row)
                for (Told& told : waiting.take(model.order(row).key, model.order(row).lastEventAt))
                    m_changed.push_back(std::move(told));
        });
    }

    const std::vector<double>& milliseconds() const { return m_milliseconds; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == &m_list && event->type() == QEvent::Paint && !m_changed.empty())
            QMetaObject::invokeMethod( // in the next turn: it has been painted by then
                this,
                [this, painted = std::exchange(m_changed, {})] {
                    for (const Told& told : painted)
                        m_milliseconds.push_back(std::max(0.0,
                            std::chrono::duration<double, std::milli>(Clock::now() - told.committed->load()).count()));
                },
                Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget& m_list;
    std::vector<Told> m_changed;
    std::vector<double> m_milliseconds;
};

void produce(
    const ConnectionSettings& settings, const QStringList& keys, int rate, std::chrono::seconds time, Waiting& waiting)
{
    constexpr auto pause = 10ms;
    const auto perBatch = qsizetype(rate * pause / 1s);
    QueryRunner runner(settings);
    Ingestor ingestor(runner);
    qsizetype next = 0;
    const auto start = Clock::now();
    for (auto due = start; due < start + time; due += pause) {
        std::this_thread::sleep_until(due);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QJsonArray events;
        QStringList told;
        for (qsizetype i = 0; i < perBatch; ++i, ++next) {
            told.append(keys.at(next % keys.size()));
            events.append(QJsonObject{{u"specversion"_s, u"1.0"_s}, {u"id"_s, QString::number(next)},
                {u"source"_s, u"/bench/live"_s}, {u"type"_s, u"com.signalbox.order.changed.v1"_s},
                {u"subject"_s, QString(u"order/"_s + told.constLast())}, {u"time"_s, now.toString(Qt::ISODateWithMs)},
                {u"data"_s, QJsonObject{}}});
        }
        const auto committed = std::make_shared<std::atomic<Clock::time_point>>(Clock::time_point::max());
        waiting.add(told, {now, committed});
        IngestBatch batch;
        batch.events = QJsonDocument(events).toJson(QJsonDocument::Compact);
        if (orExit(ingestor.ingest(batch)).counts.accepted != perBatch)
            exitOn({Failure::Other, u"An event was not accepted."_s, {}, {}});
        *committed = Clock::now();
    }
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App cli{"Live benchmark"};
    int orders = 20'000;
    int rate = 1'000;
    int seconds = 20;
    std::string folder;
    cli.add_option("--orders", orders, "how many orders");
    cli.add_option("--rate", rate, "events a second");
    cli.add_option("--seconds", seconds, "for how long");
    cli.add_option("--folder", folder, "keep the database here");
    CLI11_PARSE(cli, argc, argv);
    BenchConsole console(argc, argv);
    BenchServer server(QString::fromStdString(folder));
    const ConnectionSettings settings = orExit(server.start());
    OrderDatabase::fill(settings, orders);
    MainWindow& window = console.open(settings);
    window.showScreen(MainWindow::OrdersScreen);
    const OrderTableModel& model = *window.orderModel();
    if (!QTest::qWaitFor([&] { return model.rowCount() > 0 && !model.isLoading(); }, 20'000))
        exitOn({Failure::Other, u"The list did not come."_s, {}, {}});
    if (!QTest::qWaitFor([&] { return model.total().has_value(); }, 20'000)) // the start is over
        exitOn({Failure::Other, u"The orders were not counted."_s, {}, {}});

    const TableView& table = *window.ordersView()->table();
    QStringList keys; // of the rows in sight: others are not painted
    for (int row = 0; row <= table.rowAt(table.viewport()->height() - 1); ++row)
        keys.append(model.order(row).key);
    Waiting waiting;
    Screen screen(model, *table.viewport(), waiting);
    std::atomic<bool> done = false;
    std::thread producer([&] {
        produce(settings, keys, rate, std::chrono::seconds(seconds), waiting);
        done = true;
    });
    const auto& times = screen.milliseconds();
    const auto all = std::size_t(rate) * std::size_t(seconds);
    const bool came = QTest::qWaitFor([&] { return done && times.size() == all; }, seconds * 3'000 + 10'000);
    producer.join();
    if (!came)
        exitOn(
            {Failure::Other, u"Of %1 events %2 came to the screen."_s.arg(rate * seconds).arg(times.size()), {}, {}});
    const QJsonObject result{{u"benchmark"_s, u"live"_s}, {u"orders"_s, orders}, {u"eventsPerSecond"_s, rate},
        {u"ordersInSight"_s, keys.size()},
        {u"commitToScreenMs"_s,
            QJsonObject{{u"p50"_s, Figures::median(times)}, {u"p99"_s, Figures::percentile(times, 0.99)},
                {u"worst"_s, Figures::worst(times)}, {u"count"_s, qint64(times.size())}}},
        {u"limitMs"_s, 250}};
    std::fputs(QJsonDocument(result).toJson(QJsonDocument::Indented).constData(), stdout);
    return 0;
}
