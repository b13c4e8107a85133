// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/order.h"

TargetState targetState(const Order& order, const QDateTime& now)
{
    if (order.nextDueAt.isValid() && now > order.nextDueAt)
        return TargetState::Breached;
    if (order.nextWarnAt.isValid() && now >= order.nextWarnAt)
        return TargetState::DueSoon;
    if (order.lateCount > 0)
        return TargetState::MetLate;
    if (order.nextDueAt.isValid() || order.sync == SyncState::Done)
        return TargetState::OnTime;
    return TargetState::None;
}
