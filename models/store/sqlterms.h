// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"
#include "models/store/pqxxcompat.h"

#include <string>

/// A LIKE pattern for the texts between the wildcards; nothing in them means anything but itself.
QString likePattern(const QStringList& parts);
/// A text[] literal, so that any number of values is one parameter.
std::string arrayText(const QStringList& values);
/// " < ", " = "; Between is " = ".
const char* sqlOperator(FilterOperator op);

/// Conditions on columns out of the terms of a filter. Every value travels as a parameter, never inside the text.
class SqlTerms
{
public:
    SqlArgs args; ///< $1, $2, ... of what was written

    /// Takes a value, and is its place: "$3".
    std::string param(std::string text);
    /// The column is one of the values, wildcards allowed.
    std::string oneOf(const std::string& column, const QStringList& values);
    /// How long ago: longer ago is an earlier time, so the comparison turns round.
    std::string elapsed(const std::string& column, const FilterTerm& t);
    /// How long until then; what is past is less than any time.
    std::string remaining(const std::string& column, const FilterTerm& t);
    std::string timeRange(const std::string& column, const FilterTerm& t);
    /// The column, a number, compares to the term's decimal.
    std::string number(const std::string& column, const FilterTerm& t);
};
