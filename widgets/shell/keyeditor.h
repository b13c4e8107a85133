// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/command.h"
#include "widgets/shell/overlay.h"

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

/// Changes which keys do what, in the program's KeyMap: choose a command, press the new keys, Enter sets them. Says
/// what the keys do so far before it takes them away from there.
class KeyEditor : public Overlay
{
    Q_OBJECT
public:
    KeyEditor(const Theme& theme, QWidget* window);

    void open() override;

protected:
    QRect panelRect(const QSize& area) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void showKeys();
    void showChoice();
    Command chosen() const;
    QKeySequence entered() const;
    QString mistake() const;
    void set(bool beside);

    QTreeWidget* m_list;
    QLabel* m_caption;
    QKeySequenceEdit* m_keys;
    QPushButton* m_set;
    QPushButton* m_add;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QPushButton* m_close;
    QLabel* m_note;
};
