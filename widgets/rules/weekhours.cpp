// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rules/weekhours.h"

#include "widgets/common/theme.h"

#include <QPainter>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 22;
constexpr int dayWidth = 92;
constexpr int wordsWidth = 150;
constexpr int scaleHeight = 18;
constexpr int minutesOfDay = 24 * 60;

std::optional<int> minutes(QStringView text)
{
    const auto colon = text.indexOf(u':');
    bool hourRight = false;
    bool minuteRight = false;
    const int hour = text.left(colon).toInt(&hourRight);
    const int minute = text.mid(colon + 1).toInt(&minuteRight);
    const int all = hour * 60 + minute;
    if (colon < 0 || !hourRight || !minuteRight || minute > 59 || all > minutesOfDay || all < 0)
        return std::nullopt;
    return all;
}

} // namespace

WeekHours::WeekHours(const Theme& theme, const BusinessCalendar& calendar, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_calendar(calendar)
{
    QStringList days;
    const QLocale locale;
    for (int day = 0; day < int(calendar.week.size()) && day < 7; ++day)
        days.append(
            tr("%1: %2", "weekday and its hours").arg(locale.standaloneDayName(day + 1), words(calendar.week.at(day))));
    setAccessibleName(tr("Weekly hours"));
    setAccessibleDescription(days.join(u"; "_s));
    setToolTip(days.join(u'\n'));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize WeekHours::sizeHint() const
{
    return {560, scaleHeight + 7 * lineHeight};
}

QList<std::pair<double, double>> WeekHours::stretches(const QStringList& open)
{
    QList<std::pair<double, double>> parts;
    for (const QString& stretch : open) {
        const auto dash = stretch.indexOf(u'-');
        const auto from = minutes(QStringView(stretch).left(dash).trimmed());
        const auto to = minutes(QStringView(stretch).mid(dash + 1).trimmed());
        if (dash > 0 && from && to && *from < *to)
            parts.append({double(*from) / minutesOfDay, double(*to) / minutesOfDay});
    }
    return parts;
}

QString WeekHours::words(const QStringList& open)
{
    if (open.isEmpty())
        return tr("closed", "a day without open hours");
    if (open.size() == 1 && open.constFirst() == "00:00-24:00"_L1)
        return tr("all day", "a day that is open for 24 hours");
    return QString(open.join(u", "_s)).replace(u'-', u'\u2013');
}

void WeekHours::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(FontRole::Small));
    const QLocale locale;
    const QRectF bars(dayWidth, scaleHeight, std::max(40, width() - dayWidth - wordsWidth), 7 * lineHeight);
    for (const int hour : {0, 6, 12, 18, 24}) {
        const qreal x = std::floor(bars.left() + bars.width() * hour / 24) + 0.5;
        painter.setPen(m_theme.color(ColorId::Grid));
        painter.drawLine(QPointF(x, bars.top()), QPointF(x, bars.bottom()));
        painter.setPen(m_theme.color(ColorId::TextMuted));
        painter.drawText(QRectF(x - 20, 0, 40, scaleHeight - 2), int(Qt::AlignCenter), locale.toString(hour));
    }
    for (int day = 0; day < 7; ++day) {
        const QStringList open = m_calendar.week.value(day);
        const qreal y = bars.top() + day * lineHeight;
        painter.setPen(m_theme.color(open.isEmpty() ? ColorId::TextMuted : ColorId::Text));
        painter.drawText(QRectF(0, y, dayWidth - 8, lineHeight), int(Qt::AlignVCenter | Qt::AlignLeft),
            locale.standaloneDayName(day + 1));
        painter.drawText(QRectF(bars.right() + 14, y, wordsWidth - 14, lineHeight),
            int(Qt::AlignVCenter | Qt::AlignLeft), words(open));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(ColorId::SurfaceSunken));
        painter.drawRoundedRect(QRectF(bars.left(), y + 6, bars.width(), lineHeight - 12), 3, 3);
        painter.setBrush(m_theme.color(ColorId::Accent));
        const auto parts = stretches(open);
        for (const auto& [from, to] : parts)
            painter.drawRoundedRect(
                QRectF(bars.left() + bars.width() * from, y + 6, bars.width() * (to - from), lineHeight - 12), 3, 3);
    }
}
