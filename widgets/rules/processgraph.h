// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/process.h"

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

/// A step on the drawing of a process.
struct GraphNode
{
    int step = 0; ///< index in the process
    int layer = 0; ///< length of the longest way from a start
    QRectF rect;
};

/// A dependency, from the predecessor's right edge to the step's left edge; passes between the nodes of layers in
/// between.
struct GraphEdge
{
    int from = 0; ///< indexes of nodes
    int to = 0;
    QList<QPointF> points;
};

struct GraphMetrics
{
    QSizeF node{130, 50};
    qreal layerGap = 28;
    qreal nodeGap = 8;
    qreal passage = 10; ///< height of the way through a layer for a longer edge
    qreal margin = 10;
};

/// Where the steps of a process and their dependencies lie: a layer per depth from left to right, few crossings. A
/// plain value, made without a window.
struct ProcessGraph
{
    QList<GraphNode> nodes; ///< in the order of the process's steps
    QList<GraphEdge> edges;
    QSizeF size;

    /// Index of the node at a place, or -1.
    int nodeAt(const QPointF& place) const;
    /// The nearest node in a direction (one of the arrow keys' dx, dy), or the same.
    int neighbour(int node, int dx, int dy) const;
};

/// The steps must be in topological order, as Process promises; predecessors that do not exist are left out.
ProcessGraph layoutProcess(const QList<ProcessStep>& steps, const GraphMetrics& metrics = {});
