// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/referencecalendar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

int minutesOf(const QString& clock)
{
    return clock.section(u':', 0, 0).toInt() * 60 + clock.section(u':', 1, 1).toInt();
}

} // namespace

ReferenceCalendar::ReferenceCalendar(const BusinessCalendar& calendar, const QDate& from, const QDate& to)
    : m_zone(calendar.zone.toUtf8())
    , m_first(QDateTime(from, QTime(0, 0), Qt::UTC).toSecsSinceEpoch() / 60)
    , m_open(static_cast<std::size_t>(from.daysTo(to)) * 1440, false)
{
    for (QDate day = from.addDays(-2); day < to.addDays(2); day = day.addDays(1)) {
        QStringList hours = calendar.week.at(day.dayOfWeek() - 1);
        for (const BusinessCalendar::Exception& exception : calendar.exceptions) {
            if (exception.date == day.toString(Qt::ISODate))
                hours = exception.open;
        }
        for (const QString& span : hours) {
            const qint64 opens = toUtc(day, minutesOf(span.section(u'-', 0, 0))).toSecsSinceEpoch() / 60;
            const qint64 closes = toUtc(day, minutesOf(span.section(u'-', 1, 1))).toSecsSinceEpoch() / 60;
            for (qint64 minute = opens; minute < closes; ++minute) {
                const qint64 at = minute - m_first;
                if (at >= 0 && at < static_cast<qint64>(m_open.size()))
                    m_open[static_cast<std::size_t>(at)] = true;
            }
        }
    }
}

QDateTime ReferenceCalendar::toUtc(const QDate& day, int minutes) const
{
    const QDateTime local = QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(minutes * 60); // wall clock, spelt as UTC
    QList<QDateTime> candidates;
    const QList<int> offsets{m_zone.offsetFromUtc(local.addDays(-2)), m_zone.offsetFromUtc(local.addDays(2))};
    for (const int offset : offsets) {
        const QDateTime time = local.addSecs(-offset);
        if (m_zone.offsetFromUtc(time) == offset)
            candidates.append(time);
    }
    return candidates.isEmpty() ? local.addSecs(-offsets.constFirst())
                                : *std::min_element(candidates.cbegin(), candidates.cend());
}

bool ReferenceCalendar::isOpen(const QDateTime& time) const
{
    const qint64 at = time.toSecsSinceEpoch() / 60 - m_first;
    return at >= 0 && at < static_cast<qint64>(m_open.size()) && m_open[static_cast<std::size_t>(at)];
}

std::optional<QDateTime> ReferenceCalendar::due(const QDateTime& start, qint64 seconds) const
{
    const qint64 from = start.toSecsSinceEpoch();
    qint64 left = seconds;
    for (qint64 at = from / 60 - m_first; at >= 0 && at < static_cast<qint64>(m_open.size()); ++at) {
        if (!m_open[static_cast<std::size_t>(at)])
            continue;
        const qint64 begins = std::max(from, (m_first + at) * 60);
        const qint64 ends = (m_first + at + 1) * 60;
        if (left <= ends - begins)
            return QDateTime::fromSecsSinceEpoch(begins + left, Qt::UTC);
        left -= ends - begins;
    }
    return std::nullopt;
}
