// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/exceptionsentence.h"

#include "models/domain/exceptionnames.h"
#include "models/domain/exceptiontitles.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char* text, int count = -1)
{
    return QCoreApplication::translate("ExceptionSentence", text, nullptr, count);
}

QString withoutDot(QString text)
{
    text = text.trimmed();
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString whatHappened(const Exception& exception)
{
    const QString target = systemTitle(exception.targetSystem);
    if (exception.kind == ExceptionKind::Overdue) {
        const QString text = sentence(
            QT_TRANSLATE_NOOP("ExceptionSentence", "%1 should have been done by now, and nothing has failed."));
        const QString whom = sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 owes it: ask there."));
        return text.arg(stepTitle(exception.step))
            + (exception.targetSystem.isEmpty() ? QString() : u' ' + whom.arg(target));
    }
    const QString error = withoutDot(problemText(exception));
    if (exception.kind == ExceptionKind::Reported)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence",
                            "%1 told that this failed there: %2. It is no message of ours: have it put right there."))
            .arg(exception.targetSystem.isEmpty() ? stepTitle(exception.step) : target, error);
    const QString kind = errorClassTitle(exception.errorClass);
    const QString& name = exception.errorClass;
    if (exception.kind == ExceptionKind::InDoubt)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "Nobody knows whether %1 took it: %2 (%3)."))
            .arg(target, error, kind);
    if (name == "auth"_L1)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 did not let us in: %2 (%3)."))
            .arg(target, error, kind);
    if (name == "throttling"_L1)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 had too much to do: %2 (%3)."))
            .arg(target, error, kind);
    if (name == "transient"_L1)
        return sentence(
            QT_TRANSLATE_NOOP("ExceptionSentence", "%1 could not be reached, or could not answer: %2 (%3)."))
            .arg(target, error, kind);
    if (name == "configuration"_L1)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "The way to %1 is not set up right: %2 (%3)."))
            .arg(target, error, kind);
    return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 refused it: %2 (%3).")).arg(target, error, kind);
}

QString whatAReplayDoes(const Exception& exception)
{
    if (exception.state == ExceptionState::Replaying && exception.asking)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 is being asked right now whether it has it."))
            .arg(systemTitle(exception.targetSystem));
    if (exception.state == ExceptionState::Replaying)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "It is being sent again right now."));
    switch (exception.replayClass) {
    case ReplayClass::Safe:
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "A replay is safe."));
    case ReplayClass::Verify:
        return sentence(
            QT_TRANSLATE_NOOP("ExceptionSentence", "A replay asks %1 first and sends only what is not there."))
            .arg(systemTitle(exception.targetSystem));
    case ReplayClass::WillFail:
        return sentence(
            QT_TRANSLATE_NOOP("ExceptionSentence", "A replay would fail again: edit it or fix the cause first."));
    case ReplayClass::Done:
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "The effect is there already: it can be resolved."));
    case ReplayClass::NotAllowed:
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "You may not send it again."));
    case ReplayClass::NotFailed:
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "It has not failed, or does not any more."));
    case ReplayClass::ByHand:
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence",
                            "%1 cannot be asked by machine: look there whether it arrived, then resolve it."))
            .arg(systemTitle(exception.targetSystem));
    case ReplayClass::NoLookup:
        break; // said of questions only
    }
    return {};
}

} // namespace

QString problemText(const Exception& exception)
{
    if (exception.kind == ExceptionKind::Overdue)
        return exception.targetSystem.isEmpty()
            ? sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 is late")).arg(stepTitle(exception.step))
            : sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 awaited from %2"))
                  .arg(stepTitle(exception.step), systemTitle(exception.targetSystem));
    const QString line = exception.errorText.section(u'\n', 0, 0, QString::SectionSkipEmpty).trimmed();
    if (!line.isEmpty())
        return systemReason(line);
    if (exception.kind == ExceptionKind::Reported)
        return sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 failed")).arg(stepTitle(exception.step));
    const QString kind = errorClassTitle(exception.errorClass);
    return exception.errorCode.isEmpty() ? kind : exception.errorCode;
}

QString exceptionSentence(const Exception& exception)
{
    QStringList sentences{whatHappened(exception)};
    if (exception.attempts > 0)
        sentences.append(sentence(QT_TRANSLATE_N_NOOP("ExceptionSentence", "Sent %n time(s)."), exception.attempts));
    if (exception.state != ExceptionState::Resolved && exception.absentAt.isValid())
        sentences.append(
            //: A system, date and time
            sentence(QT_TRANSLATE_NOOP("ExceptionSentence", "%1 said on %2 that it does not have it."))
                .arg(systemTitle(exception.targetSystem), minuteText(exception.absentAt, QLocale())));
    if (exception.state != ExceptionState::Resolved && hasMessage(exception.kind))
        sentences.append(whatAReplayDoes(exception));
    return sentences.join(u' ');
}
