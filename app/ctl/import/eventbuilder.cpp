// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/eventbuilder.h"

#include "models/domain/money.h"

#include <QCryptographicHash>
#include <QHash>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {
constexpr qsizetype idHashLength = 16;

Json json(const QString& text)
{
    Json value = text.toStdString(); // braces would make a list of it
    return value;
}

void put(Json& object, const char* name, const QString& value)
{
    if (!value.isEmpty())
        object[name] = value.toStdString();
}

void put(Json& object, const NamedTemplates& fields, const RowContext& context)
{
    for (const auto& [name, field] : fields) {
        const QString value = context.text(field);
        if (!value.isEmpty())
            object[name.toStdString()] = value.toStdString();
    }
}

QString typeOf(const QString& name, const QString& outcome)
{
    return u"com.signalbox.order."_s + name + (outcome.isEmpty() ? QString() : u'.' + outcome) + u".v1"_s;
}

} // namespace

/// One order's events while they are put together.
struct EventBuilder::Draft
{
    Draft(const RowContext& rows, const Row& orderRow)
        : context(rows)
        , row(orderRow)
    { }

    /// The id is what the event is about, and a hash of its content: the same fact is the same event, a corrected one
    /// is another, which integration.as_corrections then puts behind it.
    void finish(
        const Mapping& mapping, const QString& name, const QString& outcome, const SourceTime& time, Json content)
    {
        const QString type = typeOf(name, outcome);
        const QString moment = time.toString();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData((type + u'\n' + moment + u'\n').toUtf8());
        const std::string dumped = content.dump();
        hash.addData(QByteArray::fromStdString(dumped));
        const QString digest = QString::fromLatin1(hash.result().toHex().first(idHashLength));
        QString about = order.key + u'/' + name + (outcome.isEmpty() ? QString() : u'.' + outcome);
        if (const auto scope = content.find("scope"); scope != content.end())
            about += u'@' + QString::fromStdString(scope->get<std::string>());
        QStringList& others = said[{about, moment}]; // rows that tell of the same
        if (!others.contains(digest))
            others.append(digest);
        if (const qsizetype place = others.indexOf(digest); place > 0)
            about += u'#' + QString::number(place + 1);
        Json event;
        event["specversion"] = "1.0";
        event["id"] = json(about + u'/' + digest);
        event["source"] = json(mapping.eventSource);
        event["type"] = json(type);
        event["subject"] = json(u"order/"_s + order.key);
        event["time"] = json(moment);
        event["data"] = std::move(content);
        order.events.append(QByteArray::fromStdString(event.dump()));
    }

    const RowContext context;
    const Row& row;
    BuiltOrder order;
    Json data = Json::object();
    QHash<std::pair<QString, QString>, QStringList> said; // what and when -> hashes
    bool refused = false;
};

EventBuilder::EventBuilder(const Mapping& mapping, const RowStore& store)
    : m_mapping(mapping)
    , m_store(store)
{ }

BuiltOrder EventBuilder::build(const Row& order) const
{
    Draft draft(RowContext(m_mapping, m_store, order), order);
    draft.order.key = draft.context.text(m_mapping.order.key);
    buildCaptured(draft);
    if (draft.refused) {
        draft.order.events.clear();
        draft.order.findings.clear();
        return draft.order;
    }
    for (const MilestoneRule& rule : m_mapping.milestones)
        buildMilestones(rule, draft);
    return draft.order;
}

void EventBuilder::refuse(Draft& draft, const Place& place, const char* code, const QString& reason) const
{
    draft.refused = true;
    const ColumnRef& column = place.column;
    const Row* row = place.row == nullptr && column.isValid() ? draft.context.rowOf(column.table) : place.row;
    const MappingTable& table = row != nullptr ? m_mapping.tables.at(column.table) : m_mapping.main();
    if (row == nullptr)
        row = &draft.row;
    draft.order.setAside.append({table.origin(), row->line,
        column.isValid() ? m_mapping.columnOf(column).name : QString(), QString::fromLatin1(code), reason, row->raw});
}

void EventBuilder::buildCaptured(Draft& draft) const
{
    const OrderRule& rule = m_mapping.order;
    const QString number = draft.context.text(rule.number);
    if (draft.context.isEmpty(rule.placedAt))
        return refuse(draft, {rule.placedAt}, "missing_value", u"The time of the order is missing."_s);
    if (number.isEmpty() || draft.order.key.isEmpty())
        return refuse(draft, {}, "missing_value", u"The number of the order is missing."_s);
    const SourceTime placed = draft.context.cell(rule.placedAt)->time;
    Json& order = draft.data["order"];
    put(order, "number", number);
    put(order, "channel", m_mapping.channelCode);
    put(order, "currency", draft.context.text(rule.currency));
    addTotal(draft);
    if (draft.refused)
        return;
    put(order, "placedAt", placed.toString());
    if (!draft.context.isEmpty(rule.promisedAt))
        put(order, "promisedAt", draft.context.cell(rule.promisedAt)->time.toString());
    put(order, "customer", draft.context.text(rule.customer));
    addLines(draft);
    addReferences(draft);
    Json attributes = Json::object();
    put(attributes, rule.attributes, draft.context);
    if (!attributes.empty())
        draft.data["attributes"] = std::move(attributes);
    addDetails(draft);
    addFindings(draft);
    draft.finish(m_mapping, u"order_captured"_s, {}, placed, std::move(draft.data));
}

void EventBuilder::addTotal(Draft& draft) const
{
    const AmountRule& rule = m_mapping.order.total;
    const QString currency = draft.context.text(m_mapping.order.currency);
    if (minorUnitDigits(currency) < 0)
        return refuse(
            draft, {m_mapping.order.currency.firstColumn()}, "unknown_currency", parseMoney({}, currency).error().text);
    if (!std::ranges::all_of(rule.columns, [&](const ColumnRef& ref) { return draft.context.isComplete(ref.table); }))
        return; // a part of it was set aside: better none than a wrong one
    bool overflow = false;
    const auto total = draft.context.amount(rule, overflow);
    if (overflow)
        return refuse(draft, badAmount(draft, currency), "bad_amount", u"The total has more than 18 digits."_s);
    if (!total)
        return refuse(
            draft, badAmount(draft, currency), "missing_value", u"There is no amount for the order's total."_s);
    if (total->isNegative())
        return refuse(draft, badAmount(draft, currency), "negative_amount",
            u"The total %1 is negative."_s.arg(total->toString()));
    const auto money = parseMoney(total->toString(), currency);
    if (!money)
        return refuse(draft, badAmount(draft, currency), "bad_amount", money.error().text);
    draft.data["order"]["total"] = json(plainDecimal(money.value()));
}

EventBuilder::Place EventBuilder::badAmount(const Draft& draft, const QString& currency) const
{
    const AmountRule& rule = m_mapping.order.total;
    if (rule.single)
        return {rule.columns.constFirst()};
    for (const ColumnRef& column : rule.columns) {
        for (const Row* row : draft.context.rowsOf(column.table)) {
            const QString& text = row->cells.at(column.column).text;
            const auto money = parseMoney(text, currency);
            if (!text.isEmpty() && (!money || money.value().minor < 0))
                return {column, row};
        }
    }
    return {};
}

void EventBuilder::addLines(Draft& draft) const
{
    if (m_mapping.lines.table < 0)
        return;
    QStringList known;
    for (const Row* row : draft.context.rowsOf(m_mapping.lines.table))
        addLine(draft, draft.context.at(m_mapping.lines.table, *row), known);
}

void EventBuilder::addLine(Draft& draft, const RowContext& context, QStringList& known) const
{
    const LineRule& rule = m_mapping.lines;
    const QString line = context.text(rule.line);
    const Row& row = context.current();
    const auto leaveOut = [&](const char* code, const QString& reason) {
        draft.order.setAside.append(
            {m_mapping.tables.at(rule.table).origin(), row.line, {}, QString::fromLatin1(code), reason, row.raw});
    };
    if (line.isEmpty())
        return leaveOut("missing_value", u"The number of the order line is missing."_s);
    if (known.contains(line))
        return leaveOut("duplicate_key", u"The order %1 has a line %2 already."_s.arg(draft.order.key, line));
    Json entry;
    put(entry, "line", line);
    put(entry, "sku", context.text(rule.sku));
    put(entry, "title", context.text(rule.title));
    put(entry, "quantity", context.text(rule.quantity));
    if (!context.isEmpty(rule.unitPrice)) {
        const auto price = parseMoney(context.cell(rule.unitPrice)->text, draft.context.text(m_mapping.order.currency));
        if (!price)
            return leaveOut("bad_amount", price.error().text);
        entry["unitPrice"] = json(plainDecimal(price.value()));
    }
    Json attributes = Json::object();
    put(attributes, rule.attributes, context);
    if (!attributes.empty())
        entry["attributes"] = std::move(attributes);
    known.append(line);
    draft.data["lines"].push_back(std::move(entry));
}

void EventBuilder::addReferences(Draft& draft) const
{
    for (const ReferenceRule& rule : m_mapping.references) {
        for (const Row* row : draft.context.rowsOf(rule.table)) {
            const RowContext context = draft.context.at(rule.table, *row);
            const QString id = context.text(rule.id);
            if (id.isEmpty() || !context.holds(rule.when))
                continue;
            Json reference;
            put(reference, "system", context.text(rule.system));
            put(reference, "type", context.text(rule.type));
            put(reference, "id", id);
            draft.data["refs"].push_back(std::move(reference));
        }
    }
}

void EventBuilder::addDetails(Draft& draft) const
{
    for (const DetailRule& rule : m_mapping.order.details) {
        Json list = Json::array();
        for (const Row* row : draft.context.rowsOf(rule.table)) {
            Json entry = Json::object();
            put(entry, rule.fields, draft.context.at(rule.table, *row));
            list.push_back(std::move(entry));
        }
        if (!list.empty())
            draft.data["details"][rule.name.toStdString()] = std::move(list);
    }
}

void EventBuilder::addFindings(Draft& draft) const
{
    for (const CheckRule& check : m_mapping.checks) {
        if (!found(check, draft.context))
            continue;
        draft.order.findings.append(check.finding);
        draft.data["findings"].push_back(json(check.finding));
    }
}

bool EventBuilder::found(const CheckRule& check, const RowContext& context) const
{
    if (!context.holds(check.when) || (!check.unlike.terms.isEmpty() && context.holds(check.unlike))
        || (check.noRowsIn >= 0 && !context.rowsOf(check.noRowsIn).isEmpty()))
        return false;
    if (check.earlier.isValid()) {
        if (context.isEmpty(check.earlier) || context.isEmpty(check.later))
            return false;
        if (context.cell(check.earlier)->time.micros >= context.cell(check.later)->time.micros)
            return false;
    }
    if (!check.one.columns.isEmpty()) {
        bool tooLong = false;
        const auto one = context.amount(check.one, tooLong);
        const auto other = context.amount(check.other, tooLong);
        const auto difference = one && other ? one->minus(*other) : std::nullopt;
        return difference && difference->magnitude().isGreaterThan(check.tolerance);
    }
    return true;
}

void EventBuilder::buildMilestones(const MilestoneRule& rule, Draft& draft) const
{
    for (const Row* row : draft.context.rowsOf(rule.table)) {
        const RowContext context = draft.context.at(rule.table, *row);
        if (!context.holds(rule.when))
            continue;
        std::optional<SourceTime> time;
        for (const ColumnRef& ref : rule.latestOf) {
            const Cell* cell = context.cell(ref);
            if (cell != nullptr && !cell->isEmpty() && (!time || cell->time.micros > time->micros))
                time = cell->time;
        }
        if (!time)
            continue;
        Json data = Json::object();
        put(data, "scope", context.text(rule.scope));
        put(data, "message", context.text(rule.message));
        Json attributes = Json::object();
        put(attributes, rule.attributes, context);
        if (!attributes.empty())
            data["attributes"] = std::move(attributes);
        draft.finish(m_mapping, rule.fact.isEmpty() ? rule.step : rule.fact, rule.outcome, *time, std::move(data));
    }
}
