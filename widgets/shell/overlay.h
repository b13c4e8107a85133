// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class Theme;

/// Dims the window it lies over and holds a panel; Escape or a click beside the panel closes it and gives the focus
/// back.
class Overlay : public QWidget
{
    Q_OBJECT
public:
    Overlay(const Theme& theme, QWidget* window);

    QWidget* panel() const { return m_panel; }
    virtual void open();
    void close();

Q_SIGNALS:
    void closed();

protected:
    /// The wanted place of the panel within this size.
    virtual QRect panelRect(const QSize& area) const = 0;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void place();

    const Theme& m_theme;

private:
    QWidget* m_panel;
    QPointer<QWidget> m_before;
};
