// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

class Dice;
struct ProcessStep;

/// How long a step takes in the estate's past: its usual time, within its target. A step that makes somebody's target
/// late takes a multiple of it.
double usualSeconds(const ProcessStep& step, Dice& dice);
double lateSeconds(const ProcessStep& step, Dice& dice);

/// Whether what somebody does can be late there: its clock never rests.
bool hasPlainTarget(const ProcessStep& step);
/// Whether it was.
bool isLate(const ProcessStep& step, const QDateTime& eligible, const QDateTime& at, const QDateTime& promised);

/// The time itself where people are at work on this step then, or never are; else soon after they come back.
QDateTime atWork(const QString& step, const QDateTime& at, Dice& dice);

/// When what a provider has taken in by then is paid on: in the morning and in the evening, some hours later.
QDateTime payoutAfter(const QDateTime& captured);

/// How busy customers are then, of 1 at the best time; 0 where the shop is closed.
double bustle(bool store, const QByteArray& zone, const QDateTime& at);
