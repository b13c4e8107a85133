// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QRect>
#include <QString>

class LineTexts;
class QPainter;

/// Draws a text whose digits all take the width of the widest one, so that columns of numbers line up in any font (Qt
/// can ask a font for its tabular figures only from 6.7 on). Elided at the end when it does not fit.
void drawTabular(QPainter& painter, LineTexts& lines, const QRect& area, const QString& text, Qt::Alignment alignment);
int tabularWidth(const QFontMetrics& metrics, const QString& text);
