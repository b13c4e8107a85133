// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/payloadedit.h"
#include "models/items/attemptmodel.h"
#include "models/items/auditmodel.h"
#include "widgets/common/pane.h"

#include <QTimer>

class Banner;
class DifferencePage;
class InspectorHead;
class NoteList;
class PayloadView;
class QLabel;
class RunbookCard;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class TableView;
class Theme;
class ViewStates;

/// One exception: what is the matter, since when, who works on it, every try, what was sent, notes and history. What
/// the list knows shows at once; the rest is read when the person stays.
class ExceptionInspector : public Pane
{
    Q_OBJECT
public:
    ExceptionInspector(ExceptionSource& source, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// nullptr: nothing is chosen.
    void setException(const Exception* exception);
    /// Reads again what is shown.
    void refresh();
    const ExceptionDetail& detail() const { return m_detail; } ///< as it was read last
    RunbookCard* runbookCard() const;
    qint64 exceptionId() const { return m_exception.id; }
    /// Adds editing and the page of what is different.
    void setPayloadEditor(PayloadEditor* editor);
    /// The page of what is different and what helped.
    void showDifference();
    void focusInside();
    void copyId();
    /// Between the tries and what the target answered.
    QSplitter* attemptSplitter() const { return m_attemptSplitter; }
    bool isSettled() const { return !m_reading && !m_staying.isActive(); }

Q_SIGNALS:
    void orderRequested(qint64 orderId);
    void left(); ///< Esc: back to the list
    void copied(const QString& text);
    void editRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeTabs();
    QWidget* makeAttempts();
    TableView* makeTable(
        const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths);
    void read();
    void showDetail(const ExceptionDetail& detail);
    void showAttempt();
    void nameTabs();
    void dress();

    ExceptionSource& m_source;
    const Theme& m_theme;
    AttemptModel m_attempts;
    AuditModel m_audit;
    Exception m_exception;
    ExceptionDetail m_detail;
    quint64 m_generation = 0;
    bool m_reading = false;
    bool m_again = false;
    QTimer m_staying;

    QStackedWidget* m_pages;
    QLabel* m_nothing;
    InspectorHead* m_head;
    Banner* m_banner;
    ViewStates* m_states;
    QTabWidget* m_tabs;
    QSplitter* m_attemptSplitter;
    TableView* m_attemptTable;
    QPlainTextEdit* m_answer;
    QStackedWidget* m_content;
    PayloadView* m_payload;
    QLabel* m_noPayload;
    NoteList* m_notes;
    TableView* m_auditTable;
    QPushButton* m_edit = nullptr;
    DifferencePage* m_difference = nullptr;
};
