// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <vector>

/// One value of a JSON text, by its place in the text.
struct JsonNode
{
    enum class Kind { Object, Array, String, Number, Literal };

    Kind kind = Kind::Literal;
    qsizetype start = 0;
    qsizetype end = 0;
    qsizetype keyStart = -1; ///< of a member: its key with the quotes; else -1
    qsizetype keyEnd = -1;
    QByteArray key; ///< as it reads
    int parent = -1;
    std::vector<int> children; ///< in their order; a key may come more than once
};

/// A JSON text and where each of its values stands. Nothing is converted: numbers, escapes, white space, the order of
/// keys and keys that come twice are what they are in the text.
class JsonTree
{
public:
    static constexpr qsizetype maxBytes = qsizetype{1024} * 1024;

    /// Refuses what is no JSON (with line and column), is nested too deep or larger than maxBytes.
    static Outcome<JsonTree> read(const QByteArray& text);

    const QByteArray& text() const { return m_text; }
    const JsonNode& root() const { return m_nodes.front(); }
    const JsonNode& node(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    int count() const { return static_cast<int>(m_nodes.size()); }
    QByteArrayView raw(const JsonNode& node) const
    {
        return QByteArrayView(m_text).sliced(node.start, node.end - node.start);
    }
    QByteArrayView raw(int index) const { return raw(node(index)); }

    /// The value at a pointer. Refuses a place that is not there, and a key that its object holds more than once: which
    /// of them is meant is not certain.
    Outcome<int> find(const QList<QByteArray>& path) const;
    /// The member of this key; -1 where there is none. Refuses a key that comes more than once.
    Outcome<int> member(int object, const QByteArray& key) const;

private:
    class Builder;

    QByteArray m_text;
    std::vector<JsonNode> m_nodes;
};

/// Whether two values mean the same: numbers by their exact value however they are spelled, texts as they read, members
/// in any order.
bool sameJsonValue(const JsonTree& a, int first, const JsonTree& b, int second);
