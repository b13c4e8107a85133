// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/editpreview.h"
#include "models/items/changemodel.h"
#include "models/items/edititemmodel.h"
#include "widgets/triage/bulkedit.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class Banner;
class PayloadEditorText;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;
class TableView;
class Theme;
class ViewStates;

/// Edit and replay: one payload in an editor, what is different, what is wrong; the same for all that are chosen, of
/// which the first are listed and the others counted.
/// Saving keeps the original and leads to the plan of a replay. What is long to check is checked beside the window.
class PayloadEditorPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 100'000; ///< messages in one edit, as in one plan

    PayloadEditorPanel(PayloadEditor& editor, const Theme& theme, QWidget* parent = nullptr);
    ~PayloadEditorPanel() override;

    /// Reads these messages and opens the first.
    void open(const QList<qint64>& transactions);
    void focusInside();
    bool isSettled() const
    {
        return !m_reading && !m_checking && !m_saving && !m_pause.isActive() && !m_rest.isLooking();
    }

Q_SIGNALS:
    void closeRequested(); ///< back to the list; nothing is saved
    void saved(const QList<qint64>& transactions);
    void notice(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What came of looking at the text that is in the editor.
    struct Checked
    {
        QString text;
        ShownEdit first;
        QList<EditPreview> all; ///< the first and, for many, the others
    };

    QWidget* makeContent();
    QWidget* makeSide();
    void read();
    void takeMessages(const QList<EditableMessage>& messages);
    void check();
    void takeCheck(const Checked& checked);
    void showProblems();
    QList<EditPreview> toSave() const;
    void save();
    void takeSaved(const QList<ActionResult>& results, const std::optional<Error>& error);
    void showTally();
    void enable();
    void leave();
    QString missing() const;
    void dress();

    PayloadEditor& m_editor;
    const Theme& m_theme;
    ChangeModel m_changes{ChangeModel::Words::Edit};
    EditItemModel m_items;
    QList<qint64> m_transactions;
    QList<EditableMessage> m_messages; ///< of the first portion; the first is the one in the editor
    BulkEdit m_rest; ///< the same for what comes after it
    std::unique_ptr<Checked> m_checked;
    QTimer m_pause;
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_checking = false;
    bool m_checkAgain = false;
    bool m_saving = false;
    bool m_warned = false; ///< that leaving drops what was typed

    QToolButton* m_back;
    QLabel* m_title;
    QLabel* m_scope;
    Banner* m_banner;
    ViewStates* m_states;
    PayloadEditorText* m_text;
    QLabel* m_editable;
    QLabel* m_state;
    QListWidget* m_problems;
    TableView* m_changeTable;
    QCheckBox* m_everyone;
    TableView* m_itemTable;
    QLabel* m_tally;
    QLabel* m_reasonCaption;
    QLineEdit* m_reason;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QLabel* m_kept;
};
