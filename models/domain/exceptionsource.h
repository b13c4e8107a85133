// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"
#include "models/domain/filterexpression.h"
#include "models/domain/ordersource.h"
#include "models/domain/outcome.h"
#include "models/domain/problemorder.h"
#include "models/domain/runbook.h"

#include <QFuture>
#include <QList>

#include <array>
#include <optional>

/// The lists on the left of Triage; Team is one team's own queue.
/// Settings keep their numbers: new ones come last.
enum class ExceptionQueue {
    Open,
    Mine,
    Unassigned,
    InDoubt,
    Breaching,
    Overdue,
    Regressed,
    Snoozed,
    Resolved,
    Team,
    New,
    AwaitingApproval ///< part of an operation that waits for a second person
};

/// Every queue but the teams', in the order of the list.
inline constexpr std::array fixedQueues{ExceptionQueue::Open, ExceptionQueue::New, ExceptionQueue::Mine,
    ExceptionQueue::Unassigned, ExceptionQueue::InDoubt, ExceptionQueue::Breaching, ExceptionQueue::Overdue,
    ExceptionQueue::Regressed, ExceptionQueue::Snoozed, ExceptionQueue::AwaitingApproval, ExceptionQueue::Resolved};

struct ExceptionQuery
{
    ExceptionQueue queue = ExceptionQueue::Open;
    QString team = {}; ///< of ExceptionQueue::Team
    /// Of problems. In the queue Open a filter that names a state decides itself which; of resolved ones only those of
    /// the last seven days are looked at.
    FilterExpression filter = {};
    std::optional<OrderCursor> after = {}; ///< nullopt: from the start
    int limit = 200;
    qint64 group = 0; ///< only what is in this group; 0: everything
    ProblemOrder order = {}; ///< of pages and of groups

    /// What is open, all of it.
    bool isEverythingOpen() const { return queue == ExceptionQueue::Open && filter.isEverything() && group == 0; }

    friend bool operator==(const ExceptionQuery&, const ExceptionQuery&) = default;
};

struct ExceptionPage
{
    QList<Exception> exceptions; ///< in the query's order
    std::optional<OrderCursor> next; ///< nullopt: this was the last page
    QDateTime asOf; ///< the server's clock when it answered
    /// Of what a filter or a group leaves, on the first page where there are more.
    std::optional<CappedCount> total = {};
    bool watched = true; ///< a relay looks for steps that are overdue; else these are not known
    int cutPayloads = 0; ///< where the filter asks for payloads: of how many only the beginning is searched
};

struct QueueCount
{
    ExceptionQueue queue = ExceptionQueue::Open;
    QString team; ///< of ExceptionQueue::Team
    qint64 count = 0;
    bool more = false; ///< counted no further

    friend bool operator==(const QueueCount&, const QueueCount&) = default;
};

using FilterValues = QHash<QString, QStringList>;

/// Everything that the inspector shows.
struct ExceptionDetail
{
    Exception exception;
    QList<Attempt> attempts; ///< the newest first, up to 100
    QString payload; ///< as it is sent, to the byte; empty where the user may not read it
    QString target;
    QString idempotencyKey;
    QString transactionStatus;
    QList<Comment> comments; ///< the oldest first
    QList<AuditEntry> audit; ///< of the exception and its message, the newest first, up to 100
    std::optional<Runbook> runbook; ///< the most exact one for it
    QStringList tags; ///< of its order
    qint64 sameCause = 0; ///< open exceptions with the same fingerprint, this one included
    QDateTime asOf;
};

/// One of many that a query finds, as far as decisions and plans need it.
struct MatchingException
{
    qint64 id = 0;
    int version = 0;
    qint64 transactionId = 0; ///< 0: nothing was sent
};

/// Their messages.
inline QList<qint64> messagesOf(const QList<MatchingException>& exceptions)
{
    QList<qint64> ids;
    for (const MatchingException& exception : exceptions)
        if (exception.transactionId != 0)
            ids.append(exception.transactionId);
    return ids;
}

/// Exceptions, read only. A newer page request cancels the one that is still running. Futures finish on any thread; use
/// whenFinished().
class ExceptionSource
{
public:
    virtual ~ExceptionSource() = default;
    virtual QFuture<Outcome<ExceptionPage>> page(const ExceptionQuery& query) = 0;
    /// Every queue with its size, the fixed ones first, then teams by name.
    virtual QFuture<Outcome<QList<QueueCount>>> queues() = 0;
    /// How many match the query (its cursor and limit do not count): to the end where the tallies know it, else no
    /// further than it is worth. Several counts may run side by side.
    virtual QFuture<Outcome<CappedCount>> count(const ExceptionQuery& query) = 0;
    virtual QFuture<Outcome<ExceptionDetail>> detail(qint64 id) = 0;
    /// All open exceptions that match the query (its cursor and limit do not count), up to `limit`, the oldest first.
    virtual QFuture<Outcome<QList<MatchingException>>> matching(const ExceptionQuery& query, int limit) = 0;
    /// What the fields of a filter could be asked for, by field name: flows, teams, owners, codes, ...; the most
    /// frequent first.
    virtual QFuture<Outcome<FilterValues>> filterValues() = 0;

protected:
    ExceptionSource() = default;
    ExceptionSource(const ExceptionSource&) = default;
    ExceptionSource& operator=(const ExceptionSource&) = default;
};
