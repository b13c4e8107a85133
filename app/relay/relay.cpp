// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/relay/relay.h"

#include "models/store/demodatabase.h"

#include <QRandomGenerator>
#include <QSysInfo>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto housekeepingPause = 1s;
constexpr auto overduePause = 2s; ///< between two looks for what is overdue, at least
constexpr int overdueShare = 20; ///< and so many times as long as the last one took
constexpr int portion = 1000; ///< of an operation; its lock is held so long that no lane waits much for it
constexpr auto handOverPause = 100ms; ///< between questions while no operation waits

QString uniqueName()
{
    return u"%1-%2-%3"_s.arg(QSysInfo::machineHostName(), QString::number(::getpid()),
        QString::number(QRandomGenerator::system()->generate(), 36));
}
} // namespace

Outcome<std::unique_ptr<Relay>> Relay::start(const Options& options)
{
    Store::Options database;
    database.database = options.database;
    if (options.estate) {
        database.embeddedDatabase = u"signalbox_estate"_s;
        database.embeddedOnly = true;
        database.embedded = Store::Schema::Ignore; // it is made below
        database.maintain = false;
    }
    database.limits.connections = options.lanes + 5; // housekeeping, handing over, events, and one to spare
    auto store = Store::open(database);
    if (!store)
        return store.error();
    if (options.estate) {
        DemoDatabase estate(store.value()->runner());
        if (const auto error = estate.remake())
            return *error;
        if (const auto error = estate.mark(u"Simulation"_s))
            return *error;
    }
    std::unique_ptr<Relay> relay(new Relay(std::move(store).value(), options));
    auto configuration = relay->m_delivery.configuration();
    if (!configuration)
        return configuration.error();
    relay->m_configuration.set(std::move(configuration).value());
    relay->m_metrics.setDatabaseUp(true);
    auto service = HttpService::listen(options.address, options.port,
        [&relay = *relay](const ServiceRequest& request) { return relay.serve(request); });
    if (!service)
        return service.error();
    relay->m_service = std::move(service).value();
    relay->m_running = options.lanes;
    for (int i = 0; i < options.lanes; ++i) {
        relay->m_lanes.push_back(std::make_unique<Lane>(relay->m_delivery, relay->m_configuration,
            FailureClassifier::builtin(), relay->m_metrics, Lane::Share{options.lanes, 100ms * (i + 1)}));
        relay->m_threads.emplace_back([&relay = *relay, &lane = *relay->m_lanes.back()] {
            lane.run();
            --relay.m_running;
        });
    }
    relay->m_threads.emplace_back([&relay = *relay] { relay.housekeep(); });
    relay->m_threads.emplace_back([&relay = *relay] { relay.handOver(); });
    return relay;
}

Relay::Relay(std::shared_ptr<Store> store, const Options& options)
    : m_store(std::move(store))
    , m_delivery(m_store->runner(), options.name.isEmpty() ? uniqueName() : options.name)
    , m_ingestor(m_store->runner())
    , m_receiver(m_ingestor, options.access)
{ }

Relay::~Relay()
{
    drain();
    for (const auto& lane : m_lanes)
        lane->stop();
    for (std::thread& thread : m_threads)
        thread.join();
}

void Relay::drain()
{
    if (m_draining.exchange(true))
        return;
    for (const auto& lane : m_lanes)
        lane->stop();
}

/// Takes back what others have lost and reads the configuration, once a second.
void Relay::housekeep()
{
    auto nextLook = std::chrono::steady_clock::now();
    while (!m_draining) {
        const bool up = bool(m_delivery.housekeep());
        m_metrics.setDatabaseUp(up);
        if (auto configuration = m_delivery.configuration())
            m_configuration.set(std::move(configuration).value());
        if (const auto began = std::chrono::steady_clock::now(); began >= nextLook) {
            static_cast<void>(m_delivery.watchOverdue()); // what it cannot do now the next look does
            static_cast<void>(m_delivery.watchReported());
            const auto ended = std::chrono::steady_clock::now();
            nextLook
                = ended + std::max<std::chrono::steady_clock::duration>(overduePause, overdueShare * (ended - began));
        }
        const auto until = std::chrono::steady_clock::now() + housekeepingPause;
        while (!m_draining && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(50ms);
    }
}

/// Brings the operations forward that people have started: in portions, so that pausing one takes effect at once.
void Relay::handOver()
{
    while (!m_draining) {
        const auto dealt = m_delivery.release(portion);
        if (dealt && dealt.value() > 0) {
            for (const auto& lane : m_lanes)
                lane->ask();
            continue;
        }
        std::this_thread::sleep_for(dealt ? handOverPause : 5 * handOverPause);
    }
}

ServiceAnswer Relay::serve(const ServiceRequest& request)
{
    const bool reading = request.method == "GET" || request.method == "HEAD";
    const auto only = [](const char* method) {
        ServiceAnswer answer = problem(405, u"Only %1 here"_s.arg(QString::fromLatin1(method)));
        answer.headers.insert("Allow", method);
        return answer;
    };
    if (request.path == "/v1/events")
        return request.method == "POST" ? m_receiver.receive(request) : only("POST");
    if (request.path == "/healthz")
        return reading ? ServiceAnswer{200, "text/plain", "ok\n", {}} : only("GET");
    if (request.path == "/readyz") {
        if (!reading)
            return only("GET");
        if (m_draining)
            return {503, "text/plain", "draining\n", {}};
        return m_metrics.databaseUp() ? ServiceAnswer{200, "text/plain", "ready\n", {}}
                                      : ServiceAnswer{503, "text/plain", "the database does not answer\n", {}};
    }
    if (request.path == "/metrics")
        return reading ? metrics(request) : only("GET");
    return problem(404, u"There is nothing here"_s, u"There are /healthz, /readyz, /metrics and POST /v1/events."_s);
}

/// Counts what is not done when somebody asks, and only then. OpenMetrics for who asks for it: everything that reads
/// metrics reads the older text.
ServiceAnswer Relay::metrics(const ServiceRequest& request)
{
    if (const auto backlog = m_delivery.backlog()) {
        std::map<std::pair<QString, QString>, qint64> counts;
        for (const DeliveryStore::Backlog& row : backlog.value())
            counts[{row.flow, row.status}] = row.count;
        m_metrics.setBacklog(std::move(counts));
    }
    if (request.headers.value("accept").contains("application/openmetrics-text"))
        return {200, "application/openmetrics-text; version=1.0.0; charset=utf-8",
            m_metrics.text(Metrics::Format::OpenMetrics), {{"Vary", "Accept"}}};
    return {200, "text/plain; version=0.0.4; charset=utf-8", m_metrics.text(Metrics::Format::Prometheus),
        {{"Vary", "Accept"}}};
}
