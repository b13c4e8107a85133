// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>

class QPainter;

/// Pages that are laid out before anything is drawn, so that each can say how many there are. Measures in tenths of
/// a point.
class Paper
{
public:
    static constexpr qreal point = 10;

    enum class Ink { Text, Muted, Line, StrongLine, Fill, Bar };

    /// width, height: of what is between the margins.
    Paper(QSizeF body, bool rightToLeft);

    static QFont font(qreal points, bool strong = false);

    qreal width() const { return m_body.width(); }
    /// What is left of the present page.
    qreal room() const { return m_body.height() - m_at; }
    qreal wholePage() const { return m_body.height(); }
    qreal at() const { return m_at; }
    int pages() const { return m_page + 1; }
    void breakPage();
    /// Down the page.
    void move(qreal by) { m_at += by; }

    /// A text of this width, broken into lines where it has to be.
    class Text
    {
    public:
        Text(const Paper& paper, const QString& text, const QFont& font, qreal width, bool atTheEnd = false);
        qreal height() const { return m_height; }

    private:
        friend class Paper;
        std::shared_ptr<QTextLayout> m_layout;
        qreal m_height = 0;
        qreal m_width = 0;
    };
    /// Places at x, counted from the edge where reading begins, and so far below the present place.
    void put(const Text& text, qreal x, qreal below = 0, Ink ink = Ink::Text);
    void fill(const QRectF& place, Ink ink);

    void draw(QPainter& painter, int page) const;
    static QColor color(Ink ink);

private:
    struct Piece
    {
        int page = 0;
        QRectF place;
        std::shared_ptr<QTextLayout> text; ///< none: it is filled
        Ink ink = Ink::Text;
    };
    qreal mirrored(qreal x, qreal width) const { return m_rightToLeft ? m_body.width() - x - width : x; }

    QSizeF m_body;
    bool m_rightToLeft;
    int m_page = 0;
    qreal m_at = 0;
    QList<Piece> m_pieces;
};
