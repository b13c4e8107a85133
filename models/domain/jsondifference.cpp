// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsondifference.h"

#include "models/domain/jsonpointer.h"
#include "models/domain/jsontree.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace {

using NodeKind = JsonNode::Kind;
using Pairs = std::vector<std::pair<int, int>>; ///< places in the two lists, in order

constexpr std::array nameMembers{
    "id", "lineId", "line_id", "line", "lineNumber", "position", "key", "sku", "code", "number"};
constexpr std::size_t mostCompared = 1'000'000; ///< pairs of elements looked at where nothing names them

/// Compares names as numbers where both are, so that /lines/10 comes after /lines/9.
bool comesBefore(const JsonPath& a, const JsonPath& b)
{
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](const QByteArray& one, const QByteArray& other) {
            const auto first = arrayIndex(one);
            const auto second = arrayIndex(other);
            return first && second ? *first < *second : one < other;
        });
}

/// The longest row of pairs in which both places only grow. Pairs come sorted by their first place, each second place
/// once.
Pairs longestRow(const Pairs& pairs)
{
    std::vector<std::size_t> ends; // ends[n]: the pair that ends the best row of n + 1
    std::vector<std::ptrdiff_t> before(pairs.size(), -1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), pairs[i].second,
            [&pairs](std::size_t end, int place) { return pairs[end].second < place; });
        if (at != ends.begin())
            before[i] = static_cast<std::ptrdiff_t>(*std::prev(at));
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    Pairs row;
    for (auto at = ends.empty() ? std::ptrdiff_t{-1} : static_cast<std::ptrdiff_t>(ends.back()); at >= 0;
         at = before[static_cast<std::size_t>(at)])
        row.push_back(pairs[static_cast<std::size_t>(at)]);
    std::reverse(row.begin(), row.end());
    return row;
}

class TreeComparison
{
public:
    TreeComparison(const JsonTree& before, const JsonTree& after)
        : m_before(before)
        , m_after(after)
    { }

    QList<JsonChange> changes()
    {
        compare(0, 0, {}, {});
        std::stable_sort(
            m_gone.begin(), m_gone.end(), [](const Change& a, const Change& b) { return comesBefore(b.path, a.path); });
        std::stable_sort(
            m_new.begin(), m_new.end(), [](const Change& a, const Change& b) { return comesBefore(a.path, b.path); });
        QList<JsonChange> all;
        for (const auto* list : {&m_other, &m_gone, &m_new})
            for (const Change& change : *list)
                all.append({jsonPointer(change.path), change.before, change.after});
        return all;
    }

private:
    struct Change
    {
        JsonPath path;
        std::optional<QByteArray> before;
        std::optional<QByteArray> after;
    };

    void other(int a, int b, const JsonPath& path)
    {
        m_other.append({path, m_before.raw(a).toByteArray(), m_after.raw(b).toByteArray()});
    }

    void compare(int a, int b, const JsonPath& oldPath, const JsonPath& newPath)
    {
        const NodeKind kind = m_before.node(a).kind;
        if (m_before.raw(a) == m_after.raw(b))
            return;
        if (kind != m_after.node(b).kind || (kind != NodeKind::Object && kind != NodeKind::Array))
            other(a, b, oldPath);
        else if (kind == NodeKind::Array)
            compareArrays(a, b, oldPath, newPath);
        else
            compareObjects(a, b, oldPath, newPath);
    }

    static QHash<QByteArray, QList<int>> membersOf(const JsonTree& tree, int object)
    {
        QHash<QByteArray, QList<int>> members;
        for (const int child : tree.node(object).children)
            members[tree.node(child).key].append(child);
        return members;
    }

    /// Whether the values of a key that comes more than once are the same to the letter.
    bool sameAll(const QList<int>& before, const QList<int>& after) const
    {
        return std::equal(before.begin(), before.end(), after.begin(), after.end(),
            [this](int a, int b) { return m_before.raw(a) == m_after.raw(b); });
    }

    void compareObjects(int a, int b, const JsonPath& oldPath, const JsonPath& newPath)
    {
        const auto ours = membersOf(m_before, a);
        const auto theirs = membersOf(m_after, b);
        const auto uncertain = [this](const auto& some, const auto& rest, bool turned) {
            return std::any_of(some.keyBegin(), some.keyEnd(), [&](const QByteArray& key) {
                const QList<int> mine = some.value(key);
                const QList<int> others = rest.value(key);
                return (mine.size() > 1 || others.size() > 1)
                    && !(turned ? sameAll(others, mine) : sameAll(mine, others));
            });
        };
        if (uncertain(ours, theirs, false) || uncertain(theirs, ours, true)) {
            other(a, b, oldPath);
            return;
        }
        for (const int child : m_before.node(a).children) {
            const QByteArray& key = m_before.node(child).key;
            const QList<int> there = theirs.value(key);
            if (there.isEmpty())
                m_gone.append({oldPath + JsonPath{key}, m_before.raw(child).toByteArray(), std::nullopt});
            else if (there.size() == 1)
                compare(child, there.constFirst(), oldPath + JsonPath{key}, newPath + JsonPath{key});
        }
        for (const int child : m_after.node(b).children) {
            const QByteArray& key = m_after.node(child).key;
            if (!ours.contains(key))
                m_new.append({newPath + JsonPath{key}, std::nullopt, m_after.raw(child).toByteArray()});
        }
    }

    /// What names each element of a list: a member that all have, each another one; empty where there is none.
    static QList<QByteArray> namesOf(const JsonTree& tree, const std::vector<int>& elements, const char* member)
    {
        QList<QByteArray> names;
        QSet<QByteArray> seen;
        for (const int element : elements) {
            const JsonNode& node = tree.node(element);
            const auto found = node.kind == NodeKind::Object ? tree.member(element, member) : Outcome<int>(-1);
            if (!found || found.value() < 0 || !tree.node(found.value()).children.empty())
                return {};
            names.append(tree.raw(found.value()).toByteArray());
            seen.insert(names.constLast());
        }
        return seen.size() == names.size() ? names : QList<QByteArray>();
    }

    /// Which elements are the same ones.
    Pairs matched(const std::vector<int>& ours, const std::vector<int>& theirs) const
    {
        for (const char* member : nameMembers) {
            const QList<QByteArray> first = namesOf(m_before, ours, member);
            const QList<QByteArray> second = namesOf(m_after, theirs, member);
            if (first.isEmpty() || second.isEmpty())
                continue;
            QHash<QByteArray, int> places;
            for (int i = 0; i < int(second.size()); ++i)
                places.insert(second.at(i), i);
            Pairs pairs;
            for (int i = 0; i < int(first.size()); ++i)
                if (const auto at = places.constFind(first.at(i)); at != places.cend())
                    pairs.emplace_back(i, *at);
            return longestRow(pairs);
        }
        return matchedByText(ours, theirs);
    }

    Pairs matchedByText(const std::vector<int>& ours, const std::vector<int>& theirs) const
    {
        const std::size_t rows = ours.size();
        const std::size_t columns = theirs.size();
        if (rows * columns > mostCompared)
            return {};
        // best[i][j]: how many of ours from i and theirs from j can be matched
        std::vector<int> best((rows + 1) * (columns + 1), 0);
        const auto at = [&](std::size_t i, std::size_t j) -> int& { return best[i * (columns + 1) + j]; };
        const auto same = [&](std::size_t i, std::size_t j) { return m_before.raw(ours[i]) == m_after.raw(theirs[j]); };
        for (std::size_t i = rows; i-- > 0;)
            for (std::size_t j = columns; j-- > 0;)
                at(i, j) = same(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        Pairs pairs;
        for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
            if (same(i, j))
                pairs.emplace_back(int(i++), int(j++));
            else if (at(i + 1, j) >= at(i, j + 1))
                ++i;
            else
                ++j;
        }
        return pairs;
    }

    void compareArrays(int a, int b, const JsonPath& oldPath, const JsonPath& newPath)
    {
        std::vector<int> ours = m_before.node(a).children;
        std::vector<int> theirs = m_after.node(b).children;
        // what is the same at both ends needs no look
        const auto heads = std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
            [this](int x, int y) { return m_before.raw(x) == m_after.raw(y); });
        const int head = int(heads.first - ours.begin());
        ours.erase(ours.begin(), heads.first);
        theirs.erase(theirs.begin(), heads.second);
        while (!ours.empty() && !theirs.empty() && m_before.raw(ours.back()) == m_after.raw(theirs.back())) {
            ours.pop_back();
            theirs.pop_back();
        }
        Pairs pairs = matched(ours, theirs);
        pairs.emplace_back(int(ours.size()), int(theirs.size()));
        int i = 0;
        int j = 0;
        const auto oldAt = [&](int place) { return oldPath + JsonPath{QByteArray::number(place + head)}; };
        const auto newAt = [&](int place) { return newPath + JsonPath{QByteArray::number(place + head)}; };
        const auto pair = [&] {
            compare(ours[static_cast<std::size_t>(i)], theirs[static_cast<std::size_t>(j)], oldAt(i), newAt(j));
            ++i;
            ++j;
        };
        for (const auto& [first, second] : pairs) {
            while (i < first && j < second) // between two that are the same: by where they stand
                pair();
            for (; i < first; ++i)
                m_gone.append({oldAt(i), m_before.raw(ours[static_cast<std::size_t>(i)]).toByteArray(), std::nullopt});
            for (; j < second; ++j)
                m_new.append({newAt(j), std::nullopt, m_after.raw(theirs[static_cast<std::size_t>(j)]).toByteArray()});
            if (i < int(ours.size()) && j < int(theirs.size()))
                pair();
        }
    }

    const JsonTree& m_before;
    const JsonTree& m_after;
    QList<Change> m_other;
    QList<Change> m_gone;
    QList<Change> m_new;
};

} // namespace

QList<JsonChange> jsonDifference(const JsonTree& before, const JsonTree& after)
{
    return TreeComparison(before, after).changes();
}
