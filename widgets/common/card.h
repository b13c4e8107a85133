// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;
class Theme;

/// A titled surface for one part of a page, with a line that says what it shows.
class Card : public QWidget
{
    Q_OBJECT
public:
    Card(const Theme& theme, const QString& title, const QString& note, QWidget* parent = nullptr);

    void addContent(QWidget* content, int stretch = 0);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_note;
    QVBoxLayout* m_layout;
};
