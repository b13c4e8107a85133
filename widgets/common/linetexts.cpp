// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/linetexts.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace {

LineTexts::Line layOut(const QFont& font, const QFontMetrics& metrics, const QString& text)
{
    LineTexts::Line line{QStaticText(text), metrics.horizontalAdvance(text)};
    line.text.setTextFormat(Qt::PlainText);
    line.text.prepare({}, font);
    return line;
}

} // namespace

bool LineTexts::needsShaping(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.isSurrogate() || c.isMark() || c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
}

LineTexts::Face& LineTexts::face(const QFont& font)
{
    const auto known
        = std::find_if(m_faces.begin(), m_faces.end(), [&font](const auto& face) { return face->font == font; });
    if (known != m_faces.end()) {
        std::rotate(m_faces.begin(), known, known + 1);
        return *m_faces.front();
    }
    if (m_faces.size() == mostFaces)
        m_faces.pop_back();
    m_faces.insert(m_faces.begin(), std::make_unique<Face>());
    m_faces.front()->font = font;
    return *m_faces.front();
}

LineTexts::Line LineTexts::line(const QFont& font, const QString& text)
{
    Face& face = this->face(font);
    if (const Line* known = face.whole.object(text))
        return *known;
    Line made = layOut(font, QFontMetrics(font), text);
    face.whole.insert(text, new Line(made));
    return made;
}

LineTexts::Line LineTexts::line(const QFont& font, const QString& text, int widest)
{
    Line whole = line(font, text);
    if (whole.width <= widest)
        return whole;
    Face& face = this->face(font);
    const std::pair key(text, widest);
    if (const Line* known = face.cut.object(key))
        return *known;
    const QFontMetrics metrics(font);
    Line made = layOut(font, metrics, metrics.elidedText(text, Qt::ElideRight, widest));
    face.cut.insert(key, new Line(made));
    return made;
}

int LineTexts::digitWidth(const QFont& font)
{
    Face& face = this->face(font);
    if (face.digitWidth < 0) {
        const QFontMetrics metrics(font);
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            face.digitWidth = std::max(face.digitWidth, metrics.horizontalAdvance(QChar(digit)));
    }
    return face.digitWidth;
}

void drawLine(QPainter& painter, LineTexts& lines, const QRect& area, const QString& text, Qt::Alignment alignment)
{
    const int widest = area.width() + 1;
    if (painter.layoutDirection() == Qt::RightToLeft || LineTexts::needsShaping(text)) {
        painter.drawText(
            area, int(alignment | Qt::TextSingleLine), painter.fontMetrics().elidedText(text, Qt::ElideRight, widest));
        return;
    }
    const LineTexts::Line line = lines.line(painter.font(), text, widest);
    const qreal width = line.text.size().width(); // a painter aligns by parts of a pixel too
    qreal x = area.left();
    if (alignment & Qt::AlignRight)
        x = area.right() + 1 - width;
    else if (alignment & Qt::AlignHCenter)
        x = area.left() + (area.width() - width) / 2;
    int y = area.top();
    if (alignment & Qt::AlignBottom)
        y = area.bottom() + 1 - painter.fontMetrics().height();
    else if (alignment & Qt::AlignVCenter)
        y = area.top() + (area.height() - painter.fontMetrics().height()) / 2;
    painter.drawStaticText(QPointF(x, y), line.text);
}
