// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/filteredit.h"

#include "widgets/common/completionpopup.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

FilterEdit::FilterEdit(const Theme& theme, FilterSubject subject, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_subject(subject)
    , m_popup(new CompletionPopup(theme, this))
{
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offer);
    connect(m_popup, &CompletionPopup::chosen, this, &FilterEdit::take);
}

void FilterEdit::setMistake(const std::optional<FilterMistake>& mistake)
{
    m_mistake = mistake;
    update();
}

void FilterEdit::offer()
{
    m_offersRecent = false;
    m_popup->offer(completeFilter(text(), cursorPosition(), m_live, m_subject), xOf(cursorPosition()));
}

bool FilterEdit::offerRecent()
{
    if (m_recent.isEmpty() || !text().trimmed().isEmpty())
        return false;
    QList<FilterCompletion> filters;
    for (const QString& filter : std::as_const(m_recent))
        filters.append({filter, tr("looked for before", "note beside an earlier filter"), 0});
    m_offersRecent = true;
    m_popup->offer(filters, xOf(0));
    m_popup->move(1); // Down once more is the next one, Enter takes it
    return true;
}

void FilterEdit::take(const FilterCompletion& completion)
{
    m_popup->hide();
    if (std::exchange(m_offersRecent, false)) {
        setText(completion.text); // whole: nothing follows it
        return;
    }
    const int cursor = cursorPosition();
    QString whole = text();
    whole.replace(completion.start, cursor - completion.start, completion.text);
    const int after = int(completion.start + completion.text.size());
    setText(whole);
    setCursorPosition(after);
    Q_EMIT textEdited(whole); // as if typed: what follows a field is offered at once
}

bool FilterEdit::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_popup->isVisible()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && m_popup->takeKey(Qt::Key_Tab))
            return true; // before the focus moves on
    }
    if (event->type() == QEvent::ShortcutOverride && m_popup->isVisible()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent* event)
{
    if (m_popup->isVisible() && m_popup->takeKey(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_popup->hide();
        Q_EMIT accepted();
        return;
    case Qt::Key_Down:
        if (offerRecent())
            return;
        [[fallthrough]];
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    case Qt::Key_Space:
        if (event->modifiers() == Qt::ControlModifier) {
            if (!offerRecent())
                offer();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::focusOutEvent(QFocusEvent* event)
{
    m_popup->hide();
    QLineEdit::focusOutEvent(event);
}

int FilterEdit::xOf(qsizetype position) const
{
    // QLineEdit tells only where its cursor is; the text runs evenly on both sides of it
    const QFontMetrics metrics(font());
    const QRect cursor = cursorRect();
    const int cursorX = cursor.left() + cursor.width() / 2;
    const QString whole = text();
    return cursorX + metrics.horizontalAdvance(whole.left(position))
        - metrics.horizontalAdvance(whole.left(cursorPosition()));
}

void FilterEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!m_mistake || text().isEmpty())
        return;
    const int from = std::max(xOf(m_mistake->position), 4);
    const int to = std::min(
        std::max(xOf(m_mistake->position + std::max<qsizetype>(m_mistake->length, 1)), from + 8), width() - 4);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorId::BadText), 1.5));
    const qreal y = height() - 7.0;
    QPolygonF wave;
    bool up = false;
    for (int x = from; x <= to; x += 3, up = !up)
        wave.append(QPointF(x, y + (up ? -1.5 : 1.5)));
    painter.drawPolyline(wave);
}
