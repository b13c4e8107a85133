// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

/// The state of one step of one order, as the database derives it from the events.
namespace MilestoneStates {
Q_NAMESPACE
enum class MilestoneState {
    Unknown, ///< no source of evidence is connected, or the source named no time: never shown as late
    NotApplicable, ///< skipped by an event, or moot since the order was cancelled
    Blocked, ///< a predecessor is open
    Pending, ///< eligible, the clock runs
    InProgress, ///< the owing system has started
    Completed,
    Failed,
    Overridden, ///< an operator declared it done, with a reason
    Reversed ///< completed, then taken back
};
Q_ENUM_NS(MilestoneState)
} // namespace MilestoneStates
using MilestoneStates::MilestoneState;

/// One step of one order, or of one shipment, payment, return or refund of it. Times are UTC; a null time is unknown.
struct Milestone
{
    QString scope; ///< "" for the order itself, else "shipment/1", "return/R7"
    QString step; ///< name within the process, such as "erp_order_creation"
    MilestoneState state = MilestoneState::Unknown;
    QDateTime eligibleAt; ///< when the last predecessor was reached: the clock starts
    QDateTime warnAt; ///< from here on "due soon"
    QDateTime dueAt;
    QDateTime startedAt;
    QDateTime completedAt;
    QDateTime failedAt;
    bool late = false; ///< reached after dueAt: a breach on record
    /// "before_predecessor", "predecessor_missing", "after_cancellation", "reversed", "contradiction"
    QStringList anomalies;
    QString message; ///< what the source said of it last: error text or note
    QString evidenceSource; ///< the event that proves it, as (source, id)
    QString evidenceId;

    bool isOpen() const
    {
        return state == MilestoneState::Pending || state == MilestoneState::InProgress
            || state == MilestoneState::Failed;
    }
    friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// Whether a target is kept, judged at a moment.
namespace TargetStates {
Q_NAMESPACE
enum class TargetState {
    None, ///< nothing with a target is open or was reached
    OnTime,
    DueSoon, ///< warnAt has passed
    Breached, ///< open and past due
    MetLate ///< reached, but after its due time: a breach on record
};
Q_ENUM_NS(TargetState)
} // namespace TargetStates
using TargetStates::TargetState;

/// The one rule for a milestone's target. unknown, blocked and not applicable never breach.
TargetState targetState(const Milestone& milestone, const QDateTime& now);
