// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>

/// What a filter is about. The language is the same, the fields are not.
enum class FilterSubject { Orders, Problems };

/// The fields of the filter language. Those of problems: see problemfields.h; where a name is in both, it is one field.
enum class FilterField {
    Text, ///< a bare word: order number, key or external reference starts with it
    Order, ///< order:10412, order:DE-*  number (or key), wildcards allowed
    Channel, ///< channel:pos
    Process, ///< process:ship_to_home
    Currency, ///< currency:EUR
    Customer, ///< customer:m***@… as masked
    Step, ///< step:erp_order_creation: this step is open now
    System, ///< system:erp: an open step is owed by this kind of system
    State, ///< state:failed|pending|in_progress|open|done|cancelled
    Sync, ///< sync:waiting|failed|done|cancelled|unknown
    Fulfilment, ///< fulfilment:shipped
    Money, ///< money:captured
    Target, ///< target:breached|due_soon|late|on_time|none
    Backlog, ///< backlog:erp|reservation|shipment|refund
    Anomaly, ///< anomaly:any|none|before_predecessor|...
    Tag, ///< tag:vip: people put this word on the order, wildcards allowed
    Reference, ///< ref:SO-4711 external id, wildcards allowed
    Age, ///< age>2h: since the open step became eligible
    Overdue, ///< overdue>1d: time past due of the open step that is due first; of those meant, beside step: and the
             ///< like
    Placed, ///< placed:today, placed:2018-05, placed>=2026-11-01
    Seen, ///< seen:today: last event
    Late, ///< late>=-24h: a step was reached then, but after its due time
    Promised, ///< promised<today
    Value, ///< value>=500, in major units of the order's own currency
    // of problems only
    Flow, ///< flow:erp-*
    Severity, ///< severity:critical
    Class, ///< class:data: kind of error
    Code, ///< code:V7-*
    Http, ///< http:503, http>=500: what the last try was answered
    Effect, ///< effect:unknown: in doubt
    Kind, ///< kind:failure|overdue|in_doubt|...
    Owner, ///< owner:me, owner:none, owner:anna
    Team, ///< team:"erp team"
    Group, ///< group:12,13
    Error, ///< error:"tax code": the message contains it
    Payload, ///< payload:4711: a value that is sent contains it
    Due, ///< due<1h: time left
    Opened, ///< opened:today
    Attempts ///< attempts>=3
};

/// Between includes both ends.
enum class FilterOperator { Equals, Less, LessOrEqual, Greater, GreaterOrEqual, Between };

/// Whose owner: words that are no names.
inline constexpr QStringView filterOwnerMe = u"me";
inline constexpr QStringView filterOwnerNone = u"none";
/// Of problems, a shorter word begins a word of what they share: flow, step, code, what is fixed in the message of
/// their group. A payload is searched for no less: what is nearly everywhere finds nothing.
constexpr qsizetype leastSearchLetters = 3;

/// One condition. Which members count depends on the field: text values for words, seconds for durations, times as
/// half-open UTC ranges, decimals as exact text. Conditions on times come in three forms: Equals with [from, to), Less
/// and GreaterOrEqual with from = to = the moment to compare with.
struct FilterTerm
{
    FilterField field = FilterField::Text;
    FilterOperator op = FilterOperator::Equals;
    /// Alternatives (channel:pos,web). Where the field allows wildcards ask wildcardParts(): '*' is one, '\\' takes the
    /// next character as it is.
    QStringList values;
    qint64 seconds = 0; ///< Age, Overdue, Due
    qint64 secondsTo = 0; ///< upper end for Between
    QDateTime from; ///< Placed, Seen, Late, Promised, Opened: [from, to)
    QDateTime to;
    QString decimal; ///< Value, Attempts, Http
    QString decimalTo;

    friend bool operator==(const FilterTerm&, const FilterTerm&) = default;
};

/// A parsed filter: a tree of and, or, not over terms. Empty = everything. A plain value.
class FilterExpression
{
public:
    enum class Kind { Everything, And, Or, Not, Term };

    FilterExpression() = default;
    explicit FilterExpression(FilterTerm term)
        : m_kind(Kind::Term)
        , m_term(std::move(term))
    { }
    FilterExpression(Kind kind, QList<FilterExpression> children)
        : m_kind(kind)
        , m_children(std::move(children))
    { }

    Kind kind() const { return m_kind; }
    const FilterTerm& term() const { return m_term; }
    const QList<FilterExpression>& children() const { return m_children; }
    bool isEverything() const { return m_kind == Kind::Everything; }

    friend bool operator==(const FilterExpression& a, const FilterExpression& b)
    {
        return a.m_kind == b.m_kind && a.m_term == b.m_term && a.m_children == b.m_children;
    }

private:
    Kind m_kind = Kind::Everything;
    FilterTerm m_term;
    QList<FilterExpression> m_children;
};

/// Where a filter text is wrong and what would be right.
struct FilterMistake
{
    qsizetype position = 0; ///< characters from the start
    qsizetype length = 0;
    QString text; ///< "There is no field \"chanel\"."
    QString suggestion; ///< replacement for the marked part; may be empty

    friend bool operator==(const FilterMistake&, const FilterMistake&) = default;
};

struct ParsedFilter
{
    FilterExpression expression; ///< valid only without a mistake
    std::optional<FilterMistake> mistake;
};

/// Reads the filter language of the console, the command line and saved views:
///   order:10412 channel:pos,web state:failed age>2h value>=500 placed:2026-10..2026-11 -channel:test (a OR b) "a b"
/// AND by default, OR, - for not, parentheses, quotes, ranges with "..", '*' as wildcard. Durations are 90s 15m 2h 3d
/// 1w, days are today, yesterday, tomorrow, 2026-11-03, 2026-11 and 2026, moments are now, -24h (ago) and +2d (ahead).
/// Relative times are taken at `now`, days in `zone`. Never throws; any text gives an expression or a mistake with its
/// place.
ParsedFilter parseFilter(
    const QString& text, const QDateTime& now, const QTimeZone& zone, FilterSubject subject = FilterSubject::Orders);

/// The filter as a text that reads back as the same expression, wherever and whenever it is read: times are in UTC.
QString filterText(const FilterExpression& expression);

/// The literal texts around the wildcards of a value: "DE-*" gives "DE-" and "". A single part means exactly that text.
QStringList wildcardParts(const QString& value);

/// The filter as a sentence: "channel is pos or web, and waiting for more than 2 hours". Translated.
QString filterInWords(
    const FilterExpression& expression, const QLocale& locale, FilterSubject subject = FilterSubject::Orders);

/// One thing that could come next at the cursor.
struct FilterCompletion
{
    QString text; ///< replaces [start, cursor)
    QString note; ///< what it means, translated
    qsizetype start = 0;
};

/// Fields, operators and closed sets of values that fit at the cursor. `live` gives values known from the data
/// (channels, processes, steps, systems) by field name.
QList<FilterCompletion> completeFilter(const QString& text, qsizetype cursor, const QHash<QString, QStringList>& live,
    FilterSubject subject = FilterSubject::Orders);

/// The condition that a field has this value: "channel:pos"; empty when there is no value.
QString filterTermFor(QLatin1StringView field, const QString& value);

/// Quotes a value where the language needs it, so that `field:` + quoted(value) means exactly that value.
QString quotedFilterValue(const QString& value);
