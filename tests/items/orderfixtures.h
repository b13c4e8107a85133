// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/healthsource.h"
#include "models/domain/ordersource.h"
#include "models/domain/rulessource.h"

#include <QDateTime>

/// Realistic orders, figures and rules for tests of models and views; all of them as of `fixtureNow()`.
QDateTime fixtureNow();

/// One of resources/processes.
Process fixtureProcess(const QString& name);

/// Ship to home, two hours old: late fraud check, the ERP refused it 40 minutes ago and is past due, the rest blocked.
OrderDetail stuckOrder();

/// A marketplace order over nine days: steps without a source, shipped late, an anomaly, delivery past the promise,
/// events out of order.
OrderDetail lateDelivery();

/// Done, delivered, one of its payments taken back and a return under way.
OrderDetail returnedOrder();

HealthSnapshot busyHealth();
/// Ids from `first` down to `last`, a minute apart, the newest at fixtureNow(); `more` says that others follow.
SetAsidePage setAsidePage(qint64 first, qint64 last, bool more = false);
RuleBook fixtureRules();
