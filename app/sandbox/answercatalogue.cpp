// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/answercatalogue.h"

#include "models/domain/jsonschema.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

Outcome<AnswerCatalogue> AnswerCatalogue::parse(const QByteArray& json)
{
    if (const QStringList problems = schemaProblems(json, u"sandbox-answers.schema.json"_s); !problems.isEmpty())
        return Error{Failure::Invalid, problems.join(u'\n'), {}, {}};
    AnswerCatalogue catalogue;
    const auto document = nlohmann::ordered_json::parse(json.cbegin(), json.cend());
    for (const auto& [name, described] : document.at("answers").items()) {
        CannedAnswer answer;
        answer.status = described.at("status").get<int>();
        const bool text = described.contains("text");
        answer.contentType = described.value("contentType", text ? "text/plain" : "application/json");
        if (const auto headers = described.find("headers"); headers != described.end())
            for (const auto& [header, value] : headers->items())
                answer.headers.emplace_back(header, value.get<std::string>());
        if (const auto retryAfter = described.find("retryAfter"); retryAfter != described.end())
            answer.retryAfter = retryAfter->get<double>();
        answer.body = text ? AnswerTemplate(described.at("text").get<std::string>(), false)
                           : AnswerTemplate(described.at("body").dump(), true);
        catalogue.m_answers.emplace(name, std::move(answer));
    }
    return catalogue;
}

const CannedAnswer* AnswerCatalogue::find(const std::string& name) const
{
    const auto found = m_answers.find(name);
    return found == m_answers.end() ? nullptr : &found->second;
}
