// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterexpression.h"

#include <QList>
#include <QString>

#include <optional>

/// One alternative of a condition's values.
struct FilterPart
{
    QString text; ///< as FilterTerm::values has it: '*' is a wildcard, '\\' takes the next character as it is
    qsizetype position = 0;
    qsizetype length = 0;
};

/// A word of the filter language.
struct FilterToken
{
    enum class Kind { Open, Close, Minus, And, Or, Not, Term, End };

    Kind kind = Kind::End;
    qsizetype position = 0;
    qsizetype length = 0;
    QString field; ///< of a Term; empty for bare text
    QString op; ///< of a Term with a field: : = < <= > >= !=
    qsizetype opPosition = 0;
    QList<FilterPart> parts;
};

/// Cuts a filter text into words. The only mistake it can find is a quote that is not closed.
class FilterLexer
{
public:
    explicit FilterLexer(const QString& text)
        : m_text(text)
    { }

    /// All words, the last is End; cut short by a mistake.
    QList<FilterToken> tokens();
    const std::optional<FilterMistake>& mistake() const { return m_mistake; }

private:
    FilterToken next();
    FilterToken symbol(FilterToken::Kind kind);
    FilterToken term();
    void field(FilterToken& token);
    QString takeOperator();
    void parts(FilterToken& token);
    FilterPart part();
    bool quoted(FilterPart& part);
    void skipSpace();
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar current() const { return atEnd() ? QChar() : m_text[m_at]; }

    const QString m_text;
    qsizetype m_at = 0;
    std::optional<FilterMistake> m_mistake;
};
