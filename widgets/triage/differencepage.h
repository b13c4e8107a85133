// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payloadedit.h"
#include "models/items/changemodel.h"

#include <QWidget>

class QLabel;
class TableView;
class Theme;
class ViewStates;

/// What helped before with the same cause, what is unusual in the payload, and how it differs from the nearest that was
/// delivered. Reads when it is looked at.
class DifferencePage : public QWidget
{
    Q_OBJECT
public:
    DifferencePage(PayloadEditor& editor, const Theme& theme, QWidget* parent = nullptr);

    void setException(qint64 id, int version);
    /// Reads unless it shows this exception already.
    void read();
    bool isSettled() const { return !m_reading; }

Q_SIGNALS:
    void left(); ///< Esc: back to the list

protected:
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeContent();
    void ask();
    void showHints(const ExceptionHints& hints);
    void dress();

    PayloadEditor& m_editor;
    const Theme& m_theme;
    ChangeModel m_changes{ChangeModel::Words::Comparison};
    qint64 m_id = 0;
    int m_version = 0;
    bool m_current = false; ///< what is shown is of m_id as it is
    bool m_reading = false;
    quint64 m_generation = 0;

    ViewStates* m_states;
    QLabel* m_helpedCaption;
    QLabel* m_helped;
    QLabel* m_unusualCaption;
    QLabel* m_unusual;
    QLabel* m_nearest;
    TableView* m_table;
};
