// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <map>

enum class OperationState { Previewed, Running, Paused, Settled, Cancelled };

/// A replay of one or many messages: first its frozen plan, then its progress.
struct Operation
{
    qint64 id = 0;
    OperationState state = OperationState::Previewed;
    QString requestedBy;
    QString reason;
    QByteArray manifest; ///< hash of the frozen list; starting names it
    QDateTime createdAt;
    QDateTime startedAt;
    QDateTime finishedAt;
    std::map<ReplayClass, qint64> plan; ///< how many of each class the list holds; classes without any are left out
    qint64 total = 0; ///< confirmed + failed + skipped + inDoubt + notStarted, at every moment
    qint64 confirmed = 0;
    qint64 failed = 0;
    qint64 skipped = 0; ///< cancelled ones too
    qint64 inDoubt = 0;
    qint64 notStarted = 0; ///< nothing known of them yet; underWay of these are with the relays
    qint64 underWay = 0;

    friend bool operator==(const Operation&, const Operation&) = default;
};

enum class ItemState { Planned, Claimed, Confirmed, Failed, InDoubt, Skipped, Cancelled };

struct OperationItem
{
    qint64 transactionId = 0;
    QString orderNumber;
    QString flow;
    ReplayClass planned = ReplayClass::Safe; ///< as previewed
    ItemState state = ItemState::Planned;
    QString outcome; ///< why it was skipped, the target's reference, or the error
    QDateTime at; ///< null: nothing happened yet

    friend bool operator==(const OperationItem&, const OperationItem&) = default;
};
