// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QAbstractButton>

#include <optional>

/// A quick filter: drawing, name and a live count; pressed while its filter is on.
class CountButton : public QAbstractButton
{
    Q_OBJECT
public:
    CountButton(const Theme& theme, Tone tone, const QString& icon, const QString& text, QWidget* parent = nullptr);

    /// Without its drawing, where there is little room.
    void setCompact(bool compact);
    /// How wide it would like to be with its drawing, in pixels.
    int wholeWidth() const;
    /// nullopt: not known (yet); nothing is shown then.
    void setCount(std::optional<qint64> count);
    std::optional<qint64> count() const { return m_count; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString countText() const;
    int textStart() const;
    void describe();

    const Theme& m_theme;
    Tone m_tone;
    QString m_icon;
    bool m_compact = false;
    std::optional<qint64> m_count;
};
