// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failuretable.h"

#include "models/domain/jsonschema.h"

#include <QCoreApplication>
#include <QHash>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace {

using Table = nlohmann::ordered_json;

QString stringOf(const Table& value)
{
    return QString::fromStdString(value.get<std::string>());
}

QByteArray bytesOf(const Table& value)
{
    return QByteArray::fromStdString(value.get<std::string>());
}

std::vector<TextPattern> patternsOf(const Table& list)
{
    std::vector<TextPattern> patterns;
    for (const Table& pattern : list)
        patterns.emplace_back(stringOf(pattern));
    return patterns;
}

std::vector<TextPattern> patternsAt(const Table& object, const char* key)
{
    return object.contains(key) ? patternsOf(object.at(key)) : std::vector<TextPattern>();
}

std::vector<FieldPath> pathsOf(const Table& list)
{
    std::vector<FieldPath> paths;
    for (const Table& path : list)
        paths.emplace_back(bytesOf(path));
    return paths;
}

/// "429", "5xx" or "any", as the schema has it.
std::pair<int, int> statusRange(const QString& text)
{
    if (text == u"any"_s)
        return {0, 999};
    if (text.endsWith("xx"_L1))
        return {text.first(1).toInt() * 100, text.first(1).toInt() * 100 + 99};
    return {text.toInt(), text.toInt()};
}

DeliveryPhase phaseOf(const QString& text)
{
    if (text == u"not_sent"_s)
        return DeliveryPhase::NotSent;
    return text == u"sent_no_answer"_s ? DeliveryPhase::SentNoAnswer : DeliveryPhase::Answered;
}

FailureCondition conditionOf(const Table& object)
{
    FailureCondition condition;
    for (const Table& phase : object.value("phase", Table::array()))
        condition.phases.push_back(phaseOf(stringOf(phase)));
    for (const Table& status : object.value("status", Table::array()))
        condition.statuses.push_back(statusRange(stringOf(status)));
    const Table fields = object.value("fields", Table::object()); // items() keeps no temporary alive
    for (const auto& [path, values] : fields.items())
        condition.fields.emplace_back(FieldPath(path), patternsOf(values));
    const Table headers = object.value("headers", Table::object());
    for (const auto& [name, values] : headers.items())
        condition.headers.emplace_back(QByteArray::fromStdString(name), patternsOf(values));
    condition.codes = patternsAt(object, "codes");
    condition.texts = patternsAt(object, "texts");
    condition.transportErrors = patternsAt(object, "transport_errors");
    condition.retryAfter = object.value("retry_after", false);
    return condition;
}

FailureRule ruleOf(const Table& object)
{
    FailureRule rule;
    rule.id = stringOf(object.at("id"));
    rule.when.push_back(conditionOf(object.at("when")));
    for (const Table& other : object.value("or", Table::array()))
        rule.when.push_back(conditionOf(other));
    rule.cls = failureClassFromText(stringOf(object.at("class"))).value_or(rule.cls);
    rule.effect = effectFromText(stringOf(object.at("effect"))).value_or(rule.effect);
    rule.retry = retryFromText(stringOf(object.at("retry"))).value_or(rule.retry);
    rule.advice = stringOf(object.at("advice"));
    return rule;
}

/// Reads the rules of a list and notes which of them has an id that came before.
class RuleReader
{
public:
    FailureTable::Rules rules(const Table& list, const QString& place)
    {
        FailureTable::Rules rules;
        for (const Table& object : list) {
            const QString here = place + u'/' + QString::number(rules.size());
            rules.push_back(ruleOf(object));
            const QString& id = rules.back().id;
            if (m_places.contains(id))
                m_problems.append(here + u"/id: "_s
                    + QCoreApplication::translate("FailureRules", R"("%1" is the id of %2 already)",
                        "%1 is the id of a rule, %2 its place such as /http/3")
                          .arg(id, m_places.value(id)));
            else
                m_places.insert(id, here);
        }
        return rules;
    }

    const QStringList& problems() const { return m_problems; }

private:
    QHash<QString, QString> m_places;
    QStringList m_problems;
};

std::vector<FailureTable::ConnectorRules> connectorRules(const Table& list, RuleReader& reader)
{
    std::vector<FailureTable::ConnectorRules> result;
    for (const Table& entry : list) {
        FailureTable::ConnectorRules rules;
        for (const Table& name : entry.at("names"))
            rules.connectors.append(stringOf(name));
        const QString place = u"/connectors/%1/rules"_s.arg(result.size());
        rules.rules = reader.rules(entry.at("rules"), place);
        result.push_back(std::move(rules));
    }
    return result;
}

FailureTable tableOf(const Table& root, RuleReader& reader)
{
    FailureTable table;
    table.places = {pathsOf(root.at("codes")), pathsOf(root.at("messages"))};
    for (const Table& mark : root.at("failure_marks"))
        table.failureMarks.push_back(conditionOf(mark));
    table.connectors = connectorRules(root.at("connectors"), reader);
    table.transport = reader.rules(root.at("transport"), u"/transport"_s);
    table.structured = reader.rules(root.at("structured"), u"/structured"_s);
    table.http = reader.rules(root.at("http"), u"/http"_s);
    table.texts = reader.rules(root.at("texts"), u"/texts"_s);
    for (const Table& header : root.at("retry_headers"))
        table.retryHeaders.push_back({bytesOf(header.at("header")), TextPattern(stringOf(header.at("value"))),
            retryFromText(stringOf(header.at("retry"))).value_or(Retry::Never)});
    table.unclassifiedAdvice = stringOf(root.at("unclassified").at("advice"));
    return table;
}

} // namespace

std::vector<const FailureRule*> FailureTable::all() const
{
    std::vector<const Rules*> lists;
    for (const ConnectorRules& connector : connectors)
        lists.push_back(&connector.rules);
    lists.insert(lists.end(), {&transport, &structured, &http, &texts});
    std::vector<const FailureRule*> result;
    for (const Rules* list : lists)
        for (const FailureRule& rule : *list)
            result.push_back(&rule);
    return result;
}

Outcome<FailureTable> FailureTable::fromJson(const QByteArray& json)
{
    const QStringList wrong = schemaProblems(json, u"failure-rules.schema.json"_s);
    if (!wrong.isEmpty())
        return Error{Failure::Invalid, wrong.join(u'\n'), {}, {}};
    RuleReader reader;
    FailureTable table = tableOf(Table::parse(json.constBegin(), json.constEnd(), nullptr, false), reader);
    if (!reader.problems().isEmpty())
        return Error{Failure::Invalid, reader.problems().join(u'\n'), {}, {}};
    return table;
}
