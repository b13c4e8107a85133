// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tabularfigures.h"

#include "widgets/common/linetexts.h"

#include <QPainter>
#include <QVarLengthArray>

#include <algorithm>

namespace {

int digitWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Calls piece(text) for each digit and for each run between digits.
template<typename Piece>
void eachPiece(const QString& text, Piece piece)
{
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from + 1;
        while (!isDigit(text.at(from)) && to < text.size() && !isDigit(text.at(to)))
            ++to;
        piece(text.mid(from, to - from));
        from = to;
    }
}

} // namespace

int tabularWidth(const QFontMetrics& metrics, const QString& text)
{
    if (LineTexts::needsShaping(text))
        return metrics.horizontalAdvance(text);
    const int figure = digitWidth(metrics);
    int width = 0;
    eachPiece(text,
        [&](const QString& piece) { width += isDigit(piece.front()) ? figure : metrics.horizontalAdvance(piece); });
    return width;
}

void drawTabular(QPainter& painter, LineTexts& lines, const QRect& area, const QString& text, Qt::Alignment alignment)
{
    if (LineTexts::needsShaping(text)) {
        drawLine(painter, lines, area, text, alignment);
        return;
    }
    struct Piece
    {
        LineTexts::Line line;
        int room = 0;
    };
    const QFont font = painter.font();
    const int figure = lines.digitWidth(font);
    QVarLengthArray<Piece, 24> pieces;
    int width = 0;
    eachPiece(text, [&](const QString& piece) {
        LineTexts::Line line = lines.line(font, piece);
        const int room = isDigit(piece.front()) ? figure : line.width;
        width += room;
        pieces.append({std::move(line), room});
    });
    if (width > area.width()) {
        drawLine(painter, lines, area, text, alignment);
        return;
    }
    int x = area.left();
    if (alignment & Qt::AlignRight)
        x = area.right() + 1 - width;
    else if (alignment & Qt::AlignHCenter)
        x = area.left() + (area.width() - width) / 2;
    const int y = area.top() + (area.height() - painter.fontMetrics().height()) / 2;
    for (const Piece& piece : std::as_const(pieces)) {
        painter.drawStaticText(x + (piece.room - piece.line.width) / 2, y, piece.line.text);
        x += piece.room;
    }
}
