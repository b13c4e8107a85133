// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <QTimeZone>

#include <optional>

inline constexpr qint64 microsPerSecond = 1'000'000;

/// A moment as microseconds since 1970 in UTC: what a source names, without losing its digits.
struct SourceTime
{
    qint64 micros = 0;
    bool ambiguous = false; ///< the clocks were set back over it: the earlier of the two moments was taken
    bool skipped = false; ///< the clocks were set forward over it: the moment after was taken

    /// RFC 3339 in UTC, such as "2017-07-10T00:57:05Z"; a fraction only where there is one.
    QString toString() const;
};

/// Reads "2017-07-09 21:57:05", with 'T' or a blank, seconds and fraction optional, as wall-clock time of the zone.
/// A zone in the text is refused. Years 2000 to 2045, as the database takes them.
std::optional<SourceTime> parseLocalTime(QStringView text, const QTimeZone& zone);

/// Reads the same with a zone, which must be there: "Z", "+02", "+0200" or "+02:00".
std::optional<SourceTime> parseZonedTime(QStringView text);

/// Reads "2018-08-01" as the first, or with `endOfDay` as the last second of that day in the zone.
std::optional<SourceTime> parseSourceDate(QStringView text, const QTimeZone& zone, bool endOfDay);

/// The moment at which the clocks of the zone showed this wall-clock time (given as if it were UTC).
SourceTime fromWallClock(qint64 wallMicros, const QTimeZone& zone);
