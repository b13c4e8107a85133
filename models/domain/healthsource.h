// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/ordersource.h"
#include "models/domain/outcome.h"

#include <QFuture>
#include <QList>

#include <array>

/// How long a step has been overdue. Half-open:
/// [0, 15 min), [15 min, 1 h), [1 h, 4 h), [4 h, 24 h), [1 d, 3 d), [3 d, ...).
constexpr int ageBucketCount = 6;

/// The open breaches of one step.
struct StepBreaches
{
    QString step;
    QString system;
    std::array<qint64, ageBucketCount> byAge{};
    qint64 dueSoon = 0; ///< open, not late yet, warning time passed

    qint64 total() const;
    friend bool operator==(const StepBreaches&, const StepBreaches&) = default;
};

/// Money in orders with an open breach; one row per currency, never added up across.
struct ValueAtRisk
{
    Money value;
    qint64 orders = 0;
    friend bool operator==(const ValueAtRisk&, const ValueAtRisk&) = default;
};

/// The four backlogs that managers ask for, by the names of the filter language (backlog:erp ...).
enum class Backlog { ErpPosting, Reservation, Shipment, Refund };
constexpr int backlogCount = 4;

struct BacklogSize
{
    qint64 orders = 0;
    qint64 breached = 0; ///< of these, past due
    QDateTime oldest; ///< since when the oldest has waited; null when empty
    friend bool operator==(const BacklogSize&, const BacklogSize&) = default;
};

struct HealthSnapshot
{
    QDateTime asOf;
    QList<StepBreaches> steps; ///< in process order; steps without any are left out
    QList<ValueAtRisk> valueAtRisk; ///< largest number of orders first
    std::array<BacklogSize, backlogCount> backlogs{};
    qint64 openOrders = 0;
    qint64 breachedOrders = 0; ///< orders with at least one open breach
    qint64 dueSoonOrders = 0; ///< not breached, warning passed
    qint64 failedOrders = 0; ///< with a failed step
    qint64 completedLate24h = 0; ///< steps reached late in the last 24 h
    qint64 rejectedEvents = 0; ///< events set aside, not yet dealt with

    friend bool operator==(const HealthSnapshot&, const HealthSnapshot&) = default;
};

/// The figures of the Health page, each defined once, in SQL.
class HealthSource
{
public:
    virtual ~HealthSource() = default;
    virtual QFuture<Outcome<HealthSnapshot>> health() = 0;

protected:
    HealthSource() = default;
    HealthSource(const HealthSource&) = default;
    HealthSource& operator=(const HealthSource&) = default;
};
