// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

// How a moment is written: in the person's own time zone, by the locale, with four digits of the year. Null gives "".
QString dateFormat(const QLocale& locale); ///< of QLocale::toString
QString dateText(const QDateTime& moment, const QLocale& locale);
QString minuteText(const QDateTime& moment, const QLocale& locale); ///< date and time to the minute
QString secondText(const QDateTime& moment, const QLocale& locale); ///< date and time to the second
