// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/notelist.h"

#include "models/domain/timetext.h"
#include "widgets/common/inklabel.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

NoteList::NoteList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(u"notes"_s);
    m_lines->setContentsMargins(16, 12, 16, 12);
    m_lines->setSpacing(4);
    connect(&theme, &Theme::changed, this, &NoteList::build);
    build();
}

void NoteList::setNotes(const QList<Comment>& notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    build();
}

void NoteList::build()
{
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](const QString& text, ColorId color, FontRole role) {
        auto* label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        inkLabel(label, m_theme, color, role);
        m_lines->addWidget(label);
        return label;
    };
    const QLocale locale;
    for (const Comment& note : std::as_const(m_notes)) {
        //: Above a note: who wrote it and when
        add(tr("%1, %2").arg(note.author, minuteText(note.at, locale)), ColorId::TextMuted, FontRole::Small);
        add(note.content, ColorId::Text, FontRole::Body);
        m_lines->addSpacing(Theme::space);
    }
    if (m_notes.isEmpty())
        add(tr("No notes yet. N writes one."), ColorId::TextMuted, FontRole::Body);
    m_lines->addStretch(1);
}
