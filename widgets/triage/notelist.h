// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/exception.h"

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;
class Theme;

/// The notes of an exception, the oldest first.
class NoteList : public QWidget
{
    Q_OBJECT
public:
    explicit NoteList(const Theme& theme, QWidget* parent = nullptr);

    void setNotes(const QList<Comment>& notes);

private:
    void build();

    const Theme& m_theme;
    QList<Comment> m_notes;
    QVBoxLayout* m_lines;
};
