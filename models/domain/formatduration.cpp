// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/formatduration.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct UnitText
{
    const char* text;
    const char* note;
};

struct Unit
{
    quint64 seconds;
    UnitText text;
};

constexpr quint64 daySeconds = 86400;
constexpr quint64 daysOnlyFrom = 30 * daySeconds;
constexpr std::array<Unit, 4> units{{
    {daySeconds, QT_TRANSLATE_NOOP3("Duration", "%1 d", "days, short")},
    {3600, QT_TRANSLATE_NOOP3("Duration", "%1 h", "hours, short")},
    {60, QT_TRANSLATE_NOOP3("Duration", "%1 min", "minutes, short")},
    {1, QT_TRANSLATE_NOOP3("Duration", "%1 s", "seconds, short")},
}};

QString inUnit(quint64 count, const Unit& unit, const QLocale& locale)
{
    return QCoreApplication::translate("Duration", unit.text.text, unit.text.note).arg(locale.toString(count));
}

} // namespace

QString formatDuration(qint64 seconds, const QLocale& locale, int unitCount)
{
    quint64 rest = seconds < 0 ? quint64{0} - static_cast<quint64>(seconds) : static_cast<quint64>(seconds);
    std::size_t first = 0;
    while (first + 1 < units.size() && rest < units[first].seconds)
        ++first;
    std::size_t last = first + static_cast<std::size_t>(std::max(unitCount, 1));
    if (rest >= daysOnlyFrom)
        last = first + 1;

    QString text = inUnit(rest / units[first].seconds, units[first], locale);
    rest %= units[first].seconds;
    for (std::size_t i = first + 1; i < std::min(last, units.size()); ++i) {
        if (rest >= units[i].seconds) // a protected space keeps "3 h 12 min" on one line
            text += QChar(QChar::Nbsp) + inUnit(rest / units[i].seconds, units[i], locale);
        rest %= units[i].seconds;
    }
    return text.replace(u' ', QChar(QChar::Nbsp));
}

QString formatAge(const QDateTime& then, const QDateTime& now, const QLocale& locale)
{
    if (!then.isValid() || !now.isValid())
        return {};
    constexpr qint64 momentSeconds = 5; // clocks of two machines differ by about that much
    const qint64 age = then.secsTo(now);
    if (qAbs(age) < momentSeconds)
        return QCoreApplication::translate("Duration", "just now", "age of something");
    const QString span = formatDuration(age, locale, 1);
    return age > 0
        ? QCoreApplication::translate("Duration", "%1 ago", "age of something, %1 is such as 3 min").arg(span)
        : QCoreApplication::translate("Duration", "in %1", "time until something, %1 is such as 3 min").arg(span);
}
