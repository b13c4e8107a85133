// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterfields.h"

#include <optional>

/// Whether a bare word is so short that it is looked for in what problems share only, see leastSearchLetters.
bool isShortWord(const QString& value);

/// A condition and its opposite; %1 is the value. To be translated in the context "FilterWords".
struct FilterPhrase
{
    const char* is;
    const char* isNot;
};

// What the filter language is about problems; asked for through filterfields.h.

QList<FilterFieldInfo> problemFields();
/// Empty: as for orders.
QString problemFieldNote(FilterField field);
/// Empty: as for orders.
QString problemValueTitle(FilterField field, const QString& value);
/// nullopt: as for orders.
std::optional<FilterPhrase> problemPhrase(FilterField field);
