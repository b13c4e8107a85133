// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QtGlobal>

/// What is filled into an answer. Texts are UTF-8.
struct AnswerValues
{
    std::string_view orderKey;
    std::string_view scope;
    std::string_view reference;
    std::string_view amount; ///< plain decimal; empty = none
    std::string_view currency;
    std::string_view retryAfter; ///< seconds
};

/// A text with {orderKey}, {scope}, {reference}, {amount}, {currency} and {retryAfter}; other braces are text. Taken
/// apart once, filled often.
class AnswerTemplate
{
public:
    AnswerTemplate() = default;
    /// With asJson what is filled in is escaped as the inside of a JSON text.
    AnswerTemplate(const std::string& text, bool asJson);

    std::string filled(const AnswerValues& values) const;

private:
    struct Part
    {
        std::string text;
        std::string_view AnswerValues::*value = nullptr; ///< behind the text; null at the end
    };
    std::vector<Part> m_parts;
    bool m_asJson = false;
};

/// The document numbers of a system: '#' is a digit of a running number, '@' a letter or digit without visible order.
class ReferencePattern
{
public:
    ReferencePattern() = default;
    explicit ReferencePattern(std::string pattern);

    /// Different for every number, of which the first is 1.
    std::string reference(quint64 number) const;

private:
    std::string m_pattern;
};
