// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/chip.h"

using namespace Qt::StringLiterals;

namespace {

/// The look of the first of these enums that the value holds.
template<typename First, typename... Others>
ChipLook lookAmong(const QVariant& state)
{
    if (state.metaType() == QMetaType::fromType<First>())
        return chipLook(state.value<First>());
    if constexpr (sizeof...(Others) > 0)
        return lookAmong<Others...>(state);
    else
        return {};
}

} // namespace

ChipLook chipLook(const QVariant& state)
{
    return lookAmong<SyncState, FulfilmentState, MoneyState, TargetState, MilestoneState, ExceptionState, ExceptionKind,
        ExceptionQueue, GroupState, Severity, ReplayClass, OperationState, ItemState>(state);
}

ChipLook chipLook(ExceptionState state)
{
    switch (state) {
    case ExceptionState::Open:
        return {Tone::Info, u"ring"_s};
    case ExceptionState::Assigned:
        return {Tone::Neutral, u"person"_s};
    case ExceptionState::Snoozed:
        return {Tone::Muted, u"snooze"_s};
    case ExceptionState::Replaying:
        return {Tone::Info, u"replay"_s};
    case ExceptionState::Resolved:
        return {Tone::Good, u"check"_s};
    }
    return {};
}

ChipLook chipLook(ExceptionKind kind)
{
    switch (kind) {
    case ExceptionKind::DeliveryFailure:
        return {Tone::Neutral, u"failed"_s};
    case ExceptionKind::InDoubt:
        return {Tone::Warning, u"unknown"_s};
    case ExceptionKind::BusinessRule:
        return {Tone::Neutral, u"rules"_s};
    case ExceptionKind::Contract:
        return {Tone::Neutral, u"document"_s};
    case ExceptionKind::Overdue:
        return {Tone::Warning, u"clock"_s};
    case ExceptionKind::Reported:
        return {Tone::Neutral, u"failed"_s};
    }
    return {};
}

ChipLook chipLook(ExceptionQueue queue)
{
    switch (queue) {
    case ExceptionQueue::Open:
        return {Tone::Neutral, u"triage"_s};
    case ExceptionQueue::New:
        return {Tone::Neutral, u"new"_s};
    case ExceptionQueue::Mine:
        return {Tone::Neutral, u"person"_s};
    case ExceptionQueue::Unassigned:
        return {Tone::Neutral, u"ring"_s};
    case ExceptionQueue::InDoubt:
        return {Tone::Warning, u"unknown"_s};
    case ExceptionQueue::Breaching:
        return {Tone::Bad, u"alert"_s};
    case ExceptionQueue::Overdue:
        return {Tone::Warning, u"clock"_s};
    case ExceptionQueue::Regressed:
        return {Tone::Warning, u"undo"_s};
    case ExceptionQueue::Snoozed:
        return {Tone::Muted, u"snooze"_s};
    case ExceptionQueue::AwaitingApproval:
        return {Tone::Neutral, u"pause"_s};
    case ExceptionQueue::Resolved:
        return {Tone::Muted, u"check"_s};
    case ExceptionQueue::Team:
        return {Tone::Neutral, u"team"_s};
    }
    return {};
}

ChipLook chipLook(GroupState state)
{
    switch (state) {
    case GroupState::New:
        return {Tone::Info, u"new"_s};
    case GroupState::Acknowledged:
        return {Tone::Neutral, u"tick"_s};
    case GroupState::Investigating:
        return {Tone::Neutral, u"search"_s};
    case GroupState::Waiting:
        return {Tone::Muted, u"clock"_s};
    case GroupState::Resolved:
        return {Tone::Good, u"check"_s};
    case GroupState::Archived:
        return {Tone::Muted, u"snooze"_s};
    case GroupState::Regressed:
        return {Tone::Warning, u"undo"_s};
    }
    return {};
}

ChipLook chipLook(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return {Tone::Bad, u"alert"_s};
    case Severity::High:
        return {Tone::Warning, u"up"_s};
    case Severity::Normal:
        return {Tone::Neutral, u"dot"_s};
    case Severity::Low:
        return {Tone::Muted, u"down"_s};
    }
    return {};
}

ChipLook chipLook(ReplayClass replay)
{
    switch (replay) {
    case ReplayClass::Safe:
        return {Tone::Good, u"check"_s};
    case ReplayClass::Verify:
        return {Tone::Info, u"search"_s};
    case ReplayClass::WillFail:
        return {Tone::Warning, u"failed"_s};
    case ReplayClass::Done:
        return {Tone::Neutral, u"tick"_s};
    case ReplayClass::NotAllowed:
        return {Tone::Neutral, u"blocked"_s};
    case ReplayClass::NotFailed:
        return {Tone::Muted, u"none"_s};
    case ReplayClass::ByHand:
    case ReplayClass::NoLookup:
        return {Tone::Warning, u"person"_s};
    }
    return {};
}

ChipLook chipLook(OperationState state)
{
    switch (state) {
    case OperationState::Previewed:
        return {Tone::Muted, u"ring"_s};
    case OperationState::AwaitingApproval:
        return {Tone::Warning, u"person"_s};
    case OperationState::Scheduled:
        return {Tone::Info, u"clock"_s};
    case OperationState::Running:
        return {Tone::Info, u"progress"_s};
    case OperationState::Paused:
        return {Tone::Warning, u"pause"_s};
    case OperationState::Stopped:
        return {Tone::Bad, u"alert"_s};
    case OperationState::Settled:
        return {Tone::Good, u"check"_s};
    case OperationState::Cancelled:
    case OperationState::Rejected:
        return {Tone::Neutral, u"ban"_s};
    }
    return {};
}

ChipLook chipLook(ItemState state)
{
    switch (state) {
    case ItemState::Planned:
        return {Tone::Muted, u"ring"_s};
    case ItemState::Claimed:
        return {Tone::Info, u"progress"_s};
    case ItemState::Confirmed:
        return {Tone::Good, u"check"_s};
    case ItemState::Failed:
        return {Tone::Bad, u"failed"_s};
    case ItemState::InDoubt:
        return {Tone::Warning, u"unknown"_s};
    case ItemState::Skipped:
        return {Tone::Neutral, u"none"_s};
    case ItemState::Conflict:
        return {Tone::Warning, u"alert"_s};
    case ItemState::Cancelled:
        return {Tone::Neutral, u"ban"_s};
    }
    return {};
}
