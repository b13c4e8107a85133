// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/overlay.h"

#include <QList>
#include <QString>

class QHBoxLayout;
class QPushButton;

/// A group of keys and what they do.
struct ShortcutGroup
{
    struct Line
    {
        QString keys; ///< several apart by spaces
        QString text;
    };
    QString title;
    QList<Line> lines;
};

/// All keys at a glance ("?"), as they are set now.
class ShortcutSheet : public Overlay
{
    Q_OBJECT
public:
    ShortcutSheet(const Theme& theme, QWidget* window);

    void setGroups(const QList<ShortcutGroup>& groups);
    void open() override;

Q_SIGNALS:
    void changeRequested();

protected:
    QRect panelRect(const QSize& area) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* m_keys;
    QHBoxLayout* m_columns;
    QPushButton* m_change;
};
