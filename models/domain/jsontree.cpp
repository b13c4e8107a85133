// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsontree.h"

#include "models/domain/jsonpointer.h"
#include "models/domain/jsonscanner.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Error wrongJson(const QString& text)
{
    return {Failure::Invalid, text, {}, {}};
}

Error mistakeAt(const QByteArray& text, qsizetype at, const QString& mistake)
{
    TextPlace place;
    place.advance(QByteArrayView(text).first(at));
    return wrongJson(QCoreApplication::translate("JsonSchema", "line %1, column %2: %3")
                         .arg(QString::number(place.line), QString::number(place.column), mistake));
}

/// A number without its spelling: 1.10, 1.1 and 11e-1 are one.
struct ExactNumber
{
    bool negative = false;
    QByteArray digits; ///< without zeros at either end; empty is zero
    qint64 exponent = 0; ///< of the last digit

    friend bool operator==(const ExactNumber&, const ExactNumber&) = default;
};

ExactNumber exactNumber(QByteArrayView raw)
{
    ExactNumber number;
    qsizetype at = raw.startsWith('-') ? 1 : 0;
    number.negative = at == 1;
    bool fraction = false;
    for (; at < raw.size() && raw[at] != 'e' && raw[at] != 'E'; ++at) {
        if (raw[at] == '.') {
            fraction = true;
            continue;
        }
        number.digits += raw[at];
        number.exponent -= fraction ? 1 : 0;
    }
    if (at < raw.size())
        number.exponent += raw.sliced(at + 1).toByteArray().toLongLong();
    while (number.digits.endsWith('0')) {
        number.digits.chop(1);
        ++number.exponent;
    }
    qsizetype zeros = 0;
    while (zeros < number.digits.size() && number.digits.at(zeros) == '0')
        ++zeros;
    number.digits.remove(0, zeros);
    return number.digits.isEmpty() ? ExactNumber() : number;
}

} // namespace

/// Walks a text that the scanner found well-formed.
class JsonTree::Builder
{
public:
    explicit Builder(JsonTree& tree)
        : m_tree(tree)
        , m_text(tree.m_text)
    { }

    void build() { value(-1); }

private:
    void skipSpace()
    {
        while (JsonScanner::isSpace(m_text.at(m_at)))
            ++m_at;
    }

    void skipString()
    {
        for (++m_at; m_text.at(m_at) != '"'; ++m_at)
            m_at += m_text.at(m_at) == '\\' ? 1 : 0;
        ++m_at;
    }

    int value(int parent)
    {
        skipSpace();
        const int index = m_tree.count();
        m_tree.m_nodes.emplace_back();
        JsonNode node;
        node.parent = parent;
        node.start = m_at;
        const char c = m_text.at(m_at);
        if (c == '{' || c == '[') {
            node.kind = c == '{' ? JsonNode::Kind::Object : JsonNode::Kind::Array;
            children(node, index);
        } else if (c == '"') {
            node.kind = JsonNode::Kind::String;
            skipString();
        } else {
            node.kind = c == '-' || (c >= '0' && c <= '9') ? JsonNode::Kind::Number : JsonNode::Kind::Literal;
            while (m_at < m_text.size() && !JsonScanner::isSpace(m_text.at(m_at))
                && !QByteArrayView(",]}").contains(m_text.at(m_at)))
                ++m_at;
        }
        node.end = m_at;
        m_tree.m_nodes[static_cast<std::size_t>(index)] = std::move(node);
        return index;
    }

    void children(JsonNode& node, int index)
    {
        const bool object = node.kind == JsonNode::Kind::Object;
        for (++m_at;; ++m_at) {
            skipSpace();
            if (m_text.at(m_at) == '}' || m_text.at(m_at) == ']')
                break;
            const qsizetype keyStart = m_at;
            qsizetype keyEnd = -1;
            if (object) {
                skipString();
                keyEnd = m_at;
                skipSpace();
                ++m_at; // the colon
            }
            const int child = value(index);
            if (object) {
                JsonNode& member = m_tree.m_nodes[static_cast<std::size_t>(child)];
                member.keyStart = keyStart;
                member.keyEnd = keyEnd;
                member.key = JsonScanner::decoded(QByteArrayView(m_text).sliced(keyStart + 1, keyEnd - keyStart - 2));
            }
            node.children.push_back(child);
            skipSpace();
            if (m_text.at(m_at) != ',')
                break;
        }
        ++m_at;
    }

    JsonTree& m_tree;
    const QByteArray& m_text;
    qsizetype m_at = 0;
};

Outcome<JsonTree> JsonTree::read(const QByteArray& text)
{
    if (text.size() > maxBytes)
        return wrongJson(QCoreApplication::translate("JsonTree", "The content has %1 bytes; at most %2 can be edited.")
                             .arg(QLocale().toString(text.size()), QLocale().toString(maxBytes)));
    JsonScanner scanner(JsonScanner::Keys::Any);
    if (scanner.scan(text, 0) != JsonScanner::Result::Complete)
        return mistakeAt(text, scanner.position(), scanner.mistake());
    qsizetype rest = scanner.position();
    while (rest < text.size() && JsonScanner::isSpace(text.at(rest)))
        ++rest;
    if (rest < text.size())
        return mistakeAt(
            text, rest, QCoreApplication::translate("JsonSchema", "there is more after the end of the document"));
    JsonTree tree;
    tree.m_text = text;
    Builder(tree).build();
    return tree;
}

Outcome<int> JsonTree::member(int object, const QByteArray& key) const
{
    int found = -1;
    for (const int child : node(object).children) {
        if (node(child).key != key)
            continue;
        if (found >= 0)
            return wrongJson(QCoreApplication::translate(
                "JsonTree", "The key \"%1\" comes more than once in its object; which one is meant is not certain.")
                                 .arg(QString::fromUtf8(key)));
        found = child;
    }
    return found;
}

Outcome<int> JsonTree::find(const QList<QByteArray>& path) const
{
    int at = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const JsonNode& holder = node(at);
        int next = -1;
        if (holder.kind == JsonNode::Kind::Object) {
            const auto found = member(at, path.at(i));
            if (!found)
                return found.error();
            next = found.value();
        } else if (holder.kind == JsonNode::Kind::Array) {
            const auto index = arrayIndex(path.at(i));
            if (index && *index < static_cast<qsizetype>(holder.children.size()))
                next = holder.children[static_cast<std::size_t>(*index)];
        }
        if (next < 0)
            return wrongJson(QCoreApplication::translate("JsonTree", "There is no %1.", "%1 is a path such as /lines/0")
                                 .arg(QString::fromUtf8(jsonPointer(path.first(i + 1)))));
        at = next;
    }
    return at;
}

bool sameJsonValue(const JsonTree& a, int first, const JsonTree& b, int second)
{
    const JsonNode& one = a.node(first);
    const JsonNode& other = b.node(second);
    if (one.kind != other.kind || one.children.size() != other.children.size())
        return false;
    switch (one.kind) {
    case JsonNode::Kind::Number:
        return exactNumber(a.raw(one)) == exactNumber(b.raw(other));
    case JsonNode::Kind::String:
        return JsonScanner::decoded(a.raw(one)) == JsonScanner::decoded(b.raw(other));
    case JsonNode::Kind::Literal:
        return a.raw(one) == b.raw(other);
    case JsonNode::Kind::Array:
        return std::equal(one.children.begin(), one.children.end(), other.children.begin(),
            [&](int x, int y) { return sameJsonValue(a, x, b, y); });
    case JsonNode::Kind::Object:
        break;
    }
    // by key; those of one key keep their order
    const auto byKey = [](const JsonTree& tree, std::vector<int> members) {
        std::stable_sort(
            members.begin(), members.end(), [&tree](int x, int y) { return tree.node(x).key < tree.node(y).key; });
        return members;
    };
    const std::vector<int> ours = byKey(a, one.children);
    const std::vector<int> theirs = byKey(b, other.children);
    return std::equal(ours.begin(), ours.end(), theirs.begin(),
        [&](int x, int y) { return a.node(x).key == b.node(y).key && sameJsonValue(a, x, b, y); });
}
