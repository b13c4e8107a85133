// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/overlay.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
struct SavedView;

/// Asks for the name of a view and whether it is shared. Enter saves, Esc leaves it.
class SaveViewPanel : public Overlay
{
    Q_OBJECT
public:
    SaveViewPanel(const Theme& theme, QWidget* window);

    /// `shown` is what will be saved, told in words.
    void ask(const QString& name, const SavedView& shown);

Q_SIGNALS:
    void saved(const QString& name, bool shared);

protected:
    QRect panelRect(const QSize& area) const override;
    bool focusNextPrevChild(bool next) override;

private:
    void save();

    QLabel* m_what;
    QLineEdit* m_name;
    QCheckBox* m_shared;
    QPushButton* m_save;
};
