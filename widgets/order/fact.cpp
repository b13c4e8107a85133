// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/fact.h"

#include "widgets/common/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace {
constexpr int captionHeight = 16;
constexpr int valueHeight = 19;
constexpr int smallest = 70;
} // namespace

Fact::Fact(const Theme& theme, const QString& caption, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
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

QSize Fact::sizeHint() const
{
    const int caption = QFontMetrics(m_theme.font(FontRole::Small)).horizontalAdvance(m_caption);
    const int value = QFontMetrics(m_theme.font(FontRole::Body)).horizontalAdvance(m_value);
    return {std::max(caption, value) + 2, captionHeight + valueHeight};
}

QSize Fact::minimumSizeHint() const
{
    return {std::min(smallest, sizeHint().width()), captionHeight + valueHeight};
}

void Fact::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const auto line = [&](int top, int height, FontRole role, ColorId color, const QString& text) {
        const QFont font = m_theme.font(role);
        painter.setFont(font);
        painter.setPen(m_theme.color(color));
        painter.drawText(QRect(0, top, width(), height), int(Qt::AlignVCenter | Qt::AlignLeading),
            QFontMetrics(font).elidedText(text, Qt::ElideRight, width() + 1));
    };
    line(0, captionHeight, FontRole::Small, ColorId::TextMuted, m_caption);
    line(captionHeight, valueHeight, FontRole::Body, m_bad ? ColorId::BadText : ColorId::Text, m_value);
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
