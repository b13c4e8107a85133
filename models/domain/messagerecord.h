// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>

/// What the integration database says became of one message, for comparing it with the books of its target. UTF-8.
struct MessageRecord
{
    enum class Said {
        Done, ///< delivered, by the target's own answer
        DoneByWord, ///< delivered, as a person or another event says: under what key nobody knows
        Open, ///< on its way or in doubt: it may be there or not
        NotDone ///< the target has not got it
    };

    qint64 id = 0;
    std::string flow;
    std::string url; ///< where it goes
    std::string key; ///< idempotency key
    std::string status;
    Said said = Said::NotDone;
    std::string content; ///< what is sent; empty where it may not be read
};
