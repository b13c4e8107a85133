// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/card.h"

#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

Card::Card(const Theme& theme, const QString& title, const QString& note, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(title, this))
    , m_note(new QLabel(note, this))
    , m_layout(new QVBoxLayout(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setVisible(!note.isEmpty());
    m_layout->setContentsMargins(8, 12, 8, 8);
    m_layout->setSpacing(2);
    for (QLabel* label : {m_title, m_note}) {
        label->setContentsMargins(8, 0, 8, 0);
        m_layout->addWidget(label);
    }
    m_layout->addSpacing(4);
    connect(&theme, &Theme::changed, this, &Card::dress);
    dress();
}

void Card::addContent(QWidget* content, int stretch)
{
    m_layout->addWidget(content, stretch);
}

void Card::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_note, m_theme, ColorId::TextMuted, FontRole::Small);
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.color(ColorId::Surface));
    painter.setPen(m_theme.color(ColorId::Border));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius + 2, Theme::radius + 2);
}
