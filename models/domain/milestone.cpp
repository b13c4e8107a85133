// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/milestone.h"

namespace {

TargetState openTarget(const Milestone& milestone, const QDateTime& now)
{
    if (!milestone.dueAt.isValid())
        return TargetState::None;
    if (now > milestone.dueAt) // reached exactly at its due time is still kept
        return TargetState::Breached;
    if (milestone.warnAt.isValid() && now >= milestone.warnAt)
        return TargetState::DueSoon;
    return TargetState::OnTime;
}

} // namespace

TargetState targetState(const Milestone& milestone, const QDateTime& now)
{
    switch (milestone.state) {
    case MilestoneState::Unknown:
    case MilestoneState::NotApplicable:
    case MilestoneState::Blocked:
        return TargetState::None;
    case MilestoneState::Pending:
    case MilestoneState::InProgress:
    case MilestoneState::Failed:
        return openTarget(milestone, now);
    case MilestoneState::Completed:
    case MilestoneState::Overridden:
    case MilestoneState::Reversed:
        if (milestone.late)
            return TargetState::MetLate;
        return milestone.dueAt.isValid() ? TargetState::OnTime : TargetState::None;
    }
    return TargetState::None;
}
