// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/statusreader.h"

#include "models/store/environmentreader.h"
#include "models/store/queryrunner.h"

namespace {
// counting a table of many millions would take longer than a person wants to wait for a status
constexpr auto statusSql = R"(
    SELECT CASE WHEN e.orders > 100000 THEN e.orders ELSE (SELECT count(*) FROM integration.sales_order) END,
           CASE WHEN e.events > 100000 THEN e.events ELSE (SELECT count(*) FROM integration.business_event) END,
           (SELECT count(*) FROM integration.rejected_event),
           pg_database_size(current_database()),
           (SELECT (extract(epoch FROM max(last_event_at)) * 1000)::bigint FROM integration.sales_order)
    FROM (SELECT (SELECT reltuples::bigint FROM pg_class WHERE oid = 'integration.sales_order'::regclass) AS orders,
                 (SELECT coalesce(sum(c.reltuples), 0)::bigint FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                  WHERE i.inhparent = 'integration.business_event'::regclass) AS events) e)";

DatabaseStatus statusOf(ReadScope& scope, const ConnectionSettings& settings)
{
    DatabaseStatus status;
    status.environment = readEnvironment(scope.tx, settings);
    const pqxx::result rows = exec(scope.tx, statusSql);
    const pqxx::row row = rows.at(0);
    status.orders = row[0].as<qint64>();
    status.events = row[1].as<qint64>();
    status.rejectedEvents = row[2].as<qint64>();
    status.bytes = row[3].as<qint64>();
    if (!row[4].is_null())
        status.lastEvent = QDateTime::fromMSecsSinceEpoch(row[4].as<qint64>(), Qt::UTC);
    return status;
}
} // namespace

StatusReader::StatusReader(QueryRunner& runner)
    : m_runner(runner)
{ }

Outcome<DatabaseStatus> StatusReader::read()
{
    const ConnectionSettings settings = m_runner.settings();
    return m_runner.readNow([&settings](ReadScope& scope) { return statusOf(scope, settings); });
}
