// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/jsontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isStructural(QChar c)
{
    return c == u'{' || c == u'}' || c == u'[' || c == u']' || c == u',' || c == u':';
}

/// One past the closing quote, or the end of the text when there is none.
qsizetype endOfString(QStringView text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == u'"')
            return i + 1;
    }
    return text.size();
}

qsizetype endOfWord(QStringView text, qsizetype start)
{
    qsizetype i = start;
    while (i < text.size() && !isSpace(text.at(i)) && !isStructural(text.at(i)) && text.at(i) != u'"')
        ++i;
    return i;
}

JsonToken::Kind kindOfWord(QStringView word)
{
    if (word == "true"_L1 || word == "false"_L1 || word == "null"_L1)
        return JsonToken::Kind::Literal;
    const QChar first = word.front();
    const bool numeric = std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.' || c == u'e' || c == u'E';
    });
    const bool leads = first == u'-' || (first >= u'0' && first <= u'9');
    return numeric && leads ? JsonToken::Kind::Number : JsonToken::Kind::Invalid;
}

JsonToken tokenAt(QStringView text, qsizetype at)
{
    switch (text.at(at).unicode()) {
    case u'{':
    case u'[':
        return {JsonToken::Kind::Open, at, 1};
    case u'}':
    case u']':
        return {JsonToken::Kind::Close, at, 1};
    case u',':
        return {JsonToken::Kind::Comma, at, 1};
    case u':':
        return {JsonToken::Kind::Colon, at, 1};
    case u'"':
        return {JsonToken::Kind::String, at, endOfString(text, at) - at};
    default:
        break;
    }
    const qsizetype end = endOfWord(text, at);
    return {kindOfWord(text.mid(at, end - at)), at, end - at};
}

bool isPlainKey(QStringView key)
{
    return !key.isEmpty() && !key.front().isDigit()
        && std::all_of(key.begin(), key.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
}

/// One level of nesting on the way to a position.
struct Level
{
    bool array = false;
    qsizetype index = 0;
    QString key; ///< with its quotes, as written
};

QString pathOf(const QList<Level>& levels)
{
    QString path = u"$"_s;
    for (const Level& level : levels) {
        if (level.array) {
            path += u'[' + QString::number(level.index) + u']';
        } else if (!level.key.isEmpty()) {
            const QString bare = level.key.mid(1, level.key.size() - 2);
            path += isPlainKey(bare) ? QString(u'.' + bare) : QString(u'[' + level.key + u']');
        }
    }
    return path;
}

} // namespace

QList<JsonToken> jsonTokens(QStringView text)
{
    QList<JsonToken> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        if (isSpace(text.at(at))) {
            ++at;
            continue;
        }
        const JsonToken token = tokenAt(text, at);
        if (token.kind == JsonToken::Kind::Colon && !tokens.isEmpty()
            && tokens.constLast().kind == JsonToken::Kind::String)
            tokens.last().kind = JsonToken::Kind::Key;
        tokens.append(token);
        at += token.length;
    }
    return tokens;
}

QString indentedJson(const QString& text, int indent)
{
    const QList<JsonToken> tokens = jsonTokens(text);
    const auto invalid = [](const JsonToken& token) { return token.kind == JsonToken::Kind::Invalid; };
    // the last token may be the stump of a text that was cut off
    if (tokens.isEmpty() || std::any_of(tokens.begin(), tokens.end() - 1, invalid))
        return text;

    QString out;
    out.reserve(text.size() * 2);
    int depth = 0;
    const auto newLine = [&out, &depth, indent] { out += u'\n' + QString(qsizetype(depth) * indent, u' '); };
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const JsonToken& token = tokens.at(i);
        const bool afterOpen = i > 0 && tokens.at(i - 1).kind == JsonToken::Kind::Open;
        if (token.kind == JsonToken::Kind::Close) {
            depth = std::max(0, depth - 1);
            if (!afterOpen)
                newLine();
        } else if (afterOpen) {
            newLine();
        }
        out += QStringView(text).mid(token.start, token.length);
        if (token.kind == JsonToken::Kind::Open)
            ++depth;
        else if (token.kind == JsonToken::Kind::Comma)
            newLine();
        else if (token.kind == JsonToken::Kind::Colon)
            out += u' ';
    }
    return out;
}

QString jsonPathAt(QStringView text, qsizetype position)
{
    QList<Level> levels;
    const auto tokens = jsonTokens(text);
    for (const JsonToken& token : tokens) {
        if (token.start > position)
            break;
        if (token.kind == JsonToken::Kind::Key && !levels.isEmpty())
            levels.last().key = text.mid(token.start, token.length).toString();
        const bool here = position < token.start + token.length;
        if (token.kind == JsonToken::Kind::Open && !here) {
            levels.append({text.at(token.start) == u'[', 0, {}});
        } else if (token.kind == JsonToken::Kind::Close && !levels.isEmpty()) {
            levels.removeLast(); // a bracket under the cursor stands for what it encloses
        } else if (token.kind == JsonToken::Kind::Comma && !here && !levels.isEmpty()) {
            ++levels.last().index;
            levels.last().key.clear();
        }
        if (here)
            break;
    }
    return pathOf(levels);
}
