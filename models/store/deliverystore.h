// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"
#include "models/domain/outcome.h"

#include <QList>

#include <vector>

class QueryRunner;

/// The relays' protocol, see resources/sql/0009_delivery.sql. Blocks until the server has answered. Thread safe. Every
/// call may be repeated: what it had done already it does not do again.
class DeliveryStore
{
public:
    /// relay: this worker's name, its own among all that ever run.
    DeliveryStore(QueryRunner& runner, QString relay);

    const QString& relay() const { return m_relay; }

    Outcome<DeliveryConfiguration> configuration();
    /// Targets that have messages due.
    Outcome<QList<QString>> dueTargets();
    Outcome<std::vector<ClaimedMessage>> claim(const QString& target, int maxCount);
    /// Puts on record that these are about to be sent. Only those that it returns may be.
    Outcome<std::vector<qint64>> sending(const std::vector<const ClaimedMessage*>& messages);
    /// Returns how many were still this relay's. Failure::InDoubt: ask again, but never with those that were released.
    Outcome<int> finish(const std::vector<TryResult>& results);
    /// Hands messages of the operations that run to the relays, up to maxCount of one; 0: there is nothing to do now.
    Outcome<int> release(int maxCount);
    /// Says that this relay is there, takes back what others lost, wakes what was snoozed; returns how many messages
    /// came back.
    Outcome<int> housekeep();
    /// Opens exceptions for steps that are overdue though nothing failed. Returns how many.
    Outcome<int> watchOverdue();
    /// Opens exceptions for failures that other systems have told of. Returns how many.
    Outcome<int> watchReported();

    struct Backlog
    {
        QString flow;
        QString status;
        qint64 count = 0;
    };
    Outcome<std::vector<Backlog>> backlog();

private:
    QueryRunner& m_runner;
    const QString m_relay;
};
