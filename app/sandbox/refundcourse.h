// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/orderevent.h"

#include <vector>

class Dice;

/// How a refund goes at whoever pays it back. The states are a payment provider's: pending, requires_action, succeeded,
/// failed, canceled; a step knows started, completed and failed.
enum class RefundCourse {
    AtOnce, ///< succeeded
    Pending, ///< succeeded after a while
    ActionFirst, ///< the customer has to say where to
    FailedOnce, ///< succeeded by another way
    Failed, ///< and stays so
    Cancelled, ///< the customer did not say where to
    Open, ///< pending, and nobody hears of it any more
};

/// Mostly the ones that end well.
RefundCourse drawRefundCourse(Dice& dice);

/// One that ends well.
RefundCourse drawGoodRefundCourse(Dice& dice);

/// What the payer says of it between two times.
std::vector<OrderEvent> refundEvents(RefundCourse course, const QString& payer, const QString& orderKey,
    const QString& scope, const Money& amount, const QDateTime& from, const QDateTime& until);
