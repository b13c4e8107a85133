// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/rowchecker.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype shownLength = 40;

QString shown(const QString& text)
{
    return text.size() > shownLength ? text.left(shownLength) + u'…' : text;
}

} // namespace

RowChecker::RowChecker(const MappingTable& table, char decimalPoint)
    : m_table(table)
    , m_decimalPoint(QLatin1Char(decimalPoint))
{ }

std::optional<SetAside> RowChecker::check(const RawRow& raw, Row& row)
{
    row.line = raw.line;
    row.raw = raw.raw;
    row.cells.clear();
    row.cells.reserve(m_table.columns.size());
    for (const QString& text : raw.texts)
        row.cells.append({text.trimmed(), {}});
    for (qsizetype i = 0; i < m_table.columns.size(); ++i) {
        const MappingColumn& column = m_table.columns.at(i);
        if (const auto mistake = read(column, row.cells[i]))
            return SetAside{
                m_table.origin(), raw.line, column.name, QString::fromLatin1(mistake->code), mistake->reason, raw.raw};
    }
    return std::nullopt;
}

std::optional<RowChecker::Mistake> RowChecker::read(const MappingColumn& column, Cell& cell)
{
    if (cell.isEmpty()) {
        if (column.required)
            return Mistake{"missing_value", u"A value is missing."_s};
        return std::nullopt;
    }
    if (cell.text.contains(QChar(0)))
        return Mistake{"nul_character", u"The text holds a NUL character."_s};
    if (column.isTime())
        return readTime(column, cell);
    if (column.type == ColumnType::Text)
        return std::nullopt;
    const QString received = cell.text;
    if (m_decimalPoint != u'.') {
        if (cell.text.contains(u'.'))
            return Mistake{"bad_decimal", u"\"%1\" is no plain decimal number."_s.arg(shown(received))};
        cell.text.replace(m_decimalPoint, u'.');
    }
    if (!Decimal::parse(cell.text))
        return Mistake{"bad_decimal", u"\"%1\" is no plain decimal number."_s.arg(shown(received))};
    if (column.type == ColumnType::Integer && cell.text.contains(u'.'))
        return Mistake{"bad_integer", u"\"%1\" is no whole number."_s.arg(shown(received))};
    return std::nullopt;
}

std::optional<RowChecker::Mistake> RowChecker::readTime(const MappingColumn& column, Cell& cell)
{
    std::optional<SourceTime> time;
    if (column.type == ColumnType::LocalTime)
        time = parseLocalTime(cell.text, column.zone);
    else if (column.type == ColumnType::Time)
        time = parseZonedTime(cell.text);
    else
        time = parseSourceDate(cell.text, column.zone, column.endOfDay);
    if (time) {
        m_ambiguous += time->ambiguous ? 1 : 0;
        m_skipped += time->skipped ? 1 : 0;
        cell.time = *time;
        return std::nullopt;
    }
    switch (column.type) {
    case ColumnType::LocalTime:
        return Mistake{"bad_time",
            u"\"%1\" is no local time such as 2018-08-01 14:30:00, of the years 2000 to 2045."_s.arg(shown(cell.text))};
    case ColumnType::Time:
        return Mistake{"bad_time",
            u"\"%1\" is no time with a zone such as 2018-08-01T14:30:00Z, of the years 2000 to 2045."_s.arg(
                shown(cell.text))};
    default:
        return Mistake{
            "bad_date", u"\"%1\" is no date such as 2018-08-01, of the years 2000 to 2045."_s.arg(shown(cell.text))};
    }
}
