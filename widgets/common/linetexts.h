// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QRect>
#include <QStaticText>
#include <QString>

#include <memory>
#include <vector>

class QPainter;

/// Texts of one line, laid out once and painted often: a table paints the same words in every row, and laying them out
/// is most of what painting costs. Lives on the GUI thread.
class LineTexts
{
public:
    struct Line
    {
        QStaticText text;
        int width = 0; ///< as QFontMetrics has it
    };

    /// The whole text.
    Line line(const QFont& font, const QString& text);
    /// The text, cut off with an ellipsis where it is wider.
    Line line(const QFont& font, const QString& text, int widest);
    /// Of the widest digit.
    int digitWidth(const QFont& font);

    /// Whether the letters join or run from right to left: then they are not to be torn apart.
    static bool needsShaping(const QString& text);

private:
    struct Face
    {
        QFont font;
        int digitWidth = -1;
        QCache<QString, Line> whole{cachedLines};
        QCache<std::pair<QString, int>, Line> cut{cachedLines};
    };
    Face& face(const QFont& font);

    static constexpr int cachedLines = 800;
    static constexpr std::size_t mostFaces = 8;
    std::vector<std::unique_ptr<Face>> m_faces; ///< the one used last is in front
};

/// Draws a text in the painter's font on one line, as QPainter::drawText does, with an ellipsis where it does not fit.
void drawLine(QPainter& painter, LineTexts& lines, const QRect& area, const QString& text, Qt::Alignment alignment);
