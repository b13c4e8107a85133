// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/runbook.h"
#include "widgets/shell/overlay.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class RunbookText;

/// Writes or changes a runbook: what it is for, who keeps it right and the steps, with what they will look like
/// beside them. Ctrl+Enter saves; Esc leaves it, and
/// asks once more where something was written.
class RunbookPanel : public Overlay
{
    Q_OBJECT
public:
    RunbookPanel(Runbooks& source, const Theme& theme, QWidget* window);

    /// A draft, or one that there is; `fingerprint` is of the cause that the person looks at, empty: none.
    void edit(const Runbook& runbook, const QString& fingerprint);
    bool isSettled() const { return !m_asking; }

Q_SIGNALS:
    void saved(); ///< written or removed
    void notice(const QString& text);

protected:
    QRect panelRect(const QSize& area) const override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void build();
    Runbook written() const;
    bool isChanged() const;
    void showState();
    void showPreview();
    void say(const QString& problem);
    void save();
    void remove();
    void finish(const QFuture<Outcome<qint64>>& future, const QString& done);
    QList<QWidget*> ring() const;

    Runbooks& m_source;
    Runbook m_runbook;
    QString m_cause;
    bool m_asking = false;
    bool m_warned = false; ///< that Esc would throw away what was written
    bool m_sure = false; ///< that it is to be removed
    QLabel* m_heading;
    QLineEdit* m_title;
    QComboBox* m_class;
    QLineEdit* m_flow;
    QLineEdit* m_code;
    QLineEdit* m_team;
    QLineEdit* m_owner;
    QCheckBox* m_causeOnly;
    QPlainTextEdit* m_steps;
    RunbookText* m_preview;
    QLabel* m_problem;
    QPushButton* m_remove;
    QPushButton* m_cancel;
    QPushButton* m_save;
};
