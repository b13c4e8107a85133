// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"
#include "models/domain/money.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <map>
#include <optional>

/// Verify: the targets are asked whether they have the messages; nothing is sent, whatever they say.
enum class OperationKind { Replay, Verify };

enum class OperationState {
    Previewed,
    AwaitingApproval,
    Scheduled,
    Running,
    Paused,
    Stopped, ///< by the stop rule
    Settled,
    Cancelled,
    Rejected
};

/// How a replay is to be carried out.
struct ReplayOptions
{
    QString reason;
    QList<ReplayClass> classes{}; ///< what of the plan is sent: Safe, Verify, WillFail
    QList<int> ramp{}; ///< stages in per cent, each with those before it, up to 100; empty: as the database is set
    double rate = 0; ///< messages a second; 0: as fast as the targets take them
    QDateTime startAt{}; ///< null: now
    std::optional<int> stopShare{}; ///< per cent that end with the same error; none: as the database is set
};

/// Above `most` a second person approves.
struct ApprovalLimit
{
    QString flow; ///< LIKE pattern; "%": any
    QString effectClass; ///< "money"; "%": any
    QString currency; ///< of a value in minor units; empty: a number of messages
    qint64 most = 0;
    std::map<ReplayClass, qint64> of; ///< what a plan has of it

    qint64 sizeOf(const QList<ReplayClass>& classes) const;
    bool isExceededBy(const QList<ReplayClass>& classes) const { return sizeOf(classes) > most; }

    friend bool operator==(const ApprovalLimit&, const ApprovalLimit&) = default;
};

/// A stage that has begun, and what came of its messages.
struct OperationStage
{
    int number = 0; ///< from 1
    qint64 size = 0; ///< messages handed over in it
    qint64 confirmed = 0;
    qint64 failed = 0;
    qint64 skipped = 0;
    qint64 inDoubt = 0;

    friend bool operator==(const OperationStage&, const OperationStage&) = default;
};

/// Why the stop rule has stopped an operation.
struct OperationStop
{
    QString message;
    qint64 items = 0; ///< ended with this error
    qint64 ended = 0; ///< of so many

    friend bool operator==(const OperationStop&, const OperationStop&) = default;
};

/// A replay of one or many messages, or a question about them: first its frozen plan, then its progress.
struct Operation
{
    qint64 id = 0;
    OperationKind kind = OperationKind::Replay;
    OperationState state = OperationState::Previewed;
    QString requestedBy;
    QString reason;
    QByteArray manifest; ///< hash of the frozen list; starting and approving name it
    QDateTime createdAt;
    QDateTime askedAt; ///< when somebody wanted it started
    QDateTime startedAt; ///< null: it waits for approval or for its time
    QDateTime finishedAt;
    std::map<ReplayClass, qint64> plan; ///< how many of each class the list holds; classes without any are left out
    std::map<ReplayClass, QList<Money>> value; ///< of the orders of each class, by currency
    QList<ApprovalLimit> limits; ///< that the plan comes under
    qint64 total = 0; ///< confirmed + failed + skipped + inDoubt + notStarted, at every moment
    qint64 confirmed = 0; ///< of a question: found
    qint64 failed = 0; ///< of a question: not there
    qint64 skipped = 0; ///< conflicts and cancelled ones too
    qint64 inDoubt = 0; ///< of a question: no answer
    qint64 notStarted = 0; ///< nothing known of them yet; underWay of these are with the relays
    qint64 underWay = 0;

    // as it was asked for
    QList<ReplayClass> classes;
    QList<int> ramp;
    double rate = 0; ///< 0: no limit
    QDateTime startAt;
    int stopShare = 0;

    // how it stands
    qint64 sendable = 0; ///< messages that are to be sent
    QList<OperationStage> stages; ///< that have begun
    std::optional<OperationStop> stop;
    bool withoutRelay = false; ///< it runs, and no relay is there to send anything
    QDateTime approvalUntil; ///< null: none was needed
    QString decidedBy;
    QString decisionNote; ///< of who decided; or why nobody did
    QString mayNotApprove; ///< why the person may not, while it waits for approval

    bool isOver() const
    {
        return state == OperationState::Settled || state == OperationState::Cancelled
            || state == OperationState::Rejected;
    }

    friend bool operator==(const Operation&, const Operation&) = default;
};

enum class ItemState { Planned, Claimed, Confirmed, Failed, InDoubt, Skipped, Conflict, Cancelled };

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

/// Operations at a glance.
struct OperationCounts
{
    qint64 running = 0; ///< not at their end: paused, stopped and scheduled ones too
    qint64 inDoubt = 0; ///< messages
    qint64 forMe = 0; ///< wait for an approval that the person may give

    friend bool operator==(const OperationCounts&, const OperationCounts&) = default;
};
