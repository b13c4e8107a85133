// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/audit.h"
#include "app/sandbox/exitcode.h"

#include <QCoreApplication>

/// signalbox-sandbox audit: says whether a ledger has something twice, and what is in it.
class AuditCommand
{
    Q_DECLARE_TR_FUNCTIONS(AuditCommand)

public:
    struct Options
    {
        QString ledger; ///< URL or file
        bool json = false;
    };

    explicit AuditCommand(Options options);
    SandboxExit run() const;

    /// What run() prints.
    static QString table(const Audit& audit);
    static QString json(const Audit& audit);

private:
    Options m_options;
};
