// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class Theme;

/// The tags of an order, one chip each, like words in lines. Nothing is shown while there are none.
class TagChips : public QWidget
{
    Q_OBJECT
public:
    explicit TagChips(const Theme& theme, QWidget* parent = nullptr);

    void setTags(const QStringList& tags);
    const QStringList& tags() const { return m_tags; }

private:
    const Theme& m_theme;
    QStringList m_tags;
};
