// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/clock.h"
#include "models/items/setasidemodel.h"

#include <QTimer>
#include <QWidget>

class Banner;
class Fact;
class QLabel;
class QToolButton;
class TableView;
class Theme;
class ViewStates;

/// The events that could not be taken in: what is wrong with each, where it stood, how often it came. Reads itself
/// again while it is looked at, after changes and every half minute, since the feed tells of orders only.
class SetAsideView : public QWidget
{
    Q_OBJECT
public:
    SetAsideView(HealthSource& source, ChangeFeed& feed, const Theme& theme, QWidget* parent = nullptr);

    void refresh();
    /// Gives the focus to the rows, or to what stands in their place.
    void focusList();
    TableView* table() const { return m_table; }
    const SetAsideModel& model() const { return m_model; }
    bool isSettled() const { return m_answered && !m_model.isLoading() && !m_soon.isActive(); }

Q_SIGNALS:
    void closeRequested(); ///< back to where the person came from
    void notice(const QString& text); ///< something small to say, for the status bar

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What is current and on top, by id, while rows change; 0: none, or the very top.
    struct Place
    {
        qint64 current = 0;
        qint64 top = 0;
        int topOffset = 0;
    };
    QWidget* makeHead();
    QWidget* makeTable();
    QWidget* makeDetail();
    QWidget* makeFoot();
    void refreshSoon();
    void showAnswer();
    void showFailure(const Error& error);
    void showStatus();
    void showDetail();
    void rememberPlace();
    void restorePlace();
    void prefetch();
    bool hasFocusInside() const;
    QString countText() const;
    void dress();

    ChangeFeed& m_feed;
    const Theme& m_theme;
    SetAsideModel m_model;
    bool m_answered = false;
    bool m_failed = false;
    bool m_dirty = true; ///< changed while nobody looked
    Place m_place;
    QTimer m_soon;
    QTimer m_again;

    QToolButton* m_back;
    QLabel* m_title;
    QLabel* m_note;
    Banner* m_banner;
    TableView* m_table;
    ViewStates* m_states;
    QLabel* m_problem;
    QLabel* m_reason;
    QLabel* m_kept;
    Fact* m_where;
    Fact* m_times;
    Fact* m_source;
    Fact* m_event;
    QLabel* m_count;
    QLabel* m_asOf;
};
