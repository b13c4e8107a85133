// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/keycap.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace {
constexpr int capGap = 4;
constexpr int capPadding = 6;
constexpr int least = 22;
} // namespace

KeyCap::KeyCap(const Theme& theme, const QString& keys, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_caps(keys.split(u' ', Qt::SkipEmptyParts))
{
    setAccessibleName(keys);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize KeyCap::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    int width = -capGap;
    for (const QString& cap : m_caps)
        width += capGap + std::max(least, metrics.horizontalAdvance(cap) + 2 * capPadding);
    return {width, std::max(least, metrics.height() + 6)};
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(FontRole::Small));
    int x = 0;
    for (const QString& cap : m_caps) {
        const int width = std::max(least, painter.fontMetrics().horizontalAdvance(cap) + 2 * capPadding);
        const QRectF box = QRectF(x, 0, width, height()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(m_theme.color(ColorId::Border));
        painter.setBrush(m_theme.color(ColorId::Window));
        painter.drawRoundedRect(box, 4, 4);
        painter.setPen(m_theme.color(ColorId::TextSecondary));
        painter.drawText(box, Qt::AlignCenter, cap);
        x += width + capGap;
    }
}
