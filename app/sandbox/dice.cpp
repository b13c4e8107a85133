// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/dice.h"

#include <algorithm>
#include <cmath>
#include <numbers>

Dice::Dice(quint64 seed, const Fingerprint& request, quint64 salt)
    : m_state(mixed(seed) ^ mixed(request.high + salt) ^ mixed(request.low ^ (salt << 32U)))
{ }

double Dice::roll()
{
    m_state += 0x9e3779b97f4a7c15;
    return static_cast<double>(mixed(m_state) >> 11U) * 0x1.0p-53;
}

double Delay::draw(Dice& dice) const
{
    if (p99 <= median || median <= 0)
        return median;
    constexpr double sigmasToP99 = 2.3263;
    const double sigma = std::log(p99 / median) / sigmasToP99;
    const double radius = std::sqrt(-2 * std::log(1 - dice.roll()));
    return median * std::exp(sigma * radius * std::cos(2 * std::numbers::pi * dice.roll()));
}
