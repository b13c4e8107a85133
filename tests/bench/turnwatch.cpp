// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/turnwatch.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <ctime>
#include <thread>

using namespace std::chrono_literals;

namespace {

constexpr auto pollTime = 200us; ///< a turn that waited for events itself could not be timed

/// Processor time of this thread in milliseconds.
double threadWork()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace

/// What is due now, timed, without waiting for more: a loop that waits would hide how long it worked.
void TurnWatch::turn()
{
    const double workBefore = threadWork();
    QElapsedTimer timer;
    timer.start();
    const bool busy = QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    if (busy && m_turns) {
        m_turns->all.push_back(double(timer.nsecsElapsed()) / 1e6);
        m_turns->work.push_back(threadWork() - workBefore);
    }
    if (!busy)
        std::this_thread::sleep_for(pollTime);
}

bool TurnWatch::waitFor(const std::function<bool()>& there, int ms)
{
    const QDeadlineTimer deadline(ms);
    while (!there()) {
        if (deadline.hasExpired())
            return false;
        turn();
    }
    return true;
}

void TurnWatch::pass(int ms)
{
    waitFor([] { return false; }, ms);
}
