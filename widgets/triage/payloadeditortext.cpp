// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/payloadeditortext.h"

#include "widgets/common/theme.h"
#include "widgets/order/jsonhighlighter.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

namespace {

constexpr int gutterMargin = 8;

/// Paragraphs are lines; every other character is itself (toPlainText() makes plain spaces of no-break spaces).
QString rawTextOf(const QTextDocument& document)
{
    return document.toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

} // namespace

PayloadEditorText::PayloadEditorText(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(new JsonHighlighter(theme, document()))
    , m_gutter(new QWidget(this))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    m_gutter->installEventFilter(this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &PayloadEditorText::placeGutter);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &PayloadEditorText::showMarks);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(&theme, &Theme::changed, this, &PayloadEditorText::dress);
    dress();
}

void PayloadEditorText::dress()
{
    setFont(m_theme.font(FontRole::Mono));
    document()->setDefaultFont(m_theme.font(FontRole::Mono));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.color(ColorId::SurfaceSunken));
    setPalette(colors);
    placeGutter();
    showMarks();
    m_gutter->update();
}

bool PayloadEditorText::setJson(const QString& text)
{
    m_marks.clear();
    setPlainText(text);
    document()->clearUndoRedoStacks();
    placeGutter();
    return json() == text;
}

QString PayloadEditorText::json() const
{
    return rawTextOf(*document());
}

void PayloadEditorText::setMarks(const QList<Mark>& marks)
{
    m_marks = marks;
    showMarks();
    m_gutter->update();
}

void PayloadEditorText::goTo(const Mark& mark)
{
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(std::min(mark.start, last));
    cursor.setPosition(std::min(mark.end, last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void PayloadEditorText::showMarks()
{
    QList<QTextEdit::ExtraSelection> selections;
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.format.setBackground(m_theme.color(ColorId::SurfaceHover));
    selections.append(line);
    const int last = document()->characterCount() - 1;
    for (const Mark& mark : std::as_const(m_marks)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::min(mark.start, last));
        selection.cursor.setPosition(std::min(mark.end, last), QTextCursor::KeepAnchor);
        selection.format.setBackground(m_theme.color(mark.bad ? ColorId::BadFill : ColorId::WarningFill));
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(m_theme.color(mark.bad ? ColorId::BadText : ColorId::WarningText));
        selections.append(selection);
    }
    setExtraSelections(selections);
}

bool PayloadEditorText::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int at = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
    QStringList texts;
    for (const Mark& mark : std::as_const(m_marks))
        if (mark.start <= at && at <= mark.end)
            texts.append(mark.text);
    QToolTip::showText(help->globalPos(), texts.join(u'\n'), this);
    return true;
}

void PayloadEditorText::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::InsertLineSeparator)) { // would put in a character that is no JSON
        textCursor().insertBlock();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void PayloadEditorText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void PayloadEditorText::placeGutter()
{
    const int digits = int(QString::number(blockCount()).size());
    const int width = QFontMetrics(font()).horizontalAdvance(QString(std::max(2, digits), u'9')) + 2 * gutterMargin;
    setViewportMargins(width, 0, 0, 0);
    m_gutter->setGeometry(contentsRect().left(), contentsRect().top(), width, contentsRect().height());
}

bool PayloadEditorText::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_gutter || event->type() != QEvent::Paint)
        return QPlainTextEdit::eventFilter(watched, event);
    paintGutter(static_cast<QPaintEvent*>(event)->rect());
    return true;
}

void PayloadEditorText::paintGutter(const QRect& area)
{
    QPainter painter(m_gutter);
    painter.fillRect(area, m_theme.color(ColorId::SurfaceSunken));
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > area.bottom())
            return;
        const int start = block.position();
        const int end = start + block.length();
        const bool marked = std::any_of(m_marks.begin(), m_marks.end(),
            [start, end](const Mark& mark) { return mark.bad && mark.start < end && mark.start >= start; });
        const ColorId color = marked         ? ColorId::BadText
            : block.blockNumber() == current ? ColorId::Text
                                             : ColorId::TextMuted;
        painter.setPen(m_theme.color(color));
        painter.drawText(QRectF(0, place.top(), m_gutter->width() - gutterMargin, place.height()),
            Qt::AlignRight | Qt::AlignTop, QString::number(block.blockNumber() + 1));
    }
}
