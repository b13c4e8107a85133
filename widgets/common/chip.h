// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exceptiongroup.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/milestone.h"
#include "models/domain/operation.h"
#include "models/domain/order.h"
#include "widgets/common/theme.h"

#include <QRectF>
#include <QSize>
#include <QVariant>
#include <QWidget>

class QPainter;

/// What stands for a state besides its words: a tone and a drawing, so that colour is never the only sign.
struct ChipLook
{
    Tone tone = Tone::Neutral;
    QString icon; ///< name for Theme::icon()
    friend bool operator==(const ChipLook&, const ChipLook&) = default;
};

ChipLook chipLook(SyncState state);
ChipLook chipLook(FulfilmentState state);
ChipLook chipLook(MoneyState state);
ChipLook chipLook(TargetState state);
ChipLook chipLook(MilestoneState state);
ChipLook chipLook(ExceptionState state);
ChipLook chipLook(ExceptionKind kind);
ChipLook chipLook(ExceptionQueue queue);
ChipLook chipLook(GroupState state);
ChipLook chipLook(Severity severity);
ChipLook chipLook(ReplayClass replay);
ChipLook chipLook(OperationState state);
ChipLook chipLook(ItemState state);
/// For a model's StateRole: any of the enums above; anything else is neutral without a drawing.
ChipLook chipLook(const QVariant& state);

/// Quiet: drawing and text, filled only for Warning and Bad, so that trouble stands out in a long table. Full: always
/// filled.
enum class ChipStyle { Quiet, Full };

/// Size that the chip wants for its text.
QSize chipSize(const QFont& font, const QString& text, ChipStyle style);
/// Paints a chip at the leading edge of the area, centred vertically; text is elided when it must be.
void paintChip(QPainter& painter, const Theme& theme, const QRectF& area, const ChipLook& look, const QString& text,
    const QFont& font, ChipStyle style, Qt::LayoutDirection direction, qreal devicePixelRatio);

/// A chip as a widget, for headers. Screen readers hear "caption: text".
class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(const Theme& theme, QWidget* parent = nullptr);

    /// `caption` names the axis ("Target") in muted text before the state; may be empty.
    void setState(const QString& caption, const ChipLook& look, const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int captionWidth() const;

    const Theme& m_theme;
    QString m_caption;
    QString m_text;
    ChipLook m_look;
};
