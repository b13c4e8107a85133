// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/order/orderview.h"

#include "models/domain/timetext.h"
#include "models/domain/whenfinished.h"
#include "models/items/itemroles.h"
#include "widgets/common/banner.h"
#include "widgets/common/columnwidths.h"
#include "widgets/common/hairsplitter.h"
#include "widgets/common/keymap.h"
#include "widgets/common/tableview.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/order/orderheader.h"
#include "widgets/order/payloadview.h"
#include "widgets/order/timelinepage.h"
#include "widgets/order/timelineview.h"
#include "widgets/triage/triageaction.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

enum Tab { TimelineTab, StepsTab, DocumentsTab, LinesTab, EventsTab };

constexpr int clockMs = 1000;

} // namespace

OrderView::OrderView(OrderSource& source, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_source(source)
    , m_feed(feed)
    , m_clock(clock)
    , m_theme(theme)
    , m_banner(new Banner(theme, this))
    , m_header(new OrderHeader(theme, this))
{
    setObjectName(u"order"_s);
    auto* content = new QWidget(this);
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* page = new QVBoxLayout(content);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_banner);
    page->addWidget(m_header);
    page->addWidget(makeTabs(), 1);
    m_states = new ViewStates(theme, content, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);

    m_clockTick.setInterval(clockMs);
    connect(&m_clockTick, &QTimer::timeout, this, &OrderView::tick);
    connect(m_header, &OrderHeader::backRequested, this, &OrderView::closeRequested);
    connect(m_header, &OrderHeader::tagsRequested, this, &OrderView::askTags);
    connect(m_states, &ViewStates::retryRequested, this, &OrderView::refresh);
    connect(m_states, &ViewStates::emptyActionRequested, this, &OrderView::closeRequested);
    connect(m_banner, &Banner::actionRequested, this, &OrderView::refresh);
    connect(&m_feed, &ChangeFeed::everything, this, &OrderView::refresh);
    connect(&m_feed, &ChangeFeed::stateChanged, this, &OrderView::feedChanged);
    connect(&m_feed, &ChangeFeed::ordersChanged, this, [this](const QList<qint64>& ids) {
        if (ids.contains(m_id))
            refresh();
    });
}

TableView* OrderView::makeTable(
    const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths)
{
    auto* table = new TableView(m_theme, this);
    table->setObjectName(name);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setDefaultColumns(columnWidths(*model, m_theme, widths), {}, 1);
    table->horizontalHeader()->setStretchLastSection(true);
    connect(table, &TableView::backRequested, this, &OrderView::closeRequested);
    connect(table, &TableView::filterRequested, this, &OrderView::filterRequested);
    return table;
}

QWidget* OrderView::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"orderTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the order"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->tabBar()->setDrawBase(true);
    m_tabs->tabBar()->setExpanding(false);

    m_timeline = new TimelinePage(m_theme, m_steps, this);
    m_stepTable
        = makeTable(u"steps"_s, tr("Steps of the order"), &m_steps, {250, 140, 150, 120, 158, 158, 158, 250, 320});
    m_referenceTable = makeTable(u"documents"_s, tr("Documents in other systems"), &m_references, {160, 200, 280, 200});
    m_lineTable = makeTable(u"lines"_s, tr("Lines of the order"), &m_lines, {70, 180, 420, 100, 140});
    m_lineTable->horizontalHeader()->setStretchLastSection(false);
    m_lineTable->horizontalHeader()->setSectionResizeMode(LineModel::TitleColumn, QHeaderView::Stretch);
    m_tabs->addTab(m_timeline, {});
    m_tabs->addTab(m_stepTable, {});
    m_tabs->addTab(m_referenceTable, {});
    m_tabs->addTab(m_lineTable, {});
    m_tabs->addTab(makeEvents(), {});
    nameTabs();

    connect(m_timeline, &TimelinePage::evidenceRequested, this, &OrderView::goToEvent);
    connect(&m_timeline->timeline(), &TimelineView::currentKeyChanged, this,
        [this](const QString& key) { m_stepTable->makeCurrent(m_steps.rowOf(key)); });
    connect(
        m_stepTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
            if (index.isValid())
                m_timeline->timeline().setCurrentKey(index.data(ItemRoles::IdRole).toString());
        });
    connect(m_stepTable, &TableView::rowActivated, this, [this](const QModelIndex& index) {
        const Milestone& milestone = m_steps.row(index.row()).row.milestone;
        if (!milestone.evidenceId.isEmpty())
            goToEvent(milestone.evidenceSource, milestone.evidenceId);
    });
    return m_tabs;
}

QWidget* OrderView::makeEvents()
{
    m_eventTable = makeTable(u"events"_s, tr("Events of the order"), &m_events, {158, 246, 118, 230, 150, 200, 320});
    m_eventTable->horizontalHeader()->setStretchLastSection(false);
    m_payload = new PayloadView(m_theme, this);
    auto* splitter = new HairSplitter(m_theme, Qt::Horizontal, this);
    splitter->setObjectName(u"eventSplitter"_s);
    splitter->addWidget(m_eventTable);
    splitter->addWidget(m_payload);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({760, 440});
    m_payload->setMinimumWidth(300);
    connect(m_eventTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OrderView::showPayload);
    connect(m_eventTable, &TableView::filterFocusRequested, m_payload, &PayloadView::focusSearch);
    return splitter;
}

void OrderView::open(qint64 id)
{
    if (id != m_id) {
        m_id = id;
        m_fresh = true;
        m_detail = {};
        m_banner->clear();
        m_states->showLoading();
    }
    ++m_generation; // whatever is on its way answers an older question
    m_reading = false;
    refresh();
}

void OrderView::refresh()
{
    if (m_id == 0)
        return;
    if (!isVisible() && !m_fresh) {
        m_dirty = true; // read when somebody looks
        return;
    }
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    m_dirty = false;
    whenFinished(m_source.detail(m_id), this, [this, generation = m_generation](const Outcome<OrderDetail>& detail) {
        if (generation != m_generation)
            return;
        m_reading = false;
        answer(detail);
        if (m_again)
            refresh();
    });
}

void OrderView::answer(const Outcome<OrderDetail>& detail)
{
    if (!detail && detail.error().kind == Failure::Cancelled)
        return;
    if (detail)
        showDetail(detail.value());
    else
        fail(detail.error());
    Q_EMIT loaded();
}

void OrderView::showDetail(const OrderDetail& detail)
{
    const QDateTime now = m_clock.now();
    m_detail = detail;
    m_header->setDetail(detail, now);
    m_steps.setDetail(detail, now);
    m_references.setReferences(detail.references);
    m_lines.setLines(detail.lines);
    m_events.setEvents(detail.events);
    nameTabs();
    if (m_fresh) {
        m_fresh = false;
        m_timeline->suggestLayout();
        m_timeline->timeline().startOver();
        m_timeline->timeline().setCurrentKey(detail.order.waitingStep.isEmpty()
                ? QString()
                : QString(detail.order.waitingScope + u'\n' + detail.order.waitingStep));
        m_eventTable->makeCurrent(m_events.rowCount() - 1);
        //: Title of a page: an order's number
        Q_EMIT titleChanged(tr("Order %1").arg(detail.order.number));
    }
    showPayload();
    m_states->showContent();
    m_banner->clear();
    feedChanged();
}

void OrderView::fail(const Error& error)
{
    if (error.kind == Failure::NotFound) {
        m_detail = {};
        m_fresh = true;
        m_states->showEmpty(u"orders"_s, tr("This order is not there"),
            tr("It may have been removed from the database since the list was read."), tr("Back to the list"));
        return;
    }
    if (m_detail.order.id != m_id) {
        m_states->showFailed(error);
        return;
    }
    m_banner->setMessage(Tone::Warning, u"disconnected"_s,
        tr("Shown as of %1. It could not be read again: %2").arg(secondText(m_detail.asOf, QLocale()), error.text),
        tr("Retry", "button: ask the database again"));
}

void OrderView::feedChanged()
{
    if (m_feed.state() != ChangeFeed::State::Lost || m_detail.order.id != m_id || m_id == 0)
        return;
    m_banner->setMessage(Tone::Warning, u"disconnected"_s,
        tr("The connection is lost. This is the order as of %1.").arg(secondText(m_detail.asOf, QLocale())),
        tr("Retry", "button: ask the database again"));
}

void OrderView::nameTabs()
{
    const QLocale locale;
    const auto counted = [&locale](const QString& name, qsizetype count) {
        //: Title of a tab and how many entries it has
        return count > 0 ? tr("%1  %2").arg(name, locale.toString(count)) : name;
    };
    m_tabs->setTabText(TimelineTab, tr("Timeline", "tab"));
    m_tabs->setTabText(StepsTab, counted(tr("Steps", "tab: steps of the order"), m_steps.rowCount()));
    m_tabs->setTabText(
        DocumentsTab, counted(tr("Documents", "tab: documents in other systems"), m_references.rowCount()));
    m_tabs->setTabText(LinesTab, counted(tr("Lines", "tab: lines of the order"), m_lines.rowCount()));
    const QString events = counted(tr("Events", "tab: events of the order"), m_events.rowCount());
    m_tabs->setTabText(
        EventsTab, m_detail.moreEvents ? tr("%1, newest only", "tab: there are more").arg(events) : events);
}

void OrderView::tick()
{
    if (m_detail.order.id != m_id || m_id == 0)
        return;
    const QDateTime now = m_clock.now();
    m_steps.setNow(now);
    m_header->setNow(m_detail, now);
}

void OrderView::showPayload()
{
    const int row = m_eventTable->currentIndex().row();
    if (row < 0)
        m_payload->clear();
    else
        m_payload->setEvent(m_events.row(row).event);
}

void OrderView::goToEvent(const QString& source, const QString& id)
{
    const int row = m_events.rowOfEvidence(source, id);
    if (row < 0)
        return;
    m_tabs->setCurrentIndex(EventsTab);
    m_eventTable->makeCurrent(row);
    m_eventTable->scrollTo(m_events.index(row, 0));
    m_eventTable->setFocus(Qt::OtherFocusReason);
}

void OrderView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_clockTick.start();
    tick();
    if (m_dirty)
        refresh();
}

void OrderView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_clockTick.stop();
}

void OrderView::showTimeline()
{
    m_tabs->setCurrentIndex(TimelineTab);
    m_timeline->timeline().setFocus(Qt::ShortcutFocusReason);
}

QList<Command> OrderView::commands() const
{
    return {Command::OpenTimeline, Command::Tags};
}

QString OrderView::obstacle(Command command) const
{
    return command == Command::Tags ? writerObstacle(m_roles) : QString();
}

void OrderView::setRoles(const QStringList& roles)
{
    m_roles = roles;
    m_header->setMayTag(writerObstacle(roles).isEmpty());
}

void OrderView::askTags()
{
    if (m_detail.order.id == m_id && m_id != 0 && writerObstacle(m_roles).isEmpty())
        Q_EMIT tagsRequested({m_id}, tr("order %1").arg(m_detail.order.number));
}

bool OrderView::run(Command command)
{
    if (command != Command::OpenTimeline && command != Command::Tags)
        return false;
    command == Command::Tags ? askTags() : showTimeline();
    return true;
}

void OrderView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closeRequested();
        return;
    }
    if (event->modifiers() == Qt::AltModifier && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_5) {
        m_tabs->setCurrentIndex(event->key() - Qt::Key_1);
        m_tabs->currentWidget()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (KeyMap::instance().matches(*event, Command::OpenTimeline))
        showTimeline();
    else if (KeyMap::instance().matches(*event, Command::Tags))
        askTags();
    else
        QWidget::keyPressEvent(event);
}
