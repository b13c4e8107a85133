// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/groupgateway.h"
#include "models/items/grouptablemodel.h"
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
    TableView* table() const;
    bool isSettled() const;
    /// What the inspector has read of the current group: by what it can be split, which changes can be undone.
    void setDetail(const GroupDetail& detail);
    void undoChange(qint64 change);

Q_SIGNALS:
    void filterToBeCleared();
    void choiceChanged();
    void opened(const ExceptionGroup& group);
    void replayRequested(const QList<ExceptionGroup>& groups);
    void changed(); ///< something was done
    void notice(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Deed { Take, Assign, Note, State, Merge, Split, Resolve, Replay };

    void addButton(Deed deed, const QString& name, const QString& text, const QString& icon, const QString& tip);
    void buildStates();
    void showChoice();
    QString obstacle(Deed deed) const;
    void trigger(Deed deed);
    void openForm(GroupAction action);
    void closeForm();
    void act(GroupAction action, const QList<ExceptionGroup>& groups, const GroupActionDetails& details);
    void regroup(QFuture<Outcome<qint64>> future, const QString& done);
    void mergeChosen();
    void askSplit();
    void undoLast();
    void showResults(const Outcome<QList<GroupActionResult>>& results, GroupAction action);
    void showProblem(Tone tone, const QString& text);
    void dress();

    GroupGateway& m_gateway;
    const Theme& m_theme;
    GroupTableModel m_model;
    QStringList m_roles;
    std::optional<GroupDetail> m_detail;
    QHash<qint64, QString> m_names; ///< of the groups last acted on
    int m_acting = 0;
    QList<std::tuple<Deed, QToolButton*, QString, QString>> m_buttons; ///< with icon and tool tip
    QMenu* m_states;
    GroupForms* m_forms;
    Banner* m_result;
    GroupList* m_list;
};
