// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/audit.h"
#include "app/sandbox/exitcode.h"

#include <QCoreApplication>

#include <nlohmann/json_fwd.hpp>

/// signalbox-sandbox audit: says whether a ledger has something twice and what is in it, and holds it
/// against the integration database.
class AuditCommand
{
    Q_DECLARE_TR_FUNCTIONS(AuditCommand)

public:
    struct Options
    {
        QString ledger; ///< URL or file
        QString database; ///< to compare it with; empty: the one that SIGNALBOX_DB names, if it does
        bool json = false;
    };

    explicit AuditCommand(Options options);
    SandboxExit run() const;

    /// What run() prints.
    static QString table(const Audit& audit);
    static nlohmann::ordered_json json(const Audit& audit);
    static QString text(const nlohmann::ordered_json& json);

private:
    Options m_options;
};
