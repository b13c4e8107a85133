// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/jsonedit.h"

#include "widgets/common/theme.h"
#include "widgets/order/jsonhighlighter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace {

constexpr int gutterWidth = 20;
constexpr int mostMarks = 2000;

qsizetype indentOf(const QString& line)
{
    qsizetype at = 0;
    while (at < line.size() && line.at(at) == u' ')
        ++at;
    return at;
}

} // namespace

JsonEdit::JsonEdit(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(new JsonHighlighter(theme, document()))
    , m_gutter(new QWidget(this))
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_gutter->installEventFilter(this);
    m_gutter->setCursor(Qt::PointingHandCursor);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(&theme, &Theme::changed, this, &JsonEdit::dress);
    dress();
}

void JsonEdit::dress()
{
    setFont(m_theme.font(FontRole::Mono));
    document()->setDefaultFont(m_theme.font(FontRole::Mono));
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.color(ColorId::SurfaceSunken));
    setPalette(colors);
    viewport()->update();
    m_gutter->update();
}

void JsonEdit::setJson(const QString& text, bool folds)
{
    m_folds = folds;
    m_folded.clear();
    setLineWrapMode(folds ? NoWrap : WidgetWidth);
    setWordWrapMode(folds ? QTextOption::NoWrap : QTextOption::WrapAnywhere);
    setExtraSelections({});
    setPlainText(text);
    placeGutter();
}

bool JsonEdit::isFoldable(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line);
    return m_folds && block.isValid() && (block.text().endsWith(u'{') || block.text().endsWith(u'['));
}

int JsonEdit::endOf(int line) const
{
    const QTextBlock start = document()->findBlockByNumber(line);
    const qsizetype indent = indentOf(start.text());
    for (QTextBlock block = start.next(); block.isValid(); block = block.next()) {
        if (indentOf(block.text()) <= indent)
            return block.blockNumber();
    }
    return blockCount(); // cut off: folds to the end
}

void JsonEdit::setFolded(int line, bool folded)
{
    if (!isFoldable(line) || folded == isFolded(line))
        return;
    if (folded)
        m_folded.insert(line);
    else
        m_folded.remove(line);
    showHidden();
    // a cursor inside of what is hidden would type into nowhere
    if (folded && !textCursor().block().isVisible())
        setTextCursor(QTextCursor(document()->findBlockByNumber(line)));
}

void JsonEdit::showHidden()
{
    int hiddenUntil = -1;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber();
        block.setVisible(line >= hiddenUntil);
        if (line >= hiddenUntil && m_folded.contains(line))
            hiddenUntil = endOf(line);
    }
    document()->markContentsDirty(0, document()->characterCount());
    viewport()->update();
    m_gutter->update();
}

void JsonEdit::unfoldAround(const QTextCursor& cursor)
{
    const int line = cursor.block().blockNumber();
    const auto folded = m_folded;
    for (const int start : folded) {
        if (start < line && line < endOf(start))
            m_folded.remove(start);
    }
    if (folded.size() != m_folded.size())
        showHidden();
}

std::pair<int, int> JsonEdit::search(const QString& text, bool backwards, bool fromHere)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (text.isEmpty()) {
        setExtraSelections({});
        return {0, 0};
    }
    QList<QTextCursor> places;
    for (QTextCursor at = document()->find(text); !at.isNull() && places.size() < mostMarks;
         at = document()->find(text, at))
        places.append(at);
    if (places.isEmpty()) {
        setExtraSelections({});
        return {0, 0};
    }
    const int here = fromHere ? textCursor().selectionStart() : textCursor().position();
    qsizetype current = backwards ? places.size() - 1 : 0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const int start = places.at(i).selectionStart();
        if (!backwards && start >= here) {
            current = i;
            break;
        }
        if (backwards && start < textCursor().selectionStart())
            current = i;
    }
    for (qsizetype i = 0; i < places.size(); ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = places.at(i);
        mark.format.setBackground(m_theme.color(i == current ? ColorId::Accent : ColorId::WarningFill));
        mark.format.setForeground(m_theme.color(i == current ? ColorId::AccentText : ColorId::WarningText));
        marks.append(mark);
    }
    unfoldAround(places.at(current));
    QTextCursor cursor = places.at(current);
    setTextCursor(cursor);
    ensureCursorVisible();
    setExtraSelections(marks);
    return {int(current) + 1, int(places.size())};
}

void JsonEdit::keyPressEvent(QKeyEvent* event)
{
    const int line = textCursor().block().blockNumber();
    if (event->matches(QKeySequence::Find) || event->key() == Qt::Key_Slash) {
        Q_EMIT searchRequested();
        return;
    }
    if (event->key() == Qt::Key_Minus && isFoldable(line)) {
        setFolded(line, true);
        return;
    }
    if (event->key() == Qt::Key_Plus && isFoldable(line)) {
        setFolded(line, false);
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void JsonEdit::placeGutter()
{
    const int width = m_folds ? gutterWidth : 0;
    setViewportMargins(width, 0, 0, 0);
    m_gutter->setVisible(m_folds);
    m_gutter->setGeometry(contentsRect().left(), contentsRect().top(), width, contentsRect().height());
}

void JsonEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void JsonEdit::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    if (m_folded.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(font());
    painter.setPen(m_theme.color(ColorId::TextMuted));
    const QFontMetrics metrics(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            return;
        if (!block.isVisible() || !m_folded.contains(block.blockNumber()))
            continue;
        const qreal x = area.left() + document()->documentMargin() + metrics.horizontalAdvance(block.text()) + 4;
        painter.drawText(QPointF(x, area.top() + metrics.ascent() + 1), u"\u2026"_s);
    }
}

int JsonEdit::lineAt(int y) const
{
    return cursorForPosition(QPoint(0, y)).block().blockNumber();
}

bool JsonEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_gutter)
        return QPlainTextEdit::eventFilter(watched, event);
    if (event->type() == QEvent::Paint) {
        paintGutter(static_cast<QPaintEvent*>(event));
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const int line = lineAt(static_cast<QMouseEvent*>(event)->position().toPoint().y());
        setFolded(line, !isFolded(line));
        return true;
    }
    return false;
}

void JsonEdit::paintGutter(QPaintEvent* event)
{
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), m_theme.color(ColorId::SurfaceSunken));
    constexpr int size = 12;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF area = blockBoundingGeometry(block).translated(contentOffset());
        if (area.top() > event->rect().bottom())
            return;
        if (!block.isVisible() || !isFoldable(block.blockNumber()))
            continue;
        const QString icon = isFolded(block.blockNumber()) ? u"right"_s : u"down"_s;
        painter.drawPixmap(QPoint((gutterWidth - size) / 2, int(area.center().y()) - size / 2),
            m_theme.pixmap(icon, m_theme.color(ColorId::TextMuted), size, devicePixelRatioF()));
    }
}
