// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/systemreason.h"

#include "models/domain/titletables.h"

#include <array>

using namespace Qt::StringLiterals;
using namespace TitleTables;

namespace {

// As resources/sql spells them: may_not, may_not_own, may_not_approve, change_exceptions, undo_exceptions,
// edit_obstacle, start_operation, release_of, settle_moot, settle_tries, recover_lost, finish, end_questions,
// change_tags, put_runbook.
constexpr std::array<Named, 71> reasons{{
    {"changed since you looked",
        QT_TRANSLATE_NOOP3("SystemReasons", "changed since you looked", "why nothing was done")},
    {"changed since preview", QT_TRANSLATE_NOOP3("SystemReasons", "changed since the plan", "why nothing was done")},
    {"resolved already", QT_TRANSLATE_NOOP3("SystemReasons", "resolved already", "why nothing was done")},
    {"being replayed", QT_TRANSLATE_NOOP3("SystemReasons", "being replayed, or asked about", "why nothing was done")},
    {"there is nothing of yours to undo",
        QT_TRANSLATE_NOOP3("SystemReasons", "there is nothing of yours to undo", "why nothing was done")},
    {"what was compensated stays so",
        QT_TRANSLATE_NOOP3("SystemReasons", "what was compensated stays so", "why nothing was done")},
    {"later messages of the order were sent since",
        QT_TRANSLATE_NOOP3("SystemReasons", "later messages of the order were sent since", "why nothing was done")},
    {"there is another problem of the same step",
        QT_TRANSLATE_NOOP3("SystemReasons", "there is another problem of the same step", "why nothing was done")},
    {"somebody else shares a view of this name",
        QT_TRANSLATE_NOOP3("SystemReasons", "somebody else shares a view of this name", "why nothing was done")},
    {"there is no such view of yours",
        QT_TRANSLATE_NOOP3("SystemReasons", "there is no such view of yours", "why nothing was done")},
    {"only a shared view can be where a role begins",
        QT_TRANSLATE_NOOP3("SystemReasons", "only a shared view can be where a role begins", "why nothing was done")},
    {"not snoozed", QT_TRANSLATE_NOOP3("SystemReasons", "not snoozed", "why nothing was done")},
    {"there is no such exception", QT_TRANSLATE_NOOP3("SystemReasons", "not there any more", "why nothing was done")},
    {"done already", QT_TRANSLATE_NOOP3("SystemReasons", "done already", "why nothing was done")},
    {"not needed any more", QT_TRANSLATE_NOOP3("SystemReasons", "not needed any more", "why nothing was done")},
    {"not allowed", QT_TRANSLATE_NOOP3("SystemReasons", "not allowed", "why nothing was done")},
    {"has not failed", QT_TRANSLATE_NOOP3("SystemReasons", "has not failed", "why nothing was done")},
    {"to be verified by hand", QT_TRANSLATE_NOOP3("SystemReasons", "to be verified by hand", "why nothing was done")},
    {"would fail again", QT_TRANSLATE_NOOP3("SystemReasons", "would fail again", "why nothing was done")},
    {"its flow cannot ask the target",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "its flow has no lookup: the target cannot be asked", "why nothing was done")},
    {"the target does not have it",
        QT_TRANSLATE_NOOP3("SystemReasons", "the target does not have it", "what came of asking")},
    {"the target could not be asked in time",
        QT_TRANSLATE_NOOP3("SystemReasons", "the target could not be asked in time", "what came of asking")},
    {"left out", QT_TRANSLATE_NOOP3("SystemReasons", "left out", "why nothing was done")},
    {"an earlier message of the order has failed",
        QT_TRANSLATE_NOOP3("SystemReasons", "an earlier message of the order has failed", "why nothing was done")},
    {"nobody approved it in time",
        QT_TRANSLATE_NOOP3("SystemReasons", "nobody approved it in time", "why nothing was done")},
    {"it is approved by somebody else than who asked for it",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "it is approved by somebody else than who asked for it", "why nothing was done")},
    {"the request for approval has expired",
        QT_TRANSLATE_NOOP3("SystemReasons", "the request for approval has expired", "why nothing was done")},
    {"held until the target can be asked",
        QT_TRANSLATE_NOOP3("SystemReasons", "held until the target can be asked", "why nothing was done")},
    {"that takes the role signalbox_support",
        QT_TRANSLATE_NOOP3("SystemReasons", "that takes the role signalbox_support", "why nothing was done")},
    {"searching payloads takes the role signalbox_support",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "searching payloads takes the role signalbox_support", "why nothing was done")},
    {"that takes the role signalbox_viewer",
        QT_TRANSLATE_NOOP3("SystemReasons", "that takes the role signalbox_viewer", "why nothing was done")},
    {"this flow moves money or makes legal documents: that takes the role signalbox_finance",
        QT_TRANSLATE_NOOP3("SystemReasons",
            "this flow moves money or makes legal documents: that takes the role signalbox_finance",
            "why nothing was done")},
    {"there is no such message",
        QT_TRANSLATE_NOOP3("SystemReasons", "there is no such message", "why nothing was done")},
    {"whether it arrived is not known: verify it first",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "whether it arrived is not known: verify it first", "why nothing was done")},
    {"the content is too large to be edited",
        QT_TRANSLATE_NOOP3("SystemReasons", "the content is too large to be edited", "why nothing was done")},
    {"nothing is changed", QT_TRANSLATE_NOOP3("SystemReasons", "nothing is changed", "why nothing was done")},
    {"more than 1000 changes at once",
        QT_TRANSLATE_NOOP3("SystemReasons", "more than 1000 changes at once", "why nothing was done")},
    {"the content is no JSON", QT_TRANSLATE_NOOP3("SystemReasons", "the content is no JSON", "why nothing was done")},
    {"more is changed than was said",
        QT_TRANSLATE_NOOP3("SystemReasons", "more is changed than was said", "why nothing was done")},
    {"a key comes twice in what is new",
        QT_TRANSLATE_NOOP3("SystemReasons", "a key comes twice in what is new", "why nothing was done")},
    {"it was edited too often", QT_TRANSLATE_NOOP3("SystemReasons", "it was edited too often", "why nothing was done")},
    {"that takes the role signalbox_admin",
        QT_TRANSLATE_NOOP3("SystemReasons", "that takes the role signalbox_admin", "why nothing was done")},
    {"a field is changed that may not be edited: that takes the role signalbox_admin",
        QT_TRANSLATE_NOOP3("SystemReasons",
            "a field is changed that may not be edited: that takes the role signalbox_admin", "why nothing was done")},
    {"the target took it", QT_TRANSLATE_NOOP3("SystemReasons", "the target took it", "why a problem is none any more")},
    {"the target had it already",
        QT_TRANSLATE_NOOP3("SystemReasons", "the target had it already", "why a problem is none any more")},
    {"another event shows that it is done",
        QT_TRANSLATE_NOOP3("SystemReasons", "another event shows that it is done", "why a problem is none any more")},
    {"the order does not need it any more",
        QT_TRANSLATE_NOOP3("SystemReasons", "the order does not need it any more", "why a problem is none any more")},
    {"given up as its flow says: what was done before is taken back",
        QT_TRANSLATE_NOOP3("SystemReasons", "given up as its flow says: what was done before is taken back",
            "why a problem is none any more")},
    {"nothing has failed: there is no message to send again",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "nothing has failed: there is no message to send again", "why nothing was done")},
    {"there is no message to take back",
        QT_TRANSLATE_NOOP3("SystemReasons", "there is no message to take back", "why nothing was done")},
    {"there is no such group", QT_TRANSLATE_NOOP3("SystemReasons", "there is no such group", "why nothing was done")},
    {"merged into another group",
        QT_TRANSLATE_NOOP3("SystemReasons", "merged into another group", "why nothing was done")},
    {"it is open", QT_TRANSLATE_NOOP3("SystemReasons", "it is not put off", "why nothing was done")},
    {"what was awaited came",
        QT_TRANSLATE_NOOP3("SystemReasons", "what was awaited came", "why a problem is none any more")},
    {"it was done after all",
        QT_TRANSLATE_NOOP3("SystemReasons", "it was done after all", "why a problem is none any more")},
    {"it is not said to have failed any more",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "it is not said to have failed any more", "why a problem is none any more")},
    {"it is due later now",
        QT_TRANSLATE_NOOP3("SystemReasons", "it is due later now", "why a problem is none any more")},
    {"it failed: no longer awaited",
        QT_TRANSLATE_NOOP3("SystemReasons", "it failed: no longer awaited", "why a problem is none any more")},
    {"there is an error now, with an exception of its own",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "there is an error now, with an exception of its own", "why a problem is none any more")},
    {"this is an incident bundle: it can only be read",
        QT_TRANSLATE_NOOP3("SystemReasons", "this is an incident bundle: it can only be read", "why nothing was done")},
    {"an incident bundle has a part of the audit trail only: it cannot be verified",
        QT_TRANSLATE_NOOP3("SystemReasons",
            "an incident bundle has a part of the audit trail only: it cannot be verified", "why nothing was done")},
    {"there is no such order", QT_TRANSLATE_NOOP3("SystemReasons", "there is no such order", "why nothing was done")},
    {"an order has 20 tags at most",
        QT_TRANSLATE_NOOP3("SystemReasons", "an order has 20 tags at most", "why nothing was done")},
    {"no tag is named", QT_TRANSLATE_NOOP3("SystemReasons", "no tag is named", "why nothing was done")},
    {"the same tag is to be added and removed",
        QT_TRANSLATE_NOOP3("SystemReasons", "the same tag is to be added and removed", "why nothing was done")},
    {"a tag has up to 40 letters, digits, hyphens, underscores and points",
        QT_TRANSLATE_NOOP3("SystemReasons", "a tag has up to 40 letters, digits, hyphens, underscores and points",
            "why nothing was done")},
    {"more than 10000 orders at once",
        QT_TRANSLATE_NOOP3("SystemReasons", "more than 10000 orders at once", "why nothing was done")},
    {"there is no such runbook",
        QT_TRANSLATE_NOOP3("SystemReasons", "there is no such runbook", "why nothing was done")},
    {"there is a runbook for exactly these problems already",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "there is a runbook for exactly these problems already", "why nothing was done")},
    {"a runbook needs a title, a kind of error and what to do",
        QT_TRANSLATE_NOOP3(
            "SystemReasons", "a runbook needs a title, a kind of error and what to do", "why nothing was done")},
    {"the relay did not come back in time",
        QT_TRANSLATE_NOOP3("SystemReasons", "the relay did not come back in time", "error of a try to send")},
}};

constexpr auto found = "the target had it already: "_L1; ///< before the reference of a document
constexpr auto stranger = "there is neither a person nor a team "_L1; ///< before a name in quotes

} // namespace

QString systemReason(const QString& reason)
{
    if (reason.startsWith(found))
        return QCoreApplication::translate("SystemReasons", "the target had it already: %1", "reference of a document")
            .arg(reason.sliced(found.size()));
    if (reason.startsWith(stranger))
        return QCoreApplication::translate(
            "SystemReasons", "there is neither a person nor a team %1", "a name in quotes")
            .arg(reason.sliced(stranger.size()));
    return reason.isEmpty() ? reason : lookUp("SystemReasons", reasons, reason, reason);
}
