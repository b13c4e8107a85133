// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonscanner.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxNumberDigits = 10000; // numeric keeps 131072 before the point, 16383 after it

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isContinuation(unsigned char c)
{
    return (c & 0xC0U) == 0x80U;
}

/// Length of the UTF-8 sequence that a byte begins; 0 for a byte that begins none.
int sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/// The second byte decides about overlong forms, surrogates and code points past U+10FFFF.
bool secondByteFits(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second < 0xA0;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second < 0x90;
    default:
        return true;
    }
}

/// Behind the run of characters that need no look; most of a text is that.
qsizetype plainEnd(QByteArrayView text, qsizetype from)
{
    const char* const end = text.data() + text.size();
    const char* at = text.data() + from;
    while (at != end && *at >= 0x20 && *at != '"' && *at != '\\')
        ++at;
    return at - text.data();
}

QString shown(char c)
{
    if (c > ' ' && c < 0x7f)
        return u"'%1'"_s.arg(QLatin1Char(c));
    return u"0x%1"_s.arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
}

} // namespace

JsonScanner::Result JsonScanner::scan(QByteArrayView text, qsizetype start)
{
    m_text = text;
    m_at = start;
    m_incomplete = false;
    m_mistake.clear();
    m_keys.clear();
    m_decoded.clear();
    m_members.clear();
    if (value(0))
        return Result::Complete;
    return m_incomplete ? Result::Incomplete : Result::Mistake;
}

bool JsonScanner::value(int depth)
{
    skipSpace();
    if (ended())
        return false;
    if (depth > maxDepth)
        return wrong(m_at, QCoreApplication::translate("Json", "values are nested more than %1 deep").arg(maxDepth));
    switch (m_text[m_at]) {
    case '{':
        return object(depth);
    case '[':
        return array(depth);
    case '"':
        return string();
    case 't':
        return literal("true");
    case 'f':
        return literal("false");
    case 'n':
        return literal("null");
    default:
        return number();
    }
}

bool JsonScanner::object(int depth)
{
    const std::size_t first = m_keys.size();
    ++m_at;
    skipSpace();
    if (ended())
        return false;
    if (m_text[m_at] == '}') {
        ++m_at;
        return true;
    }
    while (member(depth)) {
        skipSpace();
        if (ended())
            return false;
        const char c = m_text[m_at];
        if (c == '}') {
            if (m_keysMay == Keys::Unique && !uniqueKeys(first))
                return false;
            ++m_at;
            m_keys.resize(first);
            return true;
        }
        if (c != ',')
            return unexpected(u"',' or '}'"_s);
        ++m_at;
    }
    return false;
}

bool JsonScanner::member(int depth)
{
    skipSpace();
    if (ended())
        return false;
    if (m_text[m_at] != '"')
        return unexpected(QCoreApplication::translate("Json", "a key in double quotes"));
    const qsizetype at = m_at;
    if (!string())
        return false;
    const QByteArrayView key = decodedKey(m_text.sliced(at + 1, m_at - at - 2));
    m_keys.push_back({key, at});
    skipSpace();
    if (ended())
        return false;
    if (m_text[m_at] != ':')
        return unexpected(u"':'"_s);
    ++m_at;
    skipSpace();
    if (depth == 0)
        m_members.push_back({key.toByteArray(), m_at});
    return value(depth + 1);
}

bool JsonScanner::array(int depth)
{
    ++m_at;
    skipSpace();
    if (ended())
        return false;
    if (m_text[m_at] == ']') {
        ++m_at;
        return true;
    }
    while (value(depth + 1)) {
        skipSpace();
        if (ended())
            return false;
        const char c = m_text[m_at];
        if (c == ']') {
            ++m_at;
            return true;
        }
        if (c != ',')
            return unexpected(u"',' or ']'"_s);
        ++m_at;
    }
    return false;
}

bool JsonScanner::string()
{
    for (++m_at; m_at < m_text.size();) {
        m_at = plainEnd(m_text, m_at);
        if (m_at == m_text.size())
            break;
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (!(c == '\\' ? escape() : character()))
            return false;
    }
    return !ended();
}

bool JsonScanner::character()
{
    const auto lead = static_cast<unsigned char>(m_text[m_at]);
    if (lead == 0)
        return wrong(m_at, QCoreApplication::translate("Json", "a NUL character, which cannot be stored"));
    if (lead == '\n' || lead == '\r')
        return wrong(m_at, QCoreApplication::translate("Json", "a text that is not closed before the end of its line"));
    if (lead < 0x20)
        return wrong(m_at,
            QCoreApplication::translate("Json", "a control character (%1) that is not escaped")
                .arg(shown(m_text[m_at])));
    const int length = sequenceLength(lead);
    if (length == 0)
        return wrong(m_at, QCoreApplication::translate("Json", "no valid UTF-8 (byte %1)").arg(shown(m_text[m_at])));
    for (int i = 1; i < length; ++i) {
        if (m_at + i >= m_text.size()) {
            m_at = m_text.size();
            return !ended();
        }
        const auto next = static_cast<unsigned char>(m_text[m_at + i]);
        if (!isContinuation(next) || (i == 1 && !secondByteFits(lead, next)))
            return wrong(
                m_at, QCoreApplication::translate("Json", "no valid UTF-8 (byte %1)").arg(shown(m_text[m_at])));
    }
    m_at += length;
    return true;
}

bool JsonScanner::escape()
{
    const qsizetype at = m_at++;
    if (ended())
        return false;
    const char c = m_text[m_at];
    if (c != 'u') {
        if (!QByteArrayView("\"\\/bfnrt").contains(c))
            return wrong(at, QCoreApplication::translate("Json", "no such escape: \\%1").arg(shown(c)));
        ++m_at;
        return true;
    }
    ++m_at;
    unsigned unit = 0;
    if (!hexUnit(unit))
        return false;
    if (unit == 0)
        return wrong(at, QCoreApplication::translate("Json", "a NUL character, which cannot be stored"));
    if (unit >= 0xDC00 && unit <= 0xDFFF)
        return wrong(at, QCoreApplication::translate("Json", "half of a surrogate pair"));
    return unit < 0xD800 || unit > 0xDBFF || surrogatePair(at);
}

bool JsonScanner::surrogatePair(qsizetype at)
{
    if (m_at + 1 >= m_text.size() && (m_at == m_text.size() || m_text[m_at] == '\\')) {
        m_at = m_text.size();
        return !ended();
    }
    if (m_text[m_at] != '\\' || m_text[m_at + 1] != 'u')
        return wrong(at, QCoreApplication::translate("Json", "half of a surrogate pair"));
    m_at += 2;
    unsigned low = 0;
    if (!hexUnit(low))
        return false;
    if (low < 0xDC00 || low > 0xDFFF)
        return wrong(at, QCoreApplication::translate("Json", "half of a surrogate pair"));
    return true;
}

bool JsonScanner::hexUnit(unsigned& unit)
{
    unit = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
        if (ended())
            return false;
        const char c = m_text[m_at];
        const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!letter && !isAsciiDigit(c))
            return unexpected(QCoreApplication::translate("Json", "four hexadecimal digits"));
        unit = unit * 16 + static_cast<unsigned>(letter ? (c & 0x5F) - 'A' + 10 : c - '0');
    }
    return true;
}

bool JsonScanner::number()
{
    const qsizetype start = m_at;
    if (m_text[m_at] == '-')
        ++m_at;
    if (ended())
        return false;
    if (!isAsciiDigit(m_text[m_at]))
        return m_at == start ? unexpected(QCoreApplication::translate("Json", "a value"))
                             : unexpected(QCoreApplication::translate("Json", "a digit"));
    const qsizetype whole = m_at;
    if (!digits())
        return false;
    if (m_text[whole] == '0' && m_at > whole + 1)
        return wrong(whole, QCoreApplication::translate("Json", "a number with a leading zero"));
    if (m_at < m_text.size() && m_text[m_at] == '.') {
        ++m_at;
        if (!digits())
            return false;
    }
    const qint64 written = m_at - start;
    qint64 exponent = 0;
    if (m_at < m_text.size() && (m_text[m_at] == 'e' || m_text[m_at] == 'E')) {
        ++m_at;
        if (m_at < m_text.size() && (m_text[m_at] == '+' || m_text[m_at] == '-'))
            ++m_at;
        const qsizetype at = m_at;
        if (!digits())
            return false;
        for (const char c : m_text.sliced(at, m_at - at))
            exponent = std::min<qint64>(exponent * 10 + (c - '0'), maxNumberDigits + 1);
    }
    if (written + exponent > maxNumberDigits)
        return wrong(start, QCoreApplication::translate("Json", "a number with too many digits to be stored"));
    return true;
}

bool JsonScanner::digits()
{
    if (ended())
        return false;
    if (!isAsciiDigit(m_text[m_at]))
        return unexpected(QCoreApplication::translate("Json", "a digit"));
    while (m_at < m_text.size() && isAsciiDigit(m_text[m_at]))
        ++m_at;
    return true;
}

bool JsonScanner::literal(QByteArrayView word)
{
    const qsizetype start = m_at;
    for (const char c : word) {
        if (ended())
            return false;
        if (m_text[m_at] != c) {
            m_at = start;
            return unexpected(QCoreApplication::translate("Json", "a value"));
        }
        ++m_at;
    }
    return true;
}

bool JsonScanner::uniqueKeys(std::size_t first)
{
    const auto begin = m_keys.begin() + static_cast<std::ptrdiff_t>(first);
    // sorted, so that an object with many keys cannot make this slow
    std::sort(begin, m_keys.end(), [](const Key& a, const Key& b) {
        const int order = a.text.compare(b.text);
        return order != 0 ? order < 0 : a.at < b.at;
    });
    const auto same
        = std::adjacent_find(begin, m_keys.end(), [](const Key& a, const Key& b) { return a.text == b.text; });
    if (same == m_keys.end())
        return true;
    return wrong(std::next(same)->at,
        QCoreApplication::translate("Json", "the key \"%1\" a second time in one object")
            .arg(QString::fromUtf8(same->text)));
}

/// Two spellings of one key ("a", "\u0061") are one key.
QByteArrayView JsonScanner::decodedKey(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return raw;
    m_decoded.push_back(decoded(raw));
    return m_decoded.back();
}

QByteArray JsonScanner::decoded(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return raw.toByteArray();
    QString text;
    const QString spelled = QString::fromUtf8(raw);
    for (qsizetype i = 0; i < spelled.size(); ++i) {
        if (spelled[i] != u'\\') {
            text += spelled[i];
            continue;
        }
        const QChar kind = spelled[++i];
        if (kind == u'u') {
            text += QChar(spelled.sliced(i + 1, 4).toUShort(nullptr, 16));
            i += 4;
            continue;
        }
        const auto known = QStringView(u"bfnrt").indexOf(kind);
        text += known < 0 ? kind : QChar(QStringView(u"\b\f\n\r\t")[known]);
    }
    return text.toUtf8();
}

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

bool JsonScanner::ended()
{
    if (m_at < m_text.size())
        return false;
    m_incomplete = true;
    m_mistake = QCoreApplication::translate("Json", "ends in the middle of a value");
    return true;
}

bool JsonScanner::wrong(qsizetype at, const QString& text)
{
    m_at = at;
    m_mistake = text;
    return false;
}

bool JsonScanner::unexpected(const QString& expected)
{
    return wrong(m_at,
        QCoreApplication::translate("Json", "%1 where %2 should be", "found, expected")
            .arg(shown(m_text[m_at]), expected));
}

void TextPlace::advance(QByteArrayView passed)
{
    for (const char c : passed) {
        if (c == '\n') {
            ++line;
            column = 1;
        } else if (!isContinuation(static_cast<unsigned char>(c))) {
            ++column;
        }
    }
}
