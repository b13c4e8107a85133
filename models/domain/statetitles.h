// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/healthsource.h"
#include "models/domain/milestone.h"
#include "models/domain/order.h"

#include <QString>

// What a person reads for a state or a name of the contract. Translated at each call, so that a change of language
// shows.
QString title(MilestoneState state);
QString title(TargetState state);
QString title(SyncState state);
QString title(FulfilmentState state);
QString title(MoneyState state);
QString title(Backlog backlog);

/// "Order created in the ERP". An unknown step shows the fallback (the definition's own title), else its name in words.
QString stepTitle(const QString& step, const QString& fallback = {});
/// "ERP", "Warehouse". An unknown system shows its name in words.
QString systemTitle(const QString& system);
/// "Ship to home". An unknown process shows the fallback, else its name in words.
QString processTitle(const QString& process, const QString& fallback = {});
/// Of a calendar that comes with Signalbox in the person's language, of another one its own title.
QString calendarTitle(const QString& calendar, const QString& title);
/// As calendarTitle().
QString channelTitle(const QString& channel, const QString& title);
/// As calendarTitle(), of the flows of the simulated estate.
QString flowTitle(const QString& flow, const QString& title);
/// "Shipment 1", "Return R7"; empty for the order itself. Also takes a kind alone: "shipment".
QString scopeTitle(const QString& scope);
/// "Sales order", "Tracking number". A type that only its source knows is its name in words.
QString documentTitle(const QString& type);
/// "Order data", "Fulfilment", "Money", "Return".
QString axisTitle(const QString& axis);
/// What an anomaly of a milestone means: "Reached before the step that it depends on".
QString anomalyTitle(const QString& anomaly);
/// Why an event was set aside, in a few words: "Unknown type".
QString rejectionTitle(const QString& code);
/// What an event's outcome says of its step: "completed", "failed".
QString outcomeTitle(const QString& outcome);
