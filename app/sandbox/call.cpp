// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/call.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>

namespace {

constexpr std::size_t longestName = 200;
constexpr qint64 largestAmount = 1'000'000'000'000'000; ///< minor units; sums of a million such fit

/// Picks the four texts of the outermost object without building the rest.
class CallPicker : public nlohmann::json_sax<nlohmann::json>
{
public:
    std::optional<std::string> orderKey;
    std::optional<std::string> scope;
    std::optional<std::string> amount;
    std::optional<std::string> currency;
    bool isObject = false;
    std::string notText; ///< one of the four that is something else

    bool null() override { return value(nullptr); }
    bool boolean(bool /*value*/) override { return other(); }
    bool number_integer(number_integer_t /*value*/) override { return other(); }
    bool number_unsigned(number_unsigned_t /*value*/) override { return other(); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return other(); }
    bool string(string_t& text) override { return value(&text); }
    bool binary(binary_t& /*value*/) override { return other(); }
    bool start_object(std::size_t /*size*/) override
    {
        isObject = isObject || m_depth == 0;
        return deeper();
    }
    bool end_object() override { return higher(); }
    bool start_array(std::size_t /*size*/) override { return deeper(); }
    bool end_array() override { return higher(); }
    bool key(string_t& name) override
    {
        if (m_depth == 1)
            m_name = name;
        return true;
    }
    bool parse_error(
        std::size_t /*position*/, const std::string& /*last*/, const nlohmann::detail::exception& /*e*/) override
    {
        return false;
    }

private:
    std::optional<std::string>* wanted()
    {
        if (m_depth != 1)
            return nullptr;
        if (m_name == "orderKey")
            return &orderKey;
        if (m_name == "scope")
            return &scope;
        if (m_name == "amount")
            return &amount;
        return m_name == "currency" ? &currency : nullptr;
    }
    bool value(std::string* text)
    {
        if (auto* member = wanted())
            *member = text == nullptr ? std::nullopt : std::optional(std::move(*text));
        return true;
    }
    bool other()
    {
        if (wanted() != nullptr)
            notText = m_name;
        return true;
    }
    bool deeper()
    {
        other();
        ++m_depth;
        return true;
    }
    bool higher()
    {
        --m_depth;
        return true;
    }

    std::string m_name;
    int m_depth = 0;
};

std::optional<std::string> problemOfName(const char* member, const std::optional<std::string>& value)
{
    if (!value || value->empty())
        return std::string("\"") + member + "\" is missing";
    if (value->size() > longestName)
        return std::string("\"") + member + "\" is longer than 200 bytes";
    return std::nullopt;
}

} // namespace

std::variant<Call, CallProblem> readCall(const std::string& body)
{
    CallPicker picker;
    if (!nlohmann::json::sax_parse(body, &picker))
        return CallProblem{400, "The body is not JSON."};
    if (!picker.isObject)
        return CallProblem{422, "The body is not a JSON object."};
    if (!picker.notText.empty())
        return CallProblem{422, '"' + picker.notText + "\" is not a text."};
    for (const auto& problem : {problemOfName("orderKey", picker.orderKey), problemOfName("scope", picker.scope)})
        if (problem)
            return CallProblem{422, *problem + '.'};
    Call call{*std::move(picker.orderKey), *std::move(picker.scope), {}};
    if (!picker.amount)
        return call;
    if (!picker.currency)
        return CallProblem{422, R"("amount" without "currency".)"};
    auto amount = parseMoney(QString::fromStdString(*picker.amount), QString::fromStdString(*picker.currency));
    if (!amount)
        return CallProblem{422, R"("amount" is no decimal number such as "12.34" of this "currency".)"};
    call.amount = std::move(amount).value();
    if (call.amount.minor > largestAmount || call.amount.minor < -largestAmount)
        return CallProblem{422, "\"amount\" is too large."};
    return call;
}
