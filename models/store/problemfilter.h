// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"
#include "models/store/pqxxcompat.h"

#include <string>

// A filter over problems, compiled. Every value becomes a parameter behind those that `args` has already.

/// Its condition on `integration.exception_brief r`.
std::string problemCondition(const FilterExpression& filter, SqlArgs& args);

/// What is known without looking at single problems, on `integration.tally_row r` or `integration.exception_brief r`:
/// true or false for all of a row, NULL where only the problems themselves know.
std::string problemVerdict(const FilterExpression& filter, SqlArgs& args);
/// Whether the verdict is never NULL.
bool isCertain(const FilterExpression& filter);

/// The part of a filter that whatever matches matches as well, and that asks for words: all of it or what is joined to
/// the rest by AND. Where its verdict is not true, a problem that matches has some of the words of its own. Everything:
/// none.
FilterExpression wordsOf(const FilterExpression& filter);
/// Of `integration.exception_brief r`: has some of these words of its own. An index knows.
std::string ownWordCondition(const FilterExpression& words, SqlArgs& args);

/// Whether a field is asked for anywhere in a filter.
bool asksFor(const FilterExpression& filter, FilterField field);
/// Whether the filter says anything of the state, or of this one.
bool namesState(const FilterExpression& filter, const QString& state = {});
