// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptiongroup.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/payloadedit.h"

/// The groups of what a query matches, in its order: as a standard least time left and most value first
/// (groupOrderText()).
struct GroupPage
{
    QList<ExceptionGroup> groups;
    bool more = false; ///< there are more than could be listed
    QDateTime asOf; ///< the server's clock when it answered
    bool watched = true; ///< as in ExceptionPage
    int cutPayloads = 0; ///< as in ExceptionPage
};

/// A value by which a group could be split.
struct GroupFacet
{
    QString field; ///< channel, target or code
    QString value;
    qint64 count = 0; ///< of the newest ten thousand
    QString title = {}; ///< of a channel

    friend bool operator==(const GroupFacet&, const GroupFacet&) = default;
};

/// A merge or a split that can be undone.
struct GroupChange
{
    qint64 id = 0;
    bool merged = false; ///< else split
    QDateTime at;
    QString actor;
    QList<qint64> groups; ///< that were merged; the one that was split
    qint64 into = 0;
    QString field; ///< of a split
    QString value;

    friend bool operator==(const GroupChange&, const GroupChange&) = default;
};

/// One problem of a group, to see what it is like.
struct GroupSample
{
    Exception exception;
    std::optional<Attempt> lastTry; ///< without its headers and the answer's body

    friend bool operator==(const GroupSample&, const GroupSample&) = default;
};

/// Everything that the inspector shows of a group, whatever was asked for.
struct GroupDetail
{
    ExceptionGroup group;
    QList<GroupFacet> facets; ///< the most frequent first
    QList<GroupChange> changes; ///< the newest first
    QList<Comment> comments; ///< the oldest first
    QList<AuditEntry> audit; ///< the newest first, up to 100
    std::optional<Runbook> runbook; ///< the most exact one for it
    QString fingerprint; ///< empty: it was split off another one
    std::optional<GroupSample> sample; ///< its newest open exception; nullopt: none is open
    QList<PastRemedy> remedies; ///< of its cause, what worked most often first; none where it was split off
    QDateTime asOf;
};

/// Groups of exceptions, read only. A newer request of a kind cancels the one that is still running. Futures finish on
/// any thread; use whenFinished().
class GroupSource
{
public:
    static constexpr int maxGroups = 1000;

    virtual ~GroupSource() = default;
    /// The query's cursor and limit do not count.
    virtual QFuture<Outcome<GroupPage>> groups(const ExceptionQuery& query) = 0;
    virtual QFuture<Outcome<GroupDetail>> groupDetail(qint64 id) = 0;

protected:
    GroupSource() = default;
    GroupSource(const GroupSource&) = default;
    GroupSource& operator=(const GroupSource&) = default;
};
