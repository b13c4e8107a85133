// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

// Names of an enum's values in a std::array of texts, in the order of the enum: the enumerator is the index.

template<typename Table, typename Enum>
QString textAt(const Table& table, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < table.size() ? QStringView(table[index]).toString() : QString();
}

template<typename Enum, typename Table>
std::optional<Enum> valueOf(const Table& table, QStringView text)
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (text == QStringView(table[i]))
            return static_cast<Enum>(i);
    return std::nullopt;
}
