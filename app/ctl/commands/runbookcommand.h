// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/runbook.h"

#include <QCoreApplication>

/// signalboxctl runbook put, list, show and remove: what teams do about kinds of error.
class RunbookCommand
{
    Q_DECLARE_TR_FUNCTIONS(RunbookCommand)

public:
    explicit RunbookCommand(const CommandContext& context)
        : m_context(context)
    { }

    /// From a file, or - for the standard input; all of them or none.
    ExitCode put(const QString& path);
    ExitCode list();
    ExitCode show(qint64 id);
    ExitCode remove(qint64 id);

private:
    Outcome<QList<Runbook>> all() const;

    const CommandContext& m_context;
};
