// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/clock.h"
#include "models/domain/rulessource.h"
#include "models/items/channelmodel.h"
#include "models/items/processmodel.h"
#include "models/items/processstepmodel.h"

#include <QWidget>

class Banner;
class CalendarsPage;
class HairSplitter;
class ProcessGraphView;
class QLabel;
class QTabWidget;
class TableView;
class Theme;
class ViewStates;

/// The rules in force, to read: processes in all their versions with steps and targets, business calendars, channels.
class RulesView : public QWidget
{
    Q_OBJECT
public:
    RulesView(RulesSource& source, ChangeFeed& feed, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);

    void refresh();
    bool isSettled() const { return !m_reading && m_answered; }

Q_SIGNALS:
    void filterRequested(const QString& filter); ///< F on a process, step or channel: its orders
    void rulesRead(const RuleBook& rules);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeContent();
    QWidget* makeProcesses();
    TableView* makeTable(
        const QString& name, const QString& title, QAbstractItemModel* model, const QList<int>& widths);
    void answer(const Outcome<RuleBook>& rules);
    int firstInForce() const;
    void showProcess();
    void fitDrawing();
    void dress();

    RulesSource& m_source;
    const Clock& m_clock;
    const Theme& m_theme;
    ProcessModel m_processes;
    ProcessStepModel m_steps;
    ChannelModel m_channels;
    RuleBook m_rules;
    bool m_reading = false;
    bool m_answered = false;
    bool m_known = false; ///< there is something to show
    bool m_dirty = true;
    bool m_dragged = false; ///< a person has set the height of the drawing

    ViewStates* m_states;
    Banner* m_banner;
    QLabel* m_title;
    QLabel* m_note;
    QLabel* m_processTitle;
    QLabel* m_processNote;
    QTabWidget* m_tabs;
    HairSplitter* m_right;
    TableView* m_processTable;
    TableView* m_stepTable;
    TableView* m_channelTable;
    ProcessGraphView* m_graph;
    CalendarsPage* m_calendars;
};
