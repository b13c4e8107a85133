// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/triageaction.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/systemreason.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// An English name and its note for translators.
struct ActionName
{
    const char* text;
    const char* note;
};

QString named(const ActionName& name)
{
    return QCoreApplication::translate("TriageAction", name.text, name.note);
}

QString phrase(const char* text)
{
    return QCoreApplication::translate("TriageAction", text);
}

/// "that takes the role x" becomes "That takes the role x."
QString asSentence(QString text)
{
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

bool mayDecide(const QStringList& roles)
{
    return roles.isEmpty() || roles.contains(u"support"_s) || roles.contains(u"finance"_s)
        || roles.contains(u"admin"_s);
}

/// The reason that all of them share, or nothing when one of them has none.
template<typename Reason>
QString commonReason(const QList<Exception>& exceptions, Reason reason)
{
    QString first;
    for (const Exception& exception : exceptions) {
        const QString why = reason(exception);
        if (why.isEmpty())
            return {};
        if (first.isEmpty())
            first = why;
    }
    return first;
}

QString obstacleOf(TriageAction action, const Exception& exception)
{
    if (action == TriageAction::Note)
        return {};
    if (exception.state == ExceptionState::Resolved)
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "It is resolved already."));
    if (exception.state == ExceptionState::Replaying && action != TriageAction::Take && action != TriageAction::Assign)
        return exception.asking
            ? phrase(QT_TRANSLATE_NOOP("TriageAction", "The target is being asked about it right now."))
            : phrase(QT_TRANSLATE_NOOP("TriageAction", "It is being sent again right now."));
    if (action == TriageAction::Wake && exception.state != ExceptionState::Snoozed)
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "It is not snoozed."));
    if (action == TriageAction::Verify && exception.transactionId == 0)
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Nothing was sent here that the target could have."));
    if (action == TriageAction::Verify && !exception.lookup)
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "The target cannot be asked: this flow has no lookup."));
    if (action == TriageAction::Replay || action == TriageAction::Resolve || action == TriageAction::Verify)
        return asSentence(systemReason(exception.mayNotReplay));
    return {};
}

} // namespace

QString actionTitle(TriageAction action)
{
    switch (action) {
    case TriageAction::Take:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Take", "button: a problem becomes mine"));
    case TriageAction::Assign:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Assign", "button"));
    case TriageAction::Note:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Note", "button: write a note"));
    case TriageAction::Snooze:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Snooze", "button: put off"));
    case TriageAction::Wake:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Wake up", "button: no longer put off"));
    case TriageAction::Resolve:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Resolve", "button"));
    case TriageAction::Replay:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Replay", "button: plan to send again"));
    case TriageAction::Verify:
        return named(QT_TRANSLATE_NOOP3("TriageAction", "Verify", "button: ask the target whether it is there"));
    }
    return {};
}

QString actionText(TriageAction action)
{
    switch (action) {
    case TriageAction::Take:
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Make it yours"));
    case TriageAction::Assign:
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Give it to somebody, or back to the team"));
    case TriageAction::Note:
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Write down what you found out"));
    case TriageAction::Snooze:
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Put it off; it comes back by itself"));
    case TriageAction::Wake:
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Back into the open list now"));
    case TriageAction::Resolve:
        return phrase(
            QT_TRANSLATE_NOOP("TriageAction", "It is no problem any more: say why. It will not be sent again."));
    case TriageAction::Replay:
        return phrase(
            QT_TRANSLATE_NOOP("TriageAction", "Plan to send it again. Nothing is sent before you start the plan."));
    case TriageAction::Verify:
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Ask the target whether it has it. Nothing is sent."));
    }
    return {};
}

QString roleObstacle(const QStringList& roles)
{
    if (roles.contains(u"bundle"_s))
        return asSentence(systemReason(u"this is an incident bundle: it can only be read"_s));
    return mayDecide(roles) ? QString() : asSentence(systemReason(u"that takes the role signalbox_support"_s));
}

QString writerObstacle(const QStringList& roles)
{
    if (roles.isEmpty() || roles.contains(u"support"_s) || roles.contains(u"admin"_s))
        return {};
    return asSentence(systemReason(roles.contains(u"bundle"_s) ? u"this is an incident bundle: it can only be read"_s
                                                               : u"that takes the role signalbox_support"_s));
}

QString actionObstacle(TriageAction action, const TriageChoice& choice)
{
    if (choice.exceptions.isEmpty())
        return phrase(QT_TRANSLATE_NOOP("TriageAction", "Choose a problem first."));
    const bool plans = action == TriageAction::Replay || action == TriageAction::Verify;
    if (choice.roles.contains(u"bundle"_s) || (action != TriageAction::Note && !plans)) {
        if (QString why = roleObstacle(choice.roles); !why.isEmpty())
            return why;
    }
    if (choice.everyMatch && action != TriageAction::Replay)
        return {}; // what is listed does not tell of the others: the plan or the answer does
    return commonReason(
        choice.exceptions, [action](const Exception& exception) { return obstacleOf(action, exception); });
}
