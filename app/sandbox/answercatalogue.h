// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/answertemplate.h"
#include "models/domain/outcome.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What a real system answers when it does not do what was asked.
struct CannedAnswer
{
    int status = 500;
    std::string contentType;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<double> retryAfter; ///< scenario seconds; makes a header Retry-After
    AnswerTemplate body;
};

/// The answers by name. A value; the answers keep their addresses as long as it lives.
class AnswerCatalogue
{
public:
    /// Reads resources/sandbox/answers.json or the like. The error names every place that is wrong, one in a line.
    static Outcome<AnswerCatalogue> parse(const QByteArray& json);

    /// Null when there is none of that name.
    const CannedAnswer* find(const std::string& name) const;

private:
    std::map<std::string, CannedAnswer> m_answers;
};
