// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/filterexpression.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

/// The filter that was given in words on the command line.
class FilterQuestion
{
    Q_DECLARE_TR_FUNCTIONS(FilterQuestion)

public:
    /// Joins the words and reads them. On a mistake it is shown with a caret under its place, and there is no filter.
    static std::optional<FilterExpression> read(
        const CommandContext& context, const QStringList& words, FilterSubject subject = FilterSubject::Orders);

private:
    static QString withCaret(const QString& text, const FilterMistake& mistake);
};
