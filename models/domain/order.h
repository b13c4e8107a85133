// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/milestone.h"
#include "models/domain/money.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace OrderStates {
Q_NAMESPACE
/// Whether every connected system has what it should have.
enum class SyncState { Unknown, Waiting, Failed, Done, Cancelled };
Q_ENUM_NS(SyncState)
enum class FulfilmentState { Unknown, None, Reserved, Routed, Ready, Shipped, Delivered, Collected, Failed, Cancelled };
Q_ENUM_NS(FulfilmentState)
enum class MoneyState { Unknown, None, Authorized, Captured, Invoiced, Settled, Posted, Refunded, Failed, Voided };
Q_ENUM_NS(MoneyState)
} // namespace OrderStates
using OrderStates::FulfilmentState;
using OrderStates::MoneyState;
using OrderStates::SyncState;

/// One order as a list shows it: what it is, its four independent states, and what it waits for. No single status:
/// sync, target, fulfilment and money are separate axes, all derived from its milestones by the database.
struct Order
{
    qint64 id = 0;
    qint64 version = 0; ///< grows with every change of the row
    QString number; ///< as the customer knows it; unique within the channel only
    QString key; ///< unique in this database
    QString channel; ///< channel's code
    QString process; ///< lifecycle template's name
    int processVersion = 0; ///< the version the order started with
    QString customer; ///< masked, or empty
    QDateTime placedAt;
    QDateTime promisedAt; ///< null: nothing was promised
    QDateTime cancelledAt;
    QDateTime lastEventAt;
    Money total;
    SyncState sync = SyncState::Unknown;
    FulfilmentState fulfilment = FulfilmentState::Unknown;
    MoneyState money = MoneyState::Unknown;
    QString waitingStep; ///< the open step that is due first; empty when nothing is open
    QString waitingScope;
    MilestoneState waitingState = MilestoneState::Pending;
    QDateTime waitingSince; ///< when that step became eligible
    QDateTime nextWarnAt; ///< the first warning of all open steps
    QDateTime nextDueAt; ///< the first due time of all open steps
    int doneCount = 0; ///< steps reached, of stepCount that apply and have a source of evidence
    int stepCount = 0;
    int lateCount = 0; ///< breaches on record: reached late
    int failedCount = 0;
    int anomalyCount = 0;
    QStringList tags; ///< that people put on it, by name

    friend bool operator==(const Order&, const Order&) = default;
};

/// The one rule for an order's target chip: breached before due soon before met late before on time.
TargetState targetState(const Order& order, const QDateTime& now);

struct OrderLine
{
    QString line;
    QString sku;
    QString title;
    QString quantity; ///< exact decimal as received
    Money unitPrice;

    friend bool operator==(const OrderLine&, const OrderLine&) = default;
};

/// What another system calls the order or a document of it.
struct ExternalRef
{
    QString system;
    QString objectType;
    QString objectId;
    QDateTime since;

    friend bool operator==(const ExternalRef&, const ExternalRef&) = default;
};

/// A fact some system published (CloudEvents 1.0), as kept.
struct BusinessEvent
{
    QString source;
    QString id;
    QString type;
    QString subject;
    QDateTime time;
    QDateTime recordedAt; ///< when we received it; much later than time = a late event
    QString step; ///< the step it speaks of; empty for facts about the order itself
    QString scope;
    QString outcome; ///< completed, started, failed, reversed, skipped, unknown; empty for facts about the order itself
    QString data; ///< JSON text as the database keeps it: every digit exact

    friend bool operator==(const BusinessEvent&, const BusinessEvent&) = default;
};
