// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/operation.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class Theme;

/// What a second person decides on: why it is asked for, a note, approve or reject. Hidden while nothing is to be
/// decided. Approving takes Ctrl+Enter, rejecting a reason.
class ApprovalBar : public QWidget
{
    Q_OBJECT
public:
    explicit ApprovalBar(const Theme& theme, QWidget* parent = nullptr);

    void setOperation(const Operation& operation);
    /// While an answer is under way nothing can be decided.
    void setBusy(bool busy);
    void focusNote();

Q_SIGNALS:
    void approved(const QString& note);
    void rejected(const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void approve();
    void reject();
    void enable();
    void dress();

    const Theme& m_theme;
    Operation m_operation;
    bool m_busy = false;
    QLabel* m_reasons;
    QLineEdit* m_note;
    QPushButton* m_approve;
    QPushButton* m_reject;
};
