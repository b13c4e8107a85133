// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// A part of the window that needs the same room whatever is in it. What changes inside is laid out inside: the layouts
/// around do not ask it how high it would be at which width, which they would several times a level, at every new text.
class Pane : public QWidget
{
    Q_OBJECT
public:
    explicit Pane(QWidget* parent = nullptr)
        : QWidget(parent)
    { }

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override { return {320, 240}; }
    bool hasHeightForWidth() const override { return false; }
};
