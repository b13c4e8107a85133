// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rejectionreason.h"

#include "models/domain/titletables.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace TitleTables;

namespace {

// As resources/sql/0005_ingest.sql spells them, then as the importer does. The longer one of two that fit comes first.
constexpr Named rejectionReasons[] = {
    {"specversion", QT_TRANSLATE_NOOP3("RejectionReason", "%1 must be \"1.0\"", "why an event was set aside")},
    {"id",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 must be a text of 1 to 500 characters", "why an event was set aside")},
    {"source",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 must be a text of 1 to 500 characters", "why an event was set aside")},
    {"type", QT_TRANSLATE_NOOP3("RejectionReason", "%1 must be a text", "why an event was set aside")},
    {"wrong_type", QT_TRANSLATE_NOOP3("RejectionReason", "an event must be an object", "why an event was set aside")},
    {"wrong_type", QT_TRANSLATE_NOOP3("RejectionReason", "%1 must be an object", "why an event was set aside")},
    {"wrong_type", QT_TRANSLATE_NOOP3("RejectionReason", "%1 must be an array", "why an event was set aside")},
    {"wrong_type", QT_TRANSLATE_NOOP3("RejectionReason", "%1 must be a text", "why an event was set aside")},
    {"unknown_type",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1: no process knows the event type \"%2\"", "why an event was set aside")},
    {"missing",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 is missing: an amount needs its currency", "why an event was set aside")},
    {"missing", QT_TRANSLATE_NOOP3("RejectionReason", "%1 is missing", "why an event was set aside")},
    {"bad_time",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1 \"%2\" is no time with a zone between 2000 and 2045 (RFC 3339)",
            "why an event was set aside")},
    {"future",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 %2 lies more than a day in the future", "why an event was set aside")},
    {"subject",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1 must be \"order/\" and the order's key (200 characters at most)",
            "why an event was set aside")},
    {"too_large",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "the event has %1 bytes; 1,048,576 are taken at most", "why an event was set aside")},
    {"too_long",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 and %2 have more than 1500 bytes in all", "why an event was set aside")},
    {"too_long",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1 is longer than %2 characters", "why an event was set aside")},
    {"empty", QT_TRANSLATE_NOOP3("RejectionReason", "%1 is empty", "why an event was set aside")},
    {"scope",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 must be \"%2\" or \"%3\" for this type", "why an event was set aside")},
    {"scope", QT_TRANSLATE_NOOP3("RejectionReason", "%1 must be \"%2\" for this type", "why an event was set aside")},
    {"unknown_process",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1: there is no process \"%2\"", "why an event was set aside")},
    {"unknown_currency",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1: ISO 4217 has no currency \"%2\"", "why an event was set aside")},
    {"bad_amount",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1 \"%2\" is no decimal amount", "why an event was set aside")},
    {"bad_amount",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1 %2 is more than can be kept", "why an event was set aside")},
    {"bad_amount",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 %2 has more decimals than %3 has (%4)", "why an event was set aside")},
    {"negative_amount",
        QT_TRANSLATE_NOOP3("RejectionReason", "The total %1 is negative.", "why an event was set aside")},
    {"negative_amount", QT_TRANSLATE_NOOP3("RejectionReason", "%1 %2 is negative", "why an event was set aside")},
    {"bad_reference",
        QT_TRANSLATE_NOOP3("RejectionReason", "%1 needs \"system\", \"type\" and \"id\" (500 characters at most)",
            "why an event was set aside")},
    {"bad_line",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "%1 needs \"line\", its name within the order", "why an event was set aside")},
    {"bad_line", QT_TRANSLATE_NOOP3("RejectionReason", "%1 \"%2\" is no decimal amount", "why an event was set aside")},
    {"bad_line", QT_TRANSLATE_NOOP3("RejectionReason", "%1 \"%2\" is no decimal", "why an event was set aside")},
    {"bad_line", QT_TRANSLATE_NOOP3("RejectionReason", "%1 \"%2\" is there already", "why an event was set aside")},
    {"conflicting_content",
        QT_TRANSLATE_NOOP3("RejectionReason",
            "an event with the same source, id and time but other content is stored already",
            "why an event was set aside")},
    {"record_too_long",
        QT_TRANSLATE_NOOP3("RejectionReason", "The record is longer than %1 MiB.", "why an event was set aside")},
    {"too_few_columns",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "The record has %1 columns, the header has %2.", "why an event was set aside")},
    {"too_many_columns",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "The record has %1 columns, the header has %2.", "why an event was set aside")},
    {"text_after_quote",
        QT_TRANSLATE_NOOP3("RejectionReason", "There is text behind the closing quote.", "why an event was set aside")},
    {"open_quote",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "A quote is opened, and not closed within %1 MiB.", "why an event was set aside")},
    {"open_quote",
        QT_TRANSLATE_NOOP3("RejectionReason", "A quote is opened and never closed.", "why an event was set aside")},
    {"invalid_utf8",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "The text is not valid UTF-8 from byte %1 on.", "why an event was set aside")},
    {"nul_character",
        QT_TRANSLATE_NOOP3("RejectionReason", "The text holds a NUL character.", "why an event was set aside")},
    {"missing_value", QT_TRANSLATE_NOOP3("RejectionReason", "A value is missing.", "why an event was set aside")},
    {"missing_value",
        QT_TRANSLATE_NOOP3("RejectionReason", "The time of the order is missing.", "why an event was set aside")},
    {"missing_value",
        QT_TRANSLATE_NOOP3("RejectionReason", "The number of the order is missing.", "why an event was set aside")},
    {"missing_value",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "The number of the order line is missing.", "why an event was set aside")},
    {"missing_value",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "There is no amount for the order's total.", "why an event was set aside")},
    {"bad_decimal",
        QT_TRANSLATE_NOOP3("RejectionReason", "\"%1\" is no plain decimal number.", "why an event was set aside")},
    {"bad_integer", QT_TRANSLATE_NOOP3("RejectionReason", "\"%1\" is no whole number.", "why an event was set aside")},
    {"bad_time",
        QT_TRANSLATE_NOOP3("RejectionReason",
            "\"%1\" is no local time such as 2018-08-01 14:30:00, of the years 2000 to 2045.",
            "why an event was set aside")},
    {"bad_time",
        QT_TRANSLATE_NOOP3("RejectionReason",
            "\"%1\" is no time with a zone such as 2018-08-01T14:30:00Z, of the years 2000 to 2045.",
            "why an event was set aside")},
    {"bad_date",
        QT_TRANSLATE_NOOP3("RejectionReason", "\"%1\" is no date such as 2018-08-01, of the years 2000 to 2045.",
            "why an event was set aside")},
    {"bad_amount",
        QT_TRANSLATE_NOOP3("RejectionReason", "The total has more than 18 digits.", "why an event was set aside")},
    {"duplicate_key",
        QT_TRANSLATE_NOOP3("RejectionReason", "The key \"%1\" is in line %2 already.", "why an event was set aside")},
    {"duplicate_key",
        QT_TRANSLATE_NOOP3("RejectionReason", "The order %1 has a line %2 already.", "why an event was set aside")},
    {"no_order",
        QT_TRANSLATE_NOOP3("RejectionReason", "There is no order \"%1\" in %2.", "why an event was set aside")},
    {"no_watermark",
        QT_TRANSLATE_NOOP3(
            "RejectionReason", "Rows without a value, which were not read: %1", "why an event was set aside")},
};

// Texts of the JSON reader and of amounts, which are translated there: who reads a file keeps them in his language.
constexpr Named moneyReasons[] = {
    {"bad_amount", {"\"%1\" is no currency of ISO 4217.", nullptr}}, // an order line's
    {"unknown_currency", {"\"%1\" is no currency of ISO 4217.", nullptr}},
    {"bad_amount", {"\"%1\" is no plain decimal such as 1234.50.", nullptr}},
    {"bad_amount", {"%1 has more decimals than %2 allows (%3).", nullptr}},
    {"bad_amount", {"%1 is too large an amount.", nullptr}},
};
constexpr Named jsonReasons[] = {
    {"broken_json", {"line %1, column %2: %3", "a place and what is wrong there"}},
    {"broken_json", {"%1 where %2 should be", "found, expected"}},
    {"broken_json", {"%1 where %2", "a character, what should be there"}},
    {"broken_json", {"an event in { } should begin", nullptr}},
    {"broken_json", {"',' or ']' belongs", nullptr}},
    {"broken_json", {"a key in double quotes", nullptr}},
    {"broken_json", {"four hexadecimal digits", nullptr}},
    {"broken_json", {"a value", nullptr}},
    {"broken_json", {"a digit", nullptr}},
    {"broken_json", {"values are nested more than %1 deep", nullptr}},
    {"broken_json", {"a NUL character, which cannot be stored", nullptr}},
    {"broken_json", {"a text that is not closed before the end of its line", nullptr}},
    {"broken_json", {"a control character (%1) that is not escaped", nullptr}},
    {"broken_json", {"no valid UTF-8 (byte %1)", nullptr}},
    {"broken_json", {"no such escape: \\%1", nullptr}},
    {"broken_json", {"half of a surrogate pair", nullptr}},
    {"broken_json", {"a number with a leading zero", nullptr}},
    {"broken_json", {"a number with too many digits to be stored", nullptr}},
    {"broken_json", {"the key \"%1\" a second time in one object", nullptr}},
    {"broken_json", {"ends in the middle of a value", nullptr}},
    {"broken_json", {"ends before it is closed", nullptr}},
    {"broken_json", {"the list of events ends before it is closed", nullptr}},
    {"broken_json", {"an event must be an object in { }", nullptr}},
    {"broken_json", {"larger than %1 MiB", nullptr}},
};

struct Pattern
{
    QString code;
    const char* context;
    Text text;
    QRegularExpression english;
};

QList<Pattern> makePatterns()
{
    static const QRegularExpression place(u"\\\\%\\d"_s);
    QList<Pattern> patterns;
    const auto add = [&patterns](const char* context, std::span<const Named> table) {
        for (const Named& entry : table) {
            QString english = QRegularExpression::escape(QString::fromUtf8(entry.text.text));
            english.replace(place, u"(.*?)"_s);
            // before it may stand which column, key or event it is about
            patterns.append({QString::fromLatin1(entry.name), context, entry.text,
                QRegularExpression(u"^(.*: )??"_s + english + u"$"_s, QRegularExpression::DotMatchesEverythingOption)});
        }
    };
    add("RejectionReason", rejectionReasons);
    add("Money", moneyReasons);
    add("Json", jsonReasons);
    return patterns;
}

/// With its places filled all at once: a "%1" in a value is none.
QString filled(const QString& text, const QStringList& values)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int number = text[at] == u'%' && at + 1 < text.size() ? text[at + 1].digitValue() : -1;
        result += number > 0 ? values.value(number - 1) : QString(text[at]);
        at += number > 0 ? 1 : 0;
    }
    return result;
}

} // namespace

QString rejectionReason(const QString& code, const QString& reason)
{
    static const QList<Pattern> patterns = makePatterns();
    for (const Pattern& pattern : patterns) {
        if (pattern.code != code)
            continue;
        const auto match = pattern.english.match(reason);
        if (!match.hasMatch())
            continue;
        QStringList values = match.capturedTexts().sliced(std::min<qsizetype>(2, match.lastCapturedIndex() + 1));
        if (QLatin1StringView(pattern.context) == "Json"_L1) // is put together of such texts
            for (QString& value : values)
                value = rejectionReason(code, value);
        return match.captured(1) + filled(translated(pattern.context, pattern.text), values);
    }
    return reason;
}
