// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/newpill.h"

#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {
constexpr int pillDrawingSize = 16;
}

NewPill::NewPill(const Theme& theme, QWidget* area)
    : QPushButton(area)
    , m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus); // the key N and Home do the same
    setCursor(Qt::PointingHandCursor);
    area->installEventFilter(this);
    hide();
}

void NewPill::setCount(int count)
{
    setMessage(
        count, tr("%n new order(s)", nullptr, count), KeyMap::instance().hint(tr("Show them"), Command::ShowNew));
}

void NewPill::setMessage(int count, const QString& text, const QString& tip)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(tip);
    setVisible(count > 0);
    place();
}

QSize NewPill::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::BodyStrong));
    return {metrics.horizontalAdvance(text()) + pillDrawingSize + 32, std::max(28, metrics.height() + 10)};
}

bool NewPill::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QPushButton::eventFilter(watched, event);
}

void NewPill::place()
{
    const QSize size = sizeHint();
    setGeometry((parentWidget()->width() - size.width()) / 2, 10, size.width(), size.height());
    raise();
}

void NewPill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(underMouse() ? ColorId::AccentHover : ColorId::Accent));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const QColor ink = m_theme.color(ColorId::AccentText);
    const QRect icon = QStyle::visualRect(
        layoutDirection(), rect(), QRect(11, (height() - pillDrawingSize) / 2, pillDrawingSize, pillDrawingSize));
    painter.drawPixmap(icon, m_theme.pixmap(u"new"_s, ink, pillDrawingSize, devicePixelRatioF()));
    painter.setPen(ink);
    painter.setFont(m_theme.font(FontRole::BodyStrong));
    painter.drawText(
        QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(11 + pillDrawingSize + 5, 0, -10, 0)),
        int(Qt::AlignLeading | Qt::AlignVCenter), text());
}
