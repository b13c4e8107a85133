// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/estate.h"

#include "models/domain/jsonschema.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Turns a description that fits the schema into an estate, and collects what a schema cannot see.
class EstateReader
{
    Q_DECLARE_TR_FUNCTIONS(Estate)

public:
    explicit EstateReader(Estate& estate)
        : m_estate(estate)
    { }

    void read(const nlohmann::ordered_json& document)
    {
        int number = 0;
        for (const auto& described : document.at("systems"))
            readSystem(described, u"/systems/%1"_s.arg(number++));
    }

    const QStringList& mistakes() const { return m_mistakes; }

private:
    using Described = nlohmann::ordered_json;

    void readSystem(const Described& described, const QString& place)
    {
        EstateSystem system;
        system.name = described.at("system").get<std::string>();
        system.title = described.at("title").get<std::string>();
        if (m_estate.systemIndex(system.name) >= 0)
            m_mistakes.append(tr("%1/system: there is a second %2", "%1 is a place in a file")
                                  .arg(place, QString::fromStdString(system.name)));
        const Described none = Described::object();
        const auto own = described.find("answers");
        const Described& answers = own == described.end() ? none : *own;
        const QString answersPlace = place + u"/answers"_s;
        system.unauthorized = answer(answers, "unauthorized", "unauthorized", answersPlace);
        system.limited = answer(answers, "limited", "too_many_requests", answersPlace);
        system.unavailable = answer(answers, "unavailable", "service_unavailable_retry", answersPlace);
        system.keyReused = answer(answers, "keyReused", "idempotency_key_reused", answersPlace);
        system.inProgress = answer(answers, "inProgress", "request_in_progress", answersPlace);
        m_estate.m_systems.push_back(system);
        int number = 0;
        for (const auto& resource : described.at("resources"))
            readResource(resource, place + u"/resources/%1"_s.arg(number++));
    }

    void readResource(const Described& described, const QString& place)
    {
        EstateResource resource;
        resource.index = static_cast<int>(m_estate.m_resources.size());
        resource.systemIndex = static_cast<int>(m_estate.m_systems.size()) - 1;
        resource.system = m_estate.m_systems.back().name;
        resource.name = described.at("resource").get<std::string>();
        if (m_estate.find(resource.system, resource.name) != nullptr)
            m_mistakes.append(
                tr("%1/resource: there is a second %2").arg(place, QString::fromStdString(resource.name)));
        resource.idempotent = described.at("idempotent").get<bool>();
        resource.lookup = described.at("lookup").get<bool>();
        if (described.value("duplicates", "create") == "refuse")
            resource.duplicates = DuplicateRule::Refuse;
        resource.duplicateAnswer = answer(described, "duplicateAnswer", "conflict", place);
        resource.reference = ReferencePattern(described.at("reference").get<std::string>());
        Described body{{"reference", "{reference}"}, {"orderKey", "{orderKey}"}, {"scope", "{scope}"}};
        body.update(described.at("answer"));
        resource.answer = AnswerTemplate(body.dump(), true);
        m_estate.m_resources.push_back(resource);
    }

    const CannedAnswer* answer(
        const Described& described, const char* member, const char* otherwise, const QString& place)
    {
        const std::string name = described.value(member, otherwise);
        const CannedAnswer* found = m_estate.m_catalogue->find(name);
        if (found == nullptr)
            m_mistakes.append(tr("%1: there is no answer \"%2\"", "%1 is a place in a file")
                                  .arg(place + u'/' + QString::fromUtf8(member), QString::fromStdString(name)));
        return found;
    }

    Estate& m_estate;
    QStringList m_mistakes;
};

Outcome<Estate> Estate::parse(const QByteArray& json, std::shared_ptr<const AnswerCatalogue> catalogue)
{
    if (const QStringList problems = schemaProblems(json, u"sandbox-estate.schema.json"_s); !problems.isEmpty())
        return Error{Failure::Invalid, problems.join(u'\n'), {}, {}};
    Estate estate;
    estate.m_catalogue = std::move(catalogue);
    EstateReader reader(estate);
    reader.read(nlohmann::ordered_json::parse(json.cbegin(), json.cend()));
    if (!reader.mistakes().isEmpty())
        return Error{Failure::Invalid, reader.mistakes().join(u'\n'), {}, {}};
    return estate;
}

Outcome<Estate> Estate::builtIn()
{
    QFile answers(u":/sandbox/answers.json"_s);
    QFile estate(u":/sandbox/estate.json"_s);
    if (!answers.open(QIODevice::ReadOnly) || !estate.open(QIODevice::ReadOnly))
        return Error{Failure::Other, answers.errorString(), {}, {}};
    auto catalogue = AnswerCatalogue::parse(answers.readAll());
    if (!catalogue)
        return catalogue.error();
    return parse(estate.readAll(), std::make_shared<const AnswerCatalogue>(std::move(catalogue).value()));
}

const EstateResource* Estate::find(std::string_view system, std::string_view resource) const
{
    const auto found = std::find_if(m_resources.begin(), m_resources.end(),
        [&](const EstateResource& candidate) { return candidate.name == resource && candidate.system == system; });
    return found == m_resources.end() ? nullptr : &*found;
}

int Estate::systemIndex(std::string_view system) const
{
    const auto found = std::find_if(
        m_systems.begin(), m_systems.end(), [&](const EstateSystem& candidate) { return candidate.name == system; });
    return found == m_systems.end() ? -1 : static_cast<int>(found - m_systems.begin());
}
