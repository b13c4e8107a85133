// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/ordersource.h"
#include "models/domain/outcome.h"

#include <QFuture>
#include <QList>

#include <array>
#include <optional>

/// How long a step has been overdue. Half-open:
/// [0, 15 min), [15 min, 1 h), [1 h, 4 h), [4 h, 24 h), [1 d, 3 d), [3 d, ...).
constexpr int ageBucketCount = 6;

/// The open breaches of one step. An order counts once, in the bucket of its oldest breach of that step.
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
    qint64 lateOrders24h = 0; ///< the orders that those belong to
    qint64 rejectedEvents = 0; ///< events set aside, not yet dealt with

    friend bool operator==(const HealthSnapshot&, const HealthSnapshot&) = default;
};

/// Something that could not be taken in: where it stood, what is wrong with it, how often it came. Its content stays in
/// the database, since it may hold customer data.
struct SetAsideEvent
{
    qint64 id = 0;
    QString origin; ///< file, table or program; "ingest" for what was sent as events
    qint64 item = 0; ///< position there, from 1; 0: the whole of it
    QString code; ///< short and stable, see rejectionTitle()
    QString reason;
    QString source; ///< of the event, as far as it could be read
    QString eventId;
    QDateTime firstAt;
    QDateTime lastAt;
    qint64 count = 1; ///< the same again for the same reason

    friend bool operator==(const SetAsideEvent&, const SetAsideEvent&) = default;
};

/// Where a page of them ended: its last event's time, as the source wrote it, and id.
struct SetAsideCursor
{
    QString key;
    qint64 id = 0;
    friend bool operator==(const SetAsideCursor&, const SetAsideCursor&) = default;
};

struct SetAsidePage
{
    QList<SetAsideEvent> events; ///< those that came last first
    std::optional<SetAsideCursor> next; ///< nullopt: this was the last page
    CappedCount total;
    QDateTime asOf;
};

/// The figures of the Health page, each defined once, in SQL, and the one list behind them that is not of orders.
class HealthSource
{
public:
    virtual ~HealthSource() = default;
    virtual QFuture<Outcome<HealthSnapshot>> health() = 0;
    virtual QFuture<Outcome<SetAsidePage>> setAside(const std::optional<SetAsideCursor>& after, int limit) = 0;

protected:
    HealthSource() = default;
    HealthSource(const HealthSource&) = default;
    HealthSource& operator=(const HealthSource&) = default;
};
