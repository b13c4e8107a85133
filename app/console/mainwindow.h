// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/settings.h"
#include "app/console/sources.h"
#include "models/domain/changefeed.h"
#include "models/domain/clock.h"
#include "models/domain/order.h"
#include "widgets/common/command.h"
#include "widgets/common/theme.h"
#include "widgets/shell/searchpalette.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class Banner;
class BundleSaver;
class CommandTarget;
class HandoverPanel;
class HealthView;
class KeyEditor;
class OperationSummary;
class OperationsView;
class OrderLiveUpdates;
class OrderTableModel;
class OrderView;
class OrdersView;
class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class Rail;
class RulesView;
class SetAsideView;
class ShortcutSheet;
class StartPage;
class TagPanel;
class TopBar;
class SavedViews;
class TriageView;
class ViewsButton;

/// The console's window: rail, head, screens, and what it says about the connection. Shows at once; its screens come
/// when there is a database.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum Screen { TriageScreen, OrdersScreen, OperationsScreen, HealthScreen, RulesScreen, ScreenCount };
    Q_ENUM(Screen)

    MainWindow(const Clock& clock, Theme& theme, Settings& settings);
    ~MainWindow() override;

    void showProgress(const QString& text);
    void showProblem(const Error& error);
    /// Builds the screens. Once.
    void open(const Sources& sources);
    bool isOpen() const { return m_orders != nullptr; }

    void showScreen(Screen screen);
    Screen screen() const;
    void showOrder(qint64 id);
    void showOrders(const QString& filter);
    void showSetAside();
    void openSearch();
    void openShortcuts();
    void openKeyEditor();
    void openHandover();
    void openTags(const QList<qint64>& orders, const QString& what);
    void saveBundle();

    TriageView* triageView() const { return m_triage; }
    OperationsView* operationsView() const { return m_operations; }
    OrdersView* ordersView() const { return m_orders; }
    OrderView* orderView() const { return m_order; }
    HealthView* healthView() const { return m_health; }
    SetAsideView* setAsideView() const { return m_setAside; }
    RulesView* rulesView() const { return m_rules; }
    SearchPalette* search() const { return m_search; }
    const OrderTableModel* orderModel() const { return m_model.get(); }
    bool showsProblem() const;
    QString problemText() const;
    Failure problemKind() const;

Q_SIGNALS:
    void retryRequested(); ///< the start page's button: connect again
    void firstRowsShown(); ///< the list of orders has its first answer

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildChrome();
    void buildActions();
    QAction* addCommand(const QString& name, Command command, void (MainWindow::*does)(), QMenu* menu);
    void useKeys();
    CommandTarget* commandTarget() const;
    QList<OfferedCommand> offeredCommands();
    void buildThemeMenu(QMenu* menu);
    void buildLanguageMenu(QMenu* menu);
    void buildViews(SavedViews& views);
    void beginWithRoleViews();
    void readViews();
    void connectScreens();
    void backToList();
    void backToHealth();
    void goToTriage() { showScreen(TriageScreen); }
    void goToOperations() { showScreen(OperationsScreen); }
    void goToOrders() { showScreen(OrdersScreen); }
    void goToHealth() { showScreen(HealthScreen); }
    void goToRules() { showScreen(RulesScreen); }
    void closeOverlays();
    void focusFilter();
    void refresh();
    void toggleTheme();
    void resetLayout();
    void openMenu();
    void quit() { close(); }
    void feedChanged();
    void showConnection();
    void readCounts();
    void readRules();
    void readTags();
    void say(const QString& text);
    static QString screenTitle(Screen screen);
    void updateTitle();
    void dress();

    const Clock& m_clock;
    Theme& m_theme;
    Settings& m_settings;
    TopBar* m_top;
    Rail* m_rail;
    Banner* m_banner;
    QStackedWidget* m_pages;
    StartPage* m_start;
    QStackedWidget* m_ordersPages;
    QStackedWidget* m_healthPages;
    QLabel* m_statusLeft;
    QLabel* m_statusRight;
    OperationSummary* m_summary;
    SearchPalette* m_search;
    ShortcutSheet* m_shortcuts;
    KeyEditor* m_keys;
    QMenu* m_menu;
    QActionGroup* m_themes;
    QList<std::pair<Command, QAction*>> m_commands;
    QList<ViewsButton*> m_views;

    std::unique_ptr<Sources> m_sources;
    std::unique_ptr<OrderTableModel> m_model;
    std::unique_ptr<OrderLiveUpdates> m_live;
    TriageView* m_triage = nullptr;
    OperationsView* m_operations = nullptr;
    OrdersView* m_orders = nullptr;
    OrderView* m_order = nullptr;
    HealthView* m_health = nullptr;
    SetAsideView* m_setAside = nullptr;
    RulesView* m_rules = nullptr;
    HandoverPanel* m_handover = nullptr;
    BundleSaver* m_bundles = nullptr;
    TagPanel* m_tags = nullptr;
    QTimer m_countsPause;
    QTimer m_notice;
    bool m_readingCounts = false;
    bool m_orderFromTriage = false; ///< Esc leads from the order back there
    Environment m_environment;
};
