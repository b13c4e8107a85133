// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/healthsource.h"
#include "models/domain/milestone.h"
#include "models/domain/order.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

// How the database and the filter language spell the states: the enumerators in snake_case ("not_applicable"), backlogs
// as in the filter language ("erp"). Reading accepts exactly what writing gives.
QString toText(MilestoneState state);
QString toText(TargetState state);
QString toText(SyncState state);
QString toText(FulfilmentState state);
QString toText(MoneyState state);
QString toText(Backlog backlog);

std::optional<MilestoneState> milestoneStateFromText(QStringView text);
std::optional<TargetState> targetStateFromText(QStringView text);
std::optional<SyncState> syncStateFromText(QStringView text);
std::optional<FulfilmentState> fulfilmentStateFromText(QStringView text);
std::optional<MoneyState> moneyStateFromText(QStringView text);
std::optional<Backlog> backlogFromText(QStringView text);
