// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// A calm full-area message: drawing, title, what it means, and one thing to do about it.
class MessagePanel : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePanel(const Theme& theme, QWidget* parent = nullptr);

    /// `hint` and `action` may be empty.
    void setMessage(const QString& icon, Tone tone, const QString& title, const QString& text, const QString& hint = {},
        const QString& action = {});
    QString title() const;
    QString text() const;

Q_SIGNALS:
    void actionRequested();

private:
    void dress();

    const Theme& m_theme;
    QString m_icon;
    Tone m_tone = Tone::Neutral;
    QWidget* m_words = nullptr;
    QLabel* m_drawing;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_hint;
    QPushButton* m_action;
};
