// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/health/metrictile.h"

#include <QKeyEvent>
#include <QPainter>

namespace {
constexpr int margin = 14;
constexpr int signSize = 18;
} // namespace

MetricTile::MetricTile(const Theme& theme, const QString& name, const QString& definition, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_name(name)
    , m_definition(definition)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (!m_filter.isEmpty())
            Q_EMIT drillDownRequested(m_filter);
    });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void MetricTile::setFilter(const QString& filter)
{
    m_filter = filter;
    setInvitation(filter.isEmpty() ? QString() : tr("Click to see the orders."));
}

void MetricTile::setInvitation(const QString& invitation)
{
    m_invitation = invitation;
    setCursor(invitation.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    describe();
}

void MetricTile::setFigure(const QString& figure, const QString& context, Tone tone, const QString& icon)
{
    if (figure == m_figure && context == m_context && tone == m_tone && icon == m_icon)
        return;
    m_figure = figure;
    m_context = context;
    m_tone = tone;
    m_icon = icon;
    describe();
    update();
}

void MetricTile::describe()
{
    const QString figure = m_figure.isEmpty() ? tr("not known yet") : m_figure;
    //: Screen reader: name of a figure, the figure, its context; such as "Overdue: 128, in 3 systems"
    setAccessibleName(
        m_context.isEmpty() ? tr("%1: %2").arg(m_name, figure) : tr("%1: %2, %3").arg(m_name, figure, m_context));
    setAccessibleDescription(m_definition);
    setToolTip(m_invitation.isEmpty() ? m_definition : QString(m_definition + u'\n' + m_invitation));
}

QSize MetricTile::sizeHint() const
{
    const int height = QFontMetrics(m_theme.font(FontRole::Small)).height() * 2
        + QFontMetrics(m_theme.font(FontRole::Figure)).height() + 2 * 10 + 4;
    return {170, height};
}

void MetricTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool opens = !m_invitation.isEmpty();
    const bool hover = underMouse() && opens;
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(m_theme.color(hover ? ColorId::SurfaceHover : ColorId::Surface));
    const bool ring = hasFocus() && m_byKeyboard;
    painter.setPen(ring ? QPen(m_theme.color(ColorId::Accent), 2)
                        : QPen(m_theme.color(hover ? ColorId::BorderStrong : ColorId::Border), 1));
    painter.drawRoundedRect(ring ? card.adjusted(0.5, 0.5, -0.5, -0.5) : card, Theme::radius + 2, Theme::radius + 2);

    const auto text = [&](const QRect& area, FontRole role, const QColor& color, const QString& words) {
        const QFont font = m_theme.font(role);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(area, int(Qt::AlignVCenter | Qt::AlignLeading),
            QFontMetrics(font).elidedText(words, Qt::ElideRight, area.width() + 1));
    };
    const int small = QFontMetrics(m_theme.font(FontRole::Small)).height() + 2;
    const int large = QFontMetrics(m_theme.font(FontRole::Figure)).height();
    const int width = this->width() - 2 * margin;
    const QColor tone = m_tone == Tone::Neutral ? m_theme.color(ColorId::Text) : m_theme.tone(m_tone).text;
    text({margin, 10, width, small}, FontRole::Small, m_theme.color(ColorId::TextSecondary), m_name);
    QRect figure(margin, 10 + small, width, large);
    if (!m_icon.isEmpty()) {
        painter.drawPixmap(QPoint(figure.left(), figure.center().y() - signSize / 2 + 1),
            m_theme.pixmap(m_icon, tone, signSize, devicePixelRatioF()));
        figure.setLeft(figure.left() + signSize + 6);
    }
    text(figure, FontRole::Figure, tone, m_figure.isEmpty() ? QStringLiteral("\u2013") : m_figure);
    text({margin, 10 + small + large, width, small}, FontRole::Small, m_theme.color(ColorId::TextMuted), m_context);
}

void MetricTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void MetricTile::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void MetricTile::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void MetricTile::focusInEvent(QFocusEvent* event)
{
    const auto reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason)
        m_byKeyboard = reason != Qt::MouseFocusReason;
    QAbstractButton::focusInEvent(event);
    update();
}

bool MetricTile::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}
