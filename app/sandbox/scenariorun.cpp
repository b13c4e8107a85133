// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenariorun.h"

#include "app/sandbox/estate.h"

#include <algorithm>

ScenarioRun::ScenarioRun(const Estate& estate, Scenario scenario, double speed, Now now)
    : m_speed(speed)
    , m_now(std::move(now))
    , m_began(0)
    , m_modes(estate.systems().size(), SystemMode::Scheduled)
    , m_inFlight(estate.systems().size())
{
    play(std::move(scenario));
}

std::chrono::nanoseconds ScenarioRun::steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

std::chrono::nanoseconds ScenarioRun::realTime(double seconds) const
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::duration<double>(seconds / m_speed));
}

double ScenarioRun::secondsNow() const
{
    return std::chrono::duration<double>(m_now() - m_began).count() * m_speed;
}

void ScenarioRun::play(Scenario scenario)
{
    const std::lock_guard lock(m_mutex);
    m_scenario = std::make_shared<const Scenario>(std::move(scenario));
    m_began = m_now();
    std::fill(m_modes.begin(), m_modes.end(), SystemMode::Scheduled);
    m_buckets.clear();
    for (const Limit& limit : m_scenario->limits)
        m_buckets.push_back({limit.burst, 0});
}

void ScenarioRun::setMode(int system, SystemMode mode)
{
    const std::lock_guard lock(m_mutex);
    m_modes.at(static_cast<std::size_t>(system)) = mode;
}

SystemState ScenarioRun::stateAt(std::size_t system, double seconds, const Outage** outage) const
{
    switch (m_modes[system]) {
    case SystemMode::Up:
        return SystemState::Up;
    case SystemMode::Down:
        return SystemState::Refusing;
    case SystemMode::Unavailable:
        return SystemState::Unavailable;
    case SystemMode::Scheduled:
        break;
    }
    for (const Outage& planned : m_scenario->outages[system]) {
        if (!planned.isNow(seconds))
            continue;
        if (outage != nullptr)
            *outage = &planned;
        return planned.refuses ? SystemState::Refusing : SystemState::Unavailable;
    }
    return SystemState::Up;
}

SystemState ScenarioRun::state(int system) const
{
    const std::lock_guard lock(m_mutex);
    return stateAt(static_cast<std::size_t>(system), secondsNow(), nullptr);
}

bool ScenarioRun::take(std::size_t system, double seconds)
{
    const Limit& limit = m_scenario->limits[system];
    if (limit.rate <= 0)
        return true;
    Bucket& bucket = m_buckets[system];
    bucket.tokens = std::min(limit.burst, bucket.tokens + (seconds - bucket.filledAt) * limit.rate);
    bucket.filledAt = seconds;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

ScenarioRun::Admission ScenarioRun::admit(int system, std::string_view authorization)
{
    using Verdict = Admission::Verdict;
    const auto index = static_cast<std::size_t>(system);
    const std::lock_guard lock(m_mutex);
    Admission admission;
    admission.scenario = m_scenario;
    admission.seconds = secondsNow();
    const Outage* outage = nullptr;
    const SystemState state = stateAt(index, admission.seconds, &outage);
    if (outage != nullptr)
        admission.retryAfter = outage->retryAfter;
    const std::string& token = m_scenario->tokens[index];
    const Limit& limit = m_scenario->limits[index];
    if (state == SystemState::Refusing) {
        admission.verdict = Verdict::Refused;
    } else if (state == SystemState::Unavailable) {
        admission.verdict = Verdict::Unavailable;
    } else if (!token.empty() && authorization != "Bearer " + token) {
        admission.verdict = Verdict::Unauthorized;
    } else if (limit.concurrent > 0 && m_inFlight[index].load() >= limit.concurrent) {
        admission.verdict = Verdict::TooMany;
        admission.retryAfter = limit.retryAfter;
    } else if (!take(index, admission.seconds)) {
        admission.verdict = Verdict::TooFast;
        admission.retryAfter = limit.retryAfter;
    } else {
        admission.place = InFlight(m_inFlight[index]);
    }
    return admission;
}

ScenarioRun::Overview ScenarioRun::overview() const
{
    const std::lock_guard lock(m_mutex);
    Overview overview{m_scenario, secondsNow(), m_modes, {}, {}};
    for (std::size_t system = 0; system < m_modes.size(); ++system) {
        overview.states.push_back(stateAt(system, overview.seconds, nullptr));
        overview.inFlight.push_back(m_inFlight[system].load());
    }
    return overview;
}
