// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QVBoxLayout;
class Theme;

/// One screen in the rail: drawing above its name.
class RailButton : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(const Theme& theme, const QString& icon, const QString& text, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
};

/// The screens, at the leading edge of the window.
class Rail : public QWidget
{
    Q_OBJECT
public:
    static constexpr int width = 84;

    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    void addScreen(const QString& name, const QString& icon, const QString& text, const QString& shortcut);
    void setCurrent(int screen);
    int current() const;

Q_SIGNALS:
    void screenRequested(int screen);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_layout;
    QList<RailButton*> m_buttons;
};
