// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/statenames.h"

#include "models/domain/nametable.h"

#include <array>

namespace {

// Each table is in the order of its enum, so that the enumerator is the index.
constexpr std::array milestoneStates{u"unknown", u"not_applicable", u"blocked", u"pending", u"in_progress",
    u"completed", u"failed", u"overridden", u"reversed"};
constexpr std::array targetStates{u"none", u"on_time", u"due_soon", u"breached", u"met_late"};
constexpr std::array syncStates{u"unknown", u"waiting", u"failed", u"done", u"cancelled"};
constexpr std::array fulfilmentStates{u"unknown", u"none", u"reserved", u"routed", u"ready", u"shipped", u"delivered",
    u"collected", u"failed", u"cancelled"};
constexpr std::array moneyStates{u"unknown", u"none", u"authorized", u"captured", u"invoiced", u"settled", u"posted",
    u"refunded", u"failed", u"voided"};
constexpr std::array backlogs{u"erp", u"reservation", u"shipment", u"refund"};

} // namespace

QString toText(MilestoneState state)
{
    return textAt(milestoneStates, state);
}
QString toText(TargetState state)
{
    return textAt(targetStates, state);
}
QString toText(SyncState state)
{
    return textAt(syncStates, state);
}
QString toText(FulfilmentState state)
{
    return textAt(fulfilmentStates, state);
}
QString toText(MoneyState state)
{
    return textAt(moneyStates, state);
}
QString toText(Backlog backlog)
{
    return textAt(backlogs, backlog);
}

std::optional<MilestoneState> milestoneStateFromText(QStringView text)
{
    return valueOf<MilestoneState>(milestoneStates, text);
}

std::optional<TargetState> targetStateFromText(QStringView text)
{
    return valueOf<TargetState>(targetStates, text);
}

std::optional<SyncState> syncStateFromText(QStringView text)
{
    return valueOf<SyncState>(syncStates, text);
}

std::optional<FulfilmentState> fulfilmentStateFromText(QStringView text)
{
    return valueOf<FulfilmentState>(fulfilmentStates, text);
}

std::optional<MoneyState> moneyStateFromText(QStringView text)
{
    return valueOf<MoneyState>(moneyStates, text);
}

std::optional<Backlog> backlogFromText(QStringView text)
{
    return valueOf<Backlog>(backlogs, text);
}
