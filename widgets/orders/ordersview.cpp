// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/orders/ordersview.h"

#include "models/domain/money.h"
#include "models/domain/timetext.h"
#include "models/items/ordertexts.h"
#include "widgets/common/banner.h"
#include "widgets/common/commandmenu.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/keymap.h"
#include "widgets/common/theme.h"
#include "widgets/common/viewstates.h"
#include "widgets/orders/newpill.h"
#include "widgets/orders/pastedids.h"
#include "widgets/triage/triageaction.h"
#include "widgets/views/viewsbutton.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int columnsVersion = 2;
constexpr int prefetchRows = 120;
constexpr int roomyWidth = 1500;
constexpr int elasticMinimum = 124;
} // namespace

OrdersView::OrdersView(OrderTableModel& model, const Clock& clock, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_clock(clock)
    , m_theme(theme)
    , m_filter(new FilterBar(theme, clock, this))
    , m_table(new TableView(theme))
    , m_states(new ViewStates(theme, m_table, this))
    , m_banner(new Banner(theme, this))
    , m_pill(new NewPill(theme, m_table->viewport()))
    , m_columns(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    build();
    buildTable();
    connectModel();
    connect(m_filter, &FilterBar::filterChanged, this, &OrdersView::applyFilter);
    connect(m_filter, &FilterBar::left, this, &OrdersView::focusTable);
    connect(m_states, &ViewStates::retryRequested, &model, &OrderTableModel::retry);
    connect(m_states, &ViewStates::emptyActionRequested, this, [this] { m_filter->setText({}); });
    connect(m_banner, &Banner::actionRequested, &model, &OrderTableModel::retry);
    connect(m_pill, &QPushButton::clicked, this, &OrdersView::takeInNew);
    connect(&m_ticking, &QTimer::timeout, this, [this] {
        const auto [first, last] = m_table->visibleRows();
        m_model.tick(first, last);
    });
    connect(&theme, &Theme::changed, this, &OrdersView::dress);
    m_ticking.setInterval(1000);
    dress();
    showStatus();
}

void OrdersView::build()
{
    setObjectName(u"ordersView"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_states->setObjectName(u"ordersStates"_s);
    m_pill->setObjectName(u"newOrders"_s);
    m_count->setObjectName(u"orderCount"_s);
    m_asOf->setObjectName(u"ordersAsOf"_s);
    m_columns->setObjectName(u"columnsButton"_s);
    m_columns->setText(tr("Columns", "button: choose the columns of the table"));
    m_columns->setAccessibleName(m_columns->text());
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setFocusPolicy(Qt::TabFocus);
    m_columns->setFixedHeight(32);
    m_filter->addAtEnd(m_columns);
    m_progress->setObjectName(u"ordersProgress"_s);
    m_progress->setAccessibleName(tr("Loading"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(72, 4);
    m_progress->hide();

    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 10);
    head->addWidget(m_filter);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 5, 16, 5);
    foot->addWidget(m_count);
    foot->addSpacing(Theme::space);
    foot->addWidget(m_progress);
    foot->addStretch();
    foot->addWidget(m_asOf);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_banner);
    layout->addWidget(m_states, 1);
    layout->addLayout(foot);
}

void OrdersView::buildTable()
{
    using Model = OrderTableModel;
    m_table->setObjectName(u"orders"_s);
    m_table->setAccessibleName(tr("Orders"));
    m_table->setModel(&m_model);
    QList<int> widths(Model::ColumnCount, 100);
    widths[Model::NumberColumn] = 110;
    widths[Model::PlacedColumn] = 96;
    widths[Model::ChannelColumn] = 116;
    widths[Model::CustomerColumn] = 150;
    // the longest that is usual, which takes more room in some languages
    const auto fitting = [metrics = m_table->fontMetrics()](int least, const QString& text) {
        return std::max(least, metrics.horizontalAdvance(text) + 2 * Theme::space + 8);
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    widths[Model::TotalColumn] = fitting(94, formatMoney({125'850, u"KWD"_s}, locale()));
    widths[Model::SyncColumn] = 88;
    widths[Model::TargetColumn] = 94;
    widths[Model::FulfilmentColumn] = 100;
    widths[Model::MoneyColumn] = 104;
    widths[Model::WaitingForColumn] = 178;
    widths[Model::WaitingTimeColumn] = 96;
    widths[Model::DueColumn] = fitting(126, dueText(now, now.addSecs(qint64{23} * 3600 + qint64{59} * 60), locale()));
    widths[Model::ProgressColumn] = 94;
    widths[Model::AnomaliesColumn] = 84;
    widths[Model::TagsColumn] = 140;
    m_table->setDefaultColumns(widths,
        {Model::CustomerColumn, Model::WaitingTimeColumn, Model::AnomaliesColumn, Model::TagsColumn}, columnsVersion);
    m_table->setElasticColumn(Model::WaitingForColumn, elasticMinimum);
    QHeaderView* head = m_table->horizontalHeader();
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    showSortIndicator();
    connect(head, &QHeaderView::sectionClicked, this, &OrdersView::sortBy);
    connect(m_table, &TableView::columnsChanged, this, &OrdersView::columnsChanged);
    connect(m_table, &TableView::rowActivated, this,
        [this](const QModelIndex& index) { Q_EMIT orderActivated(index.data(ItemRoles::IdRole).toLongLong()); });
    connect(m_table, &TableView::filterFocusRequested, this, &OrdersView::focusFilter);
    connect(m_table, &TableView::filterRequested, m_filter, &FilterBar::toggleTerm);
    connect(m_table, &TableView::copied, this,
        [this](const QString& text) { Q_EMIT notice(tr("Copied: %1").arg(text.section(u'\n', 0, 0))); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &OrdersView::openMenu);
    connect(m_table, &TableView::visibleRowsChanged, this, &OrdersView::prefetch);
    auto* menu = new QMenu(m_columns);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        QMenu* columns = m_table->columnsMenu(menu);
        menu->addActions(columns->actions());
    });
    m_columns->setMenu(menu);
}

void OrdersView::connectModel()
{
    connect(&m_model, &OrderTableModel::loadingChanged, this, [this] {
        const bool first = m_model.isLoading() && !m_model.hasAnswer();
        if (first && m_model.rowCount() == 0)
            m_states->showLoading();
        showStatus();
    });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &OrdersView::rememberPlace);
    connect(&m_model, &OrderTableModel::answered, this, [this] {
        restoreSelection();
        showAnswer();
    });
    connect(&m_model, &OrderTableModel::aboutToMerge, this, &OrdersView::rememberPlace);
    connect(&m_model, &OrderTableModel::merged, this, [this] {
        restorePlace();
        showAnswer();
    });
    connect(&m_model, &OrderTableModel::failed, this, &OrdersView::showFailure);
    connect(&m_model, &OrderTableModel::totalChanged, this, &OrdersView::showStatus);
    connect(&m_model, &OrderTableModel::refreshed, this, &OrdersView::showStatus);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &OrdersView::showStatus);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &OrdersView::showStatus);
    connect(&m_model, &OrderTableModel::newCountChanged, this, &OrdersView::showNewCount);
}

// --- asking

void OrdersView::start()
{
    if (m_started)
        return;
    m_started = true;
    m_ticking.start();
    const ParsedFilter filter = m_filter->parsed();
    m_model.ask(filter.mistake ? FilterExpression() : filter.expression, m_model.sortKey(), m_model.direction());
}

void OrdersView::applyFilter(const FilterExpression& filter)
{
    Q_EMIT filterTextChanged(m_filter->text());
    if (m_started)
        m_model.ask(filter, m_model.sortKey(), m_model.direction());
}

void OrdersView::refresh()
{
    if (!m_started)
        return;
    const ParsedFilter filter = m_filter->parsed();
    if (!filter.mistake && filter.expression != m_model.filter())
        m_model.ask(filter.expression, m_model.sortKey(), m_model.direction());
    else
        m_model.refresh();
}

void OrdersView::sortBy(int column)
{
    const auto sort = OrderTableModel::sortOf(column);
    if (!sort) {
        showSortIndicator();
        Q_EMIT notice(tr("Orders can be sorted by number, by when they were placed and by when they are due."));
        return;
    }
    Qt::SortOrder direction = *sort == OrderSort::PlacedAt ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (*sort == m_model.sortKey())
        direction = m_model.direction() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_started)
        m_model.ask(m_model.filter(), *sort, direction);
    showSortIndicator();
}

void OrdersView::showSortIndicator()
{
    m_table->horizontalHeader()->setSortIndicator(OrderTableModel::columnOf(m_model.sortKey()), m_model.direction());
}

void OrdersView::setFilterText(const QString& text)
{
    m_filter->setText(text);
}

QString OrdersView::filterText() const
{
    return m_filter->text();
}

void OrdersView::setSavedViews(ViewsButton& views)
{
    m_filter->addAtEnd(&views);
}

SavedView OrdersView::shownView() const
{
    SavedView view;
    view.screen = SavedView::Screen::Orders;
    view.filter = filterText();
    view.sort = m_model.sortKey();
    view.ascending = m_model.direction() == Qt::AscendingOrder;
    view.columns = saveColumns();
    return view;
}

void OrdersView::showView(const SavedView& view)
{
    if (!view.columns.isEmpty())
        restoreColumns(view.columns);
    setFilterText(view.filter);
    if (m_started)
        m_model.ask(m_model.filter(), view.sort, view.ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    showSortIndicator();
}

void OrdersView::setCounts(const HealthSnapshot& health)
{
    m_filter->setCounts(health);
}

void OrdersView::setRules(const RuleBook& rules)
{
    QHash<QString, QStringList> live;
    QHash<QString, QString> titles;
    const auto add = [&live](const QString& field, const QString& value) {
        if (!value.isEmpty() && !live[field].contains(value))
            live[field].append(value);
    };
    for (const Channel& channel : rules.channels) {
        add(u"channel"_s, channel.code);
        titles.insert(channel.code, channel.title.isEmpty() ? channel.code : channel.title);
    }
    for (const Process& process : rules.processes) {
        add(u"process"_s, process.name);
        for (const ProcessStep& step : process.steps) {
            add(u"step"_s, step.step);
            add(u"system"_s, step.system);
        }
    }
    live.insert(u"tag"_s, m_live.value(u"tag"_s));
    m_live = live;
    m_filter->setLiveValues(m_live);
    m_model.setChannelTitles(titles);
}

void OrdersView::setTagsInUse(const QStringList& tags)
{
    m_live.insert(u"tag"_s, tags);
    m_filter->setLiveValues(m_live);
}

// --- showing

void OrdersView::showAnswer()
{
    m_failed = false;
    m_banner->clear();
    if (m_model.rowCount() > 0) {
        const bool hadFocus = m_states->isAncestorOf(QApplication::focusWidget());
        m_states->showContent();
        if (hadFocus)
            focusTable();
    } else if (m_model.filter().isEverything()) {
        m_states->showEmpty(
            u"orders"_s, tr("No orders yet"), tr("As soon as the first event of an order is taken in, it shows here."));
    } else {
        m_states->showEmpty(u"filter"_s, tr("No order matches this filter"),
            tr("Nothing here at the moment. Orders that come to match will show up by themselves."),
            tr("Clear the filter"));
    }
    showSortIndicator();
    showStatus();
    showNewCount();
}

void OrdersView::showFailure(const Error& error)
{
    m_failed = true;
    if (m_model.rowCount() == 0) {
        m_states->showFailed(error);
    } else if (error.kind != Failure::Connection || !m_disconnected) {
        // rows that are there stay, and say that they are old
        m_banner->setMessage(Tone::Warning, u"alert"_s,
            tr("The list could not be brought up to date: %1").arg(error.text),
            tr("Retry", "button: ask the database again"));
    }
    showStatus();
}

QString OrdersView::countText() const
{
    if (!m_started || (!m_model.hasAnswer() && m_model.rowCount() == 0))
        return {};
    QStringList parts;
    const auto total = m_model.total();
    if (total && total->more)
        //: A count that stops at a limit, such as "10,000+ orders"
        parts.append(tr("%1+ orders").arg(locale().toString(total->count)));
    else if (total)
        parts.append(tr("%Ln order(s)", nullptr, int(total->count)));
    if (m_model.isAtRowLimit())
        parts.append(
            tr("the first %1 are listed: narrow the filter to see others").arg(locale().toString(m_model.rowLimit())));
    if (m_model.leftCount() > 0)
        parts.append(tr("%Ln no longer match(es)", nullptr, m_model.leftCount()));
    const auto selected = m_table->selectionModel()->selectedRows().size();
    if (selected > 1)
        parts.append(tr("%Ln selected", "rows", int(selected)));
    return parts.join(u"  ·  "_s);
}

void OrdersView::showStatus()
{
    m_count->setText(countText());
    m_progress->setVisible(m_model.isLoading());
    if (!m_model.asOf().isValid())
        m_asOf->clear();
    else if (m_disconnected || m_failed)
        m_asOf->setText(tr("Not up to date: as of %1").arg(secondText(m_model.asOf(), locale())));
    else
        //: When the list was read last, a time of day
        m_asOf->setText(tr("As of %1").arg(secondText(m_model.asOf(), locale())));
}

void OrdersView::setDisconnected(bool disconnected)
{
    if (m_disconnected == disconnected)
        return;
    m_disconnected = disconnected;
    if (disconnected)
        m_banner->clear(); // the shell tells of it
    dress();
    showStatus();
}

void OrdersView::showNewCount()
{
    const int count = m_model.newCount();
    const bool onTop = m_table->verticalScrollBar()->value() == 0
        && (!m_table->currentIndex().isValid() || m_table->currentIndex().row() == 0)
        && m_table->selectionModel()->selectedRows().size() <= 1;
    if (count > 0 && (onTop || m_states->state() == ViewStates::State::Empty)) {
        // after this turn, since the model is in the middle of its own
        QMetaObject::invokeMethod(this, &OrdersView::takeInNew, Qt::QueuedConnection);
        return;
    }
    m_pill->setCount(count);
}

void OrdersView::takeInNew()
{
    m_model.takeInNew();
    m_table->scrollToTop();
}

void OrdersView::prefetch()
{
    const int last = m_table->visibleRows().second;
    // not inside the view's own layout or the model's insertion
    if (last >= 0 && last + prefetchRows > m_model.rowCount() && m_model.canFetchMore({}))
        QMetaObject::invokeMethod(
            &m_model, [this] { m_model.fetchMore({}); }, Qt::QueuedConnection);
}

void OrdersView::rememberPlace()
{
    m_place = {};
    m_place.choice = m_table->choice();
    m_place.leftOffset = m_table->horizontalScrollBar()->value();
    m_place.atTop = m_table->verticalScrollBar()->value() == 0;
    const int top = m_table->rowAt(0);
    if (top >= 0 && top < m_model.rowCount()) {
        m_place.top = m_model.order(top).id;
        m_place.topOffset = m_table->rowViewportPosition(top);
    }
}

void OrdersView::restorePlace()
{
    // rows that came or went above must not move what the person looks at
    const int row = m_model.rowOf(m_place.top);
    if (m_place.atTop || row < 0)
        return;
    QScrollBar* bar = m_table->verticalScrollBar();
    bar->setValue(bar->value() + m_table->rowViewportPosition(row) - m_place.topOffset);
}

void OrdersView::restoreSelection()
{
    // after a new question the rows are others: what was selected and is still there stays selected, by id
    m_table->horizontalScrollBar()->setValue(m_place.leftOffset);
    m_table->restoreChoice(m_place.choice);
}

// --- moving about

void OrdersView::focusFilter()
{
    m_filter->focusLine();
}

void OrdersView::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->selectionModel()->hasSelection() && m_model.rowCount() > 0)
        m_table->selectRow(std::max(m_table->currentIndex().row(), 0));
}

void OrdersView::select(qint64 id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = m_model.index(row, std::max(0, m_table->currentIndex().column()));
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

qint64 OrdersView::currentOrder() const
{
    return m_table->currentId().toLongLong();
}

void OrdersView::pasteIds()
{
    const QString filter = filterOfPastedIds(QApplication::clipboard()->text());
    if (filter.isEmpty()) {
        Q_EMIT notice(tr("The clipboard holds no order numbers."));
        return;
    }
    m_filter->setText(filter);
}

void OrdersView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        pasteIds();
        return;
    }
    const KeyMap& map = KeyMap::instance();
    for (const Command command : {Command::ShowNew, Command::GoToFilter, Command::Tags}) {
        if (map.matches(*event, command) && run(command))
            return;
    }
    QWidget::keyPressEvent(event);
}

/// Of the selected orders, else of the current one.
void OrdersView::askTags()
{
    QList<qint64> orders;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        orders.append(index.data(ItemRoles::IdRole).toLongLong());
    if (orders.isEmpty())
        orders.append(currentOrder());
    const int row = m_model.rowOf(orders.constFirst());
    if (orders.size() == 1 && row >= 0)
        Q_EMIT tagsRequested(orders, tr("order %1").arg(m_model.order(row).number));
    else
        Q_EMIT tagsRequested(orders, tr("%Ln orders", nullptr, int(orders.size())));
}

void OrdersView::openMenu(const QPoint& at)
{
    if (currentOrder() == 0)
        return;
    QMenu* menu = popupCommands(*this, {Command::Tags}, *m_table->viewport(), at);
    auto* open = new QAction(tr("Open", "menu of a row"), menu);
    connect(open, &QAction::triggered, this, [this] { Q_EMIT orderActivated(currentOrder()); });
    menu->insertAction(menu->actions().value(0), open);
}

QList<Command> OrdersView::commands() const
{
    return {Command::GoToFilter, Command::ShowNew, Command::Tags};
}

QString OrdersView::obstacle(Command command) const
{
    if (command == Command::Tags)
        return currentOrder() == 0 ? tr("Choose an order first.") : writerObstacle(m_roles);
    return command == Command::ShowNew && m_model.newCount() == 0 ? tr("There are no new orders.") : QString();
}

bool OrdersView::run(Command command)
{
    if (const QString why = obstacle(command); !why.isEmpty()) {
        if (command == Command::Tags)
            Q_EMIT notice(why);
        return command == Command::Tags;
    }
    if (command == Command::ShowNew)
        takeInNew();
    else if (command == Command::GoToFilter)
        focusFilter();
    else if (command == Command::Tags)
        askTags();
    else
        return false;
    return true;
}

void OrdersView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_columnsRestored && width() >= roomyWidth) {
        for (const int column : {OrderTableModel::CustomerColumn, OrderTableModel::WaitingTimeColumn})
            m_table->setColumnHidden(column, false);
        m_table->setElasticColumn(OrderTableModel::WaitingForColumn, elasticMinimum);
    }
    m_columnsRestored = true;
}

QByteArray OrdersView::saveColumns() const
{
    return m_table->saveColumns();
}

void OrdersView::restoreColumns(const QByteArray& state)
{
    m_columnsRestored = m_table->restoreColumns(state) || m_columnsRestored;
}

bool OrdersView::isSettled() const
{
    return m_started && !m_model.isLoading() && (m_model.hasAnswer() || m_failed);
}

void OrdersView::dress()
{
    m_columns->setIcon(m_theme.icon(u"columns"_s));
    for (QLabel* label : {m_count, m_asOf}) {
        QPalette palette = label->palette();
        const bool loud = label == m_asOf && (m_disconnected || m_failed);
        palette.setColor(QPalette::WindowText, m_theme.color(loud ? ColorId::WarningText : ColorId::TextMuted));
        label->setPalette(palette);
        label->setFont(m_theme.font(FontRole::Small));
    }
}

void OrdersView::resetColumns()
{
    m_table->setElasticColumn(OrderTableModel::WaitingForColumn, elasticMinimum);
    m_table->resetColumns();
}
