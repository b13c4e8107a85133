// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rules/processgraphview.h"

#include "models/domain/statetitles.h"
#include "widgets/common/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal smallestScale = 0.86; ///< below that the words cannot be read; it scrolls instead

/// At most two lines, the second one elided.
void paintWrapped(QPainter& painter, const QRectF& area, const QString& text)
{
    const QFontMetrics metrics(painter.font());
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(area.width());
    layout.endLayout();
    const QString rest = text.mid(first.textLength());
    const int height = metrics.lineSpacing();
    const qreal top = rest.isEmpty() ? area.center().y() - height / 2.0 : area.top();
    painter.drawText(QRectF(area.left(), top, area.width(), height), int(Qt::AlignVCenter | Qt::AlignLeft),
        text.left(first.textLength()));
    painter.drawText(QRectF(area.left(), top + height - 1, area.width(), height), int(Qt::AlignVCenter | Qt::AlignLeft),
        metrics.elidedText(rest, Qt::ElideRight, int(area.width()) + 1));
}

} // namespace

ProcessGraphView::ProcessGraphView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(u"processGraph"_s);
    setAccessibleName(tr("Drawing of the process"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    connect(&theme, &Theme::changed, this, &ProcessGraphView::arrange);
}

void ProcessGraphView::setProcess(const Process& process)
{
    if (process == m_process)
        return;
    m_process = process;
    m_graph = layoutProcess(process.steps);
    if (currentNode() < 0)
        m_current.clear();
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
    arrange();
    updateGeometry();
}

void ProcessGraphView::setMostHeight(int height)
{
    if (height == m_mostHeight)
        return;
    m_mostHeight = height;
    arrange();
    updateGeometry();
}

QSize ProcessGraphView::sizeHint() const
{
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    return {600, std::max(120, int(std::ceil(m_graph.size.height() * m_scale)) + bar)};
}

void ProcessGraphView::arrange()
{
    const QSize room = viewport()->size();
    m_scale = 1;
    if (!m_graph.size.isEmpty()) {
        // where it must scroll sideways anyway, only its height counts
        const qreal across = room.width() / m_graph.size.width();
        const int bar = across < smallestScale ? horizontalScrollBar()->sizeHint().height() : 0;
        const qreal down = m_mostHeight > 0 ? (m_mostHeight - bar) / m_graph.size.height() : 1.0;
        m_scale = std::clamp(across < smallestScale ? down : std::min(across, down), smallestScale, 1.0);
    }
    const QSizeF size = m_graph.size * m_scale;
    horizontalScrollBar()->setRange(0, std::max(0, int(std::ceil(size.width())) - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(size.height())) - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(20);
    viewport()->update();
}

QPointF ProcessGraphView::origin() const
{
    const qreal spare = std::max<qreal>(0, viewport()->height() - m_graph.size.height() * m_scale);
    return {-qreal(horizontalScrollBar()->value()), spare / 2 - verticalScrollBar()->value()};
}

QRectF ProcessGraphView::placeOf(int node) const
{
    const QRectF rect = m_graph.nodes.at(node).rect;
    return {rect.topLeft() * m_scale + origin(), rect.size() * m_scale};
}

int ProcessGraphView::currentNode() const
{
    for (int i = 0; i < int(m_process.steps.size()); ++i) {
        if (m_process.steps.at(i).step == m_current)
            return i;
    }
    return -1;
}

void ProcessGraphView::setCurrentStep(const QString& step)
{
    if (step == m_current)
        return;
    m_current = step;
    const int node = currentNode();
    if (node >= 0) {
        const QRectF place = placeOf(node);
        if (place.left() < 0 || place.right() > viewport()->width())
            horizontalScrollBar()->setValue(
                int(place.center().x()) + horizontalScrollBar()->value() - viewport()->width() / 2);
        setAccessibleDescription(words(m_process.steps.at(node)));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    viewport()->update();
    Q_EMIT currentStepChanged(step);
}

QString ProcessGraphView::words(const ProcessStep& step) const
{
    QStringList after;
    for (const QString& name : step.after)
        after.append(stepTitle(name));
    const QString title = stepTitle(step.step, step.title);
    const QString system = systemTitle(step.system);
    return after.isEmpty() ? tr("%1\nOwed by: %2").arg(title, system)
                           : tr("%1\nOwed by: %2\nAfter: %3").arg(title, system, after.join(u", "_s));
}

void ProcessGraphView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(ColorId::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(origin());
    painter.scale(m_scale, m_scale);
    const int current = currentNode();
    for (const GraphEdge& edge : m_graph.edges) {
        if (edge.from != current && edge.to != current)
            paintEdge(painter, edge, false);
    }
    for (const GraphEdge& edge : m_graph.edges) {
        if (edge.from == current || edge.to == current)
            paintEdge(painter, edge, true);
    }
    for (int i = 0; i < int(m_graph.nodes.size()); ++i)
        paintNode(painter, m_graph.nodes.at(i), i == current);
}

void ProcessGraphView::paintEdge(QPainter& painter, const GraphEdge& edge, bool strong) const
{
    QPainterPath path(edge.points.constFirst());
    for (qsizetype i = 1; i < edge.points.size(); ++i) {
        const QPointF from = edge.points.at(i - 1);
        const QPointF to = edge.points.at(i);
        const qreal bend = (to.x() - from.x()) / 2;
        path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
    }
    const QColor color = m_theme.color(strong ? ColorId::Accent : ColorId::BorderStrong);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, strong ? 2 : 1.3));
    painter.drawPath(path);
    const QPointF tip = edge.points.constLast();
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{tip, tip + QPointF(-6, -3.5), tip + QPointF(-6, 3.5)});
}

void ProcessGraphView::paintNode(QPainter& painter, const GraphNode& node, bool current) const
{
    const ProcessStep& step = m_process.steps.at(node.step);
    const QRectF box = node.rect.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(m_theme.color(current ? ColorId::Selection : ColorId::SurfaceRaised));
    const bool focus = current && hasFocus();
    painter.setPen(QPen(m_theme.color(current ? ColorId::Accent : ColorId::BorderStrong), focus ? 2 : 1));
    painter.drawRoundedRect(box, Theme::radius, Theme::radius);
    const QRectF inner = node.rect.adjusted(8, 4, -6, -4);
    const QFont small = m_theme.font(FontRole::Small);
    const qreal foot = QFontMetrics(small).height();
    const QFont strong = m_theme.font(FontRole::SmallStrong);
    painter.setFont(strong);
    painter.setPen(m_theme.color(ColorId::Text));
    paintWrapped(painter, inner.adjusted(0, 0, 0, -foot), stepTitle(step.step, step.title));
    painter.setFont(small);
    painter.setPen(m_theme.color(ColorId::TextMuted));
    painter.drawText(QRectF(inner.left(), inner.bottom() - foot, inner.width(), foot),
        int(Qt::AlignVCenter | Qt::AlignLeft),
        QFontMetrics(small).elidedText(systemTitle(step.system), Qt::ElideRight, int(inner.width()) + 1));
}

void ProcessGraphView::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ProcessGraphView::keyPressEvent(QKeyEvent* event)
{
    int dx = 0;
    int dy = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        dx = -1;
        break;
    case Qt::Key_Right:
        dx = 1;
        break;
    case Qt::Key_Up:
        dy = -1;
        break;
    case Qt::Key_Down:
        dy = 1;
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int next = m_graph.neighbour(currentNode(), dx, dy);
    if (next >= 0)
        setCurrentStep(m_process.steps.at(next).step);
}

int ProcessGraphView::nodeAt(const QPoint& place) const
{
    return m_graph.nodeAt((QPointF(place) - origin()) / m_scale);
}

void ProcessGraphView::mousePressEvent(QMouseEvent* event)
{
    const int node = nodeAt(event->position().toPoint());
    if (node >= 0)
        setCurrentStep(m_process.steps.at(node).step);
}

bool ProcessGraphView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(help->pos());
        QToolTip::showText(help->globalPos(), node < 0 ? QString() : words(m_process.steps.at(node)), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ProcessGraphView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (currentNode() < 0 && !m_process.steps.isEmpty())
        setCurrentStep(m_process.steps.constFirst().step);
    viewport()->update();
}

void ProcessGraphView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}
