// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptiongroup.h"
#include "models/domain/outcome.h"

#include <QFuture>

enum class GroupAction {
    Acknowledge,
    Investigate,
    Wait,
    Archive,
    Reopen,
    Take,
    Assign,
    Release,
    Watch,
    Unwatch,
    Rename,
    Note,
    Resolve,
    Undo ///< one's own last decision, as long as nothing has happened since
};

QString toText(GroupAction action);
std::optional<GroupAction> groupActionFromText(QStringView text);

/// A group as the person saw it: an action on one that has changed since is refused, and said.
struct GroupRef
{
    qint64 id = 0;
    int version = 0;
};

/// What an action needs beside its groups.
struct GroupActionDetails
{
    QString owner = {}; ///< Assign
    QString text = {}; ///< Note: "@name" makes that person a watcher
    QString title = {}; ///< Rename; empty: the words of the console again
    QString waitingOn = {}; ///< Wait
    QDateTime until = {}; ///< Wait, Archive; null: without a time
    std::optional<int> most = {}; ///< Archive: back when more than so many are open
    Resolution resolution = Resolution::NotNeeded; ///< Resolve; not Replayed
    QString reason = {}; ///< Resolve
    QString evidence = {}; ///< Resolve; may be empty
    QDateTime asOf = {}; ///< Resolve: only what was open in the group then
};

struct GroupActionResult
{
    qint64 id = 0;
    bool done = false;
    QString why; ///< when it was not, or not all of it
    qint64 resolved = 0; ///< exceptions, by Resolve; by Undo those that are open again
};

/// A merge or a split that was made or taken back.
struct Regrouping
{
    qint64 change = 0; ///< by which it is taken back
    qint64 group = 0; ///< of a merge what they are now, of a split the new one; 0: taken back
};

/// What people do to groups. Every call is one database transaction that checks right, state and version and writes the
/// audit trail. An outcome of Failure::InDoubt means that it may have happened. Futures finish on any thread; use
/// whenFinished().
class GroupGateway
{
public:
    virtual ~GroupGateway() = default;
    virtual QFuture<Outcome<QList<GroupActionResult>>> changeGroups(
        GroupAction action, const QList<GroupRef>& groups, const GroupActionDetails& details)
        = 0;
    /// Makes one group of them; what belongs to them later goes there too.
    virtual QFuture<Outcome<Regrouping>> merge(const QList<qint64>& groups, qint64 into) = 0;
    /// Splits off what has this value in `field` (channel, target, code or text), of now and later.
    virtual QFuture<Outcome<Regrouping>> split(qint64 group, const QString& field, const QString& value) = 0;
    /// Takes back a merge or a split.
    virtual QFuture<Outcome<Regrouping>> undo(qint64 change) = 0;

protected:
    GroupGateway() = default;
    GroupGateway(const GroupGateway&) = default;
    GroupGateway& operator=(const GroupGateway&) = default;
};
