// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/domain/exceptionsource.h"
#include "models/domain/payloadedit.h"

#include <QCoreApplication>

/// signalboxctl exception: one exception with its tries, its payload and what was done about it.
class ExceptionCommand
{
    Q_DECLARE_TR_FUNCTIONS(ExceptionCommand)

public:
    ExceptionCommand(const CommandContext& context, qint64 id);
    ExitCode run();

private:
    static QString heading(const ExceptionDetail& detail);
    QString tries(const ExceptionDetail& detail) const;
    QString history(const ExceptionDetail& detail) const;
    /// What is different from what was delivered, and what helped before.
    static QString hintText(const ExceptionHints& hints);

    const CommandContext& m_context;
    qint64 m_id;
};
