// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

class QueryRunner;

/// A database that only holds samples. Blocks: use it off the GUI thread.
class DemoDatabase
{
    Q_DECLARE_TR_FUNCTIONS(DemoDatabase)
public:
    explicit DemoDatabase(QueryRunner& runner);

    /// Marks the environment as a demonstration with this name, in which nothing takes a second person. Do it before
    /// anything is filled in.
    std::optional<Error> mark(const QString& name);
    /// Drops everything. Refuses a database that is not marked.
    std::optional<Error> clear();
    /// Drops everything, where there is anything, and brings the schema anew. Refuses a database that is not marked.
    std::optional<Error> remake();

private:
    QueryRunner& m_runner;
};
