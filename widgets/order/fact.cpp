// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/fact.h"

#include "widgets/common/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace {
constexpr int captionHeight = 16;
constexpr int valueHeight = 19;
constexpr int smallest = 70;
constexpr int factCaptionGap = 6;
} // namespace

Fact::Fact(const Theme& theme, const QString& caption, QWidget* parent, Shape shape)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(shape)
    , m_caption(caption)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    hide();
}

void Fact::setCaption(const QString& caption)
{
    m_caption = caption;
    describe();
}

void Fact::setValue(const QString& value, bool bad)
{
    m_value = value;
    m_bad = bad;
    setVisible(!value.isEmpty());
    describe();
}

void Fact::describe()
{
    //: A caption and its value, such as "Due: 14:02"
    setAccessibleName(tr("%1: %2").arg(m_caption, m_value));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

int Fact::captionWidth() const
{
    return QFontMetrics(m_theme.font(FontRole::Small)).horizontalAdvance(m_caption);
}

QSize Fact::sizeHint() const
{
    const int value = QFontMetrics(m_theme.font(FontRole::Body)).horizontalAdvance(m_value);
    if (m_shape == Shape::Inline)
        return {captionWidth() + factCaptionGap + value + 2, valueHeight};
    return {std::max(captionWidth(), value) + 2, captionHeight + valueHeight};
}

QSize Fact::minimumSizeHint() const
{
    return m_whole ? sizeHint() : QSize(std::min(smallest, sizeHint().width()), sizeHint().height());
}

void Fact::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto line = [&](const QRect& area, FontRole role, ColorId color, const QString& text) {
        const QFont font = m_theme.font(role);
        painter.setFont(font);
        painter.setPen(m_theme.color(color));
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), area), int(Qt::AlignVCenter | Qt::AlignLeading),
            QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width() + 1));
    };
    const bool inlined = m_shape == Shape::Inline;
    const QRect caption(0, 0, inlined ? captionWidth() + 1 : width(), inlined ? height() : captionHeight);
    const int start = inlined ? caption.width() + factCaptionGap : 0;
    line(caption, FontRole::Small, ColorId::TextMuted, m_caption);
    line(QRect(start, inlined ? 0 : captionHeight, width() - start, valueHeight), FontRole::Body,
        m_bad ? ColorId::BadText : ColorId::Text, m_value);
}

void Fact::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: Menu: copy a value to the clipboard
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_value); });
    menu->popup(event->globalPos());
}
