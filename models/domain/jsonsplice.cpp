// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonsplice.h"

#include "models/domain/jsonscanner.h"
#include "models/domain/jsontree.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

Error spliceError(const QString& text)
{
    return {Failure::Invalid, text, {}, {}};
}

/// Where a member or an element begins: with its key.
qsizetype beginOf(const JsonNode& node)
{
    return node.keyStart >= 0 ? node.keyStart : node.start;
}

} // namespace

QByteArray jsonText(const QByteArray& utf8)
{
    QByteArray text = "\"";
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            text += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            text += "\\u" + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(4, '0');
        else
            text += c;
    }
    return text + '"';
}

QByteArray JsonSplice::spliced(qsizetype start, qsizetype end, const QByteArray& text) const
{
    return m_tree.text().first(start) + text + m_tree.text().sliced(end);
}

Outcome<QByteArray> JsonSplice::replaced(const JsonPath& path, const QByteArray& value) const
{
    const auto found = m_tree.find(path);
    if (!found)
        return found.error();
    const JsonNode& node = m_tree.node(found.value());
    return spliced(node.start, node.end, value);
}

Outcome<QByteArray> JsonSplice::removed(const JsonPath& path) const
{
    const auto found = m_tree.find(path);
    if (!found)
        return found.error();
    const JsonNode& node = m_tree.node(found.value());
    if (node.parent < 0)
        return spliceError(QCoreApplication::translate("JsonPatch", "the whole content cannot be removed"));
    const JsonNode& holder = m_tree.node(node.parent);
    const auto at = std::find(holder.children.begin(), holder.children.end(), found.value());
    if (at != holder.children.begin())
        return spliced(m_tree.node(*std::prev(at)).end, node.end, {});
    if (std::next(at) != holder.children.end())
        return spliced(beginOf(node), beginOf(m_tree.node(*std::next(at))), {});
    return spliced(holder.start + 1, node.end, {});
}

Outcome<QByteArray> JsonSplice::added(const JsonPath& path, const QByteArray& value) const
{
    if (path.isEmpty())
        return replaced(path, value);
    const auto found = m_tree.find(path.first(path.size() - 1));
    if (!found)
        return found.error();
    const JsonNode& holder = m_tree.node(found.value());
    const QByteArray& name = path.constLast();
    if (holder.kind == JsonNode::Kind::Object) {
        const auto member = m_tree.member(found.value(), name);
        if (!member)
            return member.error();
        return member.value() >= 0 ? replaced(path, value)
                                   : inserted(found.value(), holder.children.size(), jsonText(name) + colon(), value);
    }
    if (holder.kind != JsonNode::Kind::Array)
        return spliceError(QCoreApplication::translate("JsonPatch", "%1 is neither an object nor a list")
                               .arg(QString::fromUtf8(jsonPointer(path.first(path.size() - 1)))));
    const auto index = name == "-" ? static_cast<qsizetype>(holder.children.size()) : arrayIndex(name).value_or(-1);
    if (index < 0 || index > static_cast<qsizetype>(holder.children.size()))
        return spliceError(
            QCoreApplication::translate("JsonPatch", "the list has no place \"%1\"").arg(QString::fromUtf8(name)));
    return inserted(found.value(), static_cast<std::size_t>(index), {}, value);
}

QByteArray JsonSplice::inserted(int holder, std::size_t index, const QByteArray& key, const QByteArray& value) const
{
    const JsonNode& into = m_tree.node(holder);
    if (into.children.empty())
        return spliced(into.start + 1, into.start + 1, key + value);
    if (index == into.children.size()) {
        const qsizetype end = m_tree.node(into.children.back()).end;
        return spliced(end, end, "," + gap(holder) + key + value);
    }
    const qsizetype at = beginOf(m_tree.node(into.children[index]));
    return spliced(at, at, key + value + "," + gap(holder));
}

QByteArray JsonSplice::gap(int holder) const
{
    const JsonNode& into = m_tree.node(holder);
    const bool several = into.children.size() > 1;
    const qsizetype end = beginOf(m_tree.node(into.children[several ? 1 : 0]));
    qsizetype start = end; // back over the white space
    while (JsonScanner::isSpace(m_tree.text().at(start - 1)))
        --start;
    return m_tree.text().sliced(start, end - start);
}

QByteArray JsonSplice::colon() const
{
    for (int i = 0; i < m_tree.count(); ++i) {
        const JsonNode& node = m_tree.node(i);
        if (node.keyEnd >= 0)
            return m_tree.text().sliced(node.keyEnd, node.start - node.keyEnd);
    }
    return ":";
}
