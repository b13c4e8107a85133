// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tabularfigures.h"

#include <QPainter>

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

/// Whether the letters join or run from right to left: then they are not to be torn apart.
bool needsShaping(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isSurrogate() || c.isMark() || c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

/// Calls piece(text, width) for each digit and for each run between digits.
template<typename Piece>
void eachPiece(const QFontMetrics& metrics, const QString& text, Piece piece)
{
    const int figure = digitWidth(metrics);
    qsizetype from = 0;
    while (from < text.size()) {
        if (isDigit(text.at(from))) {
            piece(text.mid(from, 1), figure);
            ++from;
            continue;
        }
        qsizetype to = from;
        while (to < text.size() && !isDigit(text.at(to)))
            ++to;
        const QString run = text.mid(from, to - from);
        piece(run, metrics.horizontalAdvance(run));
        from = to;
    }
}

} // namespace

int tabularWidth(const QFontMetrics& metrics, const QString& text)
{
    if (needsShaping(text))
        return metrics.horizontalAdvance(text);
    int width = 0;
    eachPiece(metrics, text, [&width](const QString&, int advance) { width += advance; });
    return width;
}

void drawTabular(QPainter& painter, const QRect& area, const QString& text, Qt::Alignment alignment)
{
    const QFontMetrics metrics(painter.font());
    const int width = tabularWidth(metrics, text);
    if (width > area.width() || needsShaping(text)) {
        painter.drawText(
            area, int(alignment | Qt::TextSingleLine), metrics.elidedText(text, Qt::ElideRight, area.width() + 1));
        return;
    }
    int x = area.left();
    if (alignment & Qt::AlignRight)
        x = area.right() + 1 - width;
    else if (alignment & Qt::AlignHCenter)
        x = area.left() + (area.width() - width) / 2;
    const int baseline = area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent();
    eachPiece(metrics, text, [&](const QString& piece, int advance) {
        const int slack
            = piece.size() == 1 && isDigit(piece.front()) ? (advance - metrics.horizontalAdvance(piece)) / 2 : 0;
        painter.drawText(x + slack, baseline, piece);
        x += advance;
    });
}
