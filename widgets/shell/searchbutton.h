// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class Theme;

/// Looks like a search field, opens the search.
class SearchButton : public QPushButton
{
    Q_OBJECT
public:
    explicit SearchButton(const Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {340, 32}; }
    QSize minimumSizeHint() const override { return {200, 32}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};
