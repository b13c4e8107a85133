// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/chip.h"

#include "widgets/common/linetexts.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 15;
constexpr int iconGap = 5;
constexpr int padding = 6;
constexpr int quietHeight = 20;
constexpr int fullHeight = 24;
constexpr int captionGap = 7;

bool isFilled(const ChipLook& look, ChipStyle style)
{
    return style == ChipStyle::Full || look.tone == Tone::Warning || look.tone == Tone::Bad;
}

QSize chipSize(int textWidth, const QFontMetrics& metrics, ChipStyle style)
{
    const int height = std::max(style == ChipStyle::Full ? fullHeight : quietHeight, metrics.height() + 4);
    return {padding + iconSize + iconGap + textWidth + padding + 2, height};
}

} // namespace

ChipLook chipLook(SyncState state)
{
    switch (state) {
    case SyncState::Unknown:
        return {Tone::Muted, u"unknown"_s};
    case SyncState::Waiting:
        return {Tone::Info, u"clock"_s};
    case SyncState::Failed:
        return {Tone::Bad, u"failed"_s};
    case SyncState::Done:
        return {Tone::Good, u"check"_s};
    case SyncState::Cancelled:
        return {Tone::Neutral, u"ban"_s};
    }
    return {};
}

ChipLook chipLook(FulfilmentState state)
{
    switch (state) {
    case FulfilmentState::Unknown:
        return {Tone::Muted, u"unknown"_s};
    case FulfilmentState::None:
        return {Tone::Muted, u"none"_s};
    case FulfilmentState::Reserved:
        return {Tone::Info, u"reserved"_s};
    case FulfilmentState::Routed:
        return {Tone::Info, u"routed"_s};
    case FulfilmentState::Ready:
        return {Tone::Info, u"ready"_s};
    case FulfilmentState::Shipped:
        return {Tone::Info, u"shipped"_s};
    case FulfilmentState::Delivered:
    case FulfilmentState::Collected:
        return {Tone::Good, u"check"_s};
    case FulfilmentState::Failed:
        return {Tone::Bad, u"failed"_s};
    case FulfilmentState::Cancelled:
        return {Tone::Neutral, u"ban"_s};
    }
    return {};
}

ChipLook chipLook(MoneyState state)
{
    switch (state) {
    case MoneyState::Unknown:
        return {Tone::Muted, u"unknown"_s};
    case MoneyState::None:
        return {Tone::Muted, u"none"_s};
    case MoneyState::Authorized:
        return {Tone::Info, u"card"_s};
    case MoneyState::Captured:
        return {Tone::Info, u"coins"_s};
    case MoneyState::Invoiced:
        return {Tone::Info, u"document"_s};
    case MoneyState::Settled:
        return {Tone::Good, u"bank"_s};
    case MoneyState::Posted:
        return {Tone::Good, u"check"_s};
    case MoneyState::Refunded:
        return {Tone::Neutral, u"undo"_s};
    case MoneyState::Failed:
        return {Tone::Bad, u"failed"_s};
    case MoneyState::Voided:
        return {Tone::Neutral, u"ban"_s};
    }
    return {};
}

ChipLook chipLook(TargetState state)
{
    switch (state) {
    case TargetState::None:
        return {Tone::Muted, u"none"_s};
    case TargetState::OnTime:
        return {Tone::Good, u"check"_s};
    case TargetState::DueSoon:
        return {Tone::Warning, u"clock"_s};
    case TargetState::Breached:
        return {Tone::Bad, u"alert"_s};
    case TargetState::MetLate:
        return {Tone::Neutral, u"late"_s};
    }
    return {};
}

ChipLook chipLook(MilestoneState state)
{
    switch (state) {
    case MilestoneState::Unknown:
        return {Tone::Muted, u"unknown"_s};
    case MilestoneState::NotApplicable:
        return {Tone::Muted, u"none"_s};
    case MilestoneState::Blocked:
        return {Tone::Muted, u"blocked"_s};
    case MilestoneState::Pending:
        return {Tone::Info, u"clock"_s};
    case MilestoneState::InProgress:
        return {Tone::Info, u"progress"_s};
    case MilestoneState::Completed:
        return {Tone::Good, u"check"_s};
    case MilestoneState::Failed:
        return {Tone::Bad, u"failed"_s};
    case MilestoneState::Overridden:
        return {Tone::Neutral, u"person"_s};
    case MilestoneState::Reversed:
        return {Tone::Neutral, u"undo"_s};
    }
    return {};
}

QSize chipSize(const QFont& font, const QString& text, ChipStyle style)
{
    const QFontMetrics metrics(font);
    return chipSize(metrics.horizontalAdvance(text), metrics, style);
}

void paintChip(QPainter& painter, const Theme& theme, const QRectF& area, const ChipLook& look, const QString& text,
    const QFont& font, ChipStyle style, Qt::LayoutDirection direction, qreal devicePixelRatio)
{
    const QSize wanted = chipSize(theme.lines().line(font, text).width, QFontMetrics(font), style);
    const QRect room = area.toAlignedRect();
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter,
        {std::min(wanted.width(), room.width()), std::min(wanted.height(), room.height())}, room);
    const ToneColors colors = theme.tone(look.tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isFilled(look, style)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.fill);
        painter.drawRoundedRect(QRectF(chip), chip.height() / 2.0, chip.height() / 2.0);
    }
    QRect inner = chip.adjusted(padding, 0, -padding, 0);
    if (!look.icon.isEmpty()) {
        const QRect box = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, {iconSize, iconSize}, inner);
        painter.drawPixmap(box, theme.pixmap(look.icon, colors.text, iconSize, devicePixelRatio));
        if (direction == Qt::LeftToRight)
            inner.setLeft(box.right() + iconGap);
        else
            inner.setRight(box.left() - iconGap);
    }
    const bool loud = isFilled(look, style) || look.tone == Tone::Muted;
    painter.setPen(loud ? colors.text : theme.color(ColorId::TextSecondary));
    painter.setFont(font);
    drawLine(painter, theme.lines(), inner, text, QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter);
    painter.restore();
}

Chip::Chip(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setState(const QString& caption, const ChipLook& look, const QString& text)
{
    m_caption = caption;
    m_look = look;
    m_text = text;
    //: Screen reader: name of the axis, then its state; such as "Target: breached"
    setAccessibleName(caption.isEmpty() ? text : tr("%1: %2").arg(caption, text));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

int Chip::captionWidth() const
{
    if (m_caption.isEmpty())
        return 0;
    return QFontMetrics(m_theme.font(FontRole::Small)).horizontalAdvance(m_caption) + captionGap;
}

QSize Chip::sizeHint() const
{
    const QSize chip = chipSize(m_theme.font(FontRole::BodyStrong), m_text, ChipStyle::Full);
    return {captionWidth() + chip.width(), chip.height()};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect caption = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, captionWidth(), height()));
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(ColorId::TextMuted));
    painter.drawText(
        caption, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter), m_caption);
    const QRect chip
        = QStyle::visualRect(layoutDirection(), rect(), QRect(captionWidth(), 0, width() - captionWidth(), height()));
    paintChip(painter, m_theme, chip, m_look, m_text, m_theme.font(FontRole::BodyStrong), ChipStyle::Full,
        layoutDirection(), devicePixelRatioF());
}
