// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/answertemplate.h"

#include "app/sandbox/fingerprint.h"

#include <array>
#include <cstdio>

namespace {

struct Placeholder
{
    std::string_view name;
    std::string_view AnswerValues::*value;
};

constexpr std::array<Placeholder, 6> placeholders{{
    {"{orderKey}", &AnswerValues::orderKey},
    {"{scope}", &AnswerValues::scope},
    {"{reference}", &AnswerValues::reference},
    {"{amount}", &AnswerValues::amount},
    {"{currency}", &AnswerValues::currency},
    {"{retryAfter}", &AnswerValues::retryAfter},
}};

const Placeholder* placeholderAt(std::string_view text)
{
    for (const Placeholder& placeholder : placeholders)
        if (text.substr(0, placeholder.name.size()) == placeholder.name)
            return &placeholder;
    return nullptr;
}

void appendEscaped(std::string& result, std::string_view text)
{
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
            result += escape.data();
        } else {
            result += c;
        }
    }
}

} // namespace

AnswerTemplate::AnswerTemplate(const std::string& text, bool asJson)
    : m_asJson(asJson)
{
    const std::string_view whole = text;
    std::size_t start = 0;
    for (std::size_t at = whole.find('{'); at != std::string_view::npos; at = whole.find('{', at)) {
        const Placeholder* found = placeholderAt(whole.substr(at));
        if (found == nullptr) {
            ++at;
            continue;
        }
        m_parts.push_back({std::string(whole.substr(start, at - start)), found->value});
        at += found->name.size();
        start = at;
    }
    m_parts.push_back({std::string(whole.substr(start)), nullptr});
}

std::string AnswerTemplate::filled(const AnswerValues& values) const
{
    std::string result;
    for (const Part& part : m_parts) {
        result += part.text;
        if (part.value == nullptr)
            continue;
        if (m_asJson)
            appendEscaped(result, values.*part.value);
        else
            result += values.*part.value;
    }
    return result;
}

ReferencePattern::ReferencePattern(std::string pattern)
    : m_pattern(std::move(pattern))
{ }

std::string ReferencePattern::reference(quint64 number) const
{
    static constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string result = m_pattern;
    quint64 digits = number;
    for (std::size_t i = result.size(); i-- > 0;) {
        if (result[i] == '#') {
            result[i] = static_cast<char>('0' + digits % 10);
            digits /= 10;
        }
    }
    quint64 state = mixed(number);
    for (char& c : result) {
        if (c == '@') {
            c = letters[state % letters.size()];
            state = mixed(state);
        }
    }
    return result;
}
