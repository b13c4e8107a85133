// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/handoverwords.h"

#include "models/domain/exceptiontitles.h"
#include "models/domain/formatduration.h"
#include "models/domain/timetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 400; // of what people and systems write; the rest is in the console

/// Without seconds, whatever the locale has.
QString minuteFormat(const QLocale& locale)
{
    return locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s);
}

} // namespace

QString HandoverWords::moment(const QDateTime& time) const
{
    if (!time.isValid())
        return {};
    return m_locale.toString(time.toTimeZone(m_zone), QString(dateFormat(m_locale) + u' ' + minuteFormat(m_locale)));
}

QString HandoverWords::money(const QList<Money>& values) const
{
    QStringList texts;
    for (const Money& value : values)
        texts.append(formatMoney(value, m_locale));
    return texts.join(u'\n');
}

QString HandoverWords::timeLeftText(const QDateTime& dueAt) const
{
    if (!dueAt.isValid())
        return tr("no target", "how much time is left: there is no time by which it has to be done");
    const qint64 left = m_handover.asOf.secsTo(dueAt);
    return left < 0 ? tr("%1 late", "a duration").arg(formatDuration(-left, m_locale))
                    : tr("in %1", "a duration").arg(formatDuration(left, m_locale));
}

QString HandoverWords::cut(QString text)
{
    text = withoutAddresses(text.trimmed());
    if (text.size() > longestText)
        text = text.first(longestText - 1).trimmed() + u'\u2026';
    return text;
}

QString HandoverWords::withoutAddresses(QString text)
{
    static const QRegularExpression address(
        u"([\\w])[\\w.%+-]*@([\\w-]+\\.?)"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(address, u"\\1***@\\2"_s);
}

QString HandoverWords::who(const QString& name) const
{
    return name.isEmpty() ? tr("nobody", "who owns a problem") : name;
}

/// The group's state, on whom it waits, and until when.
QString HandoverWords::standing(const ExceptionGroup& group) const
{
    ExceptionGroup shown = group;
    shown.waitingOn = cut(group.waitingOn);
    QString text = groupStanding(shown, moment(group.until), m_locale);
    if (group.escalated)
        text += u'\n' + tr("Back by itself: its time has come, or there are too many");
    return text;
}

QString HandoverWords::noteText(const Comment& note) const
{
    return note.author.isEmpty() ? QString()
                                 //: A note, who wrote it and when
                                 : u'\n' + tr("Note: %1 (%2, %3)").arg(cut(note.content), note.author, moment(note.at));
}

QString HandoverWords::countsText(const Operation& operation) const
{
    //: Messages of a replay; the five numbers add up to the last one
    return tr("%1 confirmed, %2 failed, %3 skipped, %4 in doubt, %5 not started; %6 in all")
        .arg(count(operation.confirmed), count(operation.failed), count(operation.skipped), count(operation.inDoubt),
            count(operation.notStarted), count(operation.total));
}

QString HandoverWords::leftOut(qint64 rows, const QString& where) const
{
    if (rows <= 0)
        return {};
    //: How many rows of a list the report does not have; where they are to be seen
    return tr("%1 more are left out here: %2").arg(count(rows), where);
}

QList<Money> HandoverWords::sum(QList<Money> sums, const QList<Money>& values)
{
    for (const Money& value : values) {
        const auto same = std::ranges::find(sums, value.currency, &Money::currency);
        if (same == sums.end())
            sums.append(value);
        else
            same->minor += value.minor;
    }
    return sums;
}

QString HandoverWords::hour(const QDateTime& time) const
{
    return m_locale.toString(time.toTimeZone(m_zone).time(), minuteFormat(m_locale));
}
