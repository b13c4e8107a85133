// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class Theme;

/// Rows of the search: a heading, or a drawing, a name and a note.
class SearchItemDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { HeadingRole = Qt::UserRole, NoteRole, IconRole, OrderRole, CommandRole, FilterRole, StateRole };
    Q_ENUM(Role)

    explicit SearchItemDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};
