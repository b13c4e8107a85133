// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/variableparts.h"

#include <algorithm>
#include <array>

namespace {

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

} // namespace

qsizetype VariableParts::placeholder(qsizetype i) const
{
    if (at(i) != u'<')
        return i;
    for (const QStringView name :
        {QStringView(u"<number>"), QStringView(u"<uuid>"), QStringView(u"<id>"), QStringView(u"<text>"),
            QStringView(u"<time>"), QStringView(u"<email>"), QStringView(u"<url>"), QStringView(u"<ip>")})
        if (m_text.sliced(i).startsWith(name))
            return i + name.size();
    return i;
}

qsizetype VariableParts::quoted(qsizetype i) const
{
    static constexpr QStringView opening = u"\"'`“„‘«";
    static constexpr std::array<QStringView, 7> closing{u"\"", u"'", u"`'", u"”", u"“”", u"’", u"»"};
    const auto kind = opening.indexOf(at(i));
    if (at(i).isNull() || kind < 0)
        return i;
    const QStringView partners = closing[static_cast<std::size_t>(kind)];
    for (qsizetype end = i + 1; end < m_text.size(); ++end) {
        if (m_text[end] == u'\\')
            ++end;
        else if (partners.contains(m_text[end]) && !isApostrophe(end))
            return end + 1;
    }
    return i;
}

bool VariableParts::isApostrophe(qsizetype i) const
{
    const QChar next = at(i + 1);
    return (at(i) == u'\'' || at(i) == u'’') && (next.isLetterOrNumber() || next == u'<'); // of a placeholder
}

qsizetype VariableParts::url(qsizetype i) const
{
    qsizetype scheme = i;
    while (scheme - i < 12 && (at(scheme).isLetter() || at(scheme) == u'+'))
        ++scheme;
    const bool named = scheme > i && m_text.sliced(scheme).startsWith(u"://");
    if (!named && !m_text.sliced(i).startsWith(u"www.", Qt::CaseInsensitive))
        return i;
    qsizetype end = i;
    while (end < m_text.size() && !m_text[end].isSpace() && !QStringView(u"\"'`<>”“»").contains(m_text[end]))
        ++end;
    while (QStringView(u".,;:!?)]}").contains(m_text[end - 1]))
        --end;
    return end;
}

qsizetype VariableParts::email(qsizetype i) const
{
    const auto part = [](QChar c) { return c.isLetterOrNumber() || QStringView(u"._%+-").contains(c); };
    if (!at(i).isLetterOrNumber())
        return i;
    qsizetype sign = i;
    while (sign - i <= 64 && sign < m_text.size() && part(m_text[sign]))
        ++sign;
    if (at(sign) != u'@' || !at(sign + 1).isLetterOrNumber())
        return i;
    qsizetype end = sign + 1;
    while (end < m_text.size() && (m_text[end].isLetterOrNumber() || m_text[end] == u'.' || m_text[end] == u'-'))
        ++end;
    while (!m_text[end - 1].isLetterOrNumber())
        --end;
    return m_text.sliced(sign, end - sign).contains(u'.') ? end : i;
}

qsizetype VariableParts::uuid(qsizetype i) const
{
    constexpr std::array groups{8, 4, 4, 4, 12};
    qsizetype end = i;
    for (const int length : groups) {
        if (end > i && at(end++) != u'-')
            return i;
        for (int k = 0; k < length; ++k)
            if (!isHex(at(end++)))
                return i;
    }
    return at(end).isLetterOrNumber() ? i : end;
}

qsizetype VariableParts::digits(qsizetype i, int least, int most) const
{
    qsizetype end = i;
    while (end - i < most && at(end).isDigit())
        ++end;
    return end - i >= least && !at(end).isDigit() ? end : i;
}

qsizetype VariableParts::time(qsizetype i) const
{
    if (!at(i).isDigit() && !at(i).isUpper())
        return i;
    const qsizetype day = date(i);
    if (day == i)
        return zone(clock(i), i);
    const qsizetype gap = at(day) == u'T' || at(day) == u' ' ? day + 1 : day + (at(day) == u',' ? 2 : 0);
    const qsizetype end = clock(gap);
    return end == gap ? (at(day).isLetterOrNumber() ? i : day) : zone(end, i);
}

qsizetype VariableParts::date(qsizetype i) const
{
    const qsizetype first = digits(i, 1, 4);
    if (first == i)
        return dateInWords(i);
    const QChar sign = at(first);
    if (sign == u' ')
        return dateInWords(i);
    if (sign != u'-' && sign != u'/' && sign != u'.')
        return i;
    const qsizetype second = digits(first + 1, 1, 2);
    if (second == first + 1 || at(second) != sign)
        return i;
    const qsizetype third = digits(second + 1, 1, 4);
    const bool year = first - i == 4 || third - second == 5 || (sign == u'/' && third - second == 3);
    return third > second + 1 && year && at(third) != sign ? third : i;
}

qsizetype VariableParts::dateInWords(qsizetype i) const
{
    qsizetype at1 = name(i, u"MonTueWedThuFriSatSun");
    at1 = at1 == i ? i : at1 + (at(at1) == u',' ? 2 : 1);
    const qsizetype number1 = digits(at1, 1, 2);
    const qsizetype month = number1 == at1 ? at1 : number1 + 1;
    const qsizetype monthEnd = name(month, u"JanFebMarAprMayJunJulAugSepOctNovDec");
    if (monthEnd == month || at(monthEnd) != u' ')
        return i;
    if (number1 > at1) {
        const qsizetype year = digits(monthEnd + 1, 4, 4);
        return year == monthEnd + 1 ? i : year;
    }
    const qsizetype number2 = digits(monthEnd + 1, 1, 2);
    const qsizetype gap = at(number2) == u',' ? number2 + 2 : number2 + 1;
    const qsizetype year = digits(gap, 4, 4);
    return number2 == monthEnd + 1 ? i : (year == gap ? number2 : year);
}

qsizetype VariableParts::name(qsizetype i, QStringView names) const
{
    if (!at(i).isUpper() || i + 3 > m_text.size())
        return i;
    const auto place = names.indexOf(m_text.sliced(i, 3));
    if (place < 0 || place % 3 != 0)
        return i;
    qsizetype end = i + 3;
    while (end - i < 9 && at(end).isLower())
        ++end;
    return at(end).isLetterOrNumber() ? i : end;
}

qsizetype VariableParts::clock(qsizetype i) const
{
    const qsizetype hours = digits(i, 1, 2);
    const qsizetype minutes = hours > i && at(hours) == u':' ? digits(hours + 1, 2, 2) : hours + 1;
    if (hours == i || minutes == hours + 1)
        return i;
    const qsizetype seconds = at(minutes) == u':' ? digits(minutes + 1, 2, 2) : minutes + 1;
    if (seconds == minutes + 1)
        return at(minutes) == u':' ? i : minutes;
    const bool fraction = (at(seconds) == u'.' || at(seconds) == u',') && at(seconds + 1).isDigit();
    return fraction ? digits(seconds + 1, 1, 9) : seconds;
}

qsizetype VariableParts::zone(qsizetype end, qsizetype start) const
{
    if (end == start)
        return start;
    for (const QStringView zone : {QStringView(u"Z"), QStringView(u" GMT"), QStringView(u" UTC")})
        if (m_text.sliced(end).startsWith(zone) && !at(end + zone.size()).isLetterOrNumber())
            return end + zone.size();
    const qsizetype sign = at(end) == u' ' ? end + 1 : end;
    if (at(sign) == u'+' || at(sign) == u'-') {
        const qsizetype hours = digits(sign + 1, 4, 4) > sign + 1 ? digits(sign + 1, 4, 4) : digits(sign + 1, 2, 2);
        if (hours > sign + 1)
            return at(hours) == u':' && digits(hours + 1, 2, 2) > hours + 1 ? hours + 3 : hours;
    }
    return at(end).isLetterOrNumber() || at(end) == u':' ? start : end;
}

qsizetype VariableParts::ip(qsizetype i) const
{
    const qsizetype end = at(i) == u'[' || at(i) == u':' || isHex(at(i)) ? ipV6(i) : i;
    return end > i ? end : ipV4(i);
}

qsizetype VariableParts::port(qsizetype i) const
{
    const qsizetype end = at(i) == u':' ? digits(i + 1, 1, 5) : i;
    return end > i + 1 ? end : i;
}

qsizetype VariableParts::ipV4(qsizetype i) const
{
    qsizetype end = i;
    for (int part = 0; part < 4; ++part) {
        if (part > 0 && at(end++) != u'.')
            return i;
        const qsizetype next = digits(end, 1, 3);
        if (next == end)
            return i;
        end = next;
    }
    const bool goesOn = at(end).isLetterOrNumber() || (at(end) == u'.' && at(end + 1).isDigit());
    return goesOn ? i : port(end);
}

qsizetype VariableParts::ipV6(qsizetype i) const
{
    const bool bracket = at(i) == u'[';
    const qsizetype start = bracket ? i + 1 : i;
    qsizetype end = start;
    qsizetype colons = 0;
    bool gap = false;
    for (; end - start < 40 && (isHex(at(end)) || at(end) == u':'); ++end) {
        colons += at(end) == u':' ? 1 : 0;
        gap = gap || (at(end) == u':' && at(end + 1) == u':');
    }
    if (colons < 2 || (!gap && colons != 7) || at(end).isLetterOrNumber() || (bracket && at(end) != u']'))
        return i;
    // "a::b" is a name
    const bool number = std::any_of(m_text.begin() + start, m_text.begin() + end, [](QChar c) { return c.isDigit(); });
    return !number ? i : port(bracket ? end + 1 : end);
}

qsizetype VariableParts::number(qsizetype i) const
{
    const bool sign = (at(i) == u'-' || at(i) == u'+') && at(i + 1).isDigit() && (i == 0 || at(i - 1).isSpace());
    qsizetype end = sign ? i + 1 : i;
    if (!at(end).isDigit())
        return i;
    while (at(end).isDigit() || ((at(end) == u'.' || at(end) == u',') && at(end + 1).isDigit()))
        ++end;
    return at(end).isLetterOrNumber() && !sign ? i : end;
}
