// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/changefeed.h"
#include "models/domain/outcome.h"

#include <QDateTime>
#include <QString>

class QueryRunner;

/// How a database stands, for a person who wants to know what is behind the URI.
struct DatabaseStatus
{
    Environment environment;
    qint64 orders = 0; ///< estimated once there are many
    qint64 events = 0; ///< estimated
    qint64 rejectedEvents = 0;
    qint64 bytes = 0; ///< of the whole database on disk
    QDateTime lastEvent; ///< when the newest happened; null: there is none
};

/// Reads the status of a database that has our schema. Blocks.
class StatusReader
{
public:
    explicit StatusReader(QueryRunner& runner);
    Outcome<DatabaseStatus> read();

private:
    QueryRunner& m_runner;
};
