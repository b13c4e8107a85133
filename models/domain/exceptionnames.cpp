// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/exceptionnames.h"

#include "models/domain/nametable.h"

#include <array>

namespace {

constexpr std::array exceptionStates{u"open", u"assigned", u"snoozed", u"replaying", u"resolved"};
constexpr std::array exceptionKinds{
    u"delivery_failure", u"in_doubt", u"business_rule", u"contract", u"overdue", u"reported"};
constexpr std::array severities{u"critical", u"high", u"normal", u"low"};
constexpr std::array replayClasses{
    u"safe", u"verify", u"will_fail", u"done", u"not_allowed", u"not_failed", u"by_hand", u"no_lookup"};
constexpr std::array effectClasses{u"read", u"upsert", u"create", u"money", u"legal"};
constexpr std::array resolutions{u"replayed", u"fixed_in_target", u"compensated", u"duplicate", u"not_needed"};
constexpr std::array exceptionQueues{u"open", u"mine", u"unassigned", u"in_doubt", u"breaching", u"overdue",
    u"regressed", u"snoozed", u"resolved", u"team", u"new", u"awaiting_approval"};
constexpr std::array exceptionActions{u"take", u"assign", u"release", u"note", u"snooze", u"wake", u"resolve", u"undo"};
constexpr std::array operationKinds{u"replay", u"verify"};
constexpr std::array operationStates{u"previewed", u"awaiting_approval", u"scheduled", u"running", u"paused",
    u"stopped", u"settled", u"cancelled", u"rejected"};
constexpr std::array itemStates{
    u"planned", u"claimed", u"confirmed", u"failed", u"in_doubt", u"skipped", u"conflict", u"cancelled"};
constexpr std::array operationControls{u"pause", u"resume", u"cancel"};

} // namespace

QString toText(ExceptionState state)
{
    return textAt(exceptionStates, state);
}

QString toText(ExceptionKind kind)
{
    return textAt(exceptionKinds, kind);
}

bool hasMessage(ExceptionKind kind)
{
    return kind != ExceptionKind::Overdue && kind != ExceptionKind::Reported;
}

QString toText(Severity severity)
{
    return textAt(severities, severity);
}

QString toText(ReplayClass replayClass)
{
    return textAt(replayClasses, replayClass);
}

QString toText(EffectClass effect)
{
    return textAt(effectClasses, effect);
}

QString toText(Resolution resolution)
{
    return textAt(resolutions, resolution);
}

QString toText(ExceptionQueue queue)
{
    return textAt(exceptionQueues, queue);
}

QString toText(ExceptionAction action)
{
    return textAt(exceptionActions, action);
}

QString toText(OperationKind kind)
{
    return textAt(operationKinds, kind);
}

QString toText(OperationState state)
{
    return textAt(operationStates, state);
}

QString toText(ItemState state)
{
    return textAt(itemStates, state);
}

QString toText(OperationControl control)
{
    return textAt(operationControls, control);
}

std::optional<ExceptionState> exceptionStateFromText(QStringView text)
{
    return valueOf<ExceptionState>(exceptionStates, text);
}

std::optional<ExceptionKind> exceptionKindFromText(QStringView text)
{
    return valueOf<ExceptionKind>(exceptionKinds, text);
}

std::optional<Severity> severityFromText(QStringView text)
{
    return valueOf<Severity>(severities, text);
}

std::optional<ReplayClass> replayClassFromText(QStringView text)
{
    return valueOf<ReplayClass>(replayClasses, text);
}

std::optional<EffectClass> effectClassFromText(QStringView text)
{
    return valueOf<EffectClass>(effectClasses, text);
}

std::optional<Resolution> resolutionFromText(QStringView text)
{
    return valueOf<Resolution>(resolutions, text);
}

std::optional<ExceptionQueue> exceptionQueueFromText(QStringView text)
{
    return valueOf<ExceptionQueue>(exceptionQueues, text);
}

std::optional<ExceptionAction> exceptionActionFromText(QStringView text)
{
    return valueOf<ExceptionAction>(exceptionActions, text);
}

std::optional<OperationKind> operationKindFromText(QStringView text)
{
    return valueOf<OperationKind>(operationKinds, text);
}

std::optional<OperationState> operationStateFromText(QStringView text)
{
    return valueOf<OperationState>(operationStates, text);
}

std::optional<ItemState> itemStateFromText(QStringView text)
{
    return valueOf<ItemState>(itemStates, text);
}

std::optional<OperationControl> operationControlFromText(QStringView text)
{
    return valueOf<OperationControl>(operationControls, text);
}
