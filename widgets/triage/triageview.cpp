// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/triage/triageview.h"

#include "models/domain/exceptiontitles.h"
#include "widgets/common/banner.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/keymap.h"
#include "widgets/common/pane.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/triage/actionbar.h"
#include "widgets/triage/decisionpanel.h"
#include "widgets/triage/exceptioninspector.h"
#include "widgets/triage/exceptionlist.h"
#include "widgets/triage/groupinspector.h"
#include "widgets/triage/grouppane.h"
#include "widgets/triage/payloadeditor.h"
#include "widgets/triage/queuelist.h"
#include "widgets/triage/replaypanel.h"
#include "widgets/views/viewsbutton.h"

#include <QDataStream>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int triageCollectMs = 60;
constexpr int triageClockMs = 1000;
constexpr int triageAgainMs = 30'000; ///< what is due soon changes without anything being written
} // namespace

TriageView::TriageView(ExceptionSource& source, OperationGateway& gateway, ChangeFeed& feed, const Clock& clock,
    const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_source(source)
    , m_gateway(gateway)
    , m_feed(feed)
    , m_clock(clock)
    , m_theme(theme)
    , m_queues(source, clock)
    , m_model(source, clock)
    , m_pages(new QStackedWidget(this))
    , m_splitter(new HairSplitter(theme, Qt::Horizontal, this))
    , m_queueList(new QueueList(m_queues, theme, this))
    , m_search(new FilterBar(theme, clock, this, FilterSubject::Problems))
    , m_actions(new ActionBar(theme, this))
    , m_form(new DecisionPanel(clock, theme, this))
    , m_allBanner(new Banner(theme, this))
    , m_result(new Banner(theme, this))
    , m_groupBanner(new Banner(theme, this))
    , m_switch(new QToolButton(this))
    , m_centre(new QStackedWidget(this))
    , m_right(new QStackedWidget(this))
    , m_list(new ExceptionList(m_model, theme, this))
    , m_inspector(new ExceptionInspector(source, clock, theme, this))
    , m_replay(new ReplayPanel(gateway, feed, theme, this))
{
    setObjectName(u"triage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_splitter->setObjectName(u"triageSplitter"_s);
    m_splitter->addWidget(m_queueList);
    m_splitter->addWidget(makeCentre());
    m_right->addWidget(m_inspector);
    m_splitter->addWidget(m_right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 2);
    m_right->setMinimumWidth(320);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_replay);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connectParts();
    connectLive();
    m_queueList->select(m_queues.row(0).key());
    connect(&theme, &Theme::changed, this, &TriageView::dress);
    dress();
}

TriageView::~TriageView()
{
    delete m_pages; // what is in there looks at the models: it goes first
}

QWidget* TriageView::makeCentre()
{
    buildFilter();
    m_allBanner->setObjectName(u"allMatching"_s);
    m_result->setObjectName(u"actionResult"_s);
    m_groupBanner->setObjectName(u"groupOpened"_s);
    m_switch->setObjectName(u"groupSwitch"_s);
    m_switch->setText(tr("Groups", "button: show causes instead of single problems"));
    m_switch->setAccessibleName(m_switch->text());
    m_switch->setToolTip(KeyMap::instance().hint(tr("By cause, or each problem by itself"), Command::ToggleGroups));
    m_switch->setCheckable(true);
    m_switch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_switch->setFixedHeight(32);
    m_switch->hide();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 8);
    head->setSpacing(Theme::space);
    head->addWidget(m_search, 1);
    m_search->addAtEnd(m_switch);
    auto* actions = new QHBoxLayout;
    actions->setContentsMargins(16, 0, 16, 8);
    actions->addWidget(m_actions);
    auto* problems = new QWidget(this);
    auto* layout = new QVBoxLayout(problems);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_groupBanner);
    layout->addLayout(actions);
    layout->addWidget(m_form);
    layout->addWidget(m_result);
    layout->addWidget(m_allBanner);
    layout->addWidget(m_list, 1);
    m_centre->addWidget(problems);
    auto* centre = new Pane(this);
    centre->setMinimumWidth(360);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_centre, 1);
    return centre;
}

void TriageView::connectParts()
{
    connect(m_queueList, &QueueList::queueChosen, this, [this](int row) {
        m_wantedQueue.clear();
        const auto left = std::exchange(m_view, std::nullopt);
        m_query.queue = m_queues.row(row).queue;
        m_query.team = m_queues.row(row).team;
        if (m_query.group != 0)
            leaveGroup();
        if (left && !left->filter.isEmpty() && m_search->text() == left->filter)
            m_search->setText({}); // a view's filter goes with it
        ask();
        Q_EMIT queueChosen(m_queues.row(row).key());
    });
    connect(m_queueList, &QueueList::viewChosen, this, [this](qint64 id) {
        const SavedView* view = m_queues.view(id);
        if (!view || !m_views)
            return;
        const bool stays = m_queueList->hasFocus(); // who goes through the list goes on in it
        m_views->choose(SavedView(*view));
        if (stays)
            m_queueList->setFocus(Qt::OtherFocusReason);
    });
    connect(m_queueList, &QueueList::left, this, &TriageView::focusList);
    connect(m_actions, &ActionBar::requested, this, &TriageView::act);
    connect(m_actions, &ActionBar::refused, this, &TriageView::notice);
    connect(m_actions, &ActionBar::allMatchingRequested, this, &TriageView::chooseAllMatching);
    connect(m_form, &DecisionPanel::decided, this, &TriageView::decide);
    connect(m_form, &DecisionPanel::dismissed, this, &TriageView::closeForm);
    connect(m_allBanner, &Banner::actionRequested, this, &TriageView::dropAllMatching);
    connect(m_result, &Banner::actionRequested, m_result, &Banner::clear);
    connect(m_list, &ExceptionList::notice, this, &TriageView::notice);
    connect(m_list, &ExceptionList::choiceChanged, this, &TriageView::showChoice);
    connect(m_list, &ExceptionList::selectionMade, this, &TriageView::dropAllMatching);
    connect(&m_model, &ExceptionTableModel::answered, this, [this] {
        showWanted();
        if (m_onceOpened && m_list->current())
            runOnProblems(*std::exchange(m_onceOpened, std::nullopt));
    });
    connect(table(), &TableView::rowActivated, m_inspector, &ExceptionInspector::focusInside);
    const auto say = [this](const QString& text) { Q_EMIT notice(tr("Copied: %1").arg(text.section(u'\n', 0, 0))); };
    connect(table(), &TableView::copied, this, say);
    connect(m_inspector, &ExceptionInspector::copied, this, say);
    connect(m_inspector, &ExceptionInspector::left, this, &TriageView::focusList);
    connect(m_inspector, &ExceptionInspector::orderRequested, this, &TriageView::orderRequested);
    connectRunbook(m_inspector->runbookCard(), false);
    table()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(table(), &QWidget::customContextMenuRequested, this, &TriageView::openMenu);
    connect(table(), &TableView::columnsChanged, this, &TriageView::columnsChanged);
    for (const QSplitter* splitter : {static_cast<QSplitter*>(m_splitter), m_inspector->attemptSplitter()})
        connect(splitter, &QSplitter::splitterMoved, this, &TriageView::splittersMoved);
    connect(m_replay, &ReplayPanel::closeRequested, this, &TriageView::closeReplay);
    connect(m_replay, &ReplayPanel::ordersRequested, this, &TriageView::ordersRequested);
    connect(m_replay, &ReplayPanel::notice, this, &TriageView::notice);
}

void TriageView::connectLive()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(triageCollectMs);
    m_ticking.setInterval(triageClockMs);
    m_again.setInterval(triageAgainMs);
    connect(&m_soon, &QTimer::timeout, this, &TriageView::refresh);
    connect(&m_again, &QTimer::timeout, this, &TriageView::refresh);
    connect(&m_ticking, &QTimer::timeout, this, [this] {
        if (isGrouped())
            m_groups->tick();
        else
            m_list->tick();
    });
    connect(&m_queues, &QueueModel::answered, this, [this] {
        const auto shown = std::exchange(m_view, std::nullopt);
        chooseQueue(std::exchange(m_wantedQueue, {})); // unless there is no such team any more
        m_view = shown;
        markQueue();
        showTotal();
    });
    connect(&m_feed, &ChangeFeed::exceptionsChanged, this, &TriageView::refreshSoon);
    connect(&m_feed, &ChangeFeed::everything, this, &TriageView::refreshSoon);
    connect(&m_feed, &ChangeFeed::stateChanged, this, &TriageView::showChoice); // the rights may be known now
}

// --- asking

void TriageView::refreshSoon()
{
    if (!isVisible())
        m_dirty = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void TriageView::refresh()
{
    m_soon.stop();
    m_dirty = false;
    m_queues.refresh();
    if (isGrouped()) {
        m_groups->refresh();
        m_groupInspector->refresh();
    } else {
        m_model.refresh();
        m_inspector->refresh();
    }
    m_replay->refresh();
}

void TriageView::ask()
{
    dropAllMatching();
    closeForm();
    m_result->clear();
    m_onceOpened.reset();
    m_wantedProblem = 0;
    if (isGrouped() && (isVisible() || m_groups->hasAsked()))
        m_groups->ask(m_query);
    else if (!isGrouped() && (isVisible() || m_model.hasAnswer()))
        m_model.ask(m_query);
    showTotal();
}

void TriageView::showTotal()
{
    const int row = m_queues.rowOf(QueueLine{m_query.queue, m_query.team, {}}.key());
    m_list->setTotal(row < 0 || m_query.group != 0 ? std::nullopt : m_queues.row(row).count);
}

void TriageView::showChoice()
{
    m_actions->setChoice({m_list->chosen(), m_all.has_value(), m_feed.environment().roles});
    m_inspector->setException(m_list->current());
    showWriters();
    if (m_groups)
        m_groups->setRoles(m_feed.environment().roles);
}

void TriageView::setDisconnected(bool disconnected)
{
    m_list->setDisconnected(disconnected);
    if (m_groups)
        m_groups->setDisconnected(disconnected);
}

// --- moving about

TableView* TriageView::table() const
{
    return m_list->table();
}

void TriageView::focusList()
{
    if (m_pages->currentWidget() == m_replay)
        m_replay->focusInside();
    else if (m_edit && m_pages->currentWidget() == m_edit)
        m_edit->focusInside();
    else if (isGrouped())
        m_groups->focusInside();
    else
        m_list->focusTable();
}

bool TriageView::isSettled() const
{
    if (m_pages->currentWidget() == m_replay)
        return m_replay->isSettled();
    const bool settled = isGrouped() ? m_groups->isSettled() && m_groupInspector->isSettled()
                                     : m_list->isSettled() && m_inspector->isSettled();
    return m_acting == 0 && !m_soon.isActive() && m_search->isSettled() && !m_queues.isLoading() && settled;
}

void TriageView::keyPressEvent(QKeyEvent* event)
{
    if (m_pages->currentWidget() == m_replay) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (m_all)
            dropAllMatching();
        focusList();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        pasteIds();
        return;
    }
    const KeyMap& map = KeyMap::instance();
    auto command = map.find(*event, CommandScope::Triage);
    if (!command)
        command = map.find(*event, CommandScope::List);
    if (!command || !run(*command))
        QWidget::keyPressEvent(event);
}

void TriageView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_sized && width() > 0) {
        m_sized = true;
        sizeSplitters();
    }
    m_ticking.start();
    m_again.start();
    if (!m_dirty)
        return;
    if (isGrouped() ? m_groups->hasAsked() : m_model.hasAnswer() || m_model.isLoading()) {
        refresh();
    } else { // for the first time
        m_dirty = false;
        ask();
        m_queues.refresh();
        readFilterValues();
    }
}

void TriageView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_ticking.stop();
    m_again.stop();
}

// --- layout

QByteArray TriageView::saveColumns() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << table()->saveColumns() << (m_groups ? m_groups->saveColumns() : QByteArray());
    return bytes;
}

void TriageView::restoreColumns(const QByteArray& state)
{
    QByteArray problems;
    QByteArray groups;
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> problems >> groups;
    const bool both = stream.status() == QDataStream::Ok;
    m_list->restoreColumns(both ? problems : state); // once there were only those of the problems
    if (both && m_groups)
        m_groups->restoreColumns(groups);
}

QByteArray TriageView::saveSplitters() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << m_splitter->saveState() << m_inspector->attemptSplitter()->saveState();
    return bytes;
}

void TriageView::restoreSplitters(const QByteArray& state)
{
    QByteArray parts;
    QByteArray attempts;
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    stream >> parts >> attempts;
    if (stream.status() != QDataStream::Ok)
        return;
    m_sized = m_splitter->restoreState(parts) || m_sized;
    m_inspector->attemptSplitter()->restoreState(attempts);
}

void TriageView::chooseQueue(const QString& key)
{
    if (m_queues.rowOf(key) >= 0)
        m_queueList->select(key);
    else if (!m_queues.hasAnswer())
        m_wantedQueue = key;
}

void TriageView::resetLayout()
{
    table()->resetColumns();
    if (m_groups)
        m_groups->table()->resetColumns();
    sizeSplitters();
    m_inspector->attemptSplitter()->setSizes({1, 1});
    Q_EMIT splittersMoved();
}

void TriageView::sizeSplitters()
{
    const int queues = std::clamp(width() * 14 / 100, 168, 240);
    const int inspector = std::clamp(width() * 33 / 100, 384, 640);
    m_splitter->setSizes({queues, width() - queues - inspector, inspector});
}

void TriageView::dress()
{
    m_switch->setIcon(m_theme.icon(u"team"_s));
    m_switch->setFont(m_theme.font(FontRole::Body));
}
