// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failure.h"

#include <array>

namespace {

// Each table is in the order of its enum, so that the enumerator is the index.
constexpr std::array failureClasses{u"transient", u"throttling", u"auth", u"data", u"business_rule", u"duplicate",
    u"contract", u"configuration", u"unclassified"};
constexpr std::array effects{u"not_applied", u"applied", u"unknown"};
constexpr std::array retries{u"by_itself", u"same_key_only", u"look_first", u"never"};

template<typename Table, typename Enum>
QString nameIn(const Table& table, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < table.size() ? QStringView(table[index]).toString() : QString();
}

template<typename Enum, typename Table>
std::optional<Enum> named(const Table& table, QStringView text)
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (text == QStringView(table[i]))
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

QString toText(FailureClass cls)
{
    return nameIn(failureClasses, cls);
}

QString toText(Effect effect)
{
    return nameIn(effects, effect);
}

QString toText(Retry retry)
{
    return nameIn(retries, retry);
}

std::optional<FailureClass> failureClassFromText(QStringView text)
{
    return named<FailureClass>(failureClasses, text);
}

std::optional<Effect> effectFromText(QStringView text)
{
    return named<Effect>(effects, text);
}

std::optional<Retry> retryFromText(QStringView text)
{
    return named<Retry>(retries, text);
}
