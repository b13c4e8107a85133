// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/timelinepainter.h"

#include "models/domain/statetitles.h"
#include "widgets/common/chip.h"
#include "widgets/order/timelinewords.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace {

constexpr int stepIconSize = 15;
constexpr qreal tickSpacing = 76;

QString nowText()
{
    return QCoreApplication::translate("Timeline", "now", "the present, on a time axis");
}

/// "22 Nov" or "22. Nov", with the year where it is not this one: a day in the order of the locale.
QString dayText(const QDate& date, const QDate& today, const QLocale& locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    const bool monthFirst = format.indexOf(u'M') < format.indexOf(u'd');
    const QString day = monthFirst ? u"MMM d"_s : format.contains(u'.') ? u"d. MMM"_s : u"d MMM"_s;
    const QString year = date.year() == today.year() ? QString() : monthFirst ? u", yyyy"_s : u" yyyy"_s;
    return locale.toString(date, day + year);
}

/// Diagonal lines, clipped to the rectangle: a sign that does not need colour.
void hatch(QPainter& painter, const QRectF& rect, const QColor& color, qreal spacing, qreal thickness)
{
    const QRectF area = painter.hasClipping() ? rect.intersected(painter.clipBoundingRect()) : rect;
    if (area.isEmpty())
        return;
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(color, thickness));
    // started at a multiple of the spacing, so that the lines stand still while the view is scrolled
    const qreal first = std::floor((area.left() - area.height()) / spacing) * spacing;
    for (qreal x = first; x < area.right(); x += spacing)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter.restore();
}

void roundedBar(QPainter& painter, const QRectF& rect, const QBrush& fill, const QPen& edge)
{
    painter.setPen(edge);
    painter.setBrush(fill);
    const qreal radius = std::min(3.0, std::min(rect.width(), rect.height()) / 2);
    painter.drawRoundedRect(rect, radius, radius);
}

/// The tone in which a step's state icon is drawn: a missed target is louder than the state.
ChipLook lookOf(const MilestoneRow& row)
{
    const bool late = row.targetState == TargetState::Breached && row.milestone.state != MilestoneState::Failed;
    return late ? chipLook(TargetState::Breached) : chipLook(row.milestone.state);
}

} // namespace

TimelinePainter::TimelinePainter(
    const Theme& theme, const MilestoneModel& model, const TimelineGeometry& geometry, const TimelineFrame& frame)
    : m_theme(theme)
    , m_model(model)
    , m_geometry(geometry)
    , m_frame(frame)
{ }

void TimelinePainter::setCurrent(int row, bool focused)
{
    m_current = row;
    m_focused = focused;
}

void TimelinePainter::paint(QPainter& painter, const QRect& dirty) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(dirty, m_theme.color(ColorId::Surface));
    painter.save();
    painter.setClipRect(0, m_frame.axisHeight, m_frame.size.width(), m_frame.size.height());
    painter.translate(0, m_frame.axisHeight - m_frame.scroll.y());
    paintLanes(painter);
    paintCurrent(painter);
    paintLaneNames(painter);
    paintTitles(painter);
    painter.restore();

    painter.save();
    painter.setClipRect(m_frame.bars());
    painter.translate(m_frame.headWidth() - m_frame.scroll.x(), m_frame.axisHeight - m_frame.scroll.y());
    paintGrid(painter);
    for (const TimelineShape& shape : m_geometry.shapes) {
        if (isVisible(shape.cell))
            paintShape(painter, shape);
    }
    paintNow(painter);
    for (const TimelineShape& shape : m_geometry.shapes) {
        if (isVisible(shape.cell))
            paintLabel(painter, shape);
    }
    painter.restore();
    paintAxis(painter);
}

bool TimelinePainter::isVisible(const QRectF& cell) const
{
    const qreal top = m_frame.scroll.y();
    return cell.bottom() >= top && cell.top() <= top + m_frame.bars().height();
}

void TimelinePainter::paintLanes(QPainter& painter) const
{
    painter.setPen(m_theme.color(ColorId::Separator));
    for (qsizetype i = 0; i < m_geometry.lanes.size(); ++i) {
        const TimelineLane& lane = m_geometry.lanes.at(i);
        const QRectF band(0, lane.top, m_frame.size.width(), lane.height);
        if (i % 2 == 1)
            painter.fillRect(band, m_theme.color(ColorId::MutedFill));
        painter.drawLine(band.bottomLeft(), band.bottomRight());
    }
}

/// What a step's line is painted on.
QColor TimelinePainter::groundOf(const TimelineShape& shape) const
{
    if (shape.row == m_current)
        return m_theme.color(m_focused ? ColorId::Selection : ColorId::SelectionInactive);
    for (qsizetype i = 0; i < m_geometry.lanes.size(); ++i) {
        if (m_geometry.lanes.at(i).rows.contains(shape.row))
            return m_theme.color(i % 2 == 1 ? ColorId::MutedFill : ColorId::Surface);
    }
    return m_theme.color(ColorId::Surface);
}

void TimelinePainter::paintCurrent(QPainter& painter) const
{
    const int current = m_geometry.shapeOf(m_current);
    if (current < 0)
        return;
    const QRectF cell = m_geometry.shapes.at(current).cell;
    const QRectF line(m_frame.laneWidth, cell.top(), m_frame.size.width() - m_frame.laneWidth, cell.height());
    painter.fillRect(line, groundOf(m_geometry.shapes.at(current)));
    painter.fillRect(QRectF(line.left(), line.top(), 3, line.height()),
        m_theme.color(m_focused ? ColorId::Accent : ColorId::BorderStrong));
}

void TimelinePainter::paintLaneNames(QPainter& painter) const
{
    const QFont font = m_theme.font(FontRole::SmallStrong);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorId::TextSecondary));
    for (const TimelineLane& lane : m_geometry.lanes) {
        const int first = m_geometry.shapeOf(lane.rows.constFirst());
        const QRectF cell = m_geometry.shapes.at(first).cell;
        const QRectF area(16, cell.top(), m_frame.laneWidth - 22, cell.height());
        const QString name = lane.system.isEmpty() ? QString() : systemTitle(lane.system);
        painter.drawText(area, int(Qt::AlignVCenter | Qt::AlignLeft),
            QFontMetrics(font).elidedText(name, Qt::ElideRight, int(area.width())));
    }
}

void TimelinePainter::paintTitles(QPainter& painter) const
{
    const QFont font = m_theme.font(FontRole::Body);
    const QFontMetrics metrics(font);
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.setFont(font);
    for (const TimelineShape& shape : m_geometry.shapes) {
        if (!isVisible(shape.cell))
            continue;
        const MilestoneRow& row = m_model.row(shape.row).row;
        const ChipLook look = lookOf(row);
        const QRect icon(
            m_frame.laneWidth + 10, int(shape.cell.center().y()) - stepIconSize / 2, stepIconSize, stepIconSize);
        painter.drawPixmap(icon, m_theme.pixmap(look.icon, m_theme.tone(look.tone).text, stepIconSize, ratio));
        int room = m_frame.titleWidth - 10 - stepIconSize - 6 - 8;
        if (!row.milestone.anomalies.isEmpty()) {
            const QPoint sign(m_frame.headWidth() - 8 - stepIconSize, icon.top());
            painter.drawPixmap(
                sign, m_theme.pixmap(u"info"_s, m_theme.color(ColorId::WarningText), stepIconSize, ratio));
            room -= stepIconSize + 6;
        }
        painter.setPen(m_theme.color(shape.idle ? ColorId::TextMuted : ColorId::Text));
        painter.drawText(QRectF(icon.right() + 7, shape.cell.top(), room, shape.cell.height()),
            int(Qt::AlignVCenter | Qt::AlignLeft), metrics.elidedText(row.scopedTitle(), Qt::ElideRight, room));
    }
    painter.setPen(m_theme.color(ColorId::Border));
    painter.drawLine(QPointF(m_frame.headWidth() - 0.5, 0), QPointF(m_frame.headWidth() - 0.5, m_geometry.height));
}

QList<TimeTick> TimelinePainter::ticks() const
{
    const qreal from = m_frame.scroll.x();
    return timeTicks(
        m_geometry.scale, from, from + m_frame.bars().width() - 30, tickSpacing, QTimeZone::systemTimeZone());
}

void TimelinePainter::paintGrid(QPainter& painter) const
{
    painter.setPen(QPen(m_theme.color(ColorId::Grid), 1));
    const auto marks = ticks();
    for (const TimeTick& tick : marks) {
        const qreal x = std::floor(tick.x) + 0.5;
        painter.drawLine(QPointF(x, 0), QPointF(x, m_geometry.height));
    }
}

void TimelinePainter::paintSegment(
    QPainter& painter, const Theme& theme, TimelineSegment::Kind kind, const QRectF& rect)
{
    const QColor worked = theme.tone(Tone::Info).text;
    const QColor bad = theme.tone(Tone::Bad).text;
    QColor soft = worked;
    soft.setAlphaF(0.28F);
    QColor badSoft = bad;
    badSoft.setAlphaF(0.16F);
    switch (kind) {
    case TimelineSegment::Kind::Window:
        roundedBar(
            painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), Qt::NoBrush, QPen(theme.color(ColorId::BorderStrong), 1));
        return;
    case TimelineSegment::Kind::Worked:
        roundedBar(painter, rect, worked, Qt::NoPen);
        return;
    case TimelineSegment::Kind::Late:
        roundedBar(painter, rect, badSoft, Qt::NoPen);
        roundedBar(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), bad, Qt::NoPen);
        hatch(painter, rect.adjusted(1, 1, -1, -1), theme.color(ColorId::Surface), 5, 1.2);
        return;
    case TimelineSegment::Kind::Waiting:
        roundedBar(painter, rect, soft, QPen(worked, 1));
        return;
    case TimelineSegment::Kind::Absent:
        roundedBar(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), badSoft, Qt::NoPen);
        hatch(painter, rect, bad, 6, 1.4);
        roundedBar(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), Qt::NoBrush, QPen(bad, 1, Qt::DashLine));
        return;
    case TimelineSegment::Kind::Expected:
        hatch(painter, rect, theme.color(ColorId::BorderStrong), 6, 1);
        roundedBar(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), Qt::NoBrush,
            QPen(theme.color(ColorId::TextMuted), 1, Qt::DotLine));
        return;
    case TimelineSegment::Kind::Early:
        painter.setPen(QPen(theme.tone(Tone::Warning).text, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        return;
    }
}

void TimelinePainter::paintMark(
    QPainter& painter, const Theme& theme, TimelineMark::Kind kind, QPointF centre, bool late)
{
    constexpr qreal r = 5;
    const QColor surface = theme.color(ColorId::Surface);
    const QColor tone = late ? theme.tone(Tone::Bad).text : theme.tone(Tone::Info).text;
    switch (kind) {
    case TimelineMark::Kind::Reached: {
        QPainterPath diamond;
        diamond.moveTo(centre + QPointF(0, -r - 1));
        diamond.lineTo(centre + QPointF(r + 1, 0));
        diamond.lineTo(centre + QPointF(0, r + 1));
        diamond.lineTo(centre + QPointF(-r - 1, 0));
        diamond.closeSubpath();
        painter.setPen(QPen(surface, 1.5));
        painter.setBrush(tone);
        painter.drawPath(diamond);
        return;
    }
    case TimelineMark::Kind::Reversed:
        painter.setPen(QPen(theme.tone(Tone::Neutral).text, 1.8));
        painter.setBrush(surface);
        painter.drawEllipse(centre, r, r);
        painter.drawLine(centre + QPointF(r * 0.7, -r * 0.7), centre + QPointF(-r * 0.7, r * 0.7));
        return;
    case TimelineMark::Kind::Failed:
        painter.setPen(QPen(surface, 1.5));
        painter.setBrush(theme.tone(Tone::Bad).text);
        painter.drawEllipse(centre, r + 1.5, r + 1.5);
        painter.setPen(QPen(surface, 1.8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(centre + QPointF(-2.2, -2.2), centre + QPointF(2.2, 2.2));
        painter.drawLine(centre + QPointF(2.2, -2.2), centre + QPointF(-2.2, 2.2));
        return;
    case TimelineMark::Kind::Started:
        painter.setPen(QPen(theme.tone(Tone::Info).text, 1.8));
        painter.setBrush(surface);
        painter.drawEllipse(centre, r - 1, r - 1);
        return;
    }
}

void TimelinePainter::paintShape(QPainter& painter, const TimelineShape& shape) const
{
    if (shape.idle) {
        painter.setPen(QPen(m_theme.color(ColorId::Border), 1, Qt::DotLine));
        const qreal y = std::floor(shape.cell.center().y()) + 0.5;
        painter.drawLine(QPointF(shape.cell.left(), y), QPointF(shape.cell.right(), y));
        return;
    }
    for (const TimelineSegment& segment : shape.segments)
        paintSegment(painter, m_theme, segment.kind, segment.rect);
    const bool late = m_model.row(shape.row).row.milestone.late;
    for (const TimelineMark& mark : shape.marks)
        paintMark(painter, m_theme, mark.kind, QPointF(mark.x, shape.cell.center().y()), late);
}

void TimelinePainter::paintLabel(QPainter& painter, const TimelineShape& shape) const
{
    const MilestoneRow& row = m_model.row(shape.row).row;
    const QString text = timelineLabel(m_model, row, m_locale);
    if (text.isEmpty())
        return;
    const QFont font = m_theme.font(FontRole::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const bool bad = row.targetState == TargetState::Breached || row.targetState == TargetState::MetLate
        || row.milestone.state == MilestoneState::Failed;
    painter.setPen(m_theme.color(bad ? ColorId::BadText : shape.idle ? ColorId::TextMuted : ColorId::TextSecondary));
    const qreal gap = shape.marks.isEmpty() ? 6 : 12;
    const auto width = qreal(metrics.horizontalAdvance(text));
    const qreal viewLeft = m_frame.scroll.x() + 6;
    const qreal viewRight = m_frame.scroll.x() + m_frame.bars().width() - 6;
    QRectF area(shape.right + gap, shape.cell.top(), width + 2, shape.cell.height());
    if (shape.idle)
        area.moveLeft(viewLeft + 6);
    else if (area.right() > viewRight && shape.left - gap - width > viewLeft)
        area.moveRight(shape.left - gap); // no room behind the bar, but before it
    else if (area.right() > viewRight && area.left() < viewRight)
        area.setRight(viewRight);
    painter.fillRect(area.adjusted(-3, 4, 3, -4), groundOf(shape)); // no line runs through the words
    painter.drawText(
        area, int(Qt::AlignVCenter | Qt::AlignLeft), metrics.elidedText(text, Qt::ElideRight, int(area.width())));
}

void TimelinePainter::paintNow(QPainter& painter) const
{
    if (!m_geometry.nowX)
        return;
    painter.setPen(QPen(m_theme.color(ColorId::Accent), 1.5));
    painter.drawLine(QPointF(*m_geometry.nowX, 0), QPointF(*m_geometry.nowX, m_geometry.height));
}

QRectF TimelinePainter::nowLabel() const
{
    if (!m_geometry.nowX)
        return {};
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    QRectF label(0, 3, metrics.horizontalAdvance(nowText()) + 10, 15);
    label.moveCenter(QPointF(*m_geometry.nowX + m_frame.headWidth() - m_frame.scroll.x(), label.center().y()));
    return label;
}

void TimelinePainter::paintTicks(QPainter& painter) const
{
    const QFontMetrics metrics(painter.font());
    const qreal offset = m_frame.headWidth() - m_frame.scroll.x();
    const QDate today = m_model.now().toLocalTime().date();
    const QString timeFormat = m_locale.timeFormat(QLocale::ShortFormat);
    const auto marks = ticks();
    const bool wholeDays
        = m_geometry.scale.isProportional() && marks.size() > 1 && marks.at(0).moment.daysTo(marks.at(1).moment) >= 1;
    const QRectF taken = nowLabel();
    for (const TimeTick& tick : marks) {
        const QDateTime local = tick.moment.toLocalTime();
        const qreal x = tick.x + offset;
        const QString day = dayText(local.date(), today, m_locale);
        painter.setPen(m_theme.color(ColorId::TextSecondary));
        if (tick.newDay && !QRectF(x + 4, 2, metrics.horizontalAdvance(day), 16).intersects(taken))
            painter.drawText(QRectF(x + 4, 2, tickSpacing + 20, 16), int(Qt::AlignVCenter | Qt::AlignLeft), day);
        painter.setPen(m_theme.color(ColorId::TextMuted));
        if (!wholeDays) {
            painter.drawText(QRectF(x + 4, 17, tickSpacing, 16), int(Qt::AlignVCenter | Qt::AlignLeft),
                m_locale.toString(local.time(), timeFormat));
        }
        painter.setPen(m_theme.color(ColorId::BorderStrong));
        painter.drawLine(QPointF(x, m_frame.axisHeight - 6), QPointF(x, m_frame.axisHeight));
    }
}

void TimelinePainter::paintAxis(QPainter& painter) const
{
    painter.fillRect(QRect(0, 0, m_frame.size.width(), m_frame.axisHeight), m_theme.color(ColorId::Surface));
    painter.setPen(m_theme.color(ColorId::Border));
    painter.drawLine(QPointF(0, m_frame.axisHeight - 0.5), QPointF(m_frame.size.width(), m_frame.axisHeight - 0.5));
    painter.save();
    painter.setClipRect(m_frame.axis());
    painter.setFont(m_theme.font(FontRole::Small));
    paintTicks(painter);
    const QRectF label = nowLabel();
    if (m_geometry.nowX) {
        roundedBar(painter, label, m_theme.color(ColorId::Accent), Qt::NoPen);
        painter.setPen(m_theme.color(ColorId::AccentText));
        painter.drawText(label, int(Qt::AlignCenter), nowText());
        painter.setPen(QPen(m_theme.color(ColorId::Accent), 1.5));
        painter.drawLine(QPointF(label.center().x(), label.bottom()), QPointF(label.center().x(), m_frame.axisHeight));
    }
    painter.restore();
}
