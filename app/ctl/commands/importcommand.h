// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandcontext.h"
#include "app/ctl/import/importreport.h"
#include "app/ctl/import/mapping.h"
#include "app/ctl/import/setaside.h"

#include <QString>

#include <memory>

class ImportSource;

/// signalboxctl import: turns the rows of CSV files or of a database into events, by a mapping.
class ImportCommand
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)

public:
    struct Options
    {
        QString mapping; ///< path or built-in name
        QString folder; ///< of the CSV files
        bool startOver = false;
    };

    ImportCommand(const CommandContext& context, Options options);
    ExitCode run();

private:
    Outcome<std::unique_ptr<ImportSource>> source(const Mapping& mapping) const;
    Outcome<ImportReport> import(const Mapping& mapping, ImportSource& source, Store& store) const;
    void printReport(const ImportReport& report) const;
    QString summary(const ImportReport& report) const;
    QString findings(const ImportReport& report) const;
    QString setAside(const ImportReport& report) const;
    void printJson(const ImportReport& report) const;

    const CommandContext& m_context;
    Options m_options;
};
