// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/groupgateway.h"
#include "models/items/grouptablemodel.h"
#include "widgets/common/command.h"
#include "widgets/common/theme.h"

#include <QHash>
#include <QWidget>

class Banner;
class GroupForms;
class GroupList;
class QMenu;
class QToolButton;
class TableView;

/// The groups of a queue and what is done to them, by buttons and keys. Enter opens what is in a group.
class GroupPane : public QWidget
{
    Q_OBJECT
public:
    GroupPane(
        GroupSource& source, GroupGateway& gateway, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);
    ~GroupPane() override;

    /// The query's cursor, limit and group do not count.
    void ask(const ExceptionQuery& query);
    bool hasAsked() const { return m_model.hasAnswer() || m_model.isLoading(); }
    void refresh();
    void tick();
    void setDisconnected(bool disconnected);
    void setRoles(const QStringList& roles);
    void focusInside();
    const ExceptionGroup* current() const;
    QList<ExceptionGroup> chosen() const;
    TableView* table() const;
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);
    const ProblemOrder& order() const { return m_model.order(); }
    void setOrder(const ProblemOrder& order);
    bool isSettled() const;
    /// What the inspector has read of the current group: by what it can be split, which changes can be undone.
    void setDetail(const GroupDetail& detail);
    /// Takes back a merge or a split.
    void undoChange(qint64 change);
    /// Takes back what was decided on these groups, in the versions that it left.
    void undo(const QList<GroupRef>& groups);
    bool isActing() const { return m_acting > 0; } ///< an answer is awaited
    /// Above the list, until it is closed or something else is done.
    void showProblem(Tone tone, const QString& text);
    /// Does what a command of Triage does to groups; false: it does nothing to them.
    bool run(Command command);
    /// Why a command is not possible now; empty: it is.
    QString obstacle(Command command) const;

Q_SIGNALS:
    void filterToBeCleared();
    void choiceChanged();
    void opened(const ExceptionGroup& group);
    void replayRequested(const QList<ExceptionGroup>& groups);
    void verifyRequested(const QList<ExceptionGroup>& groups);
    void decided(const QList<GroupRef>& groups); ///< these, in their new versions: it can be undone
    void noted(const QList<GroupRef>& groups); ///< a note decides nothing, but makes a version
    void regrouped(qint64 change); ///< merged or split: this can be undone
    void undone(qint64 change); ///< a merge or a split was taken back
    void notUndone(); ///< for want of an answer: it can be tried again
    /// Only what the list shows of these groups is meant, as of then.
    void resolveMatchingRequested(const QList<ExceptionGroup>& groups, const GroupActionDetails& details);
    void changed(); ///< something was done, or could not be
    void notice(const QString& text);

private:
    enum class Deed { Take, Assign, Note, State, Merge, Split, Resolve, Verify, Replay };

    void addButton(Deed deed, const QString& name, const QString& text, const QString& icon, const QString& tip);
    void buildStates();
    void showChoice();
    void showStates();
    static QString hint(Deed deed, const QString& tip);
    QString obstacle(Deed deed) const;
    void trigger(Deed deed);
    void openForm(GroupAction action);
    static std::optional<Deed> deedOf(Command command);
    void changeState(Command command);
    void closeForm();
    void act(GroupAction action, const QList<ExceptionGroup>& groups, const GroupActionDetails& details);
    void regroup(const QFuture<Outcome<Regrouping>>& future, const QString& done, bool undoing = false);
    void mergeChosen();
    void askSplit();
    void askDuplicate();
    void chooseAll();
    void showResults(const Outcome<QList<GroupActionResult>>& results, GroupAction action);
    void dress();

    GroupGateway& m_gateway;
    const Theme& m_theme;
    GroupTableModel m_model;
    QStringList m_roles;
    std::optional<GroupDetail> m_detail;
    QList<ExceptionGroup> m_actedOn; ///< last
    int m_acting = 0;
    QList<std::tuple<Deed, QToolButton*, QString, QString>> m_buttons; ///< with icon and tool tip
    QMenu* m_states;
    GroupForms* m_forms;
    Banner* m_result;
    GroupList* m_list;
};
