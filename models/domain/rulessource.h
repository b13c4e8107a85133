// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/domain/process.h"

#include <QFuture>
#include <QList>

/// The configuration as the Rules & targets page shows it.
struct RuleBook
{
    QList<Process> processes; ///< all versions, newest first within a name
    QList<BusinessCalendar> calendars;
    QList<Channel> channels;
};

/// Processes, targets, calendars and channels, read only.
class RulesSource
{
public:
    virtual ~RulesSource() = default;
    virtual QFuture<Outcome<RuleBook>> rules() = 0;

protected:
    RulesSource() = default;
    RulesSource(const RulesSource&) = default;
    RulesSource& operator=(const RulesSource&) = default;
};
