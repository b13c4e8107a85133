// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "models/store/doctor.h"
#include "models/store/migrations.h"
#include "models/store/statusreader.h"

/// signalboxctl db: makes the schema, brings it up to date, says how the database stands and what is wrong with it.
class DatabaseCommand
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseCommand)

public:
    explicit DatabaseCommand(const CommandContext& context);

    ExitCode init();
    ExitCode migrate();
    ExitCode status();
    ExitCode doctor();
    /// Keeps the embedded server running, for psql and other programs.
    ExitCode serve();

private:
    ExitCode apply(bool create);
    void printStatus(
        const ConnectionSettings& settings, const SchemaStatus& schema, const DatabaseStatus* status) const;
    void printStatusJson(
        const ConnectionSettings& settings, const SchemaStatus& schema, const DatabaseStatus* status) const;
    void printChecks(const QList<DoctorCheck>& checks) const;
    void printChecksJson(const QList<DoctorCheck>& checks) const;
    static QString inWords(const SchemaStatus& schema);

    const CommandContext& m_context;
};
