// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/import/mappingparser.h"

#include "app/ctl/text/nearest.h"
#include "models/domain/jsonschema.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using Json = nlohmann::ordered_json;

namespace {
QString text(const Json& value)
{
    return QString::fromStdString(value.get<std::string>());
}

QString textOf(const Json& object, const char* name, const QString& fallback = {})
{
    const auto it = object.find(name);
    return it == object.end() ? fallback : text(*it);
}

/// Turns a document that fits the schema into a Mapping, and collects what is wrong beyond the schema.
class MappingReader
{
    Q_DECLARE_TR_FUNCTIONS(MappingReader)

public:
    explicit MappingReader(const Json& document)
        : m_document(document)
    { }

    Mapping read();
    const QStringList& mistakes() const { return m_mistakes; }

private:
    void wrong(const QString& place, const QString& reason) { m_mistakes.append(place + u": "_s + reason); }
    QTimeZone zone(const QString& place, const QString& name);
    void readSource();
    void readTables();
    void readColumns(const QString& place, const Json& columns, MappingTable& table);
    void readJoins();
    void readWhere(const QString& place, const Json& definition, const MappingTable& table);
    void checkTables();
    void readOrder();
    void readLines();
    void readReferences();
    void readMilestones();
    void readChecks();

    int table(const QString& place, const QString& name);
    int tableOf(const QString& place, const Json& object);
    bool reaches(int from, int context) const;
    ColumnRef column(const QString& place, const QString& reference, int context);
    ColumnRef timeColumn(const QString& place, const QString& reference, int context);
    ColumnRef amountColumn(const QString& place, const QString& reference, int context);
    AmountRule amount(const QString& place, const Json& value);
    TextTemplate textTemplate(const QString& place, const Json& object, const char* name, int context);
    TextTemplate textTemplate(const QString& place, const QString& source, int context);
    NamedTemplates fields(const QString& place, const Json& object, const char* name, int context);
    RowCondition condition(const QString& place, const Json& object, int context, const char* name = "when");

    const Json& m_document;
    Mapping m_mapping;
    QTimeZone m_zone;
    QStringList m_mistakes;
};

Mapping MappingReader::read()
{
    m_mapping.name = textOf(m_document, "mapping");
    m_mapping.version = m_document.at("version").get<int>();
    m_mapping.title = textOf(m_document, "title");
    m_mapping.eventSource = textOf(m_document, "eventSource");
    m_zone = zone(u"/zone"_s, textOf(m_document, "zone"));
    const Json& channel = m_document.at("channel");
    m_mapping.channel = QByteArray::fromStdString(channel.dump());
    m_mapping.channelCode = textOf(channel, "channel");
    if (channel.contains("zone"))
        zone(u"/channel/zone"_s, textOf(channel, "zone"));
    readSource();
    readTables();
    readJoins();
    m_mapping.mainTable = table(u"/order/from"_s, textOf(m_document.at("order"), "from"));
    if (m_mapping.mainTable < 0)
        return m_mapping;
    checkTables();
    readOrder();
    readLines();
    readReferences();
    readMilestones();
    readChecks();
    return m_mapping;
}

QTimeZone MappingReader::zone(const QString& place, const QString& name)
{
    QTimeZone found(name.toLatin1());
    if (!found.isValid())
        wrong(place, tr(R"(there is no time zone "%1"; names are such as "Europe/Berlin")").arg(name));
    return found.isValid() ? found : QTimeZone::utc();
}

void MappingReader::readSource()
{
    const auto source = m_document.find("source");
    if (source == m_document.end())
        return;
    if (const auto sql = source->find("sql"); sql != source->end()) {
        m_mapping.source = Mapping::Source::Sql;
        m_mapping.uriEnvironment = textOf(*sql, "uriEnv");
        m_mapping.overlapSeconds = sql->value("overlap", qint64(0));
        return;
    }
    const Json& csv = source->at("csv");
    const QString delimiter = textOf(csv, "delimiter", u","_s);
    if (delimiter.at(0).unicode() > 127 || delimiter == u"\""_s || delimiter == u"\n"_s)
        wrong(u"/source/csv/delimiter"_s, tr("the delimiter has to be one ASCII character, and no quote"));
    m_mapping.delimiter = delimiter.at(0).toLatin1();
    m_mapping.decimalPoint = textOf(csv, "decimalPoint", u"."_s).at(0).toLatin1();
}

void MappingReader::readTables()
{
    for (const auto& [key, definition] : m_document.at("tables").items()) {
        MappingTable table;
        table.name = QString::fromStdString(key);
        const QString place = u"/tables/"_s + table.name;
        if (table.name.contains(u'.') || table.name.contains(u'|') || table.name.contains(u'}'))
            wrong(place, tr("a table's name cannot hold any of . | }"));
        table.file = textOf(definition, "file");
        table.relation = textOf(definition, "table");
        table.watermark = textOf(definition, "watermark");
        readColumns(place, definition.at("columns"), table);
        readWhere(place, definition, table);
        if (const QString unique = textOf(definition, "key"); !unique.isEmpty()) {
            table.key = table.indexOf(unique);
            if (table.key < 0)
                wrong(place + u"/key"_s, tr("there is no column \"%1\" in this table").arg(unique));
        }
        m_mapping.tables.append(table);
    }
}

void MappingReader::readColumns(const QString& place, const Json& columns, MappingTable& table)
{
    static const QStringList types{u"text"_s, u"integer"_s, u"decimal"_s, u"localTime"_s, u"time"_s, u"date"_s};
    for (const auto& [name, definition] : columns.items()) {
        MappingColumn column;
        column.name = QString::fromStdString(name);
        column.type = static_cast<ColumnType>(types.indexOf(textOf(definition, "type")));
        column.required = definition.value("required", false);
        column.endOfDay = definition.value("endOfDay", false);
        const QString columnPlace = place + u"/columns/"_s + column.name;
        column.zone = definition.contains("zone") ? zone(columnPlace + u"/zone"_s, textOf(definition, "zone")) : m_zone;
        if (column.endOfDay && column.type != ColumnType::Date)
            wrong(columnPlace + u"/endOfDay"_s, tr("only a date has an end of day"));
        table.columns.append(column);
    }
}

void MappingReader::readWhere(const QString& place, const Json& definition, const MappingTable& table)
{
    const bool csv = m_mapping.source == Mapping::Source::Csv;
    if (csv && table.file.isEmpty())
        wrong(place, tr("a table of the source csv needs \"file\""));
    if (!csv && table.relation.isEmpty())
        wrong(place, tr("a table of the source sql needs \"table\""));
    if (csv && (definition.contains("table") || definition.contains("watermark")))
        wrong(place, tr(R"("table" and "watermark" belong to the source sql)"));
    if (!csv && definition.contains("file"))
        wrong(place, tr("\"file\" belongs to the source csv"));
}

void MappingReader::readJoins()
{
    int number = 0;
    for (const auto& [key, definition] : m_document.at("tables").items()) {
        MappingTable& joined = m_mapping.tables[number++];
        const auto join = definition.find("join");
        if (join == definition.end())
            continue;
        const QString place = u"/tables/"_s + joined.name + u"/join"_s;
        joined.joinOn = joined.indexOf(textOf(*join, "on"));
        if (joined.joinOn < 0)
            wrong(place + u"/on"_s, tr("there is no column \"%1\" in this table").arg(textOf(*join, "on")));
        const QString with = textOf(*join, "with");
        const int other = table(place + u"/with"_s, with.section(u'.', 0, 0));
        if (other < 0)
            continue;
        joined.joinWith = {other, m_mapping.tables.at(other).indexOf(with.section(u'.', 1))};
        if (joined.joinWith.column < 0) {
            wrong(place + u"/with"_s, tr("there is no column \"%1\"").arg(with));
            joined.joinWith = {};
        }
    }
}

void MappingReader::checkTables()
{
    for (int i = 0; i < m_mapping.tables.size(); ++i) {
        const MappingTable& checked = m_mapping.tables.at(i);
        const QString place = u"/tables/"_s + checked.name;
        if (i == m_mapping.mainTable) {
            if (checked.joinWith.isValid())
                wrong(place + u"/join"_s, tr("the table of the orders joins no other one"));
            if (checked.key < 0)
                wrong(place, tr("the table of the orders needs \"key\": the column that names an order"));
            if (m_mapping.source == Mapping::Source::Sql && checked.watermark.isEmpty())
                wrong(place, tr("the table of the orders needs \"watermark\""));
            continue;
        }
        if (!reaches(i, m_mapping.mainTable))
            wrong(place, tr("this table needs a \"join\" that leads to the table of the orders"));
        if (!checked.watermark.isEmpty())
            wrong(place + u"/watermark"_s, tr("only the table of the orders has a watermark"));
    }
}

int MappingReader::table(const QString& place, const QString& name)
{
    QStringList names;
    for (int i = 0; i < m_mapping.tables.size(); ++i) {
        if (m_mapping.tables.at(i).name == name)
            return i;
        names.append(m_mapping.tables.at(i).name);
    }
    wrong(place, tr("there is no table \"%1\"").arg(name) + didYouMean(name, names));
    return -1;
}

int MappingReader::tableOf(const QString& place, const Json& object)
{
    const int found = object.contains("from") ? table(place + u"/from"_s, textOf(object, "from")) : m_mapping.mainTable;
    if (found >= 0 && found != m_mapping.mainTable && !reaches(found, m_mapping.mainTable))
        return -1;
    return found;
}

/// Whether a row of `from` can be found when a row of `context` is at hand.
bool MappingReader::reaches(int from, int context) const
{
    for (int hops = 0; hops <= m_mapping.tables.size(); ++hops) {
        if (from == context)
            return true;
        const ColumnRef& with = m_mapping.tables.at(from).joinWith;
        if (!with.isValid())
            return false;
        from = with.table;
    }
    return false; // the joins go in a circle
}

ColumnRef MappingReader::column(const QString& place, const QString& reference, int context)
{
    if (context < 0)
        return {};
    int found = context;
    QString name = reference;
    if (m_mapping.tables.at(context).indexOf(reference) < 0 && reference.contains(u'.')) {
        found = table(place, reference.section(u'.', 0, 0));
        name = reference.section(u'.', 1);
    }
    if (found < 0)
        return {};
    const MappingTable& owner = m_mapping.tables.at(found);
    const int number = owner.indexOf(name);
    if (number < 0) {
        QStringList names;
        for (const MappingColumn& known : owner.columns)
            names.append(known.name);
        wrong(
            place, tr(R"(there is no column "%1" in the table "%2")").arg(name, owner.name) + didYouMean(name, names));
        return {};
    }
    if (!reaches(found, context) && !reaches(found, m_mapping.mainTable)) {
        wrong(place, tr("no join leads to the table \"%1\"").arg(owner.name));
        return {};
    }
    return {found, number};
}

ColumnRef MappingReader::timeColumn(const QString& place, const QString& reference, int context)
{
    const ColumnRef found = column(place, reference, context);
    if (found.isValid() && !m_mapping.columnOf(found).isTime())
        wrong(place, tr("the column \"%1\" is no time: its type should be localTime, time or date").arg(reference));
    return found;
}

ColumnRef MappingReader::amountColumn(const QString& place, const QString& reference, int context)
{
    const ColumnRef found = column(place, reference, context);
    const bool number = found.isValid()
        && (m_mapping.columnOf(found).type == ColumnType::Decimal
            || m_mapping.columnOf(found).type == ColumnType::Integer);
    if (found.isValid() && !number)
        wrong(place, tr("the column \"%1\" is no number: its type should be decimal").arg(reference));
    return found;
}

AmountRule MappingReader::amount(const QString& place, const Json& value)
{
    AmountRule rule;
    if (value.is_string()) {
        rule.single = true;
        rule.columns.append(amountColumn(place, text(value), m_mapping.mainTable));
        return rule;
    }
    int number = 0;
    for (const Json& part : value.at("sum"))
        rule.columns.append(amountColumn(place + u"/sum/%1"_s.arg(number++), text(part), m_mapping.mainTable));
    return rule;
}

TextTemplate MappingReader::textTemplate(const QString& place, const Json& object, const char* name, int context)
{
    const auto it = object.find(name);
    return it == object.end() ? TextTemplate{}
                              : textTemplate(place + u'/' + QString::fromLatin1(name), text(*it), context);
}

TextTemplate MappingReader::textTemplate(const QString& place, const QString& source, int context)
{
    TextTemplate result;
    qsizetype at = 0;
    while (at < source.size()) {
        const qsizetype open = source.indexOf(u'{', at);
        if (open != at)
            result.pieces.append({source.mid(at, open < 0 ? -1 : open - at), {}});
        if (open < 0)
            break;
        const qsizetype close = source.indexOf(u'}', open);
        if (close < 0) {
            wrong(place, tr("a brace is opened at character %1 and not closed").arg(open + 1));
            break;
        }
        TextTemplate::Piece piece;
        const QStringList alternatives = source.mid(open + 1, close - open - 1).split(u'|');
        for (const QString& alternative : alternatives) {
            const ColumnRef found = column(place, alternative.trimmed(), context);
            if (found.isValid())
                piece.columns.append(found);
        }
        result.pieces.append(piece);
        at = close + 1;
    }
    return result;
}

NamedTemplates MappingReader::fields(const QString& place, const Json& object, const char* name, int context)
{
    NamedTemplates result;
    const auto it = object.find(name);
    if (it == object.end())
        return result;
    for (const auto& [field, value] : it->items()) {
        const QString fieldName = QString::fromStdString(field);
        const QString fieldPlace = place + u'/' + QString::fromLatin1(name) + u'/' + fieldName;
        result.append({fieldName, textTemplate(fieldPlace, text(value), context)});
    }
    return result;
}

RowCondition MappingReader::condition(const QString& place, const Json& object, int context, const char* name)
{
    RowCondition result;
    const auto terms = object.find(name);
    if (terms == object.end())
        return result;
    for (const auto& [columnName, values] : terms->items()) {
        RowCondition::Term term;
        const QString reference = QString::fromStdString(columnName);
        term.column = column(place + u'/' + QString::fromLatin1(name) + u'/' + reference, reference, context);
        for (const Json& value : values)
            term.values.append(text(value));
        if (term.column.isValid())
            result.terms.append(term);
    }
    return result;
}

void MappingReader::readOrder()
{
    const Json& order = m_document.at("order");
    const QString place = u"/order"_s;
    OrderRule& rule = m_mapping.order;
    const int main = m_mapping.mainTable;
    rule.key = textTemplate(place, order, "key", main);
    rule.number = textTemplate(place, order, "number", main);
    rule.currency = textTemplate(place, order, "currency", main);
    rule.customer = textTemplate(place, order, "customer", main);
    rule.total = amount(place + u"/total"_s, order.at("total"));
    rule.placedAt = timeColumn(place + u"/placedAt"_s, textOf(order, "placedAt"), main);
    if (order.contains("promisedAt"))
        rule.promisedAt = timeColumn(place + u"/promisedAt"_s, textOf(order, "promisedAt"), main);
    rule.attributes = fields(place, order, "attributes", main);
    if (!order.contains("details"))
        return;
    int number = 0;
    for (const Json& detail : order.at("details")) {
        const QString detailPlace = place + u"/details/%1"_s.arg(number++);
        const int from = tableOf(detailPlace, detail);
        rule.details.append({textOf(detail, "name"), from, fields(detailPlace, detail, "fields", from)});
    }
}

void MappingReader::readLines()
{
    const auto lines = m_document.find("lines");
    if (lines == m_document.end())
        return;
    const QString place = u"/lines"_s;
    LineRule& rule = m_mapping.lines;
    rule.table = tableOf(place, *lines);
    rule.line = textTemplate(place, *lines, "line", rule.table);
    rule.sku = textTemplate(place, *lines, "sku", rule.table);
    rule.title = textTemplate(place, *lines, "title", rule.table);
    rule.quantity = textTemplate(place, *lines, "quantity", rule.table);
    if (lines->contains("unitPrice"))
        rule.unitPrice = amountColumn(place + u"/unitPrice"_s, textOf(*lines, "unitPrice"), rule.table);
    rule.attributes = fields(place, *lines, "attributes", rule.table);
}

void MappingReader::readReferences()
{
    const auto references = m_document.find("refs");
    if (references == m_document.end())
        return;
    int number = 0;
    for (const Json& reference : *references) {
        const QString place = u"/refs/%1"_s.arg(number++);
        ReferenceRule rule;
        rule.table = tableOf(place, reference);
        rule.system = textTemplate(place, reference, "system", rule.table);
        rule.type = textTemplate(place, reference, "type", rule.table);
        rule.id = textTemplate(place, reference, "id", rule.table);
        rule.when = condition(place, reference, rule.table);
        m_mapping.references.append(rule);
    }
}

void MappingReader::readMilestones()
{
    const auto milestones = m_document.find("milestones");
    if (milestones == m_document.end())
        return;
    int number = 0;
    for (const Json& milestone : *milestones) {
        const QString place = u"/milestones/%1"_s.arg(number++);
        MilestoneRule rule;
        rule.table = tableOf(place, milestone);
        rule.step = textOf(milestone, "step");
        rule.fact = textOf(milestone, "fact");
        const QString outcome = textOf(milestone, "outcome");
        rule.outcome = outcome == u"completed"_s ? QString() : outcome;
        if (!rule.fact.isEmpty() && milestone.contains("outcome"))
            wrong(place + u"/outcome"_s, tr("a fact about the order has no outcome"));
        rule.scope = textTemplate(place, milestone, "scope", rule.table);
        const Json& time = milestone.at("time");
        if (time.is_string()) {
            rule.latestOf.append(timeColumn(place + u"/time"_s, text(time), rule.table));
        } else {
            int part = 0;
            for (const Json& reference : time.at("latest"))
                rule.latestOf.append(timeColumn(place + u"/time/latest/%1"_s.arg(part++), text(reference), rule.table));
        }
        rule.when = condition(place, milestone, rule.table);
        rule.message = textTemplate(place, milestone, "message", rule.table);
        rule.attributes = fields(place, milestone, "attributes", rule.table);
        m_mapping.milestones.append(rule);
    }
}

void MappingReader::readChecks()
{
    const auto checks = m_document.find("checks");
    if (checks == m_document.end())
        return;
    int number = 0;
    for (const Json& check : *checks) {
        const QString place = u"/checks/%1"_s.arg(number++);
        CheckRule rule;
        rule.finding = textOf(check, "finding");
        rule.text = textOf(check, "text");
        rule.when = condition(place, check, m_mapping.mainTable);
        rule.unlike = condition(place, check, m_mapping.mainTable, "unlike");
        if (check.contains("noRowsIn"))
            rule.noRowsIn = table(place + u"/noRowsIn"_s, textOf(check, "noRowsIn"));
        if (const auto before = check.find("before"); before != check.end()) {
            rule.earlier = timeColumn(place + u"/before/0"_s, text(before->at(0)), m_mapping.mainTable);
            rule.later = timeColumn(place + u"/before/1"_s, text(before->at(1)), m_mapping.mainTable);
        }
        if (const auto differ = check.find("differ"); differ != check.end()) {
            rule.one = amount(place + u"/differ/one"_s, differ->at("one"));
            rule.other = amount(place + u"/differ/other"_s, differ->at("other"));
            rule.tolerance = Decimal::parse(textOf(*differ, "tolerance")).value_or(Decimal());
        }
        m_mapping.checks.append(rule);
    }
}

Error invalid(const QStringList& mistakes)
{
    return Error{Failure::Invalid, mistakes.join(u'\n'),
        QCoreApplication::translate("MappingReader", "Correct the mapping file and start again."), {}};
}

} // namespace

Outcome<Mapping> parseMapping(const QByteArray& json)
{
    if (const QStringList problems = schemaProblems(json, u"mapping.schema.json"_s); !problems.isEmpty())
        return invalid(problems);
    const Json document = Json::parse(json.cbegin(), json.cend());
    MappingReader reader(document);
    Mapping mapping = reader.read();
    if (!reader.mistakes().isEmpty())
        return invalid(reader.mistakes());
    mapping.fingerprint = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex();
    return mapping;
}
