// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/demodatabase.h"

#include "models/store/migrations.h"
#include "models/store/pqxxcompat.h"
#include "models/store/queryrunner.h"

DemoDatabase::DemoDatabase(QueryRunner& runner)
    : m_runner(runner)
{ }

std::optional<Error> DemoDatabase::mark(const QString& name)
{
    const auto done = m_runner.writeNow([&name](WriteScope& scope) {
        exec(scope.tx, "SELECT integration.set_environment($1::text, 'demo')", {name.toStdString()});
        exec(
            scope.tx, "SELECT integration.put_approval_limits('[]')"); // one person alone is here: nobody could approve
        return true;
    });
    return done ? std::nullopt : std::optional(done.error());
}

std::optional<Error> DemoDatabase::clear()
{
    const auto dropped = m_runner.writeNow([](WriteScope& scope) {
        const auto marked = exec(scope.tx, "SELECT 1 FROM integration.environment() WHERE kind = 'demo'");
        if (marked.empty())
            return false;
        exec(scope.tx, "DROP SCHEMA integration CASCADE");
        return true;
    });
    if (!dropped)
        return dropped.error();
    if (!dropped.value())
        return Error{Failure::Permission, tr("This database is no demonstration: nothing was removed."), {}, {}};
    return std::nullopt;
}

std::optional<Error> DemoDatabase::remake()
{
    const Migrations migrations(m_runner.settings());
    const auto status = migrations.status();
    if (!status)
        return status.error();
    if (status.value().state != SchemaStatus::State::Missing)
        if (auto error = clear())
            return error;
    const auto migrated = migrations.migrate();
    return migrated ? std::nullopt : std::optional(migrated.error());
}
