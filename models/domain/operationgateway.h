// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"
#include "models/domain/outcome.h"

#include <QFuture>
#include <QList>
#include <QUuid>

/// An exception as the person saw it: an action on one that has changed since is refused, and said.
struct ExceptionRef
{
    qint64 id = 0;
    int version = 0;
};

/// Undo takes back one's own last decision, as long as nothing has happened since.
enum class ExceptionAction { Take, Assign, Release, Note, Snooze, Wake, Resolve, Undo };

/// What an action needs beside its exceptions.
struct ActionDetails
{
    QString owner = {}; ///< Assign
    QString text = {}; ///< Note
    QDateTime until = {}; ///< Snooze
    Resolution resolution = Resolution::NotNeeded; ///< Resolve; not Replayed
    QString reason = {}; ///< Resolve
    QString evidence = {}; ///< Resolve; may be empty
};

struct ActionResult
{
    qint64 id = 0;
    bool done = false;
    QString why; ///< when it was not
};

enum class OperationControl { Pause, Resume, Cancel };

/// What people do. Every call is one database transaction that checks right, state and version and writes the audit
/// trail. An outcome of Failure::InDoubt means that it may have happened: look before asking again. Futures finish on
/// any thread; use whenFinished().
class OperationGateway
{
public:
    virtual ~OperationGateway() = default;
    virtual QFuture<Outcome<QList<ActionResult>>> change(
        ExceptionAction action, const QList<ExceptionRef>& exceptions, const ActionDetails& details)
        = 0;
    /// Freezes what a replay of these messages would do; nothing is sent. The same request id again is the same
    /// preview.
    virtual QFuture<Outcome<Operation>> previewReplay(const QUuid& request, const QList<qint64>& transactions) = 0;
    /// Freezes which of these messages the targets can be asked about. Started, it asks; nothing is ever sent.
    virtual QFuture<Outcome<Operation>> previewVerify(const QUuid& request, const QList<qint64>& transactions) = 0;
    /// Starts a previewed operation as it was previewed, or asks for its approval where it takes a second person.
    virtual QFuture<Outcome<Operation>> start(const Operation& previewed, const ReplayOptions& options) = 0;
    virtual QFuture<Outcome<Operation>> control(qint64 operation, OperationControl action) = 0;
    /// Approves what somebody else asked for: the very list that was looked at. The note may be empty.
    virtual QFuture<Outcome<Operation>> approve(const Operation& seen, const QString& note) = 0;
    /// Rejects what somebody else asked for, with a reason.
    virtual QFuture<Outcome<Operation>> reject(qint64 operation, const QString& reason) = 0;
    virtual QFuture<Outcome<OperationCounts>> counts() = 0;
    virtual QFuture<Outcome<Operation>> operation(qint64 id) = 0;
    /// The newest first; previews that nobody started are left out.
    virtual QFuture<Outcome<QList<Operation>>> operations(int limit) = 0;
    /// Up to `limit` items, those that did not go well first.
    virtual QFuture<Outcome<QList<OperationItem>>> items(qint64 operation, int limit) = 0;

protected:
    OperationGateway() = default;
    OperationGateway(const OperationGateway&) = default;
    OperationGateway& operator=(const OperationGateway&) = default;
};
