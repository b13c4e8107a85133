// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/exitcode.h"
#include "models/domain/outcome.h"
#include "models/store/store.h"

#include <QString>

#include <memory>

class Terminal;

/// What every command works with: the options that all share, the output, the way to the database.
class CommandContext
{
public:
    CommandContext(Terminal& terminal, const QString& database, bool json, const QString& bundle = {});

    Terminal& terminal() const { return m_terminal; }
    bool json() const { return m_json; }
    const QString& database() const { return m_database; }

    /// The database, if its schema fits.
    Outcome<std::shared_ptr<Store>> open() const;
    /// The database as it is. The embedded one belongs to us and is brought up to date, unless that is the question.
    Outcome<std::shared_ptr<Store>> openAsItIs(Store::Schema embedded = Store::Schema::Bring) const;
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
    QString m_bundle; ///< a file to read instead of a database; mostly empty
};
