// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>
#include <vector>

/// Open time counted minute by minute, by QTimeZone: slow, and as simple as the rule itself. A local time that a DST
/// change skips moves forward by what is skipped; of one that comes twice the first counts.
class ReferenceCalendar
{
public:
    /// Knows the minutes of [from, to).
    ReferenceCalendar(const BusinessCalendar& calendar, const QDate& from, const QDate& to);

    bool isOpen(const QDateTime& time) const;
    /// When `seconds` of open time after start have passed; nullopt outside of what it knows. Seconds are counted, not
    /// milliseconds: start is a whole second.
    std::optional<QDateTime> due(const QDateTime& start, qint64 seconds) const;

private:
    QDateTime toUtc(const QDate& day, int minutes) const;

    QTimeZone m_zone;
    qint64 m_first = 0; ///< minute since 1970
    std::vector<bool> m_open;
};
