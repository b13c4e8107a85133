// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/inklabel.h"

#include <QLabel>

void inkLabel(QLabel* label, const Theme& theme, ColorId color, FontRole role)
{
    label->setForegroundRole(QPalette::WindowText);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, theme.color(color));
    label->setPalette(palette);
    label->setFont(theme.font(role));
}
