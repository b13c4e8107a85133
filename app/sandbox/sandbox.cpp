// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox.h"

#include <algorithm>
#include <thread>

namespace {
constexpr int mostThreads = 4;

int threadsFor(int wanted)
{
    const int processors = static_cast<int>(std::thread::hardware_concurrency());
    return wanted > 0 ? wanted : std::clamp(processors, 1, mostThreads);
}
} // namespace

Outcome<std::unique_ptr<Sandbox>> Sandbox::start(const SandboxSettings& settings)
{
    auto estate = Estate::builtIn();
    if (!estate)
        return estate.error();
    auto scenario = findScenario(settings.scenario, estate.value());
    if (!scenario)
        return scenario.error();
    std::unique_ptr<Sandbox> sandbox(new Sandbox(settings, std::move(estate).value(), std::move(scenario).value()));
    const auto begun = sandbox->begin(settings);
    if (!begun)
        return begun.error();
    return sandbox;
}

Sandbox::Sandbox(const SandboxSettings& settings, Estate estate, Scenario scenario)
    : m_estate(std::move(estate))
    , m_run(m_estate, std::move(scenario), settings.speed, settings.now)
    , m_server([this](const Received& received) { return answer(received); })
{ }

Outcome<bool> Sandbox::begin(const SandboxSettings& settings)
{
    auto books = Books::open(m_estate, settings.journal, settings.keep);
    if (!books)
        return books.error();
    m_books = std::move(books).value();
    m_services = std::make_unique<Services>(m_estate, *m_books, m_run, settings.seed);
    m_queries = std::make_unique<Queries>(m_estate, *m_books, m_run, settings.seed);
    const auto port = m_server.open(settings.port);
    if (!port)
        return port.error();
    m_port = port.value();
    for (std::size_t i = 0; settings.portPerSystem && i < m_estate.systems().size(); ++i) {
        const auto own = m_server.open(0);
        if (!own)
            return own.error();
        m_systemPorts.push_back(own.value());
    }
    return m_server.start(threadsFor(settings.threads), [this](std::size_t index) {
        return index > 0 && m_run.state(static_cast<int>(index) - 1) == SystemState::Refusing;
    });
}

Reply Sandbox::answer(const Received& received)
{
    return Queries::isQuery(received.path) ? m_queries->answer(received) : m_services->answer(received);
}
