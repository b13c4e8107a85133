// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"

#include <QCoreApplication>

/// What exceptions and operations are and do, in words for a terminal.
class DeliveryText
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryText)

public:
    /// How a message stands ("in_doubt"), as the database spells it.
    static QString ofStatus(const QString& status);
    /// closed, open, half_open
    static QString ofBreaker(const QString& breaker);

    /// One line for each class of the plan: how many, and what a replay of them would do.
    static QString plan(const Operation& operation);
    /// "Running, stage 2 of 4".
    static QString stateAndStage(const Operation& operation);
    /// What it waits for or why it stopped, who approved it, and its stages; a line each.
    static QString course(const Operation& operation);
    /// The five counts, which add up to the total.
    static QString counts(const Operation& operation);
};
