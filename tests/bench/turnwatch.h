// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

/// Runs the event loop of this thread turn by turn, and keeps how long the turns took while it is asked to. Nothing can
/// stall a window for longer than its longest turn.
class TurnWatch
{
public:
    struct Turns
    {
        std::vector<double> all; ///< milliseconds of each turn that had something to do
        std::vector<double> work; ///< the same as processor time: what others on the machine took is not in it
    };

    /// Into these, from now on; nullptr: no more.
    void keepIn(Turns* turns) { m_turns = turns; }
    /// Runs the loop until this is so, or the time is over: then false.
    bool waitFor(const std::function<bool()>& there, int ms);
    /// Runs it for so long.
    void pass(int ms);

private:
    void turn();
    Turns* m_turns = nullptr;
};
