// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/relay/delivery/lane.h"
#include "app/relay/delivery/metrics.h"
#include "app/relay/http/eventreceiver.h"
#include "app/relay/http/httpservice.h"
#include "models/store/deliverystore.h"
#include "models/store/ingestor.h"
#include "models/store/store.h"

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

/// The delivery worker: lanes that deliver, housekeeping, and the HTTP service. Everything it knows is in the database,
/// so any number of them may run.
class Relay
{
public:
    struct Options
    {
        QString database;
        bool estate = false; ///< the private database of the simulated estate, made anew
        QString name; ///< empty: made of host, process and chance
        int lanes = 2;
        QString address = QStringLiteral("127.0.0.1");
        quint16 port = 9464; ///< 0: any that is free
        EventReceiver::Access access;
    };

    static Outcome<std::unique_ptr<Relay>> start(const Options& options);
    /// Gives up what is not done yet; call drain() before.
    ~Relay();

    const QString& name() const { return m_delivery.relay(); }
    quint16 port() const { return m_service->port(); }
    /// Its URI, without a password.
    QString database() const { return m_store->settings().redacted(); }

    /// Takes no more on; returns at once. done() tells when what was begun has ended.
    void drain();
    bool done() const { return m_running == 0; }

private:
    Relay(std::shared_ptr<Store> store, const Options& options);

    void housekeep();
    void handOver();
    ServiceAnswer serve(const ServiceRequest& request);
    ServiceAnswer metrics(const ServiceRequest& request);

    std::shared_ptr<Store> m_store;
    DeliveryStore m_delivery;
    Ingestor m_ingestor;
    EventReceiver m_receiver;
    Metrics m_metrics;
    SharedConfiguration m_configuration;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::atomic<int> m_running{0};
    std::atomic<bool> m_draining{false};
    std::vector<std::thread> m_threads;
    std::unique_ptr<HttpService> m_service; ///< last: its threads use everything above
};
