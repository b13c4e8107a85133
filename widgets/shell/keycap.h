// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Theme;

/// Keys as small caps: "Ctrl+K", "J", "K" apart by spaces.
class KeyCap : public QWidget
{
    Q_OBJECT
public:
    KeyCap(const Theme& theme, const QString& keys, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QStringList m_caps;
};
