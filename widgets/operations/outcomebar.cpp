// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/operations/outcomebar.h"

#include "models/domain/exceptiontitles.h"
#include "widgets/common/chip.h"
#include "widgets/common/tabularfigures.h"
#include "widgets/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int barHeight = 10;
constexpr int figureTop = barHeight + 14;
constexpr int leastWidth = 6;
constexpr int outcomeDrawing = 16;
} // namespace

OutcomeBar::OutcomeBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"outcomes"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    setOperation({});
}

void OutcomeBar::setOperation(const Operation& operation)
{
    m_underWay = operation.underWay;
    m_parts = {{ItemState::Confirmed, {}, operation.confirmed}, {ItemState::Failed, {}, operation.failed},
        {ItemState::InDoubt, {}, operation.inDoubt}, {ItemState::Skipped, {}, operation.skipped},
        {ItemState::Planned, {}, operation.notStarted}};
    const QLocale locale;
    QStringList words;
    for (Part& part : m_parts) {
        part.name = title(part.state, operation.kind);
        words.append(u"%1: %2"_s.arg(part.name, locale.toString(part.count)));
    }
    setAccessibleName(words.join(u", "_s));
    update();
}

QList<std::pair<int, int>> OutcomeBar::spans(const QList<Part>& parts, int width)
{
    qint64 total = 0;
    int least = 0;
    for (const Part& part : parts) {
        total += part.count;
        least += part.count > 0 ? leastWidth : 0;
    }
    QList<std::pair<int, int>> spans;
    const double scale = total > 0 ? double(std::max(width - least, 0)) / double(total) : 0;
    double at = 0;
    for (const Part& part : parts) {
        const double wide = part.count > 0 ? leastWidth + scale * double(part.count) : 0;
        spans.append({qRound(at), qRound(at + wide)});
        at += wide;
    }
    return spans;
}

QSize OutcomeBar::sizeHint() const
{
    const int figure = QFontMetrics(m_theme.font(FontRole::Figure)).height();
    const int name = QFontMetrics(m_theme.font(FontRole::Small)).height();
    return {560, figureTop + figure + 2 + name};
}

void OutcomeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect bar(0, 0, width(), barHeight);
    QPainterPath shape;
    shape.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter.fillPath(shape, m_theme.color(ColorId::Border));
    painter.save();
    painter.setClipPath(shape);
    const auto places = spans(m_parts, width());
    for (int at = 0; at < int(m_parts.size()); ++at) {
        const auto [from, to] = places.at(at);
        if (from == to || m_parts.at(at).state == ItemState::Planned)
            continue; // what has not begun is the empty part of the bar
        const QRect part = QStyle::visualRect(layoutDirection(), bar, QRect(from, 0, to - from - 1, barHeight));
        const Tone tone = chipLook(m_parts.at(at).state).tone;
        painter.fillRect(part, tone == Tone::Neutral ? m_theme.color(ColorId::BorderStrong) : m_theme.tone(tone).text);
    }
    painter.restore();
    paintFigures(painter);
}

void OutcomeBar::paintFigures(QPainter& painter) const
{
    const QLocale locale;
    const QFont figureFont = m_theme.font(FontRole::Figure);
    const QFont nameFont = m_theme.font(FontRole::Small);
    const int figureHeight = QFontMetrics(figureFont).height();
    const int nameHeight = QFontMetrics(nameFont).height();
    const int column = std::min(width() / int(m_parts.size()), 190);
    int x = 0;
    for (const Part& part : m_parts) {
        const ChipLook look = chipLook(part.state);
        const bool quiet = part.count == 0;
        const QColor ink = quiet ? m_theme.color(ColorId::TextMuted) : m_theme.tone(look.tone).text;
        const auto place = [&](const QRect& area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
        painter.setFont(figureFont);
        const QColor figure = look.tone == Tone::Bad || look.tone == Tone::Warning ? ink : m_theme.color(ColorId::Text);
        painter.setPen(quiet ? m_theme.color(ColorId::TextMuted) : figure);
        drawTabular(painter, m_theme.lines(), place(QRect(x, figureTop, column - 8, figureHeight)),
            locale.toString(part.count), QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
        const int below = figureTop + figureHeight + 2;
        painter.drawPixmap(place(QRect(x, below + (nameHeight - outcomeDrawing) / 2, outcomeDrawing, outcomeDrawing)),
            m_theme.pixmap(look.icon, ink, outcomeDrawing, devicePixelRatioF()));
        painter.setFont(nameFont);
        painter.setPen(m_theme.color(ColorId::TextSecondary));
        QString name = part.name;
        if (part.state == ItemState::Planned && m_underWay > 0) {
            //: Name of a figure: not started; how many of them are being sent right now
            name = tr("%1, %Ln under way", nullptr, int(m_underWay)).arg(part.name);
        }
        const QRect words(x + outcomeDrawing + 5, below, column - outcomeDrawing - 13, nameHeight);
        painter.drawText(place(words), int(Qt::AlignLeading | Qt::AlignVCenter),
            part.state == ItemState::Planned ? name
                                             : QFontMetrics(nameFont).elidedText(name, Qt::ElideRight, words.width()));
        x += column;
    }
}
