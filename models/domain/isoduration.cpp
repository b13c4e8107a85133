// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/isoduration.h"

#include <limits>

namespace {

struct DurationUnit
{
    qint64 seconds;
    char16_t letter;
    bool time; ///< written after the T
};

constexpr DurationUnit durationUnits[]{
    {604800, u'W', false}, {86400, u'D', false}, {3600, u'H', true}, {60, u'M', true}, {1, u'S', true}};
constexpr qint64 limit = std::numeric_limits<qint64>::max();

/// Takes a run of digits off the front; nullopt when there is none or it is too large.
std::optional<qint64> takeNumber(QStringView& text)
{
    qint64 value = 0;
    qsizetype length = 0;
    for (; length < text.size() && text[length] >= u'0' && text[length] <= u'9'; ++length) {
        const qint64 digit = text[length].unicode() - u'0';
        if (value > (limit - digit) / 10)
            return std::nullopt;
        value = value * 10 + digit;
    }
    text = text.sliced(length);
    return length > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<qint64> secondsOfIsoDuration(QStringView text)
{
    if (!text.startsWith(u'P'))
        return std::nullopt;
    text = text.sliced(1);
    qint64 total = 0;
    bool inTime = false;
    bool any = false; // after P, and again after T, at least one part must come
    std::size_t next = 0; // units come largest first, each once
    while (!text.isEmpty()) {
        if (text.front() == u'T' && !inTime) {
            inTime = true;
            any = false;
            text = text.sliced(1);
            continue;
        }
        const auto number = takeNumber(text);
        if (!number || text.isEmpty())
            return std::nullopt;
        while (next < std::size(durationUnits)
            && (durationUnits[next].letter != text.front() || durationUnits[next].time != inTime))
            ++next;
        if (next == std::size(durationUnits) || *number > (limit - total) / durationUnits[next].seconds)
            return std::nullopt;
        total += *number * durationUnits[next].seconds;
        ++next;
        any = true;
        text = text.sliced(1);
    }
    return any ? std::optional(total) : std::nullopt;
}
