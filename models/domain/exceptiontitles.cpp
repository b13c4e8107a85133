// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/exceptiontitles.h"

#include "models/domain/exceptionnames.h"
#include "models/domain/statetitles.h"
#include "models/domain/titletables.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace TitleTables;

namespace {

// The tables of states are in the order of their enums.
constexpr std::array<Text, 5> exceptionStates{{
    QT_TRANSLATE_NOOP3("ExceptionState", "Open", "state of a problem: nobody works on it"),
    QT_TRANSLATE_NOOP3("ExceptionState", "Assigned", "state of a problem: somebody works on it"),
    QT_TRANSLATE_NOOP3("ExceptionState", "Snoozed", "state of a problem: put off until a time"),
    QT_TRANSLATE_NOOP3("ExceptionState", "Replaying", "state of a problem: its message is being sent again"),
    QT_TRANSLATE_NOOP3("ExceptionState", "Resolved", "state of a problem"),
}};
constexpr Text beingVerified = QT_TRANSLATE_NOOP3(
    "ExceptionState", "Being verified", "state of a problem: its target is asked whether it has the message");
constexpr std::array<Text, 6> exceptionKinds{{
    QT_TRANSLATE_NOOP3("ExceptionKind", "Not delivered", "kind of a problem"),
    QT_TRANSLATE_NOOP3("ExceptionKind", "In doubt", "kind of a problem: nobody knows whether it was taken"),
    QT_TRANSLATE_NOOP3("ExceptionKind", "Business rule", "kind of a problem: the target's rules refuse it"),
    QT_TRANSLATE_NOOP3("ExceptionKind", "Contract", "kind of a problem: not of the shape agreed on"),
    QT_TRANSLATE_NOOP3("ExceptionKind", "Overdue, no error", "kind of a problem: a step is not done in time"),
    QT_TRANSLATE_NOOP3(
        "ExceptionKind", "Failed elsewhere", "kind of a problem: another system has told that a step failed"),
}};
constexpr std::array<Text, 4> severities{{
    QT_TRANSLATE_NOOP3("Severity", "Critical", "how urgent a problem is"),
    QT_TRANSLATE_NOOP3("Severity", "High", "how urgent a problem is"),
    QT_TRANSLATE_NOOP3("Severity", "Normal", "how urgent a problem is"),
    QT_TRANSLATE_NOOP3("Severity", "Low", "how urgent a problem is"),
}};
constexpr std::array<Text, 8> replayClasses{{
    QT_TRANSLATE_NOOP3("ReplayClass", "Safe", "what a replay would do: it can be sent again without harm"),
    QT_TRANSLATE_NOOP3("ReplayClass", "Verify first", "what a replay would do: the target must be asked first"),
    QT_TRANSLATE_NOOP3("ReplayClass", "Would fail again", "what a replay would do"),
    QT_TRANSLATE_NOOP3("ReplayClass", "Done already", "what a replay would do: nothing, the effect is there"),
    QT_TRANSLATE_NOOP3("ReplayClass", "Not allowed", "what a replay would do: this person may not"),
    QT_TRANSLATE_NOOP3("ReplayClass", "Has not failed", "what a replay would do: nothing, it is on its way"),
    QT_TRANSLATE_NOOP3("ReplayClass", "By hand", "what a replay would do: a person must find out first"),
    QT_TRANSLATE_NOOP3("ReplayClass", "Cannot be asked", "the target offers no way to ask whether it has a message"),
}};
constexpr std::array<Text, 8> planTexts{{
    QT_TRANSLATE_NOOP3("Plan", "Sent again. Nothing of it reached the target, or the target knows it by its key.",
        "what a replay does with messages"),
    QT_TRANSLATE_NOOP3(
        "Plan", "The target is asked first; only what it does not have is sent.", "what a replay does with messages"),
    QT_TRANSLATE_NOOP3("Plan",
        "The target refused them and nothing has changed since. Left out unless you include them.",
        "what a replay does with messages"),
    QT_TRANSLATE_NOOP3(
        "Plan", "The target has them. Not sent; they can be resolved.", "what a replay does with messages"),
    QT_TRANSLATE_NOOP3("Plan", "You may not send these. Not sent.", "what a replay does with messages"),
    QT_TRANSLATE_NOOP3(
        "Plan", "On their way, or delivered since the list was read. Not sent.", "what a replay does with messages"),
    QT_TRANSLATE_NOOP3("Plan", "The target cannot be asked by machine: look there, then resolve them. Not sent.",
        "what a replay does with messages"),
    QT_TRANSLATE_NOOP3("Plan", "Their flow has no lookup: somebody has to look there.",
        "what becomes of messages that are asked about"),
}};
constexpr Text noMessage
    = QT_TRANSLATE_NOOP3("ReplayClass", "No message", "what a replay would do: nothing, no message of ours has failed");
constexpr Text canBeAsked
    = QT_TRANSLATE_NOOP3("ReplayClass", "Can be asked", "the target can say whether it has a message");
constexpr Text isAsked
    = QT_TRANSLATE_NOOP3("Plan", "The target is asked whether it has them. Nothing is sent, whatever it says.",
        "what becomes of messages that are asked about");
constexpr Text notAsked = QT_TRANSLATE_NOOP3("Plan", "You may not send or resolve these, so you may not ask either.",
    "what becomes of messages that are asked about");
constexpr Text notFailedNotAsked = QT_TRANSLATE_NOOP3(
    "Plan", "On their way, or delivered since the list was read.", "what becomes of messages that are asked about");
constexpr Text doneNotAsked = QT_TRANSLATE_NOOP3(
    "Plan", "Known to be there: they can be resolved.", "what becomes of messages that are asked about");
constexpr std::array<Text, 5> effectClasses{{
    QT_TRANSLATE_NOOP3("EffectClass", "Reads only", "what a message does at its target"),
    QT_TRANSLATE_NOOP3("EffectClass", "Creates or updates", "what a message does at its target"),
    QT_TRANSLATE_NOOP3("EffectClass", "Creates", "what a message does at its target"),
    QT_TRANSLATE_NOOP3("EffectClass", "Moves money", "what a message does at its target"),
    QT_TRANSLATE_NOOP3("EffectClass", "Makes a legal document", "what a message does at its target"),
}};
constexpr std::array<Text, 5> resolutions{{
    QT_TRANSLATE_NOOP3("Resolution", "Replayed", "why it is no problem any more: sent again and taken"),
    QT_TRANSLATE_NOOP3("Resolution", "Fixed in the target system", "why it is no problem any more"),
    QT_TRANSLATE_NOOP3(
        "Resolution", "Compensated", "why it is no problem any more: evened out, or what was done is taken back"),
    QT_TRANSLATE_NOOP3("Resolution", "The target has it already", "why it is no problem any more: a duplicate"),
    QT_TRANSLATE_NOOP3("Resolution", "Not needed any more", "why it is no problem any more"),
}};
constexpr std::array<Text, 9> operationStates{{
    QT_TRANSLATE_NOOP3("OperationState", "Planned", "state of a replay: previewed, not started"),
    QT_TRANSLATE_NOOP3("OperationState", "Awaiting approval", "state of a replay: somebody else has to agree"),
    QT_TRANSLATE_NOOP3("OperationState", "Scheduled", "state of a replay: it starts later"),
    QT_TRANSLATE_NOOP3("OperationState", "Running", "state of a replay"),
    QT_TRANSLATE_NOOP3("OperationState", "Paused", "state of a replay"),
    QT_TRANSLATE_NOOP3("OperationState", "Stopped", "state of a replay: by a rule, the same error came back too often"),
    QT_TRANSLATE_NOOP3("OperationState", "Finished", "state of a replay"),
    QT_TRANSLATE_NOOP3("OperationState", "Cancelled", "state of a replay"),
    QT_TRANSLATE_NOOP3("OperationState", "Rejected", "state of a replay: somebody else did not agree"),
}};
constexpr std::array<Text, 8> itemStates{{
    QT_TRANSLATE_NOOP3("ItemState", "Not started", "state of a message in a replay"),
    QT_TRANSLATE_NOOP3("ItemState", "Under way", "state of a message in a replay"),
    QT_TRANSLATE_NOOP3("ItemState", "Confirmed", "state of a message in a replay: the target has it"),
    QT_TRANSLATE_NOOP3("ItemState", "Failed", "state of a message in a replay"),
    QT_TRANSLATE_NOOP3("ItemState", "In doubt", "state of a message in a replay: nobody knows whether it was taken"),
    QT_TRANSLATE_NOOP3("ItemState", "Skipped", "state of a message in a replay"),
    QT_TRANSLATE_NOOP3(
        "ItemState", "Conflict", "state of a message in a replay: the target has something else under its key"),
    QT_TRANSLATE_NOOP3("ItemState", "Cancelled", "state of a message in a replay"),
}};
constexpr Text isFound = QT_TRANSLATE_NOOP3("ItemState", "Found", "what the target said of a message: it has it");
constexpr Text isAbsent
    = QT_TRANSLATE_NOOP3("ItemState", "Not there", "what the target said of a message: it does not have it");
constexpr Text isUnanswered
    = QT_TRANSLATE_NOOP3("ItemState", "No answer", "what the target said of a message: it could not be asked");
constexpr Text isUnasked = QT_TRANSLATE_NOOP3("ItemState", "Not asked", "state of a message that is to be asked about");
constexpr std::array<Text, 12> queues{{
    QT_TRANSLATE_NOOP3("ExceptionQueue", "Open", "list of problems"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "Mine", "list of problems that I own"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "Unassigned", "list of problems that nobody owns"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "In doubt", "list of problems: nobody knows whether they were taken"),
    QT_TRANSLATE_NOOP3(
        "ExceptionQueue", "Due within 1 h", "list of problems whose orders are about to be late, or are"),
    QT_TRANSLATE_NOOP3(
        "ExceptionQueue", "Late, no error", "list of problems: steps that are late without an error; short"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "Came back", "list of problems that had been resolved before"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "Snoozed", "list of problems that are put off"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "Resolved", "list of problems that are none any more"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "Team", "list of the problems of a team"),
    QT_TRANSLATE_NOOP3("ExceptionQueue", "New", "list of problems that nobody has acknowledged"),
    QT_TRANSLATE_NOOP3(
        "ExceptionQueue", "To approve", "list of problems that somebody wants to send again, if another agrees"),
}};
constexpr std::array<Text, 12> queueTexts{{
    QT_TRANSLATE_NOOP3("Queue", "Everything that needs somebody, except what is snoozed", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "What you have taken, or was assigned to you", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "Nobody works on these yet", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "Nobody knows whether the target took these", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "Their orders miss a target within the hour, or have missed it", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "Nothing failed, but what is owed has not come in time", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "The same cause had been resolved before", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "Put off; each comes back at its time", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "No problem any more, the newest first", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "What this team looks after", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "Nobody has acknowledged their cause yet", "what is in a list"),
    QT_TRANSLATE_NOOP3("Queue", "Part of an operation that waits for a second person's approval", "what is in a list"),
}};

constexpr std::array<Named, 10> errorClasses{{
    {"transient", QT_TRANSLATE_NOOP3("ErrorClass", "passing disturbance", "kind of error")},
    {"throttling", QT_TRANSLATE_NOOP3("ErrorClass", "too many requests", "kind of error")},
    {"auth", QT_TRANSLATE_NOOP3("ErrorClass", "access", "kind of error: password, token or right")},
    {"data", QT_TRANSLATE_NOOP3("ErrorClass", "data", "kind of error")},
    {"business_rule", QT_TRANSLATE_NOOP3("ErrorClass", "business rule", "kind of error")},
    {"duplicate", QT_TRANSLATE_NOOP3("ErrorClass", "duplicate", "kind of error")},
    {"contract", QT_TRANSLATE_NOOP3("ErrorClass", "contract", "kind of error: not of the shape agreed on")},
    {"contract_schema", QT_TRANSLATE_NOOP3("ErrorClass", "contract", "kind of error: not of the shape agreed on")},
    {"configuration", QT_TRANSLATE_NOOP3("ErrorClass", "configuration", "kind of error")},
    {"unclassified", QT_TRANSLATE_NOOP3("ErrorClass", "unknown kind", "kind of error that no rule knows")},
}};
constexpr std::array<Named, 3> errorEffects{{
    {"not_applied", QT_TRANSLATE_NOOP3("ErrorEffect", "None, the target did not take it", "effect of a failed try")},
    {"applied", QT_TRANSLATE_NOOP3("ErrorEffect", "The target took it", "effect of a failed try")},
    {"unknown", QT_TRANSLATE_NOOP3("ErrorEffect", "Unknown", "effect of a failed try")},
}};
constexpr std::array<Named, 5> tryOutcomes{{
    {"delivered", QT_TRANSLATE_NOOP3("Try", "Delivered", "outcome of one try to send")},
    {"found", QT_TRANSLATE_NOOP3("Try", "Found there", "outcome of asking the target: it has it")},
    {"absent", QT_TRANSLATE_NOOP3("Try", "Not there", "outcome of asking the target: it does not have it")},
    {"failed", QT_TRANSLATE_NOOP3("Try", "Failed", "outcome of one try to send")},
    {"lost", QT_TRANSLATE_NOOP3("Try", "No word back", "outcome of one try to send: the sender did not come back")},
}};
constexpr std::array<Named, 30> deeds{{
    {"take", QT_TRANSLATE_NOOP3("Deed", "Took it", "what somebody did")},
    {"assign", QT_TRANSLATE_NOOP3("Deed", "Assigned it", "what somebody did")},
    {"release", QT_TRANSLATE_NOOP3("Deed", "Gave it back", "what somebody did")},
    {"note", QT_TRANSLATE_NOOP3("Deed", "Wrote a note", "what somebody did")},
    {"snooze", QT_TRANSLATE_NOOP3("Deed", "Snoozed it", "what somebody did")},
    {"wake", QT_TRANSLATE_NOOP3("Deed", "Woke it up", "what somebody did")},
    {"resolve", QT_TRANSLATE_NOOP3("Deed", "Resolved it", "what somebody did")},
    {"acknowledge", QT_TRANSLATE_NOOP3("Deed", "Acknowledged it", "what somebody did")},
    {"investigate", QT_TRANSLATE_NOOP3("Deed", "Began to look into it", "what somebody did")},
    {"wait", QT_TRANSLATE_NOOP3("Deed", "Let it wait for somebody", "what somebody did")},
    {"archive", QT_TRANSLATE_NOOP3("Deed", "Archived it", "what somebody did")},
    {"reopen", QT_TRANSLATE_NOOP3("Deed", "Took it up again", "what somebody did")},
    {"watch", QT_TRANSLATE_NOOP3("Deed", "Watches it", "what somebody did")},
    {"unwatch", QT_TRANSLATE_NOOP3("Deed", "Stopped watching it", "what somebody did")},
    {"rename", QT_TRANSLATE_NOOP3("Deed", "Named it", "what somebody did")},
    {"merge", QT_TRANSLATE_NOOP3("Deed", "Merged it with others", "what somebody did")},
    {"split", QT_TRANSLATE_NOOP3("Deed", "Split it", "what somebody did")},
    {"undo_merge", QT_TRANSLATE_NOOP3("Deed", "Took the merge apart", "what somebody did")},
    {"undo_split", QT_TRANSLATE_NOOP3("Deed", "Took the split back", "what somebody did")},
    {"ask_approval", QT_TRANSLATE_NOOP3("Deed", "Asked for approval", "what somebody did")},
    {"approve", QT_TRANSLATE_NOOP3("Deed", "Approved it", "what somebody did")},
    {"reject", QT_TRANSLATE_NOOP3("Deed", "Rejected it", "what somebody did")},
    {"stop", QT_TRANSLATE_NOOP3("Deed", "Stopped it: too much failed", "what somebody did")},
    {"undo", QT_TRANSLATE_NOOP3("Deed", "Took back the last decision", "what somebody did")},
    {"replay", QT_TRANSLATE_NOOP3("Deed", "Sent it again", "what somebody did")},
    {"verify", QT_TRANSLATE_NOOP3("Deed", "Asked whether it is there", "what somebody did")},
    {"edit", QT_TRANSLATE_NOOP3("Deed", "Edited it", "what somebody did")},
    {"pause", QT_TRANSLATE_NOOP3("Deed", "Paused it", "what somebody did")},
    {"resume", QT_TRANSLATE_NOOP3("Deed", "Let it go on", "what somebody did")},
    {"cancel", QT_TRANSLATE_NOOP3("Deed", "Cancelled it", "what somebody did")},
}};

} // namespace

QString title(ExceptionState state)
{
    return stateTitle("ExceptionState", exceptionStates, state);
}
QString standingTitle(const Exception& exception)
{
    return exception.state == ExceptionState::Replaying && exception.asking
        ? translated("ExceptionState", beingVerified)
        : title(exception.state);
}
QString title(ExceptionKind kind)
{
    return stateTitle("ExceptionKind", exceptionKinds, kind);
}
QString title(Severity severity)
{
    return stateTitle("Severity", severities, severity);
}
QString title(ReplayClass replay)
{
    return stateTitle("ReplayClass", replayClasses, replay);
}
QString replayTitle(const Exception& exception)
{
    return hasMessage(exception.kind) ? title(exception.replayClass) : translated("ReplayClass", noMessage);
}
QString title(EffectClass effect)
{
    return stateTitle("EffectClass", effectClasses, effect);
}
QString title(Resolution resolution)
{
    return stateTitle("Resolution", resolutions, resolution);
}
QString title(OperationState state)
{
    return stateTitle("OperationState", operationStates, state);
}
QString title(ItemState state)
{
    return stateTitle("ItemState", itemStates, state);
}
QString title(ExceptionQueue queue)
{
    return stateTitle("ExceptionQueue", queues, queue);
}

QString planText(ReplayClass replay)
{
    return stateTitle("Plan", planTexts, replay);
}

QString title(ItemState state, OperationKind kind)
{
    const Text* text = nullptr;
    if (kind == OperationKind::Verify)
        text = state == ItemState::Confirmed ? &isFound
            : state == ItemState::Failed     ? &isAbsent
            : state == ItemState::InDoubt    ? &isUnanswered
            : state == ItemState::Planned    ? &isUnasked
                                             : nullptr;
    return text ? translated("ItemState", *text) : title(state);
}

QString title(ReplayClass replay, OperationKind kind)
{
    return kind == OperationKind::Verify && replay == ReplayClass::Verify ? translated("ReplayClass", canBeAsked)
                                                                          : title(replay);
}

QString planText(ReplayClass replay, OperationKind kind)
{
    const Text* text = nullptr;
    if (kind == OperationKind::Verify)
        text = replay == ReplayClass::Verify    ? &isAsked
            : replay == ReplayClass::NotAllowed ? &notAsked
            : replay == ReplayClass::NotFailed  ? &notFailedNotAsked
            : replay == ReplayClass::Done       ? &doneNotAsked
                                                : nullptr;
    return text ? translated("Plan", *text) : planText(replay);
}

QString queueText(ExceptionQueue queue)
{
    return stateTitle("Queue", queueTexts, queue);
}

QString errorClassTitle(const QString& errorClass)
{
    return lookUp("ErrorClass", errorClasses, errorClass, errorClass);
}

QString errorEffectTitle(const QString& effect)
{
    return lookUp("ErrorEffect", errorEffects, effect, {});
}

QString tryTitle(const QString& outcome)
{
    return lookUp("Try", tryOutcomes, outcome, {});
}

QString deedTitle(const QString& action)
{
    return lookUp("Deed", deeds, action, {});
}

QString hopText(const QString& sourceSystem, const QString& targetSystem)
{
    return systemTitle(sourceSystem) + u" \u2192 "_s + systemTitle(targetSystem);
}
