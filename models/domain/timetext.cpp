// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timetext.h"

using namespace Qt::StringLiterals;

namespace {

QString timeFormat(const QLocale& locale, bool seconds)
{
    QString format = locale.timeFormat(QLocale::ShortFormat); // the long form carries the zone
    if (seconds && !format.contains("ss"_L1))
        format.replace("mm"_L1, "mm:ss"_L1);
    return format;
}

QString text(const QDateTime& moment, const QString& format, const QLocale& locale)
{
    return moment.isValid() ? locale.toString(moment.toLocalTime(), format) : QString();
}

} // namespace

QString dateFormat(const QLocale& locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return format;
}

QString dateText(const QDateTime& moment, const QLocale& locale)
{
    return text(moment, dateFormat(locale), locale);
}

QString minuteText(const QDateTime& moment, const QLocale& locale)
{
    return text(moment, dateFormat(locale) + u' ' + timeFormat(locale, false), locale);
}

QString secondText(const QDateTime& moment, const QLocale& locale)
{
    return text(moment, dateFormat(locale) + u' ' + timeFormat(locale, true), locale);
}
