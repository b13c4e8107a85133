// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "widgets/common/theme.h"

#include <QWidget>

/// The colour that stands for an environment; production is unmistakable.
ColorId environmentColor(const Environment& environment);

/// The environment's name on its colour.
class EnvironmentBadge : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentBadge(const Theme& theme, QWidget* parent = nullptr);

    void setEnvironment(const Environment& environment);
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Environment m_environment;
};
