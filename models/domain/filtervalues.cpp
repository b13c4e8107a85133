// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filtervalues.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

struct SpanUnit
{
    char16_t letter;
    qint64 seconds;
};

constexpr std::array<SpanUnit, 5> spanUnits{{{u'w', 604800}, {u'd', 86400}, {u'h', 3600}, {u'm', 60}, {u's', 1}}};
constexpr qint64 longestDuration = 1000 * qint64{366} * 86400; // what PostgreSQL and dates can add without trouble
constexpr int firstYear = 1900;
constexpr int lastYear = 9998;

std::optional<FilterTime> moment(const QDateTime& time)
{
    if (!time.isValid() || time.date().year() < firstYear - 1
        || time.date().year() > lastYear + 1) // ends of those years in any zone
        return std::nullopt;
    return FilterTime{time.toUTC(), time.toUTC()};
}

std::optional<FilterTime> days(const QDate& first, const QDate& behind, const QTimeZone& zone)
{
    if (!first.isValid() || first.year() < firstYear || first.year() > lastYear)
        return std::nullopt;
    // startOfDay knows the zones whose clocks jump over midnight
    return FilterTime{first.startOfDay(zone).toUTC(), behind.startOfDay(zone).toUTC()};
}

std::optional<FilterTime> namedDay(const QString& text, const QDate& today, const QTimeZone& zone)
{
    const QStringList names{u"yesterday"_s, u"today"_s, u"tomorrow"_s};
    const auto place = names.indexOf(text.toLower());
    if (place < 0)
        return std::nullopt;
    const QDate day = today.addDays(place - 1);
    return days(day, day.addDays(1), zone);
}

std::optional<FilterTime> calendarSpan(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression form(u"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    if (match.captured(2).isEmpty())
        return days(QDate(year, 1, 1), QDate(year + 1, 1, 1), zone);
    const int month = match.captured(2).toInt();
    if (match.captured(3).isEmpty())
        return days(QDate(year, month, 1), QDate(year, month, 1).addMonths(1), zone);
    const QDate day(year, month, match.captured(3).toInt());
    return days(day, day.addDays(1), zone);
}

std::optional<FilterTime> timestamp(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression form(
        u"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2})?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime time = QDateTime::fromString(text.toUpper(), Qt::ISODateWithMs);
    if (match.captured(1).isEmpty() && time.isValid()) // without a zone of its own it is a time of the reader's
        time = QDateTime(time.date(), time.time(), zone);
    return moment(time);
}

std::optional<FilterTime> relative(const QString& text, const QDateTime& now)
{
    if (text.toLower() == "now"_L1)
        return moment(now);
    if (!text.startsWith(u'-') && !text.startsWith(u'+'))
        return std::nullopt;
    const auto seconds = filterDuration(text.sliced(1));
    return seconds ? moment(now.addSecs(text.startsWith(u'-') ? -*seconds : *seconds)) : std::nullopt;
}

/// Sign, whole part without leading zeros, fraction without trailing zeros.
struct Decimal
{
    explicit Decimal(QString text)
    {
        negative = text.startsWith(u'-');
        if (negative)
            text.remove(0, 1);
        whole = text.section(u'.', 0, 0);
        fraction = text.section(u'.', 1);
        while (whole.size() > 1 && whole.startsWith(u'0'))
            whole.remove(0, 1);
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        if (whole == "0"_L1 && fraction.isEmpty())
            negative = false;
    }

    int compareMagnitude(const Decimal& other) const
    {
        if (whole.size() != other.whole.size())
            return whole.size() < other.whole.size() ? -1 : 1;
        const int order = whole == other.whole ? fraction.compare(other.fraction) : whole.compare(other.whole);
        return std::clamp(order, -1, 1);
    }

    bool negative = false;
    QString whole;
    QString fraction;
};

} // namespace

std::optional<qint64> filterDuration(const QString& text)
{
    qint64 total = 0;
    std::size_t next = 0; // each unit once, the largest first
    qsizetype at = 0;
    while (at < text.size()) {
        qint64 count = 0;
        const qsizetype start = at;
        for (; at < text.size() && text[at] >= u'0' && text[at] <= u'9'; ++at)
            count = std::min(count * 10 + (text[at].unicode() - u'0'), longestDuration + 1);
        if (at == start || at == text.size())
            return std::nullopt;
        while (next < spanUnits.size() && spanUnits[next].letter != text[at])
            ++next;
        if (next == spanUnits.size() || count > (longestDuration - total) / spanUnits[next].seconds)
            return std::nullopt;
        total += count * spanUnits[next].seconds;
        ++next;
        ++at;
    }
    return text.isEmpty() ? std::nullopt : std::optional(total);
}

QString filterDurationText(qint64 seconds)
{
    QString text;
    for (const SpanUnit& unit : spanUnits) {
        if (const qint64 count = seconds / unit.seconds; count > 0)
            text += QString::number(count) + QChar(unit.letter);
        seconds %= unit.seconds;
    }
    return text.isEmpty() ? u"0s"_s : text;
}

std::optional<FilterTime> filterTime(const QString& text, const QDateTime& now, const QTimeZone& zone)
{
    if (auto time = relative(text, now))
        return time;
    if (auto time = namedDay(text, now.toTimeZone(zone).date(), zone))
        return time;
    if (auto time = calendarSpan(text, zone))
        return time;
    return timestamp(text, zone);
}

QString filterTimeText(const QDateTime& time)
{
    const bool whole = time.time().msec() == 0;
    return time.toUTC().toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
}

bool isFilterDecimal(const QString& text)
{
    constexpr qsizetype longest = 40;
    static const QRegularExpression form(u"^-?[0-9]+(\\.[0-9]+)?\\z"_s);
    return text.size() <= longest && form.match(text).hasMatch();
}

bool isFilterNumber(const QString& text)
{
    static const QRegularExpression form(u"^[0-9]{1,15}\\z"_s);
    return form.match(text).hasMatch();
}

int compareDecimals(const QString& a, const QString& b)
{
    const Decimal left(a);
    const Decimal right(b);
    if (left.negative != right.negative)
        return left.negative ? -1 : 1;
    return left.negative ? right.compareMagnitude(left) : left.compareMagnitude(right);
}
