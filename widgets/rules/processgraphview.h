// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rules/processgraph.h"

#include <QAbstractScrollArea>

class Theme;

/// A process as a drawing: what follows what. Arrow keys walk along steps; the table of steps has the same rows.
class ProcessGraphView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit ProcessGraphView(const Theme& theme, QWidget* parent = nullptr);

    void setProcess(const Process& process);
    QString currentStep() const { return m_current; }
    void setCurrentStep(const QString& step);
    const ProcessGraph& graph() const { return m_graph; }
    /// Where a node is in the viewport.
    QRectF placeOf(int node) const;
    QSize sizeHint() const override;
    /// How high it may become: a higher drawing is made a little smaller before it has to scroll.
    void setMostHeight(int height);

Q_SIGNALS:
    void currentStepChanged(const QString& step);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void arrange();
    void paintEdge(QPainter& painter, const GraphEdge& edge, bool strong) const;
    void paintNode(QPainter& painter, const GraphNode& node, bool current) const;
    QString words(const ProcessStep& step) const;
    int currentNode() const;
    int nodeAt(const QPoint& place) const;
    QPointF origin() const;

    const Theme& m_theme;
    Process m_process;
    ProcessGraph m_graph;
    QString m_current;
    qreal m_scale = 1;
    int m_mostHeight = 0; ///< 0: any
};
