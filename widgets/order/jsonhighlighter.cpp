// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/jsonhighlighter.h"

#include "models/items/jsontext.h"
#include "widgets/common/theme.h"

JsonHighlighter::JsonHighlighter(const Theme& theme, QTextDocument* document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString& text)
{
    const auto color = [this](JsonToken::Kind kind) {
        switch (kind) {
        case JsonToken::Kind::Key:
            return m_theme.color(ColorId::InfoText);
        case JsonToken::Kind::String:
            return m_theme.color(ColorId::GoodText);
        case JsonToken::Kind::Number:
            return m_theme.color(ColorId::WarningText);
        case JsonToken::Kind::Literal:
            return m_theme.color(ColorId::AccentToneText);
        case JsonToken::Kind::Invalid:
            return m_theme.color(ColorId::BadText);
        case JsonToken::Kind::Open:
        case JsonToken::Kind::Close:
        case JsonToken::Kind::Comma:
        case JsonToken::Kind::Colon:
            break;
        }
        return m_theme.color(ColorId::TextMuted);
    };
    const auto tokens = jsonTokens(text);
    for (const JsonToken& token : tokens)
        setFormat(int(token.start), int(token.length), color(token.kind));
}
