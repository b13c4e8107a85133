// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/timelineview.h"

#include "models/domain/statetitles.h"
#include "widgets/common/theme.h"
#include "widgets/order/timelinewords.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qreal zoomStep = 1.25;
constexpr qreal largestZoom = 400;
constexpr int smallestBars = 260; ///< the bars keep this much room however long the titles are

} // namespace

TimelineView::TimelineView(const Theme& theme, const MilestoneModel& model, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline of the order's steps"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_touched = true; });
    connect(&m_theme, &Theme::changed, this, &TimelineView::arrange);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TimelineView::arrange);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TimelineView::arrange);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::arrange);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &TimelineView::arrange);
    arrange();
}

void TimelineView::setLayoutMode(TimelineLayout mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_zoom = 1;
    arrange();
    Q_EMIT zoomChanged();
}

void TimelineView::setZoom(qreal zoom, int anchor)
{
    zoom = std::clamp(zoom, 1.0, largestZoom);
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    const int at = anchor < 0 ? frame().bars().width() / 2 : anchor;
    const QDateTime moment = m_geometry.scale.momentAt(horizontalScrollBar()->value() + at);
    m_zoom = zoom;
    arrange();
    horizontalScrollBar()->setValue(qRound(m_geometry.scale.xOf(moment)) - at);
    Q_EMIT zoomChanged();
}

void TimelineView::setCurrentKey(const QString& key)
{
    choose(key, true);
}

void TimelineView::choose(const QString& key, bool bringIntoView)
{
    if (key == m_currentKey)
        return;
    m_currentKey = key;
    if (bringIntoView)
        showRow(currentRow());
    describeCurrent();
    viewport()->update();
    Q_EMIT currentKeyChanged(key);
}

TimelineFrame TimelineView::frame() const
{
    TimelineFrame frame;
    frame.laneWidth = m_laneWidth;
    frame.titleWidth = m_titleWidth;
    frame.size = viewport()->size();
    frame.scroll = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    return frame;
}

QList<MilestoneRow> TimelineView::steps() const
{
    QList<MilestoneRow> rows;
    rows.reserve(m_model.rows().size());
    for (const MilestoneLine& line : m_model.rows())
        rows.append(line.row);
    return rows;
}

void TimelineView::measureHeads()
{
    const QFontMetrics lanes(m_theme.font(FontRole::SmallStrong));
    const QFontMetrics titles(m_theme.font(FontRole::Body));
    int lane = 40;
    int title = 120;
    for (const MilestoneLine& line : m_model.rows()) {
        const MilestoneRow& row = line.row;
        lane = std::max(lane, row.system.isEmpty() ? 0 : lanes.horizontalAdvance(systemTitle(row.system)));
        const int sign = row.milestone.anomalies.isEmpty() ? 0 : 21;
        title = std::max(title, titles.horizontalAdvance(row.scopedTitle()) + sign);
    }
    m_laneWidth = std::min(lane + 28, 160);
    const int room = std::max(150, viewport()->width() - m_laneWidth - smallestBars);
    m_titleWidth = std::min({title + 44, 340, room});
}

void TimelineView::arrange()
{
    measureHeads();
    const QRect bars = frame().bars();
    const int width = int(std::max(1, bars.width()) * m_zoom);
    m_geometry = layoutTimeline(steps(), m_model.now(), m_mode, width);
    horizontalScrollBar()->setRange(0, std::max(0, width - bars.width()));
    horizontalScrollBar()->setPageStep(bars.width());
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(m_geometry.height)) - bars.height()));
    verticalScrollBar()->setPageStep(bars.height());
    verticalScrollBar()->setSingleStep(int(TimelineMetrics().rowHeight));
    describeCurrent();
    viewport()->update();
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const TimelineFrame area = frame();
    TimelinePainter picture(m_theme, m_model, m_geometry, area);
    picture.setCurrent(currentRow(), hasFocus());
    picture.paint(painter, event->rect());
}

void TimelineView::resizeEvent(QResizeEvent*)
{
    arrange();
    if (!m_touched)
        verticalScrollBar()->setValue(0); // as much of the start as the current step allows
    showRow(currentRow());
}

void TimelineView::startOver()
{
    m_touched = false;
    setZoom(1);
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    m_touched = true;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_K:
        moveBy(-1);
        return;
    case Qt::Key_Down:
    case Qt::Key_J:
        moveBy(1);
        return;
    case Qt::Key_Left:
        moveInTime(isRightToLeft() ? 1 : -1);
        return;
    case Qt::Key_Right:
        moveInTime(isRightToLeft() ? -1 : 1);
        return;
    case Qt::Key_Home:
        moveBy(-int(m_geometry.shapes.size()));
        return;
    case Qt::Key_End:
        moveBy(int(m_geometry.shapes.size()));
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom * zoomStep);
        return;
    case Qt::Key_Minus:
        setZoom(m_zoom / zoomStep);
        return;
    case Qt::Key_0:
        setZoom(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentRow() >= 0)
            Q_EMIT activated(m_currentKey);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::moveBy(int lines)
{
    const int count = int(m_geometry.shapes.size());
    if (count == 0)
        return;
    const int current = m_geometry.shapeOf(currentRow());
    const int next = current < 0 ? (lines > 0 ? 0 : count - 1) : std::clamp(current + lines, 0, count - 1);
    select(m_geometry.shapes.at(next).row);
}

void TimelineView::moveInTime(int steps)
{
    const QList<int> order = rowsInTimeOrder(this->steps());
    if (order.isEmpty())
        return;
    const auto current = order.indexOf(currentRow());
    const auto next = current < 0 ? qsizetype{0} : std::clamp<qsizetype>(current + steps, 0, order.size() - 1);
    select(order.at(next));
}

void TimelineView::select(int row)
{
    if (row >= 0)
        setCurrentKey(m_model.row(row).key());
}

void TimelineView::describeCurrent()
{
    const int row = currentRow();
    const QString text = row < 0 ? QString() : stepInWords(m_model, m_model.row(row).row, QLocale());
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimelineView::showRow(int row)
{
    const int shape = m_geometry.shapeOf(row);
    if (shape < 0)
        return;
    const TimelineShape& step = m_geometry.shapes.at(shape);
    const QRect bars = frame().bars();
    QScrollBar* vertical = verticalScrollBar();
    vertical->setValue(
        std::clamp(vertical->value(), int(step.cell.bottom()) - bars.height() + 1, int(step.cell.top())));
    if (step.idle)
        return;
    constexpr int margin = 24;
    QScrollBar* horizontal = horizontalScrollBar();
    const int left = int(step.left) - margin;
    const int right = int(step.right) + margin - bars.width();
    if (horizontal->value() > left || horizontal->value() < right)
        horizontal->setValue(right > left ? left : std::clamp(horizontal->value(), right, left));
}

int TimelineView::rowAt(const QPoint& place) const
{
    const TimelineFrame area = frame();
    if (place.y() < area.axisHeight)
        return -1;
    const int shape = m_geometry.shapeAt(place.y() - area.axisHeight + area.scroll.y());
    return shape < 0 ? -1 : m_geometry.shapes.at(shape).row;
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    m_touched = true;
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    if (const int row = rowAt(event->position().toPoint()); row >= 0)
        choose(m_model.row(row).key(), false); // nothing moves under the pointer
    m_dragStart = event->position().toPoint();
    m_dragScroll = horizontalScrollBar()->value();
    m_dragging = frame().bars().contains(m_dragStart) && horizontalScrollBar()->maximum() > 0;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging || !(event->buttons() & Qt::LeftButton))
        return;
    viewport()->setCursor(Qt::ClosedHandCursor);
    horizontalScrollBar()->setValue(m_dragScroll - (event->position().toPoint().x() - m_dragStart.x()));
}

void TimelineView::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
    viewport()->unsetCursor();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0)
        Q_EMIT activated(m_model.row(row).key());
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    m_touched = true;
    const int turn = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(m_zoom * std::pow(zoomStep, turn / 120.0), int(event->position().x()) - frame().headWidth());
        event->accept();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turn);
        event->accept();
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        QToolTip::showText(
            help->globalPos(), row < 0 ? QString() : stepInWords(m_model, m_model.row(row).row, QLocale()), this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (currentRow() < 0 && !m_geometry.shapes.isEmpty())
        select(m_geometry.shapes.constFirst().row);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        arrange();
}
