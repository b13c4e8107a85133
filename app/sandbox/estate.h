// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answercatalogue.h"
#include "app/sandbox/answertemplate.h"
#include "models/domain/outcome.h"

#include <QByteArray>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What a second call for the same order and scope does under another key, or without one.
enum class DuplicateRule {
    Create, ///< a second document, as many real systems do
    Refuse ///< an error
};

/// What can be asked of a system: POST /<system>/<resource>.
struct EstateResource
{
    int index = 0; ///< in Estate::resources()
    int systemIndex = 0;
    std::string system;
    std::string name;
    bool idempotent = false; ///< the same key again is answered again, without a second effect
    bool lookup = false; ///< whether it can be asked if the effect is there
    DuplicateRule duplicates = DuplicateRule::Create;
    const CannedAnswer* duplicateAnswer = nullptr; ///< where duplicates are refused
    ReferencePattern reference;
    AnswerTemplate answer; ///< the body of a success
};

/// One of the applications, with its own form of what every system answers at times. The answers are never null.
struct EstateSystem
{
    std::string name;
    std::string title;
    const CannedAnswer* unauthorized = nullptr;
    const CannedAnswer* limited = nullptr;
    const CannedAnswer* unavailable = nullptr;
    const CannedAnswer* keyReused = nullptr;
    const CannedAnswer* inProgress = nullptr;
};

/// The systems and resources there are. Constant after it is read, so any thread may ask.
class Estate
{
public:
    /// Reads resources/sandbox/estate.json or the like. The error names every place that is wrong, one in a line.
    static Outcome<Estate> parse(const QByteArray& json, std::shared_ptr<const AnswerCatalogue> catalogue);
    /// The estate that travels with the program.
    static Outcome<Estate> builtIn();

    const std::vector<EstateSystem>& systems() const { return m_systems; }
    const std::vector<EstateResource>& resources() const { return m_resources; }
    const AnswerCatalogue& catalogue() const { return *m_catalogue; }
    const EstateSystem& systemOf(const EstateResource& resource) const
    {
        return m_systems[static_cast<std::size_t>(resource.systemIndex)];
    }

    /// Null when there is none.
    const EstateResource* find(std::string_view system, std::string_view resource) const;
    /// -1 when there is none.
    int systemIndex(std::string_view system) const;

private:
    friend class EstateReader;
    std::vector<EstateSystem> m_systems;
    std::vector<EstateResource> m_resources;
    std::shared_ptr<const AnswerCatalogue> m_catalogue;
};
