// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/relay/delivery/httpclient.h"
#include "app/relay/delivery/message.h"
#include "models/domain/delivery.h"
#include "models/domain/failureclassifier.h"

#include <QHash>

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

class DeliveryStore;
class Metrics;

/// The configuration as it was read last; replaced as a whole. Thread safe.
class SharedConfiguration
{
public:
    std::shared_ptr<const DeliveryConfiguration> get() const;
    void set(DeliveryConfiguration configuration);

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const DeliveryConfiguration> m_configuration = std::make_shared<DeliveryConfiguration>();
};

/// Delivers, on the thread that calls run(): claims what is due as far as connections are free, sends many at a time,
/// and takes the results in together. What it has not begun when it is stopped it gives back.
class Lane
{
public:
    struct Share
    {
        int lanes = 1; ///< that share the connections of each target
        std::chrono::milliseconds pause{100}; ///< between questions while nothing is due
    };

    Lane(DeliveryStore& store, const SharedConfiguration& configuration, const FailureClassifier& rules,
        Metrics& metrics, Share share);
    ~Lane();

    /// Returns once stop() was called and everything begun is taken in.
    void run();
    /// From any thread: something is due now, without waiting for the pause's end.
    void ask();
    /// From any thread. The second time does not wait for answers: what is on its way will be in doubt.
    void stop();

private:
    struct Work;
    using Clock = std::chrono::steady_clock;
    using Works = std::list<Work>;

    int room(const DeliveryTarget& target) const;
    bool claimDue();
    void begin(Works::iterator work);
    void look(Works::iterator work, Message::LookupBy by = Message::LookupBy::Key);
    void looked(Works::iterator work, Message::LookupBy by, Message::Looked looked);
    void send(Works::iterator work);
    void record();
    void end(Works::iterator work);
    void flush();
    bool outOfTime(const Work& work, int requests = 1) const;

    DeliveryStore& m_store;
    const SharedConfiguration& m_shared;
    const FailureClassifier& m_rules;
    Metrics& m_metrics;
    const Share m_share;
    std::shared_ptr<const DeliveryConfiguration> m_configuration;
    HttpClient m_client;
    Works m_works; ///< leased to us and not at their end
    QHash<QString, int> m_load; ///< how many of them each target has
    std::vector<Works::iterator> m_unrecorded; ///< to be put on record before they are sent
    std::vector<TryResult> m_results; ///< not taken in yet
    Clock::time_point m_resultsSince;
    Clock::time_point m_nextQuestion;
    Clock::time_point m_databaseAgain; ///< after it did not answer
    std::atomic<int> m_stops{0};
    std::atomic<bool> m_asked{false};
};
