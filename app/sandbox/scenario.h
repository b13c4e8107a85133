// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fault.h"
#include "models/domain/outcome.h"

#include <QByteArray>
#include <QStringList>

#include <limits>
#include <optional>
#include <string>
#include <vector>

class Estate;

/// A rule that may give a request a fault. Times are seconds since the scenario began.
struct FaultRule
{
    struct Chance
    {
        double probability = 0;
        Fault fault;
    };

    quint64 number = 0; ///< its place in the scenario; makes its rolls its own
    bool calls = true;
    bool lookups = false;
    double from = 0;
    double until = std::numeric_limits<double>::infinity();
    quint32 firstTry = 1;
    quint32 lastTry = std::numeric_limits<quint32>::max();
    bool sticky = false; ///< every try of a key has the same luck
    std::vector<Chance> chances; ///< probabilities sum up to 1 at most
};

/// When a system is away. Seconds since the scenario began.
struct Outage
{
    double from = 0;
    double until = 0;
    double every = 0; ///< comes back after as many seconds; 0 = once
    bool refuses = false; ///< no connection at all; else 503
    std::optional<double> retryAfter;

    bool isNow(double seconds) const;
};

/// How much a system takes, per scenario second.
struct Limit
{
    double rate = 0; ///< 0 = any
    double burst = 0;
    int concurrent = 0; ///< 0 = any
    std::optional<double> retryAfter;
};

/// What happens to what some systems tell by themselves: shipments, deliveries, payouts, refunds.
struct WebhookRule
{
    std::vector<std::string> from; ///< systems
    double lost = 0; ///< probability that nobody ever hears of it
    double late = 0; ///< probability that it comes after a delay, in scenario seconds
    Delay delay;
};

/// What goes wrong in the estate. Constant after it is read.
struct Scenario
{
    std::string name;
    std::string title;
    double hold = 30; ///< scenario seconds that a connection without an answer is kept
    std::vector<std::vector<FaultRule>> faults; ///< by resource
    std::vector<Delay> latencies; ///< by resource
    std::vector<std::vector<Outage>> outages; ///< by system
    std::vector<Limit> limits; ///< by system
    std::vector<std::string> tokens; ///< by system; empty = none is asked for
    std::vector<WebhookRule> webhooks; ///< the first that names the system counts
};

/// What becomes of one request: the fault, and how long its answer takes beyond it, in scenario seconds.
struct Fate
{
    Fault fault;
    double delay = 0;
};

/// A function of its arguments alone: request stands for resource and key, tryNumber counts the tries of that key.
Fate fateOf(const Scenario& scenario, int resource, const Fingerprint& request, quint32 tryNumber, bool lookup,
    double seconds, quint64 seed);

/// Reads a scenario. The error names every place that is wrong, one in a line.
Outcome<Scenario> parseScenario(const QByteArray& json, const Estate& estate);

/// Names of the scenarios that travel with the program.
QStringList builtInScenarios();

/// The scenario that a person means: a file, else the name of a built-in one.
Outcome<Scenario> findScenario(const QString& fileOrName, const Estate& estate);
