// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pasteffects.h"
#include "app/sandbox/sale.h"

#include <optional>

/// What an order's past looks like by the time the history ends.
struct PastOrder
{
    enum class Standing {
        Done, ///< may still come back
        InWork, ///< waits for somebody whose time is not up
        Stuck, ///< waits at stuckStep for what will not come by itself
        Cancelled,
    };

    /// Something that was said. Its document's number is known once its effect is in the ledger.
    struct Told
    {
        OrderEvent event;
        std::optional<std::size_t> effect; ///< in effects
    };

    Sale sale;
    Standing standing = Standing::Done;
    QString stuckStep;
    QString stuckScope;
    int lateSteps = 0;
    QString returnState; ///< empty: nothing came back
    std::vector<Told> told;
    std::vector<PastEffect> effects;
    std::vector<OrderEvent> expected; ///< what people will do by themselves, after the history's end
};
