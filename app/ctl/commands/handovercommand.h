// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/handover.h"

#include <QCoreApplication>

#include <optional>

/// signalboxctl handover: what the next shift has to know, as a document, for a spreadsheet or for programs.
class HandoverCommand
{
    Q_DECLARE_TR_FUNCTIONS(HandoverCommand)

public:
    struct Options
    {
        QString since; ///< a time, a duration or "last"; empty: the usual hours
        QString format; ///< html, pdf, csv or json; empty: as the file's name ends, else html
        QString output; ///< empty or "-": the standard output
        int rows = 0; ///< of each list; 0: as usual
    };

    HandoverCommand(const CommandContext& context, Options options);

    ExitCode run();

private:
    /// What is wrong with the options; the format is known then.
    std::optional<ExitCode> check();
    ExitCode write(const Handover& handover) const;

    const CommandContext& m_context;
    Options m_options;
    HandoverRequest m_request;
};
