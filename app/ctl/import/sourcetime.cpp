// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/sourcetime.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 secondsPerDay = 86'400;

/// Takes numbers and marks from the front of a text; stays failed once something did not fit.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    { }

    int number(int digits)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            if (m_at >= m_text.size() || m_text[m_at] < u'0' || m_text[m_at] > u'9') {
                m_failed = true;
                return 0;
            }
            value = value * 10 + (m_text[m_at++].unicode() - u'0');
        }
        return value;
    }
    bool accept(char16_t c)
    {
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }
    void expect(char16_t c) { m_failed = !accept(c) || m_failed; }
    bool atDigit() const { return m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9'; }
    bool atEnd() const { return m_at == m_text.size(); }
    bool failed() const { return m_failed; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    bool m_failed = false;
};

std::optional<qint64> scanDate(Scanner& scanner)
{
    const int year = scanner.number(4);
    scanner.expect(u'-');
    const int month = scanner.number(2);
    scanner.expect(u'-');
    const QDate date(year, month, scanner.number(2));
    if (scanner.failed() || !date.isValid() || year < 2000 || year > 2045)
        return std::nullopt;
    return (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * secondsPerDay * microsPerSecond;
}

qint64 scanFraction(Scanner& scanner)
{
    qint64 micros = 0;
    qint64 unit = microsPerSecond / 10;
    while (scanner.atDigit()) {
        micros += scanner.number(1) * unit;
        unit /= 10; // what is finer than the database keeps is cut off
    }
    return micros;
}

std::optional<qint64> scanDateTime(Scanner& scanner)
{
    const auto day = scanDate(scanner);
    if (!scanner.accept(u'T'))
        scanner.expect(u' ');
    const int hour = scanner.number(2);
    scanner.expect(u':');
    const int minute = scanner.number(2);
    int second = 0;
    qint64 fraction = 0;
    if (scanner.accept(u':')) {
        second = scanner.number(2);
        if (scanner.accept(u'.'))
            fraction = scanner.atDigit() ? scanFraction(scanner) : -1;
    }
    if (!day || scanner.failed() || hour > 23 || minute > 59 || second > 59 || fraction < 0)
        return std::nullopt;
    return *day + ((hour * 60 + minute) * 60 + second) * microsPerSecond + fraction;
}

std::optional<int> scanOffset(Scanner& scanner)
{
    if (scanner.accept(u'Z') || scanner.accept(u'z'))
        return 0;
    const bool west = scanner.accept(u'-');
    if (!west)
        scanner.expect(u'+');
    const int hours = scanner.number(2);
    const int minutes = scanner.accept(u':') || scanner.atDigit() ? scanner.number(2) : 0;
    if (scanner.failed() || hours > 15 || minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (hours * 60 + minutes) * 60;
}
} // namespace

QString SourceTime::toString() const
{
    qint64 seconds = micros / microsPerSecond;
    qint64 fraction = micros % microsPerSecond;
    if (fraction < 0) {
        fraction += microsPerSecond;
        --seconds;
    }
    const QString whole = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (fraction == 0)
        return whole + u'Z';
    QString digits = QString::number(fraction).rightJustified(6, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return whole + u'.' + digits + u'Z';
}

SourceTime fromWallClock(qint64 wallMicros, const QTimeZone& zone)
{
    const qint64 wall = wallMicros / microsPerSecond;
    const auto offsetAt
        = [&zone](qint64 utc) { return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, Qt::UTC)); };
    const qint64 before = offsetAt(wall - secondsPerDay);
    const qint64 after = offsetAt(wall + secondsPerDay);
    const bool beforeFits = offsetAt(wall - before) == before;
    const bool afterFits = offsetAt(wall - after) == after;
    SourceTime time;
    // With no offset that fits, the one from before the gap leads to the same distance behind the gap.
    const qint64 offset = beforeFits || !afterFits ? before : after;
    time.micros = wallMicros - offset * microsPerSecond;
    time.ambiguous = beforeFits && afterFits && before != after;
    time.skipped = !beforeFits && !afterFits;
    return time;
}

std::optional<SourceTime> parseLocalTime(QStringView text, const QTimeZone& zone)
{
    Scanner scanner(text);
    const auto wall = scanDateTime(scanner);
    if (!wall || !scanner.atEnd())
        return std::nullopt;
    return fromWallClock(*wall, zone);
}

std::optional<SourceTime> parseZonedTime(QStringView text)
{
    Scanner scanner(text);
    const auto wall = scanDateTime(scanner);
    const auto offset = wall ? scanOffset(scanner) : std::nullopt;
    if (!offset || !scanner.atEnd())
        return std::nullopt;
    return SourceTime{*wall - *offset * microsPerSecond, false, false};
}

std::optional<SourceTime> parseSourceDate(QStringView text, const QTimeZone& zone, bool endOfDay)
{
    Scanner scanner(text);
    const auto day = scanDate(scanner);
    if (!day || !scanner.atEnd())
        return std::nullopt;
    return fromWallClock(*day + (endOfDay ? (secondsPerDay - 1) * microsPerSecond : 0), zone);
}
