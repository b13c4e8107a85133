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
#include <charconv>
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

QList<ContractProblem> problemsInWords(const std::vector<Problem>& problems, const nlohmann::json& schema)
{
    QList<ContractProblem> found;
    for (const Problem& problem : problems) {
        // "a part of this is wrong" says nothing once the part itself is named
        const bool explained = std::any_of(problems.begin(), problems.end(),
            [&](const Problem& other) { return goesDeeper(other.path, problem.path); });
        if (explained && problem.description.startsWith("Failed to validate"_L1))
            continue;
        const ContractProblem one{
            pointerOf(problem.path), plainWords(problem.description, ruleFor(schema, problem.path))};
        if (!found.contains(one))
            found.append(one);
    }
    return found;
}

QList<ContractProblem> validated(const nlohmann::json& schemaJson, const nlohmann::json& document)
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

/// So small that it is nothing is not beyond.
bool isBeyondDouble(const QByteArray& number)
{
    double value = 0;
    if (std::from_chars(number.constBegin(), number.constEnd(), value).ec != std::errc::result_out_of_range)
        return false;
    const QByteArray lower = number.toLower();
    const bool small = lower.startsWith("0.") || lower.startsWith("-0.");
    return !lower.contains("e-") && (!small || lower.contains('e'));
}

/// A number that no type of C++ holds becomes the nearest that one does, so that 1e400 is a number and an id of thirty
/// digits a whole one; only for looking at, never for what is sent.
QByteArray withNumbersInReach(const QByteArray& json)
{
    QByteArray result;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < json.size();) {
        const char c = json.at(at);
        if (c == '"') {
            for (++at; at < json.size() && json.at(at) != '"'; ++at)
                at += json.at(at) == '\\' ? 1 : 0;
            ++at;
            continue;
        }
        if (c != '-' && (c < '0' || c > '9')) {
            ++at;
            continue;
        }
        const qsizetype start = at;
        while (at < json.size() && QByteArrayView("+-.eE0123456789").contains(json.at(at)))
            ++at;
        const QByteArray number = json.sliced(start, at - start);
        const bool whole = !number.contains('.') && !number.contains('e') && !number.contains('E');
        bool fits = false;
        if (!whole)
            fits = !isBeyondDouble(number);
        else if (c == '-')
            number.toLongLong(&fits);
        else
            number.toULongLong(&fits);
        if (fits)
            continue;
        result += json.sliced(copied, start - copied) + (c == '-' ? "-" : "")
            + (whole ? "9223372036854775807" : "1.7976931348623157e308");
        copied = at;
    }
    return copied == 0 ? json : QByteArray(result + json.sliced(copied));
}

QStringList asLines(const QList<ContractProblem>& problems)
{
    QStringList lines;
    for (const ContractProblem& problem : problems)
        lines.append(problem.path.isEmpty() ? problem.text : QString(problem.path + u": " + problem.text));
    return lines;
}

QList<ContractProblem> problemsBy(const QByteArray& json, const QByteArray& schema, JsonScanner::Keys keys)
{
    JsonScanner scanner(keys);
    const auto mistakeAt = [&](qsizetype at, const QString& mistake) {
        TextPlace where;
        where.advance(QByteArrayView(json).first(at));
        return QList<ContractProblem>{{{},
            QCoreApplication::translate("JsonSchema", "line %1, column %2: %3")
                .arg(QString::number(where.line), QString::number(where.column), mistake)}};
    };
    if (scanner.scan(json, 0) != JsonScanner::Result::Complete)
        return mistakeAt(scanner.position(), scanner.mistake());
    const qsizetype end = scanner.position();
    if (!json.sliced(end).trimmed().isEmpty())
        return mistakeAt(end, QCoreApplication::translate("JsonSchema", "there is more after the end of the document"));

    try { // neither parser can be told to stay silent
        const auto rules = nlohmann::json::parse(schema.constBegin(), schema.constEnd());
        const QByteArray readable = withNumbersInReach(json.first(end));
        return validated(rules, nlohmann::json::parse(readable.constBegin(), readable.constEnd()));
    } catch (const std::exception& e) {
        return {{{}, QString::fromUtf8(e.what())}};
    }
}

} // namespace

QStringList schemaProblems(const QByteArray& json, const QString& schemaName)
{
    QFile file(u":/schemas/"_s + schemaName);
    if (!file.open(QIODevice::ReadOnly))
        return {QCoreApplication::translate("JsonSchema", "There is no schema %1.").arg(schemaName)};
    return asLines(problemsBy(json, file.readAll(), JsonScanner::Keys::Unique));
}

QList<ContractProblem> contractFindings(const QByteArray& json, const QByteArray& schema)
{
    return problemsBy(json, schema, JsonScanner::Keys::Any);
}

QStringList contractProblems(const QByteArray& json, const QByteArray& schema)
{
    return asLines(contractFindings(json, schema));
}
