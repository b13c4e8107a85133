// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/timelinelegend.h"

#include "widgets/common/theme.h"
#include "widgets/order/timelinepainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleWidth = 26;
constexpr int legendLineHeight = 20;
constexpr int legendGap = 18;

} // namespace

TimelineLegend::TimelineLegend(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setLayoutMode(m_mode);
}

void TimelineLegend::setLayoutMode(TimelineLayout mode)
{
    m_mode = mode;
    QStringList texts;
    const auto all = entries();
    for (const Entry& entry : all)
        texts.append(entry.text);
    setAccessibleName(tr("Legend", "explanation of the drawings"));
    setAccessibleDescription(texts.join(u"; "_s));
    updateGeometry();
    update();
}

QList<TimelineLegend::Entry> TimelineLegend::entries() const
{
    using Kind = TimelineSegment::Kind;
    return {
        {tr("allowed", "legend: frame around a bar, the time that the target allows"), Kind::Window},
        {tr("took", "legend: bar of a step that is done"), Kind::Worked},
        {tr("reached", "legend: mark"), Kind::Worked, true},
        {tr("late", "legend: striped part of a bar, reached after the due time"), Kind::Late},
        {tr("waiting", "legend: bar of an open step"), Kind::Waiting},
        {tr("overdue, nothing came", "legend: hatched part of a bar"), Kind::Absent},
        {tr("to come", "legend: hatched frame, at the usual pace"), Kind::Expected},
        {m_mode == TimelineLayout::ToScale ? tr("Time is to scale.") : tr("Long waits are shortened, not to scale."),
            Kind::Window, false, true},
    };
}

int TimelineLegend::widthOf(const Entry& entry) const
{
    const int text = QFontMetrics(m_theme.font(FontRole::Small)).horizontalAdvance(entry.text);
    return entry.note ? text : sampleWidth + 6 + text;
}

QList<QPoint> TimelineLegend::places(int width) const
{
    QList<QPoint> places;
    int x = 0;
    int y = 0;
    const auto all = entries();
    for (const Entry& entry : all) {
        const int needed = widthOf(entry);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += legendLineHeight;
        }
        places.append({x, y});
        x += needed + legendGap;
    }
    return places;
}

int TimelineLegend::heightForWidth(int width) const
{
    return places(width).constLast().y() + legendLineHeight;
}

QSize TimelineLegend::sizeHint() const
{
    return {600, heightForWidth(std::max(width(), 400))};
}

void TimelineLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(FontRole::Small));
    const auto all = entries();
    const auto where = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Entry& entry = all.at(i);
        const QPoint at = where.at(i);
        const QRectF sample(at.x(), at.y() + 5, sampleWidth, 10);
        if (entry.mark)
            TimelinePainter::paintMark(painter, m_theme, TimelineMark::Kind::Reached, sample.center(), false);
        else if (!entry.note)
            TimelinePainter::paintSegment(painter, m_theme, entry.segment, sample);
        painter.setPen(m_theme.color(ColorId::TextMuted));
        const int x = entry.note ? at.x() : at.x() + sampleWidth + 6;
        painter.drawText(
            QRect(x, at.y(), width() - x, legendLineHeight), int(Qt::AlignVCenter | Qt::AlignLeft), entry.text);
    }
}
