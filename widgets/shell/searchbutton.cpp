// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/searchbutton.h"

#include "widgets/common/theme.h"

#include <QKeySequence>
#include <QPainter>

using namespace Qt::StringLiterals;

SearchButton::SearchButton(const Theme& theme, QWidget* parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setText(tr("Search orders and commands"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SearchButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse() || hasFocus();
    painter.setPen(m_theme.color(hasFocus() ? ColorId::Accent : lit ? ColorId::BorderStrong : ColorId::Border));
    painter.setBrush(m_theme.color(ColorId::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
    const QRect inner = rect().adjusted(10, 0, -10, 0);
    const QRect icon = QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {16, 16}, inner);
    painter.drawPixmap(icon, m_theme.pixmap(u"search"_s, m_theme.color(ColorId::TextMuted), 16, devicePixelRatioF()));
    painter.setPen(m_theme.color(ColorId::TextMuted));
    painter.setFont(m_theme.font(FontRole::Body));
    painter.drawText(QStyle::visualRect(layoutDirection(), inner, inner.adjusted(24, 0, -60, 0)),
        int(Qt::AlignLeading | Qt::AlignVCenter), text());
    painter.setFont(m_theme.font(FontRole::Small));
    painter.drawText(inner, int(Qt::AlignTrailing | Qt::AlignVCenter),
        QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
}
