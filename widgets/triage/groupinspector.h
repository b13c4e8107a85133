// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/groupsource.h"
#include "models/items/auditmodel.h"
#include "widgets/common/pane.h"

#include <QTimer>

#include <optional>

class Banner;
class Chip;
class Fact;
class GroupSampleCard;
class NoteList;
class QLabel;
class RunbookCard;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class TableView;
class Theme;

/// One group: what it is about, why these are together, who works on it, what has helped before, its parts, notes and
/// history. What the list knows shows at once; the rest is read when the person stays.
class GroupInspector : public Pane
{
    Q_OBJECT
public:
    GroupInspector(GroupSource& source, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// nullptr: nothing is chosen.
    void setGroup(const ExceptionGroup* group);
    /// Reads again what is shown.
    void refresh();
    RunbookCard* runbookCard() const { return m_runbook; }
    const std::optional<GroupDetail>& detail() const { return m_detail; }
    bool isSettled() const { return !m_reading && !m_staying.isActive(); }

Q_SIGNALS:
    void detailRead(const GroupDetail& detail);
    void openRequested(); ///< the list of what is in it
    void sampleRequested(); ///< its sample, in that list
    void undoRequested(qint64 change);
    void left(); ///< Esc: back to the list

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makePage();
    QWidget* makeTabs();
    void read();
    void showGroup(const ExceptionGroup& group);
    void showDetail(const GroupDetail& detail);
    void showHelped();
    QString changeText(const GroupChange& change) const;
    void dress();

    GroupSource& m_source;
    const Clock& m_clock;
    const Theme& m_theme;
    AuditModel m_audit;
    ExceptionGroup m_group;
    std::optional<GroupDetail> m_detail;
    quint64 m_generation = 0;
    bool m_reading = false;
    QTimer m_staying;

    QStackedWidget* m_pages;
    QLabel* m_nothing;
    QLabel* m_title;
    QPushButton* m_open;
    Chip* m_state;
    Chip* m_kind;
    QLabel* m_why;
    QLabel* m_helped;
    RunbookCard* m_runbook;
    QList<Fact*> m_facts;
    Banner* m_banner;
    QTabWidget* m_tabs;
    GroupSampleCard* m_sample;
    QListWidget* m_parts;
    QLabel* m_change;
    QPushButton* m_undo;
    NoteList* m_notes;
    TableView* m_auditTable;
};
