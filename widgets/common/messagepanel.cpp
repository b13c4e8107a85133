// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagepanel.h"

#include "widgets/common/inklabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int discSize = 56;
constexpr int textWidth = 460;
} // namespace

MessagePanel::MessagePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_drawing(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_action(new QPushButton(this))
{
    m_title->setObjectName(u"messageTitle"_s);
    m_text->setObjectName(u"messageText"_s);
    m_hint->setObjectName(u"messageHint"_s);
    m_action->setObjectName(u"messageAction"_s);
    m_action->setDefault(true);
    m_action->setAutoDefault(true);
    for (QLabel* label : {m_title, m_text, m_hint}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setTextFormat(Qt::PlainText);
    }
    // a box of its own: aligned one by one, labels would not grow with their lines
    m_words = new QWidget(this);
    m_words->setFixedWidth(textWidth);
    auto* lines = new QVBoxLayout(m_words);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Theme::space);
    for (QLabel* label : {m_title, m_text, m_hint})
        lines->addWidget(label);
    setFocusProxy(m_action);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(Theme::space);
    layout->addStretch(2);
    layout->addWidget(m_drawing, 0, Qt::AlignHCenter);
    layout->addSpacing(Theme::space);
    layout->addWidget(m_words, 0, Qt::AlignHCenter);
    layout->addSpacing(Theme::space);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connect(m_action, &QPushButton::clicked, this, &MessagePanel::actionRequested);
    connect(&theme, &Theme::changed, this, &MessagePanel::dress);
    dress();
}

void MessagePanel::setMessage(const QString& icon, Tone tone, const QString& title, const QString& text,
    const QString& hint, const QString& action)
{
    m_icon = icon;
    m_tone = tone;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    dress();
}

QString MessagePanel::title() const
{
    return m_title->text();
}

QString MessagePanel::text() const
{
    return m_text->text();
}

void MessagePanel::dress()
{
    inkLabel(m_title, m_theme, ColorId::Text, FontRole::Heading);
    inkLabel(m_text, m_theme, ColorId::TextSecondary, FontRole::Body);
    inkLabel(m_hint, m_theme, ColorId::TextMuted, FontRole::Body);
    // aligned, it would not ask for its height; -1 while nothing in it is shown
    m_words->setMinimumHeight(qMax(0, m_words->layout()->heightForWidth(textWidth)));
    if (m_icon.isEmpty())
        return;
    const qreal ratio = devicePixelRatioF();
    QPixmap disc(QSize(discSize, discSize) * ratio);
    disc.setDevicePixelRatio(ratio);
    disc.fill(Qt::transparent);
    QPainter painter(&disc);
    painter.setRenderHint(QPainter::Antialiasing);
    const ToneColors colors = m_theme.tone(m_tone);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawEllipse(0, 0, discSize, discSize);
    constexpr int drawing = 28;
    constexpr int margin = (discSize - drawing) / 2;
    painter.drawPixmap(margin, margin, m_theme.pixmap(m_icon, colors.text, drawing, ratio));
    m_drawing->setPixmap(disc);
}
