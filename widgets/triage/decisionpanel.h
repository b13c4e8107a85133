// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/operationgateway.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class Theme;

/// What a decision needs to know, asked for in place: to whom, what, until when, or why. Ctrl+Enter confirms, Esc
/// leaves it. Hidden until it is asked.
class DecisionPanel : public QWidget
{
    Q_OBJECT
public:
    DecisionPanel(const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// Assign, Note, Snooze or Resolve, about `count` problems. `people` are offered as owners.
    void ask(ExceptionAction action, int count, const QStringList& people);
    /// Resolve, as a duplicate unless the person says otherwise.
    void askDuplicate(int count);
    ExceptionAction action() const { return m_action; }
    /// Tomorrow at eight, in the person's own time.
    static QDateTime tomorrowMorning(const QDateTime& now);

Q_SIGNALS:
    void decided(ExceptionAction action, const ActionDetails& details);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeAssign();
    QWidget* makeNote();
    QWidget* makeSnooze();
    QWidget* makeResolve();
    QPushButton* makeButton(const QString& name, const QString& text, const QString& tip);
    void snoozeFor(qint64 seconds);
    void confirm();
    void enable();
    void showTakesBack();
    QString missing() const;
    void dress();

    const Clock& m_clock;
    const Theme& m_theme;
    ExceptionAction m_action = ExceptionAction::Note;
    QLabel* m_title;
    QList<QWidget*> m_forms;
    QLineEdit* m_owner;
    QPushButton* m_release;
    QPlainTextEdit* m_note;
    QDateTimeEdit* m_until;
    QPushButton* m_firstSnooze = nullptr;
    QComboBox* m_resolution;
    QLabel* m_takesBack;
    QLineEdit* m_reason;
    QLineEdit* m_evidence;
    QPushButton* m_confirm;
    QPushButton* m_cancel;
    QList<QLabel*> m_captions;
};
