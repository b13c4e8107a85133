// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/store/connectionsettings.h"
#include "models/store/embeddedserver.h"

#include <QString>
#include <QTemporaryDir>

/// A private server with PostgreSQL's own durability (fsync and synchronous commit on) and a migrated database; gone
/// with it, or kept in a folder, so that a large database is made only once.
class BenchServer
{
public:
    /// folder empty: a temporary one.
    explicit BenchServer(const QString& folder);

    Outcome<ConnectionSettings> start();

private:
    QTemporaryDir m_temporary;
    EmbeddedServer m_server;
};

/// Prints the message and ends the program with 1 when there is an error.
void exitOn(const Error& error);
template<typename T>
T orExit(Outcome<T> outcome)
{
    if (!outcome)
        exitOn(outcome.error());
    return std::move(outcome).value();
}
