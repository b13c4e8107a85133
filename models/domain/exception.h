// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

enum class ExceptionState { Open, Assigned, Snoozed, Replaying, Resolved };
/// Overdue: nothing failed, but a step is not done in time.
enum class ExceptionKind { DeliveryFailure, InDoubt, BusinessRule, Contract, Overdue, Reported };
enum class Severity { Critical, High, Normal, Low };

/// What a replay would do, derived by the database from how the message failed (2-data-model, "Replay safety"); or,
/// where targets are only asked, whether they can be: Verify says that they can.
enum class ReplayClass {
    Safe, ///< nothing reached the target, or it knows the key
    Verify, ///< the outcome is unknown: ask the target first
    WillFail, ///< the same again would fail again
    Done, ///< the effect is there already
    NotAllowed, ///< this user may not
    NotFailed, ///< has not failed, or not any more
    ByHand, ///< unknown, and only a person can find out
    NoLookup ///< of a question: the target cannot be asked
};

/// What a flow does to its target: decides how careful a replay is.
enum class EffectClass { Read, Upsert, Create, Money, Legal };

/// Why it is not a problem any more. Replayed is set by the system only.
enum class Resolution { Replayed, FixedInTarget, Compensated, Duplicate, NotNeeded };

/// An open problem that needs somebody, as lists and the inspector show it.
struct Exception
{
    qint64 id = 0;
    ExceptionKind kind = ExceptionKind::DeliveryFailure;
    QString queue; ///< the team
    Severity severity = Severity::Normal;
    QString fingerprint; ///< the same for what one cause did
    qint64 groupId = 0;
    QString groupTitle; ///< as a person named the group; empty: nobody did
    ExceptionState state = ExceptionState::Open;
    QString owner; ///< empty: nobody's
    QString flow; ///< empty: an overdue step that no flow serves
    QString flowTitle;
    QString sourceSystem;
    QString targetSystem; ///< or the one that an overdue step is awaited from
    QString step; ///< of the process; empty: none
    EffectClass effectClass = EffectClass::Create;
    QString runbook;
    qint64 transactionId = 0; ///< 0: overdue or reported, there is no message
    qint64 orderId = 0; ///< 0: no order
    QString orderNumber;
    QString channel;
    std::optional<Money> value; ///< the order's when this was opened; what is at risk
    QString errorClass; ///< as FailureClass spells it: transient, throttling, auth, ...
    QString errorEffect; ///< not_applied, applied, unknown
    QString errorCode;
    QString errorText;
    QDateTime openedAt;
    QDateTime lastAt; ///< of the latest failure
    int occurrences = 1;
    bool regression = false; ///< the same cause had been resolved before
    QDateTime snoozedUntil; ///< null: not snoozed
    QDateTime resolvedAt;
    QString resolvedBy;
    std::optional<Resolution> resolution;
    QString reason;
    QString evidence;
    QDateTime stepDueAt; ///< null: no target
    int attempts = 0;
    ReplayClass replayClass = ReplayClass::Safe;
    QString mayNotReplay; ///< why this user may not; empty: he may
    bool lookup = false; ///< the target can be asked whether it has it
    QDateTime
        absentAt; ///< when the target said that it does not have it; null: it did not, or something was sent since
    bool asking = false; ///< with state Replaying: it is only asked about, nothing is sent
    int version = 0; ///< an action names the version that the person saw

    friend bool operator==(const Exception&, const Exception&) = default;
};

/// One try to deliver a message.
struct Attempt
{
    int number = 0; ///< from 1
    QString relay;
    QString action; ///< send or lookup
    QDateTime startedAt;
    QDateTime finishedAt;
    QString outcome; ///< delivered, found, absent, failed, lost
    int httpStatus = 0; ///< 0: no answer
    QString errorClass;
    QString errorEffect;
    QString errorCode;
    QString errorText;
    QString adviceId; ///< the rule that gave the verdict
    QString requestHeaders; ///< JSON; secrets are masked
    QString responseHeaders;
    QString responseBody; ///< its beginning

    friend bool operator==(const Attempt&, const Attempt&) = default;
};

struct Comment
{
    QDateTime at;
    QString author;
    QString content;

    friend bool operator==(const Comment&, const Comment&) = default;
};

/// An entry of the audit trail.
struct AuditEntry
{
    qint64 seq = 0;
    QDateTime at;
    QString actor;
    QString action;
    QString before; ///< JSON; may be empty
    QString after;
    QString reason;

    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};
