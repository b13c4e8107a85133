// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scenario.h"

#include "app/sandbox/estate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr quint64 latencySalt = 1U << 20U;

const Fault* drawnFault(const FaultRule& rule, Dice& dice)
{
    double left = dice.roll();
    for (const FaultRule::Chance& chance : rule.chances) {
        if (left < chance.probability)
            return &chance.fault;
        left -= chance.probability;
    }
    return nullptr;
}
} // namespace

bool Outage::isNow(double seconds) const
{
    const double at = every > 0 ? std::fmod(seconds, every) : seconds;
    return at >= from && at < until;
}

Fate fateOf(const Scenario& scenario, int resource, const Fingerprint& request, quint32 tryNumber, bool lookup,
    double seconds, quint64 seed)
{
    const auto index = static_cast<std::size_t>(resource);
    Fate fate;
    Dice latency(seed, request, latencySalt + tryNumber);
    fate.delay = scenario.latencies[index].draw(latency);
    for (const FaultRule& rule : scenario.faults[index]) {
        if (!(lookup ? rule.lookups : rule.calls) || seconds < rule.from || seconds >= rule.until
            || tryNumber < rule.firstTry || tryNumber > rule.lastTry)
            continue;
        Dice dice(seed, request, (rule.number << 32U) + (rule.sticky ? 0 : tryNumber));
        if (const Fault* fault = drawnFault(rule, dice)) {
            fate.fault = *fault;
            fate.delay += fault->delay.draw(dice);
            break;
        }
    }
    return fate;
}

QStringList builtInScenarios()
{
    QStringList names = QDir(u":/sandbox/scenarios"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(5);
    return names;
}

Outcome<Scenario> findScenario(const QString& fileOrName, const Estate& estate)
{
    const bool file = QFileInfo(fileOrName).isFile();
    if (!file && !builtInScenarios().contains(fileOrName))
        return Error{Failure::NotFound,
            QCoreApplication::translate(
                "Scenario", "There is no scenario file %1, and no built-in scenario of that name.")
                .arg(fileOrName),
            QCoreApplication::translate("Scenario", "Built in: %1.").arg(builtInScenarios().join(u", "_s)), {}};
    QFile source(file ? fileOrName : u":/sandbox/scenarios/%1.json"_s.arg(fileOrName));
    if (!source.open(QIODevice::ReadOnly))
        return Error{Failure::NotFound,
            QCoreApplication::translate("Scenario", "The scenario file %1 cannot be read: %2.")
                .arg(fileOrName, source.errorString()),
            {}, {}};
    return parseScenario(source.readAll(), estate);
}
