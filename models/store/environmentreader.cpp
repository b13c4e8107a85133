// SPDX-FileCopyrightText: Signalbox contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/environmentreader.h"

#include "models/store/migrations.h"
#include "models/store/orderrow.h"
#include "models/store/pqerror.h"

using namespace Qt::StringLiterals;

namespace {

QString text(const pqxx::row& row, const char* column)
{
    return QString::fromUtf8(row[column].c_str());
}

void requireSchema(pqxx::transaction_base& tx, Environment& environment)
{
    SchemaStatus status;
    const QList<Migration> migrations = Migration::builtIn();
    status.known = migrations.isEmpty() ? 0 : migrations.constLast().version;
    const auto book = exec(tx, "SELECT 1 WHERE to_regclass('integration.schema_migration') IS NOT NULL");
    if (!book.empty()) {
        const auto rows = exec(tx, "SELECT version, name FROM integration.schema_migration ORDER BY version");
        for (const auto& row : rows) {
            status.found = row["version"].as<int>();
            if (status.found > status.known)
                status.unknown += text(row, "name");
        }
    }
    environment.schemaVersion = status.found;
    if (status.found > status.known)
        status.state = SchemaStatus::State::Newer;
    else if (status.found > 0)
        status.state = status.found < status.known ? SchemaStatus::State::Behind : SchemaStatus::State::Current;
    if (const auto problem = Migrations::problem(status))
        throw StoreException(*problem);
}

} // namespace

Environment readEnvironment(pqxx::transaction_base& tx, const ConnectionSettings& settings)
{
    Environment result;
    requireSchema(tx, result);
    const auto rows = exec(tx,
        "SELECT e.name, e.kind, (extract(epoch FROM e.as_of) * 1000)::bigint AS as_of, current_database() AS database, current_user AS person, "
        "current_setting('server_version') AS version, ARRAY_TO_STRING(ARRAY(SELECT substr(r.rolname, 11) FROM pg_roles r "
        "WHERE r.rolname LIKE 'signalbox\\_%' AND pg_has_role(r.oid, 'member') ORDER BY 1), ',') AS roles "
        "FROM integration.environment() e");
    if (rows.empty())
        return result;
    const auto row = rows[0];
    result.name = text(row, "name");
    result.kind = text(row, "kind");
    result.bundleAsOf = readTime(row["as_of"]);
    result.database = text(row, "database");
    result.host = settings.host();
    result.user = text(row, "person");
    result.roles = text(row, "roles").split(u',', Qt::SkipEmptyParts);
    if (result.bundleAsOf.isValid())
        result.roles.prepend(u"bundle"_s);
    // Debian adds its package's version in parentheses
    result.serverVersion = text(row, "version").section(u' ', 0, 0);
    return result;
}
