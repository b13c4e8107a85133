// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/answer.h"
#include "models/domain/bodyleaves.h"

#include <QString>

#include <vector>

/// What the rules look at in one answer, read once: its codes, its texts for people, its status. Lives as long as one
/// classification.
class AnswerFacts
{
public:
    /// Where bodies hold their codes and their messages, the most telling places first.
    struct Places
    {
        std::vector<FieldPath> codes;
        std::vector<FieldPath> messages;
    };

    AnswerFacts(const DeliveryAnswer& answer, const Places& places);
    Q_DISABLE_COPY_MOVE(AnswerFacts)

    const DeliveryAnswer& answer() const { return m_answer; }
    const BodyLeaves& body() const { return m_body; }
    /// The HTTP status, or that of a problem document (RFC 9457) that came by another way or under a success.
    int status() const { return m_status; }
    bool saysSuccess() const { return m_status >= 200 && m_status <= 299; }
    const std::vector<const BodyLeaf*>& codes() const { return m_codes; }
    const std::vector<const BodyLeaf*>& messages() const { return m_messages; }

    /// The message that belongs to a code: of the same object, else of the nearest one around it. Only of the places
    /// that name it: in a region, anything may lie beside a code.
    const BodyLeaf* messageNear(const BodyLeaf& code) const;
    /// A message with the parameters filled in that stand beside it: "No such entity with %fieldName = %fieldValue".
    QString withParameters(const BodyLeaf& message) const;

private:
    const DeliveryAnswer& m_answer;
    BodyLeaves m_body;
    int m_status = 0;
    std::vector<const BodyLeaf*> m_codes;
    std::vector<const BodyLeaf*> m_messages; ///< those of named places first
    std::size_t m_named = 0; ///< how many these are
};
