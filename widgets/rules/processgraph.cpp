// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rules/processgraph.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace {

/// A place in a layer: a step, or the passage of an edge that goes further.
struct Place
{
    int node = -1; ///< index of the step; -1 for a passage
    int layer = 0;
    QList<int> before; ///< slots one layer to the left
    QList<int> after;
    qreal y = 0; ///< middle
};

/// Layers of slots, ordered so that few edges cross, then placed.
class Layers
{
public:
    Layers(const QList<ProcessStep>& steps, const GraphMetrics& metrics)
        : m_metrics(metrics)
    {
        addSteps(steps);
        addEdges(steps);
        for (int sweep = 0; sweep < 6; ++sweep)
            order(sweep % 2 == 0);
        settle();
    }

    struct Way
    {
        int from = 0;
        int to = 0;
        QList<int> passages; ///< the passages in between
    };

    const QList<Way>& ways() const { return m_ways; }
    const Place& place(int index) const { return m_slots.at(index); }
    qreal left(int layer) const { return m_metrics.margin + layer * (m_metrics.node.width() + m_metrics.layerGap); }
    qreal height() const { return m_height; }
    int count() const { return int(m_layers.size()); }

private:
    void addSteps(const QList<ProcessStep>& steps)
    {
        QHash<QString, int> index;
        for (int i = 0; i < int(steps.size()); ++i) {
            Place slot;
            slot.node = i;
            for (const QString& name : steps.at(i).after) {
                if (index.contains(name))
                    slot.layer = std::max(slot.layer, m_slots.at(index.value(name)).layer + 1);
            }
            index.insert(steps.at(i).step, i);
            m_slots.append(slot);
            insert(i);
        }
    }

    void addEdges(const QList<ProcessStep>& steps)
    {
        QHash<QString, int> index;
        for (int i = 0; i < int(steps.size()); ++i) {
            for (const QString& name : steps.at(i).after) {
                if (index.contains(name))
                    addWay(index.value(name), i);
            }
            index.insert(steps.at(i).step, i);
        }
    }

    void addWay(int from, int to)
    {
        Way way{from, to, {}};
        int last = from;
        for (int layer = m_slots.at(from).layer + 1; layer < m_slots.at(to).layer; ++layer) {
            Place passage;
            passage.layer = layer;
            m_slots.append(passage);
            const int index = int(m_slots.size()) - 1;
            insert(index);
            link(last, index);
            way.passages.append(index);
            last = index;
        }
        link(last, to);
        m_ways.append(way);
    }

    void insert(int slot)
    {
        const int layer = m_slots.at(slot).layer;
        while (m_layers.size() <= layer)
            m_layers.append(QList<int>());
        m_layers[layer].append(slot);
    }

    void link(int from, int to)
    {
        m_slots[from].after.append(to);
        m_slots[to].before.append(from);
    }

    /// One sweep: each slot moves to the average place of its neighbours in the layer that is settled.
    void order(bool forwards)
    {
        for (qsizetype i = 0; i < m_layers.size(); ++i) {
            QList<int>& layer = m_layers[forwards ? i : m_layers.size() - 1 - i];
            QHash<int, qreal> wish;
            for (const int at : std::as_const(layer)) {
                const Place& slot = m_slots.at(at);
                const QList<int>& neighbours = forwards ? slot.before : slot.after;
                qreal sum = 0;
                for (const int neighbour : neighbours)
                    sum += relativePlace(neighbour);
                wish.insert(at, neighbours.isEmpty() ? relativePlace(at) : sum / qreal(neighbours.size()));
            }
            std::stable_sort(
                layer.begin(), layer.end(), [&wish](int a, int b) { return wish.value(a) < wish.value(b); });
        }
    }

    /// 0 to 1 from top to bottom of its layer.
    qreal relativePlace(int slot) const
    {
        const QList<int>& layer = m_layers.at(m_slots.at(slot).layer);
        return (qreal(layer.indexOf(slot)) + 0.5) / qreal(layer.size());
    }

    qreal heightOf(int slot) const { return m_slots.at(slot).node >= 0 ? m_metrics.node.height() : m_metrics.passage; }

    void settle()
    {
        qreal most = 0;
        for (const QList<int>& layer : std::as_const(m_layers))
            most = std::max(most, heightOf(layer));
        m_height = most + 2 * m_metrics.margin;
        for (const QList<int>& layer : std::as_const(m_layers)) {
            qreal y = m_metrics.margin + (most - heightOf(layer)) / 2;
            for (const int slot : layer) {
                m_slots[slot].y = y + heightOf(slot) / 2;
                y += heightOf(slot) + m_metrics.nodeGap;
            }
        }
    }

    qreal heightOf(const QList<int>& layer) const
    {
        qreal height = -m_metrics.nodeGap;
        for (const int slot : layer)
            height += heightOf(slot) + m_metrics.nodeGap;
        return std::max<qreal>(0, height);
    }

    const GraphMetrics& m_metrics;
    QList<Place> m_slots; ///< the steps first, then passages
    QList<QList<int>> m_layers;
    QList<Way> m_ways;
    qreal m_height = 0;
};

} // namespace

int ProcessGraph::nodeAt(const QPointF& place) const
{
    const auto at = std::find_if(
        nodes.begin(), nodes.end(), [&place](const GraphNode& node) { return node.rect.contains(place); });
    return at == nodes.end() ? -1 : int(at - nodes.begin());
}

int ProcessGraph::neighbour(int node, int dx, int dy) const
{
    if (node < 0 || node >= nodes.size())
        return nodes.isEmpty() ? -1 : 0;
    const QPointF here = nodes.at(node).rect.center();
    int best = node;
    qreal least = -1;
    for (int i = 0; i < int(nodes.size()); ++i) {
        const QPointF way = nodes.at(i).rect.center() - here;
        const qreal ahead = way.x() * dx + way.y() * dy;
        const qreal aside = std::abs(dx != 0 ? way.y() : way.x());
        // straight down means within the layer
        if (ahead <= 1 || (dy != 0 && nodes.at(i).layer != nodes.at(node).layer))
            continue;
        const qreal cost = ahead + 2 * aside;
        if (least < 0 || cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

ProcessGraph layoutProcess(const QList<ProcessStep>& steps, const GraphMetrics& metrics)
{
    ProcessGraph graph;
    if (steps.isEmpty())
        return graph;
    const Layers layers(steps, metrics);
    for (int i = 0; i < int(steps.size()); ++i) {
        const Place& slot = layers.place(i);
        const QPointF corner(layers.left(slot.layer), slot.y - metrics.node.height() / 2);
        graph.nodes.append({i, slot.layer, QRectF(corner, metrics.node)});
    }
    for (const auto& way : layers.ways()) {
        const QRectF from = graph.nodes.at(way.from).rect;
        const QRectF to = graph.nodes.at(way.to).rect;
        GraphEdge edge{way.from, way.to, {QPointF(from.right(), from.center().y())}};
        for (const int passage : way.passages) {
            const Place& slot = layers.place(passage);
            edge.points.append(QPointF(layers.left(slot.layer), slot.y));
            edge.points.append(QPointF(layers.left(slot.layer) + metrics.node.width(), slot.y));
        }
        edge.points.append(QPointF(to.left(), to.center().y()));
        graph.edges.append(edge);
    }
    const qreal width = layers.left(layers.count() - 1) + metrics.node.width() + metrics.margin;
    graph.size = QSizeF(width, layers.height());
    return graph;
}
