// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/exceptiongroup.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/fingerprint.h"
#include "models/domain/nametable.h"
#include "models/domain/statetitles.h"
#include "models/domain/systemreason.h"
#include "models/domain/titletables.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace TitleTables;

namespace {

constexpr std::array groupStates{
    u"new", u"acknowledged", u"investigating", u"waiting", u"resolved", u"archived", u"regressed"};
constexpr std::array<Text, 7> groupStateTitles{{
    QT_TRANSLATE_NOOP3("GroupState", "New", "state of a group of problems"),
    QT_TRANSLATE_NOOP3("GroupState", "Acknowledged", "state of a group of problems: somebody knows of it"),
    QT_TRANSLATE_NOOP3("GroupState", "Investigating", "state of a group of problems"),
    QT_TRANSLATE_NOOP3("GroupState", "Waiting", "state of a group of problems: for somebody else"),
    QT_TRANSLATE_NOOP3("GroupState", "Resolved", "state of a group of problems"),
    QT_TRANSLATE_NOOP3("GroupState", "Archived", "state of a group of problems: put off"),
    QT_TRANSLATE_NOOP3("GroupState", "Came back", "state of a group of problems: after it had been resolved"),
}};
constexpr qint64 fixesThatTell = 3;
constexpr double shareThatTells = 0.8;

QString phrase(const char* text)
{
    return QCoreApplication::translate("ExceptionGroup", text);
}

/// "<number>" and the like are for machines.
QString inBusinessWords(QString message)
{
    static const QRegularExpression placeholder(u"\\s*<[a-z]+>"_s);
    message.replace(placeholder, u" \u2026"_s);
    return message.trimmed();
}

/// What a group is about, whether it was split off or not.
QString causeTitle(const ExceptionGroup& group)
{
    const bool reported = group.kind == ExceptionKind::Reported;
    const QString step = stepTitle(group.step);
    const QString flow = reported ? step : flowTitle(group.flow, group.flowTitle);
    if (group.kind == ExceptionKind::Overdue) {
        return group.targetSystem.isEmpty() ? phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "%1 is late")).arg(step)
                                            : phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "%1 awaited from %2"))
                                                  .arg(step, systemTitle(group.targetSystem));
    }
    const QString line = group.sample.section(u'\n', 0, 0, QString::SectionSkipEmpty).trimmed();
    QString problem = inBusinessWords(normalisedMessage(systemReason(line)));
    if (problem.isEmpty() && reported)
        return phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "%1 failed")).arg(step);
    if (problem.isEmpty())
        problem = group.errorCode.isEmpty() ? errorClassTitle(group.errorClass) : group.errorCode;
    return flow + u": "_s + problem;
}

QString title(const GroupPart& part)
{
    const char* text = part.field == "channel"_L1 ? QT_TRANSLATE_NOOP("ExceptionGroup", "channel %1")
        : part.field == "target"_L1               ? QT_TRANSLATE_NOOP("ExceptionGroup", "target %1")
        : part.field == "code"_L1                 ? QT_TRANSLATE_NOOP("ExceptionGroup", "code %1")
                                                  : QT_TRANSLATE_NOOP("ExceptionGroup", "text \u201c%1\u201d");
    return phrase(text).arg(part.value);
}

} // namespace

QString toText(GroupState state)
{
    return textAt(groupStates, state);
}

std::optional<GroupState> groupStateFromText(QStringView text)
{
    return valueOf<GroupState>(groupStates, text);
}

QString title(GroupState state)
{
    return stateTitle("GroupState", groupStateTitles, state);
}

QString groupStanding(const ExceptionGroup& group, const QString& until, const QLocale& locale)
{
    const bool timed = group.until.isValid();
    const QString most = group.most ? locale.toString(*group.most) : QString();
    if (group.state == GroupState::Waiting) {
        return timed
            ? phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "Waiting for %1 until %2")).arg(group.waitingOn, until)
            : phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "Waiting for %1")).arg(group.waitingOn);
    }
    if (group.state != GroupState::Archived)
        return title(group.state);
    if (timed && group.most)
        return phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "Archived until %1, or until more than %2 are open"))
            .arg(until, most);
    return timed ? phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "Archived until %1")).arg(until)
                 : phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "Archived until more than %1 are open")).arg(most);
}

std::optional<Resolution> knownFix(const ExceptionGroup& group)
{
    const QList<qint64> counts = group.resolved.values();
    const qint64 all = std::accumulate(counts.cbegin(), counts.cend(), qint64(0));
    for (auto at = group.resolved.cbegin(); at != group.resolved.cend(); ++at) {
        if (at.key() != Resolution::NotNeeded && at.value() >= fixesThatTell
            && double(at.value()) >= shareThatTells * double(all))
            return at.key();
    }
    return std::nullopt;
}

TimeLeft timeLeft(const QDateTime& dueAt, const QDateTime& now)
{
    if (!dueAt.isValid())
        return TimeLeft::Later;
    const qint64 seconds = now.secsTo(dueAt);
    return seconds < 0     ? TimeLeft::Overdue
        : seconds < 3600   ? TimeLeft::WithinAnHour
        : seconds < 14'400 ? TimeLeft::WithinFourHours
        : seconds < 86'400 ? TimeLeft::WithinADay
                           : TimeLeft::Later;
}

QString groupTitle(const ExceptionGroup& group)
{
    if (!group.title.isEmpty())
        return group.title;
    QStringList parts;
    for (const GroupPart& part : group.splitBy)
        parts.append(title(part));
    return parts.isEmpty() ? causeTitle(group) : u"%1 (%2)"_s.arg(causeTitle(group), parts.join(u", "_s));
}

QString whyGrouped(const ExceptionGroup& group)
{
    if (group.kind == ExceptionKind::Overdue)
        return phrase(QT_TRANSLATE_NOOP(
            "ExceptionGroup", "The same step, awaited from the same system, is late, and nothing has failed."));
    const QString message = normalisedMessage(group.sample);
    if (group.kind == ExceptionKind::Reported)
        return phrase(
            QT_TRANSLATE_NOOP("ExceptionGroup",
                "The same system told of the same step (%1) that it failed, with the same message but for what varies: %2"))
            .arg(stepTitle(group.step), message);
    const QString flow = flowTitle(group.flow, group.flowTitle);
    if (message.isEmpty())
        return phrase(QT_TRANSLATE_NOOP("ExceptionGroup", "The same flow (%1) and the same code (%2)."))
            .arg(flow, group.errorCode);
    if (group.errorCode.isEmpty())
        return phrase(
            QT_TRANSLATE_NOOP("ExceptionGroup", "The same flow (%1) and the same message but for what varies: %2"))
            .arg(flow, message);
    return phrase(
        QT_TRANSLATE_NOOP("ExceptionGroup", "The same flow (%1), code (%2) and message but for what varies: %3"))
        .arg(flow, group.errorCode, message);
}

QString groupOrderText()
{
    return phrase(QT_TRANSLATE_NOOP("ExceptionGroup",
        "First what has least time: overdue, due within an hour, four hours, a day, later. Then by share of the value "
        "at risk: a group's part of each currency's sum, added, so that no currency is converted. Then by count. An "
        "order with several problems counts with each of them."));
}
