// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/skeleton.h"

#include "widgets/common/theme.h"

#include <QPainter>

#include <array>

Skeleton::Skeleton(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Loading"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Skeleton::paintEvent(QPaintEvent*)
{
    constexpr std::array widths = {70, 96, 84, 150, 72, 92, 96, 88};
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorId::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorId::Separator));
    int row = 0;
    for (int y = Theme::rowHeight; y < height(); y += Theme::rowHeight, ++row) {
        painter.setOpacity(std::max(0.15, 1.0 - row * 0.07));
        int x = 12;
        for (std::size_t column = 0; column < widths.size() && x < width(); ++column) {
            const int wobble = int((std::size_t(row) * 7 + column * 13) % 30);
            painter.drawRoundedRect(QRect(x, y + 10, widths.at(column) - wobble, 10), 4, 4);
            x += widths.at(column) + 36;
        }
    }
}
