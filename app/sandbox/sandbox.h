// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/books.h"
#include "app/sandbox/estate.h"
#include "app/sandbox/httpserver.h"
#include "app/sandbox/queries.h"
#include "app/sandbox/scenariorun.h"
#include "app/sandbox/services.h"

#include <memory>
#include <vector>

struct SandboxSettings
{
    quint16 port = 0; ///< 0 = any that is free
    bool portPerSystem = false; ///< a port more for each system, which is shut while the system is down
    QString scenario = QStringLiteral("calm"); ///< a file or the name of a built-in one
    quint64 seed = 1;
    double speed = 1; ///< scenario seconds per second
    QString journal; ///< a file; empty = nothing outlives the program
    std::size_t keep = 500'000; ///< requests that are held for reading
    int threads = 0; ///< of the HTTP server; 0 = by the number of processors
    ScenarioRun::Now now = ScenarioRun::steadyNow;
};

/// The whole estate at work: answers HTTP from start() until it is destroyed, on threads of its own.
class Sandbox
{
public:
    static Outcome<std::unique_ptr<Sandbox>> start(const SandboxSettings& settings);

    quint16 port() const { return m_port; }
    /// By system; empty unless there is one for each.
    const std::vector<quint16>& systemPorts() const { return m_systemPorts; }
    const Estate& estate() const { return m_estate; }
    ScenarioRun& run() { return m_run; }
    Books& books() { return *m_books; }

private:
    Sandbox(const SandboxSettings& settings, Estate estate, Scenario scenario);
    Outcome<bool> begin(const SandboxSettings& settings);
    Reply answer(const Received& received);

    // the server comes last: it is the first to go
    const Estate m_estate;
    ScenarioRun m_run;
    std::unique_ptr<Books> m_books;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<Queries> m_queries;
    quint16 m_port = 0;
    std::vector<quint16> m_systemPorts;
    HttpServer m_server;
};
