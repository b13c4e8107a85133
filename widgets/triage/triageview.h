// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bundle.h"
#include "models/domain/changefeed.h"
#include "models/domain/groupgateway.h"
#include "models/domain/groupsource.h"
#include "models/domain/operationgateway.h"
#include "models/domain/ordertags.h"
#include "models/domain/savedview.h"
#include "models/items/exceptiontablemodel.h"
#include "models/items/queuemodel.h"
#include "widgets/common/commandtarget.h"
#include "widgets/common/theme.h"
#include "widgets/triage/triageaction.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

class ActionBar;
class Banner;
class DecisionPanel;
class ExceptionInspector;
class ExceptionList;
class FilterBar;
class GroupInspector;
class GroupPane;
class HairSplitter;
class PayloadEditor;
class PayloadEditorPanel;
class QStackedWidget;
class QToolButton;
class RunbookCard;
class QueueList;
class ReplayPanel;
class RunbookPanel;
class Runbooks;
class TableView;
class ViewsButton;

/// One decision, as it can be taken back: what was decided on, in the versions that it left.
struct TriageDeed
{
    QList<ExceptionRef> exceptions = {};
    QList<GroupRef> groups = {};
    qint64 regrouping = 0; ///< the merge or the split; 0: none
    QList<TagResult> tags = {}; ///< what changed, order by order
    QHash<qint64, QString> orders = {}; ///< the numbers of these, as far as they were listed

    bool isNothing() const { return exceptions.isEmpty() && groups.isEmpty() && regrouping == 0 && tags.isEmpty(); }
};

/// Triage: queues, the list of one of them and what is the matter with the current row, one key for each decision.
/// Follows the change feed: what happens in the database is on the screen within a quarter of a second.
class TriageView : public QWidget, public CommandTarget
{
    Q_OBJECT
public:
    static constexpr int mostAtOnce = 100'000; ///< messages in one plan

    TriageView(ExceptionSource& source, OperationGateway& gateway, ChangeFeed& feed, const Clock& clock,
        const Theme& theme, QWidget* parent = nullptr);
    ~TriageView() override;

    /// Shows causes first: without it there are only their problems.
    void enableGroups(GroupSource& source, GroupGateway& gateway);
    bool isGrouped() const;
    void setGrouped(bool grouped);
    GroupPane* groupPane() const { return m_groups; }
    /// Without one nothing can be edited or compared.
    void setPayloadEditor(PayloadEditor& editor);
    /// Lets those who may write runbooks; without it they are only shown.
    void setRunbooks(Runbooks& source);
    /// Lets tags be taken back.
    void setTags(OrderTags& tags) { m_tags = &tags; }
    /// A change of tags that was asked for here; it can be taken back like a decision.
    void rememberTags(const QList<TagResult>& results);
    RunbookPanel* runbookPanel() const { return m_runbookPanel; }
    void setRunbookUnfolded(bool unfolded);
    PayloadEditorPanel* editorPanel() const { return m_edit; }
    FilterBar* filterBar() const { return m_search; }

    QList<Command> commands() const override;
    QString obstacle(Command command) const override;
    bool run(Command command) override;

    /// Puts the button beside the filter, and its views below the queues.
    void setSavedViews(ViewsButton& views);
    SavedView shownView() const;
    void showView(const SavedView& view);

    void refresh();
    /// Reads anew what filters are completed with.
    void readFilterValues();
    void focusList();
    void setDisconnected(bool disconnected);
    TableView* table() const;
    ReplayPanel* replayPanel() const { return m_replay; }
    const ExceptionTableModel& model() const { return m_model; }
    bool isSettled() const;

    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);
    QByteArray saveSplitters() const;
    void restoreSplitters(const QByteArray& state);
    /// Makes the queue of this key (see QueueLine) the current one, that of a team as soon as it is known.
    void chooseQueue(const QString& key);
    QueueList* queueList() const { return m_queueList; }
    void resetLayout();
    /// What is chosen, for taking it along.
    BundleRequest chosenForBundle() const;

Q_SIGNALS:
    void columnsChanged();
    void splittersMoved();
    void queueChosen(const QString& key);
    void orderRequested(qint64 orderId);
    void timelineRequested(qint64 orderId);
    void ordersRequested(const QString& filter);
    void tagsRequested(const QList<qint64>& orders, const QString& what);
    void tagsTakenBack();
    void linkRequested(const QUrl& url);
    void runbookUnfolded(bool unfolded);
    void groupedChanged(bool grouped);
    void notice(const QString& text); ///< something small to say, for the status bar

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What is decided on, and what it is called where it is shown.
    struct Chosen
    {
        QList<ExceptionRef> refs = {};
        QHash<qint64, QString> names = {};
    };

    QWidget* makeCentre();
    void connectParts();
    void connectLive();
    void refreshSoon();
    void ask();
    // filter
    void buildFilter();
    void applyFilter(const FilterExpression& filter);
    void markQueue();
    void takeViews();
    void pasteIds();
    void showChoice();
    void showTotal();
    // what people do
    bool runOnProblems(Command command);
    bool needsProblem(Command command);
    void act(TriageAction action);
    void askDuplicate();
    void openForm(ExceptionAction action);
    void closeForm();
    void decide(ExceptionAction action, const ActionDetails& details);
    static QList<ExceptionRef> refsOf(const QList<MatchingException>& exceptions);
    Chosen chosen() const;
    void change(ExceptionAction action, const Chosen& exceptions, const ActionDetails& details);
    void showProblem(Tone tone, const QString& text);
    void showResults(
        const QHash<qint64, QString>& names, const Outcome<QList<ActionResult>>& results, ExceptionAction action);
    void chooseAllMatching();
    void dropAllMatching();
    void plan(OperationKind kind);
    void closeReplay();
    void editPayload();
    QString scopeText(qint64 count) const;
    // runbooks and tags
    void connectRunbook(RunbookCard* card, bool ofGroup);
    void showWriters();
    void writeRunbook(bool ofGroup);
    void askTags();
    void openMenu(const QPoint& at);
    // taking back
    void remember(const TriageDeed& deed);
    void keepVersions(const TriageDeed& noted);
    void undo();
    void undoTags();
    void endActing();
    bool isActing() const;
    void keepUndoing();
    void forget(qint64 regrouping);
    // groups
    void openGroup(const ExceptionGroup& group);
    void openSample();
    void showWanted();
    void leaveGroup();
    void planGroups(const QList<ExceptionGroup>& groups, OperationKind kind);
    void resolveMatching(const QList<ExceptionGroup>& groups, const GroupActionDetails& details);
    void collect(const ExceptionQuery& query, const QList<ExceptionGroup>& groups,
        const QList<MatchingException>& found, const std::function<void(const QList<MatchingException>&)>& then);
    void openOrder(bool atTimeline);
    void sizeSplitters();
    void dress();

    ExceptionSource& m_source;
    OperationGateway& m_gateway;
    ChangeFeed& m_feed;
    const Clock& m_clock;
    const Theme& m_theme;
    QueueModel m_queues;
    ExceptionTableModel m_model;
    ExceptionQuery m_query;
    std::optional<QList<MatchingException>> m_all; ///< all that match, while they are chosen
    std::optional<SavedView> m_view; ///< the view that is shown, as long as its filter is
    ViewsButton* m_views = nullptr;
    QString m_wantedQueue; ///< of a team that is not known yet
    Chosen m_chosenForForm;
    QList<TriageDeed> m_deeds; ///< that can be taken back, the latest last
    TriageDeed m_undoing; ///< is being taken back
    bool m_undoWanted = false; ///< once all answers are there: what is undone is the latest
    std::optional<Command> m_onceOpened; ///< is waiting for the problems of the group
    qint64 m_wantedProblem = 0; ///< becomes the current one of the group that is being opened
    quint64 m_allGeneration = 0;
    int m_acting = 0;
    bool m_dirty = true; ///< changed while nobody looked
    bool m_sized = false;
    bool m_readingValues = false;
    QTimer m_soon;
    QTimer m_ticking;
    QTimer m_again;

    QStackedWidget* m_pages;
    HairSplitter* m_splitter;
    QueueList* m_queueList;
    FilterBar* m_search;
    ActionBar* m_actions;
    DecisionPanel* m_form;
    Banner* m_allBanner;
    Banner* m_result;
    Banner* m_groupBanner;
    QToolButton* m_switch;
    QStackedWidget* m_centre;
    QStackedWidget* m_right;
    ExceptionList* m_list;
    ExceptionInspector* m_inspector;
    GroupPane* m_groups = nullptr;
    GroupInspector* m_groupInspector = nullptr;
    ReplayPanel* m_replay;
    PayloadEditorPanel* m_edit = nullptr;
    Runbooks* m_runbooks = nullptr;
    OrderTags* m_tags = nullptr;
    RunbookPanel* m_runbookPanel = nullptr;
};
