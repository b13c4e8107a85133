// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/filterquestion.h"

#include "app/ctl/text/displaywidth.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<FilterExpression> FilterQuestion::read(
    const CommandContext& context, const QStringList& words, FilterSubject subject)
{
    const QString text = printable(words.join(u' '));
    const ParsedFilter parsed
        = parseFilter(text, QDateTime::currentDateTimeUtc(), QTimeZone::systemTimeZone(), subject);
    if (!parsed.mistake)
        return parsed.expression;
    const FilterMistake& mistake = *parsed.mistake;
    const QString hint = mistake.suggestion.isEmpty() ? QString() : tr("Did you mean %1?").arg(mistake.suggestion);
    if (context.json())
        context.misused(tr("Filter, character %1: %2").arg(mistake.position + 1).arg(mistake.text), hint);
    else
        context.misused(
            tr("The filter is not understood: %1").arg(mistake.text) + u'\n' + withCaret(text, mistake), hint);
    return std::nullopt;
}

QString FilterQuestion::withCaret(const QString& text, const FilterMistake& mistake)
{
    const qsizetype start = std::clamp(mistake.position, qsizetype(0), text.size());
    const qsizetype length = std::clamp(mistake.length, qsizetype(0), text.size() - start);
    const QString blanks(displayWidth(QStringView(text).first(start)), u' ');
    const QString carets(std::max(qsizetype(1), displayWidth(QStringView(text).sliced(start, length))), u'^');
    return u"  "_s + text + u"\n  "_s + blanks + carets;
}
