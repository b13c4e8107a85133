// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scenario.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

class Estate;

/// How a system is meant to be by whoever controls the sandbox.
enum class SystemMode {
    Scheduled, ///< as the scenario says
    Up,
    Down, ///< no connection at all
    Unavailable, ///< 503
};

/// How a system is at a moment.
enum class SystemState { Up, Refusing, Unavailable };

/// A request that a system is busy with, until this is destroyed.
class InFlight
{
public:
    InFlight() = default;
    explicit InFlight(std::atomic<int>& count)
        : m_count(&count)
    {
        count.fetch_add(1);
    }
    InFlight(InFlight&& other) noexcept
        : m_count(std::exchange(other.m_count, nullptr))
    { }
    InFlight& operator=(InFlight&& other) noexcept
    {
        std::swap(m_count, other.m_count);
        return *this;
    }
    InFlight(const InFlight&) = delete;
    InFlight& operator=(const InFlight&) = delete;
    ~InFlight()
    {
        if (m_count != nullptr)
            m_count->fetch_sub(1);
    }

private:
    std::atomic<int>* m_count = nullptr;
};

/// A scenario while it is played: its time, what is down, what the limits still let through. Any thread may call.
class ScenarioRun
{
public:
    using Now = std::function<std::chrono::nanoseconds()>; ///< monotonic

    struct Admission
    {
        enum class Verdict { Admitted, Refused, Unavailable, Unauthorized, TooFast, TooMany };
        Verdict verdict = Verdict::Admitted;
        std::optional<double> retryAfter; ///< scenario seconds, where the scenario says
        std::shared_ptr<const Scenario> scenario;
        double seconds = 0; ///< since the scenario began
        InFlight place; ///< held as long as the request is worked on; empty when it is not admitted
    };

    struct Overview
    {
        std::shared_ptr<const Scenario> scenario;
        double seconds = 0;
        std::vector<SystemMode> modes; ///< by system
        std::vector<SystemState> states;
        std::vector<int> inFlight;
    };

    /// Speed is scenario seconds per second.
    ScenarioRun(const Estate& estate, Scenario scenario, double speed, Now now = steadyNow);

    /// Whether a system takes a request now. authorization is the header.
    Admission admit(int system, std::string_view authorization);
    SystemState state(int system) const;

    /// Begins another scenario at its second 0; all systems are as it says.
    void play(Scenario scenario);
    void setMode(int system, SystemMode mode);
    Overview overview() const;

    double speed() const { return m_speed; }
    /// Of scenario seconds.
    std::chrono::nanoseconds realTime(double seconds) const;

    static std::chrono::nanoseconds steadyNow();

private:
    struct Bucket
    {
        double tokens = 0;
        double filledAt = 0; ///< seconds of the scenario
    };
    double secondsNow() const;
    SystemState stateAt(std::size_t system, double seconds, const Outage** outage) const;
    bool take(std::size_t system, double seconds);

    const double m_speed;
    const Now m_now;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Scenario> m_scenario;
    std::chrono::nanoseconds m_began;
    std::vector<SystemMode> m_modes;
    std::vector<Bucket> m_buckets;
    std::vector<std::atomic<int>> m_inFlight;
};
