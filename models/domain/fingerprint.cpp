// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fingerprint.h"

#include "models/domain/variableparts.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestInput = 4000;
constexpr qsizetype longestResult = 200;
constexpr qsizetype shortestId = 8;

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

/// Reads a message from left to right once.
class MessageReader
{
public:
    explicit MessageReader(QStringView message)
        : m_text(message.first(std::min(message.size(), longestInput)))
        , m_parts(m_text)
    { }

    QString normalised()
    {
        m_out.reserve(longestResult + 16);
        while (m_at < m_text.size() && m_out.size() < longestResult)
            step();
        if (m_out.endsWith(u' '))
            m_out.chop(1);
        return m_out;
    }

private:
    using Part = qsizetype (VariableParts::*)(qsizetype) const;

    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text[i] : QChar(); }
    /// Asks what was written, not what was read, so that a second pass takes the same decisions.
    bool wordBefore() const { return !m_out.isEmpty() && m_out.back().isLetterOrNumber(); }

    void step()
    {
        const QChar c = m_text[m_at];
        const bool pair = c.isHighSurrogate() && at(m_at + 1).isLowSurrogate();
        if (c.isSpace() || c.category() == QChar::Other_Control || (c.isSurrogate() && !pair)) {
            ++m_at;
            if (!m_out.isEmpty() && !m_out.endsWith(u' '))
                m_out += u' ';
            return;
        }
        if (!wordBefore() && take())
            return;
        if (c.isLetterOrNumber())
            word();
        else
            put(m_text.sliced(m_at, pair ? 2 : 1));
    }

    /// What can be told by how it begins, at the beginning of a word.
    bool take()
    {
        static constexpr std::array<std::pair<Part, QStringView>, 8> things{{{&VariableParts::placeholder, u""},
            {&VariableParts::quoted, u"<text>"}, {&VariableParts::url, u"<url>"}, {&VariableParts::email, u"<email>"},
            {&VariableParts::uuid, u"<uuid>"}, {&VariableParts::time, u"<time>"}, {&VariableParts::ip, u"<ip>"},
            {&VariableParts::number, u"<number>"}}};
        return std::any_of(
            things.begin(), things.end(), [this](const auto& thing) { return takeAs(thing.first, thing.second); });
    }

    bool takeAs(Part part, QStringView name)
    {
        const qsizetype end = (m_parts.*part)(m_at);
        if (end == m_at)
            return false;
        const QStringView seen = m_text.sliced(m_at, end - m_at);
        m_at = end;
        append(name.isEmpty() ? seen : name);
        return true;
    }

    /// Letters and digits up to the next sign: an id, or letters that stay and digits that do not.
    void word()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text[end].isLetterOrNumber())
            ++end;
        const QStringView seen = m_text.sliced(m_at, end - m_at);
        m_at = end;
        if (isId(seen)) {
            append(u"<id>");
            return;
        }
        for (qsizetype i = 0; i < seen.size() && m_out.size() < longestResult;) {
            const bool digits = seen[i].isDigit();
            qsizetype next = i;
            while (next < seen.size() && seen[next].isDigit() == digits)
                ++next;
            append(digits ? QStringView(u"<number>") : seen.sliced(i, next - i));
            i = next;
        }
    }

    /// Hexadecimal with a digit, or digits at more than one place: no word is like that.
    static bool isId(QStringView word)
    {
        if (word.startsWith(u"0x", Qt::CaseInsensitive) && word.size() > 2)
            return std::all_of(word.begin() + 2, word.end(), isHexDigit);
        if (word.size() < shortestId)
            return false;
        qsizetype groups = 0;
        for (qsizetype i = 0; i < word.size(); ++i)
            if (word[i].isDigit() && (i == 0 || !word[i - 1].isDigit()))
                ++groups;
        const bool onlyDigits
            = groups == 1 && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
        return groups > 1 || (groups == 1 && !onlyDigits && std::all_of(word.begin(), word.end(), isHexDigit));
    }

    void put(QStringView text)
    {
        m_at += text.size();
        append(text);
    }

    /// A placeholder or a pair that does not fit any more ends the text rather than being cut.
    void append(QStringView text)
    {
        if (m_out.size() + text.size() <= longestResult) {
            m_out += text;
            return;
        }
        if (!text.startsWith(u'<') && !text.front().isSurrogate())
            m_out += text.first(longestResult - m_out.size());
        m_at = m_text.size();
    }

    QStringView m_text;
    VariableParts m_parts;
    qsizetype m_at = 0;
    QString m_out;
};

} // namespace

QString normalisedMessage(QStringView message)
{
    return MessageReader(message).normalised();
}

QByteArray fingerprint(QStringView flow, QStringView code, QStringView message)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString normalised = normalisedMessage(message);
    for (const QStringView part : {flow, code, QStringView(normalised)}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result().first(16).toHex();
}
