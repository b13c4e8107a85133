// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/rail.h"

#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int railDrawingSize = 20;
constexpr int pillWidth = 48;
constexpr int pillHeight = 28;
constexpr int textMargin = 4;
} // namespace

RailButton::RailButton(const Theme& theme, const QString& icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize RailButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    const QRect words = metrics.boundingRect(
        QRect(0, 0, Rail::width - 2 * textMargin, 200), int(Qt::AlignHCenter | Qt::TextWordWrap), text());
    return {Rail::width, 8 + pillHeight + 4 + words.height() + 8};
}

void RailButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEnabled())
        painter.setOpacity(0.45);
    const QRect pill((width() - pillWidth) / 2, 8, pillWidth, pillHeight);
    const QColor ink = m_theme.color(isChecked() ? ColorId::Accent : ColorId::TextSecondary);
    painter.setPen(Qt::NoPen);
    if (isChecked())
        painter.setBrush(m_theme.color(ColorId::Selection));
    else if (underMouse())
        painter.setBrush(m_theme.color(ColorId::Border));
    if (isChecked() || underMouse())
        painter.drawRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ColorId::Accent), 1.5));
        painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), pillHeight / 2.0, pillHeight / 2.0);
    }
    painter.drawPixmap(pill.center().x() - railDrawingSize / 2 + 1, pill.center().y() - railDrawingSize / 2 + 1,
        m_theme.pixmap(m_icon, ink, railDrawingSize, devicePixelRatioF()));
    painter.setFont(m_theme.font(isChecked() ? FontRole::SmallStrong : FontRole::Small));
    painter.setPen(m_theme.color(isChecked() ? ColorId::Text : ColorId::TextSecondary));
    painter.drawText(rect().adjusted(textMargin, 8 + pillHeight + 4, -textMargin, 0),
        int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap), text());
}

Rail::Rail(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Screens"));
    setFixedWidth(width);
    m_layout->setContentsMargins(0, 8, 0, 8);
    m_layout->setSpacing(2);
    m_layout->addStretch();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Rail::addScreen(const QString& name, const QString& icon, const QString& text, const QString& shortcut)
{
    auto* button = new RailButton(m_theme, icon, text, this);
    button->setObjectName(name);
    //: Tool tip: name of a screen and its shortcut
    button->setToolTip(tr("%1 (%2)").arg(text, shortcut));
    const int screen = int(m_buttons.size());
    m_buttons.append(button);
    m_layout->insertWidget(screen, button);
    connect(button, &QAbstractButton::clicked, this, [this, screen] { Q_EMIT screenRequested(screen); });
}

void Rail::setCurrent(int screen)
{
    if (screen >= 0 && screen < m_buttons.size())
        m_buttons.at(screen)->setChecked(true);
}

int Rail::current() const
{
    for (int screen = 0; screen < int(m_buttons.size()); ++screen) {
        if (m_buttons.at(screen)->isChecked())
            return screen;
    }
    return -1;
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorId::Rail));
    const QRect edge = QStyle::visualRect(layoutDirection(), rect(), QRect(rect().right(), 0, 1, height()));
    painter.fillRect(edge, m_theme.color(ColorId::Border));
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (int at = 0; step != 0 && at < int(m_buttons.size()); ++at) {
        if (m_buttons.at(at)->hasFocus() && at + step >= 0 && at + step < int(m_buttons.size())) {
            m_buttons.at(at + step)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}
