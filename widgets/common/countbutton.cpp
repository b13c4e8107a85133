// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/countbutton.h"

#include "widgets/common/tabularfigures.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace {
constexpr int buttonPadding = 9;
constexpr int buttonDrawingSize = 16;
constexpr int buttonGap = 6;
constexpr int buttonHeight = 28;
constexpr int drawingWidth = buttonDrawingSize + buttonGap;
} // namespace

CountButton::CountButton(const Theme& theme, Tone tone, const QString& icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_tone(tone)
    , m_icon(icon)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void CountButton::setCount(std::optional<qint64> count)
{
    if (count == m_count)
        return;
    m_count = count;
    describe();
    updateGeometry();
    update();
}

void CountButton::describe()
{
    //: Screen reader: quick filter and how many orders it shows, such as "Failed, 12"
    setAccessibleName(m_count ? tr("%1, %2").arg(text(), countText()) : text());
}

void CountButton::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

int CountButton::textStart() const
{
    return m_compact ? buttonPadding : buttonPadding + drawingWidth;
}

int CountButton::wholeWidth() const
{
    return sizeHint().width() + (m_compact ? drawingWidth : 0);
}

QString CountButton::countText() const
{
    return m_count ? locale().toString(*m_count) : QString();
}

QSize CountButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Body));
    const int count
        = m_count ? buttonGap + 1 + tabularWidth(QFontMetrics(m_theme.font(FontRole::BodyStrong)), countText()) : 0;
    return {textStart() + metrics.horizontalAdvance(text()) + count + buttonPadding,
        std::max(buttonHeight, metrics.height() + 10)};
}

void CountButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CountButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void CountButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool alarming = m_count.value_or(0) > 0 && (m_tone == Tone::Bad || m_tone == Tone::Warning);
    const QColor drawing = alarming ? m_theme.tone(m_tone).text : m_theme.color(ColorId::TextMuted);
    QColor fill = m_theme.color(ColorId::Surface);
    QColor edge = m_theme.color(ColorId::Border);
    if (isChecked()) {
        fill = m_theme.color(ColorId::AccentSoft);
        edge = m_theme.color(ColorId::Accent);
    } else if (underMouse() || isDown()) {
        fill = m_theme.color(ColorId::SurfaceHover);
        edge = m_theme.color(ColorId::BorderStrong);
    }
    if (hasFocus())
        edge = m_theme.color(ColorId::Accent);
    painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
    painter.setBrush(fill);
    const qreal radius = height() / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);

    const auto place = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    if (!m_compact)
        painter.drawPixmap(place(buttonPadding, buttonDrawingSize).left(), (height() - buttonDrawingSize) / 2,
            m_theme.pixmap(m_icon, drawing, buttonDrawingSize, devicePixelRatioF()));
    painter.setFont(m_theme.font(FontRole::Body));
    painter.setPen(m_theme.color(isChecked() ? ColorId::Text : ColorId::TextSecondary));
    const int width = painter.fontMetrics().horizontalAdvance(text());
    painter.drawText(place(textStart(), width + 2), int(Qt::AlignLeading | Qt::AlignVCenter), text());
    if (!m_count)
        return;
    painter.setFont(m_theme.font(FontRole::BodyStrong));
    painter.setPen(alarming ? drawing : m_theme.color(*m_count > 0 ? ColorId::Text : ColorId::TextMuted));
    const int start = textStart() + width + buttonGap;
    drawTabular(painter, m_theme.lines(), place(start, this->width() - start - buttonPadding + 2), countText(),
        QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
}
