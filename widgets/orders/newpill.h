// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class Theme;

/// "12 new", floating at the top of a list until somebody wants them.
class NewPill : public QPushButton
{
    Q_OBJECT
public:
    /// Keeps itself at the top centre of `area`.
    NewPill(const Theme& theme, QWidget* area);

    void setCount(int count);
    /// The same for a list of other things; hidden at 0.
    void setMessage(int count, const QString& text, const QString& tip);
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    const Theme& m_theme;
};
