// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/answerfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

void append(std::vector<const BodyLeaf*>& found, const FieldPath& place, const std::vector<BodyLeaf>& leaves)
{
    for (const BodyLeaf& leaf : leaves)
        if (place.matches(leaf.path) && std::find(found.begin(), found.end(), &leaf) == found.end())
            found.push_back(&leaf);
}

/// RFC 9457 (and 7807 before it)
bool isProblem(const DeliveryAnswer& answer)
{
    return answer.header("content-type").toLower().startsWith("application/problem+");
}

int statusOf(const DeliveryAnswer& answer, const BodyLeaves& body)
{
    const bool success = answer.status >= 200 && answer.status <= 299;
    if ((answer.status != 0 && !success) || !isProblem(answer))
        return answer.status;
    for (const BodyLeaf& leaf : body.leaves())
        if (leaf.path == "status" || leaf.path == "problem.status")
            if (const int status = leaf.value.toInt(); status >= 400 && status <= 599)
                return status;
    return answer.status;
}

using Parameters = std::vector<std::pair<QString, QString>>;

/// In one pass: a % in a value is no place to fill in, or a few values that name each other would fill the memory.
QString filledIn(QStringView text, const Parameters& parameters)
{
    QString result;
    for (qsizetype i = 0; i < text.size() && result.size() < BodyLeaves::maxValue;) {
        const auto here
            = [rest = text.sliced(i + 1)](const auto& p) { return rest.startsWith(p.first, Qt::CaseInsensitive); };
        const auto found
            = text[i] == u'%' ? std::find_if(parameters.begin(), parameters.end(), here) : parameters.end();
        if (found == parameters.end()) {
            result += text[i++];
        } else {
            result += found->second;
            i += 1 + found->first.size();
        }
    }
    return result;
}

QByteArray beside(const BodyLeaf& leaf, const char* name)
{
    return leaf.path.first(leaf.path.lastIndexOf('.') + 1) + name;
}

} // namespace

AnswerFacts::AnswerFacts(const DeliveryAnswer& answer, const Places& places)
    : m_answer(answer)
    , m_body(answer)
    , m_status(statusOf(answer, m_body))
{
    for (const FieldPath& place : places.codes)
        append(m_codes, place, m_body.leaves());
    for (const FieldPath& place : places.messages)
        if (!place.isRegion())
            append(m_messages, place, m_body.leaves());
    m_named = m_messages.size();
    for (const FieldPath& place : places.messages)
        if (place.isRegion())
            append(m_messages, place, m_body.leaves());
    if (!isProblem(answer))
        return;
    for (const BodyLeaf& leaf : m_body.leaves()) // elsewhere a type is seldom that of an error
        if ((leaf.path == "type" || leaf.path == "problem.type") && leaf.value != "about:blank"_L1)
            m_codes.push_back(&leaf);
}

const BodyLeaf* AnswerFacts::messageNear(const BodyLeaf& code) const
{
    for (int object = code.object;; object = m_body.parentOf(object)) {
        for (std::size_t i = 0; i < m_named; ++i)
            if (m_messages[i] != &code && m_body.within(m_messages[i]->object, object))
                return m_messages[i];
        if (object == 0)
            return nullptr;
    }
}

QString AnswerFacts::withParameters(const BodyLeaf& message) const
{
    const QString& text = message.value;
    if (!text.contains(u'%'))
        return text;
    const QByteArray listed = beside(message, "parameters[]");
    const QByteArray named = beside(message, "parameters.");
    Parameters parameters;
    for (const BodyLeaf& leaf : m_body.leaves()) {
        if (leaf.path == listed && leaf.object == message.object)
            parameters.emplace_back(QString::number(parameters.size() + 1), leaf.value);
        else if (leaf.path.startsWith(named) && m_body.parentOf(leaf.object) == message.object)
            parameters.emplace_back(QString::fromUtf8(leaf.path.sliced(named.size())), leaf.value);
    }
    // the longest name first: %fieldName must not fall to %field
    std::stable_sort(parameters.begin(), parameters.end(),
        [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return filledIn(text, parameters);
}
