// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/exitcode.h"
#include "models/domain/outcome.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

#include <memory>

class Terminal;

/// What every command works with: the options that all share, the output, the way to the database.
class CommandContext
{
    Q_DECLARE_TR_FUNCTIONS(CommandContext)

public:
    CommandContext(Terminal& terminal, const QString& database, bool json);

    Terminal& terminal() const { return m_terminal; }
    bool json() const { return m_json; }
    const QString& database() const { return m_database; }

    /// The database whose schema fits, or which is looked at as it is.
    Outcome<std::shared_ptr<Store>> open(Store::Schema schema = Store::Schema::Require) const;
    /// For long writes: no time limit on a statement.
    Outcome<std::shared_ptr<Store>> openForWork() const;

    /// Says what went wrong and what to do, and gives the exit code for it.
    ExitCode fail(const Error& error) const;
    /// Says that the command was used in a wrong way.
    ExitCode misused(const QString& text, const QString& hint = {}) const;

private:
    Outcome<std::shared_ptr<Store>> open(const Store::Options& options) const;

    Terminal& m_terminal;
    QString m_database;
    bool m_json;
};
