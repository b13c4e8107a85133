// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonschema.h"

#include "models/domain/jsonscanner.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;
using Path = std::vector<std::string>;

/// The validator names a place as "<root>", "[steps]", "[3]".
Path pathOf(const std::vector<std::string>& context)
{
    Path path;
    for (const std::string& part : context)
        if (part.size() >= 2 && part.front() == '[')
            path.push_back(part.substr(1, part.size() - 2));
    return path;
}

QString pointerOf(const Path& path)
{
    QString pointer;
    for (const std::string& part : path)
        pointer += u'/' + QString::fromStdString(part).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return pointer;
}

const nlohmann::json& resolved(const nlohmann::json& root, const nlohmann::json& schema)
{
    const auto ref = schema.find("$ref");
    if (ref == schema.end())
        return schema;
    const auto pointer = nlohmann::json::json_pointer(ref->get<std::string>().substr(1));
    return root.contains(pointer) ? root.at(pointer) : schema;
}

/// The part of the schema that speaks of a place, so that a problem can say what would be right.
nlohmann::json ruleFor(const nlohmann::json& root, const Path& path)
{
    nlohmann::json rule = root;
    for (const std::string& part : path) {
        const bool index
            = !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (index && rule.contains("items"))
            rule = resolved(root, nlohmann::json(rule.at("items")));
        else if (rule.contains("properties") && rule.at("properties").contains(part))
            rule = resolved(root, nlohmann::json(rule.at("properties").at(part)));
        else
            return nlohmann::json::object();
    }
    return rule;
}

QString typeName(const std::string& type)
{
    if (type == "string")
        return QCoreApplication::translate("JsonSchema", "a text", "a JSON type");
    if (type == "integer")
        return QCoreApplication::translate("JsonSchema", "a whole number", "a JSON type");
    if (type == "number")
        return QCoreApplication::translate("JsonSchema", "a number", "a JSON type");
    if (type == "boolean")
        return QCoreApplication::translate("JsonSchema", "true or false", "a JSON type");
    if (type == "array")
        return QCoreApplication::translate("JsonSchema", "a list", "a JSON type");
    if (type == "object")
        return QCoreApplication::translate("JsonSchema", "an object", "a JSON type");
    return QString::fromStdString(type);
}

QString typesOf(const nlohmann::json& rule)
{
    const nlohmann::json types = rule.value("type", nlohmann::json());
    QStringList names;
    if (types.is_string())
        names.append(typeName(types.get<std::string>()));
    else if (types.is_array())
        for (const auto& type : types)
            names.append(typeName(type.get<std::string>()));
    return names.join(QCoreApplication::translate("JsonSchema", " or ", "between two JSON types, spaces around"));
}

QString choicesOf(const nlohmann::json& rule)
{
    QStringList choices;
    for (const auto& choice : rule.value("enum", nlohmann::json::array()))
        choices.append(QString::fromStdString(choice.is_string() ? choice.get<std::string>() : choice.dump()));
    return choices.join(u", "_s);
}

QString lastQuoted(const QString& text)
{
    const auto end = text.lastIndexOf(u'\'');
    const auto start = end > 0 ? text.lastIndexOf(u'\'', end - 1) : -1;
    return start < 0 ? text : text.sliced(start + 1, end - start - 1);
}

/// The validator's own words where we have no better ones.
QString plainWords(const QString& description, const nlohmann::json& rule)
{
    if (description.startsWith("Missing required property"_L1))
        return QCoreApplication::translate("JsonSchema", "\"%1\" is missing").arg(lastQuoted(description));
    if (description.contains("'additionalProperties'"_L1))
        return QCoreApplication::translate("JsonSchema", "there is no \"%1\" here").arg(lastQuoted(description));
    if (description.contains("enum values"_L1))
        return QCoreApplication::translate("JsonSchema", "must be one of %1").arg(choicesOf(rule));
    if (description.contains("'type' constraint"_L1) && !typesOf(rule).isEmpty())
        return QCoreApplication::translate("JsonSchema", "must be %1", "%1 is a JSON type such as: a text")
            .arg(typesOf(rule));
    if (description.contains("'pattern'"_L1) && rule.contains("pattern"))
        return QCoreApplication::translate("JsonSchema", "does not have the form %1", "%1 is a regular expression")
            .arg(QString::fromStdString(rule.at("pattern").get<std::string>()));
    if (description.contains("valid date-time"_L1))
        return QCoreApplication::translate("JsonSchema", "must be a time with zone such as 2026-11-03T14:02:11Z");
    if (description.contains("uniqueness"_L1))
        return QCoreApplication::translate("JsonSchema", "contains the same twice");
    return description.endsWith(u'.') ? description.chopped(1) : description;
}

bool goesDeeper(const Path& inner, const Path& outer)
{
    return inner.size() > outer.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

struct Problem
{
    Path path;
    QString description;
};

QStringList problemsInWords(const std::vector<Problem>& problems, const nlohmann::json& schema)
{
    QStringList lines;
    for (const Problem& problem : problems) {
        // "a part of this is wrong" says nothing once the part itself is named
        const bool explained = std::any_of(problems.begin(), problems.end(),
            [&](const Problem& other) { return goesDeeper(other.path, problem.path); });
        if (explained && problem.description.startsWith("Failed to validate"_L1))
            continue;
        const QString words = plainWords(problem.description, ruleFor(schema, problem.path));
        const QString place = pointerOf(problem.path);
        const QString line = place.isEmpty() ? words : place + u": " + words;
        if (!lines.contains(line))
            lines.append(line);
    }
    return lines;
}

QStringList validated(const nlohmann::json& schemaJson, const nlohmann::json& document)
{
    valijson::Schema schema;
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(Adapter(schemaJson), schema);
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema, Adapter(document), &results))
        return {};
    std::vector<Problem> problems;
    for (const auto& error : results)
        problems.push_back({pathOf(error.context), QString::fromStdString(error.description)});
    return problemsInWords(problems, schemaJson);
}

} // namespace

QStringList schemaProblems(const QByteArray& json, const QString& schemaName)
{
    QFile file(u":/schemas/"_s + schemaName);
    if (!file.open(QIODevice::ReadOnly))
        return {QCoreApplication::translate("JsonSchema", "There is no schema %1.").arg(schemaName)};
    return contractProblems(json, file.readAll());
}

QStringList contractProblems(const QByteArray& json, const QByteArray& schema)
{
    JsonScanner scanner;
    const auto place = [&json](qsizetype at) {
        TextPlace result;
        result.advance(QByteArrayView(json).first(at));
        return result;
    };
    const auto mistakeAt = [&](qsizetype at, const QString& mistake) {
        const TextPlace where = place(at);
        return QStringList{QCoreApplication::translate("JsonSchema", "line %1, column %2: %3")
                               .arg(QString::number(where.line), QString::number(where.column), mistake)};
    };
    if (scanner.scan(json, 0) != JsonScanner::Result::Complete)
        return mistakeAt(scanner.position(), scanner.mistake());
    const qsizetype end = scanner.position();
    if (!json.sliced(end).trimmed().isEmpty())
        return mistakeAt(end, QCoreApplication::translate("JsonSchema", "there is more after the end of the document"));

    try { // neither parser can be told to stay silent
        const auto rules = nlohmann::json::parse(schema.constBegin(), schema.constEnd());
        return validated(rules, nlohmann::json::parse(json.constBegin(), json.constBegin() + end));
    } catch (const std::exception& e) {
        return {QString::fromUtf8(e.what())};
    }
}
