// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/exceptiongroup.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/operation.h"

#include <QFuture>

#include <array>

/// A list that is cut where it would become too long, with the number of rows that there are.
template<typename T>
struct HandoverList
{
    QList<T> rows;
    qint64 total = 0;

    qint64 leftOut() const { return std::max<qint64>(0, total - rows.size()); }

    friend bool operator==(const HandoverList&, const HandoverList&) = default;
};

/// A cause that is open, with the last thing that somebody wrote about it.
struct HandoverGroup
{
    ExceptionGroup group;
    Comment lastNote; ///< without an author: nobody wrote anything

    friend bool operator==(const HandoverGroup&, const HandoverGroup&) = default;
};

/// Problems of one cause that were closed in the same way, for the same reason, by the same person.
struct HandoverResolved
{
    ExceptionGroup group; ///< its count and values are those of what was closed
    Resolution resolution = Resolution::Replayed;
    QString by; ///< "signalbox": by itself
    QString reason;
    QDateTime lastAt;

    friend bool operator==(const HandoverResolved&, const HandoverResolved&) = default;
};

/// Who looks after something now, and who did before.
struct HandoverOwnerChange
{
    ExceptionGroup group; ///< it, or what the problems belong to
    bool wholeGroup = false;
    QString actor;
    QString from; ///< empty: nobody
    QString to; ///< empty: nobody
    qint64 count = 0; ///< groups or problems
    QDateTime lastAt;

    friend bool operator==(const HandoverOwnerChange&, const HandoverOwnerChange&) = default;
};

struct HandoverNote
{
    ExceptionGroup group; ///< that it is about, or that its problem belongs to
    qint64 exceptionId = 0; ///< 0: about the group
    QString orderNumber; ///< of the problem's order
    Comment comment;

    friend bool operator==(const HandoverNote&, const HandoverNote&) = default;
};

/// What the next shift has to know, all of it as of one moment.
struct Handover
{
    Environment environment;
    QDateTime asOf; ///< the server's clock
    QDateTime since;
    QList<QueueCount> queues;
    HandoverList<HandoverGroup> open; ///< least time left first
    HandoverList<Exception> inDoubt; ///< the oldest first; snoozed ones too
    HandoverList<Operation> underWay; ///< running, scheduled, paused or stopped
    HandoverList<Operation> awaiting; ///< somebody's approval
    // changed since
    HandoverList<ExceptionGroup> opened; ///< counts and values are those of what was opened since
    HandoverList<ExceptionGroup> regressed; ///< what came back since
    HandoverList<HandoverResolved> resolved;
    HandoverList<Operation> replayed; ///< replays that ended
    HandoverList<HandoverOwnerChange> ownerChanges;
    HandoverList<HandoverNote> notes;
    std::array<int, 24> hours{}; ///< failures in each of the last 24 hours, the oldest first
};

struct HandoverRequest
{
    static constexpr int usualHours = 8;
    static constexpr int mostRows = 1000;

    QDateTime since; ///< null: the last 8 hours
    int rows = 100; ///< of each list, at most

    friend bool operator==(const HandoverRequest&, const HandoverRequest&) = default;
};

/// Gathers what the next shift has to know. Futures finish on any thread; use whenFinished().
class HandoverSource
{
public:
    virtual ~HandoverSource() = default;
    virtual QFuture<Outcome<Handover>> handover(const HandoverRequest& request) = 0;

protected:
    HandoverSource() = default;
    HandoverSource(const HandoverSource&) = default;
    HandoverSource& operator=(const HandoverSource&) = default;
};
