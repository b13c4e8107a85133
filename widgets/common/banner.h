// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// One line above a view that says what is out of the ordinary and offers one thing to do. Hidden until it has a text.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    void setMessage(Tone tone, const QString& icon, const QString& text, const QString& action = {});
    void clear();
    QString text() const;

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    Tone m_tone = Tone::Info;
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
};
