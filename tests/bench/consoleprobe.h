// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/turnwatch.h"

#include <QObject>

#include <functional>
#include <map>
#include <vector>

class Console;
class OrderTableModel;
class QWidget;
class TableView;

/// Watches a console from inside its own process: when its list of orders is painted, and how long the event loop is
/// kept from its next turn. Every wait has an end: the program ends with 1 and a message when it is over.
class ConsoleProbe : public QObject
{
public:
    explicit ConsoleProbe(Console& console);

    /// Until the list has its first rows and they are painted.
    void awaitFirstRows();
    /// Until what comes with the start is over. False: the counts of the quick filters took too long.
    bool awaitRest();
    /// Milliseconds from clicks to the painted answer, by what was clicked: columns to sort by, quick filters on and
    /// off.
    std::map<QString, std::vector<double>> clickThrough(int rounds);

    struct Scrolling
    {
        std::vector<double> frames; ///< milliseconds from a key or a turn of the wheel to the painted list
        TurnWatch::Turns turns; ///< of the event loop meanwhile
        int rows = 0; ///< the last row that was reached
        int waits = 0; ///< how often the next rows were not there yet
    };
    /// Page by page, then by the wheel, 60 times a second, to the last row that the list holds.
    Scrolling scrollThrough();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void await(const char* what, const std::function<bool()>& there);
    double clickToAnswer(const std::function<void()>& click);

    Console& m_console;
    TableView* m_table = nullptr;
    const OrderTableModel* m_model = nullptr;
    QWidget* m_states = nullptr; ///< the list, or what stands in its place when there are no rows
    int m_paints = 0; ///< of the list, and brought to the screen
    int m_answers = 0;
    TurnWatch m_loop;
};
