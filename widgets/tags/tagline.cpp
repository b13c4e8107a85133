// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tags/tagline.h"

#include "widgets/common/completionpopup.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

TagLine::TagLine(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_popup(new CompletionPopup(theme, this))
{
    setObjectName(u"tagLine"_s);
    connect(this, &QLineEdit::textEdited, this, &TagLine::offer);
    connect(
        m_popup, &CompletionPopup::chosen, this, [this](const FilterCompletion& completion) { take(completion.text); });
}

void TagLine::offer()
{
    const QString word = text().startsWith(u'-') ? text().sliced(1) : text();
    QList<FilterCompletion> begins;
    QList<FilterCompletion> contains;
    for (const QString& tag : std::as_const(m_known)) {
        if (word.isEmpty() || tag == word)
            continue;
        if (tag.startsWith(word, Qt::CaseInsensitive))
            begins.append({tag, {}, 0});
        else if (tag.contains(word, Qt::CaseInsensitive))
            contains.append({tag, {}, 0});
    }
    m_popup->offer(begins + contains, 0);
}

void TagLine::take(const QString& tag)
{
    const QString whole = text().startsWith(u'-') ? QString(u'-' + tag) : tag;
    m_popup->hide();
    clear();
    Q_EMIT typed(whole);
}

void TagLine::takeTyped()
{
    m_popup->hide();
    const QString word = text().trimmed();
    if (word.isEmpty()) {
        Q_EMIT done();
        return;
    }
    clear();
    Q_EMIT typed(word);
}

bool TagLine::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_popup->isVisible()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab && m_popup->takeKey(Qt::Key_Tab))
        return true; // before the focus moves on
    return QLineEdit::event(event);
}

void TagLine::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (plain && m_popup->isVisible() && m_popup->takeKey(event->key()))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!plain)
            break;
        takeTyped();
        return;
    case Qt::Key_Comma:
    case Qt::Key_Space:
        if (!text().trimmed().isEmpty())
            takeTyped();
        return;
    default:
        break;
    }
    if (!plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        event->ignore(); // of the panel
    else
        QLineEdit::keyPressEvent(event);
}

void TagLine::focusOutEvent(QFocusEvent* event)
{
    m_popup->hide();
    QLineEdit::focusOutEvent(event);
}
