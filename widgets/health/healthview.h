// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/clock.h"
#include "models/domain/healthsource.h"
#include "models/items/breachmodel.h"
#include "models/items/valueatriskmodel.h"

#include <QTimer>
#include <QWidget>

class Banner;
class BreachChart;
class MessagePanel;
class MetricTile;
class QLabel;
class QStackedWidget;
class TableView;
class Theme;
class ViewStates;

/// How the synchronisation does: totals, the four backlogs, open breaches by step and age, value at risk. Every number
/// says how it is defined and opens the list behind it. Follows the change feed, at most every two seconds.
class HealthView : public QWidget
{
    Q_OBJECT
public:
    HealthView(
        HealthSource& source, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    /// Reads the figures now; a running read is enough.
    void refresh();
    const HealthSnapshot& snapshot() const { return m_snapshot; }
    bool isSettled() const { return !m_reading && !m_soon.isActive() && m_answered; }

Q_SIGNALS:
    void drillDownRequested(const QString& filter); ///< show the orders behind a number
    void setAsideRequested(); ///< show the events set aside
    void snapshotRead(const HealthSnapshot& snapshot);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct TileText
    {
        QString name;
        QString objectName;
        QString definition;
        QString filter;
    };
    QWidget* makeContent();
    QWidget* makeTiles();
    QWidget* makeBreaches();
    QWidget* makeValues();
    MetricTile* makeTile(const TileText& text);
    TableView* makeTable(
        const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths);
    void refreshSoon();
    void answer(const Outcome<HealthSnapshot>& snapshot);
    void showSnapshot(const HealthSnapshot& snapshot);
    void showTotals();
    void showBacklogs();
    void showAge();
    void feedChanged();
    static int heightOf(const TableView* table); ///< with all its rows
    void fitChart();
    void dress();

    HealthSource& m_source;
    ChangeFeed& m_feed;
    const Clock& m_clock;
    const Theme& m_theme;
    BreachModel m_breaches;
    ValueAtRiskModel m_values;
    HealthSnapshot m_snapshot;
    bool m_reading = false;
    bool m_again = false;
    bool m_dirty = true; ///< changed while nobody looked
    bool m_answered = false;
    QTimer m_soon;
    QTimer m_ageTick;
    QDateTime m_lastRead;

    ViewStates* m_states;
    Banner* m_banner;
    QLabel* m_title;
    QLabel* m_age;
    MetricTile* m_open;
    MetricTile* m_late;
    MetricTile* m_dueSoon;
    MetricTile* m_failed;
    MetricTile* m_reachedLate;
    MetricTile* m_rejected;
    std::array<MetricTile*, backlogCount> m_backlogs{};
    QWidget* m_viewport = nullptr;
    BreachChart* m_chart;
    TableView* m_breachTable;
    TableView* m_valueTable;
    QStackedWidget* m_breachStack;
    QStackedWidget* m_valueStack;
};
