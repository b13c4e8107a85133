// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <span>

/// Tables of English texts, for the files that title states and names. Not for others.
namespace TitleTables {

/// An English text and its note for translators.
struct Text
{
    const char* text;
    const char* note;
};

/// A name of the contract and its text.
struct Named
{
    const char* name;
    Text text;
};

inline QString translated(const char* context, const Text& text)
{
    return QCoreApplication::translate(context, text.text, text.note);
}

/// "erp_order_creation" becomes "Erp order creation": the best that can be said of a name that nobody has told us
/// about.
inline QString inWords(QString name)
{
    name.replace(u'_', u' ');
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

inline QString lookUp(const char* context, std::span<const Named> entries, const QString& name, const QString& fallback)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&name](const Named& entry) { return name == QLatin1StringView(entry.name); });
    if (found != entries.end())
        return translated(context, found->text);
    return fallback.isEmpty() ? inWords(name) : fallback;
}

template<typename Enum>
QString stateTitle(const char* context, std::span<const Text> texts, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < texts.size() ? translated(context, texts[index]) : QString();
}

} // namespace TitleTables
