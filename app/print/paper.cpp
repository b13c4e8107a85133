// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/paper.h"

#include <QPainter>
#include <QTextOption>

using namespace Qt::StringLiterals;

Paper::Paper(QSizeF body, bool rightToLeft)
    : m_body(body)
    , m_rightToLeft(rightToLeft)
{ }

QFont Paper::font(qreal points, bool strong)
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s, u"Arial"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(qRound(points * point)); // a size in points would follow the screen's resolution
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QColor Paper::color(Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return {0x1c, 0x23, 0x30};
    case Ink::Muted:
        return {0x4a, 0x55, 0x68};
    case Ink::Line:
        return {0xdd, 0xe2, 0xea};
    case Ink::StrongLine:
        return {0x87, 0x93, 0xa6};
    case Ink::Fill:
        return {0xf3, 0xf5, 0xf9};
    case Ink::Bar:
        return {0x33, 0x60, 0x8f};
    }
    return Qt::black;
}

void Paper::breakPage()
{
    ++m_page;
    m_at = 0;
}

Paper::Text::Text(const Paper& paper, const QString& text, const QFont& font, qreal width, bool atTheEnd)
    : m_layout(std::make_shared<QTextLayout>(QString(text).replace(u'\n', QChar::LineSeparator), font))
    , m_width(width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(paper.m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(
        atTheEnd != paper.m_rightToLeft ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height();
    }
    m_layout->endLayout();
}

void Paper::put(const Text& text, qreal x, qreal below, Ink ink)
{
    m_pieces.append(
        {m_page, QRectF(mirrored(x, text.m_width), m_at + below, text.m_width, text.m_height), text.m_layout, ink});
}

void Paper::fill(const QRectF& place, Ink ink)
{
    m_pieces.append({m_page,
        QRectF(mirrored(place.x(), place.width()), m_at + place.y(), place.width(), place.height()), nullptr, ink});
}

void Paper::draw(QPainter& painter, int page) const
{
    for (const Piece& piece : m_pieces) {
        if (piece.page != page)
            continue;
        if (piece.text) {
            painter.setPen(color(piece.ink));
            piece.text->draw(&painter, piece.place.topLeft());
        } else {
            painter.fillRect(piece.place, color(piece.ink));
        }
    }
}
