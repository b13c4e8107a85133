// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

/// Seconds of "90s", "15m", "2h", "3d", "1w" or of several, the largest first: "1d12h". nullopt for anything else.
std::optional<qint64> filterDuration(const QString& text);
/// The shortest such text: 129600 gives "1d12h".
QString filterDurationText(qint64 seconds);

/// What a time means: a day, month or year as its span in a zone; "now", "-24h" and a full timestamp as a moment.
struct FilterTime
{
    QDateTime from; ///< UTC
    QDateTime to; ///< UTC, exclusive; equal to from for a moment

    bool isMoment() const { return from == to; }
};
std::optional<FilterTime> filterTime(const QString& text, const QDateTime& now, const QTimeZone& zone);
/// A moment in UTC as filterTime() reads it.
QString filterTimeText(const QDateTime& time);

/// Whether it is a decimal such as "-99.90", of a length that no amount exceeds.
bool isFilterDecimal(const QString& text);

/// Whether it is a whole number that a count, a status or an id could have.
bool isFilterNumber(const QString& text);

/// -1, 0, 1 as the first decimal is less than, equal to or more than the second.
int compareDecimals(const QString& a, const QString& b);
