// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/mainwindow.h"

#include "app/common/lasthandover.h"
#include "app/console/bundlesaver.h"
#include "app/console/shortcuts.h"
#include "app/console/startpage.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/healthsource.h"
#include "models/domain/operationgateway.h"
#include "models/domain/ordertags.h"
#include "models/domain/rulessource.h"
#include "models/domain/whenfinished.h"
#include "models/items/orderliveupdates.h"
#include "models/items/ordertablemodel.h"
#include "widgets/common/banner.h"
#include "widgets/common/commandtarget.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/keymap.h"
#include "widgets/handover/handoverpanel.h"
#include "widgets/health/healthview.h"
#include "widgets/health/setasideview.h"
#include "widgets/operations/operationpage.h"
#include "widgets/operations/operationsummary.h"
#include "widgets/operations/operationsview.h"
#include "widgets/order/orderview.h"
#include "widgets/orders/ordersview.h"
#include "widgets/rules/rulesview.h"
#include "widgets/shell/keyeditor.h"
#include "widgets/shell/rail.h"
#include "widgets/shell/shortcutsheet.h"
#include "widgets/shell/topbar.h"
#include "widgets/tags/tagpanel.h"
#include "widgets/triage/triageview.h"
#include "widgets/views/viewsbutton.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int countsPauseMs = 2000;
constexpr int noticeMs = 4000;
} // namespace

MainWindow::MainWindow(const Clock& clock, Theme& theme, Settings& settings)
    : m_clock(clock)
    , m_theme(theme)
    , m_settings(settings)
    , m_top(new TopBar(clock, theme, this))
    , m_rail(new Rail(theme, this))
    , m_banner(new Banner(theme, this))
    , m_pages(new QStackedWidget(this))
    , m_start(new StartPage(theme, this))
    , m_ordersPages(new QStackedWidget(this))
    , m_healthPages(new QStackedWidget(this))
    , m_statusLeft(new QLabel(this))
    , m_statusRight(new QLabel(this))
    , m_summary(new OperationSummary(theme, this))
    , m_search(new SearchPalette(clock, theme, this))
    , m_shortcuts(new ShortcutSheet(theme, this))
    , m_keys(new KeyEditor(theme, this))
    , m_menu(new QMenu(this))
    , m_themes(new QActionGroup(this))
{
    setObjectName(u"mainWindow"_s);
    buildChrome();
    buildActions();
    m_countsPause.setSingleShot(true);
    m_countsPause.setInterval(countsPauseMs);
    m_notice.setSingleShot(true);
    m_notice.setInterval(noticeMs);
    connect(&m_countsPause, &QTimer::timeout, this, &MainWindow::readCounts);
    connect(&m_notice, &QTimer::timeout, m_statusRight, &QLabel::clear);
    connect(m_start, &StartPage::retryRequested, this, &MainWindow::retryRequested);
    connect(m_search, &SearchPalette::orderChosen, this, &MainWindow::showOrder);
    connect(m_search, &SearchPalette::filterChosen, this, &MainWindow::showOrders);
    connect(m_shortcuts, &ShortcutSheet::changeRequested, this, &MainWindow::openKeyEditor);
    connect(m_top, &TopBar::searchRequested, this, &MainWindow::openSearch);
    connect(m_rail, &Rail::screenRequested, this, [this](int screen) { showScreen(Screen(screen)); });
    connect(&theme, &Theme::changed, this, &MainWindow::dress);
    m_rail->setEnabled(false);
    dress();
    updateTitle();
    resize(1280, 800);
    restoreGeometry(settings.value(Preferences::geometry));
}

MainWindow::~MainWindow()
{
    // the screens look at the model: they go first
    delete m_ordersPages;
    m_live.reset();
}

void MainWindow::buildChrome()
{
    m_statusLeft->setObjectName(u"statusConnection"_s);
    m_statusRight->setObjectName(u"statusNotice"_s);
    m_banner->setObjectName(u"connectionBanner"_s);
    m_pages->setObjectName(u"pages"_s);
    for (const auto& [name, icon, screen] :
        {std::tuple{u"railTriage"_s, u"triage"_s, TriageScreen}, std::tuple{u"railOrders"_s, u"orders"_s, OrdersScreen},
            std::tuple{u"railOperations"_s, u"operations"_s, OperationsScreen},
            std::tuple{u"railHealth"_s, u"health"_s, HealthScreen},
            std::tuple{u"railRules"_s, u"rules"_s, RulesScreen}})
        m_rail->addScreen(name, icon, screenTitle(screen), u"Ctrl+%1"_s.arg(int(screen) + 1));
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_ordersPages);
    m_pages->addWidget(m_healthPages);

    auto* status = new QHBoxLayout;
    status->setContentsMargins(16, 3, 16, 4);
    status->addWidget(m_statusLeft);
    status->addStretch();
    status->addWidget(m_statusRight);
    status->addWidget(m_summary);
    auto* content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_banner);
    content->addWidget(m_pages, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(content, 1);
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_top);
    layout->addLayout(middle, 1);
    layout->addLayout(status);
    setCentralWidget(central);
    connect(m_banner, &Banner::actionRequested, this, [this] {
        if (m_sources)
            m_sources->feed.retryNow();
    });
}

QAction* MainWindow::addCommand(const QString& name, Command command, void (MainWindow::*does)(), QMenu* menu)
{
    auto* action = new QAction(textOf(command), this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, does);
    addAction(action);
    if (menu)
        menu->addAction(action);
    m_commands.append({command, action});
    return action;
}

void MainWindow::buildActions()
{
    m_menu->setObjectName(u"mainMenu"_s);
    QList<QAction*> needDatabase = {
        addCommand(u"goTriage"_s, Command::GoToTriage, &MainWindow::goToTriage, m_menu),
        addCommand(u"goOrders"_s, Command::GoToOrders, &MainWindow::goToOrders, m_menu),
        addCommand(u"goOperations"_s, Command::GoToOperations, &MainWindow::goToOperations, m_menu),
        addCommand(u"goHealth"_s, Command::GoToHealth, &MainWindow::goToHealth, m_menu),
        addCommand(u"goRules"_s, Command::GoToRules, &MainWindow::goToRules, m_menu),
    };
    m_menu->addSeparator();
    needDatabase.append(addCommand(u"openSearch"_s, Command::Search, &MainWindow::openSearch, m_menu));
    needDatabase.append(addCommand(u"focusFilter"_s, Command::FilterOrders, &MainWindow::focusFilter, m_menu));
    needDatabase.append(addCommand(u"refresh"_s, Command::Refresh, &MainWindow::refresh, m_menu));
    needDatabase.append(addCommand(u"openHandover"_s, Command::Handover, &MainWindow::openHandover, m_menu));
    needDatabase.append(addCommand(u"saveBundle"_s, Command::SaveBundle, &MainWindow::saveBundle, m_menu));
    m_menu->addSeparator();
    buildThemeMenu(m_menu->addMenu(tr("Theme", "menu: light or dark")));
    buildLanguageMenu(m_menu->addMenu(tr("Language", "menu")));
    addCommand(u"toggleTheme"_s, Command::ToggleTheme, &MainWindow::toggleTheme, m_menu);
    addCommand(u"resetLayout"_s, Command::ResetLayout, &MainWindow::resetLayout, m_menu);
    m_menu->addSeparator();
    addCommand(u"openShortcuts"_s, Command::ShowKeys, &MainWindow::openShortcuts, m_menu);
    addCommand(u"changeKeys"_s, Command::ChangeKeys, &MainWindow::openKeyEditor, m_menu);
    addCommand(u"quit"_s, Command::Quit, &MainWindow::quit, m_menu);
    addCommand(u"openMenu"_s, Command::OpenMenu, &MainWindow::openMenu, nullptr);
    for (QAction* action : std::as_const(needDatabase))
        action->setEnabled(false);
    m_top->setMenu(m_menu);
    m_search->setCommands([this] { return offeredCommands(); });
    KeyMap::instance().restore(m_settings.value(Preferences::keys));
    connect(&KeyMap::instance(), &KeyMap::changed, this, [this] {
        m_settings.set(Preferences::keys, KeyMap::instance().toText());
        useKeys();
    });
    useKeys();
}

void MainWindow::useKeys()
{
    for (const auto& [command, action] : std::as_const(m_commands))
        action->setShortcuts(KeyMap::instance().keys(command));
    m_shortcuts->setGroups(consoleShortcuts());
}

CommandTarget* MainWindow::commandTarget() const
{
    if (!isOpen())
        return nullptr;
    if (m_triage->isVisible())
        return m_triage;
    if (m_orders->isVisible())
        return m_orders;
    if (m_order->isVisible())
        return m_order;
    return m_operations->page()->isVisible() ? m_operations->page() : nullptr;
}

/// Those of the screen behind the search first, then those that are possible everywhere.
QList<OfferedCommand> MainWindow::offeredCommands()
{
    QList<OfferedCommand> offered;
    if (CommandTarget* target = commandTarget()) {
        for (const Command command : target->commands())
            offered.append({textOf(command), KeyMap::instance().text(command), target->obstacle(command),
                [target, command] { target->run(command); }});
    }
    for (ViewsButton* button : std::as_const(m_views)) {
        for (const SavedView& view : button->views())
            offered.append({tr("View: %1").arg(view.name), {}, {}, [button, view] { button->choose(view); }});
    }
    for (const auto& [command, action] : std::as_const(m_commands)) {
        if (command != Command::Search && command != Command::OpenMenu && action->isEnabled())
            offered.append(
                {textOf(command), KeyMap::instance().text(command), {}, [action = action] { action->trigger(); }});
    }
    return offered;
}

void MainWindow::buildThemeMenu(QMenu* menu)
{
    const auto add = [this, menu](const QString& text, Theme::Mode mode, const QString& name) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_theme.mode() == mode);
        action->setData(int(mode));
        m_themes->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode, name] {
            m_settings.set(Preferences::theme, name);
            m_theme.setMode(mode);
        });
    };
    add(tr("As the system", "theme"), Theme::Mode::System, u"system"_s);
    add(tr("Light", "theme"), Theme::Mode::Light, u"light"_s);
    add(tr("Dark", "theme"), Theme::Mode::Dark, u"dark"_s);
}

void MainWindow::buildLanguageMenu(QMenu* menu)
{
    auto* group = new QActionGroup(menu);
    const auto add = [this, menu, group](const QString& text, const QString& code) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_settings.value(Preferences::language) == code);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, code] {
            m_settings.set(Preferences::language, code);
            say(tr("The language changes when Signalbox is started again."));
        });
    };
    add(tr("As the system", "language"), QString());
    add(u"English"_s, u"en"_s);
    add(u"Deutsch"_s, u"de"_s);
}

// --- the way to a database

void MainWindow::showProgress(const QString& text)
{
    m_start->showProgress(text);
    m_pages->setCurrentWidget(m_start);
}

void MainWindow::showProblem(const Error& error)
{
    m_start->showProblem(error);
    m_pages->setCurrentWidget(m_start);
}

bool MainWindow::showsProblem() const
{
    return m_pages->currentWidget() == m_start && m_start->showsProblem();
}

QString MainWindow::problemText() const
{
    return m_start->text();
}

Failure MainWindow::problemKind() const
{
    return m_start->problemKind();
}

void MainWindow::open(const Sources& sources)
{
    Q_ASSERT(!isOpen());
    m_sources = std::make_unique<Sources>(sources);
    m_model = std::make_unique<OrderTableModel>(sources.orders, m_clock);
    m_live = std::make_unique<OrderLiveUpdates>(sources.orders, sources.feed, *m_model);
    m_triage = new TriageView(sources.exceptions, sources.operations, sources.feed, m_clock, m_theme);
    if (sources.editor)
        m_triage->setPayloadEditor(*sources.editor);
    m_operations = new OperationsView(sources.operations, sources.feed, m_clock, m_theme);
    m_orders = new OrdersView(*m_model, m_clock, m_theme);
    m_order = new OrderView(sources.orders, sources.feed, m_clock, m_theme);
    m_health = new HealthView(sources.health, sources.feed, m_clock, m_theme);
    m_setAside = new SetAsideView(sources.health, sources.feed, m_theme);
    m_rules = new RulesView(sources.rules, sources.feed, m_clock, m_theme);
    m_ordersPages->addWidget(m_orders);
    m_ordersPages->addWidget(m_order);
    m_healthPages->addWidget(m_health);
    m_healthPages->addWidget(m_setAside);
    for (QWidget* page :
        {static_cast<QWidget*>(m_triage), static_cast<QWidget*>(m_operations), static_cast<QWidget*>(m_rules)})
        m_pages->addWidget(page);
    m_orders->restoreColumns(m_settings.value(Preferences::orderColumns));
    m_orders->filterBar()->setRecent(m_settings.value(Preferences::orderSearches));
    m_orders->setFilterText(m_settings.value(Preferences::orderFilter));
    m_triage->filterBar()->setRecent(m_settings.value(Preferences::triageSearches));
    m_triage->enableGroups(sources.groups, sources.groupDecisions);
    if (sources.runbooks)
        m_triage->setRunbooks(*sources.runbooks);
    if (sources.tags)
        m_triage->setTags(*sources.tags);
    m_triage->setRunbookUnfolded(m_settings.value(Preferences::runbookUnfolded));
    m_triage->setGrouped(m_settings.value(Preferences::triageGrouped));
    m_triage->restoreColumns(m_settings.value(Preferences::triageColumns));
    m_triage->restoreSplitters(m_settings.value(Preferences::triageSplitters));
    m_triage->chooseQueue(m_settings.value(Preferences::triageQueue));
    buildViews(sources.views);
    connectScreens();
    m_top->setFeed(&sources.feed);
    m_summary->setSources(sources.operations, sources.feed);
    m_search->setSource(&sources.orders);
    m_rail->setEnabled(true);
    for (QAction* action : actions())
        action->setEnabled(true);
    showScreen(TriageScreen);
    m_orders->start();
    readCounts();
    readRules();
    readViews();
    readTags();
    feedChanged();
}

void MainWindow::buildViews(SavedViews& views)
{
    const auto add = [this, &views](SavedView::Screen kind, Screen screen, auto* page) {
        auto* button = new ViewsButton(
            views, kind, [page] { return page->shownView(); }, m_theme);
        page->setSavedViews(*button);
        connect(button, &ViewsButton::chosen, page, [this, page, screen](const SavedView& view) {
            page->showView(view);
            showScreen(screen);
        });
        connect(button, &ViewsButton::notice, this, &MainWindow::say);
        connect(button, &ViewsButton::answered, this, &MainWindow::beginWithRoleViews);
        m_views.append(button);
    };
    add(SavedView::Screen::Triage, TriageScreen, m_triage);
    add(SavedView::Screen::Orders, OrdersScreen, m_orders);
}

/// Once: afterwards every screen is as the person left it.
void MainWindow::beginWithRoleViews()
{
    const QStringList roles = m_sources->feed.environment().roles;
    if (m_settings.value(Preferences::begun) || roles.isEmpty())
        return;
    if (!std::ranges::all_of(m_views, &ViewsButton::isSettled))
        return; // with the other answer
    m_settings.set(Preferences::begun, true);
    const Screen before = screen();
    for (ViewsButton* button : std::as_const(m_views)) {
        if (const SavedView* view = defaultView(button->views(), roles))
            button->choose(*view);
    }
    showScreen(before);
}

void MainWindow::readViews()
{
    for (ViewsButton* button : std::as_const(m_views)) {
        button->setRoles(m_sources->feed.environment().roles);
        button->refresh();
    }
}

void MainWindow::connectScreens()
{
    connect(m_triage, &TriageView::orderRequested, this, [this](qint64 id) {
        showOrder(id);
        m_orderFromTriage = true;
    });
    connect(m_triage, &TriageView::timelineRequested, this, [this](qint64 id) {
        showOrder(id);
        m_orderFromTriage = true;
        m_order->run(Command::OpenTimeline);
    });
    connect(m_triage, &TriageView::linkRequested, this, [](const QUrl& url) { QDesktopServices::openUrl(url); });
    connect(m_triage, &TriageView::runbookUnfolded, this,
        [this](bool unfolded) { m_settings.set(Preferences::runbookUnfolded, unfolded); });
    connect(m_triage, &TriageView::tagsRequested, this, &MainWindow::openTags);
    connect(m_triage, &TriageView::tagsTakenBack, this, &MainWindow::readTags);
    connect(m_orders, &OrdersView::tagsRequested, this, &MainWindow::openTags);
    connect(m_order, &OrderView::tagsRequested, this, &MainWindow::openTags);
    connect(m_triage, &TriageView::ordersRequested, this, &MainWindow::showOrders);
    connect(m_triage, &TriageView::notice, this, &MainWindow::say);
    connect(m_triage, &TriageView::columnsChanged, this,
        [this] { m_settings.set(Preferences::triageColumns, m_triage->saveColumns()); });
    connect(m_triage, &TriageView::splittersMoved, this,
        [this] { m_settings.set(Preferences::triageSplitters, m_triage->saveSplitters()); });
    connect(m_triage, &TriageView::groupedChanged, this,
        [this](bool grouped) { m_settings.set(Preferences::triageGrouped, grouped); });
    connect(m_triage, &TriageView::queueChosen, this,
        [this](const QString& key) { m_settings.set(Preferences::triageQueue, key); });
    connect(m_summary, &QPushButton::clicked, this, &MainWindow::goToOperations);
    connect(m_operations, &OperationsView::ordersRequested, this, &MainWindow::showOrders);
    connect(m_operations, &OperationsView::notice, this, &MainWindow::say);
    connect(m_orders, &OrdersView::orderActivated, this, &MainWindow::showOrder);
    connect(m_orders, &OrdersView::notice, this, &MainWindow::say);
    connect(m_orders, &OrdersView::columnsChanged, this,
        [this] { m_settings.set(Preferences::orderColumns, m_orders->saveColumns()); });
    connect(m_orders, &OrdersView::filterTextChanged, this,
        [this](const QString& text) { m_settings.set(Preferences::orderFilter, text); });
    connect(m_orders->filterBar(), &FilterBar::recentChanged, this,
        [this](const QStringList& filters) { m_settings.set(Preferences::orderSearches, filters); });
    connect(m_triage->filterBar(), &FilterBar::recentChanged, this,
        [this](const QStringList& filters) { m_settings.set(Preferences::triageSearches, filters); });
    connect(m_model.get(), &OrderTableModel::answered, this, &MainWindow::firstRowsShown);
    connect(m_order, &OrderView::closeRequested, this, &MainWindow::backToList);
    connect(m_order, &OrderView::filterRequested, this, &MainWindow::showOrders);
    connect(m_order, &OrderView::titleChanged, this, &MainWindow::updateTitle);
    connect(m_health, &HealthView::drillDownRequested, this, &MainWindow::showOrders);
    connect(m_health, &HealthView::setAsideRequested, this, &MainWindow::showSetAside);
    connect(m_setAside, &SetAsideView::closeRequested, this, &MainWindow::backToHealth);
    connect(m_setAside, &SetAsideView::notice, this, &MainWindow::say);
    connect(m_rules, &RulesView::filterRequested, this, &MainWindow::showOrders);
    ChangeFeed& feed = m_sources->feed;
    connect(&feed, &ChangeFeed::stateChanged, this, &MainWindow::feedChanged);
    connect(&feed, &ChangeFeed::everything, this, [this] {
        readCounts();
        readRules();
        readViews();
        readTags();
        feedChanged(); // the environment may have become known
    });
    connect(&feed, &ChangeFeed::ordersChanged, this, [this] {
        if (!m_countsPause.isActive())
            m_countsPause.start();
    });
}

void MainWindow::feedChanged()
{
    const ChangeFeed& feed = m_sources->feed;
    if (const Environment environment = feed.environment(); environment != m_environment) {
        m_environment = environment;
        m_top->setEnvironment(environment);
        updateTitle();
        m_orders->setRoles(environment.roles);
        m_order->setRoles(environment.roles);
    }
    const bool lost = feed.state() == ChangeFeed::State::Lost;
    m_orders->setDisconnected(lost);
    m_triage->setDisconnected(lost);
    showConnection();
    if (!lost) {
        m_banner->clear();
        return;
    }
    const Error error = feed.lastError();
    const QString time = locale().toString(feed.lastContact().toLocalTime().time(), u"HH:mm:ss"_s);
    QStringList sentences;
    if (error.kind == Failure::Schema) // no connection helps, only what the hint says
        sentences = {error.text, error.hint, time.isEmpty() ? QString() : tr("What is shown is from %1.").arg(time)};
    else if (!time.isEmpty())
        sentences = {tr("Connection lost at %1. What is shown is from then; Signalbox reconnects by itself.").arg(time),
            error.text};
    else
        sentences = {tr("No connection to the database. Signalbox reconnects by itself."), error.text};
    sentences.removeAll(QString());
    m_banner->setMessage(Tone::Bad, u"disconnected"_s, sentences.join(u' '), tr("Try now", "button: reconnect"));
}

void MainWindow::showConnection()
{
    if (m_environment.database.isEmpty()) {
        m_statusLeft->clear();
        return;
    }
    const QString where = m_environment.host.isEmpty() ? tr("this machine") : m_environment.host;
    m_statusLeft->setText(tr("%1 on %2  ·  PostgreSQL %3  ·  schema %4")
                              .arg(m_environment.database, where, m_environment.serverVersion,
                                  locale().toString(m_environment.schemaVersion)));
}

void MainWindow::readCounts()
{
    if (m_readingCounts)
        return;
    m_readingCounts = true;
    whenFinished(m_sources->health.health(), this, [this](const Outcome<HealthSnapshot>& health) {
        m_readingCounts = false;
        if (health) // without an answer the last counts stay; the banner tells of a lost connection
            m_orders->setCounts(health.value());
    });
}

void MainWindow::readRules()
{
    whenFinished(m_sources->rules.rules(), this, [this](const Outcome<RuleBook>& rules) {
        if (rules)
            m_orders->setRules(rules.value());
    });
}

void MainWindow::readTags()
{
    if (!m_sources->tags)
        return;
    whenFinished(m_sources->tags->inUse(), this, [this](const Outcome<QStringList>& tags) {
        if (tags) // else those known so far are offered
            m_orders->setTagsInUse(tags.value());
    });
}

// --- moving about

void MainWindow::showScreen(Screen screen)
{
    if (!isOpen())
        return;
    closeOverlays();
    m_rail->setCurrent(screen);
    switch (screen) {
    case TriageScreen:
        m_pages->setCurrentWidget(m_triage);
        m_triage->focusList();
        break;
    case OperationsScreen:
        m_pages->setCurrentWidget(m_operations);
        m_operations->focusList();
        break;
    case OrdersScreen:
        if (m_pages->currentWidget() == m_ordersPages)
            m_ordersPages->setCurrentWidget(m_orders); // a second time: from the order to the list
        m_pages->setCurrentWidget(m_ordersPages);
        if (m_ordersPages->currentWidget() == m_orders)
            m_orders->focusTable();
        else
            m_order->setFocus();
        break;
    case HealthScreen:
        if (m_pages->currentWidget() == m_healthPages)
            m_healthPages->setCurrentWidget(m_health); // a second time: from the list to the figures
        m_pages->setCurrentWidget(m_healthPages);
        if (m_healthPages->currentWidget() == m_health)
            m_health->setFocus();
        else
            m_setAside->focusList();
        break;
    case RulesScreen:
        m_pages->setCurrentWidget(m_rules);
        m_rules->setFocus();
        break;
    case ScreenCount:
        break;
    }
    updateTitle();
}

MainWindow::Screen MainWindow::screen() const
{
    return Screen(m_rail->current());
}

void MainWindow::showOrder(qint64 id)
{
    if (!isOpen())
        return;
    m_orderFromTriage = false;
    m_rail->setCurrent(OrdersScreen);
    m_pages->setCurrentWidget(m_ordersPages);
    m_ordersPages->setCurrentWidget(m_order);
    m_order->open(id);
    m_order->setFocus();
    if (const int row = m_model->rowOf(id); row >= 0)
        m_search->noteOpened(m_model->order(row));
    updateTitle();
}

void MainWindow::backToList()
{
    m_ordersPages->setCurrentWidget(m_orders);
    m_orders->select(m_order->orderId());
    m_orders->focusTable();
    if (std::exchange(m_orderFromTriage, false))
        showScreen(TriageScreen); // where the person came from
    updateTitle();
}

void MainWindow::showOrders(const QString& filter)
{
    if (!isOpen())
        return;
    m_ordersPages->setCurrentWidget(m_orders);
    m_orders->setFilterText(filter);
    showScreen(OrdersScreen);
}

void MainWindow::showSetAside()
{
    if (!isOpen())
        return;
    m_rail->setCurrent(HealthScreen);
    m_pages->setCurrentWidget(m_healthPages);
    m_healthPages->setCurrentWidget(m_setAside);
    m_setAside->focusList();
    updateTitle();
}

void MainWindow::backToHealth()
{
    QWidget* before = m_health->focusWidget();
    m_healthPages->setCurrentWidget(m_health);
    if (before)
        before->setFocus(Qt::OtherFocusReason); // the figure that the person came from
    else
        m_health->setFocus();
    updateTitle();
}

void MainWindow::openSearch()
{
    closeOverlays();
    m_search->open();
}

void MainWindow::openShortcuts()
{
    closeOverlays();
    m_shortcuts->open();
}

void MainWindow::openKeyEditor()
{
    closeOverlays();
    m_keys->open();
}

void MainWindow::closeOverlays()
{
    for (Overlay* overlay : findChildren<Overlay*>(Qt::FindDirectChildrenOnly))
        overlay->close();
}

void MainWindow::openHandover()
{
    if (!isOpen() || !m_sources->handover || !m_sources->handoverWriter)
        return;
    if (!m_handover) {
        m_handover = new HandoverPanel(*m_sources->handover, *m_sources->handoverWriter, m_clock, m_theme, this);
        const QString folder = m_settings.value(Preferences::handoverFolder);
        m_handover->setFolder(
            folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder);
        connect(m_handover, &HandoverPanel::openRequested, this,
            [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        connect(m_handover, &HandoverPanel::written, this, [this](const QDateTime& asOf) {
            m_settings.set(Preferences::handoverFolder, m_handover->folder());
            if (m_sources->lastHandover)
                m_sources->lastHandover->note(m_environment, asOf);
        });
    }
    closeOverlays();
    if (m_sources->lastHandover)
        m_handover->setLast(m_sources->lastHandover->at(m_environment, m_clock.now()));
    m_handover->open();
}

void MainWindow::openTags(const QList<qint64>& orders, const QString& what)
{
    if (!m_sources->tags)
        return;
    if (!m_tags) {
        m_tags = new TagPanel(*m_sources->tags, m_theme, this);
        connect(m_tags, &TagPanel::notice, this, &MainWindow::say);
        connect(m_tags, &TagPanel::changed, this, [this](const QList<TagResult>& results) {
            readTags();
            m_triage->readFilterValues();
            if (m_pages->currentWidget() == m_triage) // the panel covers it: nobody went elsewhere
                m_triage->rememberTags(results);
        });
    }
    closeOverlays();
    m_tags->ask(orders, what);
}

void MainWindow::saveBundle()
{
    if (!isOpen() || !m_sources->bundles)
        return;
    if (!m_bundles) {
        m_bundles = new BundleSaver(*m_sources->bundles, *this);
        connect(m_bundles, &BundleSaver::notice, this, &MainWindow::say);
    }
    m_bundles->ask(m_triage->chosenForBundle());
}

void MainWindow::openMenu()
{
    if (auto* button = m_top->findChild<QToolButton*>(u"menu"_s))
        button->showMenu();
}

void MainWindow::focusFilter()
{
    m_ordersPages->setCurrentWidget(m_orders);
    showScreen(OrdersScreen);
    m_orders->focusFilter();
}

void MainWindow::refresh()
{
    if (!isOpen())
        return;
    readCounts();
    readRules();
    if (m_pages->currentWidget() == m_healthPages && m_healthPages->currentWidget() == m_setAside)
        m_setAside->refresh();
    else if (m_pages->currentWidget() == m_healthPages)
        m_health->refresh();
    else if (m_pages->currentWidget() == m_rules)
        m_rules->refresh();
    else if (m_pages->currentWidget() == m_triage)
        m_triage->refresh();
    else if (m_pages->currentWidget() == m_operations)
        m_operations->refresh();
    else if (m_ordersPages->currentWidget() == m_order)
        m_order->refresh();
    else
        m_orders->refresh();
}

void MainWindow::toggleTheme()
{
    const auto mode = m_theme.isDark() ? Theme::Mode::Light : Theme::Mode::Dark;
    for (QAction* action : m_themes->actions()) {
        if (action->data().toInt() == int(mode))
            action->trigger();
    }
}

void MainWindow::resetLayout()
{
    resize(1280, 800);
    if (m_orders) {
        m_orders->resetColumns();
        m_triage->resetLayout();
    }
}

void MainWindow::say(const QString& text)
{
    m_statusRight->setText(text);
    m_notice.start();
}

QString MainWindow::screenTitle(Screen screen)
{
    switch (screen) {
    case TriageScreen:
        return tr("Triage", "screen: problems and who works on them");
    case OrdersScreen:
        return tr("Orders", "screen");
    case OperationsScreen:
        return tr("Operations", "screen: replays that were started");
    case HealthScreen:
        return tr("Health", "screen: how synchronisation does");
    case RulesScreen:
        return tr("Rules & targets", "screen");
    case ScreenCount:
        break;
    }
    return {};
}

void MainWindow::updateTitle()
{
    QStringList parts;
    if (isOpen())
        parts.append(screenTitle(screen()));
    if (!m_environment.name.isEmpty())
        parts.append(m_environment.name);
    parts.append(u"Signalbox"_s);
    setWindowTitle(parts.join(u" – "_s));
}

void MainWindow::dress()
{
    setWindowIcon(m_theme.icon(u"signalbox"_s, ColorId::Accent));
    for (QLabel* label : {m_statusLeft, m_statusRight}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, m_theme.color(ColorId::TextMuted));
        label->setPalette(palette);
        label->setFont(m_theme.font(FontRole::Small));
    }
    for (QAction* action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(m_theme.mode()));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.set(Preferences::geometry, saveGeometry());
    QMainWindow::closeEvent(event);
}
