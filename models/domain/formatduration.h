// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

/// A span as a person says it, in its largest units: "3 h 12 min", "9 min", "45 s", "2 d 4 h". What is left over is cut
/// off, a zero unit is not written, the sign is ignored; from 30 days on only days are said.
QString formatDuration(qint64 seconds, const QLocale& locale, int unitCount = 2);

/// How long ago, or in how long, in the largest unit: "just now", "3 min ago", "in 2 h". Empty for a null time.
QString formatAge(const QDateTime& then, const QDateTime& now, const QLocale& locale);
