// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filterfields.h"
#include "models/domain/filterlexer.h"
#include "models/domain/filtervalues.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <optional>

/// Builds the tree of a filter out of its words. Groups in parentheses stay groups, so that a filter reads back as
/// written.
class FilterParser
{
public:
    FilterParser(const QString& text, const QDateTime& now, const QTimeZone& zone, FilterSubject subject);

    ParsedFilter parse();

private:
    using Kind = FilterToken::Kind;

    FilterExpression alternatives();
    FilterExpression conjunction();
    FilterExpression operand();
    FilterExpression group();
    FilterExpression negation();
    FilterExpression condition();
    FilterExpression unknownField(const FilterToken& token);
    FilterExpression words(const FilterToken& token, const FilterFieldInfo& info);
    bool checkWord(const FilterPart& part, const FilterFieldInfo& info, QString& value);
    FilterExpression duration(const FilterToken& token, const FilterFieldInfo& info);
    FilterExpression time(const FilterToken& token, const FilterFieldInfo& info);
    FilterExpression decimal(const FilterToken& token, const FilterFieldInfo& info);
    bool single(const FilterToken& token, const FilterFieldInfo& info);
    std::optional<qint64> durationAt(const QString& text, const FilterPart& part);
    std::optional<FilterTime> timeAt(const QString& text, const FilterToken& token, const FilterPart& part);
    bool decimalAt(const QString& text, const FilterPart& part, const FilterFieldInfo& info);

    FilterExpression wrong(qsizetype position, qsizetype length, const QString& text, const QString& suggestion = {});
    FilterExpression wrong(const FilterPart& part, const QString& text, const QString& suggestion = {});
    const FilterToken& current() const { return m_tokens[m_at]; }
    bool startsOperand() const;

    const QString m_text;
    const QDateTime m_now;
    const QTimeZone m_zone;
    const FilterSubject m_subject;
    QList<FilterToken> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<FilterMistake> m_mistake;
};
