// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/fingerprint.h"

/// Rolls that depend on nothing but what they are made from: the same seed, request and salt give the same rolls, in
/// whatever order requests arrive.
class Dice
{
public:
    Dice(quint64 seed, const Fingerprint& request, quint64 salt);

    /// At least 0, less than 1.
    double roll();
    /// From the first up to the second.
    double between(double least, double most) { return least + roll() * (most - least); }
    /// 0 to bound - 1.
    int below(int bound) { return static_cast<int>(roll() * bound); }
    bool happens(double probability) { return roll() < probability; }

private:
    quint64 m_state;
};

/// How long something takes, in scenario seconds: half of it longer than the median, one of a hundred longer than p99,
/// log-normal between and beyond. Without p99 always the median.
struct Delay
{
    double median = 0;
    double p99 = 0;

    double draw(Dice& dice) const;
};
