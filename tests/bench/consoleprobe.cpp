// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/consoleprobe.h"

#include "app/console/console.h"
#include "models/items/ordertablemodel.h"
#include "widgets/common/countbutton.h"
#include "widgets/common/tableview.h"
#include "widgets/orders/ordersview.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 20'000;
constexpr int frameMs = 16;
constexpr int longestScrollMs = 180'000;

double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

ConsoleProbe::ConsoleProbe(Console& console)
    : m_console(console)
{ }

void ConsoleProbe::await(const char* what, const std::function<bool()>& there)
{
    if (m_loop.waitFor(there, patienceMs))
        return;
    std::fprintf(stderr, "bench_console: waited %d s in vain for %s\n", patienceMs / 1000, what);
    std::fprintf(stderr, "%s\n", qPrintable(m_console.window().problemText()));
    std::_Exit(1);
}

bool ConsoleProbe::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && watched->isWidgetType()
        && m_states->isAncestorOf(static_cast<QWidget*>(watched))) {
        // counted in the next turn: the picture has been composed and handed over by then
        QMetaObject::invokeMethod(
            this, [this] { ++m_paints; }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void ConsoleProbe::awaitFirstRows()
{
    MainWindow& window = m_console.window();
    await("the database", [&] { return window.isOpen() || window.showsProblem(); });
    if (window.showsProblem()) {
        std::fprintf(stderr, "bench_console: %s\n", qPrintable(window.problemText()));
        std::_Exit(1);
    }
    m_table = window.ordersView()->table();
    m_model = window.orderModel();
    m_states = window.findChild<QWidget*>(u"ordersStates"_s);
    QCoreApplication::instance()->installEventFilter(this);
    connect(m_model, &OrderTableModel::answered, this, [this] { ++m_answers; });
    await("the first rows", [this] { return m_model->rowCount() > 0; });
    await("the picture of the first rows", [this, paints = m_paints] { return m_paints > paints; });
}

bool ConsoleProbe::awaitRest()
{
    await("the first count", [this] { return !m_model->isLoading() && m_model->total().has_value(); });
    const auto buttons = m_console.window().findChildren<CountButton*>();
    const bool counted = m_loop.waitFor(
        [&buttons] { return !buttons.isEmpty() && buttons.constFirst()->count().has_value(); }, patienceMs);
    m_loop.pass(1000);
    return counted;
}

double ConsoleProbe::clickToAnswer(const std::function<void()>& click)
{
    const int answers = m_answers;
    int paints = -1; // of the old rows, such as under the pressed button
    QElapsedTimer timer;
    timer.start();
    click();
    await("the answer to a click", [&] {
        if (m_answers == answers)
            return false;
        if (paints < 0)
            paints = m_paints;
        return m_paints > paints;
    });
    const double took = milliseconds(timer);
    await("the count after a click", [&] { return m_model->total().has_value() && !m_model->isLoading(); });
    m_loop.pass(60); // a person's next click comes later than the next turn
    return took;
}

std::map<QString, std::vector<double>> ConsoleProbe::clickThrough(int rounds)
{
    const QHeaderView* head = m_table->horizontalHeader();
    std::map<QString, std::vector<double>> times;
    for (int round = 0; round < rounds; ++round) {
        for (const auto column : {OrderTableModel::DueColumn, OrderTableModel::PlacedColumn,
                 OrderTableModel::NumberColumn, OrderTableModel::PlacedColumn}) {
            const int x = head->sectionViewportPosition(column) + head->sectionSize(column) / 2;
            times[QVariant::fromValue(column).toString()].push_back(clickToAnswer([head, x] {
                QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, {x, head->height() / 2});
            }));
        }
        for (CountButton* button : m_console.window().findChildren<CountButton*>()) {
            const auto click = [button] { QTest::mouseClick(button, Qt::LeftButton); };
            times[button->objectName()].push_back(clickToAnswer(click));
            times[u"allAgain"_s].push_back(clickToAnswer(click));
        }
    }
    return times;
}

ConsoleProbe::Scrolling ConsoleProbe::scrollThrough()
{
    Scrolling scrolling;
    QScrollBar* bar = m_table->verticalScrollBar();
    m_table->scrollToTop();
    m_table->setFocus();
    m_table->selectRow(0);
    m_loop.pass(300);
    m_loop.keepIn(&scrolling.turns);
    const QDeadlineTimer deadline(longestScrollMs);
    const int half = m_model->rowLimit() / 2;
    while (bar->value() < bar->maximum() || !(m_model->isComplete() || m_model->isAtRowLimit())) {
        if (deadline.hasExpired()) {
            std::fprintf(stderr, "bench_console: after %d s the list is not at its end\n", longestScrollMs / 1000);
            std::_Exit(1);
        }
        const int before = bar->value();
        const int paints = m_paints;
        QElapsedTimer frame;
        frame.start();
        if (m_table->visibleRows().second < half) {
            QTest::keyClick(m_table, Qt::Key_PageDown);
        } else {
            const QPointF at = m_table->viewport()->rect().center();
            QWheelEvent wheel(at, m_table->viewport()->mapToGlobal(at), {}, {0, -480}, Qt::NoButton, Qt::NoModifier,
                Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_table->viewport(), &wheel);
        }
        if (bar->value() == before) {
            ++scrolling.waits;
        } else if (m_loop.waitFor([&] { return m_paints > paints; }, patienceMs)) {
            scrolling.frames.push_back(milliseconds(frame));
        } else {
            std::fputs("bench_console: scrolled, but nothing was painted\n", stderr);
            std::_Exit(1);
        }
        scrolling.rows = m_table->visibleRows().second + 1;
        m_loop.waitFor([&] { return frame.elapsed() >= frameMs; }, frameMs);
    }
    m_loop.keepIn(nullptr);
    return scrolling;
}
