// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// One lexical unit of a JSON text, by its place. A key is a string in front of a colon.
struct JsonToken
{
    enum class Kind { Open, Close, Comma, Colon, Key, String, Number, Literal, Invalid };

    Kind kind = Kind::Invalid;
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const JsonToken&, const JsonToken&) = default;
};

/// The tokens of a JSON text from left to right, white space left out. Never fails: what is no JSON becomes Invalid.
QList<JsonToken> jsonTokens(QStringView text);

/// The text with line breaks and indentation. Only white space between tokens changes: every number, key and string
/// keeps the characters that it has. A text that is no JSON comes back as it is; one that was cut off is laid out as
/// far as it goes.
QString indentedJson(const QString& text, int indent = 2);

/// Where in the document the character at `position` is: "$.order.lines[0].sku".
QString jsonPathAt(QStringView text, qsizetype position);
