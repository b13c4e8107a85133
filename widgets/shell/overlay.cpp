// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/overlay.h"

#include "widgets/common/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

Overlay::Overlay(const Theme& theme, QWidget* window)
    : QWidget(window)
    , m_theme(theme)
    , m_panel(new QWidget(this))
{
    window->installEventFilter(this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void Overlay::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    place();
    show();
    raise();
}

void Overlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void Overlay::place()
{
    m_panel->setGeometry(panelRect(size()));
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool)
{
    return true; // Tab stays inside
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
    event->accept(); // nothing below the overlay hears of keys
}

void Overlay::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        close();
}

void Overlay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void Overlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, m_theme.isDark() ? 120 : 70));
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF panel = m_panel->geometry();
    painter.setPen(Qt::NoPen);
    const QColor shadow = m_theme.color(ColorId::Shadow);
    for (int spread = 10; spread > 0; spread -= 2) {
        QColor tint = shadow;
        tint.setAlpha(shadow.alpha() / (spread + 2));
        painter.setBrush(tint);
        painter.drawRoundedRect(panel.adjusted(-spread, -spread + 4, spread, spread + 4), 10.0 + spread, 10.0 + spread);
    }
    painter.setPen(m_theme.color(ColorId::Border));
    painter.setBrush(m_theme.color(ColorId::SurfaceRaised));
    painter.drawRoundedRect(panel.adjusted(-0.5, -0.5, 0.5, 0.5), 10, 10);
}
