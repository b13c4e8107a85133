// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/command.h"

/// A screen whose commands are offered by the search (Ctrl+K) too.
class CommandTarget
{
public:
    virtual ~CommandTarget() = default;
    /// What can be asked for on this screen now.
    virtual QList<Command> commands() const = 0;
    /// Why a command is not possible now, as a sentence; empty: it is.
    virtual QString obstacle(Command command) const = 0;
    /// Does it, or says on the screen why not. False: it means nothing here.
    virtual bool run(Command command) = 0;

protected:
    CommandTarget() = default;
    CommandTarget(const CommandTarget&) = default;
    CommandTarget& operator=(const CommandTarget&) = default;
};
